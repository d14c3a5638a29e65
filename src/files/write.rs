//! Writing items as files: TOML, which holds everything; CSV and Markdown, which hold statements
//! and recommendations for people who work in spreadsheets and documents.

use crate::knowledge::fields::{Value, fields, words_of};
use crate::knowledge::{Entity, Item, ItemKey, Part};

/// The columns of a spreadsheet, in order.
pub(super) const COLUMNS: [&str; 38] = [
    "id",
    "subject",
    "partners",
    "area",
    "kind",
    "label",
    "text",
    "short",
    "framing",
    "level",
    "trend",
    "rank",
    "date",
    "from",
    "to",
    "ended",
    "value",
    "unit",
    "basis",
    "source",
    "locator",
    "claimed_by",
    "credibility",
    "confidence",
    "why",
    "supports",
    "disputes",
    "repeats",
    "conflicts",
    "supersedes",
    "also",
    "region",
    "focus",
    "action",
    "impact",
    "action_ids",
    "impact_ids",
    SERVER,
];

/// The column that says whose own items they are: the Discord id of the server.
pub(super) const SERVER: &str = "server";

/// What stands before the id, so that no spreadsheet takes it for a number and rounds it.
pub(super) const SERVER_ID: &str = "server:";

/// Items, and what is retracted, as a knowledge file; with the server whose own they are, if they are a
/// server’s. The same items always give the same bytes.
#[must_use]
pub fn toml(items: &[Item], retracted: &[ItemKey], server: Option<u64>) -> String {
    // Nothing is said of a server that has nothing.
    let server = server.filter(|_| !items.is_empty() || !retracted.is_empty());
    let mut out = server.map_or(String::new(), |id| format!("server = {id}\n"));
    for item in items {
        let section = match item.entity() {
            Entity::Ambiguity => "ambiguous",
            entity => entity.as_str(),
        };
        begin(&mut out, section);
        for field in fields(item) {
            out.push_str(&format!("{} = {}\n", field.key, toml_value(&field.value)));
        }
    }
    for name in retracted {
        begin(&mut out, "retract");
        out.push_str(&format!("entity = {}\nid = {}\n", quoted(name.entity.as_str()), quoted(&name.key)));
    }
    out
}

fn begin(out: &mut String, section: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(&format!("[[{section}]]\n"));
}

fn toml_value(value: &Value) -> String {
    let list = |texts: &[String]| {
        let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
        format!("[{}]", texts.join(", "))
    };
    match value {
        Value::Text(text) => quoted(text),
        Value::Number(digits) => digits.clone(),
        Value::List(texts) => list(texts),
        Value::Parts(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| toml_part(part, &list)).collect();
            format!("[{}]", parts.join(", "))
        }
    }
}

fn toml_part(part: &Part, list: &dyn Fn(&[String]) -> String) -> String {
    let mut keys = vec![format!("id = {}", quoted(&part.id)), format!("text = {}", quoted(&part.text))];
    keys.extend(part.locator.as_ref().map(|locator| format!("locator = {}", quoted(locator))));
    keys.extend(part.partners.as_ref().map(|partners| format!("partners = {}", list(partners))));
    keys.extend(part.repeats.as_ref().map(|other| format!("repeats = {}", quoted(other))));
    format!("{{ {} }}", keys.join(", "))
}

/// A text as a TOML basic string on one line. JSON's escapes are TOML's, but for U+007F
/// (<https://toml.io/en/v1.0.0#string>).
pub(super) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default().replace('\u{7F}', "\\u007F")
}

/// The statements and recommendations among items as rows under [`COLUMNS`].
fn rows(items: &[Item], server: Option<u64>) -> Vec<Vec<String>> {
    let sheet_items =
        items.iter().filter(|item| matches!(item, Item::Statement(_) | Item::Recommendation(_)));
    sheet_items
        .map(|item| {
            let mut row = vec![String::new(); COLUMNS.len()];
            let mut set = |column: &str, text: String| {
                if let Some(at) = COLUMNS.iter().position(|known| *known == column) {
                    row[at] = text;
                }
            };
            for field in fields(item) {
                if let Value::Parts(parts) = &field.value {
                    let ids: Vec<&str> = parts.iter().map(|part| part.id.as_str()).collect();
                    set(&format!("{}_ids", field.key), ids.join("; "));
                }
                set(field.key, words_of(&field.value));
            }
            set("id", item.id().to_owned());
            set(SERVER, server.map_or_else(String::new, |id| format!("{SERVER_ID}{id}")));
            row
        })
        .collect()
}

/// Statements and recommendations as CSV (RFC 4180); with the server whose own they are, if they are a server’s. A cell
/// that a spreadsheet would take for a formula starts with an apostrophe
/// (<https://owasp.org/www-community/attacks/CSV_Injection>), which reading removes again; numbers are left alone.
#[must_use]
pub fn csv(items: &[Item], server: Option<u64>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(COLUMNS);
    for row in rows(items, server) {
        let _ = writer.write_record(row.iter().map(|cell| inert(cell)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// What a spreadsheet takes for the start of a formula.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

fn inert(cell: &str) -> String {
    // What starts with an apostrophe gets one more, so that taking one away gives it back.
    let needs_one = cell.starts_with('\'') || cell.starts_with(FORMULA) && cell.parse::<f64>().is_err();
    if needs_one { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell as it was before [`inert`].
pub(super) fn revived(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with('\'') || rest.starts_with(FORMULA) => rest,
        _ => cell,
    }
}

/// Statements and recommendations as a Markdown table, of the columns that have any value.
#[must_use]
pub fn markdown(items: &[Item], server: Option<u64>) -> String {
    let rows = rows(items, server);
    let used: Vec<usize> = (0..COLUMNS.len())
        .filter(|column| rows.iter().any(|row| row.get(*column).is_some_and(|cell| !cell.is_empty())))
        .collect();
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut out = line(used.iter().map(|column| COLUMNS[*column].to_owned()).collect());
    out.push_str(&line(used.iter().map(|_| "---".to_owned()).collect()));
    for row in &rows {
        out.push_str(&line(used.iter().map(|column| cell(&row[*column])).collect()));
    }
    out
}

/// A line break inside a cell of a Markdown table.
pub(super) const BREAK: &str = "<br>";

/// What means something in Markdown and stands in cells as it is: the bar, and what makes links, pictures and HTML.
pub(super) const ESCAPED: [char; 8] = ['\\', '|', '<', '[', ']', '!', '(', ')'];

/// A cell of a Markdown table: one line, in which nothing is a link, a picture or HTML.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str(BREAK),
            c => {
                if ESCAPED.contains(&c) {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
    out
}
