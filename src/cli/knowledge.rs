//! `dragoman knowledge check` and `load`, and the load that every start makes.

use std::path::Path;

use super::{DONE, Failure, REFUSED, complain, now, say};
use crate::config::Settings;
use crate::files::{self, File};
use crate::store::Store;
use crate::store::settings::Setting;
use crate::store::load::Loaded;

/// Lists every fault of the files; nothing is opened or written.
pub(super) fn check(folder: Option<&Path>) -> Result<u8, Failure> {
    let files = read(folder)?;
    match files::read(&files) {
        Ok(items) => {
            say(&format!("{} files, {} items: no faults.", files.len(), items.len()));
            Ok(DONE)
        }
        Err(faults) => {
            for fault in &faults {
                complain(&fault.to_string());
            }
            complain(&format!("{} {}.", faults.len(), if faults.len() == 1 { "fault" } else { "faults" }));
            Ok(REFUSED)
        }
    }
}

/// Loads the files and says what changed.
pub(super) async fn load(settings: &Settings) -> Result<u8, Failure> {
    let store = Store::open(&settings.database).await?;
    let loaded = load_files(&store, settings.knowledge.as_deref()).await?;
    store.close().await;
    let Loaded { added, changed, removed, unchanged } = loaded;
    say(&format!("{added} added, {changed} changed, {removed} removed, {unchanged} unchanged."));
    Ok(DONE)
}

/// Loads the files if they are not those loaded last: a start with nothing new writes nothing.
pub(super) async fn bring_up_to_date(store: &Store, folder: Option<&Path>) -> Result<(), Failure> {
    let files = read(folder)?;
    let digest = files::digest(&files);
    if store.setting(Setting::KnowledgeDigest).await?.as_deref() == Some(digest.as_str()) {
        return Ok(());
    }
    let loaded = load_files(store, folder).await?;
    if loaded.is_change() {
        let Loaded { added, changed, removed, .. } = loaded;
        tracing::info!(added, changed, removed, "knowledge loaded");
    }
    Ok(())
}

async fn load_files(store: &Store, folder: Option<&Path>) -> Result<Loaded, Failure> {
    let files = read(folder)?;
    let items = files::read(&files).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Failure::Setting(format!(
            "The knowledge files have faults; nothing was loaded.\n{}",
            lines.join("\n")
        ))
    })?;
    Ok(store.load_public(&items, &files::digest(&files), &now()).await?)
}

fn read(folder: Option<&Path>) -> Result<Vec<File>, Failure> {
    match folder {
        None => Ok(files::embedded()),
        Some(folder) => files::from_folder(folder).map_err(Failure::Setting),
    }
}
