//! `/facts`: every statement about a subject.

use std::collections::{HashMap, HashSet};

use super::{actor, area, is_cut, pair_line};
use crate::answer::{Claim, FactLine, Facts, Named, Nearest};
use crate::knowledge::Catalogue;
use crate::store::read::{Held, PairCount};

/// What was asked.
pub(super) struct Asked<'a> {
    pub(super) subject: &'a str,
    pub(super) partner: Option<&'a str>,
    pub(super) area: Option<&'a str>,
}

/// Lists the statements read for it by area, areas in the order in which they first appear. A statement that
/// says another again is not a line of its own: the first names it.
pub(super) fn facts(
    asked: &Asked<'_>,
    held: Vec<Held>,
    nearest: Option<Nearest>,
    pairs: &[PairCount],
    catalogue: &Catalogue,
) -> Facts {
    let cut = is_cut(&held);
    let mut areas: Vec<Named> = Vec::new();
    for held in &held {
        if !areas.iter().any(|known| known.id == held.statement.area) {
            areas.push(area(catalogue, &held.statement.area));
        }
    }
    let held: Vec<Held> =
        held.into_iter().filter(|held| asked.area.is_none_or(|area| area == held.statement.area)).collect();
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
    let place: HashMap<&str, usize> =
        areas.iter().enumerate().map(|(index, area)| (area.id.as_str(), index)).collect();
    lines.sort_by_key(|line| place.get(line.claim.statement.area.as_str()).copied());
    Facts {
        subject: actor(catalogue, asked.subject),
        partner: asked.partner.map(|id| actor(catalogue, id)),
        area: asked.area.map(|id| area(catalogue, id)),
        lines,
        nearest,
        organisations: Vec::new(),
        areas,
        pairs: pairs.iter().map(|pair| pair_line(catalogue, pair)).collect(),
        cut,
    }
}
