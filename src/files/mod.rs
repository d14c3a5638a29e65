//! Knowledge files: TOML that people write and review, turned into items; every fault in one run.

mod cells;
mod check;
mod fault;
mod iso;
mod members;
mod reader;
mod references;
mod rows;
mod sections;
mod sheet;
mod tables;
mod world;
mod write;

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest as _, Sha256};
use toml::de::DeTable;

use self::fault::{Finding, Lines};
use self::reader::FileSection;
use self::sections::{FileEntry, SECTIONS};
use self::world::TableEntry;
use crate::error::BadContent;
use crate::knowledge::{Item, ItemKey, OBSERVED, OWN, PublicKnowledge};

pub use self::check::{Known, check_items};
pub use self::fault::{FileFault, Position};
pub use self::rows::{NO_KEY, Row, elements, is_list, read_rows, statements_wanted, take_server};
pub use self::sheet::{FileKind, Spreadsheet, Unreadable, kind_of, read_sheet};
pub use self::tables::{Defaults, complete, resolve};
pub use self::write::{csv, markdown, toml};

/// A knowledge file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, for messages.
    pub name: String,
    /// What it holds.
    pub text: Cow<'static, str>,
}

/// The knowledge that the program carries with it, by name: each file’s name, text and SHA-256 digest.
const CARRIED: &[(&str, &str, [u8; 32])] = &include!(concat!(env!("OUT_DIR"), "/knowledge.rs"));

/// The knowledge files that the program carries with it, by name.
#[must_use]
pub fn embedded() -> Vec<File> {
    let file =
        |(name, text, _): &(&str, &'static str, _)| File { name: (*name).to_owned(), text: (*text).into() };
    CARRIED.iter().map(file).collect()
}

/// The digest of [`embedded`], from what is known of the files since the program was built: at a
/// start that loads nothing they need not be looked at.
#[must_use]
pub fn embedded_digest() -> String {
    digest_of(CARRIED.iter().map(|(.., digest)| *digest))
}

/// The `.toml` files of a folder, by name, then the tables in its folder `world`.
///
/// # Errors
/// A sentence naming the folder or the file that cannot be read.
pub fn from_folder(folder: &Path) -> Result<Vec<File>, String> {
    let mut files = files_of(folder, "toml")?;
    if files.is_empty() {
        return Err(format!("{} holds no .toml files.", folder.display()));
    }
    let world = folder.join(world::FOLDER);
    if world.is_dir() {
        files.extend(files_of(&world, "csv")?);
    }
    Ok(files)
}

/// The files of a folder whose names end so, by name.
fn files_of(folder: &Path, ending: &str) -> Result<Vec<File>, String> {
    let unreadable =
        |path: &Path, e: &dyn std::fmt::Display| format!("{} cannot be read: {e}.", path.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|e| unreadable(folder, &e))? {
        let path = entry.map_err(|e| unreadable(folder, &e))?.path();
        // A link that leads nowhere is a file that cannot be read, not one that is not there.
        let is_one = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending));
        if is_one && !path.is_dir() {
            // Reading what is no file, such as a pipe, may never end.
            if std::fs::metadata(&path).is_ok_and(|found| !found.is_file()) {
                return Err(unreadable(&path, &"it is no file"));
            }
            let bytes = std::fs::read(&path).map_err(|e| unreadable(&path, &e))?;
            // What is not UTF-8 is told of by its place, like any other fault.
            let text = String::from_utf8(bytes)
                .unwrap_or_else(|error| error.into_bytes().iter().map(|byte| latin(*byte)).collect());
            files.push(File { name: path.display().to_string(), text: text.into() });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// A byte of a file that is not UTF-8: the letter if it is plain, else the mark for what is lost, which
/// no knowledge may hold.
fn latin(byte: u8) -> char {
    if byte.is_ascii() { char::from(byte) } else { char::REPLACEMENT_CHARACTER }
}

/// A digest of the files and of the program's way of reading them: while it stays the same, so
/// does what they mean.
#[must_use]
pub fn digest(files: &[File]) -> String {
    digest_of(files.iter().map(|file| Sha256::digest(file.text.as_bytes()).into()))
}

fn digest_of(files: impl Iterator<Item = [u8; 32]>) -> String {
    let mut hash = Sha256::new();
    hash.update(env!("KNOWLEDGE_READER"));
    hash.update(*iso::DIGEST);
    files.for_each(|file| hash.update(file));
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// What files say: items, and what they take back of the public knowledge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// The items, in the order of the files and of their sections.
    pub items: Vec<Item>,
    /// What a server does not want to see, and the line that says so, from 1.
    pub retracted: Vec<(ItemKey, usize)>,
    /// The server whose export it is, if it says so.
    pub server: Option<i64>,
}

/// Files as read, before their references are followed.
#[derive(Debug)]
pub struct Reading<'a> {
    files: &'a [File],
    entries: Vec<FileEntry>,
    tables: Vec<TableEntry>,
    /// Where the tables are described.
    heads: Vec<Position>,
    retracted: Vec<(ItemKey, Position)>,
    server: Option<i64>,
    findings: Vec<Finding>,
}

/// The most faults that are looked for.
const MOST_FINDINGS: usize = 1_000;

/// Reads files, one by one.
#[must_use]
pub fn parse(files: &[File]) -> Reading<'_> {
    let mut findings = Vec::new();
    let mut entries = Vec::new();
    let mut retracted = Vec::new();
    let mut server = None;
    let mut heads = Vec::new();
    for (index, file) in files.iter().enumerate().filter(|(_, file)| !world::is_table(file)) {
        // Who has so many faults corrects these first; more of them would only take memory.
        if findings.len() >= MOST_FINDINGS {
            break;
        }
        let (table, errors) = DeTable::parse_recoverable(&file.text);
        findings.extend(errors.into_iter().map(|error| Finding {
            place: Position { file: index, span: error.span().unwrap_or(0..0) },
            problem: BadContent::Syntax { message: error.message().to_owned() },
        }));
        let span = table.span();
        let mut section = FileSection::new(index, table.get_ref(), span, &mut findings);
        server = section.whole_number("server").map(|(id, _)| id).or(server);
        for (name, read) in SECTIONS {
            entries.extend(section.tables(name, |table| Some(read(table))).into_iter().flatten());
        }
        heads.extend(section.tables("table", world::head));
        retracted.extend(section.tables("retract", members::retract));
        section.finish();
        // What a broken line leaves open is not missing: the break is the fault.
        if findings.iter().any(|finding| finding.place.file == index && finding.is_syntax()) {
            findings.retain(|finding| finding.place.file != index || !finding.is_missing());
        }
    }
    let described = heads.iter().map(|head| head.place.clone()).collect();
    let tables = world::tables(files, heads, &mut findings);
    Reading { files, entries, tables, heads: described, retracted, server, findings }
}

impl Reading<'_> {
    /// The statements that are referred to and not among the files’ own.
    #[must_use]
    pub fn statements_wanted(&self) -> Vec<String> {
        check::statements_wanted(&self.entries)
    }

    /// Checks everything against the files themselves and what is known besides; of a server’s own knowledge, which
    /// has no tables.
    ///
    /// # Errors
    /// Every fault in every file, in order; then there is nothing else.
    pub fn finish(mut self, known: &Known<'_>) -> Result<Contents, Vec<FileFault>> {
        for place in &self.heads {
            self.findings.push(Finding { place: place.clone(), problem: BadContent::ServerTable });
        }
        self.check(known)?;
        let lines: Vec<Lines<'_>> = self.files.iter().map(Lines::of).collect();
        let line =
            |place: &Position| lines.get(place.file).map_or(0, |lines| lines.line_of(place.span.start));
        Ok(Contents {
            retracted: self.retracted.into_iter().map(|(name, place)| (name, line(&place))).collect(),
            items: self.entries.into_iter().map(|entry| entry.item).collect(),
            server: self.server,
        })
    }

    fn check(&mut self, known: &Known<'_>) -> Result<(), Vec<FileFault>> {
        let bad: HashSet<usize> =
            self.findings.iter().filter(|one| one.is_syntax()).map(|finding| finding.place.file).collect();
        if self.findings.len() >= MOST_FINDINGS {
            // What else there may be is found once these are corrected.
        } else if bad.is_empty() {
            check::run(&self.entries, &self.tables, known, &mut self.findings);
        } else {
            let broken =
                bad.iter().filter_map(|file| self.files.get(*file)).map(|file| file.text.to_string());
            let known = Known { broken: broken.collect(), ..known.clone() };
            check::run(&self.entries, &self.tables, &known, &mut self.findings);
        }
        self.findings.extend(put_and_retracted(&self.entries, &self.retracted));
        if self.findings.is_empty() {
            return Ok(());
        }
        let lines: Vec<Lines<'_>> = self.files.iter().map(Lines::of).collect();
        let mut faults: Vec<FileFault> =
            self.findings.drain(..).map(|finding| finding.locate(&lines)).collect();
        faults.sort();
        faults.dedup();
        faults.truncate(MOST_FINDINGS);
        Err(faults)
    }
}

/// What a file both gives and retracts.
fn put_and_retracted(entries: &[FileEntry], retracted: &[(ItemKey, Position)]) -> Vec<Finding> {
    let put: HashSet<ItemKey> = match retracted {
        [] => HashSet::new(),
        _ => entries.iter().map(|entry| entry.item.name()).collect(),
    };
    let both = retracted.iter().filter(|(name, _)| put.contains(name));
    both.map(|(name, place)| Finding {
        place: place.clone(),
        problem: BadContent::GivenAndRetracted { item: name.to_string() },
    })
    .collect()
}

/// Reads the files of the public scope.
///
/// # Errors
/// Every fault in every file, in order; then there is nothing else.
pub fn read(files: &[File]) -> Result<PublicKnowledge, Vec<FileFault>> {
    read_beside(files, &Known::default())
}

/// The same, checked against what is known besides.
///
/// # Errors
/// As [`read`].
pub fn read_beside(files: &[File], known: &Known<'_>) -> Result<PublicKnowledge, Vec<FileFault>> {
    let mut reading = parse(files);
    for (_, place) in &reading.retracted {
        reading.findings.push(Finding { place: place.clone(), problem: BadContent::PublicRetraction });
    }
    for entry in &reading.entries {
        for start in [OWN, OBSERVED].into_iter().filter(|start| entry.item.id().starts_with(start)) {
            let id = entry.item.id().to_owned();
            let problem = BadContent::ReservedId { id, start };
            reading.findings.push(Finding { place: entry.place.clone(), problem });
        }
    }
    reading.check(known)?;
    Ok(PublicKnowledge {
        items: reading.entries.into_iter().map(|entry| entry.item).collect(),
        tables: reading.tables.into_iter().map(|entry| entry.table).collect(),
    })
}
