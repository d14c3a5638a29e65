//! Building a gazetteer: actors and shared names in any order, what is found by them in order.

use std::collections::HashMap;

use super::{Claim, Gazetteer, Strength};
use crate::knowledge::fold::fold;
use crate::knowledge::item::{Actor, Ambiguity, NameKind};

impl From<NameKind> for Strength {
    fn from(kind: NameKind) -> Self {
        match kind {
            NameKind::Alias | NameKind::Former | NameKind::Adjective | NameKind::Metonym => Self::Chosen,
            NameKind::Formal => Self::Formal,
            NameKind::Translation => Self::Translated,
        }
    }
}

/// Builds a [`Gazetteer`], actor by actor.
#[derive(Debug, Default)]
pub struct GazetteerBuilder {
    gazetteer: Gazetteer,
    ambiguities: Vec<Ambiguity>,
}

impl GazetteerBuilder {
    /// Adds an actor with all its names.
    pub fn add(&mut self, mut actor: Actor) {
        let Ok(place) = u32::try_from(self.gazetteer.actors.len()) else { return };
        for name in [&actor.id, &actor.name].into_iter().chain(&actor.iso2).chain(&actor.flag) {
            self.claim(name, Strength::Own, place);
        }
        for name in &actor.names {
            self.claim(&name.text, name.kind.into(), place);
        }
        actor.names.retain(|name| Strength::from(name.kind) <= Strength::Chosen);
        actor.names.shrink_to_fit();
        self.gazetteer.actors.push(actor);
    }

    /// Adds a name that several actors bear, be they added before or after.
    pub fn share(&mut self, ambiguity: Ambiguity) {
        self.ambiguities.push(ambiguity);
    }

    /// A name of nothing is not claimed, and one too long to be typed neither.
    fn claim(&mut self, name: &str, strength: Strength, actor: u32) {
        let folded = fold(name);
        let Gazetteer { letters, claims, .. } = &mut self.gazetteer;
        if let (Ok(start), Ok(bytes @ 1..)) = (u32::try_from(letters.len()), u16::try_from(folded.len())) {
            letters.push_str(&folded);
            claims.push(Claim { start, bytes, actor, strength });
        }
    }

    /// The gazetteer of what was added, in whatever order it was.
    #[must_use]
    pub fn build(mut self) -> Gazetteer {
        self.put_actors_in_order();
        for Ambiguity { id, choices } in std::mem::take(&mut self.ambiguities) {
            let choices: Vec<u32> = choices.iter().filter_map(|id| self.gazetteer.place(id)).collect();
            if choices.len() > 1 {
                for place in choices {
                    self.claim(&id, Strength::Shared, place);
                }
            }
        }
        let mut gazetteer = self.gazetteer;
        let mut claims = std::mem::take(&mut gazetteer.claims);
        let name = |claim: &Claim| gazetteer.claimed(claim);
        // Stable: choices stay in the order in which they were written.
        claims.sort_by(|a, b| (name(a), a.strength).cmp(&(name(b), b.strength)));
        claims.dedup_by(|next, claim| {
            next.actor == claim.actor && next.strength == claim.strength && name(next) == name(claim)
        });
        claims.shrink_to_fit();
        gazetteer.claims = claims;
        gazetteer.letters.shrink_to_fit();
        gazetteer.actors.shrink_to_fit();
        gazetteer
    }

    /// Puts the actors in order of id, and each one’s claims in that order too.
    fn put_actors_in_order(&mut self) {
        let Gazetteer { actors, claims, .. } = &mut self.gazetteer;
        let mut placed: Vec<(u32, Actor)> = (0_u32..).zip(actors.drain(..)).collect();
        placed.sort_by(|(_, one), (_, other)| one.id.cmp(&other.id));
        let moved: HashMap<u32, u32> = placed.iter().zip(0_u32..).map(|((was, _), is)| (*was, is)).collect();
        for claim in claims.iter_mut() {
            claim.actor = moved.get(&claim.actor).copied().unwrap_or(claim.actor);
        }
        claims.sort_by_key(|claim| claim.actor);
        actors.extend(placed.into_iter().map(|(_, actor)| actor));
    }
}
