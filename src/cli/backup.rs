//! `dragoman backup` and `dragoman restore`.

use std::path::{Path, PathBuf};

use super::{DONE, Failure, REFUSED, complain, locked, say};
use crate::config::Settings;
use crate::error::Fault;
use crate::store::Store;
use crate::store::backup::{Checked, ExclusiveLock, UnusableBackup, check};
use crate::store::file::{Hold, keep_private, lock};

impl From<UnusableBackup> for Failure {
    fn from(unfit: UnusableBackup) -> Self {
        match unfit {
            UnusableBackup::Wrong(sentence) => Self::Setting(sentence),
            UnusableBackup::Fault(fault) => fault.into(),
        }
    }
}

/// Writes a backup, checks it, and gives it its name only then.
pub(super) async fn backup(settings: &Settings, file: &Path) -> Result<u8, Failure> {
    if file.exists() {
        return Ok(refuse(&format!("{} exists already; name another file.", file.display())));
    }
    if let Some(database) = crate::store::file_of(&settings.database).filter(|database| !database.exists()) {
        return Ok(refuse(&format!("There is no database {}; look at DATABASE_URL.", database.display())));
    }
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        return Ok(refuse(&format!("There is no folder {}; make it first.", folder.display())));
    }
    let unfinished = beside(file, ".unfinished");
    // One that was left by a run that was killed.
    let _ = std::fs::remove_file(&unfinished);
    let store = Store::open(&settings.database).await?;
    let written = store.copy_to(&unfinished).await;
    store.close().await;
    let finished = async {
        written?;
        let held = check(&unfinished).await?;
        settle(&unfinished, file)?;
        Ok::<_, Failure>(held)
    };
    let held = finished.await.inspect_err(|_| {
        let _ = std::fs::remove_file(&unfinished);
    })?;
    say(&format!("{} holds {}.", file.display(), described(&held)));
    Ok(DONE)
}

/// Checks a backup and, unless only that was asked, puts it in the place of the database. What was
/// there is kept beside it.
pub(super) async fn restore(settings: &Settings, file: &Path, only_check: bool) -> Result<u8, Failure> {
    let held = match check(file).await {
        Ok(held) => held,
        Err(UnusableBackup::Wrong(sentence)) => return Ok(refuse(&sentence)),
        Err(UnusableBackup::Fault(fault)) => return Err(fault.into()),
    };
    if only_check {
        say(&format!("{} can be restored: it holds {}.", file.display(), described(&held)));
        return Ok(DONE);
    }
    // A bot that runs on the database would write on beside the restored one.
    let there = crate::store::file_of(&settings.database).filter(|database| database.exists());
    let _lock = there.map(|_| locked(&settings.database, |file| lock(file, Hold::Alone))).transpose()?;
    let Some(database) = crate::store::file_of(&settings.database) else {
        return Ok(refuse("DATABASE_URL names no file; there is nothing to restore to."));
    };
    if is_same(file, &database) {
        return Ok(refuse(&format!("{} is the database itself; name a backup.", file.display())));
    }
    let fresh = beside(&database, ".restoring");
    let replaced = replace(&database, file, &fresh).await;
    if replaced.is_err() {
        let _ = std::fs::remove_file(&fresh);
    }
    if let Some(kept) = replaced? {
        say(&format!("The database as it was is kept in {}.", kept.display()));
    }
    say(&format!("{} is restored: it holds {}.", database.display(), described(&held)));
    Ok(DONE)
}

/// Puts a copy of a backup in the place of the database; gives where the database as it was is kept, if
/// there was one.
async fn replace(database: &Path, backup: &Path, fresh: &Path) -> Result<Option<PathBuf>, Failure> {
    let copied = std::fs::copy(backup, fresh).and_then(|_| keep_private(fresh));
    copied.map_err(|e| Fault::new("copying the backup", e))?;
    check(fresh).await?;
    if !database.exists() {
        settle(fresh, database)?;
        return Ok(None);
    }
    let Some(sole) = ExclusiveLock::of(database).await? else {
        return Err(Failure::Setting(format!(
            "Another program has {} open; let it finish or stop it first.",
            database.display()
        )));
    };
    let kept = keep(database).map_err(|e| Fault::new("keeping the database as it was", e))?;
    settle(fresh, database)?;
    sole.release().await;
    Ok(Some(kept))
}

/// Keeps the files of the database as they are, under a name that nothing has yet. The database itself
/// has both names until the other takes its place, so that there is never none.
fn keep(database: &Path) -> std::io::Result<PathBuf> {
    let names = (2..).map(|n| beside(database, &format!(".before-restore-{n}")));
    let first = beside(database, ".before-restore");
    let kept = std::iter::once(first).chain(names).find(|name| !name.exists()).unwrap_or_default();
    if std::fs::hard_link(database, &kept).is_err() {
        // Not every file system has links.
        std::fs::rename(database, &kept)?;
    }
    // Only a damaged database has these still.
    for ending in ["-wal", "-shm"] {
        let from = beside(database, ending);
        if from.exists() {
            std::fs::rename(from, beside(&kept, ending))?;
        }
    }
    Ok(kept)
}

/// Gives a finished file its name, once it is on disk.
pub(super) fn settle(unfinished: &Path, file: &Path) -> Result<(), Fault> {
    let synced = std::fs::File::open(unfinished).and_then(|open| open.sync_all());
    synced.and_then(|()| std::fs::rename(unfinished, file)).map_err(|e| Fault::new("naming the file", e))
}

/// Whether two paths lead to one file.
fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

fn refuse(sentence: &str) -> u8 {
    complain(sentence);
    REFUSED
}

/// A file of almost the same name.
fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn described(held: &Checked) -> String {
    let last = held.last_change.as_deref().unwrap_or("none");
    format!(
        "{} statements and recommendations, {} change sets, the last of {last}",
        held.items, held.change_sets
    )
}
