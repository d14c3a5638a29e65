//! What a question takes from the one before it: “and India?”, “what about trade?”, “why?”, “the other one”.

use super::{Reading, Term, TermClass};
use crate::knowledge::{ActorKind, Catalogue, Cue, QuestionKind};

/// Takes from the question before what this one leaves out.
pub(super) fn take_up(reading: &mut Reading, earlier: &Reading, catalogue: &Catalogue) {
    let is_body =
        |id: &String| catalogue.gazetteer.get(id).is_some_and(|actor| actor.kind == ActorKind::Organisation);
    let is_again = reading.cues.contains(&Cue::Again) || reading.cues.contains(&Cue::Other);
    let is_bare = reading.terms.is_empty();
    let names_one = !reading.actors.is_empty();
    // “Which countries have most people?” is of all, whoever was asked about before.
    let is_of_all = reading.kind == QuestionKind::Rank
        && !is_again
        && !reading.refers
        && (reading.cues.contains(&Cue::All) || reading.speaks_of("whole-world"));
    if !names_one && is_of_all {
        return;
    }
    // “Which minister signed it for the Turks?”: “it” is none of those who are named.
    let is_of_the_same = reading.actors.iter().all(|id| earlier.actors.contains(id));
    if reading.cues.contains(&Cue::Other) && !names_one {
        // The other way round, of two; else the one that was not asked about.
        reading.actors = earlier.actors.iter().rev().cloned().collect();
        reading.taken.actors = true;
    } else if !names_one {
        reading.actors.clone_from(&earlier.actors);
        reading.taken.actors = !earlier.actors.is_empty();
        reading.taken.all_actors = reading.taken.actors;
    } else if reading.kind == QuestionKind::Compare && reading.actors.len() == 1 {
        // “And compared with India?”: beside those who were asked about.
        let earlier = earlier.actors.iter().filter(|id| !reading.actors.contains(id));
        reading.actors.splice(0..0, earlier.cloned().collect::<Vec<_>>());
        reading.taken.actors = true;
    } else if is_again && (is_bare || !reading.said) {
        // “and India?”: in the place of the state, or of the organisation, that was named last.
        let new = std::mem::take(&mut reading.actors);
        let like = |one: &String, other: &String| is_body(one) == is_body(other);
        let mut kept = earlier.actors.clone();
        match new.as_slice() {
            [id] if kept.contains(id) => {}
            [id] => match kept.iter().rposition(|known| like(known, id)) {
                Some(place) => kept[place].clone_from(id),
                None => kept.push(id.clone()),
            },
            // Several take the place of all of their sort.
            several => {
                kept.retain(|known| !several.iter().any(|id| like(known, id)));
                kept.extend_from_slice(several);
            }
        }
        reading.actors = kept;
        reading.taken.actors = true;
    }
    if !reading.said && (is_again || reading.taken.actors) && (is_bare || is_again) {
        reading.kind = earlier.kind;
        reading.unit = reading.unit.or(earlier.unit);
        reading.taken.kind = true;
    }
    // “When was it signed?”
    if reading.refers && (reading.taken.actors || is_of_the_same) && !is_bare {
        // What was done to it before is not asked again: “when was it signed?” after “when did it enter into force?”
        let acts = reading.terms.iter().any(|term| term.class == TermClass::Act);
        let is_again = |term: &&Term| reading.terms.contains(term) || acts && term.class == TermClass::Act;
        let more = earlier.terms.iter().filter(|term| !is_again(term)).cloned().collect::<Vec<_>>();
        reading.terms.extend(more);
        reading.taken.terms = true;
    }
    // What it was about stays, unless something else is named.
    if is_bare && (is_again || reading.taken.actors) {
        reading.terms.clone_from(&earlier.terms);
        reading.area.clone_from(&earlier.area);
        reading.taken.terms = !earlier.terms.is_empty();
        if reading.time.is_none() && earlier.time.is_some() {
            reading.time = earlier.time;
            reading.taken.time = true;
        }
    }
}
