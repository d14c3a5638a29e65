//! Answers about knowledge itself: an item with its history, the audit, what waits for review.

use std::sync::Arc;

use super::curation;
use crate::access::Act;
use crate::answer::Answer;
use crate::answer::curation::{HistoryScope, ItemHistory, Powers};
use crate::error::{BadQuestion, Error, Fault, Offer, Refusal};
use crate::knowledge::text::key_of;
use crate::knowledge::{Catalogue, Entity, Item};
use crate::request::Curation;
use crate::store::history::HistoryFilter;
use crate::store::read::MOST_ROWS;
use crate::store::{Asker, Store, Viewer};

/// Answers what is asked of knowledge’s own life.
pub(super) async fn about_knowledge(
    store: &Store,
    asker: &Asker,
    catalogue: &Catalogue,
    asked: &Curation,
) -> Result<Answer, Error> {
    let viewer = &store.viewer(asker);
    Ok(match asked {
        Curation::Show { id } => {
            let Some(standing) = store.item(viewer, key_of(id)).await? else {
                return match tabled(store, viewer, key_of(id)).await? {
                    Some(row) => Ok(Answer::ItemHistory(row)),
                    None => Err(in_another_case(store, viewer, id).await?.into()),
                };
            };
            let revisions = store.revisions_of(viewer, &standing.name, curation::MOST_REVISIONS).await?;
            let evidence = match standing.name.entity {
                Entity::Statement => {
                    store.evidence_on(viewer, &[&standing.name.key], None, MOST_ROWS).await?
                }
                _ => Vec::new(),
            };
            let verdicts = store.verdicts_on(viewer, &standing.name.key).await?;
            let shown = curation::shown(standing, &revisions, evidence, viewer.is_public());
            Answer::ItemHistory(ItemHistory {
                verdicts: (super::count(verdicts.0), super::count(verdicts.1)),
                ..shown
            })
        }
        Curation::History { id, actor, user, since } => {
            let filter = HistoryFilter {
                key: id.clone(),
                actor: actor.clone(),
                author: user.clone(),
                since: since.map(|date| date.to_string()),
            };
            let lines = store.history(viewer, &filter, curation::MOST_SETS).await?;
            let about = HistoryScope {
                id: id.clone(),
                actor: actor.as_ref().map(|actor| catalogue.gazetteer.name(actor).to_owned()),
                user: user.clone(),
                since: *since,
            };
            Answer::History(curation::history(about, lines))
        }
        Curation::Audit => {
            let editor = store.reviewer(asker, Act::Audit).await?;
            Answer::Audit(curation::audit(store.audit(&editor, curation::MOST_SETS).await?))
        }
        Curation::Gaps => {
            let editor = store.reviewer(asker, Act::Review).await?;
            Answer::Gaps(curation::gaps(store.gaps(&editor, curation::MOST_GAPS).await?, catalogue))
        }
        Curation::Review { number, after } => {
            let editor = store.reviewer(asker, Act::Review).await?;
            Answer::Report(match (store.proposal(&editor, *number, *after).await?, number) {
                (Some(proposal), _) => {
                    let standing = store.item_named(viewer, &proposal.item.name()).await?;
                    curation::review(&proposal, standing.as_ref())
                }
                (None, None) => curation::nothing_waits(*after),
                (None, Some(number)) => {
                    return Err(BadQuestion::UnknownProposal { number: *number }.into());
                }
            })
        }
        Curation::Whoami => {
            let (level, source) = store.level(asker).await?;
            Answer::Powers(Powers { level, source })
        }
    })
}

/// The refusal for a key that nothing has, with what has it in small letters or in capitals.
/// A row of a table, which has no revisions, with what statements say of it.
async fn tabled(store: &Store, viewer: &Viewer, key: &str) -> Result<Option<ItemHistory>, Fault> {
    if let Some(row) = store.observation(viewer, key).await? {
        let said = store.said_of(viewer, std::slice::from_ref(&row)).await?;
        return Ok(Some(curation::row(row, said)));
    }
    Ok(store
        .tabled_membership(viewer, key)
        .await?
        .map(|one| curation::tabled(&Item::Membership(Arc::unwrap_or_clone(one.membership)))))
}

async fn in_another_case(store: &Store, viewer: &Viewer, key: &str) -> Result<Refusal, Fault> {
    for near in [key.to_lowercase(), key.to_uppercase()] {
        if store.item(viewer, &near).await?.is_some() {
            let offer = Offer { label: near.clone(), line: format!("/knowledge show {near}") };
            let reason = BadQuestion::UnknownItem { typed: key.to_owned(), near: Some(near) };
            return Ok(Refusal::new(reason).offering(vec![offer]));
        }
    }
    Ok(BadQuestion::UnknownItem { typed: key.to_owned(), near: None }.into())
}
