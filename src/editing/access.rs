//! Granting levels of access to roles and members.

use crate::access::{AccessLevel, Act};
use crate::error::{BadChange, Choice, Error, Refusal};
use crate::store::grants::Holder;
use crate::store::{Asker, Store};

/// Grants a level.
///
/// # Errors
/// A refusal where the asker may not or there is no such level, a fault of the database.
pub async fn grant(
    store: &Store,
    asker: &Asker,
    holder: Holder,
    level: &str,
    now: &str,
) -> Result<AccessLevel, Error> {
    in_a_server(asker)?;
    let curator = store.curator(asker, Act::GrantAccess, now).await?;
    let level: AccessLevel = level.trim().parse().map_err(|()| {
        Refusal::not_one_of(Choice::Level, level, &AccessLevel::ALL.map(AccessLevel::as_str))
    })?;
    store.grant(&curator, holder, level, now).await?;
    Ok(level)
}

/// Takes a grant back.
///
/// # Errors
/// A refusal where the asker may not or there is no such grant, a fault of the database.
pub async fn revoke(store: &Store, asker: &Asker, holder: Holder, now: &str) -> Result<(), Error> {
    in_a_server(asker)?;
    let curator = store.curator(asker, Act::RevokeAccess, now).await?;
    if store.revoke(&curator, holder, now).await? {
        return Ok(());
    }
    Err(BadChange::NothingGranted.into())
}

/// Levels are granted in servers: the public knowledge has owners, whom the settings name.
fn in_a_server(asker: &Asker) -> Result<(), Refusal> {
    asker.guild.map(|_| ()).ok_or_else(|| BadChange::NoServer.into())
}

/// What is granted in the asker's server.
///
/// # Errors
/// A refusal where the asker may not, a fault of the database.
pub async fn show(store: &Store, asker: &Asker, now: &str) -> Result<Vec<(Holder, AccessLevel)>, Error> {
    let curator = store.curator(asker, Act::ShowAccess, now).await?;
    Ok(store.grants(&curator).await?)
}
