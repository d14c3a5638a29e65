//! A channel’s focus, and what it follows.

use crate::access::Act;
use crate::answer::Answer;
use crate::error::{BadQuestion, BadTeam, Choice, Error, Refusal};
use crate::knowledge::{ActorKind, Catalogue};
use crate::layout::Layout;
use crate::request::{Defaults, MOST_COMPARED, Parsed, Team, actor_named, parse_line};
use crate::store::focus::Focus;
use crate::store::follows::{Followed, Often, Quiet};
use crate::store::{Asker, Store};

use super::time;

/// Options as they were typed, by name.
pub type Given<'a> = &'a [(String, String)];

pub(super) fn text<'a>(given: Given<'a>, name: &str) -> &'a str {
    given.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
}

/// The keys of actors that are typed with commas between.
pub(super) fn actors_of(typed: &str, catalogue: &Catalogue) -> Result<Vec<String>, Refusal> {
    let mut keys: Vec<String> = Vec::new();
    for name in typed.split([',', ';', '\n']).filter(|name| !name.trim().is_empty()) {
        let key = actor_named(name, catalogue)?;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    if keys.len() > MOST_COMPARED {
        return Err(BadQuestion::TooManyPartners { most: MOST_COMPARED, named: keys.len() }.into());
    }
    Ok(keys)
}

fn area_of(typed: &str, catalogue: &Catalogue) -> Result<Option<String>, Refusal> {
    if typed.is_empty() {
        return Ok(None);
    }
    match catalogue.area(typed) {
        Some(area) => Ok(Some(area.id.clone())),
        None => Err(BadQuestion::UnknownArea {
            typed: typed.to_owned(),
            near: catalogue.areas_like(typed).iter().map(|area| area.name.clone()).collect(),
            all: catalogue.areas().map(|area| area.name.clone()).collect(),
        }
        .into()),
    }
}

/// Says what a channel is about.
///
/// # Errors
/// A refusal where the asker may not, or a name is not understood; a fault of the database.
pub async fn set_focus(store: &Store, asker: &Asker, given: Given<'_>, now: &str) -> Result<Answer, Error> {
    let by = store.moderator(asker, Act::SetFocus, now).await?;
    let catalogue = store.catalogue(&store.viewer(asker)).await?;
    let subject = actor_named(text(given, "subject"), &catalogue)?;
    let mut partners = actors_of(text(given, "partners"), &catalogue)?;
    partners.retain(|partner| *partner != subject);
    let layout = match text(given, "layout") {
        "" => None,
        word => {
            let words: Vec<&str> = Layout::ALL.iter().map(|layout| layout.as_str()).collect();
            let layout = word.parse::<Layout>();
            Some(layout.map_err(|_| Refusal::not_one_of(Choice::Layout, word, &words))?.as_str().to_owned())
        }
    };
    let area = area_of(text(given, "area"), &catalogue)?;
    let whole = text(given, "whole") == "yes";
    store.set_focus(&by, whole, &Focus { subject, partners, area, layout }, now).await?;
    super::answer(store, asker, &catalogue, &Team::Focus, now).await
}

/// Ends a channel’s focus.
///
/// # Errors
/// A refusal where the asker may not, or there is none; a fault of the database.
pub async fn clear_focus(store: &Store, asker: &Asker, given: Given<'_>, now: &str) -> Result<Answer, Error> {
    let by = store.moderator(asker, Act::SetFocus, now).await?;
    if !store.clear_focus(&by, text(given, "whole") == "yes").await? {
        return Err(BadTeam::NoFocus.into());
    }
    let catalogue = store.catalogue(&store.viewer(asker)).await?;
    super::answer(store, asker, &catalogue, &Team::Focus, now).await
}

/// Whom the questions of a place are about where they do not say, and how answers are laid out there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FocusOf {
    /// Whom.
    pub defaults: Option<Defaults>,
    /// How.
    pub layout: Option<Layout>,
}

/// The focus of the place where somebody asks: what a thread discusses, or what its channel is about.
///
/// # Errors
/// A fault of the database.
pub async fn focus_of(store: &Store, asker: &Asker, catalogue: &Catalogue) -> Result<FocusOf, Error> {
    let at = store.presence(asker);
    if !at.is_in_server() || asker.channel.is_none() {
        return Ok(FocusOf::default());
    }
    let parent = asker.channel.and_then(|channel| channel.parent);
    let (focus, line) = store.topic(&at, parent).await?;
    let layout = focus.as_ref().and_then(|focus| focus.layout.as_deref()?.parse().ok());
    let discussed = line.and_then(|line| defaults_of(&line, catalogue));
    let defaults = discussed.or_else(|| {
        focus.map(|focus| Defaults { subject: focus.subject, partners: focus.partners, area: focus.area })
    });
    Ok(FocusOf { defaults, layout })
}

/// Whom a question names, for those that come after it.
fn defaults_of(line: &str, catalogue: &Catalogue) -> Option<Defaults> {
    let Parsed::Request(request) = parse_line(line, catalogue, None).ok()?.parsed else { return None };
    let actors = request.actors();
    let (subject, partners) = actors.split_first()?;
    Some(Defaults {
        subject: (*subject).to_owned(),
        partners: partners.iter().map(|partner| (*partner).to_owned()).collect(),
        area: request.area().map(str::to_owned),
    })
}

/// What is to be followed, or not any more.
fn followed(given: Given<'_>, catalogue: &Catalogue) -> Result<Followed, Error> {
    let (actor, partner) = (text(given, "actor"), text(given, "partner"));
    let (area, organisation) = (text(given, "area"), text(given, "organisation"));
    let said = [!actor.is_empty(), !area.is_empty(), !organisation.is_empty()];
    if said.iter().filter(|said| **said).count() != 1 || actor.is_empty() && !partner.is_empty() {
        return Err(BadTeam::FollowWhat.into());
    }
    if let Some(area) = area_of(area, catalogue)? {
        return Ok(Followed::Area(area));
    }
    if !organisation.is_empty() {
        let id = actor_named(organisation, catalogue)?;
        let found = catalogue.gazetteer.get(&id);
        if found.is_none_or(|actor| actor.kind != ActorKind::Organisation) {
            let (name, line) = (catalogue.gazetteer.name(&id).to_owned(), format!("/profile {id}"));
            return Err(BadQuestion::NotAnOrganisation { name, line }.into());
        }
        return Ok(Followed::Organisation(id));
    }
    let actor = actor_named(actor, catalogue)?;
    if partner.is_empty() {
        return Ok(Followed::Actor(actor));
    }
    let partner = actor_named(partner, catalogue)?;
    Ok(if partner == actor { Followed::Actor(actor) } else { Followed::Pair(actor, partner) })
}

/// Has a channel follow something.
///
/// # Errors
/// A refusal where the asker may not, or it is not said what; a fault of the database.
pub async fn follow(store: &Store, asker: &Asker, given: Given<'_>, now: &str) -> Result<Answer, Error> {
    let by = store.moderator(asker, Act::SetFollows, now).await?;
    let catalogue = store.catalogue(&store.viewer(asker)).await?;
    let what = followed(given, &catalogue)?;
    let often = match text(given, "interval") {
        "" => Often::AtOnce,
        word => Often::read(word).ok_or_else(|| Refusal::not_one_of(Choice::Often, word, Often::WORDS))?,
    };
    store.add_follow(&by, &what, often, now).await?;
    super::answer(store, asker, &catalogue, &Team::Following, now).await
}

/// Has a channel follow something no more.
///
/// # Errors
/// A refusal where the asker may not, or the channel does not; a fault of the database.
pub async fn end_follow(store: &Store, asker: &Asker, given: Given<'_>, now: &str) -> Result<Answer, Error> {
    let by = store.moderator(asker, Act::SetFollows, now).await?;
    let catalogue = store.catalogue(&store.viewer(asker)).await?;
    store.end_follow(&by, &followed(given, &catalogue)?).await?;
    super::answer(store, asker, &catalogue, &Team::Following, now).await
}

/// Says when a channel wants to hear nothing; without hours, it always hears.
///
/// # Errors
/// A refusal where the asker may not, or no hours are meant; a fault of the database.
pub async fn quiet(store: &Store, asker: &Asker, typed: &str, now: &str) -> Result<Answer, Error> {
    let by = store.moderator(asker, Act::SetFollows, now).await?;
    let quiet: Option<Quiet> = if typed.trim().is_empty() { None } else { Some(time::quiet_hours(typed)?) };
    store.set_quiet(&by, quiet).await?;
    let catalogue = store.catalogue(&store.viewer(asker)).await?;
    super::answer(store, asker, &catalogue, &Team::Following, now).await
}

/// Has somebody told by direct message when a question that found nothing has an answer.
///
/// # Errors
/// A refusal where they may not write here, or wait for many; a fault of the database.
pub async fn wait_for_answer(
    store: &Store,
    asker: &Asker,
    actors: &[String],
    line: &str,
    now: &str,
) -> Result<(), Error> {
    let by = store.participant(asker)?;
    store.wait_for_answer(&by, actors, line, now).await
}
