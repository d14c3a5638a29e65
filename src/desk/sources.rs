//! One source by its key, or by the start of its key or its publisher.

use crate::answer::SourceLine;
use crate::error::{BadQuestion, Offer, Refusal};
use crate::knowledge::fold::fold_word;
use crate::knowledge::text::key_of;

/// Whether the key or the publisher of a source starts with a folded text.
fn starts_so(line: &SourceLine, wanted: &str) -> bool {
    let publisher = line.source.publisher.as_deref().map(fold_word).unwrap_or_default();
    fold_word(&line.source.id).starts_with(wanted) || publisher.starts_with(wanted)
}

/// The source with this key alone; a refusal with those that are near where there is none.
pub(super) fn one_source(id: &str, all: &[SourceLine]) -> Result<Vec<SourceLine>, Refusal> {
    let wanted = fold_word(key_of(id));
    let distance = |line: &&SourceLine| {
        let key = fold_word(&line.source.id);
        // What starts so is nearer than what only looks alike; a publisher’s name is as good as a key.
        if !wanted.is_empty() && starts_so(line, &wanted) {
            return Some(usize::from(key != wanted));
        }
        Some(1 + strsim::osa_distance(&key, &wanted)).filter(|slips| *slips <= 3)
    };
    let mut near: Vec<(usize, &SourceLine)> =
        all.iter().filter_map(|line| Some((distance(&line)?, line))).collect();
    near.sort_by_key(|(slips, _)| *slips);
    match near.as_slice() {
        [(0, found), ..] => return Ok(vec![(*found).clone()]),
        // The only one that starts so.
        [(1, found)] | [(1, found), (2.., _), ..] if !wanted.is_empty() && starts_so(found, &wanted) => {
            return Ok(vec![(*found).clone()]);
        }
        _ => {}
    }
    let offers: Vec<Offer> = near
        .into_iter()
        .take(5)
        .map(|(_, line)| Offer {
            label: line.source.id.clone(),
            line: format!("/sources {}", line.source.id),
        })
        .collect();
    let near = offers.iter().map(|offer| offer.label.clone()).collect();
    Err(Refusal::new(BadQuestion::UnknownSource { typed: id.to_owned(), near }).offering(offers))
}
