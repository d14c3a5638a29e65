//! `dragoman serve`: the bot runs on threads of its own and is watched from the main one, so that what spins or
//! hangs in a library keeps the program neither from stopping nor from going on.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::task::JoinError;

use super::backups;
use super::{DONE, Failure, chance, knowledge, locked, now, runtime};
use crate::config::{DiscordSettings, Settings};
use crate::discord::Edge;
use crate::error::{Error, Fault};
use crate::store::Store;
use crate::store::file::{Hold, lock, lock_shards};
use crate::transport;

/// How often the bot’s threads give a sign that they work, and how often it is looked for.
const BEAT_EVERY: Duration = Duration::from_secs(5);
/// How many looks in a row may find no new sign: longer than anything that the bot does takes.
const STILL_FOR: u32 = 24;

/// How long a stop may take: what is on its way to be answered, and a farewell.
const STOP_WITHIN: Duration = Duration::from_secs(15);
/// How long threads may go on after that.
const LINGER: Duration = Duration::from_secs(1);

/// How serving ended.
enum ServeEnd {
    /// By itself, well or not.
    Served(Result<Result<u8, Failure>, JoinError>),
    /// It was told to stop and did not in time.
    Late,
    /// Its threads give no sign any more.
    Still,
}

/// Serves until it is told to stop.
pub(super) fn serve(settings: Settings, discord: DiscordSettings) -> Result<u8, Failure> {
    let threads = runtime()?;
    let watch = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|e| Fault::new("starting the runtime", e))?;
    let ended = watch.block_on(async {
        let mut signal = pin!(stop_signal().map_err(|e| Fault::new("listening for signals", e))?);
        let beats = Arc::new(AtomicU64::new(0));
        threads.spawn(beat(beats.clone()));
        let (stop, stopped) = oneshot::channel();
        let mut served = threads.spawn(bot(settings, discord, async {
            let _ = stopped.await;
        }));
        tokio::select! {
            served = &mut served => return Ok(ServeEnd::Served(served)),
            () = until_still(&beats) => return Ok(ServeEnd::Still),
            () = &mut signal => {}
        }
        notify(&[sd_notify::NotifyState::Stopping]);
        // Where nobody listens any more, it has ended already.
        let _ = stop.send(());
        let mut again = pin!(stop_signal().map_err(|e| Fault::new("listening for signals", e))?);
        Ok::<ServeEnd, Fault>(tokio::select! {
            in_time = tokio::time::timeout(STOP_WITHIN, served) => in_time.map_or(ServeEnd::Late, ServeEnd::Served),
            // Whoever asks twice does not want to wait.
            () = &mut again => ServeEnd::Late,
        })
    })?;
    threads.shutdown_timeout(LINGER);
    match ended {
        ServeEnd::Served(Ok(served)) => served,
        ServeEnd::Served(Err(error)) => Err(Fault::new("serving", error).into()),
        ServeEnd::Late => {
            tracing::warn!("stopped by force: the bot did not end in time");
            Ok(DONE)
        }
        ServeEnd::Still => {
            tracing::error!("the bot hangs; the program begins anew");
            begin_anew()
        }
    }
}

/// Opens the database, brings its public knowledge into line with the files, and serves it on Discord.
async fn bot(
    settings: Settings,
    discord: DiscordSettings,
    stop: impl Future<Output = ()>,
) -> Result<u8, Failure> {
    // Two that connect as the same shards would answer twice; beside them any number may answer by HTTP.
    let _locks = match (discord.gateway, &discord.shards) {
        (false, _) => [None, None],
        (true, None) => [locked(&settings.database, |file| lock(file, Hold::Alone))?, None],
        (true, Some(shards)) => [
            locked(&settings.database, |file| lock(file, Hold::Together))?,
            locked(&settings.database, |file| lock_shards(file, shards.range.clone()))?,
        ],
    };
    if let Some(backups) = &discord.backups {
        backups::prepare(backups)?;
    }
    let store = Store::open(&settings.database).await?;
    knowledge::bring_up_to_date(&store, settings.knowledge.as_deref()).await?;
    if discord.http.is_some() || discord.shards.is_some() {
        store.share();
    }
    let store = Arc::new(store);
    let backups = discord.backups.clone().map(|backups| {
        let store = store.clone();
        tokio::spawn(async move { backups::keep(&store, &backups).await })
    });
    notify(&[sd_notify::NotifyState::Ready]);
    let served = transport::serve(store.clone(), discord, Edge { chance, now }, stop).await;
    if let Some(backups) = backups {
        backups.abort();
    }
    store.close().await;
    match served {
        Ok(()) => Ok(DONE),
        Err(Error::Refused(refusal)) => Err(refusal.into()),
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

/// Gives a sign now and then.
async fn beat(beats: Arc<AtomicU64>) {
    loop {
        beats.fetch_add(1, Ordering::Relaxed);
        tokio::time::sleep(BEAT_EVERY).await;
    }
}

/// Tells the service manager how it is, where there is one
/// (<https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html>).
fn notify(states: &[sd_notify::NotifyState<'_>]) {
    if let Err(why) = sd_notify::notify(states) {
        tracing::warn!(%why, "the service manager is not told");
    }
}

/// Waits until there are no new signs.
async fn until_still(beats: &AtomicU64) {
    let (mut last, mut looks) = (0, 0);
    while looks < STILL_FOR {
        tokio::time::sleep(BEAT_EVERY).await;
        let seen = beats.load(Ordering::Relaxed);
        looks = if seen == last { looks + 1 } else { 0 };
        // A manager that watches is told for as long as there are.
        if looks == 0 {
            notify(&[sd_notify::NotifyState::Watchdog]);
        }
        last = seen;
    }
}

/// Puts the program in its own place: a thread that spins ends in no other way. What was committed is on disk.
#[cfg(unix)]
fn begin_anew() -> Result<u8, Failure> {
    use std::os::unix::process::CommandExt as _;
    let doing = |error| Fault::new("beginning anew", error);
    let program = std::env::current_exe().map_err(doing)?;
    Err(doing(std::process::Command::new(program).args(std::env::args_os().skip(1)).exec()).into())
}

/// Ends the program; whoever keeps it running starts it again.
#[cfg(not(unix))]
fn begin_anew() -> Result<u8, Failure> {
    Err(Fault::new("serving", "the bot hangs; start it again").into())
}

/// Waits for the signal to stop: SIGTERM from a service manager, Ctrl-C, or SIGHUP of a terminal that closes. It
/// counts from now on, also before anybody waits for it.
#[cfg(unix)]
pub(super) fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    let mut hangup = signal(SignalKind::hangup())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hangup.recv() => {}
        }
    })
}

/// Waits for Ctrl-C.
#[cfg(not(unix))]
pub(super) fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
