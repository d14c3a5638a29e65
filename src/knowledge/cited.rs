//! A statement with its source and how it stands to others: what every answer is made of.

use std::sync::Arc;

use super::item::Source;
use super::period::PartialDate;
use super::statement::Statement;
use super::words::{Kind, Reliability};

/// A statement with its source.
#[derive(Debug, Clone)]
pub struct CitedStatement {
    /// The statement.
    pub statement: Statement,
    /// Where it comes from; shared by all statements of one reading that come from it.
    pub source: Arc<Source>,
    /// How it stands to others, where that was looked up.
    pub relations: Vec<Related>,
}

/// How a statement stands to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// How.
    pub how: Relationship,
    /// The key of the other.
    pub key: String,
    /// What the other says, in short.
    pub says: String,
    /// Who says it: whoever it is attributed to, else the publisher.
    pub who: Option<String>,
}

/// How one statement stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relationship {
    /// They say different things of the same.
    ConflictsWith,
    /// It takes the other’s place.
    Supersedes,
    /// The other takes its place.
    SupersededBy,
}

/// In whose voice a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// A checkable fact that a source of standing records.
    Recorded,
    /// Stated as fact by somebody whose word cannot be taken for it.
    Claimed,
    /// Somebody's judgement.
    Assessment,
    /// What somebody recommends.
    Advice,
}

impl Voice {
    /// The word that programs read.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Claimed => "claimed",
            Self::Assessment => "assessment",
            Self::Advice => "advice",
        }
    }
}

impl CitedStatement {
    /// A statement and its source, without what others say of it.
    #[must_use]
    pub fn new(statement: Statement, source: Arc<Source>) -> Self {
        Self { statement, source, relations: Vec::new() }
    }

    /// In whose voice it stands. A fact is recorded only where the source can be judged (A to C)
    /// and the statement is at least possibly true (1 to 3); else it is somebody's claim.
    #[must_use]
    pub fn voice(&self) -> Voice {
        match self.statement.kind {
            Kind::Assessment | Kind::Benefit => Voice::Assessment,
            Kind::Fact => {
                let judged =
                    self.source.reliability <= Reliability::C && self.statement.credibility.digit() <= 3;
                if judged && self.statement.claimed_by.is_none() { Voice::Recorded } else { Voice::Claimed }
            }
        }
    }

    /// The grade of the Admiralty Code: the source's letter and the statement's digit, as in B2.
    #[must_use]
    pub fn grade(&self) -> String {
        format!("{}{}", self.source.reliability, self.statement.credibility.digit())
    }

    /// Whether it still holds on a day: nothing ended it, and no other statement has taken its place, as far as that
    /// was looked up.
    #[must_use]
    pub fn is_live(&self, day: PartialDate) -> bool {
        self.statement.holds_still(day)
            && !self.relations.iter().any(|related| related.how == Relationship::SupersededBy)
    }

    /// Who says so: whoever it is attributed to, else the publisher.
    #[must_use]
    pub fn who(&self) -> Option<&str> {
        self.statement.claimed_by.as_deref().or(self.source.publisher.as_deref())
    }

    /// What comes first where statements are listed: live before ended, better grade before worse, newer before
    /// older; framing last of all.
    #[must_use]
    pub fn precedence(&self, day: PartialDate) -> impl Ord + use<> {
        (
            self.statement.framing,
            !self.is_live(day),
            self.statement.rank,
            self.voice() != Voice::Recorded,
            std::cmp::Reverse(self.statement.day().map(PartialDate::end)),
            self.source.reliability,
            self.statement.credibility,
        )
    }
}
