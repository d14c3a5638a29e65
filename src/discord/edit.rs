//! Curation on Discord: commands that open forms or change things. What may be done is checked by the
//! editing room at the moment of each act.

use std::time::Duration;

use super::bot::{Bot, Made};
use super::deliver::{Replies, To};
use super::escape::escape;
use super::incoming::{Given, GivenOption, option_kind};
use super::message::{Outgoing, wait};
use super::parcel::parcel;
use super::rest::{Body, NotSent};
use super::{attachment, forms, from_discord, to_discord};
use crate::access::Act;
use crate::action::Action;
use crate::commands::Command;
use crate::editing::{self, Begun, Form, Purpose};
use crate::error::{BadUse, Error, Refusal};
use crate::knowledge::Entity;
use crate::layout::Layout;
use crate::page;
use crate::store::Asker;
use crate::telemetry::metrics::Told;
use crate::words::controls;

/// What an act comes to.
pub(super) enum Outcome {
    /// A form to fill in.
    Form(Form),
    /// Something to read, for the one who acted.
    Message(Outgoing),
    /// One question back, in a modal of its own, whose submit does this.
    Ask(Action, controls::Prompt),
}

/// The name of the input of a question back.
pub(super) const ANSWER: &str = "answer";

impl From<Outgoing> for Outcome {
    fn from(message: Outgoing) -> Self {
        Self::Message(message)
    }
}

/// How long a form may take to be made: it has to be the first word, and that has to come within three
/// seconds.
pub(super) const FORM_LIMIT: Duration = Duration::from_secs(2);

/// The refusal where a form would have to wait for a long change.
pub(super) fn busy() -> Refusal {
    BadUse::Busy.into()
}

/// The value of an option as text; empty where it is not given.
pub(super) fn text<'a>(given: &'a [(String, String)], name: &str) -> &'a str {
    given.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

/// The reason that stands for one that need not be given.
fn or_none(reason: &str) -> &str {
    if reason.trim().is_empty() { "no reason given" } else { reason }
}

impl Bot {
    /// A command that opens a form or changes something.
    pub(super) async fn edit_command(
        &self,
        command: (&Given, Command, &[GivenOption]),
        asker: &Asker,
        channel: u64,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        let (data, which, options) = command;
        let mut given = from_discord::texts(options);
        if let Some(entity) = opens_form(which) {
            let purpose = if which == Command::Propose { Purpose::Propose } else { Purpose::Change };
            let key = text(&given, "id").to_owned();
            // The fields of the form are those of the files.
            for (name, _) in &mut given {
                if name == "partner" {
                    "partners".clone_into(name);
                }
            }
            let opened = async {
                let now = (self.now)();
                if which == Command::Edit || !key.is_empty() {
                    return editing::begin_edit(&self.store, asker, purpose, &key, &now).await;
                }
                let begun = Begun { given: &given, link: None };
                editing::begin(&self.store, asker, purpose, entity, begun, &now).await
            };
            return self.open(asker, opened, replies).await;
        }
        if which == Command::ForgetServer {
            return self.forget(asker, replies).await;
        }
        // Nothing is written before Discord knows of the answer to come: what nobody could be told of
        // is not done.
        replies.first(wait(true)).await?;
        let last = self.made(asker, self.act(data, asker, which, options, &given).await);
        replies.tells(last.told);
        self.last_word(replies, channel, &last.message).await
    }

    /// A form cannot come later: it has to be the first word to a command.
    async fn open(
        &self,
        asker: &Asker,
        opened: impl Future<Output = Result<Form, Error>>,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        let outcome = match tokio::time::timeout(FORM_LIMIT, opened).await {
            Ok(opened) => opened.map(Outcome::Form),
            Err(_) => Err(busy().into()),
        };
        replies.first(self.response(asker, outcome)).await
    }

    /// What an outcome is as the first word to an interaction.
    pub(super) fn response(&self, asker: &Asker, outcome: Result<Outcome, Error>) -> Body {
        let lost = || Outgoing::private(controls::NO_CONTROL).response();
        match outcome {
            Ok(Outcome::Form(form)) => {
                // Opening a form does not wait for a long change of somebody else.
                let draft = form.draft;
                self.in_background(|store| async move { store.write_draft(draft).await });
                match self.place(asker).act(Action::Submit(form.draft)) {
                    Some(id) => forms::modal(&id, &form),
                    None => lost(),
                }
            }
            Ok(Outcome::Ask(action, (title, label))) => match self.place(asker).act(action) {
                Some(id) => forms::ask(&id, &title, ANSWER, &label),
                None => lost(),
            },
            Ok(Outcome::Message(message)) => message.response(),
            Err(error) => self.made(asker, Err(error)).message.response(),
        }
    }

    pub(super) fn made(&self, asker: &Asker, result: Result<Outgoing, Error>) -> Made {
        match result {
            Ok(message) => Made { message, answered: true, told: Told::answer },
            Err(Error::Refused(refusal)) => self.refused(asker, &refusal),
            Err(Error::Fault(fault)) => self.our_fault(&fault),
        }
    }

    /// What is reported, for the one who acted.
    pub(super) fn report(&self, asker: &Asker, report: &crate::page::Report) -> Outgoing {
        let shown = to_discord::Shown::new(page::report(report), Layout::Auto);
        to_discord::answer(&shown, "", 0, true, self.place(asker))
    }

    /// Commands that change something at once.
    async fn act(
        &self,
        data: &Given,
        asker: &Asker,
        which: Command,
        options: &[GivenOption],
        given: &[(String, String)],
    ) -> Result<Outgoing, Error> {
        let now = &(self.now)();
        let store = &*self.store;
        let get = |name: &str| text(given, name);
        let why = or_none(get("reason"));
        let report = match which {
            Command::AddAlias => {
                let id = self.one_actor(asker, get("actor")).await?;
                editing::add_word(store, asker, &id, get("name"), get("kind"), why, now).await?
            }
            Command::AddSynonym => {
                editing::add_word(store, asker, get("area"), get("word"), "", why, now).await?
            }
            Command::Retract => editing::retract(store, asker, get("id"), get("reason"), now).await?,
            Command::Restore => editing::restore(store, asker, get("id"), why, now).await?,
            Command::Rank => editing::rank(store, asker, get("id"), get("rank"), why, now).await?,
            Command::Link => {
                editing::link(store, asker, get("id"), get("bearing"), get("other"), why, now).await?
            }
            Command::Undo => {
                editing::undo(store, asker, number(get("change"))?, false, get("reason"), now).await?
            }
            Command::RejectMany => {
                let until = Some(get("until")).filter(|until| !until.is_empty());
                let which = editing::Many { since: get("since"), until, users: get("users") };
                editing::reject_many(store, asker, which, get("reason"), now).await?
            }
            Command::Import => self.import(data, asker, options, given, now).await?,
            Command::Doctor => return self.doctor(asker, now).await,
            Command::Export => return self.export(asker, get("scope"), get("format")).await,
            Command::MyData => return self.my_data(asker, get("erase") == "yes").await,
            Command::Grant | Command::Revoke | Command::ShowAccess => {
                return self.access((data, which, options), asker, get("level"), now).await;
            }
            _ => return Err(BadUse::CommandGone.into()),
        };
        Ok(self.report(asker, &report))
    }

    async fn one_actor(&self, asker: &Asker, typed: &str) -> Result<String, Error> {
        let catalogue = crate::respond::catalogue(&self.store, asker).await?;
        Ok(crate::request::actor_named(typed, &catalogue)?)
    }

    async fn import(
        &self,
        data: &Given,
        asker: &Asker,
        options: &[GivenOption],
        given: &[(String, String)],
        now: &str,
    ) -> Result<crate::page::Report, Error> {
        let named = options.iter().find(|option| option.kind == option_kind::ATTACHMENT);
        let file = named.and_then(|option| data.resolved.attachment(option.value.as_str()?));
        let file = file.ok_or(BadUse::NoFile)?;
        // Whether they may is known before anything is fetched.
        self.store.curator(asker, Act::Import, now).await?;
        let text_of = |name: &str| Some(text(given, name).to_owned()).filter(|value| !value.is_empty());
        let _turn = self.turn_for_files().await?;
        let content = attachment::fetch(&file, self.attachment_host.as_deref()).await?;
        let mut defaults = editing::Defaults {
            subject: text_of("subject"),
            partner: text_of("partner"),
            source: text_of("source"),
        };
        for name in [&mut defaults.subject, &mut defaults.partner].into_iter().flatten() {
            *name = self.one_actor(asker, name).await?;
        }
        let given_file = editing::ImportFile { name: file.filename.clone(), text: content, defaults };
        editing::preview(&self.store, asker, given_file, text(given, "reason"), now).await
    }

    async fn export(&self, asker: &Asker, scope: &str, format: &str) -> Result<Outgoing, Error> {
        let viewer = self.store.viewer(asker);
        let format = if format.is_empty() { "toml" } else { format };
        let _turn = self.turn_for_files().await?;
        let exported = editing::export(&self.store, &viewer, scope == "public", format).await?;
        let text = controls::exported(exported.items);
        Ok(files_message(&text, parcel(exported).await?))
    }

    async fn my_data(&self, asker: &Asker, erase: bool) -> Result<Outgoing, Error> {
        if erase {
            editing::erase_me(&self.store, asker, &(self.now)()).await?;
            return Ok(Outgoing::private(controls::PERSON_ERASED));
        }
        let exported = editing::export_me(&self.store, asker).await?;
        if exported.items == 0 {
            return Ok(Outgoing::private(controls::NOTHING_STORED));
        }
        Ok(files_message(controls::ALL_STORED, parcel(exported).await?))
    }

    async fn access(
        &self,
        (data, which, options): (&Given, Command, &[GivenOption]),
        asker: &Asker,
        level: &str,
        now: &str,
    ) -> Result<Outgoing, Error> {
        if which == Command::ShowAccess {
            let grants = editing::access::show(&self.store, asker, now).await?;
            let lines: Vec<String> = grants
                .iter()
                .map(|(holder, level)| format!("- {}: {level}", mention(*holder, asker)))
                .collect();
            let text = if lines.is_empty() { controls::NOTHING_GRANTED.to_owned() } else { lines.join("\n") };
            return Ok(Outgoing::private(page::text::cut(&text, super::limits::CONTENT)));
        }
        let holder = from_discord::holder(data, options).ok_or(BadUse::NobodyChosen)?;
        if which == Command::Revoke {
            editing::access::revoke(&self.store, asker, holder, now).await?;
            return Ok(Outgoing::private(controls::revoked(&mention(holder, asker))));
        }
        let level = editing::access::grant(&self.store, asker, holder, level, now).await?;
        Ok(Outgoing::private(controls::granted(&mention(holder, asker), level)))
    }

    async fn forget(&self, asker: &Asker, replies: Replies<'_>) -> Result<(), NotSent> {
        let warned = async {
            let warning = async {
                let _turn = self.turn_for_files().await?;
                let now = (self.now)();
                let (words, exported) = editing::forget_server_warning(&self.store, asker, &now).await?;
                Ok::<_, Error>((words, exported.items, parcel(exported).await?))
            };
            self.made(
                asker,
                warning.await.map(|(words, items, files)| {
                    let text = controls::erasure(items, &words);
                    let mut message = files_message(&text, files);
                    let erase = self.place(asker).act(Action::ForgetServer);
                    message.rows = to_discord::one_button(erase, controls::ERASE);
                    message
                }),
            )
        };
        replies.deliver(To::New { private: true }, self.defer_after, warned).await
    }

    /// “Propose as statement” on a message: a form with its text, and a link back to it.
    pub(super) async fn propose_message(
        &self,
        given: &Given,
        asker: &Asker,
        channel: u64,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        let message = given.resolved.message();
        let opened = async {
            let message = message.ok_or(BadUse::MessageGone)?;
            let guild = asker.guild.map_or_else(|| "@me".to_owned(), |guild| guild.to_string());
            let link = format!("https://discord.com/channels/{guild}/{channel}/{}", message.id.0);
            let given = [("text".to_owned(), message.content)];
            let begun = Begun { given: &given, link: Some(link) };
            editing::begin(&self.store, asker, Purpose::Propose, Entity::Statement, begun, &(self.now)())
                .await
        };
        self.open(asker, opened, replies).await
    }
}

/// The sort of item whose form a command opens, if it opens one.
fn opens_form(command: Command) -> Option<Entity> {
    match command {
        Command::AddStatement | Command::Propose | Command::Edit => Some(Entity::Statement),
        Command::AddRecommendation => Some(Entity::Recommendation),
        Command::AddSource => Some(Entity::Source),
        Command::AddActor => Some(Entity::Actor),
        Command::AddArea => Some(Entity::Area),
        _ => None,
    }
}

/// A number that people see.
pub(super) fn number(text: &str) -> Result<i64, Refusal> {
    let number = text.trim().trim_start_matches('#').parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| BadUse::NotANumber.into())
}

/// A role or a person as Discord shows them; nobody is pinged by any message of ours.
fn mention(holder: crate::store::grants::Holder, asker: &Asker) -> String {
    use crate::store::grants::Holder;
    match holder {
        Holder::Role(id) if asker.guild == Some(id) => "everyone".to_owned(),
        Holder::Role(id) => format!("<@&{id}>"),
        Holder::Member(id) => format!("<@{id}>"),
    }
}

fn files_message(text: &str, files: Vec<(String, Vec<u8>)>) -> Outgoing {
    Outgoing { files, ..Outgoing::private(escape(text)) }
}
