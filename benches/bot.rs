//! What the whole bot costs: the real binary against the fake Discord on loopback.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    dead_code,
    missing_docs,
    reason = "a bench reports to a person"
)]

#[path = "../tests/it/support/mod.rs"]
mod support;

use std::convert::Infallible;
use std::process::Stdio;
use std::time::{Duration, Instant};

use ed25519_dalek::{Signature, SigningKey};
use hyper::body::{Bytes, Incoming};
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use support::fake_discord::interactions::{self, slash};
use support::fake_discord::{Asker, FakeDiscord, endpoint};
use support::{Running, World, free_address};

const ANSWERS: u32 = 4_000;

fn main() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, bare, address, file] = arguments.as_slice()
        && bare == BARE
    {
        return runtime.block_on(serve_bare(address, file));
    }
    runtime.block_on(async {
        measure().await;
        measure_http().await;
        measure_raid().await;
    });
}

fn ada() -> Asker {
    Asker { user_id: 1_001, ..Asker::in_guild("Ada", 10, 20) }
}

const QUESTION: [(&str, &str); 3] = [("subject", "turkiye"), ("first", "pakistan"), ("second", "india")];

async fn measure() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let begun = Instant::now();
    let bot = Running::spawn(&world, &fake, &[]);
    fake.wait_ready().await;
    println!("cold start to ready: {:.0?}", begun.elapsed());
    bot.connected(&fake).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    println!("idle memory: {:.1} MiB", mebibytes(&bot));
    let (ada, question) = (ada(), QUESTION);
    fake.slash(&ada, "compare", &question).await;
    let before = bot.cpu_time();
    let begun = Instant::now();
    for _ in 0..ANSWERS {
        fake.slash(&ada, "compare", &question).await;
    }
    println!(
        "/compare by the gateway: {:.2?} there and back, {:.2?} of processor time",
        begun.elapsed() / ANSWERS,
        bot.cpu_time().saturating_sub(before) / ANSWERS
    );
    println!("memory after {ANSWERS} answers: {:.1} MiB", mebibytes(&bot));
    bot.stop().await;
}

/// The same by HTTP, and by a server that does nothing but check the signature and answer the same bytes.
async fn measure_http() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let address = free_address();
    let settings = [("HTTP_ADDRESS", address.as_str()), ("GATEWAY", "off")];
    let key = endpoint::public_key();
    let mut times = Vec::new();
    for _ in 0..5 {
        let begun = Instant::now();
        let bot = Running::spawn(&world, &fake, &[settings[0], settings[1], ("DISCORD_PUBLIC_KEY", &key)]);
        listens(&address).await;
        times.push(begun.elapsed());
        bot.stop().await;
    }
    println!(
        "start to listening by HTTP: {:.0?} on a new database, {:.0?} later",
        times[0],
        times[1..].iter().min().unwrap()
    );
    let bot = Running::spawn(&world, &fake, &[settings[0], settings[1], ("DISCORD_PUBLIC_KEY", &key)]);
    listens(&address).await;
    let said = post(&reqwest::Client::new(), &format!("http://{address}/"), compare()).await.unwrap();
    ask_many("/compare by HTTP", &address, compare, || bot.cpu_time()).await;
    ask_many("a PING by HTTP, which is the door alone", &address, ping, || bot.cpu_time()).await;
    bot.stop().await;

    let file = world.path().join("answer.json");
    std::fs::write(&file, said).unwrap();
    let address = free_address();
    let mut bare = std::process::Command::new(std::env::current_exe().unwrap());
    bare.args([BARE, &address, file.to_str().unwrap()]).stdout(Stdio::null());
    let mut bare = bare.spawn().unwrap();
    listens(&address).await;
    let id = bare.id();
    ask_many("the same bytes as for /compare by a bare server", &address, compare, || support::cpu_time(id))
        .await;
    ask_many("the same after a PING", &address, ping, || support::cpu_time(id)).await;
    bare.kill().unwrap();
    bare.wait().unwrap();
}

/// A question as Discord posts it.
fn compare() -> String {
    let options = QUESTION.map(|(name, value)| (name, interactions::text(value)));
    slash(&ada(), "compare", &options).json.to_string()
}

/// What Discord posts to find out whether anybody is there.
fn ping() -> String {
    r#"{"type":1,"id":"1","application_id":"2","token":"x"}"#.to_owned()
}

async fn ask_many(what: &str, address: &str, asks: fn() -> String, cpu_time: impl Fn() -> Duration) {
    let (client, url) = (reqwest::Client::new(), format!("http://{address}/"));
    let (before, begun) = (cpu_time(), Instant::now());
    for _ in 0..ANSWERS {
        post(&client, &url, asks()).await.unwrap();
    }
    let took = begun.elapsed() / ANSWERS;
    println!(
        "{what}: {took:.2?} there and back, {:.2?} of processor time",
        cpu_time().saturating_sub(before) / ANSWERS
    );
}

async fn listens(address: &str) {
    while tokio::net::TcpStream::connect(address).await.is_err() {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// Asks once; gives the answer.
async fn post(client: &reqwest::Client, url: &str, body: String) -> Result<Vec<u8>, reqwest::Error> {
    let mut request = client.post(url);
    for (name, value) in endpoint::signed(&body) {
        request = request.header(name, value);
    }
    let answered = request.body(body).send().await?;
    assert_eq!(answered.status().as_u16(), 200);
    Ok(answered.bytes().await?.to_vec())
}

/// The argument by which this program is the bare server.
const BARE: &str = "bare-server";

async fn serve_bare(address: &str, file: &str) {
    let answer = Bytes::from(std::fs::read(file).unwrap());
    let key = SigningKey::from_bytes(&endpoint::KEY).verifying_key();
    let listener = tokio::net::TcpListener::bind(address).await.unwrap();
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        let answer = answer.clone();
        let take = move |request: Request<Incoming>| {
            let answer = answer.clone();
            async move {
                let (head, body) = request.into_parts();
                let body = axum::body::to_bytes(axum::body::Body::new(body), 1 << 20).await.unwrap();
                let signature = hex::decode(&head.headers["X-Signature-Ed25519"]).unwrap();
                let signed = [head.headers["X-Signature-Timestamp"].as_bytes(), &body].concat();
                key.verify_strict(&signed, &Signature::from_slice(&signature).unwrap()).unwrap();
                Ok::<_, Infallible>(Response::new(axum::body::Body::from(answer)))
            }
        };
        tokio::spawn(async move {
            let service = hyper::service::service_fn(take);
            let _ = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

/// How long others wait while one asks five hundred times in a second.
async fn measure_raid() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let bot = Running::spawn(&world, &fake, &[("LIMITS", "on")]);
    bot.connected(&fake).await;
    fake.slash(&ada(), "compare", &QUESTION).await;
    let mut took = Vec::new();
    let options = QUESTION.map(|(name, value)| (name, interactions::text(value)));
    for at in 0..500 {
        fake.send_interaction(&slash(&ada(), "compare", &options));
        if at % 5 == 0 {
            let other = Asker { user_id: 5_000 + at, ..ada() };
            let begun = Instant::now();
            fake.slash(&other, "compare", &QUESTION).await;
            took.push(begun.elapsed());
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    took.sort();
    let at = |share: usize| took[took.len() * share / 100];
    println!(
        "others during a raid of 500 in a second: half within {:.1?}, 99 of 100 within {:.1?}",
        at(50),
        at(99)
    );
    bot.stop().await;
}

fn mebibytes(bot: &Running) -> f64 {
    f64::from(bot.resident_kib()) / 1024.0
}
