//! `dragoman backup` and `dragoman restore`.

use std::path::{Path, PathBuf};

use super::{DONE, Failure, REFUSED, complain, only_one, say};
use crate::config::Settings;
use crate::error::Fault;
use crate::store::Store;
use crate::store::backup::{Checked, Unfit, check};

impl From<Unfit> for Failure {
    fn from(unfit: Unfit) -> Self {
        match unfit {
            Unfit::Wrong(sentence) => Self::Setting(sentence),
            Unfit::Fault(fault) => fault.into(),
        }
    }
}

/// Writes a backup, checks it, and gives it its name only then.
pub(super) async fn backup(settings: &Settings, file: &Path) -> Result<u8, Failure> {
    if file.exists() {
        return Ok(refuse(&format!("{} exists already; name another file.", file.display())));
    }
    let unfinished = beside(file, ".unfinished");
    // One that was left by a run that was killed.
    let _ = std::fs::remove_file(&unfinished);
    let store = Store::open(&settings.database).await?;
    let written = store.copy_to(&unfinished).await;
    store.close().await;
    written?;
    let held = check(&unfinished).await?;
    settle(&unfinished, file)?;
    say(&format!("{} holds {}.", file.display(), described(&held)));
    Ok(DONE)
}

/// Checks a backup and, unless only that was asked, puts it in the place of the database. What was
/// there is kept beside it.
pub(super) async fn restore(settings: &Settings, file: &Path, only_check: bool) -> Result<u8, Failure> {
    let held = match check(file).await {
        Ok(held) => held,
        Err(Unfit::Wrong(sentence)) => return Ok(refuse(&sentence)),
        Err(Unfit::Fault(fault)) => return Err(fault.into()),
    };
    if only_check {
        say(&format!("{} can be restored: it holds {}.", file.display(), described(&held)));
        return Ok(DONE);
    }
    // A bot that runs on the database would write on beside the restored one.
    let _lock = only_one(&settings.database)?;
    let Some(database) = crate::store::file_of(&settings.database) else {
        return Ok(refuse("DATABASE_URL names no file; there is nothing to restore to."));
    };
    let fresh = beside(&database, ".restoring");
    let failed = |doing: &'static str| move |e: std::io::Error| Fault::new(doing, e);
    std::fs::copy(file, &fresh).map_err(failed("copying the backup"))?;
    check(&fresh).await?;
    if database.exists() {
        let kept = keep(settings, &database).await?;
        say(&format!("The database as it was is kept in {}.", kept.display()));
    }
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(beside(&database, ending));
    }
    settle(&fresh, &database)?;
    say(&format!("{} is restored: it holds {}.", database.display(), described(&held)));
    Ok(DONE)
}

/// Keeps the database as it is under a name that nothing has yet: as a whole copy, or, where it cannot
/// be opened any more, by its files as they are.
async fn keep(settings: &Settings, database: &Path) -> Result<PathBuf, Failure> {
    let names = (2..).map(|n| beside(database, &format!(".before-restore-{n}")));
    let first = beside(database, ".before-restore");
    let kept = std::iter::once(first).chain(names).find(|name| !name.exists()).unwrap_or_default();
    if let Ok(old) = Store::open(&settings.database).await {
        let copied = old.copy_to(&kept).await;
        old.close().await;
        if copied.is_ok() {
            return Ok(kept);
        }
        let _ = std::fs::remove_file(&kept);
    }
    for ending in ["", "-wal", "-shm"] {
        let (from, to) = (beside(database, ending), beside(&kept, ending));
        if from.exists() {
            std::fs::rename(from, to).map_err(|e| Fault::new("keeping the database as it was", e))?;
        }
    }
    Ok(kept)
}

/// Gives a finished file its name, once it is on disk.
fn settle(unfinished: &Path, file: &Path) -> Result<(), Fault> {
    let synced = std::fs::File::open(unfinished).and_then(|open| open.sync_all());
    synced.and_then(|()| std::fs::rename(unfinished, file)).map_err(|e| Fault::new("naming the file", e))
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
    format!("{} items, {} change sets, the last of {last}", held.items, held.change_sets)
}
