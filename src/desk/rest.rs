//! What the sections of a comparison hold: all that is recorded between a subject and its partners, by area, by
//! what is measured, by what it says of the judgements, and in time.

use std::collections::BTreeSet;

use super::compare::ComparisonQuestion;
use super::{area, dated};
use crate::answer::{AreaRow, Dated, EvidenceRow, FigureRow, Rest};
use crate::knowledge::{Bearing, Catalogue, CitedStatement, Direction, Kind, PartialDate, Rank};
use crate::store::between::Between;
use crate::store::world::CitedEvidence;

/// How many statements stand in one cell of the areas.
const MOST_IN_CELL: usize = 4;

/// How many figures of one thing with one partner.
const MOST_FIGURES: usize = 40;

/// Whether a statement is a fact that has a date and is to be shown.
pub(super) fn is_dated_fact(cited: &CitedStatement) -> bool {
    let statement = &cited.statement;
    statement.kind == Kind::Fact
        && statement.day().is_some()
        && statement.rank != Rank::Deprecated
        && !statement.framing
}

/// Whether a statement goes in a direction, seen from a subject.
pub(super) fn goes(direction: Direction, cited: &CitedStatement, subject: &str) -> bool {
    match direction {
        Direction::Both => true,
        Direction::To => cited.statement.subject == subject,
        Direction::From => cited.statement.subject != subject,
    }
}

/// Whether a statement only says another again that is about the same partner and among these too.
pub(super) fn is_repeat((other, cited): &(String, CitedStatement), all: &[(String, CitedStatement)]) -> bool {
    let first = cited.statement.repeats();
    first.is_some_and(|first| all.iter().any(|(of, known)| of == other && known.statement.id == first))
}

/// How many statements bear on the judgements.
pub(super) fn total(evidence: &[CitedEvidence]) -> usize {
    let mut counted: BTreeSet<(&str, Bearing)> = BTreeSet::new();
    evidence.iter().filter(|one| counted.insert((&one.on, one.bearing))).map(|one| one.total).sum()
}

/// What there is to count among statements that were all read.
pub(super) fn counts(
    all: &[(String, CitedStatement)],
    subject: &str,
    direction: Direction,
    day: PartialDate,
) -> Between {
    let shown = || {
        let is_counted = |one: &&(String, CitedStatement)| {
            let statement = &one.1.statement;
            statement.rank != Rank::Deprecated
                && !statement.framing
                && goes(direction, &one.1, subject)
                && !is_repeat(one, all)
        };
        all.iter().filter(is_counted).map(|(_, cited)| cited)
    };
    let keys = |is_one: &dyn Fn(&CitedStatement) -> bool| {
        let keys: BTreeSet<&str> =
            shown().filter(|cited| is_one(cited)).map(|cited| cited.statement.id.as_str()).collect();
        keys.len()
    };
    let areas: BTreeSet<&str> = shown().map(|cited| cited.statement.area.as_str()).collect();
    let sources: BTreeSet<&str> = shown().map(|cited| cited.source.id.as_str()).collect();
    Between {
        statements: keys(&|_| true),
        areas: areas.len(),
        dated: keys(&is_dated_fact),
        figures: keys(&|cited| {
            cited.statement.kind == Kind::Fact && cited.statement.figure.is_some() && cited.is_live(day)
        }),
        sources: sources.into_iter().map(str::to_owned).collect(),
    }
}

/// All that the sections hold.
pub(super) fn rest(
    question: &ComparisonQuestion<'_>,
    all: &[(String, CitedStatement)],
    verdicts: &[(String, CitedStatement)],
    evidence: &[CitedEvidence],
    catalogue: &Catalogue,
) -> Rest {
    let day = question.when.date();
    let is_shown = |one: &&(String, CitedStatement)| {
        one.1.statement.rank != Rank::Deprecated
            && goes(question.direction, &one.1, question.subject)
            && !is_repeat(one, all)
    };
    let shown: Vec<&(String, CitedStatement)> = all.iter().filter(is_shown).collect();
    Rest {
        areas: areas(question, &shown, day, catalogue),
        figures: figures(question, &shown, day, catalogue),
        evidence: evidence_rows(question, verdicts, evidence, catalogue),
        timeline: timeline(&shown, catalogue),
    }
}

/// Facts and judgements by area, best first; the areas in the order of the catalogue.
fn areas(
    question: &ComparisonQuestion<'_>,
    shown: &[&(String, CitedStatement)],
    day: PartialDate,
    catalogue: &Catalogue,
) -> Vec<AreaRow> {
    let row = |id: &str| {
        let cell = |partner: &String| {
            let mut cell: Vec<&CitedStatement> = shown
                .iter()
                .filter(|(other, cited)| {
                    let statement = &cited.statement;
                    other == partner
                        && statement.area == id
                        && statement.kind != Kind::Benefit
                        && !statement.framing
                })
                .map(|(_, cited)| cited)
                .collect();
            cell.sort_by_key(|cited| cited.precedence(day));
            cell.into_iter()
                .take(MOST_IN_CELL)
                .map(|cited| dated(catalogue, cited.clone()))
                .collect::<Vec<_>>()
        };
        AreaRow { area: area(catalogue, id), cells: question.partners.iter().map(cell).collect() }
    };
    let rows = catalogue.areas().map(|known| row(&known.id));
    rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect()
}

/// Live figures by area and unit, each cell newest first; what is aimed at stands apart from what is.
fn figures(
    question: &ComparisonQuestion<'_>,
    shown: &[&(String, CitedStatement)],
    day: PartialDate,
    catalogue: &Catalogue,
) -> Vec<FigureRow> {
    let mut rows: Vec<FigureRow> = Vec::new();
    for (partner, cited) in shown {
        let statement = &cited.statement;
        let column = question.partners.iter().position(|known| known == partner);
        let (Some(figure), Some(column)) = (&statement.figure, column) else { continue };
        if statement.kind != Kind::Fact || statement.framing || !cited.is_live(day) {
            continue;
        }
        let is_row = |row: &FigureRow| {
            row.area.id == statement.area && row.unit == figure.unit && row.is_target == figure.is_target()
        };
        let index = rows.iter().position(is_row).unwrap_or_else(|| {
            rows.push(FigureRow {
                area: area(catalogue, &statement.area),
                unit: figure.unit.clone(),
                is_target: figure.is_target(),
                cells: vec![Vec::new(); question.partners.len()],
            });
            rows.len() - 1
        });
        let cell = &mut rows[index].cells[column];
        if cell.len() < MOST_FIGURES {
            cell.push(dated(catalogue, cited.clone()));
        }
    }
    // What can be compared comes first, then what there is most of.
    rows.sort_by_key(|row| {
        let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
        std::cmp::Reverse((filled, row.cells.iter().map(Vec::len).sum::<usize>()))
    });
    rows
}

/// What speaks against each judgement, then what speaks for it.
fn evidence_rows(
    question: &ComparisonQuestion<'_>,
    verdicts: &[(String, CitedStatement)],
    evidence: &[CitedEvidence],
    catalogue: &Catalogue,
) -> Vec<EvidenceRow> {
    let mut rows = Vec::new();
    for (partner, judgement) in verdicts {
        if !question.partners.contains(partner) {
            continue;
        }
        let on_it = |how: Bearing| {
            evidence.iter().filter(move |one| one.on == judgement.statement.id && one.bearing == how)
        };
        let both = on_it(Bearing::Disputes).chain(on_it(Bearing::Supports));
        let both: Vec<(Bearing, Dated)> =
            both.map(|one| (one.bearing, dated(catalogue, one.cited.clone()))).collect();
        if !both.is_empty() {
            let of_area = || area(catalogue, &judgement.statement.area).name;
            rows.push(EvidenceRow {
                label: judgement.statement.label.clone().unwrap_or_else(of_area),
                partner: super::actor(catalogue, partner),
                judgement: judgement.clone(),
                evidence: both,
            });
        }
    }
    rows
}

/// Dated facts, each once though it is about several partners, newest first.
fn timeline(shown: &[&(String, CitedStatement)], catalogue: &Catalogue) -> Vec<Dated> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let dated_facts = shown.iter().map(|(_, cited)| cited).filter(|cited| is_dated_fact(cited));
    let once = dated_facts.filter(|cited| seen.insert(&cited.statement.id));
    once.map(|cited| dated(catalogue, cited.clone())).collect()
}
