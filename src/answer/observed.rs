//! What tables about the world hold, as answers show it.

use std::sync::Arc;

use super::{Dated, Named};
use crate::knowledge::{Bearing, Measure, Observation, PartialDate, Source, TableKind};

/// A row of a table, with whose it is and what statements say of it.
#[derive(Debug, Clone)]
pub struct Observed {
    /// The row.
    pub observation: Observation,
    /// Whose it is.
    pub subject: Named,
    /// With whom.
    pub other: Option<Named>,
    /// Where it comes from.
    pub source: Arc<Source>,
    /// Its Admiralty grade: the letter of the source, the digit of the table.
    pub grade: String,
    /// The statements that speak against it, say otherwise, or stand in its place.
    pub said: Vec<(Bearing, Dated)>,
}

/// What is observed between two, by topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// The land border.
    Border,
    /// How much they trade with each other.
    Trade,
    /// Agreements in force.
    Agreements,
    /// What they dispute.
    Disputes,
    /// How they vote in the United Nations.
    Votes,
    /// Their embassies with each other.
    Embassies,
}

impl Topic {
    /// Every topic, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Trade, Self::Disputes, Self::Border, Self::Agreements, Self::Votes, Self::Embassies];

    /// The topic of a measure; none of one that is a single state’s.
    #[must_use]
    pub fn of(measure: Measure) -> Option<Self> {
        Some(match measure {
            Measure::Border => Self::Border,
            Measure::ExportShare | Measure::ImportShare => Self::Trade,
            Measure::Agreement => Self::Agreements,
            Measure::Dispute => Self::Disputes,
            Measure::UnPosition | Measure::SameVotes => Self::Votes,
            Measure::Mission => Self::Embassies,
            _ => return None,
        })
    }

    /// The table that holds it.
    #[must_use]
    pub fn table(self) -> TableKind {
        match self {
            Self::Border => TableKind::Borders,
            Self::Trade => TableKind::Trade,
            Self::Agreements => TableKind::Agreements,
            Self::Disputes => TableKind::Disputes,
            Self::Votes => TableKind::UnPositions,
            Self::Embassies => TableKind::Missions,
        }
    }
}

/// One topic: for each partner what the tables hold.
#[derive(Debug, Clone)]
pub struct WorldRow {
    /// The topic.
    pub topic: Topic,
    /// One cell a partner, in their order.
    pub cells: Vec<Vec<Observed>>,
}

/// What the tables hold between a subject and its partners.
#[derive(Debug, Clone, Default)]
pub struct WorldFacts {
    /// The topics of which they hold something.
    pub rows: Vec<WorldRow>,
    /// The lists that hold nothing of any of them, each with its date: that is no proof that there is nothing.
    pub not_in: Vec<(TableKind, PartialDate)>,
}

impl WorldFacts {
    /// Keeps only some topics.
    pub fn keep(&mut self, is_kept: impl Fn(Topic) -> bool) {
        self.rows.retain(|row| is_kept(row.topic));
        self.not_in
            .retain(|(kind, _)| Topic::ALL.iter().any(|topic| topic.table() == *kind && is_kept(*topic)));
    }

    /// Whether they hold anything of the partner in this place.
    #[must_use]
    pub fn has(&self, partner: usize) -> bool {
        self.rows.iter().any(|row| row.cells.get(partner).is_some_and(|cell| !cell.is_empty()))
    }

    /// Every row of a table that is shown.
    pub fn all(&self) -> impl Iterator<Item = &Observed> {
        self.rows.iter().flat_map(|row| row.cells.iter().flatten())
    }
}

/// What the tables hold of one state.
#[derive(Debug, Clone, Default)]
pub struct StateFacts {
    /// Its figures and what else is its own, one a measure.
    pub own: Vec<Observed>,
    /// Its neighbours by land, the longest border first.
    pub borders: Vec<Observed>,
    /// Where its exports go, the largest share first.
    pub sells_to: Vec<Observed>,
    /// Where its imports come from, the largest share first.
    pub buys_from: Vec<Observed>,
}

impl StateFacts {
    /// What is observed by a measure.
    #[must_use]
    pub fn get(&self, measure: Measure) -> Option<&Observed> {
        self.own.iter().find(|one| one.observation.measure == measure)
    }

    /// All of it.
    pub fn all(&self) -> impl Iterator<Item = &Observed> {
        self.own.iter().chain(&self.borders).chain(&self.sells_to).chain(&self.buys_from)
    }
}

/// States by a figure.
#[derive(Debug, Clone)]
pub struct Ranking {
    /// The figure.
    pub measure: Measure,
    /// Only members of this organisation.
    pub among: Option<Named>,
    /// Largest first.
    pub rows: Vec<Observed>,
    /// Who is asked about and not in the table.
    pub missing: Vec<Named>,
    /// What the table does not hold, and of what time it tells.
    pub limits: Option<String>,
}

/// Who borders on a state.
#[derive(Debug, Clone)]
pub struct Neighbours {
    /// The state.
    pub actor: Named,
    /// Its borders, the longest first.
    pub borders: Vec<Observed>,
    /// What the table does not hold.
    pub limits: Option<String>,
}
