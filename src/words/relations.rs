//! What tables and statements record of an actor with another, in a few words.

use super::figures::{exact, text, value};
use crate::answer::observed::{Observed, Topic};
use crate::answer::world::Relation;
use crate::knowledge::Measure;

/// Whether a row is of how much two trade with each other.
#[must_use]
pub fn is_trade(one: &Observed) -> bool {
    Topic::of(one.observation.measure) == Some(Topic::Trade)
}

/// Whether a row is of what is told besides of two.
#[must_use]
pub fn is_beside(one: &Observed) -> bool {
    matches!(Topic::of(one.observation.measure), Some(Topic::Border | Topic::Disputes | Topic::Embassies))
}

/// What is recorded of an actor with another: “3 statements, latest 2026-01 · 9 % of exports · border 438 km, embassies”.
#[must_use]
pub fn recorded(actor: &str, relation: &Relation) -> String {
    let statements = match relation.statements {
        0 => None,
        many => {
            let latest =
                relation.latest.as_ref().map_or(String::new(), |latest| format!(", latest {latest}"));
            Some(format!("{}{latest}", super::count(many, "statement")))
        }
    };
    let parts = [statements, trade_shares(actor, &relation.rows), besides(&relation.rows)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How much of an actor’s trade is with another: “9 % of exports, 25 % of imports”; where that is not in the list, how
/// much of the other’s.
#[must_use]
fn trade_shares(actor: &str, rows: &[Observed]) -> Option<String> {
    let shares = |is_own: bool| {
        let share = |measure: Measure, of: &str| {
            let is_it =
                |one: &&Observed| one.observation.measure == measure && (one.subject.id == actor) == is_own;
            Some(format!("{} % of {of}", exact(value(rows.iter().find(is_it)?))))
        };
        let parts = [share(Measure::ExportShare, "exports"), share(Measure::ImportShare, "imports")];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    };
    shares(true).or_else(|| {
        let other = rows.iter().find(|one| is_trade(one))?.subject.name.as_str();
        Some(format!("{other}’s: {}", shares(false)?))
    })
}

/// What else tables hold of two, in a few words: “border 438 km, 2 disputes, embassies”.
#[must_use]
fn besides(rows: &[Observed]) -> Option<String> {
    let of = |topic: Topic| -> Vec<&Observed> {
        rows.iter().filter(|one| Topic::of(one.observation.measure) == Some(topic)).collect()
    };
    let border = of(Topic::Border).first().map(|one| format!("border {} km", exact(value(one))));
    let mut topics: Vec<&str> = of(Topic::Disputes).into_iter().map(text).collect();
    topics.sort_unstable();
    topics.dedup();
    let disputes = match topics.len() {
        0 => None,
        1 => Some("a dispute".to_owned()),
        many => Some(format!("{many} disputes")),
    };
    let there = of(Topic::Embassies).into_iter().filter(|one| one.observation.note.is_none()).count();
    let embassies = match there {
        0 => None,
        1 => Some("an embassy one way".to_owned()),
        _ => Some("embassies".to_owned()),
    };
    let parts: Vec<String> = [border, disputes, embassies].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
