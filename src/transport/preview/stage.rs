//! What stands in for Discord: channels, messages, threads and files in memory, and the part of its REST interface that the
//! bot uses (<https://discord.com/developers/docs/reference>). What happens is told to whoever listens.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use tokio::sync::broadcast;

use super::people::{BOT, OF_BOT, PEOPLE, PLACES, Person, bot};
use crate::discord::{Body, StandIn};

/// How many messages are kept, and how many interactions can be answered; then the oldest go.
const MOST_MESSAGES: usize = 2_000;
/// How many files are kept.
const MOST_FILES: usize = 200;
/// How many happenings wait for a page that is slow.
const MOST_WAITING: usize = 1_024;

/// Codes of Discord’s (<https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>).
const UNKNOWN_CHANNEL: i64 = 10_003;
const UNKNOWN_MEMBER: i64 = 10_007;
const UNKNOWN_MESSAGE: i64 = 10_008;
const UNKNOWN_INTERACTION: i64 = 10_062;
const NOT_FOUND: i64 = 0;

/// The flag of a message that one person alone sees, and of one that is being made.
const EPHEMERAL: u64 = 1 << 6;
const LOADING: u64 = 1 << 7;

/// The sorts of channels: of a server, direct messages, a thread.
const TEXT: u8 = 0;
const DIRECT: u8 = 1;
const THREAD: u8 = 11;

/// The sort of command that is typed.
const SLASH: u8 = 1;

/// The start of Discord’s time, in milliseconds since 1970.
const EPOCH: i64 = 1_420_070_400_000;

/// What stands in for Discord.
pub(super) struct Stage {
    state: Mutex<State>,
    told: broadcast::Sender<String>,
    /// The time, RFC 3339.
    now: fn() -> String,
    /// Where files can be fetched from: an address with a slash at its end.
    files_at: String,
}

#[derive(Default)]
struct State {
    channels: BTreeMap<u64, Value>,
    messages: BTreeMap<u64, Value>,
    /// By token, which tells the time.
    interactions: BTreeMap<String, Pending>,
    files: BTreeMap<u64, (String, Vec<u8>)>,
    last: u64,
}

/// An interaction that is being answered.
struct Pending {
    person: u64,
    channel: u64,
    /// The message whose control was used.
    source: Option<u64>,
    /// What stands above the answer: who used which command.
    used: Option<String>,
    /// The message behind `@original`.
    original: Option<u64>,
    /// The first word.
    first: Option<Value>,
}

/// What a message is besides what it says.
#[derive(Default)]
struct About {
    /// Who alone sees it.
    only_for: Option<u64>,
    /// What stands above it: who used which command.
    used: Option<String>,
}

fn id_of(value: &Value) -> u64 {
    value.as_str().and_then(|id| id.parse().ok()).or_else(|| value.as_u64()).unwrap_or(0)
}

impl Stage {
    pub(super) fn new(now: fn() -> String, files_at: String) -> Self {
        let mut state = State::default();
        for place in PLACES {
            let kind = if place.server.is_some() { TEXT } else { DIRECT };
            state.channels.insert(
                place.id,
                json!({
                    "id": place.id.to_string(), "name": place.name, "type": kind, "parent_id": null,
                    "guild_id": place.server.map(|id| id.to_string()),
                }),
            );
        }
        Self { state: Mutex::new(state), told: broadcast::Sender::new(MOST_WAITING), now, files_at }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Hears of what happens from now on, as JSON.
    pub(super) fn listen(&self) -> broadcast::Receiver<String> {
        self.told.subscribe()
    }

    fn tell(&self, event: &Value) {
        // Where nobody listens, there is nobody to tell.
        let _ = self.told.send(event.to_string());
    }

    /// Everything that is there.
    pub(super) fn everything(&self) -> Value {
        let state = self.state();
        json!({
            "people": PEOPLE.map(Person::listed), "bot": bot(),
            "channels": state.channels.values().collect::<Vec<_>>(),
            "messages": state.messages.values().collect::<Vec<_>>(),
        })
    }

    /// A file by its number.
    pub(super) fn file(&self, id: u64) -> Option<(String, Vec<u8>)> {
        self.state().files.get(&id).cloned()
    }

    /// Keeps a file; gives how Discord describes it.
    pub(super) fn keep_file(&self, name: &str, bytes: Vec<u8>) -> Value {
        let mut state = self.state();
        self.kept(&mut state, name, bytes)
    }

    fn kept(&self, state: &mut State, name: &str, bytes: Vec<u8>) -> Value {
        let id = self.new_id(state);
        let size = bytes.len();
        state.files.insert(id, (name.to_owned(), bytes));
        while state.files.len() > MOST_FILES {
            state.files.pop_first();
        }
        let url = format!("{}{id}/{}", self.files_at, url_name(name));
        json!({"id": id.to_string(), "filename": name, "size": size, "url": url, "ephemeral": true})
    }

    /// A new id, which tells its time (<https://discord.com/developers/docs/reference#snowflakes>).
    fn new_id(&self, state: &mut State) -> u64 {
        let of_now = u64::try_from(self.time() * 1_000 - EPOCH).unwrap_or(0) << 22;
        state.last = of_now.max(state.last + 1);
        state.last
    }

    /// An interaction as Discord sends it, from what the page says: who, where, of which sort, with which data, on which
    /// message. Nothing where it cannot be.
    pub(super) fn interaction(&self, said: &Value) -> Option<Value> {
        let person = Person::with_id(id_of(&said["person"]))?;
        let channel = id_of(&said["channel"]);
        let mut state = self.state();
        let place = state.channels.get(&channel).filter(|place| is_for(place, person))?.clone();
        let (id, token) = (self.new_id(&mut state), format!("preview-{}", state.last));
        let mut json = json!({
            "id": id.to_string(), "application_id": BOT.to_string(), "token": token, "version": 1,
            "type": said["type"], "data": said["data"], "channel_id": channel.to_string(), "channel": place,
            "app_permissions": OF_BOT.to_string(), "locale": "en-US",
            "attachment_size_limit": 10_485_760,
        });
        if let Some(server) = person.server {
            json["guild_id"] = json!(server.to_string());
            json["member"] = person.member();
        } else {
            json["user"] = person.user();
        }
        let source = id_of(&said["message"]);
        if let Some(message) = state.messages.get(&source) {
            json["message"] = message.clone();
        }
        // A command on a message brings the message along.
        let target = id_of(&said["data"]["target_id"]);
        if let Some(message) = state.messages.get(&target) {
            json["data"]["resolved"] = json!({"messages": {target.to_string(): message}});
        }
        let used = command(&said["data"]).map(|name| format!("{} used {name}", person.name));
        let source = state.messages.contains_key(&source).then_some(source);
        let pending = Pending { person: person.id, channel, source, used, original: None, first: None };
        state.interactions.insert(token, pending);
        while state.interactions.len() > MOST_MESSAGES {
            state.interactions.pop_first();
        }
        Some(json)
    }

    /// The first word to an interaction that makes no message: choices, or a form.
    pub(super) fn first_word(&self, token: &str) -> Option<Value> {
        self.state().interactions.get(token).and_then(|pending| pending.first.clone())
    }

    /// Somebody writes a message; gives it as Discord sends it. Nothing where it cannot be.
    pub(super) fn write(&self, said: &Value) -> Option<Value> {
        let person = Person::with_id(id_of(&said["person"]))?;
        let channel = id_of(&said["channel"]);
        let mut state = self.state();
        state.channels.get(&channel).filter(|place| is_for(place, person))?;
        let content = said["content"].as_str().unwrap_or_default();
        let content = content.replace("@Dragoman", &format!("<@{BOT}>"));
        let replied_to = state.messages.get(&id_of(&said["reply_to"])).cloned();
        let speaks_to_bot = content.contains(&format!("<@{BOT}>"))
            || replied_to.as_ref().is_some_and(|message| id_of(&message["author"]["id"]) == BOT);
        let id = self.new_id(&mut state);
        let mut message = json!({
            "id": id.to_string(), "channel_id": channel.to_string(), "author": person.user(), "content": content,
            "timestamp": (self.now)(), "type": if replied_to.is_some() { 19 } else { 0 }, "flags": 0,
            "mentions": if speaks_to_bot { vec![bot()] } else { Vec::new() },
            "attachments": [], "embeds": [], "components": [],
        });
        if let Some(server) = person.server {
            message["guild_id"] = json!(server.to_string());
            message["member"] = person.member();
        }
        if let Some(replied_to) = replied_to {
            message["message_reference"] =
                json!({"message_id": replied_to["id"], "channel_id": replied_to["channel_id"]});
            message["referenced_message"] = replied_to;
        }
        self.put(&mut state, id, message.clone());
        Some(message)
    }

    /// Puts a message where it belongs, and tells of it.
    fn put(&self, state: &mut State, id: u64, message: Value) {
        self.tell(&json!({"event": "message", "message": message}));
        state.messages.insert(id, message);
        while state.messages.len() > MOST_MESSAGES {
            state.messages.pop_first();
        }
    }

    /// Makes a message of the bot’s.
    fn make(&self, state: &mut State, channel: u64, body: &Body, about: &About) -> u64 {
        let id = self.new_id(state);
        let data = if body.json["data"].is_object() { &body.json["data"] } else { &body.json };
        let reference = &data["message_reference"];
        let replied_to = state.messages.get(&id_of(&reference["message_id"])).cloned();
        let mut message = json!({
            "id": id.to_string(), "channel_id": channel.to_string(), "author": bot(), "timestamp": (self.now)(),
            "type": 0, "mentions": [], "content": data["content"], "embeds": data["embeds"],
            "components": data["components"], "flags": data["flags"], "attachments": [],
            "message_reference": reference, "referenced_message": replied_to,
        });
        message["only_for"] = json!(about.only_for.map(|id| id.to_string()));
        message["used"] = json!(about.used);
        if !body.files.is_empty() {
            message["attachments"] = self.attachments(state, body);
        }
        self.put(state, id, message);
        id
    }

    fn attachments(&self, state: &mut State, body: &Body) -> Value {
        body.files.iter().map(|(name, bytes)| self.kept(state, name, bytes.clone())).collect()
    }

    /// Puts another text in the place of a message.
    fn edit(&self, state: &mut State, id: u64, body: &Body) -> Result<Value, i64> {
        let data = if body.json["data"].is_object() { &body.json["data"] } else { &body.json };
        let mut message = state.messages.get(&id).cloned().ok_or(UNKNOWN_MESSAGE)?;
        for field in ["content", "embeds", "components"] {
            if !data[field].is_null() {
                message[field] = data[field].clone();
            }
        }
        if !body.files.is_empty() {
            message["attachments"] = self.attachments(state, body);
        } else if data["attachments"].is_array() {
            message["attachments"] = json!([]);
        }
        let flags = message["flags"].as_u64().unwrap_or(0);
        message["flags"] = json!(flags & !LOADING);
        if flags & LOADING == 0 {
            message["edited_timestamp"] = json!((self.now)());
        }
        self.put(state, id, message.clone());
        Ok(message)
    }

    /// The first word to an interaction
    /// (<https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object>).
    fn call_back(&self, token: &str, body: &Body) -> Result<Value, i64> {
        let mut state = self.state();
        let pending = state.interactions.get(token).ok_or(UNKNOWN_INTERACTION)?;
        let (person, channel, source) = (pending.person, pending.channel, pending.source);
        let used = pending.used.clone();
        let flags = body.json["data"]["flags"].as_u64().unwrap_or(0);
        let about = About { only_for: (flags & EPHEMERAL != 0).then_some(person), used };
        let original = match (body.json["type"].as_u64().unwrap_or(0), source) {
            (4, _) => Some(self.make(&mut state, channel, body, &about)),
            (5, _) => {
                let json = json!({"content": "", "flags": flags | LOADING});
                Some(self.make(&mut state, channel, &Body { json, files: Vec::new() }, &about))
            }
            (7, Some(source)) => {
                self.edit(&mut state, source, body)?;
                Some(source)
            }
            (6, source) => source,
            _ => None,
        };
        if let Some(pending) = state.interactions.get_mut(token) {
            pending.original = original;
            pending.first = Some(body.json.clone());
        }
        Ok(Value::Null)
    }

    /// What is said to an interaction after the first word.
    fn webhook(&self, method: &str, token: &str, which: Option<&str>, body: &Body) -> Result<Value, i64> {
        let mut state = self.state();
        let pending = state.interactions.get(token).ok_or(UNKNOWN_INTERACTION)?;
        let (person, channel, original) = (pending.person, pending.channel, pending.original);
        match (method, which) {
            ("POST", None) => {
                let is_private = body.json["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0;
                let about = About { only_for: is_private.then_some(person), used: None };
                let id = self.make(&mut state, channel, body, &about);
                Ok(json!({"id": id.to_string()}))
            }
            ("PATCH", Some(_)) => self.edit(&mut state, original.ok_or(UNKNOWN_MESSAGE)?, body),
            ("DELETE", Some(_)) => {
                let id = original.ok_or(UNKNOWN_MESSAGE)?;
                state.messages.remove(&id);
                self.tell(&json!({"event": "gone", "id": id.to_string()}));
                Ok(Value::Null)
            }
            _ => Err(NOT_FOUND),
        }
    }

    fn channels(&self, method: &str, channel: u64, rest: &[&str], body: &Body) -> Result<Value, i64> {
        let mut state = self.state();
        let place = state.channels.get(&channel).cloned().ok_or(UNKNOWN_CHANNEL)?;
        match (method, rest) {
            // Whether a thread is put away makes no difference here.
            ("GET" | "PATCH", []) => Ok(place),
            ("POST", ["messages"]) => {
                let id = self.make(&mut state, channel, body, &About::default());
                Ok(json!({"id": id.to_string()}))
            }
            ("PATCH", ["messages", id]) => self.edit(&mut state, id.parse().unwrap_or(0), body),
            ("PUT", ["messages", "pins", id]) => {
                let id = id.parse().unwrap_or(0);
                let mut message = state.messages.get(&id).cloned().ok_or(UNKNOWN_MESSAGE)?;
                message["pinned"] = json!(true);
                self.put(&mut state, id, message);
                Ok(Value::Null)
            }
            ("POST", ["threads"]) => {
                let id = self.new_id(&mut state);
                let thread = json!({
                    "id": id.to_string(), "name": body.json["name"], "type": THREAD,
                    "parent_id": channel.to_string(), "guild_id": place["guild_id"],
                });
                self.tell(&json!({"event": "channel", "channel": thread}));
                state.channels.insert(id, thread.clone());
                Ok(thread)
            }
            _ => Err(NOT_FOUND),
        }
    }
}

/// A command as it is read: `/knowledge edit`, or the name of one on a message.
fn command(data: &Value) -> Option<String> {
    let mut name = data["name"].as_str()?.to_owned();
    if data["type"] != SLASH {
        return Some(name);
    }
    let mut options = &data["options"];
    while let Some(inner) = options[0]["name"].as_str().filter(|_| options[0]["options"].is_array()) {
        name = format!("{name} {inner}");
        options = &options[0]["options"];
    }
    Some(format!("/{name}"))
}

/// Whether somebody sees a channel.
fn is_for(place: &Value, person: Person) -> bool {
    match person.server {
        Some(server) => id_of(&place["guild_id"]) == server,
        None => place["guild_id"].is_null(),
    }
}

/// A name as the last part of an address: what could mean something there is left out.
fn url_name(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect()
}

impl StandIn for Stage {
    fn take(&self, method: &str, path: &str, body: &Body) -> Result<Value, i64> {
        let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        match (method, parts.as_slice()) {
            ("POST", ["interactions", _, token, "callback"]) => self.call_back(token, body),
            (_, ["webhooks", _, token]) => self.webhook(method, token, None, body),
            (_, ["webhooks", _, token, "messages", which]) => self.webhook(method, token, Some(which), body),
            (_, ["channels", channel, rest @ ..]) => {
                self.channels(method, channel.parse().unwrap_or(0), rest, body)
            }
            ("POST", ["users", "@me", "channels"]) => {
                let direct = PLACES.iter().find(|place| place.server.is_none());
                Ok(json!({"id": direct.map(|place| place.id.to_string())}))
            }
            ("GET", ["guilds", server, "channels"]) => {
                let there = |channel: &&Value| channel["guild_id"] == **server && channel["type"] == TEXT;
                Ok(self.state().channels.values().filter(there).cloned().collect())
            }
            ("GET", ["guilds", server, "roles"]) => {
                Ok(json!([{"id": server, "permissions": OF_BOT.to_string()}]))
            }
            ("GET", ["guilds", _, "members", id]) if *id == BOT.to_string() => Ok(json!({"roles": []})),
            ("GET", ["guilds", server, "members", id]) => {
                let person = id.parse().ok().and_then(Person::with_id);
                let there = person.filter(|one| one.server.is_some_and(|own| own.to_string() == *server));
                there.map(Person::member).ok_or(UNKNOWN_MEMBER)
            }
            _ => Err(NOT_FOUND),
        }
    }

    fn time(&self) -> i64 {
        (self.now)().parse::<jiff::Timestamp>().map_or(0, jiff::Timestamp::as_second)
    }
}
