//! What changed in the knowledge, as it is told: to whoever asks, and to channels that follow something.

use super::answers::{actor, catalogue, said};
use crate::answer::Named;
use crate::answer::team::{ChangeLine, Changes, HowChanged, ItemChange};
use crate::error::Error;
use crate::knowledge::fields::differences;
use crate::knowledge::period::{days_before, minutes_before};
use crate::knowledge::{Catalogue, Item, PartialDate};
use crate::store::follows::Often;
use crate::store::news::News;
use crate::store::outbox::Post;
use crate::store::{Asker, Store, Viewer};

/// For how many minutes somebody still reads what they asked for: turning its pages is no other visit.
const READING: i64 = 15;

/// Since when somebody who looks is still reading.
#[must_use]
pub fn lately(now: &str) -> String {
    minutes_before(now, READING)
}

/// Of how many days somebody is told on their first visit.
const FIRST_VISIT: i64 = 7;

/// What changed since a date, or since the asker’s last visit.
pub(super) async fn changes(
    store: &Store,
    asker: &Asker,
    viewer: &Viewer,
    catalogue: &Catalogue,
    since: Option<PartialDate>,
    now: &str,
) -> Result<Changes, Error> {
    let visit = if since.is_none() && asker.user.is_some() {
        store.last_visit(asker, &lately(now)).await?
    } else {
        None
    };
    let since_visit = visit.is_some();
    let (after, from) = match (&visit, since) {
        (_, Some(date)) => {
            let (year, month, day) = date.start();
            (0, Some(format!("{year:04}-{month:02}-{day:02}")))
        }
        (Some((seen, _)), None) => (*seen, None),
        (None, None) => (0, Some(days_before(now, FIRST_VISIT))),
    };
    let (news, more) = store.changes(viewer, after, from.as_deref()).await?;
    let since = from.or_else(|| visit.map(|(_, at)| at));
    Ok(Changes { since, sets: sets(&news, catalogue), more, since_visit })
}

/// Whom an item is about.
fn about(item: &Item, catalogue: &Catalogue) -> Vec<Named> {
    match item {
        Item::Statement(statement) => std::iter::once(&statement.subject)
            .chain(&statement.partners)
            .map(|id| actor(catalogue, id))
            .collect(),
        Item::Recommendation(advice) => vec![actor(catalogue, &advice.subject)],
        Item::Membership(membership) => {
            vec![actor(catalogue, &membership.member), actor(catalogue, &membership.organisation)]
        }
        Item::Actor(found) => vec![actor(catalogue, &found.id)],
        _ => Vec::new(),
    }
}

/// News as change sets.
pub(super) fn sets(news: &[News], catalogue: &Catalogue) -> Vec<ChangeLine> {
    let mut sets: Vec<ChangeLine> = Vec::new();
    for one in news.iter().filter(|one| one.before != one.after) {
        let Some(item) = one.after.as_ref().or(one.before.as_ref()) else { continue };
        let how = match (&one.before, &one.after) {
            (None, _) => HowChanged::Added,
            (Some(_), Some(_)) => HowChanged::Changed,
            (Some(_), None) => HowChanged::Retracted,
        };
        let fields = match how {
            HowChanged::Changed => differences(one.before.as_ref(), one.after.as_ref()),
            HowChanged::Added | HowChanged::Retracted => Vec::new(),
        };
        let change = ItemChange {
            item: one.item.clone(),
            about: about(item, catalogue),
            text: said(item),
            how,
            fields,
        };
        match sets.iter_mut().find(|set| set.number == one.set && set.public == one.public) {
            Some(set) => set.items.push(change),
            None => sets.push(ChangeLine {
                number: one.set,
                public: one.public,
                author: one.author.clone(),
                made_at: one.made_at.clone(),
                reason: one.reason.clone(),
                items: vec![change],
            }),
        }
    }
    sets
}

/// What a channel is told of what it follows; nothing where nothing is left to tell. And the last revision that it
/// tells of.
///
/// # Errors
/// A fault of the database.
pub async fn digest(store: &Store, post: &Post, often: Often) -> Result<Option<(Changes, i64)>, Error> {
    let news = store.news(post, often).await?;
    let Some(last) = news.iter().map(|one| one.revision).max() else { return Ok(None) };
    let catalogue = catalogue(store, post).await?;
    let sets = sets(&news, &catalogue);
    Ok(Some((Changes { since: None, sets, more: false, since_visit: false }, last)))
}
