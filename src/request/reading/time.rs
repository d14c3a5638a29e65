//! The time that a question is about: “in 2019”, “before 1965”, “May 2025”, “2024-25”, “the last five years”.

use serde::{Deserialize, Serialize};

use super::tokens::Token;
use crate::knowledge::period::MONTHS;
use crate::knowledge::{Cue, PartialDate, Period};

/// The time that a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TimeAsked {
    /// From and to when.
    pub period: Period,
}

impl TimeAsked {
    /// The time in words that are read as the same.
    #[must_use]
    pub fn said(self) -> String {
        match (self.period.from, self.period.to) {
            (Some(from), Some(to)) if from == to => format!("in {from}"),
            (Some(from), Some(to)) => format!("from {from} to {to}"),
            (Some(from), None) => format!("since {from}"),
            (None, Some(to)) => format!("until {to}"),
            (None, None) => String::new(),
        }
    }
}

/// The earliest and the latest year that a number of four digits is taken for.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2100;

/// Months by the beginnings of their names; `may` is one only beside a year.
const SHORT_MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const NUMBERS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// What was found, and which words said it.
pub(super) struct FoundTime {
    pub(super) time: TimeAsked,
    pub(super) words: Vec<usize>,
}

/// The time that words speak of; `cue` says what a word does in the question, `earlier` is the time of the question
/// before.
pub(super) fn time(
    tokens: &[Token<'_>],
    cue: &dyn Fn(usize, Cue) -> bool,
    earlier: Option<TimeAsked>,
    today: PartialDate,
) -> Option<FoundTime> {
    relative(tokens, cue, today)
        .or_else(|| absolute(tokens, cue))
        .or_else(|| after_earlier(tokens, earlier?.period.from?.start().0))
}

/// “And in May?” after a question of 2025, “and two years later?”.
fn after_earlier(tokens: &[Token<'_>], earlier: i16) -> Option<FoundTime> {
    let found = |date: Option<PartialDate>, words: Vec<usize>| {
        let period = Period { from: date, to: date };
        date.map(|_| FoundTime { time: TimeAsked { period }, words })
    };
    (0..tokens.len()).find_map(|at| {
        let before = at.checked_sub(1).map_or("", |at| folded(tokens, at));
        if let Some(month) = month(folded(tokens, at)).filter(|_| matches!(before, "in" | "for" | "and")) {
            return found(date(earlier, month, None), vec![at]);
        }
        let later = match folded(tokens, at) {
            "later" | "after" => 1,
            "earlier" | "before" => -1,
            _ => return None,
        };
        let is_years = matches!(before, "year" | "years");
        let many = number(folded(tokens, at.checked_sub(2)?)).filter(|_| is_years)?;
        let year = earlier.checked_add(later * many)?;
        found(format!("{year:04}").parse().ok(), vec![at - 2, at - 1, at])
    })
}

/// A small number, in digits or in words; “a year later” is one.
fn number(text: &str) -> Option<i16> {
    let in_words = || NUMBERS.iter().position(|number| *number == text).and_then(|at| i16::try_from(at).ok());
    let many = text.parse().ok().or_else(in_words).or_else(|| (text == "a").then_some(1));
    many.filter(|many| (1..=200).contains(many))
}

fn folded<'a>(tokens: &'a [Token<'_>], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| token.word.folded.as_str())
}

fn year(text: &str) -> Option<i16> {
    let year = (text.len() == 4).then(|| text.parse().ok()).flatten()?;
    YEARS.contains(&year).then_some(year)
}

fn month(text: &str) -> Option<usize> {
    let at = |names: &[&str]| names.iter().position(|name| *name == text);
    at(&MONTHS).or_else(|| at(&SHORT_MONTHS)).or_else(|| (text == "sept").then_some(8)).map(|at| at + 1)
}

/// The date at a place, with how many words before it belong to it.
struct DateAt {
    from: PartialDate,
    to: PartialDate,
    words: Vec<usize>,
}

fn date(year: i16, month: usize, day: Option<u8>) -> Option<PartialDate> {
    let day = day.map_or(String::new(), |day| format!("-{day:02}"));
    format!("{year:04}-{month:02}{day}").parse().ok()
}

fn date_at(tokens: &[Token<'_>], at: usize) -> Option<DateAt> {
    let text = folded(tokens, at);
    let parts: Vec<&str> = text.split(' ').collect();
    // “FY22”, “FY 2022-23”, “fiscal 24-25”
    let is_fiscal = || at > 0 && matches!(folded(tokens, at - 1), "fy" | "fiscal" | "year");
    let short = |text: &str| text.parse::<i16>().ok().filter(|_| text.len() == 2).map(|year| 2000 + year);
    let fiscal = |end: i16| Some((date(end - 1, 4, None)?, date(end, 3, None)?));
    if let Some(end) = text.strip_prefix("fy").and_then(|rest| short(rest).or_else(|| year(rest))) {
        let (from, to) = fiscal(end)?;
        return Some(DateAt { from, to, words: vec![at] });
    }
    match parts.as_slice() {
        [first, second]
            if is_fiscal()
                && short(first).is_some()
                && short(second) == short(first).map(|year| year + 1) =>
        {
            let (from, to) = fiscal(short(second)?)?;
            Some(DateAt { from, to, words: vec![at, at - 1] })
        }
        // 2025-05-09, 2025-05
        [y, rest @ ..] if year(y).is_some() && !rest.is_empty() => {
            let first = year(y)?;
            if let [second] = rest
                && let Ok(next) = second.parse::<i16>()
                && (next == (first + 1) % 100 && second.len() == 2 || next == first + 1)
            {
                // 2024-25: a year that is not the calendar’s.
                return Some(DateAt {
                    from: date(first, 4, None)?,
                    to: date(first + 1, 3, None)?,
                    words: vec![at],
                });
            }
            if let [second] = rest
                && let Some(last) = year(second).filter(|last| *last > first)
            {
                return Some(DateAt {
                    from: format!("{first}").parse().ok()?,
                    to: format!("{last}").parse().ok()?,
                    words: vec![at],
                });
            }
            let whole: PartialDate = parts.join("-").parse().ok()?;
            Some(DateAt { from: whole, to: whole, words: vec![at] })
        }
        [y] => {
            let year = year(y)?;
            let plain: PartialDate = format!("{year}").parse().ok()?;
            let mut found = DateAt { from: plain, to: plain, words: vec![at] };
            // “9 May 2025”, “May 9, 2025”, “May 2025”
            let day = |at: usize| {
                let text = folded(tokens, at);
                let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
                digits.parse::<u8>().ok().filter(|day| (1..=31).contains(day))
            };
            let before = |n: usize| at.checked_sub(n);
            let named = [1, 2].into_iter().find_map(|n| {
                let place = before(n)?;
                Some((n, place, month(folded(tokens, place))?))
            });
            if let Some((n, place, month)) = named {
                let day_place = if n == 2 { before(1) } else { place.checked_sub(1) };
                let day = day_place.and_then(|place| Some((place, day(place)?)));
                if n == 1 || day.is_some() {
                    let whole =
                        date(year, month, day.map(|(_, day)| day)).or_else(|| date(year, month, None))?;
                    // “the year to March 2024”
                    let is_end = place > 1
                        && matches!(folded(tokens, place - 1), "to" | "ended" | "ending" | "until")
                        && folded(tokens, place - 2) == "year";
                    let first = if is_end && month < 12 { date(year - 1, month + 1, None) } else { None };
                    (found.from, found.to) = (first.unwrap_or(whole), whole);
                    found.words.push(place);
                    found.words.extend(day.map(|(place, _)| place));
                }
            }
            Some(found)
        }
        _ => None,
    }
}

fn absolute(tokens: &[Token<'_>], cue: &dyn Fn(usize, Cue) -> bool) -> Option<FoundTime> {
    let dates: Vec<(usize, DateAt)> =
        (0..tokens.len()).filter_map(|at| Some((at, date_at(tokens, at)?))).collect();
    let (_, first) = dates.first()?;
    let start = first.words.iter().copied().min()?;
    let mut words: Vec<usize> = first.words.clone();
    // “since the 2023 earthquake”
    let start = if start > 0 && folded(tokens, start - 1) == "the" { start - 1 } else { start };
    let before = |cue_of: Cue| start.checked_sub(1).filter(|at| cue(*at, cue_of));
    // “between 1986 and 2003”, “from 2019 to 2021”
    let period = if let Some((_, second)) = dates.get(1).filter(|(_, second)| second.from > first.from) {
        words.extend(&second.words);
        Period { from: Some(first.from), to: Some(second.to) }
    } else if before(Cue::Before).is_some() {
        let is_up_to = matches!(folded(tokens, start - 1), "until" | "till" | "to" | "of");
        // Before a year is up to the year before it; before a month or a day there is little left to leave out.
        let is_year = first.from.is_year();
        let to = if is_year && !is_up_to { first.from.years_before(1) } else { first.to };
        Period { from: None, to: Some(to) }
    } else if before(Cue::After).is_some() {
        Period { from: Some(first.from), to: None }
    } else {
        Period { from: Some(first.from), to: Some(first.to) }
    };
    Some(FoundTime { time: TimeAsked { period }, words })
}

/// “the last five years”, “last year”, “this year”.
fn relative(tokens: &[Token<'_>], cue: &dyn Fn(usize, Cue) -> bool, today: PartialDate) -> Option<FoundTime> {
    let year = today.start().0;
    let period = |from: i16, to: Option<i16>| {
        let date = |year: i16| format!("{year:04}").parse().ok();
        Period { from: date(from), to: to.and_then(date) }
    };
    let found = |period: Period, words: Vec<usize>| Some(FoundTime { time: TimeAsked { period }, words });
    for at in 0..tokens.len() {
        let next = folded(tokens, at + 1);
        if folded(tokens, at) == "this" && next == "year" {
            return found(period(year, Some(year)), vec![at, at + 1]);
        }
        if !cue(at, Cue::Lately) {
            continue;
        }
        match next {
            "year" => return found(period(year - 1, Some(year - 1)), vec![at, at + 1]),
            "decade" => return found(period(year - 10, None), vec![at, at + 1]),
            "few" | "couple" if folded(tokens, at + 2).starts_with("year") => {
                return found(period(year - 4, None), vec![at, at + 1, at + 2]);
            }
            "years" => return found(period(year - 4, None), vec![at, at + 1]),
            _ => {}
        }
        let Some(many) = number(next) else { continue };
        let unit = folded(tokens, at + 2);
        let years = match unit {
            _ if unit.starts_with("year") || unit.starts_with("yil") || unit == "साल" || unit == "سال" => {
                many
            }
            _ if unit.starts_with("decade") => many.saturating_mul(10),
            _ if unit.starts_with("month") => (many + 11) / 12,
            _ => continue,
        };
        return found(period(year.saturating_sub(years).max(1), None), vec![at, at + 1, at + 2]);
    }
    None
}
