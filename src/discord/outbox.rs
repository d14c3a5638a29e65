//! The one who says what the bot says unasked: looks at what changed, ends discussions whose time is over, and works
//! through the outbox.
//!
//! What is sent is noted before it is: how it reads, and a nonce by which Discord knows it again for some minutes
//! (<https://discord.com/developers/docs/resources/message#create-message-jsonform-params>, `enforce_nonce`). After a
//! crash between sending and noting, what is sent again within that time is not shown twice; later it says that it may
//! have been read before.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::bot::Bot;
use super::limits::CONTENT;
use super::notices::{After, Ready, Where};
use super::rest::{Body, NotSent};
use crate::error::{Error, Fault};
use crate::knowledge::ItemKey;
use crate::page::text::cut;
use crate::store::follows::Often;
use crate::store::outbox::{Kind, Post};
use crate::team::time;
use crate::words::discussion as said;

/// How often it is looked whether anything is to be said.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How often Discord’s clock is asked, where it does not say that a time is over.
const ASK_CLOCK_EVERY: Duration = Duration::from_secs(5);

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

/// Works until it is stopped. `holder` tells this program from others on the same database.
pub(super) async fn work(bot: Arc<Bot>, holder: String, stop: CancellationToken) {
    let mut under_way = JoinSet::new();
    let mut ask_clock_at = tokio::time::Instant::now();
    loop {
        tokio::select! {
            () = tokio::time::sleep(LOOK_EVERY) => {}
            () = bot.wake.notified() => {}
            Some(_) = under_way.join_next(), if !under_way.is_empty() => {}
            () = stop.cancelled() => {
                // What is being said is said to its end; a stop waits for it.
                under_way.detach_all();
                return;
            }
        }
        if let Err(fault) = bot.look(&mut ask_clock_at).await {
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
    async fn look(&self, ask_clock_at: &mut tokio::time::Instant) -> Result<(), Fault> {
        let now = (self.now)();
        self.store.notice_changes(&|timing| time::due(timing, &now), &now).await?;
        let overdue = self.store.overdue(&now).await?;
        if overdue.is_empty() || tokio::time::Instant::now() < *ask_clock_at {
            return Ok(());
        }
        // A clock of ours that is fast ends nothing early: Discord’s is asked first.
        let theirs = self.rest.time().await;
        *ask_clock_at = tokio::time::Instant::now();
        for (discussion, closes_at) in overdue {
            if theirs.is_some_and(|theirs| theirs >= time::seconds(&closes_at)) {
                self.store.end_discussion(discussion, &now).await?;
            } else {
                if theirs.is_some() {
                    tracing::warn!(
                        "the clock of this machine is ahead of Discord’s; a discussion is not ended yet"
                    );
                }
                *ask_clock_at = tokio::time::Instant::now() + ASK_CLOCK_EVERY;
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
            let put_back = if post.tried > MOST_TRIES {
                self.store.end_post(post.id).await
            } else {
                self.store.put_back_post(post.id, &wait, false).await
            };
            if let Err(fault) = put_back {
                tracing::error!(%fault, "not put back");
            }
        }
    }

    async fn try_to_say(&self, post: &Post, holder: &str) -> Result<(), Fault> {
        // What makes the program fail each time is not tried for ever.
        if post.tried > MOST_TRIES + 1 {
            tracing::error!(kind = ?post.kind, "given up");
            return self.store.end_post(post.id).await;
        }
        let ready = match self.ready(post).await {
            Ok(Some(ready)) => ready,
            // What it was about is gone: there is nothing to say.
            Ok(None) => return self.store.end_post(post.id).await,
            Err(Error::Refused(_)) => {
                if post.kind == Kind::Known {
                    self.store.end_waiting(post.about, true).await?;
                }
                return self.store.end_post(post.id).await;
            }
            Err(Error::Fault(fault)) => return Err(fault),
        };
        let mut ready = ready;
        let sent = self.send_post(post, holder, &mut ready).await?;
        match sent {
            Sent::Said(message) => self.said(post, ready, message).await,
            Sent::NotOurs => Ok(()),
            Sent::Never(why) => {
                tracing::info!(why, kind = ?post.kind, "cannot be said there");
                if post.kind == Kind::Digest {
                    self.store.note_unreachable(post.scope, post.about, &(self.now)()).await?;
                    let wait = time::seconds_after(&(self.now)(), wait_after(post.tried + 3));
                    if post.tried <= MOST_UNREACHABLE {
                        return self.store.put_back_post(post.id, &wait, true).await;
                    }
                }
                if post.kind == Kind::Known {
                    self.store.end_waiting(post.about, true).await?;
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

    async fn send_post(&self, post: &Post, holder: &str, ready: &mut Ready) -> Result<Sent, Fault> {
        let now = (self.now)();
        if let Where::Over(channel, message) = ready.place {
            // The same text twice is the same text.
            let edit = ready.message.edit();
            let edited = match self.rest.edit_message(channel, message, &edit).await {
                Err(NotSent::Archived) => self.rest.edit_archived(channel, message, &edit).await,
                edited => edited,
            };
            return Ok(Sent::of(edited.map(|()| 0)));
        }
        let channel = match ready.place {
            Where::In(channel) | Where::Over(channel, _) => channel,
            Where::To(person) => match self.rest.direct(person).await {
                Ok(channel) => channel,
                Err(why) => return Ok(Sent::of(Err(why))),
            },
        };
        let mut body = ready.message.message();
        let mut is_late = false;
        if let Some((begun, before)) = &post.begun {
            // Word for word as it was begun: what changed meanwhile is said by itself.
            if let Ok(Begun { message, after }) = serde_json::from_str(before) {
                body = Body { json: message, files: body.files };
                ready.after = after;
            }
            is_late = time::seconds(&now) - time::seconds(begun) > NONCE_HOLDS;
        }
        body.json["nonce"] = json!(format!("outbox-{}", post.id));
        body.json["enforce_nonce"] = Value::Bool(true);
        let begun = Begun { message: body.json.clone(), after: ready.after.clone() };
        let begun = serde_json::to_string(&begun).map_err(|e| Fault::new("noting what is sent", e))?;
        {
            if is_late {
                let content = body.json["content"].as_str().unwrap_or_default();
                let room = CONTENT - said::MAYBE_AGAIN.chars().count() - 1;
                body.json["content"] = json!(format!("{}\n{}", cut(content, room), said::MAYBE_AGAIN));
            }
        }
        if !self.store.begin_post(post.id, holder, &begun, &now).await? {
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
            After::Told(often, last) => {
                let often = Often::read(&often).unwrap_or_default();
                return self.store.note_told(post, often, last, &(self.now)()).await;
            }
            After::Moved(told) => {
                let item = |(entity, key, revision): (String, String, i64)| {
                    Some((ItemKey { entity: entity.parse().ok()?, key }, revision))
                };
                let told: Vec<(ItemKey, i64)> = told.into_iter().filter_map(item).collect();
                return self.store.note_moved_told(post, &told).await;
            }
            After::Answered => self.store.end_waiting(post.about, true).await?,
        }
        self.store.end_post(post.id).await
    }
}

/// How often a channel that cannot be written to is tried: by then what it follows is paused.
const MOST_UNREACHABLE: i64 = 2;

/// A message as it was sent, with what is noted when it is there.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Begun {
    message: Value,
    after: After,
}

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
            Err(NotSent::Archived) => Self::Never("the thread is archived".to_owned()),
            Err(NotSent::Refused(why)) => {
                tracing::error!(why, "Discord does not take what is to be said");
                Self::Never(why)
            }
            Err(NotSent::Failed(why)) => Self::Later(why),
        }
    }
}

/// How long it is waited after so many tries, in seconds.
fn wait_after(tried: i64) -> i64 {
    let doubled =
        u32::try_from(tried - 1).ok().and_then(|tried| FIRST_WAIT.checked_mul(2_i64.checked_pow(tried)?));
    doubled.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT)
}
