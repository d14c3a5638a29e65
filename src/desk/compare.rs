//! `/compare`: a subject's policy towards several partners, area by area.

use super::{When, actor, actor_at, area, dated, organisations, rest, world};
use crate::answer::observed::WorldFacts;
use crate::answer::{Comparison, Counts, Verdict, VerdictRow};
use crate::knowledge::{Bearing, Catalogue, CitedStatement, Direction, Kind, PartialDate, Rank, Source};
use crate::store::between::Between;
use crate::store::memberships::CitedMembership;
use crate::store::world::CitedEvidence;
use std::sync::Arc;

/// How many statements stand on the first screen for a partner that no source judges.
pub(super) const MOST_RECORDED: i64 = 8;

/// What was asked.
#[derive(Clone, Copy)]
pub(super) struct ComparisonQuestion<'a> {
    pub(super) subject: &'a str,
    pub(super) partners: &'a [String],
    pub(super) area: Option<&'a str>,
    pub(super) direction: Direction,
    pub(super) when: When,
}

/// What was read for it.
#[derive(Default)]
pub(super) struct Read {
    /// The judgements that sources sum up, each with the partner.
    pub(super) verdicts: Vec<(String, CitedStatement)>,
    /// What bears on them: what is recorded before what is claimed, newest first.
    pub(super) evidence: Vec<CitedEvidence>,
    /// What is recorded with each partner that no source judges, in the partners’ order.
    pub(super) recorded: Vec<Vec<CitedStatement>>,
    pub(super) between: Between,
    pub(super) memberships: Vec<CitedMembership>,
    /// What tables about the world hold between them.
    pub(super) world: WorldFacts,
    /// How many benefits there are in the one area, by partner.
    pub(super) benefits: Vec<(String, usize)>,
    /// How many statements are left out as nothing says when they became known.
    pub(super) undatable: usize,
    /// All that is recorded, where sections are opened.
    pub(super) all: Option<Vec<(String, CitedStatement)>>,
}

/// Keeps what was so and known at a date; gives how many were taken out because nothing says when they became known.
pub(super) fn keep_known(all: &mut Vec<(String, CitedStatement)>, date: PartialDate) -> usize {
    let is_undatable =
        |cited: &CitedStatement| cited.statement.period.is_open() && cited.source.published.is_none();
    let mut undatable: Vec<String> = Vec::new();
    all.retain(|(_, cited)| {
        if is_undatable(cited) {
            if cited.statement.kind != Kind::Benefit && !undatable.contains(&cited.statement.id) {
                undatable.push(cited.statement.id.clone());
            }
            return false;
        }
        let was_out = cited.source.published.is_none_or(|out| out.start() <= date.end());
        was_out && cited.statement.period.was_so_at(date) && cited.statement.holds_still(date)
    });
    undatable.len()
}

/// The judgements among statements that were all read, in the order of [`crate::store::Store::verdicts`].
pub(super) fn verdicts_among(
    all: &[(String, CitedStatement)],
    subject: &str,
) -> Vec<(String, CitedStatement)> {
    let is_verdict = |one: &&(String, CitedStatement)| {
        let statement = &one.1.statement;
        statement.subject == subject
            && statement.rank == Rank::Preferred
            && statement.kind != Kind::Benefit
            && !statement.framing
            && !rest::is_repeat(one, all)
    };
    let mut verdicts: Vec<_> = all.iter().filter(is_verdict).cloned().collect();
    // They come newest first and then in the order of the sources; a stable sort keeps that order.
    verdicts.sort_by_key(|(_, cited)| cited.statement.partners.len());
    verdicts
}

/// What is recorded with a partner among statements that were all read, in the order of
/// [`crate::store::Store::recorded_between`].
pub(super) fn recorded_among(
    all: &[(String, CitedStatement)],
    partner: &str,
    direction: Direction,
    subject: &str,
    day: PartialDate,
) -> Vec<CitedStatement> {
    let is_shown = |one: &&(String, CitedStatement)| {
        let (other, cited) = one;
        let statement = &cited.statement;
        other == partner
            && statement.kind != Kind::Benefit
            && statement.rank != Rank::Deprecated
            && !statement.framing
            && !matches!(statement.credibility.digit(), 4 | 5)
            && cited.is_live(day)
            && rest::goes(direction, cited, subject)
            && !rest::is_repeat(one, all)
    };
    let mut recorded: Vec<CitedStatement> =
        all.iter().filter(is_shown).map(|(_, cited)| cited.clone()).collect();
    // They come newest first; a stable sort keeps that order.
    recorded.sort_by_key(|cited| (!rest::is_dated_fact(cited), cited.statement.kind != Kind::Fact));
    recorded.truncate(super::count(MOST_RECORDED));
    recorded
}

/// Lays the judgements out by area and partner, each with the newest fact that bears on it. They come in the order
/// of the sources, so an area’s first judgement decides where the area stands: the article’s order is kept.
pub(super) fn compare(
    question: &ComparisonQuestion<'_>,
    read: Read,
    sources: Vec<Arc<Source>>,
    catalogue: &Catalogue,
) -> Comparison {
    let ComparisonQuestion { subject, partners, when, .. } = *question;
    let rest =
        read.all.as_ref().map(|all| rest::rest(question, all, &read.verdicts, &read.evidence, catalogue));
    let counts = Counts {
        statements: read.between.statements,
        areas: read.between.areas,
        dated: read.between.dated,
        figures: read.between.figures,
        evidence: rest::total(&read.evidence),
        sources,
    };
    let mut rows: Vec<VerdictRow> = Vec::new();
    for (partner, cited) in read.verdicts {
        let Some(column) = partners.iter().position(|known| *known == partner) else { continue };
        let statement = &cited.statement;
        let index = rows.iter().position(|row| row.area.id == statement.area).unwrap_or_else(|| {
            let area = area(catalogue, &statement.area);
            let label = statement.label.clone().unwrap_or_else(|| area.name.clone());
            rows.push(VerdictRow { area, label, cells: vec![None; partners.len()] });
            rows.len() - 1
        });
        let cell = &mut rows[index].cells[column];
        if cell.is_none() {
            *cell = Some(verdict(cited, &read.evidence, catalogue));
        }
    }
    let as_of = when.as_of;
    let all = std::iter::once(subject).chain(partners.iter().map(String::as_str));
    let recorded = read.recorded.into_iter();
    Comparison {
        subject: actor_at(catalogue, subject, as_of),
        partners: partners.iter().map(|id| actor_at(catalogue, id, as_of)).collect(),
        area: question.area.map(|id| area(catalogue, id)),
        as_of: as_of.map(|date| (date, read.undatable)),
        verdicts: rows,
        recorded: recorded
            .map(|facts| facts.into_iter().map(|cited| dated(catalogue, cited)).collect())
            .collect(),
        world: read.world,
        counts,
        // Of one area, who belongs where is beside the question.
        organisations: match question.area {
            None => organisations::organisations(subject, partners, when, &read.memberships, catalogue),
            Some(_) => Vec::new(),
        },
        lifetimes: organisations::lifetimes(all, when, catalogue),
        repeated: Vec::new(),
        benefits: read.benefits.iter().map(|(id, many)| (actor(catalogue, id), *many)).collect(),
        rest,
    }
}

/// A judgement with the newest fact that bears on it: one that speaks against it, where there is any, as the mark
/// of a dispute needs its reason.
fn verdict(cited: CitedStatement, evidence: &[CitedEvidence], catalogue: &Catalogue) -> Verdict {
    let newest = |how: Bearing| {
        let bears = |one: &&CitedEvidence| one.on == cited.statement.id && one.bearing == how;
        evidence.iter().filter(bears).find(|one| world::is_dated(&one.cited))
    };
    let against = newest(Bearing::Disputes);
    let disputed = against.is_some();
    let fact = against.or_else(|| newest(Bearing::Supports));
    let fact = fact.map(|one| (one.bearing, dated(catalogue, one.cited.clone())));
    Verdict { cited, disputed, fact }
}
