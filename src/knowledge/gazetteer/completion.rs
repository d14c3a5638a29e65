//! What a half-typed or misspelt name may become.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;

use super::{Claim, Gazetteer, Strength};
use crate::knowledge::fold::fold_word;
use crate::knowledge::lookalike::skeleton;
use crate::knowledge::{Actor, ActorKind};

/// Of how few who fit what is typed near misses are offered as well.
const FEW: usize = 5;

impl Gazetteer {
    /// The actors whose names are near to a text that means nobody: nearest first, at most `most`,
    /// equally near ones all before any that is farther.
    ///
    /// Work is bounded: the text is cut to 64 characters and compared with names of about its length.
    #[must_use]
    pub fn suggest(&self, text: &str, most: usize) -> Vec<&Actor> {
        let folded = fold_word(text);
        if folded.is_empty() {
            return Vec::new();
        }
        // A text that only looks like a name (Cyrillic “Ра” for “Pa”) is nearest of all.
        let look = fold_word(&skeleton(&folded));
        let is_chosen = |claim: &&Claim| matches!(claim.strength, Strength::Own | Strength::Chosen);
        let mut near: Vec<(usize, usize)> = self
            .near(&folded, &look)
            // Codes are not spellings: “hel” should not be met with “did you mean DEL?”.
            .filter(|(_, name, _)| name.chars().nth(3).is_some())
            .flat_map(|(slips, _, claims)| claims.iter().filter(is_chosen).map(move |one| (slips, one.actor)))
            .collect();
        near.sort_unstable();
        // What is much farther than the nearest was not meant.
        let farthest = near.first().map_or(0, |(nearest, _)| nearest + 1);
        near.retain(|(slips, _)| *slips <= farthest);
        let mut found: Vec<&Actor> = Vec::new();
        for actor in near.into_iter().filter_map(|(_, place)| self.actors.get(place)) {
            if !found.iter().any(|known| known.id == actor.id) {
                found.push(actor);
            }
        }
        found.truncate(most);
        found
    }

    /// The names that are near to a text, with how far each is, and who claims it.
    ///
    /// Whoever slips seldom does so in the first letter (“kurdistan” is nobody’s Gürcistan): names that begin with another
    /// are near only where nothing else is wrong, and can be looked up.
    fn near<'a>(
        &'a self,
        folded: &'a str,
        look: &'a str,
    ) -> impl Iterator<Item = (usize, &'a str, &'a [Claim])> {
        let letters = folded.chars().count();
        let limit = allowed_distance(letters);
        let first = folded.chars().next().map_or(0, char::len_utf8);
        let (initial, rest) = folded.split_at(first);
        let begun_alike = self
            .starting(initial)
            .filter_map(move |(name, claims)| Some((distance(folded, letters, name, limit)?, name, claims)));
        let second = rest.chars().next();
        let swapped = second.map(|second| format!("{second}{initial}{}", &rest[second.len_utf8()..]));
        let others = self.initials.iter().filter(move |other| !folded.starts_with(**other));
        let begun_otherwise =
            others.flat_map(move |other| [format!("{other}{rest}"), format!("{other}{folded}")]);
        let begun_otherwise = begun_otherwise.chain(swapped).chain([rest.to_owned()]);
        let look_up = |slips: usize| {
            move |name: String| {
                self.names
                    .get_key_value(&name)
                    .map(|(name, claims)| (slips, name.as_str(), claims.as_slice()))
            }
        };
        let alike = [look.to_owned()].into_iter().filter_map(look_up(0));
        alike.chain(begun_alike).chain(begun_otherwise.filter_map(look_up(1)))
    }

    /// The names that start so.
    fn starting<'a>(&'a self, start: &'a str) -> impl Iterator<Item = (&'a str, &'a [Claim])> {
        starting(&self.names, start)
    }

    /// The actors that may be meant which a half-typed name may become: first those with a name that starts so, then
    /// those with a word that does, then near misses; within each those in `likely` (ids, the likeliest
    /// first) before others, then those whose own name or code it is, then by name. At most `most`.
    #[must_use]
    pub fn complete(
        &self,
        typed: &str,
        likely: &[String],
        most: usize,
        may_be: &dyn Fn(&Actor) -> bool,
    ) -> Vec<&Actor> {
        let folded = fold_word(typed);
        let is_one = |place: &usize| self.actors.get(*place).is_some_and(may_be);
        let place_among = |actor: &Actor| likely.iter().position(|id| *id == actor.id).unwrap_or(usize::MAX);
        // How well each fits, and whether by another name than its own.
        let mut classes: HashMap<usize, (u8, bool)> = HashMap::new();
        if folded.is_empty() {
            // Where nothing is typed, states come before bodies, and prominent bodies before others.
            let class = |place: usize| (self.actors.get(place).map_or(0, standing), false);
            classes.extend((0..self.actors.len()).filter(is_one).map(|place| (place, class(place))));
        } else {
            let mut note = |class: u8, claims: &[Claim]| {
                let Some(first) = claims.first() else { return };
                let class = (class, first.strength > Strength::Own);
                for claim in strongest_among(claims, &is_one) {
                    let best = classes.entry(claim.actor).or_insert(class);
                    *best = class.min(*best);
                }
            };
            for (name, claims) in self.starting(&folded) {
                // A few letters of some language out of a hundred are no name that is being typed.
                let is_of_others = claims.first().is_some_and(|first| first.strength == Strength::Translated);
                let is_chance = is_of_others && folded.is_ascii() && folded.len() < 4;
                if name == folded {
                    note(0, claims);
                } else if !is_chance {
                    note(1, claims);
                }
            }
            for (_, claims) in starting(&self.later, &folded) {
                note(2, claims);
            }
            if classes.len() < FEW {
                for actor in self.suggest(typed, most) {
                    if let Some(place) = self.place(&actor.id).filter(is_one) {
                        classes.entry(place).or_insert((3, false));
                    }
                }
            }
        }
        let fit = |actor: &Actor, class: u8, is_other: bool| match class {
            _ if folded.is_empty() => (0, place_among(actor), class),
            // Of those whom a name means exactly, whose own it is comes first, however likely others are.
            0 => (0, 0, u8::from(is_other)),
            _ => (class, place_among(actor), u8::from(is_other)),
        };
        let found = classes.into_iter().filter_map(|(place, (class, is_other))| {
            self.actors.get(place).map(|actor| (fit(actor, class, is_other), actor))
        });
        let mut found: Vec<((u8, usize, u8), &Actor)> = found.collect();
        // Folded, so that Türkiye stands before Turkmenistan.
        found.sort_by_cached_key(|(fit, actor)| (*fit, fold_word(&actor.name)));
        found.truncate(most);
        found.into_iter().map(|(_, actor)| actor).collect()
    }
}

/// How soon an actor is offered where nothing is typed: states that there are, then bodies as they are named among
/// others, then regions, then what there is no more.
fn standing(actor: &Actor) -> u8 {
    match actor.kind {
        _ if actor.period.to.is_some() => u8::MAX,
        ActorKind::State => 0,
        ActorKind::Organisation => actor.prominence,
        ActorKind::Region => u8::MAX - 1,
    }
}

/// Of all claims to one name by some actors, those that are as strong as the first.
fn strongest_among<'a>(
    claims: &'a [Claim],
    is_one: &'a dyn Fn(&usize) -> bool,
) -> impl Iterator<Item = &'a Claim> {
    let theirs = move |claim: &&Claim| is_one(&claim.actor);
    let first = claims.iter().find(theirs).map(|claim| claim.strength);
    claims.iter().filter(theirs).filter(move |claim| Some(claim.strength) == first)
}

/// How many slips are forgiven in a name of so many letters; more, and it is another word.
fn allowed_distance(letters: usize) -> usize {
    if letters < 6 { 1 } else { 2 }
}

/// How far a typed text is from a name that begins with the same letter, if it is near at all.
fn distance(folded: &str, letters: usize, name: &str, limit: usize) -> Option<usize> {
    if letters >= 3 && name.starts_with(folded) {
        return Some(1);
    }
    let length = name.chars().count();
    if length.abs_diff(letters) > limit {
        return None;
    }
    Some(strsim::osa_distance(folded, name)).filter(|slips| *slips <= limit)
}

/// The entries of a map whose keys start so.
fn starting<'a>(
    map: &'a BTreeMap<String, Vec<Claim>>,
    start: &'a str,
) -> impl Iterator<Item = (&'a str, &'a [Claim])> {
    let from = map.range::<str, _>((Bound::Included(start), Bound::Unbounded));
    from.take_while(move |(name, _)| name.starts_with(start))
        .map(|(name, claims)| (name.as_str(), claims.as_slice()))
}
