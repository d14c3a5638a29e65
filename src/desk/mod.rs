//! The desk answers requests: it fetches what a question needs, once, and each question is a plain
//! function over what was fetched. Only `fetch` and `knowledge` wait for the store.

mod ask;
mod benefits;
mod compare;
mod curation;
mod facts;
mod fetch;
mod knowledge;
mod observed;
mod organisations;
mod recommend;
mod rest;
mod sources;
mod world;

use std::sync::Arc;

use crate::answer::{Answer, AreaLine, Dated, Named, PairLine, SourceLine};
use crate::error::{BadQuestion, Error, Fault};
use crate::knowledge::{Catalogue, CitedStatement, PartialDate};
use crate::request::Request;
use crate::section::Opened;
use crate::store::read::PairCount;
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
        return Err(BadQuestion::FutureDate { date, today }.into());
    }
    let viewer = &store.viewer(asker);
    let desk = Desk { store, viewer, catalogue, now };
    Ok(match request {
        Request::Compare { subject, partners, area, direction, as_of } => {
            let when = When::asked(now, *as_of);
            let area = area.as_deref();
            let question =
                compare::ComparisonQuestion { subject, partners, area, direction: *direction, when };
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
        Request::Facts { subject, partner, area, direction, kind, grade } => {
            let (partner, area) = (partner.as_deref(), area.as_deref());
            let (direction, kind, grade) = (*direction, *kind, *grade);
            let question = facts::FactsQuestion { subject, partner, area, direction, kind, grade };
            Answer::Facts(desk.facts(&question).await?)
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
                Some(id) => sources::one_source(id, &all.collect::<Vec<_>>())?,
            })
        }
        Request::Help { topic } => Answer::Help(*topic),
        Request::Ask(question) => Answer::Asked(desk.asked(question).await?),
        Request::World(asked) => desk.world(asked).await?,
        Request::Curation(asked) => return knowledge::about_knowledge(store, asker, catalogue, asked).await,
        // Channels and discussions are the team’s to answer for.
        Request::Team(_) => return Err(Fault::new("asking the desk", "it knows no teams").into()),
    })
}

/// Notes with a comparison which partners were named more than once.
pub fn note_repeated(answer: &mut Answer, repeated: &[String], catalogue: &Catalogue) {
    if let Answer::Compare(comparison) = answer {
        comparison.repeated = repeated.iter().map(|id| actor(catalogue, id)).collect();
    }
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
