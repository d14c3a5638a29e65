//! `/recommend`: advice to a subject, focus, action and impact kept together.

use std::sync::Arc;

use super::{actor, area};
use crate::answer::{Advice, AdviceLine, Named};
use crate::knowledge::{Catalogue, Rank, Recommendation, Source};

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
    let (tabulated, others) = held
        .into_iter()
        .filter(|(recommendation, _)| focus.is_none_or(|focus| focus == recommendation.area))
        .map(|(recommendation, source)| AdviceLine {
            focus: match &recommendation.focus {
                Some(part) => part.text.clone(),
                None => area(catalogue, &recommendation.area).name,
            },
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
