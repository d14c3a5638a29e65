//! Shards: which are connected, whose servers each looks after, that each is kept connected by itself, and that two
//! programs do not connect the same.

use std::time::Duration;

use serde_json::json;

use crate::support::fake_discord::interactions::{self, Asker, ada};
use crate::support::fake_discord::{FakeDiscord, Fault};
use crate::support::{Running, World, err, number};

/// A server’s id that belongs to a shard of four.
fn server(shard: u64, n: u64) -> u64 {
    (n * 4 + shard) << 22
}

#[tokio::test]
async fn a_range_is_connected_and_looks_after_its_own_servers() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let (here, left, of_others) = (server(2, 100), server(2, 101), server(1, 102));
    let csv = world.path().join("own.csv");
    std::fs::write(&csv, "subject,partners,area,kind,text,source\nTUR,PAK,defence,fact,Own,article\n")
        .unwrap();
    for id in [here, left, of_others] {
        let done = world.run(&["knowledge", "import", csv.to_str().unwrap(), "--guild", &id.to_string()]);
        assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    }
    fake.set_guilds(&[here]);
    let bot = Running::spawn(&world, &fake, &[("SHARDS", "2/4")]);
    // The first shard alone registers the commands.
    fake.wait_ready().await;
    assert_eq!(fake.last_identify().unwrap().json["shard"], json!([2, 4]));
    let asker = Asker { guild_id: Some(here), ..ada() };
    let asked = fake.interact(&interactions::slash(&asker, "areas", &[])).await;
    assert!(asked.text().contains("Areas of policy"), "{}", asked.text());
    // Whom another shard looks after is not missed here.
    let database = world.path().join("dragoman.db");
    for _ in 0..100 {
        if number(&database, "SELECT COUNT(*) FROM departure").await > 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(number(&database, "SELECT COUNT(*) FROM departure").await, 1);
    let of_left = number(&database, "SELECT scope FROM departure").await;
    assert_eq!(u64::try_from(of_left).unwrap(), left);

    // The same shards are refused on the same database, and so are all of them; others are not.
    for shards in ["2/4", ""] {
        let (status, written) = Running::spawn(&world, &fake, &[("SHARDS", shards)]).ended().await;
        assert!(
            !status.success() && written.contains("Another Dragoman serves this database"),
            "{shards}: {written}"
        );
    }
    let other = FakeDiscord::start().await;
    let beside = Running::spawn(&world, &other, &[("SHARDS", "3/4")]);
    other.wait_ready().await;
    assert_eq!(other.last_identify().unwrap().json["shard"], json!([3, 4]));
    beside.stop().await;
    bot.stop().await;
}

#[tokio::test]
async fn thousands_of_servers_cost_no_request_each() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let servers: Vec<u64> = (1..=3_000).map(|n| server(0, n)).collect();
    fake.set_guilds(&servers);
    let bot = Running::start(&world, &fake).await;
    for id in &servers {
        fake.send_event("GUILD_CREATE", &json!({
            "id": id.to_string(), "name": "x", "owner_id": "1", "roles": [], "emojis": [], "features": [], "mfa_level": 0,
            "verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0, "afk_timeout": 300,
            "premium_tier": 0, "preferred_locale": "en-US", "nsfw_level": 0, "premium_progress_bar_enabled": false,
            "system_channel_flags": 0, "stickers": [], "joined_at": "2026-01-01T00:00:00Z", "large": false, "unavailable": false,
            "member_count": 3, "voice_states": [], "members": [], "channels": [], "threads": [], "presences": [],
            "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": [],
        }));
    }
    // What is asked after them is answered after them.
    let asker = Asker { guild_id: servers.first().copied(), ..ada() };
    assert!(fake.slash(&asker, "areas", &[]).await.text().contains("Areas of policy"));
    let asked: Vec<String> =
        fake.requests().into_iter().map(|request| format!("{} {}", request.method, request.path)).collect();
    assert!(asked.len() < 10, "{asked:?}");
    bot.stop().await;
}

#[tokio::test]
async fn as_many_as_discord_recommends_are_connected_by_one_program() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let on = |shard: u64| ((100 * 3 + shard) << 22) | 5;
    fake.set_shards(3);
    fake.set_guilds(&[on(0), on(1), on(2)]);
    let bot = Running::spawn(&world, &fake, &[]);
    // Discord wants five seconds between one and the next.
    fake.wait_shards(3, Duration::from_secs(30)).await;
    assert_eq!(fake.identified_shards(), [json!([0, 3]), json!([1, 3]), json!([2, 3])]);
    let asks = async |shard: u64| {
        let asker = Asker { guild_id: Some(on(shard)), ..ada() };
        let reply = fake.interact(&interactions::slash(&asker, "areas", &[])).await;
        assert!(reply.text().contains("Areas of policy"), "{shard}: {}", reply.text());
    };
    for shard in 0..3 {
        asks(shard).await;
    }
    let registered = fake.requests().iter().filter(|request| request.method == "PUT").count();
    assert_eq!(registered, 1, "one shard alone registers the commands");

    // What breaks on one is made good there; the others stay.
    fake.drop_shard(1);
    assert_eq!(fake.connected_shards(), [0, 2]);
    asks(0).await;
    asks(2).await;
    fake.wait_shards(3, Duration::from_secs(30)).await;
    asks(1).await;
    assert_eq!((fake.resumes(), fake.identifies()), (1, 3));
    bot.stop().await;
}

#[tokio::test]
async fn a_shard_that_is_stuck_is_connected_anew_and_the_others_stay() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    fake.set_shards(2);
    // As often as this it is seen whether a shard is alive.
    fake.set_heartbeat_interval(5_000);
    let bot = Running::spawn(&world, &fake, &[]);
    fake.wait_shards(2, Duration::from_secs(30)).await;
    // The library waits for an answer to its handshake that never comes.
    fake.fail_next("GET /gateway", Fault::Delay(Duration::from_hours(1)));
    fake.drop_shard(1);
    fake.wait_shards(2, Duration::from_mins(3)).await;
    assert_eq!(fake.identified_shards(), [json!([0, 2]), json!([1, 2]), json!([1, 2])]);
    bot.stop().await;
}
