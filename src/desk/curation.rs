//! What is known of knowledge's own life: an item and its revisions, change sets, the audit.

use super::observed::SaidOf;
use crate::action::Action;
use crate::answer::curation::{
    Audit, Gap, Gaps, Headline, History, HistoryScope, ItemHistory, ItemState, Note, Report, Revised,
    RevisionAction, Set, SetSummary,
};
use crate::knowledge::fields::{differences, fields, words_of};
use crate::knowledge::{Catalogue, Entity, Figure, Item, ItemKey, Observation};
use crate::store::audit::AuditLine;
use crate::store::history::{RevisionLine, SetLine};
use crate::store::items::StoredItem;
use crate::store::observations::CitedObservation;
use crate::store::proposals::Proposal;
use crate::store::world::CitedEvidence;

/// How many revisions of an item are shown.
pub(super) const MOST_REVISIONS: i64 = 50;
/// How many change sets, or lines of the audit, one answer holds.
pub(super) const MOST_SETS: i64 = 200;

pub(super) fn shown(
    standing: StoredItem,
    revisions: &[RevisionLine],
    evidence: Vec<CitedEvidence>,
    is_public: bool,
) -> ItemHistory {
    let state = match (&standing.item, standing.public) {
        (None, _) => ItemState::Retracted,
        (Some(_), true) => ItemState::Public,
        (Some(_), false) if is_public => ItemState::Public,
        (Some(_), false) if revisions.iter().any(|revision| revision.public) => ItemState::OwnVersion,
        (Some(_), false) => ItemState::Own,
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
    ItemHistory { name: standing.name, state, fields, evidence, verdicts: (0, 0), history }
}

/// A row of a table, with what statements say of it.
pub(super) fn row(row: CitedObservation, said: Vec<SaidOf>) -> ItemHistory {
    let CitedObservation { observation, source, credibility } = row;
    let Observation { key, measure, subject, other, value, text, period, note, parties } = observation;
    let fields = [
        ("measure", Some(measure.to_string())),
        ("subject", Some(subject)),
        ("partners", other.or_else(|| (!parties.is_empty()).then(|| parties.join(", ")))),
        ("value", value.map(|value| Figure::grouped(&value.to_string()))),
        ("text", text),
        ("date", (!period.is_open()).then(|| period.to_string())),
        ("note", note),
        ("source", Some(source.id.clone())),
        ("credibility", Some(credibility.digit().to_string())),
    ];
    let fields = fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    let evidence = said.into_iter().map(|(_, bearing, cited)| (bearing, cited)).collect();
    let name = ItemKey { entity: Entity::Statement, key };
    ItemHistory { name, state: ItemState::Tabled, fields, evidence, verdicts: (0, 0), history: Vec::new() }
}

/// An item that a table gives, not a block of its own.
pub(super) fn tabled(item: &Item) -> ItemHistory {
    let values = fields(item);
    let fields = values.iter().map(|field| (field.key, words_of(&field.value))).collect();
    let (evidence, history) = (Vec::new(), Vec::new());
    ItemHistory { name: item.name(), state: ItemState::Tabled, fields, evidence, verdicts: (0, 0), history }
}

fn revised(revision: &RevisionLine, before: Option<&Item>) -> Revised {
    let action = match (revision.action.as_str(), &revision.item, before) {
        ("retract", ..) => RevisionAction::Retracted,
        ("revert", ..) => RevisionAction::BackToPublic,
        (_, _, None) => RevisionAction::Added,
        _ => RevisionAction::Changed,
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

pub(super) fn history(about: HistoryScope, lines: Vec<SetLine>) -> History {
    let cut = i64::try_from(lines.len()).is_ok_and(|length| length >= MOST_SETS);
    let sets = lines
        .into_iter()
        .map(|line| {
            let SetLine { number, public, author, made_at, reason, undoes, edits: all, first: edits } = line;
            let more = super::count(all).saturating_sub(edits.len());
            SetSummary { set: Set { number, public, author, made_at, reason }, undoes, edits, more }
        })
        .collect();
    History { about, sets, cut }
}

/// How many gaps are shown.
pub(super) const MOST_GAPS: i64 = 50;

pub(super) fn gaps(gaps: Vec<crate::store::gaps::Gap>, catalogue: &Catalogue) -> Gaps {
    let gap = |gap: crate::store::gaps::Gap| Gap {
        kind: gap.kind.parse().ok(),
        actors: gap.actors.iter().map(|id| super::actor(catalogue, id)).collect(),
        area: gap.area.map(|id| super::area(catalogue, &id)),
        asked: super::count(gap.asked),
        asked_at: gap.asked_at,
        texts: gap.texts,
    };
    Gaps { gaps: gaps.into_iter().map(gap).collect() }
}

pub(super) fn audit(lines: Vec<AuditLine>) -> Audit {
    let cut = i64::try_from(lines.len()).is_ok_and(|length| length >= MOST_SETS);
    let lines = lines.into_iter().map(|line| [line.made_at, line.author, line.action, line.detail]).collect();
    Audit { lines, cut }
}

/// A proposal with what would change, beside the item as it stands now.
pub(super) fn review(proposal: &Proposal, standing: Option<&StoredItem>) -> Report {
    let number = proposal.number;
    let name = proposal.item.name();
    let mut notes = vec![Note::ProposedBy {
        author: proposal.author_name.clone(),
        made_at: proposal.made_at.clone(),
        reason: proposal.reason.clone(),
    }];
    if let Item::Source(source) = &proposal.item
        && source.url.as_deref().is_some_and(|url| url.contains("xn--"))
    {
        notes.push(Note::ForeignAddress);
    }
    let mut follow = Vec::new();
    if proposal.status == "open" {
        if standing.map(|standing| standing.revision) != proposal.base {
            notes.push(Note::ItemChanged);
        }
        follow = vec![Action::Approve(number), Action::EditProposal(number), Action::Reject(number)];
        if proposal.open > 1 {
            notes.push(Note::ProposalsWait(proposal.open));
            follow.extend([Action::NextProposal(number), Action::RejectAll(number)]);
        }
    } else {
        notes.push(Note::Decided {
            how: proposal.status.clone(),
            by: proposal.decided_by.clone(),
            why: proposal.verdict.clone().filter(|verdict| !verdict.is_empty()),
        });
    }
    let message = proposal.link.clone();
    let before = standing.and_then(|standing| standing.item.as_ref());
    let items = vec![(name.clone(), differences(before, Some(&proposal.item)))];
    Report {
        items,
        notes,
        follow,
        message,
        ..Report::new("review", Headline::Proposal { number, item: name })
    }
}

/// That no proposals wait, or no more after one.
pub(super) fn nothing_waits(after: i64) -> Report {
    Report::new("review", Headline::NothingWaits { more: after > 0 })
}
