//! What is said of teams: a channel’s focus and what it follows, its discussions and their records, what changed.

use std::sync::Arc;

use crate::answer::Named;
use crate::knowledge::fields::FieldChange;
use crate::knowledge::{ItemKey, Source};

/// What a channel is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Focus {
    /// Whose policy; nobody’s where it has no focus.
    pub subject: Option<Named>,
    /// Towards whom.
    pub partners: Vec<Named>,
    /// In which area.
    pub area: Option<Named>,
    /// How answers are laid out.
    pub layout: Option<String>,
}

/// What a channel follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// Each thing: what it is, how often the channel is told, who said so, and whether it is paused.
    pub follows: Vec<FollowLine>,
    /// When the channel wants to hear nothing: from and until which minute of the day, and how many minutes its clock is
    /// before UTC’s.
    pub quiet: Option<(i64, i64, i64)>,
}

/// One thing that a channel follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowLine {
    /// An actor, two of a pair, an area or an organisation.
    pub what: Vec<Named>,
    /// Whether it is an organisation’s members alone.
    pub members_alone: bool,
    /// How often.
    pub often: &'static str,
    /// Who said so.
    pub set_by: String,
    /// Whether it is paused, as the channel could not be written to.
    pub is_paused: bool,
}

/// How far a discussion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Positions are taken.
    Open,
    /// Its time is over; it is not decided.
    Ended,
    /// It is decided.
    Closed,
}

/// Discussions, latest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discussions {
    /// Those there are.
    pub lines: Vec<DiscussionLine>,
    /// Whether only decided ones were asked for, or only others.
    pub closed: Option<bool>,
    /// Whether they are of every channel.
    pub everywhere: bool,
}

/// A discussion in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscussionLine {
    /// Its number.
    pub number: i64,
    /// What is discussed.
    pub topic: String,
    /// How far it is.
    pub stage: Stage,
    /// How many have taken a position.
    pub answered: i64,
    /// When it was opened, RFC 3339.
    pub opened_at: String,
    /// What was decided.
    pub decision: Option<String>,
}

/// A discussion with all that came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The discussion.
    pub line: DiscussionLine,
    /// Whether nobody is told who chose what.
    pub secret: bool,
    /// Who opened it.
    pub opened_by: String,
    /// When it ends, RFC 3339.
    pub closes_at: Option<String>,
    /// How many have to take a position for it to count.
    pub quorum: Option<i64>,
    /// How often it was opened.
    pub round: i64,
    /// What can be chosen, and what was.
    pub options: Vec<OptionLine>,
    /// What the positions come to, as far as that may be told.
    pub result: Option<VoteResult>,
    /// Those who chose otherwise, once it is decided.
    pub dissent: Vec<Stance>,
    /// The notes, by area; those of none last.
    pub notes: Vec<(Option<Named>, Vec<NoteLine>)>,
    /// The statements that are questioned.
    pub challenges: Vec<ChallengeLine>,
    /// Who decided, and when.
    pub decided: Option<(String, String)>,
    /// What it rests on.
    pub rests_on: Vec<RestLine>,
    /// The sources of that.
    pub sources: Vec<Arc<Source>>,
    /// What became of it: when, who, what, and why.
    pub events: Vec<(String, String, String, String)>,
    /// The question whose answer is the brief.
    pub brief: String,
    /// Whether it is asked for with its files.
    pub is_record: bool,
}

/// An option with who chose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionLine {
    /// What it says.
    pub text: String,
    /// How many chose it, as far as that may be told.
    pub votes: Option<i64>,
    /// The positions, as they were taken; of a secret vote the reasons alone.
    pub stances: Vec<Stance>,
}

/// A position as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stance {
    /// Who; nobody is told of a secret vote.
    pub person: Option<String>,
    /// What was chosen.
    pub option: String,
    /// Why.
    pub reason: String,
    /// When.
    pub taken_at: Option<String>,
    /// Whether the person is not in the server any more.
    pub has_left: bool,
    /// Whether what it rests on has changed since.
    pub is_before_change: bool,
}

/// What positions come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VoteResult {
    /// Nobody took one.
    Nobody,
    /// Fewer than have to: how many, and how many have to.
    NoQuorum(i64, i64),
    /// One option leads: which, how often, of how many.
    Leads(String, i64, i64),
    /// Several lead: which, how often each.
    Tie(Vec<String>, i64),
}

/// A note as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteLine {
    /// Its number.
    pub number: i64,
    /// Who made it.
    pub person: String,
    /// When.
    pub made_at: String,
    /// What it says.
    pub text: String,
    /// The key of the item that it is about.
    pub item: Option<String>,
    /// Whether it was edited.
    pub is_edited: bool,
    /// Whether what it is about has changed since.
    pub is_before_change: bool,
    /// The message that it was taken from.
    pub link: Option<String>,
}

/// A statement that is questioned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChallengeLine {
    /// Its key.
    pub item: String,
    /// Who questions it.
    pub person: String,
    /// Why.
    pub reason: String,
    /// The number of the proposal.
    pub proposal: Option<i64>,
    /// What came of it: nothing yet, or whether it was upheld, by whom and why.
    pub outcome: Option<(bool, String, String)>,
}

/// An item that a discussion rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestLine {
    /// Its key.
    pub item: String,
    /// What it said when the discussion was opened.
    pub text: String,
    /// The key of its source.
    pub source: Option<String>,
    /// What became of it since: what it says now, or that it is gone.
    pub now: Option<Option<String>>,
}

/// Changes of the knowledge, in the order in which they were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// Since when, where it is since a time.
    pub since: Option<String>,
    /// Each change set.
    pub sets: Vec<ChangeLine>,
    /// Whether there were more, before.
    pub more: bool,
    /// Whether it is what is new since the asker’s last visit.
    pub since_visit: bool,
}

/// A change set with what it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    /// Its number.
    pub number: i64,
    /// Whether it is of the public knowledge.
    pub public: bool,
    /// Who made it.
    pub author: String,
    /// When.
    pub made_at: String,
    /// Why.
    pub reason: String,
    /// What it changed.
    pub items: Vec<ItemChange>,
}

/// What became of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemChange {
    /// The item.
    pub item: ItemKey,
    /// Whom it is about: a pair, or one.
    pub about: Vec<Named>,
    /// What it says in short; before it went, where it is gone.
    pub text: String,
    /// What became of it.
    pub how: HowChanged,
    /// Field by field, where it was changed.
    pub fields: Vec<FieldChange>,
}

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowChanged {
    /// It is new.
    Added,
    /// It reads otherwise.
    Changed,
    /// It is gone.
    Retracted,
}

/// That the evidence of a discussion has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The discussion.
    pub line: DiscussionLine,
    /// What changed.
    pub changes: Vec<ChangeLine>,
    /// Whose positions rest on it: names; of a secret vote how many.
    pub rested: Vec<String>,
    /// How many positions rest on it.
    pub positions: i64,
}

/// What came of a challenge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChallengeOutcome {
    /// The discussion.
    pub line: DiscussionLine,
    /// The challenge.
    pub challenge: ChallengeLine,
}
