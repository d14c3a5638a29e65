//! Knowledge files: TOML that people write and review, turned into items; every fault in one run.

mod check;
mod fault;
mod iso;
mod reader;
mod sections;

use std::fmt::Write as _;
use std::path::Path;

use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};
use toml::de::DeTable;

use self::fault::Finding;
use self::reader::Section;
use self::sections::SECTIONS;
use crate::knowledge::Item;

pub use self::fault::{FileFault, Place};

/// A knowledge file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, for messages.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// The knowledge that the program carries with it.
#[derive(RustEmbed)]
#[folder = "knowledge/"]
struct Embedded;

/// The knowledge files that the program carries with it, by name.
#[must_use]
pub fn embedded() -> Vec<File> {
    let mut files: Vec<File> = Embedded::iter()
        .filter(|name| name.ends_with(".toml"))
        .filter_map(|name| {
            let text = String::from_utf8_lossy(&Embedded::get(&name)?.data).into_owned();
            Some(File { name: format!("knowledge/{name}"), text })
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// The `.toml` files of a folder, by name.
///
/// # Errors
/// A sentence naming the folder or the file that cannot be read.
pub fn from_folder(folder: &Path) -> Result<Vec<File>, String> {
    let unreadable =
        |path: &Path, e: &dyn std::fmt::Display| format!("{} cannot be read: {e}.", path.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|e| unreadable(folder, &e))? {
        let path = entry.map_err(|e| unreadable(folder, &e))?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let text = std::fs::read_to_string(&path).map_err(|e| unreadable(&path, &e))?;
            files.push(File { name: path.display().to_string(), text });
        }
    }
    if files.is_empty() {
        return Err(format!("{} holds no .toml files.", folder.display()));
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// A digest of the files and of the program's way of reading them: while it stays the same, so
/// does what they mean.
#[must_use]
pub fn digest(files: &[File]) -> String {
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    hash.update(iso::TABLE);
    for file in files {
        hash.update(file.text.len().to_le_bytes());
        hash.update(&file.text);
    }
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Reads files into items, in the order of the files and of their sections.
///
/// # Errors
/// Every fault in every file, in order; then there are no items.
pub fn read(files: &[File]) -> Result<Vec<Item>, Vec<FileFault>> {
    let mut findings = Vec::new();
    let mut entries = Vec::new();
    for (index, file) in files.iter().enumerate() {
        let (table, errors) = DeTable::parse_recoverable(&file.text);
        findings.extend(errors.into_iter().map(|error| Finding {
            place: Place { file: index, span: error.span().unwrap_or(0..0) },
            wrong: format!("bad TOML: {}", error.message()),
            right: "see toml.io for how it is written".to_owned(),
        }));
        let span = table.span();
        let mut section = Section::new(index, table.get_ref(), span, &mut findings);
        for (name, read) in SECTIONS {
            entries.extend(section.tables(name, |table| Some(read(table))).into_iter().flatten());
        }
        section.finish();
    }
    check::run(&entries, &mut findings);
    if findings.is_empty() {
        return Ok(entries.into_iter().map(|entry| entry.item).collect());
    }
    let mut faults: Vec<FileFault> = findings.into_iter().map(|finding| finding.locate(files)).collect();
    faults.sort();
    faults.dedup();
    Err(faults)
}
