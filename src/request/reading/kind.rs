//! What a question asks for, by the words that say so and where they stand.

use super::shape::Shape;
use crate::knowledge::QuestionKind::{
    self, Amount, Benefits, Borders, Compare, Members, Membership, Profile, Rank, Recommend, Since, Stance,
    Verify, What, When, Who, Why,
};

/// A run of words that asks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AskedAt {
    pub(super) kind: QuestionKind,
    pub(super) at: usize,
    pub(super) length: usize,
}

/// How much a sort of words says of what is asked, where a question has several: “why” more than “most”.
fn strength(kind: QuestionKind) -> usize {
    match kind {
        Why | Since | Recommend => 9,
        Borders => 13,
        When | Benefits => 8,
        Compare | Amount => 7,
        Members | Stance => 6,
        Rank => 5,
        Who => 4,
        Verify | Membership => 3,
        Profile | What => 1,
    }
}

/// What is asked for, and by which words; none where the shape of the question says it.
pub(super) fn kind(asked: &[AskedAt], shape: &Shape) -> (QuestionKind, Vec<AskedAt>) {
    let is_of_bodies = shape.organisations > 0;
    let leads = |one: &AskedAt| one.at <= shape.start + 1;
    let fits = |one: &&AskedAt| match one.kind {
        Members => is_of_bodies || one.length > 1,
        Membership => is_of_bodies || shape.terms == 0 || one.length > 2 && shape.is_yes_no,
        // “About” and “who is” ask for a profile where nothing else is asked.
        Profile => shape.terms == 0 && shape.states + shape.organisations == 1 && !shape.is_open,
        // “… when the ground shook”, “… that it should be”: within a question of another kind.
        // “Why was the border closed?” does not ask who has one.
        Borders => {
            let is_other =
                |one: &AskedAt| matches!(one.kind, Why | When | Since | Recommend | Stance | Compare);
            let is_of_one = shape.is_yes_no && shape.terms > 1;
            !(is_of_one || asked.iter().any(is_other))
        }
        // “What help came when …?”
        When if shape.is_open && one.length == 1 => leads(one),
        When | Who | Benefits if shape.is_yes_no => leads(one),
        _ => true,
    };
    let wh_leads =
        asked.iter().any(|one| leads(one) && matches!(one.kind, Who | When | Why | Amount | Since));
    let score = |one: &AskedAt| {
        let strength = match one.kind {
            Recommend | Benefits if wh_leads && !leads(one) => 4,
            kind => strength(kind),
        };
        strength + 5 * usize::from(leads(one)) + 3 * (one.length - 1)
    };
    let fitting: Vec<&AskedAt> = asked.iter().filter(fits).collect();
    // “Is part of” asks of belonging, and its “part of” for no share.
    let is_covered = |one: &AskedAt| {
        let covers = |longer: &&AskedAt| {
            longer.length > one.length
                && longer.at <= one.at
                && longer.at + longer.length >= one.at + one.length
        };
        fitting.iter().any(covers)
    };
    let best = fitting
        .iter()
        .filter(|one| !is_covered(one))
        .max_by_key(|one| (score(one), std::cmp::Reverse(one.at)));
    let has = |kind: QuestionKind| asked.iter().any(|one| one.kind == kind);
    let kind = match best.map(|one| one.kind) {
        // “Is India in the SCO?”
        Some(Membership | Verify | Members) | None
            if is_of_bodies && shape.states > 0 && shape.only_belonging =>
        {
            Membership
        }
        Some(Membership) if is_of_bodies && shape.states == 0 && (has(Who) || has(Members)) => Members,
        Some(Who | Members | Rank) | None
            if is_of_bodies
                && shape.states == 0
                && shape.only_belonging
                && (shape.joins || shape.lists || has(Members) || has(Who)) =>
        {
            Members
        }
        // “Is it among the five largest?”
        Some(Rank) if shape.is_yes_no => Verify,
        // “Which country sells most?”
        Some(Who) if has(Rank) => Rank,
        // “Which firm is behind it?”
        Some(Why) if shape.asks_of_agent => Who,
        Some(Membership | Verify) if is_of_bodies && shape.is_yes_no && !shape.only_belonging => Verify,
        // “How long is the border …”
        Some(Amount) if has(Borders) => Borders,
        Some(Who | Rank | Amount) | None if shape.is_choice => Compare,
        Some(kind) => kind,
        None if shape.is_of_reaction => Stance,
        None if shape.is_yes_no => Verify,
        None if shape.asks_of_agent => Who,
        // “Russia–Turkey trade 2021”
        None if shape.of_trade && !shape.is_open && shape.terms <= 2 => Amount,
        None if shape.terms == 0 && !shape.is_open && !shape.has_time => {
            match shape.states + shape.organisations {
                0 => What,
                1 => Profile,
                _ => Compare,
            }
        }
        None => What,
    };
    let said = asked.iter().filter(|one| one.kind == kind).copied().collect();
    (kind, said)
}
