//! The page of `/benefits`.

use super::{Citations, about_voices, name, new_page, the};
use crate::answer::{BenefitLine, Benefits};
use crate::page::text::clean;
use crate::page::{Cell, Page, Table};

pub(super) fn page(benefits: &Benefits) -> Page {
    let (subject, partner) = (the(&benefits.subject), the(&benefits.partner));
    let mut page = new_page("benefits", format!("What {subject} gains from {partner}"));
    let mut citations = Citations::default();
    let both = !benefits.tabulated.is_empty() && !benefits.others.is_empty();
    let titles = if both { ["As the sources sum it up", "Also named"] } else { ["", ""] };
    page.tables = tables(benefits, titles, &mut citations);
    page.citations = citations.0;
    if page.tables.is_empty() {
        page.notes.push(format!(
            "No benefit to {subject} from {partner} is recorded. That says nothing either way."
        ));
    } else {
        page.notes.push(EXPECTED.to_owned());
    }
    if benefits.reverse > 0 {
        page.notes.push(format!(
            "The other way round {} recorded: ask /benefits {} {}.",
            if benefits.reverse == 1 { "1 is".to_owned() } else { format!("{} are", benefits.reverse) },
            benefits.partner.id,
            benefits.subject.id
        ));
    } else if page.tables.is_empty() {
        page.notes
            .push(format!("See what else there is: /facts {} {}.", benefits.subject.id, benefits.partner.id));
    }
    about_voices(&mut page);
    page
}

/// What is to be known of benefits.
pub(super) const EXPECTED: &str = "A benefit named here is expected or argued for, not shown to be realised.";

/// The benefits that a source tabulates, and the others.
pub(super) fn tables(benefits: &Benefits, titles: [&str; 2], citations: &mut Citations) -> Vec<Table> {
    let lines = [&benefits.tabulated, &benefits.others];
    let tables = titles.into_iter().zip(lines).filter(|(_, lines)| !lines.is_empty());
    tables
        .map(|(title, lines)| {
            let row =
                |line: &BenefitLine| vec![Cell::plain(clean(&line.label)), citations.cell(&line.claim, 0)];
            let columns =
                vec!["Strategic Area".to_owned(), format!("Benefit to {}", name(&benefits.subject))];
            Table { title: title.to_owned(), columns, rows: lines.iter().map(row).collect() }
        })
        .collect()
}
