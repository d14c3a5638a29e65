//! The world as tables: what was measured of a state or between two, and what several agreed on. There are many of
//! these and each says little, so they are rows of a table, which has a source, a grade, a date and limits as a whole.

use super::item::{Item, Membership};
use super::measure::{Measure, TableKind};
use super::period::{PartialDate, Period};
use super::words::Credibility;

/// What the keys of observations start with: `w.border.DEU.POL`.
pub const OBSERVED: &str = "w.";

/// One row of a table about the world.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// `w.border.DEU.POL`: the measure, whose it is, with whom.
    pub key: String,
    /// What is measured or said.
    pub measure: Measure,
    /// Whose it is; of what several share, the first of them.
    pub subject: String,
    /// With whom, of what is between two.
    pub other: Option<String>,
    /// How much, in the unit of the measure.
    pub value: Option<f64>,
    /// The words, of what is no number: a capital, a topic, the name of an agreement.
    pub text: Option<String>,
    /// When it was so: since when, and until when; of an estimate its year.
    pub period: Period,
    /// What is to be known of this row alone.
    pub note: Option<String>,
    /// Everyone who has part in it, of an agreement.
    pub parties: Vec<String>,
}

/// A table about the world, with its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct WorldTable {
    /// What its rows are.
    pub kind: TableKind,
    /// The key of the source.
    pub source: String,
    /// How credible its rows are.
    pub credibility: Credibility,
    /// The time of which it tells, or at which it was compiled.
    pub as_of: PartialDate,
    /// What it does not hold, in a sentence or a few.
    pub limits: String,
    /// What changes with the file and with what is said of it.
    pub digest: String,
    /// The rows.
    pub rows: TableRows,
}

/// The rows of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableRows {
    /// What was measured, or agreed on.
    Observations(Vec<Observation>),
    /// Who belongs where.
    Memberships(Vec<Membership>),
}

impl TableRows {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Observations(rows) => rows.len(),
            Self::Memberships(rows) => rows.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What the files of the public scope say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PublicKnowledge {
    /// The items, in the order of the files and of their sections.
    pub items: Vec<Item>,
    /// The tables about the world.
    pub tables: Vec<WorldTable>,
}
