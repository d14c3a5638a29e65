//! What pages show of the organisations that a subject and its partners share, or do not share, and of
//! actors that are no more.

use super::{Citations, and_list, name};
use crate::answer::Named;
use crate::answer::world::{Bond, Lifetime, OrganisationRow, Sharing};
use crate::knowledge::{MembershipStatus, PartialDate, Years};
use crate::page::{Cell, Page, Table};

/// The longest name, in characters, that stands in a list; longer ones give way to their short form.
const LONGEST_NAME: usize = 20;

/// Adds the table, and what is to be known of it.
pub(super) fn add(
    page: &mut Page,
    subject: &Named,
    partners: &[Named],
    rows: &[OrganisationRow],
    as_of: Option<PartialDate>,
    citations: &mut Citations,
) {
    if rows.is_empty() {
        return;
    }
    let mut columns = vec!["Organisations".to_owned()];
    columns.extend(partners.iter().map(name));
    let cells = rows
        .iter()
        .map(|row| {
            let mut cells = vec![Cell::plain(title(row.sharing, subject, partners))];
            let of = partners.iter().zip(&row.cells);
            let shown = Shown { sharing: row.sharing, subject, at_a_date: as_of.is_some() };
            cells.extend(of.map(|(partner, bonds)| shown.cell(partner, bonds, citations)));
            cells
        })
        .collect();
    page.tables.push(Table { title: "Who belongs where".to_owned(), columns, rows: cells });
    let bonds = || rows.iter().flat_map(|row| row.cells.iter().flatten());
    if let Some(date) = as_of.filter(|_| bonds().any(|bond| bond.period.from.is_none())) {
        page.notes.push(format!(
            "Where it is not recorded since when somebody belongs, that is shown all the same: it may be later than {date}."
        ));
    }
    if as_of.is_some() && bonds().any(|bond| bond.years == Years::Unsourced) {
        page.notes.push(
            "Who belonged when rests on years that no source at hand gives; check them before you use them."
                .to_owned(),
        );
    }
}

fn title(sharing: Sharing, subject: &Named, partners: &[Named]) -> String {
    match (sharing, partners) {
        (Sharing::Itself, _) => format!("{} belongs to it", name(subject)),
        (Sharing::Ours, _) => format!("Belongs to {}", name(subject)),
        (Sharing::Both, _) => "Both belong to".to_owned(),
        (Sharing::SubjectAlone, _) => format!("{} alone belongs to", name(subject)),
        (Sharing::PartnerAlone, [partner]) => format!("{} alone belongs to", name(partner)),
        (Sharing::PartnerAlone, _) => "The partner alone belongs to".to_owned(),
    }
}

/// What a cell is about, beside the partner.
struct Shown<'a> {
    sharing: Sharing,
    subject: &'a Named,
    at_a_date: bool,
}

impl Shown<'_> {
    fn cell(&self, partner: &Named, bonds: &[Bond], citations: &mut Citations) -> Cell {
        if bonds.is_empty() {
            return Cell::nothing();
        }
        let text: Vec<String> = bonds.iter().map(|bond| self.said(partner, bond)).collect();
        let mut sources: Vec<String> = Vec::new();
        for bond in bonds {
            let source = format!("{}\u{A0}[{}]", bond.source.reliability, citations.number(&bond.source));
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        Cell { text: text.join(", "), meta: sources.join(", "), detail: None }
    }

    /// An organisation with what is to be said of how they belong to it.
    fn said(&self, partner: &Named, bond: &Bond) -> String {
        let as_what = bond.subject.or(bond.partner).map_or(String::new(), |status| status.to_string());
        if matches!(self.sharing, Sharing::Itself | Sharing::Ours) {
            return match bond.period.from {
                None if self.at_a_date => format!("{as_what}; since when is not recorded"),
                _ if bond.period.is_open() => as_what,
                _ => format!("{as_what}, {}", bond.period),
            };
        }
        let is_member =
            |status: Option<MembershipStatus>| status.is_none_or(|s| s == MembershipStatus::Member);
        let status = |who: &Named, status: Option<MembershipStatus>| {
            status.map(|status| format!("{}: {status}", name(who)))
        };
        let mut remarks: Vec<String> = Vec::new();
        if !(is_member(bond.subject) && is_member(bond.partner)) {
            match self.sharing {
                Sharing::Both => remarks.extend(
                    [status(self.subject, bond.subject), status(partner, bond.partner)].into_iter().flatten(),
                ),
                _ => remarks.push(as_what),
            }
        }
        if self.at_a_date && bond.period.from.is_none() {
            remarks.push("since when is not recorded".to_owned());
        }
        let organisation = short(&bond.organisation);
        if remarks.is_empty() { organisation } else { format!("{organisation} ({})", remarks.join("; ")) }
    }
}

/// A name as short as it is known.
fn short(organisation: &Named) -> String {
    let full = name(organisation);
    if full.chars().count() <= LONGEST_NAME { full } else { organisation.id.clone() }
}

/// Says of those who were not there at a date, or are not there any more, when they were.
pub(super) fn note_lifetimes(page: &mut Page, lifetimes: &[Lifetime]) {
    for Lifetime { actor, period, successors } in lifetimes {
        let who = name(actor);
        let after = match successors.as_slice() {
            [] => String::new(),
            some => format!("; after it came {}", and_list(some, name)),
        };
        page.notes.push(match (period.from, period.to) {
            (_, Some(ended)) => format!("{who} ended on {ended}{after}."),
            (Some(began), None) => format!("{who} is there since {began}."),
            (None, None) => continue,
        });
    }
}
