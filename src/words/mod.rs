//! Words: every sentence that a reader sees of an answer, from typed data. This is the room in which a language
//! would change.

pub mod answers;
pub mod ask;
pub mod controls;
pub mod curation;
pub mod discussion;
pub mod figures;
pub mod forms;
pub mod help;
pub mod marks;
mod refusals;
pub mod relations;
pub mod sections;
pub mod sources;
pub mod tables;
pub mod team;

use crate::answer::Named;
use crate::knowledge::text::clean_lines;

/// The longest quotation of the asker's own words in a sentence, in characters.
const LONGEST_QUOTE: usize = 40;

/// How a date is written.
const DATE_RULE: &str = "a date is a year, a month or a day, such as 1947, 2026-04 or 2022-06-10";

/// “Pakistan, India and China”.
#[must_use]
pub fn and_list(items: &[String]) -> String {
    list(items, "and")
}

/// “Pakistan, India or China”.
#[must_use]
pub fn or_list(items: &[String]) -> String {
    list(items, "or")
}

fn list(items: &[String], joint: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} {joint} {last}", others.join(", ")),
    }
}

/// The asker’s own words, safe to repeat in a sentence: one line, nothing invisible, not too long.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut clean = clean_lines(text).join(" ");
    if let Some((end, _)) = clean.char_indices().nth(LONGEST_QUOTE) {
        clean.truncate(end);
        clean.push('…');
    }
    format!("“{clean}”")
}

/// “1 statement”, “3 statements”.
#[must_use]
pub fn count(n: usize, noun: &str) -> String {
    match noun.strip_suffix('y') {
        _ if n == 1 => format!("1 {noun}"),
        Some(stem) if !noun.ends_with("ay") => format!("{n} {stem}ies"),
        _ => format!("{n} {noun}s"),
    }
}

/// A text that begins with a capital.
#[must_use]
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

/// First words of names that take an article within a sentence.
const ARTICLE_BEFORE: [&str; 8] = [
    "United",
    "Organization",
    "Organisation",
    "Association",
    "Commonwealth",
    "Council",
    "Conference",
    "Republic",
];

/// Last words of names that do.
const ARTICLE_AFTER: [&str; 14] = [
    "Union",
    "Republic",
    "Islands",
    "Organization",
    "Organisation",
    "Council",
    "League",
    "See",
    "Bahamas",
    "Comoros",
    "Gambia",
    "Maldives",
    "Netherlands",
    "Philippines",
];

/// A name as it stands within a sentence: “the United States”, “the Gulf Cooperation Council”, “Pakistan”.
#[must_use]
pub fn the(named: &Named) -> String {
    let name = &named.name;
    let first = name.split(' ').next().unwrap_or_default();
    let last = name.rsplit(' ').next().unwrap_or_default();
    let takes_article = ARTICLE_BEFORE.contains(&first) || ARTICLE_AFTER.contains(&last);
    if takes_article { format!("the {name}") } else { name.clone() }
}
