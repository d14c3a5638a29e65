//! Keys for new items: readable, never used before, and apart from those of the public knowledge.

use std::collections::{HashMap, HashSet};

use crate::error::Fault;
use crate::files::Row;
use crate::knowledge::fold::fold;
use crate::knowledge::{Entity, Item, OWN};
use crate::store::{Store, Viewer};

/// The longest stem of a key, in characters: a key has up to 40, and its number some of them.
const LONGEST_STEM: usize = 30;

/// The longest key, in characters, as in the knowledge files.
const LONGEST_KEY: usize = 40;

/// What the key of a new item starts with.
fn stem(row: &Row, viewer: Viewer) -> String {
    let own = if viewer.is_public() { "" } else { OWN };
    let word = |key: &str| slug(row.get(key).unwrap_or_default());
    let stem = match row.section {
        "statement" => {
            let partners = row.get("partners").unwrap_or_default();
            let partner = partners.split([';', ',']).next().map(slug).filter(|partner| !partner.is_empty());
            let pair =
                partner.map_or_else(|| word("subject"), |partner| format!("{}-{partner}", word("subject")));
            format!("{own}{pair}.{}.", word("area"))
        }
        "recommendation" => format!("{own}{}.{}.r", word("subject"), word("area")),
        "source" => format!("{own}{}", word("title")),
        _ => format!("{own}{}", word("name")),
    };
    stem.chars().take(LONGEST_STEM).collect::<String>().trim_end_matches('-').to_owned()
}

/// Letters and digits of a text with hyphens between, as keys have them.
fn slug(text: &str) -> String {
    let kept: String = fold(text).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = kept.split('-').filter(|word| !word.is_empty()).take(4).collect();
    words.join("-")
}

/// Gives every row without a key one that was never used.
///
/// # Errors
/// A fault if the database cannot be read.
pub(super) async fn assign(store: &Store, viewer: &Viewer, rows: &mut [Row]) -> Result<(), Fault> {
    let mut taken: HashMap<String, HashSet<String>> = HashMap::new();
    for row in rows {
        if row.get("id").is_some() || matches!(row.section, "ambiguous" | "membership") {
            continue;
        }
        let stem = stem(row, *viewer);
        if !taken.contains_key(&stem) {
            let used = store.keys_starting(viewer, &stem).await?;
            taken.insert(stem.clone(), used.into_iter().collect());
        }
        let Some(used) = taken.get_mut(&stem) else { continue };
        // What is named by a word of its own needs a number only if the word is taken.
        let counted = matches!(row.section, "statement" | "recommendation");
        let bare = if counted || stem.len() <= OWN.len() { None } else { Some(stem.clone()) };
        let numbered =
            (used.len() + 1..).map(|n| if counted { format!("{stem}{n}") } else { format!("{stem}-{n}") });
        let key = bare.into_iter().chain(numbered).find(|key| !used.contains(key)).unwrap_or(stem);
        used.insert(key.clone());
        row.set("id", key);
    }
    Ok(())
}

/// Renames items whose keys belong to nobody here, such as those of another server's export, so that
/// they are this server's own; references among them follow.
pub(super) fn own_keys(items: &mut [Item], used: HashSet<String>, keeps: impl Fn(&Item) -> bool) {
    let mut renamed: HashMap<(Entity, String), String> = HashMap::new();
    let mut taken: HashSet<String> = items.iter().flat_map(item_keys).chain(used).collect();
    for item in items.iter() {
        let name = item.name();
        let has_own_form = matches!(name.entity, Entity::Ambiguity | Entity::Membership);
        if has_own_form || keeps(item) {
            continue;
        }
        for key in item_keys(item) {
            let own = free_key(&key, &taken);
            taken.insert(own.clone());
            let entity = if name.entity == Entity::Recommendation { Entity::Statement } else { name.entity };
            renamed.insert((entity, key), own);
        }
    }
    if renamed.is_empty() {
        return;
    }
    for item in items {
        rename(item, &|entity, key: &mut String| {
            if let Some(own) = renamed.get(&(entity, key.clone())) {
                key.clone_from(own);
            }
        });
    }
}

/// A key of one’s own for one of somebody else’s; long ones are cut, and none is given twice.
fn free_key(key: &str, taken: &HashSet<String>) -> String {
    let key = key.strip_prefix(OWN).unwrap_or(key);
    let cut = |most: usize| format!("{OWN}{key}").chars().take(most).collect::<String>();
    let numbered = (2..).map(|n| format!("{}-{n}", cut(LONGEST_STEM)));
    std::iter::once(cut(LONGEST_KEY)).chain(numbered).find(|own| !taken.contains(own)).unwrap_or_default()
}

/// The keys that an item gives: its own, or those of its parts.
fn item_keys(item: &Item) -> Vec<String> {
    match item {
        Item::Recommendation(advice) => advice.parts().map(|part| part.id.clone()).collect(),
        other => vec![other.id().to_owned()],
    }
}

/// Visits every key in an item, with the sort of item that it names. Statements and the parts of
/// recommendations share one list of keys.
fn rename(item: &mut Item, visit: &dyn Fn(Entity, &mut String)) {
    match item {
        Item::Actor(actor) => visit(Entity::Actor, &mut actor.id),
        Item::Ambiguity(ambiguity) => {
            ambiguity.choices.iter_mut().for_each(|choice| visit(Entity::Actor, choice));
        }
        Item::Area(area) => visit(Entity::Area, &mut area.id),
        Item::Concept(concept) => {
            visit(Entity::Concept, &mut concept.id);
            concept.area.iter_mut().for_each(|area| visit(Entity::Area, area));
            concept.actor.iter_mut().for_each(|actor| visit(Entity::Actor, actor));
        }
        Item::Source(source) => visit(Entity::Source, &mut source.id),
        Item::Statement(statement) => {
            visit(Entity::Statement, &mut statement.id);
            visit(Entity::Actor, &mut statement.subject);
            statement.partners.iter_mut().for_each(|partner| visit(Entity::Actor, partner));
            visit(Entity::Area, &mut statement.area);
            visit(Entity::Source, &mut statement.source);
            for evidence in &mut statement.evidence {
                visit(Entity::Statement, &mut evidence.statement);
            }
        }
        Item::Recommendation(advice) => {
            visit(Entity::Actor, &mut advice.subject);
            advice.partners.iter_mut().for_each(|partner| visit(Entity::Actor, partner));
            visit(Entity::Area, &mut advice.area);
            visit(Entity::Source, &mut advice.source);
            for part in advice.focus.iter_mut().chain(&mut advice.actions).chain(&mut advice.impacts) {
                visit(Entity::Statement, &mut part.id);
                part.partners.iter_mut().flatten().for_each(|partner| visit(Entity::Actor, partner));
                part.repeats.iter_mut().for_each(|other| visit(Entity::Statement, other));
            }
            visit(Entity::Statement, &mut advice.id);
        }
        Item::Membership(membership) => {
            visit(Entity::Actor, &mut membership.organisation);
            visit(Entity::Actor, &mut membership.member);
            visit(Entity::Source, &mut membership.source);
        }
    }
}
