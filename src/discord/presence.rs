//! Which servers the bot is in, as Discord says when it connects and afterwards.

use super::bot::Bot;

impl Bot {
    /// Takes note of who we are.
    pub(crate) fn is_user(&self, us: u64) {
        // Whoever we are, we stay.
        let _ = self.us.set(us);
    }

    /// Takes note of who we are and which servers this shard (its number, of how many) has; registers the commands.
    pub(crate) async fn on_ready(&self, us: u64, application: u64, guilds: &[u64], shard: (u32, u32)) {
        self.is_user(us);
        if let Err(fault) = self.store.note_presence(guilds).await {
            tracing::error!(%fault, "presence not noted");
        }
        // These are all of the shard’s: others were left while we were away.
        if let Err(fault) = self.store.note_absence_but(guilds, shard, &(self.now)()).await {
            tracing::error!(%fault, "absence not noted");
        }
        // Commands are the whole application’s: one shard is enough to see to them.
        if shard.0 == 0 {
            self.under_way.track_future(self.register(application)).await;
        }
    }

    /// Takes note that the bot is in a server.
    pub(crate) async fn on_joined(&self, guild: u64) {
        if let Err(fault) = self.store.note_presence(&[guild]).await {
            tracing::error!(%fault, "presence not noted");
        }
    }

    /// Takes note that the bot was removed from a server.
    pub(crate) async fn on_removed(&self, guild: u64) {
        tracing::info!("removed from a server; its knowledge is kept for a time");
        if let Err(fault) = self.store.note_departure(guild, &(self.now)()).await {
            tracing::error!(%fault, "departure not noted");
        }
    }
}
