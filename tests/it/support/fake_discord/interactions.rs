//! Discord-shaped JSON for what people do: interactions and messages.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::{APPLICATION_OWNER_ID, BOT_ID};

const DISCORD_EPOCH_MS: u64 = 1_420_070_400_000;
const ALL_PERMISSIONS: u64 = (1 << 50) - 1;
/// View, send, embed, attach, read history, use external emoji, create threads, send in threads, pin; mention everyone
/// not included.
const BOT_PERMISSIONS: u64 = 0x0005_CC00 | 1 << 35 | 1 << 38 | 1 << 51;

/// The person who acts, and where.
#[derive(Clone, Debug)]
pub struct Asker {
    /// The user's id.
    pub user_id: u64,
    /// The user's name.
    pub name: String,
    /// The guild, or none for a direct message.
    pub guild_id: Option<u64>,
    /// The channel.
    pub channel_id: u64,
    /// The member's permissions in the channel.
    pub permissions: u64,
    /// The member's roles.
    pub roles: Vec<u64>,
    /// Whether the user owns the guild and so has all permissions.
    pub is_owner: bool,
    /// What the channel is a thread of, and which sort (11 public, 12 private).
    pub thread_of: Option<(u64, u8)>,
    /// What the bot may do there.
    pub bot_permissions: u64,
    /// The user's language, such as `en-US` or `tr`.
    pub locale: String,
}

/// Somebody in a server, the same each time.
pub fn ada() -> Asker {
    Asker { user_id: 1_001, ..Asker::in_guild("Ada", 10, 20) }
}

impl Asker {
    /// The same person in a thread.
    pub fn in_thread(&self, thread: u64) -> Self {
        Self { channel_id: thread, thread_of: Some((self.channel_id, 11)), ..self.clone() }
    }
}

/// Somebody else in the same channel.
pub fn bob() -> Asker {
    Asker { user_id: 1_002, ..Asker::in_guild("Bob", 10, 20) }
}

impl Asker {
    /// Someone new in this guild and channel, with the usual permissions.
    pub fn in_guild(name: &str, guild_id: u64, channel_id: u64) -> Self {
        Self {
            user_id: snowflake(),
            name: name.to_owned(),
            guild_id: Some(guild_id),
            channel_id,
            // View, send, embed, attach, read history, use commands, send in threads.
            permissions: 0x40_8001_CC00,
            roles: Vec::new(),
            is_owner: false,
            thread_of: None,
            bot_permissions: BOT_PERMISSIONS,
            locale: "en-US".to_owned(),
        }
    }

    /// Someone new in a direct message with the bot.
    pub fn in_direct_message(name: &str) -> Self {
        let channel_id = snowflake();
        Self { guild_id: None, ..Self::in_guild(name, 0, channel_id) }
    }

    /// The user object.
    pub fn user(&self) -> Value {
        user(self.user_id, &self.name, false)
    }

    fn member(&self) -> Value {
        let roles: Vec<String> = self.roles.iter().map(u64::to_string).collect();
        let permissions = if self.is_owner { ALL_PERMISSIONS } else { self.permissions };
        json!({
            "nick": null, "avatar": null, "banner": null, "roles": roles,
            "joined_at": "2024-01-01T00:00:00.000000+00:00", "premium_since": null,
            "deaf": false, "mute": false, "flags": 0, "pending": false,
            "permissions": permissions.to_string(), "communication_disabled_until": null,
            "unusual_dm_activity_until": null,
        })
    }
}

/// An interaction ready to be sent.
#[derive(Clone, Debug)]
pub struct Interaction {
    /// Its id.
    pub id: String,
    /// Its token.
    pub token: String,
    /// The data of `INTERACTION_CREATE`.
    pub json: Value,
}

/// A text option's value.
pub fn text(value: &str) -> Value {
    value.into()
}

/// A boolean option's value.
pub fn boolean(value: bool) -> Value {
    value.into()
}

/// A slash command; the name may hold a group and a subcommand, parted by spaces.
pub fn slash(asker: &Asker, name: &str, options: &[(&str, Value)]) -> Interaction {
    interaction(asker, 2, &command_data(name, options, None), None)
}

/// Typing in a slash command's option; the value typed so far may be missing from `options`.
pub fn autocomplete(asker: &Asker, command: &str, options: &[(&str, Value)], focused: &str) -> Interaction {
    let mut options = options.to_vec();
    if !options.iter().any(|(name, _)| *name == focused) {
        options.push((focused, text("")));
    }
    interaction(asker, 4, &command_data(command, &options, Some(focused)), None)
}

/// Pressing a button of a message.
pub fn button(asker: &Asker, custom_id: &str, message: &Value) -> Interaction {
    let data = json!({ "component_type": 2, "custom_id": custom_id, "id": 1 });
    interaction(asker, 3, &data, Some(message))
}

/// Choosing in a text select menu of a message.
pub fn select(asker: &Asker, custom_id: &str, values: &[&str], message: &Value) -> Interaction {
    let data = json!({ "component_type": 3, "custom_id": custom_id, "values": values, "id": 1 });
    interaction(asker, 3, &data, Some(message))
}

/// Submitting a modal.
pub fn modal(asker: &Asker, custom_id: &str, fields: &[(&str, &str)]) -> Interaction {
    let rows: Vec<Value> = (1..)
        .zip(fields)
        .map(|(n, (id, text))| {
            let input = json!({ "type": 4, "id": 2 * n, "custom_id": id, "value": text });
            json!({ "type": 1, "id": 2 * n - 1, "components": [input] })
        })
        .collect();
    let data = json!({ "custom_id": custom_id, "components": rows, "resolved": {} });
    interaction(asker, 5, &data, None)
}

/// A message in the channel, for `MESSAGE_CREATE`; a mention of the bot is put before the content.
pub fn message(asker: &Asker, content: &str, mentions_bot: bool) -> Value {
    let id = snowflake();
    let named = content.contains(&format!("<@{BOT_ID}>"));
    let content = if mentions_bot && !named { format!("<@{BOT_ID}> {content}") } else { content.to_owned() };
    let mentions = if mentions_bot { vec![bot_user()] } else { Vec::new() };
    let mut message = json!({
        "id": id.to_string(), "channel_id": asker.channel_id.to_string(), "author": asker.user(),
        "content": content, "timestamp": timestamp(id), "edited_timestamp": null, "tts": false,
        "mention_everyone": false, "mentions": mentions, "mention_roles": [], "attachments": [],
        "embeds": [], "components": [], "pinned": false, "type": 0, "flags": 0,
    });
    if let Some(guild) = asker.guild_id {
        message["guild_id"] = guild.to_string().into();
        message["member"] = asker.member();
    }
    message
}

fn command_data(name: &str, options: &[(&str, Value)], focused: Option<&str>) -> Value {
    let mut values: Vec<Value> = options
        .iter()
        .map(|(name, value)| {
            let kind = match value {
                // A value that brings its type with it.
                Value::Object(typed) => return typed_option(name, typed),
                Value::Bool(_) => 5,
                Value::Number(number) if number.is_f64() => 10,
                Value::Number(_) => 4,
                _ => 3,
            };
            let mut option = json!({ "name": name, "type": kind, "value": value });
            if focused == Some(name) {
                option["focused"] = true.into();
            }
            option
        })
        .collect();
    let resolved = resolved(options);
    let mut names: Vec<&str> = name.split(' ').collect();
    // From the innermost outwards: a subcommand is 1, a group around it 2.
    for kind in 1..names.len() {
        values = vec![json!({ "name": names.pop(), "type": kind, "options": values })];
    }
    json!({
        "id": snowflake().to_string(), "name": names[0], "type": 1, "options": values, "resolved": resolved,
    })
}

/// The value of an option that names a role, a person or a file.
pub fn typed(kind: u8, id: u64, resolved: &Value) -> Value {
    json!({ "type": kind, "value": id.to_string(), "resolved": resolved })
}

fn typed_option(name: &str, typed: &serde_json::Map<String, Value>) -> Value {
    json!({ "name": name, "type": typed["type"], "value": typed["value"] })
}

/// What Discord sends along with options that name something.
fn resolved(options: &[(&str, Value)]) -> Value {
    let mut all = json!({});
    for (_, value) in options {
        for (sort, things) in value["resolved"].as_object().into_iter().flatten() {
            for (id, thing) in things.as_object().into_iter().flatten() {
                all[sort][id] = thing.clone();
            }
        }
    }
    all
}

/// A role as an option's value.
pub fn role(id: u64, name: &str) -> Value {
    let role = json!({
        "id": id.to_string(), "name": name, "color": 0,
        "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null }, "hoist": false, "position": 1, "permissions": "0",
        "managed": false, "mentionable": false, "flags": 0, "icon": null, "unicode_emoji": null,
    });
    typed(9, id, &json!({ "roles": { id.to_string(): role } }))
}

/// A person as an option's value, where roles are possible too.
pub fn person(id: u64, name: &str) -> Value {
    typed(9, id, &json!({ "users": { id.to_string(): user(id, name, false) } }))
}

/// A person as an option's value.
pub fn just_person(id: u64, name: &str) -> Value {
    typed(6, id, &json!({ "users": { id.to_string(): user(id, name, false) } }))
}

/// A file as an option's value, where Discord says that it is kept.
pub fn attachment(name: &str, url: &str, size: usize) -> Value {
    let id = snowflake();
    let file = json!({
        "id": id.to_string(), "filename": name, "size": size, "url": url, "proxy_url": url,
        "content_type": "text/plain", "ephemeral": true,
    });
    typed(11, id, &json!({ "attachments": { id.to_string(): file } }))
}

/// A message command, used on a message.
pub fn on_message(asker: &Asker, name: &str, message: &Value) -> Interaction {
    let id = message["id"].as_str().unwrap_or_default();
    let data = json!({
        "id": snowflake().to_string(), "name": name, "type": 3, "target_id": id,
        "resolved": { "messages": { id: message } },
    });
    interaction(asker, 2, &data, None)
}

fn interaction(asker: &Asker, kind: u8, data: &Value, message: Option<&Value>) -> Interaction {
    let id = snowflake().to_string();
    let token = format!("fake-interaction-token-{id}");
    let channel = asker.channel_id.to_string();
    let mut json = json!({
        "id": id, "application_id": BOT_ID.to_string(), "type": kind, "token": token, "version": 1,
        "data": data, "channel_id": channel, "locale": asker.locale, "entitlements": [],
        "app_permissions": asker.bot_permissions.to_string(), "attachment_size_limit": 10_485_760,
    });
    if let Some(guild) = asker.guild_id {
        let guild = guild.to_string();
        let mut member = asker.member();
        member["user"] = asker.user();
        json["channel"] = json!({
            "id": channel, "type": 0, "name": "general", "guild_id": guild, "position": 0,
            "permissions": member["permissions"], "parent_id": null, "flags": 0,
        });
        if let Some((parent, kind)) = asker.thread_of {
            json["channel"]["type"] = kind.into();
            json["channel"]["parent_id"] = parent.to_string().into();
        }
        json["member"] = member;
        json["guild"] = json!({ "id": guild, "locale": "en-US", "features": [] });
        json["guild_locale"] = "en-US".into();
        json["authorizing_integration_owners"] = json!({ "0": guild });
        json["guild_id"] = guild.into();
        json["context"] = 0.into();
    } else {
        json["channel"] = json!({ "id": channel, "type": 1, "flags": 0 });
        json["user"] = asker.user();
        json["authorizing_integration_owners"] = json!({ "0": "0" });
        json["context"] = 1.into();
    }
    if let Some(message) = message {
        json["message"] = message.clone();
    }
    Interaction { id, token, json }
}

/// The bot's user object.
pub fn bot_user() -> Value {
    let mut bot = user(BOT_ID, "dragoman", true);
    bot["mfa_enabled"] = true.into();
    bot["verified"] = true.into();
    bot
}

pub(super) fn user(id: u64, name: &str, bot: bool) -> Value {
    json!({
        "id": id.to_string(), "username": name, "global_name": name, "discriminator": "0",
        "avatar": null, "avatar_decoration_data": null, "bot": bot, "public_flags": 0,
    })
}

pub(super) fn application() -> Value {
    json!({
        "id": BOT_ID.to_string(), "name": "dragoman", "icon": null, "description": "",
        "bot_public": true, "bot_require_code_grant": false, "verify_key": super::endpoint::public_key(), "flags": 0,
        "team": null, "rpc_origins": [], "summary": "",
        "owner": user(APPLICATION_OWNER_ID, "owner", false),
    })
}

/// A fresh Discord id.
pub fn snowflake() -> u64 {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    let now = u64::try_from(unix_time().as_millis()).unwrap_or(0).saturating_sub(DISCORD_EPOCH_MS);
    // 22 bits, so that ids made within one millisecond differ too.
    (now << 22) | (COUNT.fetch_add(1, Ordering::Relaxed) & 0x3F_FFFF)
}

/// The time since 1970.
#[allow(clippy::disallowed_methods, reason = "the fake plays the outside world, which has a clock")]
pub(super) fn unix_time() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// The time within a snowflake as ISO 8601.
pub(super) fn timestamp(id: u64) -> String {
    let ms = (id >> 22) + DISCORD_EPOCH_MS;
    let (days, ms) = (ms / 86_400_000, ms % 86_400_000);
    // Days to civil date, counted in 400-year eras that begin on 1 March.
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let date = day - (153 * month + 2) / 5 + 1;
    let (year, month) =
        if month < 10 { (year + era * 400, month + 3) } else { (year + era * 400 + 1, month - 9) };
    let (hour, minute) = (ms / 3_600_000, ms / 60_000 % 60);
    let (second, ms) = (ms / 1_000 % 60, ms % 1_000);
    format!("{year:04}-{month:02}-{date:02}T{hour:02}:{minute:02}:{second:02}.{ms:03}000+00:00")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timestamps_are_civil() {
        let at = |unix_ms: u64| timestamp((unix_ms - DISCORD_EPOCH_MS) << 22);
        assert_eq!(at(1_709_210_096_789), "2024-02-29T12:34:56.789000+00:00");
        assert_eq!(at(1_767_225_599_000), "2025-12-31T23:59:59.000000+00:00");
    }
}
