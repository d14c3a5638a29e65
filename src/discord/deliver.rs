//! Getting an answer to an interaction: at once, or after having asked Discord to wait.

use std::time::Duration;

use serenity::all::{CommandInteraction, ComponentInteraction};

use super::bot::Made;
use super::message::{acknowledge, wait};
use super::rest::{Body, NotSent, Rest, Ticket};

/// An interaction that wants an answer.
#[derive(Clone, Copy)]
pub(super) struct Delivery<'a> {
    rest: &'a Rest,
    ticket: Ticket<'a>,
    /// Whether the message whose control was used has files.
    has_files: bool,
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

impl<'a> Delivery<'a> {
    /// By a slash command.
    pub(super) fn by_command(rest: &'a Rest, command: &'a CommandInteraction) -> Self {
        Self { rest, ticket: command.into(), has_files: false }
    }

    /// By a button or a menu.
    pub(super) fn by_control(rest: &'a Rest, component: &'a ComponentInteraction) -> Self {
        Self { rest, ticket: component.into(), has_files: !component.message.attachments.is_empty() }
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
        if let Some(Made { message, answered }) = in_time.await {
            let is_in_place = to == To::Place && answered;
            if is_in_place && self.has_files {
                // Only an edit leaves the files of a message where they are.
                self.respond(&acknowledge()).await?;
                return self.rest.edit(self.ticket, &message.edit()).await;
            }
            return self.respond(&if is_in_place { message.update() } else { message.response() }).await;
        }
        // Discord gives three seconds for a first word, and fifteen minutes after that.
        self.respond(&match to {
            To::New { private } => wait(private),
            To::Place => acknowledge(),
        })
        .await?;
        let Made { message, answered } = answer.await;
        match to {
            To::Place if !answered => {}
            To::New { private: false } if message.private => {
                // A refusal is the asker’s alone, as is what was asked privately, and a public “thinking…”
                // cannot be made private.
                // Whether that works or somebody was quicker: the answer goes out.
                if let Err(why) = self.rest.delete(self.ticket).await {
                    tracing::info!(%why, "placeholder not deleted");
                }
            }
            _ => return self.rest.edit(self.ticket, &message.edit()).await,
        }
        self.rest.follow(self.ticket, &message.followup()).await
    }

    async fn respond(self, response: &Body) -> Result<(), NotSent> {
        self.rest.respond(self.ticket, response).await
    }
}
