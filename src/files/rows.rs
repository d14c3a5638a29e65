//! Rows of named cells, from a form or a spreadsheet, read by the rules of the knowledge files: they
//! are written as such a file, and its faults are told of the cells they come from.

use super::fault::FileFault;
use super::write::{SERVER, SERVER_ID, quoted};
use super::{Contents, File, Known, parse};
use crate::error::{BadContent, RowFault};

/// A row: what sort of item it gives, and its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line it stands in, from 1; 0 for a form.
    pub line: usize,
    /// The section of a knowledge file that it would be: `statement`, `source`…
    pub section: &'static str,
    /// Keys and values; empty values count as absent.
    pub cells: Vec<(String, String)>,
}

impl From<FileFault> for RowFault {
    fn from(fault: FileFault) -> Self {
        Self { line: fault.line, problem: fault.problem }
    }
}

impl Row {
    /// The value of a cell, if it has one.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        let cell = self.cells.iter().find(|(known, _)| known == key);
        cell.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Sets a cell in place of any before.
    pub fn set(&mut self, key: &str, value: impl Into<String>) {
        self.cells.retain(|(known, _)| known != key);
        self.cells.push((key.to_owned(), value.into()));
    }
}

/// Keys whose values are lists of keys, parted by semicolons, commas or line ends.
const KEY_LISTS: [&str; 8] =
    ["partners", "supports", "disputes", "repeats", "conflicts", "supersedes", "choices", "successors"];
/// Keys whose values are lists of texts, parted by semicolons or line ends.
const TEXT_LISTS: [&str; 8] =
    ["aliases", "former", "adjectives", "metonyms", "synonyms", "names", "words", "also"];
/// Keys whose values are numbers.
const NUMBERS: [&str; 2] = ["credibility", "value"];
/// Keys whose values are parts of a recommendation, one a line.
const PARTS: [&str; 3] = ["focus", "action", "impact"];

/// What stands in a list of keys for a part that had none.
pub const NO_KEY: &str = "-";

/// A list in one cell, as its elements.
#[must_use]
pub fn elements(key: &str, value: &str) -> Vec<String> {
    let by_comma = KEY_LISTS.contains(&key);
    value
        .split(|c| matches!(c, ';' | '\n') || (by_comma && c == ','))
        .map(str::trim)
        .filter(|element| !element.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a key's value is a list.
#[must_use]
pub fn is_list(key: &str) -> bool {
    KEY_LISTS.contains(&key) || TEXT_LISTS.contains(&key)
}

/// Reads rows by the rules of the knowledge files.
///
/// # Errors
/// Every fault, by line.
pub fn read_rows(rows: &[Row], known: &Known<'_>) -> Result<Contents, Vec<RowFault>> {
    let (files, origins) = written(rows);
    parse(&files).finish(known).map_err(|faults| {
        let mut faults: Vec<RowFault> = faults
            .into_iter()
            .map(|fault| {
                let origin = fault.file.parse().ok().and_then(|file: usize| origins.get(file));
                let index = origin.and_then(|origin| origin.get(fault.line.saturating_sub(1)));
                let row = index.and_then(|index| rows.get(*index));
                let line = row.map_or(0, |row| row.line);
                RowFault { line, problem: of_a_cell(fault.problem, line == 0) }
            })
            .collect();
        faults.sort_by_key(|fault| fault.line);
        faults
    })
}

/// A fault as it is told of a cell: nobody wrote TOML there.
fn of_a_cell(problem: BadContent, in_form: bool) -> BadContent {
    match problem {
        BadContent::Missing { key } => BadContent::MissingCell { key, in_form },
        other => other,
    }
}

/// Takes out of rows whose own they are; nothing where no row says.
///
/// # Errors
/// Where rows say several, or what is no id of a server.
pub fn take_server(rows: &mut [Row]) -> Result<Option<i64>, RowFault> {
    let mut server = None;
    for row in rows {
        let said = row.get(SERVER).map(str::to_owned);
        row.cells.retain(|(key, _)| key != SERVER);
        let Some(said) = said else { continue };
        match (said.strip_prefix(SERVER_ID).unwrap_or(&said).parse::<i64>(), server) {
            (Ok(id), None) if id > 0 => server = Some(id),
            (Ok(id), Some(known)) if id == known => {}
            _ => return Err(RowFault { line: row.line, problem: BadContent::OtherServer { found: said } }),
        }
    }
    Ok(server)
}

/// The statements that rows refer to and do not hold themselves.
#[must_use]
pub fn statements_wanted(rows: &[Row]) -> Vec<String> {
    parse(&written(rows).0).statements_wanted()
}

/// How many rows are written as one file: what a file takes in memory while it is read is given back after it.
const ROWS_A_FILE: usize = 1_000;

/// Rows as knowledge files, named by their number, and for each line of each the row that it comes from.
fn written(rows: &[Row]) -> (Vec<File>, Vec<Vec<usize>>) {
    let (mut files, mut origins) = (Vec::new(), Vec::new());
    for (number, some) in rows.chunks(ROWS_A_FILE).enumerate() {
        let mut text = String::new();
        let mut origin = Vec::new();
        for (index, row) in (number * ROWS_A_FILE..).zip(some) {
            let mut line = |content: String| {
                text.push_str(&content);
                text.push('\n');
                origin.push(index);
            };
            line(format!("[[{}]]", row.section));
            let mut seen: Vec<&str> = Vec::new();
            for (key, value) in &row.cells {
                let hidden = key.ends_with("_ids") || (row.section == "recommendation" && key == "id");
                if value.trim().is_empty() || hidden || seen.contains(&key.as_str()) {
                    continue;
                }
                seen.push(key);
                line(format!("{} = {}", quoted(key), toml_value(row, key, value.trim())));
            }
        }
        files.push(File { name: number.to_string(), text: text.into() });
        origins.push(origin);
    }
    (files, origins)
}

fn toml_value(row: &Row, key: &str, value: &str) -> String {
    let list = |texts: Vec<String>| format!("[{}]", texts.join(", "));
    if row.section == "recommendation" && PARTS.contains(&key) {
        return list(parts(row, key, value));
    }
    if is_list(key) {
        return list(elements(key, value).iter().map(|element| quoted(element)).collect());
    }
    if NUMBERS.contains(&key) && is_number(value) { value.to_owned() } else { quoted(value) }
}

/// Parts of a recommendation: one a line, with the ids that they had, or new ones after the item's.
fn parts(row: &Row, key: &str, value: &str) -> Vec<String> {
    let own = row.get("id").unwrap_or_default();
    let known: Vec<String> =
        row.get(&format!("{key}_ids")).map_or(Vec::new(), |ids| elements("choices", ids));
    // The first part of all has the item's own key.
    let first = if row.get("focus").is_some() { "focus" } else { "action" };
    let letter = key.chars().next().unwrap_or('p');
    let mut used: Vec<String> = Vec::new();
    let texts = value.lines().map(str::trim).filter(|text| !text.is_empty());
    texts
        .enumerate()
        .map(|(index, text)| {
            let is_first = key == first && index == 0;
            // A key that the item’s first part has now, or that stands for none, is not given again.
            let before = known.get(index).filter(|id| **id != own && *id != NO_KEY && !used.contains(id));
            let numbered = (index + 1..).map(|n| format!("{own}.{letter}{n}"));
            let mut fresh = numbered.filter(|id| !known.contains(id) && !used.contains(id));
            let id = if is_first { Some(own.to_owned()) } else { before.cloned().or_else(|| fresh.next()) };
            let id = id.unwrap_or_default();
            used.push(id.clone());
            format!("{{ id = {}, text = {} }}", quoted(&id), quoted(text))
        })
        .collect()
}

/// Whether TOML takes a text for a decimal number as it stands.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits(whole) && (whole == "0" || !whole.starts_with('0')) && fraction.is_none_or(all_digits)
}
