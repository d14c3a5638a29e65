//! A database in which several programs write: copies of the bot, or whoever works at the machine. What each holds in memory
//! is looked after by what the others write: before each question it is asked whether anything was written at all. Where
//! several answer, what was written behind an answer by one is waited for by another.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use sqlx::{Connection as _, SqliteConnection};
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::{Store, fault};
use crate::error::Fault;

/// How long it is waited for what another program may be about to write: a form that was opened there, a line behind a
/// control. Longer than any write takes but a large import, which forms do not wait for anyway.
const WAITED_FOR: Duration = Duration::from_secs(3);
/// How often it is looked for meanwhile.
const LOOK_EVERY: Duration = Duration::from_millis(40);

/// Whether others answer from the same database, and what was seen of their writing.
#[derive(Debug, Default)]
pub(super) struct Sharing {
    is_shared: AtomicBool,
    /// A connection of its own, as only one and the same can tell whether others have written since
    /// (<https://sqlite.org/pragma.html#pragma_data_version>); and what it told last.
    watch: Mutex<Option<(SqliteConnection, i64)>>,
}

impl Store {
    /// From now on others answer from the same database too.
    pub fn share(&self) {
        self.sharing.is_shared.store(true, Ordering::Relaxed);
    }

    /// Catches up with what others have written. Costs next to nothing where nothing was written; what this program wrote
    /// itself cannot be told apart, and costs a look.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn catch_up(&self) -> Result<(), Fault> {
        let doing = "looking whether others have written";
        let mut watch = self.sharing.watch.lock().await;
        let (mut connection, before) = match watch.take() {
            Some(known) => known,
            None => (self.writer.another().await.map_err(fault(doing))?, 0),
        };
        let version: i64 = sqlx::query_scalar("PRAGMA data_version")
            .fetch_one(&mut connection)
            .await
            .map_err(fault(doing))?;
        // Where the look fails, the next question looks again.
        let (_, seen) = watch.insert((connection, before));
        // Whoever comes meanwhile waits, too: it is what they would see otherwise that is old.
        if version != before {
            self.look_for_changes().await?;
        }
        *seen = version;
        Ok(())
    }

    /// Closes the connection that watches.
    pub(super) async fn stop_watching(&self) {
        if let Some((connection, _)) = self.sharing.watch.lock().await.take() {
            // It only read; there is nothing to lose in closing.
            let _ = connection.close().await;
        }
    }

    /// Whether what a read did not find may be about to be written by another program; waits a moment if so. `begun` is when
    /// it was first looked for.
    pub(super) async fn may_come(&self, begun: Instant) -> bool {
        let waits = self.sharing.is_shared.load(Ordering::Relaxed) && begun.elapsed() < WAITED_FOR;
        if waits {
            tokio::time::sleep(LOOK_EVERY).await;
        }
        waits
    }
}
