//! `/recommend`: advice to a subject, focus, action and impact kept together.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{actor, area};
use crate::answer::{Advice, AdviceLine, Named};
use crate::knowledge::{Catalogue, Part, Rank, Recommendation, Source};

/// Lists the advice read for it. What says another part again is not given twice: the first names it.
pub(super) fn recommend(
    subject: &str,
    focus: Option<&str>,
    held: Vec<(Recommendation, Arc<Source>)>,
    catalogue: &Catalogue,
) -> Advice {
    let mut areas: Vec<Named> = Vec::new();
    for (recommendation, _) in &held {
        if !areas.iter().any(|known| known.id == recommendation.area) {
            areas.push(area(catalogue, &recommendation.area));
        }
    }
    let mut held = held;
    held.retain(|(recommendation, _)| focus.is_none_or(|focus| focus == recommendation.area));
    let mut repeats = fold_repeats(&mut held);
    let (tabulated, others) = held
        .into_iter()
        .map(|(recommendation, source)| AdviceLine {
            focus: match &recommendation.focus {
                Some(part) => part.text.clone(),
                None => area(catalogue, &recommendation.area).name,
            },
            actions_again: again(&recommendation.actions, &mut repeats),
            impacts_again: again(&recommendation.impacts, &mut repeats),
            recommendation,
            source,
        })
        .partition(|line| line.recommendation.rank == Rank::Preferred);
    Advice {
        subject: actor(catalogue, subject),
        focus: focus.map(|id| area(catalogue, id)),
        tabulated,
        others,
        areas,
    }
}

/// What says these parts again.
fn again(parts: &[Part], repeats: &mut HashMap<String, Vec<String>>) -> Vec<String> {
    parts.iter().filter_map(|part| repeats.remove(&part.id)).flatten().collect()
}

/// Takes out the actions and impacts that say again what another part listed says, and recommendations of
/// which nothing else is left. What was taken out, by the key of the part that says it first.
fn fold_repeats(held: &mut Vec<(Recommendation, Arc<Source>)>) -> HashMap<String, Vec<String>> {
    let parts = held.iter().flat_map(|(recommendation, _)| recommendation.parts());
    let listed: HashSet<String> =
        parts.filter(|part| part.repeats.is_none()).map(|part| part.id.clone()).collect();
    let mut repeats: HashMap<String, Vec<String>> = HashMap::new();
    let mut is_first = |part: &Part| match part.repeats.as_ref().filter(|first| listed.contains(*first)) {
        Some(first) => {
            repeats.entry(first.clone()).or_default().push(part.id.clone());
            false
        }
        None => true,
    };
    for (recommendation, _) in held.iter_mut() {
        recommendation.actions.retain(&mut is_first);
        recommendation.impacts.retain(&mut is_first);
    }
    held.retain(|(advice, _)| !advice.actions.is_empty() || !advice.impacts.is_empty());
    repeats
}
