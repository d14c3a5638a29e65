//! What somebody asked last in a channel, so that their next question can take it up.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::access::Asker;
use super::{Store, fault};
use crate::error::Fault;
use crate::knowledge::period::minutes_before;

/// How long a question is taken up, in minutes.
const TAKEN_UP: i64 = 60;

/// Who asks at the console, where there is nobody else.
const CONSOLE: &str = "console";

/// Whose conversation it is: the server’s id, the channel’s and the person’s.
type Key = (i64, String, String);

/// What was asked last and is not written yet: an answer does not wait for that, and the next question may come first.
#[derive(Debug, Default)]
pub(super) struct Conversations {
    unwritten: Mutex<HashMap<Key, String>>,
}

impl Conversations {
    fn held(&self) -> MutexGuard<'_, HashMap<Key, String>> {
        self.unwritten.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets what is of a server, or of a person.
    pub(super) fn forget(&self, is_gone: impl Fn(i64, &str) -> bool) {
        self.held().retain(|(scope, _, person), _| !is_gone(*scope, person));
    }
}

fn key(asker: &Asker) -> Key {
    let text = |id: Option<u64>| id.map_or_else(|| CONSOLE.to_owned(), |id| id.to_string());
    (super::access::scope_of(asker.guild), text(asker.channel.map(|channel| channel.id)), text(asker.user))
}

impl Store {
    /// What was read of the last question that somebody asked in the same channel, within the hour, as it was given.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn conversation(&self, asker: &Asker, now: &str) -> Result<Option<String>, Fault> {
        let key = key(asker);
        if let Some(reading) = self.memory.conversations.held().get(&key) {
            return Ok(Some(reading.clone()));
        }
        let ((scope, channel, person), since) = (key, minutes_before(now, TAKEN_UP));
        sqlx::query_scalar!(
            "SELECT reading FROM conversation WHERE scope = $1 AND channel = $2 AND person = $3 AND asked_at >= $4",
            scope,
            channel,
            person,
            since
        )
        .fetch_optional(&mut *self.reader().await?)
        .await
        .map_err(fault("reading a conversation"))
    }

    /// Takes note of what was read of a question, as JSON, for the next one; [`Self::remember_question`] keeps it.
    pub fn note_question(&self, asker: &Asker, reading: &str) {
        self.memory.conversations.held().insert(key(asker), reading.to_owned());
    }

    /// Remembers what was read of a question, as JSON, for the next one.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn remember_question(&self, asker: &Asker, reading: &str, now: &str) -> Result<(), Fault> {
        let key = key(asker);
        let (scope, channel, person) = &key;
        let written = self
            .write(
                "remembering a question",
                sqlx::query!(
                    "INSERT INTO conversation (scope, channel, person, asked_at, reading) VALUES ($1, $2, $3, $4, $5)
                     ON CONFLICT (scope, channel, person) DO UPDATE SET asked_at = excluded.asked_at, reading = excluded.reading
                     WHERE excluded.asked_at >= asked_at",
                    scope,
                    channel,
                    person,
                    now,
                    reading
                ),
            )
            .await;
        // Written or not, it is no longer on its way, unless another has been asked since.
        let mut held = self.memory.conversations.held();
        if held.get(&key).is_some_and(|noted| noted == reading) {
            held.remove(&key);
        }
        written.map(|_| ())
    }
}
