//! Tables that people paste or export, as lines of cells: CSV and Markdown.

use super::write::{BREAK, revived};
use crate::error::{BadContent, RowFault};

/// The most rows that one file may have.
const MOST_ROWS: usize = 200_000;
/// The most columns.
const MOST_COLUMNS: usize = 100;

/// A table as it stands in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spreadsheet {
    /// The line of the head, from 1.
    pub(super) line: usize,
    pub(super) head: Vec<String>,
    /// Line and cells of each row.
    pub(super) lines: Vec<(usize, Vec<String>)>,
}

/// Why a file cannot be read as tables at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(pub Vec<RowFault>);

pub(super) fn fault(line: usize, problem: BadContent) -> RowFault {
    RowFault { line, problem }
}

/// Reads the tables of a text: Markdown tables where a line starts with a bar, else CSV.
///
/// # Errors
/// Where the text is no table, with the line.
pub fn read_sheet(text: &str) -> Result<Vec<Spreadsheet>, Unreadable> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let sheets = if text.lines().any(|line| line.trim_start().starts_with('|')) {
        markdown(text)
    } else {
        vec![csv(text).map_err(|fault| Unreadable(vec![fault]))?]
    };
    let rows: usize = sheets.iter().map(|sheet| sheet.lines.len()).sum();
    let wide = sheets.iter().find(|sheet| sheet.head.len() > MOST_COLUMNS);
    if let Some(sheet) = wide {
        let problem = BadContent::ManyColumns { columns: sheet.head.len(), most: MOST_COLUMNS };
        return Err(Unreadable(vec![fault(sheet.line, problem)]));
    }
    if rows > MOST_ROWS {
        let problem = BadContent::ManyRows { rows, most: MOST_ROWS };
        return Err(Unreadable(vec![fault(MOST_ROWS + 1, problem)]));
    }
    if rows == 0 {
        return Err(Unreadable(vec![fault(1, BadContent::NoTable)]));
    }
    Ok(sheets)
}

fn csv(text: &str) -> Result<Spreadsheet, RowFault> {
    if let Some(fault) = misquoted(text) {
        return Err(fault);
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut sheet = Spreadsheet::default();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
            match error.kind() {
                csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                    let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
                    let (cells, head) = (number(*len), number(*expected_len));
                    fault(line, BadContent::UnequalRow { cells, head, markdown: false })
                }
                _ => fault(line, BadContent::NotCsv),
            }
        })?;
        let line = record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
        let cells: Vec<String> = record.iter().map(|cell| revived(cell).trim().to_owned()).collect();
        if sheet.head.is_empty() {
            (sheet.line, sheet.head) = (line, cells);
        } else if cells.iter().any(|cell| !cell.is_empty()) {
            sheet.lines.push((line, cells));
        }
    }
    Ok(sheet)
}

fn markdown(text: &str) -> Vec<Spreadsheet> {
    let mut sheets: Vec<Spreadsheet> = Vec::new();
    let mut open = false;
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        let Some(inner) = line.strip_prefix('|') else {
            open = false;
            continue;
        };
        let mut cells = bars(inner);
        if cells.last().is_some_and(String::is_empty) && inner.ends_with('|') {
            cells.pop();
        }
        let is_rule = |cell: &String| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':' | ' '));
        if cells.iter().all(is_rule) {
            continue;
        }
        match sheets.last_mut().filter(|_| open) {
            Some(sheet) => sheet.lines.push((number, cells)),
            None => sheets.push(Spreadsheet { line: number, head: cells, lines: Vec::new() }),
        }
        open = true;
    }
    sheets
}

/// The cells of a line of a Markdown table, after its first bar.
fn bars(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let escaped = rest.strip_prefix('\\').and_then(|after| after.chars().next());
        let (means, taken) = match escaped {
            Some(escaped @ ('|' | '\\' | '<')) => (escaped, 2),
            _ if rest.starts_with(BREAK) => ('\n', BREAK.len()),
            _ => (c, c.len_utf8()),
        };
        match cells.last_mut() {
            Some(cell) if c != '|' => cell.push(means),
            _ => cells.push(String::new()),
        }
        rest = &rest[taken..];
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// The first cell whose quotation marks do not stand around it: the reader would guess what was meant.
fn misquoted(text: &str) -> Option<RowFault> {
    let (mut line, mut opened) = (1, 1);
    let (mut at_start, mut inside) = (true, false);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if at_start => (at_start, inside, opened) = (false, true, line),
            '"' if inside && characters.peek() == Some(&'"') => drop(characters.next()),
            '"' if inside => {
                inside = false;
                if !matches!(characters.peek(), None | Some(',' | '\n' | '\r')) {
                    return Some(fault(line, BadContent::TextAfterQuote));
                }
            }
            ',' | '\n' | '\r' if !inside => at_start = true,
            _ => at_start = false,
        }
        line += usize::from(c == '\n');
    }
    inside.then(|| fault(opened, BadContent::OpenQuote))
}
