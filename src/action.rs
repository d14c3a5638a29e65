//! Actions: what a button, a menu or a form does beside showing an answer. Each has one encoding, which is what the id
//! of its control carries; whether somebody may is checked when it is used, not by what the id says.

use std::fmt;
use std::str::FromStr;

/// What a control or a form does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Says that an answer that rests on an item helped.
    Helpful(String),
    /// Opens a form for what an answer rests on, to propose it otherwise.
    Wrong(String),
    /// Opens a form for a statement that is missing: the actors by key, and the area.
    ProposeMissing(Vec<String>, Option<String>),
    /// Undoes a change set.
    Undo(i64),
    /// Undoes those edits of a change set that nothing was built on.
    UndoRest(i64),
    /// Approves a proposal.
    Approve(i64),
    /// Opens the proposal as a form.
    EditProposal(i64),
    /// Asks why a proposal is rejected, and rejects it.
    Reject(i64),
    /// The same for all open proposals of the one who made this one.
    RejectAll(i64),
    /// Shows the next open proposal after this one.
    NextProposal(i64),
    /// Shows an item, by its key.
    Show(String),
    /// Opens a form again, with what was typed.
    Form(i64),
    /// Does what a form that comes back is for.
    Submit(i64),
    /// Applies an import that was shown.
    ApplyImport(i64),
    /// Asks for the number of items that an import takes away, and applies it.
    ConfirmImport(i64, usize),
    /// Drops what was begun.
    Cancel(i64),
    /// Asks for the words that erase a server’s knowledge, and erases it.
    ForgetServer,
    /// Has somebody told when this line, which found nothing, has an answer.
    TellWhenKnown(String),
    /// Shows the options of a discussion, to take a position.
    Position(i64),
    /// Takes the position that is chosen from a menu.
    TakePosition(i64),
    /// Asks why somebody takes their position.
    SayWhy(i64),
    /// Says that a position holds though its evidence has changed.
    Affirm(i64),
    /// Opens a form for a note in a discussion.
    Note(i64),
    /// Opens a form for a note of one’s own, by its number.
    EditNote(i64, i64),
    /// Takes a note of one’s own back.
    RetractNote(i64, i64),
    /// Shows the statements of a discussion that can be questioned.
    Challenge(i64),
    /// Asks why the one that is chosen from a menu is questioned.
    ChooseChallenge(i64),
    /// Questions the statement at a place of a discussion’s brief.
    ChallengeItem(i64, i64),
    /// Shows how a discussion stands.
    Summary(i64),
    /// Shows the whole answer that a discussion rests on.
    Brief(i64),
}

impl Action {
    /// Whether it opens a form or asks something back, which has to be the first word to whoever uses it.
    #[must_use]
    pub fn opens_form(&self) -> bool {
        match self {
            Self::Wrong(_)
            | Self::ProposeMissing(..)
            | Self::EditProposal(_)
            | Self::Reject(_)
            | Self::RejectAll(_)
            | Self::Form(_)
            | Self::ConfirmImport(..)
            | Self::ForgetServer
            | Self::SayWhy(_)
            | Self::Note(_)
            | Self::EditNote(..)
            | Self::ChooseChallenge(_)
            | Self::ChallengeItem(..) => true,
            Self::Helpful(_)
            | Self::Undo(_)
            | Self::UndoRest(_)
            | Self::Approve(_)
            | Self::NextProposal(_)
            | Self::Show(_)
            | Self::Submit(_)
            | Self::ApplyImport(_)
            | Self::Cancel(_)
            | Self::TellWhenKnown(_)
            | Self::Position(_)
            | Self::TakePosition(_)
            | Self::Affirm(_)
            | Self::RetractNote(..)
            | Self::Challenge(_)
            | Self::Summary(_)
            | Self::Brief(_) => false,
        }
    }

    /// Whether it is about a discussion.
    #[must_use]
    pub fn is_of_team(&self) -> bool {
        matches!(
            self,
            Self::TellWhenKnown(_)
                | Self::Position(_)
                | Self::TakePosition(_)
                | Self::SayWhy(_)
                | Self::Affirm(_)
                | Self::Note(_)
                | Self::EditNote(..)
                | Self::RetractNote(..)
                | Self::Challenge(_)
                | Self::ChooseChallenge(_)
                | Self::ChallengeItem(..)
                | Self::Summary(_)
                | Self::Brief(_)
        )
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Helpful(key) => write!(f, "helpful {key}"),
            Self::Wrong(key) => write!(f, "wrong {key}"),
            Self::ProposeMissing(actors, area) => {
                write!(f, "missing {} {}", area.as_deref().unwrap_or("-"), actors.join(","))
            }
            Self::Undo(number) => write!(f, "undo {number}"),
            Self::UndoRest(number) => write!(f, "undo-rest {number}"),
            Self::Approve(number) => write!(f, "approve {number}"),
            Self::EditProposal(number) => write!(f, "edit-proposal {number}"),
            Self::Reject(number) => write!(f, "reject {number}"),
            Self::RejectAll(number) => write!(f, "reject-all {number}"),
            Self::NextProposal(number) => write!(f, "next {number}"),
            Self::Show(key) => write!(f, "show {key}"),
            Self::Form(draft) => write!(f, "form {draft}"),
            Self::Submit(draft) => write!(f, "submit {draft}"),
            Self::ApplyImport(draft) => write!(f, "apply {draft}"),
            Self::ConfirmImport(draft, removes) => write!(f, "confirm {draft} {removes}"),
            Self::Cancel(draft) => write!(f, "cancel {draft}"),
            Self::ForgetServer => f.write_str("forget"),
            Self::TellWhenKnown(line) => write!(f, "tell {line}"),
            Self::Position(id) => write!(f, "position {id}"),
            Self::TakePosition(id) => write!(f, "take {id}"),
            Self::SayWhy(id) => write!(f, "why {id}"),
            Self::Affirm(id) => write!(f, "affirm {id}"),
            Self::Note(id) => write!(f, "note {id}"),
            Self::EditNote(id, number) => write!(f, "edit-note {id} {number}"),
            Self::RetractNote(id, number) => write!(f, "retract-note {id} {number}"),
            Self::Challenge(id) => write!(f, "challenge {id}"),
            Self::ChooseChallenge(id) => write!(f, "choose-challenge {id}"),
            Self::ChallengeItem(id, place) => write!(f, "challenge-item {id} {place}"),
            Self::Summary(id) => write!(f, "summary {id}"),
            Self::Brief(id) => write!(f, "brief {id}"),
        }
    }
}

impl FromStr for Action {
    type Err = ();

    fn from_str(line: &str) -> Result<Self, ()> {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        let number = || rest.parse::<i64>().ok().filter(|number| *number > 0).ok_or(());
        let key = || if rest.is_empty() { Err(()) } else { Ok(rest.to_owned()) };
        Ok(match verb {
            "helpful" => Self::Helpful(key()?),
            "wrong" => Self::Wrong(key()?),
            "missing" => {
                let (area, actors) = rest.split_once(' ').ok_or(())?;
                let actors = actors.split(',').filter(|actor| !actor.is_empty()).map(str::to_owned);
                Self::ProposeMissing(actors.collect(), Some(area.to_owned()).filter(|area| area != "-"))
            }
            "tell" => Self::TellWhenKnown(key()?),
            "undo" => Self::Undo(number()?),
            "undo-rest" => Self::UndoRest(number()?),
            "approve" => Self::Approve(number()?),
            "edit-proposal" => Self::EditProposal(number()?),
            "reject" => Self::Reject(number()?),
            "reject-all" => Self::RejectAll(number()?),
            "next" => Self::NextProposal(number()?),
            "show" => Self::Show(key()?),
            "form" => Self::Form(number()?),
            "submit" => Self::Submit(number()?),
            "apply" => Self::ApplyImport(number()?),
            "confirm" => {
                let (draft, removes) = rest.split_once(' ').ok_or(())?;
                Self::ConfirmImport(draft.parse().map_err(|_| ())?, removes.parse().map_err(|_| ())?)
            }
            "cancel" => Self::Cancel(number()?),
            "forget" => Self::ForgetServer,
            "position" => Self::Position(number()?),
            "take" => Self::TakePosition(number()?),
            "why" => Self::SayWhy(number()?),
            "affirm" => Self::Affirm(number()?),
            "note" => Self::Note(number()?),
            "challenge" => Self::Challenge(number()?),
            "choose-challenge" => Self::ChooseChallenge(number()?),
            "summary" => Self::Summary(number()?),
            "brief" => Self::Brief(number()?),
            "edit-note" | "retract-note" | "challenge-item" => {
                let (id, within) = rest.split_once(' ').ok_or(())?;
                let (id, within) = (id.parse().map_err(|_| ())?, within.parse().map_err(|_| ())?);
                match verb {
                    "edit-note" => Self::EditNote(id, within),
                    "retract-note" => Self::RetractNote(id, within),
                    _ => Self::ChallengeItem(id, within),
                }
            }
            _ => return Err(()),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every action there is.
    fn any_action() -> impl Strategy<Value = Action> {
        let key = "[a-z][a-z0-9.-]{0,40}";
        let number = 1..i64::MAX;
        (0..30_u8, key, number, prop::collection::vec("[A-Z]{3}", 0..4), any::<usize>()).prop_map(
            |(which, key, number, actors, removes)| match which {
                0 => Action::Helpful(key),
                1 => Action::Wrong(key),
                2 => Action::ProposeMissing(actors, (removes % 2 == 0).then_some(key)),
                3 => Action::Undo(number),
                4 => Action::UndoRest(number),
                5 => Action::Approve(number),
                6 => Action::EditProposal(number),
                7 => Action::Reject(number),
                8 => Action::RejectAll(number),
                9 => Action::NextProposal(number),
                10 => Action::Show(key),
                11 => Action::Form(number),
                12 => Action::Submit(number),
                13 => Action::ApplyImport(number),
                14 => Action::ConfirmImport(number, removes),
                15 => Action::Cancel(number),
                16 => Action::TellWhenKnown(format!("ask {key} about:TUR")),
                17 => Action::Position(number),
                18 => Action::TakePosition(number),
                19 => Action::SayWhy(number),
                20 => Action::Affirm(number),
                21 => Action::Note(number),
                22 => Action::EditNote(number, 7),
                23 => Action::RetractNote(7, number),
                24 => Action::Challenge(number),
                25 => Action::ChooseChallenge(number),
                26 => Action::ChallengeItem(number, 1),
                27 => Action::Summary(number),
                28 => Action::Brief(number),
                _ => Action::ForgetServer,
            },
        )
    }

    proptest! {
        #[test]
        fn an_action_is_read_as_it_was_written(action in any_action()) {
            prop_assert_eq!(action.to_string().parse::<Action>(), Ok(action));
        }

        #[test]
        fn whatever_else_is_written_is_no_panic(line in "\\PC{0,90}") {
            let _ = line.parse::<Action>();
        }
    }

    #[test]
    fn what_no_action_says_is_none() {
        for line in ["", "undo", "undo 0", "undo -3", "undo x", "dance 5", "missing", "confirm 5", "show "] {
            assert_eq!(line.parse::<Action>(), Err(()), "{line}");
        }
    }
}
