//! The pages about the world: profiles, organisations, what is shared, relations, timelines.

use std::sync::Arc;

use super::{Citations, about_voices, and_list, capitalised, count, name, new_page, organisations, the};
use crate::answer::world::{Belonging, Members, Profile, Relation, Relations, Shared, Timeline};
use crate::answer::{Claim, Named};
use crate::knowledge::{PartialDate, Source, Years};
use crate::page::text::clean;
use crate::page::{Cell, Page, Table};

fn table(title: &str, columns: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    let columns = columns.iter().map(|column| (*column).to_owned()).collect();
    Table { title: title.to_owned(), columns, rows }
}

/// “as of 2015”, after a title.
fn at(as_of: Option<PartialDate>) -> String {
    as_of.map_or(String::new(), |date| format!(", as of {date}"))
}

/// A source as a cell: its letter and its number.
fn source(source: &Arc<Source>, citations: &mut Citations) -> Cell {
    Cell::plain(format!("{} [{}]", source.reliability, citations.number(source)))
}

/// The years of a membership; those that no source gives are marked. At a date it matters that it is not
/// recorded since when.
fn years(belonging: &Belonging, as_of: Option<PartialDate>) -> String {
    if as_of.is_some() && belonging.period.from.is_none() {
        let until = belonging.period.to.map_or(String::new(), |to| format!(", until {to}"));
        return format!("since when is not recorded{until}");
    }
    let mark = if belonging.years == Years::Unsourced { " (years unsourced)" } else { "" };
    if belonging.period.is_open() { "—".to_owned() } else { format!("{}{mark}", belonging.period) }
}

/// What is to be known, at a date, of memberships of which it is not recorded since when.
fn about_undated<'a>(page: &mut Page, as_of: Option<PartialDate>, all: impl Iterator<Item = &'a Belonging>) {
    let undated = all.filter(|one| one.period.from.is_none()).count();
    if let Some(date) = as_of.filter(|_| undated > 0) {
        page.notes.push(format!(
            "Of {undated} it is not recorded since when: shown all the same, they may be later than {date}."
        ));
    }
}

/// What is to be known of years without a source, where there are any.
fn about_years<'a>(page: &mut Page, mut all: impl Iterator<Item = &'a Belonging>) {
    if all.any(|belonging| belonging.years == Years::Unsourced) {
        page.notes.push(
            "Years marked unsourced come from no source at hand; check them before you use them.".to_owned(),
        );
    }
}

pub(super) fn profile(profile: &Profile) -> Page {
    let title = name(&profile.actor);
    let mut page = new_page("profile", format!("{title}{}", at(profile.as_of)));
    let mut citations = Citations::default();
    organisations::note_lifetimes(&mut page, profile.lifetime.as_slice());
    let rows =
        profile.names.iter().map(|(what, text)| vec![Cell::plain(*what), Cell::plain(clean(text))]).collect();
    page.tables.push(table("Names and codes", &["What", "Name"], rows));
    if profile.memberships.is_empty() {
        page.notes.push(format!(
            "No membership of {} is recorded{}.",
            the(&profile.actor),
            at(profile.as_of)
        ));
    } else {
        let rows = profile
            .memberships
            .iter()
            .map(|one| {
                let status = Cell::plain(one.status.to_string());
                vec![
                    Cell::plain(name(&one.of)),
                    status,
                    Cell::plain(years(one, profile.as_of)),
                    source(&one.source, &mut citations),
                ]
            })
            .collect();
        page.tables.push(table("Belongs to", &["Organisation", "As", "Years", "Source"], rows));
    }
    if !profile.latest.is_empty() {
        let rows = profile
            .latest
            .iter()
            .map(|claim| vec![Cell::plain(claim.statement.period.to_string()), citations.cell(claim, 0)])
            .collect();
        page.tables.push(table("Latest facts", &["Date", "Fact"], rows));
    }
    if !profile.relations.is_empty() {
        page.tables.push(relation_table("Most recorded with", &profile.relations));
        page.notes.push(format!("/relations {} shows everyone.", profile.actor.id));
    }
    page.citations = citations.0;
    about_voices(&mut page);
    about_undated(&mut page, profile.as_of, profile.memberships.iter());
    about_years(&mut page, profile.memberships.iter());
    page
}

fn relation_table(title: &str, relations: &[Relation]) -> Table {
    let rows = relations
        .iter()
        .map(|relation| {
            vec![
                Cell::plain(name(&relation.other)),
                Cell::plain(relation.statements.to_string()),
                Cell::plain(relation.latest.clone().unwrap_or_else(|| "undated".to_owned())),
            ]
        })
        .collect();
    table(title, &["With", "Statements", "Latest"], rows)
}

pub(super) fn relations(relations: &Relations) -> Page {
    let title = name(&relations.actor);
    let mut page = new_page("relations", format!("With whom {title} has anything recorded"));
    if relations.others.is_empty() {
        page.notes.push(format!(
            "Nothing is recorded between {} and anybody. That says nothing either way.",
            the(&relations.actor)
        ));
    } else {
        page.tables.push(relation_table("", &relations.others));
        page.notes.push("Statements are counted either way. /compare and /timeline show them.".to_owned());
    }
    page
}

pub(super) fn members(members: &Members) -> Page {
    let title = name(&members.organisation);
    let mut page = new_page("organisation", format!("{title}{}", at(members.as_of)));
    let mut citations = Citations::default();
    let mut statuses: Vec<_> = members.members.iter().map(|one| one.status).collect();
    statuses.dedup();
    for status in statuses {
        let of_status: Vec<&Belonging> = members.members.iter().filter(|one| one.status == status).collect();
        let rows = of_status.iter().map(|one| member_row(one, members.as_of, &mut citations)).collect();
        let heading = format!("{} ({})", capitalised(status.as_str()), of_status.len());
        page.tables.push(table(&heading, &["Who", "Years", "Source"], rows));
    }
    if members.members.is_empty() {
        page.notes.push(format!(
            "Nobody is recorded as belonging to {}{}. That says nothing either way.",
            the(&members.organisation),
            at(members.as_of)
        ));
    }
    if !members.others.is_empty() {
        let row = |one: &Belonging| {
            let mut row = member_row(one, None, &mut citations);
            row.insert(1, Cell::plain(one.status.to_string()));
            row
        };
        let rows = members.others.iter().map(row).collect();
        page.tables.push(table("At another time", &["Who", "As", "Years", "Source"], rows));
    }
    about_undated(&mut page, members.as_of, members.members.iter());
    page.citations = citations.0;
    about_years(&mut page, members.members.iter().chain(&members.others));
    page
}

fn member_row(one: &Belonging, as_of: Option<PartialDate>, citations: &mut Citations) -> Vec<Cell> {
    vec![Cell::plain(name(&one.of)), Cell::plain(years(one, as_of)), source(&one.source, citations)]
}

pub(super) fn shared(shared: &Shared) -> Page {
    let names = and_list(&shared.actors, name);
    let mut page = new_page("shared", format!("What {names} belong to{}", at(shared.as_of)));
    let mut citations = Citations::default();
    let everyone = shared.actors.len();
    let (all, some): (Vec<_>, Vec<_>) =
        shared.organisations.iter().partition(|(_, cells)| cells.iter().flatten().count() == everyone);
    let mut columns = vec!["Organisation"];
    let headings: Vec<String> = shared.actors.iter().map(name).collect();
    columns.extend(headings.iter().map(String::as_str));
    for (title, rows) in [("All of them", all), ("Not all of them", some)] {
        if rows.is_empty() {
            continue;
        }
        let rows = rows
            .into_iter()
            .map(|(organisation, cells)| {
                let mut row = vec![Cell::plain(name(organisation))];
                row.extend(cells.iter().map(|cell| match cell {
                    None => Cell::nothing(),
                    Some(one) => {
                        let number = citations.number(&one.source);
                        let meta =
                            format!("{} · {} [{number}]", years(one, shared.as_of), one.source.reliability);
                        Cell { text: one.status.to_string(), meta, detail: None }
                    }
                }));
                row
            })
            .collect();
        page.tables.push(table(title, &columns, rows));
    }
    if shared.organisations.is_empty() {
        page.notes.push(format!("No membership of {names} is recorded{}.", at(shared.as_of)));
    }
    page.citations = citations.0;
    let belongings = || shared.organisations.iter().flat_map(|(_, cells)| cells).flatten();
    about_undated(&mut page, shared.as_of, belongings());
    about_years(&mut page, belongings());
    page
}

pub(super) fn timeline(timeline: &Timeline) -> Page {
    let (first, second) = (name(&timeline.first), the(&timeline.second));
    let period = if timeline.period.is_open() { String::new() } else { format!(", {}", timeline.period) };
    let mut page = new_page("timeline", format!("{first} and {second} in time{period}"));
    let mut citations = Citations::default();
    if timeline.facts.is_empty() {
        page.notes.push(format!(
            "No dated fact is recorded between {} and {second}{period}.",
            the(&timeline.first)
        ));
        let others: Vec<String> = timeline
            .pairs
            .iter()
            .map(|pair| {
                format!(
                    "/facts {} {} ({})",
                    pair.subject.id,
                    pair.partner.id,
                    count(pair.statements, "statement")
                )
            })
            .collect();
        if !others.is_empty() {
            page.notes.push(format!("What is recorded all the same: {}.", others.join(", ")));
        }
    } else {
        page.tables.push(dated("", &timeline.facts, &mut citations));
    }
    if timeline.cut {
        page.notes
            .push("There are earlier facts than one answer can hold; ask for an earlier time.".to_owned());
    }
    page.citations = citations.0;
    about_voices(&mut page);
    page
}

/// Dated facts in a row each.
pub(super) fn dated(title: &str, facts: &[(Named, Claim)], citations: &mut Citations) -> Table {
    let row = |(whose, claim): &(Named, Claim)| {
        let date = Cell::plain(claim.statement.period.to_string());
        vec![date, Cell::plain(name(whose)), citations.cell(claim, 0)]
    };
    table(title, &["Date", "Whose", "What"], facts.iter().map(row).collect())
}
