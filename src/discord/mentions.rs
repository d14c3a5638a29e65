//! Messages that speak to the bot: by name, as a reply to what it said, or in direct messages. In a thread they are
//! understood as what the thread is about.

use serde_json::Value;
use tokio::time::Instant;

use super::bot::{Audience, Bot, log_unsent};
use super::from_discord;
use super::incoming::Message;
use super::message::Outgoing;
use super::panics::caught;
use super::rest::NotSent;
use crate::request::reading::Reading;
use crate::respond::{self, Asked};
use crate::store::Asker;
use crate::telemetry::metrics::Told;
use crate::words;

impl Bot {
    /// Answers a message, where it speaks to us.
    pub(crate) async fn on_message(&self, json: Value) {
        let (Some(us), Some(message)) = (self.us.get(), Message::read(json)) else { return };
        if message.author.bot || message.webhook_id.is_some() || !self.seen.is_new(message.id.0) {
            return;
        }
        if let Some(line) = from_discord::line(&message, *us) {
            if let Some(much) = self.is_message_too_much(&message) {
                // Said once, as everybody reads it.
                if !much.told {
                    let told = Outgoing::private(words::controls::too_much(much.wait.as_secs()));
                    log_unsent(self.reply(&message, &Outgoing { private: false, ..told }).await);
                }
                return;
            }
            self.catch_up().await;
            let begun = Instant::now();
            let answer = Box::pin(self.mention(&message, line));
            let answered = self.under_way.track_future(caught(answer)).await;
            let (told, sent) = match answered {
                Ok(Ok(told)) => (told, Ok(())),
                Ok(Err(why)) => (Told::nothing, Err(why)),
                Err(_) => (Told::fault, self.mention_panicked(&message).await),
            };
            log_unsent(sent);
            self.metrics.told("mention", told, begun.elapsed());
        }
    }

    /// Tells somebody that answering their message panicked, with a reference that the log has too.
    async fn mention_panicked(&self, message: &Message) -> Result<(), NotSent> {
        let reference = self.reference();
        tracing::error!(reference, "answering panicked");
        let told = Outgoing::private(words::controls::our_fault(&reference));
        self.reply(message, &Outgoing { private: false, ..told }).await
    }

    /// Replies to a message in its channel.
    async fn reply(&self, to: &Message, message: &Outgoing) -> Result<(), NotSent> {
        self.rest.say(to.channel_id.0, &message.reply(to.channel_id.0, to.id.0)).await.map(|_| ())
    }

    /// Where a message is, if it is in a thread: Discord says that with interactions alone. It is asked once for each
    /// channel of a server that has discussions or a focus.
    async fn place_thread(&self, asker: &mut Asker) {
        let (Some(guild), Some(channel)) = (asker.guild, asker.channel) else { return };
        if !self.store.has_teams(guild).await.unwrap_or(false) {
            return;
        }
        let known = self.places.get(channel.id);
        let found = match known {
            Some(found) => found,
            None => match self.rest.channel(channel.id).await {
                Ok(Some(found)) => {
                    let found = from_discord::channel(channel.id, Some(&found));
                    self.places.keep(found);
                    found
                }
                // Without it, it is a channel like any other.
                Ok(None) | Err(_) => return,
            },
        };
        asker.channel = Some(found);
    }

    /// What was asked of us in the message that somebody replies to: the controls under the answer carry it.
    async fn asked_before(&self, asker: &Asker, answer: &Message) -> Option<Reading> {
        let guild = asker.guild.unwrap_or(0);
        let read = |id| self.signer.read(id, guild).filter(|control| !control.line.is_empty());
        let control = answer.controls().find_map(read)?;
        let line = self.whole(&control.line).await.ok()?;
        let asked = Asked::Line(line);
        let understood =
            respond::understand_after(&self.store, asker, &asked, None, &(self.now)()).await.ok()?;
        Some(understood.as_reading())
    }

    async fn mention(&self, message: &Message, line: String) -> Result<Told, NotSent> {
        let mut asker = from_discord::author(message, &self.people);
        self.place_thread(&mut asker).await;
        let line = if line.is_empty() { "/help".to_owned() } else { line };
        let earlier = match message.replied_to(self.us.get().copied().unwrap_or(0)) {
            Some(answer) => self.asked_before(&asker, answer).await,
            None => None,
        };
        let (asked, channel) = (Asked::Line(line), message.channel_id.0);
        let made = self.make_after(&asker, &asked, channel, Audience::Everyone, earlier).await;
        self.reply(message, &Outgoing { private: false, ..made.message }).await?;
        Ok(made.told)
    }
}
