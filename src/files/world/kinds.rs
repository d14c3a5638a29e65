//! What each sort of table about the world has in its columns, and how a row of it is read.

use std::collections::HashSet;

use super::super::sections::Reference;
use super::row::Row;
use crate::error::{BadContent, Referent};
use crate::knowledge::{
    Measure, Membership, MembershipStatus, OBSERVED, Observation, PartialDate, Period, TableKind, Years,
};

/// What stands for a source in the column of the years, where no source at hand gives them.
const UNSOURCED: &str = "unsourced";

/// The columns of a sort of table.
pub(super) struct Columns {
    pub(super) required: &'static [&'static str],
    pub(super) optional: &'static [&'static str],
}

impl Columns {
    pub(super) fn of(kind: TableKind) -> Self {
        let (required, optional): (&[&str], &[&str]) = match kind {
            TableKind::Borders => (&["a", "b", "km"], &["km_other", "note"]),
            TableKind::Trade => (&["of", "with", "exports", "imports", "year"], &["note"]),
            TableKind::States => (
                &["state"],
                &[
                    "capital",
                    "population",
                    "population_year",
                    "area",
                    "gdp",
                    "gdp_year",
                    "gdp_ppp",
                    "gdp_ppp_year",
                    "growth",
                    "growth_year",
                    "defence",
                    "defence_year",
                    "exports",
                    "exports_year",
                    "imports",
                    "imports_year",
                    "government",
                    "independence",
                ],
            ),
            TableKind::Missions => (&["from", "to", "kind"], &["ended"]),
            TableKind::UnPositions => (&["state", "position", "year"], &["votes"]),
            TableKind::SameVotes => (&["a", "b", "percent", "from", "to"], &["votes"]),
            TableKind::Agreements => (&["name", "in_force", "parties"], &["signed"]),
            TableKind::Disputes => (&["by", "with", "topic"], &["since"]),
            TableKind::Memberships => {
                (&["organisation", "member", "status"], &["from", "to", "source", "years", "note"])
            }
            TableKind::Foundings => (&["body", "founded"], &[]),
        };
        Self { required, optional }
    }
}

/// The rows of a table as far as they are read.
pub(super) struct Rows {
    observations: Vec<Observation>,
    memberships: Vec<Membership>,
    keys: HashSet<String>,
    references: Vec<Reference>,
    /// The source of the table, for rows that name none.
    source: String,
    as_of: PartialDate,
}

impl Rows {
    pub(super) fn new(source: &str, as_of: PartialDate, references: Vec<Reference>) -> Self {
        Self {
            observations: Vec::new(),
            memberships: Vec::new(),
            keys: HashSet::new(),
            references,
            source: source.to_owned(),
            as_of,
        }
    }

    pub(super) fn done(self) -> ((Vec<Observation>, Vec<Membership>), Vec<Reference>) {
        ((self.observations, self.memberships), self.references)
    }

    /// Takes an observation, unless another has its key.
    fn add(&mut self, row: &mut Row<'_>, observation: Observation) {
        if !self.keys.insert(observation.key.clone()) {
            row.fault("", BadContent::DuplicateId { id: observation.key });
        } else if row.is_whole() {
            self.observations.push(observation);
        }
    }
}

/// An observation of one or two, with nothing measured yet.
fn observed(measure: Measure, subject: &str, other: Option<&str>) -> Observation {
    let with = other.map_or(String::new(), |other| format!(".{other}"));
    Observation {
        key: format!("{OBSERVED}{measure}.{subject}{with}"),
        measure,
        subject: subject.to_owned(),
        other: other.map(str::to_owned),
        value: None,
        text: None,
        period: Period::default(),
        note: None,
        parties: Vec::new(),
    }
}

/// Reads one row.
pub(super) fn read(kind: TableKind, row: &mut Row<'_>, rows: &mut Rows) {
    match kind {
        TableKind::Borders => border(row, rows),
        TableKind::Trade => trade(row, rows),
        TableKind::States => state(row, rows),
        TableKind::Missions => mission(row, rows),
        TableKind::UnPositions => position(row, rows),
        TableKind::SameVotes => same_votes(row, rows),
        TableKind::Agreements => agreement(row, rows),
        TableKind::Disputes => dispute(row, rows),
        TableKind::Memberships => membership(row, rows),
        TableKind::Foundings => founding(row, rows),
    }
    rows.references.append(&mut row.references);
}

/// The two that a row is about, who must be different.
fn pair(row: &mut Row<'_>, one: &'static str, other: &'static str) -> (String, String) {
    let pair = (row.key(Referent::Actor, one), row.key(Referent::Actor, other));
    if pair.0 == pair.1 && !pair.0.is_empty() {
        row.fault(other, BadContent::SubjectIsPartner { id: pair.0.clone() });
    }
    pair
}

/// A share, from 0 to 100.
fn share(row: &mut Row<'_>, column: &'static str) -> Option<f64> {
    let share = row.number(column)?;
    if !(0.0..=100.0).contains(&share) {
        row.fault(column, BadContent::NotANumber { key: column.to_owned(), found: share.to_string() });
    }
    Some(share)
}

fn border(row: &mut Row<'_>, rows: &mut Rows) {
    let (a, b) = pair(row, "a", "b");
    row.required("km");
    let shared = observed(Measure::Border, &a, Some(&b));
    let value = row.number("km");
    let note = row.text("note");
    if let Some(other) = row.number("km_other") {
        // What the other’s entry says stands beside it.
        let key = format!("{}.2", shared.key);
        rows.add(row, Observation { key, value: Some(other), ..shared.clone() });
    }
    rows.add(row, Observation { value, note, ..shared });
}

fn trade(row: &mut Row<'_>, rows: &mut Rows) {
    let (of, with) = pair(row, "of", "with");
    let year = row.date("year");
    let note = row.text("note");
    for (column, measure) in [("exports", Measure::ExportShare), ("imports", Measure::ImportShare)] {
        if let Some(value) = share(row, column) {
            let period = Period { from: year, to: year };
            let value = Some(value);
            rows.add(
                row,
                Observation { value, period, note: note.clone(), ..observed(measure, &of, Some(&with)) },
            );
        }
    }
}

fn state(row: &mut Row<'_>, rows: &mut Rows) {
    let state = row.key(Referent::Actor, "state");
    for (column, measure) in [
        ("capital", Measure::Capital),
        ("government", Measure::Government),
        ("independence", Measure::Independence),
    ] {
        if let Some(text) = row.text(column) {
            rows.add(row, Observation { text: Some(text), ..observed(measure, &state, None) });
        }
    }
    for (column, year, measure) in [
        ("population", "population_year", Measure::Population),
        ("area", "", Measure::Area),
        ("gdp", "gdp_year", Measure::Gdp),
        ("gdp_ppp", "gdp_ppp_year", Measure::GdpPpp),
        ("growth", "growth_year", Measure::Growth),
        ("defence", "defence_year", Measure::Defence),
        ("exports", "exports_year", Measure::Exports),
        ("imports", "imports_year", Measure::Imports),
    ] {
        let date = if year.is_empty() { None } else { row.date(year) };
        if let Some(value) = row.number(column) {
            let period = Period { from: date, to: date };
            rows.add(row, Observation { value: Some(value), period, ..observed(measure, &state, None) });
        }
    }
}

fn mission(row: &mut Row<'_>, rows: &mut Rows) {
    let (from, to) = pair(row, "from", "to");
    let text = Some(row.required("kind"));
    let (note, period) = (row.text("ended"), Period { from: None, to: Some(rows.as_of) });
    rows.add(row, Observation { text, period, note, ..observed(Measure::Mission, &from, Some(&to)) });
}

fn position(row: &mut Row<'_>, rows: &mut Rows) {
    let state = row.key(Referent::Actor, "state");
    row.required("position");
    let (value, year) = (row.number("position"), row.date("year"));
    let note = row.number("votes").map(|votes| format!("{votes} votes"));
    let period = Period { from: year, to: year };
    rows.add(row, Observation { value, period, note, ..observed(Measure::UnPosition, &state, None) });
}

fn same_votes(row: &mut Row<'_>, rows: &mut Rows) {
    let (a, b) = pair(row, "a", "b");
    row.required("percent");
    let value = share(row, "percent");
    let period = Period { from: row.date("from"), to: row.date("to") };
    let note = row.number("votes").map(|votes| format!("{votes} votes"));
    rows.add(row, Observation { value, period, note, ..observed(Measure::SameVotes, &a, Some(&b)) });
}

fn agreement(row: &mut Row<'_>, rows: &mut Rows) {
    let name = row.required("name");
    let parties = row.required("parties");
    let parties: Vec<String> = parties.split_whitespace().map(str::to_owned).collect();
    for party in &parties {
        row.refer(Referent::Actor, "parties", party);
    }
    row.required("in_force");
    let in_force = row.date("in_force");
    let note = row.date("signed").map(|signed| format!("signed {signed}"));
    let year: String = in_force.map_or(String::new(), |date| date.to_string().chars().take(4).collect());
    let key = format!("{OBSERVED}{}.{year}.{}", Measure::Agreement, short_key(&name));
    let first = parties.first().cloned().unwrap_or_default();
    let period = Period { from: in_force, to: None };
    rows.add(
        row,
        Observation {
            key,
            text: Some(name),
            note,
            period,
            parties,
            ..observed(Measure::Agreement, &first, None)
        },
    );
}

/// The words of a name as part of a key, as many as fit.
fn short_key(name: &str) -> String {
    const LONGEST: usize = 21;
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let key = words.map(str::to_lowercase).collect::<Vec<_>>().join("-");
    key.chars().take(LONGEST).collect::<String>().trim_end_matches('-').to_owned()
}

fn dispute(row: &mut Row<'_>, rows: &mut Rows) {
    let (by, with) = pair(row, "by", "with");
    let text = Some(row.required("topic"));
    let note = row.text("since");
    let mut dispute = Observation { text, note, ..observed(Measure::Dispute, &by, Some(&with)) };
    let (key, mut next) = (dispute.key.clone(), 2);
    while rows.keys.contains(&dispute.key) {
        dispute.key = format!("{key}.{next}");
        next += 1;
    }
    rows.add(row, dispute);
}

fn founding(row: &mut Row<'_>, rows: &mut Rows) {
    let body = row.key(Referent::Organisation, "body");
    row.required("founded");
    let text = row.text("founded");
    let period = Period { from: row.date("founded"), to: None };
    rows.add(row, Observation { text, period, ..observed(Measure::Founded, &body, None) });
}

fn membership(row: &mut Row<'_>, rows: &mut Rows) {
    let organisation = row.key(Referent::Organisation, "organisation");
    let member = row.key(Referent::Actor, "member");
    let status = row.word("status").unwrap_or(MembershipStatus::Member);
    let period = Period { from: row.date("from"), to: row.date("to") };
    if period.is_backwards() {
        row.fault("to", BadContent::Backwards);
    }
    let source = row.text("source");
    row.refer(Referent::Source, "source", source.as_deref().unwrap_or_default());
    let years = row.text("years");
    let is_unsourced = years.as_deref() == Some(UNSOURCED);
    let years_source = years.filter(|_| !is_unsourced);
    row.refer(Referent::Source, "years", years_source.as_deref().unwrap_or_default());
    // Of several between the same two, all but the first are told apart by when they begin.
    let mut id = format!("{organisation}.{member}");
    if rows.keys.contains(&id) {
        let from = period.from.map_or_else(|| status.to_string(), |from| from.to_string());
        id = format!("{id}.{}", from.replace(' ', "-"));
    }
    if !rows.keys.insert(id.clone()) {
        row.fault("", BadContent::DuplicateId { id });
    } else if row.is_whole() {
        rows.memberships.push(Membership {
            id,
            organisation,
            member,
            status,
            period,
            years: if is_unsourced { Years::Unsourced } else { Years::Sourced },
            source: source.unwrap_or_else(|| rows.source.clone()),
            years_source,
            note: row.text("note"),
        });
    }
}
