//! What is kept for readers: the layout that each chose, and lines too long for a button’s id.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

use tokio::time::Instant;

use super::access::{Asker, scope_of};
use super::{Store, fault};
use crate::error::Fault;

/// The most readers whose layout is held in memory; it costs a read to have one again.
const MOST_HELD: usize = 4_096;

/// The layouts of readers who asked lately, so that an answer needs no read for it.
#[derive(Debug, Default)]
pub(super) struct Layouts(Mutex<HashMap<u64, Chosen>>);

/// What is known of a reader.
#[derive(Debug, Clone)]
enum Chosen {
    /// This layout.
    Layout(String),
    /// None yet.
    Nothing,
}

impl Layouts {
    fn get(&self, user: u64) -> Option<Chosen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&user).cloned()
    }

    fn put(&self, user: u64, layout: Chosen) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.len() >= MOST_HELD {
            held.clear();
        }
        held.insert(user, layout);
    }

    /// Holds a layout where none is held; gives the one that is held then.
    fn put_if_absent(&self, user: u64, layout: Chosen) -> Chosen {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.len() >= MOST_HELD {
            held.clear();
        }
        held.entry(user).or_insert(layout).clone()
    }

    /// Forgets one reader.
    pub(super) fn forget(&self, user: u64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&user);
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
        match self.layouts.get(user) {
            Some(Chosen::Layout(layout)) => return Ok(Some(layout)),
            Some(Chosen::Nothing) => return Ok(None),
            None => {}
        }
        let id = user.to_string();
        let layout = sqlx::query_scalar!("SELECT layout FROM reader WHERE id = $1", id)
            .fetch_optional(&mut *self.reader().await?)
            .await
            .map_err(fault("reading a reader's layout"))?;
        // What others may change is not held.
        if self.is_shared() {
            return Ok(layout);
        }
        // What was chosen while this was read holds.
        let read = layout.map_or(Chosen::Nothing, Chosen::Layout);
        Ok(match self.layouts.put_if_absent(user, read) {
            Chosen::Layout(layout) => Some(layout),
            Chosen::Nothing => None,
        })
    }

    /// Takes note of the layout that a reader chose, for the answers of this run; [`Self::remember_layout`]
    /// keeps it.
    pub fn note_layout(&self, user: u64, layout: &str) {
        self.layouts.put(user, Chosen::Layout(layout.to_owned()));
    }

    /// Remembers the layout that a reader chose.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn remember_layout(&self, user: u64, layout: &str) -> Result<(), Fault> {
        let id = user.to_string();
        self.write(
            "remembering a reader's layout",
            sqlx::query!(
                "INSERT INTO reader (id, layout) VALUES ($1, $2)
             ON CONFLICT (id) DO UPDATE SET layout = excluded.layout WHERE layout <> excluded.layout",
                id,
                layout
            ),
        )
        .await?;
        if self.is_shared() {
            self.layouts.forget(user);
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
