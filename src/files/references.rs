//! Checks that what entries and tables refer to is there.

use std::collections::HashMap;

use super::cells::LONGEST_NAME;
use super::check::{Known, keys};
use super::fault::Finding;
use super::sections::{FileEntry, Reference};
use super::world::TableEntry;
use crate::error::{BadContent, Referent};
use crate::knowledge::fold::fold;
use crate::knowledge::{Actor, ActorKind, Item, Meaning, TableRows};

/// Of how many references that lead nowhere it is said what is near.
const MOST_SUGGESTED: usize = 100;

/// Says of each reference that leads nowhere what is near.
pub(super) fn lead_somewhere(
    entries: &[FileEntry],
    tables: &[TableEntry],
    besides: &Known<'_>,
    findings: &mut Vec<Finding>,
) {
    let mut known: HashMap<Referent, Vec<&str>> = HashMap::new();
    if let Some(catalogue) = besides.catalogue {
        let actors = catalogue.gazetteer.actors();
        let is_organisation = |actor: &&Actor| actor.kind == ActorKind::Organisation;
        known.entry(Referent::Actor).or_default().extend(actors.iter().map(|actor| actor.id.as_str()));
        known
            .entry(Referent::Organisation)
            .or_default()
            .extend(actors.iter().filter(is_organisation).map(|actor| actor.id.as_str()));
        known.entry(Referent::Area).or_default().extend(catalogue.areas().map(|area| area.id.as_str()));
    }
    known.entry(Referent::Source).or_default().extend(besides.sources.iter().map(String::as_str));
    known.entry(Referent::Statement).or_default().extend(besides.statements.iter().map(String::as_str));
    for entry in entries {
        let targets: &[Referent] = match &entry.item {
            Item::Actor(actor) if actor.kind == ActorKind::Organisation => {
                &[Referent::Actor, Referent::Organisation]
            }
            Item::Actor(_) => &[Referent::Actor],
            Item::Area(_) => &[Referent::Area],
            Item::Source(_) => &[Referent::Source],
            Item::Statement(_) | Item::Recommendation(_) => &[Referent::Statement],
            Item::Ambiguity(_) | Item::Concept(_) | Item::Membership(_) => &[],
        };
        for target in targets {
            known.entry(*target).or_default().extend(keys(&entry.item));
        }
    }
    for table in tables {
        if let TableRows::Observations(rows) = &table.table.rows {
            let keys = rows.iter().map(|row| row.key.as_str());
            known.entry(Referent::Statement).or_default().extend(keys);
        }
    }
    for keys in known.values_mut() {
        keys.sort_unstable();
    }
    let mut named = 0;
    let of_tables = tables.iter().flat_map(|table| &table.references);
    for reference in entries.iter().flat_map(|entry| &entry.references).chain(of_tables) {
        let keys = known.get(&reference.to).map_or(&[][..], Vec::as_slice);
        let given = format!("id = \"{}\"", reference.key);
        let may_be_there = || besides.broken.iter().any(|text| text.contains(&given));
        if keys.binary_search(&reference.key.as_str()).is_err() && !may_be_there() {
            let is_other_actor = reference.to == Referent::Organisation
                && known.get(&Referent::Actor).is_some_and(|actors| actors.contains(&reference.key.as_str()));
            if is_other_actor {
                findings.push(Finding {
                    place: reference.place.clone(),
                    problem: BadContent::NotAnOrganisation { id: reference.key.clone() },
                });
                continue;
            }
            named += 1;
            // Looking for what is near costs as much as there is; of very many faults the first show it.
            let near = if named <= MOST_SUGGESTED { nearest(reference, keys, besides) } else { None };
            findings.push(Finding {
                place: reference.place.clone(),
                problem: BadContent::Unknown { what: reference.to, id: reference.key.clone(), near },
            });
        }
    }
}

/// What a reference that leads nowhere may have meant.
fn nearest(reference: &Reference, keys: &[&str], besides: &Known<'_>) -> Option<(String, Option<String>)> {
    if reference.key.chars().count() > LONGEST_NAME {
        return None;
    }
    let key = keys.iter().min_by_key(|key| strsim::osa_distance(key, &reference.key));
    // Of three letters one may be wrong; with two, any code is near to any other.
    let most = (reference.key.chars().count() / 3).min(2);
    if let Some(key) = key.filter(|key| strsim::osa_distance(key, &reference.key) <= most) {
        return Some(((*key).to_owned(), None));
    }
    let catalogue = besides.catalogue.filter(|_| reference.to == Referent::Actor)?;
    if let Meaning::Several(several) = catalogue.gazetteer.meaning(&fold(&reference.key)) {
        let ids: Vec<&str> = several.iter().map(|actor| actor.id.as_str()).collect();
        let names: Vec<&str> = several.iter().map(|actor| actor.name.as_str()).collect();
        return Some((ids.join(" / "), Some(names.join(" / "))));
    }
    let actors = catalogue.gazetteer.suggest(&reference.key, 1);
    actors.first().map(|actor| (actor.id.clone(), Some(actor.name.clone())))
}
