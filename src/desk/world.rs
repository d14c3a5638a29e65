//! What is known of the world: profiles, memberships, timelines, briefs.

use std::sync::Arc;

use super::{When, actor, actor_at, count, dated, organisations, rest};
use crate::answer::world::{
    Belonging, Brief, NameFact, Organisation, Profile, Relation, Relations, Shared, Timeline,
};
use crate::answer::{Advice, Benefits, Comparison, Dated};
use crate::knowledge::{
    Catalogue, CitedStatement, MembershipStatus, NameKind, PartialDate, Period, Recommendation, Source,
};
use crate::store::memberships::CitedMembership;
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
        source: cited.source,
    }
}

/// Whether a membership holds at the time asked about.
pub(super) fn holds(cited: &CitedMembership, when: When) -> bool {
    cited.membership.period.holds_at(when.date())
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
    memberships: Vec<CitedMembership>,
    relations: Vec<RelationCount>,
    latest: Vec<CitedStatement>,
    catalogue: &Catalogue,
) -> Profile {
    let as_of = when.as_of;
    let seat = catalogue.gazetteer.get(id).and_then(|known| {
        known.names.iter().find(|name| name.kind == NameKind::Metonym && is_western(&name.text))
    });
    let memberships = memberships.into_iter().filter(|cited| holds(cited, when)).map(|cited| {
        let organisation = cited.membership.organisation.clone();
        belonging(cited, &organisation, as_of, catalogue)
    });
    Profile {
        actor: actor_at(catalogue, id, as_of),
        // Where the government sat at another time is not recorded.
        seat: seat.filter(|_| as_of.is_none()).map(|name| name.text.clone()),
        names: names(id, catalogue),
        lifetime: organisations::lifetimes(std::iter::once(id), when, catalogue),
        as_of,
        memberships: memberships.collect(),
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
    };
    relations.into_iter().map(line).collect()
}

pub(super) fn relations(id: &str, others: Vec<RelationCount>, catalogue: &Catalogue) -> Relations {
    Relations { actor: actor(catalogue, id), others: relation_lines(others, catalogue) }
}

pub(super) fn organisation(
    id: &str,
    when: When,
    members: Vec<CitedMembership>,
    latest: Vec<CitedStatement>,
    catalogue: &Catalogue,
) -> Organisation {
    let as_of = when.as_of;
    let place = |status: MembershipStatus| MembershipStatus::ALL.iter().position(|known| *known == status);
    let (now, others): (Vec<_>, Vec<_>) = members.into_iter().partition(|cited| holds(cited, when));
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
    let belongs = |cited: &CitedMembership| {
        cited.membership.status != MembershipStatus::Withdrawn && holds(cited, when)
    };
    for cited in memberships.into_iter().filter(belongs) {
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
    organisations.sort_by(|a, b| {
        let shared = |cells: &[Option<Belonging>]| cells.iter().flatten().count();
        shared(&b.1).cmp(&shared(&a.1)).then_with(|| a.0.name.cmp(&b.0.name))
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
