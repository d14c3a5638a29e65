//! What speaks for a statement as an answer, or against it, beside the words that it has: its time, what is asked, and
//! what it is.

use super::Question;
use super::cover::Covered;
use super::words::StatementWords;
use crate::knowledge::lexicon::keys;
use crate::knowledge::{CitedStatement, Kind, PartialDate, Period, QuestionKind, Rank, Voice};
use crate::request::reading::UnitAsked;

/// Whether a statement is of the time asked about: 2 if it is, 1 if a part of it is, 0 if it is not.
pub(super) fn time_fit(asked: &Period, words: &StatementWords<'_>, cited: &CitedStatement) -> u8 {
    let period = &cited.statement.period;
    let years = || {
        let year = |date: Option<PartialDate>| date.map(|date| date.start().0);
        match (year(asked.from), year(asked.to)) {
            (Some(from), Some(to)) if to - from <= 30 => {
                (from..=to).any(|year| words.folded.contains(&year.to_string()))
            }
            _ => false,
        }
    };
    let by_year = || [asked.from, asked.to].into_iter().flatten().all(PartialDate::is_year);
    if period.is_open() {
        return if by_year() && years() { 2 } else { 0 };
    }
    // “2022-23” is one year to whoever counts from April and to whoever counts from July.
    if asked.brief().is_some_and(|asked| asked.contains('/') && period.brief().as_ref() == Some(&asked)) {
        return 2;
    }
    if !period.overlaps(asked) {
        return u8::from(by_year() && years());
    }
    // A fiscal year of which the year asked about has some months, or a period that only touches it.
    let is_within =
        asked.from.is_none_or(|from| period.from.is_none_or(|start| start.start() >= from.start()))
            && asked.to.is_none_or(|to| period.to.is_none_or(|end| end.end() <= to.end()));
    if is_within { 2 } else { 1 }
}

/// What speaks for a statement, or against it, by what is asked.
pub(super) fn kind_fit(
    question: &Question<'_>,
    words: &StatementWords<'_>,
    cited: &CitedStatement,
) -> Vec<(f64, &'static str)> {
    let statement = &cited.statement;
    let has = |key: &str| question.reading.speaks_of(key);
    let mut fits = Vec::new();
    // An aim is no fact: it is asked for by name.
    if words.has_concept(keys::TARGET) && statement.figure.is_some() && !has(keys::TARGET) {
        fits.push((0.5, "an aim"));
    }
    match question.reading.kind {
        QuestionKind::Amount => {
            if statement.figure.is_none() {
                let is_sum = || ["usd", "bn", "million", "billion"].iter().any(|word| words.has(word));
                fits.push(match question.reading.unit {
                    _ if !words.has_number => (0.0, "no figure"),
                    Some(UnitAsked::Money) if !is_sum() => (0.5, "no sum"),
                    _ => (0.85, "a figure in words"),
                });
            }
            if let (Some(asked), Some(figure)) = (question.reading.unit, &statement.figure) {
                let is_of_it = match asked {
                    UnitAsked::Money => figure.unit == "USD",
                    UnitAsked::Share => figure.unit == "%" || statement.text.contains('%'),
                    UnitAsked::Much => {
                        figure.unit == "USD" || !figure.unit.ends_with('s') || figure.unit == "tonnes"
                    }
                    UnitAsked::Count => !matches!(figure.unit.as_str(), "USD" | "%"),
                };
                // “How much does it spend?” is answered by a share, too, where nothing else is known.
                let is_share = matches!(asked, UnitAsked::Much | UnitAsked::Money) && figure.unit == "%";
                fits.push(match (is_of_it, is_share) {
                    (true, _) => (1.15, "its unit"),
                    (false, true) => (0.75, "a share"),
                    (false, false) => (0.4, "another unit"),
                });
            }
            let one_way = words.has_concept(keys::EXPORT) != words.has_concept(keys::IMPORT);
            if one_way && !has(keys::EXPORT) && !has(keys::IMPORT) {
                fits.push((0.85, "one way only"));
            }
        }
        QuestionKind::When | QuestionKind::Since if statement.period.is_open() => {
            fits.push((
                if words.folded.contains(" 19") || words.folded.contains(" 20") { 0.8 } else { 0.0 },
                "no date",
            ));
        }
        QuestionKind::Why => {
            if statement.kind == Kind::Assessment {
                fits.push((1.15, "a judgement"));
            }
            if words.has_concept(keys::DRIVERS) || words.has_cause() {
                fits.push((1.15, "a reason"));
            } else if statement.kind == Kind::Fact {
                fits.push((0.5, "no reason"));
            }
        }
        QuestionKind::Benefits => {
            if statement.kind == Kind::Benefit {
                fits.push((1.3, "a benefit"));
            } else {
                fits.push((0.45, "no benefit"));
            }
        }
        // What is compared is of those who are asked about, and does not only name them.
        QuestionKind::Compare if !question.states.contains(&statement.subject.as_str()) => {
            fits.push((0.75, "somebody else’s"));
        }
        QuestionKind::Recommend => fits.push((0.0, "no advice")),
        QuestionKind::Rank => {
            // Who is fifth is not who is first.
            if question.states.is_empty() && words.has_place() {
                fits.push((0.4, "another place"));
            }
            // Which country is biggest is not told by a statement of the one that is asked about alone.
            if words.has_place() && statement.partners.is_empty() && !question.states.is_empty() {
                fits.push((0.85, "its own place"));
            }
            let is_ranked = words.has_concept(keys::SHARE)
                || statement.figure.as_ref().is_some_and(|figure| figure.unit == "%")
                || words.has_rank();
            fits.push(if is_ranked { (1.1, "a ranking") } else { (0.45, "no ranking") });
        }
        QuestionKind::Stance if question.states.first().is_some_and(|first| *first != statement.subject) => {
            fits.push((0.85, "somebody else’s"));
        }
        _ if statement.kind == Kind::Benefit => fits.push((0.75, "a benefit")),
        _ => {}
    }
    fits
}

/// What a statement lacks of what is asked.
pub(super) fn lacks(
    question: &Question<'_>,
    cited: &CitedStatement,
    covered: &Covered,
    has_body: bool,
) -> Vec<(f64, &'static str)> {
    use QuestionKind::{Amount, Benefits, Since, Stance, Verify, When, Who, Why};
    let reading = question.reading;
    let mut lacks = Vec::new();
    if covered.lacks_name {
        lacks.push((0.5, "no such name"));
    }
    // A body that is named is one of the words, and it has that.
    let bodies = if has_body { question.organisations.len() } else { 0 };
    // A date, a yes or a no is of just what is asked.
    let is_exact = matches!(reading.kind, When | Since | Verify);
    if covered.terms > 0 && covered.terms_had == 0 {
        lacks.push((0.4, "none of its words"));
    } else if is_exact && covered.terms > 0 && (covered.terms_had + bodies) * 2 <= covered.terms + bodies {
        lacks.push((0.5, "half of its words"));
    }
    // Whether it is so is told by what says all of it; what somebody thinks, by what speaks of the same matter.
    let is_of_less = match reading.kind {
        Verify => covered.lacks_matter,
        Stance | Amount => covered.lacks_head,
        _ => false,
    };
    if is_of_less {
        lacks.push((0.5, "not all of it"));
    }
    let statement = &cited.statement;
    let is_somebody_elses = match question.states.as_slice() {
        [first, ..] if reading.kind == Benefits => *first != statement.subject,
        // “How much do India and Pakistan trade?” is not told by what a third sells to both.
        [_, _, ..] if reading.kind == Amount => !question.states.contains(&statement.subject.as_str()),
        [_, _, ..] => !question.states.iter().any(|id| statement.is_of(id)),
        _ => false,
    };
    if is_somebody_elses {
        lacks.push((0.5, "somebody else’s"));
    }
    // A part of all trade is no sum.
    if reading.unit == Some(UnitAsked::Money)
        && statement.figure.as_ref().is_some_and(|figure| figure.unit == "%")
    {
        lacks.push((0.6, "a share"));
    }
    if covered.named == Some(false) {
        lacks.push((0.5, "not what is asked for"));
    }
    if !has_body {
        lacks.push((0.5, "no such organisation"));
    }
    // “When did it run out?” is answered by an end.
    let ends = reading.speaks_of(keys::EXPIRE) && cited.statement.period.to.is_some();
    if covered.acts == Some(false) && !ends {
        match reading.kind {
            When | Since | Who | Why | Verify => lacks.push((0.5, "another act")),
            Amount => lacks.push((0.75, "another act")),
            _ => {}
        }
    }
    lacks
}

/// What speaks for a statement, or against it, whatever is asked.
pub(super) fn quality(question: &Question<'_>, cited: &CitedStatement) -> Vec<(f64, &'static str)> {
    let statement = &cited.statement;
    let mut quality = Vec::new();
    match cited.voice() {
        Voice::Recorded => {}
        Voice::Claimed => quality.push((0.96, "a claim")),
        Voice::Assessment | Voice::Advice => quality.push((0.95, "a judgement of its source")),
    }
    if statement.framing {
        quality.push((0.6, "about its source"));
    }
    match statement.rank {
        Rank::Preferred => quality.push((1.04, "what the source sums up")),
        Rank::Normal => {}
        Rank::Deprecated => quality.push((0.3, "deprecated")),
    }
    let asks_of_end = [keys::EXPIRE, keys::LEAVING].into_iter().any(|key| question.reading.speaks_of(key));
    if question.reading.time.is_none() && !cited.is_live(question.today) && !asks_of_end {
        quality.push((0.93, "ended"));
    }
    if statement.repeats().is_some() {
        quality.push((0.9, "says another again"));
    }
    let (states, first) = (&question.states, question.states.first());
    let others = statement.partners.iter().filter(|partner| !states.contains(&partner.as_str())).count();
    if !states.is_empty() && others > 0 {
        quality.push((if states.len() == 1 { 0.93 } else { 0.97 }, "about others too"));
    }
    // Of two who are asked about, the one that it is towards first is the one it is of.
    let towards_another =
        statement.partners.first().is_some_and(|partner| !states.contains(&partner.as_str()));
    if states.len() > 1 && towards_another {
        quality.push((0.85, "towards another"));
    }
    if first.is_some_and(|first| *first == statement.subject) {
        quality.push((1.03, "whose it is"));
    }
    // Of two that say as much the newer says it better.
    if let Some(day) = statement.day() {
        let years = (question.today.start().0 - day.end().0).clamp(0, 50);
        quality.push((1.06 - 0.008 * f64::from(years.min(10)), "its age"));
    }
    quality
}
