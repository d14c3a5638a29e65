//! `/compare`: a subject's policy towards several partners, area by area.

use std::collections::HashMap;

use super::{actor, area};
use crate::answer::{AreaCell, AreaRow, Claim, Comparison, Nearest};
use crate::knowledge::{Bearing, Catalogue, Kind, Rank};
use crate::store::read::{Held, MOST_ROWS};

/// What was asked.
pub(super) struct Asked<'a> {
    pub(super) subject: &'a str,
    pub(super) partners: &'a [String],
    pub(super) area: Option<&'a str>,
    pub(super) repeated: &'a [String],
}

/// Whether a statement belongs in a comparison: a fact or a judgement, and not one that only says
/// another again.
fn compares(held: &Held) -> bool {
    held.statement.kind != Kind::Benefit
        && !held.statement.evidence.iter().any(|evidence| evidence.bearing == Bearing::Repeats)
}

/// The partners towards whom there is nothing to compare.
pub(super) fn partners_without(partners: &[String], held: &[Held]) -> Vec<String> {
    let has = |partner: &String| held.iter().any(|held| held.partner == *partner && compares(held));
    partners.iter().filter(|partner| !has(partner)).cloned().collect()
}

/// Lays the statements out by area and partner. In each cell stands the statement of the best
/// rank, before others the one that speaks of this partner alone, then the earliest; the rest are
/// counted.
pub(super) fn compare(
    asked: &Asked<'_>,
    held: Vec<Held>,
    nearest: Vec<Nearest>,
    catalogue: &Catalogue,
) -> Comparison {
    let cut = i64::try_from(held.len()).is_ok_and(|rows| rows >= MOST_ROWS);
    let column: HashMap<&str, usize> =
        asked.partners.iter().enumerate().map(|(index, partner)| (partner.as_str(), index)).collect();
    // Rows come best rank first and then in the order of the sources, so an area’s first statement
    // decides where the area stands: the article’s order of areas is kept.
    let mut rows: Vec<(Rank, AreaRow)> = Vec::new();
    let mut row_of: HashMap<String, usize> = HashMap::new();
    for held in held.into_iter().filter(compares) {
        let Some(&column) = column.get(held.partner.as_str()) else { continue };
        let index = *row_of.entry(held.statement.area.clone()).or_insert_with(|| {
            let area = area(catalogue, &held.statement.area);
            let label = held.statement.label.clone().unwrap_or_else(|| area.name.clone());
            rows.push((
                held.statement.rank,
                AreaRow { area, label, cells: vec![None; asked.partners.len()] },
            ));
            rows.len() - 1
        });
        let Some((_, row)) = rows.get_mut(index) else { continue };
        let claim = Claim { statement: held.statement, source: held.source };
        match &mut row.cells[column] {
            empty @ None => *empty = Some(AreaCell { claim, more: 0 }),
            Some(cell) => {
                let (new, old) = (&claim.statement, &cell.claim.statement);
                if new.rank == old.rank && new.partners.len() < old.partners.len() {
                    cell.claim = claim;
                }
                cell.more += 1;
            }
        }
    }
    let (verdicts, others): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(rank, _)| *rank == Rank::Preferred);
    let bare = |rows: Vec<(Rank, AreaRow)>| rows.into_iter().map(|(_, row)| row).collect();
    Comparison {
        subject: actor(catalogue, asked.subject),
        partners: asked.partners.iter().map(|id| actor(catalogue, id)).collect(),
        area: asked.area.map(|id| area(catalogue, id)),
        verdicts: bare(verdicts),
        others: bare(others),
        nearest,
        repeated: asked.repeated.iter().map(|id| actor(catalogue, id)).collect(),
        cut,
    }
}
