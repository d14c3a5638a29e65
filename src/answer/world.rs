//! What is known of the world: who an actor is, who belongs where, what happened when.

use std::sync::Arc;

use super::{Advice, Benefits, Claim, Comparison, Named, PairLine};
use crate::knowledge::{MembershipStatus, PartialDate, Period, Source, Years};

/// Who an actor is.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The actor.
    pub actor: Named,
    /// Facts about its names: what each is, and the name.
    pub names: Vec<(&'static str, String)>,
    /// When it was there, of one that was not there at the date, or is no more.
    pub lifetime: Vec<Lifetime>,
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

/// Which organisations a subject shares with its partners, or does not share.
#[derive(Debug, Clone)]
pub struct OrganisationRow {
    /// Whose they are.
    pub sharing: Sharing,
    /// One cell a partner, in their order: the organisations, by name.
    pub cells: Vec<Vec<Bond>>,
}

/// Whose an organisation is, of a subject and a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sharing {
    /// The partner is the organisation.
    Itself,
    /// The subject is the organisation.
    Ours,
    /// Both belong to it.
    Both,
    /// The subject alone belongs to it.
    SubjectAlone,
    /// The partner alone belongs to it.
    PartnerAlone,
}

/// How a subject and a partner belong to an organisation.
#[derive(Debug, Clone)]
pub struct Bond {
    /// The organisation.
    pub organisation: Named,
    /// How the subject belongs, if it does.
    pub subject: Option<MembershipStatus>,
    /// How the partner belongs, if it does.
    pub partner: Option<MembershipStatus>,
    /// Since and until when; of the subject, where it belongs.
    pub period: Period,
    /// Whether a source gives these years.
    pub years: Years,
    /// The source that says so.
    pub source: Arc<Source>,
}

/// When an actor ended, or began.
#[derive(Debug, Clone)]
pub struct Lifetime {
    /// The actor.
    pub actor: Named,
    /// From when to when it was there.
    pub period: Period,
    /// Who came after it.
    pub successors: Vec<Named>,
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
    /// Whether there are earlier ones, more than one answer holds.
    pub cut: bool,
    /// The pairs with statements in which one of them is a side, where there is nothing.
    pub pairs: Vec<PairLine>,
}

/// What to take to a meeting about a partner.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The day of the brief.
    pub day: PartialDate,
    /// The subject’s policy towards the partner, with its evidence, figures and organisations.
    pub comparison: Comparison,
    /// From when on the timeline is.
    pub since: PartialDate,
    /// The dated facts between them since then, latest last, with whose they are.
    pub timeline: Vec<(Named, Claim)>,
    /// What the subject gains from the partner.
    pub benefits: Benefits,
    /// Advice to the subject about the partner, or about nobody alone.
    pub advice: Advice,
}
