//! What each question needs is read here, once, and handed to the plain function that answers it.

use super::{
    Desk, MOST_EVIDENCE, MOST_PAIRS, When, benefits, compare, count, facts, observed, organisations,
    pair_line, recommend, rest, world,
};
use crate::answer::world::Timeline;
use crate::answer::{Answer, Comparison};
use crate::error::{Error, Fault};
use crate::knowledge::{ActorKind, CitedStatement, Direction, Period};
use crate::request::World;
use crate::section::Opened;
use crate::store::read::MOST_ROWS;

impl Desk<'_> {
    /// Compares a subject’s policy towards several partners: what the first screen needs, and what the sections
    /// need that are opened.
    pub(super) async fn comparison(
        self,
        question: &compare::ComparisonQuestion<'_>,
        opened: Opened,
    ) -> Result<Comparison, Fault> {
        let compare::ComparisonQuestion { subject, partners, area, direction, when, .. } = *question;
        let Self { store, viewer, catalogue, .. } = self;
        let everyone: Vec<&str> =
            std::iter::once(subject).chain(partners.iter().map(String::as_str)).collect();
        // What was so and known at a date is picked out of all that there is.
        let is_full = when.as_of.is_some() || opened != Opened::Front;
        let mut read = compare::Read::default();
        if is_full {
            let ever = Period::default();
            let (memberships, mut all) = tokio::try_join!(
                store.memberships(viewer, &everyone),
                store.between(viewer, subject, partners, area, &ever)
            )?;
            store.relate(viewer, all.iter_mut().map(|(_, cited)| cited).collect()).await?;
            if let Some(date) = when.as_of {
                read.undatable = compare::keep_known(&mut all, date);
            }
            read.memberships = memberships;
            read.verdicts = compare::verdicts_among(&all, subject);
            read.between = rest::counts(&all, subject, direction, when.date());
            read.all = Some(all);
        } else {
            // One after another: they are so short that side by side they cost more and answer no sooner.
            read.memberships = store.memberships(viewer, &everyone).await?;
            read.verdicts = store.verdicts(viewer, subject, partners, area).await?;
            read.between =
                store.count_between(viewer, subject, partners, area, direction, when.today).await?;
        }
        let judged: Vec<&str> = read.verdicts.iter().map(|(_, cited)| cited.statement.id.as_str()).collect();
        let most = if is_full { MOST_EVIDENCE } else { 1 };
        read.evidence = store.evidence_on(viewer, &judged, Some(when.date()), most).await?;
        if let Some(date) = when.as_of {
            read.evidence.retain(|one| world::was_known(&one.cited, date));
        }
        let sources = store.sources_named(viewer, &read.between.sources).await?;
        // Of one area, only what the tables hold of it.
        if area.is_none_or(observed::is_area) {
            let bodies = observed::bodies(&everyone, &read.memberships, when.date());
            let found = store.observed_between(viewer, subject, partners, &bodies).await?;
            let said = store.said_of(viewer, &found).await?;
            let tables = store.tables(viewer).await?;
            let asked = observed::Between { subject, partners, bodies: &bodies, as_of: when.as_of };
            read.world = observed::between(asked, found, &said, &tables, catalogue);
            read.world.keep(|topic| area.is_none_or(|area| observed::areas(topic).contains(&area)));
        }
        for partner in partners {
            let is_judged = read.verdicts.iter().any(|(other, _)| other == partner);
            let recorded = match &read.all {
                _ if is_judged => Vec::new(),
                Some(all) => compare::recorded_among(all, partner, direction, subject, when.date()),
                None => {
                    let pair = (subject, partner.as_str());
                    store
                        .recorded_between(viewer, pair, area, direction, when.date(), compare::MOST_RECORDED)
                        .await?
                }
            };
            read.recorded.push(recorded);
            if let Some(area) = area {
                let benefits = store.benefits(viewer, subject, partner).await?;
                let there = benefits.iter().filter(|cited| cited.statement.area == area).count();
                read.benefits.extend((there > 0).then(|| (partner.clone(), there)));
            }
        }
        Ok(compare::compare(question, read, sources, catalogue))
    }

    /// Every statement about a subject, or about a pair.
    pub(super) async fn facts(
        self,
        question: &facts::FactsQuestion<'_>,
    ) -> Result<crate::answer::Facts, Fault> {
        let Self { store, viewer, catalogue, .. } = self;
        let facts::FactsQuestion { subject, partner, area, .. } = *question;
        let mut recorded = match partner {
            Some(partner) => {
                let all =
                    store.between(viewer, subject, &[partner.to_owned()], area, &Period::default()).await?;
                all.into_iter().map(|(_, cited)| cited).collect()
            }
            None => store.statements_of(viewer, subject, area).await?,
        };
        store.relate(viewer, recorded.iter_mut().collect()).await?;
        let mut found = facts::facts(question, recorded, catalogue);
        if found.is_empty() {
            // Where there is nothing in one area, the others are named.
            let elsewhere = match area {
                Some(_) => store.areas_of(viewer, subject, partner).await?,
                None => Vec::new(),
            };
            found.areas = elsewhere.iter().map(|id| super::area(catalogue, id)).collect();
            if let (Some(partner), true) = (partner, found.areas.is_empty()) {
                let there = store.memberships(viewer, &[subject, partner]).await?;
                let partners = [partner.to_owned()];
                let when = When::asked(self.now, None);
                found.organisations =
                    organisations::organisations(subject, &partners, when, &there, catalogue);
            } else if found.areas.is_empty() {
                let pairs = store.pairs_with(viewer, subject, subject, MOST_PAIRS).await?;
                found.pairs = pairs.iter().map(|pair| pair_line(catalogue, pair)).collect();
            }
        }
        Ok(found)
    }

    /// Answers what is asked of the world.
    pub(super) async fn world(self, asked: &World) -> Result<Answer, Error> {
        let Self { store, viewer, catalogue, now } = self;
        Ok(match asked {
            World::Profile { actor, as_of } | World::Organisation { organisation: actor, as_of }
                if catalogue
                    .gazetteer
                    .get(actor)
                    .is_some_and(|known| known.kind == ActorKind::Organisation) =>
            {
                let when = When::asked(now, *as_of);
                let (members, latest, found) = tokio::try_join!(
                    store.members(viewer, actor),
                    self.latest(actor, when),
                    store.observed_of(viewer, actor)
                )?;
                let said = store.said_of(viewer, &found).await?;
                let founded = observed::founded(found, &said, catalogue);
                Answer::Organisation(world::organisation(actor, when, (members, founded), latest, catalogue))
            }
            World::Profile { actor, as_of } | World::Organisation { organisation: actor, as_of } => {
                let when = When::asked(now, *as_of);
                let alone = [actor.as_str()];
                // How much is recorded with whom is of today: of another time it is not counted.
                let relations = async {
                    match as_of {
                        Some(_) => Ok(Vec::new()),
                        None => store.relations(viewer, actor, world::MOST_RELATIONS).await,
                    }
                };
                let (memberships, relations, latest, found) = tokio::try_join!(
                    store.memberships(viewer, &alone),
                    relations,
                    self.latest(actor, when),
                    store.observed_of(viewer, actor)
                )?;
                let said = store.said_of(viewer, &found).await?;
                let facts = observed::of_state(actor, *as_of, found, &said, catalogue);
                let belongs = (memberships, facts);
                Answer::Profile(world::profile(actor, when, belongs, relations, latest, catalogue))
            }
            World::Neighbours { actor } => {
                let found = store.observed_of(viewer, actor).await?;
                let said = store.said_of(viewer, &found).await?;
                let tables = store.tables(viewer).await?;
                Answer::Neighbours(observed::neighbours(actor, found, &said, &tables, catalogue))
            }
            World::Rank { measure, among } => {
                let when = When::asked(now, None);
                let found = store.ranked(viewer, *measure).await?;
                let members = match among {
                    Some(organisation) => {
                        let members = store.members(viewer, organisation).await?;
                        Some(world::full_members(members, when, catalogue))
                    }
                    None => None,
                };
                let among = among.as_deref().zip(members.as_deref());
                let said = store.said_of(viewer, &found).await?;
                let tables = store.tables(viewer).await?;
                Answer::Ranking(observed::ranking(*measure, among, found, &said, &tables, catalogue))
            }
            World::Timeline { subject, partner, period } => {
                let partners = [partner.clone()];
                let all = store.between(viewer, subject, &partners, None, period).await?;
                let is_cut = all.len() >= count(MOST_ROWS);
                let mut dated = world::dated_within(all, period);
                store.relate(viewer, dated.iter_mut().collect()).await?;
                let timeline = world::timeline(subject, partner, *period, dated, catalogue);
                Answer::Timeline(Timeline { cut: is_cut, ..timeline })
            }
            World::Relations { actor } => {
                let (counts, found) = tokio::try_join!(
                    store.relations(viewer, actor, world::MOST_RELATIONS),
                    store.observed_with_anybody(viewer, actor)
                )?;
                Answer::Relations(world::relations(actor, counts, found, catalogue))
            }
            World::Shared { actors, as_of } => {
                let ids: Vec<&str> = actors.iter().map(String::as_str).collect();
                let memberships = store.memberships(viewer, &ids).await?;
                Answer::Shared(world::shared(actors, When::asked(now, *as_of), memberships, catalogue))
            }
            World::Brief { subject, partner } => {
                let when = When::asked(now, None);
                let partners = std::slice::from_ref(partner);
                let direction = Direction::Both;
                let question = compare::ComparisonQuestion { subject, partners, area: None, direction, when };
                // Its first screen draws on most of the sections.
                let (comparison, benefits, advice) = tokio::try_join!(
                    self.comparison(&question, Opened::All),
                    store.benefits(viewer, subject, partner),
                    store.recommendations_to(viewer, subject)
                )?;
                let benefits = benefits::benefits(subject, partner, benefits, 0, catalogue);
                let advice = world::about(advice, partner);
                let advice = recommend::recommend(subject, None, advice, catalogue);
                Answer::Brief(Box::new(world::brief(when, comparison, benefits, advice)))
            }
        })
    }

    /// The latest facts of an actor; at a date, those known by then.
    pub(super) async fn latest(self, actor: &str, when: When) -> Result<Vec<CitedStatement>, Fault> {
        let most = if when.as_of.is_some() { MOST_ROWS } else { world::MOST_LATEST };
        let mut latest = self.store.latest_facts(self.viewer, actor, when.today, most).await?;
        if let Some(date) = when.as_of {
            latest.retain(|cited| world::was_known(cited, date));
            latest.truncate(count(world::MOST_LATEST));
        }
        Ok(latest)
    }
}
