//! Editing: how knowledge changes in people's hands. Everything ends in one change set with an
//! author and a reason, or in a proposal of one; nothing is half done.
//!
//! A right (to propose, edit, curate) is minted by the store at the moment of each act, never
//! before; what somebody has begun is kept as a draft, so that nothing typed is lost.

pub mod access;
mod direct;
mod draft;
mod export;
mod form;
mod import;
mod keys;
mod personal;
mod plan;
mod review;
mod undo;

use crate::answer::curation::{Follow, Report};
use crate::error::{Error, Fault, Refusal};
use crate::files::{Known, RowFault};
use crate::knowledge::fields::differences;
use crate::knowledge::text::clean_lines;
use crate::knowledge::{Catalogue, Item, ItemKey, PartialDate};
use crate::request::no_such_item;
use crate::store::change::{Change, ChangeError, ChangeSet, Edit};
use crate::store::{Editor, Store, Viewer};

pub use self::direct::{add_word, link, rank, restore, retract};
pub use self::draft::{Begun, Purpose, Submitted, begin, begin_edit, cancel, reopen, submit};
pub use self::export::{Exported, export};
pub use self::form::{Form, Input};
pub use self::import::{Apply, Given, MOST_BYTES, apply, difference, import_at_once, preview};
pub use self::personal::{erase_me, export_me, forget_server, forget_server_warning};
pub use self::review::{approve, edit as edit_proposal, reject, reject_all};
pub use self::undo::undo;
pub use crate::files::Defaults;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 300;

/// A reason as it is kept.
///
/// # Errors
/// A refusal where there is none.
fn reason(text: &str) -> Result<String, Refusal> {
    let reason = clean_lines(text).join(" · ");
    if reason.is_empty() {
        return Err(Refusal::new("Give a reason: it stands in the history for those who come after."));
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(Refusal::new(format!(
            "The reason has more than {LONGEST_REASON} characters; make it shorter."
        )));
    }
    Ok(reason)
}

/// The day of a time in RFC 3339.
fn day(now: &str) -> Option<PartialDate> {
    now.get(..10).and_then(|day| day.parse().ok())
}

/// What a viewer's files may refer to besides themselves.
async fn known<'a>(
    store: &Store,
    viewer: &Viewer,
    catalogue: &'a Catalogue,
    wanted: &[String],
    now: &str,
) -> Result<Known<'a>, Fault> {
    Ok(Known {
        catalogue: Some(catalogue),
        sources: store.source_keys(viewer).await?,
        statements: store.known_statements(viewer, wanted).await?,
        today: day(now),
        ..Known::default()
    })
}

/// Faults as one refusal: the first few, and how many there are.
fn faults(what: &str, faults: &[RowFault]) -> Refusal {
    const SHOWN: usize = 3;
    let shown: Vec<String> = faults.iter().take(SHOWN).map(ToString::to_string).collect();
    let more = match faults.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    Refusal::new(format!("{what}: {}{more}.", shown.join(" — ")))
}

/// A refusal of a change in a sentence, where nobody's work is in the way of it.
fn refused(error: ChangeError) -> Error {
    match error {
        ChangeError::Fault(fault) => fault.into(),
        ChangeError::Overtaken(items) => {
            let names: Vec<String> = items.iter().map(ToString::to_string).collect();
            // An import is overtaken by any change, whichever item it is about.
            let what = if names.is_empty() { "the knowledge".to_owned() } else { names.join(", ") };
            Refusal::new(format!(
                "Somebody changed {what} at this very moment; look at it again and repeat what you did."
            ))
            .into()
        }
        ChangeError::Dangling(broken) => {
            let broken: Vec<String> = broken
                .iter()
                .map(|broken| {
                    format!("{} rests on {}, which would not be there", broken.item, broken.missing)
                })
                .collect();
            Refusal::new(format!("Not done: {}; change the one before the other.", broken.join("; "))).into()
        }
    }
}

/// Makes a change of few items and reports it.
async fn change(
    store: &Store,
    editor: &Editor,
    change: &Change<'_>,
    before: &[Option<Item>],
    verb: &str,
) -> Result<Report, ChangeError> {
    let set = store.change(editor, change, &|_| ()).await?;
    Ok(report(set, change, before, verb))
}

/// What a change set did, field by field.
fn report(set: ChangeSet, change: &Change<'_>, before: &[Option<Item>], verb: &str) -> Report {
    let mut items = Vec::new();
    for (index, edit) in change.edits.iter().take(plan::SHOWN).enumerate() {
        let after = match edit {
            Edit::Put(item) => Some(&**item),
            _ => None,
        };
        let before = before.get(index).and_then(Option::as_ref);
        items.push((edit.name(), differences(before, after)));
    }
    let title = match items.as_slice() {
        [(name, _)] => format!("Change #{}: {verb} {name}", set.number),
        _ => format!("Change #{}: {verb} {} items", set.number, set.edits),
    };
    let mut notes = vec![format!("Reason: {}", change.reason)];
    if set.edits > items.len() {
        notes.push(format!("The first {} of {} are shown.", items.len(), set.edits));
    }
    let mut follow = vec![Follow::Undo(set.number)];
    if let [(name, _)] = items.as_slice() {
        follow.push(Follow::Show(name.key.clone()));
    }
    Report { kind: "change", title, items, notes, follow, file: None }
}

/// The item that a key names, as a viewer sees it.
///
/// # Errors
/// A refusal where there is none; one of another server is none.
async fn existing(store: &Store, viewer: &Viewer, key: &str) -> Result<crate::store::items::Standing, Error> {
    store.item(viewer, key.trim()).await?.ok_or_else(|| no_such_item(key).into())
}

/// The refusal for an item that is retracted already.
fn is_retracted(name: &ItemKey) -> Refusal {
    Refusal::new(format!("{name} is retracted; /knowledge restore brings it back."))
}
