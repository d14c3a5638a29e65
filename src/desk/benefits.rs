//! `/benefits`: what a subject gains from a partner.

use super::{actor, area};
use crate::answer::{BenefitLine, Benefits};
use crate::knowledge::{Catalogue, CitedStatement, Rank};

pub(super) fn benefits(
    subject: &str,
    partner: &str,
    recorded: Vec<CitedStatement>,
    reverse: usize,
    catalogue: &Catalogue,
) -> Benefits {
    let (tabulated, others) =
        recorded.into_iter().partition::<Vec<_>, _>(|cited| cited.statement.rank == Rank::Preferred);
    let lines = |recorded: Vec<CitedStatement>| {
        recorded
            .into_iter()
            .map(|cited| BenefitLine {
                label: (cited.statement.label.clone())
                    .unwrap_or_else(|| area(catalogue, &cited.statement.area).name),
                cited,
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
