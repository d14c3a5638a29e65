//! The bare reads beside which answers are measured: the very statements of the store, through a connection that does
//! nothing else.

use std::str::FromStr as _;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Sqlite};
use tokio::sync::{Mutex, MutexGuard};

/// A statement with what is bound to it.
pub(crate) type Query<'q> = sqlx::query::Query<'q, Sqlite, sqlx::sqlite::SqliteArguments>;

/// The statement of a function of the store, out of its source.
pub(crate) fn statement(source: &'static str, function: &str) -> &'static str {
    let after = source.split(&format!("pub async fn {function}(")).nth(1).expect("the function");
    after.split("r#\"").nth(1).and_then(|sql| sql.split("\"#").next()).expect("its statement")
}

/// A connection that keeps as much in memory and reads as far ahead as those of the store (`CACHE` and `ROWS_AT_ONCE` there).
pub(crate) struct Bare(Mutex<SqliteConnection>);

impl Bare {
    /// Opens a database that the store has made.
    pub(crate) async fn open(address: &str) -> Self {
        let options = SqliteConnectOptions::from_str(address).expect("an address");
        let options = options.pragma("cache_size", "-16384").row_buffer_size(256);
        Self(Mutex::new(options.connect().await.expect("a connection")))
    }

    /// The connection, for several reads.
    pub(crate) async fn lend(&self) -> MutexGuard<'_, SqliteConnection> {
        self.0.lock().await
    }

    /// Reads the rows of a statement and nothing else; how many there are.
    pub(crate) async fn rows(&self, query: Query<'_>) -> usize {
        query.fetch_all(&mut *self.lend().await).await.expect("rows").len()
    }
}
