//! Reading one TOML table key by key, collecting every fault on the way and refusing unknown keys.

use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{Finding, Position};
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

    pub(super) fn fault(&mut self, place: Position, wrong: impl Into<String>, right: impl Into<String>) {
        self.findings.push(Finding { place, wrong: wrong.into(), right: right.into() });
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
        self.fault(place, format!("`{key}` is missing"), format!("add `{key} = …`"));
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
        let Some(text) = value.get_ref().as_str() else {
            let found = value.get_ref().type_str();
            self.fault(
                place,
                format!("`{key}` is {}", with_article(found)),
                "write it as a text in quotation marks",
            );
            return None;
        };
        if text.trim().is_empty() {
            self.fault(place, format!("`{key}` is empty"), "write the text, or leave the key out");
            return None;
        }
        if text.contains(char::REPLACEMENT_CHARACTER) {
            self.fault(place, format!("`{key}` is not UTF-8 text"), "save the file as UTF-8");
            return None;
        }
        if let Some(odd) =
            text.chars().find(|c| is_invisible(*c) && !matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE0F}'))
        {
            let code = format!("`{key}` has the invisible character U+{:04X}", u32::from(odd));
            self.fault(place, code, "take it out");
            return None;
        }
        let length = text.chars().count();
        if length > LONGEST_TEXT {
            self.fault(
                place,
                format!("`{key}` has {length} characters"),
                format!("{LONGEST_TEXT} are the most"),
            );
            return None;
        }
        Some((text.trim().to_owned(), place))
    }

    /// A list of texts; empty where the key is absent.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Placed<String>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            let place = self.place_of(value);
            self.fault(place, format!("`{key}` is not a list"), format!("write `{key} = [\"…\"]`"));
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
            self.fault(
                place.clone(),
                format!("`{key}` is no whole number"),
                format!("write it as `{key} = 3`"),
            );
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
            self.fault(place.clone(), format!("`{key}` is no number"), format!("write it as `{key} = 1.4`"));
        }
        digits.map(|digits| (digits, place))
    }

    /// One of the words of a controlled list, if the key is there.
    pub(super) fn word<T: FromStr<Err = UnknownWord>>(&mut self, key: &'static str) -> Option<T> {
        let (text, place) = self.text(key)?;
        text.parse()
            .map_err(|UnknownWord(words)| {
                self.fault(
                    place,
                    format!("`{key}` is “{text}”"),
                    format!("it is one of {}", words.join(", ")),
                );
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
            self.fault(place, format!("`{key}` is not a table"), format!("write `{key} = {{ TUR = 1952 }}`"));
            return Vec::new();
        };
        let mut years = Vec::new();
        for (who, year) in table {
            let date = year.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
            if let Some(date) = date {
                years.push((who.get_ref().to_string(), date));
            } else {
                let place = self.place_of(year);
                self.fault(place, format!("`{key}.{}` is no year", who.get_ref()), "write it as 1952");
            }
        }
        years
    }

    /// Something with a form of its own (a date, an address), if the key is there.
    pub(super) fn parsed<T, E: std::fmt::Display>(
        &mut self,
        key: &'static str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<Placed<T>> {
        let (text, place) = self.text(key)?;
        match parse(&text) {
            Ok(value) => Some((value, place)),
            Err(rule) => {
                self.fault(place, format!("`{key}` is “{text}”"), rule.to_string());
                None
            }
        }
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
                self.fault(place, format!("`{key}` is not a table"), "write it as `{ … }` or as `[[…]]`");
            }
        }
        found
    }

    /// Refuses every key that no `take` asked for.
    pub(super) fn finish(self) {
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if !self.known.contains(&name) {
                let near = self.known.iter().min_by_key(|known| strsim::osa_distance(known, name));
                let near = near.filter(|known| strsim::osa_distance(known, name) <= 2);
                let all = || {
                    let mut known = self.known.clone();
                    known.sort_unstable();
                    known.dedup();
                    format!("the keys here are {}", known.join(", "))
                };
                let right = near.map_or_else(all, |near| format!("did you mean `{near}`?"));
                self.findings.push(Finding {
                    place: Position { file: self.file, span: key.span() },
                    wrong: format!("unknown key `{name}`"),
                    right,
                });
            }
        }
    }
}

fn with_article(type_name: &str) -> String {
    let article = if type_name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {type_name}")
}
