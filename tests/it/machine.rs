//! The machine under the bot: its files, its log, and what Discord refuses.

use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use crate::curate::{MAKE, curator, member, value};
use crate::support::fake_discord::{Asker, FakeDiscord, Fault, interactions};
use crate::support::{Running, World, begin, err, out};

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap_or_else(|e| panic!("{}: {e}", path.display())).permissions().mode() & 0o777
}

#[tokio::test]
async fn files_are_readable_by_their_owner_alone() {
    let world = World::new().await;
    let database = world.path().join("dragoman.db");
    std::fs::set_permissions(&database, std::fs::Permissions::from_mode(0o644)).unwrap();
    let backup = world.path().join("copy.db");
    let made = world.run(&["backup", backup.to_str().unwrap()]);
    assert!(made.status.success(), "{}", err(&made));
    assert_eq!((mode(&database), mode(&backup)), (0o600, 0o600));
    world.store().close().await;
    std::fs::set_permissions(&backup, std::fs::Permissions::from_mode(0o644)).unwrap();
    let restored = world.run(&["restore", backup.to_str().unwrap()]);
    assert!(restored.status.success(), "{}{}", out(&restored), err(&restored));
    assert_eq!(mode(&database), 0o600);
    // A database that is made has the same.
    let fresh = world.path().join("fresh.db");
    let mut first = world.command(&["console", "/areas"]);
    let first = first.env("DATABASE_URL", format!("sqlite://{}", fresh.display())).output().unwrap();
    assert!(first.status.success(), "{}", err(&first));
    assert_eq!(mode(&fresh), 0o600);
}

#[tokio::test]
async fn a_second_bot_is_refused_by_whichever_name_it_comes() {
    let (world, fake, bot) = begin().await;
    let link = world.path().join("other-name.db");
    symlink(world.path().join("dragoman.db"), &link).unwrap();
    for file in std::fs::read_dir(world.path()).unwrap().filter_map(Result::ok) {
        if file.path().extension().is_some_and(|ending| ending == "lock") {
            std::fs::remove_file(file.path()).unwrap();
        }
    }
    let address = format!("sqlite://{}", link.display());
    let second = Running::spawn(&world, &fake, &[("DATABASE_URL", &address)]);
    let (status, written) = second.ended().await;
    assert!(!status.success() && written.contains("Another Dragoman serves this database"), "{written}");
    bot.stop().await;
}

#[tokio::test]
async fn a_database_that_is_deleted_under_the_bot_is_noticed() {
    let (world, fake, bot) = begin().await;
    fake.wait_ready().await;
    std::fs::rename(world.path().join("dragoman.db"), world.path().join("away.db")).unwrap();
    let told = fake
        .slash(&curator(), "knowledge rank", &[("id", "art-030"), ("rank", "deprecated"), ("reason", "x")])
        .await;
    assert!(told.content().contains("was deleted or moved while it runs"), "{}", told.text());
    std::fs::rename(world.path().join("away.db"), world.path().join("dragoman.db")).unwrap();
    let done = fake
        .slash(&curator(), "knowledge rank", &[("id", "art-030"), ("rank", "deprecated"), ("reason", "x")])
        .await;
    assert!(done.content().contains("Change #1"), "{}", done.text());
    bot.stop().await;
}

#[tokio::test]
async fn a_backup_that_fails_leaves_nothing() {
    let world = World::new().await;
    let program = env!("CARGO_BIN_EXE_dragoman");
    // In blocks of 512 bytes: far less than the database has.
    let script = format!("trap '' XFSZ; ulimit -f 100; exec {program} backup copy.db");
    let full = std::process::Command::new("sh")
        .args(["-c", &script])
        .env("DATABASE_URL", format!("sqlite://{}", world.path().join("dragoman.db").display()))
        .current_dir(world.path())
        .output()
        .unwrap();
    assert!(!full.status.success());
    let left: Vec<_> =
        std::fs::read_dir(world.path()).unwrap().filter_map(Result::ok).map(|f| f.file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("copy")), "{left:?} {}", err(&full));
}

#[tokio::test]
async fn a_pipe_among_knowledge_files_is_refused_at_once() {
    let world = World::new().await;
    let folder = world.path().join("knowledge");
    std::fs::create_dir(&folder).unwrap();
    let pipe = folder.join("pipe.toml");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let mut check = world.command(&["knowledge", "check", folder.to_str().unwrap()]);
    let child = check.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let checked = tokio::task::spawn_blocking(move || child.wait_with_output().unwrap());
    let checked = tokio::time::timeout(Duration::from_secs(20), checked).await.expect("it ends").unwrap();
    assert!(err(&checked).contains("pipe.toml cannot be read: it is no file"), "{}", err(&checked));
}

#[tokio::test]
async fn a_setting_that_is_misspelt_is_warned_of() {
    let world = World::new().await;
    std::fs::write(world.path().join(".env"), "DATABSE_URL=sqlite:///nowhere.db\nEDITOR=vi\n").unwrap();
    let run = world.run(&["console", "/areas"]);
    assert!(
        err(&run).contains(".env has DATABSE_URL, which is no setting; did you mean DATABASE_URL?"),
        "{}",
        err(&run)
    );
    assert!(!err(&run).contains("EDITOR") && out(&run).contains("Defence"));
}

/// What Discord blocks after something was done comes as a file; where nothing goes through, the channel is told.
#[tokio::test]
async fn whoever_did_something_hears_of_it_whatever_discord_refuses() {
    let (_world, fake, bot) = begin().await;
    let rank = async |to: &str| {
        fake.slash(&curator(), "knowledge rank", &[("id", "art-030"), ("rank", to), ("reason", "x")]).await
    };
    // AutoMod, https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
    fake.fail_next("PATCH", Fault::Code(400, 200_000));
    let told = rank("deprecated").await;
    assert!(told.content().contains("Discord did not let me show the answer here"), "{}", told.text());
    let (name, bytes) = &told.files[0];
    assert_eq!(name, "answer.txt");
    assert!(String::from_utf8_lossy(bytes).contains("Change #1"), "{told:?}");
    for _ in 0..2 {
        fake.fail_next("PATCH", Fault::Code(401, 50_027));
    }
    // Whoever asked gets no answer; the channel does.
    let said = tokio::select! {
        reply = rank("normal") => panic!("answered: {}", reply.text()),
        said = fake.wait_for(|request| request.method == "POST" && request.path.ends_with("/messages")) => said,
    };
    let text = said.json["content"].as_str().unwrap_or_default();
    assert!(text.contains("did not let me answer somebody’s command here"), "{said:?}");
    bot.stop().await;
}

#[tokio::test]
async fn what_was_typed_comes_back_when_a_role_is_gone() {
    let (_world, fake, bot) = begin().await;
    let carol = member(1_003, "Carol");
    let form = fake.slash(&carol, "knowledge propose", &MAKE[..3]).await;
    let details =
        value(&form, "details").replace("kind:", "kind: fact").replace("source:", "source: article");
    fake.slash_with(
        &curator(),
        "access grant",
        &[("level", "reader")],
        &[("who", interactions::person(1_003, "Carol"))],
    )
    .await;
    let fields =
        [("text", "A long thought"), ("label", ""), ("details", details.as_str()), ("reason", "mine")];
    let refused = fake.submit(&carol, &form, &fields).await;
    assert!(refused.content().contains("you need to be a contributor"), "{}", refused.text());
    let (name, bytes) = &refused.files[0];
    assert_eq!(name, "what-you-typed.txt");
    assert!(String::from_utf8_lossy(bytes).contains("A long thought"));
    bot.stop().await;
}

#[tokio::test]
async fn a_start_waits_for_a_discord_that_fails() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    for _ in 0..4 {
        fake.fail_next("GET /gateway", Fault::Status(500));
    }
    let bot = Running::spawn(&world, &fake, &[]);
    bot.connected(&fake).await;
    bot.stop().await;
}

#[tokio::test]
async fn many_proposals_are_rejected_at_once() {
    let (_world, fake, bot) = begin().await;
    let people: Vec<Asker> = (0..3).map(|n| member(3_000 + n, "Raider")).collect();
    for asker in &people {
        let form = fake.slash(asker, "knowledge propose", &MAKE[..3]).await;
        let details =
            value(&form, "details").replace("kind:", "kind: fact").replace("source:", "source: article");
        let fields = [("text", "Nonsense"), ("label", ""), ("details", details.as_str()), ("reason", "x")];
        fake.submit(asker, &form, &fields).await;
    }
    let reject = async |options: &[(&str, &str)]| fake.slash(&curator(), "knowledge reject", options).await;
    let wrong = reject(&[("since", "yesterday"), ("reason", "spam")]).await;
    assert!(wrong.content().contains("since is “yesterday”"), "{}", wrong.text());
    let two = reject(&[("since", "2020-01-01"), ("reason", "spam"), ("users", "<@3000>, 3001")]).await;
    assert!(two.content().contains("2 proposals are rejected"), "{}", two.text());
    let none = reject(&[("since", "2020-01-01"), ("until", "2020-01-02"), ("reason", "spam")]).await;
    assert!(none.content().contains("0 proposals are rejected"), "{}", none.text());
    let rest = reject(&[("since", "2020-01-01"), ("reason", "spam")]).await;
    assert!(rest.content().contains("1 proposal is rejected"), "{}", rest.text());
    bot.stop().await;
}

/// An interaction that lacks what it must have cannot be answered; the log says that something came, and not what.
#[tokio::test]
async fn what_cannot_be_read_is_noted_without_its_text() {
    let (_world, fake, bot) = begin().await;
    let broken = serde_json::json!({
        "id": "1576064793716981980",
        "type": 5,
        "token": "a-token-of-an-interaction",
        "data": {"components": [{"value": "A secret thought"}]},
    });
    fake.send_event("INTERACTION_CREATE", &broken);
    let answered = fake.slash(&curator(), "areas", &[]).await;
    assert!(answered.text().contains("Defence"));
    let log = bot.stop().await;
    assert!(log.contains("a library warned of something that Discord sent"), "{log}");
    assert!(!log.contains("secret thought") && !log.contains("a-token-of-an-interaction"), "{log}");
}

#[tokio::test]
async fn a_terminal_that_closes_stops_the_bot_and_a_second_signal_does_not_wait() {
    let signal = |bot: &Running, name: &str| {
        let id = bot.id().to_string();
        assert!(std::process::Command::new("kill").args([name, &id]).status().unwrap().success());
    };
    let (_world, _fake, bot) = begin().await;
    signal(&bot, "-HUP");
    let (status, written) = bot.ended().await;
    assert!(status.success(), "{status}: {written}");
    // An answer that is never taken keeps a stop waiting, but not a second one.
    let (_world, fake, bot) = begin().await;
    fake.fail_next("callback", Fault::Delay(Duration::from_hours(1)));
    let asker = curator();
    let asked = fake.slash(&asker, "areas", &[]);
    let _ = tokio::time::timeout(Duration::from_millis(500), asked).await;
    signal(&bot, "-INT");
    tokio::time::sleep(Duration::from_millis(500)).await;
    signal(&bot, "-INT");
    let ended = tokio::time::timeout(Duration::from_secs(6), bot.ended()).await;
    let (status, written) = ended.expect("it does not wait");
    assert!(status.success(), "{status}: {written}");
}

/// Discord allows a thousand sessions a day: who asks on and on for what is refused has none left.
#[tokio::test]
async fn sessions_that_are_refused_are_asked_for_more_and_more_slowly() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    fake.refuse_sessions(1_000);
    let bot = Running::spawn(&world, &fake, &[]);
    tokio::time::sleep(Duration::from_secs(30)).await;
    let asked = fake.identifies();
    assert!((1..=6).contains(&asked), "{asked} sessions were asked for in half a minute");
    fake.refuse_sessions(0);
    bot.stop().await;
}

#[tokio::test]
async fn how_long_discord_asks_to_wait_is_heeded_behind_any_address() {
    let (_world, fake, bot) = begin().await;
    fake.fail_next("PATCH", Fault::RateLimited { retry_after_secs: 2.5 });
    let told = fake
        .slash(&curator(), "knowledge rank", &[("id", "art-030"), ("rank", "deprecated"), ("reason", "x")])
        .await;
    assert!(told.content().contains("Change #1"), "{}", told.text());
    let edits: Vec<_> = fake.requests().into_iter().filter(|request| request.method == "PATCH").collect();
    assert_eq!(edits.len(), 2);
    let waited = edits[1].at - edits[0].at;
    assert!(waited >= Duration::from_millis(2_500), "asked again after {waited:?}");
    bot.stop().await;
}
