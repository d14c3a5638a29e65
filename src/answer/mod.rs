//! Answers: what the desk found, as plain data, one struct a question. Nothing here knows how it
//! will be shown.

pub mod curation;
pub mod world;

use std::sync::Arc;

use self::world::{Lifetime, OrganisationRow};
use crate::commands::Command;
use crate::knowledge::{Bearing, Kind, PartialDate, Recommendation, Reliability, Source, Statement};

/// The answer to a request.
#[derive(Debug, Clone)]
pub enum Answer {
    /// Areas by partners.
    Compare(Comparison),
    /// What a subject gains from a partner.
    Benefits(Benefits),
    /// Advice to a subject.
    Recommend(Advice),
    /// Every statement about a subject.
    Facts(Facts),
    /// The areas of policy.
    Areas(Vec<AreaLine>),
    /// The sources.
    Sources(Vec<SourceLine>),
    /// How to ask; the text is the page's, as it speaks of no knowledge.
    Help(Option<Command>),
    /// Who an actor is.
    Profile(world::Profile),
    /// Who belongs to an organisation.
    Members(world::Members),
    /// What several actors belong to.
    Shared(world::Shared),
    /// Everyone an actor has statements with.
    Relations(world::Relations),
    /// What happened between two.
    Timeline(world::Timeline),
    /// What to take to a meeting.
    Brief(Box<world::Brief>),
    /// An item with its history.
    Shown(curation::Shown),
    /// Change sets.
    History(curation::History),
    /// Who did what.
    Audit(curation::Audit),
    /// What the asker may do.
    Powers(curation::Powers),
    /// What changed, would change, or stands against it.
    Report(curation::Report),
}

impl Answer {
    /// Every claim of an answer that shows how claims stand to each other, as far as it is of today.
    pub fn claims_mut(&mut self) -> Vec<&mut Claim> {
        match self {
            Self::Compare(comparison) if comparison.as_of.is_none() => comparison.claims_mut(),
            Self::Facts(facts) => facts.lines.iter_mut().map(|line| &mut line.claim).collect(),
            Self::Profile(profile) if profile.as_of.is_none() => profile.latest.iter_mut().collect(),
            Self::Timeline(timeline) => timeline.facts.iter_mut().map(|(_, claim)| claim).collect(),
            Self::Brief(brief) => {
                let timeline = brief.timeline.iter_mut().map(|(_, claim)| claim);
                brief.comparison.claims_mut().into_iter().chain(timeline).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Comparison {
    fn claims_mut(&mut self) -> Vec<&mut Claim> {
        let rows = self.verdicts.iter_mut().chain(&mut self.others).chain(&mut self.figures);
        let cells = rows.flat_map(|row| row.cells.iter_mut().flatten());
        cells
            .flat_map(|cell| {
                let evidence = cell.evidence.iter_mut().map(|(_, claim)| claim);
                std::iter::once(&mut cell.claim).chain(evidence)
            })
            .collect()
    }
}

/// Something with a key and the name that is shown for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The key: `TUR`.
    pub id: String,
    /// The name: `Türkiye`.
    pub name: String,
}

/// A statement with its source.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The statement.
    pub statement: Statement,
    /// Where it comes from.
    pub source: Arc<Source>,
    /// How it stands to other statements: that it is at odds with them, or one takes the other’s place.
    pub standing: Vec<Standing>,
}

/// How a statement stands to another, which is named by its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// They say different things of the same.
    ConflictsWith(String),
    /// It takes the other’s place.
    Supersedes(String),
    /// The other takes its place.
    SupersededBy(String),
}

/// In whose voice a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// A checkable fact that a source of standing records.
    Recorded,
    /// Stated as fact by somebody whose word cannot be taken for it.
    Claimed,
    /// Somebody's judgement.
    Assessment,
    /// What somebody recommends.
    Advice,
}

impl Voice {
    /// The word that readers see.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Claimed => "claimed",
            Self::Assessment => "assessment",
            Self::Advice => "advice",
        }
    }
}

impl Claim {
    /// A statement and its source, without what others say of it.
    #[must_use]
    pub fn new(statement: Statement, source: Arc<Source>) -> Self {
        Self { statement, source, standing: Vec::new() }
    }

    /// In whose voice it stands. A fact is recorded only where the source can be judged (A to C)
    /// and the statement is at least possibly true (1 to 3); else it is somebody's claim.
    #[must_use]
    pub fn voice(&self) -> Voice {
        match self.statement.kind {
            Kind::Assessment | Kind::Benefit => Voice::Assessment,
            Kind::Fact => {
                let judged =
                    self.source.reliability <= Reliability::C && self.statement.credibility.digit() <= 3;
                if judged && self.statement.claimed_by.is_none() { Voice::Recorded } else { Voice::Claimed }
            }
        }
    }

    /// The grade of the Admiralty Code: the source's letter and the statement's digit, as in B2.
    #[must_use]
    pub fn grade(&self) -> String {
        format!("{}{}", self.source.reliability, self.statement.credibility.digit())
    }
}

/// A subject's policy towards several partners.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// Whose policy.
    pub subject: Named,
    /// Towards whom.
    pub partners: Vec<Named>,
    /// The one area asked for.
    pub area: Option<Named>,
    /// Areas in which a source sums its judgement up, in its order.
    pub verdicts: Vec<AreaRow>,
    /// The other areas.
    pub others: Vec<AreaRow>,
    /// The latest figures between the subject and each partner, by area and unit.
    pub figures: Vec<AreaRow>,
    /// Which organisations they share, and which not.
    pub organisations: Vec<OrganisationRow>,
    /// Those of the actors that were not there at the date, or are not there any more.
    pub lifetimes: Vec<Lifetime>,
    /// What is nearest, for each partner towards whom nothing is recorded.
    pub nearest: Vec<Nearest>,
    /// Partners that were named more than once.
    pub repeated: Vec<Named>,
    /// The date asked for, and how many statements are left out as nothing says when they became known.
    pub as_of: Option<(PartialDate, usize)>,
    /// How many benefits are recorded in the one area asked for, by partner; they have a command of
    /// their own.
    pub benefits: Vec<(Named, usize)>,
}

/// One area: a cell a partner.
#[derive(Debug, Clone)]
pub struct AreaRow {
    /// The area.
    pub area: Named,
    /// The label as the source writes it; the area's name where it gives none.
    pub label: String,
    /// One cell a partner, in their order; none where nothing is recorded.
    pub cells: Vec<Option<AreaCell>>,
}

/// What is said of one partner in one area.
#[derive(Debug, Clone)]
pub struct AreaCell {
    /// The statement of the best rank, the most specific and the earliest among them.
    pub claim: Claim,
    /// How many more there are.
    pub more: usize,
    /// What speaks for it, or against it: where there is more of a sort than is shown ([`MOST_EVIDENCE`]), at least one more.
    pub evidence: Vec<(Bearing, Claim)>,
}

/// How many pieces of evidence of one sort are shown for a cell; /knowledge show has all.
pub const MOST_EVIDENCE: usize = 3;

/// What there is instead, where nothing is recorded about a pair.
#[derive(Debug, Clone)]
pub struct Nearest {
    /// The partner towards whom nothing is recorded.
    pub partner: Named,
    /// How many statements there are the other way round.
    pub reverse: usize,
    /// The pairs with statements in which the subject or the partner is one side, most first.
    pub pairs: Vec<PairLine>,
    /// Whether it was asked for another date: what is counted here is of all times.
    pub of_all_times: bool,
}

/// How much is recorded about a pair.
#[derive(Debug, Clone)]
pub struct PairLine {
    /// Whose policy.
    pub subject: Named,
    /// Towards whom.
    pub partner: Named,
    /// How many statements.
    pub statements: usize,
}

/// What a subject gains from a partner.
#[derive(Debug, Clone)]
pub struct Benefits {
    /// Who gains.
    pub subject: Named,
    /// From whom.
    pub partner: Named,
    /// Benefits that a source tabulates, in its order.
    pub tabulated: Vec<BenefitLine>,
    /// The others.
    pub others: Vec<BenefitLine>,
    /// How many benefits are recorded the other way round.
    pub reverse: usize,
}

/// One benefit.
#[derive(Debug, Clone)]
pub struct BenefitLine {
    /// The strategic area, as the source writes it or by the area's name.
    pub label: String,
    /// The benefit.
    pub claim: Claim,
}

/// Advice to a subject.
#[derive(Debug, Clone)]
pub struct Advice {
    /// Who is advised.
    pub subject: Named,
    /// The one area asked for.
    pub focus: Option<Named>,
    /// Recommendations that a source tabulates, in its order.
    pub tabulated: Vec<AdviceLine>,
    /// The others.
    pub others: Vec<AdviceLine>,
    /// The areas in which there is advice, for when there is none in the one asked for.
    pub areas: Vec<Named>,
}

/// One recommendation.
#[derive(Debug, Clone)]
pub struct AdviceLine {
    /// The policy focus as written, or the area's name.
    pub focus: String,
    /// The recommendation.
    pub recommendation: Recommendation,
    /// Where it comes from.
    pub source: Arc<Source>,
    /// The keys of actions that only say again what one of these says.
    pub actions_again: Vec<String>,
    /// The keys of impacts that do.
    pub impacts_again: Vec<String>,
}

/// Every statement about a subject.
#[derive(Debug, Clone)]
pub struct Facts {
    /// About whom.
    pub subject: Named,
    /// Only towards this partner.
    pub partner: Option<Named>,
    /// Only in this area.
    pub area: Option<Named>,
    /// The statements by area, in the order of the sources.
    pub lines: Vec<FactLine>,
    /// What is nearest, where there are none towards the partner.
    pub nearest: Option<Nearest>,
    /// Which organisations they share then, and which not.
    pub organisations: Vec<OrganisationRow>,
    /// The areas in which something is recorded, where there is nothing in the one asked for.
    pub areas: Vec<Named>,
    /// The pairs with statements in which the subject is one side, where it is the subject of none.
    pub pairs: Vec<PairLine>,
    /// Whether there is more than could be read.
    pub cut: bool,
}

/// One statement in a list.
#[derive(Debug, Clone)]
pub struct FactLine {
    /// The area, as the source writes it or by its name.
    pub label: String,
    /// Towards whom.
    pub partners: Vec<Named>,
    /// The statement.
    pub claim: Claim,
    /// The keys of statements that say the same again.
    pub repeated_as: Vec<String>,
}

/// An area of policy.
#[derive(Debug, Clone)]
pub struct AreaLine {
    /// The area.
    pub area: Named,
    /// Other words for it.
    pub synonyms: Vec<String>,
    /// How many statements it has.
    pub statements: usize,
}

/// A source and how much rests on it.
#[derive(Debug, Clone)]
pub struct SourceLine {
    /// The source.
    pub source: Arc<Source>,
    /// How many statements, recommendations and memberships cite it.
    pub uses: usize,
}
