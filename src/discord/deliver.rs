//! Replies to an interaction, as plain data, and getting them there: at once, or after having asked Discord to wait.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::oneshot;

use super::bot::Made;
use super::incoming::{Interaction, What};
use super::message::{acknowledge, wait};
use super::rest::{Body, NotSent, Rest, Ticket};
use crate::telemetry::metrics::Told;

/// A reply to an interaction
/// (<https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction>).
#[derive(Debug, Clone)]
pub(super) enum Reply {
    /// The first word: a message, a form, choices, or that it is heard. There is one, within three seconds.
    First(Body),
    /// A message in the place of the first word, or of the message whose control was used.
    Edit(Body),
    /// Takes that back.
    TakeBack,
    /// A further message.
    Further(Body),
}

/// The first word to an interaction, where the connection that brought the interaction takes it along: there is one, and it
/// has no files.
pub(crate) struct FirstWord(Mutex<Option<oneshot::Sender<Value>>>);

impl FirstWord {
    /// A place for the first word, and who waits for it. They hear of nothing where it goes by Discord’s interface.
    pub(crate) fn new() -> (Self, oneshot::Receiver<Value>) {
        let (sender, receiver) = oneshot::channel();
        (Self(Mutex::new(Some(sender))), receiver)
    }

    /// Says it; false where it cannot be said here.
    fn say(&self, body: &Body) -> bool {
        let waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        body.files.is_empty() && waiting.is_some_and(|waiting| waiting.send(body.json.clone()).is_ok())
    }
}

/// Where the replies to an interaction go.
#[derive(Clone, Copy)]
pub(super) struct Replies<'a> {
    rest: &'a Rest,
    ticket: Ticket<'a>,
    /// Where the first word goes, if not by Discord’s interface.
    first: Option<&'a FirstWord>,
    /// Whether the message whose control was used has files.
    has_files: bool,
    /// What is told.
    told: &'a WhatIsTold,
}

/// What somebody is told, for what is counted: an answer, unless it is noted otherwise.
#[derive(Default)]
pub(super) struct WhatIsTold(Mutex<Option<Told>>);

impl WhatIsTold {
    pub(super) fn note(&self, told: Told) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(told);
    }

    pub(super) fn get(&self) -> Told {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).unwrap_or(Told::answer)
    }
}

/// Where an answer goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum To {
    /// A message of its own.
    New {
        /// For the asker alone.
        private: bool,
    },
    /// The place of the message whose control was used. A refusal never goes there: it is a private
    /// message of its own.
    Place,
}

impl<'a> Replies<'a> {
    /// Replies to an interaction by Discord’s REST interface; the first word by the connection, where that takes it.
    pub(super) fn new(
        rest: &'a Rest,
        interaction: &'a Interaction,
        first: Option<&'a FirstWord>,
        told: &'a WhatIsTold,
    ) -> Self {
        let has_files = matches!(&interaction.what, What::Pressed(pressed) if pressed.has_files);
        let ticket =
            Ticket { id: interaction.id, application: interaction.application, token: &interaction.token };
        Self { rest, ticket, first, has_files, told }
    }

    /// Takes note of what somebody is told.
    pub(super) fn tells(self, told: Told) {
        self.told.note(told);
    }

    /// Sends a reply.
    pub(super) async fn send(self, reply: Reply) -> Result<(), NotSent> {
        if let (Reply::First(body), Some(first)) = (&reply, self.first)
            && first.say(body)
        {
            return Ok(());
        }
        self.rest.reply(self.ticket, &reply).await
    }

    /// The first word.
    pub(super) async fn first(self, body: Body) -> Result<(), NotSent> {
        self.send(Reply::First(body)).await
    }

    /// In the place of the first word.
    pub(super) async fn edit(self, body: Body) -> Result<(), NotSent> {
        self.send(Reply::Edit(body)).await
    }

    /// Delivers an answer: as the first word where it comes within `defer_after`, else after “thinking…”.
    pub(super) async fn deliver(
        self,
        to: To,
        defer_after: Duration,
        answer: impl Future<Output = Made>,
    ) -> Result<(), NotSent> {
        let mut answer = std::pin::pin!(answer);
        let in_time = async {
            // A timer is no finer than a millisecond; no time at all means no waiting at all.
            if defer_after.is_zero() {
                return None;
            }
            tokio::time::timeout(defer_after, &mut answer).await.ok()
        };
        if let Some(Made { message, answered, told }) = in_time.await {
            self.tells(told);
            let is_in_place = to == To::Place && answered;
            if is_in_place && self.has_files {
                // Only an edit leaves the files of a message where they are.
                self.first(acknowledge()).await?;
                return self.edit(message.edit()).await;
            }
            return self.first(if is_in_place { message.update() } else { message.response() }).await;
        }
        // Discord gives three seconds for a first word, and fifteen minutes after that.
        self.first(match to {
            To::New { private } => wait(private),
            To::Place => acknowledge(),
        })
        .await?;
        let Made { message, answered, told } = answer.await;
        self.tells(told);
        match to {
            To::Place if !answered => {}
            To::New { private: false } if message.private => {
                // A refusal is the asker’s alone, as is what was asked privately, and a public “thinking…”
                // cannot be made private.
                // Whether that works or somebody was quicker: the answer goes out.
                if let Err(why) = self.send(Reply::TakeBack).await {
                    tracing::info!(%why, "placeholder not deleted");
                }
            }
            _ => return self.edit(message.edit()).await,
        }
        self.send(Reply::Further(message.followup())).await
    }
}
