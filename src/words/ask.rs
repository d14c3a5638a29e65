//! What is said in answer to a question in plain words. It is worded here from what was found, and from nothing else:
//! this is the one place between an answer and its words.

use super::answers::{NOT_NONE, how};
use super::{and_list, capitalised, count, quoted, sources, the};
use crate::answer::Named;
use crate::answer::ask::{Next, NotKnown, Trace, Understood, Whether};
use crate::answer::world::Belonging;
use crate::knowledge::{CitedStatement, MembershipStatus, Period, QuestionKind, Voice};

/// A statement as a sentence that answers a question: in the voice of whoever says so.
#[must_use]
pub fn statement(cited: &CitedStatement, kind: QuestionKind) -> String {
    let text = cited.statement.text.trim();
    let text = if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") };
    let numbers = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
        let parts = parts.map(|part| part.trim_matches(['.', ',']).to_owned());
        parts.filter(|part| !part.is_empty()).collect()
    };
    let said = numbers(&text);
    let has_digits = |what: &str| numbers(what).iter().any(|number| said.contains(number));
    let lead = match kind {
        QuestionKind::When | QuestionKind::Since => {
            let when = cited.statement.period.brief();
            when.filter(|when| !has_digits(when)).map_or(String::new(), |when| format!("{when}: "))
        }
        QuestionKind::Amount => {
            let figure = cited.statement.figure.as_ref().map(ToString::to_string);
            figure.filter(|figure| !has_digits(figure)).map_or(String::new(), |figure| format!("{figure}: "))
        }
        _ => String::new(),
    };
    match cited.voice() {
        Voice::Recorded if kind == QuestionKind::Verify => format!("Recorded: {lead}{text}"),
        Voice::Recorded => format!("{lead}{text}"),
        Voice::Claimed => match cited.statement.claimed_by.as_deref() {
            Some(by) if text.to_lowercase().contains(&by.to_lowercase()) => format!("{lead}{text}"),
            Some(by) => format!("{}: {lead}{text}", capitalised(by)),
            None => {
                format!("Claimed by {} ({}): {lead}{text}", sources::described(&cited.source), cited.grade())
            }
        },
        Voice::Assessment | Voice::Advice => {
            let who = match cited.statement.claimed_by.as_deref() {
                Some(by) => capitalised(by),
                None => capitalised(&sources::described(&cited.source)),
            };
            format!("{who} judges ({}): {lead}{text}", cited.grade())
        }
    }
}

/// That no source says that somebody feels so.
#[must_use]
pub fn premise(word: &str, whose: Option<&Named>, towards: Option<&Named>) -> String {
    let of = match (whose, towards) {
        (Some(one), Some(other)) => format!(" of {} and {}", the(one), the(other)),
        (Some(one), None) => format!(" of {}", the(one)),
        _ => String::new(),
    };
    format!("No source here speaks{of} in terms of {}. What is recorded:", quoted(word))
}

/// Since when, and until when: “since 1952”.
fn since(period: &Period) -> String {
    match (period.from, period.to) {
        (Some(from), Some(to)) => format!(", from {from} to {to}"),
        (Some(from), None) => format!(" since {from}"),
        (None, Some(to)) => format!(", until {to}"),
        (None, None) => "; since when is not recorded".to_owned(),
    }
}

/// Since when, with what is to be known of it besides: that sources differ, or as what.
fn since_and_note(to: &Belonging) -> String {
    match &to.note {
        None => since(&to.period),
        Some(note) if to.period.is_open() => format!(" ({note}); no one year is recorded"),
        Some(note) => format!("{} ({note})", since(&to.period)),
    }
}

/// How somebody belongs to an organisation: “Yes: Türkiye is a member of NATO since 1952.”
#[must_use]
pub fn belongs(member: &Named, to: &Belonging, whether: Option<Whether>) -> String {
    let lead = match whether {
        None => String::new(),
        Some(Whether::Yes) => "Yes: ".to_owned(),
        Some(Whether::Still) => "Yes, still: ".to_owned(),
        Some(Whether::NotYet) => "Not yet: ".to_owned(),
        Some(Whether::NotAnyMore) => "Not any more: ".to_owned(),
        Some(Whether::NotThen) => "Not then: ".to_owned(),
        Some(Whether::NotAs(status)) => format!("Not as {}: ", as_a(status)),
        Some(Whether::No) => "No: ".to_owned(),
    };
    let who = the(member);
    let who = if lead.is_empty() { capitalised(&who) } else { who };
    let is_leaving = matches!(whether, Some(Whether::Still | Whether::NotYet));
    let was = match (to.status, to.period.from, to.period.to) {
        (_, _, Some(_)) if !is_leaving => "was",
        (MembershipStatus::Withdrawn, ..) | (_, _, Some(_)) | (_, None, _) => "is",
        _ => "has been",
    };
    format!("{lead}{who} {was} {} {}{}.", how(to.status), the(&to.of), since_and_note(to))
}

/// “a member”.
fn as_a(status: MembershipStatus) -> String {
    let word = status.as_str();
    let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {word}")
}

/// A list that a reader takes in at a glance: the first so many of them, and how many there are besides.
fn and_list_of_some(mut names: Vec<String>, most: usize) -> String {
    let left_out = names.len().saturating_sub(most);
    // One more costs no more room than to say that there is one.
    if left_out > 1 {
        names.truncate(most);
        names.push(format!("{left_out} others"));
    }
    and_list(&names)
}

/// How many names of organisations a sentence has, how many of those to which somebody belongs in another way, and how
/// many names of members.
const MOST_BODIES: usize = 12;
const MOST_OTHERS: usize = 5;
const MOST_MEMBERS: usize = 40;

/// What somebody belongs to, as one sentence.
#[must_use]
pub fn belongs_to(member: &Named, to: &[Belonging]) -> String {
    let of =
        |is_member: bool| -> Vec<String> {
            let those = to.iter().filter(|one| (one.status == MembershipStatus::Member) == is_member);
            those
                .map(|one| {
                    if is_member { one.of.name.clone() } else { format!("{} ({})", one.of.name, one.status) }
                })
                .collect()
        };
    let (members, others) = (of(true), of(false));
    let who = capitalised(&the(member));
    match (members.is_empty(), others.is_empty()) {
        (true, _) => format!("{who} belongs to {}.", and_list_of_some(others, MOST_BODIES)),
        (false, true) => format!("{who} is a member of {}.", and_list_of_some(members, MOST_BODIES)),
        (false, false) => {
            let members = and_list_of_some(members, MOST_BODIES);
            format!("{who} is a member of {members}; besides: {}.", and_list_of_some(others, MOST_OTHERS))
        }
    }
}

/// That somebody is not in the list of an organisation’s members.
#[must_use]
pub fn belongs_not(member: &Named, organisation: &Named) -> String {
    format!(
        "No: {} is not in the list of {}’s members, observers or partners.",
        the(member),
        the(organisation)
    )
}

/// That somebody did not leave an organisation.
#[must_use]
pub fn never_left(member: &Named, belonging: &Belonging) -> String {
    format!(
        "No withdrawal of {} from {} is recorded; it is {} it{}.",
        the(member),
        the(&belonging.of),
        how(belonging.status),
        since(&belonging.period)
    )
}

/// Who belongs to an organisation.
#[must_use]
pub fn members(organisation: &Named, status: MembershipStatus, members: &[Belonging]) -> String {
    let names: Vec<String> = members.iter().map(|one| one.of.name.clone()).collect();
    let name = capitalised(&the(organisation));
    format!("{name} has {}: {}.", count(names.len(), status.as_str()), and_list_of_some(names, MOST_MEMBERS))
}

/// Who belongs to it in another way.
#[must_use]
pub fn other_members(others: &[Belonging]) -> Option<String> {
    let names: Vec<String> = others.iter().map(|one| format!("{} ({})", one.of.name, one.status)).collect();
    (!names.is_empty()).then(|| format!("Besides: {}.", and_list_of_some(names, MOST_BODIES)))
}

/// What several belong to together.
#[must_use]
pub fn shared(actors: &[Named], organisations: &[Named]) -> String {
    let who: Vec<String> = actors.iter().map(the).collect();
    let what: Vec<String> = organisations.iter().map(|one| one.name.clone()).collect();
    let all = if actors.len() == 2 { "both" } else { "all" };
    format!("{} are {all} members of {}.", capitalised(&and_list(&who)), and_list_of_some(what, MOST_BODIES))
}

/// What advice says first: whose it is, and to whom; or what is expected of it.
#[must_use]
pub fn advised(subject: &Named, source: &str, grade: &str, text: &str, is_expected: bool) -> String {
    let end = if text.ends_with('.') { "" } else { "." };
    let what = if is_expected { "Expected of advice" } else { "Advice" };
    format!("{what} to {} by {source} ({grade}): {text}{end}", the(subject))
}

/// Which of several is meant.
#[must_use]
pub fn which(name: &str, choices: &[Named]) -> String {
    let names: Vec<String> = choices.iter().map(|one| one.name.clone()).collect();
    format!("{} can mean {}. Which one?", quoted(name), super::or_list(&names))
}

/// That it is not known, and why.
#[must_use]
pub fn unknown(why: NotKnown, understood: &Understood) -> String {
    let names: Vec<String> = understood.actors.iter().map(the).collect();
    let about = match names.len() {
        0 => String::new(),
        1 => format!(" about {}", names[0]),
        _ => format!(" about {}", and_list(&names)),
    };
    match why {
        NotKnown::NotRecorded => format!("Not in the knowledge: nothing recorded{about} answers this."),
        NotKnown::NothingBetween if names.is_empty() => "Not in the knowledge: nothing recorded answers this.".to_owned(),
        // Tables may hold something of them.
        NotKnown::NothingBetween => format!("Not in the knowledge: no statement{about} is recorded. {NOT_NONE}"),
        NotKnown::NotThen => {
            let time = understood.period.map_or(String::new(), |period| format!(" of that time ({period})"));
            format!("Not in the knowledge: nothing recorded{about}{time} answers this.")
        }
        NotKnown::NoFigure => format!("Not in the knowledge: no figure is recorded{about} that answers this."),
        NotKnown::NoDate => format!("Not in the knowledge: no date is recorded{about} that answers this."),
        NotKnown::Forecast => "Not in the knowledge: what will be is not kept, only what is recorded.".to_owned(),
        NotKnown::Opinion => "Not in the knowledge: I have no opinion; I show what sources say, and who says it.".to_owned(),
        NotKnown::News => "Not in the knowledge: news of the day is not kept.".to_owned(),
        NotKnown::NobodyNamed => {
            "Not in the knowledge. Name a country or an organisation, as in: how much do Türkiye and India trade?".to_owned()
        }
        NotKnown::Person => "Not in the knowledge: who holds which office is not kept.".to_owned(),
        NotKnown::OtherTopic => "Not in the knowledge: it holds foreign policy and nothing else.".to_owned(),
    }
}

/// What stands above the nearest that there is.
pub const NEAREST: &str = "Nearest";

/// What stands above what speaks against an answer.
pub const AGAINST: &str = "Against this";

/// What stands above what else answers.
pub const ALSO: &str = "Also recorded";

/// What a kind of question asks for, in the line that says what was understood.
#[must_use]
pub fn kind(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Compare => "comparison",
        QuestionKind::Why => "why",
        QuestionKind::Benefits => "what it gains",
        QuestionKind::Recommend => "what it should do",
        QuestionKind::When => "when",
        QuestionKind::Since => "since when",
        QuestionKind::Members => "who belongs",
        QuestionKind::Membership => "whether it belongs",
        QuestionKind::Amount => "how much",
        QuestionKind::Rank => "who has most",
        QuestionKind::Borders => "who borders whom",
        QuestionKind::Stance => "its position",
        QuestionKind::Verify => "whether it is so",
        QuestionKind::Who => "who",
        QuestionKind::Profile => "who it is",
        QuestionKind::What => "what",
    }
}

/// What was understood of a question, in one line.
#[must_use]
pub fn understood(understood: &Understood) -> String {
    let names: Vec<String> = understood.actors.iter().map(|actor| actor.name.clone()).collect();
    let mut parts: Vec<String> = Vec::new();
    if !names.is_empty() {
        parts.push(and_list(&names));
    }
    parts.extend(understood.area.as_ref().map(|area| area.name.to_lowercase()));
    let is_area =
        |word: &String| understood.area.as_ref().is_some_and(|area| area.name.eq_ignore_ascii_case(word));
    let words: Vec<String> = understood.words.iter().filter(|word| !is_area(word)).cloned().collect();
    if !words.is_empty() {
        parts.push(words.join(", "));
    }
    parts.push(kind(understood.kind).to_owned());
    parts.extend(understood.period.map(|period| period.to_string()));
    let corrected = understood.corrected.iter().map(|(typed, name)| format!("{} as {name}", quoted(typed)));
    parts.extend(corrected);
    let taken = if understood.taken { " (with your last question)" } else { "" };
    format!("Understood{taken}: {}", parts.join(" · "))
}

/// How a question was understood and its answer found, line by line.
#[must_use]
pub fn explained(understood_as: &Understood, trace: &Trace) -> Vec<String> {
    let mut lines = vec![understood(understood_as)];
    lines.push(match trace.answered_by {
        Some(by) => format!("Answered by {by}; {} looked at.", count(trace.looked_at, "statement")),
        None => format!("Not answered; {} looked at.", count(trace.looked_at, "statement")),
    });
    lines.push(format!("To answer, a statement has to cover {:.2} of the question.", trace.threshold));
    lines.extend(trace.considered.iter().map(|one| {
        let words = if one.matched.is_empty() { "no word".to_owned() } else { one.matched.join(", ") };
        let why =
            if one.reasons.is_empty() { String::new() } else { format!("; {}", one.reasons.join(", ")) };
        format!("{:.2}  {}  covers {:.2}: {words}{why}", one.score, one.id, one.coverage)
    }));
    lines
}

/// The lines that can be asked next, at the console.
#[must_use]
pub fn next_lines(lines: &[String]) -> String {
    format!("Ask next: {}", lines.join(" · "))
}

/// What can be asked next, on a button.
#[must_use]
pub fn next(next: &Next) -> String {
    match next {
        Next::Compare => "Compare".to_owned(),
        Next::Facts => "All facts".to_owned(),
        Next::Timeline => "Timeline".to_owned(),
        Next::Benefits => "Benefits".to_owned(),
        Next::Recommend => "Advice".to_owned(),
        Next::Profile(named) | Next::Organisation(named) | Next::About(named) => named.name.clone(),
    }
}
