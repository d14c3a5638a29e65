//! Tables as rows of knowledge: with our own columns, or in the three forms of commentary: areas by
//! partners, benefits by area, focus by action and impact.

use super::cells::{
    LONGEST_NAME, actor, actors, fiscal_year, is_empty, may_be_fiscal_year, may_be_nothing, may_be_thousands,
    statistical_month,
};
use super::reader::nearest;
use super::rows::Row;
use super::sheet::{Spreadsheet, fault};
use super::write::COLUMNS;
use crate::error::{BadContent, RowFault};
use crate::knowledge::fold::fold;
use crate::knowledge::text::key_of;
use crate::knowledge::{Actor, Catalogue};

/// The most faults that are collected before reading stops.
pub(super) const MOST_FAULTS: usize = 1_000;

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
    /// Nothing that is known.
    Unknown,
}

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

fn column_key(head: &str) -> Option<&'static str> {
    let folded = fold(head);
    let known = COLUMNS.into_iter().find(|column| fold(column) == folded);
    known.or_else(|| OTHER_WORDS.iter().find(|(word, _)| *word == folded).map(|(_, key)| *key))
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
        let mut faults = Vec::new();
        let (columns, extra) = self.columns(catalogue, &mut faults);
        let is_ours = columns.contains(&SheetColumn::Key("id"));
        let head = TableHead {
            is_ours,
            has_decimal_commas: self.separator == Some(';'),
            asks_partners: defaults.partner.is_none() && self.fills(&columns, "partners"),
            heads: &self.head,
            columns,
            extra,
        };
        let mut rows = Vec::new();
        for (line, cells) in &self.lines {
            if faults.len() >= MOST_FAULTS {
                break;
            }
            if cells.len() == head.columns.len() {
                rows.extend(head.rows_of_line(*line, cells, defaults, catalogue, &mut faults));
            } else {
                let (cells, head) = (cells.len(), head.columns.len());
                let problem = BadContent::UnequalRow { cells, head, separator: self.separator };
                faults.push(fault(*line, problem));
            }
        }
        if faults.is_empty() { Ok(rows) } else { Err(faults) }
    }

    /// Whether a table of other people’s has a column of a key, and a row that fills it.
    fn fills(&self, columns: &[SheetColumn], key: &'static str) -> bool {
        let Some(at) = columns.iter().position(|column| *column == SheetColumn::Key(key)) else {
            return false;
        };
        let is_ours = columns.contains(&SheetColumn::Key("id"));
        !is_ours && self.lines.iter().any(|(_, cells)| cells.get(at).is_some_and(|cell| !is_empty(cell)))
    }

    /// What each column holds, and what the head says of all rows; columns that mean nothing are all named.
    fn columns(
        &self,
        catalogue: &Catalogue,
        faults: &mut Vec<RowFault>,
    ) -> (Vec<SheetColumn>, Vec<(String, String)>) {
        let mut extra = Vec::new();
        let mut columns = Vec::new();
        let mut unknown = Vec::new();
        for (index, whole) in self.head.iter().enumerate() {
            let head: String = whole.chars().take(LONGEST_NAME).collect();
            let is_cut = head.len() < whole.len();
            let is_benefit = fold(&head).starts_with("benefit");
            // The first column of an answer of ours has no head.
            if index == 0 && head.is_empty() {
                columns.push(SheetColumn::Key("label"));
                continue;
            }
            columns.push(match column_key(&head).filter(|_| !is_cut) {
                Some(key) => SheetColumn::Key(key),
                None if is_benefit => {
                    extra.push(("kind".to_owned(), "benefit".to_owned()));
                    if let Some(subject) = actor_within(&head, catalogue) {
                        extra.push(("subject".to_owned(), subject.id.clone()));
                    }
                    SheetColumn::Key("text")
                }
                None => {
                    let partner = actor(&head, catalogue).filter(|_| index > 0 && !is_cut);
                    partner.map_or_else(
                        || {
                            let near = nearest(&fold(&head), &COLUMNS);
                            unknown.push((head.clone(), near));
                            SheetColumn::Unknown
                        },
                        |partner| SheetColumn::Partner(partner.id.clone()),
                    )
                }
            });
        }
        if !unknown.is_empty() {
            let (known, separator) = (COLUMNS.as_slice(), self.separator);
            let problem = BadContent::UnknownColumns { heads: unknown, known, separator };
            faults.push(fault(self.line, problem));
        }
        let has_partners = columns.iter().any(|column| matches!(column, SheetColumn::Partner(_)));
        for (index, column) in columns.iter().enumerate() {
            if has_partners && matches!(column, SheetColumn::Key("text" | "partners")) {
                let head = self.head[index].chars().take(LONGEST_NAME).collect();
                faults.push(fault(self.line, BadContent::BesidePartners { head }));
            }
            if *column != SheetColumn::Unknown && columns[..index].contains(column) {
                let head = self.head[index].chars().take(LONGEST_NAME).collect();
                faults.push(fault(self.line, BadContent::SameColumns { head }));
            }
        }
        (columns, extra)
    }
}

/// What is known of a table before its rows are read.
struct TableHead<'a> {
    heads: &'a [String],
    columns: Vec<SheetColumn>,
    /// The cells that the head gives to every row.
    extra: Vec<(String, String)>,
    /// Whether it has our own keys: what it says is in our own forms then.
    is_ours: bool,
    /// Whether its numbers may have decimals behind a comma: where semicolons part cells, commas do not.
    has_decimal_commas: bool,
    /// Whether a row without a partner is asked back: others have one, and nothing holds for all.
    asks_partners: bool,
}

impl TableHead<'_> {
    fn rows_of_line(
        &self,
        line: usize,
        cells: &[String],
        defaults: &Defaults,
        catalogue: &Catalogue,
        faults: &mut Vec<RowFault>,
    ) -> Vec<Row> {
        let Self { columns, extra, .. } = self;
        for ((column, cell), head) in columns.iter().zip(cells).zip(self.heads) {
            let problem = match column {
                SheetColumn::Partner(_)
                | SheetColumn::Key("text" | "short" | "action" | "impact" | "focus")
                    if !self.is_ours && may_be_nothing(cell) =>
                {
                    BadContent::NothingSaid {
                        cell: cell.clone(),
                        head: head.chars().take(LONGEST_NAME).collect(),
                    }
                }
                SheetColumn::Key(key @ ("date" | "from" | "to"))
                    if !self.is_ours && may_be_fiscal_year(cell) =>
                {
                    BadContent::MonthOrYear { key: (*key).to_owned(), found: cell.clone() }
                }
                SheetColumn::Key("value") if self.has_decimal_commas && may_be_thousands(cell) => {
                    BadContent::Thousands { found: cell.clone() }
                }
                SheetColumn::Key("partners") if self.asks_partners && is_empty(cell) => BadContent::NoPartner,
                _ => continue,
            };
            faults.push(fault(line, problem));
        }
        let given: Vec<(String, String)> = columns
            .iter()
            .zip(cells)
            .filter_map(|(column, cell)| match column {
                // An empty cell empties the field; only a column that is absent says nothing of it.
                SheetColumn::Key(key) => {
                    let is_nothing = !self.is_ours && is_empty(cell);
                    Some(((*key).to_owned(), if is_nothing { String::new() } else { cell.clone() }))
                }
                SheetColumn::Partner(_) | SheetColumn::Unknown => None,
            })
            .collect();
        let has = |key: &str| given.iter().any(|(known, value)| known == key && !value.is_empty());
        let section = if has("action") { "recommendation" } else { "statement" };
        let base = Row { line, section, cells: given.iter().cloned().chain(extra.iter().cloned()).collect() };
        let towards: Vec<(&String, &String)> = columns
            .iter()
            .zip(cells)
            .filter_map(|(column, cell)| match column {
                SheetColumn::Partner(partner) if !is_empty(cell) => Some((partner, cell)),
                _ => None,
            })
            .collect();
        let mut rows = Vec::new();
        if columns.iter().any(|column| matches!(column, SheetColumn::Partner(_))) {
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
    dates(row);
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
            "source" => *value = key_of(value).to_owned(),
            // Spreadsheets write capitals by themselves.
            "kind" | "level" | "trend" | "rank" | "confidence" | "framing" => {
                *value = value.trim().to_lowercase();
            }
            "partners" | "choices" => *value = actors(value, catalogue).join("; "),
            "area" => {
                if let Some(area) = catalogue.area(value) {
                    value.clone_from(&area.id);
                }
            }
            _ => {}
        }
    }
}

/// Puts dates in our own form: months as statistics write them, and fiscal years, which have two years of which nobody
/// says in which month they meet.
fn dates(row: &mut Row) {
    for key in ["date", "from", "to"] {
        if let Some(month) = row.get(key).and_then(statistical_month) {
            row.set(key, month);
        }
    }
    let has_period = row.get("from").is_some() || row.get("to").is_some();
    if let Some((from, to)) = row.get("date").filter(|_| !has_period).and_then(fiscal_year) {
        let basis = row.get("basis").map(str::to_owned);
        row.set("date", "");
        row.set("from", from.clone());
        row.set("to", to.clone());
        if row.get("value").is_some() && basis.as_deref().is_none_or(|basis| !basis.contains("fiscal")) {
            let year = format!("fiscal year {from}/{}", &to[2..]);
            row.set("basis", basis.map_or(year.clone(), |basis| format!("{basis}, {year}")));
        }
    }
}
