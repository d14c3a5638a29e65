//! `/compare`: a subject's policy towards several partners, area by area.

use std::collections::HashMap;

use super::{When, actor, actor_at, area, claim, organisations, world};
use crate::answer::{AreaCell, AreaRow, Claim, Comparison, Nearest};
use crate::knowledge::{Catalogue, PartialDate, Rank};
use crate::store::read::{Held, HeldCell};
use crate::store::world::{HeldEvidence, HeldMembership};

/// What was asked.
pub(super) struct Asked<'a> {
    pub(super) subject: &'a str,
    pub(super) partners: &'a [String],
    pub(super) area: Option<&'a str>,
    pub(super) when: When,
    pub(super) repeated: &'a [String],
}

/// What was read for it.
pub(super) struct Read {
    pub(super) cells: Vec<HeldCell>,
    /// How many statements are left out as nothing says when they became known.
    pub(super) undatable: usize,
    pub(super) evidence: Vec<HeldEvidence>,
    /// The figures between the subject and the partners, latest first.
    pub(super) figures: Vec<(String, Held)>,
    pub(super) memberships: Vec<HeldMembership>,
    pub(super) nearest: Vec<Nearest>,
    /// How many benefits there are in the one area, by partner.
    pub(super) benefits: Vec<(String, usize)>,
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
pub(super) fn compare(asked: &Asked<'_>, read: Read, catalogue: &Catalogue) -> Comparison {
    let mut evidence: HashMap<&str, Vec<&HeldEvidence>> = HashMap::new();
    for one in &read.evidence {
        evidence.entry(&one.on).or_default().push(one);
    }
    let mut rows: Vec<(Rank, AreaRow)> = Vec::new();
    for cell in read.cells {
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
        // A statement that is towards several partners stands in a cell of each, with all that bears on it.
        let bearing = evidence.get(statement.id.as_str()).into_iter().flatten();
        let bearing = bearing.map(|one| (one.bearing, claim(one.held.clone()))).collect();
        let claim = Claim::new(statement, cell.source);
        let more = cell.statements.saturating_sub(1);
        rows[index].1.cells[column] = Some(AreaCell { claim, more, evidence: bearing });
    }
    let (verdicts, others): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(rank, _)| *rank == Rank::Preferred);
    let bare = |rows: Vec<(Rank, AreaRow)>| rows.into_iter().map(|(_, row)| row).collect();
    let Asked { subject, partners, when, .. } = *asked;
    let as_of = when.as_of;
    // Of one area, who belongs where is beside the question.
    let organisations = match asked.area {
        None => organisations::organisations(subject, partners, when, &read.memberships, catalogue),
        Some(_) => Vec::new(),
    };
    let all = std::iter::once(subject).chain(partners.iter().map(String::as_str));
    Comparison {
        subject: actor_at(catalogue, subject, as_of),
        partners: partners.iter().map(|id| actor_at(catalogue, id, as_of)).collect(),
        area: asked.area.map(|id| area(catalogue, id)),
        verdicts: bare(verdicts),
        others: bare(others),
        figures: figures(asked, read.figures, catalogue),
        organisations,
        lifetimes: organisations::lifetimes(all, when, catalogue),
        nearest: read.nearest,
        repeated: asked.repeated.iter().map(|id| actor(catalogue, id)).collect(),
        as_of: as_of.map(|date| (date, read.undatable)),
        benefits: read.benefits.iter().map(|(id, many)| (actor(catalogue, id), *many)).collect(),
    }
}

/// The latest figure of each area and unit towards each partner, either way; what is aimed at stands
/// apart from what is. They come latest first, each with the partner that it is about.
fn figures(asked: &Asked<'_>, held: Vec<(String, Held)>, catalogue: &Catalogue) -> Vec<AreaRow> {
    let mut rows: Vec<AreaRow> = Vec::new();
    for (partner, held) in held {
        let statement = &held.statement;
        let column = asked.partners.iter().position(|asked| *asked == partner);
        let (Some(figure), Some(column)) = (&statement.figure, column) else { continue };
        let is_of_area = asked.area.is_none_or(|area| area == statement.area);
        if !is_of_area || asked.when.as_of.is_some_and(|date| !world::was_known(&held, date)) {
            continue;
        }
        let area = area(catalogue, &statement.area);
        let target = if figure.is_target() { ", aimed at" } else { "" };
        let label = format!("{}, {}{target}", area.name, figure.unit_for_reading());
        let index = rows.iter().position(|row| row.label == label).unwrap_or_else(|| {
            rows.push(AreaRow { area, label, cells: vec![None; asked.partners.len()] });
            rows.len() - 1
        });
        match &mut rows[index].cells[column] {
            Some(latest) => latest.more += 1,
            empty => *empty = Some(AreaCell { claim: claim(held), more: 0, evidence: Vec::new() }),
        }
    }
    // What can be compared comes first.
    rows.sort_by_key(|row| std::cmp::Reverse(row.cells.iter().flatten().count()));
    rows
}
