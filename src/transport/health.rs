//! Whether the bot is well, for whoever watches it: on an address of its own, which need not be one that others reach.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::listen::{Bound, Listening};
use super::pulse::Pulse;
use crate::error::Refusal;
use crate::store::Store;
use crate::telemetry::metrics::{Metrics, Moment};

/// How long ago the last heartbeat may have been answered: Discord asks for one in about 41 seconds
/// (<https://discord.com/developers/docs/events/gateway#sending-heartbeats>).
const HEARD_WITHIN: Duration = Duration::from_mins(1);
/// How long it is believed that the database could be written.
const BELIEVED_FOR: Duration = Duration::from_secs(10);
/// How long writing may take: somebody’s import may have to be waited for.
const WRITTEN_WITHIN: Duration = Duration::from_secs(2);

/// What is watched.
pub(super) struct Health {
    pub(super) store: Arc<Store>,
    pub(super) metrics: Metrics,
    pub(super) pulse: Arc<Pulse>,
    /// Whether there is a gateway to be heard of.
    pub(super) has_gateway: bool,
    /// The time, RFC 3339.
    pub(super) now: fn() -> String,
    /// When the database was last written to find out whether it can be.
    pub(super) written: Mutex<Option<Instant>>,
}

type Watched = State<Arc<Health>>;

/// Answers those who watch.
///
/// # Errors
/// A refusal where the address cannot be listened on.
pub(super) async fn open(
    address: SocketAddr,
    health: Health,
    closing: CancellationToken,
) -> Result<Listening, Refusal> {
    let router = Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(Arc::new(health));
    let bound = Bound::to("METRICS_ADDRESS", address).await?;
    tracing::info!(address = %bound.address, "health and metrics");
    Ok(bound.serve(router, closing))
}

/// Whether what is asked now would be answered: says what is amiss where not.
async fn ready(State(health): Watched) -> Response {
    let mut amiss = Vec::new();
    if health.has_gateway && health.pulse.age().is_none_or(|age| age > HEARD_WITHIN) {
        amiss.push("a shard has not been heard of for a minute");
    }
    if !health.can_write().await {
        amiss.push("the database cannot be written");
    }
    if amiss.is_empty() {
        return "ready\n".into_response();
    }
    (StatusCode::SERVICE_UNAVAILABLE, format!("not ready: {}\n", amiss.join("; "))).into_response()
}

impl Health {
    async fn can_write(&self) -> bool {
        let written = || self.written.lock().unwrap_or_else(PoisonError::into_inner);
        if written().is_some_and(|at| at.elapsed() < BELIEVED_FOR) {
            return true;
        }
        let now = (self.now)();
        let done = match tokio::time::timeout(WRITTEN_WITHIN, self.store.try_to_write(&now)).await {
            Ok(Err(fault)) => {
                tracing::error!(%fault, "the database cannot be written");
                false
            }
            // Where it takes long, somebody else writes: then it can be written.
            Ok(Ok(())) | Err(_) => true,
        };
        if done {
            *written() = Some(Instant::now());
        }
        done
    }
}

async fn metrics(State(health): Watched) -> Response {
    let moment = async {
        let (outbox, database) = (health.store.posts_waiting().await?, health.store.bytes().await?);
        Ok::<_, crate::error::Fault>(Moment { outbox, database, gateway: health.pulse.age() })
    };
    match moment.await.map(|moment| health.metrics.text(moment)) {
        Ok(Ok(text)) => {
            let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            ([(header::CONTENT_TYPE, kind)], text).into_response()
        }
        _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
