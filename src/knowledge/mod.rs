//! Knowledge: what is known, as plain data, in the field's own terms.
//!
//! Nothing here reads a clock, a file or a database, and nothing here knows how it will be shown.

pub mod catalogue;
pub mod cited;
pub mod fields;
pub mod figure;
pub mod fold;
pub mod gazetteer;
pub mod grade;
pub mod item;
pub mod lexicon;
pub mod lookalike;
pub mod measure;
pub mod observation;
pub mod period;
pub mod person;
pub mod statement;
pub mod text;
pub mod words;

pub use catalogue::Catalogue;
pub use cited::{CitedStatement, Related, Relationship, Voice};
pub use figure::Figure;
pub use gazetteer::{Gazetteer, GazetteerBuilder, Meaning};
pub use grade::LeastGrade;
pub use item::{
    Actor, Ambiguity, Area, Concept, Item, ItemKey, Membership, Name, NameKind, OWN, Part, Recommendation,
    Source,
};
pub use lexicon::Lexicon;
pub use measure::{Measure, TableKind};
pub use observation::{OBSERVED, Observation, PublicKnowledge, TableRows, WorldTable};
pub use period::{PartialDate, Period};
pub use statement::{Evidence, LONGEST_SHORT, Statement};
pub use words::{
    ActorKind, Bearing, BodySort, ConceptClass, Confidence, Credibility, Cue, Direction, Entity, Kind, Level,
    MembershipStatus, QuestionKind, Rank, Reliability, SourceKind, Trend, Years, YesNo,
};
