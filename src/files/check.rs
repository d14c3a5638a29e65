//! The checks that need all files at once: a table of named functions, each reporting every fault.

use std::collections::HashMap;

use super::fault::Finding;
use super::sections::{Entry, Target};
use crate::knowledge::fold::fold;
use crate::knowledge::{ActorKind, Item, NameKind};

/// A check over everything that the files hold.
type Check = fn(&[Entry], &mut Vec<Finding>);

/// Every check, in the order in which they run.
const CHECKS: [Check; 3] = [keys_are_unique, references_lead_somewhere, names_have_one_bearer];

pub(super) fn run(entries: &[Entry], findings: &mut Vec<Finding>) {
    for check in CHECKS {
        check(entries, findings);
    }
}

/// The keys that an item gives: its own, or those of its parts.
fn keys(item: &Item) -> Vec<&str> {
    match item {
        Item::Recommendation(recommendation) => recommendation.parts().map(|part| part.id.as_str()).collect(),
        other => vec![other.id()],
    }
}

/// Statements and the parts of recommendations share one list of keys; every other sort has its own.
fn list(item: &Item) -> &'static str {
    match item {
        Item::Statement(_) | Item::Recommendation(_) => "statement",
        other => other.entity(),
    }
}

fn keys_are_unique(entries: &[Entry], findings: &mut Vec<Finding>) {
    let mut seen = std::collections::HashSet::new();
    for entry in entries {
        for key in keys(&entry.item) {
            if !key.is_empty() && !seen.insert((list(&entry.item), key)) {
                findings.push(Finding {
                    place: entry.place.clone(),
                    wrong: format!("duplicate id “{key}”"),
                    right: "another entry has it already; choose one that is free".to_owned(),
                });
            }
        }
    }
}

fn references_lead_somewhere(entries: &[Entry], findings: &mut Vec<Finding>) {
    let mut known: HashMap<Target, Vec<&str>> = HashMap::new();
    for entry in entries {
        let targets: &[Target] = match &entry.item {
            Item::Actor(actor) if actor.kind == ActorKind::Organisation => {
                &[Target::Actor, Target::Organisation]
            }
            Item::Actor(_) => &[Target::Actor],
            Item::Area(_) => &[Target::Area],
            Item::Source(_) => &[Target::Source],
            Item::Statement(_) | Item::Recommendation(_) => &[Target::Statement],
            Item::Ambiguity(_) | Item::Membership(_) => &[],
        };
        for target in targets {
            known.entry(*target).or_default().extend(keys(&entry.item));
        }
    }
    for keys in known.values_mut() {
        keys.sort_unstable();
    }
    for reference in entries.iter().flat_map(|entry| &entry.references) {
        let keys = known.get(&reference.to).map_or(&[][..], Vec::as_slice);
        if keys.binary_search(&reference.key.as_str()).is_err() {
            let what = match reference.to {
                Target::Actor => "actor",
                Target::Organisation => "organisation",
                Target::Area => "area",
                Target::Source => "source",
                Target::Statement => "statement",
            };
            let near = keys.iter().min_by_key(|key| strsim::osa_distance(key, &reference.key));
            let right = match near.filter(|near| strsim::osa_distance(near, &reference.key) <= 2) {
                Some(near) => format!("did you mean “{near}”?"),
                None => format!("add the {what} to the files, or name one that is there"),
            };
            findings.push(Finding {
                place: reference.place.clone(),
                wrong: format!("unknown {what} “{}”", reference.key),
                right,
            });
        }
    }
}

/// A name that someone chose by hand may not belong to two actors, unless it is listed as ambiguous.
fn names_have_one_bearer(entries: &[Entry], findings: &mut Vec<Finding>) {
    let ambiguous: Vec<&str> = entries
        .iter()
        .filter_map(|entry| match &entry.item {
            Item::Ambiguity(ambiguity) => Some(ambiguity.id.as_str()),
            _ => None,
        })
        .collect();
    let mut bearers: HashMap<String, &str> = HashMap::new();
    for entry in entries {
        let Item::Actor(actor) = &entry.item else { continue };
        let by_hand = actor
            .names
            .iter()
            .filter(|name| matches!(name.kind, NameKind::Alias | NameKind::Adjective | NameKind::Metonym))
            .map(|name| &name.text);
        for name in [&actor.id, &actor.name].into_iter().chain(&actor.iso2).chain(by_hand) {
            let folded = fold(name);
            if ambiguous.contains(&folded.as_str()) {
                continue;
            }
            match bearers.get(&folded) {
                Some(other) if *other != actor.id => findings.push(Finding {
                    place: entry.place.clone(),
                    wrong: format!("“{name}” is a name of {other} too"),
                    right: "take it from one of them, or list it under [[ambiguous]]".to_owned(),
                }),
                Some(_) => {}
                None => {
                    bearers.insert(folded, &actor.id);
                }
            }
        }
    }
}
