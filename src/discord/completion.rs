//! Completion: the choices that are offered for an option while it is typed.

use std::time::Duration;

use super::bot::Bot;
use super::deliver::Replies;
use super::from_discord::{self, Typing};
use super::incoming::{Given, Interaction};
use super::message;
use super::rest::NotSent;
use crate::commands::Takes;
use crate::request::complete::{self, Around, Completion};
use crate::respond;
use crate::store::Asker;

/// How long completing may take: Discord forgets the keystroke after three seconds.
/// <https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback>
const COMPLETE_WITHIN: Duration = Duration::from_millis(2_500);

impl Bot {
    /// Offers what the option that is typed can be.
    pub(super) async fn autocomplete(
        &self,
        interaction: &Interaction,
        given: &Given,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        let asker = self.asker(interaction);
        // It cannot be deferred: too late is as good as nothing.
        let choices =
            tokio::time::timeout(COMPLETE_WITHIN, self.choices(&asker, interaction.channel_id, given));
        let choices = choices.await.unwrap_or_default().into_iter();
        let choices: Vec<(String, String)> = choices.map(|choice| (choice.label, choice.value)).collect();
        replies.first(message::choices(&choices)).await
    }

    /// The choices for the option being typed; none where anything is amiss.
    async fn choices(&self, asker: &Asker, channel: u64, given: &Given) -> Vec<Completion> {
        let Some(Typing { takes, typed, actors }) = from_discord::typing(given) else { return Vec::new() };
        let catalogue = match respond::catalogue(&self.store, asker).await {
            Ok(catalogue) => catalogue,
            Err(fault) => {
                tracing::error!(%fault, "nothing completed");
                return Vec::new();
            }
        };
        let recent = self.recent.keys(channel, takes);
        match takes {
            Takes::Actor | Takes::ActorFilter | Takes::ActorList => {
                let around =
                    respond::around(&self.store, asker, &actors, recent).await.unwrap_or_else(|fault| {
                        tracing::error!(%fault, "actors completed without what is recorded of them");
                        Around::default()
                    });
                complete::actors(typed, &catalogue, &around)
            }
            Takes::Organisation | Takes::OrganisationFilter => {
                let around = Around { likely: recent, chosen: Vec::new() };
                complete::organisations(typed, &catalogue, &around)
            }
            Takes::Area => complete::areas(typed, &catalogue, &recent),
            Takes::Source => {
                respond::complete_source(&self.store, asker, typed, &recent).await.unwrap_or_else(|fault| {
                    tracing::error!(%fault, "sources not completed");
                    Vec::new()
                })
            }
            Takes::Item | Takes::Retracted => {
                let retracted = takes == Takes::Retracted;
                respond::complete_item(&self.store, asker, typed, retracted).await.unwrap_or_else(|fault| {
                    tracing::error!(%fault, "keys not completed");
                    Vec::new()
                })
            }
            other => complete::words(typed, other),
        }
    }
}
