//! What is said where something cannot be done as asked: one sentence each, which says what to do next.

mod change;
mod content;
mod question;
mod team;
mod usage;

use std::fmt;

use super::{or_list, quoted};
use crate::error::{Choice, Reason, Refusal};

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match &self.reason {
            Reason::Question(reason) => question::sentence(reason),
            Reason::Change(reason) => change::sentence(reason),
            Reason::Use(reason) => usage::use_sentence(*reason),
            Reason::Team(reason) => team::sentence(reason),
            Reason::Setup(reason) => usage::setup_sentence(reason),
            Reason::NotOneOf { choice, typed, words } => not_one_of(*choice, typed, words),
        })
    }
}

fn not_one_of(choice: Choice, typed: &str, words: &[&str]) -> String {
    let what = match choice {
        Choice::Layout => "layout",
        Choice::Section => "section",
        Choice::Direction => "direction",
        Choice::Figure => "figure",
        Choice::Kind => "kind of statement",
        Choice::Grade => "grade",
        Choice::QuestionKind => "kind of question",
        Choice::Level => "level",
        Choice::Rank => "rank",
        Choice::Link => "link",
        Choice::Format => "format",
        Choice::Name => "kind of name",
        Choice::Discussions => "sort of discussions",
        Choice::Often => "interval",
    };
    format!("There is no {what} {}. Choose one of {}.", quoted(typed), words.join(", "))
}

/// “ Did you mean A or B?”, where anything is near; else another sentence.
fn did_you_mean(near: &[String], otherwise: &str) -> String {
    if near.is_empty() { otherwise.to_owned() } else { format!("Did you mean {}?", or_list(near)) }
}
