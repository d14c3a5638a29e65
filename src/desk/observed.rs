//! What tables about the world hold: between a subject and its partners, of one state, by one figure.

use std::collections::HashSet;

use super::{actor, dated, organisations};
use crate::answer::observed::{Neighbours, Observed, Ranking, StateFacts, Topic, WorldFacts, WorldRow};
use crate::knowledge::{Bearing, Catalogue, CitedStatement, Measure, PartialDate, TableKind};
use crate::store::memberships::CitedMembership;
use crate::store::observations::{CitedObservation, TableNote};

/// A statement about a row of a table: the key of the row, how it bears on it, the statement.
pub(super) type SaidOf = (String, Bearing, CitedStatement);

/// A row with whose it is, and what is said of it.
pub(super) fn observed(cited: CitedObservation, said: &[SaidOf], catalogue: &Catalogue) -> Observed {
    let CitedObservation { observation, source, credibility } = cited;
    let of_it = said.iter().filter(|(key, ..)| *key == observation.key);
    Observed {
        subject: actor(catalogue, &observation.subject),
        other: observation.other.as_deref().map(|other| actor(catalogue, other)),
        grade: format!("{}{}", source.reliability, credibility.digit()),
        said: of_it.map(|(_, bearing, cited)| (*bearing, dated(catalogue, cited.clone()))).collect(),
        observation,
        source,
    }
}

/// Whether it was so, and is of a time not later than the date; without a date everything.
fn was_so(cited: &CitedObservation, as_of: Option<PartialDate>) -> bool {
    let period = &cited.observation.period;
    as_of.is_none_or(|date| {
        // Of what has no beginning, nobody knows whether it was so then.
        period.from.is_some_and(|from| from.start() <= date.end())
    })
}

/// The areas of policy to which a topic belongs.
pub(super) fn areas(topic: Topic) -> &'static [&'static str] {
    match topic {
        Topic::Border => &["security"],
        Topic::Trade | Topic::Agreements => &["trade", "economy"],
        Topic::Disputes => &["political", "security"],
        Topic::Votes => &["multilateral"],
        Topic::Embassies => &["diplomacy"],
    }
}

/// Whether the tables hold anything of an area.
pub(super) fn is_area(area: &str) -> bool {
    Topic::ALL.iter().any(|topic| areas(*topic).contains(&area))
}

/// Between whom, at what time, and which bodies have part in agreements for whom of them (actor, body).
#[derive(Clone, Copy)]
pub(super) struct Between<'a> {
    pub(super) subject: &'a str,
    pub(super) partners: &'a [String],
    pub(super) bodies: &'a [(String, String)],
    pub(super) as_of: Option<PartialDate>,
}

impl Between<'_> {
    /// Whether the subject has part in an agreement and a partner too: each itself or through a body, and not both through
    /// the same one.
    fn is_agreed(&self, partner: &str, parties: &[String]) -> bool {
        let through = |actor: &str, party: &str| {
            party == actor || self.bodies.iter().any(|(member, body)| member == actor && body == party)
        };
        let ours = parties.iter().filter(|party| through(self.subject, party));
        let theirs = parties.iter().filter(|party| through(partner, party));
        ours.into_iter().any(|own| theirs.clone().any(|other| own != other))
    }
}

/// What is observed between a subject and its partners, topic by topic.
pub(super) fn between(
    asked: Between<'_>,
    found: Vec<CitedObservation>,
    said: &[SaidOf],
    tables: &[TableNote],
    catalogue: &Catalogue,
) -> WorldFacts {
    let Between { subject, partners, as_of, .. } = asked;
    let found: Vec<Observed> = found
        .into_iter()
        .filter(|cited| was_so(cited, as_of))
        .map(|cited| observed(cited, said, catalogue))
        .collect();
    let is_of = |one: &Observed, partner: &str| {
        let row = &one.observation;
        match row.measure {
            // Where one alone stands says nothing of two.
            Measure::UnPosition => row.subject == partner || row.subject == subject,
            Measure::Agreement => asked.is_agreed(partner, &row.parties),
            _ => row.subject == partner || row.other.as_deref() == Some(partner),
        }
    };
    let mut facts = WorldFacts::default();
    // The lists are of states and territories: that a body is not in them says nothing.
    let mut all = partners.iter().map(String::as_str).chain([subject]);
    let may_be_listed = as_of.is_none() && !all.any(|id| organisations::is_organisation(id, catalogue));
    for topic in Topic::ALL {
        let of_topic = |one: &&Observed| Topic::of(one.observation.measure) == Some(topic);
        let cell = |partner: &String| {
            let mut cell: Vec<Observed> =
                found.iter().filter(of_topic).filter(|one| is_of(one, partner)).cloned().collect();
            let positions = cell.iter().filter(|one| one.observation.measure == Measure::UnPosition).count();
            if positions == 1 {
                cell.retain(|one| one.observation.measure != Measure::UnPosition);
            }
            order(&mut cell, subject);
            cell
        };
        let cells: Vec<Vec<Observed>> = partners.iter().map(cell).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            facts.rows.push(WorldRow { topic, cells });
        } else if let Some(table) = tables.iter().find(|table| may_be_listed && table.kind == topic.table()) {
            facts.not_in.push((table.kind, table.as_of));
        }
    }
    facts
}

/// The body whose members have part in its agreements.
const BODY: &str = "EU";

/// Each of these actors that is a member of a body which has part in agreements for it.
pub(super) fn bodies(
    actors: &[&str],
    memberships: &[CitedMembership],
    date: PartialDate,
) -> Vec<(String, String)> {
    let is_one = |cited: &&CitedMembership| {
        let one = &cited.membership;
        one.organisation == BODY
            && one.status == crate::knowledge::MembershipStatus::Member
            && actors.contains(&one.member.as_str())
            && one.period.holds_at(date)
    };
    memberships
        .iter()
        .filter(is_one)
        .map(|cited| (cited.membership.member.clone(), BODY.to_owned()))
        .collect()
}

/// The subject’s own first, newest first.
fn order(cell: &mut [Observed], subject: &str) {
    cell.sort_by(|one, other| {
        let key = |it: &Observed| {
            let row = &it.observation;
            (row.measure, row.subject != subject, std::cmp::Reverse(row.period.from), row.key.clone())
        };
        key(one).cmp(&key(other))
    });
}

/// What is observed of one state.
pub(super) fn of_state(
    id: &str,
    as_of: Option<PartialDate>,
    found: Vec<CitedObservation>,
    said: &[SaidOf],
    catalogue: &Catalogue,
) -> StateFacts {
    let mut facts = StateFacts::default();
    for cited in found.into_iter().filter(|cited| was_so(cited, as_of)) {
        let one = observed(cited, said, catalogue);
        match one.observation.measure {
            Measure::Border => facts.borders.push(one),
            Measure::ExportShare => facts.sells_to.push(one),
            Measure::ImportShare => facts.buys_from.push(one),
            _ => facts.own.push(one),
        }
    }
    for list in [&mut facts.borders, &mut facts.sells_to, &mut facts.buys_from] {
        largest_first(list);
    }
    one_a_neighbour(id, &mut facts.borders);
    facts.own.sort_by_key(|one| one.observation.measure);
    facts
}

fn largest_first(list: &mut [Observed]) {
    list.sort_by(|one, other| {
        let value = |it: &Observed| it.observation.value.unwrap_or(f64::MIN);
        value(other).total_cmp(&value(one)).then_with(|| one.observation.key.cmp(&other.observation.key))
    });
}

/// Of two figures for one border, which both entries give, the first alone is listed.
fn one_a_neighbour(id: &str, borders: &mut Vec<Observed>) {
    let mut seen = HashSet::new();
    borders.retain(|one| seen.insert(neighbour(one, id).id.clone()));
}

/// The other side of a border.
pub(super) fn neighbour<'a>(one: &'a Observed, id: &str) -> &'a crate::answer::Named {
    match &one.other {
        Some(other) if one.subject.id == id => other,
        _ => &one.subject,
    }
}

pub(super) fn neighbours(
    id: &str,
    found: Vec<CitedObservation>,
    said: &[SaidOf],
    tables: &[TableNote],
    catalogue: &Catalogue,
) -> Neighbours {
    let facts = of_state(id, None, found, said, catalogue);
    Neighbours {
        actor: actor(catalogue, id),
        borders: facts.borders,
        limits: limits(tables, TableKind::Borders),
    }
}

/// When a body began.
pub(super) fn founded(
    found: Vec<CitedObservation>,
    said: &[SaidOf],
    catalogue: &Catalogue,
) -> Option<Observed> {
    let cited = found.into_iter().find(|cited| cited.observation.measure == Measure::Founded)?;
    Some(observed(cited, said, catalogue))
}

/// What a table does not hold.
fn limits(tables: &[TableNote], kind: TableKind) -> Option<String> {
    tables.iter().find(|table| table.kind == kind).map(|table| table.limits.clone())
}

/// States by a figure; those of an organisation alone, where one is named.
pub(super) fn ranking(
    measure: Measure,
    among: Option<(&str, &[String])>,
    found: Vec<CitedObservation>,
    said: &[SaidOf],
    tables: &[TableNote],
    catalogue: &Catalogue,
) -> Ranking {
    let is_in = |id: &str| among.is_none_or(|(_, members)| members.iter().any(|member| member == id));
    let rows: Vec<Observed> = found
        .into_iter()
        .filter(|cited| is_in(&cited.observation.subject))
        .map(|cited| observed(cited, said, catalogue))
        .collect();
    let members = among.map_or(&[][..], |(_, members)| members);
    let missing = members.iter().filter(|id| !rows.iter().any(|one| one.subject.id == **id));
    let kind = if measure == Measure::UnPosition { TableKind::UnPositions } else { TableKind::States };
    Ranking {
        measure,
        among: among.map(|(id, _)| actor(catalogue, id)),
        missing: missing.map(|id| actor(catalogue, id)).collect(),
        rows,
        limits: limits(tables, kind),
    }
}
