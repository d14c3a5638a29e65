//! Questions that nothing recorded answers, and why.

use super::Question;
use super::rank::Ranked;
use crate::answer::ask::NotKnown;
use crate::knowledge::{Cue, QuestionKind};

/// How much of a question a statement has to cover for the question not to be taken for one about the future, or
/// about what somebody thinks.
const SURELY: f64 = 0.9;

/// How much of a question a statement has to cover to be near it.
const NEAR: f64 = 0.35;

/// How many near statements are shown.
const MOST_NEAR: usize = 3;

/// Why it is not known, and the places of the nearest statements.
pub(super) type Why = (NotKnown, Vec<usize>);

/// Why a question is not looked for, whatever is recorded.
pub(super) fn before(question: &Question<'_>, ranked: &[Ranked]) -> Option<Why> {
    let reading = question.reading;
    let is_said = ranked
        .first()
        .is_some_and(|best| best.coverage >= SURELY && best.score > 0.0 && !reading.terms.is_empty());
    let nobody = question.states.is_empty() && question.organisations.is_empty();
    // How long a pipeline will be is recorded; who will win is not.
    let is_of_outcome = matches!(reading.kind, QuestionKind::Who | QuestionKind::Verify | QuestionKind::Rank);
    let why = if reading.has(Cue::Talk) && (nobody || !is_said) {
        NotKnown::OtherTopic
    } else if reading.has(Cue::Opinion) {
        NotKnown::Opinion
    } else if reading.has(Cue::Forecast)
        && (nobody || !is_said || is_of_outcome)
        && reading.kind != QuestionKind::Recommend
    {
        NotKnown::Forecast
    } else if reading.has(Cue::News) && (nobody || !is_said) {
        NotKnown::News
    } else if asks_for_person(question) {
        NotKnown::Person
    } else {
        return None;
    };
    Some((why, near(question, ranked)))
}

/// Whether it asks who holds an office, and nothing else: who people are is not kept. “Which leader was there in 1986?”
/// asks for a visit.
fn asks_for_person(question: &Question<'_>) -> bool {
    const OFFICES: [&str; 4] = ["leader", "minister", "ambassador", "agent"];
    // Who has an embassy somewhere is a state.
    let is_office = |term: &crate::request::reading::Term| {
        let has = |keys: &[&str]| term.concepts.iter().any(|id| keys.contains(&id.as_str()));
        has(&OFFICES) && !has(&["world-embassy"])
    };
    let terms = &question.reading.terms;
    question.reading.kind == QuestionKind::Who
        && question.reading.time.is_none()
        && !terms.is_empty()
        && terms.iter().all(is_office)
}

/// Why nothing answers it.
pub(super) fn why(question: &Question<'_>, ranked: &[Ranked]) -> Why {
    let reading = question.reading;
    let nobody = question.states.is_empty() && question.organisations.is_empty();
    let of_nothing =
        |why: &str| !ranked.is_empty() && ranked.iter().take(3).all(|one| one.reasons.contains(&why));
    let why = if nobody && ranked.is_empty() {
        NotKnown::NobodyNamed
    } else if reading.time.is_some() && ranked.is_empty() {
        NotKnown::NotThen
    } else if ranked.is_empty() {
        NotKnown::NothingBetween
    } else if of_nothing("no figure") {
        NotKnown::NoFigure
    } else if of_nothing("no date") {
        NotKnown::NoDate
    } else {
        NotKnown::NotRecorded
    };
    (why, near(question, ranked))
}

fn near(question: &Question<'_>, ranked: &[Ranked]) -> Vec<usize> {
    // Where nothing is said of what it is about, nothing is nearer than anything else.
    let is_near = !question.states.is_empty() && !super::statements::is_bare(question);
    let most = if is_near { MOST_NEAR } else { 0 };
    ranked.iter().filter(|one| one.coverage >= NEAR).take(most).map(|one| one.at).collect()
}
