//! `/facts`: every statement about a subject.

use std::collections::HashMap;

use super::{actor, area, pair_line};
use crate::answer::{Claim, FactLine, Facts, Named, Nearest};
use crate::knowledge::{Bearing, Catalogue, Statement};
use crate::store::read::{Held, MOST_ROWS, PairCount};

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
    let cut = i64::try_from(held.len()).is_ok_and(|rows| rows >= MOST_ROWS);
    let mut areas: Vec<Named> = Vec::new();
    for held in &held {
        if !areas.iter().any(|known| known.id == held.statement.area) {
            areas.push(area(catalogue, &held.statement.area));
        }
    }
    let original = |statement: &Statement| {
        statement
            .evidence
            .iter()
            .find(|evidence| evidence.bearing == Bearing::Repeats)
            .map(|e| e.statement.clone())
    };
    let listed: Vec<&str> = held.iter().map(|held| held.statement.id.as_str()).collect();
    let mut repeats: HashMap<String, Vec<String>> = HashMap::new();
    let mut folded: Vec<String> = Vec::new();
    for held in &held {
        // Folded into the first only where the first is listed too.
        if let Some(first) = original(&held.statement).filter(|first| listed.contains(&first.as_str())) {
            repeats.entry(first).or_default().push(held.statement.id.clone());
            folded.push(held.statement.id.clone());
        }
    }
    let mut lines: Vec<FactLine> = held
        .into_iter()
        .filter(|held| !folded.contains(&held.statement.id))
        .filter(|held| asked.area.is_none_or(|area| area == held.statement.area))
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
