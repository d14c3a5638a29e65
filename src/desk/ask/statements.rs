//! Questions that statements answer.

use super::memberships::MEMBERSHIPS;
use super::rank::Ranked;
use super::{Finding, Question};
use crate::answer::ask::Lead;
use crate::knowledge::lexicon::areas::MULTILATERAL;
use crate::knowledge::lexicon::keys;
use crate::knowledge::{CitedStatement, Cue, PartialDate, QuestionKind, Voice};

/// How many statements an answer shows.
const MOST_SHOWN: usize = 6;

/// How much worse than the best a statement may answer and still be shown beside it.
const BESIDE: f64 = 0.7;

/// The answer, where a statement covers enough of the question.
pub(super) fn find(
    question: &Question<'_>,
    statements: &[CitedStatement],
    ranked: &[Ranked],
) -> Option<Finding> {
    // Who belongs to what is not known is not known.
    let is_of_unknown_body = question.organisations.is_empty()
        && matches!(question.reading.kind, QuestionKind::Members | QuestionKind::Membership);
    if is_bare(question) || is_of_unknown_body {
        return None;
    }
    let latest = latest(question, statements, ranked);
    let ranked = if latest.is_empty() { ranked } else { &latest };
    let best = ranked.iter().find(|one| one.answers(question))?;
    let shown = ranked.iter().filter(|one| one.score >= best.score * BESIDE && one.answers(question));
    let shown: Vec<usize> = shown.take(MOST_SHOWN).map(|one| one.at).collect();
    let ids =
        shown.iter().filter_map(|at| statements.get(*at)).map(|cited| cited.statement.id.clone()).collect();
    let mut finding = Finding::new("statements", lead(question), best.score.min(1.0), ids);
    finding.statements = shown;
    Some(finding)
}

/// The newest recorded facts first, where the newest is asked for and nothing else; nothing where it is not.
fn latest(question: &Question<'_>, statements: &[CitedStatement], ranked: &[Ranked]) -> Vec<Ranked> {
    if !question.reading.has(Cue::Latest) || !question.reading.terms.is_empty() {
        return Vec::new();
    }
    let is_fact =
        |one: &&Ranked| statements.get(one.at).is_some_and(|cited| cited.voice() == Voice::Recorded);
    let mut latest: Vec<Ranked> = ranked.iter().filter(is_fact).cloned().collect();
    let day =
        |one: &Ranked| statements.get(one.at).and_then(|cited| cited.statement.day()).map(PartialDate::end);
    latest.sort_by_key(|one| std::cmp::Reverse(day(one)));
    // In this order one is as good an answer as another.
    for one in &mut latest {
        one.score = 1.0;
    }
    latest
}

/// Whether a question says nothing by which a statement could be told to answer it: neither what it is about, nor an
/// area, nor, of two, something that all statements between them are about.
pub(super) fn is_bare(question: &Question<'_>) -> bool {
    let reading = question.reading;
    let is_of_all = match question.states.as_slice() {
        [] => false,
        [_] => reading.has(Cue::Latest),
        _ => {
            reading.has(Cue::Latest)
                || reading.has(Cue::Feeling)
                || reading.time.is_some()
                || matches!(reading.kind, QuestionKind::Why | QuestionKind::Benefits | QuestionKind::Stance)
        }
    };
    let has_area = reading.area.is_some() && !question.states.is_empty();
    reading.terms.is_empty() && !has_area && !is_of_all
}

/// What the first sentence says: a feeling that the question takes for given is named as such.
fn lead(question: &Question<'_>) -> Lead {
    let reading = question.reading;
    if !reading.has(Cue::Feeling) {
        return Lead::Statement;
    }
    Lead::Premise {
        word: reading.feeling.clone().unwrap_or_default(),
        whose: question.states.first().map(|id| question.named(id)),
        towards: question.states.get(1).map(|id| question.named(id)),
    }
}

/// The statements beside an answer that rests on something else: of a membership, those that speak of it.
pub(super) fn besides(
    question: &Question<'_>,
    finding: &Finding,
    statements: &[CitedStatement],
    ranked: &[Ranked],
) -> Vec<usize> {
    if finding.by != MEMBERSHIPS || question.organisations.is_empty() || question.states.is_empty() {
        return Vec::new();
    }
    // It says how somebody belongs, and to what.
    let is_of_it = |one: &&Ranked| {
        statements.get(one.at).is_some_and(|cited| {
            let words = super::words::StatementWords::of(&cited.statement, question.catalogue);
            cited.statement.area == MULTILATERAL
                && words.has_concept(keys::BELONGING)
                && question
                    .organisations
                    .iter()
                    .all(|organisation| question.is_named(organisation, &words.folded))
        })
    };
    let most = if question.reading.kind == QuestionKind::Members { 0 } else { 2 };
    ranked.iter().filter(is_of_it).take(most).map(|one| one.at).collect()
}
