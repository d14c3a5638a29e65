//! The gateway: the connection on which Discord says what happens, by serenity, in as many shards as Discord wants. It is
//! made anew whenever it is lost.

use std::collections::{HashMap, HashSet};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use serenity::all::{
    ConnectionStage, GatewayError, GatewayIntents, Http, HttpBuilder, HttpError, ShardId, ShardManager,
    ShardRunnerMessage,
};

use super::events::Events;
use super::patience;
use super::pulse::Pulse;
use crate::config::{DiscordSettings, Shards};
use crate::discord::Bot;
use crate::error::{BadSetup, Error, Fault, SettingProblem};

/// What we ask the gateway for: messages, of which those that mention us come with their text.
/// None of these is privileged.
const INTENTS: GatewayIntents =
    GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES).union(GatewayIntents::DIRECT_MESSAGES);

/// How long asking Discord where to connect may take, with every try.
const CONNECT_WITHIN: Duration = Duration::from_mins(1);
/// How long closing the connections may take.
const FAREWELL: Duration = Duration::from_secs(3);

/// How often the connections are looked at.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// How many looks in a row may find no sign of life before they are made anew: two heartbeats and more
/// (<https://discord.com/developers/docs/events/gateway#sending-heartbeats>: one in 41 seconds).
const QUIET_FOR: u32 = 9;
/// How long to wait before connecting anew.
const ANEW_AFTER: Duration = Duration::from_secs(5);

/// How long it is waited at most, where it fails again and again.
const ANEW_AFTER_AT_MOST: Duration = Duration::from_mins(2);
/// How many sessions in a row may be refused to a shard before it is waited.
const MOST_REFUSED: u32 = 3;

/// How long a connection has to hold for the failures before it to be forgotten.
const HELD_FOR: Duration = Duration::from_mins(1);

/// Connects and brings what happens to the bot until `stop` comes. `pulse` hears of each sign of life.
///
/// # Errors
/// A refusal where Discord does not take the token; a fault where it cannot be reached.
pub(super) async fn keep_connected(
    settings: &DiscordSettings,
    bot: &Arc<Bot>,
    pulse: &Arc<Pulse>,
    mut stop: Pin<&mut impl Future<Output = ()>>,
) -> Result<(), Error> {
    let mut failures = 0_u32;
    loop {
        let begun = tokio::time::Instant::now();
        let mut wait = ANEW_AFTER;
        match connection(settings, bot.clone(), pulse, stop.as_mut()).await {
            Ok(GatewayEnd::Stopped) => return Ok(()),
            Ok(GatewayEnd::Lost) => tracing::warn!("no sign of life from Discord; connecting anew"),
            Ok(GatewayEnd::Restless) => {
                tracing::warn!("Discord ends each session at once; waiting longer and longer");
                failures += 2;
            }
            Ok(GatewayEnd::Limited(until)) => {
                tracing::warn!(
                    seconds = until.as_secs(),
                    "Discord allows no more connections today; waiting"
                );
                wait = until;
            }
            // What fails on the way to Discord passes: whoever runs the bot need not be there.
            Err(Error::Fault(fault)) => tracing::error!(%fault, "not connected"),
            Err(error) => return Err(error),
        }
        // Who comes back at once to what does not work makes it worse.
        failures = if begun.elapsed() > HELD_FOR { 0 } else { failures + 1 };
        let doubled = ANEW_AFTER.saturating_mul(2_u32.saturating_pow(failures.saturating_sub(1)));
        let wait = wait.max(doubled.min(ANEW_AFTER_AT_MOST));
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = &mut stop => return Ok(()),
        }
    }
}

/// How a connection ended that could be made.
enum GatewayEnd {
    /// We were told to stop.
    Stopped,
    /// It is not heard of any more.
    Lost,
    /// Session after session is refused; the library would go on asking for more.
    Restless,
    /// Discord allows no more connections for a time.
    Limited(Duration),
}

/// Connects and stays so until it is told to stop, or the connection is lost for good.
async fn connection(
    settings: &DiscordSettings,
    bot: Arc<Bot>,
    pulse: &Arc<Pulse>,
    mut stop: Pin<&mut impl Future<Output = ()>>,
) -> Result<GatewayEnd, Error> {
    let events = Events { bot, pulse: pulse.clone() };
    let made = tokio::select! {
        made = tokio::time::timeout(CONNECT_WITHIN, client(settings, events)) => made,
        () = &mut stop => return Ok(GatewayEnd::Stopped),
    };
    let late = |_| Fault::new("connecting to Discord", "there was no answer in time");
    let (mut client, Shards { range, total }) = match made.map_err(late)?? {
        Connecting::Ready(client, shards) => (*client, shards),
        Connecting::Limited(until) => return Ok(GatewayEnd::Limited(until)),
    };
    let shards = client.shard_manager.clone();
    pulse.begin(range.clone());
    let ended = tokio::select! {
        // Not the library’s own count of shards: asking for it again may fail. It counts the end of the range in.
        ended = client.start_shard_range(*range.start()..*range.end(), total) => ended.map(|()| GatewayEnd::Stopped).map_err(cannot_connect),
        () = until_lost(&shards, range.clone().count(), pulse) => Ok(GatewayEnd::Lost),
        () = until_restless(pulse) => Ok(GatewayEnd::Restless),
        () = &mut stop => Ok(GatewayEnd::Stopped),
    };
    tracing::info!("disconnecting");
    pulse.end();
    // Told one by one: what begins shards, by which the library tells them, may be what is stuck.
    for (id, runner) in shards.runners.lock().await.iter() {
        runner.runner_tx.send_to_shard(ShardRunnerMessage::Shutdown(*id, 1_000));
    }
    // The library waits for a farewell that may never come.
    if tokio::time::timeout(FAREWELL, shards.shutdown_all()).await.is_err() {
        tracing::warn!("the connection did not close in time");
    }
    ended
}

/// Whether a connection can be made.
enum Connecting {
    /// A client that is ready to connect, and its shards.
    Ready(Box<serenity::Client>, Shards),
    /// Discord allows no more connections for a time
    /// (<https://discord.com/developers/docs/events/gateway#session-start-limit-object>).
    Limited(Duration),
}

async fn client(settings: &DiscordSettings, events: Events) -> Result<Connecting, Error> {
    let http = http(settings);
    let gateway = patience::with_patience(|| http.get_bot_gateway()).await.map_err(cannot_connect)?;
    let limit = &gateway.session_start_limit;
    if limit.remaining == 0 && limit.total > 0 {
        return Ok(Connecting::Limited(Duration::from_millis(limit.reset_after)));
    }
    let client = serenity::client::ClientBuilder::new_with_http(http, INTENTS)
        .event_handler(events)
        .await
        .map_err(cannot_connect)?;
    // The library asks for the gateway’s address too, and takes a default where that fails; behind
    // another API address the default would be wrong.
    *client.ws_url.lock().await = gateway.url;
    let total = gateway.shards.max(1);
    let shards = settings.shards.clone().unwrap_or(Shards { range: 0..=total - 1, total });
    Ok(Connecting::Ready(Box::new(client), shards))
}

fn http(settings: &DiscordSettings) -> Http {
    let builder = HttpBuilder::new(settings.token.reveal());
    match &settings.api {
        // The library’s own rate limiter talks to Discord whatever the address: behind another one
        // it has to be off, and the other side (a proxy) limits instead.
        Some(api) => builder.proxy(api).ratelimiter_disabled(true).build(),
        None => builder.build(),
    }
}

fn cannot_connect(error: serenity::Error) -> Error {
    let bad_token =
        || BadSetup::Setting { name: "DISCORD_TOKEN", problem: SettingProblem::TokenRefused }.into();
    match error {
        serenity::Error::Gateway(GatewayError::InvalidAuthentication) => bad_token(),
        serenity::Error::Http(HttpError::UnsuccessfulRequest(response))
            if response.status_code.as_u16() == 401 =>
        {
            bad_token()
        }
        other => Fault::new("connecting to Discord", patience::describe(&other)).into(),
    }
}

/// Waits until the connection gives no sign of life any more. The library reconnects by itself, but can get stuck: in a
/// handshake that is never answered, or between a broken connection and a gateway that refuses the next one.
/// A sign of life is another time that a heartbeat took to be answered. One shard of several that is quiet is made anew
/// alone, but only once: where that does not help, Discord is asked first how many sessions there are still to have. One
/// that cannot be begun at all costs the whole connection.
async fn until_lost(shards: &ShardManager, expected: usize, pulse: &Pulse) {
    let mut quiet: HashMap<ShardId, (Option<Duration>, u32)> = HashMap::new();
    let (mut running, mut no_more_for) = (0, 0);
    let mut restarted: HashSet<ShardId> = HashSet::new();
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let runners = shards.runners.lock().await;
        // They are begun one after the other, some seconds apart.
        let are_coming = runners.len() > running || runners.len() >= expected;
        no_more_for = if are_coming { 0 } else { no_more_for + 1 };
        if no_more_for == 1 {
            tracing::warn!(
                running = runners.len(),
                expected,
                "not every shard reaches the gateway; trying again"
            );
        }
        running = runners.len();
        for (id, runner) in runners.iter() {
            let (last, looks) = quiet.entry(*id).or_default();
            let is_alive = runner.stage == ConnectionStage::Connected && runner.latency != *last;
            *looks = if is_alive { 0 } else { *looks + 1 };
            if is_alive {
                restarted.remove(id);
                pulse.heard(id.0);
            }
            *last = runner.latency;
        }
        quiet.retain(|id, _| runners.contains_key(id));
        drop(runners);
        let lost: Vec<ShardId> =
            quiet.iter().filter(|(_, (_, looks))| *looks >= QUIET_FOR).map(|(id, _)| *id).collect();
        let are_all_lost = running > 0 && lost.len() == running;
        if no_more_for >= QUIET_FOR || are_all_lost || lost.iter().any(|id| restarted.contains(id)) {
            return;
        }
        for id in lost {
            tracing::warn!(shard = id.0, "no sign of life from a shard; connecting it anew");
            quiet.remove(&id);
            restarted.insert(id);
            // The library may take the word of an earlier restart for the end of this one: it is told to end itself, too.
            if let Some(runner) = shards.runners.lock().await.get(&id) {
                runner.runner_tx.send_to_shard(ShardRunnerMessage::Shutdown(id, 4_000));
            }
            shards.restart(id).await;
        }
    }
}

/// Waits until too many sessions were asked for and refused: Discord allows a thousand a day
/// (<https://discord.com/developers/docs/events/gateway#identifying>).
async fn until_restless(pulse: &Pulse) {
    while pulse.asked_in_vain() <= MOST_REFUSED {
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
