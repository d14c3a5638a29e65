//! What knowledge consists of: actors, areas, sources, statements, recommendations, memberships.
//!
//! These are plain data. An [`Item`] is any one of them; it is the
//! unit of loading, of history and of undo, and its JSON form is what a revision keeps.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::period::{PartialDate, Period};
use super::statement::Statement;
use super::words::{
    ActorKind, BodySort, ConceptClass, Credibility, Entity, MembershipStatus, Rank, Reliability, SourceKind,
    Years,
};

/// A state, organisation or region that acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// ISO 3166-1 alpha-3 for states that have one (`TUR`), else a short code (`OIC`).
    pub id: String,
    /// State, organisation or region.
    pub kind: ActorKind,
    /// The name that is shown.
    pub name: String,
    /// ISO 3166-1 alpha-2, or the user-assigned code in common use (Kosovo’s XK).
    pub iso2: Option<String>,
    /// The flag as an emoji.
    pub flag: Option<String>,
    /// Every other name it is known by.
    pub names: Vec<Name>,
    /// When it was there, for one that is no more.
    #[serde(default, skip_serializing_if = "Period::is_open")]
    pub period: Period,
    /// Who came after it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<String>,
    /// What sort of body an organisation is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<BodySort>,
    /// How soon an organisation is named among others: 1 and 2 first, 3 those to which nearly all belong, which tell
    /// little of anybody, then [`PLAIN`], where nothing is said.
    #[serde(default = "plain", skip_serializing_if = "is_plain")]
    pub prominence: u8,
}

/// The prominence of an organisation of which nothing is said.
pub const PLAIN: u8 = 4;

/// The last prominence of bodies that tell something of whoever belongs to them.
pub const TELLING: u8 = 2;

fn plain() -> u8 {
    PLAIN
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_plain(prominence: &u8) -> bool {
    *prominence == PLAIN
}

/// A name of an actor and how it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// The name as written.
    pub text: String,
    /// How it is used.
    pub kind: NameKind,
    /// The first date at which it was the actor’s own name, for a former one where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// The last date at which it was, for a former one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// The languages that have it, as BCP 47 tags, where that is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
}

impl Name {
    /// A name of all times and of no language in particular.
    #[must_use]
    pub fn new(text: impl Into<String>, kind: NameKind) -> Self {
        Self { text: text.into(), kind, since: None, until: None, languages: Vec::new() }
    }

    /// The name as files write it: a former one with its time, `Burma (until 1989)` or
    /// `Zaire (1971-10 to 1997-05)`.
    #[must_use]
    pub fn as_written(&self) -> String {
        match (self.since, self.until) {
            (Some(since), Some(until)) => format!("{} ({since} to {until})", self.text),
            (None, Some(until)) => format!("{} (until {until})", self.text),
            _ => self.text.clone(),
        }
    }
}

/// How a name is used. Where two actors share a name, one chosen by hand (the first four) goes before a
/// formal one, and that before a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// Another name, in any language or script, chosen by hand.
    Alias,
    /// A name that it had once.
    Former,
    /// `Turkish`, `Pakistani`.
    Adjective,
    /// A capital or a seat that stands for the government: Ankara, the Kremlin.
    Metonym,
    /// A formal or informal name taken from the ISO data.
    Formal,
    /// A name in another language, taken from the ISO data.
    Translation,
}

/// A name that several actors bear, so that it must be asked which is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ambiguity {
    /// The name, folded.
    pub id: String,
    /// The ids of those who may be meant.
    pub choices: Vec<String>,
}

/// An area of policy, from a small controlled list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// The key: `defence`.
    pub id: String,
    /// The name that is shown: `Defence`.
    pub name: String,
    /// Other words for it, which are understood in requests.
    pub synonyms: Vec<String>,
}

/// Words that mean the same in a question: those that ask for a date, those for a ship.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concept {
    /// The key: `ship`; of words that say what is asked `ask.` and a word of [`super::QuestionKind`] or [`super::Cue`].
    pub id: String,
    /// The area of policy that they speak of, where it is always the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// The key of the actor that they stand for, where no other is named: a leader’s name, a city’s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// What the words are, where they are more than a matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<ConceptClass>,
    /// The words, or runs of words, in any language. One that ends in `*` stands for all that begin so.
    pub words: Vec<String>,
}

/// Where statements come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// A short key.
    pub id: String,
    /// The title as printed.
    pub title: String,
    /// Who published it, if it says so.
    pub publisher: Option<String>,
    /// Who wrote it, if it says so.
    pub author: Option<String>,
    /// What sort of publication it is.
    pub kind: SourceKind,
    /// Its address, http or https.
    pub url: Option<String>,
    /// When it was published, if it says so.
    pub published: Option<PartialDate>,
    /// When it was read.
    pub accessed: Option<PartialDate>,
    /// The language it is written in, as a BCP 47 tag.
    pub language: Option<String>,
    /// Whose side it takes or speaks for.
    pub viewpoint: Option<String>,
    /// The letter of the Admiralty Code.
    pub reliability: Reliability,
    /// What a reader should know of it.
    pub note: Option<String>,
}

/// Advice: a policy focus, the actions recommended and the impact expected, kept together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// The key of its first part.
    pub id: String,
    /// Who is advised.
    pub subject: String,
    /// Towards whom; empty where none is named.
    pub partners: Vec<String>,
    /// The region it speaks of, in the source's words.
    pub region: Option<String>,
    /// The area of policy.
    pub area: String,
    /// The policy focus as written, where the source gives one.
    pub focus: Option<Part>,
    /// What to do; at least one.
    pub actions: Vec<Part>,
    /// What is expected of it; not a fact.
    pub impacts: Vec<Part>,
    /// Which recommendations are shown first.
    pub rank: Rank,
    /// The key of the source.
    pub source: String,
    /// The digit of the Admiralty Code.
    pub credibility: Credibility,
}

/// One sentence of a recommendation, which the source gives a place of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// A stable key, from the same list as statements: `art-081`.
    pub id: String,
    /// The text as written.
    pub text: String,
    /// Where in the source.
    pub locator: Option<String>,
    /// Towards whom, where it is not towards all partners of the recommendation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partners: Option<Vec<String>>,
    /// The key of the part that this one says again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<String>,
}

impl Recommendation {
    /// Its parts in reading order: focus, actions, impacts.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.focus.iter().chain(&self.actions).chain(&self.impacts)
    }
}

/// That an actor belongs to an organisation, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// `OIC.TUR`, or `OIC.TUR.1969` where one actor has several.
    pub id: String,
    /// The organisation's key.
    pub organisation: String,
    /// The actor's key.
    pub member: String,
    /// How it belongs.
    pub status: MembershipStatus,
    /// Since and until when.
    #[serde(default, skip_serializing_if = "Period::is_open")]
    pub period: Period,
    /// Whether the source gives these years too.
    #[serde(default = "sourced", skip_serializing_if = "is_sourced")]
    pub years: Years,
    /// The key of the source.
    pub source: String,
    /// The key of the source of the years, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years_source: Option<String>,
    /// What is to be known of it besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Membership {
    /// The keys of the sources that say so: that it belongs, then since when, where another gives the years.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        [&self.source].into_iter().chain(&self.years_source).map(String::as_str)
    }
}

fn sourced() -> Years {
    Years::Sourced
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_sourced(years: &Years) -> bool {
    *years == Years::Sourced
}

/// Any piece of knowledge: the unit of loading, history and undo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Item {
    /// An actor.
    Actor(Actor),
    /// A name that several actors bear.
    Ambiguity(Ambiguity),
    /// An area of policy.
    Area(Area),
    /// Words that mean the same.
    Concept(Concept),
    /// A source.
    Source(Source),
    /// A statement.
    Statement(Statement),
    /// A recommendation.
    Recommendation(Recommendation),
    /// A membership.
    Membership(Membership),
}

impl Item {
    /// What sort of item it is.
    #[must_use]
    pub fn entity(&self) -> Entity {
        match self {
            Self::Actor(_) => Entity::Actor,
            Self::Ambiguity(_) => Entity::Ambiguity,
            Self::Area(_) => Entity::Area,
            Self::Concept(_) => Entity::Concept,
            Self::Source(_) => Entity::Source,
            Self::Statement(_) => Entity::Statement,
            Self::Recommendation(_) => Entity::Recommendation,
            Self::Membership(_) => Entity::Membership,
        }
    }

    /// Its key, unique among items of its sort and scope.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Actor(actor) => &actor.id,
            Self::Ambiguity(ambiguity) => &ambiguity.id,
            Self::Area(area) => &area.id,
            Self::Concept(concept) => &concept.id,
            Self::Source(source) => &source.id,
            Self::Statement(statement) => &statement.id,
            Self::Recommendation(recommendation) => &recommendation.id,
            Self::Membership(membership) => &membership.id,
        }
    }

    /// Its sort and key: what names it within a scope.
    #[must_use]
    pub fn name(&self) -> ItemKey {
        ItemKey { entity: self.entity(), key: self.id().to_owned() }
    }

    /// The actors that it speaks of, each once.
    #[must_use]
    pub fn actors(&self) -> Vec<&str> {
        let mut actors: Vec<&str> = match self {
            Self::Actor(actor) => vec![&actor.id],
            Self::Ambiguity(ambiguity) => ambiguity.choices.iter().map(String::as_str).collect(),
            Self::Area(_) | Self::Source(_) => Vec::new(),
            Self::Concept(concept) => concept.actor.iter().map(String::as_str).collect(),
            Self::Statement(statement) => {
                std::iter::once(&statement.subject).chain(&statement.partners).map(String::as_str).collect()
            }
            Self::Recommendation(advice) => {
                let of_parts = advice.parts().filter_map(|part| part.partners.as_ref()).flatten();
                std::iter::once(&advice.subject)
                    .chain(&advice.partners)
                    .chain(of_parts)
                    .map(String::as_str)
                    .collect()
            }
            Self::Membership(membership) => vec![&membership.organisation, &membership.member],
        };
        actors.sort_unstable();
        actors.dedup();
        actors
    }

    /// The area that it belongs to, if its sort has one.
    #[must_use]
    pub fn area(&self) -> Option<&str> {
        match self {
            Self::Statement(statement) => Some(&statement.area),
            Self::Recommendation(advice) => Some(&advice.area),
            Self::Concept(concept) => concept.area.as_deref(),
            _ => None,
        }
    }

    /// The source that it rests on, if its sort has one.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        match self {
            Self::Statement(statement) => Some(&statement.source),
            Self::Recommendation(advice) => Some(&advice.source),
            Self::Membership(membership) => Some(&membership.source),
            _ => None,
        }
    }

    /// The keys of statements that it refers to.
    #[must_use]
    pub fn statements(&self) -> Vec<&str> {
        match self {
            Self::Statement(statement) => {
                statement.evidence.iter().map(|evidence| evidence.statement.as_str()).collect()
            }
            Self::Recommendation(advice) => {
                advice.parts().filter_map(|part| part.repeats.as_deref()).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// What the keys of a server’s own items start with. The public knowledge has no such keys, so that
/// what is added to it later never stands in the way of a server’s own.
pub const OWN: &str = "g.";

/// What names an item within a scope.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ItemKey {
    /// What sort of item it is.
    pub entity: Entity,
    /// Its key.
    pub key: String,
}

impl fmt::Display for ItemKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.entity, self.key)
    }
}
