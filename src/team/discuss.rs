//! Discussions: opened, taken part in, closed. Who may is checked at each act.

use super::channel::{Given, actors_of, text};
use super::{rules, time};
use crate::access::Act;
use crate::error::{BadChange, BadTeam, Error, TeamText};
use crate::knowledge::{Catalogue, Item, Rank, Statement};
use crate::request::{Parsed, actor_named, parse_line};
use crate::store::discussions::{Discussion, NewDiscussion};
use crate::store::notes::NewNote;
use crate::store::positions::Take;
use crate::store::proposals::NewProposal;
use crate::store::{Asker, Moderator, Store};

/// The word that has the options be what the knowledge recommends.
const RECOMMENDED: &str = "recommendations";

/// A discussion that can be opened: all that was typed is understood.
#[derive(Debug, Clone)]
pub struct Opening {
    by: Moderator,
    /// What is discussed.
    pub topic: String,
    /// The question whose answer is the brief; empty without one.
    pub line: String,
    options: Vec<String>,
    secret: bool,
    closes_at: Option<String>,
    quorum: Option<i64>,
}

/// Understands what is typed to open a discussion. Nothing is written yet: the thread comes first, as it can fail.
///
/// # Errors
/// A refusal where the asker may not, many are open, or something is not understood; a fault of the database.
pub async fn prepare(
    store: &Store,
    asker: &Asker,
    given: Given<'_>,
    brief: Option<&str>,
    now: &str,
) -> Result<Opening, Error> {
    let by = store.moderator(asker, Act::OpenDiscussion, now).await?;
    store.may_open(&by).await?;
    let topic = rules::line_of(text(given, "topic"), TeamText::Topic, rules::LONGEST_TOPIC)?;
    let catalogue = store.catalogue(&store.viewer(asker)).await?;
    let (subject, line) = match brief {
        Some(line) => (subject_of(line, &catalogue), line.to_owned()),
        None => brief_line(store, asker, given, &catalogue).await?,
    };
    let typed = text(given, "options");
    let options = if typed.eq_ignore_ascii_case(RECOMMENDED) {
        recommended(store, asker, subject.as_deref()).await?
    } else {
        rules::options_of(typed)?
    };
    let shift = store.follows(&by.at()).await?.1.map_or(0, |quiet| quiet.utc_shift);
    let closes_at = match text(given, "closes") {
        "" => None,
        typed => Some(time::deadline(typed, now, shift)?),
    };
    let quorum = text(given, "quorum").parse().ok().filter(|quorum| *quorum > 0);
    Ok(Opening { by, topic, line, options, secret: text(given, "secret") == "yes", closes_at, quorum })
}

/// Whose policy a question is about.
fn subject_of(line: &str, catalogue: &Catalogue) -> Option<String> {
    let Parsed::Request(request) = parse_line(line, catalogue, None).ok()?.parsed else { return None };
    request.actors().first().map(|actor| (*actor).to_owned())
}

/// Whose policy a discussion is about, and the question whose answer is its brief: what is typed, or the channel’s focus.
async fn brief_line(
    store: &Store,
    asker: &Asker,
    given: Given<'_>,
    catalogue: &Catalogue,
) -> Result<(Option<String>, String), Error> {
    let parent = asker.channel.and_then(|channel| channel.parent);
    let focus = store.focus(&store.presence(asker), parent).await?;
    let partners = actors_of(text(given, "partners"), catalogue)?;
    let subject = match text(given, "subject") {
        "" => focus.as_ref().map(|focus| focus.subject.clone()),
        typed => Some(actor_named(typed, catalogue)?),
    };
    let Some(subject) = subject else {
        return match partners.as_slice() {
            [] => Ok((None, String::new())),
            [first, rest @ ..] => Ok((Some(first.clone()), line_about(first, rest, None))),
        };
    };
    let same = focus.filter(|focus| focus.subject == subject);
    let area = same.as_ref().and_then(|focus| focus.area.clone());
    let partners =
        if partners.is_empty() { same.map(|focus| focus.partners).unwrap_or_default() } else { partners };
    let partners: Vec<String> = partners.into_iter().filter(|partner| *partner != subject).collect();
    let line = line_about(&subject, &partners, area.as_deref());
    Ok((Some(subject), line))
}

fn line_about(subject: &str, partners: &[String], area: Option<&str>) -> String {
    if partners.is_empty() {
        return format!("/profile {subject}");
    }
    let area = area.map_or(String::new(), |area| format!(" area:{area}"));
    format!("/compare {subject}, {}{area}", partners.join(", "))
}

/// What the knowledge recommends to somebody, as options.
async fn recommended(store: &Store, asker: &Asker, subject: Option<&str>) -> Result<Vec<String>, Error> {
    let mut options: Vec<String> = Vec::new();
    if let Some(subject) = subject {
        for (advice, _) in store.recommendations_to(&store.viewer(asker), subject).await? {
            let actions = advice.actions.iter();
            let texts = actions.map(|part| part.text.chars().take(rules::LONGEST_OPTION).collect::<String>());
            options.extend(texts);
        }
    }
    let mut seen: Vec<String> = Vec::new();
    options.retain(|option| {
        let is_new = !seen.contains(&option.to_lowercase());
        seen.push(option.to_lowercase());
        is_new
    });
    options.truncate(10);
    if options.len() < 2 {
        return Err(BadTeam::OptionCount { given: options.len() }.into());
    }
    Ok(options)
}

/// Opens a discussion in the thread that was started for it, or where the asker is. `rests_on` are the keys of what the
/// brief shows.
///
/// # Errors
/// A refusal where the same interaction opened it before, a fault of the database.
pub async fn open(
    store: &Store,
    asker: &Asker,
    opening: &Opening,
    rests_on: &[String],
    thread: Option<u64>,
    now: &str,
) -> Result<Discussion, Error> {
    let viewer = store.viewer(asker);
    let mut basis = Vec::new();
    for key in rests_on.iter().take(MOST_SHOWN) {
        if let Some(standing) = store.item(&viewer, key).await?
            && !basis.iter().any(|(item, _)| *item == standing.name)
        {
            basis.push((standing.name, standing.revision));
        }
    }
    let Opening { by, topic, line, options, secret, closes_at, quorum } = opening;
    let new = NewDiscussion {
        topic,
        line,
        secret: *secret,
        closes_at: closes_at.as_deref(),
        quorum: *quorum,
        options,
        basis: &basis,
        thread,
    };
    store.open_discussion(by, &new, now).await
}

/// How many items a brief rests on at most.
const MOST_SHOWN: usize = 100;

/// Takes a position, says why, or affirms it.
///
/// # Errors
/// A refusal where the asker may not write here, or it is not open; a fault of the database.
pub async fn take(
    store: &Store,
    asker: &Asker,
    discussion: i64,
    take: Take<'_>,
    now: &str,
) -> Result<Discussion, Error> {
    let by = store.participant(asker)?;
    let show_at = |last: Option<&str>| time::show_at(last, now);
    store.take_position(&by, discussion, take, &show_at, now).await
}

/// Makes a note in a discussion; gives its number. `about` is the key of an item, or an area.
///
/// # Errors
/// A refusal where the asker may not write here, or it is about nothing there is; a fault of the database.
pub async fn note(
    store: &Store,
    asker: &Asker,
    discussion: i64,
    (typed, about, link): (&str, &str, Option<&str>),
    now: &str,
) -> Result<i64, Error> {
    let by = store.participant(asker)?;
    let text = rules::text_of(typed, TeamText::Note, rules::LONGEST_NOTE)?;
    let viewer = store.viewer(asker);
    let catalogue = store.catalogue(&viewer).await?;
    let about = about.trim();
    let (mut item, mut area) = (None, None);
    if !about.is_empty() {
        if let Some(found) = catalogue.area(about) {
            area = Some(found.id.clone());
        } else {
            let found = store.item(&viewer, about).await?;
            let found = found.ok_or_else(|| BadTeam::AboutNothing { typed: about.to_owned() })?;
            if let Some(Item::Statement(statement)) = &found.item {
                area = Some(statement.area.clone());
            }
            item = Some(found);
        }
    }
    let item = item.as_ref().map(|found| (&found.name, found.revision));
    let new = NewNote { text: &text, item, area: area.as_deref(), link };
    store.add_note(&by, discussion, new, now).await
}

/// Has a note of the asker’s say something else.
///
/// # Errors
/// A refusal where it is none of theirs, a fault of the database.
pub async fn edit_note(
    store: &Store,
    asker: &Asker,
    (discussion, number): (i64, i64),
    typed: &str,
    now: &str,
) -> Result<(), Error> {
    let by = store.participant(asker)?;
    let text = rules::text_of(typed, TeamText::Note, rules::LONGEST_NOTE)?;
    store.edit_note(&by, discussion, number, &text, now).await
}

/// Takes a note of the asker’s back.
///
/// # Errors
/// A refusal where it is none of theirs, a fault of the database.
pub async fn retract_note(
    store: &Store,
    asker: &Asker,
    (discussion, number): (i64, i64),
    now: &str,
) -> Result<(), Error> {
    let by = store.participant(asker)?;
    store.retract_note(&by, discussion, number, now).await
}

/// Questions a statement that a discussion rests on: it becomes a proposal to deprecate it, which an editor decides.
/// `link` leads back to the thread. Gives the number of the proposal.
///
/// # Errors
/// A refusal where the asker may not propose, or it is questioned already; a fault of the database.
pub async fn challenge(
    store: &Store,
    asker: &Asker,
    (discussion, place): (i64, i64),
    typed: &str,
    link: &str,
    now: &str,
) -> Result<i64, Error> {
    let by = store.participant(asker)?;
    let found = store.discussion_by_id(&by.at(), discussion).await?;
    let reason = rules::line_of(typed, TeamText::Reason, rules::LONGEST_REASON)?;
    let basis = store.basis(&found).await?;
    let basis = basis.into_iter().find(|basis| basis.place == place).ok_or(BadTeam::NothingToChallenge)?;
    let is_open = |challenge: &crate::store::notes::Challenge| {
        challenge.item == basis.item.key && challenge.status == "open"
    };
    if store.challenges(&found).await?.iter().any(is_open) {
        return Err(BadTeam::ChallengedAlready.into());
    }
    let standing = store.item(&store.viewer(asker), &basis.item.key).await?;
    let standing = standing.ok_or(BadTeam::NothingToChallenge)?;
    let item = match standing.item {
        Some(Item::Statement(statement)) if statement.rank != Rank::Deprecated => {
            Item::Statement(Statement { rank: Rank::Deprecated, ..statement })
        }
        Some(Item::Recommendation(advice)) if advice.rank != Rank::Deprecated => {
            Item::Recommendation(crate::knowledge::Recommendation { rank: Rank::Deprecated, ..advice })
        }
        Some(_) => return Err(BadTeam::ChallengedAlready.into()),
        None => return Err(BadChange::Retracted { item: standing.name }.into()),
    };
    let new = NewProposal {
        item: &item,
        base: Some(standing.revision),
        reason: &reason,
        link: Some(link),
        made_at: now,
        draft: None,
        challenged_in: Some(discussion),
    };
    crate::editing::propose(store, asker, &new, now).await
}

/// The statements of a discussion’s brief that can be questioned: the place of each, and what it says.
///
/// # Errors
/// A refusal where there is none, a fault of the database.
pub async fn challengeable(
    store: &Store,
    asker: &Asker,
    discussion: &Discussion,
) -> Result<Vec<(i64, String, String)>, Error> {
    let viewer = store.viewer(asker);
    let mut found = Vec::new();
    for basis in store.basis(discussion).await?.into_iter().filter(|basis| basis.place > 0) {
        let standing = store.item(&viewer, &basis.item.key).await?;
        match standing.and_then(|standing| standing.item) {
            Some(Item::Statement(statement)) if statement.rank != Rank::Deprecated => {
                found.push((basis.place, statement.short().into_owned(), statement.id));
            }
            Some(Item::Recommendation(advice)) if advice.rank != Rank::Deprecated => {
                let text = advice.actions.first().map_or_else(String::new, |part| part.text.clone());
                found.push((basis.place, text, advice.id));
            }
            _ => {}
        }
    }
    if found.is_empty() {
        return Err(BadTeam::NothingToChallenge.into());
    }
    Ok(found)
}

/// The discussion of a number, or the one that is here.
///
/// # Errors
/// A refusal where none is seen there, a fault of the database.
pub async fn which(store: &Store, asker: &Asker, number: &str) -> Result<Discussion, Error> {
    let at = store.presence(asker);
    if !at.is_in_server() {
        return Err(BadTeam::NoServer.into());
    }
    match number.trim().trim_start_matches('#') {
        "" => store.discussion_here(&at).await,
        typed => match typed.parse() {
            Ok(number) => store.discussion(&at, number).await,
            Err(_) => Err(BadTeam::NoDiscussionHere.into()),
        },
    }
}

/// Closes a discussion with what was decided.
///
/// # Errors
/// A refusal where the asker may not, or it is closed; a fault of the database.
pub async fn close(store: &Store, asker: &Asker, given: Given<'_>, now: &str) -> Result<Discussion, Error> {
    let by = store.moderator(asker, Act::CloseDiscussion, now).await?;
    let decision = rules::text_of(text(given, "decision"), TeamText::Decision, rules::LONGEST_DECISION)?;
    let discussion = which(store, asker, text(given, "number")).await?;
    store.close_discussion(&by, discussion.id(), &decision, now).await
}

/// Opens a discussion again.
///
/// # Errors
/// A refusal where the asker may not, or it is open; a fault of the database.
pub async fn reopen(store: &Store, asker: &Asker, given: Given<'_>, now: &str) -> Result<Discussion, Error> {
    let by = store.moderator(asker, Act::CloseDiscussion, now).await?;
    let reason = rules::line_of(text(given, "reason"), TeamText::Reason, rules::LONGEST_REASON)?;
    let discussion = which(store, asker, text(given, "number")).await?;
    store.reopen_discussion(&by, discussion.id(), &reason, now).await
}
