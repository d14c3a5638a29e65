//! Answers: what the desk found, as plain data, one struct a question. Nothing here knows how it
//! will be shown.

pub mod ask;
pub mod curation;
pub mod observed;
pub mod team;
pub mod world;

use std::sync::Arc;

use self::world::{Lifetime, OrganisationRow};
use crate::commands::HelpTopic;
use crate::knowledge::{Bearing, CitedStatement, Kind, LeastGrade, PartialDate, Recommendation, Source};

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
    Help(Option<HelpTopic>),
    /// A question in plain words.
    Asked(ask::Asked),
    /// Who a state is.
    Profile(world::Profile),
    /// What an organisation is, and who belongs to it.
    Organisation(world::Organisation),
    /// What several actors belong to.
    Shared(world::Shared),
    /// Everyone an actor has statements with.
    Relations(world::Relations),
    /// What happened between two.
    Timeline(world::Timeline),
    /// States by a figure.
    Ranking(observed::Ranking),
    /// Who borders on a state.
    Neighbours(observed::Neighbours),
    /// What to take to a meeting.
    Brief(Box<world::Brief>),
    /// An item with its history.
    ItemHistory(curation::ItemHistory),
    /// Change sets.
    History(curation::History),
    /// Who did what.
    Audit(curation::Audit),
    /// Questions that found nothing.
    Gaps(curation::Gaps),
    /// What the asker may do.
    Powers(curation::Powers),
    /// What a channel is about.
    Focus(team::Focus),
    /// What a channel follows.
    Following(team::Following),
    /// The discussions of a channel.
    Discussions(team::Discussions),
    /// A discussion with all that came of it.
    Record(Box<team::Record>),
    /// What changed.
    Changes(team::Changes),
    /// What changed, would change, or stands against it.
    Report(curation::Report),
}

/// Something with a key and the name that is shown for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The key: `TUR`.
    pub id: String,
    /// The name: `Türkiye`.
    pub name: String,
    /// The flag of a state, as an emoji.
    pub flag: Option<String>,
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
    /// The date asked for, and how many statements are left out as nothing says when they became known.
    pub as_of: Option<(PartialDate, usize)>,
    /// Areas in which a source sums its judgement up, in its order.
    pub verdicts: Vec<VerdictRow>,
    /// What is recorded with each partner that no source judges, either way: the newest facts first.
    pub recorded: Vec<Vec<Dated>>,
    /// What tables about the world hold between them.
    pub world: observed::WorldFacts,
    /// How much there is besides, for naming the sections.
    pub counts: Counts,
    /// Which organisations they share, and which not.
    pub organisations: Vec<OrganisationRow>,
    /// Those of the actors that did not exist at the date, or do not any more.
    pub lifetimes: Vec<Lifetime>,
    /// Partners that were named more than once.
    pub repeated: Vec<Named>,
    /// How many benefits are recorded, by partner; they have a command of their own.
    pub benefits: Vec<(Named, usize)>,
    /// What the sections hold that are opened.
    pub rest: Option<Rest>,
}

/// How much there is for each section of a comparison.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Statements.
    pub statements: usize,
    /// Areas in which there are any.
    pub areas: usize,
    /// Dated facts.
    pub dated: usize,
    /// Facts with a figure.
    pub figures: usize,
    /// Statements that speak for or against the judgements.
    pub evidence: usize,
    /// Every source that is cited.
    pub sources: Vec<Arc<Source>>,
}

/// One area that a source judges: a cell a partner.
#[derive(Debug, Clone)]
pub struct VerdictRow {
    /// The area.
    pub area: Named,
    /// The label as the source writes it; the area's name where it gives none.
    pub label: String,
    /// One cell a partner, in their order; none where nothing is recorded.
    pub cells: Vec<Option<Verdict>>,
}

/// A judgement with what bears on it.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The judgement.
    pub cited: CitedStatement,
    /// Whether any live fact speaks against it.
    pub disputed: bool,
    /// The newest live dated fact that bears on it: one that speaks against it, where there is any.
    pub fact: Option<(Bearing, Dated)>,
}

/// A statement with whose it is.
#[derive(Debug, Clone)]
pub struct Dated {
    /// Whose policy or position it is.
    pub whose: Named,
    /// The statement.
    pub cited: CitedStatement,
}

/// What the sections of a comparison hold.
#[derive(Debug, Clone, Default)]
pub struct Rest {
    /// What is recorded, area by area, either way.
    pub areas: Vec<AreaRow>,
    /// The figures between the subject and each partner, either way, by what they measure.
    pub figures: Vec<FigureRow>,
    /// What speaks for and against the judgements.
    pub evidence: Vec<EvidenceRow>,
    /// Dated facts, either way, newest first.
    pub timeline: Vec<Dated>,
}

/// One area: for each partner what is recorded, best first.
#[derive(Debug, Clone)]
pub struct AreaRow {
    /// The area.
    pub area: Named,
    /// The statements about each partner, in the partners’ order.
    pub cells: Vec<Vec<Dated>>,
}

/// One thing that is measured: for each partner its figures, newest first.
#[derive(Debug, Clone)]
pub struct FigureRow {
    /// The area.
    pub area: Named,
    /// The unit.
    pub unit: String,
    /// Whether it is what somebody aims at.
    pub is_target: bool,
    /// The figures with each partner, in the partners’ order.
    pub cells: Vec<Vec<Dated>>,
}

/// A judgement and what speaks for and against it.
#[derive(Debug, Clone)]
pub struct EvidenceRow {
    /// The area as the source writes it.
    pub label: String,
    /// About which partner.
    pub partner: Named,
    /// The judgement.
    pub judgement: CitedStatement,
    /// What bears on it: against it first, then newest first.
    pub evidence: Vec<(Bearing, Dated)>,
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
    pub cited: CitedStatement,
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
    /// Only with this partner, either way.
    pub partner: Option<Named>,
    /// Only in this area.
    pub area: Option<Named>,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only what is graded so, or better.
    pub grade: Option<LeastGrade>,
    /// Facts and claims, newest first, undated ones last.
    pub facts: Vec<FactLine>,
    /// Judgements, best first.
    pub judgements: Vec<FactLine>,
    /// Benefits.
    pub benefits: Vec<FactLine>,
    /// What speaks of its source.
    pub framing: Vec<FactLine>,
    /// The areas in which something is recorded, where there is nothing in the one asked for.
    pub areas: Vec<Named>,
    /// Which organisations they share, where nothing is recorded about a pair.
    pub organisations: Vec<OrganisationRow>,
    /// The pairs with statements in which the subject is one side, where it is the subject of none.
    pub pairs: Vec<PairLine>,
    /// Whether there is more than could be read.
    pub cut: bool,
}

/// One statement in a list.
#[derive(Debug, Clone)]
pub struct FactLine {
    /// The area.
    pub area: Named,
    /// Whose it is.
    pub whose: Named,
    /// Towards whom.
    pub partners: Vec<Named>,
    /// The statement.
    pub cited: CitedStatement,
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
