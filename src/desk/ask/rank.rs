//! Which statements answer a question, best first: what they cover of it, and what else speaks for them.

use super::Question;
use super::cover::{Covered, Links};
use super::fit::{kind_fit, lacks, quality, time_fit};
use super::words::StatementWords;
use crate::answer::ask::Considered;
use crate::knowledge::{CitedStatement, QuestionKind};
use crate::request::reading::UnitAsked;

/// How much of a question a statement has to cover to answer it, from 0 to 1. This and every other weight here, in
/// `cover.rs` and in `fit.rs` are calibrated on the questions of `tests/data/questions/` that are not set aside.
pub(super) const THRESHOLD: f64 = 0.5;

/// How much of the words that the lexicon knows, and of the names: words besides may be said in many ways.
const CORE: f64 = 0.36;

/// How well it has to suit what is asked.
const SUITS: f64 = 0.55;

/// How much it has to cover of a question that names no country.
const OF_NOBODY: f64 = 0.6;

/// A statement with how well it answers.
#[derive(Debug, Clone)]
pub(super) struct Ranked {
    /// Its place among those looked at.
    pub(super) at: usize,
    pub(super) score: f64,
    pub(super) coverage: f64,
    /// How much of the words that the lexicon knows it has, and of the names.
    core: f64,
    /// How well it suits what is asked.
    fit: f64,
    /// How many words of the question it has as they are.
    words: usize,
    pub(super) matched: Vec<String>,
    pub(super) reasons: Vec<&'static str>,
}

/// Ranks statements. Those that are not about all who are named, or not of the time asked about, are left out.
pub(super) fn rank(question: &Question<'_>, statements: &[CitedStatement]) -> Vec<Ranked> {
    // What a statement says is looked at only where it is about those whom the question names.
    let about: Vec<(usize, &CitedStatement)> =
        statements.iter().enumerate().filter(|(_, cited)| question.is_about(&cited.statement)).collect();
    let words: Vec<StatementWords<'_>> =
        about.iter().map(|(_, cited)| StatementWords::of(&cited.statement, question.catalogue)).collect();
    let links = Links::new(&question.reading.terms, &words);
    let mut ranked: Vec<Ranked> = about
        .iter()
        .zip(&words)
        .enumerate()
        .filter_map(|(place, ((at, cited), words))| one(question, *at, words, cited, links.covered(place)))
        .collect();
    ranked.sort_by(|one, other| other.score.total_cmp(&one.score));
    ranked
}

fn one(
    question: &Question<'_>,
    at: usize,
    words: &StatementWords<'_>,
    cited: &CitedStatement,
    covered: Covered,
) -> Option<Ranked> {
    let beside = Beside::of(question, words, cited)?;
    let mut reasons: Vec<&'static str> = Vec::new();
    let mut product = |factors: Vec<(f64, &'static str)>| {
        factors.into_iter().fold(1.0, |product, (by, why)| {
            reasons.push(why);
            product * by
        })
    };
    // What is against it as an answer counts twice: for its place, and for whether it is one at all.
    let mut fits = kind_fit(question, words, cited);
    fits.extend(lacks(question, cited, &covered, beside.has_body));
    let fit = product(fits);
    let mut qualities = quality(question, cited);
    qualities.extend(beside.qualities);
    if covered.lacks_head {
        qualities.push((0.8, "not what it is about"));
    }
    let quality = product(qualities);
    // All of it where there is neither.
    let share = |part: f64, all: f64| if all > 0.0 { part / all } else { 1.0 };
    let coverage = share(covered.had + beside.had, covered.asked + beside.asked);
    let core = share(covered.core_had, covered.core_asked);
    // Half of a question is less than half an answer.
    let score = coverage.powf(1.5) * fit * quality;
    Some(Ranked { at, score, coverage, core, fit, words: covered.words, matched: covered.matched, reasons })
}

/// What a question asks for beside its words, and how much of it a statement has.
#[derive(Debug, Default)]
struct Beside {
    asked: f64,
    had: f64,
    /// Whether it names an organisation of those that are named, if any is.
    has_body: bool,
    qualities: Vec<(f64, &'static str)>,
}

impl Beside {
    /// Nothing for a statement of another time. What is asked for beside words counts as much as a word of the question,
    /// more or less.
    fn of(question: &Question<'_>, words: &StatementWords<'_>, cited: &CitedStatement) -> Option<Self> {
        let reading = question.reading;
        let mut beside = Self { has_body: question.organisations.is_empty(), ..Self::default() };
        if let Some(time) = reading.time {
            let fit = time_fit(&time.period, words, cited);
            beside.count(0.8, fit == 2);
            match fit {
                0 => return None,
                1 => beside.qualities.push((0.75, "only part of the time")),
                _ => {}
            }
        }
        if question.states.len() > 1 {
            let has = |id: &&&str| cited.statement.is_of(id) || question.is_named(id, &words.folded);
            // Of three who are compared, two may stand in a statement.
            let least = if reading.kind == QuestionKind::Compare { 2 } else { question.states.len() };
            beside.count(0.5, question.states.iter().filter(has).count() >= least);
        }
        for organisation in &question.organisations {
            let has = cited.statement.is_of(organisation) || question.is_named(organisation, &words.folded);
            beside.count(1.2, has);
            beside.has_body |= has;
        }
        if reading.kind == QuestionKind::Amount && reading.unit != Some(UnitAsked::Count) {
            beside.count(0.3, cited.statement.figure.is_some());
        }
        if reading.area.as_ref().is_some_and(|area| *area != cited.statement.area) {
            let by = if reading.terms.is_empty() { 0.3 } else { 0.92 };
            beside.qualities.push((by, "another area"));
        }
        Some(beside)
    }

    fn count(&mut self, weight: f64, has: bool) {
        self.asked += weight;
        self.had += if has { weight } else { 0.0 };
    }
}

impl Ranked {
    /// Whether it answers the question.
    pub(super) fn answers(&self, question: &Question<'_>) -> bool {
        let is_of_nobody = question.states.is_empty() && question.organisations.is_empty();
        let least = if is_of_nobody { OF_NOBODY } else { THRESHOLD };
        // A question that names nobody is answered by its own words, and not by others that mean as much.
        let is_said = !is_of_nobody || self.words > 0;
        self.score > 0.0 && self.coverage >= least && self.core >= CORE && self.fit >= SUITS && is_said
    }

    /// The same for whoever wants to know.
    pub(super) fn considered(&self, statements: &[CitedStatement]) -> Considered {
        Considered {
            id: statements.get(self.at).map_or_else(String::new, |cited| cited.statement.id.clone()),
            score: self.score,
            coverage: self.coverage,
            matched: self.matched.clone(),
            reasons: self.reasons.iter().map(|reason| (*reason).to_owned()).collect(),
        }
    }
}
