//! What is known of knowledge's own life: an item and its revisions, change sets, the audit.

use crate::answer::curation::{Audit, Follow, History, Powers, Report, Revised, Set, Shown};
use crate::knowledge::Item;
use crate::knowledge::fields::{differences, fields, words_of};
use crate::store::access::{AccessLevel, Because};
use crate::store::history::{RevisionLine, SetLine};
use crate::store::items::Standing;
use crate::store::people::AuditLine;
use crate::store::proposals::Proposal;
use crate::store::world::Evidence;

/// How many revisions of an item are shown.
pub(super) const MOST_REVISIONS: i64 = 50;
/// How many change sets, or lines of the audit, one answer holds.
pub(super) const MOST_SETS: i64 = 200;

pub(super) fn shown(
    standing: Standing,
    revisions: &[RevisionLine],
    evidence: Vec<Evidence>,
    is_public: bool,
) -> Shown {
    let state = match (&standing.item, standing.public) {
        (None, _) => "retracted here",
        (Some(_), true) => "public",
        (Some(_), false) if is_public => "public",
        (Some(_), false) if revisions.iter().any(|revision| revision.public) => {
            "this server’s own version of a public item"
        }
        (Some(_), false) => "this server’s own",
    };
    let values = standing.item.as_ref().map(fields).unwrap_or_default();
    let fields = values.iter().map(|field| (field.key, words_of(&field.value))).collect();
    // A revision is compared with the one before it: of its own scope, or the public one it began from.
    let history = revisions
        .iter()
        .enumerate()
        .map(|(index, revision)| {
            let earlier = &revisions[index + 1..];
            let before: Option<&Item> = earlier.first().and_then(|before| before.item.as_ref());
            revised(revision, before)
        })
        .collect();
    let evidence = evidence.into_iter().map(|one| (one.bearing, one.cited)).collect();
    Shown { name: standing.name, state, fields, evidence, history }
}

fn revised(revision: &RevisionLine, before: Option<&Item>) -> Revised {
    let action = match (revision.action.as_str(), &revision.item, before) {
        ("retract", ..) => "retracted",
        ("revert", ..) => "back to the public version",
        (_, _, None) => "added",
        _ => "changed",
    };
    // What was added whole is shown whole above, or by the changes that came after it.
    let changes = match (&revision.item, before) {
        (Some(after), Some(before)) => differences(Some(before), Some(after)),
        _ => Vec::new(),
    };
    Revised { set: set(revision), action, changes }
}

fn set(revision: &RevisionLine) -> Set {
    Set {
        number: revision.set,
        public: revision.public,
        author: revision.author.clone(),
        made_at: revision.made_at.clone(),
        reason: revision.reason.clone(),
    }
}

pub(super) fn history(about: String, lines: Vec<SetLine>) -> History {
    let cut = i64::try_from(lines.len()).is_ok_and(|length| length >= MOST_SETS);
    let sets = lines
        .into_iter()
        .map(|line| {
            let mut edits = line.first;
            let more = line.edits - i64::try_from(edits.len()).unwrap_or(0);
            if more > 0 {
                edits.push(format!("{more} more"));
            }
            if let Some(undone) = line.undoes {
                edits.insert(0, format!("undo of #{undone}"));
            }
            let SetLine { number, public, author, made_at, reason, .. } = line;
            (Set { number, public, author, made_at, reason }, edits)
        })
        .collect();
    History { about, sets, cut }
}

pub(super) fn audit(lines: Vec<AuditLine>) -> Audit {
    let cut = i64::try_from(lines.len()).is_ok_and(|length| length >= MOST_SETS);
    let lines = lines.into_iter().map(|line| [line.made_at, line.author, line.action, line.detail]).collect();
    Audit { lines, cut }
}

pub(super) fn powers(level: AccessLevel, because: Because) -> Powers {
    Powers {
        level: level.as_str(),
        meaning: level.meaning(),
        because: match because {
            Because::Everyone => "everyone here has it unless something else is granted",
            Because::Granted => "it was granted to you or to a role of yours",
            Because::Manages => "Discord lets you manage this server",
            Because::Owner => "you are an owner of the bot, and this is the public knowledge",
            Because::NoServer => "this is no server, and the public knowledge is changed by files alone",
        },
        levels: AccessLevel::ALL.iter().map(|level| (level.as_str(), level.meaning())).collect(),
    }
}

/// A proposal with what would change, beside the item as it stands now.
pub(super) fn review(proposal: &Proposal, standing: Option<&Standing>) -> Report {
    let number = proposal.number;
    let name = proposal.item.name();
    let mut notes = vec![format!(
        "By {} on {}. Reason: {}",
        proposal.author_name,
        proposal.made_at.get(..10).unwrap_or(&proposal.made_at),
        proposal.reason
    )];
    if let Item::Source(source) = &proposal.item
        && source.url.as_deref().is_some_and(|url| url.contains("xn--"))
    {
        notes.push("Its address is written in letters of another script; look at it twice.".to_owned());
    }
    let mut follow = Vec::new();
    if proposal.status == "open" {
        if standing.map(|standing| standing.revision) != proposal.base {
            notes.push(
                "The item has changed since this was proposed; “before” is how it reads now.".to_owned(),
            );
        }
        follow = vec![Follow::Approve(number), Follow::EditProposal(number), Follow::Reject(number)];
        if proposal.open > 1 {
            notes.push(format!("{} proposals wait.", proposal.open));
            follow.extend([Follow::NextProposal(number), Follow::RejectAll(number)]);
        }
    } else {
        let by = proposal.decided_by.as_deref().unwrap_or("somebody");
        let verdict = proposal.verdict.as_deref().filter(|verdict| !verdict.is_empty());
        let why = verdict.map_or(String::new(), |verdict| format!(": {verdict}"));
        notes.push(format!("It was {} by {by}{why}.", proposal.status));
    }
    follow.extend(proposal.link.clone().map(Follow::Message));
    let before = standing.and_then(|standing| standing.item.as_ref());
    Report {
        kind: "review",
        title: format!("Proposal #{number}: {name}"),
        items: vec![(name, differences(before, Some(&proposal.item)))],
        notes,
        follow,
        ..Report::default()
    }
}

/// That no proposals wait, or no more after one.
pub(super) fn nothing_waits(after: i64) -> Report {
    let title = if after > 0 { "No more proposals wait" } else { "No proposals wait" };
    Report { kind: "review", title: title.to_owned(), ..Report::default() }
}
