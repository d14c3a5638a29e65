//! What the world that ships costs: loading it the first time and again, comparing every pair of its states beside the
//! rows of a first screen read by themselves, and completing names.

#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a bench reports to a person")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use dragoman::files;
use dragoman::request::complete::{self, Around};
use dragoman::respond::{Asked, catalogue, respond};
use dragoman::store::{Asker, Store};

use self::support::{Bare, statement};

mod support;

/// When it is asked.
const NOW: &str = "2026-01-01T00:00:00Z";

/// The store’s own reads: the bare reads are the very statements that it makes.
const BETWEEN: &str = include_str!("../src/store/between.rs");
const OBSERVED: &str = include_str!("../src/store/observations.rs");
/// The memberships of two. The answers have them in memory; they are rows that a front shows all the same.
const MEMBERSHIPS: &str =
    "SELECT m.key, m.organisation, m.member, m.status, m.since, m.until, m.years, m.source, m.note
    FROM membership m WHERE m.member IN (?1, ?2) AND m.scope = 0 ORDER BY m.organisation, m.member, m.since";

/// The states are those of the table of United Nations members and observers.
const STATES: &str = "SELECT DISTINCT member FROM membership WHERE organisation = 'UN' AND until IS NULL
    AND status IN ('member', 'observer') ORDER BY 1";

/// Reads what the first screen of a pair shows, and nothing else; how many rows there are.
async fn rows(bare: &Bare, one: &str, other: &str) -> usize {
    let partners = serde_json::json!([other]).to_string();
    let memberships = sqlx::query(MEMBERSHIPS).bind(one).bind(other);
    let verdicts = sqlx::query(statement(BETWEEN, "verdicts")).bind(0).bind(one).bind(&partners);
    let verdicts = verdicts.bind(None::<String>).bind(2_000);
    let counts = sqlx::query(statement(BETWEEN, "count_between")).bind(0).bind(one).bind(&partners);
    let counts = counts.bind(None::<String>).bind(&NOW[..10]).bind(1).bind(1);
    let observed = sqlx::query(statement(OBSERVED, "observed_between")).bind(one).bind(&partners);
    let observed = observed.bind("[]").bind(2_000);
    let mut found = 0;
    for query in [memberships, verdicts, counts, observed] {
        found += bare.rows(query).await;
    }
    found
}

fn report(what: &str, times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    let total: Duration = times.iter().sum();
    println!(
        "{what}: {} times, {total:.1?} in all; median {:.1?}, 99 of 100 under {:.1?}, longest {:.1?}",
        times.len(),
        at(50),
        at(99),
        at(100)
    );
    at(50)
}

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let address = format!("sqlite://{}", folder.path().join("shipped.db").display());
    let start = Instant::now();
    let store = Store::open(&address).await.expect("a store");
    let files = files::embedded();
    let public = files::read(&files).expect("good files");
    let digest = files::digest(&files);
    let loaded = store.load_public(&public, &digest, NOW).await.expect("loading");
    println!("the first start, up to loaded: {:.0?} ({loaded:?})", start.elapsed());
    drop(store);
    let start = Instant::now();
    let store = Store::open(&address).await.expect("a store");
    println!("opening again: {:.1?}", start.elapsed());
    let start = Instant::now();
    let digest = files::digest(&files::embedded());
    println!("the digest of the files: {:.1?} ({digest})", start.elapsed());
    let start = Instant::now();
    let names = catalogue(&store, &Asker::default()).await.expect("a catalogue");
    println!("the catalogue: {:.1?}", start.elapsed());
    drop(names);
    let bare = Bare::open(&address).await;
    let states: Vec<String> =
        sqlx::query_scalar(STATES).fetch_all(&mut *bare.lend().await).await.expect("states");

    let (mut answers, mut reads, mut longest) = (Vec::new(), Vec::new(), 0);
    for (at, one) in states.iter().enumerate() {
        for other in &states[at + 1..] {
            let asked = Asked::Line(format!("/compare {one} {other}"));
            let start = Instant::now();
            let page = respond(&store, &Asker::default(), &asked, NOW).await.expect("an answer").page;
            answers.push(start.elapsed());
            let start = Instant::now();
            black_box(rows(&bare, one, other).await);
            reads.push(start.elapsed());
            assert!(!page.front.is_empty(), "{one} {other}");
            longest = longest.max(page.front.len());
        }
    }
    let answer = report("/compare of every pair of states", &mut answers);
    let read = report("the bare reads of the same", &mut reads);
    println!("{:.2} times the reads; at most {longest} blocks", answer.as_secs_f64() / read.as_secs_f64());

    let catalogue = catalogue(&store, &Asker::default()).await.expect("a catalogue");
    for typed in ["", "p", "pak", "paksitan"] {
        let around = Around::default();
        let mut times: Vec<Duration> = (0..200)
            .map(|_| {
                let start = Instant::now();
                black_box(complete::actors(black_box(typed), &catalogue, &around));
                start.elapsed()
            })
            .collect();
        report(&format!("completing “{typed}”"), &mut times);
    }
}
