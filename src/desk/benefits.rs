//! `/benefits`: what a subject gains from a partner.

use super::{actor, area};
use crate::answer::{BenefitLine, Benefits, Claim};
use crate::knowledge::{Catalogue, Rank};
use crate::store::read::Held;

pub(super) fn benefits(
    subject: &str,
    partner: &str,
    held: Vec<Held>,
    reverse: usize,
    catalogue: &Catalogue,
) -> Benefits {
    let (tabulated, others) =
        held.into_iter().partition::<Vec<_>, _>(|held| held.statement.rank == Rank::Preferred);
    let lines = |held: Vec<Held>| {
        held.into_iter()
            .map(|held| BenefitLine {
                label: (held.statement.label.clone())
                    .unwrap_or_else(|| area(catalogue, &held.statement.area).name),
                claim: Claim::new(held.statement, held.source),
            })
            .collect()
    };
    Benefits {
        subject: actor(catalogue, subject),
        partner: actor(catalogue, partner),
        tabulated: lines(tabulated),
        others: lines(others),
        reverse,
    }
}
