//! Planning an import: what a file says, compared with what is there, as the edits that lie between.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::import::ImportFile;
use super::{draft, keys, known};
use crate::answer::curation::{EditMark, ImportCounts, ImportDifference};
use crate::error::{BadContent, RowFault};
use crate::error::{Error, Fault};
use crate::files::{self, Contents, File, FileKind, Row};
use crate::knowledge::fields::{FieldChange, differences, fields, words_of};
use crate::knowledge::{Catalogue, Entity, Item, ItemKey, OWN};
use crate::store::change::Edit;
use crate::store::{Store, Viewer};

/// How many items a preview shows.
pub(super) const SHOWN: usize = 20;

/// What an import would do.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Plan {
    pub(super) edits: Vec<Edit>,
    /// The item before each edit.
    pub(super) before: Vec<Option<Item>>,
    unchanged: usize,
    /// How many items the scope has of its own.
    pub(super) own: usize,
}

/// From how many retractions on, and which share of what a scope has of its own, they have to be confirmed.
const MANY_RETRACTED: usize = 10;
const SHARE_RETRACTED: usize = 4;

/// Why an import cannot be.
pub(super) enum PlanError {
    Faults(Vec<RowFault>),
    Error(Error),
}

impl From<Fault> for PlanError {
    fn from(fault: Fault) -> Self {
        Self::Error(fault.into())
    }
}

impl Plan {
    fn count(&self, test: impl Fn(&Edit, Option<&Item>) -> bool) -> usize {
        self.edits.iter().zip(&self.before).filter(|(edit, before)| test(edit, before.as_ref())).count()
    }

    pub(super) fn retracted(&self) -> usize {
        self.count(|edit, _| matches!(edit, Edit::Retract(_)))
    }

    /// How many items it adds, changes, retracts and leaves.
    pub(super) fn counts(&self) -> ImportCounts {
        ImportCounts {
            added: self.count(|edit, before| matches!(edit, Edit::Put(_)) && before.is_none()),
            changed: self.count(|edit, before| matches!(edit, Edit::Put(_)) && before.is_some()),
            retracted: self.retracted(),
            unchanged: self.unchanged,
        }
    }

    /// Whether it removes so much that the number has to be confirmed.
    pub(super) fn removes_many(&self) -> bool {
        let retracted = self.retracted();
        retracted >= MANY_RETRACTED && retracted * SHARE_RETRACTED >= self.own
    }

    /// The first items with what changes in them: all of what is new, and what the others said that go.
    pub(super) fn items(&self) -> Vec<(ItemKey, Vec<FieldChange>)> {
        let main =
            |change: &FieldChange| matches!(change.key, "text" | "title" | "name" | "action" | "member");
        let shown = self.edits.iter().zip(&self.before).take(SHOWN);
        shown
            .map(|(edit, before)| {
                let after = put(edit);
                let mut changes = differences(before.as_ref(), after);
                if after.is_none() {
                    changes.retain(main);
                }
                changes.retain(|change| change.key != "id");
                (edit.name(), changes)
            })
            .collect()
    }

    /// All that it would do.
    pub(super) fn difference(&self) -> ImportDifference {
        let edits = self.edits.iter().zip(&self.before).map(|(edit, before)| {
            let after = put(edit);
            let (mark, mut changes) = match (before, after) {
                (_, None) => (EditMark::Retracted, Vec::new()),
                (None, _) => (EditMark::Added, differences(None, after)),
                _ => (EditMark::Changed, differences(before.as_ref(), after)),
            };
            changes.retain(|change| change.key != "id");
            (mark, edit.name(), changes)
        });
        ImportDifference { counts: self.counts(), edits: edits.collect() }
    }
}

/// The item that an edit puts.
fn put(edit: &Edit) -> Option<&Item> {
    match edit {
        Edit::Put(item) => Some(item),
        _ => None,
    }
}

/// Reads a file: as our TOML, or as tables.
async fn read(
    store: &Store,
    viewer: &Viewer,
    given: &ImportFile,
    own: &[Item],
    now: &str,
) -> Result<(Contents, usize), PlanError> {
    let catalogue = store.catalogue(viewer).await?;
    let kind = files::kind_of(&given.name, &given.text);
    if kind == FileKind::Toml {
        let file = || [File { name: String::new(), text: given.text.clone().into() }];
        let one = file();
        let wanted = apart(move || files::parse(&one).statements_wanted()).await?;
        let known = known(store, viewer, &catalogue, &wanted, now).await?;
        let (one, known, names) = (file(), known.without_names(), catalogue.clone());
        let read = move || files::parse(&one).finish(&known.with_names(&names));
        let contents = apart(read).await?;
        return contents
            .map(|contents| (contents, 0))
            .map_err(|faults| PlanError::Faults(faults.into_iter().map(RowFault::from).collect()));
    }
    let TableRows { mut rows, same, server } = rows(store, viewer, kind, given, own, &catalogue).await?;
    keys::assign(store, viewer, &mut rows).await?;
    let (rows, wanted) = apart(move || {
        let wanted = files::statements_wanted(&rows);
        (rows, wanted)
    })
    .await?;
    let known = known(store, viewer, &catalogue, &wanted, now).await?.without_names();
    let read = move || files::read_rows(&rows, &known.with_names(&catalogue));
    let contents = apart(read).await?.map_err(PlanError::Faults)?;
    Ok((Contents { server, ..contents }, same))
}

/// Does work that takes long apart from the threads that answer.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Fault::new("reading a file", "it panicked"))
}

/// The rows of all tables of a file, with what holds for all of them.
fn table_rows(kind: FileKind, given: &ImportFile, catalogue: &Catalogue) -> Result<Vec<Row>, Vec<RowFault>> {
    let sheets = files::read_sheet(kind, &given.text).map_err(|files::Unreadable(faults)| faults)?;
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for sheet in &sheets {
        match sheet.rows(&given.defaults, catalogue) {
            Ok(found) => rows.extend(found),
            Err(found) => faults.extend(found),
        }
    }
    // Spreadsheets copy rows by accident.
    let mut seen: HashMap<&[(String, String)], usize> = HashMap::new();
    for row in rows.iter().filter(|row: &&Row| row.get("id").is_none()) {
        if let Some(line) = seen.insert(&row.cells, row.line) {
            faults.push(RowFault { line: row.line, problem: BadContent::RepeatsLine { line } });
        }
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

/// The rows of a file’s tables.
struct TableRows {
    rows: Vec<Row>,
    /// How many of them say what is known already.
    same: usize,
    /// The server whose export it is, if it says so.
    server: Option<i64>,
}

/// Whether a file is the export of another server.
fn is_foreign(server: Option<i64>, viewer: Viewer) -> bool {
    server.is_some_and(|server| u64::try_from(server).ok() != viewer.server())
}

/// The rows of a file's tables, and how many of them say what is known already.
async fn rows(
    store: &Store,
    viewer: &Viewer,
    kind: FileKind,
    given: &ImportFile,
    own: &[Item],
    catalogue: &Arc<Catalogue>,
) -> Result<TableRows, PlanError> {
    let (given, catalogue) = (given.clone(), catalogue.clone());
    let mut rows = apart(move || table_rows(kind, &given, &catalogue)).await?.map_err(PlanError::Faults)?;
    let server = files::take_server(&mut rows).map_err(|fault| PlanError::Faults(vec![fault]))?;
    let foreign = is_foreign(server, *viewer);
    let sources: BTreeSet<&str> = rows.iter().filter_map(|row| row.get("source")).collect();
    let sources: Vec<String> = sources.into_iter().map(str::to_owned).collect();
    let mut there: Vec<Item> = own.to_vec();
    there.extend(store.resting_on(viewer, &sources).await?);
    let there_already: HashSet<&str> = there.iter().map(Item::id).collect();
    let ids = rows.iter().filter_map(|row| row.get("id"));
    let named: Vec<ItemKey> = ids
        .filter(|id| !id.starts_with(OWN) && !there_already.contains(id))
        .flat_map(|id| {
            let of = |entity| ItemKey { entity, key: id.to_owned() };
            [of(Entity::Statement), of(Entity::Recommendation)]
        })
        .collect();
    there.extend(store.items_named(viewer, &named).await?.into_iter().filter_map(|standing| standing.item));
    let by_key: HashMap<&str, &Item> = there
        .iter()
        .filter(|item| matches!(item, Item::Statement(_) | Item::Recommendation(_)))
        .map(|item| (item.id(), item))
        .collect();
    let mut said_here: HashMap<Said, Vec<&Item>> = HashMap::new();
    for item in &there {
        if let Some(said) = said(item) {
            said_here.entry(said).or_default().push(item);
        }
    }
    let before = rows.len();
    rows.retain(|row| {
        let same = said_by(row).and_then(|said| said_here.get(&said));
        row.get("id").is_some() || !same.is_some_and(|items| items.iter().any(|item| agrees(row, item)))
    });
    let same = before - rows.len();
    for row in &mut rows {
        // Columns that the file does not have leave what is there as it is.
        // A key of another server’s own may be one of this server’s, for something else.
        let id = row.get("id").filter(|id| !foreign || !id.starts_with(OWN));
        let Some(item) = id.and_then(|id| by_key.get(id)) else { continue };
        row.section = item.entity().as_str();
        for field in fields(item) {
            if !row.cells.iter().any(|(key, _)| key == field.key) && field.key != "id" {
                row.cells.push((field.key.to_owned(), words_of(&field.value)));
            }
        }
    }
    Ok(TableRows { rows, same, server })
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

/// What makes a statement of the same words another one.
const APART: [&str; 6] = ["date", "from", "to", "value", "unit", "basis"];

/// Whether an item says what a row of the same words does: of another date, or with another figure, it is another
/// statement.
fn agrees(row: &Row, item: &Item) -> bool {
    let known = fields(item);
    let same = |key: &str, value: &str| {
        known.iter().any(|field| field.key == key && words_of(&field.value) == value)
    };
    APART.iter().all(|key| row.get(key).is_none_or(|value| same(key, value)))
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
pub(super) async fn plan(
    store: &Store,
    viewer: &Viewer,
    given: &ImportFile,
    now: &str,
) -> Result<Plan, PlanError> {
    let (own, gone) = store.contents(viewer, viewer.is_public()).await?;
    let (mut contents, mut same) = read(store, viewer, given, &own, now).await?;
    let own: HashMap<ItemKey, Item> = own.into_iter().map(|item| (item.name(), item)).collect();
    let mut public: HashMap<ItemKey, Item> = HashMap::new();
    if !viewer.is_public() {
        // Keys in the form of servers' own are nobody else's: only the others are looked for.
        let retracted = contents.retracted.iter().map(|(name, _)| name.clone());
        let names = contents.items.iter().map(Item::name).chain(retracted);
        let names: Vec<ItemKey> =
            names.filter(|name| !name.key.starts_with(OWN) && !own.contains_key(name)).collect();
        let standing = store.items_named(viewer, &names).await?;
        public.extend(standing.into_iter().filter_map(|standing| Some((standing.name, standing.item?))));
        let foreign = is_foreign(contents.server, *viewer);
        if foreign {
            // What another server says that this one says too is not said twice.
            let said_here: HashSet<Said> = own.values().filter_map(said).collect();
            let before = contents.items.len();
            contents.items.retain(|item| said(item).is_none_or(|said| !said_here.contains(&said)));
            same += before - contents.items.len();
        }
        let used = own.keys().map(|name| name.key.clone()).collect();
        keys::own_keys(&mut contents.items, used, |item| {
            let name = item.name();
            match own.get(&name) {
                // A key of another server’s may be one of this server’s too, for something else.
                Some(here) => !foreign || here == item || public.contains_key(&name),
                None => name.key.starts_with(OWN) || public.contains_key(&name) || gone.contains(&name),
            }
        });
    }
    let mut plan = Plan { unchanged: same, own: own.len(), ..Plan::default() };
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
    let mut unknown = Vec::new();
    for (name, line) in contents.retracted {
        match own.get(&name).or_else(|| public.get(&name)) {
            Some(before) => {
                plan.before.push(Some(before.clone()));
                plan.edits.push(Edit::Retract(name));
            }
            None if gone.contains(&name) => plan.unchanged += 1,
            None => {
                let problem = BadContent::NothingToRetract { item: name.to_string() };
                unknown.push(RowFault { line, problem });
            }
        }
    }
    if unknown.is_empty() { Ok(plan) } else { Err(PlanError::Faults(unknown)) }
}
