//! `/doctor`: what we lack in the channels of a server, for those who can give it.

use super::bot::Bot;
use super::message::Outgoing;
use super::permissions::ChannelReport;
use crate::access::Act;
use crate::error::{BadChange, Error, Fault};
use crate::store::Asker;
use crate::words::controls;

/// How many channels are named in a message.
const MOST_NAMED: usize = 15;

impl Bot {
    /// What we lack in the channels of the asker’s server.
    pub(super) async fn doctor(&self, asker: &Asker, now: &str) -> Result<Outgoing, Error> {
        let server = asker.guild.ok_or(BadChange::NoServer)?;
        self.store.curator(asker, Act::Diagnose, now).await?;
        let failed = |why: super::rest::NotSent| Fault::new("asking Discord about channels", why.to_string());
        let us = match self.us.get() {
            Some(us) => *us,
            None => self.rest.ourselves().await.map_err(failed)?.0,
        };
        let channels = self.rest.channel_reports(server, us).await.map_err(failed)?;
        let lacking: Vec<&ChannelReport> =
            channels.iter().filter(|channel| channel.is_seen && !channel.missing.is_empty()).collect();
        let unseen = channels.iter().filter(|channel| !channel.is_seen).count();
        let mut lines = vec![controls::doctor(channels.len() - unseen, lacking.len())];
        for channel in lacking.iter().take(MOST_NAMED) {
            lines.push(format!("- <#{}>: {}", channel.id, channel.missing.join(", ")));
        }
        if lacking.len() > MOST_NAMED {
            lines.push(format!("- +{}", lacking.len() - MOST_NAMED));
        }
        lines.extend(controls::doctor_besides(lacking.len(), unseen));
        Ok(Outgoing::private(lines.join("\n")))
    }
}
