//! What the program depends on beside its code: a migration or a knowledge file added is a program changed, though no
//! source file is. And the digest of the code that reads knowledge files: where it changes, they are read anew. And
//! the knowledge files themselves, each with its digest: at a start that loads nothing they need not be looked at.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest as _, Sha256};

/// The rooms that decide what a knowledge file means.
const READERS: [&str; 2] = ["src/files", "src/knowledge"];

fn main() -> io::Result<()> {
    for folder in ["migrations", "knowledge"].iter().chain(&READERS) {
        println!("cargo::rerun-if-changed={folder}");
    }
    let mut readers = Sha256::new();
    for file in READERS.iter().flat_map(|folder| files(Path::new(folder))) {
        readers.update(fs::read(file)?);
    }
    println!("cargo::rustc-env=KNOWLEDGE_READER={:x}", readers.finalize());
    let folder = env::current_dir()?;
    let mut carried = String::new();
    // The tables of ISO 3166 stand beside the knowledge files and are read by another way.
    let is_read = |file: &Path| {
        let ending = file.extension().and_then(|ending| ending.to_str());
        ending == Some("toml") || ending == Some("csv") && file.starts_with("knowledge/world")
    };
    for file in files(Path::new("knowledge")).iter().filter(|file| is_read(file)) {
        let digest: [u8; 32] = Sha256::digest(fs::read(file)?).into();
        let (name, path) = (file.display().to_string(), folder.join(file).display().to_string());
        let _ = write!(carried, "({name:?}, include_str!({path:?}), {digest:?}), ");
    }
    let out = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    fs::write(out.join("knowledge.rs"), format!("[{carried}]"))
}

/// All files of a folder and its folders, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
