//! `/compare`: a subject's policy towards several partners, area by area.

use super::{actor, area, claim};
use crate::answer::{AreaCell, AreaRow, Claim, Comparison, Nearest};
use crate::knowledge::{Catalogue, PartialDate, Rank};
use crate::store::read::{Held, HeldCell};
use crate::store::world::HeldEvidence;

/// What was asked.
pub(super) struct Asked<'a> {
    pub(super) subject: &'a str,
    pub(super) partners: &'a [String],
    pub(super) area: Option<&'a str>,
    pub(super) repeated: &'a [String],
    /// How many benefits there are in the one area, by partner.
    pub(super) benefits: Vec<(String, usize)>,
    /// The date asked for, and how many statements are left out as nothing says when they became known.
    pub(super) as_of: Option<(PartialDate, usize)>,
}

/// The cells at a date: of what was so and known by then, the best in each area towards each partner;
/// and how many statements are left out because nothing says when they became known.
pub(super) fn cells_at(held: Vec<(String, Held)>, date: PartialDate) -> (Vec<HeldCell>, usize) {
    let mut cells: Vec<HeldCell> = Vec::new();
    let mut undatable = 0;
    for (partner, held) in held {
        let Held { statement, source } = held;
        if statement.period.is_open() && source.published.is_none() {
            undatable += 1;
            continue;
        }
        let was_out = source.published.is_none_or(|out| out.start() <= date.end());
        if !was_out || !statement.period.was_so_at(date) {
            continue;
        }
        let same = |cell: &&mut HeldCell| cell.partner == partner && cell.statement.area == statement.area;
        match cells.iter_mut().find(same) {
            Some(cell) => cell.statements += 1,
            None => cells.push(HeldCell { partner, statement, source, statements: 1 }),
        }
    }
    (cells, undatable)
}

/// The partners towards whom there is nothing to compare.
pub(super) fn partners_without(partners: &[String], cells: &[HeldCell]) -> Vec<String> {
    partners.iter().filter(|partner| !cells.iter().any(|cell| cell.partner == **partner)).cloned().collect()
}

/// Lays the cells out by area and partner. They come best rank first and then in the order of the
/// sources, so an area’s first cell decides where the area stands: the article’s order of areas is
/// kept.
pub(super) fn compare(
    asked: &Asked<'_>,
    cells: Vec<HeldCell>,
    mut evidence: Vec<HeldEvidence>,
    nearest: Vec<Nearest>,
    catalogue: &Catalogue,
) -> Comparison {
    let mut rows: Vec<(Rank, AreaRow)> = Vec::new();
    for cell in cells {
        let Some(column) = asked.partners.iter().position(|partner| *partner == cell.partner) else {
            continue;
        };
        let statement = cell.statement;
        let index = rows.iter().position(|(_, row)| row.area.id == statement.area).unwrap_or_else(|| {
            let area = area(catalogue, &statement.area);
            let label = statement.label.clone().unwrap_or_else(|| area.name.clone());
            rows.push((statement.rank, AreaRow { area, label, cells: vec![None; asked.partners.len()] }));
            rows.len() - 1
        });
        let (bearing, rest): (Vec<_>, Vec<_>) = evidence.into_iter().partition(|one| one.on == statement.id);
        evidence = rest;
        let bearing = bearing.into_iter().map(|one| (one.bearing, claim(one.held))).collect();
        let claim = Claim { statement, source: cell.source };
        let more = cell.statements.saturating_sub(1);
        rows[index].1.cells[column] = Some(AreaCell { claim, more, evidence: bearing });
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
        as_of: asked.as_of,
        benefits: asked.benefits.iter().map(|(id, many)| (actor(catalogue, id), *many)).collect(),
    }
}
