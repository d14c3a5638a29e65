//! What is said of knowledge's own life: changes, proposals, imports, levels of access.

use super::{count, quoted};
use crate::access::{AccessLevel, AccessSource};
use crate::answer::curation::{
    Done, EditMark, Headline, HistoryScope, ImportCounts, ImportDifference, ItemState, Note, RevisionAction,
    Set, SetSummary,
};
use crate::knowledge::ItemKey;

/// What is said of an item that is retracted.
pub const RETRACTED: &str = "It is retracted: nothing shows it but this. /knowledge restore brings it back.";

/// What is said where no change fits what was asked for.
pub const NO_HISTORY: &str = "No change fits; /knowledge history alone shows everything.";

/// What stands below a history.
pub const AFTER_HISTORY: &str =
    "/knowledge show with a key shows one item; /knowledge undo with a number undoes a change.";

/// What is said of a history that goes on.
pub const MORE_HISTORY: &str = "There are more changes; narrow it with actor, id, user or since.";

/// The title of the gaps.
pub const GAPS: &str = "Questions that found nothing here, most asked first";

/// That there are no gaps.
pub const NO_GAPS: &str = "Every question that was asked here found something.";

/// What is said of an audit without lines.
pub const NO_AUDIT: &str = "Nothing has been done here yet.";

/// What is said of an audit that goes on.
pub const MORE_AUDIT: &str = "Only the latest lines are shown.";

/// What people think of answers that rest on an item.
#[must_use]
pub fn verdicts((helpful, wrong): (usize, usize)) -> Option<String> {
    (helpful + wrong > 0).then(|| format!("Answers with it: {helpful} found them helpful, {wrong} wrong."))
}

/// How a row of a table is corrected.
pub const TABLED: &str = "The row is corrected in its file. Here, a statement can speak against it, or stand in its place: name the key in its `disputes` or `supersedes`.";

/// Whose an item is.
#[must_use]
pub fn state(state: ItemState) -> &'static str {
    match state {
        ItemState::Public => "public",
        ItemState::Own => "this server’s own",
        ItemState::OwnVersion => "this server’s own version of a public item",
        ItemState::Retracted => "retracted here",
        ItemState::Tabled => "a row of a public table",
    }
}

/// What a revision did.
#[must_use]
pub fn action(action: RevisionAction) -> &'static str {
    match action {
        RevisionAction::Added => "added",
        RevisionAction::Changed => "changed",
        RevisionAction::Retracted => "retracted",
        RevisionAction::BackToPublic => "back to the public version",
    }
}

/// A change set's number; that of a public one with its mark, as numbers are counted in each.
#[must_use]
pub fn set_number(set: &Set) -> String {
    if set.public { format!("public #{}", set.number) } else { format!("#{}", set.number) }
}

/// The title of a history: “History of art-001 since 2026”.
#[must_use]
pub fn history_title(about: &HistoryScope) -> String {
    let HistoryScope { id, actor, user, since } = about;
    let parts = [
        Some("History".to_owned()),
        id.as_ref().map(|id| format!("of {id}")),
        actor.as_ref().map(|actor| format!("about {actor}")),
        user.as_ref().map(|user| format!("by {user}")),
        since.map(|since| format!("since {since}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The edits of a change set, as far as they are told.
#[must_use]
pub fn edits(summary: &SetSummary) -> String {
    let undoes = summary.undoes.map(|number| format!("undo of #{number}"));
    let more = (summary.more > 0).then(|| format!("{} more", summary.more));
    undoes.into_iter().chain(summary.edits.iter().cloned()).chain(more).collect::<Vec<_>>().join("; ")
}

/// What a level lets people do.
#[must_use]
pub fn level_meaning(level: AccessLevel) -> &'static str {
    match level {
        AccessLevel::Reader => "may ask",
        AccessLevel::Contributor => "may ask and propose",
        AccessLevel::Editor => "may also add, edit, retract and review",
        AccessLevel::Curator => "may also import, undo what others did, and grant access",
    }
}

/// Why somebody has a level, in a sentence.
#[must_use]
pub fn access_source(source: AccessSource) -> &'static str {
    match source {
        AccessSource::Everyone => "Because everyone here has it unless something else is granted.",
        AccessSource::Granted => "Because it was granted to you or to one of your roles.",
        AccessSource::Manages => "Because Discord lets you manage this server.",
        AccessSource::Owner => "Because you are an owner of the bot, and this is the public knowledge.",
        AccessSource::NoServer => {
            "Because this is not a server: the public knowledge is changed by files only."
        }
    }
}

/// “3 added, 1 changed, 0 retracted, 12 unchanged”.
#[must_use]
pub fn import_counts(counts: ImportCounts) -> String {
    let ImportCounts { added, changed, retracted, unchanged } = counts;
    format!("{added} added, {changed} changed, {retracted} retracted, {unchanged} unchanged")
}

/// A difference as lines: how much of each, then each item with its fields.
#[must_use]
pub fn import_lines(difference: &ImportDifference) -> Vec<String> {
    let mut lines = vec![import_counts(difference.counts)];
    for (mark, name, changes) in &difference.edits {
        let sign = match mark {
            EditMark::Added => '+',
            EditMark::Changed => '~',
            EditMark::Retracted => '-',
        };
        lines.push(format!("{sign} {name}"));
        let value =
            |value: &Option<String>| value.as_ref().map_or_else(|| "—".to_owned(), |text| one_line(text));
        lines.extend(changes.iter().map(|change| match mark {
            EditMark::Added => format!("    {}: {}", change.key, value(&change.after)),
            _ => format!("    {}: {} → {}", change.key, value(&change.before), value(&change.after)),
        }));
    }
    lines
}

fn one_line(text: &str) -> String {
    crate::knowledge::text::clean_lines(text).join(" · ")
}

/// What was imported, for whoever did it at the machine.
#[must_use]
pub fn imported(number: Option<i64>, counts: ImportCounts) -> String {
    let counts = import_counts(counts);
    number.map_or_else(|| counts.clone(), |number| format!("Change #{number}: {counts}"))
}

/// The headline of a report.
#[must_use]
pub fn headline(headline: &Headline) -> String {
    match headline {
        Headline::Changed { number, done, only: Some(item), .. } => {
            format!("Change #{number}: {} {item}", did(*done))
        }
        Headline::Changed { number, done, items, .. } => {
            format!("Change #{number}: {} {}", did(*done), count(*items, "item"))
        }
        Headline::Imported { number, counts } => {
            format!("Change #{number}: imported {}", import_counts(*counts))
        }
        Headline::Import { file, counts } => {
            format!("Import of {}: {}", quoted(file), import_counts(*counts))
        }
        Headline::Faults { file, faults } => {
            format!("{} has {}; nothing is imported", quoted(file), count(*faults, "fault"))
        }
        Headline::Proposal { number, item } => format!("Proposal #{number}: {item}"),
        Headline::Rejected { number } => format!("Proposal #{number} is rejected"),
        Headline::RejectedMany { proposals: 1 } => "1 proposal is rejected".to_owned(),
        Headline::RejectedMany { proposals } => format!("{proposals} proposals are rejected"),
        Headline::RejectedAll { proposals: 1, author } => format!("1 proposal of {author} is rejected"),
        Headline::RejectedAll { proposals, author } => {
            format!("{proposals} proposals of {author} are rejected")
        }
        Headline::NothingWaits { more: true } => "No more proposals wait".to_owned(),
        Headline::NothingWaits { more: false } => "No proposals wait".to_owned(),
        Headline::ChangedMeanwhile { item } => {
            format!("{item} was changed while you wrote; nothing of yours is lost")
        }
        Headline::NotUndone { number } => format!("Change #{number} cannot be undone as a whole"),
        Headline::Cancelled => "Cancelled; nothing has changed.".to_owned(),
        Headline::DoneBefore => "This was already done or cancelled.".to_owned(),
    }
}

fn did(done: Done) -> &'static str {
    match done {
        Done::Added => "added",
        Done::Changed => "changed",
        Done::Retracted => "retracted",
        Done::Restored => "restored",
        Done::Undone => "undid",
        Done::Approved => "approved",
    }
}

/// A note of a report.
#[must_use]
pub fn note(note: &Note) -> String {
    match note {
        Note::Reason(reason) => format!("Reason: {reason}"),
        Note::OnlyFirstShown { shown, of } => format!("The first {shown} of {of} changes are shown."),
        Note::FirstShown { shown, of } => {
            format!("The first {shown} of {of} changes are shown; the file has them all.")
        }
        Note::WaitsForEditor => "It waits for an editor; nothing has changed yet.".to_owned(),
        Note::TwoVersions => {
            "“Before” is how it reads now, “after” is what you typed. Open the form again to keep, \
                              change or drop what you typed; saving it then replaces their version."
                .to_owned()
        }
        Note::NothingToImport => "There is nothing to import: all of it is already known.".to_owned(),
        Note::NotYetApplied => {
            "Nothing has changed yet. Apply makes all of it one change set, which can be undone.".to_owned()
        }
        Note::RemovesMany { retracted, total } => {
            format!("It removes {retracted} of {total} items: you will be asked to type that number.")
        }
        Note::EffectAnew => {
            "The knowledge has changed since this was shown; this is what it would do now.".to_owned()
        }
        Note::Fault(fault) => fault.to_string(),
        Note::MoreFaults(more) => format!("… and {more} more; the file has all."),
        Note::LaterChanges { changes, items, more } => {
            let changes: Vec<String> = changes.iter().map(|number| format!("#{number}")).collect();
            let items: Vec<String> = items.iter().map(ItemKey::to_string).collect();
            let more = if *more > 0 { format!(" and {more} more") } else { String::new() };
            format!(
                "Later changes ({}) touched {}{more}; undo those first, latest first.",
                changes.join(", "),
                items.join(", ")
            )
        }
        Note::FreeEdits(1) => "1 of its edits stands alone and can be undone now.".to_owned(),
        Note::FreeEdits(edits) => format!("{edits} of its edits stand alone and can be undone now."),
        Note::ProposedBy { author, made_at, reason } => {
            format!("By {author} on {}. Reason: {reason}", made_at.get(..10).unwrap_or(made_at))
        }
        Note::ForeignAddress => {
            "Its address is written in letters of another script; look at it twice.".to_owned()
        }
        Note::ItemChanged => {
            "The item has changed since this was proposed; “before” is how it reads now.".to_owned()
        }
        Note::ProposalsWait(open) => format!("{open} proposals wait."),
        Note::Decided { how, by, why } => {
            let by = by.as_deref().unwrap_or("somebody");
            let why = why.as_deref().map_or(String::new(), |why| format!(": {why}"));
            format!("It was {how} by {by}{why}.")
        }
    }
}
