//! Getting an answer to an interaction: at once, or after having asked Discord to wait.

use std::time::Duration;

use serenity::all::{
    Builder as _, CommandInteraction, ComponentInteraction, CreateInteractionResponse,
    CreateInteractionResponseMessage, Http, InteractionId,
};

use super::bot::Made;
use super::message::Outgoing;
use super::send::{NotSent, send, send_within};

/// An interaction that wants an answer.
#[derive(Clone, Copy)]
pub(super) struct Delivery<'a> {
    http: &'a Http,
    id: InteractionId,
    token: &'a str,
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
    pub(super) fn by_command(http: &'a Http, command: &'a CommandInteraction) -> Self {
        Self { http, id: command.id, token: &command.token, has_files: false }
    }

    /// By a button or a menu.
    pub(super) fn by_control(http: &'a Http, component: &'a ComponentInteraction) -> Self {
        Self {
            http,
            id: component.id,
            token: &component.token,
            has_files: !component.message.attachments.is_empty(),
        }
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
                self.respond(CreateInteractionResponse::Acknowledge).await?;
                return self.edit(&message).await;
            }
            return self.respond(if is_in_place { message.update() } else { message.response() }).await;
        }
        // Discord gives three seconds for a first word, and fifteen minutes after that.
        self.respond(match to {
            To::New { private } => {
                CreateInteractionResponse::Defer(CreateInteractionResponseMessage::new().ephemeral(private))
            }
            To::Place => CreateInteractionResponse::Acknowledge,
        })
        .await?;
        let Made { message, answered } = answer.await;
        match to {
            To::Place if !answered => {}
            To::New { private: false } if message.private => {
                // A refusal is the asker’s alone, as is what was asked privately, and a public “thinking…”
                // cannot be made private.
                // Whether that works or somebody was quicker: the answer goes out.
                let deleted = send(|| self.http.delete_original_interaction_response(self.token)).await;
                if let Err(why) = deleted {
                    tracing::info!(%why, "placeholder not deleted");
                }
            }
            _ => return self.edit(&message).await,
        }
        let followup = message.followup();
        send(|| followup.clone().execute(self.http, (None, self.token))).await
    }

    async fn edit(self, message: &Outgoing) -> Result<(), NotSent> {
        let edit = message.edit();
        send_within(message.patience(), || edit.clone().execute(self.http, self.token)).await
    }

    async fn respond(self, response: CreateInteractionResponse) -> Result<(), NotSent> {
        send(|| response.clone().execute(self.http, (self.id, self.token))).await
    }
}
