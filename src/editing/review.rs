//! Reviewing proposals: one at a time, with what would change, field by field.

use super::{Form, draft, reason, refused, report};
use crate::access::Act;
use crate::action::Action;
use crate::answer::curation::{Done, Headline, Note, Report};
use crate::error::{BadChange, BadQuestion, Error};
use crate::knowledge::person::person;
use crate::knowledge::{Item, ItemKey, PartialDate};
use crate::store::change::{Change, ChangeError, Edit};
use crate::store::proposals::{Decided, Proposal, Waiting};
use crate::store::{Asker, Editor, Store};

/// How long somebody counts as an editor after having edited, in days.
const EDITOR_FOR: i64 = 90;

async fn find(store: &Store, editor: &Editor, number: i64) -> Result<Proposal, Error> {
    let found = store.proposal(editor, Some(number), 0).await?;
    found.ok_or_else(|| BadQuestion::UnknownProposal { number }.into())
}

/// What the proposal is about as it stands now: the item, and its revision.
async fn present(
    store: &Store,
    editor: &Editor,
    name: &ItemKey,
) -> Result<Option<(i64, Option<Item>)>, Error> {
    Ok(store.item_named(&editor.viewer(), name).await?.map(|standing| (standing.revision, standing.item)))
}

/// Refuses to let somebody approve their own proposal while there are other editors.
async fn four_eyes(store: &Store, editor: &Editor, proposal: &Proposal, now: &str) -> Result<(), Error> {
    if proposal.author != editor.author() {
        return Ok(());
    }
    let since = crate::knowledge::period::days_before(now, EDITOR_FOR);
    if store.has_other_editors(editor, &since).await? {
        return Err(BadChange::OwnProposal.into());
    }
    Ok(())
}

/// Approves a proposal as it is.
///
/// # Errors
/// A refusal where the asker may not, somebody decided it before, or it cannot be applied; a fault.
pub async fn approve(store: &Store, asker: &Asker, number: i64, now: &str) -> Result<Report, Error> {
    let editor = store.editor(asker, Act::Approve, now).await?;
    let proposal = find(store, &editor, number).await?;
    let name = proposal.item.name();
    let standing = present(store, &editor, &name).await?;
    let (revision, before) = standing.map_or((None, None), |(revision, item)| (Some(revision), item));
    // What was proposed of an older version is approved by sight, in the form that shows both.
    if proposal.status == "open" && revision != proposal.base {
        return Err(BadChange::ProposalOutdated.into());
    }
    // What is said in a discussion is seen there and by editors, not by everybody who reads history.
    let why = if proposal.is_challenge {
        format!("proposal #{number}, from a discussion")
    } else {
        format!("proposal #{number}: {}", proposal.reason)
    };
    let why: String = why.chars().take(super::LONGEST_REASON).collect();
    let edits = [Edit::Put(Box::new(proposal.item))];
    let based_on = [(name, revision)];
    let change = Change { based_on: &based_on, ..Change::new(&edits, &why, now) };
    approve_as(store, &editor, number, &change, &[before], now).await?.map_err(refused)
}

/// Approves a proposal with this change.
pub(super) async fn approve_as(
    store: &Store,
    editor: &Editor,
    number: i64,
    change: &Change<'_>,
    before: &[Option<Item>],
    now: &str,
) -> Result<Result<Report, ChangeError>, Error> {
    let proposal = find(store, editor, number).await?;
    four_eyes(store, editor, &proposal, now).await?;
    let set = match store.decide(editor, number, Some(change), "", now).await {
        Ok(Decided::Approved(set)) => set,
        Ok(decided) => return Err(already(number, decided).into()),
        Err(error) => return Ok(Err(error)),
    };
    let mut done = report(set, change, before, Done::Approved);
    done.follow.push(Action::NextProposal(number));
    Ok(Ok(done))
}

fn already(number: i64, decided: Decided) -> BadChange {
    match decided {
        Decided::Already(by, how) => BadChange::Decided { number, how: Some(how), by: Some(by) },
        _ => BadChange::Decided { number, how: None, by: None },
    }
}

/// Opens a proposal as a form, to approve it with changes.
///
/// # Errors
/// A refusal where the asker may not or it is decided, a fault of the database.
pub async fn edit(store: &Store, asker: &Asker, number: i64, now: &str) -> Result<Form, Error> {
    let editor = store.editor(asker, Act::Approve, now).await?;
    let proposal = find(store, &editor, number).await?;
    if proposal.status != "open" {
        return Err(BadChange::Decided { number, how: Some(proposal.status), by: None }.into());
    }
    four_eyes(store, &editor, &proposal, now).await?;
    let base = present(store, &editor, &proposal.item.name()).await?;
    draft::begin_approval(store, &(&editor).into(), number, proposal.item, base, now).await
}

/// Rejects a proposal.
///
/// # Errors
/// A refusal where the asker may not or it is decided, a fault of the database.
pub async fn reject(
    store: &Store,
    asker: &Asker,
    number: i64,
    why: &str,
    now: &str,
) -> Result<Report, Error> {
    let editor = store.editor(asker, Act::Reject, now).await?;
    find(store, &editor, number).await?;
    let why = reason(why)?;
    match store.decide(&editor, number, None, &why, now).await.map_err(refused)? {
        Decided::Rejected => {}
        decided => return Err(already(number, decided).into()),
    }
    Ok(rejected(number, Headline::Rejected { number }, why))
}

/// Rejects every open proposal of the one who made this one.
///
/// # Errors
/// A refusal where the asker may not, a fault of the database.
pub async fn reject_all(
    store: &Store,
    asker: &Asker,
    number: i64,
    why: &str,
    now: &str,
) -> Result<Report, Error> {
    let editor = store.editor(asker, Act::Reject, now).await?;
    let proposal = find(store, &editor, number).await?;
    let why = reason(why)?;
    let authors = [proposal.author];
    let waiting = Waiting { since: "", until: None, authors: &authors };
    let many = store.reject_waiting(&editor, &waiting, &why, now).await?;
    let headline = Headline::RejectedAll { proposals: many, author: proposal.author_name };
    Ok(rejected(number, headline, why))
}

/// Which proposals are rejected at once.
#[derive(Debug, Clone, Copy)]
pub struct Many<'a> {
    /// Those made from this day or time on.
    pub since: &'a str,
    /// Those made up to this day or time.
    pub until: Option<&'a str>,
    /// Those of these people, as mentions or ids; of everybody where there is none.
    pub users: &'a str,
}

/// Rejects every open proposal that was made in a time, by certain people or by anybody.
///
/// # Errors
/// A refusal where the asker may not or what is given is no time or no person, a fault of the database.
pub async fn reject_many(
    store: &Store,
    asker: &Asker,
    which: Many<'_>,
    why: &str,
    now: &str,
) -> Result<Report, Error> {
    let editor = store.editor(asker, Act::Reject, now).await?;
    let since = moment("since", which.since)?;
    let until = which.until.map(|until| moment("until", until)).transpose()?;
    let mut users = Vec::new();
    for word in which.users.split([' ', ',', ';']).filter(|word| !word.is_empty()) {
        users.push(person(word).ok_or(BadQuestion::NotAPerson { option: "users" })?);
    }
    let why = reason(why)?;
    let waiting = Waiting { since: &since, until: until.as_deref(), authors: &users };
    let many = store.reject_waiting(&editor, &waiting, &why, now).await?;
    Ok(rejected(0, Headline::RejectedMany { proposals: many }, why))
}

/// A day, or a day and a time in UTC, as times are compared: as text.
fn moment(option: &str, typed: &str) -> Result<String, Error> {
    let typed = typed.trim();
    let (day, time) = typed.split_once(['T', ' ']).unwrap_or((typed, ""));
    let is_day = day.len() == 10 && day.parse::<PartialDate>().is_ok();
    let clock = time.trim_end_matches('Z');
    let parts: Vec<&str> = clock.split(':').collect();
    let is_clock = clock.is_empty()
        || (2..=3).contains(&parts.len())
            && parts.iter().all(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()));
    if is_day && is_clock {
        return Ok(if clock.is_empty() { day.to_owned() } else { format!("{day}T{clock}") });
    }
    Err(BadQuestion::NotADate { option: option.to_owned(), typed: typed.to_owned() }.into())
}

fn rejected(number: i64, headline: Headline, why: String) -> Report {
    Report {
        notes: vec![Note::Reason(why)],
        follow: vec![Action::NextProposal(number)],
        ..Report::new("review", headline)
    }
}
