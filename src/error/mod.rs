//! What can go wrong, in two kinds: a [`Refusal`] is for the asker to correct and says how; a
//! [`Fault`] is ours, is logged, and is shown as one plain sentence.

mod change;
mod content;
mod question;
mod referent;
mod team;
mod usage;

pub use self::change::BadChange;
pub use self::content::{BadContent, RowFault};
pub use self::question::{BadQuestion, Replacement};
pub use self::referent::{NoName, Referent};
pub use self::team::{BadTeam, TeamText, TeamThing};
pub use self::usage::{BadSetup, BadUse, DatabaseProblem, SettingProblem, StoreTrouble};

/// Something that cannot be done as asked, and what could be asked instead. `words` says it in a sentence.
///
/// Never logged as an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub reason: Reason,
    /// Lines that could be asked instead.
    pub offers: Vec<Offer>,
    /// Whether the offers are readings of an ambiguous name, of which one must be chosen, and not
    /// guesses at a misspelt one.
    pub choose: bool,
}

/// Why something is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A question that cannot be answered as asked.
    Question(BadQuestion),
    /// A change of knowledge that cannot be made.
    Change(BadChange),
    /// Something that Discord does not let us do, or that has expired there.
    Use(BadUse),
    /// Something that a team cannot do as asked.
    Team(BadTeam),
    /// A setting or a file at the machine that does not work.
    Setup(BadSetup),
    /// A word that is not one of those that can be chosen.
    NotOneOf {
        /// What is chosen.
        choice: Choice,
        /// What was typed.
        typed: String,
        /// What there is.
        words: Vec<&'static str>,
    },
}

/// What is chosen from a few words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// How an answer is laid out.
    Layout,
    /// A part of an answer.
    Section,
    /// Whose statements about a pair.
    Direction,
    /// A level of access.
    Level,
    /// A rank of a statement.
    Rank,
    /// What one statement has to do with another.
    Link,
    /// A form of file.
    Format,
    /// A figure of states.
    Figure,
    /// What sort of statement.
    Kind,
    /// How far it can be trusted.
    Grade,
    /// A kind of name.
    Name,
    /// What a question asks.
    QuestionKind,
    /// Which discussions are listed.
    Discussions,
    /// How often a channel is told.
    Often,
}

/// A line that could be asked instead of the one refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it is about: `Türkiye`.
    pub label: String,
    /// The whole line, corrected: `/compare TUR pakistan`.
    pub line: String,
}

impl Refusal {
    /// A refusal without offers.
    #[must_use]
    pub fn new(reason: impl Into<Reason>) -> Self {
        Self { reason: reason.into(), offers: Vec::new(), choose: false }
    }

    /// A word that is not one of those that can be chosen.
    #[must_use]
    pub fn not_one_of(choice: Choice, typed: &str, words: &[&'static str]) -> Self {
        Self::new(Reason::NotOneOf { choice, typed: typed.to_owned(), words: words.to_vec() })
    }

    /// The same with lines that could be asked instead.
    #[must_use]
    pub fn offering(self, offers: Vec<Offer>) -> Self {
        Self { offers, ..self }
    }
}

macro_rules! reasons {
    ($($name:ident => $variant:ident,)+) => {
        $(impl From<$name> for Reason {
            fn from(reason: $name) -> Self {
                Self::$variant(reason)
            }
        }

        impl From<$name> for Refusal {
            fn from(reason: $name) -> Self {
                Self::new(reason)
            }
        }

        impl From<$name> for Error {
            fn from(reason: $name) -> Self {
                Self::Refused(Refusal::new(reason))
            }
        })+
    };
}

reasons! {
    BadQuestion => Question,
    BadChange => Change,
    BadUse => Use,
    BadTeam => Team,
    BadSetup => Setup,
}

/// Something that failed on our side: what we were doing, and why it failed.
#[derive(Debug, thiserror::Error)]
#[error("{doing}: {cause}")]
pub struct Fault {
    doing: String,
    cause: Box<dyn std::error::Error + Send + Sync>,
}

impl Fault {
    /// A fault met while `doing` something, such as “reading statements”.
    pub fn new(doing: impl Into<String>, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self { doing: doing.into(), cause: cause.into() }
    }

    /// Why it failed.
    #[must_use]
    pub fn cause(&self) -> &(dyn std::error::Error + Send + Sync + 'static) {
        &*self.cause
    }
}

/// Either kind.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The asker's to correct.
    #[error("{0}")]
    Refused(Refusal),
    /// Ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
