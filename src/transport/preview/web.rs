//! The preview’s addresses: the page, what it asks, what it is told. Nobody but a page of this machine that knows the
//! address is answered: the host is checked, the origin where there is one, and the token in the address.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures_util::{StreamExt as _, stream};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::broadcast::error::RecvError;
use tokio_util::sync::CancellationToken;

use super::page::{ASSETS, INDEX};
use super::stage::Stage;
use crate::discord::{Bot, definitions};

/// The most bytes that the page may send at once: an attachment may have ten million, and a little more, so that it is
/// the bot who says that it is too large.
const LARGEST: usize = 12 << 20;

/// What the page may load and do: what comes from here, and nothing else. Pictures of people are drawn in the page. The two
/// hashes are of the empty styles with which its components begin.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-hashes' \
     'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-YyzoJpP5ML1Dl1K7WQbfMCvG6Df0Mckd/cH2Bl2ywZQ='; \
     img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// What answers the page.
pub(super) struct Web {
    pub(super) bot: Arc<Bot>,
    pub(super) stage: Arc<Stage>,
    /// The host and port under which it is reached.
    pub(super) host: String,
    /// What stands in the address.
    pub(super) token: String,
    pub(super) closing: CancellationToken,
}

type Shared = State<Arc<Web>>;

pub(super) fn router(web: Web) -> Router {
    let web = Arc::new(web);
    // Addresses in the page are relative to its own, which ends with a slash.
    let at = |path: &str| format!("/{}/{path}", web.token);
    let index = || async { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], INDEX) };
    let mut router = Router::new()
        .route(&at(""), get(index))
        .route(&at("state"), get(state))
        .route(&at("events"), get(events))
        .route(&at("interactions"), post(interact))
        .route(&at("messages"), post(write))
        .route(&at("files"), post(upload))
        .route(&at("files/{id}/{name}"), get(download));
    for asset in &ASSETS {
        let give = || async { ([(header::CONTENT_TYPE, asset.kind)], asset.text) };
        router = router.route(&at(asset.path), get(give));
    }
    router.layer(from_fn_with_state(web.clone(), guard)).with_state(web)
}

/// Answers whoever may ask, and says to the browser what the page may do.
async fn guard(State(web): Shared, request: Request, next: Next) -> Response {
    if !web.is_ours(request.headers()) {
        return (StatusCode::FORBIDDEN, "This page is for this machine alone.").into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

impl Web {
    /// Whether a request is for this host by its own name, and from a page of ours or from no page. Another page that is
    /// open in the browser cannot ask, whatever name it gives this machine.
    fn is_ours(&self, headers: &HeaderMap) -> bool {
        let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
        let port = self.host.rsplit(':').next().unwrap_or_default();
        let hosts = [self.host.clone(), format!("localhost:{port}")];
        let host = text(header::HOST).filter(|host| hosts.iter().any(|known| known == host));
        let from_here =
            |origin: &str| hosts.iter().any(|known| origin.strip_prefix("http://") == Some(known));
        host.is_some()
            && (!headers.contains_key(header::ORIGIN) || text(header::ORIGIN).is_some_and(from_here))
    }
}

/// Everything that there is when the page opens.
async fn state(State(web): Shared) -> Json<Value> {
    let mut all = web.stage.everything();
    all["commands"] = json!(definitions());
    Json(all)
}

/// What happens from now on, as server-sent events
/// (<https://html.spec.whatwg.org/multipage/server-sent-events.html>).
async fn events(State(web): Shared) -> Response {
    let told = stream::unfold(web.stage.listen(), |mut told| async move {
        let event = match told.recv().await {
            Ok(event) => event,
            // A page that was too slow for some loads everything anew.
            Err(RecvError::Lagged(_)) => json!({"event": "missed"}).to_string(),
            Err(RecvError::Closed) => return None,
        };
        Some((format!("data: {event}\n\n"), told))
    });
    let first = stream::once(async { ": listening\n\n".to_owned() });
    let told = first.chain(told).take_until(web.closing.clone().cancelled_owned());
    ([(header::CONTENT_TYPE, "text/event-stream")], Body::from_stream(told.map(Ok::<_, Infallible>)))
        .into_response()
}

/// Somebody uses a command, a control or a form. Choices and forms are the answer; messages are told of.
async fn interact(State(web): Shared, Json(said): Json<Value>) -> Response {
    let Some(interaction) = web.stage.interaction(&said) else {
        return (StatusCode::BAD_REQUEST, "Nobody there can do that.").into_response();
    };
    let token = interaction["token"].as_str().unwrap_or_default().to_owned();
    let (bot, stage) = (web.bot.clone(), web.stage.clone());
    // Apart from this connection: what was begun is done, though the page is closed.
    let done = tokio::spawn(async move { bot.on_interaction(interaction, None).await }).await;
    let first = stage.first_word(&token).filter(|first| matches!(first["type"].as_u64(), Some(8 | 9)));
    if done.is_err() {
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    } else {
        Json(first).into_response()
    }
}

/// Somebody writes a message.
async fn write(State(web): Shared, Json(said): Json<Value>) -> StatusCode {
    let Some(message) = web.stage.write(&said) else { return StatusCode::BAD_REQUEST };
    let bot = web.bot.clone();
    tokio::spawn(async move { bot.on_message(message).await });
    StatusCode::ACCEPTED
}

#[derive(Deserialize)]
struct Upload {
    name: String,
}

/// Somebody attaches a file; the answer describes it.
async fn upload(State(web): Shared, Query(Upload { name }): Query<Upload>, request: Request) -> Response {
    match to_bytes(request.into_body(), LARGEST).await {
        Ok(bytes) => Json(web.stage.keep_file(&name, bytes.into())).into_response(),
        Err(_) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
    }
}

/// A file that somebody attached, or that the bot sent. It is for saving: nothing in it is shown here.
async fn download(State(web): Shared, Path((id, _)): Path<(u64, String)>) -> Response {
    let Some((_, bytes)) = web.stage.file(id) else { return StatusCode::NOT_FOUND.into_response() };
    let as_file =
        [(header::CONTENT_TYPE, "application/octet-stream"), (header::CONTENT_DISPOSITION, "attachment")];
    (as_file, bytes).into_response()
}
