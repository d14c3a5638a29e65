//! A line of text, typed at the console or after a mention, as an [`Asking`].

use super::names::{Piece, is_blank, read};
use super::{Asking, Request, View, understand};
use crate::commands::{Command, QUESTIONS};
use crate::error::{Offer, Refusal};
use crate::knowledge::Catalogue;

/// Understands a whole line.
///
/// # Errors
/// A refusal with the nearest lines that would work.
pub fn parse_line(line: &str, catalogue: &Catalogue) -> Result<(Request, View), Refusal> {
    let line = line.trim();
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let name = first.trim_start_matches('/');
    if let Some((command, rest)) = command_at(name, rest) {
        return understand(&asking(command, rest), catalogue);
    }
    if is_blank(line) {
        return Err(Refusal::new(format!(
            "Nothing was asked. Try {}, or /help for everything else.",
            QUESTIONS[0].example
        )));
    }
    // “turkiye pakistan india” can only be a comparison.
    let compared = asking(Command::Compare, line);
    let pieces = if first.starts_with('/') { Vec::new() } else { read(&compared.words, catalogue) };
    let names = pieces.iter().filter(|piece| matches!(piece, Piece::Actor(_) | Piece::Several(..))).count();
    if names >= 2 && !pieces.iter().any(|piece| matches!(piece, Piece::Unknown(_))) {
        return understand(&compared, catalogue);
    }
    Err(unknown_command(name, rest, first.starts_with('/')))
}

/// The command that a line starts with, of one, two or three words, and what comes after it.
fn command_at<'a>(first: &str, rest: &'a str) -> Option<(Command, &'a str)> {
    let (mut name, mut rest) = (first.to_owned(), rest);
    for _ in 0..3 {
        if let Some(command) = Command::named(&name) {
            return Some((command, rest));
        }
        let (word, after) =
            rest.trim_start().split_once(char::is_whitespace).unwrap_or((rest.trim_start(), ""));
        name = format!("{name} {word}");
        rest = after;
    }
    None
}

fn unknown_command(name: &str, rest: &str, slash: bool) -> Refusal {
    let near = Command::near(name);
    if near.is_empty() && !slash {
        return Refusal::new(
            "I answer what is recorded, by command, in English: who does what towards whom, area by area. \
             Try /compare turkiye pakistan india, /facts turkiye, or /help.",
        );
    }
    let names: Vec<String> = near.iter().map(|command| format!("/{}", command.info().name)).collect();
    let shown = super::understand::quoted(name);
    let sentence = match names.as_slice() {
        [] => format!("There is no command {shown}. /help lists them all."),
        names => format!("There is no command {shown}. Did you mean {}?", names.join(" or ")),
    };
    let offers = near
        .iter()
        .map(|command| {
            let label = format!("/{}", command.info().name);
            Offer { line: format!("{label} {rest}").trim_end().to_owned(), label }
        })
        .collect();
    Refusal::new(sentence).offering(offers)
}

/// Parts the options of a line from its words.
fn asking(command: Command, text: &str) -> Asking {
    let mut words = String::new();
    let mut options: Vec<(String, String)> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_whitespace()) {
        // The space before a word is kept: a line end between two names separates them.
        words.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let word = &rest[..end];
        let named = word.split_once(':').and_then(|(name, value)| {
            let name = name.to_ascii_lowercase();
            command.info().options.iter().any(|option| option.name == name).then_some((name, value))
        });
        if let Some((name, value)) = named {
            let value_start = end - value.len();
            let (value, used) = option_value(&rest[value_start..]);
            options.push((name, value));
            rest = &rest[value_start + used..];
        } else {
            words.push_str(word);
            rest = &rest[end..];
        }
    }
    Asking::from_words(command, words.trim(), &options)
}

/// The value at the start of a text, quoted or up to the next space, and how many bytes it takes.
/// A space between the colon and the value is forgiven.
fn option_value(text: &str) -> (String, usize) {
    let lead = text.len() - text.trim_start_matches(' ').len();
    let value = &text[lead..];
    for (open, close) in [('"', '"'), ('“', '”'), ('«', '»')] {
        if let Some(inner) = value.strip_prefix(open)
            && let Some(end) = inner.find(close)
        {
            return (inner[..end].to_owned(), lead + open.len_utf8() + end + close.len_utf8());
        }
    }
    let end = value.find(char::is_whitespace).unwrap_or(value.len());
    (value[..end].to_owned(), lead + end)
}

impl Asking {
    /// Words and options of a line; options that take an actor join the words, and the words of a
    /// command that takes no actor are its first option.
    fn from_words(command: Command, words: &str, options: &[(String, String)]) -> Self {
        let mut given = Self::from_options(command, options);
        given.words = match (given.words.is_empty(), words.is_empty()) {
            (_, true) => given.words,
            (true, false) => words.to_owned(),
            (false, false) => format!("{}, {words}", given.words),
        };
        given
    }
}
