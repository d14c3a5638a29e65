//! The controls under an answer: turning, laying out, sources, files, sharing; and choosing what was
//! meant where a question was not understood.

use serenity::all::{ComponentInteraction, ComponentInteractionDataKind, MessageFlags};

use super::bot::{Audience, Bot, Made};
use super::control::{Action, Control};
use super::deliver::{Delivery, To};
use super::from_discord;
use super::message::Outgoing;
use super::rest::NotSent;
use super::to_discord;
use crate::error::{BadUse, Error, Refusal};
use crate::page::FileForm;
use crate::request::with_option;
use crate::respond::{self, Asked};
use crate::section::{Opened, SectionName};
use crate::store::Asker;
use crate::words;

impl Bot {
    /// A button was pressed or something chosen from a menu.
    pub(super) async fn component(&self, component: &ComponentInteraction) -> Result<(), NotSent> {
        let channel = from_discord::channel(component.channel_id, component.channel.as_ref());
        let asker = from_discord::asker(
            &component.user,
            (component.guild_id, channel),
            component.member.as_ref(),
            Some(component.id),
            &self.people,
        );
        let control = self.signer.read(&component.data.custom_id, asker.guild.unwrap_or(0));
        if let Some(control) = control.as_ref().filter(|control| control.action == Action::Edit) {
            return self.edit_click(component, &asker, &control.line).await;
        }
        let refused = match &control {
            None => Some(Refusal::from(BadUse::ControlExpired).to_string()),
            Some(control) => self.may_not(&asker, control).await,
        };
        let (Some(control), None) = (control, &refused) else {
            let response = Outgoing::private(super::escape::escape(&refused.unwrap_or_default())).response();
            return self.rest.respond(component.into(), &response).await;
        };
        let was_private =
            component.message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL));
        let to = match control.action {
            Action::Go
            | Action::First
            | Action::Last
            | Action::Section
            | Action::Layout
            | Action::Correct => To::Place,
            // A public question back gives way to the answer; a private one stays, as it cannot become public.
            Action::Ask | Action::Choose if !was_private => To::Place,
            Action::Ask | Action::Choose | Action::Share => To::New { private: false },
            _ => To::New { private: true },
        };
        let answer = async {
            match control.action {
                Action::Ask | Action::Choose | Action::Correct => {
                    let made = self.chosen(&asker, &control, component, was_private).await;
                    // What was asked privately takes the place of nothing that others see.
                    Made { answered: made.answered && !(to == To::Place && made.message.private), ..made }
                }
                _ => {
                    let chosen = chosen_value(component);
                    self.made(&asker, self.again(&asker, &control, chosen, was_private).await)
                }
            }
        };
        Delivery::by_control(&self.rest, component).deliver(to, self.defer_after, answer).await
    }

    /// Why somebody may not use a control; nothing where they may.
    async fn may_not(&self, asker: &Asker, control: &Control) -> Option<String> {
        let for_anyone = matches!(control.action, Action::Sources | Action::Csv | Action::Markdown);
        if for_anyone || asker.user == Some(control.asker) {
            return None;
        }
        let line = self.whole(&control.line).await.unwrap_or_default();
        Some(words::controls::not_yours(&line))
    }

    /// Asks what was chosen.
    async fn chosen(
        &self,
        asker: &Asker,
        control: &Control,
        component: &ComponentInteraction,
        was_private: bool,
    ) -> Made {
        let chosen = chosen_value(component);
        let is_correction = control.action == Action::Correct;
        let line = chosen.filter(|_| !is_correction).unwrap_or(&control.line);
        match self.whole(line.trim_start_matches('/')).await {
            Ok(line) => {
                let correction = chosen.filter(|_| is_correction);
                let line = correction.map_or_else(|| line.clone(), |option| with_option(&line, option));
                // What corrects a private question is as private.
                let audience = if is_correction && was_private { Audience::Asker } else { Audience::AsAsked };
                self.make(asker, &Asked::Line(line), component.channel_id.get(), audience).await
            }
            Err(fault) => self.made(asker, Err(fault.into())),
        }
    }

    /// Answers a control’s line anew and shows what the control is for; `chosen` is what was chosen from a menu.
    async fn again(
        &self,
        asker: &Asker,
        control: &Control,
        chosen: Option<&str>,
        private: bool,
    ) -> Result<Outgoing, Error> {
        let asked = Asked::Line(self.whole(&control.line).await?);
        let understood = respond::understand_after(&self.store, asker, &asked, None, &(self.now)()).await?;
        let layout = match control.action {
            Action::Layout => {
                // A button of the version before went on to the next layout.
                let named = chosen.and_then(|word| word.parse().ok());
                self.layout(asker, Some(named.unwrap_or_else(|| control.layout.next()))).await?
            }
            _ => control.layout,
        };
        let expired = || Error::from(BadUse::ControlExpired);
        let opened = match control.action {
            Action::Section => chosen.and_then(|word| word.parse().ok()).ok_or_else(expired)?,
            Action::Csv | Action::Markdown => Opened::All,
            Action::Sources => Opened::Section(SectionName::Sources),
            _ => control.opened,
        };
        let shown = self.shown(asker, &understood, opened, layout).await?;
        let sheet = |number: usize, private: bool| {
            let line = self.shortened(asker, &shown.page.line);
            to_discord::answer(&shown, &line, number, private, self.place(asker))
        };
        Ok(match control.action {
            Action::Go | Action::Last => sheet(control.page, private).in_place(),
            Action::First | Action::Section | Action::Layout => sheet(0, private).in_place(),
            Action::Share => sheet(control.page, false),
            Action::Csv => to_discord::file(&shown.page, FileForm::Csv),
            Action::Markdown => to_discord::file(&shown.page, FileForm::Markdown),
            Action::Sources => sheet(0, true),
            Action::Ask | Action::Choose | Action::Correct | Action::Edit => return Err(expired()),
        })
    }
}

/// What was chosen from a menu.
fn chosen_value(component: &ComponentInteraction) -> Option<&str> {
    match &component.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first().map(String::as_str),
        _ => None,
    }
}
