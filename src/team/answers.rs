//! What is read about teams: a channel’s focus, what it follows, its discussions with all that came of them, what
//! changed; and what is said of these unasked.

use std::collections::HashMap;
use std::sync::Arc;

use super::changes::{changes, sets};
use super::rules::{self, Outcome};
use crate::answer::team::{
    ChallengeLine, ChallengeOutcome, DiscussionLine, Discussions, Focus, FollowLine, Following, Moved,
    NoteLine, OptionLine, Record, RestLine, Stage, Stance, VoteResult,
};
use crate::answer::{Answer, Named};
use crate::error::{Error, Fault};
use crate::knowledge::{Catalogue, Item};
use crate::request::Team;
use crate::store::discussions::{Discussion, Status};
use crate::store::follows::Followed;
use crate::store::news::News;
use crate::store::notes::{Challenge, Note};
use crate::store::outbox::Post;
use crate::store::positions::{OptionTally, Position};
use crate::store::{Asker, Presence, Store, Viewer};

/// Answers what is asked of teams, as far as it is seen where the asker is.
///
/// # Errors
/// A refusal where something named is not seen there, a fault of the database.
pub async fn answer(
    store: &Store,
    asker: &Asker,
    catalogue: &Catalogue,
    asked: &Team,
    now: &str,
) -> Result<Answer, Error> {
    let at = store.presence(asker);
    let viewer = store.viewer(asker);
    Ok(match asked {
        Team::Focus => Answer::Focus(focus(store, asker, catalogue).await?),
        Team::Following => Answer::Following(following(store, &at, catalogue).await?),
        Team::Discussions(closed) => {
            let found = store.discussions(&at, *closed).await?;
            let (lines, everywhere) = (found.iter().map(line).collect(), at.is_everywhere());
            Answer::Discussions(Discussions { lines, closed: *closed, everywhere })
        }
        Team::Summary(None) => {
            let discussion = store.discussion_here(&at).await?;
            Answer::Record(Box::new(record_of(store, &viewer, catalogue, &discussion).await?))
        }
        Team::Summary(Some(number)) | Team::Record(number) => {
            let discussion = store.discussion(&at, *number).await?;
            let record = record_of(store, &viewer, catalogue, &discussion).await?;
            Answer::Record(Box::new(Record { is_record: matches!(asked, Team::Record(_)), ..record }))
        }
        Team::Changes(since) => {
            Answer::Changes(changes(store, asker, &viewer, catalogue, *since, now).await?)
        }
    })
}

async fn focus(store: &Store, asker: &Asker, catalogue: &Catalogue) -> Result<Focus, Error> {
    let parent = asker.channel.and_then(|channel| channel.parent);
    let found = store.focus(&store.presence(asker), parent).await?.unwrap_or_default();
    Ok(Focus {
        subject: Some(found.subject.as_str()).filter(|id| !id.is_empty()).map(|id| actor(catalogue, id)),
        partners: found.partners.iter().map(|id| actor(catalogue, id)).collect(),
        area: found.area.as_deref().map(|id| area(catalogue, id)),
        layout: found.layout,
    })
}

async fn following(store: &Store, at: &Presence, catalogue: &Catalogue) -> Result<Following, Error> {
    let (follows, quiet) = store.follows(at).await?;
    let line = |follow: crate::store::follows::Follow| {
        let what = match &follow.what {
            Followed::Actor(id) | Followed::Organisation(id) => vec![actor(catalogue, id)],
            Followed::Pair(one, other) => vec![actor(catalogue, one), actor(catalogue, other)],
            Followed::Area(id) => vec![area(catalogue, id)],
        };
        FollowLine {
            what,
            members_alone: matches!(follow.what, Followed::Organisation(_)),
            often: follow.often.as_str(),
            set_by: follow.set_by,
            is_paused: follow.paused_at.is_some(),
        }
    };
    Ok(Following {
        follows: follows.into_iter().map(line).collect(),
        quiet: quiet.map(|quiet| (quiet.begins, quiet.ends, quiet.utc_shift)),
    })
}

/// A discussion in a list.
fn line(discussion: &Discussion) -> DiscussionLine {
    DiscussionLine {
        number: discussion.number,
        topic: discussion.topic.clone(),
        stage: match discussion.status {
            Status::Open => Stage::Open,
            Status::Ended => Stage::Ended,
            Status::Closed => Stage::Closed,
        },
        answered: discussion.answered,
        opened_at: discussion.opened_at.clone(),
        decision: discussion.decision.clone(),
    }
}

/// A discussion with all that came of it.
///
/// # Errors
/// A fault of the database.
pub async fn record_of(
    store: &Store,
    viewer: &Viewer,
    catalogue: &Catalogue,
    discussion: &Discussion,
) -> Result<Record, Error> {
    let tally = store.tally(discussion).await?;
    let positions = store.positions(discussion).await?;
    let (rests_on, last, revisions) = rests_on(store, viewer, discussion).await?;
    let notes = store.notes(discussion).await?;
    let challenges = store.challenges(discussion).await?;
    let is_decided = discussion.status == Status::Closed;
    let stance = |position: &Position| stance(position, &tally, last);
    let keys: Vec<String> = rests_on.iter().filter_map(|line| line.source.clone()).collect();
    Ok(Record {
        line: line(discussion),
        secret: discussion.secret,
        opened_by: discussion.opened_by.clone(),
        closes_at: discussion.closes_at.clone(),
        quorum: discussion.quorum,
        round: discussion.round,
        options: tally
            .iter()
            .map(|option| OptionLine {
                text: option.text.clone(),
                votes: option.votes,
                stances: positions.iter().filter(|one| one.place == option.place).map(stance).collect(),
            })
            .collect(),
        result: rules::outcome(&tally, discussion.quorum).map(result),
        dissent: if is_decided {
            rules::dissent(&tally, &positions).into_iter().map(stance).collect()
        } else {
            Vec::new()
        },
        notes: by_area(notes, &revisions, catalogue),
        challenges: challenges.into_iter().map(challenge_line).collect(),
        decided: discussion.closed_by.clone().zip(discussion.closed_at.clone()),
        sources: store.sources_named(viewer, &keys).await?,
        rests_on,
        events: store.events(discussion).await?,
        brief: discussion.line.clone(),
        is_record: false,
    })
}

fn stance(position: &Position, tally: &[OptionTally], last: i64) -> Stance {
    let option = tally.iter().find(|option| option.place == position.place);
    Stance {
        person: position.person.clone(),
        option: option.map_or_else(String::new, |option| option.text.clone()),
        reason: position.reason.clone(),
        taken_at: position.taken_at.clone(),
        has_left: position.has_left,
        is_before_change: position.seen < last,
    }
}

fn result(outcome: Outcome) -> VoteResult {
    match outcome {
        Outcome::Nobody => VoteResult::Nobody,
        Outcome::NoQuorum { answered, quorum } => VoteResult::NoQuorum(answered, quorum),
        Outcome::Leads { option, votes, of } => VoteResult::Leads(option, votes, of),
        Outcome::Tie { options, votes } => VoteResult::Tie(options, votes),
    }
}

fn challenge_line(challenge: Challenge) -> ChallengeLine {
    let decided = challenge.status != "open";
    let by = challenge.decided_by.unwrap_or_default();
    ChallengeLine {
        outcome: decided.then(|| (challenge.status == "approved", by, challenge.verdict.unwrap_or_default())),
        item: challenge.item,
        person: challenge.person,
        reason: challenge.reason,
        proposal: challenge.proposal,
    }
}

/// Notes by the areas that they are about, in the order of the areas’ first notes; those of none last.
fn by_area(
    notes: Vec<Note>,
    revisions: &HashMap<String, i64>,
    catalogue: &Catalogue,
) -> Vec<(Option<Named>, Vec<NoteLine>)> {
    let mut groups: Vec<(Option<Named>, Vec<NoteLine>)> = Vec::new();
    for note in notes {
        let named = note.area.as_deref().map(|id| area(catalogue, id));
        let changed = note.item.as_ref().and_then(|item| revisions.get(item));
        let line = NoteLine {
            is_before_change: changed.is_some_and(|revision| note.seen < *revision),
            number: note.number,
            person: note.person,
            made_at: note.made_at,
            text: note.text,
            item: note.item,
            is_edited: note.edits > 0,
            link: note.link,
        };
        match groups.iter_mut().find(|(area, _)| *area == named) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((named, vec![line])),
        }
    }
    groups.sort_by_key(|(area, _)| area.is_none());
    groups
}

/// What a discussion rests on, with what became of it since; the last revision of any of it; and at which each stands.
async fn rests_on(
    store: &Store,
    viewer: &Viewer,
    discussion: &Discussion,
) -> Result<(Vec<RestLine>, i64, HashMap<String, i64>), Error> {
    let (mut lines, mut last, mut revisions) = (Vec::new(), 0, HashMap::new());
    for basis in store.basis(discussion).await? {
        let standing = store.item(viewer, &basis.item.key).await?;
        let then = store.item_at(basis.revision).await?;
        let standing = standing.filter(|standing| standing.name == basis.item);
        // What nobody says anything of any more is gone.
        let revision = standing.as_ref().map_or(i64::MAX, |standing| standing.revision);
        last = last.max(if revision == i64::MAX { 0 } else { revision });
        revisions.insert(basis.item.key.clone(), revision);
        let has_moved = revision != basis.revision;
        let after = standing.and_then(|standing| standing.item).map(|item| said(&item));
        lines.push(RestLine {
            text: then.as_ref().map_or_else(String::new, said),
            source: then.as_ref().and_then(source_of),
            now: has_moved.then_some(after),
            item: basis.item.key,
        });
    }
    Ok((lines, last, revisions))
}

/// What an item says, in short.
pub(super) fn said(item: &Item) -> String {
    match item {
        Item::Statement(statement) => statement.short().into_owned(),
        Item::Recommendation(advice) => {
            let parts = advice.focus.iter().chain(&advice.actions).chain(&advice.impacts);
            parts.map(|part| part.text.as_str()).collect::<Vec<_>>().join(" → ")
        }
        Item::Actor(actor) => actor.name.clone(),
        Item::Area(area) => area.name.clone(),
        Item::Source(source) => source.title.clone(),
        Item::Membership(membership) => {
            let since = membership.period.from.map_or(String::new(), |from| format!(" since {from}"));
            format!("{}{since}", membership.status)
        }
        other => other.name().to_string(),
    }
}

fn source_of(item: &Item) -> Option<String> {
    match item {
        Item::Statement(statement) => Some(statement.source.clone()),
        Item::Recommendation(advice) => Some(advice.source.clone()),
        Item::Membership(membership) => Some(membership.source.clone()),
        _ => None,
    }
}

/// What the people of a discussion are told of what changed under it; nothing where it reads as it did.
///
/// # Errors
/// A refusal where the discussion is gone, a fault of the database.
pub async fn moved(store: &Store, post: &Post) -> Result<Option<(Discussion, Moved, Vec<News>)>, Error> {
    let discussion = store.discussion_by_id(&post.presence(), post.about).await?;
    let news = store.moved(post).await?;
    // What was changed and changed back reads as it did.
    if news.iter().all(|one| one.before == one.after) {
        return Ok(None);
    }
    let Some(last) = news.iter().map(|one| one.revision).max() else { return Ok(None) };
    let positions = store.positions(&discussion).await?;
    let rested = rules::rested_on(&positions, last);
    let catalogue = catalogue(store, post).await?;
    let moved = Moved {
        line: line(&discussion),
        changes: sets(&news, &catalogue),
        positions: if discussion.secret { discussion.answered } else { as_count(rested.len()) },
        rested: rested.iter().filter_map(|position| position.person.clone()).collect(),
    };
    Ok(Some((discussion, moved, news)))
}

fn as_count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}

/// What came of a challenge, with where it is to be told; nothing where it is gone.
///
/// # Errors
/// A fault of the database.
pub async fn outcome(store: &Store, post: &Post) -> Result<Option<(Discussion, ChallengeOutcome)>, Error> {
    let found = store.challenge(&post.presence(), post.about).await?;
    Ok(found.map(|(discussion, challenge)| {
        let line = line(&discussion);
        (discussion, ChallengeOutcome { line, challenge: challenge_line(challenge) })
    }))
}

/// The question that somebody waits for, as they asked it; nothing where they do not any more.
///
/// # Errors
/// A fault of the database.
pub async fn known(store: &Store, post: &Post) -> Result<Option<(Asker, String)>, Fault> {
    let waiting = store.waiting(post.about).await?;
    Ok(waiting.map(|waiting| {
        let asker = Asker { user: Some(waiting.person), guild: post.guild(), ..Asker::default() };
        (asker, waiting.line)
    }))
}

pub(super) async fn catalogue(store: &Store, post: &Post) -> Result<Arc<Catalogue>, Fault> {
    let asker = Asker { guild: post.guild(), ..Asker::default() };
    store.catalogue(&store.viewer(&asker)).await
}

pub(super) fn actor(catalogue: &Catalogue, id: &str) -> Named {
    let flag = catalogue.gazetteer.get(id).and_then(|actor| actor.flag.clone());
    Named { id: id.to_owned(), name: catalogue.gazetteer.name(id).to_owned(), flag }
}

pub(super) fn area(catalogue: &Catalogue, id: &str) -> Named {
    Named { id: id.to_owned(), name: catalogue.area_name(id).to_owned(), flag: None }
}
