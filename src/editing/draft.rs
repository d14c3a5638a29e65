//! Filling in a form: begun, submitted, perhaps sent back with what is wrong, and submitted again.
//! What was typed is kept until it is done.

use serde::{Deserialize, Serialize};

use super::flood::{self, LIMITS};
use super::form::{self, Form, REASON};
use super::{change, existing, faults, is_retracted, keys, known, merge, reason, refused};
use crate::access::Act;
use crate::action::Action;
use crate::answer::curation::{Done, FormTitle, Headline, Note, Report};
use crate::error::{BadChange, Error, Fault, Refusal};
use crate::files;
use crate::knowledge::fields::differences;
use crate::knowledge::{Entity, Item, ItemKey, Part};
use crate::store::change::{Change, ChangeError, Edit};
use crate::store::drafts::DraftKind;
use crate::store::proposals::{NewProposal, Proposed};
use crate::store::{Asker, Contributor, Store};

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// Changing knowledge at once; needs an editor.
    Change,
    /// Proposing a change; needs a contributor.
    Propose,
    /// Approving a proposal with changes, by its number; needs an editor.
    Approve(i64),
}

/// What is begun.
#[derive(Debug, Clone, Default)]
pub struct Begun<'a> {
    /// Fields that are filled in already.
    pub given: &'a [(String, String)],
    /// The message that it comes from.
    pub link: Option<String>,
}

/// A form that somebody fills in.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Draft {
    purpose: Purpose,
    entity: Entity,
    /// The item being edited; none for a new one.
    key: Option<String>,
    /// What it looked like when the form was opened, and the revision it stood at.
    before: Option<Item>,
    base: Option<i64>,
    link: Option<String>,
    values: Vec<(String, String)>,
}

/// What came of submitting a form.
#[derive(Debug, Clone)]
pub enum Submitted {
    /// It is done.
    Done(Report),
    /// It is not done; the form can be opened again with what was typed.
    Back(Refusal, i64),
    /// Somebody else was first: what they made of it, beside what was typed.
    Overtaken(Report),
}

/// How often a change is tried again on top of one that somebody else made at the same moment.
pub(super) const TRIES: usize = 20;

impl Draft {
    fn form(&self, id: i64) -> Form {
        let title = match (self.purpose, &self.key) {
            (Purpose::Propose, _) => FormTitle::Propose(self.entity),
            (Purpose::Approve(number), _) => FormTitle::Proposal(number, self.entity),
            (Purpose::Change, None) => FormTitle::Add(self.entity),
            (Purpose::Change, Some(key)) => {
                FormTitle::Edit(ItemKey { entity: self.entity, key: key.clone() })
            }
        };
        form::form(id, title, self.entity, &self.values)
    }
}

pub(super) async fn right(
    store: &Store,
    asker: &Asker,
    purpose: Purpose,
    now: &str,
) -> Result<Contributor, Error> {
    match purpose {
        // Proposals wait for the editors of a server; the public knowledge has none but its owners, who change it at once.
        Purpose::Propose if asker.guild.is_none() => Err(BadChange::NoServer.into()),
        Purpose::Propose => store.contributor(asker, Act::Propose, now).await,
        Purpose::Change | Purpose::Approve(_) => Ok((&store.editor(asker, Act::Edit, now).await?).into()),
    }
}

/// Opens a form for a new item.
///
/// # Errors
/// A refusal where the asker may not, a fault of the database.
pub async fn begin(
    store: &Store,
    asker: &Asker,
    purpose: Purpose,
    entity: Entity,
    begun: Begun<'_>,
    now: &str,
) -> Result<Form, Error> {
    let by = right(store, asker, purpose, now).await?;
    if purpose == Purpose::Propose {
        flood::check(store, asker, &by, now).await?;
    }
    let values = form::new_values(entity, begun.given);
    let draft = Draft { purpose, entity, key: None, before: None, base: None, link: begun.link, values };
    open(store, &by, draft, now).await
}

/// Opens a form for an item that is there.
///
/// # Errors
/// A refusal where there is no such item or the asker may not, a fault of the database.
pub async fn begin_edit(
    store: &Store,
    asker: &Asker,
    purpose: Purpose,
    key: &str,
    now: &str,
) -> Result<Form, Error> {
    let by = right(store, asker, purpose, now).await?;
    if purpose == Purpose::Propose {
        flood::check(store, asker, &by, now).await?;
    }
    let standing = existing(store, &by.viewer(), key).await?;
    let Some(item) = standing.item else { return Err(is_retracted(&standing.name).into()) };
    let draft = Draft {
        purpose,
        entity: item.entity(),
        key: Some(standing.name.key),
        values: form::values_of(&item)?,
        before: Some(item),
        base: Some(standing.revision),
        link: None,
    };
    open(store, &by, draft, now).await
}

/// Opens a form for a proposal that an editor approves with changes.
pub(super) async fn begin_approval(
    store: &Store,
    by: &Contributor,
    number: i64,
    item: Item,
    base: Option<(i64, Option<Item>)>,
    now: &str,
) -> Result<Form, Error> {
    let mut values = form::values_of(&item)?;
    if let Some((_, value)) = values.iter_mut().find(|(key, _)| key == REASON) {
        *value = format!("proposal #{number}");
    }
    let (base, before) = base.map_or((None, None), |(revision, item)| (Some(revision), item));
    let purpose = Purpose::Approve(number);
    let draft = Draft {
        purpose,
        entity: item.entity(),
        key: Some(item.id().to_owned()),
        before,
        base,
        link: None,
        values,
    };
    open(store, by, draft, now).await
}

async fn open(store: &Store, by: &Contributor, draft: Draft, now: &str) -> Result<Form, Error> {
    let id = store.keep_form(by, &encoded(&draft)?, now).await?;
    Ok(draft.form(id))
}

fn encoded(draft: &Draft) -> Result<String, Fault> {
    serde_json::to_string(draft).map_err(|e| Fault::new("encoding a draft", e))
}

async fn find(store: &Store, asker: &Asker, id: i64, now: &str) -> Result<(Contributor, Draft), Error> {
    let by = store.contributor(asker, Act::Propose, now).await?;
    let gone = || Error::from(BadChange::FormGone);
    let body = store.draft(&by, DraftKind::Form, id).await?.ok_or_else(gone)?;
    let draft: Draft = serde_json::from_str(&body).map_err(|_| gone())?;
    Ok((by, draft))
}

/// Opens a form again with what was typed.
///
/// # Errors
/// A refusal where it is not there any more, a fault of the database.
pub async fn reopen(store: &Store, asker: &Asker, id: i64, now: &str) -> Result<Form, Error> {
    let (_, draft) = find(store, asker, id, now).await?;
    Ok(draft.form(id))
}

/// Drops what was begun.
///
/// # Errors
/// A refusal where the asker may not even propose, a fault of the database.
pub async fn cancel(store: &Store, asker: &Asker, id: i64, now: &str) -> Result<Report, Error> {
    let by = store.contributor(asker, Act::Propose, now).await?;
    let was_there = store.drop_draft(&by, id).await?;
    Ok(Report::new("change", if was_there { Headline::Cancelled } else { Headline::DoneBefore }))
}

/// Takes a form that was filled in.
///
/// # Errors
/// A refusal where the draft is gone or the asker may not (any more), a fault of the database.
pub async fn submit(
    store: &Store,
    asker: &Asker,
    id: i64,
    values: Vec<(String, String)>,
    now: &str,
) -> Result<Submitted, Error> {
    let (by, mut draft) = find(store, asker, id, now).await?;
    draft.values = values;
    if !store.update_draft(&by, id, &encoded(&draft)?, now).await? {
        return Err(BadChange::FormGone.into());
    }
    for _ in 0..TRIES {
        let (item, reason) = match read(store, &by, &draft, now).await {
            Ok(read) => read,
            Err(Error::Refused(refusal)) => return Ok(Submitted::Back(refusal, id)),
            Err(fault) => return Err(fault),
        };
        if draft.before.as_ref() == Some(&item) {
            return Ok(Submitted::Back(BadChange::NothingChanged.into(), id));
        }
        if draft.purpose == Purpose::Propose {
            return propose(store, asker, &draft, id, &item, &reason, now).await.map(Submitted::Done);
        }
        match make(store, asker, &draft, id, item.clone(), &reason, now).await? {
            Ok(report) => return Ok(Submitted::Done(report)),
            // The key that a new item was given is taken meanwhile: it gets the next.
            Err(ChangeError::Overtaken(_)) if draft.key.is_none() => {}
            Err(ChangeError::Overtaken(_)) => {
                let Some(merged) = merged(store, &by, &draft, &item).await? else {
                    return overtaken(store, &by, id, draft, &item, now).await;
                };
                draft = merged;
            }
            Err(ChangeError::Fault(fault)) => return Err(fault.into()),
            Err(other) => {
                return match refused(other) {
                    Error::Refused(refusal) => Ok(Submitted::Back(refusal, id)),
                    fault @ Error::Fault(_) => Err(fault),
                };
            }
        }
    }
    Ok(Submitted::Back(BadChange::Overtaken { items: Vec::new() }.into(), id))
}

/// What was typed on top of what somebody else made of the item meanwhile; nothing where both changed the same.
async fn merged(
    store: &Store,
    by: &Contributor,
    draft: &Draft,
    typed: &Item,
) -> Result<Option<Draft>, Fault> {
    let standing = store.item_named(&by.viewer(), &typed.name()).await?;
    let (Some(before), Some(standing)) = (&draft.before, standing) else { return Ok(None) };
    let Some(theirs) = standing.item else { return Ok(None) };
    let (Ok(old), Ok(new)) = (form::values_of(before), form::values_of(&theirs)) else { return Ok(None) };
    let Some(values) = merge::merge(&old, &draft.values, &new) else { return Ok(None) };
    Ok(Some(Draft { values, before: Some(theirs), base: Some(standing.revision), ..draft.clone() }))
}

/// Reads what was filled in by the rules of the knowledge files.
async fn read(store: &Store, by: &Contributor, draft: &Draft, now: &str) -> Result<(Item, String), Error> {
    let typed = draft.values.iter().find(|(key, _)| key == REASON).map_or("", |(_, value)| value.as_str());
    let reason = reason(typed)?;
    let viewer = by.viewer();
    let catalogue = store.catalogue(&viewer).await?;
    let mut row = form::row(draft.entity, draft.key.as_deref(), &draft.values)?;
    files::complete(&mut row, &files::Defaults::default(), &catalogue);
    if let Some(Item::Recommendation(advice)) = &draft.before {
        for (key, parts) in [("action", &advice.actions), ("impact", &advice.impacts)] {
            let texts = row.get(key).unwrap_or_default().to_owned();
            row.set(&format!("{key}_ids"), part_keys(&texts, parts));
        }
    }
    // A key that somebody chose is a server's own like any other.
    if let (None, Some(chosen), false) = (&draft.key, row.get("id"), viewer.is_public()) {
        let own = if chosen.starts_with(crate::knowledge::OWN) {
            chosen.to_owned()
        } else {
            format!("{}{chosen}", crate::knowledge::OWN)
        };
        row.set("id", own);
    }
    let chosen = draft.key.is_none() && row.get("id").is_some();
    let mut rows = [row];
    keys::assign(store, &viewer, &mut rows).await?;
    let wanted = files::statements_wanted(&rows);
    let known = known(store, &viewer, &catalogue, &wanted, now).await?;
    let contents = files::read_rows(&rows, &known).map_err(|found| faults(&found))?;
    let mut item = contents.items.into_iter().next().ok_or(BadChange::NothingFilledIn)?;
    if chosen && store.item_named(&viewer, &item.name()).await?.is_some() {
        return Err(BadChange::KeyTaken { key: item.id().to_owned() }.into());
    }
    if let Some(before) = &draft.before {
        keep_parts(&mut item, before);
    }
    Ok((item, reason))
}

/// The keys of parts after a form: a line that reads as before keeps its key; where as many lines are
/// left as parts, each is taken for the one in its place; others are new.
fn part_keys(texts: &str, parts: &[Part]) -> String {
    let lines: Vec<&str> = texts.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let unchanged = |line: &str| parts.iter().find(|part| part.text == line);
    let in_place = lines.len() == parts.len();
    let keys = lines.iter().enumerate().map(|(index, line)| match unchanged(line) {
        Some(part) => part.id.as_str(),
        None => match parts.get(index).filter(|part| in_place && !lines.contains(&part.text.as_str())) {
            Some(part) => &part.id,
            None => files::NO_KEY,
        },
    });
    keys.collect::<Vec<_>>().join("; ")
}

/// Gives the parts of a recommendation back what a form and a spreadsheet do not show of them.
pub(super) fn keep_parts(item: &mut Item, before: &Item) {
    let (Item::Recommendation(advice), Item::Recommendation(before)) = (item, before) else { return };
    for part in advice.focus.iter_mut().chain(&mut advice.actions).chain(&mut advice.impacts) {
        if let Some(known) = before.parts().find(|known| known.id == part.id) {
            part.locator.clone_from(&known.locator);
            part.partners.clone_from(&known.partners);
            part.repeats.clone_from(&known.repeats);
        }
    }
}

async fn propose(
    store: &Store,
    asker: &Asker,
    draft: &Draft,
    id: i64,
    item: &Item,
    reason: &str,
    now: &str,
) -> Result<Report, Error> {
    let contributor = store.contributor(asker, Act::Propose, now).await?;
    if asker.too_young {
        return Err(BadChange::AccountTooNew.into());
    }
    let link = draft.link.as_deref();
    let new = NewProposal {
        item,
        base: draft.base,
        reason,
        link,
        made_at: now,
        draft: Some(id),
        challenged_in: None,
    };
    let number = match store.propose(&contributor, &new, &LIMITS, flood::today(now)).await? {
        Proposed::Waits(number) => number,
        over => return Err(flood::too_many(over).into()),
    };
    Ok(Report {
        items: vec![(item.name(), differences(draft.before.as_ref(), Some(item)))],
        notes: vec![Note::Reason(reason.to_owned()), Note::WaitsForEditor],
        ..Report::new("proposal", Headline::Proposal { number, item: item.name() })
    })
}

/// Makes the change that a form asks for.
async fn make(
    store: &Store,
    asker: &Asker,
    draft: &Draft,
    id: i64,
    item: Item,
    reason: &str,
    now: &str,
) -> Result<Result<Report, ChangeError>, Error> {
    let editor = store.editor(asker, Act::Edit, now).await?;
    let based_on = [(item.name(), draft.base)];
    let edits = [Edit::Put(Box::new(item))];
    let made = Change { based_on: &based_on, draft: Some(id), ..Change::new(&edits, reason, now) };
    let before = [draft.before.clone()];
    if let Purpose::Approve(number) = draft.purpose {
        return super::review::approve_as(store, &editor, number, &made, &before, now).await;
    }
    let done = if draft.key.is_some() { Done::Changed } else { Done::Added };
    Ok(change(store, &editor, &made, &before, done).await)
}

/// Somebody was first: shows what they made of the item beside what was typed, and lets the form be
/// opened again on top of theirs.
async fn overtaken(
    store: &Store,
    by: &Contributor,
    id: i64,
    mut draft: Draft,
    typed: &Item,
    now: &str,
) -> Result<Submitted, Error> {
    let name: ItemKey = typed.name();
    let standing = store.item_named(&by.viewer(), &name).await?;
    let theirs = standing.as_ref().and_then(|standing| standing.item.clone());
    draft.base = standing.map(|standing| standing.revision);
    draft.before.clone_from(&theirs);
    store.update_draft(by, id, &encoded(&draft)?, now).await?;
    Ok(Submitted::Overtaken(Report {
        items: vec![(name.clone(), differences(theirs.as_ref(), Some(typed)))],
        notes: vec![Note::TwoVersions],
        follow: vec![Action::Form(id), Action::Cancel(id)],
        ..Report::new("conflict", Headline::ChangedMeanwhile { item: name })
    }))
}
