//! The preview: a page on this machine in which the bot can be tried as on Discord. The page sends the interactions that
//! Discord would send, and draws what the bot would send there.

mod page;
mod people;
mod stage;
mod web;

use std::net::{Ipv4Addr, SocketAddr};
use std::pin::pin;
use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use self::people::{BOT, PEOPLE};
use self::stage::Stage;
use super::listen::Bound;
use crate::access::Act;
use crate::config::BotSettings;
use crate::discord::{Edge, Rest, Work};
use crate::error::{Error, Fault};
use crate::store::grants::Holder;
use crate::store::{Asker, Store};
use crate::telemetry::metrics::Metrics;

/// Serves the page until `stop` comes, on a port of this machine alone; 0 is any that is free. `opened` is told its
/// address, which whoever has it can use.
///
/// # Errors
/// A refusal where the port cannot be listened on; a fault where the database fails.
pub async fn serve(
    store: Arc<Store>,
    port: u16,
    edge: Edge,
    opened: impl FnOnce(&str),
    stop: impl Future<Output = ()>,
) -> Result<(), Error> {
    grant_levels(&store, edge).await?;
    let bound = Bound::to("--port", SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
    let host = bound.address.to_string();
    let token = hex::encode((edge.chance)()?.get(..16).unwrap_or_default());
    let address = format!("http://{host}/{token}/");
    let stage = Arc::new(Stage::new(edge.now, format!("{address}files/")));
    // Whoever is here alone may ask as fast as they like.
    let settings =
        BotSettings { attachment_host: Some(host.clone()), limits: false, ..BotSettings::default() };
    let work = Work::begin(store, Rest::within(stage.clone()), &settings, Metrics::default(), edge).await?;
    let bot = work.bot();
    bot.is_user(BOT);
    let closing = CancellationToken::new();
    let router = web::router(web::Web { bot, stage, host, token, closing: closing.clone() });
    let listening = bound.serve(router, closing.clone());
    opened(&address);
    pin!(stop).await;
    closing.cancel();
    listening.closed().await;
    work.end().await;
    Ok(())
}

/// Gives the people who can be played the levels that they are said to have.
async fn grant_levels(store: &Store, Edge { now, .. }: Edge) -> Result<(), Error> {
    for person in PEOPLE {
        let (Some(level), Some(server)) = (person.level, person.server) else { continue };
        let curator = Asker { guild: Some(server), manages: true, ..Asker::default() };
        let curator = store.curator(&curator, Act::GrantAccess, &now()).await?;
        let holder = Holder::Member(person.id);
        if !store.grants(&curator).await?.contains(&(holder, level)) {
            let granted = store.grant(&curator, holder, level, &now()).await;
            granted.map_err(|why| Fault::new("granting levels", format!("{why:?}")))?;
        }
    }
    Ok(())
}
