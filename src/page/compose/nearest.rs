//! What a page shows where nothing is recorded about a pair: that plainly and first, and what is nearest.

use super::{count, name, the};
use crate::answer::{Named, Nearest};
use crate::page::{Cell, Page, Table};

/// Adds the sentence and the table of what is nearest; pairs that are shown already are not shown again.
/// `within` says where nothing is recorded (“ in Energy, as of 2015”); empty for everywhere.
pub(super) fn add(
    page: &mut Page,
    subject: &Named,
    nearest: &Nearest,
    within: &str,
    shown: &mut Vec<(String, String)>,
) {
    let (from, to) = (the(subject), the(&nearest.partner));
    // What is recorded the other way is shown too, and must not be belied.
    let what =
        if nearest.reverse > 0 { format!("of {from}’s own policy") } else { format!("about {from}") };
    page.lead.push(format!("Nothing is recorded {what} towards {to}{within}. That says nothing either way."));
    let mut rows = Vec::new();
    let mut row = |what: String, cell: Cell| rows.push(vec![Cell::plain(what), cell]);
    let ask = |line: String, statements: usize| Cell {
        text: count(statements, "statement"),
        meta: format!("ask {line}"),
        detail: None,
    };
    if nearest.reverse > 0 {
        row(
            format!("{} towards {from}", name(&nearest.partner)),
            ask(format!("/facts {} {}", nearest.partner.id, subject.id), nearest.reverse),
        );
    }
    for pair in &nearest.pairs {
        let sides = (pair.subject.id.clone(), pair.partner.id.clone());
        if shown.contains(&sides) {
            continue;
        }
        shown.push(sides);
        let line = format!("/facts {} {}", pair.subject.id, pair.partner.id);
        row(format!("{} towards {}", name(&pair.subject), the(&pair.partner)), ask(line, pair.statements));
    }
    if rows.is_empty() && nearest.pairs.is_empty() {
        page.notes.push(format!("Nothing is recorded about either {from} or {to} with others."));
    } else if !rows.is_empty() {
        let when = if nearest.of_all_times { ", of all times" } else { "" };
        let title = format!("Nearest to {from} and {to}{when}");
        page.tables.push(Table { title, columns: vec!["What".to_owned(), "Recorded".to_owned()], rows });
    }
}
