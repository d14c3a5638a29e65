//! Discord by HTTP: an endpoint to which Discord posts interactions, each signed, and whose answer is the first word
//! (<https://discord.com/developers/docs/interactions/overview#preparing-for-interactions>). Messages do not come here,
//! so that mentions need the gateway.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use ed25519_dalek::{Signature, VerifyingKey};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::listen::{Bound, Listening};
use crate::config::DiscordSettings;
use crate::discord::{Bot, FirstWord, NotSent};
use crate::error::{BadSetup, Error, SettingProblem};

/// The most bytes of an interaction: a full form has some 80,000, a message that a command is about some 20,000.
const LARGEST: usize = 1 << 20;
/// How long an interaction may take to arrive.
const ARRIVES_WITHIN: Duration = Duration::from_secs(5);
/// How long Discord waits for the first word is three seconds; what comes later goes its own way.
const FIRST_WORD_WITHIN: Duration = Duration::from_millis(2_800);
/// How old what is signed may be, in seconds: as old as an interaction gets.
const GOOD_FOR: u64 = 15 * 60;
/// How long to wait before Discord is asked again who we are.
const AGAIN_AFTER: Duration = Duration::from_secs(5);

/// The sort of interaction by which Discord asks whether somebody is there, and of the answer
/// (<https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type>).
const PING: u64 = 1;
const PONG: u64 = 1;

/// What answers.
struct Endpoint {
    key: VerifyingKey,
    bot: Arc<Bot>,
    /// The time, RFC 3339.
    now: fn() -> String,
}

/// Opens the endpoint. Whose signature is taken is a setting, or asked of Discord.
///
/// # Errors
/// A refusal where the address cannot be listened on, or Discord takes the token for none.
pub(super) async fn open(
    address: SocketAddr,
    settings: &DiscordSettings,
    bot: Arc<Bot>,
    now: fn() -> String,
    closing: CancellationToken,
) -> Result<Listening, Error> {
    let key = match settings.public_key {
        Some(key) => {
            // Without the gateway nobody else says who we are; answering need not wait for it.
            if !settings.gateway {
                tokio::spawn({
                    let (bot, closing) = (bot.clone(), closing.clone());
                    async move {
                        if let Some(Err(why)) = closing.run_until_cancelled(ourselves(&bot)).await {
                            tracing::error!(%why, "nothing can be said but first words");
                        }
                    }
                });
            }
            key
        }
        None => ourselves(&bot).await?,
    };
    let key = VerifyingKey::from_bytes(&key).map_err(|_| no_key())?;
    let endpoint = Arc::new(Endpoint { key, bot, now });
    let router = Router::new().route("/", post(take)).route("/interactions", post(take)).with_state(endpoint);
    let bound = Bound::to("HTTP_ADDRESS", address).await?;
    tracing::info!(address = %bound.address, "listening for interactions");
    Ok(bound.serve(router, closing))
}

fn no_key() -> Error {
    BadSetup::Setting { name: "DISCORD_PUBLIC_KEY", problem: SettingProblem::NotAPublicKey }.into()
}

/// Asks Discord who we are, until it says so, and registers the commands; gives the key of its signatures.
async fn ourselves(bot: &Bot) -> Result<[u8; 32], Error> {
    loop {
        match bot.introduce().await {
            Ok(key) => return key.ok_or_else(no_key),
            Err(NotSent::Refused(_)) => {
                let problem = SettingProblem::TokenRefused;
                return Err(BadSetup::Setting { name: "DISCORD_TOKEN", problem }.into());
            }
            Err(why) => tracing::error!(%why, "Discord does not say who we are"),
        }
        tokio::time::sleep(AGAIN_AFTER).await;
    }
}

/// Takes an interaction: nothing of it is read before its signature is checked.
async fn take(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let Ok(body) = tokio::time::timeout(ARRIVES_WITHIN, to_bytes(body, LARGEST)).await else {
        return refused(StatusCode::REQUEST_TIMEOUT, "The request took too long to arrive.");
    };
    let Ok(body) = body else {
        return refused(StatusCode::PAYLOAD_TOO_LARGE, "The request is larger than an interaction can be.");
    };
    if !endpoint.is_signed(&head.headers, &body) {
        return refused(StatusCode::UNAUTHORIZED, "The signature is not Discord’s.");
    }
    let Ok(json) = serde_json::from_slice::<Value>(&body) else {
        return refused(StatusCode::BAD_REQUEST, "This is not an interaction.");
    };
    if json["type"].as_u64() == Some(PING) {
        return said(&json!({"type": PONG}));
    }
    let (first, heard) = FirstWord::new();
    let bot = endpoint.bot.clone();
    // Apart from this connection: what was begun is done, though Discord hang up.
    tokio::spawn(async move { bot.on_interaction(json, Some(first)).await });
    match tokio::time::timeout(FIRST_WORD_WITHIN, heard).await {
        Ok(Ok(word)) => said(&word),
        // It has files, or is late: it goes by Discord’s interface.
        Ok(Err(_)) | Err(_) => StatusCode::ACCEPTED.into_response(),
    }
}

impl Endpoint {
    /// Whether a request is Discord’s, and was signed lately.
    fn is_signed(&self, headers: &HeaderMap, body: &[u8]) -> bool {
        let header = |name: &str| headers.get(name).map(header::HeaderValue::as_bytes);
        let (Some(signature), Some(timestamp)) =
            (header("x-signature-ed25519"), header("x-signature-timestamp"))
        else {
            return false;
        };
        let mut bytes = [0; 64];
        if hex::decode_to_slice(signature, &mut bytes).is_err() {
            return false;
        }
        let signed = [timestamp, body].concat();
        if self.key.verify_strict(&signed, &Signature::from_bytes(&bytes)).is_err() {
            return false;
        }
        let at = std::str::from_utf8(timestamp).ok().and_then(|text| text.parse::<i64>().ok());
        let now = (self.now)().parse::<jiff::Timestamp>().map(jiff::Timestamp::as_second);
        let is_fresh = now.is_ok_and(|now| at.is_some_and(|at| now.abs_diff(at) <= GOOD_FOR));
        if !is_fresh {
            tracing::warn!("an interaction was signed long ago, or the clock of this machine is wrong");
        }
        is_fresh
    }
}

fn said(json: &Value) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], Body::from(json.to_string())).into_response()
}

fn refused(status: StatusCode, why: &'static str) -> Response {
    (status, why).into_response()
}
