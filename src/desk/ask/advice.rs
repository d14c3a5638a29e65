//! Questions of what somebody should do: answered with the advice that sources give, as theirs.

use super::words::split;
use super::{Finding, Question};
use crate::answer::ask::{AdvicePart, Lead};
use crate::knowledge::lexicon::{ASKING, Word};
use crate::knowledge::{Catalogue, Part, QuestionKind, Rank, Recommendation, Source};
use crate::request::reading::{Term, TermClass};
use std::collections::HashSet;
use std::sync::Arc;

/// How much of a question advice has to cover to answer it, from 0 to 1: it is asked for in fewer words of its own
/// than facts are.
const THRESHOLD: f64 = 0.5;

/// How many parts are shown.
const MOST_PARTS: usize = 5;

/// The answer, where advice is asked for.
pub(super) fn find(question: &Question<'_>, held: &[(Recommendation, Arc<Source>)]) -> Option<Finding> {
    let kind = question.reading.kind;
    // What is expected of advice is a gain, too, of whoever follows it.
    let of_impact = kind == QuestionKind::Benefits;
    if kind != QuestionKind::Recommend && !of_impact {
        return None;
    }
    let subject = question.states.first()?;
    let mut parts: Vec<(f64, AdvicePart)> = Vec::new();
    for (advice, source) in held.iter().filter(|(advice, _)| advice.subject == *subject) {
        for part in if of_impact { &advice.impacts } else { &advice.actions } {
            let towards = part.partners.as_ref().unwrap_or(&advice.partners);
            let others = &question.states[1..];
            let is_for =
                others.iter().all(|other| towards.is_empty() || towards.iter().any(|id| id == other));
            if !is_for || part.repeats.is_some() {
                continue;
            }
            let covered = coverage(question, advice, part);
            let mut score = covered;
            score *= if advice.rank == Rank::Preferred { 1.1 } else { 1.0 };
            if question.reading.area.as_ref().is_some_and(|area| *area == advice.area) {
                score *= 1.15;
            }
            if covered >= THRESHOLD {
                let grade = format!("{}{}", source.reliability, advice.credibility.digit());
                parts.push((score, AdvicePart { part: part.clone(), source: source.clone(), grade }));
            }
        }
    }
    // Stable: of parts that answer as well, the order of the source is kept.
    parts.sort_by(|one, other| other.0.total_cmp(&one.0));
    let best = parts.first()?.0;
    let ids = parts.iter().map(|(_, one)| one.part.id.clone()).collect();
    let parts = parts.into_iter().map(|(_, one)| one).take(MOST_PARTS).collect();
    let lead = Lead::Advice { subject: question.named(subject), parts, is_expected: of_impact };
    Some(Finding::new("advice", lead, best.min(1.0), ids))
}

/// How much of the question’s terms a part has, with what the advice as a whole is about.
fn coverage(question: &Question<'_>, advice: &Recommendation, part: &Part) -> f64 {
    let terms = &question.reading.terms;
    if terms.is_empty() {
        return 1.0;
    }
    // What advice is to do and what is expected of it are known by each other.
    let whole = advice.focus.iter().chain(&advice.actions).chain(&advice.impacts);
    let of_all =
        whole.filter(|_| question.reading.kind == QuestionKind::Benefits).map(|part| part.text.as_str());
    let texts =
        [part.text.as_str()].into_iter().chain(advice.focus.as_ref().map(|focus| focus.text.as_str()));
    let texts = texts.chain(advice.region.as_deref()).chain(of_all);
    let words: Vec<Word> = texts.flat_map(split).collect();
    let concepts = concepts(&words, question.catalogue);
    let has = |term: &Term| {
        if term.stems.iter().all(|stem| words.iter().any(|word| word.stem == *stem)) {
            1.0
        } else if term.concepts.iter().any(|id| concepts.contains(id.as_str())) {
            0.9
        } else if term.concepts.contains(&advice.area) || term.area.as_ref() == Some(&advice.area) {
            0.7
        } else {
            0.0
        }
    };
    let weight = |term: &Term| match term.class {
        TermClass::Name => 1.5,
        TermClass::Act | TermClass::Concept => 1.0,
        TermClass::Word => 0.4,
    };
    let covered: f64 = terms.iter().map(|term| weight(term) * has(term)).sum();
    let all: f64 = terms.iter().map(weight).sum();
    // That it is advice to whom the question names is a good part of what is asked.
    (covered + ASKED_FOR) / (all + ASKED_FOR)
}

/// What it counts that advice is what is asked for, in words of a question.
const ASKED_FOR: f64 = 0.8;

fn concepts<'a>(words: &[Word], catalogue: &'a Catalogue) -> HashSet<&'a str> {
    let found = (0..words.len()).flat_map(|at| catalogue.lexicon.at(&words[at..]));
    found.map(|found| found.concept.id.as_str()).filter(|id| !id.starts_with(ASKING)).collect()
}
