//! Undo: a change set more, which takes each item back to what it was before the one undone.

use super::{reason, refused, report};
use crate::access::Act;
use crate::action::Action;
use crate::answer::curation::{Done, Headline, Note, Report};
use crate::error::{BadChange, Error};
use crate::knowledge::Item;
use crate::store::change::{Change, ChangeError, Edit};
use crate::store::history::SetEdit;
use crate::store::{Asker, Store};

/// What takes an item back to what it was before an edit.
fn back(edit: &SetEdit) -> Edit {
    match &edit.before {
        Some((_, Some(item))) => Edit::Put(Box::new(item.clone())),
        Some((action, None)) if action == "retract" => Edit::Retract(edit.name.clone()),
        _ => Edit::Revert(edit.name.clone()),
    }
}

/// Undoes a change set of the asker's server; with `rest`, only those of its edits that nothing was
/// built on. Own sets need an editor, those of others a curator.
///
/// # Errors
/// A refusal where the asker may not or there is no such set, a fault of the database. Where later
/// sets built on it, a report names them and nothing has changed.
pub async fn undo(
    store: &Store,
    asker: &Asker,
    number: i64,
    rest: bool,
    why: &str,
    now: &str,
) -> Result<Report, Error> {
    let editor = store.editor(asker, Act::Undo, now).await?;
    let viewer = editor.viewer();
    let Some(set) = store.change_set(&viewer, number).await? else {
        return Err(BadChange::UnknownChange { number }.into());
    };
    if set.author != editor.author() {
        store.curator(asker, Act::UndoOthers, now).await?;
    }
    if let (Some((by, who)), false) = (&set.undone_by, rest) {
        return Err(BadChange::UndoneAlready { number, by: *by, who: who.clone() }.into());
    }
    let (built_on, free): (Vec<SetEdit>, Vec<SetEdit>) =
        set.edits.into_iter().partition(|edit| !edit.later.is_empty());
    if !built_on.is_empty() && (!rest || free.is_empty()) {
        return Ok(conflict(number, &built_on, free.len()));
    }
    if free.is_empty() {
        return Err(BadChange::NothingToUndo { number }.into());
    }
    let why =
        if why.trim().is_empty() { format!("undo of #{number}: {}", set.reason) } else { why.to_owned() };
    let why: String = why.chars().take(super::LONGEST_REASON).collect();
    let why = reason(&why)?;
    // What came last is taken back first: a statement before the source that it rests on.
    let edits: Vec<Edit> = free.iter().rev().map(back).collect();
    let before: Vec<Option<Item>> = free.iter().rev().map(|edit| edit.item.clone()).collect();
    let mut based_on = Vec::with_capacity(free.len());
    for edit in &free {
        // After a revert the item stands at the public revision, if at any.
        let base = match edit.action.as_str() {
            "revert" => store.standing(&editor, &edit.name).await?,
            _ => Some(edit.revision),
        };
        based_on.push((edit.name.clone(), base));
    }
    let change = Change { based_on: &based_on, undoes: Some(number), ..Change::new(&edits, &why, now) };
    match store.change(&editor, &change, &|_| ()).await {
        Ok(made) => Ok(report(made, &change, &before, Done::Undone)),
        Err(error @ ChangeError::Overtaken(_)) => {
            // Of two who undo one set at once, the second is told of the first.
            let set = store.change_set(&viewer, number).await?;
            Err(match set.and_then(|set| set.undone_by).filter(|_| !rest) {
                Some((by, who)) => BadChange::UndoneAlready { number, by, who }.into(),
                None => refused(error),
            })
        }
        Err(error) => Err(refused(error)),
    }
}

/// Later change sets stand on what should be undone: which, and what can be done.
fn conflict(number: i64, built_on: &[SetEdit], free: usize) -> Report {
    let mut later: Vec<i64> = built_on.iter().flat_map(|edit| edit.later.iter().copied()).collect();
    later.sort_unstable();
    later.dedup();
    let items = built_on.iter().take(5).map(|edit| edit.name.clone()).collect();
    let mut notes =
        vec![Note::LaterChanges { changes: later.clone(), items, more: built_on.len().saturating_sub(5) }];
    let mut follow: Vec<Action> = later.iter().rev().take(3).map(|number| Action::Undo(*number)).collect();
    if free > 0 {
        notes.push(Note::FreeEdits(free));
        follow.push(Action::UndoRest(number));
    }
    Report { notes, follow, ..Report::new("conflict", Headline::NotUndone { number }) }
}
