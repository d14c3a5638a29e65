//! Backups: a consistent copy made while others write, and checking that one can be restored.

use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteLockingMode};
use sqlx::{ConnectOptions as _, Connection as _, Row as _};

use super::{MIGRATIONS, Store, fault, result_code};
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
pub enum UnusableBackup {
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
        super::file::make_private(file).map_err(|e| Fault::new("making the backup", e))?;
        let mut connection = self.writer.another().await.map_err(fault("opening the database"))?;
        let written = sqlx::query("VACUUM INTO $1").bind(path).execute(&mut connection).await;
        // Nothing was written by it to the database itself; there is nothing to lose in closing.
        let _ = connection.close().await;
        written.map(|_| ()).map_err(fault("writing the backup"))
    }
}

/// Writes a copy of a database, of one moment, to a file that must not exist yet. The database itself is only read, whatever
/// version made it.
///
/// # Errors
/// A fault if it cannot be read, or the copy not be written.
pub async fn copy(from: &Path, to: &Path) -> Result<(), Fault> {
    super::file::make_private(to).map_err(|e| Fault::new("making the copy", e))?;
    let options = SqliteConnectOptions::new().filename(from).read_only(true);
    let mut connection = options.connect().await.map_err(fault("opening the database"))?;
    let path = to.to_string_lossy().into_owned();
    let written = sqlx::query("VACUUM INTO $1").bind(path).execute(&mut connection).await;
    // It was only read; there is nothing to lose in closing.
    let _ = connection.close().await;
    written.map(|_| ()).map_err(fault("writing the copy"))
}

/// A database that nobody else has open, for as long as this lives.
#[derive(Debug)]
pub struct ExclusiveLock(Option<SqliteConnection>);

impl ExclusiveLock {
    /// Takes a database for oneself. One that is damaged is nobody's, and needs no lock; nothing where
    /// another program has it open.
    ///
    /// # Errors
    /// A fault if it can be neither opened nor told to be damaged.
    pub async fn of(file: &Path) -> Result<Option<Self>, Fault> {
        // The mode of its journal changes only for one who is alone (<https://sqlite.org/wal.html>),
        // and what stood in the journal is in the file then.
        let options = SqliteConnectOptions::new()
            .filename(file)
            .busy_timeout(WAIT_FOR_OTHERS)
            .locking_mode(SqliteLockingMode::Exclusive)
            .journal_mode(SqliteJournalMode::Delete);
        let taken = match options.connect().await {
            Ok(mut connection) => {
                sqlx::query("BEGIN EXCLUSIVE").execute(&mut connection).await.map(|_| connection)
            }
            Err(error) => Err(error),
        };
        match taken {
            Ok(connection) => Ok(Some(Self(Some(connection)))),
            Err(error) => match result_code(&error) {
                Some(5 | 6) => Ok(None),
                Some(11 | 26) => Ok(Some(Self(None))),
                _ => Err(fault("taking the database for oneself")(error)),
            },
        }
    }

    /// Lets others at it again.
    pub async fn release(self) {
        if let Some(connection) = self.0 {
            // Nothing was written by it; there is nothing to lose in closing.
            let _ = connection.close().await;
        }
    }
}

/// How long others may take to finish before the database counts as in use.
const WAIT_FOR_OTHERS: std::time::Duration = std::time::Duration::from_secs(1);

/// Checks a database file from front to back: its pages, its references, its version.
///
/// # Errors
/// What is wrong with it.
pub async fn check(file: &Path) -> Result<Checked, UnusableBackup> {
    let wrong = |what: &str| UnusableBackup::Wrong(format!("{} {what}.", file.display()));
    // Opening what is no file, such as a pipe, may never end.
    match std::fs::metadata(file) {
        Ok(found) if found.is_file() => {}
        Ok(_) => return Err(wrong("is no file")),
        Err(error) => return Err(wrong(&format!("cannot be read: {error}"))),
    }
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    let mut connection = options.connect().await.map_err(|error| unlike(file, &error))?;
    let found = checked(&mut connection, file).await;
    // What was only read has nothing to lose in closing.
    let _ = connection.close().await;
    found
}

/// What keeps a file from being read as a database of ours.
fn unlike(file: &Path, error: &sqlx::Error) -> UnusableBackup {
    let what = match result_code(error) {
        Some(11) => "is damaged",
        Some(14) => "cannot be opened: check its permissions and those of its folder",
        _ => "is no database of Dragoman",
    };
    UnusableBackup::Wrong(format!("{} {what}.", file.display()))
}

async fn checked(connection: &mut SqliteConnection, file: &Path) -> Result<Checked, UnusableBackup> {
    let wrong = |what: &str| UnusableBackup::Wrong(format!("{} {what}", file.display()));
    // Pragmas are no statements that can be described in advance.
    let integrity: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(&mut *connection)
        .await
        .map_err(|error| unlike(file, &error))?;
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
        .map_err(|error| unlike(file, &error))?;
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
