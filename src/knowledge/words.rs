//! The controlled words of the field: each a small enum with one spelling, used alike in files,
//! in the database and on the page.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A word that is not one of those allowed; it carries the ones that are.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected one of {}", .0.join(", "))]
pub struct UnknownWord(pub &'static [&'static str]);

/// An enum of controlled words.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// Every word, in order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as written in files and in the database.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;
            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                match word { $($word => Ok(Self::$variant),)+ _ => Err(UnknownWord(Self::WORDS)) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

pub(super) use words;

words! {
    /// The sorts of item that knowledge consists of.
    Entity {
        /// A state, organisation or region.
        Actor = "actor",
        /// A name that several actors bear.
        Ambiguity = "ambiguity",
        /// An area of policy.
        Area = "area",
        /// Words that mean the same in a question.
        Concept = "concept",
        /// Where statements come from.
        Source = "source",
        /// One claim.
        Statement = "statement",
        /// Advice.
        Recommendation = "recommendation",
        /// That an actor belongs to an organisation.
        Membership = "membership",
    }
}

words! {
    /// What a question asks for.
    QuestionKind {
        /// One beside others.
        Compare = "compare",
        /// Reasons.
        Why = "why",
        /// What somebody gains.
        Benefits = "benefits",
        /// What somebody should do.
        Recommend = "recommend",
        /// A date.
        When = "when",
        /// The date from which on.
        Since = "since",
        /// Who belongs to an organisation.
        Members = "members",
        /// Whether somebody belongs to it.
        Membership = "membership",
        /// A figure.
        Amount = "amount",
        /// Who has most, or least.
        Rank = "rank",
        /// Who has a border with whom.
        Borders = "borders",
        /// What somebody thinks of something.
        Stance = "stance",
        /// Whether something is so.
        Verify = "verify",
        /// Who it was.
        Who = "who",
        /// Who an actor is.
        Profile = "profile",
        /// Anything else that is recorded.
        What = "what",
    }
}

words! {
    /// What a word does in a question, beside asking for something.
    Cue {
        /// It only holds the question together.
        Filler = "filler",
        /// It asks of what is to come.
        Forecast = "forecast",
        /// It asks for an opinion.
        Opinion = "opinion",
        /// It asks for news of the hour.
        News = "news",
        /// It asks for the newest.
        Latest = "latest",
        /// It takes a feeling for given.
        Feeling = "feeling",
        /// Up to a time.
        Before = "before",
        /// From a time on.
        After = "after",
        /// In the time up to now.
        Lately = "lately",
        /// Of a ranking, the upper end.
        Most = "most",
        /// Of a ranking, the other end.
        Least = "least",
        /// Of all there are, not of those who were named before.
        All = "all",
        /// It takes up what was asked before.
        Again = "again",
        /// The other one.
        Other = "other",
        /// A second question begins.
        Also = "also",
        /// It says no.
        Not = "not",
        /// It is talk, and no question.
        Talk = "talk",
    }
}

words! {
    /// What sort of actor it is.
    ActorKind {
        /// A state, recognised by all or by some.
        State = "state",
        /// An organisation of states.
        Organisation = "organisation",
        /// A region that is spoken of as one.
        Region = "region",
    }
}

words! {
    /// What sort of statement it is.
    Kind {
        /// Checkable: a date, a figure, an event.
        Fact = "fact",
        /// A judgement, a motive or a forecast.
        Assessment = "assessment",
        /// What the subject gains from the partner in an area.
        Benefit = "benefit",
    }
}

words! {
    /// How much of it there is, in the judgement of the source.
    Level {
        /// Nothing at all.
        None = "none",
        /// Next to nothing.
        Minimal = "minimal",
        /// Some, held back.
        Limited = "limited",
        /// A fair amount.
        Moderate = "moderate",
        /// Much.
        Strong = "strong",
    }
}

words! {
    /// Which way it goes; never how much there is.
    Trend {
        /// Getting less.
        Falling = "falling",
        /// Staying as it is.
        Steady = "steady",
        /// Getting more.
        Growing = "growing",
    }
}

words! {
    /// Which statements are shown first, after Wikidata: preferred if there are any, else normal;
    /// deprecated ones are kept, and shown only where every statement is listed, last and marked.
    Rank {
        /// Shown in place of the normal ones.
        Preferred = "preferred",
        /// The usual rank.
        Normal = "normal",
        /// Kept for the record.
        Deprecated = "deprecated",
    }
}

words! {
    /// How sure the recorder is of a statement as worded, after ICD 203.
    Confidence {
        /// Good sources agree.
        High = "high",
        /// Plausible, not fully corroborated.
        Moderate = "moderate",
        /// Weak or single sources.
        Low = "low",
    }
}

words! {
    /// Reliability of a source, the letter of the Admiralty Code (NATO AJP-2.1).
    Reliability {
        /// Completely reliable.
        A = "A",
        /// Usually reliable.
        B = "B",
        /// Fairly reliable.
        C = "C",
        /// Not usually reliable.
        D = "D",
        /// Unreliable.
        E = "E",
        /// Cannot be judged.
        F = "F",
    }
}

impl Reliability {
    /// The letter in words.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::A => "completely reliable",
            Self::B => "usually reliable",
            Self::C => "fairly reliable",
            Self::D => "not usually reliable",
            Self::E => "unreliable",
            Self::F => "reliability cannot be judged",
        }
    }
}

words! {
    /// Whose statements about a pair.
    Direction {
        /// The one’s and the other’s.
        Both = "both",
        /// The subject’s policy towards the partner.
        To = "to",
        /// The partner’s towards the subject.
        From = "from",
    }
}

#[expect(clippy::derivable_impls, reason = "the words above are made by a macro that gives no default")]
impl Default for Direction {
    fn default() -> Self {
        Self::Both
    }
}

words! {
    /// Whether something is so.
    YesNo {
        /// It is.
        Yes = "yes",
        /// It is not.
        No = "no",
    }
}

words! {
    /// What the words of a concept are, where they are more than a matter.
    ConceptClass {
        /// What somebody does: what is signed is not delivered, and a statement of the one answers no question of
        /// the other.
        Act = "act",
        /// What one thing is called: nothing else can stand for it.
        Name = "name",
        /// Names of different things of one sort: none can stand for another.
        Names = "names",
    }
}

words! {
    /// What sort of publication a source is.
    SourceKind {
        /// A government, an organisation or a law.
        Official = "official",
        /// A news agency.
        Agency = "agency",
        /// Newspapers, broadcasters and news sites.
        Press = "press",
        /// Research institutes and journals.
        ThinkTank = "think tank",
        /// Encyclopedias, almanacs and data sets.
        Reference = "reference",
        /// Commentary without an editor that one can name.
        Commentary = "commentary",
        /// Personal and company sites.
        Blog = "blog",
    }
}

words! {
    /// Whether the years of a membership come from its source.
    Years {
        /// They do.
        Sourced = "sourced",
        /// No source at hand gives them.
        Unsourced = "unsourced",
    }
}

words! {
    /// How an actor belongs to an organisation.
    MembershipStatus {
        /// A full member.
        Member = "member",
        /// Sits in without a vote.
        Observer = "observer",
        /// Has applied and is being considered.
        Candidate = "candidate",
        /// A member in part: associate, correspondent.
        Associate = "associate",
        /// A partner in dialogue.
        Partner = "partner",
        /// Invited, and has not joined.
        Invited = "invited",
        /// A member that has announced that it leaves.
        Leaving = "leaving",
        /// A member whose rights are suspended.
        Suspended = "suspended",
        /// A body of its society belongs, not the state: a committee, a trade union.
        NationalBody = "national body",
        /// Was a member once.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// What sort of body an organisation is.
    BodySort {
        /// Of a region.
        Regional = "regional",
        /// For security.
        Security = "security",
        /// For trade, money or a market.
        Economic = "economic",
        /// A forum or a group without much of a house.
        Forum = "forum",
        /// The United Nations and what belongs to them.
        UnitedNations = "united nations",
        /// A bank or a fund for development.
        DevelopmentBank = "development bank",
        /// For one technical matter, or a court.
        Technical = "technical",
        /// Controls of exports.
        ExportControl = "export control",
        /// Of societies, not of states.
        Nongovernmental = "nongovernmental",
    }
}

words! {
    /// What one statement says of another.
    Bearing {
        /// It speaks for the other.
        Supports = "supports",
        /// It speaks against the other.
        Disputes = "disputes",
        /// It says the same again, elsewhere in the same source.
        Repeats = "repeats",
        /// It says otherwise of the same thing; both stand.
        Conflicts = "conflicts",
        /// It is newer or better and stands in its place.
        Supersedes = "supersedes",
    }
}

/// Credibility of a statement, the digit of the Admiralty Code: 1 confirmed … 5 improbable,
/// 6 cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Credibility(u8);

impl Credibility {
    /// Cannot be judged: what a statement gets until something is known of it.
    pub const UNKNOWN: Self = Self(6);

    /// The digit.
    #[must_use]
    pub fn digit(self) -> u8 {
        self.0
    }

    /// The digit in words.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self.0 {
            1 => "confirmed by other sources",
            2 => "probably true",
            3 => "possibly true",
            4 => "doubtful",
            5 => "improbable",
            _ => "truth cannot be judged",
        }
    }
}

impl TryFrom<i64> for Credibility {
    type Error = &'static str;

    fn try_from(digit: i64) -> Result<Self, Self::Error> {
        match u8::try_from(digit) {
            Ok(digit @ 1..=6) => Ok(Self(digit)),
            _ => Err("credibility is a whole number from 1 (confirmed) to 6 (cannot be judged)"),
        }
    }
}

impl From<Credibility> for i64 {
    fn from(credibility: Credibility) -> Self {
        Self::from(credibility.0)
    }
}
