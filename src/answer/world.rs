//! What is known of the world: who an actor is, who belongs where, what happened when.

use std::sync::Arc;

use super::{Claim, Named, PairLine};
use crate::knowledge::{MembershipStatus, PartialDate, Period, Source, Years};

/// Who an actor is.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The actor.
    pub actor: Named,
    /// Facts about its names: what each is, and the name.
    pub names: Vec<(&'static str, String)>,
    /// What holds of one that is no more: when it ended, and who came after it.
    pub ended: Option<(PartialDate, Vec<Named>)>,
    /// The date asked for.
    pub as_of: Option<PartialDate>,
    /// What it belongs to.
    pub memberships: Vec<Belonging>,
    /// With whom it has most statements.
    pub relations: Vec<Relation>,
    /// Its latest dated facts.
    pub latest: Vec<Claim>,
}

/// That somebody belongs to something.
#[derive(Debug, Clone)]
pub struct Belonging {
    /// The organisation, or the member of one.
    pub of: Named,
    /// How.
    pub status: MembershipStatus,
    /// Since and until when.
    pub period: Period,
    /// Whether a source gives these years.
    pub years: Years,
    /// The source that says that it belongs.
    pub source: Arc<Source>,
}

/// With whom somebody has statements.
#[derive(Debug, Clone)]
pub struct Relation {
    /// The other.
    pub other: Named,
    /// How many statements, either way.
    pub statements: usize,
    /// The latest date in them.
    pub latest: Option<String>,
}

/// Everyone an actor has statements with.
#[derive(Debug, Clone)]
pub struct Relations {
    /// The actor.
    pub actor: Named,
    /// The others, most statements first.
    pub others: Vec<Relation>,
}

/// Who belongs to an organisation.
#[derive(Debug, Clone)]
pub struct Members {
    /// The organisation.
    pub organisation: Named,
    /// The date asked for.
    pub as_of: Option<PartialDate>,
    /// Who belongs at that date, or now: by status, then by name.
    pub members: Vec<Belonging>,
    /// Who belonged once, or will.
    pub others: Vec<Belonging>,
}

/// What several actors belong to.
#[derive(Debug, Clone)]
pub struct Shared {
    /// The actors.
    pub actors: Vec<Named>,
    /// The date asked for.
    pub as_of: Option<PartialDate>,
    /// Each organisation with how each of the actors belongs, in their order; most shared first.
    pub organisations: Vec<(Named, Vec<Option<Belonging>>)>,
}

/// What happened between two, in order.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// One.
    pub first: Named,
    /// The other.
    pub second: Named,
    /// From and to when.
    pub period: Period,
    /// Dated facts, latest last, with whose they are.
    pub facts: Vec<(Named, Claim)>,
    /// The pairs with statements in which one of them is a side, where there is nothing.
    pub pairs: Vec<PairLine>,
}
