//! Backups that the bot makes by itself: of one moment, checked, the newest of them kept.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Failure, now};
use crate::config::BackupSettings;
use crate::error::Fault;
use crate::store::Store;
use crate::store::backup::{UnusableBackup, check};

/// What their names begin and end with; between is their time.
const BEGINS: &str = "dragoman-";
const ENDS: &str = ".db";
/// What stands behind the name of one that is being made.
const UNFINISHED: &str = ".unfinished";

/// Makes the folder for backups, if there is none.
///
/// # Errors
/// A sentence with the name of the setting, where there can be none.
pub(super) fn prepare(settings: &BackupSettings) -> Result<(), Failure> {
    std::fs::create_dir_all(&settings.folder).map_err(|why| {
        let folder = settings.folder.display();
        Failure::Setting(format!(
            "BACKUP_DIR names {folder}, which is no folder and cannot be made one: {why}."
        ))
    })
}

/// Makes backups for as long as the bot runs: one at the start unless the newest is young enough, then one each time.
pub(super) async fn keep(store: &Store, settings: &BackupSettings) {
    let mut wait =
        age_of_newest(&settings.folder).map_or(Duration::ZERO, |age| settings.every.saturating_sub(age));
    loop {
        tokio::time::sleep(wait).await;
        wait = match make(store, settings).await {
            Ok(file) => {
                tracing::info!(file = %file.display(), "backup made and checked");
                settings.every
            }
            Err(why) => {
                tracing::error!(folder = %settings.folder.display(), %why, "no backup made");
                settings.every.min(AGAIN_AFTER)
            }
        };
    }
}

/// How long to wait after a backup that failed.
const AGAIN_AFTER: Duration = Duration::from_mins(10);

/// Whether a name is that of a backup: what else is in the folder, such as the preview’s database, is somebody’s own.
fn is_ours(name: &str) -> bool {
    let time = name.strip_prefix(BEGINS).and_then(|rest| rest.strip_suffix(ENDS));
    // As in 20261128T210000Z.
    time.is_some_and(|time| {
        time.len() == 16
            && time.bytes().enumerate().all(|(at, byte)| match at {
                8 => byte == b'T',
                15 => byte == b'Z',
                _ => byte.is_ascii_digit(),
            })
    })
}

/// The backups in a folder, oldest first: their names tell their time.
fn all(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let backups = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_ours));
    let mut found: Vec<PathBuf> = backups.map(|entry| entry.path()).collect();
    found.sort();
    found
}

/// How old the newest backup in a folder is; nothing where there is none.
pub(super) fn age_of_newest(folder: &Path) -> Option<Duration> {
    let newest = all(folder).pop()?;
    newest.metadata().and_then(|it| it.modified()).ok()?.elapsed().ok()
}

async fn make(store: &Store, settings: &BackupSettings) -> Result<PathBuf, Fault> {
    let doing = |error| Fault::new("making a backup", error);
    std::fs::create_dir_all(&settings.folder).map_err(doing)?;
    let time: String = now().chars().filter(char::is_ascii_alphanumeric).collect();
    let file = settings.folder.join(format!("{BEGINS}{time}{ENDS}"));
    let unfinished = settings.folder.join(format!("{BEGINS}{time}{ENDS}{UNFINISHED}"));
    // What is left of one that was broken off.
    let _ = std::fs::remove_file(&unfinished);
    let made = async {
        store.copy_to(&unfinished).await?;
        check(&unfinished).await.map_err(|why| match why {
            UnusableBackup::Wrong(what) => Fault::new("checking a backup", what),
            UnusableBackup::Fault(fault) => fault,
        })?;
        super::backup::settle(&unfinished, &file)
    };
    if let Err(fault) = made.await {
        let _ = std::fs::remove_file(&unfinished);
        return Err(fault);
    }
    let found = all(&settings.folder);
    for old in found.iter().take(found.len().saturating_sub(settings.keep)) {
        std::fs::remove_file(old).map_err(|error| Fault::new("removing an old backup", error))?;
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn what_only_looks_like_a_backup_is_left_alone() {
        assert!(is_ours("dragoman-20261128T210000Z.db"));
        for other in [
            "dragoman-preview.db",
            "dragoman-before-2026.db",
            "dragoman-20261128T210000Z.db.unfinished",
            "dragoman.db",
        ] {
            assert!(!is_ours(other), "{other}");
        }
    }
}
