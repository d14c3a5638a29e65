//! What a question asks of the tables, by the words that it is made of.

use super::super::Question;
use crate::answer::observed::Topic;
use crate::knowledge::lexicon::keys;
use crate::knowledge::{Cue, Measure, QuestionKind};
use crate::request::reading::{Reading, Term, UnitAsked};

/// What a question asks of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Wanted {
    /// Of two.
    Between(Topic),
    /// Of one with anybody.
    WithAnybody(Topic),
    /// Who borders on one.
    Neighbours,
    /// With whom one trades most.
    Partners,
    /// Who trades most with one: the share of its exports, or of its imports.
    TradingMost(Measure),
    /// A figure of one.
    Figure(Measure),
    /// When a body began.
    Founded,
    /// Who has most of it, or least; of several who are named, which of them.
    Ranking(Measure),
}

/// The figures of states, by the concept that names each. Of two that one word may mean, the first is meant; of two that
/// a question names, too: “how much of its GDP goes to defence” is not of the GDP.
const FIGURES: [(&str, Measure); 13] = [
    ("world-growth", Measure::Growth),
    ("world-defence", Measure::Defence),
    ("world-population", Measure::Population),
    ("world-size", Measure::Area),
    ("capital-city", Measure::Capital),
    ("world-government", Measure::Government),
    ("world-independence", Measure::Independence),
    ("world-exports", Measure::Exports),
    ("world-imports", Measure::Imports),
    ("world-gdp", Measure::Gdp),
    ("military-spending", Measure::Defence),
    ("gdp-share", Measure::Gdp),
    (ECONOMY, Measure::Gdp),
];

/// The word for the economy: “the largest” is that of the largest product; of one state it is a whole area.
const ECONOMY: &str = "economy-size";

/// What else may stand in a question beside what it is of: words that only count, compare or name sorts of things.
const BESIDE: [&str; 20] = [
    "world-flow",
    "dependence",
    "whole-world",
    "energy-dependence",
    keys::AGENT,
    keys::COUNT,
    keys::SHARE,
    keys::MONEY,
    keys::BODIES,
    keys::BELONGING,
    "partner",
    "two-way-trade",
    "gdp-share",
    "dollar-value",
    "business",
    "budget",
    "economic-ties",
    "disputed-area",
    "un-resolution",
    "ambassador",
];

/// What names a topic between two, or of one with anybody.
const TOPICS: [(&str, Topic); 4] = [
    ("world-embassy", Topic::Embassies),
    ("world-votes", Topic::Votes),
    (DISPUTE, Topic::Disputes),
    ("world-agreements", Topic::Agreements),
];

/// What names a dispute.
const DISPUTE: &str = "world-dispute";

/// What names the founding of a body.
const FOUNDED: &str = "set-up";

/// What names trade as a whole.
const OF_TRADE: [&str; 5] = ["trade", keys::EXPORT, keys::IMPORT, "world-partners", "trade-partners"];

fn has(term: &Term, key: &str) -> bool {
    term.concepts.iter().any(|id| id == key)
}

fn any(reading: &Reading, key: &str) -> bool {
    reading.terms.iter().any(|term| has(term, key))
}

/// Whether a question is of these concepts and of nothing else.
fn only(reading: &Reading, own: &[&str]) -> bool {
    reading.terms.iter().all(|term| {
        own.iter().any(|key| has(term, key))
            || BESIDE.iter().any(|key| has(term, key))
            || own.contains(&"trade") && term.names_area && term.area.as_deref() == Some("trade")
    })
}

/// What a question asks of the tables, if it asks of nothing else.
pub(in super::super) fn wanted(question: &Question<'_>) -> Option<Wanted> {
    let reading = question.reading;
    if matches!(reading.kind, QuestionKind::Why | QuestionKind::Recommend | QuestionKind::Benefits) {
        return None;
    }
    let states = question.states.len();
    if reading.kind == QuestionKind::Borders && !any(reading, DISPUTE) {
        return match states {
            0 => asks_of_rank(reading).then_some(Wanted::Ranking(Measure::Border)),
            1 => Some(Wanted::Neighbours),
            _ => Some(Wanted::Between(Topic::Border)),
        };
    }
    if states == 0 && question.organisations.len() == 1 && only(reading, &[FOUNDED]) && any(reading, FOUNDED)
    {
        return Some(Wanted::Founded);
    }
    of_topic(reading, states, question.organisations.is_empty())
        .or_else(|| of_trade(reading, states))
        .or_else(|| of_figure(reading, states, question.organisations.is_empty()))
}

fn of_topic(reading: &Reading, states: usize, is_of_no_body: bool) -> Option<Wanted> {
    let is_of =
        |key: &str| any(reading, key) && only(reading, &[key, "vote", "agreement", "trade", "in-force"]);
    let (_, topic) = TOPICS.into_iter().find(|(key, _)| is_of(key))?;
    match states {
        0 => None,
        // Where one stands by its votes needs nobody beside it.
        1 if topic == Topic::Votes && !asks_who(reading) => Some(Wanted::Figure(Measure::UnPosition)),
        1 => (topic != Topic::Votes && is_of_no_body).then_some(Wanted::WithAnybody(topic)),
        _ => Some(Wanted::Between(topic)),
    }
}

fn of_trade(reading: &Reading, states: usize) -> Option<Wanted> {
    let is_of_trade = reading.area.as_deref() == Some("trade");
    if !only(reading, &OF_TRADE) {
        return None;
    }
    match states {
        1 if any(reading, "world-partners") => Some(Wanted::Partners),
        1 if is_of_trade && asks_who(reading) => {
            let measures = [(keys::EXPORT, Measure::ExportShare), (keys::IMPORT, Measure::ImportShare)];
            let (_, measure) = measures.into_iter().find(|(key, _)| any(reading, key))?;
            // “From which country does India import most?” is of India’s imports, “who imports most from India” of others’.
            Some(if reading.is_led { Wanted::TradingMost(measure) } else { Wanted::Partners })
        }
        2.. if is_of_trade && asks_how_much(reading) => Some(Wanted::Between(Topic::Trade)),
        _ => None,
    }
}

fn of_figure(reading: &Reading, states: usize, is_of_no_body: bool) -> Option<Wanted> {
    let of_term = |term: &Term| FIGURES.iter().position(|(key, _)| has(term, key));
    let (_, measure) = FIGURES[reading.terms.iter().filter_map(of_term).min()?];
    let own: Vec<&str> = FIGURES.iter().filter(|(_, of)| *of == measure).map(|(key, _)| *key).collect();
    // What is spent on defence is held as a share alone.
    let is_of_money = reading.unit == Some(UnitAsked::Money) && measure == Measure::Defence;
    if !only(reading, &own) || is_of_money {
        return None;
    }
    match states {
        0 if measure.is_figure() && (asks_who(reading) || reading.kind == QuestionKind::What) => {
            Some(Wanted::Ranking(measure))
        }
        1 if is_of_no_body && !any(reading, ECONOMY) => Some(Wanted::Figure(measure)),
        2.. if measure.is_figure() => Some(Wanted::Ranking(measure)),
        _ => None,
    }
}

/// Whether it asks who has most, or least.
fn asks_of_rank(reading: &Reading) -> bool {
    reading.kind == QuestionKind::Rank || reading.has(Cue::Most) || reading.has(Cue::Least)
}

/// Whether it asks who of many.
fn asks_who(reading: &Reading) -> bool {
    matches!(reading.kind, QuestionKind::Who | QuestionKind::Members) || asks_of_rank(reading)
}

/// Whether it asks for an amount, or for nothing in particular.
fn asks_how_much(reading: &Reading) -> bool {
    matches!(
        reading.kind,
        QuestionKind::Amount
            | QuestionKind::What
            | QuestionKind::Rank
            | QuestionKind::Verify
            | QuestionKind::Compare
    )
}
