//! The page of `/compare`: rows are areas, columns are partners.

use super::{Citations, about_voices, and_list, count, name, nearest, new_page};
use crate::answer::{AreaRow, Comparison};
use crate::page::text::clean;
use crate::page::{Cell, Page, Table};

pub(super) fn page(comparison: &Comparison) -> Page {
    let subject = name(&comparison.subject);
    let partners = and_list(&comparison.partners, name);
    let area = comparison.area.as_ref().map_or(String::new(), |area| format!(": {}", name(area)));
    let mut page = new_page("compare", format!("{subject} towards {partners}{area}"));
    let mut citations = Citations::default();
    let mut columns = vec!["Area".to_owned()];
    columns.extend(comparison.partners.iter().map(name));
    let titles = match (comparison.verdicts.is_empty(), comparison.others.is_empty()) {
        (false, false) => ("As the sources sum it up", "Also recorded"),
        _ => ("", ""),
    };
    for (title, rows) in [(titles.0, &comparison.verdicts), (titles.1, &comparison.others)] {
        if !rows.is_empty() {
            let rows = rows.iter().map(|row| cells(row, &mut citations)).collect();
            page.tables.push(Table { title: title.to_owned(), columns: columns.clone(), rows });
        }
    }
    for nearest in &comparison.nearest {
        let area = comparison.area.as_ref().map(name);
        nearest::add(&mut page, &comparison.subject, nearest, area.as_deref(), &mut citations);
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
        .flat_map(|row| &row.cells)
        .flatten()
        .map(|cell| cell.more)
        .sum();
    if more > 0 {
        page.notes.push(format!(
            "“More” counts what else is recorded ({} here): /facts {} shows each.",
            count(more, "statement"),
            comparison.subject.id
        ));
    }
    page
}

fn cells(row: &AreaRow, citations: &mut Citations) -> Vec<Cell> {
    let mut cells = vec![Cell::plain(clean(&row.label))];
    cells.extend(row.cells.iter().map(|cell| match cell {
        Some(cell) => citations.cell(&cell.claim, cell.more),
        None => Cell::nothing(),
    }));
    cells
}
