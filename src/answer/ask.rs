//! The answer to a question in plain words.

use super::observed::{Observed, Ranking, Topic};
use super::{Dated, Named};
use crate::answer::world::Belonging;
use crate::knowledge::{MembershipStatus, Part, PartialDate, Period, QuestionKind, Source, TableKind};
use std::sync::Arc;

/// The answers to the questions of one text.
#[derive(Debug, Clone)]
pub struct Asked {
    /// One for each question, at most two.
    pub parts: Vec<AskedPart>,
}

/// The answer to one question.
#[derive(Debug, Clone)]
pub struct AskedPart {
    /// What was understood.
    pub understood: Understood,
    /// What its first sentences say; mostly one.
    pub leads: Vec<Lead>,
    /// The statements that it rests on, best first; those of a lead that says them are among them.
    pub evidence: Vec<Dated>,
    /// What speaks against them.
    pub against: Vec<Dated>,
    /// Lines that can be asked next, each of which has an answer.
    pub next: Vec<NextLine>,
    /// The keys of what it rests on, best first.
    pub ids: Vec<String>,
    /// How it was found, for whoever wants to know.
    pub trace: Trace,
}

impl AskedPart {
    /// Whether it is known: not, where it is asked when somebody joined, and only recorded that they did, or when they
    /// left or why they belong, who did not or do not.
    #[must_use]
    pub fn is_known(&self) -> bool {
        let asks_of_time = matches!(self.understood.kind, QuestionKind::When | QuestionKind::Since);
        match self.leads.first() {
            None | Some(Lead::Unknown { .. } | Lead::Which { .. } | Lead::NeverLeft { .. }) => false,
            Some(Lead::Table(table)) => !table.is_nothing(),
            Some(Lead::BelongsNot { .. }) => self.understood.kind != QuestionKind::Why,
            Some(Lead::Belongs { to, .. }) if asks_of_time => to.iter().any(|one| !one.period.is_open()),
            Some(_) => true,
        }
    }

    /// Whether nothing was found where something might be recorded: not for talk, forecasts and opinions.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        use NotKnown::{NoDate, NoFigure, NotRecorded, NotThen, NothingBetween};
        let why = self.leads.first();
        matches!(why, Some(Lead::Table(table)) if table.is_nothing())
            || matches!(
                why,
                Some(Lead::Unknown { why: NotRecorded | NothingBetween | NotThen | NoFigure | NoDate })
            )
    }
}

/// What was understood of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// What is asked.
    pub kind: QuestionKind,
    /// Whom it is about.
    pub actors: Vec<Named>,
    /// The area.
    pub area: Option<Named>,
    /// The time.
    pub period: Option<Period>,
    /// What it is about besides, as typed.
    pub words: Vec<String>,
    /// Names that were not written right: as typed, and what they were taken for.
    pub corrected: Vec<(String, String)>,
    /// Whether any of it was taken from the question before.
    pub taken: bool,
}

/// The answer to whether somebody has a standing in an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whether {
    /// It has, or it has left, where that was asked.
    Yes,
    /// It is on its way out.
    Still,
    /// It has begun to leave, and has not left.
    NotYet,
    /// It had.
    NotAnyMore,
    /// Not at the time asked about.
    NotThen,
    /// It has another standing than this.
    NotAs(MembershipStatus),
    /// It had another standing.
    No,
}

/// What a table about the world answers.
#[derive(Debug, Clone)]
pub enum Table {
    /// Something between two.
    Between {
        /// What.
        topic: Topic,
        /// One.
        subject: Named,
        /// The other.
        other: Named,
        /// The rows.
        cell: Vec<Observed>,
        /// Whether the question was whether.
        is_yes_no: bool,
    },
    /// Something of one with anybody.
    WithAnybody {
        /// What.
        topic: Topic,
        /// Whose.
        actor: Named,
        /// The rows.
        with: Vec<Observed>,
    },
    /// Who borders on a state.
    Neighbours {
        /// The state.
        actor: Named,
        /// Each with the length of the border in km, the longest first.
        neighbours: Vec<(String, f64)>,
        /// Whose list it is.
        source: Arc<Source>,
    },
    /// With whom a state trades most.
    Partners {
        /// The state.
        actor: Named,
        /// Where its exports go, the largest share first.
        sells_to: Vec<Observed>,
        /// Where its imports come from.
        buys_from: Vec<Observed>,
    },
    /// A figure of a state.
    Figure {
        /// The state.
        actor: Named,
        /// The figure.
        one: Box<Observed>,
    },
    /// Who has most of something, or least.
    Ranking {
        /// The first of them.
        ranking: Ranking,
        /// Whether the least was asked for.
        is_least: bool,
        /// With whom, where it is trade with one.
        to: Option<Named>,
    },
    /// They are not in the list, which is no proof that there is nothing.
    NotListed {
        /// What the list is of.
        kind: TableKind,
        /// Of what time.
        as_of: PartialDate,
        /// Who.
        actors: Vec<Named>,
        /// Whose list it is.
        source: Arc<Source>,
    },
}

impl Table {
    /// Whether it holds nothing of whoever was asked about.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::NotListed { .. })
    }
}

/// What the first sentence of an answer says.
#[derive(Debug, Clone)]
pub enum Lead {
    /// The first statement is the answer.
    Statement,
    /// Somebody feels so or so, which the question takes for given: no source says it.
    Premise {
        /// The word for it.
        word: String,
        /// Whose it would be.
        whose: Option<Named>,
        /// Towards whom.
        towards: Option<Named>,
    },
    /// How somebody belongs to an organisation.
    Belongs {
        /// Who.
        member: Named,
        /// How, since when, and who says so: of each organisation asked about.
        to: Vec<Belonging>,
        /// The answer to whether, where that was the question.
        whether: Option<Whether>,
    },
    /// Somebody is not in the list of an organisation’s members.
    BelongsNot {
        /// Who.
        member: Named,
        /// The organisation.
        organisation: Named,
        /// Whose list it is.
        source: Arc<Source>,
    },
    /// Somebody did not leave an organisation, though the question takes it for given.
    NeverLeft {
        /// Who.
        member: Named,
        /// How they belong.
        belonging: Belonging,
    },
    /// Who belongs to an organisation.
    Members {
        /// The organisation.
        organisation: Named,
        /// How those belong who were asked for: mostly as members.
        status: MembershipStatus,
        /// They, by name.
        members: Vec<Belonging>,
        /// Those who belong in another way.
        others: Vec<Belonging>,
    },
    /// What several belong to together.
    Shared {
        /// Who.
        actors: Vec<Named>,
        /// The organisations.
        organisations: Vec<Named>,
        /// Whose lists they are.
        sources: Vec<Arc<Source>>,
    },
    /// What tables about the world hold.
    Table(Box<Table>),
    /// Advice.
    Advice {
        /// Who is advised.
        subject: Named,
        /// The parts that answer, best first, each with its source.
        parts: Vec<AdvicePart>,
        /// Whether they are what is expected of following it, and not what to do.
        is_expected: bool,
    },
    /// A name that several bear, so that it must be asked which is meant.
    Which {
        /// The name, as typed.
        name: String,
        /// Who bears it.
        choices: Vec<Named>,
    },
    /// It is not known.
    Unknown {
        /// Why.
        why: NotKnown,
    },
}

/// A part of advice.
#[derive(Debug, Clone)]
pub struct AdvicePart {
    /// The part.
    pub part: Part,
    /// Where it comes from.
    pub source: Arc<Source>,
    /// The grade.
    pub grade: String,
}

/// Why something is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKnown {
    /// Nothing recorded answers it.
    NotRecorded,
    /// Nothing is recorded between those whom it is about.
    NothingBetween,
    /// Nothing is recorded of the time asked about.
    NotThen,
    /// It asks for a figure, and none is recorded.
    NoFigure,
    /// It asks for a date, and none is recorded.
    NoDate,
    /// It asks what will be.
    Forecast,
    /// It asks for an opinion.
    Opinion,
    /// It asks for what happens now.
    News,
    /// It names nobody of whom anything is known.
    NobodyNamed,
    /// It asks who holds an office.
    Person,
    /// It is about something else.
    OtherTopic,
}

/// A line that can be asked next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextLine {
    /// What it asks.
    pub what: Next,
    /// The line.
    pub line: String,
}

/// What can be asked next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// The comparison of those.
    Compare,
    /// All that is recorded between them, or of one.
    Facts,
    /// What happened between them.
    Timeline,
    /// What one gains from the other.
    Benefits,
    /// What one is advised.
    Recommend,
    /// Who somebody is.
    Profile(Named),
    /// Who belongs to an organisation.
    Organisation(Named),
    /// The same question about one of those who may be meant.
    About(Named),
}

/// How an answer was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trace {
    /// How many statements were looked at.
    pub looked_at: usize,
    /// The best of them.
    pub considered: Vec<Considered>,
    /// How much of a question a statement has to cover, from 0 to 1.
    pub threshold: f64,
    /// What answered: `memberships`, `advice`, `statements`; nothing where nothing did.
    pub answered_by: Option<&'static str>,
}

/// A statement that was considered.
#[derive(Debug, Clone, PartialEq)]
pub struct Considered {
    /// Its key.
    pub id: String,
    /// How well it answers; more is better.
    pub score: f64,
    /// How much of the question it covers, from 0 to 1.
    pub coverage: f64,
    /// The words of the question that it has, and how.
    pub matched: Vec<String>,
    /// What else counted for or against it.
    pub reasons: Vec<String>,
}
