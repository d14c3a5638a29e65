//! Discord: the only room that knows serenity. It connects, decodes what comes, asks through the
//! one door, and encodes the answers.

mod attachment;
mod bot;
mod browse;
mod channels;
mod clicks;
mod commands;
mod completion;
mod components;
pub mod control;
mod deliver;
mod discuss;
mod discussing;
mod edit;
pub mod escape;
mod forms;
mod from_discord;
mod gateway;
mod incoming;
pub mod limits;
mod mentions;
mod message;
mod notices;
mod outbox;
mod panics;
mod parcel;
mod posts;
mod queue;
mod recent;
mod rest;
mod rows;
mod send;
pub mod sheets;
mod to_discord;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serenity::all::{
    ConnectionStage, GatewayError, GatewayIntents, Http, HttpBuilder, HttpError, ShardId, ShardManager,
};

use self::bot::Bot;
pub use self::commands::definitions;
use self::control::Signer;
use crate::config::DiscordSettings;
use crate::error::{BadSetup, Error, Fault, SettingProblem};
use crate::knowledge::period::days_before;
use crate::store::Store;
use crate::store::departures::Cutoffs;
use crate::store::settings::Setting;

/// What we ask the gateway for: messages, of which those that mention us come with their text.
/// None of these is privileged.
const INTENTS: GatewayIntents =
    GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES).union(GatewayIntents::DIRECT_MESSAGES);

/// How long answers on their way may still take after the signal to stop.
const LAST_WORDS: Duration = Duration::from_secs(10);

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
/// How many sessions in a row may be refused before it is waited.
const MOST_REFUSED: u32 = 3;

/// How long a connection has to hold for the failures before it to be forgotten.
const HELD_FOR: Duration = Duration::from_mins(1);

/// How often it is looked whether knowledge was changed at the machine.
const KEEP_UP_EVERY: Duration = Duration::from_secs(2);

/// How often what is past its time is taken out.
const TIDY_EVERY: Duration = Duration::from_hours(24);
/// How long after the start for the first time.
const FIRST_TIDY: Duration = Duration::from_mins(5);
/// How long forms are kept that nobody finished, in days.
const FORMS_FOR: i64 = 7;
/// How long imports are kept that nobody applied, in days.
const IMPORTS_FOR: i64 = 1;
/// How long what an erased person did can be told apart from what others did, in days.
const PSEUDONYMS_FOR: i64 = 90;
/// How long what somebody asked last is kept, in days; it is taken up for an hour.
const CONVERSATIONS_FOR: i64 = 1;
/// How long it is kept how questions were worded that found nothing, in days.
const WORDINGS_FOR: i64 = 90;
/// How long it is counted that a question found nothing which nobody asks any more, in days.
const GAPS_FOR: i64 = 365;
/// How long it is remembered which interactions did something, in days: far longer than Discord delivers one again.
const INTERACTIONS_FOR: i64 = 1;
/// How long the knowledge of a server is kept that the bot was removed from, in days.
pub const KEPT_AFTER_LEAVING: i64 = 30;

/// Connects and answers until `stop` comes; then finishes what is on its way. `chance` gives
/// random bytes for the key of the controls, the first time; `now` the time, RFC 3339.
///
/// # Errors
/// A refusal where Discord does not take the token; a fault where it cannot be reached.
pub async fn serve(
    store: Arc<Store>,
    settings: DiscordSettings,
    chance: fn() -> Result<[u8; 32], Fault>,
    now: fn() -> String,
    stop: impl Future<Output = ()>,
) -> Result<(), Error> {
    let signer = Signer::new(control_key(&store, chance).await?);
    let mut stop = std::pin::pin!(stop);
    let under_way = tokio_util::task::TaskTracker::new();
    let bot = Arc::new(Bot {
        store: store.clone(),
        rest: rest::Rest::new(settings.api.as_deref(), &settings.token)
            .map_err(|e| Fault::new("preparing requests to Discord", e))?,
        signer,
        defer_after: settings.defer_after,
        recent: recent::Recent::default(),
        seen: recent::SeenInteractions::default(),
        under_way: under_way.clone(),
        files: queue::FileQueue::default(),
        us: std::sync::OnceLock::new(),
        people: from_discord::People {
            owners: settings.owners.clone(),
            proposer_days: settings.proposer_days,
            now,
        },
        attachment_host: settings.attachment_host.clone(),
        now,
        places: recent::Places::default(),
        wake: Arc::default(),
        sessions: Arc::default(),
    });
    let ours = chance()?;
    let holder = ours.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let stop_saying = tokio_util::sync::CancellationToken::new();
    let saying = tokio::spawn(outbox::work(bot.clone(), holder, stop_saying.clone()));
    let tidying = tokio::spawn(tidy_up(store.clone(), now));
    let looking = tokio::spawn(keep_up(store));
    let mut failures = 0_u32;
    let ended = loop {
        let begun = tokio::time::Instant::now();
        let mut wait = ANEW_AFTER;
        match connection(&settings, bot.clone(), stop.as_mut()).await {
            Ok(GatewayEnd::Stopped) => break Ok(()),
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
            Err(error) => break Err(error),
        }
        // Who comes back at once to what does not work makes it worse.
        failures = if begun.elapsed() > HELD_FOR { 0 } else { failures + 1 };
        let doubled = ANEW_AFTER.saturating_mul(2_u32.saturating_pow(failures.saturating_sub(1)));
        let wait = wait.max(doubled.min(ANEW_AFTER_AT_MOST));
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = &mut stop => break Ok(()),
        }
    };
    tidying.abort();
    looking.abort();
    stop_saying.cancel();
    // It ends at once, or after the look that it is taking.
    let _ = tokio::time::timeout(LAST_WORDS, saying).await;
    under_way.close();
    if tokio::time::timeout(LAST_WORDS, under_way.wait()).await.is_err() {
        tracing::warn!(under_way = under_way.len(), "stopped before all was answered");
    }
    ended
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
    mut stop: std::pin::Pin<&mut impl Future<Output = ()>>,
) -> Result<GatewayEnd, Error> {
    let (under_way, sessions) = (bot.under_way.clone(), bot.sessions.clone());
    sessions.store(0, Ordering::Relaxed);
    let made = tokio::select! {
        made = tokio::time::timeout(CONNECT_WITHIN, client(settings, bot)) => made,
        () = &mut stop => return Ok(GatewayEnd::Stopped),
    };
    let late = |_| Fault::new("connecting to Discord", "there was no answer in time");
    let (mut client, total) = match made.map_err(late)?? {
        Connecting::Ready(client, total) => (*client, total),
        Connecting::Limited(until) => return Ok(GatewayEnd::Limited(until)),
    };
    let shards = client.shard_manager.clone();
    let ended = tokio::select! {
        // Not the library’s own count of shards: asking for it again may fail.
        ended = client.start_shards(total) => ended.map(|()| GatewayEnd::Stopped).map_err(cannot_connect),
        () = until_lost(&shards) => Ok(GatewayEnd::Lost),
        () = until_restless(&sessions) => Ok(GatewayEnd::Restless),
        () = &mut stop => Ok(GatewayEnd::Stopped),
    };
    tracing::info!(under_way = under_way.len(), "disconnecting");
    // The library waits for a farewell that may never come.
    if tokio::time::timeout(FAREWELL, shards.shutdown_all()).await.is_err() {
        tracing::warn!("the connection did not close in time");
    }
    ended
}

/// Whether a connection can be made.
enum Connecting {
    /// A client that is ready to connect, and how many shards Discord wants it to have.
    Ready(Box<serenity::Client>, u32),
    /// Discord allows no more connections for a time
    /// (<https://discord.com/developers/docs/events/gateway#session-start-limit-object>).
    Limited(Duration),
}

async fn client(settings: &DiscordSettings, bot: Arc<Bot>) -> Result<Connecting, Error> {
    let http = http(settings);
    let gateway = send::with_patience(|| http.get_bot_gateway()).await.map_err(cannot_connect)?;
    let limit = &gateway.session_start_limit;
    if limit.remaining == 0 && limit.total > 0 {
        return Ok(Connecting::Limited(Duration::from_millis(limit.reset_after)));
    }
    let client = serenity::client::ClientBuilder::new_with_http(http, INTENTS)
        .event_handler_arc(bot)
        .await
        .map_err(cannot_connect)?;
    // The library asks for the gateway’s address too, and takes a default where that fails; behind
    // another API address the default would be wrong.
    *client.ws_url.lock().await = gateway.url;
    Ok(Connecting::Ready(Box::new(client), gateway.shards.max(1)))
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
        other => Fault::new("connecting to Discord", send::describe(&other)).into(),
    }
}

/// The key that signs controls: drawn once, kept in the database.
async fn control_key(store: &Store, chance: fn() -> Result<[u8; 32], Fault>) -> Result<[u8; 32], Fault> {
    let kept = store.setting_or(Setting::ControlKey, &STANDARD.encode(chance()?)).await?;
    let bytes = STANDARD.decode(kept).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    bytes.ok_or_else(|| Fault::new("reading the control key", "it is not 32 bytes in base64"))
}

/// Takes out what is past its time, now and then.
async fn tidy_up(store: Arc<Store>, now: fn() -> String) {
    // Not before Discord has said which servers we are in.
    tokio::time::sleep(FIRST_TIDY).await;
    loop {
        let time = now();
        let cutoffs = Cutoffs {
            forms: days_before(&time, FORMS_FOR),
            imports: days_before(&time, IMPORTS_FOR),
            left: days_before(&time, KEPT_AFTER_LEAVING),
            pseudonyms: days_before(&time, PSEUDONYMS_FOR),
            interactions: days_before(&time, INTERACTIONS_FOR),
            conversations: days_before(&time, CONVERSATIONS_FOR),
            wordings: days_before(&time, WORDINGS_FOR),
            gaps: days_before(&time, GAPS_FOR),
        };
        match store.tidy_up(&cutoffs).await {
            Ok(0) => {}
            Ok(erased) => tracing::info!(erased, "knowledge of servers left long ago erased"),
            Err(fault) => tracing::error!(%fault, "not tidied up"),
        }
        tokio::time::sleep(TIDY_EVERY).await;
    }
}

/// Keeps up with what is changed at the machine.
async fn keep_up(store: Arc<Store>) {
    loop {
        tokio::time::sleep(KEEP_UP_EVERY).await;
        if let Err(fault) = store.look_for_changes().await {
            tracing::error!(%fault, "not looked for changes");
        }
    }
}

/// Waits until a connection gives no sign of life any more. The library reconnects by itself, but can get stuck: in a
/// handshake that is never answered, or between a broken connection and a gateway that refuses the next one.
/// A sign of life is another time that a heartbeat took to be answered.
async fn until_lost(shards: &ShardManager) {
    let mut quiet: HashMap<ShardId, (Option<Duration>, u32)> = HashMap::new();
    let mut none = 0;
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let runners = shards.runners.lock().await;
        none = if runners.is_empty() { none + 1 } else { 0 };
        for (id, runner) in runners.iter() {
            let (last, looks) = quiet.entry(*id).or_default();
            let is_alive = runner.stage == ConnectionStage::Connected && runner.latency != *last;
            *looks = if is_alive { 0 } else { *looks + 1 };
            *last = runner.latency;
        }
        quiet.retain(|id, _| runners.contains_key(id));
        if none >= QUIET_FOR || quiet.values().any(|(_, looks)| *looks >= QUIET_FOR) {
            return;
        }
    }
}

/// Waits until too many sessions were asked for and refused: Discord allows a thousand a day
/// (<https://discord.com/developers/docs/events/gateway#identifying>).
async fn until_restless(sessions: &AtomicU32) {
    while sessions.load(Ordering::Relaxed) <= MOST_REFUSED {
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
