//! Events of the gateway, as serenity brings them: what happened goes to the bot as Discord’s own JSON.

use std::sync::atomic::Ordering;

use serde::Serialize;
use serde_json::{Value, json};
use serenity::all::{
    ConnectionStage, Context, EventHandler, Guild, Interaction, Message, Ready, ShardStageUpdateEvent,
    UnavailableGuild,
};
use serenity::async_trait;

use super::bot::Bot;

#[async_trait]
impl EventHandler for Bot {
    async fn ready(&self, _: Context, ready: Ready) {
        tracing::info!(guilds = ready.guilds.len(), "connected to Discord");
        let _ = self.us.set(ready.user.id.get());
        self.sessions.store(0, Ordering::Relaxed);
        let guilds: Vec<u64> = ready.guilds.iter().map(|guild| guild.id.get()).collect();
        if let Err(fault) = self.store.note_presence(&guilds).await {
            tracing::error!(%fault, "presence not noted");
        }
        // With one connection this is all of them: others were left while we were away.
        let is_all = ready.shard.is_none_or(|shard| shard.total == 1);
        if is_all && let Err(fault) = self.store.note_absence_but(&guilds, &(self.now)()).await {
            tracing::error!(%fault, "absence not noted");
        }
        self.under_way.track_future(self.register(ready.application.id.get())).await;
    }

    async fn shard_stage_update(&self, _: Context, event: ShardStageUpdateEvent) {
        if event.new == ConnectionStage::Identifying {
            self.sessions.fetch_add(1, Ordering::Relaxed);
        }
    }

    async fn interaction_create(&self, _: Context, interaction: Interaction) {
        let mut json = as_json(&interaction);
        // The library keeps the sort beside what it writes.
        json["type"] = json!(u8::from(interaction.kind()));
        self.on_interaction(json).await;
    }

    async fn guild_create(&self, _: Context, guild: Guild, _: Option<bool>) {
        if let Err(fault) = self.store.note_presence(&[guild.id.get()]).await {
            tracing::error!(%fault, "presence not noted");
        }
    }

    async fn guild_delete(&self, _: Context, guild: UnavailableGuild, _: Option<Guild>) {
        // An outage says “unavailable”; only without it was the bot removed.
        if guild.unavailable {
            return;
        }
        tracing::info!("removed from a server; its knowledge is kept for a time");
        if let Err(fault) = self.store.note_departure(guild.id.get(), &(self.now)()).await {
            tracing::error!(%fault, "departure not noted");
        }
    }

    async fn message(&self, _: Context, message: Message) {
        self.on_message(as_json(&message)).await;
    }
}

/// What the library read, as JSON again; what it can read it can write.
fn as_json(event: &impl Serialize) -> Value {
    serde_json::to_value(event).unwrap_or_default()
}
