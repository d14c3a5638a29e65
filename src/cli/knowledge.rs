//! `dragoman knowledge …`: the files of the public knowledge, and importing, exporting and comparing
//! a server’s own.

use std::path::Path;

use super::{DONE, Failure, FileOptions, REFUSED, complain, now, say};
use crate::config::Settings;
use crate::editing::{self, Defaults, ImportFile, MOST_BYTES};
use crate::error::{BadSetup, BadUse, Error};
use crate::files::{self, File, Known};
use crate::knowledge::{PartialDate, PublicKnowledge};
use crate::request::actor_named;
use crate::store::Store;
use crate::store::load::Loaded;
use crate::store::settings::Setting;
use crate::words;

/// Lists every fault of the files; nothing is opened or written.
pub(super) fn check(folder: Option<&Path>) -> Result<u8, Failure> {
    let files = read(folder)?;
    let known = Known { today: Some(PartialDate::of_time(&now())), ..Known::default() };
    match files::read_beside(&files, &known) {
        Ok(PublicKnowledge { items, tables }) => {
            let rows: usize = tables.iter().map(|table| table.rows.len()).sum();
            say(&format!("{} files, {} items, {rows} rows of tables: no faults.", files.len(), items.len()));
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
    let Loaded { added, changed, removed, unchanged, rows } = loaded;
    say(&format!(
        "{added} added, {changed} changed, {removed} removed, {unchanged} unchanged; {rows} rows of tables written."
    ));
    Ok(DONE)
}

/// Whether the files are those loaded last.
async fn is_up_to_date(store: &Store, folder: Option<&Path>) -> Result<bool, Failure> {
    let digest = match folder {
        None => files::embedded_digest(),
        Some(_) => files::digest(&configured(folder)?),
    };
    Ok(store.setting(Setting::KnowledgeDigest).await?.as_deref() == Some(digest.as_str()))
}

/// Loads the files if they are not those loaded last: a start with nothing new writes nothing.
pub(super) async fn bring_up_to_date(store: &Store, folder: Option<&Path>) -> Result<(), Failure> {
    if is_up_to_date(store, folder).await? {
        return Ok(());
    }
    let loaded = load_files(store, folder).await?;
    if loaded.is_change() {
        let Loaded { added, changed, removed, rows, .. } = loaded;
        tracing::info!(added, changed, removed, rows, "knowledge loaded");
    }
    Ok(())
}

async fn load_files(store: &Store, folder: Option<&Path>) -> Result<Loaded, Failure> {
    let files = configured(folder)?;
    let public = files::read(&files).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let whose = if folder.is_some() { "The files of KNOWLEDGE_DIR" } else { "The knowledge files" };
        Failure::Setting(format!("{whose} have faults; nothing was loaded.\n{}", lines.join("\n")))
    })?;
    Ok(store.load_public(&public, &files::digest(&files), &now()).await?)
}

fn read(folder: Option<&Path>) -> Result<Vec<File>, Failure> {
    match folder {
        None => Ok(files::embedded()),
        Some(folder) => files::from_folder(folder).map_err(Failure::Setting),
    }
}

/// The files that the settings name.
fn configured(folder: Option<&Path>) -> Result<Vec<File>, Failure> {
    read(folder).map_err(|failure| match failure {
        Failure::Setting(why) => Failure::Setting(format!("KNOWLEDGE_DIR cannot be used: {why}")),
        fault @ Failure::Fault(_) => fault,
    })
}

/// Imports a file into a server’s own knowledge.
pub(super) async fn import(
    settings: &Settings,
    file: &FileOptions,
    guild: u64,
    removing: Option<usize>,
) -> Result<u8, Failure> {
    let (store, operator) = super::open_by_hand(settings).await?;
    let curator = operator.curator(Some(guild));
    let outcome = match given(&store, &curator.viewer(), file).await {
        Ok(given) => editing::import_at_once(&store, &curator, &given, removing, &now(), &|_| ()).await,
        Err(error) => Err(error),
    };
    store.close().await;
    told(outcome.map(|(number, counts)| words::curation::imported(number, counts)))
}

/// Says what importing a file would change.
pub(super) async fn diff(settings: &Settings, file: &FileOptions, guild: Option<u64>) -> Result<u8, Failure> {
    let (store, operator) = super::open_by_hand(settings).await?;
    let curator = operator.curator(guild);
    let outcome = match given(&store, &curator.viewer(), file).await {
        Ok(given) => editing::difference(&store, &curator, &given, &now()).await,
        Err(error) => Err(error),
    };
    store.close().await;
    told(outcome.map(|difference| words::curation::import_lines(&difference).join("\n")))
}

/// Writes everything of a server, or of the public knowledge, to stdout.
pub(super) async fn export(settings: &Settings, guild: Option<u64>, format: &str) -> Result<u8, Failure> {
    let (store, operator) = super::open_by_hand(settings).await?;
    let viewer = operator.curator(guild).viewer();
    let exported = editing::export(&store, &viewer, guild.is_none(), format).await;
    store.close().await;
    told(exported.map(|exported| exported.text.trim_end().to_owned()))
}

fn told(outcome: Result<String, Error>) -> Result<u8, Failure> {
    match outcome {
        Ok(text) => {
            say(&text);
            Ok(DONE)
        }
        Err(Error::Refused(refusal)) => {
            complain(&refusal.to_string());
            Ok(REFUSED)
        }
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

/// A file with its options, names resolved.
async fn given(
    store: &Store,
    viewer: &crate::store::Viewer,
    options: &FileOptions,
) -> Result<ImportFile, Error> {
    let catalogue = store.catalogue(viewer).await?;
    let name =
        |typed: &Option<String>| typed.as_deref().map(|typed| actor_named(typed, &catalogue)).transpose();
    let defaults = Defaults {
        subject: name(&options.subject)?,
        partner: name(&options.partner)?,
        source: options.source.clone(),
    };
    let file = &options.file;
    let unreadable =
        |error: std::io::Error| BadSetup::Unreadable { file: file.clone(), why: error.to_string() };
    let found = std::fs::metadata(file).map_err(unreadable)?;
    if !found.is_file() {
        // Reading a pipe may never end.
        return Err(BadSetup::Unreadable { file: file.clone(), why: "it is no file".to_owned() }.into());
    }
    if found.len() > MOST_BYTES as u64 {
        return Err(BadSetup::TooLarge { file: file.clone(), most: MOST_BYTES >> 20 }.into());
    }
    let bytes = std::fs::read(file).map_err(unreadable)?;
    if let Some(what) = crate::knowledge::text::other_kind(&bytes) {
        return Err(BadUse::FileKind { what }.into());
    }
    let text = crate::knowledge::text::text_of(bytes)
        .map_err(|place| BadUse::NotUtf8 { line: place.0, byte: place.1 })?;
    Ok(ImportFile { name: file.display().to_string(), text, defaults })
}
