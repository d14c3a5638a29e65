//! Changes that need no form: retracting, restoring, ranking, linking, a name or a word more.

use super::{change, existing, is_retracted, reason, refused};
use crate::answer::curation::Report;
use crate::error::{Error, Refusal};
use crate::files::{FileFault, check_items};
use crate::knowledge::text::clean_lines;
use crate::knowledge::{Bearing, Entity, Evidence, Item, Name, NameKind, Rank};
use crate::store::change::{Change, Edit};
use crate::store::items::Standing;
use crate::store::{Asker, Editor, Store};

/// Puts a new version of an item in place of the one seen.
async fn put(
    store: &Store,
    editor: &Editor,
    seen: &Standing,
    item: Item,
    why: &str,
    now: &str,
) -> Result<Report, Error> {
    let based_on = [(seen.name.clone(), Some(seen.revision))];
    let edits = [Edit::Put(Box::new(item))];
    let made =
        Change { reason: why, made_at: now, edits: &edits, based_on: &based_on, undoes: None, after: None };
    change(store, editor, &made, std::slice::from_ref(&seen.item), "changed").await.map_err(refused)
}

/// Retracts an item: it is not shown any more, and can be restored.
///
/// # Errors
/// A refusal where the asker may not, there is no such item, no reason is given, or others rest on
/// it; a fault of the database.
pub async fn retract(store: &Store, asker: &Asker, key: &str, why: &str, now: &str) -> Result<Report, Error> {
    let editor = store.editor(asker, "retract", now).await?;
    let seen = existing(store, &editor.viewer(), key).await?;
    if seen.item.is_none() {
        return Err(is_retracted(&seen.name).into());
    }
    let why = reason(why)?;
    let based_on = [(seen.name.clone(), Some(seen.revision))];
    let edits = [Edit::Retract(seen.name.clone())];
    let made =
        Change { reason: &why, made_at: now, edits: &edits, based_on: &based_on, undoes: None, after: None };
    change(store, &editor, &made, &[seen.item], "retracted").await.map_err(refused)
}

/// Brings a retracted item back as it was.
///
/// # Errors
/// A refusal where the asker may not, or it is not retracted; a fault of the database.
pub async fn restore(store: &Store, asker: &Asker, key: &str, why: &str, now: &str) -> Result<Report, Error> {
    let editor = store.editor(asker, "restore", now).await?;
    let viewer = editor.viewer();
    let seen = existing(store, &viewer, key).await?;
    if seen.item.is_some() {
        return Err(
            Refusal::new(format!("{} is not retracted; there is nothing to restore.", seen.name)).into()
        );
    }
    if seen.public && !viewer.is_public() {
        return Err(Refusal::new(format!(
            "{} is gone from the public knowledge; add it here as an item of your own.",
            seen.name
        ))
        .into());
    }
    let why = reason(why)?;
    // The last version of the scope's own; where it never had one, the public item shows again.
    let revisions = store.revisions_of(&viewer, &seen.name, i64::MAX).await?;
    let own = revisions
        .iter()
        .filter(|revision| revision.public == viewer.is_public())
        .take_while(|revision| revision.action != "revert")
        .find_map(|revision| revision.item.clone());
    let edit = own.map_or_else(|| Edit::Revert(seen.name.clone()), |item| Edit::Put(Box::new(item)));
    let based_on = [(seen.name.clone(), Some(seen.revision))];
    let edits = [edit];
    let made =
        Change { reason: &why, made_at: now, edits: &edits, based_on: &based_on, undoes: None, after: None };
    change(store, &editor, &made, &[None], "restored").await.map_err(refused)
}

/// Ranks a statement or a recommendation.
///
/// # Errors
/// A refusal where the asker may not, or it has no rank; a fault of the database.
pub async fn rank(
    store: &Store,
    asker: &Asker,
    key: &str,
    word: &str,
    why: &str,
    now: &str,
) -> Result<Report, Error> {
    let editor = store.editor(asker, "rank", now).await?;
    let seen = existing(store, &editor.viewer(), key).await?;
    let rank: Rank = word
        .trim()
        .parse()
        .map_err(|_| Refusal::new(format!("A rank is one of {}.", Rank::WORDS.join(", "))))?;
    let item = match seen.item.clone() {
        None => return Err(is_retracted(&seen.name).into()),
        Some(Item::Statement(statement)) => {
            Item::Statement(crate::knowledge::Statement { rank, ..statement })
        }
        Some(Item::Recommendation(advice)) => {
            Item::Recommendation(crate::knowledge::Recommendation { rank, ..advice })
        }
        Some(_) => {
            return Err(Refusal::new("Only statements and recommendations have a rank.").into());
        }
    };
    if seen.item.as_ref() == Some(&item) {
        return Err(Refusal::new(format!("{} is {rank} already.", seen.name)).into());
    }
    put(store, &editor, &seen, item, &reason(why)?, now).await
}

/// Says of a statement that it supports or disputes another.
///
/// # Errors
/// A refusal where the asker may not, or one of the two is not there; a fault of the database.
pub async fn link(
    store: &Store,
    asker: &Asker,
    key: &str,
    bearing: &str,
    other: &str,
    why: &str,
    now: &str,
) -> Result<Report, Error> {
    let editor = store.editor(asker, "link", now).await?;
    let viewer = editor.viewer();
    let seen = existing(store, &viewer, key).await?;
    let target = existing(store, &viewer, other).await?;
    let words = || format!("A link is one of {}.", Bearing::WORDS.join(", "));
    let bearing: Bearing = bearing.trim().parse().map_err(|_| Refusal::new(words()))?;
    if target.item.is_none() {
        return Err(is_retracted(&target.name).into());
    }
    let Some(Item::Statement(mut statement)) = seen.item.clone() else {
        return Err(Refusal::new("Only a statement can support or dispute another.").into());
    };
    // The key as typed may be that of a part of a recommendation, which is what is meant then.
    let other = other.trim().to_owned();
    if other == statement.id || !matches!(target.name.entity, Entity::Statement | Entity::Recommendation) {
        return Err(Refusal::new("A link leads from one statement to another.").into());
    }
    if let (Bearing::Repeats, Some(Item::Statement(again))) = (bearing, &target.item)
        && let Some(first) = again.repeats()
    {
        let sentence = if first == statement.id {
            format!("{other} says {first} again already; take that link away first.")
        } else {
            format!("{other} only says {first} again itself; link to {first}.")
        };
        return Err(Refusal::new(sentence).into());
    }
    let evidence = Evidence { bearing, statement: other };
    if statement.evidence.contains(&evidence) {
        return Err(Refusal::new(format!("{} {bearing} {} already.", seen.name, evidence.statement)).into());
    }
    statement.evidence.retain(|known| known.statement != evidence.statement);
    statement.evidence.push(evidence);
    put(store, &editor, &seen, Item::Statement(statement), &reason(why)?, now).await
}

/// Gives an actor another name, or an area another word.
///
/// # Errors
/// A refusal where the asker may not, or the name is taken; a fault of the database.
pub async fn add_word(
    store: &Store,
    asker: &Asker,
    key: &str,
    word: &str,
    kind: &str,
    why: &str,
    now: &str,
) -> Result<Report, Error> {
    let editor = store.editor(asker, "add a name", now).await?;
    let viewer = editor.viewer();
    let catalogue = store.catalogue(&viewer).await?;
    let word = clean_lines(word).join(" ");
    if word.is_empty() || word.chars().count() > 100 {
        return Err(Refusal::new("A name has from 1 to 100 characters.").into());
    }
    let id = match catalogue.gazetteer.get(key) {
        Some(actor) => actor.id.clone(),
        None => catalogue.area(key).map_or_else(|| key.to_owned(), |area| area.id.clone()),
    };
    let seen = existing(store, &viewer, &id).await?;
    let item = match seen.item.clone() {
        Some(Item::Actor(mut actor)) => {
            let kind = match kind.trim() {
                "" | "alias" => NameKind::Alias,
                "adjective" => NameKind::Adjective,
                "metonym" => NameKind::Metonym,
                _ => return Err(Refusal::new("A name is an alias, an adjective or a metonym.").into()),
            };
            actor.names.push(Name::new(word.clone(), kind));
            // Chosen names come before those of the ISO data, as files have them.
            actor.names.sort_by_key(|name| name.kind);
            Item::Actor(actor)
        }
        Some(Item::Area(mut area)) => {
            if let Some(other) = catalogue.area(&word).filter(|other| other.id != area.id) {
                return Err(Refusal::new(format!("“{word}” means {} already.", other.name)).into());
            }
            area.synonyms.push(word.clone());
            Item::Area(area)
        }
        _ => return Err(Refusal::new("Names are given to actors, and words to areas.").into()),
    };
    if catalogue.area(&word).is_some_and(|area| area.id == seen.name.key)
        || catalogue
            .gazetteer
            .chosen(&crate::knowledge::fold::fold(&word))
            .iter()
            .any(|a| a.id == seen.name.key)
    {
        return Err(Refusal::new(format!("“{word}” is a name of {} already.", seen.name.key)).into());
    }
    if let Err(found) = check_items(std::slice::from_ref(&item), &catalogue) {
        let wrong: Vec<String> =
            found.iter().map(|FileFault { wrong, right, .. }| format!("{wrong}; {right}")).collect();
        return Err(Refusal::new(format!("Not saved: {}.", wrong.join(" — "))).into());
    }
    put(store, &editor, &seen, item, &reason(why)?, now).await
}
