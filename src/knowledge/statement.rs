//! A statement: one claim about the world, with all that is to be known of it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::period::{PartialDate, Period};
use super::words::{Bearing, Confidence, Credibility, Kind, Level, Rank, Trend};

/// One claim about the world.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// A stable key: `art-028`.
    pub id: String,
    /// The actor whose policy or position it is.
    pub subject: String,
    /// Towards whom; empty where none is named.
    pub partners: Vec<String>,
    /// The area of policy.
    pub area: String,
    /// Fact, assessment or benefit.
    pub kind: Kind,
    /// The label that the source gives the area, as written.
    pub label: Option<String>,
    /// The claim itself.
    pub text: String,
    /// The same in at most [`LONGEST_SHORT`] characters, for a first screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// Whether it speaks of its source or of those who watch, and not of the world: such stand last.
    #[serde(default, skip_serializing_if = "is_false")]
    pub framing: bool,
    /// How much, where the wording says so.
    pub level: Option<Level>,
    /// Which way it goes, where the wording says so.
    pub trend: Option<Trend>,
    /// Which statements are shown first.
    pub rank: Rank,
    /// When it holds.
    #[serde(default, skip_serializing_if = "Period::is_open")]
    pub period: Period,
    /// When what it says stopped being so: a deal cancelled, a list left. What happened once does not end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<PartialDate>,
    /// The figure, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// The key of the source.
    pub source: String,
    /// Where in the source.
    pub locator: Option<String>,
    /// Who says so, where that is not who printed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_by: Option<String>,
    /// The digit of the Admiralty Code.
    pub credibility: Credibility,
    /// How sure the recorder is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// Why the recorder is that sure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What it says of other statements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Addresses of further pages that say the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

/// A link from a statement to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// What it says of the other.
    pub bearing: Bearing,
    /// The key of the other.
    pub statement: String,
}

/// The longest short form of a statement, in characters: one line of a first screen beside its date.
pub const LONGEST_SHORT: usize = 60;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

impl Statement {
    /// The statement in at most [`LONGEST_SHORT`] characters: as it was written for that, else its first clause, cut
    /// at a word.
    #[must_use]
    pub fn short(&self) -> Cow<'_, str> {
        if let Some(short) = &self.short {
            return short.into();
        }
        let whole = self.text.strip_suffix('.').unwrap_or(&self.text);
        if whole.chars().count() <= LONGEST_SHORT {
            return whole.into();
        }
        let clause = whole.split_once(';').map_or(whole, |(clause, _)| clause);
        if clause.chars().count() < LONGEST_SHORT {
            return format!("{clause}…").into();
        }
        let most = whole.char_indices().nth(LONGEST_SHORT - 1).map_or(whole.len(), |(at, _)| at);
        let cut = whole[..most].rfind(' ').unwrap_or(most);
        format!("{}…", whole[..cut].trim_end_matches([',', ':', '(', ' '])).into()
    }

    /// Whether it is an actor’s, or towards it.
    #[must_use]
    pub fn is_of(&self, actor: &str) -> bool {
        self.subject == actor || self.partners.iter().any(|partner| partner == actor)
    }

    /// Whether what it says still held on a day: whether nothing ended it by then. Whether another statement has
    /// taken its place is not its own to know.
    #[must_use]
    pub fn holds_still(&self, day: PartialDate) -> bool {
        self.ended.is_none_or(|ended| ended.start() > day.end())
    }

    /// When it happened or began: what comes first when the newest does.
    #[must_use]
    pub fn day(&self) -> Option<PartialDate> {
        self.period.to.or(self.period.from)
    }

    /// The key of the statement that this one only says again.
    #[must_use]
    pub fn repeats(&self) -> Option<&str> {
        let again = self.evidence.iter().find(|evidence| evidence.bearing == Bearing::Repeats);
        again.map(|evidence| evidence.statement.as_str())
    }
}
