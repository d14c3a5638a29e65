//! The one door: every question, from Discord, from the console and from the tests, goes through
//! here. Words and an asker go in; a page or a refusal comes out.

use std::sync::Arc;

use crate::desk;
use crate::error::{BadQuestion, Error, Fault, Offer, Refusal};
use crate::knowledge::{Catalogue, PartialDate};
use crate::layout::Layout;
use crate::page::{self, Page};
use crate::request::complete::{self, Around, Completion};
use crate::request::reading::Reading;
use crate::request::{self, Asking, Parsed, Presumed, Request, Understanding, View};
use crate::section::{Opened, SectionName};
use crate::store::gaps::NewGap;
use crate::store::{Asker, Store};
use crate::team::{self, FocusOf};

/// How many actors of whom much is recorded are looked up for completion: more than are ever offered.
const MOST_LIKELY: i64 = 60;

/// What was asked, by line or by command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A line of text, from the console, a mention or a button.
    Line(String),
    /// A command with its options, from Discord’s own command form.
    Command(Asking),
}

/// What was understood of a question.
#[derive(Debug, Clone)]
pub struct Understood {
    /// What is asked.
    pub request: Request,
    /// How the asker wants it shown.
    pub view: View,
    /// Partners that were named more than once, by key.
    repeated: Vec<String>,
    /// What was read of it, where it was asked in plain words.
    pub readings: Vec<Reading>,
    /// How it was worded, where it was.
    pub wording: String,
    /// Whom it took from the channel’s focus, by key.
    pub from_focus: Vec<String>,
    /// Names that several bear, of which a state was taken.
    pub presumed: Vec<Presumed>,
    /// How answers are laid out in the channel.
    pub channel_layout: Option<Layout>,
    /// The names that it was understood by.
    catalogue: Arc<Catalogue>,
}

impl Understood {
    /// What was asked, for a question that comes after it: of a command, whom and what it is about.
    #[must_use]
    pub fn as_reading(&self) -> Reading {
        self.readings.last().cloned().unwrap_or_else(|| {
            let actors = self.request.actors().into_iter().map(str::to_owned).collect();
            Reading::about(actors, self.request.area().map(str::to_owned))
        })
    }
}

/// A page with what was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// How the asker wants it shown.
    pub view: View,
    /// The answer.
    pub page: Page,
}

/// Understands and answers. `now` is the time, RFC 3339.
///
/// # Errors
/// A refusal, which is the asker’s to fix, or a fault of ours.
pub async fn respond(store: &Store, asker: &Asker, asked: &Asked, now: &str) -> Result<Response, Error> {
    let understood = understand(store, asker, asked, now).await?;
    let page = answer(store, asker, &understood, understood.view.opened, now).await?;
    Ok(Response { view: understood.view, page })
}

/// Understands what is asked. `now` is the time, RFC 3339.
///
/// # Errors
/// A refusal, which is the asker’s to fix, or a fault of ours.
pub async fn understand(store: &Store, asker: &Asker, asked: &Asked, now: &str) -> Result<Understood, Error> {
    let heard = hear(store, asker, asked).await?;
    let earlier = match heard.understanding.parsed {
        Parsed::Request(_) => None,
        Parsed::Question(_) => store.conversation(asker, now).await?,
    };
    // What a version before wrote, which read questions in another way, is not taken up.
    let earlier: Option<Reading> = earlier.and_then(|reading| serde_json::from_str(&reading).ok());
    Ok(heard.read(earlier.as_ref(), now))
}

/// Understands what is asked after another question, whoever asked that.
///
/// # Errors
/// A refusal, which is the asker’s to fix, or a fault of ours.
pub async fn understand_after(
    store: &Store,
    asker: &Asker,
    asked: &Asked,
    earlier: Option<&Reading>,
    now: &str,
) -> Result<Understood, Error> {
    Ok(hear(store, asker, asked).await?.read(earlier, now))
}

/// What was understood without knowing what was asked before.
struct Heard {
    understanding: Understanding,
    catalogue: Arc<Catalogue>,
    focus: FocusOf,
}

async fn hear(store: &Store, asker: &Asker, asked: &Asked) -> Result<Heard, Error> {
    let catalogue = store.catalogue(&store.viewer(asker)).await?;
    let focus = team::focus_of(store, asker, &catalogue).await?;
    let understanding = match asked {
        Asked::Line(line) => request::parse_line(line, &catalogue, focus.defaults.as_ref())?,
        Asked::Command(asking) => request::understand(asking, &catalogue, focus.defaults.as_ref())?,
    };
    Ok(Heard { understanding, catalogue, focus })
}

impl Heard {
    fn read(self, earlier: Option<&Reading>, now: &str) -> Understood {
        let Self { understanding, catalogue, focus } = self;
        let Understanding { parsed, view, repeated, from_focus, presumed } = understanding;
        let wording = match &parsed {
            Parsed::Request(_) => String::new(),
            Parsed::Question(put) => put.text.clone(),
        };
        let (request, readings, taken) = match parsed {
            Parsed::Request(request) => (request, Vec::new(), from_focus),
            Parsed::Question(put) => {
                let today = PartialDate::of_time(now);
                request::question(put, earlier, focus.defaults.as_ref(), &catalogue, today)
            }
        };
        Understood {
            request,
            view,
            repeated,
            readings,
            wording,
            from_focus: taken,
            presumed,
            channel_layout: focus.layout,
            catalogue,
        }
    }
}

/// Takes note of what was asked in plain words, for the next question; [`remember`] keeps it.
///
/// # Errors
/// A fault if it cannot be noted.
pub fn note(store: &Store, asker: &Asker, asked: &Understood) -> Result<(), Fault> {
    if let Some(reading) = asked.readings.last() {
        store.note_question(asker, &as_json(reading)?);
    }
    Ok(())
}

fn as_json(reading: &Reading) -> Result<String, Fault> {
    serde_json::to_string(reading).map_err(|e| Fault::new("remembering a question", e))
}

/// Remembers what was asked in plain words, so that the next question can take it up; and counts among the gaps each of
/// its questions that found nothing where it might have: not talk, nor what no knowledge answers.
///
/// # Errors
/// A fault if the store cannot be written.
pub async fn remember(
    store: &Store,
    asker: &Asker,
    asked: &Understood,
    page: &Page,
    now: &str,
) -> Result<(), Fault> {
    let Some(reading) = asked.readings.last() else { return Ok(()) };
    store.remember_question(asker, &as_json(reading)?, now).await?;
    let missed = asked.readings.iter().zip(&page.explained).filter(|(_, explained)| explained.is_gap);
    for (reading, _) in missed {
        let gap = NewGap {
            kind: reading.kind.as_str(),
            actors: &reading.actors,
            area: reading.area.as_deref(),
            text: &asked.wording,
        };
        store.note_gap(asker, &gap, now).await?;
    }
    Ok(())
}

/// Answers what was understood, as far as it is opened. `now` is the time, RFC 3339.
///
/// # Errors
/// A refusal, which is the asker’s to correct, or a fault of ours.
pub async fn answer(
    store: &Store,
    asker: &Asker,
    understood: &Understood,
    opened: Opened,
    now: &str,
) -> Result<Page, Error> {
    let Understood { request, catalogue, repeated, .. } = understood;
    let answer = match request {
        Request::Team(asked) => team::answer(store, asker, catalogue, asked, now).await?,
        request => {
            let mut answer = desk::answer(store, asker, catalogue, request, opened, now).await?;
            desk::note_repeated(&mut answer, repeated, catalogue);
            answer
        }
    };
    let mut page = page::compose(&answer, opened, request.to_string(), &understood.wording);
    if !understood.from_focus.is_empty() {
        let names = understood.from_focus.iter().map(|id| catalogue.gazetteer.name(id));
        page.note_focus(&names.collect::<Vec<_>>());
    }
    for presumed in &understood.presumed {
        let name = |id: &String| catalogue.gazetteer.name(id).to_owned();
        page.note_presumed(
            &presumed.typed,
            &name(&presumed.state),
            &presumed.others.iter().map(name).collect::<Vec<_>>(),
        );
    }
    match opened {
        Opened::Section(name) if !page.contents.iter().any(|(known, _)| *known == name) => {
            Err(no_such_section(name, &page).into())
        }
        _ => Ok(page),
    }
}

/// The refusal of a section that an answer does not have, with those that it has.
fn no_such_section(name: SectionName, page: &Page) -> Refusal {
    let there: Vec<SectionName> = page.contents.iter().map(|(name, _)| *name).collect();
    let offer =
        |name: &SectionName| Offer { label: name.to_string(), line: format!("{} section:{name}", page.line) };
    let offers = there.iter().take(5).map(offer).collect();
    Refusal::new(BadQuestion::NoSuchSection { name, there }).offering(offers)
}

/// The catalogue that an asker’s words are completed from.
///
/// # Errors
/// A fault if the store cannot be read.
pub async fn catalogue(store: &Store, asker: &Asker) -> Result<Arc<Catalogue>, Fault> {
    store.catalogue(&store.viewer(asker)).await
}

/// The choices for the key of an item; of a retracted one, where that is asked for.
///
/// # Errors
/// A fault if the store cannot be read.
pub async fn complete_item(
    store: &Store,
    asker: &Asker,
    typed: &str,
    retracted: bool,
) -> Result<Vec<Completion>, Fault> {
    let most = complete::MOST_CHOICES;
    let keys = store.keys_like(&store.viewer(asker), typed.trim(), retracted, most).await?;
    Ok(keys.iter().map(|(key, text)| complete::item(key, text)).collect())
}

/// What is known of an option that takes actors, for completing it: whom the other options have, and whom it is likely to
/// be. `recent` are the keys lately asked about, latest first.
///
/// # Errors
/// A fault if the store cannot be read.
pub async fn around(
    store: &Store,
    asker: &Asker,
    others: &[&str],
    recent: Vec<String>,
) -> Result<Around, Fault> {
    let viewer = store.viewer(asker);
    let catalogue = store.catalogue(&viewer).await?;
    let names = others.iter().flat_map(|text| text.split(','));
    let chosen: Vec<String> =
        names.filter_map(|name| complete::one(name, &catalogue)).map(str::to_owned).collect();
    let most = MOST_LIKELY;
    let recorded = match chosen.first() {
        Some(subject) => store.most_recorded_with(&viewer, subject, most).await?,
        None => store.most_recorded(&viewer, most).await?,
    };
    let mut likely = recent;
    likely.extend(recorded);
    Ok(Around { likely, chosen })
}

/// The choices for the key of a source; `recent` are the keys lately asked about, latest first.
///
/// # Errors
/// A fault if the store cannot be read.
pub async fn complete_source(
    store: &Store,
    asker: &Asker,
    typed: &str,
    recent: &[String],
) -> Result<Vec<Completion>, Fault> {
    let sources = store.known_sources(&store.viewer(asker)).await?;
    Ok(complete::sources(typed, sources.iter().map(AsRef::as_ref), recent))
}
