//! The page of `/compare`: rows are areas, columns are partners.

use std::collections::BTreeSet;

use super::{Citations, about_voices, and_list, count, name, nearest, new_page, organisations, the};
use crate::answer::{AreaCell, AreaRow, Claim, Comparison, MOST_EVIDENCE};
use crate::knowledge::Bearing;
use crate::page::text::clean;
use crate::page::{Cell, Page, Table, bearing_in_words};

pub(super) fn page(comparison: &Comparison) -> Page {
    let subject = name(&comparison.subject);
    let partners = and_list(&comparison.partners, the);
    let area = comparison.area.as_ref().map_or(String::new(), |area| format!(": {}", name(area)));
    let as_of = comparison.as_of.map_or(String::new(), |(date, _)| format!(", as of {date}"));
    let mut page = new_page("compare", format!("{subject} towards {partners}{area}{as_of}"));
    if let Some((date, undatable)) = comparison.as_of {
        page.notes.push(format!("Of statements only what was so and known as of {date} is shown."));
        if undatable > 0 {
            page.notes.push(format!(
                "{} left out: nothing says when they became known.",
                if undatable == 1 {
                    "1 statement is".to_owned()
                } else {
                    format!("{undatable} statements are")
                }
            ));
        }
    }
    let mut citations = Citations::default();
    let titles = match (comparison.verdicts.is_empty(), comparison.others.is_empty()) {
        (false, false) => ["As the sources sum it up", "Also recorded"],
        _ => ["", ""],
    };
    page.tables.extend(areas(comparison, titles, &mut citations));
    page.tables.extend(figures(comparison, MOST_FIGURES, &mut citations));
    if comparison.figures.len() > MOST_FIGURES {
        page.notes.push(format!(
            "Left out here: {} of figures; {}.",
            count(comparison.figures.len() - MOST_FIGURES, "row"),
            shown_by(comparison)
        ));
    }
    // What supports a cell is cited in it; what speaks against it is not to be overlooked.
    page.tables.extend(evidence(comparison, &[Bearing::Disputes], &mut citations));
    note_more_evidence(&mut page, comparison);
    organisations::add(
        &mut page,
        &comparison.subject,
        &comparison.partners,
        &comparison.organisations,
        comparison.as_of.map(|(date, _)| date),
        &mut citations,
    );
    organisations::note_lifetimes(&mut page, &comparison.lifetimes);
    let mut shown = Vec::new();
    for nearest in &comparison.nearest {
        let area = comparison.area.as_ref().map(name);
        let within = area.map_or(String::new(), |area| format!(" in {area}"));
        nearest::add(&mut page, &comparison.subject, nearest, &format!("{within}{as_of}"), &mut shown);
    }
    for (partner, many) in &comparison.benefits {
        page.notes.push(format!(
            "What {subject} gains from {} there is recorded apart ({}): /benefits {} {}.",
            name(partner),
            count(*many, "benefit"),
            comparison.subject.id,
            partner.id
        ));
    }
    if !comparison.repeated.is_empty() {
        let names = and_list(&comparison.repeated, name);
        page.notes.push(format!("Named more than once and shown once: {names}."));
    }
    page.citations = citations.0;
    about_voices(&mut page);
    let more: usize = comparison
        .verdicts
        .iter()
        .chain(&comparison.others)
        .chain(comparison.figures.iter().take(MOST_FIGURES))
        .flat_map(|row| &row.cells)
        .flatten()
        .map(|cell| cell.more)
        .sum();
    if more > 0 {
        page.notes.push(format!(
            "“More” counts what else is recorded ({} here); {}.",
            count(more, "statement"),
            shown_by(comparison)
        ));
    }
    page
}

/// Which lines show each statement that a comparison counts: those of the subject, and where a figure is a partner’s,
/// of that too.
fn shown_by(comparison: &Comparison) -> String {
    let mut lines = vec![format!("/facts {}", comparison.subject.id)];
    for (index, partner) in comparison.partners.iter().enumerate() {
        let of_partner = |row: &AreaRow| row.cells.get(index).is_some_and(Option::is_some);
        if comparison.figures.iter().any(of_partner) {
            lines.push(format!("/facts {} {}", partner.id, comparison.subject.id));
        }
    }
    match lines.as_slice() {
        [one] => format!("{one} shows each"),
        several => format!("{} show each", and_list(several, Clone::clone)),
    }
}

/// The areas in which a source sums its judgement up, and the others.
pub(super) fn areas(comparison: &Comparison, titles: [&str; 2], citations: &mut Citations) -> Vec<Table> {
    let mut columns = vec!["Area".to_owned()];
    columns.extend(comparison.partners.iter().map(name));
    let rows = [&comparison.verdicts, &comparison.others];
    let tables = titles.into_iter().zip(rows).filter(|(_, rows)| !rows.is_empty());
    tables
        .map(|(title, rows)| {
            let rows = rows.iter().map(|row| cells(row, citations)).collect();
            Table { title: title.to_owned(), columns: columns.clone(), rows }
        })
        .collect()
}

/// How many rows of figures are shown; /facts has all.
const MOST_FIGURES: usize = 8;

/// The latest figures, a row for each area and unit.
pub(super) fn figures(comparison: &Comparison, most: usize, citations: &mut Citations) -> Option<Table> {
    let rows: Vec<Vec<Cell>> =
        comparison.figures.iter().take(most).map(|row| cells(row, citations)).collect();
    let mut columns = vec!["Figures".to_owned()];
    columns.extend(comparison.partners.iter().map(name));
    (!rows.is_empty()).then(|| Table { title: "Latest figures, either way".to_owned(), columns, rows })
}

/// What bears on a cell in one way.
fn bearing_on(cell: &AreaCell, how: Bearing) -> impl Iterator<Item = &Claim> {
    cell.evidence.iter().filter(move |(known, _)| *known == how).map(|(_, claim)| claim)
}

/// Says on which judgements more bears than is shown.
pub(super) fn note_more_evidence(page: &mut Page, comparison: &Comparison) {
    let has_more = |cell: &&AreaCell| {
        [Bearing::Disputes, Bearing::Supports]
            .into_iter()
            .any(|how| bearing_on(cell, how).count() > MOST_EVIDENCE)
    };
    let cells = comparison.verdicts.iter().chain(&comparison.others).flat_map(|row| &row.cells).flatten();
    let keys: BTreeSet<&str> = cells.filter(has_more).map(|cell| cell.claim.statement.id.as_str()).collect();
    let keys: Vec<&str> = keys.into_iter().collect();
    if let Some(first) = keys.first() {
        page.notes.push(format!(
            "At most {MOST_EVIDENCE} statements for a judgement, and as many against it, are named. There are more on {}: \
             /knowledge show {first}.",
            and_list(&keys, |key| (*key).to_owned())
        ));
    }
}

/// What bears on the cells above, a row each: disputes first.
pub(super) fn evidence(
    comparison: &Comparison,
    bearings: &[Bearing],
    citations: &mut Citations,
) -> Option<Table> {
    let mut found: Vec<(Bearing, String, &Claim)> = Vec::new();
    for row in comparison.verdicts.iter().chain(&comparison.others) {
        for (partner, cell) in comparison.partners.iter().zip(&row.cells) {
            for bearing in bearings {
                let of_cell = cell.iter().flat_map(|cell| bearing_on(cell, *bearing).take(MOST_EVIDENCE));
                let about = || format!("{}, {}", clean(&row.label), name(partner));
                found.extend(of_cell.map(|claim| (*bearing, about(), claim)));
            }
        }
    }
    // What speaks against a judgement is not to be overlooked.
    found.sort_by_key(|(bearing, ..)| *bearing != Bearing::Disputes);
    let rows: Vec<Vec<Cell>> = found
        .into_iter()
        .map(|(bearing, about, claim)| {
            vec![Cell::plain(about), Cell::plain(bearing_in_words(bearing)), citations.cell(claim, 0)]
        })
        .collect();
    let columns = ["About", "Says", "Evidence"].map(str::to_owned).to_vec();
    let title = match bearings {
        [Bearing::Disputes] => "What disputes it",
        _ => "What speaks for and against it",
    };
    (!rows.is_empty()).then(|| Table { title: title.to_owned(), columns, rows })
}

fn cells(row: &AreaRow, citations: &mut Citations) -> Vec<Cell> {
    let mut cells = vec![Cell::plain(clean(&row.label))];
    cells.extend(row.cells.iter().map(|cell| match cell {
        Some(cell) => {
            let mut shown = citations.cell(&cell.claim, cell.more);
            for bearing in [Bearing::Disputes, Bearing::Supports] {
                let named = bearing_on(cell, bearing).take(MOST_EVIDENCE);
                let mut by: Vec<usize> = named.map(|claim| citations.number(&claim.source)).collect();
                by.sort_unstable();
                by.dedup();
                if by.is_empty() {
                    continue;
                }
                shown.meta.push_str(&format!(" · {}", bearing_in_words(bearing)));
                for n in by {
                    shown.meta.push_str(&format!("\u{A0}[{n}]"));
                }
            }
            shown
        }
        None => Cell::nothing(),
    }));
    cells
}
