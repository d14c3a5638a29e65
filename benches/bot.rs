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

use std::time::{Duration, Instant};

use support::fake_discord::{Asker, FakeDiscord};
use support::{Running, World};

const ANSWERS: u32 = 4_000;

fn main() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        measure().await;
    });
}

async fn measure() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let begun = Instant::now();
    let bot = Running::spawn(&world, &fake, &[]);
    fake.wait_ready().await;
    println!("cold start to ready: {:.0?}", begun.elapsed());
    bot.connected(&fake).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    println!("idle memory: {:.1} MiB", mebibytes(&bot));
    let ada = Asker { user_id: 1_001, ..Asker::in_guild("Ada", 10, 20) };
    let question = [("subject", "turkiye"), ("first", "pakistan"), ("second", "india")];
    fake.slash(&ada, "compare", &question).await;
    let before = bot.cpu_time();
    let begun = Instant::now();
    for _ in 0..ANSWERS {
        fake.slash(&ada, "compare", &question).await;
    }
    println!(
        "/compare on Discord: {:.2?} there and back, {:.2?} of processor time",
        begun.elapsed() / ANSWERS,
        bot.cpu_time().saturating_sub(before) / ANSWERS
    );
    println!("memory after {ANSWERS} answers: {:.1} MiB", mebibytes(&bot));
    bot.stop().await;
}

fn mebibytes(bot: &Running) -> f64 {
    f64::from(bot.resident_kib()) / 1024.0
}
