//! Sending: our own requests to Discord’s REST interface, tried again where that may help.
//!
//! Not through serenity: behind another address than Discord’s own its limiter has to be off, and then it hands on
//! nothing of how long Discord asks to wait. Here the wait is heeded whatever the address.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, DATE, RETRY_AFTER, USER_AGENT};
use reqwest::multipart::{Form, Part};
use reqwest::{Client, Method, StatusCode};
use serde::Deserialize;
use serde_json::Value;

use super::deliver::Reply;
use super::incoming::Id;
use super::limits::UPLOAD;
use crate::config::Secret;
use crate::telemetry::metrics::Metrics;

/// Where Discord’s interface is. <https://discord.com/developers/docs/reference#base-url>
const DISCORD: &str = "https://discord.com";

/// Who we are. <https://discord.com/developers/docs/reference#user-agent>
const AGENT: &str = concat!("DiscordBot (dragoman, ", env!("CARGO_PKG_VERSION"), ")");

/// How long one try may take before it is given up; with large files longer.
const PATIENCE: Duration = Duration::from_secs(10);
const PATIENCE_WITH_FILES: Duration = Duration::from_mins(1);

/// How long to wait before each further try.
const WAITS: [Duration; 3] =
    [Duration::from_millis(200), Duration::from_millis(600), Duration::from_millis(1_500)];

/// The same where Discord says that we are too fast, and not how long to wait.
const WAITS_WHEN_LIMITED: [Duration; 5] = [
    Duration::from_millis(250),
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(4),
    Duration::from_secs(8),
];

/// The longest that Discord can ask us to wait before we give up; most limits are over within seconds.
/// <https://discord.com/developers/docs/topics/rate-limits>
const LONGEST_WAIT: Duration = Duration::from_mins(2);

/// “Interaction has already been acknowledged”: an earlier try got through.
/// <https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>
const ALREADY_ACKNOWLEDGED: i64 = 40_060;
/// “Unknown webhook”: Discord has not taken in the first word yet, or the interaction’s time is over.
const UNKNOWN_WEBHOOK: i64 = 10_015;
/// “Unknown interaction”: its time is over.
const UNKNOWN_INTERACTION: i64 = 10_062;
/// “Missing access”, “Cannot send messages to this user”, “Missing permissions”: we may not speak there.
const MAY_NOT_SPEAK: [i64; 3] = [50_001, 50_007, 50_013];

/// “Thread is archived”: its messages stay as they are.
const ARCHIVED: i64 = 50_083;
/// “Unknown channel”, “Unknown guild”, “Unknown member”, “Unknown message”.
const GONE: [i64; 4] = [10_003, 10_004, 10_007, 10_008];

/// What is said of an interaction that cannot be answered any more.
const OVER: &str = "the interaction’s time is over";

/// Why something was not sent.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotSent {
    /// The interaction’s time is over, or we may not speak there: nothing can be done here.
    #[error("{0}")]
    Pointless(&'static str),
    /// The channel, the thread or the message is not there any more.
    #[error("{0}")]
    Gone(String),
    /// The thread was put away.
    #[error("the thread is archived")]
    Archived,
    /// Discord does not take it, and would not the next time.
    #[error("{0}")]
    Refused(String),
    /// Discord or the network failed, again and again.
    #[error("{0}")]
    Failed(String),
}

impl NotSent {
    /// Which of these it is, for what is counted.
    fn reason(&self) -> &'static str {
        match self {
            Self::Pointless(_) => "pointless",
            Self::Gone(_) => "gone",
            Self::Archived => "archived",
            Self::Refused(_) => "refused",
            Self::Failed(_) => "failed",
        }
    }
}

/// What is sent: JSON, and files beside it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Body {
    pub(crate) json: Value,
    /// Name and content.
    pub(crate) files: Vec<(String, Vec<u8>)>,
}

/// An interaction, as far as answering it needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ticket<'a> {
    pub(super) id: u64,
    pub(super) application: u64,
    pub(super) token: &'a str,
}

/// Discord’s REST interface, as far as we speak to it ourselves.
pub(crate) struct Rest {
    peer: Peer,
    metrics: Metrics,
}

/// Who is spoken to.
enum Peer {
    /// Discord, or what is reached by another address.
    Discord {
        client: Client,
        /// The address, with the version.
        base: String,
        authorization: Secret,
    },
    /// Somebody within the program.
    StandIn(Arc<dyn StandIn>),
}

/// What stands in for Discord within the program.
pub(crate) trait StandIn: Send + Sync {
    /// Does what a request asks; gives what Discord would say back.
    ///
    /// # Errors
    /// The code of Discord’s for why it is refused.
    fn take(&self, method: &str, path: &str, body: &Body) -> Result<Value, i64>;

    /// The time by its clock, in seconds since 1970.
    fn time(&self) -> i64;
}

/// What Discord says where it refuses.
/// <https://discord.com/developers/docs/reference#error-messages>
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Refused {
    code: i64,
    message: String,
    /// Seconds.
    retry_after: Option<f64>,
}

/// What came of one try.
enum Tried {
    /// What Discord says back; nothing where it says nothing.
    Sent(Value),
    Pointless(&'static str),
    Gone(String),
    Archived,
    /// It may work later.
    Again(String),
    /// It may work when this time is over.
    Slower(Option<Duration>, String),
    /// It may work in a moment; if it does not, it is pointless.
    Soon,
    Final(String),
}

impl Rest {
    /// Speaks to Discord, or to another address that stands for it.
    ///
    /// # Errors
    /// Where no client can be made, as where the machine’s certificates cannot be read.
    pub(crate) fn new(api: Option<&str>, token: &Secret, metrics: Metrics) -> Result<Self, reqwest::Error> {
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
        let base = format!("{}/api/v10", api.unwrap_or(DISCORD).trim_end_matches('/'));
        let authorization = Secret::new(format!("Bot {}", token.reveal()));
        Ok(Self { peer: Peer::Discord { client, base, authorization }, metrics })
    }

    /// Speaks to what stands in for Discord.
    pub(crate) fn within(stand_in: Arc<dyn StandIn>) -> Self {
        Self { peer: Peer::StandIn(stand_in), metrics: Metrics::default() }
    }

    /// Sends a reply to an interaction.
    pub(super) async fn reply(&self, to: Ticket<'_>, reply: &Reply) -> Result<(), NotSent> {
        let Ticket { id, application, token } = to;
        let original = || format!("/webhooks/{application}/{token}/messages/@original");
        match reply {
            Reply::First(body) => {
                self.send(Method::POST, &format!("/interactions/{id}/{token}/callback"), body).await
            }
            Reply::Edit(body) => self.send(Method::PATCH, &original(), body).await,
            Reply::TakeBack => self.send(Method::DELETE, &original(), &Body::default()).await,
            Reply::Further(body) => {
                self.send(Method::POST, &format!("/webhooks/{application}/{token}"), body).await
            }
        }
    }

    /// The time by Discord’s clock, in seconds since 1970, as each answer of its says; nothing where it says none.
    pub(crate) async fn time(&self) -> Option<i64> {
        let (client, base) = match &self.peer {
            Peer::Discord { client, base, .. } => (client, base),
            Peer::StandIn(stand_in) => return Some(stand_in.time()),
        };
        let asked = client.get(format!("{base}/gateway")).header(USER_AGENT, AGENT).send();
        let answered = tokio::time::timeout(PATIENCE, asked).await.ok()?.ok()?;
        let date = answered.headers().get(DATE)?.to_str().ok()?;
        let time = jiff::fmt::rfc2822::parse(date).ok()?;
        Some(time.timestamp().as_second())
    }

    /// Our application: its id, and the key of the signatures on what Discord posts
    /// (<https://discord.com/developers/docs/resources/application#get-current-application>).
    pub(super) async fn application(&self) -> Result<(u64, Option<[u8; 32]>), NotSent> {
        #[derive(Deserialize)]
        struct Application {
            id: Id,
            #[serde(default)]
            verify_key: String,
        }
        let said = self.ask(Method::GET, "/applications/@me", &Body::default()).await?;
        let said: Application =
            serde_json::from_value(said).map_err(|e| NotSent::Failed(format!("it cannot be read: {e}")))?;
        let mut key = [0; 32];
        let key = hex::decode_to_slice(&said.verify_key, &mut key).ok().map(|()| key);
        Ok((said.id.0, key))
    }

    /// The id of our application.
    ///
    /// # Errors
    /// Why Discord does not say so.
    pub(crate) async fn application_id(&self) -> Result<u64, NotSent> {
        self.application().await.map(|(id, _)| id)
    }

    /// Puts these commands in the place of all that the application has
    /// (<https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands>).
    pub(super) async fn register(&self, application: u64, commands: Value) -> Result<(), NotSent> {
        let body = Body { json: commands, files: Vec::new() };
        self.send(Method::PUT, &format!("/applications/{application}/commands"), &body).await
    }

    /// Sends, again where that may help. That Discord already has it counts as sent.
    async fn send(&self, method: Method, path: &str, body: &Body) -> Result<(), NotSent> {
        self.ask(method, path, body).await.map(|_| ())
    }

    /// The same, for what Discord says back.
    pub(super) async fn ask(&self, method: Method, path: &str, body: &Body) -> Result<Value, NotSent> {
        let asked = self.ask_patiently(method, path, body).await;
        if let Err(why) = &asked {
            self.metrics.failed(why.reason());
        }
        asked
    }

    async fn ask_patiently(&self, method: Method, path: &str, body: &Body) -> Result<Value, NotSent> {
        let (mut waits, mut waits_when_limited) = (WAITS.iter(), WAITS_WHEN_LIMITED.iter());
        let mut waited = Duration::ZERO;
        loop {
            let (wait, why) = match self.attempt(&method, path, body).await {
                Tried::Sent(said) => return Ok(said),
                Tried::Gone(why) => return Err(NotSent::Gone(why)),
                Tried::Archived => return Err(NotSent::Archived),
                Tried::Pointless(why) => return Err(NotSent::Pointless(why)),
                Tried::Final(why) => return Err(NotSent::Refused(why)),
                Tried::Soon => match waits.next() {
                    Some(wait) => (Some(*wait), OVER.to_owned()),
                    None => return Err(NotSent::Pointless(OVER)),
                },
                Tried::Again(why) => (waits.next().copied(), why),
                Tried::Slower(asked, why) => (asked.or_else(|| waits_when_limited.next().copied()), why),
            };
            let Some(wait) = wait.filter(|wait| waited + *wait <= LONGEST_WAIT) else {
                return Err(NotSent::Failed(why));
            };
            tokio::time::sleep(wait).await;
            waited += wait;
        }
    }

    async fn attempt(&self, method: &Method, path: &str, body: &Body) -> Tried {
        let (client, base, authorization) = match &self.peer {
            Peer::Discord { client, base, authorization } => (client, base, authorization),
            Peer::StandIn(stand_in) => {
                let refused =
                    |code| judged(StatusCode::NOT_FOUND, None, Refused { code, ..Refused::default() });
                return stand_in.take(method.as_str(), path, body).map_or_else(refused, Tried::Sent);
            }
        };
        let request = client
            .request(method.clone(), format!("{base}{path}"))
            .header(AUTHORIZATION, authorization.reveal())
            .header(USER_AGENT, AGENT);
        let request = if !body.files.is_empty() {
            let mut form = Form::new().text("payload_json", body.json.to_string());
            for (n, (name, bytes)) in body.files.iter().enumerate() {
                form = form.part(format!("files[{n}]"), Part::bytes(bytes.clone()).file_name(name.clone()));
            }
            request.multipart(form)
        } else if body.json.is_null() {
            request
        } else {
            request.header(CONTENT_TYPE, "application/json").body(body.json.to_string())
        };
        let bytes: usize = body.files.iter().map(|(_, bytes)| bytes.len()).sum();
        let patience = if bytes > UPLOAD / 10 { PATIENCE_WITH_FILES } else { PATIENCE };
        let response = match tokio::time::timeout(patience, request.send()).await {
            Ok(Ok(response)) => response,
            // The address has the interaction’s token in it.
            Ok(Err(error)) => return Tried::Again(error.without_url().to_string()),
            Err(_) => return Tried::Again("no answer in time".to_owned()),
        };
        let status = response.status();
        if status.is_success() {
            let said = tokio::time::timeout(PATIENCE, response.bytes()).await;
            let said = said.ok().and_then(Result::ok).and_then(|body| serde_json::from_slice(&body).ok());
            return Tried::Sent(said.unwrap_or_default());
        }
        let header = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
        let refused = tokio::time::timeout(PATIENCE, response.bytes()).await;
        let refused = refused.ok().and_then(Result::ok).and_then(|body| serde_json::from_slice(&body).ok());
        judged(status, header, refused.unwrap_or_default())
    }
}

/// What a refusal means; `header` is what `Retry-After` says, in seconds.
fn judged(status: StatusCode, header: Option<f64>, refused: Refused) -> Tried {
    let Refused { code, message, retry_after } = refused;
    let why = format!("{status}: {message} ({code})");
    match code {
        ALREADY_ACKNOWLEDGED => Tried::Sent(Value::Null),
        code if GONE.contains(&code) => Tried::Gone(why),
        UNKNOWN_INTERACTION => Tried::Pointless(OVER),
        UNKNOWN_WEBHOOK => Tried::Soon,
        ARCHIVED => Tried::Archived,
        code if MAY_NOT_SPEAK.contains(&code) => Tried::Pointless("no permission to speak there"),
        _ if status == StatusCode::TOO_MANY_REQUESTS => {
            // The body says it more finely than the header.
            let seconds = retry_after.or(header).filter(|seconds| seconds.is_finite() && *seconds >= 0.0);
            Tried::Slower(seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()), why)
        }
        _ if status.is_server_error() => Tried::Again(why),
        _ => Tried::Final(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_discord_asks_to_wait_is_heeded() {
        let limited = |header, retry_after| {
            let refused = Refused { retry_after, ..Refused::default() };
            match judged(StatusCode::TOO_MANY_REQUESTS, header, refused) {
                Tried::Slower(wait, _) => wait,
                _ => None,
            }
        };
        assert_eq!(limited(Some(65.0), Some(64.57)), Some(Duration::from_secs_f64(64.57)));
        assert_eq!(limited(Some(3.0), None), Some(Duration::from_secs(3)));
        for nonsense in [f64::NAN, -1.0, f64::INFINITY] {
            assert_eq!(limited(None, Some(nonsense)), None);
        }
    }
}
