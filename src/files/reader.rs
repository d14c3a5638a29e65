//! Reading one TOML table key by key, collecting every fault on the way and refusing unknown keys.

use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::MOST_FINDINGS;
use super::cells::LONGEST_NAME;
use super::fault::{Finding, Position};
use crate::error::BadContent;
use crate::knowledge::PartialDate;
use crate::knowledge::fold::is_invisible;
use crate::knowledge::words::UnknownWord;

/// A value with the place it stands in.
pub(super) type Placed<T> = (T, Position);

/// Reads a table. Each `take` names a key that the table may have; [`FileSection::finish`] refuses the rest.
pub(super) struct FileSection<'a> {
    file: usize,
    table: &'a DeTable<'a>,
    /// The whole table, for faults about what is missing.
    place: Position,
    known: Vec<&'static str>,
    findings: &'a mut Vec<Finding>,
}

/// The longest text that a file may give in one value, in characters: what a modal can hold.
const LONGEST_TEXT: usize = 4_000;

impl<'a> FileSection<'a> {
    pub(super) fn new(
        file: usize,
        table: &'a DeTable<'a>,
        span: std::ops::Range<usize>,
        findings: &'a mut Vec<Finding>,
    ) -> Self {
        Self { file, table, place: Position { file, span }, known: Vec::new(), findings }
    }

    pub(super) fn place(&self) -> Position {
        self.place.clone()
    }

    pub(super) fn fault(&mut self, place: Position, problem: BadContent) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(Finding { place, problem });
        }
    }

    /// Whether a key is there, whatever it holds.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    fn value(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.push(key);
        self.table.get(key)
    }

    fn place_of(&self, value: &Spanned<DeValue<'_>>) -> Position {
        Position { file: self.file, span: value.span() }
    }

    fn missing(&mut self, key: &str) {
        let place = self.place();
        self.fault(place, BadContent::Missing { key: key.to_owned() });
    }

    /// A text, if the key is there: not empty, without control or invisible characters.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Placed<String>> {
        let value = self.value(key)?;
        self.checked_text(key, value)
    }

    /// A text that must be there. Where it is not, that is a fault, and an empty one stands for it.
    pub(super) fn required_text(&mut self, key: &'static str) -> Placed<String> {
        if self.table.get(key).is_none() {
            self.known.push(key);
            self.missing(key);
        }
        let place = self.place();
        self.text(key).unwrap_or((String::new(), place))
    }

    fn checked_text(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Placed<String>> {
        let place = self.place_of(value);
        match text_of(key, value.get_ref()) {
            Ok(text) => Some((text.to_owned(), place)),
            Err(problem) => {
                self.fault(place, problem);
                None
            }
        }
    }

    /// A list of texts; empty where the key is absent.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Placed<String>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            let place = self.place_of(value);
            self.fault(place, BadContent::NotAList { key: key.to_owned() });
            return Vec::new();
        };
        array.iter().filter_map(|element| self.checked_text(key, element)).collect()
    }

    /// A whole number, if the key is there.
    pub(super) fn whole_number(&mut self, key: &'static str) -> Option<Placed<i64>> {
        let value = self.value(key)?;
        let place = self.place_of(value);
        let number =
            value.get_ref().as_integer().and_then(|i| i64::from_str_radix(i.as_str(), i.radix()).ok());
        if number.is_none() {
            let found = value.get_ref().as_str().unwrap_or_else(|| value.get_ref().type_str()).to_owned();
            self.fault(place.clone(), BadContent::NotWhole { key: key.to_owned(), found });
        }
        number.map(|number| (number, place))
    }

    /// A decimal number as its digits, if the key is there.
    pub(super) fn decimal(&mut self, key: &'static str) -> Option<Placed<String>> {
        let value = self.value(key)?;
        let place = self.place_of(value);
        let digits = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_owned()),
            DeValue::Float(number) => {
                let digits = number.as_str();
                digits.parse::<f64>().ok().filter(|n| n.is_finite()).map(|_| digits.to_owned())
            }
            _ => None,
        };
        if digits.is_none() {
            let found = value.get_ref().as_str().unwrap_or_else(|| value.get_ref().type_str()).to_owned();
            self.fault(place.clone(), BadContent::NotANumber { key: key.to_owned(), found });
        }
        digits.map(|digits| (digits, place))
    }

    /// One of the words of a controlled list, if the key is there.
    pub(super) fn word<T: FromStr<Err = UnknownWord>>(&mut self, key: &'static str) -> Option<T> {
        let (text, place) = self.text(key)?;
        let word = text.parse();
        word.map_err(|UnknownWord(words)| {
            let words = words.to_vec();
            self.fault(place, BadContent::NotAWord { key: key.to_owned(), found: text, words });
        })
        .ok()
    }

    /// One of the words of a controlled list, which must be there.
    pub(super) fn required_word<T: FromStr<Err = UnknownWord>>(
        &mut self,
        key: &'static str,
        fallback: T,
    ) -> T {
        if self.table.get(key).is_none() {
            self.known.push(key);
            self.missing(key);
            return fallback;
        }
        self.word(key).unwrap_or(fallback)
    }

    /// A table of years by key, if it is there: `{ TUR = 1952 }`.
    pub(super) fn years(&mut self, key: &'static str) -> Vec<(String, PartialDate)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(table) = value.get_ref().as_table() else {
            let place = self.place_of(value);
            self.fault(place, BadContent::NotATableOfYears { key: key.to_owned() });
            return Vec::new();
        };
        let mut years = Vec::new();
        for (who, year) in table {
            let date = year.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
            if let Some(date) = date {
                years.push((who.get_ref().to_string(), date));
            } else {
                let place = self.place_of(year);
                let who = who.get_ref().to_string();
                self.fault(place, BadContent::NotAYear { key: key.to_owned(), who });
            }
        }
        years
    }

    /// A date, if the key is there.
    pub(super) fn date(&mut self, key: &'static str) -> Option<Placed<PartialDate>> {
        let (text, place) = self.text(key)?;
        if let Ok(date) = text.parse() {
            return Some((date, place));
        }
        self.fault(place, BadContent::NotADate { key: key.to_owned(), found: text });
        None
    }

    /// A table, or a list of tables, if the key is there: each read by `read`.
    pub(super) fn tables<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut FileSection<'_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let one = std::slice::from_ref(value);
        let elements = value.get_ref().as_array().map_or(one, |array| array);
        let mut found = Vec::new();
        for element in elements {
            if let Some(table) = element.get_ref().as_table() {
                let mut section = FileSection::new(self.file, table, element.span(), self.findings);
                let item = read(&mut section);
                section.finish();
                found.extend(item);
            } else {
                let place = self.place_of(element);
                self.fault(place, BadContent::NotATable { key: key.to_owned() });
            }
        }
        found
    }

    /// Refuses every key that no `take` asked for.
    pub(super) fn finish(self) {
        for key in self.table.keys() {
            let (name, span_of_key) = (key.get_ref().as_ref(), key.span());
            if !self.known.contains(&name) {
                let near = nearest(name, &self.known);
                let mut known = self.known.clone();
                known.sort_unstable();
                known.dedup();
                if self.findings.len() >= MOST_FINDINGS {
                    return;
                }
                let key: String = name.chars().take(LONGEST_NAME).collect();
                self.findings.push(Finding {
                    place: Position { file: self.file, span: span_of_key },
                    problem: BadContent::UnknownKey { key, near, known },
                });
            }
        }
    }
}

/// The text of a value, as far as it can be kept.
fn text_of<'v>(key: &str, value: &'v DeValue<'_>) -> Result<&'v str, BadContent> {
    let key = || key.to_owned();
    let Some(text) = value.as_str() else {
        return Err(BadContent::NotText { key: key(), found: value.type_str() });
    };
    if text.trim().is_empty() {
        return Err(BadContent::Empty { key: key() });
    }
    if text.contains(char::REPLACEMENT_CHARACTER) {
        return Err(BadContent::NotUtf8 { key: key() });
    }
    let is_odd = |c: &char| is_invisible(*c) && !matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE0F}');
    if let Some(character) = text.chars().find(is_odd) {
        return Err(BadContent::Invisible { key: key(), character });
    }
    let length = text.chars().count();
    if length > LONGEST_TEXT {
        return Err(BadContent::TooLong { key: key(), length, most: LONGEST_TEXT });
    }
    Ok(text.trim())
}

/// How many letters of a word may be wrong for it to be taken as a slip of another.
const MOST_SLIPS: usize = 2;

/// The known word that another is a slip of. What is far longer than any of them is none, and is not compared:
/// that takes time by the product of the lengths.
pub(super) fn nearest(typed: &str, known: &[&'static str]) -> Option<&'static str> {
    let typed: String = typed.chars().take(LONGEST_NAME).collect();
    let length = typed.chars().count();
    // Of three letters one may be wrong; with two, any word is near to any other.
    let most = (length / 3).min(MOST_SLIPS);
    let may_be_near = known.iter().filter(|word| word.len().abs_diff(length) <= most);
    may_be_near
        .map(|word| (strsim::osa_distance(word, &typed), *word))
        .filter(|(slips, _)| *slips <= most)
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, word)| word)
}
