//! Importing files: always shown first, then applied as one change set; and exporting.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{draft, keys, known, reason, refused};
use crate::answer::curation::{Follow, Report};
use crate::error::{Error, Fault, Refusal};
use crate::files::{self, Contents, Defaults, File, Row, RowFault};
use crate::knowledge::fields::{FieldChange, differences, fields, words_of};
use crate::knowledge::{Catalogue, Entity, Item, ItemKey, OWN};
use crate::store::change::{Change, ChangeError, ChangeSet, Edit};
use crate::store::{Asker, Curator, Editor, Store, Viewer};

/// The largest file that is imported, in bytes.
pub const MOST_BYTES: usize = 32 << 20;

/// How many items, and faults, a preview shows.
const SHOWN: usize = 20;
/// How many faults a preview lists in the message; all are in its file.
const FAULTS_SHOWN: usize = 50;
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

/// What an import would do.
#[derive(Debug, Clone, Default, PartialEq)]
struct Plan {
    edits: Vec<Edit>,
    /// The item before each edit.
    before: Vec<Option<Item>>,
    unchanged: usize,
}

/// What came of applying an import.
#[derive(Debug, Clone)]
pub enum Apply {
    /// It is done.
    Done(Report),
    /// The knowledge changed since it was shown: what it would do now.
    Anew(Report),
}

/// Why an import cannot be.
enum Unfit {
    Faults(Vec<RowFault>),
    Error(Error),
}

impl From<Fault> for Unfit {
    fn from(fault: Fault) -> Self {
        Self::Error(fault.into())
    }
}

impl Plan {
    fn count(&self, test: impl Fn(&Edit, Option<&Item>) -> bool) -> usize {
        self.edits.iter().zip(&self.before).filter(|(edit, before)| test(edit, before.as_ref())).count()
    }

    fn retracted(&self) -> usize {
        self.count(|edit, _| matches!(edit, Edit::Retract(_)))
    }

    /// “3 added, 1 changed, 0 retracted, 12 unchanged”.
    fn summary(&self) -> String {
        let added = self.count(|edit, before| matches!(edit, Edit::Put(_)) && before.is_none());
        let changed = self.count(|edit, before| matches!(edit, Edit::Put(_)) && before.is_some());
        let retracted = self.retracted();
        format!("{added} added, {changed} changed, {retracted} retracted, {} unchanged", self.unchanged)
    }

    /// The first items with what changes in them; of new ones, what they say.
    fn items(&self) -> Vec<(ItemKey, Vec<FieldChange>)> {
        let main =
            |change: &FieldChange| matches!(change.key, "text" | "title" | "name" | "action" | "member");
        let shown = self.edits.iter().zip(&self.before).take(SHOWN);
        shown
            .map(|(edit, before)| {
                let after = match edit {
                    Edit::Put(item) => Some(&**item),
                    _ => None,
                };
                let mut changes = differences(before.as_ref(), after);
                if before.is_none() || after.is_none() {
                    changes.retain(main);
                }
                (edit.name(), changes)
            })
            .collect()
    }
}

/// Reads a file: as our TOML, or as tables.
async fn read(store: &Store, viewer: &Viewer, given: &Given, now: &str) -> Result<(Contents, usize), Unfit> {
    let catalogue = store.catalogue(viewer).await?;
    let is_toml = given.name.to_ascii_lowercase().ends_with(".toml")
        || given.text.lines().any(|line| line.trim_start().starts_with("[["));
    if is_toml {
        let file = [File { name: String::new(), text: given.text.clone() }];
        let reading = files::parse(&file);
        let wanted = reading.statements_wanted();
        let known = known(store, viewer, &catalogue, &wanted, now).await?;
        let contents = reading.finish(&known);
        return contents
            .map(|contents| (contents, 0))
            .map_err(|faults| Unfit::Faults(faults.into_iter().map(RowFault::from).collect()));
    }
    let (mut rows, same) = rows(store, viewer, given, &catalogue).await?;
    keys::assign(store, viewer, &mut rows).await?;
    let known = known(store, viewer, &catalogue, &files::statements_wanted(&rows), now).await?;
    let contents = files::read_rows(&rows, &known).map_err(Unfit::Faults)?;
    Ok((contents, same))
}

/// The rows of a file's tables, and how many of them say what is known already.
async fn rows(
    store: &Store,
    viewer: &Viewer,
    given: &Given,
    catalogue: &Catalogue,
) -> Result<(Vec<Row>, usize), Unfit> {
    let sheets = files::read_sheet(&given.text).map_err(|files::Unreadable(faults)| Unfit::Faults(faults))?;
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for sheet in &sheets {
        match sheet.rows(&given.defaults, catalogue) {
            Ok(found) => rows.extend(found),
            Err(found) => faults.extend(found),
        }
    }
    if !faults.is_empty() {
        return Err(Unfit::Faults(faults));
    }
    let sources: HashSet<String> =
        rows.iter().filter_map(|row| row.get("source")).map(str::to_owned).collect();
    let mut there: Vec<Item> = store.contents(viewer, viewer.is_public()).await?.0;
    for source in &sources {
        there.extend(store.resting_on(viewer, source).await?);
    }
    let by_key: HashMap<&str, &Item> = there.iter().map(|item| (item.id(), item)).collect();
    let said: HashSet<Said> = there.iter().filter_map(said).collect();
    let before = rows.len();
    rows.retain(|row| {
        row.get("id").is_some() || said_by(row).is_none_or(|said_here| !said.contains(&said_here))
    });
    let same = before - rows.len();
    for row in &mut rows {
        // Columns that the file does not have leave what is there as it is.
        let Some(item) = row.get("id").and_then(|id| by_key.get(id)) else { continue };
        for field in fields(item) {
            if !row.cells.iter().any(|(key, _)| key == field.key) && field.key != "id" {
                row.cells.push((field.key.to_owned(), words_of(&field.value)));
            }
        }
    }
    Ok((rows, same))
}

/// What a statement or a recommendation says, apart from how it is recorded.
type Said = (String, Vec<String>, String, String);

fn said(item: &Item) -> Option<Said> {
    let sorted = |partners: &[String]| {
        let mut partners = partners.to_vec();
        partners.sort_unstable();
        partners
    };
    match item {
        Item::Statement(it) => {
            Some((it.subject.clone(), sorted(&it.partners), it.source.clone(), it.text.clone()))
        }
        Item::Recommendation(it) => {
            let texts: Vec<&str> = it.actions.iter().map(|part| part.text.as_str()).collect();
            Some((it.subject.clone(), Vec::new(), it.source.clone(), texts.join("\n")))
        }
        _ => None,
    }
}

fn said_by(row: &Row) -> Option<Said> {
    let get = |key: &str| row.get(key).map(str::to_owned);
    let mut partners: Vec<String> = if row.section == "recommendation" {
        Vec::new()
    } else {
        get("partners").unwrap_or_default().split(';').map(|partner| partner.trim().to_owned()).collect()
    };
    partners.retain(|partner| !partner.is_empty());
    partners.sort_unstable();
    Some((get("subject")?, partners, get("source")?, get("text").or_else(|| get("action"))?))
}

/// What an import would do to a scope.
async fn plan(store: &Store, viewer: &Viewer, given: &Given, now: &str) -> Result<Plan, Unfit> {
    let (mut contents, same) = read(store, viewer, given, now).await?;
    let (own, gone) = store.contents(viewer, viewer.is_public()).await?;
    let own: HashMap<ItemKey, Item> = own.into_iter().map(|item| (item.name(), item)).collect();
    let mut public: HashMap<ItemKey, Item> = HashMap::new();
    if !viewer.is_public() {
        // Keys in the form of servers' own are nobody else's: only the others are looked for.
        let names = contents.items.iter().map(Item::name).chain(contents.retracted.iter().cloned());
        for name in names.filter(|name| !name.key.starts_with(OWN) && !own.contains_key(name)) {
            let standing = store.item_named(viewer, &name).await?;
            public.extend(standing.and_then(|standing| Some((name, standing.item?))));
        }
        keys::own_keys(&mut contents.items, |name| {
            own.contains_key(name) || public.contains_key(name) || gone.contains(name)
        });
    }
    let mut plan = Plan { unchanged: same, ..Plan::default() };
    for mut item in contents.items {
        let name = item.name();
        let before = own.get(&name).or_else(|| public.get(&name));
        if let Some(before) = before {
            draft::keep_parts(&mut item, before);
        }
        if before == Some(&item) {
            plan.unchanged += 1;
        } else {
            plan.edits.push(Edit::Put(Box::new(item)));
            plan.before.push(before.cloned());
        }
    }
    for name in contents.retracted {
        match own.get(&name).or_else(|| public.get(&name)) {
            Some(before) => {
                plan.before.push(Some(before.clone()));
                plan.edits.push(Edit::Retract(name));
            }
            None => plan.unchanged += 1,
        }
    }
    Ok(plan)
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
    let all: Vec<String> = faults.iter().map(ToString::to_string).collect();
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
    // Of two clicks one takes it.
    if !store.take_draft(&by, id).await? {
        return Err(gone().into());
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

async fn planned(store: &Store, curator: &Curator, given: &Given, now: &str) -> Result<Plan, Error> {
    match plan(store, &curator.viewer(), given, now).await {
        Ok(plan) => Ok(plan),
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

/// A file made for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub text: String,
    /// How many items it has.
    pub items: usize,
}

/// What a viewer's server says itself, or the public knowledge, as a file: `toml` holds everything,
/// `csv` and `markdown` statements and recommendations.
///
/// # Errors
/// A refusal where there is no such format, a fault of the database.
pub async fn export(store: &Store, viewer: &Viewer, public: bool, format: &str) -> Result<Exported, Error> {
    let public = public || viewer.is_public();
    let (items, gone) = store.contents(viewer, public).await?;
    let (ending, text) = match format {
        "toml" => ("toml", files::toml(&items, &gone)),
        "csv" => ("csv", files::csv(&items)),
        "markdown" => ("md", files::markdown(&items)),
        _ => return Err(Refusal::new("A format is one of toml, csv, markdown.").into()),
    };
    let count = match ending {
        "toml" => items.len() + gone.len(),
        _ => {
            items.iter().filter(|i| matches!(i.entity(), Entity::Statement | Entity::Recommendation)).count()
        }
    };
    let whose = if public { "public" } else { "server" };
    Ok(Exported { name: format!("{whose}-knowledge.{ending}"), text, items: count })
}
