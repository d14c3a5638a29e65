//! `/facts`: every statement about a subject.

use std::collections::{HashMap, HashSet};

use super::{actor, area, is_cut, pair_line};
use crate::answer::{Claim, FactLine, Facts, Nearest};
use crate::knowledge::Catalogue;
use crate::store::read::{Held, PairCount};

/// What was asked.
pub(super) struct Asked<'a> {
    pub(super) subject: &'a str,
    pub(super) partner: Option<&'a str>,
    pub(super) area: Option<&'a str>,
}

/// Lists the statements read for it by area, areas in the order in which they first appear. A statement that
/// says another again is not a line of its own: the first names it. `elsewhere` are the areas in which there is
/// something where there is nothing in the one asked for.
pub(super) fn facts(
    asked: &Asked<'_>,
    held: Vec<Held>,
    elsewhere: &[String],
    nearest: Option<Nearest>,
    pairs: &[PairCount],
    catalogue: &Catalogue,
) -> Facts {
    let cut = is_cut(&held);
    let mut place: HashMap<String, usize> = HashMap::new();
    for held in &held {
        let next = place.len();
        place.entry(held.statement.area.clone()).or_insert(next);
    }
    // Folded into the first only where that is listed too, as a line of its own.
    let firsts: HashSet<String> = held
        .iter()
        .filter(|held| held.statement.repeats().is_none())
        .map(|held| held.statement.id.clone())
        .collect();
    let (repeating, lines): (Vec<Held>, Vec<Held>) = held
        .into_iter()
        .partition(|held| held.statement.repeats().is_some_and(|first| firsts.contains(first)));
    let mut repeats: HashMap<String, Vec<String>> = HashMap::new();
    for Held { statement, .. } in repeating {
        if let Some(first) = statement.repeats() {
            repeats.entry(first.to_owned()).or_default().push(statement.id.clone());
        }
    }
    let mut lines: Vec<FactLine> = lines
        .into_iter()
        .map(|held| FactLine {
            label: area(catalogue, &held.statement.area).name,
            partners: held.statement.partners.iter().map(|id| actor(catalogue, id)).collect(),
            repeated_as: repeats.remove(&held.statement.id).unwrap_or_default(),
            claim: Claim::new(held.statement, held.source),
        })
        .collect();
    lines.sort_by_key(|line| place.get(&line.claim.statement.area).copied());
    Facts {
        subject: actor(catalogue, asked.subject),
        partner: asked.partner.map(|id| actor(catalogue, id)),
        area: asked.area.map(|id| area(catalogue, id)),
        lines,
        nearest,
        organisations: Vec::new(),
        areas: elsewhere.iter().map(|id| area(catalogue, id)).collect(),
        pairs: pairs.iter().map(|pair| pair_line(catalogue, pair)).collect(),
        cut,
    }
}
