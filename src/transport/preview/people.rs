//! Who can be played in the preview, and where: a server with somebody of each level, another server, direct messages.

use serde_json::{Value, json};

use crate::access::AccessLevel;

/// The bot: its user and its application.
pub(super) const BOT: u64 = 1_000_000_000_000_000_000;
/// The server in which most of them are.
pub(super) const SERVER: u64 = 1_000_000_000_000_000_010;
/// The other server.
const OTHER_SERVER: u64 = 1_000_000_000_000_000_011;

/// Permissions of Discord’s
/// (<https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags>): view, send, embed,
/// attach, read history, use commands, start threads, send in threads; and what those have who manage a server.
const USUAL: u64 = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 31 | 1 << 35 | 1 << 38;
const MANAGES: u64 = 1 << 4 | 1 << 5 | 1 << 13 | 1 << 34;
/// What the bot may do: as usual, and pin.
pub(super) const OF_BOT: u64 = USUAL | 1 << 51;

/// Somebody who can be played.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    pub(super) id: u64,
    /// What they are called.
    pub(super) name: &'static str,
    /// What they may do, in a word or two.
    pub(super) role: &'static str,
    /// Their server; none for somebody in direct messages.
    pub(super) server: Option<u64>,
    /// What is granted to them, where it is not what everybody has.
    pub(super) level: Option<AccessLevel>,
    manages: bool,
}

const fn person(n: u64, name: &'static str, role: &'static str) -> Person {
    let id = 1_000_000_000_000_000_100 + n;
    Person { id, name, role, server: Some(SERVER), level: None, manages: false }
}

/// Everybody.
pub(super) const PEOPLE: [Person; 7] = [
    person(1, "Carl", "contributor"),
    Person { level: Some(AccessLevel::Reader), ..person(2, "Rhea", "reader") },
    Person { level: Some(AccessLevel::Editor), ..person(3, "Edith", "editor") },
    Person { manages: true, ..person(4, "Cora", "curator") },
    person(5, "Pavel", "another person"),
    Person { manages: true, server: Some(OTHER_SERVER), ..person(6, "Otto", "another server") },
    Person { server: None, ..person(7, "Dana", "direct messages") },
];

/// A channel that is there from the start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) id: u64,
    pub(super) name: &'static str,
    pub(super) server: Option<u64>,
}

const fn place(n: u64, name: &'static str, server: Option<u64>) -> Place {
    Place { id: 1_000_000_000_000_000_200 + n, name, server }
}

/// Every channel that is there from the start.
pub(super) const PLACES: [Place; 5] = [
    place(1, "general", Some(SERVER)),
    place(2, "south-asia", Some(SERVER)),
    place(3, "general", Some(OTHER_SERVER)),
    place(4, "newsroom", Some(OTHER_SERVER)),
    place(5, "Dragoman", None),
];

/// The name of a server.
fn server_name(id: u64) -> &'static str {
    if id == SERVER { "Foreign desk" } else { "Another server" }
}

impl Person {
    /// Somebody by their id.
    pub(super) fn with_id(id: u64) -> Option<Self> {
        PEOPLE.into_iter().find(|person| person.id == id)
    }

    /// What they may do in a channel.
    fn permissions(self) -> u64 {
        if self.manages { USUAL | MANAGES } else { USUAL }
    }

    /// As Discord describes a user.
    pub(super) fn user(self) -> Value {
        json!({
            "id": self.id.to_string(), "username": self.name.to_lowercase(), "global_name": self.name,
            "discriminator": "0", "avatar": null, "bot": false,
        })
    }

    /// As Discord describes a member of a server.
    pub(super) fn member(self) -> Value {
        json!({
            "user": self.user(), "roles": [], "permissions": self.permissions().to_string(),
            "joined_at": "2024-01-01T00:00:00+00:00", "deaf": false, "mute": false, "flags": 0,
        })
    }

    /// As the page lists them.
    pub(super) fn listed(self) -> Value {
        json!({
            "id": self.id.to_string(), "name": self.name, "role": self.role,
            "server": self.server.map(|id| id.to_string()), "server_name": self.server.map(server_name),
        })
    }
}

/// The bot as Discord describes a user.
pub(super) fn bot() -> Value {
    json!({
        "id": BOT.to_string(), "username": "dragoman", "global_name": "Dragoman", "discriminator": "0",
        "avatar": null, "bot": true,
    })
}
