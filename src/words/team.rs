//! What is said of teams: a channel’s focus and what it follows, discussions, what changed.

use super::{and_list, count, quoted};
use crate::answer::Named;
use crate::answer::team::{
    ChallengeLine, ChangeLine, DiscussionLine, Focus, FollowLine, HowChanged, ItemChange, NoteLine, RestLine,
    Stage, Stance, VoteResult,
};

/// That whom a question is about was taken from the channel’s focus.
#[must_use]
pub fn from_focus(names: &[&str]) -> String {
    format!("Taken from this channel: {}", names.join(", "))
}

/// A time as people read it in a file or at a console: the day and the minute, in UTC.
#[must_use]
pub fn time(at: &str) -> String {
    at.get(..16).map_or_else(|| at.to_owned(), |minute| format!("{} UTC", minute.replace('T', " ")))
}

/// The title of what a channel is about.
#[must_use]
pub fn focus_title(focus: &Focus) -> String {
    match &focus.subject {
        Some(subject) if focus.partners.is_empty() => format!("This channel is about {}", subject.name),
        Some(subject) => {
            let partners: Vec<&str> = focus.partners.iter().map(|partner| partner.name.as_str()).collect();
            format!("This channel is about {} → {}", subject.name, partners.join(" · "))
        }
        None => "This channel has no focus".to_owned(),
    }
}

/// What a channel’s focus does.
#[must_use]
pub fn focus_lines(focus: &Focus) -> Vec<String> {
    if focus.subject.is_none() {
        return vec!["Questions have to name the countries. /channel focus sets one.".to_owned()];
    }
    let mut lines = Vec::new();
    lines.extend(focus.area.as_ref().map(|area| format!("Area: {}", area.name)));
    lines.extend(focus.layout.as_ref().map(|layout| format!("Layout: {layout}")));
    lines.push(
        "Questions here and in the threads that name no country are about these; /compare alone works."
            .to_owned(),
    );
    lines
}

/// The title of what a channel follows.
pub const FOLLOWING: &str = "What this channel follows";

/// That it follows nothing.
pub const FOLLOWS_NOTHING: &str = "Nothing yet; /channel follow adds something.";

/// What is followed, in words.
#[must_use]
pub fn followed(follow: &FollowLine) -> String {
    let names: Vec<&str> = follow.what.iter().map(|named| named.name.as_str()).collect();
    let what = names.join(" – ");
    if follow.members_alone { format!("Members of {what}") } else { what }
}

/// How a follow stands.
#[must_use]
pub fn follow_state(follow: &FollowLine) -> String {
    let paused = if follow.is_paused { " · paused: I cannot post here" } else { "" };
    format!("{}, set by {}{paused}", follow.often, follow.set_by)
}

/// When a channel wants to hear nothing.
#[must_use]
pub fn quiet((begins, ends, shift): (i64, i64, i64)) -> String {
    let clock = |minute: i64| format!("{:02}:{:02}", minute / 60, minute % 60);
    let sign = if shift < 0 { '-' } else { '+' };
    let shift = shift.abs();
    let zone =
        if shift == 0 { "UTC".to_owned() } else { format!("UTC{sign}{:02}:{:02}", shift / 60, shift % 60) };
    format!("Quiet from {} to {} ({zone}); notices wait until then.", clock(begins), clock(ends))
}

/// The title of a list of discussions.
#[must_use]
pub fn discussions_title(closed: Option<bool>, everywhere: bool) -> String {
    let place = if everywhere { "server" } else { "channel" };
    let which = match closed {
        None => "Discussions",
        Some(false) => "Undecided discussions",
        Some(true) => "Decided discussions",
    };
    format!("{which} of this {place}")
}

/// That there is none.
pub const NO_DISCUSSIONS: &str = "None; /discuss open opens one.";

/// How far a discussion is, in a word.
#[must_use]
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Open => "open",
        Stage::Ended => "voting over, no decision yet",
        Stage::Closed => "decided",
    }
}

/// How a discussion stands, in a list.
#[must_use]
pub fn state(line: &DiscussionLine) -> String {
    let answered = format!("{} answered", line.answered);
    match &line.decision {
        Some(decision) => format!("{} · {answered} · {decision}", stage(line.stage)),
        None => format!("{} · {answered}", stage(line.stage)),
    }
}

/// The title of a discussion.
#[must_use]
pub fn title(line: &DiscussionLine) -> String {
    format!("#{} {}", line.number, line.topic)
}

/// “3 positions”.
fn positions(many: i64) -> String {
    match many {
        0 => "no positions yet".to_owned(),
        many => count(usize::try_from(many).unwrap_or(0), "position"),
    }
}

/// How many have taken a position, and how many have to.
#[must_use]
pub fn answered(answered: i64, quorum: Option<i64>) -> String {
    match quorum {
        Some(quorum) => format!("{} ({quorum} needed)", positions(answered)),
        None => positions(answered),
    }
}

/// That nobody is told who chose what.
pub const SECRET: &str = "secret vote: names are never shown, counts and reasons at the end";

/// What positions come to.
#[must_use]
pub fn result(result: &VoteResult) -> String {
    match result {
        VoteResult::Nobody => "Nobody took a position.".to_owned(),
        VoteResult::NoQuorum(answered, quorum) => {
            format!("Not enough positions: {answered}, and {quorum} were needed.")
        }
        VoteResult::Leads(option, votes, of) => {
            format!("Most positions: {}, {votes} of {of}.", quoted(option))
        }
        VoteResult::Tie(options, votes) => {
            let options: Vec<String> = options.iter().map(|option| quoted(option)).collect();
            format!("A tie: {}, {votes} each.", and_list(&options))
        }
    }
}

/// A position as it is read: who, and why.
#[must_use]
pub fn stance(stance: &Stance) -> String {
    let left = if stance.has_left { " (has left)" } else { "" };
    let before = if stance.is_before_change { " · taken before the evidence changed" } else { "" };
    match (&stance.person, stance.reason.as_str()) {
        (Some(person), "") => format!("{person}{left}{before}"),
        (Some(person), reason) => format!("{person}{left}: {reason}{before}"),
        (None, reason) => reason.to_owned(),
    }
}

/// Who opened it, and when.
#[must_use]
pub fn opened(by: &str, at: &str) -> String {
    format!("opened by {by} on {}", at.get(..10).unwrap_or(at))
}

/// Who decided what when.
#[must_use]
pub fn decided(by: &str, at: &str) -> String {
    format!("decided by {by} on {}", time(at))
}

/// That what a decision or a discussion rests on has changed.
#[must_use]
pub fn evidence_changed(lines: &[&RestLine], is_decided: bool) -> Option<String> {
    if lines.is_empty() {
        return None;
    }
    let keys: Vec<String> = lines.iter().map(|line| line.item.clone()).collect();
    let decision = if is_decided { "The evidence of the decision" } else { "Its evidence" };
    Some(format!("{decision} has changed since the discussion was opened: {}.", and_list(&keys)))
}

/// What became of an item that a discussion rests on.
#[must_use]
pub fn now(now: &Option<Option<String>>) -> String {
    match now {
        None => "unchanged".to_owned(),
        Some(None) => "retracted".to_owned(),
        Some(Some(text)) => text.clone(),
    }
}

/// Notes that are about no area.
pub const NO_AREA: &str = "In general";

/// A note as it is read.
#[must_use]
pub fn note(note: &NoteLine) -> String {
    let item = note.item.as_ref().map_or(String::new(), |item| format!(" [{item}]"));
    let edited = if note.is_edited { " (edited)" } else { "" };
    let before = if note.is_before_change { " · written before that changed" } else { "" };
    format!("{}{item}{edited}{before}", note.text)
}

/// What came of a challenge.
#[must_use]
pub fn outcome(challenge: &ChallengeLine) -> String {
    let number = challenge.proposal.map_or(String::new(), |number| format!("proposal #{number}"));
    match &challenge.outcome {
        None => format!("waiting for an editor ({number})"),
        Some((upheld, by, why)) => {
            let how = if *upheld { "upheld: the statement is now deprecated" } else { "rejected" };
            let by = if by.is_empty() { String::new() } else { format!(" by {by}") };
            let why = if why.is_empty() { String::new() } else { format!(": {why}") };
            format!("{how}{by}{why}")
        }
    }
}

/// What became of a discussion.
#[must_use]
pub fn event(who: &str, what: &str, why: &str) -> String {
    let done = match what {
        "ended" => return "Voting time was over".to_owned(),
        "closed" => "decided",
        other => other,
    };
    let why = if why.is_empty() { String::new() } else { format!(": {why}") };
    format!("{who} {done} it{why}")
}

/// What was decided.
#[must_use]
pub fn decision(decision: &str) -> String {
    format!("Decided: {decision}")
}

/// The heading of those who chose otherwise than most.
pub const DISSENT: &str = "Not with the most";

/// The heading of challenges that nobody has decided.
pub const WAITING: &str = "Challenges that wait for an editor";

/// The heading of what nobody has answered.
pub const OPEN_QUESTIONS: &str = "Open questions";

/// The title of what changed.
#[must_use]
pub fn changes_title(since: Option<&str>, is_visit: bool) -> String {
    match since {
        Some(_) if is_visit => "What changed since your last visit".to_owned(),
        Some(since) => format!("What changed since {}", since.get(..10).unwrap_or(since)),
        None => "What changed".to_owned(),
    }
}

/// That nothing did.
pub const NO_CHANGES: &str = "Nothing has changed.";

/// That there were more changes, before.
pub const MORE_CHANGES: &str = "Older changes: /knowledge history.";

/// Who made a change set, and why.
#[must_use]
pub fn set(line: &ChangeLine) -> String {
    let number = if line.public { format!("public #{}", line.number) } else { format!("#{}", line.number) };
    format!("{number} · {} · {}", line.author, line.reason)
}

/// Whom an item is about: “Türkiye – India”.
#[must_use]
pub fn about(about: &[Named]) -> String {
    about.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join(" – ")
}

/// What became of an item, in a line.
#[must_use]
pub fn change(change: &ItemChange) -> String {
    let key = &change.item.key;
    match change.how {
        HowChanged::Added => format!("{} (new, {key})", change.text),
        HowChanged::Retracted => format!("{} (retracted, {key})", change.text),
        HowChanged::Changed => {
            let field = |change: &crate::knowledge::fields::FieldChange| {
                let value = |value: &Option<String>| value.as_deref().map_or("—".to_owned(), one_line);
                format!("{}: {} → {}", change.key, value(&change.before), value(&change.after))
            };
            let fields: Vec<String> = change.fields.iter().take(3).map(field).collect();
            let more = change.fields.len().saturating_sub(3);
            let more = if more > 0 { format!("; and {}", count(more, "more field")) } else { String::new() };
            format!("{key}: {}{more}", fields.join("; "))
        }
    }
}

/// The longest value that a change names, in characters.
const LONGEST_VALUE: usize = 90;

fn one_line(text: &str) -> String {
    let text = crate::knowledge::text::clean_lines(text).join(" ");
    match text.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// That a change set has more items than are named.
#[must_use]
pub fn more_of_set(more: usize, set: &ChangeLine) -> String {
    let number = if set.public { format!("public #{}", set.number) } else { format!("#{}", set.number) };
    format!("and {more} more of change {number}; /knowledge history has them")
}
