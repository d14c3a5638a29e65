//! What is known of the world: profiles, memberships, timelines, briefs.

use std::sync::Arc;

use super::{When, actor, actor_at, claim, count, is_cut, organisations, pair_line};
use crate::answer::world::{Belonging, Brief, Members, Profile, Relation, Relations, Shared, Timeline};
use crate::answer::{Advice, Benefits, Comparison, Standing};
use crate::knowledge::{
    Bearing, Catalogue, MembershipStatus, NameKind, PartialDate, Period, Recommendation, Source, Statement,
};
use crate::store::read::{Held, PairCount};
use crate::store::world::{HeldMembership, Relation as Counted};

/// How many relations and facts a profile shows.
pub(super) const MOST_IN_PROFILE: i64 = 8;
/// How many relations there can be in one answer.
pub(super) const MOST_RELATIONS: i64 = 250;

/// A membership as seen from its member, or from its organisation.
fn belonging(held: HeldMembership, of: &str, as_of: Option<PartialDate>, catalogue: &Catalogue) -> Belonging {
    Belonging {
        of: actor_at(catalogue, of, as_of),
        status: held.membership.status,
        period: held.membership.period,
        years: held.membership.years,
        source: held.source,
    }
}

/// Whether a membership holds at the time asked about.
pub(super) fn holds(held: &HeldMembership, when: When) -> bool {
    held.membership.period.holds_at(when.date())
}

pub(super) fn profile(
    id: &str,
    when: When,
    memberships: Vec<HeldMembership>,
    relations: Vec<Counted>,
    latest: Vec<Held>,
    catalogue: &Catalogue,
) -> Profile {
    let as_of = when.as_of;
    let known = catalogue.gazetteer.get(id);
    let mut names: Vec<(&'static str, String)> = Vec::new();
    if let Some(known) = known {
        names.push(("Code", known.id.clone()));
        names.extend(known.iso2.clone().map(|code| ("Two-letter code", code)));
        for (label, kind) in [
            ("Also known as", NameKind::Alias),
            ("Formerly", NameKind::Former),
            ("Adjective", NameKind::Adjective),
            ("Stands for its government", NameKind::Metonym),
        ] {
            let (here, elsewhere): (Vec<_>, Vec<_>) =
                known.names.iter().filter(|name| name.kind == kind).partition(|name| is_western(&name.text));
            let mut texts: Vec<String> = here.iter().map(|name| name.as_written()).collect();
            if !elsewhere.is_empty() {
                texts.push(format!("{} in other scripts", elsewhere.len()));
            }
            if !texts.is_empty() {
                names.push((label, texts.join(", ")));
            }
        }
    }
    let memberships = memberships
        .into_iter()
        .filter(|held| holds(held, when))
        .map(|held| {
            let organisation = held.membership.organisation.clone();
            belonging(held, &organisation, as_of, catalogue)
        })
        .collect();
    let latest =
        latest.into_iter().filter(|held| as_of.is_none_or(|date| was_known(held, date))).map(claim).collect();
    Profile {
        actor: actor_at(catalogue, id, as_of),
        names,
        lifetime: organisations::lifetimes(std::iter::once(id), when, catalogue),
        as_of,
        memberships,
        relations: relation_lines(relations, catalogue),
        latest,
    }
}

/// Whether a name is in Latin, Greek or Cyrillic letters, which line up in a table.
fn is_western(name: &str) -> bool {
    name.chars().all(|c| c < '\u{530}')
}

/// Whether a fact had happened by a date and its source was out by then.
pub(super) fn was_known(held: &Held, date: PartialDate) -> bool {
    let began = held.statement.period.from.or(held.statement.period.to);
    let out = held.source.published;
    began.is_some_and(|began| began.start() <= date.end()) && out.is_none_or(|out| out.start() <= date.end())
}

fn relation_lines(relations: Vec<Counted>, catalogue: &Catalogue) -> Vec<Relation> {
    let line = |relation: Counted| Relation {
        other: actor(catalogue, &relation.other),
        statements: count(relation.statements),
        latest: relation.latest,
    };
    relations.into_iter().map(line).collect()
}

pub(super) fn relations(id: &str, held: Vec<Counted>, catalogue: &Catalogue) -> Relations {
    Relations { actor: actor(catalogue, id), others: relation_lines(held, catalogue) }
}

pub(super) fn members(
    organisation: &str,
    when: When,
    held: Vec<HeldMembership>,
    catalogue: &Catalogue,
) -> Members {
    let as_of = when.as_of;
    let place = |status: MembershipStatus| MembershipStatus::ALL.iter().position(|known| *known == status);
    let (now, others): (Vec<_>, Vec<_>) = held.into_iter().partition(|held| holds(held, when));
    let lines = |held: Vec<HeldMembership>| {
        let mut lines: Vec<Belonging> = held
            .into_iter()
            .map(|held| {
                let member = held.membership.member.clone();
                belonging(held, &member, as_of, catalogue)
            })
            .collect();
        lines.sort_by(|a, b| (place(a.status), &a.of.name).cmp(&(place(b.status), &b.of.name)));
        lines
    };
    Members {
        organisation: actor(catalogue, organisation),
        as_of,
        members: lines(now),
        others: lines(others),
    }
}

pub(super) fn shared(
    actors: &[String],
    when: When,
    held: Vec<HeldMembership>,
    catalogue: &Catalogue,
) -> Shared {
    let as_of = when.as_of;
    let mut organisations: Vec<(String, Vec<Option<Belonging>>)> = Vec::new();
    let belongs =
        |held: &HeldMembership| held.membership.status != MembershipStatus::Withdrawn && holds(held, when);
    for held in held.into_iter().filter(belongs) {
        let organisation = held.membership.organisation.clone();
        let Some(column) = actors.iter().position(|id| *id == held.membership.member) else { continue };
        let index = organisations.iter().position(|(known, _)| *known == organisation).unwrap_or_else(|| {
            organisations.push((organisation.clone(), vec![None; actors.len()]));
            organisations.len() - 1
        });
        organisations[index].1[column] = Some(belonging(held, &organisation, as_of, catalogue));
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

pub(super) fn timeline(
    first: &str,
    second: &str,
    period: Period,
    held: Vec<Held>,
    pairs: &[PairCount],
    catalogue: &Catalogue,
) -> Timeline {
    let cut = is_cut(&held);
    let facts =
        held.into_iter().map(|held| (actor(catalogue, &held.statement.subject), claim(held))).collect();
    Timeline {
        first: actor(catalogue, first),
        second: actor(catalogue, second),
        period,
        facts,
        cut,
        pairs: pairs.iter().map(|pair| pair_line(catalogue, pair)).collect(),
    }
}

/// How a statement stands to others: what it says of them, and what they say of it.
pub(super) fn standing(statement: &Statement, said: &[(String, Bearing, String)]) -> Vec<Standing> {
    let own = statement.evidence.iter().filter_map(|evidence| match evidence.bearing {
        Bearing::Conflicts => Some(Standing::ConflictsWith(evidence.statement.clone())),
        Bearing::Supersedes => Some(Standing::Supersedes(evidence.statement.clone())),
        _ => None,
    });
    let others = said.iter().filter(|(of, ..)| *of == statement.id).map(|(_, bearing, by)| match bearing {
        Bearing::Supersedes => Standing::SupersededBy(by.clone()),
        _ => Standing::ConflictsWith(by.clone()),
    });
    let mut all: Vec<Standing> = Vec::new();
    for one in own.chain(others) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

/// The advice that is about a partner, or about nobody alone.
pub(super) fn about(
    advice: Vec<(Recommendation, Arc<Source>)>,
    partner: &str,
) -> Vec<(Recommendation, Arc<Source>)> {
    let is_about = |partners: &[String]| partners.is_empty() || partners.iter().any(|id| id == partner);
    advice.into_iter().filter(|(recommendation, _)| is_about(&recommendation.partners)).collect()
}

/// How many years back the timeline of a brief goes.
const BRIEF_YEARS: i16 = 5;

/// Since when the timeline of a brief is.
pub(super) fn brief_since(now: &str) -> PartialDate {
    PartialDate::of_time(now).years_before(BRIEF_YEARS)
}

pub(super) fn brief(
    now: &str,
    comparison: Comparison,
    timeline: Vec<Held>,
    benefits: Benefits,
    advice: Advice,
    catalogue: &Catalogue,
) -> Brief {
    let (day, since) = (PartialDate::of_time(now), brief_since(now));
    let timeline =
        timeline.into_iter().map(|held| (actor(catalogue, &held.statement.subject), claim(held))).collect();
    Brief { day, comparison, since, timeline, benefits, advice }
}
