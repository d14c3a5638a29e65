//! What a half-typed or misspelt name may become.

use std::collections::HashMap;

use super::{Claim, Gazetteer, Strength};
use crate::knowledge::fold::fold_word;
use crate::knowledge::lookalike::skeleton;
use crate::knowledge::{Actor, ActorKind};

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
        let letters = folded.chars().count();
        let limit = allowed_distance(letters);
        let is_chosen = |claim: &&Claim| matches!(claim.strength, Strength::Own | Strength::Chosen);
        let mut near: Vec<(usize, usize)> = self
            .names
            .iter()
            // Codes are not spellings: “hel” should not be met with “did you mean DEL?”.
            .filter(|(name, claims)| {
                name.chars().nth(3).is_some() && claims.iter().any(|one| is_chosen(&one))
            })
            .filter_map(|(name, claims)| Some((distance(&folded, &look, letters, name, limit)?, claims)))
            .flat_map(|(slips, claims)| claims.iter().filter(is_chosen).map(move |one| (slips, one.actor)))
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
            for (name, claims) in &self.names {
                let Some(first) = claims.first() else { continue };
                // A few letters of some language out of a hundred are no name that is being typed.
                let is_chance =
                    first.strength == Strength::Translated && folded.is_ascii() && name != &folded;
                if is_chance && folded.len() < 4 {
                    continue;
                }
                let is_other = first.strength > Strength::Own;
                let class = if *name == folded {
                    (0, is_other)
                } else if name.starts_with(&folded) {
                    (1, is_other)
                } else if name.split(' ').any(|word| word.starts_with(&folded)) {
                    (2, is_other)
                } else {
                    continue;
                };
                for claim in strongest_among(claims, &is_one) {
                    let best = classes.entry(claim.actor).or_insert(class);
                    *best = class.min(*best);
                }
            }
            if classes.len() < most {
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

/// How far a typed text is from a name, if it is near at all.
fn distance(folded: &str, look: &str, letters: usize, name: &str, limit: usize) -> Option<usize> {
    if name == look {
        return Some(0);
    }
    if letters >= 3 && name.starts_with(folded) {
        return Some(1);
    }
    let length = name.chars().count();
    if length.abs_diff(letters) > limit {
        return None;
    }
    // Whoever slips seldom does so in the first letter: “kurdistan” is nobody’s Gürcistan.
    let begins_alike = name.chars().next() == folded.chars().next();
    let limit = if begins_alike { limit } else { limit.min(1) };
    Some(strsim::osa_distance(folded, name)).filter(|slips| *slips <= limit)
}
