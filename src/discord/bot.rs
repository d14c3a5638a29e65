//! The bot: what it does on each interaction and message. It decodes, asks through the one door, and encodes; how
//! what happens came here it does not know.

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::time::Duration;

use serde_json::Value;
use tokio::time::Instant;
use tokio_util::task::TaskTracker;

use super::buckets::Buckets;
use super::commands;
use super::control::{LONGEST_LINE, Signer};
use super::deliver::{FirstWord, Replies, To, WhatIsTold};
use super::from_discord::{self, People};
use super::incoming::{Given, Interaction, What};
use super::message::Outgoing;
use super::panics::caught;
use super::queue::{FileQueue, FileTurn};
use super::recent::{Places, Recent, SeenInteractions};
use super::rest::{NotSent, Rest};
use super::to_discord::{self, Place, Shown};
use crate::action::Action;
use crate::commands::Availability;
use crate::error::{BadUse, Error, Fault, Refusal};
use crate::layout::Layout;
use crate::request::reading::Reading;
use crate::request::{Request, Team};
use crate::respond::{self, Asked, Understood};
use crate::section::Opened;
use crate::store::readers::number_of_line;
use crate::store::{Asker, Store};
use crate::telemetry::metrics::{Metrics, Told};
use crate::words;

/// What stands before the line in the id of the control that has somebody told when it has an answer.
const TELL: &str = "tell ";

/// What a control’s line starts with where it is the number of a longer one.
const NUMBERED: char = '#';

/// The bot’s parts.
pub(crate) struct Bot {
    pub(super) store: Arc<Store>,
    pub(super) rest: Rest,
    pub(super) signer: Signer,
    pub(super) defer_after: Duration,
    pub(super) recent: Recent,
    pub(super) seen: SeenInteractions,
    /// Answers on their way, which a stop waits for.
    pub(super) under_way: TaskTracker,
    /// What is counted.
    pub(super) metrics: Metrics,
    /// How many faults were told of.
    pub(super) faults: AtomicU32,
    /// How much each may ask at once; nothing where whoever runs the bot has it limited elsewhere.
    pub(super) buckets: Option<Buckets>,
    /// Large files are made and read one at a time.
    pub(super) files: FileQueue,
    /// Who we are, once Discord has said so.
    pub(super) us: std::sync::OnceLock<u64>,
    /// What the settings say of people.
    pub(super) people: People,
    /// A host from which attachments may come beside Discord’s own.
    pub(super) attachment_host: Option<String>,
    /// The time, RFC 3339.
    pub(super) now: fn() -> String,
    /// Which channels are threads of which.
    pub(super) places: Places,
    /// Wakes whoever works through the outbox.
    pub(super) wake: Arc<tokio::sync::Notify>,
}

impl Bot {
    /// Answers an interaction, as Discord’s JSON has it: all that happens on one begins here, whatever connection
    /// brings it. The first word goes to `first` where the connection takes it along.
    pub(crate) async fn on_interaction(&self, json: Value, first: Option<FirstWord>) {
        let interaction = match Interaction::read(json) {
            Ok(Some(interaction)) => interaction,
            Ok(None) => return,
            // The error would quote what somebody wrote.
            Err(_) => {
                return tracing::error!("an interaction has another form than Discord’s documentation says");
            }
        };
        if !self.seen.is_new(interaction.id) {
            return;
        }
        self.catch_up().await;
        let (begun, told) = (Instant::now(), WhatIsTold::default());
        let replies = Replies::new(&self.rest, &interaction, first.as_ref(), &told);
        let answer = Box::pin(async {
            if let Some(much) = self.is_too_much(&interaction) {
                return self.turn_away(&interaction, much, replies).await;
            }
            match &interaction.what {
                What::Command(given) => Box::pin(self.command(&interaction, given, replies)).await,
                What::Typing(given) => self.autocomplete(&interaction, given, replies).await,
                What::Pressed(pressed) => Box::pin(self.component(&interaction, pressed, replies)).await,
                What::Submitted(filled) => self.modal(&interaction, filled, replies).await,
            }
        });
        if let Ok(sent) = self.under_way.track_future(caught(answer)).await {
            if sent.is_err() {
                told.note(Told::nothing);
            }
            log_unsent(sent);
        } else {
            told.note(Told::fault);
            self.panicked(&interaction, replies).await;
        }
        self.metrics.told(interaction.what.called(), told.get(), begun.elapsed());
    }

    /// Catches up with what others on the same database have written.
    pub(super) async fn catch_up(&self) {
        if let Err(fault) = self.store.catch_up().await {
            tracing::error!(%fault, "not caught up with what others wrote");
        }
    }
}

pub(super) fn log_unsent(result: Result<(), NotSent>) {
    match result {
        Ok(()) => {}
        Err(NotSent::Pointless(why)) => tracing::info!(why, "answer not delivered"),
        Err(NotSent::Gone(why)) => tracing::info!(why, "answer not delivered"),
        Err(NotSent::Archived) => tracing::info!("answer not delivered: the thread is archived"),
        Err(NotSent::Refused(why) | NotSent::Failed(why)) => {
            tracing::error!(why, "answer not delivered");
        }
    }
}

/// Who sees an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Audience {
    /// Everyone: Discord lets us answer a message in no other way.
    Everyone,
    /// Whoever the question says.
    AsAsked,
    /// The asker alone.
    Asker,
}

/// A message, and whether it answers the question.
pub(super) struct Made {
    pub(super) message: Outgoing,
    pub(super) answered: bool,
    /// What it tells.
    pub(super) told: Told,
}

impl Bot {
    /// Waits for one’s turn to make or read a large file.
    pub(super) async fn turn_for_files(&self) -> Result<FileTurn<'_>, Refusal> {
        self.files.turn().await
    }

    /// The last word to somebody who did something. Where Discord does not take it, be it that a word is blocked
    /// or that a permission is gone, they get it as a file; where that fails too, the channel says so.
    pub(super) async fn last_word(
        &self,
        replies: Replies<'_>,
        channel: u64,
        message: &Outgoing,
    ) -> Result<(), NotSent> {
        let Err(why) = replies.edit(message.edit()).await else { return Ok(()) };
        tracing::warn!(%why, "an answer is given as a file");
        let as_file = message.as_file(words::controls::NOT_SHOWN);
        if replies.edit(as_file.edit()).await.is_ok() {
            return Ok(());
        }
        let told = Outgoing { private: false, ..Outgoing::private(words::controls::NOT_TOLD) };
        self.rest.say(channel, &told.message()).await.map(|_| ())
    }

    pub(super) fn place(&self, asker: &Asker) -> Place<'_> {
        Place { signer: &self.signer, guild: asker.guild.unwrap_or(0), asker: asker.user.unwrap_or(0) }
    }

    /// Asks, and makes the message that shows the answer, the refusal or the fault.
    pub(super) async fn make(&self, asker: &Asker, asked: &Asked, channel: u64, audience: Audience) -> Made {
        self.make_after(asker, asked, channel, audience, None).await
    }

    /// The same for what is asked after another question, whoever asked that.
    pub(super) async fn make_after(
        &self,
        asker: &Asker,
        asked: &Asked,
        channel: u64,
        audience: Audience,
        earlier: Option<Reading>,
    ) -> Made {
        match self.answered(asker, asked, channel, audience, earlier).await {
            Ok(message) => Made { message, answered: true, told: Told::answer },
            Err(Error::Refused(refusal)) => self.refused(asker, &refusal),
            Err(Error::Fault(fault)) => self.our_fault(&fault),
        }
    }

    async fn answered(
        &self,
        asker: &Asker,
        asked: &Asked,
        channel: u64,
        audience: Audience,
        earlier: Option<Reading>,
    ) -> Result<Outgoing, Error> {
        let now = (self.now)();
        let understood = match &earlier {
            Some(_) => respond::understand_after(&self.store, asker, asked, earlier.as_ref(), &now).await?,
            None => respond::understand(&self.store, asker, asked, &now).await?,
        };
        let private = audience == Audience::Asker || understood.view.private;
        if private && audience == Audience::Everyone {
            return Err(BadUse::NotPrivate.into());
        }
        let layout = self.layout(asker, understood.view.layout, understood.channel_layout).await?;
        let shown = self.shown(asker, &understood, understood.view.opened, layout).await?;
        if !understood.readings.is_empty() {
            respond::note(&self.store, asker, &understood)?;
            let (asker, understood, page) = (asker.clone(), understood.clone(), shown.page.clone());
            let now = now.clone();
            self.in_background(|store| async move {
                respond::remember(&store, &asker, &understood, &page, &now).await
            });
        }
        if let Request::Team(Team::Changes(None)) = &understood.request {
            let asker = asker.clone();
            let lately = crate::team::lately(&now);
            self.in_background(|store| async move { store.note_visit(&asker, &lately, &now).await });
        }
        // What is asked privately is not offered to others as they type.
        if !private {
            self.recent.note(channel, &understood.request);
        }
        Ok(to_discord::answer(
            &shown,
            &self.shortened(asker, &shown.page.line),
            0,
            private,
            self.place(asker),
        ))
    }

    /// Answers what was understood and lays it out, as far as it is opened.
    pub(super) async fn shown(
        &self,
        asker: &Asker,
        understood: &Understood,
        opened: Opened,
        layout: Layout,
    ) -> Result<Shown, Error> {
        let answer = async |opened| {
            let now = (self.now)();
            respond::answer(&self.store, asker, understood, opened, &now).await
        };
        let mut page = answer(opened).await?;
        for action in &mut page.follow {
            if let Action::TellWhenKnown(line) = action {
                *line = self.shortened_to(asker, line, LONGEST_LINE - TELL.len()).into_owned();
            }
        }
        for offer in &mut page.next {
            offer.line = self.shortened(asker, &offer.line).into_owned();
        }
        let mut shown = Shown::new(page, layout);
        if !shown.page.along.is_empty() && opened != Opened::All {
            shown.whole = Some(answer(Opened::All).await?);
        }
        Ok(shown)
    }

    /// The layout asked for, which is remembered; else the channel’s, or the one remembered.
    pub(super) async fn layout(
        &self,
        asker: &Asker,
        chosen: Option<Layout>,
        channels: Option<Layout>,
    ) -> Result<Layout, Fault> {
        let Some(user) = asker.user else { return Ok(chosen.unwrap_or_default()) };
        if let Some(layout) = chosen {
            self.store.note_layout(user, layout.as_str());
            // An answer does not wait for this: writing may have to wait for a long import.
            self.in_background(|store| async move { store.remember_layout(user).await });
            return Ok(layout);
        }
        if let Some(layout) = channels {
            return Ok(layout);
        }
        let remembered = self.store.layout_of(user).await?;
        Ok(remembered.and_then(|word| word.parse().ok()).unwrap_or_default())
    }

    /// A line as it fits a control: as it is, or by its number.
    pub(super) fn shortened<'a>(&self, asker: &Asker, line: &'a str) -> Cow<'a, str> {
        self.shortened_to(asker, line, LONGEST_LINE)
    }

    /// The same where less room is left.
    fn shortened_to<'a>(&self, asker: &Asker, line: &'a str, most: usize) -> Cow<'a, str> {
        if line.chars().count() <= most {
            return line.into();
        }
        let (number, line) = (number_of_line(line), line.to_owned());
        let (asker, now) = (asker.clone(), (self.now)());
        self.in_background(|store| async move { store.keep_line(&asker, &line, &now).await });
        format!("{NUMBERED}{number}").into()
    }

    /// Writes what no answer waits for; a stop does.
    pub(super) fn in_background<F>(&self, write: impl FnOnce(Arc<Store>) -> F)
    where
        F: Future<Output = Result<(), Fault>> + Send + 'static,
    {
        let written = write(self.store.clone());
        self.under_way.spawn(async move {
            if let Err(fault) = written.await {
                tracing::error!(%fault, "not written");
            }
        });
    }

    /// The line that a control stands for.
    pub(super) async fn whole(&self, line: &str) -> Result<String, Fault> {
        let number = line.strip_prefix(NUMBERED).and_then(|number| number.parse().ok());
        let kept = match number {
            Some(number) => self.store.line_numbered(number).await?,
            None => None,
        };
        Ok(kept.unwrap_or_else(|| format!("/{line}")))
    }

    pub(super) fn refused(&self, asker: &Asker, refusal: &Refusal) -> Made {
        let mut refusal = refusal.clone();
        for offer in &mut refusal.offers {
            offer.line = self.shortened(asker, &offer.line).into_owned();
        }
        let message = to_discord::refusal(&refusal, self.place(asker));
        Made { message, answered: false, told: Told::refusal }
    }

    pub(super) fn asker(&self, interaction: &Interaction) -> Asker {
        from_discord::asker(interaction, &self.people)
    }

    async fn command(
        &self,
        interaction: &Interaction,
        given: &Given,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        let (asker, channel) = (self.asker(interaction), interaction.channel_id);
        if given.name == commands::NOTE_MESSAGE {
            return self.note_message(given, &asker, channel, replies).await;
        }
        if given.name == commands::PROPOSE_MESSAGE {
            return self.propose_message(given, &asker, channel, replies).await;
        }
        let Some((which, options)) = from_discord::given(given) else {
            return replies.first(self.refused(&asker, &BadUse::CommandGone.into()).message.response()).await;
        };
        if which.is_of_team() {
            return self.team_command(interaction, (which, options), &asker, replies).await;
        }
        if which.info().availability == Availability::BySlash {
            return self.edit_command((given, which, options), &asker, channel, replies).await;
        }
        let private =
            options.iter().any(|option| option.name == "private" && option.value.as_bool().unwrap_or(false));
        let asked = from_discord::question(which, options);
        let answer = self.make(&asker, &asked, channel, Audience::AsAsked);
        replies.deliver(To::New { private }, self.defer_after, answer).await
    }
}
