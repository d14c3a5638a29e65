//! Completion: what an option may become while it is being typed. It never fails: what it does
//! not understand has no completions.

use std::cell::LazyCell;

use crate::commands::{self, Takes};
use crate::knowledge::fold::{fold, fold_word};
use crate::knowledge::{Actor, ActorKind, Catalogue, Direction, Meaning, Source};
use crate::layout::Layout;
use crate::section::SectionName;

/// The most choices that are offered, and the longest label or value of one in characters
/// (<https://discord.com/developers/docs/interactions/application-commands#autocomplete>).
pub const MOST_CHOICES: usize = 25;
/// The longest label or value, in characters.
pub const LONGEST_CHOICE: usize = 100;

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What the person sees.
    pub label: String,
    /// What is then asked; understood by the same rules as typed text, as is the label.
    pub value: String,
}

/// What is known of an option that takes actors, besides what is typed in it.
#[derive(Debug, Clone, Default)]
pub struct Around {
    /// Ids of whom it is likely to be, the likeliest first.
    pub likely: Vec<String>,
    /// Ids of whom other options have already.
    pub chosen: Vec<String>,
}

/// The choices for an option that takes an actor: nobody who was chosen already, in another option or before the comma.
/// After a comma the last name is completed and the ones before it are kept, as codes where the names are
/// too long for a choice.
#[must_use]
pub fn actors(typed: &str, catalogue: &Catalogue, around: &Around) -> Vec<Completion> {
    let (before, last) = typed.rsplit_once(',').map_or(("", typed), |(before, last)| (before.trim(), last));
    let in_codes = LazyCell::new(|| codes(before, catalogue));
    let choice = |actor: &Actor| {
        // A code is as good as a name, and short.
        let value = joined(before, &actor.id).or_else(|| joined(&in_codes, &actor.id))?;
        let label = joined(before, &format!("{} ({})", actor.name, actor.id));
        Some(Completion { label: label.unwrap_or_else(|| value.clone()), value })
    };
    // A label that was chosen completes to itself.
    if let Some(actor) = labelled(last).and_then(|id| catalogue.gazetteer.get(id)) {
        return choice(actor).into_iter().collect();
    }
    let named: Vec<&str> = before.split(',').filter_map(|name| one(name, catalogue)).collect();
    let may_be = |actor: &Actor| !named.contains(&actor.id.as_str()) && !around.chosen.contains(&actor.id);
    let found = catalogue.gazetteer.complete(last, &around.likely, MOST_CHOICES, &may_be);
    found.into_iter().filter_map(choice).collect()
}

/// The one actor that a name means, or a label that was chosen.
#[must_use]
pub fn one<'a>(name: &str, catalogue: &'a Catalogue) -> Option<&'a str> {
    if let Some(actor) = labelled(name).and_then(|id| catalogue.gazetteer.get(id)) {
        return Some(&actor.id);
    }
    match catalogue.gazetteer.meaning(&fold(name)) {
        Meaning::One(actor) => Some(&actor.id),
        _ => None,
    }
}

/// The key in a label, as `TUR` in `Türkiye (TUR)`.
fn labelled(text: &str) -> Option<&str> {
    text.trim().strip_suffix(')').and_then(|text| Some(text.rsplit_once(" (")?.1))
}

/// The choices for an option that takes an organisation.
#[must_use]
pub fn organisations(typed: &str, catalogue: &Catalogue, around: &Around) -> Vec<Completion> {
    let is_one = |actor: &Actor| actor.kind == ActorKind::Organisation;
    let found = catalogue.gazetteer.complete(typed, &around.likely, MOST_CHOICES, &is_one);
    found.into_iter().map(|actor| choice(&format!("{} ({})", actor.name, actor.id), &actor.id)).collect()
}

/// A name behind those before it, where a choice is long enough for all.
fn joined(before: &str, name: &str) -> Option<String> {
    let all = if before.is_empty() { name.to_owned() } else { format!("{before}, {name}") };
    (all.chars().count() <= LONGEST_CHOICE).then_some(all)
}

/// Names between commas as codes; what means no one actor is kept.
fn codes(names: &str, catalogue: &Catalogue) -> String {
    let code = |name| one(name, catalogue).unwrap_or(str::trim(name));
    names.split(',').map(code).collect::<Vec<_>>().join(", ")
}

/// How lately something was asked about, for sorting.
fn recency(key: &str, recent: &[String]) -> usize {
    recent.iter().position(|known| known == key).unwrap_or(usize::MAX)
}

/// The choices for an option that takes an area: of those that fit, the ones lately asked about first
/// (`recent`, latest first).
#[must_use]
pub fn areas(typed: &str, catalogue: &Catalogue, recent: &[String]) -> Vec<Completion> {
    let mut found =
        if fold_word(typed).is_empty() { catalogue.areas().collect() } else { catalogue.areas_like(typed) };
    found.sort_by_key(|area| recency(&area.id, recent));
    found.into_iter().map(|area| choice(&area.name, &area.id)).take(MOST_CHOICES).collect()
}

/// The choices for an option that takes a source: those whose key or title starts so, then those that
/// contain it, then those with a word that is a slip or two away; within each the ones lately asked about
/// first (`recent`, latest first).
pub fn sources<'a>(
    typed: &str,
    sources: impl Iterator<Item = &'a Source>,
    recent: &[String],
) -> Vec<Completion> {
    let typed = fold_word(typed);
    let letters = typed.chars().count();
    let is_near = |word: &str| letters > 3 && strsim::osa_distance(word, &typed) <= letters.min(8) / 4;
    let mut found: Vec<(u8, usize, &Source)> = sources
        .filter_map(|source| {
            let (key, title) = (fold_word(&source.id), fold(&source.title));
            let class = if key.starts_with(&typed) || title.starts_with(&typed) {
                0
            } else if key.contains(&typed) || title.contains(&typed) {
                1
            } else if is_near(&key) || title.split(' ').any(is_near) {
                2
            } else {
                return None;
            };
            Some((class, recency(&source.id, recent), source))
        })
        .collect();
    found.sort_by_key(|(class, recency, source)| (*class, *recency, &source.id));
    found
        .into_iter()
        .map(|(_, _, source)| choice(&format!("{}: {}", source.id, source.title), &source.id))
        .take(MOST_CHOICES)
        .collect()
}

/// The choices for the options whose values are fixed words.
#[must_use]
pub fn words(typed: &str, takes: Takes) -> Vec<Completion> {
    let all: Vec<&str> = match takes {
        Takes::Command => commands::all().map(|info| info.name).collect(),
        Takes::Layout => Layout::ALL.iter().map(|layout| layout.as_str()).collect(),
        Takes::Section => SectionName::ALL.iter().map(|name| name.as_str()).chain(["all"]).collect(),
        Takes::Direction => Direction::WORDS.to_vec(),
        Takes::Switch => vec!["yes", "no"],
        Takes::Word(words) => words.to_vec(),
        _ => Vec::new(),
    };
    let typed = fold_word(typed);
    all.into_iter().filter(|word| word.starts_with(&typed)).map(|word| choice(word, word)).collect()
}

/// The choice of an item by its key, with the start of what it says.
#[must_use]
pub fn item(key: &str, text: &str) -> Completion {
    let text = crate::knowledge::text::clean_lines(text).join(" · ");
    choice(&format!("{key} — {text}"), key)
}

fn choice(label: &str, value: &str) -> Completion {
    let cut = |text: &str| text.chars().take(LONGEST_CHOICE).collect::<String>();
    Completion { label: cut(label), value: cut(value) }
}
