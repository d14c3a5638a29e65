//! Titles, headings and notes of answers about foreign policy.

use super::{and_list, capitalised, count, the};
use crate::answer::Named;
use crate::answer::world::{Lifetime, NameFact, Sharing};
use crate::knowledge::{
    CitedStatement, Direction, Kind, LeastGrade, MembershipStatus, PartialDate, Period, Related,
    Relationship, Voice,
};

/// What is said wherever nothing is recorded.
pub const NOT_NONE: &str = "This does not mean there is none.";

/// What is to be known of benefits.
pub const EXPECTED: &str = " · expected, not shown to be realised";

/// What is said of years that no source gives, where that is so of some of those shown, which are marked.
pub const SOME_UNSOURCED: &str = "* no source at hand gives this year; check it before you use it.";

/// The same where it is so of all.
pub const ALL_UNSOURCED: &str = "No source at hand gives these years; check them before you use them.";

/// The same of one.
pub const ONE_UNSOURCED: &str = "No source at hand gives this year; check it before you use it.";

/// The mark of a year that no source gives.
pub const UNSOURCED_MARK: &str = "*";

/// “, as of 2015”, after a title.
#[must_use]
pub fn as_of(date: Option<PartialDate>) -> String {
    date.map_or(String::new(), |date| format!(", as of {date}"))
}

/// “: Defence”, after a title.
#[must_use]
pub fn of_area(area: Option<&Named>) -> String {
    area.map_or(String::new(), |area| format!(": {}", area.name))
}

/// What statements are narrowed to: “ · judgements, graded B2 or better”.
#[must_use]
pub fn narrowed(kind: Option<Kind>, grade: Option<LeastGrade>) -> String {
    let kind = kind.map(|kind| match kind {
        Kind::Fact => "facts".to_owned(),
        Kind::Assessment => "judgements".to_owned(),
        Kind::Benefit => "benefits".to_owned(),
    });
    let grade = grade.map(|grade| format!("graded {grade} or better"));
    let parts: Vec<String> = [kind, grade].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!(" · {}", parts.join(", ")) }
}

/// The sign between a subject and others.
#[must_use]
pub fn arrow(direction: Direction) -> &'static str {
    match direction {
        Direction::Both => "↔",
        Direction::To => "→",
        Direction::From => "←",
    }
}

/// “Türkiye → Pakistan · India”.
#[must_use]
pub fn towards(subject: &Named, partners: &[Named], direction: Direction) -> String {
    let partners: Vec<&str> = partners.iter().map(|partner| partner.name.as_str()).collect();
    format!("{} {} {}", subject.name, arrow(direction), partners.join(" · "))
}

/// Whose judgements a table holds, where they are all of one source and grade.
#[must_use]
pub fn judged_by(source: &str, grade: &str, any_claims: bool) -> String {
    format!("{} by {source} ({grade})", judged(any_claims))
}

/// Whose judgements a table holds, where they are of several sources.
#[must_use]
pub fn judged_by_several(sources: usize, any_claims: bool) -> String {
    format!("{} by {}", judged(any_claims), count(sources, "source"))
}

fn judged(any_claims: bool) -> &'static str {
    if any_claims { "Judged and claimed" } else { "Judged" }
}

/// What stands behind whose judgements they are, where facts speak against one.
pub const DISPUTED: &str = " · ≠ disputed";

/// What stands above the statements about a partner that no source judges.
#[must_use]
pub fn not_judged(subject: &Named, partner: &Named, alone: bool) -> String {
    if alone {
        format!("No source at hand judges the policy of {} towards {}. Recorded:", the(subject), the(partner))
    } else {
        format!("{} ↔ {}, which no source at hand judges. Recorded:", subject.name, partner.name)
    }
}

/// What stands above what tables hold of a pair about which there is no statement.
#[must_use]
pub fn only_tables() -> &'static str {
    "No source at hand judges this relation. From tables about the world:"
}

/// That nothing is recorded about a pair.
#[must_use]
pub fn nothing_between(subject: &Named, partner: &Named, within: &str) -> String {
    format!("{} {NOT_NONE}", nothing_recorded_between(subject, partner, within))
}

/// The same where it is said below what that does not mean.
#[must_use]
pub fn nothing_recorded_between(subject: &Named, partner: &Named, within: &str) -> String {
    format!("Nothing is recorded between {} and {}{within}.", the(subject), the(partner))
}

/// That there is no statement about two, though one of them is in the other.
#[must_use]
pub fn no_statement_between(subject: &Named, partner: &Named, within: &str) -> String {
    format!("No statement is recorded between {} and {}{within}.", the(subject), the(partner))
}

/// That there is no statement about two, and where it is shown what tables hold of them.
#[must_use]
pub fn no_statement_but_tables(subject: &Named, partner: &Named, within: &str) -> String {
    let none = no_statement_between(subject, partner, within);
    format!(
        "{none} {NOT_NONE} For trade, borders, disputes and votes: /compare {} {}",
        subject.id, partner.id
    )
}

/// “ in Energy”.
#[must_use]
pub fn within(area: Option<&Named>) -> String {
    area.map_or(String::new(), |area| format!(" in {}", area.name))
}

/// That nothing is recorded of a subject.
#[must_use]
pub fn nothing_about(subject: &Named, within: &str) -> String {
    format!("Nothing is recorded about {}{within}. {NOT_NONE}", the(subject))
}

/// The areas in which there is something, where there is nothing in the one asked for.
#[must_use]
pub fn elsewhere(areas: &[Named]) -> String {
    let names: Vec<String> = areas.iter().map(|area| area.name.clone()).collect();
    format!("Recorded in other areas: {}.", and_list(&names))
}

/// In whose policy a subject is spoken of that has none of its own recorded.
#[must_use]
pub fn spoken_of(lines: &[(String, usize, String)]) -> String {
    let each = lines.iter().map(|(who, many, line)| format!("{who} ({}): {line}", count(*many, "statement")));
    format!("Others speak of it: {}.", each.collect::<Vec<_>>().join("; "))
}

/// What a comparison at a date leaves out.
#[must_use]
pub fn known_by(date: PartialDate, undatable: usize) -> String {
    let left_out = match undatable {
        0 => String::new(),
        1 => " 1 statement is left out, as nothing says when it became known.".to_owned(),
        many => format!(" {many} statements are left out, as nothing says when they became known."),
    };
    format!("Only what was so and known as of {date} is shown.{left_out}")
}

/// Partners that were named more than once.
#[must_use]
pub fn shown_once(names: &[String]) -> String {
    format!("Named more than once and shown once: {}.", and_list(names))
}

/// Benefits in one area, which have a command of their own.
#[must_use]
pub fn benefits_apart(subject: &Named, partner: &Named, many: usize) -> String {
    format!(
        "What {} gains from {} there ({}): /benefits {} {}",
        subject.name,
        the(partner),
        count(many, "benefit"),
        subject.id,
        partner.id
    )
}

/// What two, or more, belong to: “Both in”, “All in”.
#[must_use]
pub fn both_in(everyone: usize, names: &[String]) -> String {
    format!("{}: {}", if everyone == 2 { "Both in" } else { "All in" }, names.join(", "))
}

/// What a subject shares with one partner besides.
#[must_use]
pub fn also_with(partner: &Named, names: &[String]) -> String {
    format!("with {} {}", the(partner), names.join(", "))
}

/// How somebody belongs to an organisation that is compared with them.
#[must_use]
pub fn belongs(who: &Named, status: MembershipStatus, organisation: &Named) -> String {
    format!("{} is {} {}.", capitalised(&the(who)), how(status), the(organisation))
}

/// How somebody belongs, before the name of the organisation.
pub(super) fn how(status: MembershipStatus) -> &'static str {
    match status {
        MembershipStatus::Member => "a member of",
        MembershipStatus::Observer => "an observer in",
        MembershipStatus::Candidate => "a candidate for",
        MembershipStatus::Associate => "an associate of",
        MembershipStatus::Partner => "a partner of",
        MembershipStatus::Invited => "invited to join",
        MembershipStatus::Leaving => "leaving",
        MembershipStatus::NationalBody => "represented by a national body in",
        MembershipStatus::Suspended => "suspended from",
        MembershipStatus::Withdrawn => "no longer in",
    }
}

/// Leaves some of many lines out, and says how many.
pub fn cut_lines(lines: &mut Vec<String>, most: usize) {
    let left_out = lines.len().saturating_sub(most);
    lines.truncate(most);
    if let Some(last) = lines.last_mut().filter(|_| left_out > 0) {
        last.push_str(&format!(" · {left_out} more"));
    }
}

/// Leaves some of a long list of names out, and says how many.
pub fn cut_list(names: &mut Vec<String>, most: usize) {
    if names.len() > most {
        let left_out = names.len() - most;
        names.truncate(most);
        if let Some(last) = names.last_mut() {
            last.push_str(&format!(" +{left_out}"));
        }
    }
}

/// That a name which several bear was taken for a state.
#[must_use]
pub fn presumed(typed: &str, state: &str, others: &[String]) -> String {
    format!(
        "{} is taken for the state {state}; it can also mean {}.",
        super::quoted(typed),
        super::or_list(others)
    )
}

/// The heading of one sort of row of organisations.
#[must_use]
pub fn sharing(sharing: Sharing, subject: &Named, partners: &[Named]) -> String {
    match (sharing, partners) {
        (Sharing::Itself, _) => format!("{} in it", subject.name),
        (Sharing::Ours, _) => format!("In {}", the(subject)),
        (Sharing::Both, _) => "Both in".to_owned(),
        (Sharing::SubjectAlone, _) => format!("Only {}", subject.name),
        (Sharing::PartnerAlone, [partner]) => format!("Only {}", partner.name),
        (Sharing::PartnerAlone, _) => "Only the partner".to_owned(),
    }
}

/// An organisation with how two belong to it, where not both are members.
#[must_use]
pub fn status_of(who: &str, status: MembershipStatus) -> String {
    format!("{who}: {status}")
}

/// What is said where it is not recorded since when somebody belongs.
pub const SINCE_UNKNOWN: &str = "start not recorded";

/// Memberships without a start date, in an answer at a date.
#[must_use]
pub fn undated_memberships(many: usize, date: PartialDate) -> String {
    format!("Memberships without a start date ({many}) are shown; they may be later than {date}.")
}

/// When an actor existed that did not at the date asked for, or does not any more.
#[must_use]
pub fn lifetime(lifetime: &Lifetime) -> Option<String> {
    let who = &lifetime.actor.name;
    let after: Vec<String> = lifetime.successors.iter().map(the).collect();
    let after = if after.is_empty() { String::new() } else { format!(", followed by {}", and_list(&after)) };
    match (lifetime.period.from, lifetime.period.to) {
        (_, Some(ended)) => Some(format!("{who} ended on {ended}{after}.")),
        (Some(began), None) => Some(format!("{who} has existed since {began}.")),
        (None, None) => None,
    }
}

/// How one statement stands to another, and what that one says.
#[must_use]
pub fn related(related: &Related) -> String {
    let how = match related.how {
        Relationship::ConflictsWith => "At odds with",
        Relationship::Supersedes => "Replaces",
        Relationship::SupersededBy => "Since then",
    };
    // “Pakistan’s military: …” says already whose word it is.
    let who = related.who.as_deref().filter(|who| !related.says.starts_with(who));
    let who = who.map(|who| who.split(" (").next().unwrap_or(who));
    let who = who.map_or(String::new(), |who| format!(" ({who})"));
    format!("{how}: {}{who}", related.says)
}

/// What tells a claim from a recorded fact; where somebody is named who claims it, that does.
#[must_use]
pub fn claim(cited: &CitedStatement) -> &'static str {
    match cited.voice() {
        Voice::Claimed if cited.statement.claimed_by.is_none() => " (claim)",
        _ => "",
    }
}

/// What tells a judgement from facts in a list of both.
#[must_use]
pub fn judgement(cited: &CitedStatement) -> &'static str {
    if cited.voice() == Voice::Assessment { " (judgement)" } else { "" }
}

/// That a statement stopped being so.
#[must_use]
pub fn ended(date: PartialDate) -> String {
    format!(" (ended {})", date.month())
}

/// How doubtful a statement is, where it is.
#[must_use]
pub fn doubt(cited: &CitedStatement) -> Option<&'static str> {
    match cited.statement.credibility.digit() {
        4 => Some("doubtful"),
        5 => Some("improbable"),
        _ => None,
    }
}

/// What is shown of all, where a first screen has no room for more.
#[must_use]
pub fn newest_of(shown: usize, all: usize) -> Option<String> {
    (shown < all).then(|| format!("The newest {shown} of {all}."))
}

/// The name of a row of figures, as a person would say it: “Trade, target”, “Culture, % change on the year before”.
#[must_use]
pub fn figure_row(area: &Named, unit: &str, is_target: bool, basis: Option<&str>) -> String {
    let what = match unit {
        "USD" => String::new(),
        "%" => basis.map_or(", %".to_owned(), |basis| format!(", {}", basis.trim_start_matches("of "))),
        unit => format!(", {unit}"),
    };
    let target = if is_target { ", target" } else { "" };
    format!("{}{what}{target}", area.name)
}

/// What a name of an actor is.
#[must_use]
pub fn name_fact(fact: NameFact) -> &'static str {
    match fact {
        NameFact::Code => "Code",
        NameFact::ShortCode => "Two-letter code",
        NameFact::Aliases => "Also known as",
        NameFact::Former => "Formerly",
        NameFact::Adjectives => "Adjective",
        NameFact::Metonyms => "Stands for its government",
    }
}

/// A period after a title.
#[must_use]
pub fn during(period: &Period) -> String {
    if period.is_open() { String::new() } else { format!(", {period}") }
}

/// Whose advice it is.
#[must_use]
pub fn whose_advice(source: Option<(&str, &str)>) -> String {
    let by = source.map_or("the sources".to_owned(), |(source, grade)| format!("{source} ({grade})"));
    format!("Advised by {by}")
}

/// What is to be known of advice.
pub const NOT_OURS: &str = " · not by Dragoman; the impact is an expectation, not a fact";

/// Who names these benefits.
#[must_use]
pub fn whose_benefits(source: Option<(&str, &str)>) -> String {
    let by = source.map_or("the sources".to_owned(), |(source, grade)| format!("{source} ({grade})"));
    format!("Named by {by}")
}

/// What is said, and not drawn, where nothing is recorded.
pub const NOTHING_RECORDED: &str = "nothing recorded";
