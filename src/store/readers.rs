//! What is kept for readers: the layout that each chose, and lines too long for a button’s id.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use sha2::{Digest as _, Sha256};

use tokio::time::Instant;

use super::access::{Asker, scope_of};
use super::{Store, fault};
use crate::error::Fault;

/// The layouts that were chosen a moment ago and are not written yet.
#[derive(Debug, Default)]
pub(super) struct Layouts(Mutex<HashMap<u64, String>>);

impl Layouts {
    fn held(&self) -> MutexGuard<'_, HashMap<u64, String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets one reader.
    pub(super) fn forget(&self, user: u64) {
        self.held().remove(&user);
    }
}

/// The number of a line that is too long for a button’s id: the same line has the same number, and
/// nothing has to be written to know it.
#[must_use]
pub fn number_of_line(line: &str) -> i64 {
    let digest = Sha256::digest(line);
    let number = digest.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    i64::try_from(number >> 1).unwrap_or(0)
}

impl Store {
    /// The layout that a reader chose last, as the word for it.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn layout_of(&self, user: u64) -> Result<Option<String>, Fault> {
        let chosen = self.layouts.held().get(&user).cloned();
        if chosen.is_some() {
            return Ok(chosen);
        }
        let id = user.to_string();
        sqlx::query_scalar!("SELECT layout FROM reader WHERE id = $1", id)
            .fetch_optional(&mut *self.reader().await?)
            .await
            .map_err(fault("reading a reader's layout"))
    }

    /// Takes note of the layout that a reader chose, until [`Self::remember_layout`] has kept it.
    pub fn note_layout(&self, user: u64, layout: &str) {
        self.layouts.held().insert(user, layout.to_owned());
    }

    /// Keeps the layout that a reader chose last.
    ///
    /// # Errors
    /// A fault if the database cannot be written; the choice is then still held.
    pub async fn remember_layout(&self, user: u64) -> Result<(), Fault> {
        let doing = "remembering a reader's layout";
        let mut tx = self.begin(doing).await?;
        // Read when it is one’s turn: of several choices the last is kept, whoever comes first.
        let Some(layout) = self.layouts.held().get(&user).cloned() else {
            return tx.roll_back().await.map_err(fault(doing));
        };
        let id = user.to_string();
        sqlx::query!(
            "INSERT INTO reader (id, layout) VALUES ($1, $2)
             ON CONFLICT (id) DO UPDATE SET layout = excluded.layout WHERE layout <> excluded.layout",
            id,
            layout
        )
        .execute(&mut *tx)
        .await
        .map_err(fault(doing))?;
        tx.commit().await.map_err(fault(doing))?;
        let mut held = self.layouts.held();
        if held.get(&user) == Some(&layout) {
            held.remove(&user);
        }
        Ok(())
    }

    /// Keeps a line that is too long for a button’s id, under its [`number_of_line`].
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn keep_line(&self, asker: &Asker, line: &str, now: &str) -> Result<(), Fault> {
        let (number, scope) = (number_of_line(line), scope_of(asker.guild));
        let person = asker.user.unwrap_or(0).to_string();
        self.write(
            "keeping a long line",
            sqlx::query!(
                "INSERT INTO long_line (id, scope, person, kept_at, line) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (id, scope, person) DO UPDATE SET kept_at = excluded.kept_at",
                number,
                scope,
                person,
                now,
                line
            ),
        )
        .await
        .map(|_| ())
    }

    /// The line with a number.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn line_numbered(&self, number: i64) -> Result<Option<String>, Fault> {
        let begun = Instant::now();
        loop {
            let found = sqlx::query_scalar!("SELECT line FROM long_line WHERE id = $1 LIMIT 1", number)
                .fetch_optional(&mut *self.reader().await?)
                .await
                .map_err(fault("reading a long line"))?;
            if found.is_some() || !self.may_come(begun).await {
                return Ok(found);
            }
        }
    }
}
