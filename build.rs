//! What the program depends on beside its code: a migration or a knowledge file added is a program changed, though no
//! source file is. And the digest of the code that reads knowledge files: where it changes, they are read anew.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

/// The rooms that decide what a knowledge file means.
const READERS: [&str; 2] = ["src/files", "src/knowledge"];

fn main() {
    for folder in ["migrations", "knowledge"].iter().chain(&READERS) {
        println!("cargo::rerun-if-changed={folder}");
    }
    let mut hasher = DefaultHasher::new();
    for folder in READERS {
        for file in files(Path::new(folder)) {
            fs::read(file).unwrap_or_default().hash(&mut hasher);
        }
    }
    println!("cargo::rustc-env=KNOWLEDGE_READER={:016x}", hasher.finish());
}

/// All files of a folder and its folders, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
