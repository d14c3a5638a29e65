//! What the program remembers about itself between runs.

use super::{Store, fault};
use crate::error::Fault;

/// A thing that the program remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The digest of the knowledge files that are loaded.
    KnowledgeDigest,
    /// The digest of the command definitions that are registered with Discord.
    CommandsDigest,
    /// The key that signs the controls under an answer, in base64.
    ControlKey,
    /// The last revision that was looked at for what is to be told of it.
    Noticed,
    /// When it was last tried whether the database can be written.
    Written,
}

impl Setting {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::KnowledgeDigest => "knowledge digest",
            Self::CommandsDigest => "commands digest",
            Self::ControlKey => "control key",
            Self::Noticed => "noticed",
            Self::Written => "written",
        }
    }
}

impl Store {
    /// What is remembered, if anything.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn setting(&self, setting: Setting) -> Result<Option<String>, Fault> {
        let name = setting.name();
        sqlx::query_scalar!("SELECT value FROM setting WHERE name = $1", name)
            .fetch_optional(&mut *self.reader().await?)
            .await
            .map_err(fault("reading a setting"))
    }

    /// Finds out whether the database can be written, by writing the time.
    ///
    /// # Errors
    /// A fault if it cannot.
    pub async fn try_to_write(&self, now: &str) -> Result<(), Fault> {
        self.set(Setting::Written, now).await
    }

    /// The bytes of the database.
    ///
    /// # Errors
    /// A fault if it cannot be read.
    pub async fn bytes(&self) -> Result<i64, Fault> {
        // These are no tables, and cannot be described in advance.
        sqlx::query_scalar("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
            .fetch_one(&mut *self.reader().await?)
            .await
            .map_err(fault("measuring the database"))
    }

    /// Remembers a value in place of any before.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn set(&self, setting: Setting, value: &str) -> Result<(), Fault> {
        let name = setting.name();
        self.write(
            "writing a setting",
            sqlx::query!(
                "INSERT INTO setting (name, value) VALUES ($1, $2)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value
            ),
        )
        .await
        .map(|_| ())
    }

    /// What is remembered; where nothing is, remembers `value` and gives that. Two programs that
    /// start at once agree on one value.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn setting_or(&self, setting: Setting, value: &str) -> Result<String, Fault> {
        let name = setting.name();
        self.write(
            "writing a setting",
            sqlx::query!(
                "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
                name,
                value
            ),
        )
        .await?;
        sqlx::query_scalar!("SELECT value FROM setting WHERE name = $1", name)
            .fetch_one(&mut *self.reader().await?)
            .await
            .map_err(fault("reading a setting"))
    }
}
