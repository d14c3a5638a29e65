//! What is asked of teams: a channel’s focus and what it follows, its discussions, what changed.

use std::fmt;

use super::understand::{alone, date, single};
use super::{Asking, Request, date_option};
use crate::commands::Command;
use crate::error::{BadQuestion, Choice, Refusal};
use crate::knowledge::PartialDate;

/// What is asked of teams.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Team {
    /// What the channel is about.
    Focus,
    /// What it follows.
    Following,
    /// Its discussions: only those that are decided, or only those that are not.
    Discussions(Option<bool>),
    /// How a discussion stands: the one of a number, or the one that is here.
    Summary(Option<i64>),
    /// The record of one.
    Record(i64),
    /// What changed since a date, or since the asker’s last visit.
    Changes(Option<PartialDate>),
}

pub(super) fn understand(asking: &Asking) -> Result<Team, Refusal> {
    let number = || -> Result<Option<i64>, Refusal> {
        let Some(typed) = single(asking, "number") else { return Ok(None) };
        let number = typed.trim_start_matches('#').parse().ok().filter(|number| *number > 0);
        number.map(Some).ok_or_else(|| BadQuestion::NotADiscussion { typed }.into())
    };
    let plain = |team: Team| alone(asking, Request::Areas).map(|_| team);
    match asking.command {
        Command::ShowFocus => plain(Team::Focus),
        Command::Following => plain(Team::Following),
        Command::Discussions => match single(asking, "which").as_deref() {
            None => Ok(Team::Discussions(None)),
            Some("open") => Ok(Team::Discussions(Some(false))),
            Some("closed") => Ok(Team::Discussions(Some(true))),
            Some(other) => Err(Refusal::not_one_of(Choice::Discussions, other, &["open", "closed"])),
        },
        Command::Summary => Ok(Team::Summary(number()?)),
        Command::Record => {
            let typed = String::new();
            number()?.map(Team::Record).ok_or_else(|| BadQuestion::NotADiscussion { typed }.into())
        }
        _ => {
            let since = match date(asking, "since")? {
                Some(date) => Some(date),
                None => match single(asking, "since") {
                    Some(typed) => Some(typed.parse().map_err(|_| {
                        Refusal::from(BadQuestion::NotADate { option: "since".to_owned(), typed })
                    })?),
                    None => None,
                },
            };
            Ok(Team::Changes(since))
        }
    }
}

impl fmt::Display for Team {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |number: &Option<i64>| number.map_or(String::new(), |number| format!(" {number}"));
        match self {
            Self::Focus => f.write_str("/channel show"),
            Self::Following => f.write_str("/channel following"),
            Self::Discussions(closed) => {
                let which = closed.map_or("", |closed| if closed { " which:closed" } else { " which:open" });
                write!(f, "/discuss list{which}")
            }
            Self::Summary(which) => write!(f, "/discuss summary{}", number(which)),
            Self::Record(number) => write!(f, "/discuss record {number}"),
            Self::Changes(since) => write!(f, "/changes{}", date_option("since", *since)),
        }
    }
}
