//! How much may be proposed, and by whom: floods are refused before anybody fills in a form.

use super::draft::{Purpose, right};
use crate::error::{BadChange, Error};
use crate::store::proposals::{NewProposal, ProposalLimits, Proposed};
use crate::store::{Asker, Contributor, Store};

/// How much may be proposed: in a day, a server looks at so many; and however many come from accounts made for it,
/// those of whom something was approved before still find room.
pub(super) const LIMITS: ProposalLimits =
    ProposalLimits { own: 10, newcomer: 5, lately: 200, newcomers_lately: 100 };

/// Refuses a proposal from somebody whose account is too young or who has many waiting, or where very
/// many came today.
pub(super) async fn check(
    store: &Store,
    asker: &Asker,
    contributor: &Contributor,
    now: &str,
) -> Result<(), Error> {
    if asker.too_young {
        return Err(BadChange::AccountTooNew.into());
    }
    match store.would_propose(contributor, &LIMITS, today(now)).await? {
        Some(over) => Err(too_many(over).into()),
        None => Ok(()),
    }
}

/// Proposes a change that comes from no form; gives the number of the proposal.
///
/// # Errors
/// A refusal where the asker may not, or many wait; a fault of the database.
pub async fn propose(store: &Store, asker: &Asker, new: &NewProposal<'_>, now: &str) -> Result<i64, Error> {
    let by = right(store, asker, Purpose::Propose, now).await?;
    check(store, asker, &by, now).await?;
    match store.propose(&by, new, &LIMITS, today(now)).await? {
        Proposed::Waits(number) => Ok(number),
        over => Err(too_many(over).into()),
    }
}

pub(super) fn today(now: &str) -> &str {
    now.get(..10).unwrap_or(now)
}

pub(super) fn too_many(over: Proposed) -> BadChange {
    match over {
        Proposed::ManyOfPerson(own, most) => BadChange::ManyWaiting { own, most },
        Proposed::ManyOfNewcomers => BadChange::ManyNewcomersToday,
        Proposed::ManyOfServer | Proposed::Waits(_) => BadChange::ManyToday,
    }
}
