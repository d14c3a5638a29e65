//! The desk answers requests: it fetches what a question needs, once, and each question is a plain
//! function over what was fetched. This is its only file that waits for anything.

mod benefits;
mod compare;
mod curation;
mod facts;
mod organisations;
mod recommend;
mod world;

use std::sync::Arc;

use crate::answer::{
    Answer, AreaLine, Claim, Comparison, MOST_EVIDENCE, Named, Nearest, PairLine, SourceLine,
};
use crate::error::{Error, Fault, Offer, Refusal};
use crate::knowledge::fold::fold_word;
use crate::knowledge::{Catalogue, Entity, Kind, PartialDate, Period};
use crate::request::{Curation, Request, World, no_such_item, quoted};
use crate::store::history::HistoryFilter;
use crate::store::read::{Held, MOST_ROWS, PairCount};
use crate::store::{Asker, Store, Viewer};

/// How many pairs are named when nothing is recorded about the one asked for.
const MOST_PAIRS: u32 = 6;

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

/// Answers a request with what the asker may see. `now` is the time, RFC 3339.
///
/// # Errors
/// A refusal where something named does not exist or the date is still to come; a fault where the store
/// cannot be read.
pub async fn answer(
    store: &Store,
    asker: &Asker,
    catalogue: &Catalogue,
    request: &Request,
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
    let mut answer = found(store, asker, catalogue, request, now).await?;
    note_standing(store, viewer, answer.claims_mut()).await?;
    Ok(answer)
}

async fn found(
    store: &Store,
    asker: &Asker,
    catalogue: &Catalogue,
    request: &Request,
    now: &str,
) -> Result<Answer, Error> {
    let viewer = &store.viewer(asker);
    Ok(match request {
        Request::Compare { subject, partners, area, as_of, repeated } => {
            let when = When::asked(now, *as_of);
            let asked = compare::Asked { subject, partners, area: area.as_deref(), when, repeated };
            Answer::Compare(comparison(store, viewer, catalogue, &asked).await?)
        }
        Request::Benefits { subject, partner } => {
            let held = store.benefits(viewer, subject, partner).await?;
            let reverse = store.benefits(viewer, partner, subject).await?.len();
            Answer::Benefits(benefits::benefits(subject, partner, held, reverse, catalogue))
        }
        Request::Recommend { subject, focus } => {
            let held = store.recommendations_to(viewer, subject).await?;
            Answer::Recommend(recommend::recommend(subject, focus.as_deref(), held, catalogue))
        }
        Request::Facts { subject, partner, area } => {
            let area = area.as_deref();
            let held = match partner {
                Some(partner) => store.statements_of_pair(viewer, subject, partner, area).await?,
                None => store.statements_of(viewer, subject, area).await?,
            };
            // Where there is nothing in one area, the others are named.
            let elsewhere = match area {
                Some(_) if held.is_empty() => store.areas_of(viewer, subject, partner.as_deref()).await?,
                _ => Vec::new(),
            };
            let is_nothing = held.is_empty() && elsewhere.is_empty();
            let nearest = match partner {
                Some(partner) if is_nothing => {
                    Some(nearest_to(store, viewer, catalogue, (subject, partner), None).await?)
                }
                _ => None,
            };
            let pairs = if is_nothing && partner.is_none() {
                store.pairs_with(viewer, subject, subject, MOST_PAIRS).await?
            } else {
                Vec::new()
            };
            let asked = facts::Asked { subject, partner: partner.as_deref(), area };
            let mut found = facts::facts(&asked, held, &elsewhere, nearest, &pairs, catalogue);
            if let (Some(partner), Some(_)) = (partner, &found.nearest) {
                let there = store.memberships(viewer, &[subject, partner]).await?;
                let partners = std::slice::from_ref(partner);
                let when = When::asked(now, None);
                found.organisations =
                    organisations::organisations(subject, partners, when, &there, catalogue);
            }
            Answer::Facts(found)
        }
        Request::Areas => {
            let counts = store.area_counts(viewer).await?;
            let line = |area: &crate::knowledge::Area| AreaLine {
                area: Named { id: area.id.clone(), name: area.name.clone() },
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
        Request::Help { command } => Answer::Help(*command),
        Request::World(asked) => return about_the_world(store, viewer, catalogue, asked, now).await,
        Request::Curation(asked) => return about_knowledge(store, asker, catalogue, asked).await,
    })
}

/// Compares a subject’s policy towards several partners.
async fn comparison(
    store: &Store,
    viewer: &Viewer,
    catalogue: &Catalogue,
    asked: &compare::Asked<'_>,
) -> Result<Comparison, Fault> {
    let compare::Asked { subject, partners, area, when, .. } = *asked;
    let as_of = when.as_of;
    // One read after another: side by side the answer comes a fifth of a millisecond sooner, but takes a fifth more
    // processor time, and opens connections that each keep pages and a thread of their own.
    let (cells, undatable) = match as_of {
        None => (store.cells(viewer, subject, partners, area).await?, 0),
        Some(date) => {
            compare::cells_at(store.statements_towards(viewer, subject, partners, area).await?, date)
        }
    };
    let everyone: Vec<&str> = std::iter::once(subject).chain(partners.iter().map(String::as_str)).collect();
    let figures = store.figures(viewer, subject, partners).await?;
    let memberships = store.memberships(viewer, &everyone).await?;
    let keys: Vec<&str> = cells.iter().map(|cell| cell.statement.id.as_str()).collect();
    // One more than is shown tells that there is more. With a date all is read, as far as it goes, so that what was not
    // known yet can be left out.
    let most = match as_of {
        None => rows(MOST_EVIDENCE + 1),
        Some(_) => MOST_ROWS / rows(keys.len()).max(1),
    };
    let mut evidence = store.evidence_on(viewer, &keys, most).await?;
    evidence.retain(|one| as_of.is_none_or(|date| world::was_known(&one.held, date)));
    let (mut nearest, mut benefits) = (Vec::new(), Vec::new());
    for partner in compare::partners_without(partners, &cells) {
        if let Some(area) = area {
            let held = store.benefits(viewer, subject, &partner).await?;
            let there = held.iter().filter(|held| held.statement.area == area).count();
            benefits.extend((there > 0).then(|| (partner.clone(), there)));
        }
        nearest.push(nearest_to(store, viewer, catalogue, (subject, &partner), as_of).await?);
    }
    let read = compare::Read { cells, undatable, evidence, figures, memberships, nearest, benefits };
    Ok(compare::compare(asked, read, catalogue))
}

/// Answers what is asked of the world.
async fn about_the_world(
    store: &Store,
    viewer: &Viewer,
    catalogue: &Catalogue,
    asked: &World,
    now: &str,
) -> Result<Answer, Error> {
    Ok(match asked {
        World::Profile { actor, as_of } => {
            let memberships = store.memberships(viewer, &[actor]).await?;
            // How much is recorded with whom is of today: of another time it is not counted.
            let relations = match as_of {
                Some(_) => Vec::new(),
                None => store.relations(viewer, actor, world::MOST_IN_PROFILE).await?,
            };
            // With a date in the past, what came after it is read and left out.
            let most = if as_of.is_some() { MOST_ROWS } else { world::MOST_IN_PROFILE };
            let latest = store.latest_facts(viewer, actor, most).await?;
            let mut profile =
                world::profile(actor, When::asked(now, *as_of), memberships, relations, latest, catalogue);
            profile.latest.truncate(count(world::MOST_IN_PROFILE));
            Answer::Profile(profile)
        }
        World::Timeline { subject, partner, period } => {
            let held = store.timeline(viewer, subject, partner, period).await?;
            let pairs = if held.is_empty() {
                store.pairs_with(viewer, subject, partner, MOST_PAIRS).await?
            } else {
                Vec::new()
            };
            Answer::Timeline(world::timeline(subject, partner, *period, held, &pairs, catalogue))
        }
        World::Relations { actor } => {
            let held = store.relations(viewer, actor, world::MOST_RELATIONS).await?;
            Answer::Relations(world::relations(actor, held, catalogue))
        }
        World::Organisation { organisation, as_of } => {
            let held = store.members(viewer, organisation).await?;
            Answer::Members(world::members(organisation, When::asked(now, *as_of), held, catalogue))
        }
        World::Shared { actors, as_of } => {
            let ids: Vec<&str> = actors.iter().map(String::as_str).collect();
            let held = store.memberships(viewer, &ids).await?;
            Answer::Shared(world::shared(actors, When::asked(now, *as_of), held, catalogue))
        }
        World::Brief { subject, partner } => {
            let partners = std::slice::from_ref(partner);
            let asked =
                compare::Asked { subject, partners, area: None, when: When::asked(now, None), repeated: &[] };
            let lately = Period { from: Some(world::brief_since(now)), to: None };
            let comparison = comparison(store, viewer, catalogue, &asked).await?;
            let timeline = store.timeline(viewer, subject, partner, &lately).await?;
            let benefits = store.benefits(viewer, subject, partner).await?;
            let advice = store.recommendations_to(viewer, subject).await?;
            let benefits = benefits::benefits(subject, partner, benefits, 0, catalogue);
            let advice = world::about(advice, partner);
            let advice = recommend::recommend(subject, None, advice, catalogue);
            Answer::Brief(Box::new(world::brief(now, comparison, timeline, benefits, advice, catalogue)))
        }
    })
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
                Entity::Statement => store.evidence_on(viewer, &[&standing.name.key], MOST_ROWS).await?,
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

/// Notes with each claim what others say of it.
async fn note_standing(store: &Store, viewer: &Viewer, claims: Vec<&mut Claim>) -> Result<(), Fault> {
    let facts: Vec<&mut Claim> =
        claims.into_iter().filter(|claim| claim.statement.kind == Kind::Fact).collect();
    if facts.is_empty() {
        return Ok(());
    }
    let keys: Vec<&str> = facts.iter().map(|claim| claim.statement.id.as_str()).collect();
    let said = store.said_of(viewer, &keys).await?;
    for claim in facts {
        claim.standing = world::standing(&claim.statement, &said);
    }
    Ok(())
}

/// Whether there are more rows than one question reads.
fn is_cut(held: &[Held]) -> bool {
    held.len() >= count(MOST_ROWS)
}

/// A number of rows as a count.
fn count(rows: i64) -> usize {
    usize::try_from(rows).unwrap_or(0)
}

/// A count as a number of rows.
fn rows(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(MOST_ROWS)
}

fn actor(catalogue: &Catalogue, id: &str) -> Named {
    Named { id: id.to_owned(), name: catalogue.gazetteer.name(id).to_owned() }
}

/// An actor by the name that it had at a date.
fn actor_at(catalogue: &Catalogue, id: &str, as_of: Option<PartialDate>) -> Named {
    match as_of {
        Some(date) => Named { id: id.to_owned(), name: catalogue.gazetteer.name_at(id, date) },
        None => actor(catalogue, id),
    }
}

/// A claim of what was read.
fn claim(held: Held) -> Claim {
    Claim::new(held.statement, held.source)
}

fn pair_line(catalogue: &Catalogue, pair: &PairCount) -> PairLine {
    PairLine {
        subject: actor(catalogue, &pair.subject),
        partner: actor(catalogue, &pair.partner),
        statements: count(pair.statements),
    }
}

fn area(catalogue: &Catalogue, id: &str) -> Named {
    Named { id: id.to_owned(), name: catalogue.area_name(id).to_owned() }
}

/// The source with this key alone; a refusal with those that are near where there is none.
fn one_source(id: &str, all: &[SourceLine]) -> Result<Vec<SourceLine>, Refusal> {
    let wanted = fold_word(id);
    let distance = |line: &&SourceLine| {
        let key = fold_word(&line.source.id);
        // What starts so is nearer than what only looks alike.
        if !wanted.is_empty() && key.starts_with(&wanted) {
            return Some(usize::from(key != wanted));
        }
        Some(1 + strsim::osa_distance(&key, &wanted)).filter(|slips| *slips <= 3)
    };
    let mut near: Vec<(usize, &SourceLine)> =
        all.iter().filter_map(|line| Some((distance(&line)?, line))).collect();
    near.sort_by_key(|(slips, _)| *slips);
    if let Some((0, found)) = near.first() {
        return Ok(vec![(*found).clone()]);
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

/// What is nearest to a pair about which nothing is recorded: the other direction, and what is recorded
/// about either with others.
async fn nearest_to(
    store: &Store,
    viewer: &Viewer,
    catalogue: &Catalogue,
    (subject, partner): (&str, &str),
    as_of: Option<PartialDate>,
) -> Result<Nearest, Fault> {
    let pairs = store.pairs_with(viewer, subject, partner, MOST_PAIRS).await?;
    let is_reverse = |pair: &PairCount| pair.subject == partner && pair.partner == subject;
    let reverse = pairs.iter().find(|pair| is_reverse(pair)).map_or(0, |pair| count(pair.statements));
    Ok(Nearest {
        partner: actor_at(catalogue, partner, as_of),
        of_all_times: as_of.is_some(),
        reverse,
        pairs: pairs.iter().filter(|pair| !is_reverse(pair)).map(|pair| pair_line(catalogue, pair)).collect(),
    })
}
