//! Questions that tables about the world answer: who borders whom, how much two trade, a figure of a state, who has most.

mod wanted;

use super::{Finding, Question};
use crate::answer::Named;
use crate::answer::ask::{Lead, Table};
use crate::answer::observed::{Observed, StateFacts, Topic};
use crate::desk::When;
use crate::desk::observed::{self, neighbour};
use crate::desk::world::full_members;
use crate::knowledge::lexicon::keys;
use crate::knowledge::{Cue, Measure, Period, QuestionKind, TableKind};
use crate::store::memberships::CitedMembership;
use crate::store::observations::{CitedObservation, TableNote};

pub(super) use wanted::{Wanted, wanted};

/// What an explanation calls these findings.
const TABLES: &str = "tables";

/// How well a row of a table answers a question that is of nothing else.
const SURE: f64 = 0.98;

/// How well it answers where statements may say it better, with a source of their own.
const FAIR: f64 = 0.55;

/// How many states a ranking names.
const MOST_RANKED: usize = 5;

/// What was read for it.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) found: Vec<CitedObservation>,
    pub(super) tables: Vec<TableNote>,
    /// The memberships of whom it asks about.
    pub(super) members: Vec<CitedMembership>,
}

/// The answer, where the tables have one; where they have not, that it is not in their list.
pub(super) fn find(question: &Question<'_>, rows: &Rows) -> Option<Finding> {
    let wanted = wanted(question)?;
    let asked = Asked { question, rows };
    let (table, shown) = match wanted {
        Wanted::Between(topic) => asked.between(topic)?,
        Wanted::WithAnybody(topic) => asked.with_anybody(topic)?,
        Wanted::Neighbours => asked.neighbours()?,
        Wanted::Partners => asked.partners()?,
        Wanted::TradingMost(measure) => asked.trading_most(measure)?,
        Wanted::Figure(measure) => asked.figure(measure)?,
        Wanted::Founded => asked.founded()?,
        Wanted::Ranking(measure) => asked.ranking(measure)?,
    };
    let ids: Vec<String> = shown.iter().map(|one| one.observation.key.clone()).collect();
    // What somebody wrote about the trade of two, or about a figure, says more than a share of it.
    let score = match wanted {
        // Of two who are compared, a statement on each says more.
        Wanted::Ranking(_) if !question.states.is_empty() => FAIR,
        Wanted::Between(Topic::Trade | Topic::Agreements | Topic::Disputes)
        | Wanted::Partners
        | Wanted::Figure(Measure::Defence) => FAIR,
        _ if shown.is_empty() => FAIR,
        _ => SURE,
    };
    Some(Finding::new(TABLES, Lead::Table(Box::new(table)), score, ids))
}

/// What the answer says, and the rows that it shows.
type Told = Option<(Table, Vec<Observed>)>;

/// A question, with what the tables hold for it.
#[derive(Clone, Copy)]
struct Asked<'a> {
    question: &'a Question<'a>,
    rows: &'a Rows,
}

impl<'a> Asked<'a> {
    fn first(self) -> Option<&'a str> {
        self.question.states.first().copied()
    }

    /// That whoever is asked about is not in the list: of a time of which the list does not tell, it says nothing.
    fn not_in(self, kind: TableKind) -> Told {
        let table = self.rows.tables.iter().find(|table| table.kind == kind)?;
        if self.question.reading.time.is_some_and(|time| {
            !time.period.overlaps(&Period { from: Some(table.as_of), to: Some(table.as_of) })
        }) {
            return None;
        }
        let actors = self.question.states.iter().take(2).map(|id| self.question.named(id)).collect();
        let source = table.source.clone();
        Some((Table::NotListed { kind, as_of: table.as_of, actors, source }, Vec::new()))
    }

    fn between(self, topic: Topic) -> Told {
        let Self { question, rows } = self;
        let (first, second) = (self.first()?, (*question.states.get(1)?).to_owned());
        let (found, partners) = (rows.found.clone(), [second.clone()]);
        let bodies = observed::bodies(&[first, &second], &rows.members, question.today);
        let asked = observed::Between { subject: first, partners: &partners, bodies: &bodies, as_of: None };
        let facts = observed::between(asked, found, &[], &rows.tables, question.catalogue);
        let row = facts.rows.into_iter().find(|row| row.topic == topic);
        let mut cell = row.and_then(|row| row.cells.into_iter().next()).unwrap_or_default();
        cell.retain(|one| is_of_time(question, one));
        keep_flow(question, &mut cell);
        if cell.is_empty() {
            return self.not_in(topic.table());
        }
        let (subject, other) = (question.named(first), question.named(&second));
        let is_yes_no = matches!(question.reading.kind, QuestionKind::Verify | QuestionKind::Membership);
        Some((Table::Between { topic, subject, other, cell: cell.clone(), is_yes_no }, cell))
    }

    /// What the tables hold of the state, as they have it.
    fn of_state(self) -> Option<(Named, StateFacts)> {
        let id = self.first()?;
        let facts = observed::of_state(id, None, self.rows.found.clone(), &[], self.question.catalogue);
        Some((self.question.named(id), facts))
    }

    fn with_anybody(self, topic: Topic) -> Told {
        let id = self.first()?;
        let of_topic = |cited: &&CitedObservation| Topic::of(cited.observation.measure) == Some(topic);
        let found = self.rows.found.iter().filter(of_topic).cloned();
        let mut with: Vec<Observed> =
            found.map(|cited| observed::observed(cited, &[], self.question.catalogue)).collect();
        with.retain(|one| is_of_time(self.question, one));
        // The newest first, where they have dates.
        with.sort_by_key(|one| std::cmp::Reverse(one.observation.period.from));
        if with.is_empty() {
            return self.not_in(topic.table());
        }
        Some((Table::WithAnybody { topic, actor: self.question.named(id), with: with.clone() }, with))
    }

    fn neighbours(self) -> Told {
        let (actor, facts) = self.of_state()?;
        let Some(first) = facts.borders.first() else { return self.not_in(TableKind::Borders) };
        let source = first.source.clone();
        let named = |one: &Observed| {
            (neighbour(one, &actor.id).name.clone(), one.observation.value.unwrap_or_default())
        };
        let neighbours = facts.borders.iter().map(named).collect();
        Some((Table::Neighbours { actor, neighbours, source }, facts.borders))
    }

    fn partners(self) -> Told {
        let (actor, StateFacts { mut sells_to, mut buys_from, .. }) = self.of_state()?;
        let asks_of = |key: &str| self.question.reading.speaks_of(key);
        match (asks_of(keys::EXPORT), asks_of(keys::IMPORT)) {
            (true, false) => buys_from.clear(),
            (false, true) => sells_to.clear(),
            _ => {}
        }
        if sells_to.is_empty() && buys_from.is_empty() {
            return self.not_in(TableKind::Trade);
        }
        let shown = sells_to.iter().chain(&buys_from).cloned().collect();
        Some((Table::Partners { actor, sells_to, buys_from }, shown))
    }

    fn figure(self, measure: Measure) -> Told {
        let (actor, facts) = self.of_state()?;
        match facts.get(measure).filter(|one| is_of_time(self.question, one)) {
            Some(one) => Some((Table::Figure { actor, one: Box::new(one.clone()) }, vec![one.clone()])),
            None => self.not_in(TableKind::States),
        }
    }

    fn founded(self) -> Told {
        let id = self.question.organisations.first().copied()?;
        let one = observed::founded(self.rows.found.clone(), &[], self.question.catalogue)?;
        Some((Table::Figure { actor: self.question.named(id), one: Box::new(one.clone()) }, vec![one]))
    }

    /// Who is asked about, where it is the members of a body.
    fn among(self) -> Option<(&'a str, Vec<String>)> {
        let organisation = self.question.organisations.first().copied()?;
        let when = When { as_of: None, today: self.question.today };
        let of_it = |one: &&CitedMembership| one.membership.organisation == organisation;
        let memberships = self.rows.members.iter().filter(of_it).cloned().collect();
        Some((organisation, full_members(memberships, when, self.question.catalogue)))
    }

    fn ranking(self, measure: Measure) -> Told {
        let mut found = self.rows.found.clone();
        if !self.question.states.is_empty() {
            found.retain(|cited| self.question.states.contains(&cited.observation.subject.as_str()));
        }
        self.ranked(measure, found, None)
    }

    fn trading_most(self, measure: Measure) -> Told {
        let other = self.first()?;
        let is_of_it = |one: &&CitedObservation| {
            one.observation.measure == measure && one.observation.other.as_deref() == Some(other)
        };
        let mut found: Vec<CitedObservation> = self.rows.found.iter().filter(is_of_it).cloned().collect();
        found.sort_by(|one, other| {
            let value = |of: &CitedObservation| of.observation.value.unwrap_or_default();
            value(other).total_cmp(&value(one))
        });
        self.ranked(measure, found, Some(self.question.named(other)))
    }

    fn ranked(self, measure: Measure, found: Vec<CitedObservation>, to: Option<Named>) -> Told {
        let among = self.among();
        let of = among.as_ref().map(|(organisation, members)| (*organisation, members.as_slice()));
        let mut ranking =
            observed::ranking(measure, of, found, &[], &self.rows.tables, self.question.catalogue);
        let is_least = self.question.reading.has(Cue::Least);
        if is_least {
            ranking.rows.reverse();
        }
        ranking.rows.truncate(MOST_RANKED);
        let shown = ranking.rows.clone();
        (!shown.is_empty()).then_some((Table::Ranking { ranking, is_least, to }, shown))
    }
}

/// Of exports and imports, those that are asked for, where there are any.
fn keep_flow(question: &Question<'_>, cell: &mut Vec<Observed>) {
    let (of_exports, of_imports) =
        (question.reading.speaks_of(keys::EXPORT), question.reading.speaks_of(keys::IMPORT));
    let measure = match (of_exports, of_imports) {
        (true, false) => Measure::ExportShare,
        (false, true) => Measure::ImportShare,
        _ => return,
    };
    // “Angola’s exports to China” are those of whom is named first.
    let first = question.states.first().copied();
    let is_it = |one: &Observed| one.observation.measure == measure && Some(one.subject.id.as_str()) == first;
    if cell.iter().any(is_it) {
        cell.retain(is_it);
    }
}

/// Whether a row is of the time that is asked about.
fn is_of_time(question: &Question<'_>, one: &Observed) -> bool {
    let Some(time) = question.reading.time else { return true };
    let period = &one.observation.period;
    period.is_open() || period.to.is_none() || period.overlaps(&time.period)
}
