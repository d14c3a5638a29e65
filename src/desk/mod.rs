//! The desk answers requests: it fetches what a question needs, once, and each question is a plain
//! function over what was fetched. This is its only file that waits for anything.

mod benefits;
mod compare;
mod curation;
mod facts;
mod organisations;
mod recommend;
mod rest;
mod world;

use std::sync::Arc;

use crate::answer::world::Timeline;
use crate::answer::{Answer, AreaLine, Comparison, Dated, Named, PairLine, SourceLine};
use crate::error::{Error, Fault, Offer, Refusal};
use crate::knowledge::fold::fold_word;
use crate::knowledge::{ActorKind, Catalogue, CitedStatement, Direction, Entity, PartialDate, Period};
use crate::request::{Curation, Request, World, no_such_item, quoted};
use crate::section::Opened;
use crate::store::history::HistoryFilter;
use crate::store::read::{MOST_ROWS, PairCount};
use crate::store::{Asker, Store, Viewer};

/// How many pairs are named when nothing is recorded about the one asked for.
const MOST_PAIRS: u32 = 3;

/// How many pieces of evidence of one sort are listed for a judgement; /knowledge show has all.
const MOST_EVIDENCE: i64 = 50;

/// The time that a question is about.
#[derive(Debug, Clone, Copy)]
struct When {
    /// The date asked for, where one is.
    as_of: Option<PartialDate>,
    today: PartialDate,
}

impl When {
    /// What is asked now, RFC 3339, of a date or of today.
    fn asked(now: &str, as_of: Option<PartialDate>) -> Self {
        Self { as_of, today: PartialDate::of_time(now) }
    }

    /// The date asked for, or today.
    fn date(self) -> PartialDate {
        self.as_of.unwrap_or(self.today)
    }
}

/// Who asks, of what they may see, and when: what every question is answered with.
#[derive(Clone, Copy)]
struct Desk<'a> {
    store: &'a Store,
    viewer: &'a Viewer,
    catalogue: &'a Catalogue,
    now: &'a str,
}

/// Answers a request with what the asker may see, as far as it is opened. `now` is the time, RFC 3339.
///
/// # Errors
/// A refusal where something named does not exist or the date is still to come; a fault where the store
/// cannot be read.
pub async fn answer(
    store: &Store,
    asker: &Asker,
    catalogue: &Catalogue,
    request: &Request,
    opened: Opened,
    now: &str,
) -> Result<Answer, Error> {
    let today = PartialDate::of_time(now);
    if let Some(date) = request.as_of().filter(|date| date.start() > today.end()) {
        // What is recorded says nothing of how things will be.
        return Err(
            Refusal::new(format!("{date} is still to come; ask as of a date up to today, {today}.")).into()
        );
    }
    let viewer = &store.viewer(asker);
    let desk = Desk { store, viewer, catalogue, now };
    Ok(match request {
        Request::Compare { subject, partners, area, direction, as_of, repeated } => {
            let when = When::asked(now, *as_of);
            let area = area.as_deref();
            let question =
                compare::Question { subject, partners, area, direction: *direction, when, repeated };
            Answer::Compare(desk.comparison(&question, opened).await?)
        }
        Request::Benefits { subject, partner } => {
            let recorded = store.benefits(viewer, subject, partner).await?;
            let reverse = store.benefits(viewer, partner, subject).await?.len();
            Answer::Benefits(benefits::benefits(subject, partner, recorded, reverse, catalogue))
        }
        Request::Recommend { subject, focus } => {
            let recorded = store.recommendations_to(viewer, subject).await?;
            Answer::Recommend(recommend::recommend(subject, focus.as_deref(), recorded, catalogue))
        }
        Request::Facts { subject, partner, area, direction } => {
            let (partner, area) = (partner.as_deref(), area.as_deref());
            Answer::Facts(
                desk.facts(&facts::Question { subject, partner, area, direction: *direction }).await?,
            )
        }
        Request::Areas => {
            let counts = store.area_counts(viewer).await?;
            let line = |area: &crate::knowledge::Area| AreaLine {
                area: Named { id: area.id.clone(), name: area.name.clone(), flag: None },
                synonyms: area.synonyms.clone(),
                statements: counts.get(&area.id).copied().map_or(0, count),
            };
            Answer::Areas(catalogue.areas().map(line).collect())
        }
        Request::Sources { id } => {
            let sources = store.sources(viewer).await?;
            let all = sources
                .into_iter()
                .map(|used| SourceLine { source: Arc::new(used.source), uses: count(used.uses) });
            Answer::Sources(match id {
                None => all.collect(),
                Some(id) => one_source(id, &all.collect::<Vec<_>>())?,
            })
        }
        Request::Help { topic } => Answer::Help(*topic),
        Request::World(asked) => desk.world(asked).await?,
        Request::Curation(asked) => return about_knowledge(store, asker, catalogue, asked).await,
    })
}

impl Desk<'_> {
    /// Compares a subject’s policy towards several partners: what the first screen needs, and what the sections
    /// need that are opened.
    async fn comparison(self, question: &compare::Question<'_>, opened: Opened) -> Result<Comparison, Fault> {
        let compare::Question { subject, partners, area, direction, when, .. } = *question;
        let Self { store, viewer, catalogue, .. } = self;
        let everyone: Vec<&str> =
            std::iter::once(subject).chain(partners.iter().map(String::as_str)).collect();
        let memberships = store.memberships(viewer, &everyone).await?;
        // What was so and known at a date is picked out of all that there is.
        let is_full = when.as_of.is_some() || opened != Opened::Front;
        let mut read = compare::Read { memberships, ..compare::Read::default() };
        if is_full {
            let mut all = store.between(viewer, subject, partners, area, &Period::default()).await?;
            store.relate(viewer, all.iter_mut().map(|(_, cited)| cited).collect()).await?;
            if let Some(date) = when.as_of {
                read.undatable = compare::keep_known(&mut all, date);
            }
            read.verdicts = compare::verdicts_among(&all, subject);
            read.between = rest::counts(&all, subject, direction, when.date());
            let keys: Vec<&str> =
                read.verdicts.iter().map(|(_, cited)| cited.statement.id.as_str()).collect();
            read.evidence = store.evidence_on(viewer, &keys, Some(when.date()), MOST_EVIDENCE).await?;
            if let Some(date) = when.as_of {
                read.evidence.retain(|one| world::was_known(&one.cited, date));
            }
            read.all = Some(all);
        } else {
            read.verdicts = store.verdicts(viewer, subject, partners, area).await?;
            read.between =
                store.count_between(viewer, subject, partners, area, direction, when.today).await?;
            let keys: Vec<&str> =
                read.verdicts.iter().map(|(_, cited)| cited.statement.id.as_str()).collect();
            read.evidence = store.evidence_on(viewer, &keys, Some(when.date()), 1).await?;
        }
        let sources = store.sources_named(viewer, &read.between.sources).await?;
        for partner in partners {
            let is_judged = read.verdicts.iter().any(|(other, _)| other == partner);
            let recorded = match &read.all {
                _ if is_judged => Vec::new(),
                Some(all) => compare::recorded_among(all, partner, direction, subject, when.date()),
                None => {
                    let pair = (subject, partner.as_str());
                    store
                        .recorded_between(viewer, pair, direction, when.date(), compare::MOST_RECORDED)
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
    async fn facts(self, question: &facts::Question<'_>) -> Result<crate::answer::Facts, Fault> {
        let Self { store, viewer, catalogue, .. } = self;
        let facts::Question { subject, partner, area, .. } = *question;
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
            found.areas = elsewhere.iter().map(|id| self::area(catalogue, id)).collect();
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
    async fn world(self, asked: &World) -> Result<Answer, Error> {
        let Self { store, viewer, catalogue, now } = self;
        Ok(match asked {
            World::Profile { actor, as_of } | World::Organisation { organisation: actor, as_of }
                if catalogue
                    .gazetteer
                    .get(actor)
                    .is_some_and(|known| known.kind == ActorKind::Organisation) =>
            {
                let when = When::asked(now, *as_of);
                let members = store.members(viewer, actor).await?;
                let latest = self.latest(actor, when).await?;
                Answer::Organisation(world::organisation(actor, when, members, latest, catalogue))
            }
            World::Profile { actor, as_of } | World::Organisation { organisation: actor, as_of } => {
                let when = When::asked(now, *as_of);
                let memberships = store.memberships(viewer, &[actor]).await?;
                // How much is recorded with whom is of today: of another time it is not counted.
                let relations = match as_of {
                    Some(_) => Vec::new(),
                    None => store.relations(viewer, actor, world::MOST_RELATIONS).await?,
                };
                let latest = self.latest(actor, when).await?;
                Answer::Profile(world::profile(actor, when, memberships, relations, latest, catalogue))
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
                let others = store.relations(viewer, actor, world::MOST_RELATIONS).await?;
                Answer::Relations(world::relations(actor, others, catalogue))
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
                let question =
                    compare::Question { subject, partners, area: None, direction, when, repeated: &[] };
                // Its first screen draws on most of the sections.
                let comparison = self.comparison(&question, Opened::All).await?;
                let benefits = store.benefits(viewer, subject, partner).await?;
                let benefits = benefits::benefits(subject, partner, benefits, 0, catalogue);
                let advice = world::about(store.recommendations_to(viewer, subject).await?, partner);
                let advice = recommend::recommend(subject, None, advice, catalogue);
                Answer::Brief(Box::new(world::brief(when, comparison, benefits, advice)))
            }
        })
    }

    /// The latest facts of an actor; at a date, those known by then.
    async fn latest(self, actor: &str, when: When) -> Result<Vec<CitedStatement>, Fault> {
        let most = if when.as_of.is_some() { MOST_ROWS } else { world::MOST_LATEST };
        let mut latest = self.store.latest_facts(self.viewer, actor, when.today, most).await?;
        if let Some(date) = when.as_of {
            latest.retain(|cited| world::was_known(cited, date));
            latest.truncate(count(world::MOST_LATEST));
        }
        Ok(latest)
    }
}

/// Answers what is asked of knowledge’s own life.
async fn about_knowledge(
    store: &Store,
    asker: &Asker,
    catalogue: &Catalogue,
    asked: &Curation,
) -> Result<Answer, Error> {
    let viewer = &store.viewer(asker);
    Ok(match asked {
        Curation::Show { id } => {
            let Some(standing) = store.item(viewer, id).await? else {
                return Err(in_another_case(store, viewer, id).await?.into());
            };
            let revisions = store.revisions_of(viewer, &standing.name, curation::MOST_REVISIONS).await?;
            let evidence = match standing.name.entity {
                Entity::Statement => {
                    store.evidence_on(viewer, &[&standing.name.key], None, MOST_ROWS).await?
                }
                _ => Vec::new(),
            };
            Answer::Shown(curation::shown(standing, &revisions, evidence, viewer.is_public()))
        }
        Curation::History { id, actor, user, since } => {
            let filter = HistoryFilter {
                key: id.clone(),
                actor: actor.clone(),
                author: user.clone(),
                since: since.map(|date| date.to_string()),
            };
            let lines = store.history(viewer, &filter, curation::MOST_SETS).await?;
            let about = [
                id.as_ref().map(|id| format!("of {id}")),
                actor.as_ref().map(|actor| format!("about {}", catalogue.gazetteer.name(actor))),
                user.as_ref().map(|user| format!("by {user}")),
                since.map(|date| format!("since {date}")),
            ];
            let about: Vec<String> = about.into_iter().flatten().collect();
            Answer::History(curation::history(about.join(" "), lines))
        }
        Curation::Audit => {
            let editor = store.reviewer(asker, "see the audit").await?;
            Answer::Audit(curation::audit(store.audit(&editor, curation::MOST_SETS).await?))
        }
        Curation::Review { number, after } => {
            let editor = store.reviewer(asker, "review proposals").await?;
            Answer::Report(match (store.proposal(&editor, *number, *after).await?, number) {
                (Some(proposal), _) => {
                    let standing = store.item_named(viewer, &proposal.item.name()).await?;
                    curation::review(&proposal, standing.as_ref())
                }
                (None, None) => curation::nothing_waits(*after),
                (None, Some(number)) => {
                    let sentence =
                        format!("There is no proposal #{number} here; /knowledge review shows the next.");
                    return Err(Refusal::new(sentence).into());
                }
            })
        }
        Curation::Whoami => {
            let (level, because) = store.level(asker).await?;
            Answer::Powers(curation::powers(level, because))
        }
    })
}

/// The refusal for a key that nothing has, with what has it in small letters or in capitals.
async fn in_another_case(store: &Store, viewer: &Viewer, key: &str) -> Result<Refusal, Fault> {
    for near in [key.to_lowercase(), key.to_uppercase()] {
        if store.item(viewer, &near).await?.is_some() {
            let refused = Refusal::new(format!("There is no item {}. Did you mean {near}?", quoted(key)));
            let line = format!("/knowledge show {near}");
            return Ok(refused.offering(vec![Offer { label: near, line }]));
        }
    }
    Ok(no_such_item(key))
}

/// A number of rows as a count.
fn count(rows: i64) -> usize {
    usize::try_from(rows).unwrap_or(0)
}

fn actor(catalogue: &Catalogue, id: &str) -> Named {
    let known = catalogue.gazetteer.get(id);
    let flag = known.and_then(|actor| actor.flag.clone());
    Named { id: id.to_owned(), name: catalogue.gazetteer.name(id).to_owned(), flag }
}

/// An actor by the name that it had at a date.
fn actor_at(catalogue: &Catalogue, id: &str, as_of: Option<PartialDate>) -> Named {
    let today = actor(catalogue, id);
    match as_of {
        Some(date) => Named { name: catalogue.gazetteer.name_at(id, date), ..today },
        None => today,
    }
}

/// A statement with whose it is.
fn dated(catalogue: &Catalogue, cited: CitedStatement) -> Dated {
    Dated { whose: actor(catalogue, &cited.statement.subject), cited }
}

fn pair_line(catalogue: &Catalogue, pair: &PairCount) -> PairLine {
    PairLine {
        subject: actor(catalogue, &pair.subject),
        partner: actor(catalogue, &pair.partner),
        statements: count(pair.statements),
    }
}

fn area(catalogue: &Catalogue, id: &str) -> Named {
    Named { id: id.to_owned(), name: catalogue.area_name(id).to_owned(), flag: None }
}

/// Whether the key or the publisher of a source starts with a folded text.
fn starts_so(line: &SourceLine, wanted: &str) -> bool {
    let publisher = line.source.publisher.as_deref().map(fold_word).unwrap_or_default();
    fold_word(&line.source.id).starts_with(wanted) || publisher.starts_with(wanted)
}

/// The source with this key alone; a refusal with those that are near where there is none.
fn one_source(id: &str, all: &[SourceLine]) -> Result<Vec<SourceLine>, Refusal> {
    let wanted = fold_word(id);
    let distance = |line: &&SourceLine| {
        let key = fold_word(&line.source.id);
        // What starts so is nearer than what only looks alike; a publisher’s name is as good as a key.
        if !wanted.is_empty() && starts_so(line, &wanted) {
            return Some(usize::from(key != wanted));
        }
        Some(1 + strsim::osa_distance(&key, &wanted)).filter(|slips| *slips <= 3)
    };
    let mut near: Vec<(usize, &SourceLine)> =
        all.iter().filter_map(|line| Some((distance(&line)?, line))).collect();
    near.sort_by_key(|(slips, _)| *slips);
    match near.as_slice() {
        [(0, found), ..] => return Ok(vec![(*found).clone()]),
        // The only one that starts so.
        [(1, found)] | [(1, found), (2.., _), ..] if !wanted.is_empty() && starts_so(found, &wanted) => {
            return Ok(vec![(*found).clone()]);
        }
        _ => {}
    }
    let offers: Vec<Offer> = near
        .into_iter()
        .take(5)
        .map(|(_, line)| Offer {
            label: line.source.id.clone(),
            line: format!("/sources {}", line.source.id),
        })
        .collect();
    let names: Vec<&str> = offers.iter().map(|offer| offer.label.as_str()).collect();
    let shown = quoted(id);
    Err(match names.as_slice() {
        [] => Refusal::new(format!("There is no source {shown}. /sources lists them all.")),
        names => Refusal::new(format!("There is no source {shown}. Did you mean {}?", names.join(" or "))),
    }
    .offering(offers))
}
