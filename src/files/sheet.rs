//! Tables that people paste or export, as lines of cells: CSV and Markdown.

use std::borrow::Cow;

use super::sections::SECTIONS;
use super::write::{ESCAPED, revived};
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
    /// What parts its cells; none in Markdown.
    pub(super) separator: Option<char>,
}

/// Why a file cannot be read as tables at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(pub Vec<RowFault>);

pub(super) fn fault(line: usize, problem: BadContent) -> RowFault {
    RowFault { line, problem }
}

/// What a file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A knowledge file.
    Toml,
    /// A spreadsheet.
    Csv,
    /// A document with tables.
    Markdown,
}

/// What a file is written in: its name says, and where it does not, the whole of it does.
#[must_use]
pub fn kind_of(name: &str, text: &str) -> FileKind {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("toml") => FileKind::Toml,
        Some("csv" | "tsv") if !starts_as_markdown(text) => FileKind::Csv,
        Some("md" | "markdown") => FileKind::Markdown,
        _ if text.lines().any(opens_section) => FileKind::Toml,
        _ if lines(text).windows(2).any(|two| two[0].contains('|') && is_rule(two[1])) => FileKind::Markdown,
        _ if lines(text).iter().filter(|line| !line.is_empty()).all(|line| line.starts_with('|')) => {
            FileKind::Markdown
        }
        _ => FileKind::Csv,
    }
}

/// Whether a text starts with the head of a Markdown table, whatever its file is called.
fn starts_as_markdown(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.next().is_some_and(|head| head.starts_with('|')) && lines.next().is_some_and(is_rule)
}

/// Whether a line opens a table of a knowledge file.
fn opens_section(line: &str) -> bool {
    let name = line.trim().strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
    name.is_some_and(|name| name == "retract" || SECTIONS.iter().any(|(section, _)| *section == name.trim()))
}

/// Reads the tables of a text.
///
/// # Errors
/// Where the text is no table, with the line.
pub fn read_sheet(kind: FileKind, text: &str) -> Result<Vec<Spreadsheet>, Unreadable> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Unreadable(vec![fault(1, BadContent::EmptyFile)]));
    }
    let ruled =
        text.lines().position(|line| line.chars().count() > 5 && line.trim().chars().all(|c| c == '─'));
    if let Some(index) = ruled {
        return Err(Unreadable(vec![fault(index + 1, BadContent::CopiedAnswer)]));
    }
    // Lines end in three ways; they are counted alike.
    let text: Cow<'_, str> =
        if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() };
    let sheets = match kind {
        FileKind::Markdown => markdown(&text).map_err(|fault| Unreadable(vec![fault]))?,
        _ => vec![csv(&text).map_err(|fault| Unreadable(vec![fault]))?],
    };
    let answered = sheets
        .iter()
        .flat_map(|sheet| &sheet.lines)
        .find(|(_, cells)| cells.iter().any(|cell| is_answer(cell)));
    if let Some((line, _)) = answered {
        return Err(Unreadable(vec![fault(*line, BadContent::CopiedAnswer)]));
    }
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

/// Whether a cell is one of an answer: with a mark of a level, or evidence with the number of its source below it.
fn is_answer(cell: &str) -> bool {
    cell.contains(['█', '▓', '▒', '░']) || cell.ends_with("]*")
}

/// What cells are parted by: what a first line `sep=` says, else what the head has most of.
fn separator(text: &str) -> (char, usize) {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    // A separator is one byte, or the text would be parted within a letter.
    let bare = first.trim_matches('"');
    let is_said = bare.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    let said = bare.chars().nth(4).filter(|c| is_said && c.is_ascii());
    let head = std::iter::once(first).chain(lines).find(|line| !line.trim().is_empty()).unwrap_or_default();
    if let Some(said) = said {
        return (said, 1);
    }
    let mut inside = false;
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    for c in head.chars() {
        inside ^= c == '"';
        for (separator, count) in &mut counts {
            *count += usize::from(!inside && c == *separator);
        }
    }
    // Of two that stand there equally often it is the first.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    (most.map_or(',', |(separator, _)| *separator), 0)
}

fn csv(text: &str) -> Result<Spreadsheet, RowFault> {
    let (separator, skipped) = separator(text);
    let rest = if skipped > 0 { text.split_once('\n').map_or("", |(_, rest)| rest) } else { text };
    if let Some(fault) = misquoted(rest, separator) {
        return Err(RowFault { line: fault.line + skipped, ..fault });
    }
    let delimiter = u8::try_from(separator).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(rest.as_bytes());
    let at = |position: Option<&csv::Position>| {
        position.map_or(0, |position| usize::try_from(position.line()).unwrap_or(0)) + skipped
    };
    let mut sheet = Spreadsheet::default();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = at(error.position());
            match error.kind() {
                csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                    let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
                    let (cells, head) = (number(*len), number(*expected_len));
                    fault(line, BadContent::UnequalRow { cells, head, separator: Some(separator) })
                }
                _ => fault(line, BadContent::NotCsv),
            }
        })?;
        let line = at(record.position());
        let cells: Vec<String> = record.iter().map(|cell| revived(cell).trim().to_owned()).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if sheet.head.is_empty() {
            // Of a title above the table only one cell is filled.
            let is_title = cells.len() > 1 && cells.iter().filter(|cell| !cell.is_empty()).count() == 1;
            if is_title {
                return Err(fault(line, BadContent::NoHead));
            }
            (sheet.line, sheet.head, sheet.separator) = (line, cells, Some(separator));
        } else {
            sheet.lines.push((line, cells));
        }
    }
    Ok(without_empty_columns(sheet))
}

/// A table without the columns that have neither a head nor a cell.
fn without_empty_columns(mut sheet: Spreadsheet) -> Spreadsheet {
    let is_filled =
        |at: usize| sheet.lines.iter().any(|(_, cells)| cells.get(at).is_some_and(|cell| !cell.is_empty()));
    let kept: Vec<bool> =
        sheet.head.iter().enumerate().map(|(at, head)| !head.is_empty() || is_filled(at)).collect();
    let keep = |cells: &mut Vec<String>| {
        let mut kept = kept.iter();
        cells.retain(|_| kept.next().copied().unwrap_or(true));
    };
    keep(&mut sheet.head);
    sheet.lines.iter_mut().for_each(|(_, cells)| keep(cells));
    sheet
}

/// The lines of a document, without what marks a quotation.
fn lines(text: &str) -> Vec<&str> {
    let mut commented = false;
    text.lines()
        .map(|line| {
            let line = line.trim().trim_start_matches('>').trim_start();
            // What is commented out is not there.
            let (was, opens, closes) = (commented, line.contains("<!--"), line.contains("-->"));
            commented = (was || opens) && !closes;
            if was || opens { "" } else { line }
        })
        .collect()
}

/// Whether a line is the rule below the head of a table: `|---|:--:|`, or `--- | ---`.
fn is_rule(line: &str) -> bool {
    line.contains('-') && line.contains('|') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// The tables of a document: what stands below a head with a rule, or between bars.
fn markdown(text: &str) -> Result<Vec<Spreadsheet>, RowFault> {
    let lines = lines(text);
    let mut sheets: Vec<Spreadsheet> = Vec::new();
    // Whether a table is open, and whether its lines begin with bars.
    let (mut open, mut outer) = (false, false);
    for (index, line) in lines.iter().enumerate() {
        let has_bar = line.starts_with('|');
        let inner = line.strip_prefix('|').unwrap_or(line);
        let mut cells = bars(inner);
        if cells.len() > 1 && cells.last().is_some_and(String::is_empty) && inner.ends_with('|') {
            cells.pop();
        }
        let as_wide = sheets.last().is_some_and(|sheet| sheet.head.len() == cells.len());
        if open && (has_bar || line.contains('|') && (!outer || as_wide)) {
            if let Some(sheet) = sheets.last_mut().filter(|_| !is_rule(line)) {
                // A row may leave out its last cells.
                if cells.len() < sheet.head.len() {
                    cells.resize(sheet.head.len(), String::new());
                }
                sheet.lines.push((index + 1, cells));
            }
            continue;
        }
        open = false;
        let is_ruled = lines.get(index + 1).is_some_and(|next| is_rule(next));
        if is_ruled && line.contains('|') || has_bar && !is_rule(line) {
            if let (Some(sheet), true, false) = (sheets.last(), as_wide, is_ruled) {
                return Err(fault(index + 1, BadContent::RowsApart { head: sheet.line }));
            }
            sheets.push(Spreadsheet { line: index + 1, head: cells, ..Spreadsheet::default() });
            (open, outer) = (true, has_bar);
        } else if !outer && as_wide && line.contains('|') {
            let head = sheets.last().map_or(0, |sheet| sheet.line);
            return Err(fault(index + 1, BadContent::RowsApart { head }));
        }
    }
    Ok(sheets)
}

/// The cells of a line of a Markdown table, after its first bar.
fn bars(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let escaped = rest.strip_prefix('\\').and_then(|after| after.chars().next());
        let (means, taken) = match escaped {
            Some(escaped) if ESCAPED.contains(&escaped) => (escaped, 1 + escaped.len_utf8()),
            _ if let Some(length) = line_break(rest) => ('\n', length),
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

/// The length of the line break that a text starts with, as people write it: `<br>`, `<br/>`, `<BR />`.
fn line_break(text: &str) -> Option<usize> {
    let end = text.strip_prefix('<')?.find('>')?;
    let name = text.get(1..=end)?.trim_end_matches('/').trim_end();
    name.eq_ignore_ascii_case("br").then_some(end + 2)
}

/// The first cell whose quotation marks do not stand around it: the reader would guess what was meant.
fn misquoted(text: &str, separator: char) -> Option<RowFault> {
    let (mut line, mut opened) = (1, 1);
    let (mut at_start, mut blank, mut inside) = (true, false, false);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if at_start && blank => return Some(fault(line, BadContent::BlankBeforeQuote)),
            '"' if at_start => (at_start, inside, opened) = (false, true, line),
            ' ' if at_start && separator != ' ' => blank = true,
            '"' if inside && characters.peek() == Some(&'"') => drop(characters.next()),
            '"' if inside => {
                inside = false;
                if !characters.peek().is_none_or(|next| *next == separator || *next == '\n') {
                    return Some(fault(line, BadContent::TextAfterQuote));
                }
            }
            c if !inside && (c == separator || c == '\n') => (at_start, blank) = (true, false),
            _ => at_start = false,
        }
        line += usize::from(c == '\n');
    }
    inside.then(|| fault(opened, BadContent::OpenQuote))
}
