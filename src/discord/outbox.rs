//! The one who says what the bot says unasked: looks at what changed, ends discussions whose time is over, and works
//! through the outbox.
//!
//! What is sent is noted before it is: how it reads, and a nonce by which Discord knows it again for some minutes
//! (<https://discord.com/developers/docs/resources/message#create-message-jsonform-params>, `enforce_nonce`). After a
//! crash between sending and noting, what is sent again within that time is not shown twice; later it says that it may
//! have been read before.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::bot::{Audience, Bot};
use super::limits::CONTENT;
use super::message::Outgoing;
use super::posts;
use super::rest::{Body, NotSent};
use super::to_discord::Place;
use crate::error::{Error, Fault};
use crate::page::text::cut;
use crate::respond::{self, Asked};
use crate::section::Opened;
use crate::store::Asker;
use crate::store::discussions::Discussion;
use crate::store::follows::Often;
use crate::store::outbox::{Kind, Post};
use crate::team::{self, time};
use crate::words::discussion as said;

/// How often it is looked whether anything is to be said.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How long something is one’s own, in seconds, and how often that is prolonged.
const HELD_FOR: i64 = 15;
const HOLD_EVERY: Duration = Duration::from_secs(5);

/// How many are sent at once: one channel that takes long keeps no other waiting.
const AT_ONCE: usize = 8;

/// For how long Discord knows a nonce again, in seconds: “in the past few minutes”.
const NONCE_HOLDS: i64 = 120;

/// How often something is tried before it is given up, and how long it is waited first, in seconds; then twice as long.
const MOST_TRIES: i64 = 12;
const FIRST_WAIT: i64 = 5;
/// The longest that is waited between two tries, in seconds.
const LONGEST_WAIT: i64 = 6 * 3_600;

/// Where something is said.
enum Where {
    /// A new message in a channel.
    In(u64),
    /// In the place of a message of ours.
    Over(u64, u64),
    /// To one person.
    To(u64),
}

/// Something that can be sent.
struct Ready {
    place: Where,
    message: Outgoing,
    /// What is to be noted when it is there.
    after: After,
}

/// What is noted when something was said.
enum After {
    /// Nothing but that.
    Nothing,
    /// Which message is the first of a discussion; it is to be pinned.
    First(i64),
    /// Up to which revision a channel was told.
    Told(i64),
    /// Of what the people of a discussion were told.
    Moved(Vec<crate::store::news::News>),
    /// That nobody waits for the answer any more.
    Answered,
}

/// Works until it is stopped. `holder` tells this program from others on the same database.
pub(super) async fn work(bot: Arc<Bot>, holder: String) {
    let mut under_way = JoinSet::new();
    loop {
        tokio::select! {
            () = tokio::time::sleep(LOOK_EVERY) => {}
            () = bot.wake.notified() => {}
            Some(_) = under_way.join_next(), if !under_way.is_empty() => {}
        }
        if let Err(fault) = bot.look().await {
            tracing::error!(%fault, "not looked at what is to be said");
        }
        while under_way.len() < AT_ONCE {
            let now = (bot.now)();
            match bot.store.take_post(&holder, &now, &time::seconds_after(&now, HELD_FOR)).await {
                Ok(Some(post)) => {
                    let (bot, holder) = (bot.clone(), holder.clone());
                    let tracked = bot.under_way.clone();
                    under_way.spawn(tracked.track_future(async move { bot.say(post, &holder).await }));
                }
                Ok(None) => break,
                Err(fault) => {
                    tracing::error!(%fault, "nothing taken from the outbox");
                    break;
                }
            }
        }
    }
}

impl Bot {
    /// Notes what is to be said of what changed, and ends what is over.
    async fn look(&self) -> Result<(), Fault> {
        let now = (self.now)();
        self.store.notice_changes(&|timing| time::due(timing, &now), &now).await?;
        for (discussion, closes_at) in self.store.overdue(&now).await? {
            // A clock of ours that is fast ends nothing early: Discord’s is asked first.
            match self.rest.time().await {
                Some(theirs) if theirs < time::seconds(&closes_at) => {
                    tracing::warn!(
                        "the clock of this machine is ahead of Discord’s; a discussion is not ended yet"
                    );
                }
                Some(_) => {
                    self.store.end_discussion(discussion, &now).await?;
                }
                // It is tried again at the next look.
                None => break,
            }
        }
        Ok(())
    }

    /// Says one thing, and notes that it is said, or when it is tried again.
    async fn say(&self, post: Post, holder: &str) {
        let held = async {
            loop {
                tokio::time::sleep(HOLD_EVERY).await;
                let till = time::seconds_after(&(self.now)(), HELD_FOR);
                if let Err(fault) = self.store.hold_post(post.id, holder, &till).await {
                    tracing::error!(%fault, "not held");
                }
            }
        };
        let said = tokio::select! {
            said = self.try_to_say(&post, holder) => said,
            () = held => return,
        };
        if let Err(fault) = said {
            tracing::error!(%fault, kind = ?post.kind, "not said");
            let wait = time::seconds_after(&(self.now)(), wait_after(post.tried));
            if let Err(fault) = self.store.put_back_post(post.id, &wait, false).await {
                tracing::error!(%fault, "not put back");
            }
        }
    }

    async fn try_to_say(&self, post: &Post, holder: &str) -> Result<(), Fault> {
        let ready = match self.ready(post).await {
            Ok(Some(ready)) => ready,
            // What it was about is gone: there is nothing to say.
            Ok(None) | Err(Error::Refused(_)) => return self.store.end_post(post.id).await,
            Err(Error::Fault(fault)) => return Err(fault),
        };
        let sent = self.send_post(post, holder, &ready).await?;
        match sent {
            Sent::Said(message) => self.said(post, ready, message).await,
            Sent::NotOurs => Ok(()),
            Sent::Never(why) => {
                tracing::info!(why, kind = ?post.kind, "cannot be said there");
                if post.kind == Kind::Digest {
                    self.store.note_unreachable(post.scope, post.about, &(self.now)()).await?;
                    let wait = time::seconds_after(&(self.now)(), wait_after(post.tried + 4));
                    if post.tried < MOST_UNREACHABLE {
                        return self.store.put_back_post(post.id, &wait, true).await;
                    }
                }
                self.store.end_post(post.id).await
            }
            Sent::Later(why) if post.tried >= MOST_TRIES => {
                tracing::error!(why, kind = ?post.kind, "given up");
                self.store.end_post(post.id).await
            }
            Sent::Later(why) => {
                tracing::warn!(why, kind = ?post.kind, "not said yet");
                let wait = time::seconds_after(&(self.now)(), wait_after(post.tried));
                self.store.put_back_post(post.id, &wait, false).await
            }
        }
    }

    async fn send_post(&self, post: &Post, holder: &str, ready: &Ready) -> Result<Sent, Fault> {
        let now = (self.now)();
        if let Where::Over(channel, message) = ready.place {
            // The same text twice is the same text.
            return Ok(Sent::of(
                self.rest.edit_message(channel, message, &ready.message.edit()).await.map(|()| 0),
            ));
        }
        let channel = match ready.place {
            Where::In(channel) | Where::Over(channel, _) => channel,
            Where::To(person) => match self.rest.direct(person).await {
                Ok(channel) => channel,
                Err(why) => return Ok(Sent::of(Err(why))),
            },
        };
        let mut body = ready.message.message();
        if let Some((begun, before)) = &post.begun {
            // Word for word as it was begun: what changed meanwhile is said by itself.
            if let Ok(before) = serde_json::from_str(before) {
                body = Body { json: before, files: body.files };
            }
            if time::seconds(&now) - time::seconds(begun) > NONCE_HOLDS {
                let content = body.json["content"].as_str().unwrap_or_default();
                let room = CONTENT - said::MAYBE_AGAIN.chars().count() - 1;
                body.json["content"] = json!(format!("{}\n{}", cut(content, room), said::MAYBE_AGAIN));
            }
        }
        body.json["nonce"] = json!(format!("outbox-{}", post.id));
        body.json["enforce_nonce"] = Value::Bool(true);
        if !self.store.begin_post(post.id, holder, &body.json.to_string(), &now).await? {
            return Ok(Sent::NotOurs);
        }
        Ok(Sent::of(self.rest.say(channel, &body).await))
    }

    /// Notes that something was said.
    async fn said(&self, post: &Post, ready: Ready, message: u64) -> Result<(), Fault> {
        match ready.after {
            After::Nothing => {}
            After::First(discussion) => {
                self.store.note_first_message(discussion, message).await?;
                if let Where::In(channel) = ready.place
                    && let Err(why) = self.rest.pin(channel, message).await
                {
                    tracing::info!(%why, "not pinned");
                }
            }
            After::Told(last) => return self.store.note_told(post, last).await,
            After::Moved(news) => return self.store.note_moved_told(post, &news).await,
            After::Answered => self.store.end_waiting(post.about, true).await?,
        }
        self.store.end_post(post.id).await
    }

    /// What is to be said, and where; nothing where there is nothing to say any more.
    async fn ready(&self, post: &Post) -> Result<Option<Ready>, Error> {
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
                Ok(Some(Ready { place: Where::In(channel), message, after: After::Moved(news) }))
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
                Ok(Some(Ready { place: Where::In(channel), message, after: After::Told(last) }))
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
            (Kind::Brief, None) => {
                Some(Ready { place: Where::In(thread), message, after: After::First(post.about) })
            }
            (Kind::Tally, Some(first)) => {
                Some(Ready { place: Where::Over(thread, id(first)), message, after: After::Nothing })
            }
            // It is there already, or will be as things stand then.
            _ => None,
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
        let person = asker.user.unwrap_or(0);
        Ok(Some(Ready { place: Where::To(person), message, after: After::Answered }))
    }
}

/// How often a channel that cannot be written to is tried: by then what it follows is paused.
const MOST_UNREACHABLE: i64 = 2;

/// What came of sending.
enum Sent {
    /// It is there, as this message.
    Said(u64),
    /// Somebody else says it.
    NotOurs,
    /// It never will be.
    Never(String),
    /// It may be later.
    Later(String),
}

impl Sent {
    fn of(sent: Result<u64, NotSent>) -> Self {
        match sent {
            Ok(message) => Self::Said(message),
            Err(NotSent::Pointless(why)) => Self::Never(why.to_owned()),
            Err(NotSent::Gone(why)) => Self::Never(why),
            Err(NotSent::Failed(why)) => Self::Later(why),
        }
    }
}

fn id(kept: i64) -> u64 {
    u64::try_from(kept).unwrap_or(0)
}

/// How long it is waited after so many tries, in seconds.
fn wait_after(tried: i64) -> i64 {
    let doubled =
        u32::try_from(tried).ok().and_then(|tried| FIRST_WAIT.checked_mul(2_i64.checked_pow(tried)?));
    doubled.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT)
}
