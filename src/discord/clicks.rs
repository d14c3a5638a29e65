//! Buttons that do something with knowledge, and forms when they come back.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serenity::all::{ComponentInteraction, ModalInteraction};

use super::bot::{Audience, Bot};
use super::control::Action;
use super::edit::{ANSWER, FORM_LIMIT, Outcome, busy, number, text};
use super::message::{Outgoing, wait};
use super::rest::{NotSent, Ticket};
use super::{forms, from_discord, to_discord};
use crate::access::Act;
use crate::editing::{self, Apply, Begun, Form, Purpose, Submitted};
use crate::error::{BadUse, Error};
use crate::knowledge::Entity;
use crate::respond::Asked;
use crate::store::gaps::Verdict;
use crate::store::{Asker, Store};
use crate::words::controls;

/// The buttons that open a form or ask something back; it has to be the first word to them.
const OPENS_MODAL: [&str; 8] =
    ["edit-proposal", "form", "reject", "reject-all", "confirm", "forget", "wrong", "missing"];

/// The file in which what was typed comes back.
const TYPED: &str = "what-you-typed.txt";

/// How often a long import says how far it is.
const PROGRESS_EVERY: Duration = Duration::from_secs(3);

/// A form to propose what is missing, with the actors and the area of the question that found nothing.
async fn propose_missing(store: &Store, asker: &Asker, rest: &str, now: &str) -> Result<Form, Error> {
    let (area, actors) = rest.split_once(' ').unwrap_or((rest, ""));
    let mut actors = actors.split(',').map(str::to_owned);
    let mut given = vec![("subject".to_owned(), actors.next().unwrap_or_default())];
    given.push(("partners".to_owned(), actors.collect::<Vec<_>>().join("; ")));
    if area != "-" {
        given.push(("area".to_owned(), area.to_owned()));
    }
    let begun = Begun { given: &given, link: None };
    editing::begin(store, asker, Purpose::Propose, Entity::Statement, begun, now).await
}

impl Bot {
    /// A button that does something with knowledge.
    pub(super) async fn edit_click(
        &self,
        component: &ComponentInteraction,
        asker: &Asker,
        line: &str,
    ) -> Result<(), NotSent> {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        if verb == "apply" {
            return self.apply_click(component, asker, rest).await;
        }
        let channel = component.channel_id.get();
        if OPENS_MODAL.contains(&verb) {
            let outcome = self.clicked_edit(asker, verb, rest, channel);
            let outcome =
                tokio::time::timeout(FORM_LIMIT, outcome).await.unwrap_or_else(|_| Err(busy().into()));
            let response = self.response(asker, outcome);
            return self.rest.respond(component.into(), &response).await;
        }
        // Nothing is written before Discord knows of the answer to come.
        self.rest.respond(component.into(), &wait(true)).await?;
        let result = match self.clicked_edit(asker, verb, rest, channel).await {
            Ok(Outcome::Message(message)) => Ok(message),
            Ok(Outcome::Form(_) | Outcome::Ask(..)) => Err(BadUse::ChangeExpired.into()),
            Err(error) => Err(error),
        };
        let last = self.made(asker, result).message;
        self.last_word(component.into(), &last).await
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
        let ask = |(title, label): controls::Prompt| Outcome::Ask(format!("{verb} {rest}"), title, label);
        let report = match verb {
            "undo" => editing::undo(store, asker, number(rest)?, false, "", now).await?,
            "undo-rest" => editing::undo(store, asker, number(rest)?, true, "", now).await?,
            "approve" => editing::approve(store, asker, number(rest)?, now).await?,
            "cancel" => editing::cancel(store, asker, number(rest)?, now).await?,
            "edit-proposal" => {
                return Ok(Outcome::Form(editing::edit_proposal(store, asker, number(rest)?, now).await?));
            }
            "wrong" => {
                let form = editing::begin_edit(store, asker, Purpose::Propose, rest, now).await?;
                let (asker, item, now) = (asker.clone(), rest.to_owned(), now.clone());
                self.in_background(|store| async move {
                    store.note_verdict(&asker, &item, Verdict::Wrong, &now).await
                });
                return Ok(Outcome::Form(form));
            }
            "missing" => return Ok(Outcome::Form(propose_missing(store, asker, rest, now).await?)),
            "helpful" => {
                store.note_verdict(asker, rest, Verdict::Helpful, now).await?;
                return Ok(Outgoing::private(controls::THANKS).into());
            }
            "form" => return Ok(Outcome::Form(editing::reopen(store, asker, number(rest)?, now).await?)),
            "reject" => {
                store.editor(asker, Act::Reject, now).await?;
                return Ok(ask(controls::reject(rest)));
            }
            "reject-all" => {
                store.editor(asker, Act::Reject, now).await?;
                return Ok(ask(controls::reject_all()));
            }
            "confirm" => {
                let (_, many) = rest.split_once(' ').unwrap_or_default();
                return Ok(ask(controls::confirm_import(many)));
            }
            "forget" => {
                let words = editing::forget_server_words(store, asker, now).await?;
                return Ok(ask(controls::confirm_erasure(&words)));
            }
            "next" | "show" => {
                let line = match verb {
                    "next" => format!("/knowledge review after:{rest}"),
                    _ => format!("/knowledge show {rest}"),
                };
                let made = self.make(asker, &Asked::Line(line), channel, Audience::Asker).await;
                return Ok(Outgoing { private: true, ..made.message }.into());
            }
            _ => return Err(BadUse::ChangeExpired.into()),
        };
        Ok(self.report(asker, &report).into())
    }

    /// Applying an import may take long: Discord is asked to wait at once, and told how far it is.
    async fn apply_click(
        &self,
        component: &ComponentInteraction,
        asker: &Asker,
        rest: &str,
    ) -> Result<(), NotSent> {
        self.rest.respond(component.into(), &wait(true)).await?;
        let message = self.apply(asker, rest, None, component.into()).await;
        self.last_word(component.into(), &message).await
    }

    /// Applies an import, saying how far it is in the answer to the interaction of this token.
    async fn apply(&self, asker: &Asker, draft: &str, typed: Option<&str>, to: Ticket<'_>) -> Outgoing {
        let done = AtomicUsize::new(0);
        let progress = |written: usize| done.store(written, Ordering::Relaxed);
        let applied = async {
            let _turn = self.turn_for_files().await?;
            let id = number(draft)?;
            editing::apply(&self.store, asker, id, typed, &(self.now)(), &progress).await
        };
        let mut applied = std::pin::pin!(applied);
        let result = loop {
            if let Ok(result) = tokio::time::timeout(PROGRESS_EVERY, &mut applied).await {
                break result;
            }
            let so_far = Outgoing::private(controls::importing(done.load(Ordering::Relaxed))).edit();
            let mut shown = std::pin::pin!(self.rest.edit(to, &so_far));
            // The import goes on while this is shown; the last word comes after it, not before.
            tokio::select! {
                result = &mut applied => {
                    let _ = shown.await;
                    break result;
                }
                _ = &mut shown => {}
            }
        };
        let result = result.map(|applied| match applied {
            Apply::Done(report) | Apply::Anew(report) => self.report(asker, &report),
        });
        self.made(asker, result).message
    }

    /// A form that comes back.
    pub(super) async fn modal(&self, modal: &ModalInteraction) -> Result<(), NotSent> {
        let (member, id) = (modal.member.as_ref(), Some(modal.id));
        let channel = from_discord::channel(modal.channel_id, modal.channel.as_ref());
        let asker = from_discord::asker(&modal.user, (modal.guild_id, channel), member, id, &self.people);
        let control = self.signer.read(&modal.data.custom_id, asker.guild.unwrap_or(0));
        let Some(control) = control.filter(|c| c.action == Action::Edit && asker.user == Some(c.asker))
        else {
            let gone = Outgoing::private(controls::FORM_EXPIRED).response();
            return self.rest.respond(modal.into(), &gone).await;
        };
        // Saving may have to wait for a long change of somebody else.
        self.rest.respond(modal.into(), &wait(true)).await?;
        let values = forms::values(&modal.data);
        let (verb, rest) = control.line.split_once(' ').unwrap_or((control.line.as_str(), ""));
        let message = if verb == "confirm" {
            let draft = rest.split_once(' ').map_or(rest, |(draft, _)| draft);
            self.apply(&asker, draft, Some(text(&values, ANSWER)), modal.into()).await
        } else {
            let typed = forms::as_text(&values);
            let made = self.made(&asker, self.submitted(&asker, verb, rest, values).await);
            // What somebody typed comes back, whatever kept it from being done.
            let typed = Some(typed).filter(|typed| !made.answered && !typed.is_empty());
            let file = typed.map(|typed| (TYPED.to_owned(), typed.into_bytes()));
            let mut message = made.message;
            message.files.extend(file);
            message
        };
        self.last_word(modal.into(), &message).await
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
                    message.rows = to_discord::one_button(
                        self.edit_id(asker, &format!("form {draft}")),
                        controls::EDIT_AGAIN,
                    );
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
                Ok(Outgoing::private(controls::SERVER_ERASED))
            }
            _ => Err(BadUse::FormExpired.into()),
        }
    }
}
