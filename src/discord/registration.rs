//! Registering our commands with Discord, where their definitions changed.

use serde_json::Value;

use super::bot::Bot;
use super::commands;
use super::rest::NotSent;
use crate::store::settings::Setting;

impl Bot {
    /// Asks Discord who we are and registers the commands; gives the key by which it signs what it posts, where it names
    /// one.
    pub(crate) async fn introduce(&self) -> Result<Option<[u8; 32]>, NotSent> {
        let (application, key) = self.rest.application().await?;
        self.register(application).await;
        Ok(key)
    }

    /// Registers the commands if their definitions changed since they were last registered.
    pub(super) async fn register(&self, application: u64) {
        let definitions = commands::definitions();
        let digest = commands::digest(&definitions, application);
        let registered = match self.store.setting(Setting::CommandsDigest).await {
            Ok(registered) => registered,
            Err(fault) => return tracing::error!(%fault, "commands not registered"),
        };
        if registered.as_deref() == Some(digest.as_str()) {
            return;
        }
        let many = definitions.len();
        match self.rest.register(application, Value::Array(definitions)).await {
            Ok(()) => {
                tracing::info!(commands = many, "commands registered");
                if let Err(fault) = self.store.set(Setting::CommandsDigest, &digest).await {
                    tracing::error!(%fault, "registration not remembered");
                }
            }
            Err(why) => tracing::error!(%why, "commands not registered"),
        }
    }
}
