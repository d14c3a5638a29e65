//! What is asked of Discord about channels, threads and people: messages that answer no interaction, threads, pins.

use reqwest::Method;
use serde_json::{Value, json};

use super::incoming::Channel;
use super::rest::{Body, NotSent, Rest};

/// The sort of thread that everybody sees who sees its channel
/// (<https://discord.com/developers/docs/resources/channel#channel-object-channel-types>).
const PUBLIC_THREAD: u8 = 11;

/// The same in an announcement channel.
const NEWS_THREAD: u8 = 10;

/// After how many minutes of silence a thread is put away: a week, the longest there is
/// (<https://discord.com/developers/docs/resources/channel#start-thread-without-message-json-params>).
const ARCHIVED_AFTER: u32 = 10_080;

impl Rest {
    /// A message in a channel; gives its id.
    pub(super) async fn say(&self, channel: u64, body: &Body) -> Result<u64, NotSent> {
        let said = self.ask(Method::POST, &format!("/channels/{channel}/messages"), body).await?;
        match id_in(&said) {
            0 => Err(NotSent::Failed("the message has no id".to_owned())),
            id => Ok(id),
        }
    }

    /// Another text in the place of a message of ours.
    pub(super) async fn edit_message(&self, channel: u64, message: u64, body: &Body) -> Result<(), NotSent> {
        let path = format!("/channels/{channel}/messages/{message}");
        self.ask(Method::PATCH, &path, body).await.map(|_| ())
    }

    /// The same in a thread that was put away: it is taken out for it, and put away again.
    pub(super) async fn edit_archived(&self, thread: u64, message: u64, edit: &Body) -> Result<(), NotSent> {
        let put = |archived: bool| body(json!({"archived": archived}));
        let path = format!("/channels/{thread}");
        self.ask(Method::PATCH, &path, &put(false)).await?;
        let edited = self.edit_message(thread, message, edit).await;
        if let Err(why) = self.ask(Method::PATCH, &path, &put(true)).await {
            tracing::info!(%why, "a thread is not put away again");
        }
        edited
    }

    /// Starts a thread in a channel, or in an announcement channel; gives its id.
    pub(super) async fn start_thread(&self, channel: u64, name: &str, in_news: bool) -> Result<u64, NotSent> {
        let kind = if in_news { NEWS_THREAD } else { PUBLIC_THREAD };
        let thread = json!({"name": name, "type": kind, "auto_archive_duration": ARCHIVED_AFTER});
        let started = self.ask(Method::POST, &format!("/channels/{channel}/threads"), &body(thread)).await?;
        match id_in(&started) {
            0 => Err(NotSent::Failed("the thread has no id".to_owned())),
            id => Ok(id),
        }
    }

    /// Pins a message.
    pub(super) async fn pin(&self, channel: u64, message: u64) -> Result<(), NotSent> {
        let path = format!("/channels/{channel}/messages/pins/{message}");
        self.ask(Method::PUT, &path, &Body::default()).await.map(|_| ())
    }

    /// What a channel or a thread is; nothing where it is gone, or we may not see it.
    pub(super) async fn channel(&self, channel: u64) -> Result<Option<Channel>, NotSent> {
        match self.ask(Method::GET, &format!("/channels/{channel}"), &Body::default()).await {
            Ok(found) => Ok(serde_json::from_value(found).ok()),
            Err(NotSent::Gone(_) | NotSent::Pointless(_)) => Ok(None),
            Err(failed) => Err(failed),
        }
    }

    /// The channel of direct messages with somebody.
    pub(super) async fn direct(&self, person: u64) -> Result<u64, NotSent> {
        let with = json!({"recipient_id": person.to_string()});
        Ok(id_in(&self.ask(Method::POST, "/users/@me/channels", &body(with)).await?))
    }

    /// Whether somebody is in a server.
    pub(super) async fn is_member(&self, guild: u64, person: &str) -> Result<bool, NotSent> {
        match self.ask(Method::GET, &format!("/guilds/{guild}/members/{person}"), &Body::default()).await {
            Ok(_) => Ok(true),
            Err(NotSent::Gone(_)) => Ok(false),
            Err(failed) => Err(failed),
        }
    }
}

fn body(json: Value) -> Body {
    Body { json, files: Vec::new() }
}

/// The id of what Discord made; 0 where it does not say.
fn id_in(said: &Value) -> u64 {
    said["id"].as_str().and_then(|id| id.parse().ok()).unwrap_or(0)
}
