//! What we may do in the channels of a server, and what is missing there.

use reqwest::Method;
use serde::Deserialize;

use super::incoming::{Id, permission};
use super::rest::{Body, NotSent, Rest};

/// What we need in a channel to do all that we can do, and what Discord calls it
/// (<https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags>).
const NEEDED: [(u64, &str); 7] = [
    (permission::SEND_MESSAGES, "Send Messages"),
    (1 << 14, "Embed Links"),
    (1 << 15, "Attach Files"),
    (1 << 16, "Read Message History"),
    (permission::CREATE_THREADS, "Create Public Threads"),
    (permission::SEND_IN_THREADS, "Send Messages in Threads"),
    (permission::PIN_MESSAGES, "Pin Messages"),
];
/// Whether a channel is seen at all.
const VIEW_CHANNEL: u64 = 1 << 10;

/// The sorts of channels in which people write: text, announcements, forums.
const WRITTEN_IN: [u8; 4] = [0, 5, 15, 16];
/// The name of a channel that we may not see (<https://discord.com/developers/docs/resources/channel>).
const HIDDEN: &str = "___hidden___";

/// A channel, and what we lack in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChannelReport {
    pub(crate) id: u64,
    pub(crate) name: String,
    /// Whether we see it. What we do not see we cannot be asked in, which may be meant.
    pub(crate) is_seen: bool,
    /// The names of the permissions that we lack.
    pub(crate) missing: Vec<&'static str>,
}

#[derive(Debug, Deserialize)]
struct Role {
    id: Id,
    permissions: Id,
}

#[derive(Debug, Deserialize)]
struct Overwrite {
    id: Id,
    allow: Id,
    deny: Id,
}

#[derive(Debug, Deserialize)]
struct Channel {
    id: Id,
    #[serde(default)]
    name: Option<String>,
    #[serde(rename = "type")]
    kind: u8,
    #[serde(default)]
    permission_overwrites: Vec<Overwrite>,
}

#[derive(Debug, Default, Deserialize)]
struct Us {
    #[serde(default)]
    roles: Vec<Id>,
}

impl Rest {
    /// Who we are: our user’s id, and what we are called.
    ///
    /// # Errors
    /// Why Discord does not say so.
    pub(crate) async fn ourselves(&self) -> Result<(u64, String), NotSent> {
        #[derive(Deserialize)]
        struct Me {
            id: Id,
            username: String,
        }
        let me: Me = self.read("/users/@me").await?;
        Ok((me.id.0, me.username))
    }

    /// The servers that we are in, by id and name; the first two hundred.
    ///
    /// # Errors
    /// Why Discord does not say so.
    pub(crate) async fn servers(&self) -> Result<Vec<(u64, String)>, NotSent> {
        #[derive(Deserialize)]
        struct Server {
            id: Id,
            name: String,
        }
        let servers: Vec<Server> = self.read("/users/@me/guilds").await?;
        Ok(servers.into_iter().map(|server| (server.id.0, server.name)).collect())
    }

    /// The names of the commands that are registered.
    ///
    /// # Errors
    /// Why Discord does not say so.
    pub(crate) async fn commands(&self, application: u64) -> Result<Vec<String>, NotSent> {
        #[derive(Deserialize)]
        struct Command {
            name: String,
        }
        let commands: Vec<Command> = self.read(&format!("/applications/{application}/commands")).await?;
        Ok(commands.into_iter().map(|command| command.name).collect())
    }

    /// What we lack in each channel of a server.
    ///
    /// # Errors
    /// Why Discord does not say so.
    pub(crate) async fn channel_reports(&self, server: u64, us: u64) -> Result<Vec<ChannelReport>, NotSent> {
        let channels: Vec<Channel> = self.read(&format!("/guilds/{server}/channels")).await?;
        let roles: Vec<Role> = self.read(&format!("/guilds/{server}/roles")).await?;
        let ours: Us = self.read(&format!("/guilds/{server}/members/{us}")).await?;
        let ours: Vec<u64> = ours.roles.into_iter().map(|role| role.0).collect();
        let report = |channel: Channel| {
            let name = channel.name.clone().filter(|name| name != HIDDEN)?;
            let held = held(server, us, &roles, &ours, &channel.permission_overwrites);
            let is_seen = held & VIEW_CHANNEL != 0;
            let missing = NEEDED.iter().filter(|(bit, _)| held & bit == 0).map(|(_, name)| *name).collect();
            Some(ChannelReport { id: channel.id.0, name, is_seen, missing })
        };
        let written = channels.into_iter().filter(|channel| WRITTEN_IN.contains(&channel.kind));
        Ok(written.filter_map(report).collect())
    }

    async fn read<T: serde::de::DeserializeOwned>(&self, path: &str) -> Result<T, NotSent> {
        let said = self.ask(Method::GET, path, &Body::default()).await?;
        serde_json::from_value(said).map_err(|e| NotSent::Failed(format!("it cannot be read: {e}")))
    }
}

/// What somebody may do in a channel, by Discord’s rule
/// (<https://discord.com/developers/docs/topics/permissions#permission-overwrites>).
fn held(server: u64, us: u64, roles: &[Role], ours: &[u64], overwrites: &[Overwrite]) -> u64 {
    let is_ours = |id: u64| id == server || ours.contains(&id);
    let base = roles.iter().filter(|role| is_ours(role.id.0)).fold(0, |held, role| held | role.permissions.0);
    if base & permission::ADMINISTRATOR != 0 {
        return u64::MAX;
    }
    let apply = |held: u64, of: &mut dyn Iterator<Item = &Overwrite>| {
        let (allow, deny) = of.fold((0, 0), |(allow, deny), one| (allow | one.allow.0, deny | one.deny.0));
        held & !deny | allow
    };
    let everyone = apply(base, &mut overwrites.iter().filter(|one| one.id.0 == server));
    let of_roles = apply(everyone, &mut overwrites.iter().filter(|one| ours.contains(&one.id.0)));
    apply(of_roles, &mut overwrites.iter().filter(|one| one.id.0 == us))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overwrites_of_a_channel_go_before_roles_and_our_own_before_all() {
        let role = |id, permissions| Role { id: Id(id), permissions: Id(permissions) };
        let over = |id, allow, deny| Overwrite { id: Id(id), allow: Id(allow), deny: Id(deny) };
        let roles = [role(1, 0b0001), role(7, 0b0110), role(8, 1 << 3)];
        assert_eq!(held(1, 5, &roles, &[7], &[]), 0b0111);
        assert_eq!(held(1, 5, &roles, &[], &[]), 0b0001, "a role of others");
        assert_eq!(held(1, 5, &roles, &[7], &[over(1, 0, 0b0011)]), 0b0100);
        assert_eq!(held(1, 5, &roles, &[7], &[over(1, 0, 0b0011), over(7, 0b0010, 0)]), 0b0110);
        assert_eq!(held(1, 5, &roles, &[7], &[over(7, 0b0010, 0), over(5, 0b0001, 0b0100)]), 0b0011);
        assert_eq!(held(1, 5, &roles, &[8], &[over(1, 0, u64::MAX)]), u64::MAX, "an administrator");
    }
}
