//! What is asked of knowledge's own life.

use std::fmt;

use super::option;
use crate::knowledge::PartialDate;

/// What is asked of knowledge's own life: who changed what, and what waits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Curation {
    /// An item with its history.
    Show {
        /// The key of the item.
        id: String,
    },
    /// Change sets, latest first.
    History {
        /// Only those of this item.
        id: Option<String>,
        /// Only those about this actor.
        actor: Option<String>,
        /// Only those of this person, by Discord id.
        user: Option<String>,
        /// Only those since this date.
        since: Option<PartialDate>,
    },
    /// What the asker may do.
    Whoami,
    /// A proposal: the one of a number, or the oldest that waits.
    Review {
        /// The number of the one.
        number: Option<i64>,
        /// Only those after this number.
        after: i64,
    },
    /// Who did what.
    Audit,
    /// Questions that found nothing.
    Gaps,
}

impl fmt::Display for Curation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Show { id } => write!(f, "/knowledge show {id}"),
            Self::History { id, actor, user, since } => {
                let since = since.map(|date| date.to_string());
                write!(
                    f,
                    "/knowledge history{}{}{}{}",
                    option("id", id.as_ref()),
                    option("actor", actor.as_ref()),
                    option("user", user.as_ref()),
                    option("since", since.as_ref())
                )
            }
            Self::Whoami => f.write_str("/knowledge whoami"),
            Self::Review { number, after } => {
                let number = number.map_or(String::new(), |number| format!(" {number}"));
                let after = if *after > 0 { format!(" after:{after}") } else { String::new() };
                write!(f, "/knowledge review{number}{after}")
            }
            Self::Audit => f.write_str("/knowledge audit"),
            Self::Gaps => f.write_str("/knowledge gaps"),
        }
    }
}
