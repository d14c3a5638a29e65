//! Who asks, and what they may see. A [`Viewer`] can be made only here, and every read demands one.

use super::Store;

/// Who asks: a Discord user in a server or in direct messages, or the person at the console.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asker {
    /// The Discord id of the person; none at the console.
    pub user: Option<u64>,
    /// The Discord id of the server; none in direct messages and at the console.
    pub guild: Option<u64>,
}

/// The right to see the public scope and, in a server, that server's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viewer {
    scope: i64,
}

impl Viewer {
    /// Sees the public scope alone.
    pub(super) fn public() -> Self {
        Self { scope: 0 }
    }

    /// The server's scope, or 0 (public) for those who see no other.
    pub(super) fn scope(self) -> i64 {
        self.scope
    }
}

impl Store {
    /// What an asker may see.
    #[must_use]
    pub fn viewer(&self, asker: &Asker) -> Viewer {
        // Discord's ids are below 2^63 (snowflakes); one that is not is no server of ours.
        let scope = asker.guild.and_then(|guild| i64::try_from(guild).ok()).unwrap_or(0);
        Viewer { scope }
    }
}
