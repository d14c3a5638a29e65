//! Whether the bot is well: for balancers, for Prometheus, for the service manager; and the backups that it makes.

use std::os::unix::net::UnixDatagram;
use std::time::{Duration, SystemTime};

use crate::support::fake_discord::interactions::{Asker, ada};
use crate::support::fake_discord::{FakeDiscord, Fault};
use crate::support::{Running, World, free_address, out};

async fn get(url: &str) -> (u16, String) {
    let answered = reqwest::get(url).await.unwrap();
    (answered.status().as_u16(), answered.text().await.unwrap())
}

/// Asks until somebody listens.
async fn eventually(url: &str) -> (u16, String) {
    for _ in 0..200 {
        if reqwest::get(url).await.is_ok() {
            return get(url).await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("nobody listens at {url}");
}

#[tokio::test]
async fn it_says_whether_it_is_well_and_counts_without_names() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let address = free_address();
    // A gateway that cannot be reached: it turns, and is not ready.
    fake.fail_next("GET /gateway/bot", Fault::Delay(Duration::from_secs(3)));
    let bot = Running::spawn(&world, &fake, &[("METRICS_ADDRESS", &address)]);
    let url = |path: &str| format!("http://{address}{path}");
    assert_eq!(eventually(&url("/healthz")).await, (200, "ok\n".to_owned()));
    let (status, said) = get(&url("/readyz")).await;
    assert_eq!(status, 503);
    assert!(said.contains("a shard has not been heard of"), "{said}");
    bot.connected(&fake).await;
    let (status, said) = get(&url("/readyz")).await;
    assert_eq!((status, said.as_str()), (200, "ready\n"));

    fake.slash(&ada(), "profile", &[("actor", "TUR")]).await;
    fake.slash(&ada(), "profile", &[("actor", "nowhere at all")]).await;
    fake.mention(&ada(), "who borders Iran?").await;
    fake.complete(&ada(), "profile", &[("actor", "turk")], "actor").await;
    fake.fail_next("callback", Fault::Code(404, 10_062));
    let _ = tokio::time::timeout(Duration::from_millis(500), fake.slash(&ada(), "areas", &[])).await;
    let (status, text) = get(&url("/metrics")).await;
    assert_eq!(status, 200);
    for line in [
        r#"dragoman_answers_total{command="profile",outcome="answer"} 1"#,
        r#"dragoman_answers_total{command="profile",outcome="refusal"} 1"#,
        r#"dragoman_answers_total{command="mention",outcome="answer"} 1"#,
        r#"dragoman_answers_total{command="completion",outcome="answer"} 1"#,
        r#"dragoman_answers_total{command="areas",outcome="nothing"} 1"#,
        r#"dragoman_rest_failures_total{reason="pointless"} 1"#,
        "dragoman_outbox_posts 0",
    ] {
        assert!(text.lines().any(|known| known == line), "{line}: {text}");
    }
    let bytes = text.lines().find_map(|line| line.strip_prefix("dragoman_database_bytes ")).unwrap();
    assert!(bytes.parse::<u64>().unwrap() > 1_000_000, "{bytes}");
    assert!(!text.contains("-1.0") && text.contains("dragoman_gateway_age_seconds "), "{text}");
    for id in ["1001", "Ada", "nowhere"] {
        assert!(!text.contains(id), "{id}: {text}");
    }
    assert_eq!(get(&url("/")).await.0, 404);
    bot.stop().await;
}

#[tokio::test]
async fn without_an_address_nobody_is_told() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let bot = Running::start(&world, &fake).await;
    let written = bot.stop().await;
    assert!(!written.contains("health"), "{written}");
    let refused = Running::spawn(&world, &fake, &[("METRICS_ADDRESS", "192.0.2.1:80")]).ended().await;
    assert!(!refused.0.success() && refused.1.contains("METRICS_ADDRESS"), "{}", refused.1);
}

#[tokio::test]
async fn the_service_manager_hears_that_it_is_ready_alive_and_ending() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let path = world.path().join("notify");
    let socket = UnixDatagram::bind(&path).unwrap();
    socket.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let bot = Running::spawn(&world, &fake, &[("NOTIFY_SOCKET", path.to_str().unwrap())]);
    let heard = move |wanted: &str| {
        let mut buffer = [0; 256];
        loop {
            let length = socket.recv(&mut buffer).unwrap_or_else(|error| panic!("{wanted}: {error}"));
            if String::from_utf8_lossy(&buffer[..length]).contains(wanted) {
                return;
            }
        }
    };
    let heard = tokio::task::spawn_blocking(move || {
        heard("READY=1");
        heard("WATCHDOG=1");
        heard
    });
    bot.connected(&fake).await;
    let heard = heard.await.unwrap();
    let ending = tokio::task::spawn_blocking(move || heard("STOPPING=1"));
    bot.stop().await;
    ending.await.unwrap();
}

#[tokio::test]
async fn backups_are_made_checked_and_the_oldest_go() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let folder = world.path().join("backups");
    std::fs::create_dir(&folder).unwrap();
    let day = Duration::from_hours(24);
    #[expect(clippy::disallowed_methods, reason = "files have the time of the machine")]
    let now = SystemTime::now();
    for old in 1..=3_u32 {
        let file = std::fs::File::create(folder.join(format!("dragoman-2026010{old}T000000Z.db"))).unwrap();
        file.set_modified(now - day * (10 - old)).unwrap();
    }
    // What was broken off, and what is none of ours.
    std::fs::write(folder.join("dragoman-20260104T000000Z.db.unfinished"), "half").unwrap();
    std::fs::write(folder.join("notes.txt"), "mine").unwrap();
    let settings = [("BACKUP_DIR", folder.to_str().unwrap()), ("BACKUP_EVERY", "1d"), ("BACKUP_KEEP", "2")];
    let bot = Running::spawn(&world, &fake, &settings);
    bot.connected(&fake).await;
    let names = || {
        let mut names: Vec<String> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_str().unwrap().to_owned())
            .filter(|name| name.starts_with("dragoman-") && !name.contains("unfinished"))
            .collect();
        names.sort();
        names
    };
    for _ in 0..200 {
        if names().len() == 2 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let kept = names();
    assert_eq!(kept.len(), 2, "{kept:?}");
    assert_eq!(kept[0], "dragoman-20260103T000000Z.db");
    assert!(folder.join("notes.txt").exists());
    let checked = world.run(&["restore", "--check", folder.join(&kept[1]).to_str().unwrap()]);
    assert_eq!(checked.status.code(), Some(0), "{}", out(&checked));
    bot.stop().await;
    // The newest is young: another start makes none.
    let bot = Running::spawn(&world, &fake, &settings);
    bot.connected(&fake).await;
    let asker = Asker::in_guild("Bea", 10, 20);
    fake.slash(&asker, "areas", &[]).await;
    assert_eq!(names(), kept);
    bot.stop().await;
}
