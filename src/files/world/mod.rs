//! Tables about the world: what a `[[table]]` in a knowledge file says of a CSV file, and the rows of that.

mod kinds;
mod row;

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use self::kinds::{Columns, Rows};
use super::File;
use super::fault::{Finding, Position};
use super::reader::FileSection;
use super::sections::{Reference, References, credibility};
use crate::error::{BadContent, Referent};
use crate::knowledge::{PartialDate, TableKind, TableRows, WorldTable};

/// The folder of the tables, beside the knowledge files.
pub(super) const FOLDER: &str = "world";

/// What a knowledge file says of a table.
#[derive(Debug)]
pub(super) struct TableHead {
    file: String,
    pub(super) place: Position,
    kind: TableKind,
    source: String,
    credibility: crate::knowledge::Credibility,
    as_of: PartialDate,
    limits: String,
    references: Vec<Reference>,
}

/// A table as read, with all that its rows refer to.
#[derive(Debug)]
pub(super) struct TableEntry {
    pub(super) table: WorldTable,
    pub(super) references: Vec<Reference>,
}

/// Reads one `[[table]]`; nothing where a fault leaves nothing to go on with.
pub(super) fn head(section: &mut FileSection<'_>) -> Option<TableHead> {
    let mut references = References(Vec::new());
    let (file, place) = section.required_text("file");
    let kind = section.required_word("holds", TableKind::States);
    let source = references.add(Referent::Source, section.required_text("source"));
    let credibility = credibility(section);
    let (as_of, at) = section.required_text("as_of");
    let (limits, _) = section.required_text("limits");
    let Ok(as_of) = as_of.parse() else {
        if !as_of.is_empty() {
            section.fault(at, BadContent::NotADate { key: "as_of".to_owned(), found: as_of });
        }
        return None;
    };
    let references = references.0;
    (!file.is_empty()).then_some(TableHead {
        file,
        place,
        kind,
        source,
        credibility,
        as_of,
        limits,
        references,
    })
}

/// Whether a file is one of the tables.
pub(super) fn is_table(file: &File) -> bool {
    Path::new(&file.name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
}

/// Reads the tables that are described, from the files that hold them.
pub(super) fn tables(files: &[File], heads: Vec<TableHead>, findings: &mut Vec<Finding>) -> Vec<TableEntry> {
    let mut described = HashSet::new();
    let mut kinds: HashMap<TableKind, String> = HashMap::new();
    let mut entries = Vec::new();
    for head in heads {
        let file =
            files.iter().position(|file| is_table(file) && Path::new(&file.name).ends_with(&head.file));
        let Some(index) = file else {
            let problem = BadContent::NoSuchTable { file: head.file };
            findings.push(Finding { place: head.place, problem });
            continue;
        };
        described.insert(index);
        // Rows of one sort stand in one file: what is shown of them is said once.
        if let Some(other) = kinds.insert(head.kind, head.file.clone()) {
            let problem = BadContent::TwoTables { kind: head.kind.as_str(), other };
            findings.push(Finding { place: head.place, problem });
            continue;
        }
        entries.push(table(files, index, head, findings));
    }
    for (index, _) in
        files.iter().enumerate().filter(|(index, file)| is_table(file) && !described.contains(index))
    {
        let place = Position { file: index, span: 0..0 };
        findings.push(Finding { place, problem: BadContent::TableNotDescribed });
    }
    entries
}

fn table(files: &[File], index: usize, head: TableHead, findings: &mut Vec<Finding>) -> TableEntry {
    let text: &str = files.get(index).map_or("", |file| &file.text);
    let TableHead { kind, source, credibility, as_of, limits, references, .. } = head;
    let mut hash = Sha256::new();
    hash.update(env!("KNOWLEDGE_READER"));
    hash.update(text);
    for said in [kind.as_str(), &source, &limits, &as_of.to_string(), &credibility.digit().to_string()] {
        hash.update(said);
        hash.update("\0");
    }
    let digest = hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let columns = Columns::of(kind);
    let mut rows = Rows::new(&source, as_of, references);
    row::each(text, index, &columns, findings, |row| kinds::read(kind, row, &mut rows));
    let (rows, references) = rows.done();
    let rows = match rows {
        (observations, memberships) if memberships.is_empty() => TableRows::Observations(observations),
        (_, memberships) => TableRows::Memberships(memberships),
    };
    TableEntry { table: WorldTable { kind, source, credibility, as_of, limits, digest, rows }, references }
}
