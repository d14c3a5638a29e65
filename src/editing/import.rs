//! Importing files: always shown first, then applied as one change set.

use serde::{Deserialize, Serialize};

use super::plan::{Plan, SHOWN, Unfit, plan};
use super::{reason, refused};
use crate::answer::curation::{Follow, Report};
use crate::error::{Error, Fault, Refusal};
use crate::files::{Defaults, RowFault};
use crate::knowledge::fields::differences;
use crate::store::change::{Change, ChangeError, ChangeSet, Edit};
use crate::store::{Asker, Curator, Editor, Store};

/// The largest file that is imported, in bytes.
pub const MOST_BYTES: usize = 32 << 20;

/// How many faults a preview lists in the message; all are in its file.
const FAULTS_SHOWN: usize = 50;
/// How many faults the file of a preview holds; who has more mends these first.
const FAULTS_KEPT: usize = 10_000;
/// From how many retractions on, and which share of what there is, the number has to be typed.
const MANY_RETRACTED: usize = 10;

/// A file as it was given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Its name: shown, and its ending looked at, never used as a path.
    pub name: String,
    /// What it holds.
    pub text: String,
    /// What holds for rows that do not say.
    pub defaults: Defaults,
}

/// An import that was shown and waits.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Waiting {
    given: Given,
    reason: String,
    /// The number of the last change set when it was shown.
    after: i64,
    /// How many items it retracts, where that has to be typed.
    retracts: Option<usize>,
}

/// What came of applying an import.
#[derive(Debug, Clone)]
pub enum Apply {
    /// It is done.
    Done(Report),
    /// The knowledge changed since it was shown: what it would do now.
    Anew(Report),
}

/// Shows what importing a file would do, and keeps it for being applied.
///
/// # Errors
/// A refusal where the asker may not, a fault of the database. A file with faults is reported.
pub async fn preview(
    store: &Store,
    asker: &Asker,
    given: Given,
    why: &str,
    now: &str,
) -> Result<Report, Error> {
    let curator = store.curator(asker, "import", now).await?;
    show(store, &curator, given, why, now).await
}

async fn show(store: &Store, curator: &Curator, given: Given, why: &str, now: &str) -> Result<Report, Error> {
    let viewer = curator.viewer();
    let name = crate::request::quoted(&given.name);
    let after = store.last_set(&viewer).await?;
    let plan = match plan(store, &viewer, &given, now).await {
        Ok(plan) => plan,
        Err(Unfit::Faults(faults)) => return Ok(faulty(&name, &faults)),
        Err(Unfit::Error(error)) => return Err(error),
    };
    rehearsed(store, curator, &plan, now).await?;
    let mut report = Report {
        kind: "import",
        title: format!("Import of {name}: {}", plan.summary()),
        items: plan.items(),
        ..Report::default()
    };
    if plan.edits.is_empty() {
        report.notes.push("There is nothing to import: all of it is known.".to_owned());
        return Ok(report);
    }
    if plan.edits.len() > SHOWN {
        report.notes.push(format!("The first {SHOWN} of {} changes are shown.", plan.edits.len()));
    }
    report.notes.push(
        "Nothing has changed yet. Apply makes all of it one change set, which can be undone.".to_owned(),
    );
    let total = store.count_visible(&viewer).await?;
    let retracted = plan.retracted();
    let many = retracted >= MANY_RETRACTED && retracted * 2 > total;
    let why = if why.trim().is_empty() { format!("import of {}", given.name) } else { why.to_owned() };
    let why: String = why.chars().take(super::LONGEST_REASON).collect();
    let waiting = Waiting { given, reason: reason(&why)?, after, retracts: many.then_some(retracted) };
    let body = serde_json::to_string(&waiting).map_err(|e| Fault::new("encoding an import", e))?;
    let id = store.keep_draft(&(&Editor::from(curator)).into(), &body, now).await?;
    report.follow = if many {
        report.notes.push(format!(
            "It takes away {retracted} of {total} items: you will be asked to type that number."
        ));
        vec![Follow::ConfirmImport(id, retracted), Follow::Cancel(id)]
    } else {
        vec![Follow::ApplyImport(id), Follow::Cancel(id)]
    };
    Ok(report)
}

fn faulty(name: &str, faults: &[RowFault]) -> Report {
    let mut notes: Vec<String> = faults.iter().take(FAULTS_SHOWN).map(ToString::to_string).collect();
    if faults.len() > FAULTS_SHOWN {
        notes.push(format!("… and {} more; the file has all.", faults.len() - FAULTS_SHOWN));
    }
    let all: Vec<String> = faults.iter().take(FAULTS_KEPT).map(ToString::to_string).collect();
    Report {
        kind: "faults",
        title: format!(
            "{name} has {}; nothing is imported",
            if faults.len() == 1 { "a fault".to_owned() } else { format!("{} faults", faults.len()) }
        ),
        notes,
        file: (faults.len() > 5).then(|| ("faults.txt".to_owned(), all.join("\n"))),
        ..Report::default()
    }
}

/// Applies an import that was shown. `typed` is the number of retractions, where it is asked for.
///
/// # Errors
/// A refusal where the asker may not, the import is gone, or the number is wrong; a fault.
pub async fn apply(
    store: &Store,
    asker: &Asker,
    id: i64,
    typed: Option<&str>,
    now: &str,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Apply, Error> {
    let curator = store.curator(asker, "import", now).await?;
    let editor = Editor::from(&curator);
    let by = (&editor).into();
    let gone =
        || Refusal::new("This import was applied, cancelled or kept for too long; upload the file again.");
    let body = store.draft(&by, id).await?.ok_or_else(gone)?;
    let waiting: Waiting = serde_json::from_str(&body).map_err(|_| gone())?;
    if let Some(retracts) = waiting.retracts
        && typed.map(str::trim) != Some(retracts.to_string().as_str())
    {
        return Err(Refusal::new(format!(
            "Type {retracts}, the number of items it takes away, to apply it."
        ))
        .into());
    }
    let viewer = curator.viewer();
    let anew = |store, waiting: Waiting| async move {
        let mut report = show(store, &curator, waiting.given, &waiting.reason, now).await?;
        report.notes.insert(
            0,
            "The knowledge changed since this was shown; this is what it would do now.".to_owned(),
        );
        Ok::<_, Error>(Apply::Anew(report))
    };
    if store.last_set(&viewer).await? != waiting.after {
        return anew(store, waiting).await;
    }
    let plan = match plan(store, &viewer, &waiting.given, now).await {
        Ok(plan) => plan,
        Err(Unfit::Faults(_)) => return anew(store, waiting).await,
        Err(Unfit::Error(error)) => return Err(error),
    };
    let made = write(store, &editor, &plan, &waiting.reason, waiting.after, now, progress).await;
    if made.is_ok() {
        // Of two clicks the second finds that the knowledge has changed. One that failed can be clicked again.
        store.take_draft(&by, id).await?;
    }
    match made {
        Ok(set) => Ok(Apply::Done(Report {
            kind: "change",
            title: format!("Change #{}: imported {}", set.number, plan.summary()),
            notes: vec![format!("Reason: {}", waiting.reason)],
            follow: vec![Follow::Undo(set.number)],
            ..Report::default()
        })),
        Err(ChangeError::Overtaken(_)) => anew(store, waiting).await,
        Err(other) => Err(refused(other)),
    }
}

async fn write(
    store: &Store,
    editor: &Editor,
    plan: &Plan,
    why: &str,
    after: i64,
    now: &str,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<ChangeSet, ChangeError> {
    let change = Change {
        reason: why,
        made_at: now,
        edits: &plan.edits,
        based_on: &[],
        undoes: None,
        after: Some(after),
    };
    store.change(editor, &change, progress).await
}

/// What importing a file would do, in lines; without doing it.
///
/// # Errors
/// A refusal that lists the faults of the file, a fault of the database.
pub async fn difference(store: &Store, curator: &Curator, given: &Given, now: &str) -> Result<String, Error> {
    let plan = planned(store, curator, given, now).await?;
    let mut lines = vec![plan.summary()];
    for (edit, before) in plan.edits.iter().zip(&plan.before) {
        let after = match edit {
            Edit::Put(item) => Some(&**item),
            _ => None,
        };
        let mark = match (before, after) {
            (None, _) => '+',
            (_, None) => '-',
            _ => '~',
        };
        lines.push(format!("{mark} {}", edit.name()));
        if let (Some(before), Some(after)) = (before, after) {
            lines.extend(differences(Some(before), Some(after)).iter().map(|change| {
                let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "—".to_owned());
                format!("    {}: {} → {}", change.key, value(&change.before), value(&change.after))
            }));
        }
    }
    Ok(lines.join("\n"))
}

/// Makes sure that nothing rests on what a plan takes away; what it adds is checked with the file.
async fn rehearsed(store: &Store, curator: &Curator, plan: &Plan, now: &str) -> Result<(), Error> {
    if plan.retracted() == 0 {
        return Ok(());
    }
    let change = Change {
        reason: "rehearsal",
        made_at: now,
        edits: &plan.edits,
        based_on: &[],
        undoes: None,
        after: None,
    };
    store.rehearse(&Editor::from(curator), &change).await.map_err(refused)
}

async fn planned(store: &Store, curator: &Curator, given: &Given, now: &str) -> Result<Plan, Error> {
    match plan(store, &curator.viewer(), given, now).await {
        Ok(plan) => rehearsed(store, curator, &plan, now).await.map(|()| plan),
        Err(Unfit::Faults(faults)) => {
            let lines: Vec<String> = faults.iter().map(|fault| format!("{}: {fault}", given.name)).collect();
            Err(Refusal::new(format!("Nothing is imported.\n{}", lines.join("\n"))).into())
        }
        Err(Unfit::Error(error)) => Err(error),
    }
}

/// Imports a file without showing it first, for the person at the machine, who has
/// [`difference`]; gives what was done.
///
/// # Errors
/// A refusal that lists the faults of the file, a fault of the database; then nothing has changed.
pub async fn import_at_once(
    store: &Store,
    curator: &Curator,
    given: &Given,
    now: &str,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<String, Error> {
    let after = store.last_set(&curator.viewer()).await?;
    let plan = planned(store, curator, given, now).await?;
    if plan.edits.is_empty() {
        return Ok(plan.summary());
    }
    let why = format!("import of {}", given.name);
    let set =
        write(store, &Editor::from(curator), &plan, &why, after, now, progress).await.map_err(refused)?;
    Ok(format!("Change #{}: {}", set.number, plan.summary()))
}
