//! What is kept of people and servers: handed out, and erased.

use super::export::{Exported, export};
use crate::access::Act;
use crate::error::{BadChange, Error};
use crate::store::{Asker, Store};

/// What has to be typed to erase a server's knowledge: the words, with the server's id, so that
/// nobody types it by habit.
fn words(guild: u64) -> String {
    format!("erase {guild}")
}

/// What a curator is told before the server's knowledge is erased: the words to type, and the export
/// to keep.
///
/// # Errors
/// A refusal where the asker may not, a fault of the database.
pub async fn forget_server_warning(
    store: &Store,
    asker: &Asker,
    now: &str,
) -> Result<(String, Exported), Error> {
    let curator = store.curator(asker, Act::EraseServer, now).await?;
    let guild = server(asker)?;
    let exported = export(store, &curator.viewer(), false, "toml").await?;
    Ok((words(guild), exported))
}

/// The words that erase the asker’s server.
///
/// # Errors
/// A refusal where the asker may not, a fault of the database.
pub async fn forget_server_words(store: &Store, asker: &Asker, now: &str) -> Result<String, Error> {
    store.curator(asker, Act::EraseServer, now).await?;
    Ok(words(server(asker)?))
}

/// Erases everything of the asker's server, once the words are typed.
///
/// # Errors
/// A refusal where the asker may not or the words are others, a fault of the database.
pub async fn forget_server(store: &Store, asker: &Asker, typed: &str, now: &str) -> Result<(), Error> {
    let curator = store.curator(asker, Act::EraseServer, now).await?;
    let words = words(server(asker)?);
    if typed.trim() != words {
        return Err(BadChange::WordsNotTyped { words }.into());
    }
    store.erase_server(&curator).await?;
    tracing::info!("a server’s knowledge was erased at a curator’s wish");
    Ok(())
}

fn server(asker: &Asker) -> Result<u64, BadChange> {
    asker.guild.ok_or(BadChange::NoServer)
}

/// Everything stored about the asker, as a text file of a line an item.
///
/// # Errors
/// A fault of the database.
pub async fn export_me(store: &Store, asker: &Asker) -> Result<Exported, Error> {
    let lines = store.data_of(asker.user.unwrap_or(0)).await?;
    Ok(Exported { name: "my-data.txt".to_owned(), text: lines.join("\n"), items: lines.len() })
}

/// Erases what is kept of the asker; what they contributed stays, without their name.
///
/// # Errors
/// A fault of the database.
pub async fn erase_me(store: &Store, asker: &Asker, now: &str) -> Result<(), Error> {
    Ok(store.erase_person(asker.user.unwrap_or(0), now).await?)
}
