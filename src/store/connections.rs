//! Connections to the database: several that read, one that writes, each lent to one task at a time.
//!
//! Not sqlx’s own pool: that one tests a connection after each use, in a task of its own, which is meant for
//! networks; and it uses a connection again whose transaction SQLite has ended by itself, as it does when the disk
//! is full (<https://sqlite.org/lang_transaction.html>), of which sqlx hears nothing: every later transaction on it
//! would fail.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::time::Duration;

use deadpool::managed::{Manager, Metrics, Object, Pool, PoolError, QueueMode, RecycleResult, Timeouts};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _};
use tokio::sync::{Mutex, OwnedMutexGuard};

use super::file::Identity;

/// Opens the connections that read.
#[derive(Debug)]
pub(super) struct Opener(SqliteConnectOptions);

impl Manager for Opener {
    type Type = SqliteConnection;
    type Error = sqlx::Error;

    async fn create(&self) -> Result<SqliteConnection, sqlx::Error> {
        self.0.connect().await
    }

    async fn recycle(&self, _: &mut SqliteConnection, _: &Metrics) -> RecycleResult<sqlx::Error> {
        // Nothing is begun on it that could be left open, and a file on disk needs no test.
        Ok(())
    }
}

/// A connection that reads, on loan.
pub(super) type Reader = Object<Opener>;

/// The connections that read.
#[derive(Debug)]
pub(super) struct Readers(Pool<Opener>);

impl Readers {
    /// At most so many, of which the first is opened at once. Whoever wants one when all are lent waits so long.
    pub(super) async fn open(
        options: SqliteConnectOptions,
        most: usize,
        patience: Duration,
    ) -> Result<Self, sqlx::Error> {
        let pool = Pool::builder(Opener(options))
            .max_size(most)
            .timeouts(Timeouts { wait: Some(patience), create: None, recycle: None })
            .runtime(deadpool::Runtime::Tokio1)
            // The one used last has most of what is asked for in its memory.
            .queue_mode(QueueMode::Lifo)
            .build()
            .map_err(|error| sqlx::Error::Configuration(error.into()))?;
        let readers = Self(pool);
        drop(readers.get().await?);
        Ok(readers)
    }

    pub(super) async fn get(&self) -> Result<Reader, sqlx::Error> {
        // Boxed, as every read holds it while it waits: a question would be a large future otherwise.
        Box::pin(self.0.get()).await.map_err(|error| match error {
            PoolError::Backend(error) => error,
            PoolError::Timeout(_) => sqlx::Error::PoolTimedOut,
            _ => sqlx::Error::PoolClosed,
        })
    }

    /// Closes them all; those on loan when whoever has them is done.
    pub(super) async fn close(&self) {
        let idle = self.0.retain(|_, _| false).removed;
        // Those on loan are closed when they come back.
        self.0.close();
        for reader in idle {
            // It only read; there is nothing to lose in closing.
            let _ = reader.close().await;
        }
    }
}

/// The one connection that writes.
#[derive(Debug)]
pub(super) struct Writer {
    options: SqliteConnectOptions,
    patience: Duration,
    /// The file as it was when it was opened; none of a database in memory.
    identity: Option<Identity>,
    /// Nothing where it is to be opened anew.
    slot: Arc<Mutex<Option<SqliteConnection>>>,
}

impl Writer {
    /// A connection that is open, and how to open one anew. Whoever wants to write while another does waits so long.
    pub(super) fn new(
        connection: SqliteConnection,
        options: SqliteConnectOptions,
        identity: Option<Identity>,
        patience: Duration,
    ) -> Self {
        Self { options, patience, identity, slot: Arc::new(Mutex::new(Some(connection))) }
    }

    /// A connection like it, for what cannot be done within a transaction.
    pub(super) async fn another(&self) -> Result<SqliteConnection, sqlx::Error> {
        self.options.connect().await
    }

    /// Begins a transaction. The lock is taken at once: one that starts by reading could not be upgraded while
    /// another process writes.
    pub(super) async fn begin(&self) -> Result<Tx, sqlx::Error> {
        let waiting = tokio::time::timeout(self.patience, self.slot.clone().lock_owned());
        let mut slot = waiting.await.map_err(|_| sqlx::Error::PoolTimedOut)?;
        // Whoever deletes the file under a running bot would lose what it says it has kept.
        if self.identity.as_ref().is_some_and(|file| !file.is_there()) {
            let gone = std::io::Error::new(std::io::ErrorKind::NotFound, "the file was deleted or moved");
            return Err(sqlx::Error::Io(gone));
        }
        let mut connection = match slot.take() {
            Some(connection) => connection,
            None => self.options.connect().await?,
        };
        // Neither this nor the statements that end it can be described in advance.
        sqlx::query("BEGIN IMMEDIATE").execute(&mut connection).await?;
        Ok(Tx { connection, slot })
    }

    /// Closes it when whoever writes is done.
    pub(super) async fn close(&self) {
        if let Some(connection) = self.slot.lock().await.take() {
            // What was committed is on disk; there is nothing to lose in closing.
            let _ = connection.close().await;
        }
    }
}

/// A transaction that writes. Where it is not committed, for whatever reason, its connection is closed, which undoes
/// all of it, and the next transaction gets a new one.
#[derive(Debug)]
pub(super) struct Tx {
    // The connection goes before others have their turn.
    connection: SqliteConnection,
    slot: OwnedMutexGuard<Option<SqliteConnection>>,
}

impl Tx {
    /// Commits. Where that fails nothing has changed.
    pub(super) async fn commit(self) -> Result<(), sqlx::Error> {
        self.end("COMMIT").await
    }

    /// Undoes it, and keeps the connection for the next.
    pub(super) async fn roll_back(self) -> Result<(), sqlx::Error> {
        self.end("ROLLBACK").await
    }

    async fn end(mut self, statement: &'static str) -> Result<(), sqlx::Error> {
        sqlx::query(statement).execute(&mut self.connection).await?;
        *self.slot = Some(self.connection);
        Ok(())
    }
}

impl Deref for Tx {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.connection
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }
}
