//! `dragoman preview`: the bot on a page of this machine, with a database of its own.

use std::path::Path;
use std::sync::Arc;

use super::serve::stop_signal;
use super::{DONE, Failure, chance, complain, knowledge, now, runtime, say};
use crate::config::Settings;
use crate::discord::Edge;
use crate::error::{Error, Fault};
use crate::store::Store;
use crate::store::backup::copy;
use crate::transport::preview;

/// Where the preview keeps what is done in it, unless it is told otherwise.
const OWN_DATABASE: &str = "dragoman-preview.db";

/// How the preview begins.
pub(super) struct Options<'a> {
    /// The port; 0 is any that is free.
    pub(super) port: u16,
    /// Whether to open the page in the browser.
    pub(super) open: bool,
    /// A database of which a copy is used.
    pub(super) copy_of: Option<&'a Path>,
}

/// Serves the page until it is told to stop.
pub(super) fn preview(settings: &Settings, options: &Options<'_>) -> Result<u8, Failure> {
    runtime()?.block_on(async {
        let database = database(options.copy_of).await?;
        let store = Store::open(&database).await?;
        knowledge::bring_up_to_date(&store, settings.knowledge.as_deref()).await?;
        let store = Arc::new(store);
        let stop = stop_signal().map_err(|e| Fault::new("listening for signals", e))?;
        let opened = |address: &str| {
            say(&format!("Try Dragoman at {address}\nStop it with Ctrl-C."));
            if options.open && open::that_detached(address).is_err() {
                complain("No browser could be started; open the address yourself.");
            }
        };
        let served = preview::serve(store.clone(), options.port, Edge { chance, now }, opened, stop).await;
        store.close().await;
        match served {
            Ok(()) => Ok(DONE),
            Err(Error::Refused(refusal)) => Err(refusal.into()),
            Err(Error::Fault(fault)) => Err(fault.into()),
        }
    })
}

/// The database of the preview: its own, or one that begins as a copy of another. A bot’s own is never written.
async fn database(copy_of: Option<&Path>) -> Result<String, Failure> {
    let Some(from) = copy_of else { return Ok(format!("sqlite://{OWN_DATABASE}")) };
    if !from.is_file() {
        return Err(Failure::Setting(format!("{} is not a file; name a database.", from.display())));
    }
    let name = format!("{OWN_DATABASE}.copy");
    for ending in ["", "-wal", "-shm"] {
        match std::fs::remove_file(format!("{name}{ending}")) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Fault::new("making room for the copy", error).into());
            }
            _ => {}
        }
    }
    copy(from, Path::new(&name)).await?;
    Ok(format!("sqlite://{name}"))
}
