//! The controls under an answer: turning, laying out, sources, files, sharing; and choosing what was
//! meant where a question was not understood.

use super::bot::{Audience, Bot, Made};
use super::control::{Control, Does};
use super::deliver::{Replies, To};
use super::incoming::{Interaction, Pressed};
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
    pub(super) async fn component(
        &self,
        interaction: &Interaction,
        pressed: &Pressed,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        let asker = self.asker(interaction);
        let channel = interaction.channel_id;
        let control = self.signer.read(&pressed.custom_id, asker.guild.unwrap_or(0));
        match control.as_ref().map(|control| &control.does) {
            Some(Does::Act(action)) if action.is_of_team() => {
                return Box::pin(self.team_pressed(&asker, action, pressed, channel, replies)).await;
            }
            Some(Does::Act(action)) => return self.act_on(&asker, action, channel, replies).await,
            _ => {}
        }
        if let Some(control) = control.as_ref().filter(|control| control.does == Does::Discuss) {
            return self.discuss_form(&asker, control, replies).await;
        }
        let refused = match &control {
            None => Some(Refusal::from(BadUse::ControlExpired).to_string()),
            Some(control) => self.may_not(&asker, control).await,
        };
        let (Some(control), None) = (control, &refused) else {
            let response = Outgoing::private(super::escape::escape(&refused.unwrap_or_default())).response();
            return replies.first(response).await;
        };
        let (was_private, chosen) = (pressed.was_private, pressed.values.first().map(String::as_str));
        let to = match control.does {
            Does::Go | Does::First | Does::Last | Does::Section | Does::Layout | Does::Correct => To::Place,
            // A public question back gives way to the answer; a private one stays, as it cannot become public.
            Does::Ask | Does::Choose if !was_private => To::Place,
            Does::Ask | Does::Choose | Does::Share => To::New { private: false },
            _ => To::New { private: true },
        };
        let answer = async {
            match control.does {
                Does::Ask | Does::Choose | Does::Correct => {
                    let made = self.chosen(&asker, &control, chosen, channel, was_private).await;
                    // What was asked privately takes the place of nothing that others see.
                    Made { answered: made.answered && !(to == To::Place && made.message.private), ..made }
                }
                _ => self.made(&asker, self.again(&asker, &control, chosen, was_private).await),
            }
        };
        Box::pin(replies.deliver(to, self.defer_after, answer)).await
    }

    /// Why somebody may not use a control; nothing where they may.
    async fn may_not(&self, asker: &Asker, control: &Control) -> Option<String> {
        let for_anyone = matches!(control.does, Does::Sources | Does::Csv | Does::Markdown);
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
        chosen: Option<&str>,
        channel: u64,
        was_private: bool,
    ) -> Made {
        let is_correction = control.does == Does::Correct;
        let line = chosen.filter(|_| !is_correction).unwrap_or(&control.line);
        match self.whole(line.trim_start_matches('/')).await {
            Ok(line) => {
                let correction = chosen.filter(|_| is_correction);
                let line = correction.map_or_else(|| line.clone(), |option| with_option(&line, option));
                // What corrects a private question is as private.
                let audience = if is_correction && was_private { Audience::Asker } else { Audience::AsAsked };
                self.make(asker, &Asked::Line(line), channel, audience).await
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
        let layout = match control.does {
            Does::Layout => {
                // A button of the version before went on to the next layout.
                let named = chosen.and_then(|word| word.parse().ok());
                self.layout(asker, Some(named.unwrap_or_else(|| control.layout.next())), None).await?
            }
            _ => control.layout,
        };
        let expired = || Error::from(BadUse::ControlExpired);
        let opened = match control.does {
            Does::Section => chosen.and_then(|word| word.parse().ok()).ok_or_else(expired)?,
            Does::Csv | Does::Markdown => Opened::All,
            Does::Sources => Opened::Section(SectionName::Sources),
            _ => control.opened,
        };
        let shown = self.shown(asker, &understood, opened, layout).await?;
        let sheet = |number: usize, private: bool| {
            let line = self.shortened(asker, &shown.page.line);
            to_discord::answer(&shown, &line, number, private, self.place(asker))
        };
        Ok(match control.does {
            Does::Go | Does::Last => sheet(control.page, private).in_place(),
            Does::First | Does::Section | Does::Layout => sheet(0, private).in_place(),
            Does::Share => sheet(control.page, false),
            Does::Csv => to_discord::file(&shown.page, FileForm::Csv),
            Does::Markdown => to_discord::file(&shown.page, FileForm::Markdown),
            Does::Sources => sheet(0, true),
            Does::Ask | Does::Choose | Does::Correct | Does::Discuss | Does::Act(_) => return Err(expired()),
        })
    }
}
