//! Taking part in discussions on Discord: the controls under their first message and what they open. Who may is checked by
//! the team’s room at the moment of each act.

use super::bot::{Audience, Bot, Made};
use super::components::Input;
use super::deliver::{Replies, To};
use super::discuss::link;
use super::edit::{ANSWER, FORM_LIMIT, busy, text};
use super::incoming::Pressed;
use super::limits::MODAL_VALUE;
use super::message::{self, Outgoing};
use super::posts;
use super::rest::{Body, NotSent};
use crate::action::Action;
use crate::answer::team::Stage;
use crate::error::{BadTeam, BadUse, Error};
use crate::respond::{self, Asked};
use crate::store::Asker;
use crate::store::positions::Take;
use crate::team::{self, rules};
use crate::words::discussion as said;
use crate::words::discussion::form;

/// The name of the input that says what a note is about.
const ABOUT: &str = "about";

impl Bot {
    /// A control of a discussion.
    pub(super) async fn team_pressed(
        &self,
        asker: &Asker,
        action: &Action,
        pressed: &Pressed,
        channel: u64,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        if action.opens_form() {
            let chosen = pressed.values.first().map(String::as_str);
            let opened = tokio::time::timeout(FORM_LIMIT, self.team_form(asker, action, chosen));
            let opened = opened.await.unwrap_or_else(|_| Err(busy().into()));
            let first = match opened {
                Ok(form) => form,
                Err(error) => self.made(asker, Err(error)).message.response(),
            };
            return replies.first(first).await;
        }
        // What is chosen takes the place of the menu that it was chosen from.
        let to = match action {
            Action::TakePosition(_) if pressed.was_private => To::Place,
            _ => To::New { private: true },
        };
        let answer = async {
            match action {
                Action::Summary(id) | Action::Brief(id) => self.shown_of(asker, action, *id, channel).await,
                action => self.made(asker, self.team_clicked(asker, action, pressed).await),
            }
        };
        Box::pin(replies.deliver(to, self.defer_after, answer)).await
    }

    /// The summary of a discussion, or the answer that it rests on, for whoever clicks.
    async fn shown_of(&self, asker: &Asker, action: &Action, id: i64, channel: u64) -> Made {
        let discussion = match self.store.discussion_by_id(&self.store.presence(asker), id).await {
            Ok(discussion) => discussion,
            Err(error) => return self.made(asker, Err(error)),
        };
        let line = match action {
            Action::Brief(_) => discussion.line,
            _ => format!("/discuss summary {}", discussion.number),
        };
        self.make(asker, &Asked::Line(line), channel, Audience::Asker).await
    }

    async fn team_clicked(
        &self,
        asker: &Asker,
        action: &Action,
        pressed: &Pressed,
    ) -> Result<Outgoing, Error> {
        let (store, now, place) = (&*self.store, &(self.now)(), self.place(asker));
        match action {
            Action::Position(id) => {
                let by = store.participant(asker)?;
                let (discussion, record) = self.discussed(asker, *id).await?;
                if record.line.stage != Stage::Open {
                    return Err(BadTeam::NotOpen { number: discussion.number }.into());
                }
                let own = store.own_position(&by, &discussion).await?;
                Ok(posts::choose(&record, *id, own.map(|(place, _)| place), place))
            }
            Action::TakePosition(id) => {
                let chosen = pressed.values.first().and_then(|value| value.parse().ok());
                let chosen = chosen.ok_or(BadTeam::NoSuchOption)?;
                self.take(asker, *id, Take::Choose(chosen)).await
            }
            Action::Affirm(id) => {
                team::take(store, asker, *id, Take::Affirm, now).await?;
                Ok(Outgoing::private(said::AFFIRMED))
            }
            Action::RetractNote(id, number) => {
                team::retract_note(store, asker, (*id, *number), now).await?;
                Ok(Outgoing::private(said::note_retracted(*number)))
            }
            Action::Challenge(id) => {
                let discussion = store.discussion_by_id(&store.presence(asker), *id).await?;
                let statements = team::challengeable(store, asker, &discussion).await?;
                Ok(posts::challengeable(*id, &statements, place))
            }
            Action::TellWhenKnown(line) => {
                let line = self.whole(line).await?;
                let asked = Asked::Line(line.clone());
                let understood = respond::understand_after(store, asker, &asked, None, now).await?;
                let request = &understood.request;
                let actors: Vec<String> = request.actors().into_iter().map(str::to_owned).collect();
                team::wait_for_answer(store, asker, &actors, &line, now).await?;
                Ok(Outgoing::private(said::WILL_TELL))
            }
            _ => Err(BadUse::ChangeExpired.into()),
        }
    }

    /// Takes a position, or says why, and shows how the discussion stands with it.
    async fn take(&self, asker: &Asker, id: i64, take: Take<'_>) -> Result<Outgoing, Error> {
        team::take(&self.store, asker, id, take, &(self.now)()).await?;
        self.wake.notify_one();
        let by = self.store.participant(asker)?;
        let (discussion, record) = self.discussed(asker, id).await?;
        let own = self.store.own_position(&by, &discussion).await?.ok_or(BadTeam::NoPosition)?;
        Ok(posts::taken(&record, id, (own.0, &own.1), self.place(asker)))
    }

    /// A form of a discussion; `chosen` is what was chosen from a menu.
    async fn team_form(&self, asker: &Asker, action: &Action, chosen: Option<&str>) -> Result<Body, Error> {
        let input = |id, label: &str, value: String, most: usize, long: bool, required: bool| Input {
            id,
            label: label.to_owned(),
            value,
            most: u16::try_from(most).unwrap_or(MODAL_VALUE),
            long,
            required,
        };
        let by = self.store.participant(asker)?;
        let (action, title, inputs) = match action {
            Action::SayWhy(id) => {
                let discussion = self.store.discussion_by_id(&by.at(), *id).await?;
                let own = self.store.own_position(&by, &discussion).await?.ok_or(BadTeam::NoPosition)?;
                let why = input(ANSWER, form::WHY.1, own.1, rules::LONGEST_REASON, false, false);
                (action.clone(), form::WHY.0, vec![why])
            }
            Action::Note(id) => {
                self.store.discussion_by_id(&by.at(), *id).await?;
                (action.clone(), form::NOTE.0, note_inputs(&input, String::new()))
            }
            Action::EditNote(id, number) => {
                let discussion = self.store.discussion_by_id(&by.at(), *id).await?;
                let (said, _) = self.store.own_note(&by, &discussion, *number).await?;
                let note = input(ANSWER, form::NOTE.1, said, rules::LONGEST_NOTE, true, true);
                (action.clone(), form::NOTE.0, vec![note])
            }
            Action::ChooseChallenge(id) => {
                let place = chosen.and_then(|value| value.parse().ok()).ok_or(BadTeam::NothingToChallenge)?;
                let why = input(ANSWER, form::CHALLENGE.1, String::new(), rules::LONGEST_REASON, true, true);
                (Action::ChallengeItem(*id, place), form::CHALLENGE.0, vec![why])
            }
            _ => return Err(BadUse::ChangeExpired.into()),
        };
        let id = self.place(asker).act(action).ok_or(BadUse::ChangeExpired)?;
        Ok(message::form(&id, title, &inputs))
    }

    /// A form for a note, or a note of one’s own with what it said before.
    pub(super) async fn note_command(
        &self,
        asker: &Asker,
        number: &str,
        replies: Replies<'_>,
    ) -> Result<(), NotSent> {
        let opened = async {
            let by = self.store.participant(asker)?;
            let discussion = self.store.discussion_here(&by.at()).await?;
            if number.is_empty() {
                return self.team_form(asker, &Action::Note(discussion.id()), None).await;
            }
            let number = number.parse().map_err(|_| BadTeam::NoSuchNote { number: 0 })?;
            let (said, before) = self.store.own_note(&by, &discussion, number).await?;
            let said = said::own_note(number, &said, &before);
            Ok(posts::noted(discussion.id(), number, &said, self.place(asker)).response())
        };
        let opened = tokio::time::timeout(FORM_LIMIT, opened).await.unwrap_or_else(|_| Err(busy().into()));
        replies
            .first(match opened {
                Ok(body) => body,
                Err(error) => self.made(asker, Err(error)).message.response(),
            })
            .await
    }

    /// A form of a discussion that comes back.
    pub(super) async fn team_submitted(
        &self,
        asker: &Asker,
        action: &Action,
        values: &[(String, String)],
        channel: u64,
    ) -> Result<Outgoing, Error> {
        let (store, now, typed) = (&*self.store, &(self.now)(), text(values, ANSWER));
        match action {
            Action::SayWhy(id) => {
                let reason = rules::reason_of(typed)?;
                self.take(asker, *id, Take::Because(&reason)).await
            }
            Action::Note(id) => {
                let note = (typed, text(values, ABOUT), None);
                let number = team::note(store, asker, *id, note, now).await?;
                Ok(posts::noted(*id, number, &said::noted(number), self.place(asker)))
            }
            Action::EditNote(id, number) => {
                team::edit_note(store, asker, (*id, *number), typed, now).await?;
                Ok(posts::noted(*id, *number, &said::noted(*number), self.place(asker)))
            }
            Action::ChallengeItem(id, place) => {
                let link = link(asker, channel, None);
                let number = team::challenge(store, asker, (*id, *place), typed, &link, now).await?;
                Ok(Outgoing::private(said::challenged(number)))
            }
            _ => Err(BadUse::FormExpired.into()),
        }
    }
}

/// The inputs of a note.
fn note_inputs(
    input: &impl Fn(&'static str, &str, String, usize, bool, bool) -> Input,
    said: String,
) -> Vec<Input> {
    vec![
        input(ANSWER, form::NOTE.1, said, rules::LONGEST_NOTE, true, true),
        input(ABOUT, form::ABOUT, String::new(), 100, false, false),
    ]
}
