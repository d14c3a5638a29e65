//! What is known of the world: profiles, memberships, timelines, briefs.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{When, actor, actor_at, count, dated, observed, organisations, rest};
use crate::answer::observed::{Observed, StateFacts};
use crate::answer::world::{
    Belonging, Brief, NameFact, Organisation, Profile, Relation, Relations, Shared, Timeline,
};
use crate::answer::{Advice, Benefits, Comparison, Dated};
use crate::knowledge::item::PLAIN;
use crate::knowledge::{
    Catalogue, CitedStatement, Measure, Membership, MembershipStatus, NameKind, PartialDate, Period,
    Recommendation, Source,
};
use crate::store::memberships::CitedMembership;
use crate::store::observations::CitedObservation;
use crate::store::world::RelationCount;

/// How many facts a profile shows.
pub(super) const MOST_LATEST: i64 = 5;
/// How many relations there can be in one answer.
pub(super) const MOST_RELATIONS: i64 = 250;
/// How many of the newest facts a brief shows.
const MOST_IN_BRIEF: usize = 5;

/// A membership as seen from its member, or from its organisation.
fn belonging(
    cited: CitedMembership,
    of: &str,
    as_of: Option<PartialDate>,
    catalogue: &Catalogue,
) -> Belonging {
    Belonging {
        of: actor_at(catalogue, of, as_of),
        status: cited.membership.status,
        period: cited.membership.period,
        years: cited.membership.years,
        note: cited.membership.note.clone(),
        sort: catalogue.gazetteer.get(&cited.membership.organisation).and_then(|body| body.sort),
        prominence: organisations::prominence(&cited.membership.organisation, catalogue),
        sources: cited.sources,
    }
}

/// The memberships that hold at the time asked about. Of what has no beginning it is not known since when: before the
/// organisation was founded, and before the first year recorded for anybody in it, nobody belonged. Who is suspended or
/// leaves is a member too, and listed once, as that.
pub(super) fn holding(
    memberships: Vec<CitedMembership>,
    when: When,
    catalogue: &Catalogue,
) -> (Vec<CitedMembership>, Vec<CitedMembership>) {
    let holds = |cited: &CitedMembership| {
        let Membership { period, organisation, .. } = &*cited.membership;
        let founded = catalogue.gazetteer.get(organisation).and_then(|body| body.period.from);
        let began = founded.into_iter().chain(cited.first).max();
        let may_be = period.from.is_some()
            || when.as_of.is_none_or(|date| began.is_none_or(|began| began.start() <= date.end()));
        may_be && period.holds_at(when.date())
    };
    let (now, others): (Vec<_>, Vec<_>) = memberships.into_iter().partition(holds);
    let says_more = |one: &CitedMembership| {
        matches!(one.membership.status, MembershipStatus::Suspended | MembershipStatus::Leaving)
    };
    let replaced: HashSet<(String, String)> = now.iter().filter(|one| says_more(one)).map(pair).collect();
    let now = now.into_iter().filter(|one| says_more(one) || !replaced.contains(&pair(one))).collect();
    (now, others)
}

/// The members of an organisation at a time, those too whose rights are suspended or who leave.
pub(super) fn full_members(members: Vec<CitedMembership>, when: When, catalogue: &Catalogue) -> Vec<String> {
    let is_member = |cited: &CitedMembership| {
        matches!(
            cited.membership.status,
            MembershipStatus::Member | MembershipStatus::Suspended | MembershipStatus::Leaving
        )
    };
    let (now, _) = holding(members, when, catalogue);
    now.into_iter().filter(is_member).map(|cited| cited.membership.member.clone()).collect()
}

/// Who belongs where.
fn pair(cited: &CitedMembership) -> (String, String) {
    (cited.membership.organisation.clone(), cited.membership.member.clone())
}

/// What is known of an actor’s names.
fn names(id: &str, catalogue: &Catalogue) -> Vec<(NameFact, String)> {
    let Some(known) = catalogue.gazetteer.get(id) else { return Vec::new() };
    let mut names = vec![(NameFact::Code, known.id.clone())];
    names.extend(known.iso2.clone().map(|code| (NameFact::ShortCode, code)));
    for (fact, kind) in [
        (NameFact::Aliases, NameKind::Alias),
        (NameFact::Former, NameKind::Former),
        (NameFact::Adjectives, NameKind::Adjective),
        (NameFact::Metonyms, NameKind::Metonym),
    ] {
        let texts: Vec<String> = known
            .names
            .iter()
            .filter(|name| name.kind == kind)
            .map(crate::knowledge::Name::as_written)
            .collect();
        if !texts.is_empty() {
            names.push((fact, texts.join(", ")));
        }
    }
    names
}

pub(super) fn profile(
    id: &str,
    when: When,
    (memberships, facts): (Vec<CitedMembership>, StateFacts),
    relations: Vec<RelationCount>,
    latest: Vec<CitedStatement>,
    catalogue: &Catalogue,
) -> Profile {
    let as_of = when.as_of;
    let seat = catalogue.gazetteer.get(id).and_then(|known| {
        known.names.iter().find(|name| name.kind == NameKind::Metonym && is_western(&name.text))
    });
    let memberships = holding(memberships, when, catalogue).0.into_iter().map(|cited| {
        let organisation = cited.membership.organisation.clone();
        belonging(cited, &organisation, as_of, catalogue)
    });
    let mut memberships: Vec<Belonging> = memberships.collect();
    memberships.sort_by_cached_key(|one| organisations::standing(&one.of, catalogue));
    Profile {
        actor: actor_at(catalogue, id, as_of),
        // Where the government sat at another time is not recorded.
        seat: seat.filter(|_| as_of.is_none()).map(|name| name.text.clone()),
        names: names(id, catalogue),
        lifetime: organisations::lifetimes(std::iter::once(id), when, catalogue),
        as_of,
        facts,
        memberships,
        relations: relation_lines(relations, catalogue),
        latest: latest.into_iter().map(|cited| dated(catalogue, cited)).collect(),
    }
}

/// Whether a name is in Latin, Greek or Cyrillic letters, which line up in a table.
fn is_western(name: &str) -> bool {
    name.chars().all(|c| c < '\u{530}')
}

/// Whether a statement has a date.
pub(super) fn is_dated(cited: &CitedStatement) -> bool {
    cited.statement.day().is_some()
}

/// Whether a fact had happened by a date and its source was out by then.
pub(super) fn was_known(cited: &CitedStatement, date: PartialDate) -> bool {
    let began = cited.statement.period.from.or(cited.statement.period.to);
    let out = cited.source.published;
    began.is_some_and(|began| began.start() <= date.end()) && out.is_none_or(|out| out.start() <= date.end())
}

fn relation_lines(relations: Vec<RelationCount>, catalogue: &Catalogue) -> Vec<Relation> {
    let line = |relation: RelationCount| Relation {
        other: actor(catalogue, &relation.other),
        statements: count(relation.statements),
        latest: relation.latest,
        rows: Vec::new(),
    };
    relations.into_iter().map(line).collect()
}

/// Everyone with whom an actor has statements, or more in the tables than an embassy.
pub(super) fn relations(
    id: &str,
    counts: Vec<RelationCount>,
    found: Vec<CitedObservation>,
    catalogue: &Catalogue,
) -> Relations {
    let mut others = relation_lines(counts, catalogue);
    let mut places: HashMap<String, usize> =
        others.iter().enumerate().map(|(place, one)| (one.other.id.clone(), place)).collect();
    for cited in found {
        let row = observed::observed(cited, &[], catalogue);
        let other = match &row.other {
            Some(other) if row.subject.id == id => other.clone(),
            Some(_) => row.subject.clone(),
            // Where one has part among many, nobody in particular is with it.
            None => continue,
        };
        let place = *places.entry(other.id.clone()).or_insert_with(|| {
            others.push(Relation { other, statements: 0, latest: None, rows: Vec::new() });
            others.len() - 1
        });
        others[place].rows.push(row);
    }
    let says_something = |one: &Observed| {
        matches!(
            one.observation.measure,
            Measure::Border | Measure::Dispute | Measure::ExportShare | Measure::ImportShare
        )
    };
    others.retain(|one| one.statements > 0 || one.rows.iter().any(says_something));
    // The counts come in order: most statements first, then the latest.
    others.sort_by(|one, other| {
        other
            .statements
            .cmp(&one.statements)
            .then_with(|| other.latest.cmp(&one.latest))
            .then_with(|| other.share(id).total_cmp(&one.share(id)))
            .then_with(|| other.rows.len().cmp(&one.rows.len()))
            .then_with(|| one.other.name.cmp(&other.other.name))
    });
    Relations { actor: actor(catalogue, id), others }
}

pub(super) fn organisation(
    id: &str,
    when: When,
    (members, founded): (Vec<CitedMembership>, Option<Observed>),
    latest: Vec<CitedStatement>,
    catalogue: &Catalogue,
) -> Organisation {
    let as_of = when.as_of;
    let place = |status: MembershipStatus| MembershipStatus::ALL.iter().position(|known| *known == status);
    let (now, others) = holding(members, when, catalogue);
    let lines = |members: Vec<CitedMembership>| {
        let mut lines: Vec<Belonging> = members
            .into_iter()
            .map(|cited| {
                let member = cited.membership.member.clone();
                belonging(cited, &member, as_of, catalogue)
            })
            .collect();
        lines.sort_by(|a, b| (place(a.status), &a.of.name).cmp(&(place(b.status), &b.of.name)));
        lines
    };
    Organisation {
        organisation: actor_at(catalogue, id, as_of),
        names: names(id, catalogue),
        founded,
        lifetime: organisations::lifetimes(std::iter::once(id), when, catalogue),
        as_of,
        members: lines(now),
        others: lines(others),
        latest: latest.into_iter().map(|cited| dated(catalogue, cited)).collect(),
    }
}

pub(super) fn shared(
    actors: &[String],
    when: When,
    memberships: Vec<CitedMembership>,
    catalogue: &Catalogue,
) -> Shared {
    let as_of = when.as_of;
    let mut organisations: Vec<(String, Vec<Option<Belonging>>)> = Vec::new();
    let belongs = |cited: &CitedMembership| cited.membership.status != MembershipStatus::Withdrawn;
    for cited in holding(memberships, when, catalogue).0.into_iter().filter(belongs) {
        let organisation = cited.membership.organisation.clone();
        let Some(column) = actors.iter().position(|id| *id == cited.membership.member) else { continue };
        let index = organisations.iter().position(|(known, _)| *known == organisation).unwrap_or_else(|| {
            organisations.push((organisation.clone(), vec![None; actors.len()]));
            organisations.len() - 1
        });
        organisations[index].1[column] = Some(belonging(cited, &organisation, as_of, catalogue));
    }
    let mut organisations: Vec<_> =
        organisations.into_iter().map(|(id, cells)| (actor(catalogue, &id), cells)).collect();
    // The prominent first, of which one also wants to know who is not in them; the others by how many are.
    organisations.sort_by_cached_key(|(body, cells)| {
        let shared = cells.iter().flatten().count();
        let is_plain = organisations::prominence(&body.id, catalogue) == PLAIN;
        (is_plain, Reverse(shared), organisations::standing(body, catalogue))
    });
    let actors = actors.iter().map(|id| actor_at(catalogue, id, as_of)).collect();
    Shared { actors, as_of, organisations }
}

/// The dated facts among statements, newest first, that overlap a period.
pub(super) fn dated_within(all: Vec<(String, CitedStatement)>, period: &Period) -> Vec<CitedStatement> {
    let cited = all.into_iter().map(|(_, cited)| cited);
    cited.filter(|cited| rest::is_dated_fact(cited) && cited.statement.period.overlaps(period)).collect()
}

pub(super) fn timeline(
    first: &str,
    second: &str,
    period: Period,
    facts: Vec<CitedStatement>,
    catalogue: &Catalogue,
) -> Timeline {
    let facts = facts.into_iter().map(|cited| dated(catalogue, cited)).collect();
    Timeline { first: actor(catalogue, first), second: actor(catalogue, second), period, facts, cut: false }
}

/// The advice that is about a partner, or about nobody alone.
pub(super) fn about(
    advice: Vec<(Recommendation, Arc<Source>)>,
    partner: &str,
) -> Vec<(Recommendation, Arc<Source>)> {
    let is_about = |partners: &[String]| partners.is_empty() || partners.iter().any(|id| id == partner);
    advice.into_iter().filter(|(recommendation, _)| is_about(&recommendation.partners)).collect()
}

pub(super) fn brief(when: When, comparison: Comparison, benefits: Benefits, advice: Advice) -> Brief {
    let rest = comparison.rest.as_ref();
    let live = rest
        .into_iter()
        .flat_map(|rest| &rest.timeline)
        .filter(|one| one.cited.is_live(when.today) && one.cited.statement.credibility.digit() <= 3);
    let newest: Vec<Dated> = live.take(MOST_IN_BRIEF).cloned().collect();
    let rows = rest.into_iter().flat_map(|rest| &rest.figures);
    let newest_figures = rows.filter_map(|row| row.cells.first()?.first());
    let is_agreed = |one: &&Dated| one.cited.relations.is_empty();
    // A figure is said once: what stands among the newest stands there.
    let is_newest = |one: &&Dated| newest.iter().any(|new| new.cited.statement.id == one.cited.statement.id);
    let figures = newest_figures.filter(is_agreed).filter(|one| !is_newest(one)).cloned().collect();
    Brief { day: when.today, comparison, newest, figures, benefits, advice }
}
