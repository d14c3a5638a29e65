//! Editing: how knowledge changes in people's hands. Everything ends in one change set with an
//! author and a reason, or in a proposal of one; nothing is half done.
//!
//! A right (to propose, edit, curate) is minted by the store at the moment of each act, never
//! before; what somebody has begun is kept as a draft, so that nothing typed is lost.

pub mod access;
mod direct;
mod draft;
mod export;
mod flood;
mod form;
mod import;
mod keys;
mod merge;
mod personal;
mod plan;
mod review;
mod undo;

use crate::action::Action;
use crate::answer::curation::{Done, Headline, Note, Report};
use crate::error::{BadChange, BadQuestion, BadUse, Error, Fault, Refusal, RowFault};
use crate::files::Known;
use crate::knowledge::fields::differences;
use crate::knowledge::text::{clean_lines, key_of};
use crate::knowledge::{Catalogue, Item, ItemKey, PartialDate};
use crate::store::change::{Change, ChangeError, ChangeSet, Edit};
use crate::store::{Editor, Store, Viewer};

pub use self::direct::{add_word, link, rank, restore, retract};
pub use self::draft::{Begun, Purpose, Submitted, begin, begin_edit, cancel, reopen, submit};
pub use self::export::{Exported, export};
pub use self::flood::propose;
pub use self::form::{Form, Input};
pub use self::import::{Apply, ImportFile, MOST_BYTES, apply, difference, import_at_once, preview};
pub use self::personal::{erase_me, export_me, forget_server, forget_server_warning, forget_server_words};
pub use self::review::{Many, approve, edit as edit_proposal, reject, reject_all, reject_many};
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
        return Err(BadChange::NoReason.into());
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(BadChange::LongReason { most: LONGEST_REASON }.into());
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
fn faults(faults: &[RowFault]) -> Refusal {
    const SHOWN: usize = 3;
    BadChange::Faulty {
        faults: faults.iter().take(SHOWN).cloned().collect(),
        more: faults.len().saturating_sub(SHOWN),
    }
    .into()
}

/// A refusal of a change in a sentence, where nobody's work is in the way of it.
fn refused(error: ChangeError) -> Error {
    match error {
        ChangeError::Fault(fault) => fault.into(),
        ChangeError::DoneBefore => BadUse::DoneBefore.into(),
        // An import is overtaken by any change, whichever item it is about.
        ChangeError::Overtaken(items) => BadChange::Overtaken { items }.into(),
        ChangeError::Dangling(broken) => {
            let broken =
                broken.into_iter().map(|broken| (broken.item.to_string(), broken.missing.to_string()));
            BadChange::Dangling { broken: broken.collect() }.into()
        }
    }
}

/// Makes a change of few items and reports it.
async fn change(
    store: &Store,
    editor: &Editor,
    change: &Change<'_>,
    before: &[Option<Item>],
    done: Done,
) -> Result<Report, ChangeError> {
    let set = store.change(editor, change, &|_| ()).await?;
    Ok(report(set, change, before, done))
}

/// What a change set did, field by field.
fn report(set: ChangeSet, change: &Change<'_>, before: &[Option<Item>], done: Done) -> Report {
    let mut items = Vec::new();
    for (index, edit) in change.edits.iter().take(plan::SHOWN).enumerate() {
        let after = match edit {
            Edit::Put(item) => Some(&**item),
            _ => None,
        };
        let before = before.get(index).and_then(Option::as_ref);
        items.push((edit.name(), differences(before, after)));
    }
    let only = match items.as_slice() {
        [(name, _)] => Some(name.clone()),
        _ => None,
    };
    let headline = Headline::Changed { number: set.number, done, items: set.edits, only };
    let mut notes = vec![Note::Reason(change.reason.to_owned())];
    if set.edits > items.len() {
        notes.push(Note::OnlyFirstShown { shown: items.len(), of: set.edits });
    }
    let mut follow = vec![Action::Undo(set.number)];
    if let [(name, _)] = items.as_slice() {
        follow.push(Action::Show(name.key.clone()));
    }
    Report { items, notes, follow, ..Report::new("change", headline) }
}

/// The item that a key names, as a viewer sees it.
///
/// # Errors
/// A refusal where there is none; one of another server is none.
async fn existing(
    store: &Store,
    viewer: &Viewer,
    key: &str,
) -> Result<crate::store::items::StoredItem, Error> {
    if crate::knowledge::fold::fold(key).is_empty() {
        return Err(BadQuestion::NoItemNamed { example: "/knowledge show art-028" }.into());
    }
    store
        .item(viewer, key_of(key))
        .await?
        .ok_or_else(|| BadQuestion::UnknownItem { typed: key.to_owned(), near: None }.into())
}

/// The refusal for an item that is retracted already.
fn is_retracted(name: &ItemKey) -> Refusal {
    BadChange::Retracted { item: name.clone() }.into()
}
