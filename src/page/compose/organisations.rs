//! What pages show of organisations: the page of one, and which of them a subject and its partners share.

use std::sync::Arc;

use super::world::Unsourced;
use super::{Composer, cleaned, name, observed, partner_columns, table, world, year};
use crate::answer::Named;
use crate::answer::world::{Belonging, Bond, Organisation, OrganisationRow, Sharing};
use crate::knowledge::item::TELLING;
use crate::knowledge::{MembershipStatus, PartialDate, Source, Years};
use crate::page::{Block, Cell, Content, Entry, Line, Page, Table};
use crate::section::SectionName;
use crate::words::{self, answers, figures};

/// The longest name, in characters, that stands in a list; longer ones give way to their short form.
const LONGEST_NAME: usize = 20;
/// The longest key that reads as an acronym, in characters: MERCOSUR, and not AUSTRALIA-GROUP.
const LONGEST_ACRONYM: usize = 8;

/// How many organisations the first screen names.
const MOST_NAMED: usize = 8;
/// How many it names besides with one partner.
const MOST_BESIDES: usize = 3;

/// How many sources it cites of those of one status.
const MOST_CITED: usize = 3;

/// How many members of one status the first screen names.
const MOST_MEMBERS: usize = 60;

/// The page of an organisation: who belongs to it, and its latest.
pub(super) fn page(organisation: &Organisation, draft: Composer) -> Page {
    let named = cleaned(&organisation.organisation);
    let title = format!("{}{}", named.name, answers::as_of(organisation.as_of));
    let mut draft = draft.titled("organisation", title);
    draft.front(|draft| front(organisation, &named, draft));
    let all = organisation.members.len() + organisation.others.len();
    draft.section(SectionName::Members, all, |draft| members(organisation, draft));
    draft.section(SectionName::Names, organisation.names.len(), |_| world::names(&organisation.names));
    let belongings = organisation.members.iter().chain(&organisation.others);
    let latest = organisation.latest.iter().map(|one| one.cited.source.clone());
    let founded = organisation.founded.iter().map(|one| one.source.clone());
    let sources: Vec<_> =
        founded.chain(belongings.flat_map(|one| one.sources.clone())).chain(latest).collect();
    draft.with_sources(&sources)
}

fn front(organisation: &Organisation, named: &Named, draft: &mut Composer) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(founded) = &organisation.founded {
        let cites = vec![draft.cite(&founded.source)];
        blocks.push(Block::Line(Line { cites, ..Line::new(figures::founded(founded)) }));
        blocks.extend(observed::said_below(founded, draft));
    }
    // At a date, of whom it is not recorded since when they belong, it is not known whether they did.
    let is_sure = |one: &Belonging| organisation.as_of.is_none() || one.period.from.is_some();
    // Without a date no years are shown here.
    let shown = if organisation.as_of.is_some() { usize::MAX } else { 1 };
    let mut statuses: Vec<MembershipStatus> = organisation.members.iter().map(|one| one.status).collect();
    statuses.dedup();
    for status in statuses {
        let of_status: Vec<&Belonging> =
            organisation.members.iter().filter(|one| one.status == status && is_sure(one)).collect();
        if of_status.is_empty() {
            continue;
        }
        let mut names: Vec<String> = of_status.iter().map(|one| name(&one.of)).collect();
        answers::cut_list(&mut names, MOST_MEMBERS);
        let cites =
            draft.cite_each(first_few(of_status.iter().flat_map(|one| one.sources.iter().take(shown))));
        let text = words::help::members(status, of_status.len(), &names);
        blocks.push(Block::Line(Line { cites, ..Line::new(text) }));
    }
    let unsure: Vec<&Belonging> = organisation.members.iter().filter(|one| !is_sure(one)).collect();
    if !unsure.is_empty() {
        let mut names: Vec<String> = unsure.iter().map(|one| name(&one.of)).collect();
        answers::cut_list(&mut names, MOST_MEMBERS);
        let cites = draft.cite_each(first_few(unsure.iter().flat_map(|one| one.sources.iter().take(shown))));
        blocks
            .push(Block::Line(Line { cites, ..Line::new(words::help::since_unknown(unsure.len(), &names)) }));
    }
    if organisation.members.is_empty() {
        let text = words::help::no_members(named, organisation.as_of);
        blocks.push(Block::Line(Line::new(text)));
    }
    if !organisation.latest.is_empty() {
        blocks.push(Block::Heading(words::help::LATEST.to_owned()));
        blocks.push(Block::Table(draft.dated_list(organisation.latest.iter(), None)));
    }
    let mut note = |text: String| blocks.push(Block::Line(Line::small(text)));
    organisation.lifetime.iter().filter_map(answers::lifetime).for_each(&mut note);
    blocks
}

/// The first of many sources, each once; the section names them all.
fn first_few<'a>(sources: impl Iterator<Item = &'a Arc<Source>>) -> Vec<&'a Arc<Source>> {
    let mut few: Vec<&Arc<Source>> = Vec::new();
    for source in sources {
        if few.len() < MOST_CITED && !few.iter().any(|known| known.id == source.id) {
            few.push(source);
        }
    }
    few
}

/// Who belongs, and belonged, with years and sources.
fn members(organisation: &Organisation, draft: &mut Composer) -> Vec<Block> {
    let all = || organisation.members.iter().chain(&organisation.others);
    let years = Unsourced::among(all());
    let rows = |list: &[Belonging], draft: &mut Composer| -> Vec<Vec<Cell>> {
        list.iter().map(|one| years.row(one, draft)).collect()
    };
    let now = rows(&organisation.members, draft);
    let mut blocks = vec![Block::Table(table(&["Who", "As", "Years"], now))];
    if !organisation.others.is_empty() {
        let others = rows(&organisation.others, draft);
        blocks.push(Block::Heading(words::help::AT_ANOTHER_TIME.to_owned()));
        blocks.push(Block::Table(table(&["Who", "As", "Years"], others)));
    }
    blocks.extend(years.footnote());
    blocks
}

/// How a subject belongs to partners that are organisations, or they to it, a sentence each.
pub(super) fn belongings(subject: &Named, partners: &[Named], rows: &[OrganisationRow]) -> Vec<String> {
    let mut sentences = Vec::new();
    for row in rows {
        for (cell, partner) in row.cells.iter().zip(partners) {
            let sentence = |bond: &Bond| match row.sharing {
                Sharing::Itself => Some(answers::belongs(subject, bond.subject?, partner)),
                Sharing::Ours => Some(answers::belongs(partner, bond.partner?, subject)),
                _ => None,
            };
            sentences.extend(cell.iter().filter_map(sentence));
        }
    }
    sentences
}

/// What a subject and its partners belong to together, in one line; nothing where they share nothing.
pub(super) fn both_in(partners: &[Named], rows: &[OrganisationRow]) -> Option<String> {
    let shared = rows.iter().find(|row| row.sharing == Sharing::Both)?;
    let is_member = |status: Option<MembershipStatus>| status == Some(MembershipStatus::Member);
    let of = |cell: &'_ [Bond]| -> Vec<(String, u8)> {
        let members = cell.iter().filter(|bond| is_member(bond.subject) && is_member(bond.partner));
        members.map(|bond| (short(&bond.organisation), bond.prominence)).collect()
    };
    let cells: Vec<Vec<(String, u8)>> = shared.cells.iter().map(|cell| of(cell)).collect();
    let mut common = cells.first().cloned().unwrap_or_default();
    common.retain(|body| cells.iter().all(|cell| cell.contains(body)));
    let mut parts = Vec::new();
    if !common.is_empty() {
        parts.push(answers::both_in(cells.len() + 1, &named_first(&common, TELLING, MOST_NAMED)));
    }
    for (cell, partner) in cells.iter().zip(partners) {
        let besides: Vec<(String, u8)> = cell.iter().filter(|body| !common.contains(body)).cloned().collect();
        if !besides.is_empty() {
            parts.push(answers::also_with(partner, &named_first(&besides, TELLING, MOST_BESIDES)));
        }
    }
    (!parts.is_empty()).then(|| words::capitalised(&parts.join(" · ")))
}

/// The bodies up to a prominence, or where there is none, those of the next; and how many there are besides.
pub(super) fn named_first(bodies: &[(String, u8)], up_to: u8, most: usize) -> Vec<String> {
    let least = bodies.iter().map(|(_, prominence)| *prominence).min().unwrap_or(up_to).max(up_to);
    let is_named = |body: &&(String, u8)| body.1 <= least;
    let named = bodies.iter().filter(is_named).chain(bodies.iter().filter(|body| !is_named(body)));
    let mut names: Vec<String> = named.map(|(name, _)| name.clone()).collect();
    answers::cut_list(&mut names, most.min(bodies.iter().filter(is_named).count()));
    names
}

/// Who belongs where: a row each sort of sharing, a column a partner.
pub(super) fn blocks(
    subject: &Named,
    partners: &[Named],
    rows: &[OrganisationRow],
    as_of: Option<PartialDate>,
    draft: &mut Composer,
) -> Vec<Block> {
    let (subject, partners): (Named, Vec<Named>) = (cleaned(subject), partners.iter().map(cleaned).collect());
    let row = |row: &OrganisationRow, draft: &mut Composer| {
        let mut cells = vec![Cell::name(answers::sharing(row.sharing, &subject, &partners))];
        for (partner, bonds) in partners.iter().zip(&row.cells) {
            cells.push(bonds_cell(row.sharing, &subject, partner, bonds, as_of.is_some(), draft));
        }
        cells
    };
    let table = Table {
        columns: partner_columns("Organisations", &partners),
        head: true,
        rows: rows.iter().map(|one| row(one, draft)).collect(),
    };
    let mut blocks = vec![Block::Table(table)];
    let bonds = || rows.iter().flat_map(|row| row.cells.iter().flatten());
    let undated = bonds().filter(|bond| bond.period.from.is_none()).count();
    if let Some(date) = as_of.filter(|_| undated > 0) {
        blocks.push(Block::Line(Line::small(answers::undated_memberships(undated, date))));
    }
    if as_of.is_some() && bonds().any(|bond| bond.years == Years::Unsourced) {
        blocks.push(Block::Line(Line::small(words::help::UNSOURCED_YEARS)));
    }
    blocks
}

fn bonds_cell(
    sharing: Sharing,
    subject: &Named,
    partner: &Named,
    bonds: &[Bond],
    at_a_date: bool,
    draft: &mut Composer,
) -> Cell {
    if bonds.is_empty() {
        return Cell::nothing();
    }
    let text: Vec<String> =
        bonds.iter().map(|bond| said(sharing, subject, partner, bond, at_a_date)).collect();
    let has_years = at_a_date || matches!(sharing, Sharing::Itself | Sharing::Ours);
    let shown = if has_years { usize::MAX } else { 1 };
    let cites = draft.cite_each(bonds.iter().flat_map(|bond| bond.sources.iter().take(shown)));
    Cell::of(Entry { cites, ..Entry::new(Content::Text(text.join(", "))) })
}

/// An organisation with what is to be said of how they belong to it.
fn said(sharing: Sharing, subject: &Named, partner: &Named, bond: &Bond, at_a_date: bool) -> String {
    let as_what = bond.subject.or(bond.partner).map_or(String::new(), |status| status.to_string());
    if matches!(sharing, Sharing::Itself | Sharing::Ours) {
        return match bond.period.from {
            None if at_a_date => format!("{as_what}; {}", answers::SINCE_UNKNOWN),
            _ if bond.period.is_open() => as_what,
            _ => format!("{as_what}, {}", bond.period),
        };
    }
    let is_member = |status: Option<MembershipStatus>| status.is_none_or(|s| s == MembershipStatus::Member);
    let mut remarks: Vec<String> = Vec::new();
    if !(is_member(bond.subject) && is_member(bond.partner)) {
        match sharing {
            Sharing::Both => {
                let of = |who: &Named, status: Option<MembershipStatus>| {
                    status.map(|status| answers::status_of(&who.name, status))
                };
                remarks.extend([of(subject, bond.subject), of(partner, bond.partner)].into_iter().flatten());
            }
            _ => remarks.push(as_what),
        }
    }
    if at_a_date && bond.period.from.is_none() {
        remarks.push(answers::SINCE_UNKNOWN.to_owned());
    }
    let organisation = short(&bond.organisation);
    if remarks.is_empty() { organisation } else { format!("{organisation} ({})", remarks.join("; ")) }
}

/// A name as short as it is known: the acronym of a long one, where its key is one.
pub(super) fn short(organisation: &Named) -> String {
    let full = name(organisation);
    let is_acronym = organisation.id.len() <= LONGEST_ACRONYM;
    if is_acronym && full.chars().count() > LONGEST_NAME { organisation.id.clone() } else { full }
}

/// An organisation as a list of memberships names it: “NATO 1952”, “EU (candidate) 1999”.
pub(super) fn membership(one: &Belonging, years: Unsourced) -> String {
    let status = match one.status {
        MembershipStatus::Member => String::new(),
        other => format!(" ({other})"),
    };
    let since = one.period.from.map_or(String::new(), |from| format!(" {}{}", year(from), years.mark(one)));
    format!("{}{status}{since}", short(&one.of))
}
