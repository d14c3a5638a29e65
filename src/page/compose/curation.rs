//! The pages about knowledge's own life: items, history, audit, changes.

use super::{Citations, new_page};
use crate::answer::curation::{Audit, History, Powers, Report, Revised, Set, Shown};
use crate::knowledge::fields::FieldChange;
use crate::page::text::clean;
use crate::page::{Cell, Page, Table, bearing_in_words};

/// A value in a difference; nothing is shown as such.
fn value(value: Option<&String>) -> Cell {
    value.map_or_else(Cell::nothing, |text| Cell::plain(clean(text)))
}

fn table(title: String, columns: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table { title, columns: columns.iter().map(|column| (*column).to_owned()).collect(), rows }
}

/// A time as people read it: the day, and the minute.
fn time(at: &str) -> String {
    at.get(..16).map_or_else(|| clean(at), |minute| minute.replace('T', " "))
}

/// A change set's number; that of a public one with its mark, as numbers are counted in each.
fn number(set: &Set) -> String {
    if set.public { format!("public #{}", set.number) } else { format!("#{}", set.number) }
}

pub(super) fn shown(shown: &Shown) -> Page {
    let mut page = new_page("show", format!("{}: {}", shown.name, shown.state));
    if shown.fields.is_empty() {
        page.notes.push(
            "It is retracted: nothing shows it but this. /knowledge restore brings it back.".to_owned(),
        );
    } else {
        let rows = shown
            .fields
            .iter()
            .map(|(key, value)| vec![Cell::plain(*key), Cell::plain(clean(value))])
            .collect();
        page.tables.push(table(String::new(), &["Field", "Value"], rows));
    }
    let mut citations = Citations::default();
    let rows: Vec<Vec<Cell>> = shown
        .evidence
        .iter()
        .map(|(bearing, claim)| {
            let key = Cell::plain(claim.statement.id.as_str());
            vec![Cell::plain(bearing_in_words(*bearing)), key, citations.cell(claim, 0)]
        })
        .collect();
    if !rows.is_empty() {
        page.tables.push(table("What bears on it".to_owned(), &["Says", "Key", "Evidence"], rows));
    }
    page.citations = citations.0;
    let rows: Vec<Vec<Cell>> = shown.history.iter().map(revision).collect();
    page.tables.push(table("History".to_owned(), &["Change", "When", "Who", "What", "Why"], rows));
    page
}

fn revision(revised: &Revised) -> Vec<Cell> {
    let set = &revised.set;
    let change = |change: &FieldChange| {
        let text = |value: &Option<String>| value.as_deref().map_or("—".to_owned(), clean);
        format!("{}: {} → {}", change.key, text(&change.before), text(&change.after))
    };
    let changes: Vec<String> = revised.changes.iter().map(change).collect();
    vec![
        Cell::plain(number(set)),
        Cell::plain(time(&set.made_at)),
        Cell::plain(clean(&set.author)),
        Cell { text: revised.action.to_owned(), meta: changes.join(" · "), detail: None },
        Cell::plain(clean(&set.reason)),
    ]
}

pub(super) fn history(history: &History) -> Page {
    let mut page = new_page("history", format!("History {}", clean(&history.about)).trim_end().to_owned());
    let rows: Vec<Vec<Cell>> = history
        .sets
        .iter()
        .map(|(set, edits)| {
            vec![
                Cell::plain(number(set)),
                Cell::plain(time(&set.made_at)),
                Cell::plain(clean(&set.author)),
                Cell::plain(clean(&set.reason)),
                Cell::plain(clean(&edits.join("; "))),
            ]
        })
        .collect();
    if rows.is_empty() {
        page.notes
            .push("Nothing was changed that fits; /knowledge history alone shows everything.".to_owned());
    } else {
        page.tables.push(table(String::new(), &["Change", "When", "Who", "Why", "What"], rows));
        page.notes.push(
            "/knowledge show with a key shows one item; /knowledge undo with a number takes a change back."
                .to_owned(),
        );
    }
    if history.cut {
        page.notes
            .push("There is more than one answer holds; narrow it with actor, id, user or since.".to_owned());
    }
    page
}

pub(super) fn audit(audit: &Audit) -> Page {
    let mut page = new_page("audit", "Audit".to_owned());
    let rows: Vec<Vec<Cell>> = audit
        .lines
        .iter()
        .map(|[at, author, action, detail]| {
            vec![
                Cell::plain(time(at)),
                Cell::plain(clean(author)),
                Cell::plain(clean(action)),
                Cell::plain(clean(detail)),
            ]
        })
        .collect();
    if rows.is_empty() {
        page.notes.push("Nothing was done here yet.".to_owned());
    } else {
        page.tables.push(table(String::new(), &["When", "Who", "What", "About"], rows));
    }
    if audit.cut {
        page.notes.push("Only the latest lines are shown.".to_owned());
    }
    page
}

pub(super) fn powers(powers: &Powers) -> Page {
    let mut page = new_page("whoami", format!("Your level here is {}: you {}", powers.level, powers.meaning));
    page.notes.push(format!("Because {}.", powers.because));
    let rows = powers
        .levels
        .iter()
        .map(|(level, meaning)| vec![Cell::plain(*level), Cell::plain(*meaning)])
        .collect();
    page.tables.push(table(String::new(), &["Level", "What it lets people do"], rows));
    page
}

/// The page of a change that was made, would be made, or cannot be made. It cannot be asked again: it
/// has no line.
#[must_use]
pub fn report(report: &Report) -> Page {
    let mut page = new_page(report.kind, clean(&report.title));
    let many = report.items.len() > 1;
    for (name, changes) in &report.items {
        let rows: Vec<Vec<Cell>> = changes
            .iter()
            .map(|change| {
                vec![Cell::plain(change.key), value(change.before.as_ref()), value(change.after.as_ref())]
            })
            .collect();
        if !rows.is_empty() {
            let title = if many { clean(&name.to_string()) } else { String::new() };
            page.tables.push(table(title, &["Field", "Before", "After"], rows));
        }
    }
    page.notes.extend(report.notes.iter().map(|note| clean(note)));
    page.follow.clone_from(&report.follow);
    page.files.extend(report.file.clone());
    page
}
