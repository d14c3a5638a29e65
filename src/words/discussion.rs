//! What is said in discussions: on their messages, in what is confirmed privately, in notices and forms.

use super::{count, quoted};
use crate::answer::team::Stage;
use crate::words::team::time;

/// What stands before a decision.
pub const DECISION: &str = "Decided:";

/// What is said above the options, to somebody who has not chosen.
pub const TAKE_POSITION: &str = "Choose your position. You can change it while the discussion is open.";

/// The same to somebody who has.
pub const CHANGE_POSITION: &str = "Choose again to change your position.";

/// What stands in the menu of options.
pub const CHOOSE: &str = "Your position";

/// What stands before somebody’s position.
pub const YOUR_POSITION: &str = "Saved:";

/// What stands before how a discussion stands.
pub const NOW: &str = "So far:";

/// Until when a position can be changed, where no time is set.
pub const UNTIL_CLOSED: &str = "you can change it until the discussion is closed";

/// What is asked where a statement is questioned.
pub const WHICH_STATEMENT: &str = "Which statement do you challenge?";

/// What stands in the menu of statements.
pub const CHOOSE_STATEMENT: &str = "Choose a statement";

/// What stands before those who chose otherwise.
pub const DISSENT: &str = "Not with the most:";

/// By whom a statement is questioned.
pub const CHALLENGED_BY: &str = "challenged by";

/// That a discussion is over.
#[must_use]
pub fn over(stage: Stage) -> String {
    match stage {
        Stage::Open => String::new(),
        Stage::Ended => "A moderator records the decision with /discuss close.".to_owned(),
        Stage::Closed => "The files have the whole record.".to_owned(),
    }
}

/// That a discussion is open again, and what becomes of positions.
#[must_use]
pub fn open_again(who: &str, why: &str, is_secret: bool) -> String {
    let positions = if is_secret {
        "It was a secret vote: please vote again."
    } else {
        "Positions stand, and can be changed."
    };
    format!("{who} opened it again: {why}. {positions} No closing time is set.")
}

/// What stands before what was decided before.
pub const DECIDED_BEFORE: &str = "Decided before:";

/// That a vote is over without a decision.
pub const NO_DECISION: &str = "Voting is over: no decision yet.";

/// Until when a position can be changed.
#[must_use]
pub fn until(at: &str) -> String {
    format!("you can change it until {at}")
}

/// That others see a position.
pub const POSITION_IS_SEEN: &str = "everybody here sees your name and reason";

/// That nobody sees a ballot.
pub const BALLOT_IS_SECRET: &str = "secret vote: a reason is shown at the end, without your name";

/// That more changed than is named.
#[must_use]
pub fn and_more(more: usize) -> String {
    format!("and {more} more; /changes shows them")
}

/// That what a discussion rests on has changed; `{}` stands for the discussion.
#[must_use]
pub fn moved(changes: usize, is_decided: bool) -> String {
    let changes = count(changes, "change");
    if is_decided {
        format!("Evidence changed after the decision ({changes}): {{}}")
    } else {
        format!("Evidence changed ({changes}): {{}}")
    }
}

/// Whose positions rest on what changed.
#[must_use]
pub fn rested(positions: i64, names: &[String], all: usize, is_open: bool) -> String {
    let rest = if positions == 1 { "rests" } else { "rest" };
    let count = count(usize::try_from(positions).unwrap_or(0), "position");
    if positions == 0 {
        return "No position was taken before this.".to_owned();
    }
    let more = if all > names.len() { ", …" } else { "" };
    let names = if names.is_empty() { String::new() } else { format!(" ({}{more})", names.join(", ")) };
    let then = if is_open { "Does yours still hold?" } else { "/discuss reopen would open it again." };
    format!("{count}{names} {rest} on it. {then}")
}

/// How much changed of what a channel follows.
#[must_use]
pub fn digest(changes: usize) -> String {
    format!("{} to what this channel follows", count(changes, "change"))
}

/// That a discussion is open, and where; and what we may not do there.
#[must_use]
pub fn opened(number: i64, thread: i64, closes: Option<i64>, missing: &[String]) -> String {
    let closes = closes.map_or(String::new(), |at| format!(" Voting closes <t:{at}:F>."));
    let missing = if missing.is_empty() {
        String::new()
    } else {
        missing.iter().map(|lost| format!("\n{lost}")).collect()
    };
    format!("Discussion #{number} is open in <#{thread}>.{closes}{missing}")
}

/// That no thread could be started, for another reason than a permission.
pub const NO_THREAD: &str = "No new thread, so it is in this channel: Discord did not start one.";

/// That a note is kept.
#[must_use]
pub fn noted(number: i64) -> String {
    format!("Note {number} is saved; everybody here sees it in the summary, with your name.")
}

/// A note of one’s own, with what it said before.
#[must_use]
pub fn own_note(number: i64, text: &str, before: &[(String, String)]) -> String {
    let mut said = format!("Note {number}: {text}");
    for (at, text) in before.iter().take(5) {
        said.push_str(&format!("\nBefore {}: {text}", time(at)));
    }
    said
}

/// That a note is taken back.
#[must_use]
pub fn note_retracted(number: i64) -> String {
    format!("Note {number} is retracted; nothing shows it any more.")
}

/// That a statement is questioned.
#[must_use]
pub fn challenged(proposal: i64) -> String {
    format!("Your challenge is proposal #{proposal}; an editor decides, and the outcome is posted here.")
}

/// That a position holds.
pub const AFFIRMED: &str = "Noted: your position still holds.";

/// That a discussion is closed.
#[must_use]
pub fn closed(number: i64, thread: i64) -> String {
    format!("Discussion #{number} is closed. Its record is posted in <#{thread}>.")
}

/// That a discussion is open again.
#[must_use]
pub fn reopened(number: i64, thread: i64, is_secret: bool) -> String {
    let anew = if is_secret { " It was a secret vote, so everybody votes again." } else { "" };
    format!("Discussion #{number} is open again in <#{thread}>.{anew}")
}

/// That somebody will be told when a question has an answer.
pub const WILL_TELL: &str = "I will send you a direct message when there is an answer, within a year.";

/// That a question has an answer now.
#[must_use]
pub fn known(line: &str) -> String {
    format!("You asked to be told: {} has an answer now.", quoted(line))
}

/// That what a channel follows is paused.
#[must_use]
pub fn paused(channel: i64) -> String {
    format!(
        "I could not write to <#{channel}> three times in a row, so what it follows is paused. When I may write there \
         again, /channel follow starts it anew."
    )
}

/// That what is said may have been said before.
pub const MAYBE_AGAIN: &str = "-# You may have read this before: a first try may have arrived.";

/// The titles and the labels of forms of discussions.
pub mod form {
    /// Why a position is taken.
    pub const WHY: (&str, &str) = ("Your position", "Why, in one line");
    /// A note.
    pub const NOTE: (&str, &str) = ("Note", "The note");
    /// What it is about.
    pub const ABOUT: &str = "About: area or key, as trade, art-028";
    /// Why a statement is questioned.
    pub const CHALLENGE: (&str, &str) = ("Challenge a statement", "What is wrong with it? Give a source");
    /// A discussion.
    pub const OPEN: &str = "Discuss this answer";
    /// What is discussed.
    pub const TOPIC: &str = "The question";
    /// What can be chosen.
    pub const OPTIONS: &str = "Options, with semicolons between (optional)";
    /// When it closes.
    pub const CLOSES: &str = "Closes: 3d, 18:00 … (optional)";
}

/// What is lost without a permission, by the name that Discord shows to managers.
pub mod permissions {
    /// Starting threads.
    pub const CREATE_THREADS: &str = "No new thread, so it is in this channel: I need Create Public Threads.";
    /// Writing in a channel.
    pub const SEND: &str = "No first message yet: I need Send Messages.";
    /// Writing in threads.
    pub const SEND_IN_THREADS: &str = "No first message yet: I need Send Messages in Threads.";
    /// Pinning.
    pub const PIN: &str = "Not pinned: I need Pin Messages.";
}
