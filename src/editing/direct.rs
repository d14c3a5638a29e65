//! Changes that need no form: retracting, restoring, ranking, linking, a name or a word more.

use super::{change, existing, faults, is_retracted, reason, refused};
use crate::access::Act;
use crate::answer::curation::{Done, Report};
use crate::error::{BadChange, Choice, Error, Refusal, RowFault};
use crate::files::check_items;
use crate::knowledge::text::clean_lines;
use crate::knowledge::{Bearing, Entity, Evidence, Item, Name, NameKind, Rank};
use crate::store::change::{Change, ChangeError, Edit};
use crate::store::items::StoredItem;
use crate::store::{Asker, Editor, Store};

/// What only adds conflicts with nothing: where somebody else changed the item meanwhile, it is added to what they
/// made of it.
async fn adding<F>(store: &Store, asker: &Asker, add: impl Fn() -> F) -> Result<Report, Error>
where
    F: Future<Output = Result<Result<Report, ChangeError>, Error>>,
{
    let _one_at_a_time = store.turn_to_add(&store.viewer(asker)).await?;
    for _ in 1..super::draft::TRIES {
        match add().await? {
            Err(ChangeError::Overtaken(_)) => {}
            done => return done.map_err(refused),
        }
    }
    add().await?.map_err(refused)
}

/// Puts a new version of an item in place of the one seen.
async fn put(
    store: &Store,
    editor: &Editor,
    seen: &StoredItem,
    item: Item,
    why: &str,
    now: &str,
) -> Result<Report, ChangeError> {
    let based_on = [(seen.name.clone(), Some(seen.revision))];
    let edits = [Edit::Put(Box::new(item))];
    let made = Change { based_on: &based_on, ..Change::new(&edits, why, now) };
    change(store, editor, &made, std::slice::from_ref(&seen.item), Done::Changed).await
}

/// Retracts an item: it is not shown any more, and can be restored.
///
/// # Errors
/// A refusal where the asker may not, there is no such item, no reason is given, or others rest on
/// it; a fault of the database.
pub async fn retract(store: &Store, asker: &Asker, key: &str, why: &str, now: &str) -> Result<Report, Error> {
    let editor = store.editor(asker, Act::Retract, now).await?;
    let seen = existing(store, &editor.viewer(), key).await?;
    if seen.item.is_none() {
        return Err(is_retracted(&seen.name).into());
    }
    let why = reason(why)?;
    let based_on = [(seen.name.clone(), Some(seen.revision))];
    let edits = [Edit::Retract(seen.name.clone())];
    let made = Change { based_on: &based_on, ..Change::new(&edits, &why, now) };
    change(store, &editor, &made, &[seen.item], Done::Retracted).await.map_err(refused)
}

/// Brings a retracted item back as it was.
///
/// # Errors
/// A refusal where the asker may not, or it is not retracted; a fault of the database.
pub async fn restore(store: &Store, asker: &Asker, key: &str, why: &str, now: &str) -> Result<Report, Error> {
    let editor = store.editor(asker, Act::Restore, now).await?;
    let viewer = editor.viewer();
    let seen = existing(store, &viewer, key).await?;
    if seen.item.is_some() {
        return Err(BadChange::NotRetracted { item: seen.name }.into());
    }
    if seen.public && !viewer.is_public() {
        return Err(BadChange::NotPublicAnyMore { item: seen.name }.into());
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
    let made = Change { based_on: &based_on, ..Change::new(&edits, &why, now) };
    change(store, &editor, &made, &[None], Done::Restored).await.map_err(refused)
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
    let editor = store.editor(asker, Act::Rank, now).await?;
    let seen = existing(store, &editor.viewer(), key).await?;
    let rank: Rank = word.trim().parse().map_err(|_| Refusal::not_one_of(Choice::Rank, word, Rank::WORDS))?;
    let item = match seen.item.clone() {
        None => return Err(is_retracted(&seen.name).into()),
        Some(Item::Statement(statement)) => {
            Item::Statement(crate::knowledge::Statement { rank, ..statement })
        }
        Some(Item::Recommendation(advice)) => {
            Item::Recommendation(crate::knowledge::Recommendation { rank, ..advice })
        }
        Some(_) => {
            return Err(BadChange::NoRank.into());
        }
    };
    if seen.item.as_ref() == Some(&item) {
        return Err(BadChange::RankedAlready { item: seen.name, rank }.into());
    }
    put(store, &editor, &seen, item, &reason(why)?, now).await.map_err(refused)
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
    adding(store, asker, || add_link(store, asker, [key, bearing, other, why], now)).await
}

async fn add_link(
    store: &Store,
    asker: &Asker,
    [key, bearing, other, why]: [&str; 4],
    now: &str,
) -> Result<Result<Report, ChangeError>, Error> {
    let editor = store.editor(asker, Act::Link, now).await?;
    let viewer = editor.viewer();
    let seen = existing(store, &viewer, key).await?;
    let target = existing(store, &viewer, other).await?;
    let bearing: Bearing =
        bearing.trim().parse().map_err(|_| Refusal::not_one_of(Choice::Link, bearing, Bearing::WORDS))?;
    if target.item.is_none() {
        return Err(is_retracted(&target.name).into());
    }
    let Some(Item::Statement(mut statement)) = seen.item.clone() else {
        return Err(BadChange::NotLinkable.into());
    };
    // The key as typed may be that of a part of a recommendation, which is what is meant then.
    let other = other.trim().to_owned();
    if other == statement.id || !matches!(target.name.entity, Entity::Statement | Entity::Recommendation) {
        return Err(BadChange::LinkToNothing.into());
    }
    if let (Bearing::Repeats, Some(Item::Statement(again))) = (bearing, &target.item)
        && let Some(first) = again.repeats()
    {
        let first = first.to_owned();
        return Err(if first == statement.id {
            BadChange::RepeatsBack { other, first }.into()
        } else {
            BadChange::RepeatsAnother { other, first }.into()
        });
    }
    let evidence = Evidence { bearing, statement: other };
    if statement.evidence.contains(&evidence) {
        let other = evidence.statement;
        return Err(BadChange::LinkedAlready { item: seen.name, bearing, other }.into());
    }
    statement.evidence.retain(|known| known.statement != evidence.statement);
    statement.evidence.push(evidence);
    Ok(put(store, &editor, &seen, Item::Statement(statement), &reason(why)?, now).await)
}

/// The longest name that an actor or an area is given, in characters.
const LONGEST_NAME: usize = 100;

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
    adding(store, asker, || add_one_word(store, asker, [key, word, kind, why], now)).await
}

async fn add_one_word(
    store: &Store,
    asker: &Asker,
    [key, word, kind, why]: [&str; 4],
    now: &str,
) -> Result<Result<Report, ChangeError>, Error> {
    let editor = store.editor(asker, Act::AddName, now).await?;
    let viewer = editor.viewer();
    let catalogue = store.catalogue(&viewer).await?;
    let word = clean_lines(word).join(" ");
    if word.is_empty() || word.chars().count() > LONGEST_NAME {
        return Err(BadChange::NameLength { most: LONGEST_NAME }.into());
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
                other => {
                    let kinds = ["alias", "adjective", "metonym"];
                    return Err(Refusal::not_one_of(Choice::Name, other, &kinds).into());
                }
            };
            actor.names.push(Name::new(word.clone(), kind));
            // Chosen names come before those of the ISO data, as files have them.
            actor.names.sort_by_key(|name| name.kind);
            Item::Actor(actor)
        }
        Some(Item::Area(mut area)) => {
            if let Some(other) = catalogue.area(&word).filter(|other| other.id != area.id) {
                return Err(BadChange::WordTaken { word, area: other.name.clone() }.into());
            }
            area.synonyms.push(word.clone());
            Item::Area(area)
        }
        _ => return Err(BadChange::NotNameable.into()),
    };
    if catalogue.area(&word).is_some_and(|area| area.id == seen.name.key)
        || catalogue
            .gazetteer
            .chosen(&crate::knowledge::fold::fold(&word))
            .iter()
            .any(|a| a.id == seen.name.key)
    {
        return Err(BadChange::NamedAlready { word, key: seen.name.key }.into());
    }
    if let Err(found) = check_items(std::slice::from_ref(&item), &catalogue) {
        let found: Vec<RowFault> = found.into_iter().map(RowFault::from).collect();
        return Err(faults(&found).into());
    }
    Ok(put(store, &editor, &seen, item, &reason(why)?, now).await)
}
