//! Events of the gateway, as serenity brings them: what happened goes to the bot as Discord’s own JSON.

use std::sync::Arc;

use serde::Serialize;
use serde_json::{Value, json};
use serenity::all::{
    ConnectionStage, Context, EventHandler, Guild, Interaction, Message, Ready, ShardStageUpdateEvent,
    UnavailableGuild,
};
use serenity::async_trait;

use super::pulse::Pulse;
use crate::discord::Bot;

/// The permission to pin is younger than the library, which leaves it out of what we may do
/// (<https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags>). Whether we have it shows
/// when we use it.
const PIN_MESSAGES: u64 = 1 << 51;

/// What takes the events of all shards.
pub(super) struct Events {
    pub(super) bot: Arc<Bot>,
    pub(super) pulse: Arc<Pulse>,
}

#[async_trait]
impl EventHandler for Events {
    async fn ready(&self, _: Context, ready: Ready) {
        let shard = ready.shard.map_or((0, 1), |shard| (shard.id.0, shard.total));
        tracing::info!(guilds = ready.guilds.len(), shard = shard.0, of = shard.1, "connected to Discord");
        self.pulse.heard(shard.0);
        let guilds: Vec<u64> = ready.guilds.iter().map(|guild| guild.id.get()).collect();
        self.bot.on_ready(ready.user.id.get(), ready.application.id.get(), &guilds, shard).await;
    }

    async fn shard_stage_update(&self, _: Context, event: ShardStageUpdateEvent) {
        if event.new == ConnectionStage::Identifying {
            self.pulse.asked(event.shard_id.0);
        }
    }

    async fn interaction_create(&self, _: Context, interaction: Interaction) {
        let mut json = as_json(&interaction);
        // The library keeps the sort beside what it writes.
        json["type"] = json!(u8::from(interaction.kind()));
        let held = json["app_permissions"].as_str().and_then(|held| held.parse::<u64>().ok());
        if let Some(held) = held {
            json["app_permissions"] = json!((held | PIN_MESSAGES).to_string());
        }
        self.bot.on_interaction(json, None).await;
    }

    async fn guild_create(&self, _: Context, guild: Guild, _: Option<bool>) {
        self.bot.on_joined(guild.id.get()).await;
    }

    async fn guild_delete(&self, _: Context, guild: UnavailableGuild, _: Option<Guild>) {
        // An outage says “unavailable”; only without it was the bot removed.
        if !guild.unavailable {
            self.bot.on_removed(guild.id.get()).await;
        }
    }

    async fn message(&self, _: Context, message: Message) {
        self.bot.on_message(as_json(&message)).await;
    }
}

/// What the library read, as JSON again; what it can read it can write.
fn as_json(event: &impl Serialize) -> Value {
    serde_json::to_value(event).unwrap_or_default()
}
