//! Teams on Discord: the commands, the controls and the forms of channels and discussions. What may be done is checked
//! by the team’s room at the moment of each act.

use super::bot::Bot;
use super::components::Input;
use super::control::Control;
use super::deliver::Replies;
use super::edit::text;
use super::incoming::{Channel, Given, GivenOption, Interaction, permission};
use super::limits::{MODAL_VALUE, UPLOAD};
use super::message::{self, Outgoing, wait};
use super::rest::NotSent;
use super::to_discord::{self, Shown};
use super::{from_discord, posts};
use crate::access::Act;
use crate::answer::Answer;
use crate::answer::team::Record;
use crate::commands::Command;
use crate::error::{BadTeam, BadUse, Error};
use crate::layout::Layout;
use crate::page::{self, Page};
use crate::respond::{self, Asked};
use crate::section::Opened;
use crate::store::Asker;
use crate::store::discussions::Discussion;
use crate::team::{self, rules, time};
use crate::words::discussion as said;
use crate::words::discussion::{form, permissions};

/// The names of the inputs of forms.
const TOPIC: &str = "topic";
const OPTIONS: &str = "options";
const CLOSES: &str = "closes";

impl Bot {
    /// A command of a channel or a discussion that changes something.
    pub(super) async fn team_command(
        &self,
        interaction: &Interaction,
        (which, options): (Command, &[GivenOption]),
        asker: &Asker,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        let given = from_discord::texts(options);
        if which == Command::Note {
            return self.note_command(asker, text(&given, "note"), replies).await;
        }
        // Where a thread is started, nobody knows how long it takes.
        let is_quiet = matches!(which, Command::Discuss | Command::CloseDiscussion | Command::Reopen);
        replies.first(wait(is_quiet)).await?;
        let made = self.made(asker, self.team_acted(interaction, which, asker, &given).await);
        if !is_quiet && !made.answered {
            // A refusal is the asker’s alone.
            let _ = replies.send(super::deliver::Reply::TakeBack).await;
            return replies.send(super::deliver::Reply::Further(made.message.followup())).await;
        }
        self.last_word(replies, interaction.channel_id, &made.message).await
    }

    async fn team_acted(
        &self,
        interaction: &Interaction,
        which: Command,
        asker: &Asker,
        given: &[(String, String)],
    ) -> Result<Outgoing, Error> {
        let (store, now) = (&*self.store, &(self.now)());
        let answer = match which {
            Command::SetFocus => team::set_focus(store, asker, given, now).await?,
            Command::ClearFocus => team::clear_focus(store, asker, given, now).await?,
            Command::Follow => team::follow(store, asker, given, now).await?,
            Command::Unfollow => team::end_follow(store, asker, given, now).await?,
            Command::Quiet => team::quiet(store, asker, text(given, "hours"), now).await?,
            Command::Discuss => return self.open_discussion(interaction, asker, given, None).await,
            Command::CloseDiscussion => {
                store.moderator(asker, Act::CloseDiscussion, now).await?;
                let discussion = team::which(store, asker, text(given, "number")).await?;
                self.roll_call(asker, &discussion).await;
                let closed = team::close(store, asker, given, now).await?;
                self.wake.notify_one();
                return Ok(Outgoing::private(said::closed(closed.number, closed.thread)));
            }
            Command::Reopen => {
                let open = team::reopen(store, asker, given, now).await?;
                self.wake.notify_one();
                return Ok(Outgoing::private(said::reopened(open.number, open.thread, open.secret)));
            }
            _ => return Err(BadUse::CommandGone.into()),
        };
        Ok(self.team_page(asker, &answer))
    }

    /// What a channel’s commands come to, for everybody there.
    fn team_page(&self, asker: &Asker, answer: &Answer) -> Outgoing {
        let page = page::compose(answer, Opened::Front, String::new(), "");
        let shown = Shown::new(page, Layout::Auto);
        to_discord::answer(&shown, "", 0, false, self.place(asker))
    }

    /// Looks which of those who took a position are still in the server. What cannot be found out stays as it was.
    async fn roll_call(&self, asker: &Asker, discussion: &Discussion) {
        /// How many are looked up: Discord is asked once for each.
        const MOST: usize = 200;
        let Some(guild) = asker.guild else { return };
        let Ok(positions) = self.store.positions(discussion).await else { return };
        let (mut left, mut there) = (Vec::new(), Vec::new());
        for person in positions.into_iter().filter_map(|position| position.id).take(MOST) {
            // Whose data was erased has no id any more.
            if person.parse::<u64>().is_err() {
                continue;
            }
            match self.rest.is_member(guild, &person).await {
                Ok(true) => there.push(person),
                Ok(false) => left.push(person),
                Err(why) => {
                    tracing::info!(%why, "not looked up who has left");
                    break;
                }
            }
        }
        let noted = self.store.note_leavers(&self.store.presence(asker), &left, &there, &(self.now)()).await;
        if let Err(fault) = noted {
            tracing::error!(%fault, "not noted who has left");
        }
    }

    /// Opens a discussion: its thread, where one can be started, and what its first message rests on. What we may not do
    /// is named, and left out.
    async fn open_discussion(
        &self,
        interaction: &Interaction,
        asker: &Asker,
        given: &[(String, String)],
        brief: Option<&str>,
    ) -> Result<Outgoing, Error> {
        let (store, now) = (&*self.store, &(self.now)());
        let opening = team::prepare(store, asker, given, brief, now).await?;
        let rests_on = match self.brief(asker, &opening.line).await? {
            Some(page) => page.rests_on(),
            None => Vec::new(),
        };
        let mut missing: Vec<String> = Vec::new();
        let channel = interaction.channel.as_ref();
        let is_thread = channel.is_some_and(Channel::is_thread);
        let mut thread = None;
        if channel.is_some_and(Channel::takes_threads) {
            let in_news = channel.is_some_and(Channel::is_news);
            let started = if interaction.may_we(permission::CREATE_THREADS) {
                self.rest.start_thread(interaction.channel_id, &opening.topic, in_news).await
            } else {
                Err(NotSent::Pointless(""))
            };
            match started {
                Ok(started) => thread = Some(started),
                Err(NotSent::Pointless(_)) => missing.push(permissions::CREATE_THREADS.to_owned()),
                Err(why) => {
                    tracing::warn!(%why, "no thread started");
                    missing.push(said::NO_THREAD.to_owned());
                }
            }
        }
        let (writing, named) = if is_thread || thread.is_some() {
            (permission::SEND_IN_THREADS, permissions::SEND_IN_THREADS)
        } else {
            (permission::SEND_MESSAGES, permissions::SEND)
        };
        if !interaction.may_we(writing) {
            missing.push(named.to_owned());
        }
        if !interaction.may_we(permission::PIN_MESSAGES) {
            missing.push(permissions::PIN.to_owned());
        }
        let opened = team::open(store, asker, &opening, &rests_on, thread, now).await?;
        self.wake.notify_one();
        let closes = opened.closes_at.as_deref().map(time::seconds);
        Ok(Outgoing::private(said::opened(opened.number, opened.thread, closes, &missing)))
    }

    /// The front of the answer that a discussion rests on.
    pub(super) async fn brief(&self, asker: &Asker, line: &str) -> Result<Option<Page>, Error> {
        if line.is_empty() {
            return Ok(None);
        }
        let now = &(self.now)();
        let asked = Asked::Line(line.to_owned());
        let understood = respond::understand_after(&self.store, asker, &asked, None, now).await?;
        Ok(Some(respond::answer(&self.store, asker, &understood, Opened::Front, now).await?))
    }

    /// A discussion as a control finds it, with all that came of it.
    pub(super) async fn discussed(&self, asker: &Asker, id: i64) -> Result<(Discussion, Record), Error> {
        let discussion = self.store.discussion_by_id(&self.store.presence(asker), id).await?;
        let viewer = self.store.viewer(asker);
        let catalogue = respond::catalogue(&self.store, asker).await?;
        let record = team::record_of(&self.store, &viewer, &catalogue, &discussion).await?;
        Ok((discussion, record))
    }

    /// “Save as note” on a message: it is kept in the discussion that is here, with a link back to it.
    pub(super) async fn note_message(
        &self,
        given: &Given,
        asker: &Asker,
        channel: u64,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        replies.first(wait(true)).await?;
        let noted = async {
            let message = given.resolved.message().ok_or(BadUse::MessageGone)?;
            let discussion = self.store.discussion_here(&self.store.presence(asker)).await?;
            let link = link(asker, channel, Some(message.id.0));
            let said = format!("{}: {}", message.author.name(), message.content);
            let said: String = said.chars().take(rules::LONGEST_NOTE).collect();
            let about = (said.as_str(), "", Some(link.as_str()));
            let number = team::note(&self.store, asker, discussion.id(), about, &(self.now)()).await?;
            Ok(posts::noted(discussion.id(), number, &said::noted(number), self.place(asker)))
        };
        let last = self.made(asker, noted.await).message;
        self.last_word(replies, channel, &last).await
    }

    /// A form to discuss an answer; the line that asks it again goes along in the form’s id.
    pub(super) async fn discuss_form(
        &self,
        asker: &Asker,
        control: &Control,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        let input = |id, label: &str, most: usize, required| Input {
            id,
            label: label.to_owned(),
            value: String::new(),
            most: u16::try_from(most).unwrap_or(MODAL_VALUE),
            long: false,
            required,
        };
        let inputs = [
            input(TOPIC, form::TOPIC, rules::LONGEST_TOPIC, true),
            input(OPTIONS, form::OPTIONS, usize::from(MODAL_VALUE), false),
            input(CLOSES, form::CLOSES, 40, false),
        ];
        let control = Control { asker: asker.user.unwrap_or(0), ..control.clone() };
        let form = match self.signer.id(&control, asker.guild.unwrap_or(0)) {
            Some(id) if asker.guild.is_some() => message::form(&id, form::OPEN, &inputs),
            _ => self.made(asker, Err(BadTeam::NoServer.into())).message.response(),
        };
        replies.first(form).await
    }

    /// That form when it comes back.
    pub(super) async fn discuss_submitted(
        &self,
        interaction: &Interaction,
        asker: &Asker,
        line: &str,
        values: &[(String, String)],
    ) -> Result<Outgoing, Error> {
        let line = self.whole(line).await?;
        self.open_discussion(interaction, asker, values, Some(&line)).await
    }

    /// The files of a record, as far as Discord takes them.
    pub(super) fn record_files(record: &Record) -> Vec<(String, Vec<u8>)> {
        let asked = Record { is_record: true, ..record.clone() };
        let page = page::compose(&Answer::Record(Box::new(asked)), Opened::All, String::new(), "");
        let mut files = to_discord::all_files(&page);
        let mut room = UPLOAD / 2;
        files.retain(|(_, bytes)| match room.checked_sub(bytes.len()) {
            Some(left) => {
                room = left;
                true
            }
            None => false,
        });
        files
    }
}

/// The address of a channel, or of a message in it.
pub(super) fn link(asker: &Asker, channel: u64, message: Option<u64>) -> String {
    let guild = asker.guild.map_or_else(|| "@me".to_owned(), |guild| guild.to_string());
    let message = message.map_or(String::new(), |message| format!("/{message}"));
    format!("https://discord.com/channels/{guild}/{channel}{message}")
}
