//! The websocket side: sessions, heartbeats, dispatches, resuming.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{ConnectInfo, RawQuery, State as Extract};
use axum::response::Response;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use super::interactions::{bot_user, snowflake};
use super::rest::{self, Pending};
use super::{BOT_ID, FakeDiscord, Kill, PATIENCE, Shared, State, TOKEN};

const GUILD_MESSAGES: u64 = 1 << 9;
const DIRECT_MESSAGES: u64 = 1 << 12;
const MESSAGE_CONTENT: u64 = 1 << 15;

/// What the bot said when it identified.
#[derive(Clone, Debug)]
pub struct Identify {
    /// Whether the token was right.
    pub token_ok: bool,
    /// The intents' bits.
    pub intents: u64,
    /// The connection properties.
    pub properties: Value,
    /// The whole payload but for the token.
    pub json: Value,
}

pub(super) struct Gateway {
    /// How many shards the bot is told to connect.
    pub shards: u64,
    heartbeat_ms: u64,
    acks: bool,
    guilds: Vec<u64>,
    pub identifies: Vec<Identify>,
    pub resumes: usize,
    heartbeats: usize,
    intents: u64,
    /// Of how many shards the bot says that each is one.
    of_shards: u64,
    /// By shard.
    sessions: BTreeMap<u64, Session>,
    /// The connections that are identified or resumed now, by shard.
    connected: BTreeMap<u64, Connection>,
    connections: usize,
    /// How many sessions are still refused.
    refuse: usize,
}

struct Session {
    id: String,
    seq: u64,
    log: Vec<(u64, String)>,
    invalid: bool,
}

pub(super) struct Connection {
    number: usize,
    out: UnboundedSender<Out>,
    kill: Kill,
}

enum Out {
    Text(String),
    Close(u16, &'static str),
    Reset,
}

impl Default for Gateway {
    fn default() -> Self {
        Self {
            shards: 1,
            heartbeat_ms: 41_250,
            acks: true,
            guilds: Vec::new(),
            identifies: Vec::new(),
            resumes: 0,
            heartbeats: 0,
            intents: 0,
            of_shards: 1,
            sessions: BTreeMap::new(),
            connected: BTreeMap::new(),
            connections: 0,
            refuse: 0,
        }
    }
}

impl Gateway {
    /// Whether a shard is identified or resumed.
    pub fn is_connected(&self) -> bool {
        !self.connected.is_empty()
    }

    /// The shard that hears of what happens in a server; of direct messages the first
    /// (<https://discord.com/developers/docs/events/gateway#sharding>).
    fn shard_of(&self, data: &Value) -> u64 {
        let guild: Option<u64> = data["guild_id"].as_str().and_then(|id| id.parse().ok());
        // Where one is connected it is all that is asked for, whichever it is.
        match self.sessions.keys().next() {
            Some(only) if self.sessions.len() == 1 => *only,
            _ => guild.map_or(0, |guild| (guild >> 22) % self.of_shards),
        }
    }

    fn dispatch(&mut self, shard: u64, name: &str, data: &Value, replayed: bool) {
        let Some(session) = self.sessions.get_mut(&shard) else { return };
        session.seq += 1;
        let seq = session.seq;
        let text = json!({ "op": 0, "s": seq, "t": name, "d": data }).to_string();
        if replayed {
            session.log.push((seq, text.clone()));
        }
        if let Some(connection) = self.connected.get(&shard) {
            let _ = connection.out.send(Out::Text(text));
        }
    }
}

impl FakeDiscord {
    /// Sends a dispatch; while the bot is away it is kept for the resume.
    pub fn send_event(&self, name: &str, data: &Value) {
        let post_to = self.shared.change(|state| {
            let by_http = name == "INTERACTION_CREATE" && state.endpoints.are_used();
            assert!(by_http || !state.gateway.sessions.is_empty(), "no session: await wait_ready() first");
            if let Some(channel) = data["channel_id"].as_str() {
                let guild = data["guild_id"].as_str().map(str::to_owned);
                state.channels.insert(channel.to_owned(), guild);
            }
            let mut data = data.clone();
            match name {
                "INTERACTION_CREATE" => {
                    let pending = Pending::new(&data);
                    if let (Some(id), message @ Value::Object(_)) = (&pending.source, &data["message"]) {
                        state.keep_message(id, message);
                    }
                    state.interactions.insert(pending.token.clone(), pending);
                }
                "MESSAGE_CREATE" if !state.fit_to_intents(&mut data) => return None,
                _ => {}
            }
            if by_http {
                return state.endpoints.next();
            }
            let shard = state.gateway.shard_of(&data);
            state.gateway.dispatch(shard, name, &data, true);
            None
        });
        if let Some(address) = post_to {
            tokio::spawn(super::endpoint::post(self.shared.clone(), address, data.clone()));
        }
    }

    /// Closes the bot's gateway connections without a close frame.
    pub fn drop_connection(&self) {
        self.shared.change(|state| {
            for connection in std::mem::take(&mut state.gateway.connected).into_values() {
                connection.kill.now();
            }
        });
    }

    /// Closes the gateway connection of one shard without a close frame.
    pub fn drop_shard(&self, shard: u64) {
        self.shared.change(|state| state.gateway.connected.remove(&shard).expect("connected").kill.now());
    }

    /// Resets the bot's gateway connection (TCP RST), which clients see as an I/O error.
    pub fn reset_connection(&self) {
        self.shared.change(|state| {
            for connection in std::mem::take(&mut state.gateway.connected).into_values() {
                connection.kill.reset_on_close();
                let _ = connection.out.send(Out::Reset);
            }
        });
    }

    /// Closes the bot's gateway connection with a close code.
    pub fn close_connection(&self, code: u16) {
        self.shared.change(|state| {
            for connection in std::mem::take(&mut state.gateway.connected).into_values() {
                let _ = connection.out.send(Out::Close(code, "closed by the test"));
            }
        });
    }

    /// Asks the bot to reconnect and resume (opcode 7).
    pub fn ask_reconnect(&self) {
        self.shared.change(|state| {
            for connection in std::mem::take(&mut state.gateway.connected).into_values() {
                let text = json!({ "op": 7, "d": null, "s": null, "t": null }).to_string();
                let _ = connection.out.send(Out::Text(text));
            }
        });
    }

    /// Makes the next resume fail with `INVALID_SESSION`.
    pub fn invalidate_sessions(&self) {
        for session in self.shared.lock().gateway.sessions.values_mut() {
            session.invalid = true;
        }
    }

    /// Refuses so many sessions that are asked for.
    pub fn refuse_sessions(&self, many: usize) {
        self.shared.lock().gateway.refuse = many;
    }

    /// Leaves heartbeats unacknowledged from now on.
    pub fn stop_acks(&self) {
        self.shared.lock().gateway.acks = false;
    }

    /// Acknowledges heartbeats again.
    pub fn resume_acks(&self) {
        self.shared.lock().gateway.acks = true;
    }

    /// Sets the heartbeat interval that later connections are told.
    pub fn set_heartbeat_interval(&self, milliseconds: u64) {
        self.shared.lock().gateway.heartbeat_ms = milliseconds;
    }

    /// Sets how many shards the bot is told to connect.
    pub fn set_shards(&self, shards: u64) {
        self.shared.lock().gateway.shards = shards;
    }

    /// Which shards are connected now.
    pub fn connected_shards(&self) -> Vec<u64> {
        self.shared.lock().gateway.connected.keys().copied().collect()
    }

    /// Waits until so many shards are connected.
    pub async fn wait_shards(&self, many: usize, limit: std::time::Duration) {
        let connected = |state: &mut State| (state.gateway.connected.len() == many).then_some(());
        self.shared.until("all shards", limit, connected).await;
    }

    /// Sets the guilds that later READY events name, each to its shard.
    pub fn set_guilds(&self, guilds: &[u64]) {
        self.shared.lock().gateway.guilds = guilds.to_vec();
    }

    /// How often the bot identified, also in vain.
    pub fn identifies(&self) -> usize {
        self.shared.lock().gateway.identifies.len()
    }

    /// The shards as which it identified, in order.
    pub fn identified_shards(&self) -> Vec<Value> {
        self.shared.lock().gateway.identifies.iter().map(|identify| identify.json["shard"].clone()).collect()
    }

    /// What the bot said the last time it identified.
    pub fn last_identify(&self) -> Option<Identify> {
        self.shared.lock().gateway.identifies.last().cloned()
    }

    /// How often the bot resumed its session successfully.
    pub fn resumes(&self) -> usize {
        self.shared.lock().gateway.resumes
    }

    /// How many heartbeats came.
    pub fn heartbeats(&self) -> usize {
        self.shared.lock().gateway.heartbeats
    }

    /// Waits until a session is identified or resumed.
    pub async fn wait_ready(&self) {
        self.wait_ready_within(PATIENCE).await;
    }

    /// Waits until the bot’s connection is seen to be gone.
    pub async fn wait_gone(&self) {
        let gone = |state: &mut State| (!state.gateway.is_connected()).then_some(());
        self.shared.until("the end of the connection", PATIENCE, gone).await;
    }

    /// Like [`Self::wait_ready`], with a time limit of one's own.
    pub async fn wait_ready_within(&self, limit: std::time::Duration) {
        let ready =
            |state: &mut State| (state.gateway.is_connected() || state.endpoints.are_used()).then_some(());
        self.shared.until("a gateway session", limit, ready).await;
    }
}

impl State {
    /// Treats a message as the intents ask for: false if the bot does not get it at all.
    fn fit_to_intents(&mut self, data: &mut Value) -> bool {
        let direct = data["guild_id"].is_null();
        let intents = self.gateway.intents;
        if intents & if direct { DIRECT_MESSAGES } else { GUILD_MESSAGES } == 0 {
            self.notes.push("a message was kept back: the intents do not ask for it".into());
            return false;
        }
        let bot = BOT_ID.to_string();
        let mentioned = data["mentions"]
            .as_array()
            .is_some_and(|users| users.iter().any(|user| user["id"] == bot.as_str()));
        if intents & MESSAGE_CONTENT == 0 && !direct && !mentioned {
            data["content"] = "".into();
            for list in ["embeds", "attachments", "components"] {
                data[list] = json!([]);
            }
        }
        true
    }
}

/// Upgrades the request to a gateway connection.
pub(super) async fn upgrade(
    Extract(shared): Extract<Arc<Shared>>,
    ConnectInfo(kill): ConnectInfo<Kill>,
    RawQuery(query): RawQuery,
    upgrade: WebSocketUpgrade,
) -> Response {
    if let Some(fault) = shared.take_fault("GET", "/gateway")
        && let Some(response) = rest::suffer(fault, &kill).await
    {
        return response;
    }
    let query = query.unwrap_or_default();
    if !query.split('&').any(|part| part == "v=10") {
        shared.change(|state| state.violations.push(format!("gateway version: {query:?}")));
    }
    if query.contains("compress=") || query.contains("encoding=etf") {
        let line = format!("the fake gateway speaks plain JSON only, asked for {query:?}");
        shared.change(|state| state.violations.push(line));
    }
    upgrade.on_upgrade(move |socket| serve(shared, kill, socket))
}

async fn serve(shared: Arc<Shared>, kill: Kill, mut socket: WebSocket) {
    let (out, mut queue) = unbounded_channel();
    let (number, interval) = shared.change(|state| {
        state.gateway.connections += 1;
        (state.gateway.connections, state.gateway.heartbeat_ms)
    });
    let hello = json!({ "op": 10, "d": { "heartbeat_interval": interval }, "s": null, "t": null });
    let _ = out.send(Out::Text(hello.to_string()));
    loop {
        tokio::select! {
            Some(next) = queue.recv() => {
                let message = match next {
                    Out::Text(text) => Message::Text(text.into()),
                    Out::Close(code, reason) => {
                        Message::Close(Some(CloseFrame { code, reason: reason.into() }))
                    }
                    Out::Reset => break,
                };
                if socket.send(message).await.is_err() {
                    break;
                }
            }
            received = socket.recv() => match received {
                Some(Ok(Message::Text(text))) => {
                    let connection = || Connection { number, out: out.clone(), kill: kill.clone() };
                    shared.change(|state| state.receive(&text, &out, connection, &shared));
                }
                Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Binary(_))) => {}
                Some(Ok(Message::Close(_)) | Err(_)) | None => break,
            },
        }
    }
    shared.change(|state| {
        // A newer connection may already have taken the session over.
        state.gateway.connected.retain(|_, connection| connection.number != number);
    });
}

impl State {
    /// Handles one payload of the bot.
    fn receive(
        &mut self,
        text: &str,
        out: &UnboundedSender<Out>,
        connection: impl FnOnce() -> Connection,
        shared: &Shared,
    ) {
        let gateway = &mut self.gateway;
        let say = |out_of_band: Out| {
            let _ = out.send(out_of_band);
        };
        let Ok(payload) = serde_json::from_str::<Value>(text) else {
            return say(Out::Close(4002, "Decode error."));
        };
        let data = &payload["d"];
        let token_ok = data["token"].as_str().map(|t| t.trim_start_matches("Bot ")) == Some(TOKEN);
        match payload["op"].as_u64() {
            Some(1) => {
                gateway.heartbeats += 1;
                if gateway.acks {
                    say(Out::Text(json!({ "op": 11, "d": null, "s": null, "t": null }).to_string()));
                }
            }
            Some(2) => {
                let mut shown = data.clone();
                shown["token"] = Value::Null;
                gateway.intents = data["intents"].as_u64().unwrap_or(0);
                gateway.identifies.push(Identify {
                    token_ok,
                    intents: gateway.intents,
                    properties: data["properties"].clone(),
                    json: shown,
                });
                if !token_ok {
                    return say(Out::Close(4004, "Authentication failed."));
                }
                if gateway.refuse > 0 {
                    gateway.refuse -= 1;
                    say(Out::Text(json!({ "op": 9, "d": false, "s": null, "t": null }).to_string()));
                    return;
                }
                let id = format!("fake-session-{}", snowflake());
                let (shard, of) =
                    (data["shard"][0].as_u64().unwrap_or(0), data["shard"][1].as_u64().unwrap_or(1));
                gateway.of_shards = of;
                let guilds: Vec<u64> =
                    gateway.guilds.iter().copied().filter(|guild| (guild >> 22) % of == shard).collect();
                let ready = ready(&id, &guilds, [shard, of], shared);
                gateway.sessions.insert(shard, Session { id, seq: 0, log: Vec::new(), invalid: false });
                gateway.connected.insert(shard, connection());
                gateway.dispatch(shard, "READY", &ready, false);
            }
            Some(6) => {
                if !token_ok {
                    return say(Out::Close(4004, "Authentication failed."));
                }
                let asked = &data["session_id"];
                let known = |(_, session): &(&u64, &Session)| *asked == session.id.as_str();
                let Some((&shard, session)) =
                    gateway.sessions.iter().find(known).filter(|(_, session)| !session.invalid)
                else {
                    gateway.sessions.retain(|_, session| *asked != session.id.as_str());
                    say(Out::Text(json!({ "op": 9, "d": false, "s": null, "t": null }).to_string()));
                    return;
                };
                let Some(seen) = data["seq"].as_u64().filter(|seen| *seen <= session.seq) else {
                    return say(Out::Close(4007, "Invalid seq."));
                };
                for (_, missed) in session.log.iter().filter(|(seq, _)| *seq > seen) {
                    say(Out::Text(missed.clone()));
                }
                gateway.resumes += 1;
                gateway.connected.insert(shard, connection());
                gateway.dispatch(shard, "RESUMED", &json!({ "_trace": [] }), false);
            }
            // Presence, voice state, members, soundboard: nothing a test waits for.
            Some(3 | 4 | 8 | 31) => {}
            _ => say(Out::Close(4001, "Unknown opcode.")),
        }
    }
}

fn ready(session: &str, guilds: &[u64], shard: [u64; 2], shared: &Shared) -> Value {
    let guilds: Vec<Value> =
        guilds.iter().map(|id| json!({ "id": id.to_string(), "unavailable": true })).collect();
    json!({
        "v": 10,
        "user": bot_user(),
        "guilds": guilds,
        "session_id": session,
        "resume_gateway_url": rest::gateway_url(shared),
        "shard": shard,
        "application": { "id": BOT_ID.to_string(), "flags": 0 },
        "session_type": "normal",
        "private_channels": [],
        "_trace": [],
    })
}
