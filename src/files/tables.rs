//! Tables as rows of knowledge: with our own columns, or in the three forms of commentary: areas by
//! partners, benefits by area, focus by action and impact.

use super::reader::nearest;
use super::rows::Row;
use super::sheet::{Spreadsheet, fault};
use super::write::COLUMNS;
use crate::error::{BadContent, RowFault};
use crate::knowledge::fold::fold;
use crate::knowledge::{Actor, Catalogue, Meaning};

/// The most characters of a column’s head that are looked at: more than any name has.
const LONGEST_HEAD: usize = 100;
/// The most faults that are collected before reading stops.
const MOST_FAULTS: usize = 10_000;

/// What holds for every row that does not say otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Defaults {
    /// Whose policy.
    pub subject: Option<String>,
    /// Towards whom.
    pub partner: Option<String>,
    /// From which source.
    pub source: Option<String>,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum SheetColumn {
    /// The value of a key.
    Key(&'static str),
    /// What is said of this partner.
    Partner(String),
}

/// What each column holds, and the cells that the head gives to every row.
type Head = (Vec<SheetColumn>, Vec<(String, String)>);

/// Other words for our columns, folded.
const OTHER_WORDS: [(&str, &str); 17] = [
    ("partner", "partners"),
    ("towards", "partners"),
    ("statement", "text"),
    ("claim", "text"),
    ("fact", "text"),
    ("policy focus", "focus"),
    ("recommended action", "action"),
    ("recommendation", "action"),
    ("expected impact", "impact"),
    ("area of cooperation", "label"),
    ("area of policy", "label"),
    ("strategic area", "label"),
    ("key", "id"),
    ("valid from", "from"),
    ("valid to", "to"),
    ("year", "date"),
    ("actor", "subject"),
];

fn key_of(head: &str) -> Option<&'static str> {
    let folded = fold(head);
    let known = COLUMNS.into_iter().find(|column| fold(column) == folded);
    known.or_else(|| OTHER_WORDS.iter().find(|(word, _)| *word == folded).map(|(_, key)| *key))
}

/// The one actor that a text names.
fn actor<'a>(text: &str, catalogue: &'a Catalogue) -> Option<&'a Actor> {
    match catalogue.gazetteer.meaning(&fold(text)) {
        Meaning::One(actor) => Some(actor),
        _ => None,
    }
}

/// The one actor among the words of a text: “Benefit to Turkiye”.
fn actor_within<'a>(text: &str, catalogue: &'a Catalogue) -> Option<&'a Actor> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).find_map(|start| actor(&words[start..].join(" "), catalogue))
}

impl Spreadsheet {
    /// The rows as knowledge, each with its cells under the keys of the knowledge files; names are
    /// resolved to keys where they are known, and left as they are where not.
    ///
    /// # Errors
    /// Where the head or a row is not understood, by line.
    pub fn rows(&self, defaults: &Defaults, catalogue: &Catalogue) -> Result<Vec<Row>, Vec<RowFault>> {
        let (columns, extra) = self.columns(catalogue).map_err(|fault| vec![fault])?;
        let mut rows = Vec::new();
        let mut faults = Vec::new();
        for (line, cells) in &self.lines {
            if cells.len() != columns.len() {
                faults.push(fault(
                    *line,
                    BadContent::UnequalRow { cells: cells.len(), head: columns.len(), markdown: true },
                ));
                if faults.len() >= MOST_FAULTS {
                    break;
                }
                continue;
            }
            rows.extend(rows_of_line(*line, cells, &columns, &extra, defaults, catalogue));
        }
        if faults.is_empty() { Ok(rows) } else { Err(faults) }
    }

    /// What each column holds, and what the head says of all rows.
    fn columns(&self, catalogue: &Catalogue) -> Result<Head, RowFault> {
        let keys: Vec<Option<&'static str>> = self.head.iter().map(|head| key_of(head)).collect();
        let mut extra = Vec::new();
        let mut columns = Vec::new();
        for (index, (head, key)) in self.head.iter().zip(&keys).enumerate() {
            let is_benefit = fold(head).starts_with("benefit");
            columns.push(match key {
                Some(key) => SheetColumn::Key(key),
                None if is_benefit => {
                    extra.push(("kind".to_owned(), "benefit".to_owned()));
                    if let Some(subject) = actor_within(head, catalogue) {
                        extra.push(("subject".to_owned(), subject.id.clone()));
                    }
                    SheetColumn::Key("text")
                }
                None if index > 0 => match actor(head, catalogue) {
                    Some(partner) => SheetColumn::Partner(partner.id.clone()),
                    None => return Err(unknown_column(self.line, head)),
                },
                None => return Err(unknown_column(self.line, head)),
            });
        }
        for (index, column) in columns.iter().enumerate() {
            if columns[..index].contains(column) {
                return Err(fault(self.line, BadContent::SameColumns { head: self.head[index].clone() }));
            }
        }
        Ok((columns, extra))
    }
}

fn unknown_column(line: usize, head: &str) -> RowFault {
    let head: String = head.chars().take(LONGEST_HEAD).collect();
    let near = nearest(&fold(&head), &COLUMNS);
    fault(line, BadContent::UnknownColumn { head, near, known: &COLUMNS })
}

/// What people write in a cell for “nothing”.
fn is_nothing(cell: &str) -> bool {
    matches!(cell.trim(), "" | "—" | "–" | "-" | "n/a" | "N/A")
}

fn rows_of_line(
    line: usize,
    cells: &[String],
    columns: &[SheetColumn],
    extra: &[(String, String)],
    defaults: &Defaults,
    catalogue: &Catalogue,
) -> Vec<Row> {
    let given: Vec<(String, String)> = columns
        .iter()
        .zip(cells)
        .filter_map(|(column, cell)| match column {
            // An empty cell empties the field; only a column that is absent says nothing of it.
            SheetColumn::Key(key) => Some(((*key).to_owned(), cell.clone())),
            SheetColumn::Partner(_) => None,
        })
        .collect();
    let has = |key: &str| given.iter().any(|(known, value)| known == key && !value.is_empty());
    let section = if has("action") { "recommendation" } else { "statement" };
    let base = Row { line, section, cells: given.iter().cloned().chain(extra.iter().cloned()).collect() };
    let towards: Vec<(&String, &String)> = columns
        .iter()
        .zip(cells)
        .filter_map(|(column, cell)| match column {
            SheetColumn::Partner(partner) if !is_nothing(cell) => Some((partner, cell)),
            _ => None,
        })
        .collect();
    let is_matrix = columns.iter().any(|column| matches!(column, SheetColumn::Partner(_)));
    let mut rows = Vec::new();
    if is_matrix {
        for (partner, cell) in towards {
            let mut row = base.clone();
            row.set("partners", partner.clone());
            row.set("text", cell.clone());
            if row.get("kind").is_none() {
                row.set("kind", "assessment");
            }
            rows.push(row);
        }
    } else {
        rows.push(base);
    }
    for row in &mut rows {
        complete(row, defaults, catalogue);
    }
    rows
}

/// Fills a row with what holds for all, and resolves its names.
pub fn complete(row: &mut Row, defaults: &Defaults, catalogue: &Catalogue) {
    for (key, value) in
        [("subject", &defaults.subject), ("partners", &defaults.partner), ("source", &defaults.source)]
    {
        if let (None, Some(value)) = (row.get(key), value) {
            let advice_to_all = key == "partners" && row.section == "recommendation";
            if !advice_to_all {
                row.set(key, value.clone());
            }
        }
    }
    resolve(row, catalogue);
    if row.get("area").is_none() {
        let named = row.get("label").or(row.get("focus")).map(str::to_owned);
        if let Some(area) = named.and_then(|label| catalogue.area_within(&label).map(|area| area.id.clone()))
        {
            row.set("area", area);
        }
    }
    if row.section == "recommendation" {
        row.cells.retain(|(key, _)| key != "kind" && key != "label");
    }
}

/// Puts keys in place of the names that a row gives for actors and areas.
pub fn resolve(row: &mut Row, catalogue: &Catalogue) {
    for (key, value) in &mut row.cells {
        match key.as_str() {
            "subject" | "organisation" | "member" => {
                if let Some(actor) = actor(value, catalogue) {
                    value.clone_from(&actor.id);
                }
            }
            "partners" | "choices" => {
                let ids: Vec<String> = super::rows::elements(key, value)
                    .into_iter()
                    .map(|name| actor(&name, catalogue).map_or(name, |actor| actor.id.clone()))
                    .collect();
                *value = ids.join("; ");
            }
            "area" => {
                if let Some(area) = catalogue.area(value) {
                    value.clone_from(&area.id);
                }
            }
            _ => {}
        }
    }
}
