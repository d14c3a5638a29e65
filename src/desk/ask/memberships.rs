//! Questions of who belongs where: answered from the memberships.

use super::{Finding, Question, belonging};
use crate::answer::Named;
use crate::answer::ask::{Lead, Whether};
use crate::answer::world::Belonging;
use crate::desk::organisations::standing;
use crate::knowledge::lexicon::keys;
use crate::knowledge::{Cue, MembershipStatus, PartialDate, Period, QuestionKind};
use crate::request::reading::Term;
use crate::store::memberships::CitedMembership;

/// What an explanation calls these findings.
pub(super) const MEMBERSHIPS: &str = "memberships";

/// How well a membership answers a question that is of nothing else: better than any statement.
const SURE: f64 = 1.2;

/// The answer, where it is a question of belonging.
pub(super) fn find(question: &Question<'_>, held: &[CitedMembership]) -> Option<Finding> {
    let reading = question.reading;
    let has = |term: &Term, key: &str| term.concepts.iter().any(|id| id == key);
    let is_of_bodies = |term: &Term| {
        has(term, keys::BELONGING)
            || has(term, keys::LEAVING)
            || has(term, keys::BODIES)
            || has(term, keys::AGENT)
            // “Which organisations do they share?”
            || has(term, keys::SHARE) && question.states.len() > 1
            || status_of(term).is_some() && !question.organisations.is_empty()
    };
    // Whatever else it speaks of is not a matter of belonging; nor is which of the members has most of something.
    let is_of_most = reading.has(Cue::Most) || reading.has(Cue::Least);
    if !reading.terms.iter().all(is_of_bodies) || is_of_most && !question.states.is_empty() {
        return None;
    }
    let leaves = reading.terms.iter().any(|term| has(term, keys::LEAVING));
    match (question.states.as_slice(), question.organisations.as_slice()) {
        ([], [organisation, ..]) if asks_for_members(reading.kind) => members(question, organisation, held),
        ([first, rest @ ..], [organisation, ..])
            if asks_of_belonging(reading.kind) || leaves && reading.kind == QuestionKind::Why =>
        {
            let each = std::iter::once(first).chain(rest);
            let found: Vec<Finding> =
                each.filter_map(|member| of_one(question, member, organisation, leaves, held)).collect();
            found.into_iter().reduce(Finding::and)
        }
        // “Is Egypt about to join the pact of the two?” asks of no organisation.
        ([_, _, ..], []) if speaks_of_bodies(question) && reading.kind != QuestionKind::Verify => {
            shared(question, held)
        }
        ([member], []) if speaks_of_bodies(question) => all_of_one(question, member, held),
        _ => None,
    }
}

/// The status that a word names: “the partners of BRICS”.
fn status_of(term: &Term) -> Option<MembershipStatus> {
    let stem = term.stems.first().map(String::as_str)?;
    MembershipStatus::ALL
        .iter()
        .copied()
        .find(|status| crate::knowledge::lexicon::stem(status.as_str()) == stem)
}

fn asks_for_members(kind: QuestionKind) -> bool {
    matches!(
        kind,
        QuestionKind::Members
            | QuestionKind::Who
            | QuestionKind::Amount
            | QuestionKind::Membership
            | QuestionKind::What
    )
}

fn asks_of_belonging(kind: QuestionKind) -> bool {
    matches!(
        kind,
        QuestionKind::Membership
            | QuestionKind::Verify
            | QuestionKind::When
            | QuestionKind::Since
            | QuestionKind::Members
            | QuestionKind::What
            | QuestionKind::Stance
            | QuestionKind::Compare
    )
}

fn speaks_of_bodies(question: &Question<'_>) -> bool {
    let named = |term: &Term| term.concepts.iter().any(|id| id == keys::BODIES || id == keys::BELONGING);
    !question.reading.terms.is_empty() && question.reading.terms.iter().any(named)
        || question.reading.kind == QuestionKind::Membership
}

/// The time asked about, or today.
fn date(question: &Question<'_>) -> PartialDate {
    question.reading.time.and_then(|time| time.period.to.or(time.period.from)).unwrap_or(question.today)
}

/// Whether it holds at the time asked about, or now.
fn holds(question: &Question<'_>, cited: &CitedMembership) -> bool {
    cited.membership.period.holds_at(date(question))
}

fn of_one(
    question: &Question<'_>,
    member: &str,
    organisation: &str,
    leaves: bool,
    held: &[CitedMembership],
) -> Option<Finding> {
    let of_pair = |one: &&CitedMembership| {
        one.membership.member == member && one.membership.organisation == organisation
    };
    let mut found: Vec<&CitedMembership> = held.iter().filter(of_pair).collect();
    // What holds comes first, then that it was a member, then what began last.
    found.sort_by_key(|one| {
        let (holds, membership) = (holds(question, one), &one.membership);
        let is_less = !holds && membership.status != MembershipStatus::Member;
        (!holds, is_less, std::cmp::Reverse(membership.period.from))
    });
    let who = question.named(member);
    let Some(first) = found.first() else {
        let source =
            held.iter().find(|one| one.membership.organisation == organisation)?.sources.first()?.clone();
        let lead = Lead::BelongsNot { member: who, organisation: question.named(organisation), source };
        return Some(Finding::new(MEMBERSHIPS, lead, SURE, Vec::new()));
    };
    let ids: Vec<String> = found.iter().map(|one| one.membership.id.clone()).collect();
    let belonging = belonging(question, first, organisation);
    let lead = if leaves
        && first.membership.status != MembershipStatus::Withdrawn
        && first.membership.period.to.is_none()
    {
        Lead::NeverLeft { member: who, belonging }
    } else if question.reading.kind == QuestionKind::Why {
        // That it left does not say why.
        return None;
    } else {
        let is_yes_no = matches!(question.reading.kind, QuestionKind::Membership | QuestionKind::Verify);
        let whether = is_yes_no.then(|| whether(question, first, leaves));
        Lead::Belongs { member: who, to: vec![belonging], whether }
    };
    Some(Finding::new(MEMBERSHIPS, lead, SURE, ids))
}

/// The answer to whether somebody is in an organisation, or has the standing there that is asked about, or has left it.
fn whether(question: &Question<'_>, first: &CitedMembership, leaves: bool) -> Whether {
    use MembershipStatus::{Leaving, Member, Suspended, Withdrawn};
    let (membership, holds) = (&first.membership, holds(question, first));
    let since = Period { to: None, ..membership.period };
    let has_ended = !holds && membership.period.to.is_some() && since.holds_at(date(question));
    let was_in = matches!(membership.status, Member | Leaving | Suspended);
    let asked = question.reading.terms.iter().find_map(status_of).unwrap_or(Member);
    match membership.status {
        status if leaves && (status == Withdrawn || was_in && has_ended) => Whether::Yes,
        _ if leaves && was_in => Whether::NotYet,
        _ if leaves => Whether::No,
        Withdrawn => Whether::NotAnyMore,
        status if holds && status == asked => Whether::Yes,
        Leaving if holds && asked == Member => Whether::Still,
        _ if holds => Whether::NotAs(asked),
        status if has_ended && (was_in || status == asked) => Whether::NotAnyMore,
        _ if has_ended => Whether::No,
        _ => Whether::NotThen,
    }
}

fn members(question: &Question<'_>, organisation: &str, held: &[CitedMembership]) -> Option<Finding> {
    let there = held.iter().filter(|one| one.membership.organisation == organisation && holds(question, one));
    let there: Vec<&CitedMembership> = there.collect();
    let status = question.reading.terms.iter().find_map(status_of).unwrap_or(MembershipStatus::Member);
    let of = |one: &&CitedMembership| belonging(question, one, &one.membership.member);
    let (mut members, others): (Vec<&CitedMembership>, Vec<&CitedMembership>) =
        there.into_iter().partition(|one| one.membership.status == status);
    // Who is suspended is in the list of members, too: it is counted once.
    let is_suspended = |member: &str| {
        others.iter().any(|one| {
            one.membership.status == MembershipStatus::Suspended && one.membership.member == member
        })
    };
    members.retain(|one| !is_suspended(&one.membership.member));
    let ids = members.iter().chain(&others).map(|one| one.membership.id.clone()).collect();
    let mut members: Vec<Belonging> = members.iter().map(of).collect();
    members.sort_by(|one, other| one.of.name.cmp(&other.of.name));
    if members.is_empty() {
        return None;
    }
    let others = others.iter().map(of).collect();
    let lead = Lead::Members { organisation: question.named(organisation), status, members, others };
    Some(Finding::new(MEMBERSHIPS, lead, SURE, ids))
}

/// The organisations that all of several are members of.
fn shared(question: &Question<'_>, held: &[CitedMembership]) -> Option<Finding> {
    let is_in = |organisation: &str, member: &str| {
        held.iter().find(|one| {
            one.membership.organisation == organisation
                && one.membership.member == member
                && one.membership.status == MembershipStatus::Member
                && holds(question, one)
        })
    };
    let mut organisations: Vec<&str> = held.iter().map(|one| one.membership.organisation.as_str()).collect();
    organisations.sort_unstable();
    organisations.dedup();
    organisations
        .retain(|organisation| question.states.iter().all(|state| is_in(organisation, state).is_some()));
    let cited: Vec<&CitedMembership> = organisations
        .iter()
        .flat_map(|organisation| question.states.iter().filter_map(|state| is_in(organisation, state)))
        .collect();
    if cited.is_empty() {
        return None;
    }
    let mut named: Vec<Named> = organisations.iter().map(|id| question.named(id)).collect();
    named.sort_by_key(|one| standing(one, question.catalogue));
    let lead = Lead::Shared {
        actors: question.states.iter().map(|state| question.named(state)).collect(),
        organisations: named,
        sources: cited.iter().filter_map(|one| one.sources.first().cloned()).collect(),
    };
    let ids = cited.iter().map(|one| one.membership.id.clone()).collect();
    Some(Finding::new(MEMBERSHIPS, lead, SURE, ids))
}

fn all_of_one(question: &Question<'_>, member: &str, held: &[CitedMembership]) -> Option<Finding> {
    let there: Vec<&CitedMembership> =
        held.iter().filter(|one| one.membership.member == member && holds(question, one)).collect();
    if there.is_empty() {
        return None;
    }
    let ids = there.iter().map(|one| one.membership.id.clone()).collect();
    let mut to: Vec<Belonging> =
        there.iter().map(|one| belonging(question, one, &one.membership.organisation)).collect();
    let catalogue = question.catalogue;
    to.sort_by_key(|one| (one.status != MembershipStatus::Member, standing(&one.of, catalogue)));
    let lead = Lead::Belongs { member: question.named(member), to, whether: None };
    Some(Finding::new(MEMBERSHIPS, lead, 0.85, ids))
}
