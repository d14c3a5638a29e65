//! What teams cost: a position among many discussions, and a change of what all of them rest on.

#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a bench reports to a person")]

use std::time::{Duration, Instant};

use dragoman::access::Act;
use dragoman::editing;
use dragoman::files;
use dragoman::store::follows::{Followed, Often};
use dragoman::store::positions::Take;
use dragoman::store::{Asker, Channel, Store};
use dragoman::team;
use tempfile::TempDir;

const NOW: &str = "2026-01-01T00:00:00Z";
const GUILD: u64 = 10;
/// How many take a position in each discussion.
const PEOPLE: u64 = 50;

fn asker(user: u64, channel: u64) -> Asker {
    Asker {
        user: Some(user),
        name: Some(format!("Person {user}")),
        guild: Some(GUILD),
        channel: Some(Channel { id: channel, parent: None, is_private: false }),
        manages: true,
        may_write: true,
        ..Asker::default()
    }
}

async fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let address = format!("sqlite://{}", folder.path().join("bench.db").display());
    let store = Store::open(&address).await.expect("a store");
    let items = files::read(&files::embedded()).expect("good files");
    store.load_public(&items, "bench", NOW).await.expect("loading");
    (folder, store)
}

/// Opens discussions that rest on these, each in a channel of its own that follows Türkiye.
async fn discussions(store: &Store, many: u64, rests_on: &[String]) -> Vec<i64> {
    let mut ids = Vec::new();
    for channel in 1..=many {
        let ada = asker(1, channel);
        let given = [("topic".to_owned(), "What now?".to_owned())];
        let opening = team::prepare(store, &ada, &given, None, NOW).await.expect("an opening");
        let opened = team::open(store, &ada, &opening, rests_on, None, NOW).await.expect("a discussion");
        for person in 0..PEOPLE {
            let person = asker(100 + person, channel);
            team::take(store, &person, opened.id(), Take::Choose(1), NOW).await.expect("a position");
        }
        let by = store.moderator(&ada, Act::SetFollows, NOW).await.expect("a right");
        store.add_follow(&by, &Followed::Actor("TUR".to_owned()), Often::Daily, NOW).await.expect("a follow");
        ids.push(opened.id());
    }
    ids
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

#[tokio::main]
async fn main() {
    let rests_on: Vec<String> = (28..38).map(|n| format!("art-0{n}")).collect();
    for many in [5, 500] {
        let (_folder, store) = store().await;
        let due = |_| NOW.to_owned();
        let ids = discussions(&store, many, &rests_on).await;
        store.notice_changes(&due, NOW).await.expect("a look");
        let mut clicks = Vec::new();
        for n in 0..200 {
            let person = asker(100 + n % PEOPLE, 1);
            let start = Instant::now();
            let place = 1 + i64::try_from(n % 3).unwrap_or(0);
            team::take(&store, &person, ids[0], Take::Choose(place), NOW).await.expect("a position");
            clicks.push(start.elapsed());
        }
        // What one of them rests on, what all of them do, and what none does.
        let mut looks = Vec::new();
        for (key, what) in
            [("art-028", "all rest on it"), ("f062", "all follow it"), ("CICA.MNG", "nobody does")]
        {
            editing::retract(&store, &asker(1, 9_999), key, "bench", NOW).await.expect("a change");
            let start = Instant::now();
            store.notice_changes(&due, NOW).await.expect("a look");
            looks.push(format!("{what} {:.2?}", start.elapsed()));
        }
        let start = Instant::now();
        for _ in 0..1_000 {
            store.notice_changes(&due, NOW).await.expect("a look");
        }
        let idle = start.elapsed() / 1_000;
        println!(
            "{many} discussions with {PEOPLE} positions each: a position {:.2?}; a change is looked at in: {}; nothing \
             new in {idle:.2?}; {} to be said",
            median(clicks),
            looks.join(", "),
            store.posts_waiting().await.expect("a count"),
        );
    }
}
