//! Channels, threads, pins, direct messages and members, as far as the bot asks about them.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::interactions::{snowflake, user};
use super::rest::{Answer, error};
use super::{APPLICATION_OWNER_ID, BOT_ID, FakeDiscord, State};

/// How often a channel’s messages may be edited, in how long: as Discord’s headers say.
const EDITS: usize = 5;
const EDITS_IN: Duration = Duration::from_secs(5);

/// What is known of channels beside their messages.
#[derive(Default)]
pub(super) struct Channels {
    threads: HashMap<String, Thread>,
    /// The channels of servers, by their id.
    servers: BTreeMap<String, Value>,
    /// Channel and message.
    pins: Vec<(String, String)>,
    /// People who are in no server any more.
    left: Vec<String>,
    /// Channels in which the bot may do nothing.
    forbidden: Vec<String>,
    /// Direct messages: the channel of each person.
    direct: HashMap<String, String>,
    /// Messages by channel and nonce.
    nonces: HashMap<(String, String), String>,
    edits: HashMap<String, VecDeque<Instant>>,
    /// The sorts of channels that are no text channels.
    kinds: HashMap<String, u8>,
    /// What the clock shows in answers, where it is not the time.
    pub date: Option<String>,
    /// The highest number of edits that came in any time that Discord counts.
    pub limited: usize,
}

/// What everybody may do in a server: view, send, embed, attach, read history, start threads, send in threads, pin.
const USUAL: u64 = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 35 | 1 << 38 | 1 << 51;

#[derive(Clone)]
struct Thread {
    parent: String,
    name: String,
    archived: bool,
    kind: u8,
}

impl State {
    /// Answers what is asked of channels and people; nothing where it is none of that.
    pub(super) fn route_channels(&mut self, method: &str, path: &[&str], body: &Value) -> Option<Answer> {
        if let ["channels", id, ..] = path
            && self.places.forbidden.iter().any(|known| known == id)
        {
            return Some(error(403, 50001, "Missing Access"));
        }
        Some(match (method, path) {
            ("POST", ["users", "@me", "channels"]) => {
                let person = body["recipient_id"].as_str().unwrap_or_default().to_owned();
                let known = self.places.direct.entry(person);
                let id = known.or_insert_with(|| snowflake().to_string()).clone();
                self.channels.insert(id.clone(), None);
                (200, Some(json!({"id": id, "type": 1})))
            }
            ("GET", ["users", "@me", "guilds"]) => {
                let server = |(id, _): (&String, _)| json!({"id": id, "name": format!("Server {id}")});
                (200, Some(self.places.servers.iter().map(server).collect()))
            }
            ("GET", ["guilds", id, "channels"]) => {
                let channels = self.places.servers.get(*id).cloned();
                (200, Some(channels.unwrap_or_else(|| json!([]))))
            }
            ("GET", ["guilds", id, "roles"]) => {
                (200, Some(json!([{"id": id, "permissions": USUAL.to_string()}])))
            }
            ("GET", ["guilds", _, "members", id]) => {
                if self.places.left.iter().any(|known| known == id) {
                    error(404, 10007, "Unknown Member")
                } else {
                    let id = id.parse().unwrap_or(APPLICATION_OWNER_ID);
                    (200, Some(json!({"user": user(id, "somebody", false), "roles": []})))
                }
            }
            ("POST", ["channels", id, "threads"]) if self.channels.contains_key(*id) => {
                let name = body["name"].as_str().unwrap_or_default();
                if !(1..=100).contains(&name.chars().count()) {
                    return Some(error(400, 50035, "Invalid Form Body"));
                }
                let thread = snowflake().to_string();
                let guild = self.channels.get(*id).cloned().flatten();
                self.channels.insert(thread.clone(), guild);
                let kept =
                    Thread { parent: (*id).to_owned(), name: name.to_owned(), archived: false, kind: 11 };
                self.places.threads.insert(thread.clone(), kept);
                (201, Some(self.thread(&thread)))
            }
            ("PATCH", ["channels", id]) if self.places.threads.contains_key(*id) => {
                if let (Some(thread), Some(archived)) =
                    (self.places.threads.get_mut(*id), body["archived"].as_bool())
                {
                    thread.archived = archived;
                }
                (200, Some(self.thread(id)))
            }
            ("PATCH", ["channels", id, "messages", _])
                if self.places.threads.get(*id).is_some_and(|thread| thread.archived) =>
            {
                error(400, 50083, "Thread is archived")
            }
            ("GET", ["channels", id]) if self.places.threads.contains_key(*id) => {
                (200, Some(self.thread(id)))
            }
            ("PUT", ["channels", id, "messages", "pins", message]) => {
                self.places.pins.push(((*id).to_owned(), (*message).to_owned()));
                (204, None)
            }
            _ => return None,
        })
    }

    fn thread(&self, id: &str) -> Value {
        let Some(thread) = self.places.threads.get(id) else { return Value::Null };
        json!({
            "id": id, "type": thread.kind, "parent_id": thread.parent, "name": thread.name,
            "owner_id": BOT_ID.to_string(), "message_count": 0, "member_count": 1, "rate_limit_per_user": 0,
            "thread_metadata": {
                "archived": thread.archived, "locked": false, "auto_archive_duration": 10_080,
                "archive_timestamp": "2026-01-01T00:00:00.000000+00:00",
            },
        })
    }

    /// The sort of a channel that is no thread.
    pub(super) fn kind_of(&self, id: &str) -> u8 {
        self.places.kinds.get(id).copied().unwrap_or(0)
    }

    /// The message that was made with the same nonce before, where the bot says that it must be made once.
    pub(super) fn made_before(&self, channel: &str, body: &Value) -> Option<String> {
        let nonce = body["nonce"].as_str().filter(|_| body["enforce_nonce"] == true)?;
        self.places.nonces.get(&(channel.to_owned(), nonce.to_owned())).cloned()
    }

    pub(super) fn keep_nonce(&mut self, channel: &str, body: &Value, message: &str) {
        if let Some(nonce) = body["nonce"].as_str() {
            let key = (channel.to_owned(), nonce.to_owned());
            self.places.nonces.insert(key, message.to_owned());
        }
    }

    /// How long it has to be waited before a channel’s messages may be edited again.
    pub(super) fn edit_limit(&mut self, channel: &str) -> Option<f64> {
        let edits = self.places.edits.entry(channel.to_owned()).or_default();
        let now = Instant::now();
        while edits.front().is_some_and(|first| now - *first > EDITS_IN) {
            edits.pop_front();
        }
        if edits.len() >= EDITS {
            self.places.limited += 1;
            return edits.front().map(|first| EDITS_IN.saturating_sub(now - *first).as_secs_f64());
        }
        edits.push_back(now);
        None
    }
}

impl FakeDiscord {
    /// Makes the channels of a server known, as Discord lists them.
    pub fn add_server(&self, id: u64, channels: Value) {
        self.shared.lock().places.servers.insert(id.to_string(), channels);
    }

    /// Makes a thread known: whose it is, and which sort (11 public, 12 private).
    pub fn add_thread(&self, id: u64, parent: u64, guild: u64, kind: u8) {
        let thread = Thread { parent: parent.to_string(), name: "thread".to_owned(), archived: false, kind };
        self.add_channel(id, Some(guild));
        self.add_channel(parent, Some(guild));
        self.shared.lock().places.threads.insert(id.to_string(), thread);
    }

    /// Puts a thread away.
    pub fn archive(&self, id: u64) {
        if let Some(thread) = self.shared.lock().places.threads.get_mut(&id.to_string()) {
            thread.archived = true;
        }
    }

    /// Takes a channel or a thread away, with its messages.
    pub fn delete_channel(&self, id: u64) {
        let id = id.to_string();
        let mut state = self.shared.lock();
        state.channels.remove(&id);
        state.places.threads.remove(&id);
        state.messages.retain(|_, message| message.json["channel_id"] != id.as_str());
    }

    /// Lets the bot do nothing more in a channel, or do everything again.
    pub fn forbid(&self, id: u64, forbidden: bool) {
        let mut state = self.shared.lock();
        state.places.forbidden.retain(|known| *known != id.to_string());
        if forbidden {
            state.places.forbidden.push(id.to_string());
        }
    }

    /// Makes a channel a forum.
    pub fn make_forum(&self, id: u64) {
        self.shared.lock().places.kinds.insert(id.to_string(), 15);
    }

    /// Has somebody leave every server.
    pub fn leave(&self, person: u64) {
        self.shared.lock().places.left.push(person.to_string());
    }

    /// Has the clock show another time in answers: an HTTP date.
    pub fn set_date(&self, date: Option<&str>) {
        self.shared.lock().places.date = date.map(str::to_owned);
    }

    /// How often the bot was told that it edits too fast.
    pub fn limited(&self) -> usize {
        self.shared.lock().places.limited
    }

    /// The messages that were pinned, with their channels.
    pub fn pins(&self) -> Vec<(String, String)> {
        self.shared.lock().places.pins.clone()
    }

    /// The channel of direct messages with somebody, once the bot has asked for it.
    pub fn direct_with(&self, person: u64) -> Option<u64> {
        self.shared.lock().places.direct.get(&person.to_string())?.parse().ok()
    }

    /// The messages that the bot posted in a channel, oldest first, as they stand now.
    pub fn posted_in(&self, channel: u64) -> Vec<Value> {
        let state = self.shared.lock();
        let all = state.posted.iter().filter_map(|id| state.messages.get(id));
        let mine = all.filter(|message| message.json["channel_id"] == channel.to_string().as_str());
        mine.map(|message| message.json.clone()).collect()
    }

    /// Waits until the bot has posted so many messages in a channel, and gives them.
    pub async fn wait_posted(&self, channel: u64, many: usize) -> Vec<Value> {
        let channel_id = channel.to_string();
        let found = |state: &mut State| {
            let all = state.posted.iter().filter_map(|id| state.messages.get(id));
            let mine: Vec<Value> = all
                .filter(|message| message.json["channel_id"] == channel_id.as_str())
                .map(|message| message.json.clone())
                .collect();
            (mine.len() >= many).then_some(mine)
        };
        let limit = super::PATIENCE + Duration::from_secs(30);
        self.shared.until(&format!("{many} messages in {channel}"), limit, found).await
    }

    /// Waits until a message in a channel says something, and gives it.
    pub async fn wait_said(&self, channel: u64, text: &str) -> Value {
        let channel_id = channel.to_string();
        let found = |state: &mut State| {
            let says = |message: &Value| {
                message["channel_id"] == channel_id.as_str() && message.to_string().contains(text)
            };
            state.messages.values().map(|stored| &stored.json).find(|json| says(json)).cloned()
        };
        let limit = super::PATIENCE + Duration::from_secs(30);
        self.shared.until(&format!("{text:?} in {channel}"), limit, found).await
    }

    /// How often a message was edited.
    pub fn edits_of(&self, message: &Value) -> usize {
        let id = message["id"].as_str().unwrap_or_default();
        self.shared.lock().messages.get(id).map_or(0, |stored| stored.edits)
    }

    /// The files of a message: name and text.
    pub fn files_of(&self, message: &Value) -> Vec<(String, String)> {
        let id = message["id"].as_str().unwrap_or_default();
        let state = self.shared.lock();
        let files = state.messages.get(id).map_or(Vec::new(), |stored| stored.files.clone());
        files
            .into_iter()
            .map(|(_, name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned()))
            .collect()
    }
}
