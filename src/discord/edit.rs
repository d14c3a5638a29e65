//! Curation on Discord: commands that open forms or change things, their buttons, and the forms when
//! they come back. What may be done is checked by the editing room at each of these moments.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serenity::all::{
    Builder as _, CommandDataOption, CommandDataOptionValue, CommandInteraction, ComponentInteraction,
    Context, CreateInteractionResponse, CreateInteractionResponseMessage, Http, ModalInteraction,
};

use super::bot::{Bot, Made, our_fault};
use super::control::{Action, Control};
use super::escape::escape;
use super::message::Outgoing;
use super::send::{NotSent, send};
use super::{attachment, forms, from_discord, to_discord};
use crate::commands::Command;
use crate::editing::{self, Apply, Begun, Form, Purpose, Submitted};
use crate::error::{Error, Refusal};
use crate::knowledge::Entity;
use crate::layout::Layout;
use crate::page;
use crate::respond::Asked;
use crate::store::Asker;

/// How often a long import says how far it is.
const PROGRESS_EVERY: Duration = Duration::from_secs(3);

/// What an act comes to.
enum Outcome {
    /// A form to fill in.
    Form(Form),
    /// Something to read, for the one who acted.
    Message(Outgoing),
    /// One question back, in a modal of its own: what its submit does, its title and its label.
    Ask(String, String, String),
}

/// The name of the input of a question back.
const ANSWER: &str = "answer";

impl From<Outgoing> for Outcome {
    fn from(message: Outgoing) -> Self {
        Self::Message(message)
    }
}

/// The value of an option as text; empty where it is not given.
fn text<'a>(given: &'a [(String, String)], name: &str) -> &'a str {
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
        context: &Context,
        command: &CommandInteraction,
        asker: &Asker,
        which: Command,
        options: &[CommandDataOption],
    ) -> Result<(), NotSent> {
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
            return self.open(context, command, asker, opened).await;
        }
        if which == Command::ForgetServer {
            return self.forget(context, command, asker).await;
        }
        let done = async { self.made(asker, self.act(command, asker, which, options, &given).await) };
        self.deliver(context, command, true, done).await
    }

    /// A form cannot come later: it has to be the first word to a command.
    async fn open(
        &self,
        context: &Context,
        command: &CommandInteraction,
        asker: &Asker,
        opened: impl Future<Output = Result<Form, Error>>,
    ) -> Result<(), NotSent> {
        let limit = Duration::from_millis(2_000);
        let outcome = match tokio::time::timeout(limit, opened).await {
            Ok(opened) => opened.map(Outcome::Form),
            Err(_) => Err(Refusal::new("A long change is being written; try again in a moment.").into()),
        };
        let response = self.response(asker, outcome);
        send(|| command.create_response(&context.http, response.clone())).await
    }

    /// What an outcome is as the first word to an interaction.
    fn response(&self, asker: &Asker, outcome: Result<Outcome, Error>) -> CreateInteractionResponse {
        let lost = || Outgoing::private("This does not fit a control; use the command instead.").response();
        match outcome {
            Ok(Outcome::Form(form)) => match self.edit_id(asker, &format!("submit {}", form.draft)) {
                Some(id) => forms::modal(id, &form),
                None => lost(),
            },
            Ok(Outcome::Ask(line, title, label)) => match self.edit_id(asker, &line) {
                Some(id) => forms::ask(id, &title, ANSWER, &label),
                None => lost(),
            },
            Ok(Outcome::Message(message)) => message.response(),
            Err(error) => self.made(asker, Err(error)).message.response(),
        }
    }

    fn edit_id(&self, asker: &Asker, line: &str) -> Option<String> {
        let asker_id = asker.user.unwrap_or(0);
        let control = Control {
            action: Action::Edit,
            layout: Layout::Auto,
            page: 0,
            asker: asker_id,
            line: line.to_owned(),
        };
        self.signer.id(&control, asker.guild.unwrap_or(0))
    }

    fn made(&self, asker: &Asker, result: Result<Outgoing, Error>) -> Made {
        match result {
            Ok(message) => Made { message, answered: true },
            Err(Error::Refused(refusal)) => self.refused(asker, &refusal),
            Err(Error::Fault(fault)) => our_fault(&fault),
        }
    }

    /// What is reported, for the one who acted.
    fn report(&self, asker: &Asker, report: &crate::page::Report) -> Outgoing {
        let page = page::report(report);
        to_discord::answer(&page, Layout::Auto, 0, true, self.place(asker))
    }

    /// Commands that change something at once.
    async fn act(
        &self,
        command: &CommandInteraction,
        asker: &Asker,
        which: Command,
        options: &[CommandDataOption],
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
            Command::Import => self.import(command, asker, options, given, now).await?,
            Command::Export => return self.export(asker, get("scope"), get("format")).await,
            Command::MyData => return self.my_data(asker, get("erase") == "yes").await,
            Command::Grant | Command::Revoke | Command::ShowAccess => {
                return self.access(command, asker, which, options, get("level"), now).await;
            }
            _ => return Err(Refusal::new("This command is no longer there; /help lists them all.").into()),
        };
        Ok(self.report(asker, &report))
    }

    async fn one_actor(&self, asker: &Asker, typed: &str) -> Result<String, Error> {
        let catalogue = crate::respond::catalogue(&self.store, asker).await?;
        Ok(crate::request::actor_named(typed, &catalogue)?)
    }

    async fn import(
        &self,
        command: &CommandInteraction,
        asker: &Asker,
        options: &[CommandDataOption],
        given: &[(String, String)],
        now: &str,
    ) -> Result<crate::page::Report, Error> {
        let id = options.iter().find_map(|option| match option.value {
            CommandDataOptionValue::Attachment(id) => Some(id),
            _ => None,
        });
        let file = id.and_then(|id| command.data.resolved.attachments.get(&id));
        let file = file.ok_or_else(|| Refusal::new("No file came with the command; upload it again."))?;
        // Whether they may is known before anything is fetched.
        self.store.curator(asker, "import", now).await?;
        let text_of = |name: &str| Some(text(given, name).to_owned()).filter(|value| !value.is_empty());
        let content = attachment::fetch(file, self.attachment_host.as_deref()).await?;
        let mut defaults = editing::Defaults {
            subject: text_of("subject"),
            partner: text_of("partner"),
            source: text_of("source"),
        };
        for name in [&mut defaults.subject, &mut defaults.partner].into_iter().flatten() {
            *name = self.one_actor(asker, name).await?;
        }
        let given_file = editing::Given { name: file.filename.clone(), text: content, defaults };
        editing::preview(&self.store, asker, given_file, text(given, "reason"), now).await
    }

    async fn export(&self, asker: &Asker, scope: &str, format: &str) -> Result<Outgoing, Error> {
        let viewer = self.store.viewer(asker);
        let format = if format.is_empty() { "toml" } else { format };
        let exported = editing::export(&self.store, &viewer, scope == "public", format).await?;
        Ok(file_message(&format!("{} items.", exported.items), exported))
    }

    async fn my_data(&self, asker: &Asker, erase: bool) -> Result<Outgoing, Error> {
        if erase {
            editing::erase_me(&self.store, asker).await?;
            return Ok(Outgoing::private("Erased. What you contributed stays, without your name."));
        }
        let exported = editing::export_me(&self.store, asker).await?;
        Ok(file_message("What is kept of you.", exported))
    }

    async fn access(
        &self,
        command: &CommandInteraction,
        asker: &Asker,
        which: Command,
        options: &[CommandDataOption],
        level: &str,
        now: &str,
    ) -> Result<Outgoing, Error> {
        if which == Command::ShowAccess {
            let grants = editing::access::show(&self.store, asker, now).await?;
            let lines: Vec<String> = grants
                .iter()
                .map(|(holder, level)| format!("- {}: {level}", mention(*holder, asker)))
                .collect();
            let text = if lines.is_empty() {
                "Nothing is granted: whoever may manage the server is curator, everyone else contributor."
                    .to_owned()
            } else {
                lines.join("\n")
            };
            return Ok(Outgoing::private(page::text::cut(&text, super::limits::CONTENT)));
        }
        let holder = from_discord::holder(&command.data, options)
            .ok_or_else(|| Refusal::new("Choose a role or a member."))?;
        if which == Command::Revoke {
            editing::access::revoke(&self.store, asker, holder, now).await?;
            return Ok(Outgoing::private(format!("Taken back from {}.", mention(holder, asker))));
        }
        let level = editing::access::grant(&self.store, asker, holder, level, now).await?;
        Ok(Outgoing::private(format!("{} is now {level}: {}.", mention(holder, asker), level.meaning())))
    }

    async fn forget(
        &self,
        context: &Context,
        command: &CommandInteraction,
        asker: &Asker,
    ) -> Result<(), NotSent> {
        let warned = async {
            let warning = editing::forget_server_warning(&self.store, asker, &(self.now)()).await;
            self.made(asker, warning.map(|(words, exported)| {
                let text = format!(
                    "The file has everything this server recorded: {} items. Erasing takes all of it with its history \
                     and cannot be undone; you will be asked to type “{words}”.",
                    exported.items
                );
                let mut message = file_message(&text, exported);
                message.rows = to_discord::one_button(self.edit_id(asker, "forget"), "Erase everything…");
                message
            }))
        };
        self.deliver(context, command, true, warned).await
    }

    /// “Propose as statement” on a message: a form with its text, and a link back to it.
    pub(super) async fn propose_message(
        &self,
        context: &Context,
        command: &CommandInteraction,
        asker: &Asker,
    ) -> Result<(), NotSent> {
        let message = command.data.resolved.messages.values().next();
        let opened = async {
            let message = message.ok_or_else(|| Refusal::new("The message is gone."))?;
            let guild = asker.guild.map_or_else(|| "@me".to_owned(), |guild| guild.to_string());
            let link = format!("https://discord.com/channels/{guild}/{}/{}", command.channel_id, message.id);
            let given = [("text".to_owned(), message.content.clone())];
            let begun = Begun { given: &given, link: Some(link) };
            editing::begin(&self.store, asker, Purpose::Propose, Entity::Statement, begun, &(self.now)())
                .await
        };
        self.open(context, command, asker, opened).await
    }

    /// A button that does something with knowledge.
    pub(super) async fn edit_click(
        &self,
        context: &Context,
        component: &ComponentInteraction,
        asker: &Asker,
        line: &str,
    ) -> Result<(), NotSent> {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        if verb == "apply" {
            return self.apply_click(context, component, asker, rest).await;
        }
        let outcome = self.clicked_edit(asker, verb, rest, component.channel_id.get()).await;
        let response = self.response(asker, outcome);
        send(|| component.create_response(&context.http, response.clone())).await
    }

    async fn clicked_edit(
        &self,
        asker: &Asker,
        verb: &str,
        rest: &str,
        channel: u64,
    ) -> Result<Outcome, Error> {
        let now = &(self.now)();
        let store = &*self.store;
        let ask = |title: &str, label: &str| {
            Outcome::Ask(format!("{verb} {rest}"), title.to_owned(), label.to_owned())
        };
        let report = match verb {
            "undo" => editing::undo(store, asker, number(rest)?, false, "", now).await?,
            "undo-rest" => editing::undo(store, asker, number(rest)?, true, "", now).await?,
            "approve" => editing::approve(store, asker, number(rest)?, now).await?,
            "cancel" => editing::cancel(store, asker, number(rest)?, now).await?,
            "edit-proposal" => {
                return Ok(Outcome::Form(editing::edit_proposal(store, asker, number(rest)?, now).await?));
            }
            "form" => return Ok(Outcome::Form(editing::reopen(store, asker, number(rest)?, now).await?)),
            "reject" => {
                store.editor(asker, "reject proposals", now).await?;
                return Ok(ask(&format!("Reject proposal #{rest}"), "Why it is rejected"));
            }
            "reject-all" => {
                store.editor(asker, "reject proposals", now).await?;
                return Ok(ask("Reject all of this person", "Why they are rejected"));
            }
            "confirm" => {
                let (_, many) = rest.split_once(' ').unwrap_or_default();
                return Ok(ask("Apply the import", &format!("Type {many}, the number it takes away")));
            }
            "forget" => {
                let (words, _) = editing::forget_server_warning(store, asker, now).await?;
                return Ok(ask("Erase this server’s knowledge", &format!("Type: {words}")));
            }
            "next" | "show" => {
                let line = match verb {
                    "next" => format!("/knowledge review after:{rest}"),
                    _ => format!("/knowledge show {rest}"),
                };
                let made = self.make(asker, &Asked::Line(line), channel, true).await;
                return Ok(Outgoing { private: true, ..made.message }.into());
            }
            _ => return Err(Refusal::new("This control has expired; use the command again.").into()),
        };
        Ok(self.report(asker, &report).into())
    }

    /// Applying an import may take long: Discord is asked to wait at once, and told how far it is.
    async fn apply_click(
        &self,
        context: &Context,
        component: &ComponentInteraction,
        asker: &Asker,
        rest: &str,
    ) -> Result<(), NotSent> {
        let http = &context.http;
        let wait = CreateInteractionResponse::Defer(CreateInteractionResponseMessage::new().ephemeral(true));
        send(|| component.create_response(http, wait.clone())).await?;
        let message = self.apply(asker, rest, None, http, &component.token).await;
        let last = message.edit();
        send(|| component.edit_response(http, last.clone())).await
    }

    /// Applies an import, saying how far it is in the answer to the interaction of this token.
    async fn apply(
        &self,
        asker: &Asker,
        draft: &str,
        typed: Option<&str>,
        http: &Http,
        token: &str,
    ) -> Outgoing {
        let done = AtomicUsize::new(0);
        let progress = |written: usize| done.store(written, Ordering::Relaxed);
        let applied = async {
            let id = number(draft)?;
            editing::apply(&self.store, asker, id, typed, &(self.now)(), &progress).await
        };
        let mut applied = std::pin::pin!(applied);
        let result = loop {
            match tokio::time::timeout(PROGRESS_EVERY, &mut applied).await {
                Ok(result) => break result,
                Err(_) => {
                    let text = format!("Importing: {} written…", done.load(Ordering::Relaxed));
                    let so_far = Outgoing::private(text).edit();
                    // Whether this is shown matters less than that the import goes on.
                    let _ = tokio::time::timeout(PROGRESS_EVERY, so_far.execute(http, token)).await;
                }
            }
        };
        let result = result.map(|applied| match applied {
            Apply::Done(report) | Apply::Anew(report) => self.report(asker, &report),
        });
        self.made(asker, result).message
    }

    /// A form that comes back.
    pub(super) async fn modal(&self, context: &Context, modal: &ModalInteraction) -> Result<(), NotSent> {
        let http = &context.http;
        let asker = from_discord::asker(&modal.user, modal.guild_id, modal.member.as_ref(), &self.owners);
        let control = self.signer.read(&modal.data.custom_id, asker.guild.unwrap_or(0));
        let Some(control) = control.filter(|c| c.action == Action::Edit && asker.user == Some(c.asker))
        else {
            let gone = Outgoing::private("This form has expired; use the command again.").response();
            return send(|| modal.create_response(http, gone.clone())).await;
        };
        // Saving may have to wait for a long change of somebody else.
        let wait = CreateInteractionResponse::Defer(CreateInteractionResponseMessage::new().ephemeral(true));
        send(|| modal.create_response(http, wait.clone())).await?;
        let values = forms::values(&modal.data);
        let (verb, rest) = control.line.split_once(' ').unwrap_or((control.line.as_str(), ""));
        let message = if verb == "confirm" {
            let draft = rest.split_once(' ').map_or(rest, |(draft, _)| draft);
            self.apply(&asker, draft, Some(text(&values, ANSWER)), http, &modal.token).await
        } else {
            self.made(&asker, self.submitted(&asker, verb, rest, values).await).message
        };
        let last = message.edit();
        send(|| modal.edit_response(http, last.clone())).await
    }

    async fn submitted(
        &self,
        asker: &Asker,
        verb: &str,
        rest: &str,
        values: Vec<(String, String)>,
    ) -> Result<Outgoing, Error> {
        let now = &(self.now)();
        let store = &*self.store;
        let answer = text(&values, ANSWER).to_owned();
        match verb {
            "submit" => Ok(match editing::submit(store, asker, number(rest)?, values, now).await? {
                Submitted::Done(report) | Submitted::Overtaken(report) => self.report(asker, &report),
                Submitted::Back(refusal, draft) => {
                    let mut message = self.refused(asker, &refusal).message;
                    message.rows =
                        to_discord::one_button(self.edit_id(asker, &format!("form {draft}")), "Edit again");
                    message
                }
            }),
            "reject" => {
                Ok(self.report(asker, &editing::reject(store, asker, number(rest)?, &answer, now).await?))
            }
            "reject-all" => {
                Ok(self.report(asker, &editing::reject_all(store, asker, number(rest)?, &answer, now).await?))
            }
            "forget" => {
                editing::forget_server(store, asker, &answer, now).await?;
                Ok(Outgoing::private("Everything this server recorded is erased."))
            }
            _ => Err(Refusal::new("This form has expired; use the command again.").into()),
        }
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
fn number(text: &str) -> Result<i64, Refusal> {
    let number = text.trim().trim_start_matches('#').parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| Refusal::new(format!("There is no number {}.", crate::request::quoted(text))))
}

/// A role or a person as Discord shows them; nobody is pinged by any message of ours.
fn mention(holder: crate::store::people::Holder, asker: &Asker) -> String {
    use crate::store::people::Holder;
    match holder {
        Holder::Role(id) if asker.guild == Some(id) => "everyone".to_owned(),
        Holder::Role(id) => format!("<@&{id}>"),
        Holder::Member(id) => format!("<@{id}>"),
    }
}

fn file_message(text: &str, exported: editing::Exported) -> Outgoing {
    Outgoing { files: vec![(exported.name, exported.text.into_bytes())], ..Outgoing::private(escape(text)) }
}
