//! The options of a command that take words: how an answer is shown, whose statements, of what kind.

use super::{Asking, View};
use crate::error::{BadQuestion, Choice, Refusal};
use crate::knowledge::Direction;
use crate::knowledge::words::UnknownWord;
use crate::layout::Layout;
use crate::section::{Opened, SectionName};

/// How an answer is to be shown.
pub(super) fn view(asking: &Asking) -> Result<View, Refusal> {
    let layout = match asking.option("layout") {
        None => None,
        Some(word) => Some(word.trim().to_lowercase().parse::<Layout>().map_err(|_| {
            let words: Vec<&str> = Layout::ALL.iter().map(|layout| layout.as_str()).collect();
            Refusal::not_one_of(Choice::Layout, word, &words)
        })?),
    };
    let private = match asking.option("private").map(|word| word.trim().to_lowercase()) {
        None => false,
        Some(word) => match word.as_str() {
            "true" | "yes" | "on" | "1" => true,
            "false" | "no" | "off" | "0" => false,
            _ => return Err(BadQuestion::NotYesOrNo { option: "private", typed: word }.into()),
        },
    };
    let opened = match asking.option("section") {
        None => Opened::default(),
        Some(word) => word.trim().to_lowercase().parse().map_err(|_| {
            let names = SectionName::ALL.iter().map(|name| name.as_str());
            Refusal::not_one_of(Choice::Section, word, &names.chain(["all"]).collect::<Vec<_>>())
        })?,
    };
    Ok(View { layout, private, opened })
}

/// The value of an option that takes one of some words.
pub(super) fn word_option<T: std::str::FromStr<Err = UnknownWord>>(
    asking: &Asking,
    option: &str,
    choice: Choice,
) -> Result<Option<T>, Refusal> {
    let parse = |word: &str| {
        word.trim()
            .to_lowercase()
            .parse()
            .map_err(|UnknownWord(words)| Refusal::not_one_of(choice, word, words))
    };
    asking.option(option).map(parse).transpose()
}

/// Whose statements about a pair are asked for.
pub(super) fn direction(asking: &Asking) -> Result<Direction, Refusal> {
    Ok(word_option(asking, "direction", Choice::Direction)?.unwrap_or_default())
}
