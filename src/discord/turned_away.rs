//! Turning away whoever asks too much at once: with how long to wait, and without losing what they filled in.

use tokio::time::Instant;

use super::bot::Bot;
use super::buckets::{Sort, TooMuch};
use super::deliver::Replies;
use super::from_discord;
use super::incoming::{Interaction, Message, What};
use super::message::{Outgoing, choices};
use super::rest::NotSent;
use crate::commands::{Availability, Command};
use crate::telemetry::metrics::Told;
use crate::words::controls;

/// Which sort of asking an interaction is; nothing for what is never turned away.
fn sort(what: &What) -> Option<Sort> {
    match what {
        What::Typing(_) => Some(Sort::Completion),
        What::Pressed(_) => Some(Sort::Question),
        What::Submitted(_) => None,
        What::Command(given) => Some(match from_discord::given(given) {
            Some((Command::Import, _)) => Sort::Import,
            Some((which, _)) if which.info().availability == Availability::BySlash => Sort::Change,
            _ => Sort::Question,
        }),
    }
}

impl Bot {
    /// Whether somebody asks too much.
    pub(super) fn is_too_much(&self, interaction: &Interaction) -> Option<TooMuch> {
        let sort = sort(&interaction.what)?;
        let (person, server) = (interaction.user.id.0, interaction.guild);
        self.buckets.as_ref()?.take(sort, person, server, Instant::now()).err()
    }

    /// The same of a message.
    pub(super) fn is_message_too_much(&self, message: &Message) -> Option<TooMuch> {
        let (person, server) = (message.author.id.0, message.guild_id.map(|id| id.0));
        self.buckets.as_ref()?.take(Sort::Question, person, server, Instant::now()).err()
    }

    /// Says how long to wait; where something is being typed, nothing is offered for a moment.
    pub(super) async fn turn_away(
        &self,
        interaction: &Interaction,
        much: TooMuch,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        replies.tells(Told::refusal);
        if let What::Typing(_) = interaction.what {
            return replies.first(choices(&[])).await;
        }
        replies.first(Outgoing::private(controls::too_much(much.wait.as_secs())).response()).await
    }
}
