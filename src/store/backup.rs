//! Backups: a consistent copy made while others write, and checking that one can be restored.

use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _, Row as _};

use super::{MIGRATIONS, Store, fault};
use crate::error::Fault;

/// What a backup holds, as far as it tells that it is the right one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Change sets in all scopes.
    pub change_sets: i64,
    /// Statements and recommendations in all scopes.
    pub items: i64,
    /// When the last change was made, RFC 3339; none in one without any.
    pub last_change: Option<String>,
}

/// Why a file is no backup that can be restored.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// What is wrong with it, in a sentence.
    #[error("{0}")]
    Wrong(String),
    /// A fault while looking.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Store {
    /// Writes a copy of the whole database to a file that must not exist yet. The copy is of one
    /// moment, whatever is written meanwhile (<https://sqlite.org/lang_vacuum.html#vacuuminto>).
    ///
    /// # Errors
    /// A fault if it cannot be written.
    pub async fn copy_to(&self, file: &Path) -> Result<(), Fault> {
        let path = file.to_string_lossy().into_owned();
        // VACUUM is no statement that can be described in advance.
        sqlx::query("VACUUM INTO ?1")
            .bind(path)
            .execute(&self.writer)
            .await
            .map(|_| ())
            .map_err(fault("writing the backup"))
    }
}

/// Checks a database file from front to back: its pages, its references, its version.
///
/// # Errors
/// What is wrong with it.
pub async fn check(file: &Path) -> Result<Checked, Unfit> {
    let no_database = |_| Unfit::Wrong(format!("{} is no database of Dragoman.", file.display()));
    let mut connection =
        SqliteConnectOptions::new().filename(file).read_only(true).connect().await.map_err(no_database)?;
    let found = checked(&mut connection, file).await;
    // What was only read has nothing to lose in closing.
    let _ = connection.close().await;
    found
}

async fn checked(connection: &mut SqliteConnection, file: &Path) -> Result<Checked, Unfit> {
    let wrong = |what: &str| Unfit::Wrong(format!("{} {what}", file.display()));
    // Pragmas are no statements that can be described in advance.
    let integrity: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(&mut *connection)
        .await
        .map_err(|_| wrong("is no database of Dragoman."))?;
    if integrity != ["ok"] {
        return Err(wrong(&format!("is damaged: {}.", integrity.first().map_or("", String::as_str))));
    }
    let broken = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut *connection).await;
    if let Some(row) = broken.map_err(fault("checking references"))?.first() {
        let table: String = row.try_get(0).unwrap_or_default();
        return Err(wrong(&format!("is damaged: {table} refers to what is not there.")));
    }
    let version: i64 = sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations WHERE success")
        .fetch_one(&mut *connection)
        .await
        .map_err(|_| wrong("is no database of Dragoman."))?;
    let newest = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0);
    if version > newest {
        return Err(wrong("was made by a newer version of Dragoman; restore it with that version."));
    }
    let row = sqlx::query!(
        r#"SELECT (SELECT COUNT(*) FROM change_set) AS "change_sets!: i64",
                  (SELECT COUNT(*) FROM statement) + (SELECT COUNT(*) FROM recommendation) AS "items!: i64",
                  (SELECT MAX(made_at) FROM change_set) AS "last_change: String""#
    )
    .fetch_one(&mut *connection)
    .await
    .map_err(fault("counting what the backup holds"))?;
    Ok(Checked { change_sets: row.change_sets, items: row.items, last_change: row.last_change })
}
