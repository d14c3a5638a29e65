//! The page of `/benefits`.

use super::{Citations, about_voices, name, new_page};
use crate::answer::{BenefitLine, Benefits};
use crate::page::text::clean;
use crate::page::{Cell, Page, Table};

pub(super) fn page(benefits: &Benefits) -> Page {
    let (subject, partner) = (name(&benefits.subject), name(&benefits.partner));
    let mut page = new_page("benefits", format!("What {subject} gains from {partner}"));
    let mut citations = Citations::default();
    let mut table = |title: &str, lines: &[BenefitLine]| {
        if !lines.is_empty() {
            let rows = lines
                .iter()
                .map(|line| vec![Cell::plain(clean(&line.label)), citations.cell(&line.claim, 0)])
                .collect();
            let columns = vec!["Strategic Area".to_owned(), format!("Benefit to {subject}")];
            page.tables.push(Table { title: title.to_owned(), columns, rows });
        }
    };
    let both = !benefits.tabulated.is_empty() && !benefits.others.is_empty();
    table(if both { "As the sources sum it up" } else { "" }, &benefits.tabulated);
    table(if both { "Also named" } else { "" }, &benefits.others);
    page.citations = citations.0;
    if page.tables.is_empty() {
        page.notes.push(format!(
            "No benefit to {subject} from {partner} is recorded. That says nothing either way."
        ));
    } else {
        page.notes
            .push("A benefit named here is expected or argued for, not shown to be realised.".to_owned());
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
