//! Discord: what it says as JSON, read and answered. It decodes what comes, asks through the one door, and encodes the
//! answers; how what happens gets here it does not know.

mod attachment;
mod bot;
mod browse;
mod buckets;
mod channels;
mod clicks;
mod commands;
mod completion;
mod components;
pub mod control;
mod deliver;
mod discuss;
mod discussing;
mod doctor;
mod edit;
pub mod escape;
mod faults;
mod forms;
mod from_discord;
mod incoming;
pub mod limits;
mod mentions;
mod message;
mod notices;
mod outbox;
mod panics;
mod parcel;
mod permissions;
mod posts;
mod presence;
mod queue;
mod recent;
mod registration;
mod rest;
mod rows;
pub mod sheets;
mod to_discord;
mod turned_away;

use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub(crate) use self::bot::Bot;
pub use self::commands::definitions;
use self::control::Signer;
pub(crate) use self::deliver::FirstWord;
pub(crate) use self::rest::{Body, NotSent, Rest, StandIn};
use crate::config::BotSettings;
use crate::error::Fault;
use crate::knowledge::period::days_before;
use crate::store::Store;
use crate::store::departures::Cutoffs;
use crate::store::settings::Setting;
use crate::telemetry::metrics::Metrics;

/// How long answers on their way may still take after the signal to stop.
const LAST_WORDS: Duration = Duration::from_secs(10);

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

/// The bot, and what it does besides answering: it works through the outbox, takes out what is past its time, and keeps up
/// with what is changed at the machine.
pub(crate) struct Work {
    bot: Arc<Bot>,
    saying: JoinHandle<()>,
    stop_saying: CancellationToken,
    besides: [JoinHandle<()>; 2],
}

/// What the bot asks of the world: random bytes, and the time, RFC 3339.
#[derive(Debug, Clone, Copy)]
pub struct Edge {
    /// Random bytes, for a key.
    pub chance: fn() -> Result<[u8; 32], Fault>,
    /// The time.
    pub now: fn() -> String,
}

impl Work {
    /// Makes the bot, which speaks by `rest`, and begins to work.
    ///
    /// # Errors
    /// A fault if the database cannot be read, or there are no random bytes.
    pub(crate) async fn begin(
        store: Arc<Store>,
        rest: Rest,
        settings: &BotSettings,
        metrics: Metrics,
        edge: Edge,
    ) -> Result<Self, Fault> {
        let Edge { chance, now } = edge;
        let bot = Arc::new(Bot {
            store: store.clone(),
            rest,
            signer: Signer::new(control_key(&store, chance).await?),
            defer_after: settings.defer_after,
            recent: recent::Recent::default(),
            seen: recent::SeenInteractions::default(),
            under_way: TaskTracker::new(),
            metrics,
            faults: AtomicU32::default(),
            buckets: settings.limits.then(buckets::Buckets::default),
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
        });
        let holder = chance()?.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let stop_saying = CancellationToken::new();
        let saying = tokio::spawn(outbox::work(bot.clone(), holder, stop_saying.clone()));
        let besides = [tokio::spawn(tidy_up(store.clone(), now)), tokio::spawn(keep_up(store))];
        Ok(Self { bot, saying, stop_saying, besides })
    }

    /// The bot.
    pub(crate) fn bot(&self) -> Arc<Bot> {
        self.bot.clone()
    }

    /// Ends it: what is on its way is finished, within reason.
    pub(crate) async fn end(self) {
        self.besides.iter().for_each(JoinHandle::abort);
        self.stop_saying.cancel();
        // It ends at once, or after the look that it is taking.
        let _ = tokio::time::timeout(LAST_WORDS, self.saying).await;
        let under_way = &self.bot.under_way;
        under_way.close();
        if tokio::time::timeout(LAST_WORDS, under_way.wait()).await.is_err() {
            tracing::warn!(under_way = under_way.len(), "stopped before all was answered");
        }
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
