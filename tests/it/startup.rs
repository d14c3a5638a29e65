//! Starting: settings, the database, the token, and what is said when one of them is wrong.

use crate::support::fake_discord::{Asker, FakeDiscord};
use crate::support::{Running, World, err, out};

#[tokio::test]
async fn wrong_settings_are_refused_by_name_and_the_token_is_not_shown() {
    let world = World::new().await;
    for (name, value) in [
        ("DISCORD_TOKEN", ""),
        ("DISCORD_TOKEN", "hunter2"),
        ("DISCORD_TOKEN", "Bot a.b.hunter2"),
        ("DISCORD_TOKEN", "\"a.b.hunter2\""),
        ("DISCORD_TOKEN", " a.b.hunter2 "),
        ("DISCORD_API_URL", "hunter2"),
        ("DATABASE_URL", "postgres://hunter2"),
        ("KNOWLEDGE_DIR", "/no/such/folder"),
        ("LOG_FORMAT", "xml"),
        ("DEFER_AFTER_MS", "soon"),
    ] {
        let mut command = world.command(&["serve"]);
        command.env("DISCORD_TOKEN", "a.b.c").env(name, value);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}={value}");
        assert!(err(&output).starts_with(name), "{name}={value}: {}", err(&output));
        assert!(!err(&output).contains("hunter2"), "{name}: {}", err(&output));
    }
}

#[tokio::test]
async fn settings_are_read_from_dotenv() {
    let world = World::new().await;
    std::fs::write(world.path().join(".env"), "KNOWLEDGE_DIR=/no/such/folder\n").unwrap();
    let output = world.run(&["console", "/help"]);
    assert!(err(&output).starts_with("KNOWLEDGE_DIR names /no/such/folder"), "{}", err(&output));
    std::fs::write(world.path().join(".env"), "this is no setting\n").unwrap();
    let output = world.run(&["console", "/help"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).starts_with(".env cannot be read"), "{}", err(&output));
    for held in [&b"DISCORD_TOKEN=a.b.\xFFhunter2\n"[..], b"DISCORD_TOKEN=a.b.hunter2\0\n"] {
        std::fs::write(world.path().join(".env"), held).unwrap();
        let output = world.run(&["console", "/help"]);
        assert_eq!(output.status.code(), Some(2), "{}", err(&output));
        assert!(err(&output).starts_with(".env cannot be read"), "{}", err(&output));
        assert!(!err(&output).contains("hunter2"), "{}", err(&output));
    }
}

#[tokio::test]
async fn a_first_start_loads_the_knowledge_once_and_serves() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let first = format!("sqlite://{}", world.path().join("first.db").display());
    let bot = Running::spawn(&world, &fake, &[("DATABASE_URL", &first)]);
    bot.connected(&fake).await;
    let ada = Asker::in_guild("Ada", 10, 20);
    let reply = fake.slash(&ada, "areas", &[]).await;
    assert!(reply.text().contains("Defence"), "{}", reply.text());
    let written = bot.stop().await;
    assert_eq!(written.matches("knowledge loaded").count(), 1, "{written}");
}

#[tokio::test]
async fn a_token_that_discord_does_not_take_ends_it_at_once() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let bot = Running::spawn(&world, &fake, &[("DISCORD_TOKEN", "a.b.wrong-token")]);
    let (status, written) = bot.ended().await;
    assert_eq!(status.code(), Some(2), "{written}");
    assert!(written.contains("DISCORD_TOKEN was not accepted by Discord"), "{written}");
    assert!(!written.contains("wrong-token"), "{written}");
    assert!(fake.requests().len() <= 2, "no storm of tries: {:?}", fake.requests());
}

#[tokio::test]
async fn a_second_bot_on_one_database_is_refused_while_the_console_goes_on() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let bot = Running::start(&world, &fake).await;
    let second = Running::spawn(&world, &fake, &[]);
    let (status, written) = second.ended().await;
    assert_eq!(status.code(), Some(2));
    assert!(written.contains("Another Dragoman serves this database"), "{written}");
    assert_eq!(world.run(&["console", "/areas"]).status.code(), Some(0));
    bot.stop().await;
    let third = Running::spawn(&world, &fake, &[]);
    fake.wait_ready().await;
    third.stop().await;
}

#[tokio::test]
async fn the_first_run_makes_the_database() {
    let world = World::new().await;
    let path = world.path().join("new.db");
    let address = format!("sqlite://{}", path.display());
    let output = world
        .command(&["console", "/compare turkiye pakistan india"])
        .env("DATABASE_URL", address)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).contains("Strong, longstanding support"));
    assert!(path.exists());
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let world = World::new().await;
    let path = world.path().join("notes.txt");
    std::fs::write(&path, "these are my notes, not a database; ".repeat(100)).unwrap();
    let address = format!("sqlite://{}", path.display());
    let output = world.command(&["console", "/help"]).env("DATABASE_URL", &address).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).starts_with("DATABASE_URL"), "{}", err(&output));
    assert!(err(&output).contains("no SQLite database"), "{}", err(&output));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("these are my notes"));
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused() {
    let world = World::new().await;
    let mut raw = world.raw().await;
    sqlx::query("INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', 1, x'00', 0)")
        .execute(&mut raw)
        .await
        .unwrap();
    drop(raw);
    let output = world.run(&["console", "/help"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("a newer version of Dragoman made it"), "{}", err(&output));
}

#[tokio::test]
async fn a_folder_for_backups_that_is_none_is_refused_at_once() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let file = world.path().join("file");
    std::fs::write(&file, "").unwrap();
    let bot = Running::spawn(&world, &fake, &[("BACKUP_DIR", file.to_str().unwrap())]);
    let (status, written) = bot.ended().await;
    assert_eq!(status.code(), Some(2), "{written}");
    assert!(written.contains("BACKUP_DIR names "), "{written}");
}
