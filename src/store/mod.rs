//! The store: the one room that speaks SQL.
//!
//! An embedded SQLite database in WAL mode, with a pool of readers and a single writer. Every read
//! and write takes a value that only [`access`] can make, so that no query can forget whose
//! knowledge it may see. Rows come back as the domain's own types.
//!
//! Statements are planned once and used again, whatever is bound to them: SQLite is built with its guarantee of that
//! (`.cargo/config.toml`), and no statistics are gathered that would change a plan.

pub mod access;
pub mod acts;
pub mod audit;
pub mod backup;
pub mod between;
mod catalogue;
pub mod change;
mod closing;
mod connections;
pub mod conversations;
pub mod departures;
pub mod discussions;
pub mod drafts;
mod erase;
pub mod file;
pub mod focus;
pub mod follows;
pub mod gaps;
pub mod grants;
mod ground;
pub mod history;
pub mod items;
pub mod load;
pub mod memberships;
mod memory;
pub mod news;
pub mod notes;
pub mod observations;
pub mod outbox;
pub mod place;
pub mod positions;
pub mod proposals;
pub mod read;
pub mod readers;
mod rows;
pub mod search;
pub mod settings;
pub mod shared;
mod shelf;
mod sources;
mod tables;
pub mod world;

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::Sqlite;
use sqlx::migrate::MigrateError;
use sqlx::query::Query;
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};

use tokio::sync::{Mutex, MutexGuard};

use crate::error::{BadSetup, DatabaseProblem, Fault, Refusal, StoreTrouble};

pub use access::{Asker, Channel, Contributor, Curator, Editor, Operator, Viewer};
pub use place::{Moderator, Participant, Presence};

use self::connections::{Reader, Readers, Tx, Writer};
use self::memory::Memory;

/// The schema, embedded in the program.
static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!();

/// How many questions can be read at once. SQLite reads are short; more connections cost memory
/// and gain nothing on the few cores that such a bot has.
const READERS: usize = 4;

/// How much of the database a connection keeps in memory, in KiB (negative by SQLite’s convention;
/// <https://sqlite.org/pragma.html#pragma_cache_size>). Memory is taken as pages are read, so a
/// small database costs little; a large one is read from memory where questions come again.
const CACHE: &str = "-16384";

/// How many rows are read ahead of the one that is looked at.
const ROWS_AT_ONCE: usize = 256;

/// How long a statement waits for another process's write before it is refused.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// How many servers can have somebody adding at once; others share a turn by chance.
const TURNS: usize = 32;

/// How long a read waits for a connection.
const READ_PATIENCE: Duration = Duration::from_secs(10);

/// How long a write waits for its turn: longer than the longest import takes.
const PATIENCE: Duration = Duration::from_mins(2);

/// An open database.
#[derive(Debug)]
pub struct Store {
    readers: Readers,
    writer: Writer,
    memory: Memory,
    layouts: readers::Layouts,
    sharing: shared::Sharing,
    /// Turns to add something to an item, by server.
    adding: [Mutex<()>; TURNS],
}

/// Why a database cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The owner's to fix: the setting, the folder, the permissions, the program's version.
    #[error("{0}")]
    Refused(Refusal),
    /// Anything else.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Store {
    /// Opens the database at a `sqlite://` address, creating and migrating it as needed.
    ///
    /// # Errors
    /// A sentence for the owner where the address, the folder or the file is wrong, or where a
    /// newer version of the program made it.
    pub async fn open(address: &str) -> Result<Self, OpenError> {
        let options = SqliteConnectOptions::from_str(address)
            .map_err(|_| unusable(address, DatabaseProblem::NotAnAddress))?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // In WAL mode NORMAL loses nothing to a crash of the program, and a power cut costs at
            // most the last commits, never the database.
            .synchronous(SqliteSynchronous::Normal)
            .foreign_keys(true)
            .busy_timeout(BUSY_TIMEOUT)
            // What is erased is gone from the file (<https://sqlite.org/pragma.html#pragma_secure_delete>).
            .pragma("secure_delete", "on")
            .pragma("cache_size", CACHE)
            // Rows are handed over by a thread of SQLite’s own; a whole answer fits at once.
            .row_buffer_size(ROWS_AT_ONCE);
        // No statistics are gathered (PRAGMA optimize): every question has an index made for it, and a plan is the same
        // on every database.
        let folder = options.get_filename().parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            return Err(unusable(address, DatabaseProblem::NoFolder(folder.to_owned())));
        }
        let opening = |error| cannot_open(address, error);
        if let Some(path) = file_of(address) {
            // What keeps it from being made keeps it from being opened, and is told of there.
            let _ = file::make_private(&path).and_then(|()| file::keep_private(&path));
        }
        // Migrations want a pool; its connection stays the writer.
        let pool = SqlitePoolOptions::new().max_connections(1);
        let pool = pool.connect_with(options.clone()).await.map_err(opening)?;
        if is_another_programs(&pool).await.map_err(opening)? {
            return Err(unusable(address, DatabaseProblem::AnotherPrograms));
        }
        migrate(&pool).await.map_err(|e| cannot_migrate(address, e))?;
        let connection = pool.acquire().await.map_err(opening)?.detach();
        let options = options.create_if_missing(false);
        let reading = options.clone().pragma("query_only", "on");
        let readers = Readers::open(reading, READERS, READ_PATIENCE).await.map_err(opening)?;
        let identity = file_of(address).as_deref().and_then(file::Identity::of);
        let writer = Writer::new(connection, options, identity, PATIENCE);
        let store = Self {
            readers,
            writer,
            memory: Memory::default(),
            layouts: readers::Layouts::default(),
            sharing: shared::Sharing::default(),
            adding: Default::default(),
        };
        store.look_for_changes().await?;
        Ok(store)
    }

    /// Opens a database for whoever works at the machine itself, who may do in it what they like.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_by_hand(address: &str) -> Result<(Self, Operator), OpenError> {
        Ok((Self::open(address).await?, Operator::new()))
    }

    /// Closes every connection; what was committed is on disk.
    pub async fn close(&self) {
        self.readers.close().await;
        self.stop_watching().await;
        // Last, so that SQLite writes its journal back.
        self.writer.close().await;
    }

    /// A connection that reads, on loan.
    async fn reader(&self) -> Result<Reader, Fault> {
        self.readers.get().await.map_err(fault("getting a connection"))
    }

    /// Waits until nobody else of this program reads an item to add something to it. Additions by another program are
    /// found out, and tried again, as those of two who edit at once.
    ///
    /// # Errors
    /// A fault if others take too long.
    pub async fn turn_to_add(&self, viewer: &Viewer) -> Result<MutexGuard<'_, ()>, Fault> {
        let turn = usize::try_from(viewer.scope().unsigned_abs() % TURNS as u64).unwrap_or(0);
        let waiting = tokio::time::timeout(PATIENCE, self.adding[turn].lock());
        waiting.await.map_err(|_| Fault::new("waiting for a turn to add", sqlx::Error::PoolTimedOut))
    }

    /// Begins a transaction that writes.
    async fn begin(&self, doing: &'static str) -> Result<Tx, Fault> {
        self.writer.begin().await.map_err(fault(doing))
    }

    /// Runs one statement that writes, in a transaction of its own; gives how many rows it changed.
    async fn write(
        &self,
        doing: &'static str,
        statement: Query<'_, Sqlite, SqliteArguments>,
    ) -> Result<u64, Fault> {
        let mut tx = self.begin(doing).await?;
        let done = statement.execute(&mut *tx).await.map_err(fault(doing))?;
        tx.commit().await.map_err(fault(doing))?;
        Ok(done.rows_affected())
    }
}

fn unusable(address: &str, problem: DatabaseProblem) -> OpenError {
    OpenError::Refused(BadSetup::Database { address: address.to_owned(), problem }.into())
}

/// What each way in which SQLite refuses a file means.
fn cannot_open(address: &str, error: sqlx::Error) -> OpenError {
    match result_code(&error) {
        Some(8) => unusable(address, DatabaseProblem::ReadOnly),
        Some(14) => unusable(address, DatabaseProblem::NotOpened),
        Some(13) => unusable(address, DatabaseProblem::DiskFull),
        Some(5 | 6) => unusable(address, DatabaseProblem::Locked),
        Some(11 | 26) => unusable(address, DatabaseProblem::Damaged),
        _ => Fault::new(format!("opening the database {address}"), error).into(),
    }
}

/// Whether a database has tables, and none of ours.
async fn is_another_programs(pool: &SqlitePool) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM sqlite_schema)
            AND NOT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = '_sqlx_migrations')",
    )
    .fetch_one(pool)
    .await
}

/// Brings the schema up to date. Of two programs that start on a new database at once, one finds the
/// tables that the other is making: it waits and looks again.
async fn migrate(pool: &SqlitePool) -> Result<(), MigrateError> {
    const TRIES: u32 = 6;
    for tried in 1.. {
        match MIGRATIONS.run(pool).await {
            Err(MigrateError::Execute(_) | MigrateError::ExecuteMigration(..)) if tried < TRIES => {
                tokio::time::sleep(Duration::from_millis(100) * tried).await;
            }
            done => return done,
        }
    }
    Ok(())
}

fn cannot_migrate(address: &str, error: MigrateError) -> OpenError {
    match error {
        MigrateError::VersionMismatch(_) => unusable(address, DatabaseProblem::Unreleased),
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => {
            unusable(address, DatabaseProblem::Newer)
        }
        MigrateError::Execute(error) => cannot_open(address, error),
        other => Fault::new(format!("migrating the database {address}"), other).into(),
    }
}

/// The trouble behind a fault, where whoever runs the program can end it.
#[must_use]
pub fn trouble(fault: &Fault) -> Option<StoreTrouble> {
    let cause = fault.cause().downcast_ref::<sqlx::Error>()?;
    if let sqlx::Error::Io(error) = cause
        && error.kind() == std::io::ErrorKind::NotFound
    {
        return Some(StoreTrouble::Gone);
    }
    if matches!(cause, sqlx::Error::PoolTimedOut) {
        return Some(StoreTrouble::Busy);
    }
    match result_code(cause)? {
        13 => Some(StoreTrouble::DiskFull),
        8 => Some(StoreTrouble::ReadOnly),
        10 => Some(StoreTrouble::DiskFails),
        11 | 26 => Some(StoreTrouble::Damaged),
        5 | 6 => Some(StoreTrouble::Locked),
        _ => None,
    }
}

/// The primary result code of SQLite behind an error (<https://sqlite.org/rescode.html>).
fn result_code(error: &sqlx::Error) -> Option<i32> {
    let code: i32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(code & 0xff)
}

/// The file behind a `sqlite://` address, or nothing for a database in memory.
#[must_use]
pub fn file_of(address: &str) -> Option<std::path::PathBuf> {
    let options = SqliteConnectOptions::from_str(address).ok()?;
    let file: &Path = options.get_filename();
    (!address.contains(":memory:")).then(|| file.to_owned())
}

/// A fault met while reading or writing.
fn fault(doing: &'static str) -> impl FnOnce(sqlx::Error) -> Fault {
    move |error| Fault::new(doing, error)
}

/// A fault met while decoding what the database holds.
fn unreadable(what: &'static str) -> impl FnOnce(serde_json::Error) -> Fault {
    move |error| Fault::new(format!("decoding {what}"), error)
}
