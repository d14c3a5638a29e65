//! Completion: what an option may become while it is being typed. It never fails: what it does
//! not understand has no completions.

use crate::commands::{self, Takes};
use crate::knowledge::fold::fold_word;
use crate::knowledge::{Actor, Catalogue, Source};
use crate::layout::Layout;

/// The most choices that are offered, and the longest label or value of one in characters
/// (<https://discord.com/developers/docs/interactions/application-commands#autocomplete>).
pub const MOST_CHOICES: usize = 25;
/// The longest label or value, in characters.
pub const LONGEST_CHOICE: usize = 100;

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the person sees.
    pub label: String,
    /// What is then asked; understood by the same rules as typed text, as is the label.
    pub value: String,
}

/// The choices for an option that takes an actor. After a comma the last name is completed and the
/// ones before it are kept.
#[must_use]
pub fn actors(typed: &str, catalogue: &Catalogue, recent: &[String]) -> Vec<Choice> {
    let (before, last) = typed.rsplit_once(',').map_or(("", typed), |(before, last)| (before.trim(), last));
    let choice = |actor: &Actor| {
        let join = |text: &str| if before.is_empty() { text.to_owned() } else { format!("{before}, {text}") };
        // A code is as good as a name, and short.
        let value = join(&actor.id);
        let label = join(&format!("{} ({})", actor.name, actor.id));
        let label = if label.chars().count() <= LONGEST_CHOICE { label } else { value.clone() };
        (value.chars().count() <= LONGEST_CHOICE).then_some(Choice { label, value })
    };
    catalogue.gazetteer.complete(last, recent, MOST_CHOICES).into_iter().filter_map(choice).collect()
}

/// The choices for an option that takes an area.
#[must_use]
pub fn areas(typed: &str, catalogue: &Catalogue) -> Vec<Choice> {
    let found =
        if fold_word(typed).is_empty() { catalogue.areas().collect() } else { catalogue.areas_like(typed) };
    found.into_iter().map(|area| choice(&area.name, &area.id)).take(MOST_CHOICES).collect()
}

/// The choices for an option that takes a source: those whose key or title starts so, then those
/// that contain it.
pub fn sources<'a>(typed: &str, sources: impl Iterator<Item = &'a Source>) -> Vec<Choice> {
    let typed = fold_word(typed);
    let mut found: Vec<(u8, &Source)> = sources
        .filter_map(|source| {
            let (key, title) = (fold_word(&source.id), crate::knowledge::fold::fold(&source.title));
            if key.starts_with(&typed) || title.starts_with(&typed) {
                Some((0, source))
            } else {
                (key.contains(&typed) || title.contains(&typed)).then_some((1, source))
            }
        })
        .collect();
    found.sort_by_key(|(class, source)| (*class, &source.id));
    found
        .into_iter()
        .map(|(_, source)| choice(&format!("{}: {}", source.id, source.title), &source.id))
        .take(MOST_CHOICES)
        .collect()
}

/// The choices for the options whose values are fixed words.
#[must_use]
pub fn words(typed: &str, takes: Takes) -> Vec<Choice> {
    let all: Vec<&str> = match takes {
        Takes::Command => commands::all().map(|info| info.name).collect(),
        Takes::Layout => Layout::ALL.iter().map(|layout| layout.as_str()).collect(),
        Takes::Switch => vec!["yes", "no"],
        Takes::Word(words) => words.to_vec(),
        _ => Vec::new(),
    };
    let typed = fold_word(typed);
    all.into_iter().filter(|word| word.starts_with(&typed)).map(|word| choice(word, word)).collect()
}

/// The choice of an item by its key, with the start of what it says.
#[must_use]
pub fn item(key: &str, text: &str) -> Choice {
    let text = crate::knowledge::text::clean_lines(text).join(" · ");
    choice(&format!("{key} — {text}"), key)
}

fn choice(label: &str, value: &str) -> Choice {
    let cut = |text: &str| text.chars().take(LONGEST_CHOICE).collect::<String>();
    Choice { label: cut(label), value: cut(value) }
}
