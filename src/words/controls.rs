//! What stands on buttons and on the short forms behind them, and what is said once they are used.

use crate::access::AccessLevel;
use crate::action::Action;
use crate::error::StoreTrouble;
use crate::words::curation::level_meaning;

/// Shares a private answer with the channel.
pub const SHARE: &str = "Share";
/// The answer as a spreadsheet.
pub const CSV: &str = "CSV";
/// The answer as a document.
pub const MARKDOWN: &str = "Markdown";
/// The message that a proposal came from.
pub const MESSAGE: &str = "Message";
/// Opens a form again with what was typed.
pub const EDIT_AGAIN: &str = "Edit again";
/// Asks for the words that erase a server’s knowledge.
pub const ERASE: &str = "Erase everything…";
/// Stands in a menu of several meanings.
pub const WHICH: &str = "Which one?";

/// Where Discord does not show an answer.
pub const NOT_SHOWN: &str = "Discord did not let me show the answer here, so it is in the file.";
/// Where Discord shows nothing at all to whoever used a command or a button.
pub const NOT_TOLD: &str = "Discord did not let me answer somebody’s command here; if it changed something, /knowledge history has it.";
/// A form whose time is over.
pub const FORM_EXPIRED: &str = "This form has expired; use the command again.";
/// A control that would be too long for Discord.
pub const NO_CONTROL: &str = "This does not fit a control; use the command instead.";
/// A server’s knowledge is gone.
pub const SERVER_ERASED: &str = "Everything this server recorded is erased.";
/// A person’s data is gone.
pub const PERSON_ERASED: &str = "Erased. What you contributed stays, without your name.";
/// There is no data about a person.
pub const NOTHING_STORED: &str = "Nothing about you is stored.";
/// A file with a person’s data.
pub const ALL_STORED: &str = "Everything that is stored about you.";
/// A server in which nobody was granted a level.
pub const NOTHING_GRANTED: &str =
    "Nothing is granted: whoever may manage the server is curator, everyone else contributor.";

/// What a button for a next step says.
#[must_use]
pub fn follow(action: &Action) -> String {
    match action {
        Action::Undo(number) => format!("Undo #{number}"),
        Action::UndoRest(number) => format!("Undo the rest of #{number}"),
        Action::Approve(_) => "Approve".to_owned(),
        Action::EditProposal(_) | Action::EditNote(..) => "Edit".to_owned(),
        Action::Reject(_) => "Reject".to_owned(),
        Action::RejectAll(_) => "Reject all of this person".to_owned(),
        Action::NextProposal(_) => "Next".to_owned(),
        Action::Show(_) => "Show".to_owned(),
        Action::Form(_) | Action::Submit(_) => EDIT_AGAIN.to_owned(),
        Action::ForgetServer => ERASE.to_owned(),
        Action::TellWhenKnown(_) => "Tell me when it is known".to_owned(),
        Action::Position(_) | Action::TakePosition(_) => "Position".to_owned(),
        Action::SayWhy(_) => "Say why".to_owned(),
        Action::Affirm(_) => "Re-affirm".to_owned(),
        Action::Note(_) => "Note".to_owned(),
        Action::RetractNote(..) => "Retract".to_owned(),
        Action::Challenge(_) | Action::ChooseChallenge(_) | Action::ChallengeItem(..) => {
            "Challenge".to_owned()
        }
        Action::Summary(_) => "Summary".to_owned(),
        Action::Brief(_) => "Brief".to_owned(),
        Action::ApplyImport(_) => "Apply".to_owned(),
        Action::ConfirmImport(..) => "Apply…".to_owned(),
        Action::Cancel(_) => "Cancel".to_owned(),
        Action::Helpful(_) => "Helpful".to_owned(),
        Action::Wrong(_) => "Wrong".to_owned(),
        Action::ProposeMissing(actors, _) if actors.is_empty() => "Propose".to_owned(),
        Action::ProposeMissing(actors, area) => {
            let area = area.as_ref().map_or(String::new(), |area| format!(" {area}"));
            format!("Propose: {}{area}", actors.join(" "))
        }
    }
}

/// Opens a form to discuss an answer.
pub const DISCUSS: &str = "Discuss";

/// What the menu is for of what may have been meant instead.
pub const MEANT: &str = "Not what you meant? Choose";

/// What is said to whoever found an answer helpful.
pub const THANKS: &str = "Thank you; it is noted.";

/// How far an import is.
#[must_use]
pub fn importing(written: usize) -> String {
    format!("Importing: {written} written…")
}

/// What is said of the channels of a server: how many are seen, and in how many something lacks.
#[must_use]
pub fn doctor(seen: usize, lacking: usize) -> String {
    let seen = super::count(seen, "channel");
    match lacking {
        0 => format!("I see {seen}, and nothing is missing in any."),
        some => format!("I see {seen}; in {some} of them a permission is missing:"),
    }
}

/// What to do about it, and what may be meant.
#[must_use]
pub fn doctor_besides(lacking: usize, unseen: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if lacking > 0 {
        lines.push(
            "-# Give my role what is missing in the server’s settings, or in those of the channel."
                .to_owned(),
        );
    }
    if unseen > 0 {
        let unseen = super::count(unseen, "channel");
        lines.push(format!("-# I do not see {unseen}; there nobody can ask me, which may be meant."));
    }
    lines
}

/// What is said to somebody who asks too much at once.
#[must_use]
pub fn too_much(seconds: u64) -> String {
    format!("That is a lot at once; try again in {seconds} s.")
}

/// What is said of a fault of ours: it stands in the log under its reference.
#[must_use]
pub fn our_fault(reference: &str) -> String {
    format!(
        "Something failed on our side; please try again in a moment. Whoever runs the bot finds it in the log as {reference}."
    )
}

/// The same where it is known why.
#[must_use]
pub fn trouble_with(why: StoreTrouble, reference: &str) -> String {
    format!("{} (In the log: {reference}.)", trouble(why))
}

/// What is said where the database could not be read or written.
#[must_use]
pub fn trouble(trouble: StoreTrouble) -> &'static str {
    match trouble {
        StoreTrouble::Busy => {
            "Another change is still being written, so nothing of yours was done; try again in a minute."
        }
        StoreTrouble::DiskFull => {
            "The disk of the bot is full, so nothing was changed; whoever runs the bot has to make room."
        }
        StoreTrouble::ReadOnly => {
            "The database is read-only, so nothing was changed; whoever runs the bot has to allow writing."
        }
        StoreTrouble::DiskFails => {
            "The disk of the bot fails, so nothing was changed; whoever runs the bot has to look after it."
        }
        StoreTrouble::Damaged => {
            "The database of the bot is damaged; whoever runs the bot has to restore a backup."
        }
        StoreTrouble::Gone => {
            "The database of the bot was deleted or moved while it runs, so nothing was changed; whoever runs the bot \
             has to stop it and put the file back."
        }
        StoreTrouble::Locked => {
            "Another program is writing to the database, so nothing was changed; try again in a minute."
        }
    }
}

/// The title of a form that asks for one thing before something is done, and the label of its input.
pub type Prompt = (String, String);

/// Asks why a proposal is rejected.
#[must_use]
pub fn reject(number: i64) -> Prompt {
    (format!("Reject proposal #{number}"), "Why it is rejected".to_owned())
}

/// Asks why all proposals of a person are rejected.
#[must_use]
pub fn reject_all() -> Prompt {
    ("Reject all of this person".to_owned(), "Why they are rejected".to_owned())
}

/// Asks for the number of items that an import removes.
#[must_use]
pub fn confirm_import(removes: usize) -> Prompt {
    ("Apply the import".to_owned(), format!("Type {removes}, the number that it removes"))
}

/// Asks for the words that erase a server’s knowledge.
#[must_use]
pub fn confirm_erasure(words: &str) -> Prompt {
    ("Erase this server’s knowledge".to_owned(), format!("Type: {words}"))
}

/// What is said before a server’s knowledge is erased, beside the file with all of it.
#[must_use]
pub fn erasure(items: usize, words: &str) -> String {
    format!(
        "The file has everything this server recorded: {items} items. Erasing takes all of it with its history and \
         cannot be undone; you will be asked to type “{words}”."
    )
}

/// What is said to somebody who uses another’s controls; `line` is what to ask to get their own.
#[must_use]
pub fn not_yours(line: &str) -> String {
    if line.trim_start_matches('/').is_empty() {
        "These controls are for whoever asked. To get your own, ask the same yourself.".to_owned()
    } else {
        format!("These controls are for whoever asked. To get your own, ask: {line}")
    }
}

/// What is said of a level that was taken away; `holder` is a mention.
#[must_use]
pub fn revoked(holder: &str) -> String {
    format!("The level granted to {holder} is revoked.")
}

/// What is said of a level that was granted.
#[must_use]
pub fn granted(holder: &str, level: AccessLevel) -> String {
    format!("{holder} is now {level}: {}.", level_meaning(level))
}

/// What is said beside exported items.
#[must_use]
pub fn exported(items: usize) -> String {
    format!("{items} items.")
}
