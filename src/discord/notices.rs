//! What the bot says unasked, as messages: made from what is known when they are sent, for the place where those are whom
//! they are for.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::bot::{Audience, Bot};
use super::limits::CONTENT;
use super::message::Outgoing;
use super::posts;
use super::rest::NotSent;
use super::to_discord::Place;
use crate::error::{Error, Fault};
use crate::page::text::cut;
use crate::respond::{self, Asked};
use crate::section::Opened;
use crate::store::Asker;
use crate::store::discussions::Discussion;
use crate::store::follows::Often;
use crate::store::outbox::{Kind, Post};
use crate::team;
use crate::words::discussion as said;

/// Where something is said.
pub(super) enum Where {
    /// A new message in a channel.
    In(u64),
    /// In the place of a message of ours.
    Over(u64, u64),
    /// To one person.
    To(u64),
}

/// Something that can be sent.
pub(super) struct Ready {
    pub(super) place: Where,
    pub(super) message: Outgoing,
    /// What is to be noted when it is there.
    pub(super) after: After,
}

/// What is noted when something was said. It is kept with the message: what is said again word for word tells of no more
/// than it did.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) enum After {
    /// Nothing but that.
    Nothing,
    /// Which message is the first of a discussion; it is to be pinned.
    First(i64),
    /// Up to which revision a channel was told of what it follows so often.
    Told(String, i64),
    /// Of what the people of a discussion were told.
    Moved(Vec<(String, String, i64)>),
    /// That nobody waits for the answer any more.
    Answered,
}

impl Bot {
    /// What is to be said, and where; nothing where there is nothing to say any more.
    pub(super) async fn ready(&self, post: &Post) -> Result<Option<Ready>, Error> {
        let asker = Asker { guild: post.guild(), ..Asker::default() };
        let place = self.place(&asker);
        match post.kind {
            Kind::Brief | Kind::Tally => self.first_message(post, &asker, place).await,
            Kind::Record => {
                let discussion = self.store.discussion_by_id(&post.presence(), post.about).await?;
                let record = self.record(&asker, &discussion).await?;
                let files = Self::record_files(&record);
                let message = posts::record(&record, post.about, files, place);
                self.told_in(&discussion, message, After::Nothing).await
            }
            Kind::Moved => {
                let Some((discussion, moved, news)) = team::moved(&self.store, post).await? else {
                    return Ok(None);
                };
                let there = self.where_told(&discussion).await?;
                let Some((channel, elsewhere)) = there else { return Ok(None) };
                let thread = elsewhere.then_some(discussion.thread);
                let message = posts::moved(&moved, post.about, thread, place);
                let told = news
                    .into_iter()
                    .map(|one| (one.item.entity.as_str().to_owned(), one.item.key, one.revision));
                let after = After::Moved(told.collect());
                Ok(Some(Ready { place: Where::In(channel), message, after }))
            }
            Kind::Outcome => {
                let Some((discussion, outcome)) = team::outcome(&self.store, post).await? else {
                    return Ok(None);
                };
                let message = posts::outcome(&outcome, discussion.id(), place);
                self.told_in(&discussion, message, After::Nothing).await
            }
            Kind::Digest => {
                let detail: Value = serde_json::from_str(&post.detail).unwrap_or_default();
                let often = detail["often"].as_str().and_then(Often::read).unwrap_or_default();
                let Some((changes, last)) = team::digest(&self.store, post, often).await? else {
                    return Ok(None);
                };
                let (message, channel) = (posts::digest(&changes, place), id(post.about));
                Ok(Some(Ready {
                    place: Where::In(channel),
                    message,
                    after: After::Told(often.as_str().to_owned(), last),
                }))
            }
            Kind::Known => self.answer_known(post).await,
            Kind::Paused => {
                let detail: Value = serde_json::from_str(&post.detail).unwrap_or_default();
                let person = detail["person"].as_str().and_then(|person| person.parse().ok());
                let Some(person) = person else { return Ok(None) };
                let message = Outgoing { content: said::paused(post.about), ..Outgoing::default() };
                Ok(Some(Ready { place: Where::To(person), message, after: After::Nothing }))
            }
        }
    }

    async fn record(
        &self,
        asker: &Asker,
        discussion: &Discussion,
    ) -> Result<crate::answer::team::Record, Error> {
        let catalogue = respond::catalogue(&self.store, asker).await?;
        team::record_of(&self.store, &self.store.viewer(asker), &catalogue, discussion).await
    }

    /// The first message of a discussion, new or brought up to date.
    async fn first_message(
        &self,
        post: &Post,
        asker: &Asker,
        place: Place<'_>,
    ) -> Result<Option<Ready>, Error> {
        // What happens from now on is shown by the next edit.
        self.store.note_shown(post.about, &(self.now)()).await?;
        let discussion = self.store.discussion_by_id(&post.presence(), post.about).await?;
        let record = self.record(asker, &discussion).await?;
        let brief = match self.brief(asker, &discussion.line).await {
            Ok(page) => page,
            // Whom it was about may be gone; the discussion is not.
            Err(Error::Refused(_)) => None,
            Err(fault) => return Err(fault),
        };
        let message = posts::first(&record, post.about, brief.as_ref(), place);
        let thread = id(discussion.thread);
        Ok(match (post.kind, discussion.message) {
            (Kind::Tally, Some(first)) => {
                Some(Ready { place: Where::Over(thread, id(first)), message, after: After::Nothing })
            }
            // Where it could not be sent before, what brings it up to date sends it.
            (Kind::Brief | Kind::Tally, None) => {
                Some(Ready { place: Where::In(thread), message, after: After::First(post.about) })
            }
            // It is there already.
            (_, _) => None,
        })
    }

    /// Where the people of a discussion are told: in its thread, or, where that was put away or is gone, in its channel.
    async fn where_told(&self, discussion: &Discussion) -> Result<Option<(u64, bool)>, Error> {
        let (thread, home) = (id(discussion.thread), id(discussion.home));
        let failed = |why: NotSent| Error::from(Fault::new("looking a thread up", why.to_string()));
        let found = self.rest.channel(thread).await.map_err(failed)?;
        match found {
            Some(channel) if !channel.is_archived() => Ok(Some((thread, false))),
            _ if home == thread => Ok(found.map(|_| (thread, false))),
            // Nobody can write in a forum but in its posts.
            found => match self.rest.channel(home).await.map_err(failed)? {
                Some(channel) if !channel.is_forum() => Ok(Some((home, true))),
                _ => Ok(found.map(|_| (thread, false))),
            },
        }
    }

    async fn told_in(
        &self,
        discussion: &Discussion,
        message: Outgoing,
        after: After,
    ) -> Result<Option<Ready>, Error> {
        let there = self.where_told(discussion).await?;
        Ok(there.map(|(channel, elsewhere)| {
            let content = if elsewhere {
                cut(&format!("<#{}>\n{}", discussion.thread, message.content), CONTENT)
            } else {
                message.content.clone()
            };
            Ready { place: Where::In(channel), message: Outgoing { content, ..message }, after }
        }))
    }

    /// The answer that somebody waits for, where there is one now.
    async fn answer_known(&self, post: &Post) -> Result<Option<Ready>, Error> {
        let Some((asker, line)) = team::known(&self.store, post).await? else { return Ok(None) };
        let (guild, person) = (asker.guild.unwrap_or(0), asker.user.unwrap_or(0));
        let failed = |why: NotSent| Fault::new("looking somebody up", why.to_string());
        // Who has left the server sees nothing of it any more.
        if !self.rest.is_member(guild, &person.to_string()).await.map_err(failed)? {
            self.store.end_waiting(post.about, true).await?;
            return Ok(None);
        }
        let asked = Asked::Line(line.clone());
        let now = &(self.now)();
        let understood = respond::understand_after(&self.store, &asker, &asked, None, now).await?;
        let page = respond::answer(&self.store, &asker, &understood, Opened::Front, now).await?;
        if !page.is_known {
            self.store.end_waiting(post.about, false).await?;
            return Ok(None);
        }
        let made = self.make(&asker, &asked, 0, Audience::Everyone).await;
        let head = super::escape::escape(&said::known(&line));
        let content = cut(&format!("{head}\n{}", made.message.content), CONTENT);
        // Controls would ask in direct messages, where the server’s own knowledge is not seen.
        let message = Outgoing { content, rows: Vec::new(), private: false, ..made.message };
        Ok(Some(Ready { place: Where::To(person), message, after: After::Answered }))
    }
}

fn id(kept: i64) -> u64 {
    u64::try_from(kept).unwrap_or(0)
}
