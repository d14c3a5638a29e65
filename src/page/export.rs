//! A page as a file or for a program: text, JSON, CSV, Markdown. Nothing is cut in JSON, CSV and
//! Markdown.

use serde_json::{Value, json};

use super::blocks::{Block, Laid, lay_out};
use super::{Cell, Citation, Page, Table};
use crate::knowledge::{Level, Trend};
use crate::layout::Layout;

/// A page as plain text, in a layout and a width.
#[must_use]
pub fn text(page: &Page, layout: Layout, width: usize) -> String {
    let laid = lay_out(page, layout, width);
    let wrap = |text: &str| super::grid::wrap(text, width.max(20));
    let mut lines = wrap(&page.title);
    lines.push(String::new());
    if !page.lead.is_empty() {
        lines.extend(page.lead.iter().flat_map(|sentence| wrap(sentence)));
        lines.push(String::new());
    }
    push_blocks(&laid, width.max(20), &mut lines);
    for note in &page.notes {
        lines.extend(wrap(note));
    }
    if laid.cut {
        lines.extend(wrap("Texts that end in … are cut; --format markdown or json has them whole."));
    }
    if !page.citations.is_empty() {
        if lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(String::new());
        }
        lines.push("Sources".to_owned());
        for citation in &page.citations {
            lines.extend(wrap(&citation.line()));
            lines.extend(citation.url.clone());
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.join("\n")
}

fn push_blocks(laid: &Laid, width: usize, lines: &mut Vec<String>) {
    let indented = |text: &str, by: usize| {
        super::grid::wrap(text, width - by).into_iter().map(move |line| format!("{:by$}{line}", ""))
    };
    for block in &laid.blocks {
        match block {
            Block::Heading(heading) => {
                if lines.last().is_some_and(|line| !line.is_empty()) {
                    lines.push(String::new());
                }
                lines.extend(indented(heading, 0));
                lines.push(String::new());
            }
            Block::Grid(grid) => {
                lines.extend(grid.head.iter().cloned());
                lines.extend(grid.rows.iter().flatten().cloned());
            }
            Block::Card(card) => {
                lines.extend(indented(&card.title, 0));
                for entry in &card.entries {
                    lines.extend(indented(&format!("{}: {}", entry.name, entry.text), 2));
                    lines.extend(indented(&entry.meta, 4));
                }
            }
            Block::Sentences(sentences) => lines.extend(sentences.iter().flat_map(|text| indented(text, 0))),
        }
        if lines.last().is_some_and(|line| !line.is_empty()) && !matches!(block, Block::Sentences(_)) {
            lines.push(String::new());
        }
    }
    if lines.last().is_some_and(|line| !line.is_empty()) {
        lines.push(String::new());
    }
}

/// A page as JSON: the stable form that programs read. `text` is the plain text at 80 columns.
#[must_use]
pub fn json(page: &Page) -> Value {
    json!({
        "kind": page.kind,
        "title": page.title,
        "tables": page.tables.iter().map(json_table).collect::<Vec<_>>(),
        "notes": page.lead.iter().chain(&page.notes).collect::<Vec<_>>(),
        "citations": page.citations.iter().map(json_citation).collect::<Vec<_>>(),
        "text": text(page, Layout::Wide, super::blocks::WIDE),
    })
}

fn json_table(table: &Table) -> Value {
    let rows: Vec<Vec<&str>> =
        table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
    let details: Vec<Vec<Value>> =
        table.rows.iter().map(|row| row.iter().map(json_detail).collect()).collect();
    json!({ "title": table.title, "columns": table.columns, "rows": rows, "details": details })
}

fn json_detail(cell: &Cell) -> Value {
    match &cell.detail {
        None => Value::Null,
        Some(detail) => json!({
            "id": detail.id,
            "label": detail.voice.as_str(),
            "level": detail.level.map(Level::as_str),
            "trend": detail.trend.map(Trend::as_str),
            "date": detail.date,
            "grade": detail.grade,
            "citations": detail.citations,
            "more": detail.more,
        }),
    }
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
    for table in &page.tables {
        if !records.is_empty() {
            records.push(vec![String::new()]);
        }
        if !table.title.is_empty() {
            records.push(vec![table.title.clone()]);
        }
        records.extend(csv_table(table));
    }
    let notes: Vec<Vec<String>> =
        page.lead.iter().chain(&page.notes).map(|note| vec![note.clone()]).collect();
    if !notes.is_empty() {
        records.push(vec![String::new()]);
        records.extend(notes);
    }
    if !page.citations.is_empty() {
        records.push(vec![String::new()]);
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
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for record in records {
        // Writing to memory does not fail.
        let _ = writer.write_record(record.iter().map(|field| inert(field)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A table with its head. Beside each column whose cells say more than their text stands one with that: in whose
/// voice a claim is, of when and how far to be trusted, or what else belongs to the cell.
fn csv_table(table: &Table) -> Vec<Vec<String>> {
    let beside = |column: usize| {
        let cells =
            || table.rows.iter().filter_map(move |row| row.get(column)).filter(|cell| !cell.meta.is_empty());
        let is_claim = cells().any(|cell| cell.detail.is_some());
        cells().next().map(|_| if is_claim { "how far to trust it" } else { "beside it" })
    };
    let beside: Vec<Option<&str>> = (0..table.columns.len()).map(beside).collect();
    let mut head = Vec::new();
    for (name, more) in table.columns.iter().zip(&beside) {
        head.push(name.clone());
        head.extend(more.map(|more| format!("{name}: {more}")));
    }
    let mut records = vec![head];
    for row in &table.rows {
        let mut record = Vec::new();
        for (cell, more) in row.iter().zip(&beside) {
            record.push(with_marks(cell));
            record.extend(more.map(|_| cell.meta.replace('\u{A0}', " ")));
        }
        records.push(record);
    }
    records
}

/// A cell as one text with the marks of its sources.
fn with_marks(cell: &Cell) -> String {
    let marks: String =
        cell.detail.iter().flat_map(|detail| &detail.citations).map(|n| format!(" [{n}]")).collect();
    format!("{}{marks}", cell.text)
}

fn inert(field: &str) -> String {
    let is_formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']) && field.parse::<f64>().is_err();
    if is_formula { format!("'{field}") } else { field.to_owned() }
}

/// A page as Markdown with its tables as tables.
#[must_use]
pub fn markdown(page: &Page) -> String {
    let mut out = format!("# {}\n", markdown_text(&page.title));
    for sentence in &page.lead {
        out.push_str(&format!("\n{}\n", markdown_text(sentence)));
    }
    for table in &page.tables {
        out.push('\n');
        if !table.title.is_empty() {
            out.push_str(&format!("## {}\n\n", markdown_text(&table.title)));
        }
        let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        out.push_str(&line(table.columns.iter().map(|column| markdown_text(column)).collect()));
        out.push_str(&line(table.columns.iter().map(|_| "---".to_owned()).collect()));
        for row in &table.rows {
            out.push_str(&line(row.iter().map(markdown_cell).collect()));
        }
    }
    if !page.notes.is_empty() {
        out.push('\n');
        for note in &page.notes {
            out.push_str(&format!("- {}\n", markdown_text(note)));
        }
    }
    if !page.citations.is_empty() {
        out.push_str("\n## Sources\n\n");
        for citation in &page.citations {
            let url = citation.url.as_deref().map_or(String::new(), |url| format!(" <{url}>"));
            out.push_str(&format!("- {}{url}\n", markdown_text(&citation.line())));
        }
    }
    out
}

fn markdown_cell(cell: &Cell) -> String {
    let text = markdown_text(&cell.text).replace('\n', "<br>");
    if cell.meta.is_empty() { text } else { format!("{text}<br>*{}*", markdown_text(&cell.meta)) }
}

/// Escapes what Markdown would read as markup.
fn markdown_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '{' | '}' | '<' | '>' | '#' | '|' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
