//! One row of a table about the world, read cell by cell: every fault is told of by the place of its cell.

use std::ops::Range;
use std::str::FromStr;

use super::super::MOST_FINDINGS;
use super::super::fault::{Finding, Position};
use super::super::reader::nearest;
use super::super::sections::Reference;
use super::kinds::Columns;
use crate::error::{BadContent, Referent};
use crate::knowledge::PartialDate;
use crate::knowledge::fold::is_invisible;
use crate::knowledge::words::UnknownWord;

/// A row, by the columns of its table.
pub(super) struct Row<'a> {
    file: usize,
    cells: Vec<(&'static str, String, Range<usize>)>,
    whole: Range<usize>,
    findings: &'a mut Vec<Finding>,
    pub(super) references: Vec<Reference>,
    is_whole: bool,
}

/// Reads a table row by row. A head that is not understood ends it: nothing can be said of the rows.
pub(super) fn each(
    text: &str,
    file: usize,
    columns: &Columns,
    findings: &mut Vec<Finding>,
    mut read: impl FnMut(&mut Row<'_>),
) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut head: Option<Vec<Option<&'static str>>> = None;
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return,
            Ok(true) => {}
            Err(error) => {
                let at = error.position().map_or(0, |position| start(position.byte()));
                findings
                    .push(Finding { place: Position { file, span: at..at }, problem: BadContent::NotCsv });
                return;
            }
        }
        let at = record.position().map_or(0, |position| start(position.byte()));
        let spans = spans(text, at, &record);
        let Some(names) = &head else {
            let before = findings.len();
            head = Some(read_head(&record, &spans, file, columns, findings));
            if findings.len() > before {
                return;
            }
            continue;
        };
        let whole = at..spans.last().map_or(at, |span| span.end);
        if record.len() != names.len() {
            let (cells, head, separator) = (record.len(), names.len(), Some(','));
            let problem = BadContent::UnequalRow { cells, head, separator };
            findings.push(Finding { place: Position { file, span: whole }, problem });
            continue;
        }
        let cells = names.iter().zip(record.iter()).zip(spans);
        let cells = cells.filter_map(|((name, text), span)| Some(((*name)?, text.trim().to_owned(), span)));
        let mut row =
            Row { file, cells: cells.collect(), whole, findings, references: Vec::new(), is_whole: true };
        row.check_texts();
        read(&mut row);
        if findings.len() >= MOST_FINDINGS {
            return;
        }
    }
}

fn start(byte: u64) -> usize {
    usize::try_from(byte).unwrap_or(0)
}

/// Where the cells of a row stand in the text: a cell in quotation marks has them, and those in it, twice.
fn spans(text: &str, start: usize, record: &csv::StringRecord) -> Vec<Range<usize>> {
    let mut at = start;
    let cells = record.iter().map(|cell| {
        let is_quoted = text.as_bytes().get(at) == Some(&b'"');
        let marks = if is_quoted { 2 + cell.matches('"').count() } else { 0 };
        let span = at..(at + cell.len() + marks).min(text.len());
        at = span.end + 1;
        span
    });
    cells.collect()
}

/// The columns as they stand in the head.
fn read_head(
    record: &csv::StringRecord,
    spans: &[Range<usize>],
    file: usize,
    columns: &Columns,
    findings: &mut Vec<Finding>,
) -> Vec<Option<&'static str>> {
    let known: Vec<&'static str> = columns.required.iter().chain(columns.optional).copied().collect();
    let mut names: Vec<Option<&'static str>> = Vec::new();
    for (text, span) in record.iter().zip(spans) {
        let text = text.trim().trim_start_matches('\u{FEFF}');
        let name = known.iter().find(|name| **name == text).copied();
        let place = || Position { file, span: span.clone() };
        if name.is_none() {
            let near = nearest(text, &known);
            let key = text.chars().take(40).collect();
            findings.push(Finding {
                place: place(),
                problem: BadContent::UnknownKey { key, near, known: known.clone() },
            });
        } else if names.contains(&name) {
            let problem = BadContent::SameColumns { head: text.to_owned() };
            findings.push(Finding { place: place(), problem });
        }
        names.push(name);
    }
    for name in columns.required.iter().filter(|name| !names.contains(&Some(*name))) {
        let place = Position { file, span: 0..0 };
        findings.push(Finding { place, problem: BadContent::Missing { key: (*name).to_owned() } });
    }
    names
}

impl Row<'_> {
    pub(super) fn fault(&mut self, column: &str, problem: BadContent) {
        self.is_whole = false;
        let cell = self.cells.iter().find(|(name, ..)| *name == column);
        let span = cell.map_or_else(|| self.whole.clone(), |(.., span)| span.clone());
        self.findings.push(Finding { place: Position { file: self.file, span }, problem });
    }

    /// Whether it can be taken as it is.
    pub(super) fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// What a cell says; nothing where it is empty or there is no such column.
    pub(super) fn text(&self, column: &str) -> Option<String> {
        let cell = self.cells.iter().find(|(name, ..)| *name == column);
        cell.map(|(_, text, _)| text).filter(|text| !text.is_empty()).cloned()
    }

    /// What a cell says that has to say something.
    pub(super) fn required(&mut self, column: &'static str) -> String {
        self.text(column).unwrap_or_else(|| {
            self.fault(column, BadContent::Missing { key: column.to_owned() });
            String::new()
        })
    }

    /// The key of an actor, or of an organisation.
    pub(super) fn key(&mut self, to: Referent, column: &'static str) -> String {
        let key = self.required(column);
        self.refer(to, column, &key);
        key
    }

    /// Notes that a cell refers to something.
    pub(super) fn refer(&mut self, to: Referent, column: &str, key: &str) {
        if let (Some((.., span)), false) =
            (self.cells.iter().find(|(name, ..)| *name == column), key.is_empty())
        {
            let place = Position { file: self.file, span: span.clone() };
            self.references.push(Reference { to, key: key.to_owned(), place });
        }
    }

    /// A number, if the cell has one; shares go from 0 to 100.
    pub(super) fn number(&mut self, column: &'static str) -> Option<f64> {
        let text = self.text(column)?;
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
        if number.is_none() {
            self.fault(column, BadContent::NotANumber { key: column.to_owned(), found: text });
        }
        number
    }

    /// A date, if the cell has one.
    pub(super) fn date(&mut self, column: &'static str) -> Option<PartialDate> {
        let text = self.text(column)?;
        let date = text.parse().ok();
        if date.is_none() {
            self.fault(column, BadContent::NotADate { key: column.to_owned(), found: text });
        }
        date
    }

    /// One of the words of a controlled list, which must be there.
    pub(super) fn word<T: FromStr<Err = UnknownWord>>(&mut self, column: &'static str) -> Option<T> {
        let text = self.required(column);
        match text.parse() {
            Ok(word) => Some(word),
            Err(UnknownWord(_)) if text.is_empty() => None,
            Err(UnknownWord(words)) => {
                let (key, words) = (column.to_owned(), words.to_vec());
                self.fault(column, BadContent::NotAWord { key, found: text, words });
                None
            }
        }
    }

    /// No cell has letters that nobody sees.
    fn check_texts(&mut self) {
        let odd = self.cells.iter().find_map(|(name, text, _)| {
            let is_odd = |c: &char| is_invisible(*c) || *c == char::REPLACEMENT_CHARACTER;
            Some((*name, text.chars().find(is_odd)?))
        });
        if let Some((name, character)) = odd {
            let key = name.to_owned();
            let problem = match character {
                char::REPLACEMENT_CHARACTER => BadContent::NotUtf8 { key },
                character => BadContent::Invisible { key, character },
            };
            self.fault(name, problem);
        }
    }
}
