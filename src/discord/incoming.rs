//! What Discord sends, as far as we look at it: interactions and messages, read from Discord’s own JSON whatever
//! connection brings them.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// An id of Discord’s: a number that JSON has as text
/// (<https://discord.com/developers/docs/reference#snowflakes>). Permissions come in the same way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Id(pub(super) u64);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Text(String),
            Number(u64),
        }
        match Either::deserialize(deserializer)? {
            Either::Number(id) => Ok(Self(id)),
            Either::Text(text) => text.parse().map(Self).map_err(serde::de::Error::custom),
        }
    }
}

/// Permissions of Discord’s that we look at
/// (<https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags>).
pub(super) mod permission {
    pub(in crate::discord) const ADMINISTRATOR: u64 = 1 << 3;
    pub(in crate::discord) const MANAGE_CHANNELS: u64 = 1 << 4;
    pub(in crate::discord) const MANAGE_GUILD: u64 = 1 << 5;
    pub(in crate::discord) const SEND_MESSAGES: u64 = 1 << 11;
    pub(in crate::discord) const MANAGE_THREADS: u64 = 1 << 34;
    pub(in crate::discord) const CREATE_THREADS: u64 = 1 << 35;
    pub(in crate::discord) const SEND_IN_THREADS: u64 = 1 << 38;
    pub(in crate::discord) const PIN_MESSAGES: u64 = 1 << 51;
}

/// A person or a bot.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct User {
    pub(super) id: Id,
    #[serde(rename = "username", default)]
    name: String,
    #[serde(default)]
    global_name: Option<String>,
    #[serde(default)]
    pub(super) bot: bool,
}

impl User {
    /// What they are called.
    pub(super) fn name(&self) -> &str {
        self.global_name.as_deref().unwrap_or(&self.name)
    }
}

/// What somebody is in a server.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Member {
    #[serde(default)]
    pub(super) user: Option<User>,
    #[serde(default)]
    pub(super) roles: Vec<Id>,
    /// What they may do in the channel; Discord says it with interactions alone.
    #[serde(default)]
    permissions: Option<Id>,
}

impl Member {
    /// Whether they have a permission in the channel.
    pub(super) fn may(&self, permission: u64) -> bool {
        let held = self.permissions.map_or(0, |held| held.0);
        held & (permission | permission::ADMINISTRATOR) != 0
    }
}

/// Where something was asked.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Channel {
    #[serde(default)]
    pub(super) parent_id: Option<Id>,
    #[serde(rename = "type", default)]
    pub(super) kind: u8,
    #[serde(default)]
    thread_metadata: Option<ThreadMetadata>,
}

/// The state of a thread.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
struct ThreadMetadata {
    archived: bool,
    locked: bool,
}

/// The sorts of channels that we tell apart
/// (<https://discord.com/developers/docs/resources/channel#channel-object-channel-types>).
mod channel_kind {
    pub(super) const TEXT: u8 = 0;
    pub(super) const NEWS: u8 = 5;
    /// Forums, and forums of pictures.
    pub(super) const FORUMS: [u8; 2] = [15, 16];
    pub(super) const PRIVATE_THREAD: u8 = 12;
    /// In an announcement channel, public, private.
    pub(super) const THREADS: [u8; 3] = [10, 11, 12];
}

impl Channel {
    /// Whether it is a thread, or a post of a forum.
    pub(super) fn is_thread(&self) -> bool {
        channel_kind::THREADS.contains(&self.kind)
    }

    /// Whether it is a thread that only those see who were let in.
    pub(super) fn is_private(&self) -> bool {
        self.kind == channel_kind::PRIVATE_THREAD
    }

    /// Whether it has posts alone.
    pub(super) fn is_forum(&self) -> bool {
        channel_kind::FORUMS.contains(&self.kind)
    }

    /// Whether it is for announcements.
    pub(super) fn is_news(&self) -> bool {
        self.kind == channel_kind::NEWS
    }

    /// Whether threads can be started in it.
    pub(super) fn takes_threads(&self) -> bool {
        matches!(self.kind, channel_kind::TEXT | channel_kind::NEWS)
    }

    /// Whether it is a thread that was put away, or that nobody may write in any more.
    pub(super) fn is_archived(&self) -> bool {
        self.thread_metadata.is_some_and(|thread| thread.archived || thread.locked)
    }
}

/// An interaction: a command, a control or a form that somebody used.
#[derive(Debug)]
pub(super) struct Interaction {
    pub(super) id: u64,
    pub(super) application: u64,
    /// What answers it; good for a quarter of an hour, and never logged.
    pub(super) token: String,
    pub(super) guild: Option<u64>,
    pub(super) channel_id: u64,
    pub(super) channel: Option<Channel>,
    pub(super) member: Option<Member>,
    pub(super) user: User,
    /// What we may do in the channel.
    pub(super) we_may: u64,
    pub(super) what: What,
}

/// What was used
/// (<https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type>).
#[derive(Debug)]
pub(super) enum What {
    /// A command was given.
    Command(Given),
    /// An option of one is being typed.
    Typing(Given),
    /// A button was pressed, or something was chosen from a menu.
    Pressed(Pressed),
    /// A form came back.
    Submitted(Submitted),
}

impl What {
    /// What is counted it as: a command of ours by its name, anything else by its sort.
    pub(super) fn called(&self) -> &'static str {
        match self {
            Self::Command(given) => {
                super::from_discord::given(given).map_or("other", |(which, _)| which.info().name)
            }
            Self::Typing(_) => "completion",
            Self::Pressed(_) => "control",
            Self::Submitted(_) => "form",
        }
    }
}

/// A command with its options.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Given {
    pub(super) name: String,
    pub(super) options: Vec<GivenOption>,
    pub(super) resolved: Resolved,
}

/// An option of a command, or a subcommand with options of its own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GivenOption {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: u8,
    pub(super) value: Value,
    pub(super) options: Vec<GivenOption>,
    /// Whether it is the one being typed.
    pub(super) focused: bool,
}

/// The sorts of options that we tell apart
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type>).
pub(super) mod option_kind {
    pub(in crate::discord) const SUBCOMMAND: u8 = 1;
    pub(in crate::discord) const GROUP: u8 = 2;
    pub(in crate::discord) const STRING: u8 = 3;
    pub(in crate::discord) const INTEGER: u8 = 4;
    pub(in crate::discord) const BOOLEAN: u8 = 5;
    pub(in crate::discord) const USER: u8 = 6;
    pub(in crate::discord) const MENTIONABLE: u8 = 9;
    pub(in crate::discord) const NUMBER: u8 = 10;
    pub(in crate::discord) const ATTACHMENT: u8 = 11;
}

/// What ids in options stand for, by id.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Resolved {
    pub(super) roles: serde_json::Map<String, Value>,
    messages: serde_json::Map<String, Value>,
    attachments: serde_json::Map<String, Value>,
}

impl Resolved {
    /// The message that a command on a message is about.
    pub(super) fn message(&self) -> Option<Message> {
        self.messages.values().next().and_then(|message| Message::read(message.clone()))
    }

    /// The file that an option names.
    pub(super) fn attachment(&self, id: &str) -> Option<Attachment> {
        self.attachments.get(id).and_then(|file| serde_json::from_value(file.clone()).ok())
    }
}

/// A file on Discord.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Attachment {
    pub(super) filename: String,
    pub(super) url: String,
}

/// A control that was used.
#[derive(Debug)]
pub(super) struct Pressed {
    pub(super) custom_id: String,
    /// What was chosen, from a menu.
    pub(super) values: Vec<String>,
    /// Whether its message is the asker’s alone.
    pub(super) was_private: bool,
    /// Whether its message has files.
    pub(super) has_files: bool,
}

/// A form that came back.
#[derive(Debug)]
pub(super) struct Submitted {
    pub(super) custom_id: String,
    /// What was filled in, by the name of the input.
    pub(super) values: Vec<(String, String)>,
}

/// A message that somebody wrote.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Message {
    pub(super) id: Id,
    pub(super) channel_id: Id,
    #[serde(default)]
    pub(super) guild_id: Option<Id>,
    pub(super) author: User,
    #[serde(default)]
    pub(super) member: Option<Member>,
    #[serde(default)]
    pub(super) content: String,
    #[serde(rename = "type", default)]
    pub(super) kind: u8,
    #[serde(default)]
    pub(super) webhook_id: Option<Id>,
    #[serde(default)]
    flags: Option<u64>,
    #[serde(default)]
    attachments: Vec<Value>,
    #[serde(default)]
    mentions: Vec<User>,
    #[serde(default)]
    components: Vec<Value>,
    /// The message that it replies to.
    #[serde(rename = "referenced_message", default)]
    replies_to: Option<Box<Message>>,
}

impl Message {
    /// The message of ours that this one replies to, where the reply speaks to us: a reply that pings nobody is talk
    /// among people.
    pub(super) fn replied_to(&self, us: u64) -> Option<&Message> {
        let speaks_to_us = self.mentions.iter().any(|user| user.id.0 == us);
        self.replies_to.as_deref().filter(|message| speaks_to_us && message.author.id.0 == us)
    }

    /// The ids of the controls under it.
    pub(super) fn controls(&self) -> impl Iterator<Item = &str> {
        let inside = self.components.iter().filter_map(|row| row["components"].as_array()).flatten();
        inside.filter_map(|control| control["custom_id"].as_str())
    }

    /// Reads a message; nothing where it is none.
    pub(super) fn read(json: Value) -> Option<Self> {
        serde_json::from_value(json).ok()
    }
}

/// The flag of a message that one person alone sees
/// (<https://discord.com/developers/docs/resources/message#message-object-message-flags>).
pub(super) const EPHEMERAL: u64 = 1 << 6;

#[derive(Deserialize)]
struct Raw {
    id: Id,
    application_id: Id,
    token: String,
    #[serde(rename = "type")]
    kind: u8,
    #[serde(default)]
    guild_id: Option<Id>,
    #[serde(default)]
    channel_id: Option<Id>,
    #[serde(default)]
    channel: Option<Channel>,
    #[serde(default)]
    member: Option<Member>,
    #[serde(default)]
    user: Option<User>,
    #[serde(default)]
    message: Option<Message>,
    #[serde(default)]
    app_permissions: Option<Id>,
    #[serde(default)]
    data: Value,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ComponentData {
    custom_id: String,
    /// Of a button, none.
    values: Option<Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct FormData {
    custom_id: String,
    components: Vec<FormRow>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct FormRow {
    components: Vec<FormInput>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct FormInput {
    custom_id: String,
    value: Option<String>,
}

impl Interaction {
    /// Whether we have a permission in the channel.
    pub(super) fn may_we(&self, permission: u64) -> bool {
        self.we_may & (permission | permission::ADMINISTRATOR) != 0
    }

    /// Reads an interaction; nothing for a sort that we do not answer.
    ///
    /// # Errors
    /// Where it is not as Discord describes it.
    pub(super) fn read(json: Value) -> Result<Option<Self>, serde_json::Error> {
        let raw: Raw = serde_json::from_value(json)?;
        let what = match raw.kind {
            2 => What::Command(serde_json::from_value(raw.data)?),
            4 => What::Typing(serde_json::from_value(raw.data)?),
            3 => {
                let ComponentData { custom_id, values } = serde_json::from_value(raw.data)?;
                let message = raw.message.as_ref();
                What::Pressed(Pressed {
                    custom_id,
                    values: values.unwrap_or_default(),
                    was_private: message.is_some_and(|message| message.flags.unwrap_or(0) & EPHEMERAL != 0),
                    has_files: message.is_some_and(|message| !message.attachments.is_empty()),
                })
            }
            5 => {
                let FormData { custom_id, components } = serde_json::from_value(raw.data)?;
                let inputs = components.into_iter().flat_map(|row| row.components);
                let values = inputs.map(|input| (input.custom_id, input.value.unwrap_or_default()));
                What::Submitted(Submitted { custom_id, values: values.collect() })
            }
            _ => return Ok(None),
        };
        let member_user = || raw.member.as_ref().and_then(|member| member.user.clone());
        Ok(Some(Self {
            id: raw.id.0,
            application: raw.application_id.0,
            token: raw.token,
            guild: raw.guild_id.map(|id| id.0),
            channel_id: raw.channel_id.map_or(0, |id| id.0),
            channel: raw.channel,
            user: raw.user.clone().or_else(member_user).unwrap_or_default(),
            member: raw.member,
            we_may: raw.app_permissions.map_or(0, |may| may.0),
            what,
        }))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn ids_are_read_as_text_and_as_numbers() {
        let id = |json: Value| serde_json::from_value::<Id>(json).map(|id| id.0).ok();
        assert_eq!(id(json!("1160000000000000001")), Some(1_160_000_000_000_000_001));
        assert_eq!(id(json!(7)), Some(7));
        assert_eq!(id(json!("seven")), None);
    }

    #[test]
    fn a_sort_that_is_not_known_is_left_alone() {
        let ping = json!({"id": "1", "application_id": "2", "token": "x", "type": 1});
        assert!(Interaction::read(ping).is_ok_and(|read| read.is_none()));
        assert!(Interaction::read(json!({"type": 2})).is_err());
    }
}
