//! What is known of the world: who an actor is, who belongs where, what happened when.

use std::sync::Arc;

use super::observed::{Observed, StateFacts};
use super::{Advice, Benefits, Comparison, Dated, Named};
use crate::knowledge::{BodySort, Measure, MembershipStatus, PartialDate, Period, Source, Years};

/// Who a state or a region is.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The actor.
    pub actor: Named,
    /// The seat of its government, as prose calls it.
    pub seat: Option<String>,
    /// Facts about its names: what each is, and the name.
    pub names: Vec<(NameFact, String)>,
    /// When it existed, of one that did not at the date, or does not any more.
    pub lifetime: Vec<Lifetime>,
    /// The date asked for.
    pub as_of: Option<PartialDate>,
    /// What tables about the world hold of it.
    pub facts: StateFacts,
    /// What it belongs to.
    pub memberships: Vec<Belonging>,
    /// With whom it has most statements.
    pub relations: Vec<Relation>,
    /// Its latest dated facts.
    pub latest: Vec<Dated>,
}

/// What a name or code of an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFact {
    /// The code that names it in a line.
    Code,
    /// The two-letter code.
    ShortCode,
    /// Other names.
    Aliases,
    /// What it was called once.
    Former,
    /// Of or from it.
    Adjectives,
    /// What stands for its government.
    Metonyms,
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
    /// What is to be known of it besides.
    pub note: Option<String>,
    /// What sort of body the organisation is.
    pub sort: Option<BodySort>,
    /// How soon the organisation is named among others.
    pub prominence: u8,
    /// The sources that say so: that it belongs, then since when, where another gives the years.
    pub sources: Vec<Arc<Source>>,
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
    /// How soon it is named among others.
    pub prominence: u8,
    /// How the subject belongs, if it does.
    pub subject: Option<MembershipStatus>,
    /// How the partner belongs, if it does.
    pub partner: Option<MembershipStatus>,
    /// Since and until when; of the subject, where it belongs.
    pub period: Period,
    /// Whether a source gives these years.
    pub years: Years,
    /// The sources that say so: that it belongs, then since when, where another gives the years.
    pub sources: Vec<Arc<Source>>,
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

/// With whom something is recorded.
#[derive(Debug, Clone)]
pub struct Relation {
    /// The other.
    pub other: Named,
    /// How many statements, either way.
    pub statements: usize,
    /// The latest date in them.
    pub latest: Option<String>,
    /// What the tables about the world hold of the two.
    pub rows: Vec<Observed>,
}

impl Relation {
    /// How much of the actor’s own exports or imports is with the other, in per cent: the larger of the two.
    #[must_use]
    pub fn share(&self, actor: &str) -> f64 {
        let is_share = |one: &&Observed| {
            one.subject.id == actor
                && matches!(one.observation.measure, Measure::ExportShare | Measure::ImportShare)
        };
        let shares = self.rows.iter().filter(is_share).filter_map(|one| one.observation.value);
        shares.fold(0.0, f64::max)
    }
}

/// Everyone an actor has something recorded with.
#[derive(Debug, Clone)]
pub struct Relations {
    /// The actor.
    pub actor: Named,
    /// The others: most statements first, then by how much they trade, then by how much else there is.
    pub others: Vec<Relation>,
}

/// What an organisation is, and who belongs to it.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// The organisation.
    pub organisation: Named,
    /// Facts about its names: what each is, and the name.
    pub names: Vec<(NameFact, String)>,
    /// When it began, where a source tells.
    pub founded: Option<Observed>,
    /// When it existed, of one that did not at the date, or does not any more.
    pub lifetime: Vec<Lifetime>,
    /// The date asked for.
    pub as_of: Option<PartialDate>,
    /// Who belongs at that date, or now: by status, then by name.
    pub members: Vec<Belonging>,
    /// Who belonged once, or will.
    pub others: Vec<Belonging>,
    /// Its own latest dated facts.
    pub latest: Vec<Dated>,
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
    /// Dated facts, newest first.
    pub facts: Vec<Dated>,
    /// Whether there are earlier ones, more than one answer holds.
    pub cut: bool,
}

/// What to take to a meeting about a partner.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The day of the brief.
    pub day: PartialDate,
    /// The subject’s policy towards the partner, with its evidence, figures and organisations.
    pub comparison: Comparison,
    /// The newest facts between them, either way.
    pub newest: Vec<Dated>,
    /// The latest figure of each thing that is measured between them.
    pub figures: Vec<Dated>,
    /// What the subject gains from the partner.
    pub benefits: Benefits,
    /// Advice to the subject about the partner, or about nobody alone.
    pub advice: Advice,
}
