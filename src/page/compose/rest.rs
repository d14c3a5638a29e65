//! The sections of a comparison: by area, figures, for and against, in time.

use super::{Composer, list, name, partner_columns};
use crate::answer::{AreaRow, Comparison, Dated, EvidenceRow, FigureRow, Named, Rest};
use crate::page::text::clean;
use crate::page::{Block, Cell, Content, Entry, Line, Table};
use crate::words::{answers, marks};

/// What is recorded, area by area, best first.
pub(super) fn areas(comparison: &Comparison, rest: &Rest, draft: &mut Composer) -> Table {
    let row = |row: &AreaRow, draft: &mut Composer| {
        let mut cells = vec![Cell::name(name(&row.area))];
        cells.extend(row.cells.iter().map(|cell| Cell {
            entries: cell.iter().map(|one| pointed(one, &comparison.subject, draft)).collect(),
        }));
        cells
    };
    let rows = rest.areas.iter().map(|one| row(one, draft)).collect();
    Table { columns: partner_columns("Area", &comparison.partners), head: true, rows }
}

/// A statement in short; one of the partner’s own has an arrow that says so.
fn pointed(one: &Dated, subject: &Named, draft: &mut Composer) -> Entry {
    let mut entry = draft.short(&one.cited);
    if let Content::Statement { text, .. } = &mut entry.content {
        let arrow = if one.whose.id == subject.id { "" } else { "←\u{A0}" };
        *text = format!("{arrow}{text}{}", answers::judgement(&one.cited));
    }
    entry
}

/// The figures by what they measure, newest first.
pub(super) fn figures(comparison: &Comparison, rest: &Rest, draft: &mut Composer) -> Table {
    let row = |row: &FigureRow, draft: &mut Composer| {
        let first = row.cells.iter().flatten().next();
        let basis = first.and_then(|one| one.cited.statement.figure.as_ref()?.basis.clone());
        let label = answers::figure_row(&row.area, &row.unit, row.is_target, basis.as_deref());
        let mut cells = vec![Cell::name(clean(&label))];
        cells.extend(
            row.cells
                .iter()
                .map(|cell| Cell { entries: cell.iter().map(|one| number(one, draft)).collect() }),
        );
        cells
    };
    let rows = rest.figures.iter().map(|one| row(one, draft)).collect();
    Table { columns: partner_columns("Figures", &comparison.partners), head: true, rows }
}

/// Numbers as a short form may spell them.
const NUMBERS: [&str; 11] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// A figure: when, and what was measured, in short; the number too, where the short form does not have it.
fn number(one: &Dated, draft: &mut Composer) -> Entry {
    let mut entry = draft.short(&one.cited);
    let Content::Statement { date, text, .. } = &entry.content else { return entry };
    let figure =
        one.cited.statement.figure.as_ref().map_or(String::new(), |figure| clean(&figure.to_string()));
    let has_number = text.contains(|c: char| c.is_ascii_digit())
        || text
            .split(|c: char| !c.is_alphabetic())
            .any(|word| NUMBERS.contains(&word.to_lowercase().as_str()));
    let text = if has_number { text.clone() } else { format!("{text}: {figure}") };
    entry.content = Content::Number { date: date.clone(), text };
    entry
}

/// What speaks for and against each judgement: a heading and a list each.
pub(super) fn evidence(rest: &Rest, draft: &mut Composer) -> Vec<Block> {
    let one = |row: &EvidenceRow, draft: &mut Composer| {
        let judgement = clean(&row.judgement.statement.text);
        let heading = format!("{}, {}: “{judgement}”", clean(&row.label), name(&row.partner));
        let rows = row
            .evidence
            .iter()
            .map(|(bearing, one)| {
                let mut cells = draft.full_row(one, None);
                if let Some(Entry { content: Content::Statement { text, .. }, .. }) =
                    cells.last_mut().and_then(|cell| cell.entries.first_mut())
                {
                    *text = format!("{} {text}{}", marks::bearing(*bearing), answers::judgement(&one.cited));
                }
                cells
            })
            .collect();
        [Block::Line(Line::new(heading)), Block::Table(list(rows))]
    };
    rest.evidence.iter().flat_map(|row| one(row, draft)).collect()
}

/// Dated facts, newest first, with what ended them and what they are at odds with.
pub(super) fn timeline(facts: &[Dated], subject: Option<&Named>, draft: &mut Composer) -> Table {
    list(facts.iter().map(|one| draft.full_row(one, subject)).collect())
}
