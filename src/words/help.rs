//! What `/help` says, what the parts of first screens are called, and the sentences of answers where there is
//! nothing to show.

use super::{and_list, count, the};
use crate::answer::Named;
use crate::knowledge::{Credibility, Level, MembershipStatus, PartialDate, Reliability, Trend};

/// The title of `/help`.
pub const TITLE: &str = "What Dragoman answers";
/// The title of `/help teams`.
pub const TEAMS_TITLE: &str = "Commands of channels and discussions";
/// The title of `/help knowledge`.
pub const KNOWLEDGE_TITLE: &str = "Commands that look after the knowledge";
/// The title of `/help marks`.
pub const MARKS_TITLE: &str = "Grades and marks";

/// What stands below the list of commands.
pub const NOTES: [&str; 3] = [
    "Countries are understood by name, code, flag, capital and in many languages.",
    "section:… opens a part of an answer, as in /compare turkiye pakistan section:timeline; layout:… lays it out.",
    "/help marks explains grades and marks; /help compare one command; /help teams channels and discussions; /help knowledge \
     what editors do.",
];

/// How a command is written.
#[must_use]
pub fn as_a_line(usage: &str) -> String {
    format!("As a line: {usage}")
}

/// A line that works.
#[must_use]
pub fn for_example(example: &str) -> String {
    format!("For example: {example}")
}

/// Every grade and mark with what it means.
#[must_use]
pub fn marks() -> Vec<(String, String)> {
    let mut marks: Vec<(String, String)> = Vec::new();
    let mut add = |mark: &str, text: &str| marks.push((mark.to_owned(), text.to_owned()));
    add("→ ←", "the subject’s own policy; the other side’s");
    add("≠", "this dated fact speaks against the judgement above it");
    add(
        "(claim)",
        "stated as fact by somebody whose word cannot be taken for it; “Name: …” says whose word it is",
    );
    add("(judgement)", "somebody’s opinion, not a checkable fact");
    add("*", "a year that no source at hand gives");
    add("(ended 2024-04)", "what it says stopped being so then");
    add(
        "At odds with",
        "another statement says otherwise; “Replaces” and “Since then”: one took the other’s place",
    );
    add("—", "nothing is recorded, or no date is known; this does not mean there is none");
    let levels: Vec<String> =
        Level::ALL.iter().map(|level| format!("{} {level}", super::marks::level(*level))).collect();
    add("Level", &format!("how much, in the judgement of the source: {}", levels.join(", ")));
    let trends: Vec<String> =
        Trend::ALL.iter().map(|trend| format!("{} {trend}", super::marks::trend(*trend))).collect();
    add("Trend", &format!("which way it goes, not how large it is: {}", trends.join(", ")));
    let letters: Vec<String> =
        Reliability::ALL.iter().map(|letter| format!("{letter} {}", letter.meaning())).collect();
    add("Letter", &format!("how reliable the source is (Admiralty Code): {}", letters.join(", ")));
    let digits = (1..=6).filter_map(|digit| Credibility::try_from(digit).ok());
    let digits: Vec<String> = digits.map(|digit| format!("{} {}", digit.digit(), digit.meaning())).collect();
    add("Digit", &format!("how credible the statement is: {}", digits.join(", ")));
    marks
}

/// What is to be known of a comparison.
#[must_use]
pub fn about_comparison(subject: &Named, partners: &[Named]) -> Vec<String> {
    let lines: Vec<String> =
        partners.iter().map(|partner| format!("/facts {} {}", subject.id, partner.id)).collect();
    vec![
        "A judgement is the source’s own, as it wrote it. Below each stands the newest dated fact that bears on it \
         and still holds; where facts speak against it (≠), the newest of those."
            .to_owned(),
        "What was cancelled, is over or has been replaced is listed in the timeline with its end; it never counts as latest."
            .to_owned(),
        format!("For every statement: {}; /help marks explains grades and marks.", and_list(&lines)),
    ]
}

/// What stands where there is more than one answer holds.
pub const MORE_THAN_ONE_ANSWER: &str =
    "There is more than one answer can hold; narrow it by area or partner.";
/// What a deprecated statement is.
pub const DEPRECATED: &str = "deprecated: kept, but not to be relied on";
/// The heading of the latest facts.
pub const LATEST: &str = "Latest";
/// The heading of memberships that do not hold at the time.
pub const AT_ANOTHER_TIME: &str = "At another time";
/// What is to be known of memberships at a date whose years have no source.
pub const UNSOURCED_YEARS: &str =
    "Who belonged when rests on years that no source at hand gives; check them before you use them.";
/// The columns of a brief, which are not shown.
pub const TOPIC: &str = "Topic";
/// The second of them.
pub const KNOWN: &str = "What is known";
/// The row of the newest facts in a brief.
pub const LATELY: &str = "Lately";
/// The row of judgements.
pub const JUDGED: &str = "Judged";
/// The row of figures.
pub const FIGURES: &str = "Figures";
/// The row of what is gained.
pub const GAINS: &str = "Gains";
/// The row of advice.
pub const ADVICE: &str = "Advice on";

/// The title of a brief.
#[must_use]
pub fn brief_title(both: &str, day: PartialDate) -> String {
    format!("{both}: for a meeting on {day}")
}

/// The title of `/benefits`.
#[must_use]
pub fn benefits_title(subject: &Named, partner: &Named) -> String {
    format!("What {} gains from {}", the(subject), the(partner))
}

/// That no benefit is recorded.
#[must_use]
pub fn no_benefits(subject: &Named, partner: &Named) -> String {
    format!(
        "No benefit to {} from {} is recorded. {} See /facts {} {}.",
        the(subject),
        the(partner),
        super::answers::NOT_NONE,
        subject.id,
        partner.id
    )
}

/// How many benefits are recorded the other way round.
#[must_use]
pub fn benefits_reversed(subject: &Named, partner: &Named, many: usize) -> String {
    format!("The other way round ({}): /benefits {} {}", count(many, "benefit"), partner.id, subject.id)
}

/// The title of `/recommend`.
#[must_use]
pub fn advice_title(subject: &Named) -> String {
    format!("Recommendations to {}", the(subject))
}

/// That no advice is recorded, and in which areas there is some.
#[must_use]
pub fn no_advice(subject: &Named, within: &str, areas: &[String]) -> String {
    let elsewhere = if areas.is_empty() {
        String::new()
    } else {
        format!(" There is advice on {}: /recommend {}.", and_list(areas), subject.id)
    };
    format!("No recommendation to {}{within} is recorded.{elsewhere}", the(subject))
}

/// Who belongs, and since when is not recorded.
#[must_use]
pub fn since_unknown(many: usize, names: &[String]) -> String {
    format!("Since when is not recorded ({many}): {}", names.join(", "))
}

/// Who belongs in one way.
#[must_use]
pub fn members(status: MembershipStatus, many: usize, names: &[String]) -> String {
    let status = super::capitalised(&match status {
        MembershipStatus::Suspended
        | MembershipStatus::Withdrawn
        | MembershipStatus::Invited
        | MembershipStatus::Leaving => status.to_string(),
        MembershipStatus::NationalBody => "national bodies".to_owned(),
        counted => count(2, counted.as_str()).trim_start_matches("2 ").to_owned(),
    });
    format!("{status} ({many}): {}", names.join(", "))
}

/// That no members are recorded.
#[must_use]
pub fn no_members(organisation: &Named, as_of: Option<PartialDate>) -> String {
    format!(
        "No members of {} are recorded{}. {}",
        the(organisation),
        super::answers::as_of(as_of),
        super::answers::NOT_NONE
    )
}

/// What an actor belongs to.
#[must_use]
pub fn belongs_to(names: &[String]) -> String {
    format!("In: {}", names.join(" · "))
}

/// That no membership is recorded.
#[must_use]
pub fn no_membership(actor: &Named, as_of: Option<PartialDate>) -> String {
    format!("No membership of {} is recorded{}.", the(actor), super::answers::as_of(as_of))
}

/// With whom there is most.
#[must_use]
pub fn most_recorded_with(names: &[String]) -> String {
    format!("Most statements with: {}", names.join(" · "))
}

/// The title of `/relations`.
#[must_use]
pub fn relations_title(actor: &Named) -> String {
    format!("Relations of {}, most recorded first", the(actor))
}

/// How relations are counted.
#[must_use]
pub fn counted_either_way(shown: usize, all: usize) -> String {
    let of = some_of(shown, all).map_or(String::new(), |text| format!(" {text}"));
    format!("Statements in both directions are counted; /compare shows them.{of}")
}

/// How many of all are shown, where not all are.
#[must_use]
pub fn some_of(shown: usize, all: usize) -> Option<String> {
    (shown < all).then(|| format!("{shown} of {all} are shown."))
}

/// The title of `/shared`.
#[must_use]
pub fn shared_title(names: &[String]) -> String {
    format!("What {} belong to", and_list(names))
}

/// That nothing is recorded that several belong to.
#[must_use]
pub fn nothing_shared(names: &[String], as_of: Option<PartialDate>) -> String {
    format!("No membership of {} is recorded{}.", and_list(names), super::answers::as_of(as_of))
}

/// The title of `/areas`.
pub const AREAS: &str = "Areas of policy";
/// Its columns.
pub const AREA_COLUMNS: [&str; 3] = ["Area", "Also understood", "Statements"];
/// How an area is asked for.
pub const ASK_FOR_AN_AREA: &str = "Ask for one with area:…, as in /facts turkiye pakistan area:defence.";
/// The title of `/sources`.
pub const SOURCES: &str = "Sources";
/// Its columns.
pub const SOURCE_COLUMNS: [&str; 3] = ["Source", "How reliable", "Cited by"];
/// That there are none.
pub const NO_SOURCES: &str = "No source is recorded yet.";
/// What is known of one source, in order.
pub const SOURCE_FACTS: [&str; 10] = [
    "Author",
    "Publisher",
    "Kind",
    "Published",
    "Read on",
    "Reliability",
    "Viewpoint",
    "Language",
    "Cited by",
    "Note",
];

/// Which sources the first screen shows.
#[must_use]
pub fn most_cited(shown: usize, all: usize) -> String {
    let of = if shown < all { format!("The {shown} most cited of {all}. ") } else { String::new() };
    format!("{of}/sources and the name of one shows all about it.")
}
