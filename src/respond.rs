//! The one door: every question, from Discord, from the console and from the tests, goes through
//! here. Words and an asker go in; a page or a refusal comes out.

use std::sync::Arc;

use crate::desk;
use crate::error::{BadQuestion, Error, Fault, Offer, Refusal};
use crate::knowledge::Catalogue;
use crate::page::{self, Page};
use crate::request::{self, Asking, Request, View};
use crate::section::{Opened, SectionName};
use crate::store::{Asker, Store};

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
    /// The names that it was understood by.
    catalogue: Arc<Catalogue>,
}

/// A page with what was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    let understood = understand(store, asker, asked).await?;
    let page = answer(store, asker, &understood, understood.view.opened, now).await?;
    Ok(Response { view: understood.view, page })
}

/// Understands what is asked.
///
/// # Errors
/// A refusal, which is the asker’s to fix, or a fault of ours.
pub async fn understand(store: &Store, asker: &Asker, asked: &Asked) -> Result<Understood, Error> {
    let catalogue = store.catalogue(&store.viewer(asker)).await?;
    let (request, view) = match asked {
        Asked::Line(line) => request::parse_line(line, &catalogue)?,
        Asked::Command(asking) => request::understand(asking, &catalogue)?,
    };
    Ok(Understood { request, view, catalogue })
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
    let Understood { request, catalogue, .. } = understood;
    let answer = desk::answer(store, asker, catalogue, request, opened, now).await?;
    let page = page::compose(&answer, opened, request.to_string());
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
) -> Result<Vec<request::complete::Completion>, Fault> {
    let most = request::complete::MOST_CHOICES;
    let keys = store.keys_like(&store.viewer(asker), typed.trim(), retracted, most).await?;
    Ok(keys.iter().map(|(key, text)| request::complete::item(key, text)).collect())
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
) -> Result<Vec<request::complete::Completion>, Fault> {
    let sources = store.known_sources(&store.viewer(asker)).await?;
    Ok(request::complete::sources(typed, sources.iter().map(AsRef::as_ref), recent))
}
