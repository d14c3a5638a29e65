//! The REST side: routing, messages, interaction callbacks, faults.

use std::sync::Arc;
use std::time::Instant;

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, DefaultBodyLimit, FromRequest, Multipart, Request, State as Extract};
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};

use super::check::{self, Around};
use super::interactions::{application, bot_user, snowflake, timestamp, unix_time, user};
use super::{APPLICATION_OWNER_ID, BOT_ID, Fault, Hosted, Kill, Recorded, Shared, State, TOKEN};

pub(super) const EPHEMERAL: u64 = 1 << 6;
pub(super) const LOADING: u64 = 1 << 7;
const BODY_LIMIT: usize = 64 << 20;

pub(super) type Files = Vec<(String, Vec<u8>)>;

/// A status and a body; no body stands for an empty one.
pub(super) type Answer = (u16, Option<Value>);

/// An interaction the bot was told of.
pub(super) struct Pending {
    pub id: String,
    pub token: String,
    pub kind: u64,
    pub channel: String,
    /// The message whose component was used.
    pub source: Option<String>,
    pub sent: Instant,
    /// The accepted callback.
    pub callback: Option<Value>,
    /// The message behind `@original`.
    pub original: Option<String>,
    /// Whether a deferred callback has got its message.
    pub filled: bool,
    pub deleted: bool,
    pub followups: Vec<String>,
    pub expired: bool,
}

impl Pending {
    pub fn new(data: &Value) -> Self {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        Self {
            id: text(&data["id"]).unwrap_or_default(),
            token: text(&data["token"]).unwrap_or_default(),
            kind: data["type"].as_u64().unwrap_or(0),
            channel: text(&data["channel_id"]).unwrap_or_default(),
            source: text(&data["message"]["id"]),
            sent: Instant::now(),
            callback: None,
            original: None,
            filled: false,
            deleted: false,
            followups: Vec::new(),
            expired: false,
        }
    }

    pub fn callback_type(&self) -> u64 {
        self.callback.as_ref().and_then(|callback| callback["type"].as_u64()).unwrap_or(0)
    }
}

/// A message as it now stands.
#[derive(Default)]
pub(super) struct Stored {
    pub json: Value,
    /// Attachment id, name and bytes.
    pub files: Vec<(String, String, Vec<u8>)>,
    pub edits: usize,
}

pub(super) fn gateway_url(shared: &Shared) -> String {
    format!("ws://{}/gateway", shared.addr)
}

pub(super) fn error(status: u16, code: u32, message: &str) -> Answer {
    (status, Some(json!({ "message": message, "code": code })))
}

fn respond(status: u16, body: Option<&Value>) -> Response {
    let mut response = Response::new(body.map_or_else(Body::empty, |b| Body::from(b.to_string())));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    if body.is_some() {
        let json = header::HeaderValue::from_static("application/json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
    }
    response
}

/// Carries a fault out; the request is to be answered properly if there is no response.
pub(super) async fn suffer(fault: Fault, kill: &Kill) -> Option<Response> {
    match fault {
        Fault::Status(status) => {
            let reason = StatusCode::from_u16(status).ok().and_then(|s| s.canonical_reason());
            let message = format!("{status}: {}", reason.unwrap_or("Unknown"));
            Some(respond(status, Some(&json!({ "message": message, "code": 0 }))))
        }
        Fault::Code(status, code) => {
            let (status, body) = error(status, code, "Refused");
            Some(respond(status, body.as_ref()))
        }
        Fault::RateLimited { retry_after_secs: seconds } => {
            let body = json!({
                "message": "You are being rate limited.", "retry_after": seconds, "global": false,
            });
            let mut response = respond(429, Some(&body));
            let reset = unix_time().as_secs_f64() + seconds;
            for (name, value) in [
                ("retry-after", seconds.ceil().to_string()),
                ("x-ratelimit-limit", "5".to_owned()),
                ("x-ratelimit-remaining", "0".to_owned()),
                ("x-ratelimit-reset", format!("{reset:.3}")),
                ("x-ratelimit-reset-after", format!("{seconds:.3}")),
                ("x-ratelimit-bucket", "fake-bucket".to_owned()),
                ("x-ratelimit-scope", "user".to_owned()),
            ] {
                if let Ok(value) = value.parse() {
                    response.headers_mut().insert(name, value);
                }
            }
            Some(response)
        }
        Fault::Delay(time) => {
            tokio::time::sleep(time).await;
            None
        }
        Fault::Drop => {
            kill.now();
            // The server notices the closed connection and drops this future.
            std::future::pending().await
        }
    }
}

/// A hosted file as a response.
fn give(hosted: Hosted) -> Response {
    match hosted {
        Hosted::Bytes(bytes) => Response::new(Body::from(bytes)),
        Hosted::Redirect(to) => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::FOUND;
            if let Ok(to) = to.parse() {
                response.headers_mut().insert(header::LOCATION, to);
            }
            response
        }
        Hosted::Endless => {
            let (mut writer, reader) = tokio::io::duplex(1 << 16);
            tokio::spawn(async move {
                use tokio::io::AsyncWriteExt as _;
                while writer.write_all(&[b'a'; 1 << 14]).await.is_ok() {}
            });
            Response::new(Body::from_stream(tokio_util::io::ReaderStream::new(reader)))
        }
    }
}

/// What a request says before its body.
struct Head {
    authorized: bool,
    multipart: bool,
    method: String,
    /// The path below the API's prefix, if it has that.
    api: Option<String>,
    path: String,
    query: String,
}

impl Head {
    fn of(request: &Request) -> Self {
        let text = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
        let api = request.uri().path().strip_prefix("/api/v10").map(str::to_owned);
        Self {
            authorized: text(header::AUTHORIZATION) == Some(format!("Bot {TOKEN}").as_str()),
            multipart: text(header::CONTENT_TYPE).is_some_and(|kind| kind.starts_with("multipart/")),
            method: request.method().to_string(),
            path: api.clone().unwrap_or_else(|| request.uri().path().to_owned()),
            api,
            query: request.uri().query().unwrap_or_default().to_owned(),
        }
    }
}

/// Serves every request that is not for the gateway's websocket.
pub(super) async fn handle(
    Extract(shared): Extract<Arc<Shared>>,
    ConnectInfo(kill): ConnectInfo<Kill>,
    request: Request,
) -> Response {
    let Head { authorized, multipart, method, api, path, query } = Head::of(&request);
    let hosted = shared.lock().hosted.get(&path).cloned();
    if let Some(hosted) = hosted {
        return give(hosted);
    }
    let at = Instant::now();
    let (json, files) = read(request, multipart).await;
    let recorded = Recorded {
        method: method.clone(),
        path: path.clone(),
        query,
        authorized,
        json,
        files,
        at,
        status: None,
    };
    let number = shared.change(|state| {
        state.requests.push(recorded.clone());
        state.requests.len() - 1
    });
    let response = match shared.take_fault(&method, &path) {
        Some(fault) => suffer(fault, &kill).await,
        None => None,
    };
    shared.change(|state| {
        let response = response.unwrap_or_else(|| {
            let (status, body) = match (authorized, api) {
                (false, _) => error(401, 0, "401: Unauthorized"),
                (true, None) => error(404, 0, "404: Not Found"),
                (true, Some(_)) => state.route(&shared, &recorded),
            };
            respond(status, body.as_ref())
        });
        let mut response = response;
        if let Some(date) = state.places.date.as_ref().and_then(|date| date.parse().ok()) {
            response.headers_mut().insert(header::DATE, date);
        }
        // Under the same lock, so that whoever sees the effect sees the status too.
        state.requests[number].status = Some(response.status().as_u16());
        response
    })
}

async fn read(request: Request, multipart: bool) -> (Value, Files) {
    let parse = |bytes: &[u8]| match bytes {
        [] => Value::Null,
        _ => serde_json::from_slice(bytes)
            .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(bytes).into_owned())),
    };
    if !multipart {
        let bytes = to_bytes(request.into_body(), BODY_LIMIT).await.unwrap_or_default();
        return (parse(&bytes), Vec::new());
    }
    let (mut json, mut files) = (Value::Null, Vec::new());
    let mut request = request;
    DefaultBodyLimit::max(BODY_LIMIT).apply(&mut request);
    if let Ok(mut parts) = Multipart::from_request(request, &()).await {
        while let Ok(Some(part)) = parts.next_field().await {
            let is_json = part.name() == Some("payload_json");
            let name = part.file_name().unwrap_or_default().to_owned();
            let bytes = part.bytes().await.unwrap_or_default();
            if is_json {
                json = parse(&bytes);
            } else {
                files.push((name, bytes.to_vec()));
            }
        }
    }
    (json, files)
}

impl State {
    fn route(&mut self, shared: &Shared, request: &Recorded) -> Answer {
        let segments: Vec<&str> = request.path.split('/').skip(1).collect();
        let (body, files) = (&request.json, &request.files);
        if let Some(answer) = self.route_channels(&request.method, &segments, body) {
            return answer;
        }
        match (request.method.as_str(), segments.as_slice()) {
            ("GET", ["gateway"]) => (200, Some(json!({ "url": gateway_url(shared) }))),
            ("GET", ["gateway", "bot"]) => {
                let limit = json!({
                    "total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1,
                });
                let url = gateway_url(shared);
                (
                    200,
                    Some(json!({ "url": url, "shards": self.gateway.shards, "session_start_limit": limit })),
                )
            }
            ("GET", ["users", "@me"]) => (200, Some(bot_user())),
            ("GET", ["applications", "@me"] | ["oauth2", "applications", "@me"]) => {
                (200, Some(application()))
            }
            ("GET", ["applications", _, "commands"]) => (200, Some(json!(self.commands))),
            ("PUT", ["applications", _, "commands"]) => match check::commands(body) {
                Ok(commands) => {
                    self.command_puts += 1;
                    self.commands.clone_from(&commands);
                    (200, Some(json!(commands)))
                }
                Err(problem) => self.refuse(request, &problem),
            },
            ("POST", ["interactions", id, token, "callback"]) => self.call_back(id, token, request),
            ("POST", ["webhooks", _, token]) => self.follow_up(token, request),
            (method, ["webhooks", _, token, "messages", which]) => {
                self.webhook_message(method, token, which, request)
            }
            (_, ["channels", id, ..]) if !self.channels.contains_key(*id) => {
                error(404, 10003, "Unknown Channel")
            }
            ("GET", ["channels", id]) => (200, Some(self.channel(id))),
            ("POST", ["channels", _, "typing"]) => (204, None),
            ("POST", ["channels", id, "messages"]) if self.made_before(id, body).is_some() => {
                let message = self.made_before(id, body).unwrap_or_default();
                (200, Some(self.json(&message)))
            }
            ("POST", ["channels", id, "messages"]) => match self.create(id, body, files, 0) {
                Ok(message) => {
                    self.posted.push(message.clone());
                    self.keep_nonce(id, body, &message);
                    (200, Some(self.json(&message)))
                }
                Err(problem) => self.refuse(request, &problem),
            },
            (method, ["channels", channel, "messages", id]) => {
                let limited = if method == "PATCH" { self.edit_limit(channel) } else { None };
                if let Some(seconds) = limited {
                    let message = "You are being rate limited.";
                    return (
                        429,
                        Some(json!({ "message": message, "retry_after": seconds, "global": false })),
                    );
                }
                // Ephemeral messages exist for their webhook only.
                match self.messages.get(*id) {
                    Some(stored) if stored.json["flags"].as_u64().unwrap_or(0) & EPHEMERAL == 0 => {
                        self.on_message(method, id, request)
                    }
                    _ => error(404, 10008, "Unknown Message"),
                }
            }
            _ => error(404, 0, "404: Not Found"),
        }
    }

    /// Answers 400 and remembers why.
    pub fn refuse(&mut self, request: &Recorded, problem: &str) -> Answer {
        self.violations.push(format!("{} {}: {problem}", request.method, request.path));
        let errors = json!({ "payload": { "_errors": [{ "code": "INVALID", "message": problem }] } });
        let message = format!("Invalid Form Body: {problem}");
        (400, Some(json!({ "code": 50035, "message": message, "errors": errors })))
    }

    pub fn json(&self, id: &str) -> Value {
        self.messages.get(id).map_or(Value::Null, |stored| stored.json.clone())
    }

    fn channel(&self, id: &str) -> Value {
        match self.channels.get(id).and_then(Option::as_ref) {
            Some(guild) => json!({
                "id": id, "type": self.kind_of(id), "guild_id": guild, "name": "general", "position": 0,
                "permission_overwrites": [], "nsfw": false, "parent_id": null, "topic": null,
                "last_message_id": null, "rate_limit_per_user": 0, "flags": 0,
            }),
            None => json!({
                "id": id, "type": 1, "last_message_id": null, "flags": 0,
                "recipients": [user(APPLICATION_OWNER_ID, "someone", false)],
            }),
        }
    }

    /// Takes a message over that the test made up.
    pub fn keep_message(&mut self, id: &str, message: &Value) {
        let stored = || Stored { json: message.clone(), ..Stored::default() };
        self.messages.entry(id.to_owned()).or_insert_with(stored);
    }

    pub fn create(
        &mut self,
        channel: &str,
        body: &Value,
        files: &Files,
        flags: u64,
    ) -> Result<String, String> {
        let names = files.iter().map(|(name, _)| name.as_str()).collect();
        check::message(body, &Around { before: None, files: names })?;
        Ok(self.put_new(channel, body, files, flags))
    }

    pub fn put_new(&mut self, channel: &str, body: &Value, files: &Files, flags: u64) -> String {
        let id = snowflake();
        let mut message = json!({
            "id": id.to_string(), "channel_id": channel, "author": bot_user(), "content": "",
            "timestamp": timestamp(id), "edited_timestamp": null, "tts": false, "pinned": false,
            "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [],
            "embeds": [], "components": [], "type": 0, "application_id": BOT_ID.to_string(),
            "flags": flags | body["flags"].as_u64().unwrap_or(0),
        });
        if body["message_reference"].is_object() {
            message["type"] = 19.into();
            message["message_reference"] = body["message_reference"].clone();
        }
        let id = id.to_string();
        self.keep_message(&id, &message);
        self.put(&id, body, files);
        id
    }

    pub fn edit(&mut self, id: &str, body: &Value, files: &Files) -> Result<(), String> {
        if let Some(stored) = self.messages.get(id) {
            let kept = stored.files.iter().filter(|(id, _, _)| keeps(body, id));
            let names = kept.map(|(_, name, _)| name).chain(files.iter().map(|(name, _)| name));
            let files = names.map(String::as_str).collect();
            // A placeholder is no message yet, its first edit must not be empty.
            let loading = stored.json["flags"].as_u64().unwrap_or(0) & LOADING != 0;
            check::message(body, &Around { before: Some(&stored.json).filter(|_| !loading), files })?;
        }
        self.put(id, body, files);
        if let Some(stored) = self.messages.get_mut(id) {
            stored.edits += 1;
            stored.json["edited_timestamp"] = timestamp(snowflake()).into();
            let flags = stored.json["flags"].as_u64().unwrap_or(0) & !LOADING;
            stored.json["flags"] = flags.into();
        }
        Ok(())
    }

    /// Writes a body's fields into a message; fields left out stay as they are.
    fn put(&mut self, id: &str, body: &Value, files: &Files) {
        let Some(stored) = self.messages.get_mut(id) else { return };
        for (field, empty) in [("content", json!("")), ("embeds", json!([])), ("components", json!([]))] {
            if let Some(value) = body.get(field) {
                stored.json[field] = if value.is_null() { empty } else { value.clone() };
            }
        }
        for embed in stored.json["embeds"].as_array_mut().into_iter().flatten() {
            embed["type"] = "rich".into();
        }
        stored.files.retain(|(id, _, _)| keeps(body, id));
        for (name, bytes) in files {
            stored.files.push((snowflake().to_string(), name.clone(), bytes.clone()));
        }
        let attachments = stored.files.iter().map(|(id, name, bytes)| {
            let url = format!("https://cdn.discordapp.com/attachments/0/{id}/{name}");
            json!({ "id": id, "filename": name, "size": bytes.len(), "url": url, "proxy_url": url })
        });
        stored.json["attachments"] = attachments.collect();
    }
}

/// Whether an edit keeps an attachment: all stay unless the edit lists some.
fn keeps(body: &Value, id: &str) -> bool {
    body["attachments"].as_array().is_none_or(|list| list.iter().any(|kept| kept["id"] == id))
}
