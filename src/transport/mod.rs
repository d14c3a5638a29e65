//! Transports: what brings interactions and messages to the bot, and takes its replies away. The bot knows none of them.

mod events;
mod gateway;
mod health;
mod http;
mod listen;
mod patience;
pub mod preview;
mod pulse;

use std::pin::pin;
use std::sync::{Arc, Mutex};

use tokio_util::sync::CancellationToken;

use self::health::Health;
use self::pulse::Pulse;
use crate::config::DiscordSettings;
use crate::discord::{Edge, Rest, Work};
use crate::error::{Error, Fault};
use crate::store::Store;
use crate::telemetry::metrics::Metrics;

/// Serves the bot on Discord until `stop` comes; then finishes what is on its way.
///
/// # Errors
/// A refusal where Discord does not take the token or an address cannot be listened on; a fault where the database
/// fails.
pub async fn serve(
    store: Arc<Store>,
    settings: DiscordSettings,
    edge: Edge,
    stop: impl Future<Output = ()>,
) -> Result<(), Error> {
    let metrics = Metrics::default();
    let rest = Rest::new(settings.api.as_deref(), &settings.token, metrics.clone())
        .map_err(|e| Fault::new("preparing requests to Discord", e))?;
    let work = Work::begin(store.clone(), rest, &settings.bot, metrics.clone(), edge).await?;
    let (bot, pulse, closing) = (work.bot(), Arc::new(Pulse::default()), CancellationToken::new());
    let mut stop = pin!(stop);
    let ended = async {
        let health = match settings.metrics {
            Some(address) => {
                let (pulse, has_gateway, now) = (pulse.clone(), settings.gateway, edge.now);
                let health = Health { store, metrics, pulse, has_gateway, now, written: Mutex::default() };
                Some(health::open(address, health, closing.clone()).await?)
            }
            None => None,
        };
        let endpoint = match settings.http {
            Some(address) => {
                // Discord may have to be asked first, who may not answer for long.
                tokio::select! {
                    opened = http::open(address, &settings, bot.clone(), edge.now, closing.clone()) => Some(opened?),
                    () = &mut stop => return Ok(()),
                }
            }
            None => None,
        };
        if settings.gateway {
            gateway::keep_connected(&settings, &bot, &pulse, stop.as_mut()).await?;
        } else {
            stop.await;
        }
        closing.cancel();
        for listening in endpoint.into_iter().chain(health) {
            listening.closed().await;
        }
        Ok(())
    }
    .await;
    closing.cancel();
    work.end().await;
    ended
}
