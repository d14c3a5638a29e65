//! Buttons that do something with knowledge, and forms when they come back.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::bot::{Audience, Bot};
use super::control::Does;
use super::deliver::Replies;
use super::edit::{ANSWER, FORM_LIMIT, Outcome, busy, text};
use super::forms;
use super::incoming::{Interaction, Submitted as Filled};
use super::message::{Outgoing, wait};
use super::rest::NotSent;
use super::to_discord;
use crate::access::Act;
use crate::action::Action;
use crate::editing::{self, Apply, Begun, Form, Purpose, Submitted};
use crate::error::{BadUse, Error};
use crate::knowledge::Entity;
use crate::respond::Asked;
use crate::store::gaps::Verdict;
use crate::store::{Asker, Store};
use crate::words::controls;

/// The file in which what was typed comes back.
const TYPED: &str = "what-you-typed.txt";

/// How often a long import says how far it is.
const PROGRESS_EVERY: Duration = Duration::from_secs(3);

/// A form to propose what is missing, with the actors and the area of the question that found nothing.
async fn propose_missing(
    store: &Store,
    asker: &Asker,
    (actors, area): (&[String], Option<&str>),
    now: &str,
) -> Result<Form, Error> {
    let (subject, partners) = actors.split_first().map_or(("", &[][..]), |(first, rest)| (first, rest));
    let mut given =
        vec![("subject".to_owned(), subject.to_owned()), ("partners".to_owned(), partners.join("; "))];
    given.extend(area.map(|area| ("area".to_owned(), area.to_owned())));
    let begun = Begun { given: &given, link: None };
    editing::begin(store, asker, Purpose::Propose, Entity::Statement, begun, now).await
}

impl Bot {
    /// A control that does something beside showing an answer.
    pub(super) async fn act_on(
        &self,
        asker: &Asker,
        action: &Action,
        channel: u64,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        if action.opens_form() {
            let outcome = self.acted(asker, action, channel);
            let outcome =
                tokio::time::timeout(FORM_LIMIT, outcome).await.unwrap_or_else(|_| Err(busy().into()));
            return replies.first(self.response(asker, outcome)).await;
        }
        // Nothing is written before Discord knows of the answer to come.
        replies.first(wait(true)).await?;
        let last = match action {
            Action::ApplyImport(draft) => self.apply(asker, *draft, None, replies).await,
            action => {
                let result = match self.acted(asker, action, channel).await {
                    Ok(Outcome::Message(message)) => Ok(message),
                    Ok(Outcome::Form(_) | Outcome::Ask(..)) => Err(BadUse::ChangeExpired.into()),
                    Err(error) => Err(error),
                };
                self.made(asker, result).message
            }
        };
        self.last_word(replies, channel, &last).await
    }

    async fn acted(&self, asker: &Asker, action: &Action, channel: u64) -> Result<Outcome, Error> {
        let now = &(self.now)();
        let store = &*self.store;
        let ask = |prompt: controls::Prompt| Outcome::Ask(action.clone(), prompt);
        let report = match action {
            Action::Undo(number) => editing::undo(store, asker, *number, false, "", now).await?,
            Action::UndoRest(number) => editing::undo(store, asker, *number, true, "", now).await?,
            Action::Approve(number) => editing::approve(store, asker, *number, now).await?,
            Action::Cancel(draft) => editing::cancel(store, asker, *draft, now).await?,
            Action::EditProposal(number) => {
                return Ok(Outcome::Form(editing::edit_proposal(store, asker, *number, now).await?));
            }
            Action::Wrong(item) => {
                let form = editing::begin_edit(store, asker, Purpose::Propose, item, now).await?;
                let (asker, item, now) = (asker.clone(), item.clone(), now.clone());
                self.in_background(|store| async move {
                    store.note_verdict(&asker, &item, Verdict::Wrong, &now).await
                });
                return Ok(Outcome::Form(form));
            }
            Action::ProposeMissing(actors, area) => {
                let missing = (actors.as_slice(), area.as_deref());
                return Ok(Outcome::Form(propose_missing(store, asker, missing, now).await?));
            }
            Action::Helpful(item) => {
                store.note_verdict(asker, item, Verdict::Helpful, now).await?;
                return Ok(Outgoing::private(controls::THANKS).into());
            }
            Action::Form(draft) => {
                return Ok(Outcome::Form(editing::reopen(store, asker, *draft, now).await?));
            }
            Action::Reject(number) => {
                store.editor(asker, Act::Reject, now).await?;
                return Ok(ask(controls::reject(*number)));
            }
            Action::RejectAll(_) => {
                store.editor(asker, Act::Reject, now).await?;
                return Ok(ask(controls::reject_all()));
            }
            Action::ConfirmImport(_, removes) => return Ok(ask(controls::confirm_import(*removes))),
            Action::ForgetServer => {
                let words = editing::forget_server_words(store, asker, now).await?;
                return Ok(ask(controls::confirm_erasure(&words)));
            }
            Action::NextProposal(_) | Action::Show(_) => {
                let line = match action {
                    Action::NextProposal(number) => format!("/knowledge review after:{number}"),
                    Action::Show(key) => format!("/knowledge show {key}"),
                    _ => return Err(BadUse::ChangeExpired.into()),
                };
                let made = self.make(asker, &Asked::Line(line), channel, Audience::Asker).await;
                return Ok(Outgoing { private: true, ..made.message }.into());
            }
            // Those of teams have a way of their own.
            _ => return Err(BadUse::ChangeExpired.into()),
        };
        Ok(self.report(asker, &report).into())
    }

    /// Applies an import, saying how far it is in the answer to the interaction.
    async fn apply(&self, asker: &Asker, draft: i64, typed: Option<&str>, replies: Replies<'_>) -> Outgoing {
        let done = AtomicUsize::new(0);
        let progress = |written: usize| done.store(written, Ordering::Relaxed);
        let applied = async {
            let _turn = self.turn_for_files().await?;
            editing::apply(&self.store, asker, draft, typed, &(self.now)(), &progress).await
        };
        let mut applied = std::pin::pin!(applied);
        let result = loop {
            if let Ok(result) = tokio::time::timeout(PROGRESS_EVERY, &mut applied).await {
                break result;
            }
            let so_far = Outgoing::private(controls::importing(done.load(Ordering::Relaxed))).edit();
            let mut shown = std::pin::pin!(replies.edit(so_far));
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
    pub(super) async fn modal(
        &self,
        interaction: &Interaction,
        filled: &Filled,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        let asker = self.asker(interaction);
        let control = self.signer.read(&filled.custom_id, asker.guild.unwrap_or(0));
        let control = control.filter(|control| asker.user == Some(control.asker));
        let discussed = control.as_ref().filter(|control| control.does == Does::Discuss);
        let discussed = discussed.map(|control| control.line.clone());
        let action = control.and_then(|control| match control.does {
            Does::Act(action) => Some(action),
            _ => None,
        });
        if action.is_none() && discussed.is_none() {
            return replies.first(Outgoing::private(controls::FORM_EXPIRED).response()).await;
        }
        // Saving may have to wait for a long change of somebody else.
        replies.first(wait(true)).await?;
        let values = &filled.values;
        let message = if let Some(Action::ConfirmImport(draft, _)) = action {
            self.apply(&asker, draft, Some(text(values, ANSWER)), replies).await
        } else {
            let channel = interaction.channel_id;
            let done = match (&action, &discussed) {
                (Some(action), _) if action.is_of_team() => {
                    self.team_submitted(&asker, action, values, channel).await
                }
                (Some(action), _) => self.submitted(&asker, action, values).await,
                (None, line) => {
                    let line = line.as_deref().unwrap_or_default();
                    self.discuss_submitted(interaction, &asker, line, values).await
                }
            };
            let made = self.made(&asker, done);
            // What somebody typed comes back, whatever kept it from being done.
            let typed = Some(forms::as_text(values)).filter(|typed| !made.answered && !typed.is_empty());
            let file = typed.map(|typed| (TYPED.to_owned(), typed.into_bytes()));
            let mut message = made.message;
            message.files.extend(file);
            message
        };
        self.last_word(replies, interaction.channel_id, &message).await
    }

    async fn submitted(
        &self,
        asker: &Asker,
        action: &Action,
        values: &[(String, String)],
    ) -> Result<Outgoing, Error> {
        let now = &(self.now)();
        let store = &*self.store;
        let answer = text(values, ANSWER);
        let report = match action {
            Action::Submit(draft) => {
                match editing::submit(store, asker, *draft, values.to_vec(), now).await? {
                    Submitted::Done(report) | Submitted::Overtaken(report) => report,
                    Submitted::Back(refusal, draft) => {
                        let mut message = self.refused(asker, &refusal).message;
                        let again = self.place(asker).act(Action::Form(draft));
                        message.rows = to_discord::one_button(again, controls::EDIT_AGAIN);
                        return Ok(message);
                    }
                }
            }
            Action::Reject(number) => editing::reject(store, asker, *number, answer, now).await?,
            Action::RejectAll(number) => editing::reject_all(store, asker, *number, answer, now).await?,
            Action::ForgetServer => {
                editing::forget_server(store, asker, answer, now).await?;
                return Ok(Outgoing::private(controls::SERVER_ERASED));
            }
            _ => return Err(BadUse::FormExpired.into()),
        };
        Ok(self.report(asker, &report))
    }
}
