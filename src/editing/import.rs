//! Importing files: always shown first, then applied as one change set.

use serde::{Deserialize, Serialize};

use super::plan::{Plan, PlanError, SHOWN, plan};
use super::{reason, refused};
use crate::access::Act;
use crate::action::Action;
use crate::answer::curation::{Headline, ImportCounts, ImportDifference, Note, Report};
use crate::error::RowFault;
use crate::error::{BadChange, Error, Fault};
use crate::files::Defaults;
use crate::store::change::{Change, ChangeError};
use crate::store::drafts::DraftError;
use crate::store::drafts::DraftKind;
use crate::store::{Asker, Curator, Editor, Store};

/// The largest file that is imported, in bytes.
pub const MOST_BYTES: usize = 32 << 20;

/// How many faults a preview lists in the message; all are in its file.
const FAULTS_SHOWN: usize = 50;
/// How many faults the file of a preview holds; who has more fixes these first.
const FAULTS_KEPT: usize = 1_000;

/// A file as it was given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportFile {
    /// Its name: shown, and its ending looked at, never used as a path.
    pub name: String,
    /// What it holds.
    pub text: String,
    /// What holds for rows that do not say.
    pub defaults: Defaults,
}

/// An import that was shown and waits.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct PendingImport {
    given: ImportFile,
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
    given: ImportFile,
    why: &str,
    now: &str,
) -> Result<Report, Error> {
    let curator = store.curator(asker, Act::Import, now).await?;
    show(store, &curator, given, why, None, now).await
}

async fn show(
    store: &Store,
    curator: &Curator,
    given: ImportFile,
    why: &str,
    replaces: Option<i64>,
    now: &str,
) -> Result<Report, Error> {
    let viewer = curator.viewer();
    let after = store.last_set(&viewer).await?;
    let plan = match plan(store, &viewer, &given, now).await {
        Ok(plan) => plan,
        Err(PlanError::Faults(faults)) => return Ok(faulty(&given.name, &faults)),
        Err(PlanError::Error(error)) => return Err(error),
    };
    rehearsed(store, curator, &plan, now).await?;
    let headline = Headline::Import { file: given.name.clone(), counts: plan.counts() };
    let mut report = Report { items: plan.items(), ..Report::new("import", headline) };
    if plan.edits.is_empty() {
        report.notes.push(Note::NothingToImport);
        return Ok(report);
    }
    if plan.edits.len() > SHOWN {
        report.notes.push(Note::FirstShown { shown: SHOWN, of: plan.edits.len() });
        report.difference = Some(plan.difference());
    }
    report.notes.push(Note::NotYetApplied);
    let retracted = plan.retracted();
    let many = plan.removes_many();
    let why = if why.trim().is_empty() { format!("import of {}", given.name) } else { why.to_owned() };
    let why: String = why.chars().take(super::LONGEST_REASON).collect();
    let waiting = PendingImport { given, reason: reason(&why)?, after, retracts: many.then_some(retracted) };
    let body = serde_json::to_string(&waiting).map_err(|e| Fault::new("encoding an import", e))?;
    let kept = store.keep_import(&(&Editor::from(curator)).into(), &body, replaces, now).await;
    let id = kept.map_err(|error| match error {
        DraftError::TooLarge { used, most } => {
            Error::from(BadChange::ImportsWait { used: mebibytes(used), most: mebibytes(most) })
        }
        DraftError::Fault(fault) => fault.into(),
    })?;
    report.follow = if many {
        report.notes.push(Note::RemovesMany { retracted, total: plan.own });
        vec![Action::ConfirmImport(id, retracted), Action::Cancel(id)]
    } else {
        vec![Action::ApplyImport(id), Action::Cancel(id)]
    };
    Ok(report)
}

fn faulty(file: &str, faults: &[RowFault]) -> Report {
    let shown = faults.iter().take(FAULTS_SHOWN).map(|fault| Note::Fault(fault.clone()));
    let more = (faults.len() > FAULTS_SHOWN).then(|| Note::MoreFaults(faults.len() - FAULTS_SHOWN));
    let all: Vec<String> = faults.iter().take(FAULTS_KEPT).map(ToString::to_string).collect();
    Report {
        notes: shown.chain(more).collect(),
        file: (faults.len() > 5).then(|| ("faults.txt".to_owned(), all.join("\n"))),
        ..Report::new("faults", Headline::Faults { file: file.to_owned(), faults: faults.len() })
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
    let curator = store.curator(asker, Act::Import, now).await?;
    let editor = Editor::from(&curator);
    let by = (&editor).into();
    let gone = || Error::from(BadChange::ImportGone);
    let body = store.draft(&by, DraftKind::Import, id).await?.ok_or_else(gone)?;
    let waiting: PendingImport = serde_json::from_str(&body).map_err(|_| gone())?;
    if let Some(retracts) = waiting.retracts
        && typed.map(str::trim) != Some(retracts.to_string().as_str())
    {
        return Err(BadChange::NumberNotTyped { retracts }.into());
    }
    let viewer = curator.viewer();
    let anew = |store, waiting: PendingImport| async move {
        let mut report = show(store, &curator, waiting.given, &waiting.reason, Some(id), now).await?;
        report.notes.insert(0, Note::EffectAnew);
        Ok::<_, Error>(Apply::Anew(report))
    };
    if store.last_set(&viewer).await? != waiting.after {
        return anew(store, waiting).await;
    }
    let plan = match plan(store, &viewer, &waiting.given, now).await {
        Ok(plan) => plan,
        Err(PlanError::Faults(_)) => return anew(store, waiting).await,
        Err(PlanError::Error(error)) => return Err(error),
    };
    let change = change(&plan, &waiting.reason, waiting.after, Some(id), now);
    match store.change(&editor, &change, progress).await {
        Ok(set) => Ok(Apply::Done(Report {
            notes: vec![Note::Reason(waiting.reason)],
            follow: vec![Action::Undo(set.number)],
            ..Report::new("change", Headline::Imported { number: set.number, counts: plan.counts() })
        })),
        Err(ChangeError::Overtaken(_)) => anew(store, waiting).await,
        Err(other) => Err(refused(other)),
    }
}

/// The change that a plan makes, where nothing changed since the set numbered `after`.
fn change<'a>(plan: &'a Plan, why: &'a str, after: i64, draft: Option<i64>, now: &'a str) -> Change<'a> {
    Change { after: Some(after), draft, ..Change::new(&plan.edits, why, now) }
}

/// Whole mebibytes, the last one begun counted.
fn mebibytes(bytes: i64) -> i64 {
    (bytes + (1 << 20) - 1) >> 20
}

/// What importing a file would do, without doing it.
///
/// # Errors
/// A refusal that lists the faults of the file, a fault of the database.
pub async fn difference(
    store: &Store,
    curator: &Curator,
    given: &ImportFile,
    now: &str,
) -> Result<ImportDifference, Error> {
    Ok(planned(store, curator, given, now).await?.difference())
}

/// Makes sure that nothing rests on what a plan takes away; what it adds is checked with the file.
async fn rehearsed(store: &Store, curator: &Curator, plan: &Plan, now: &str) -> Result<(), Error> {
    if plan.retracted() == 0 {
        return Ok(());
    }
    let change = Change::new(&plan.edits, "rehearsal", now);
    store.rehearse(&Editor::from(curator), &change).await.map_err(refused)
}

async fn planned(store: &Store, curator: &Curator, given: &ImportFile, now: &str) -> Result<Plan, Error> {
    match plan(store, &curator.viewer(), given, now).await {
        Ok(plan) => rehearsed(store, curator, &plan, now).await.map(|()| plan),
        Err(PlanError::Faults(faults)) => {
            let faults = faults.iter().map(|fault| format!("{}: {fault}", given.name)).collect();
            Err(BadChange::FaultyFile { faults }.into())
        }
        Err(PlanError::Error(error)) => Err(error),
    }
}

/// Imports a file without showing it first, for the person at the machine, who has [`difference`]; gives the number of
/// the change, where there was anything to change, and what it did. Where the file removes much of what there is,
/// `confirmed` has to be how many items.
///
/// # Errors
/// A refusal that lists the faults of the file, a fault of the database; then nothing has changed.
pub async fn import_at_once(
    store: &Store,
    curator: &Curator,
    given: &ImportFile,
    confirmed: Option<usize>,
    now: &str,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<(Option<i64>, ImportCounts), Error> {
    let after = store.last_set(&curator.viewer()).await?;
    let plan = planned(store, curator, given, now).await?;
    if plan.edits.is_empty() {
        return Ok((None, plan.counts()));
    }
    if plan.removes_many() && confirmed != Some(plan.retracted()) {
        return Err(BadChange::RemovesMany { retracts: plan.retracted(), of: plan.own }.into());
    }
    let why = format!("import of {}", given.name);
    let change = change(&plan, &why, after, None, now);
    let set = store.change(&Editor::from(curator), &change, progress).await.map_err(refused)?;
    Ok((Some(set.number), plan.counts()))
}
