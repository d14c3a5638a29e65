//! A page as a file or for a program: text, JSON, CSV, Markdown. Nothing is cut in JSON, CSV and
//! Markdown, which hold all that was opened.

use serde_json::{Value, json};

use super::blocks::{Laid, LaidPiece, Style, WIDE, WrappingLine, lay_out};
use super::grid::{NOTHING, wrap, wrap_indented};
use super::{Block, Cell, Citation, Content, Detail, Entry, Page, Table};
use crate::knowledge::{Level, Trend};
use crate::layout::Layout;
use crate::section::Opened;
use crate::words;

/// The narrowest that text is laid out.
const NARROWEST: usize = 20;

/// A page as plain text, in a layout and a width: what was opened, the sources by name, and the sections there are.
#[must_use]
pub fn text(page: &Page, layout: Layout, width: usize) -> String {
    let width = width.max(NARROWEST);
    let laid = lay_out(page, layout, width, false);
    let mut lines = wrap(&format!("{}{}", page.title, words::sections::after_title(page.opened)), width);
    push_pieces(page, &laid, width, &mut lines);
    if laid.cut {
        lines.extend(wrap(words::sections::CUT, width));
    }
    let has_addresses = laid.pieces.contains(&LaidPiece::Sources);
    if laid.pieces.iter().any(|piece| matches!(piece, LaidPiece::Grid(_)))
        && !matches!(laid.pieces.last(), Some(LaidPiece::Line(_)))
    {
        push_gap(&mut lines);
    }
    if !page.citations.is_empty() && !has_addresses {
        lines.extend(wrap(&sources_line(page), width));
    }
    if !page.contents.is_empty() && page.opened != Opened::All {
        if has_addresses {
            push_gap(&mut lines);
        }
        lines.extend(wrap(&words::sections::more(&page.contents), width));
    }
    if !page.next.is_empty() {
        let next: Vec<String> = page.next.iter().map(|offer| offer.line.replace(' ', "\u{A0}")).collect();
        lines.extend(wrap(&words::ask::next_lines(&next), width));
    }
    lines.join("\n")
}

/// The sources of what is shown, by their names: `Sources: [1] article · [2] Daily Sabah 2023-02`.
fn sources_line(page: &Page) -> String {
    let name = |citation: &Citation| format!("[{}] {}", citation.n, citation.name).replace(' ', "\u{A0}");
    let names: Vec<String> = page.citations.iter().map(name).collect();
    format!("{}: {}", words::sections::SOURCES, names.join(" · "))
}

fn push_gap(lines: &mut Vec<String>) {
    if lines.last().is_some_and(|line| !line.is_empty()) {
        lines.push(String::new());
    }
}

fn push_pieces(page: &Page, laid: &Laid, width: usize, lines: &mut Vec<String>) {
    let mut previous: Option<&LaidPiece> = None;
    for piece in &laid.pieces {
        match piece {
            LaidPiece::Heading(heading) => {
                push_gap(lines);
                lines.extend(wrap(heading, width));
            }
            LaidPiece::Grid(grid) => {
                push_gap_unless_headed(previous, lines);
                lines.extend(grid.head.iter().cloned());
                lines.extend(grid.rows.iter().flatten().cloned());
            }
            LaidPiece::Line(line) => {
                // What goes on after a table stands apart from it.
                if matches!(previous, Some(LaidPiece::Grid(_))) || line.style == Style::Strong {
                    push_gap(lines);
                }
                if previous.is_none() && line.style == Style::Plain {
                    push_gap(lines);
                }
                lines.extend(wrapped(line, width));
            }
            LaidPiece::Sources => {
                for citation in &page.citations {
                    push_gap(lines);
                    lines.extend(wrap(&citation.line(), width));
                    lines.extend(citation.url.clone());
                }
            }
        }
        previous = Some(piece);
    }
}

fn push_gap_unless_headed(previous: Option<&LaidPiece>, lines: &mut Vec<String>) {
    if !matches!(previous, Some(LaidPiece::Heading(_) | LaidPiece::Line(_))) {
        push_gap(lines);
    }
}

/// A line as the console shows it, set in as it belongs to what is above.
fn wrapped(line: &WrappingLine, width: usize) -> Vec<String> {
    let indent = match line.style {
        Style::Plain | Style::Strong | Style::Small => 0,
        Style::Below => 2,
        Style::SmallBelow => 4,
    };
    let label = line.label.as_ref().map_or(String::new(), |label| match line.style {
        Style::Plain => format!("{}  ", label.name),
        _ => format!("{}: ", label.name),
    });
    wrap_indented(&format!("{label}{}", line.text), width, indent)
}

/// A page as JSON: the stable form that programs read. `text` is its plain text at 78 columns.
#[must_use]
pub fn json(page: &Page) -> Value {
    let section = |section: &super::Section| {
        json!({
            "name": section.name.as_str(),
            "title": words::sections::title(section.name),
            "tables": json_tables(page, &section.blocks),
            "notes": json_notes(&section.blocks),
        })
    };
    let contents: Vec<Value> = page
        .contents
        .iter()
        .map(|(name, count)| json!({ "name": name.as_str(), "title": words::sections::title(*name), "count": count }))
        .collect();
    let blocks = std::iter::once(&page.front).chain(page.sections.iter().map(|section| &section.blocks));
    json!({
        "kind": page.kind,
        "title": page.title,
        "tables": blocks.flat_map(|blocks| json_tables(page, blocks)).collect::<Vec<_>>(),
        "notes": page.notes().map(|line| line.text.as_str()).collect::<Vec<_>>(),
        "front": { "tables": json_tables(page, &page.front), "notes": json_notes(&page.front) },
        "contents": contents,
        "sections": page.sections.iter().map(section).collect::<Vec<_>>(),
        "citations": page.citations.iter().map(json_citation).collect::<Vec<_>>(),
        "text": text(page, Layout::Wide, WIDE),
    })
}

fn json_tables(page: &Page, blocks: &[Block]) -> Vec<Value> {
    let mut title = None;
    let mut tables = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(heading) => title = Some(heading.as_str()),
            Block::Table(table) => tables.push(json_table(page, title.take(), table)),
            Block::Line(_) | Block::Sources => {}
        }
    }
    tables
}

fn json_notes(blocks: &[Block]) -> Vec<&str> {
    let notes = blocks.iter().filter_map(|block| match block {
        Block::Line(line) => Some(line.text.as_str()),
        Block::Heading(heading) => Some(heading.as_str()),
        _ => None,
    });
    notes.collect()
}

fn json_table(page: &Page, title: Option<&str>, table: &Table) -> Value {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    // What is not recorded is null; how that is drawn is each place’s own.
    let rows: Vec<Vec<Option<&str>>> =
        table.rows.iter().map(|row| row.iter().map(Cell::first).collect()).collect();
    let details: Vec<Vec<Value>> =
        table.rows.iter().map(|row| row.iter().map(|cell| json_detail(page, cell)).collect()).collect();
    let cells: Vec<Vec<Value>> = table
        .rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|cell| cell.entries.iter().map(|entry| json_entry(page, entry)).collect())
                .collect()
        })
        .collect();
    json!({ "title": title, "columns": columns, "rows": rows, "details": details, "cells": cells })
}

/// What is known of the first entry of a cell.
fn json_detail(page: &Page, cell: &Cell) -> Value {
    let Some((entry, rest)) = cell.entries.split_first() else { return Value::Null };
    let Some(detail) = entry.detail.as_deref() else { return Value::Null };
    let mut value = detail_value(page, detail, entry);
    // The others stand in `cells`.
    value["more"] = rest.len().into();
    value
}

/// The numbers of the sources that an entry cites.
fn numbers(page: &Page, entry: &Entry) -> Vec<usize> {
    entry.cites.iter().filter_map(|id| page.number(id)).collect()
}

fn json_entry(page: &Page, entry: &Entry) -> Value {
    let kind = match &entry.content {
        Content::Statement { .. } => "statement",
        Content::Number { .. } => "number",
        Content::Name(_) => "name",
        Content::Text(_) => "text",
    };
    json!({
        "kind": kind,
        "text": entry.text(),
        "date": entry.date(),
        "under": entry.under,
        "citations": numbers(page, entry),
        "detail": entry.detail.as_deref().map(|detail| detail_value(page, detail, entry)),
    })
}

fn detail_value(page: &Page, detail: &Detail, entry: &Entry) -> Value {
    let mut numbers = numbers(page, entry);
    if numbers.is_empty() {
        // Its source is said once for the whole table.
        numbers.extend(page.number(&detail.source));
    }
    json!({
        "id": detail.id,
        "label": detail.voice.as_str(),
        "text": detail.text,
        "level": detail.level.map(Level::as_str),
        "trend": detail.trend.map(Trend::as_str),
        "date": detail.date,
        "ended": detail.ended,
        "grade": detail.grade,
        "value": detail.figure.as_ref().map(|figure| figure.value.as_str()),
        "unit": detail.figure.as_ref().map(|figure| figure.unit.as_str()),
        "basis": detail.figure.as_ref().and_then(|figure| figure.basis.as_deref()),
        "supports": detail.supports,
        "disputes": detail.disputes,
        "at_odds": detail.at_odds,
        "citations": numbers,
    })
}

fn json_citation(citation: &Citation) -> Value {
    json!({
        "n": citation.n,
        "id": citation.id,
        "title": citation.title,
        "publisher": citation.publisher,
        "url": citation.url,
        "reliability": citation.reliability.as_str(),
        "published": citation.published,
    })
}

/// A page as CSV (RFC 4180): each table with its head, then the sources, parted by empty records.
/// Cells that a spreadsheet would take for a formula start with an apostrophe
/// (<https://owasp.org/www-community/attacks/CSV_Injection>); plain numbers are left alone.
#[must_use]
pub fn csv(page: &Page) -> String {
    let mut records: Vec<Vec<String>> = Vec::new();
    let begin = |records: &mut Vec<Vec<String>>, title: Option<&str>| {
        if !records.is_empty() {
            records.push(vec![String::new()]);
        }
        records.extend(title.map(|title| vec![title.to_owned()]));
    };
    let sections = page.sections.iter().map(|one| (Some(words::sections::title(one.name)), &one.blocks));
    let mut notes: Vec<Vec<String>> = Vec::new();
    for (title, blocks) in std::iter::once((None, &page.front)).chain(sections) {
        let mut title = title;
        for block in blocks {
            match block {
                Block::Table(table) => {
                    begin(&mut records, title.take());
                    records.extend(csv_table(page, table));
                }
                Block::Line(line) => {
                    let marks = page.marks(&line.cites).replace('\u{A0}', " ");
                    notes.push(vec![format!("{}{marks}{}", line.text, line.tail())]);
                }
                Block::Heading(heading) => title = Some(heading),
                Block::Sources => {}
            }
        }
    }
    if !notes.is_empty() {
        begin(&mut records, None);
        records.extend(notes);
    }
    if !page.citations.is_empty() {
        begin(&mut records, None);
        let head = ["Source", "Title", "Publisher", "Address", "Reliability", "Published"];
        records.push(head.map(str::to_owned).to_vec());
        records.extend(page.citations.iter().map(|citation| {
            vec![
                format!("[{}]", citation.n),
                citation.title.clone(),
                citation.publisher.clone().unwrap_or_default(),
                citation.url.clone().unwrap_or_default(),
                citation.reliability.to_string(),
                citation.published.clone().unwrap_or_default(),
            ]
        }));
    }
    as_csv(records)
}

/// Records as CSV. No field of them is a formula to a spreadsheet.
pub(super) fn as_csv(records: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for record in records {
        // Writing to memory does not fail.
        let _ = writer.write_record(record.iter().map(|field| inert(field)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A table with its head. Beside each column whose cells hold statements stands one with what is known of them:
/// in whose voice, of when and how far to be trusted.
fn csv_table(page: &Page, table: &Table) -> Vec<Vec<String>> {
    let is_trusted = |column: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        cells.flat_map(|cell| &cell.entries).any(|entry| entry.detail.is_some())
    };
    let trusted: Vec<bool> = (0..table.columns.len()).map(is_trusted).collect();
    let mut head = Vec::new();
    for (column, is_trusted) in table.columns.iter().zip(&trusted) {
        head.push(column.name.clone());
        head.extend(
            is_trusted
                .then(|| format!("{}: how far to trust it", column.name).trim_start_matches(": ").to_owned()),
        );
    }
    let mut records = vec![head];
    for row in &table.rows {
        let mut record = Vec::new();
        for (cell, is_trusted) in row.iter().zip(&trusted) {
            let said = |entry: &Entry| {
                format!("{}{}", entry.said(false), page.marks(&entry.cites)).replace('\u{A0}', " ")
            };
            record.push(cell.entries.iter().map(said).collect::<Vec<_>>().join("; "));
            record.extend(is_trusted.then(|| trust(cell)));
        }
        records.push(record);
    }
    records
}

/// Voice, date and grade of each statement in a cell.
fn trust(cell: &Cell) -> String {
    let details = cell.entries.iter().filter_map(|entry| entry.detail.as_deref());
    let each = details.map(|detail| format!("{}, {}, {}", detail.voice.as_str(), detail.date, detail.grade));
    each.collect::<Vec<_>>().join("; ")
}

fn inert(field: &str) -> String {
    let is_formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']) && field.parse::<f64>().is_err();
    if is_formula { format!("'{field}") } else { field.to_owned() }
}

/// A page as Markdown with its tables as tables.
#[must_use]
pub fn markdown(page: &Page) -> String {
    let mut out = format!("# {}\n", markdown_text(&page.title));
    markdown_blocks(page, &page.front, &mut out);
    for section in &page.sections {
        out.push_str(&format!("\n## {}\n", words::sections::title(section.name)));
        markdown_blocks(page, &section.blocks, &mut out);
    }
    let listed = page.blocks().any(|block| *block == Block::Sources);
    if !page.citations.is_empty() && !listed {
        out.push_str(&format!("\n## {}\n", words::sections::SOURCES));
        markdown_sources(page, &mut out);
    }
    out
}

fn markdown_blocks(page: &Page, blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading(heading) => out.push_str(&format!("\n### {}\n", markdown_text(heading))),
            Block::Line(line) => {
                let marks = page.marks(&line.cites);
                out.push_str(&format!(
                    "\n{}{marks}{}\n",
                    markdown_text(&line.text),
                    markdown_text(&line.tail())
                ));
            }
            Block::Sources => markdown_sources(page, out),
            Block::Table(table) => {
                let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
                out.push('\n');
                out.push_str(&line(table.columns.iter().map(|column| markdown_text(&column.name)).collect()));
                out.push_str(&line(table.columns.iter().map(|_| "---".to_owned()).collect()));
                for row in &table.rows {
                    out.push_str(&line(row.iter().map(|cell| markdown_cell(page, cell)).collect()));
                }
            }
        }
    }
}

fn markdown_sources(page: &Page, out: &mut String) {
    out.push('\n');
    for citation in &page.citations {
        let url = citation.url.as_deref().map_or(String::new(), |url| format!(" <{url}>"));
        out.push_str(&format!("- [{}] {}{url}\n", citation.n, markdown_text(&citation.unnumbered())));
    }
}

fn markdown_cell(page: &Page, cell: &Cell) -> String {
    if cell.entries.is_empty() {
        return NOTHING.to_owned();
    }
    let entry = |entry: &Entry| {
        let said = format!("{}{}", markdown_text(&entry.said(true)), page.marks(&entry.cites));
        if entry.under { format!("*{said}*") } else { said }
    };
    cell.entries.iter().map(entry).collect::<Vec<_>>().join("<br>")
}

/// Escapes what Markdown would read as markup.
fn markdown_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '{' | '}' | '<' | '>' | '#' | '|' | '~' | '[' | ']' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
