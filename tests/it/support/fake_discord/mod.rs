//! A fake Discord (REST v10 and gateway v10) on loopback, for driving the bot in tests.
//!
//! Whatever the bot sends is checked against Discord's limits; a breach is answered with 400 and
//! fails the test when the fake is dropped.

#![allow(clippy::expect_used, clippy::panic, reason = "a test's helper fails by panicking")]
#![allow(dead_code, unused_imports, unreachable_pub, reason = "not every test file needs all of it")]

mod channels;
mod check;
pub mod endpoint;
mod gateway;
pub mod interactions;
mod play;
mod rest;
mod webhooks;

use std::collections::{HashMap, VecDeque};
use std::net::{Shutdown, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::connect_info::Connected;
use axum::routing::any;
use axum::serve::{IncomingStream, Listener};
use serde_json::Value;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

pub use gateway::Identify;
pub use interactions::{Asker, Interaction};
pub use play::{Reply, Select};

/// The bot's user id and application id; the token's first part encodes it.
pub const BOT_ID: u64 = 1_000_000_000_000_000_000;
/// The user that owns the application, as `GET /applications/@me` says.
pub const APPLICATION_OWNER_ID: u64 = 1_000_000_000_000_000_001;
/// How long the waiting methods wait before they panic.
pub const PATIENCE: Duration = Duration::from_secs(10);

const TOKEN: &str = "MTAwMDAwMDAwMDAwMDAwMDAwMA.FAKE00.dragoman-test-token-000000000000000";

/// A running fake Discord; it stops when dropped.
pub struct FakeDiscord {
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

/// One request that reached the REST side.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The method, in capitals.
    pub method: String,
    /// The path without `/api/v10` and without the query.
    pub path: String,
    /// The query string, empty if there was none.
    pub query: String,
    /// Whether the right token came with it.
    pub authorized: bool,
    /// The JSON body, or the multipart's `payload_json`; null if there was none.
    pub json: Value,
    /// The multipart's files: name and bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// When it arrived.
    pub at: Instant,
    /// The status it was answered with, once it was.
    pub status: Option<u16>,
}

/// What to do to one request instead of answering it at once.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Answers this status with a Discord-like error body.
    Status(u16),
    /// Answers this status with this code of Discord's own.
    Code(u16, u32),
    /// Answers 429 with Discord's body and headers.
    RateLimited {
        /// The seconds to wait; the `Retry-After` header rounds them up, as Discord does.
        retry_after_secs: f64,
    },
    /// Answers properly, after this time.
    Delay(Duration),
    /// Closes the connection without an answer.
    Drop,
}

/// What server tasks and the test share.
struct Shared {
    addr: SocketAddr,
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Default)]
struct State {
    requests: Vec<Recorded>,
    faults: VecDeque<(String, Fault)>,
    violations: Vec<String>,
    /// Happenings that explain a timeout, such as an event that the intents kept back.
    notes: Vec<String>,
    commands: Vec<Value>,
    command_puts: usize,
    /// Interactions by token.
    interactions: HashMap<String, rest::Pending>,
    messages: HashMap<String, rest::Stored>,
    /// Messages the bot posted to channels, oldest first.
    posted: Vec<String>,
    /// Known channels, with their guild if they have one.
    channels: HashMap<String, Option<String>>,
    gateway: gateway::Gateway,
    places: channels::Channels,
    endpoints: endpoint::Endpoints,
    /// Files that anybody may fetch, by path: as on Discord's CDN.
    hosted: HashMap<String, Hosted>,
}

/// How a hosted file is given out.
#[derive(Clone, Debug)]
pub enum Hosted {
    /// As it is.
    Bytes(Vec<u8>),
    /// A redirect to elsewhere.
    Redirect(String),
    /// Without an end.
    Endless,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // A test that panicked while holding the lock must still get its report out.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state and wakes whoever waits for a change.
    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut self.lock());
        self.changed.notify_waiters();
        result
    }

    /// Waits until `ready` finds something; panics with a report when it takes too long.
    async fn until<T>(
        &self,
        what: &str,
        limit: Duration,
        mut ready: impl FnMut(&mut State) -> Option<T>,
    ) -> T {
        let deadline = tokio::time::Instant::now() + limit;
        loop {
            let changed = self.changed.notified();
            tokio::pin!(changed);
            // Listening before looking, so that no change falls in between.
            changed.as_mut().enable();
            if let Some(found) = ready(&mut self.lock()) {
                return found;
            }
            if tokio::time::timeout_at(deadline, changed).await.is_err() {
                let report = self.lock().report();
                panic!("fake Discord waited {limit:?} in vain for {what}\n{report}");
            }
        }
    }

    fn take_fault(&self, method: &str, path: &str) -> Option<Fault> {
        let line = format!("{method} {path}");
        let mut state = self.lock();
        let at = state.faults.iter().position(|(part, _)| line.contains(part.as_str()))?;
        state.faults.remove(at).map(|(_, fault)| fault)
    }
}

impl State {
    fn report(&self) -> String {
        use std::fmt::Write as _;
        let mut text = format!(
            "identifies: {}, resumes: {}, session connected: {}\nrequests so far:\n",
            self.gateway.identifies.len(),
            self.gateway.resumes,
            self.gateway.is_connected(),
        );
        for r in &self.requests {
            let body: String = r.json.to_string().chars().take(300).collect();
            let _ = writeln!(text, "  {} {} -> {:?} {body}", r.method, r.path, r.status);
        }
        for line in self.violations.iter().chain(&self.notes) {
            let _ = writeln!(text, "note: {line}");
        }
        text
    }
}

impl FakeDiscord {
    /// Starts the fake on a free loopback port.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("no loopback port");
        let addr = listener.local_addr().expect("no local address");
        let shared = Arc::new(Shared { addr, state: Mutex::default(), changed: Notify::new() });
        let router = Router::new()
            .route("/gateway", any(gateway::upgrade))
            // The client joins URL and query without knowing about the trailing slash.
            .route("/gateway/", any(gateway::upgrade))
            .fallback(rest::handle)
            .with_state(Arc::clone(&shared))
            .into_make_service_with_connect_info::<Kill>();
        let server = tokio::spawn(async move {
            let _ = axum::serve(Killable(listener), router).await;
        });
        Self { shared, server }
    }

    /// The API base to give to the bot.
    pub fn url(&self) -> String {
        format!("http://{}", self.shared.addr)
    }

    /// The only bot token that is let in.
    #[allow(clippy::unused_self, reason = "reads like url() at the call")]
    pub fn token(&self) -> &'static str {
        TOKEN
    }

    /// All requests so far.
    pub fn requests(&self) -> Vec<Recorded> {
        self.shared.lock().requests.clone()
    }

    /// Waits for a matching request, also one that already came.
    pub async fn wait_for(&self, matches: impl Fn(&Recorded) -> bool) -> Recorded {
        self.wait_for_within(matches, PATIENCE).await
    }

    /// Like [`Self::wait_for`], with a time limit of one's own.
    pub async fn wait_for_within(&self, matches: impl Fn(&Recorded) -> bool, limit: Duration) -> Recorded {
        let found = |state: &mut State| state.requests.iter().find(|r| matches(r)).cloned();
        self.shared.until("a matching request", limit, found).await
    }

    /// Spoils the next request whose `METHOD /path` contains the text (`GET /gateway` is the websocket).
    pub fn fail_next(&self, path_contains: &str, fault: Fault) {
        self.shared.lock().faults.push_back((path_contains.to_owned(), fault));
    }

    /// The faults not used up yet.
    pub fn faults_left(&self) -> usize {
        self.shared.lock().faults.len()
    }

    /// The breaches of Discord's rules so far.
    pub fn violations(&self) -> Vec<String> {
        self.shared.lock().violations.clone()
    }

    /// Takes the breaches out, for tests that provoke them.
    pub fn take_violations(&self) -> Vec<String> {
        std::mem::take(&mut self.shared.lock().violations)
    }

    /// Panics if the bot broke one of Discord's rules.
    pub fn assert_no_violations(&self) {
        let violations = self.take_violations();
        assert!(violations.is_empty(), "the bot broke Discord's rules: {violations:#?}");
    }

    /// Keeps a file and gives the address it can be fetched from.
    pub fn host(&self, name: &str, file: Hosted) -> String {
        let path = format!("/files/{}/{name}", interactions::snowflake());
        self.shared.lock().hosted.insert(path.clone(), file);
        format!("{}{path}", self.url())
    }

    /// The address without its scheme, as the setting for attachments wants it.
    pub fn host_name(&self) -> String {
        self.shared.addr.to_string()
    }

    /// The registered commands, as Discord returns them.
    pub fn commands(&self) -> Vec<Value> {
        self.shared.lock().commands.clone()
    }

    /// How often the bot registered its commands.
    pub fn command_puts(&self) -> usize {
        self.shared.lock().command_puts
    }

    /// A message as it now stands, if it exists.
    pub fn message(&self, id: &str) -> Option<Value> {
        self.shared.lock().messages.get(id).map(|stored| stored.json.clone())
    }

    /// Makes a channel known that no event has named.
    pub fn add_channel(&self, id: u64, guild: Option<u64>) {
        let guild = guild.map(|guild| guild.to_string());
        self.shared.lock().channels.insert(id.to_string(), guild);
    }
}

impl Drop for FakeDiscord {
    fn drop(&mut self) {
        self.server.abort();
        self.drop_connection();
        if !std::thread::panicking() {
            self.assert_no_violations();
        }
    }
}

/// Closes a TCP connection from outside of the server.
#[derive(Clone)]
struct Kill(Option<Arc<std::net::TcpStream>>);

impl Kill {
    fn now(&self) {
        if let Some(stream) = &self.0 {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    /// Makes the close of the connection a reset; the option belongs to the socket, not to a handle.
    fn reset_on_close(&self) {
        let handle = self.0.as_ref().and_then(|stream| stream.try_clone().ok());
        if let Some(stream) = handle.and_then(|stream| TcpStream::from_std(stream).ok()) {
            let _ = stream.set_zero_linger();
        }
    }
}

/// A listener whose connections come with a [`Kill`].
struct Killable(TcpListener);

/// A connection and the handle to kill it.
struct Connection(TcpStream, Kill);

impl Listener for Killable {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            let (stream, addr) = Listener::accept(&mut self.0).await;
            let Ok(stream) = stream.into_std() else { continue };
            let kill = Kill(stream.try_clone().ok().map(Arc::new));
            if let Ok(stream) = TcpStream::from_std(stream) {
                return (Connection(stream, kill), addr);
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, Killable>> for Kill {
    fn connect_info(stream: IncomingStream<'_, Killable>) -> Self {
        stream.io().1.clone()
    }
}

mod io {
    //! `Connection` reads and writes as the stream within it.

    use std::io::Result;
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

    use super::Connection;

    impl AsyncRead for Connection {
        fn poll_read(
            mut self: Pin<&mut Self>,
            cx: &mut Context<'_>,
            buf: &mut ReadBuf<'_>,
        ) -> Poll<Result<()>> {
            Pin::new(&mut self.0).poll_read(cx, buf)
        }
    }

    impl AsyncWrite for Connection {
        fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<Result<usize>> {
            Pin::new(&mut self.0).poll_write(cx, buf)
        }

        fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
            Pin::new(&mut self.0).poll_flush(cx)
        }

        fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
            Pin::new(&mut self.0).poll_shutdown(cx)
        }
    }
}
