//! What is said unasked, and votes under load: nothing is lost, nothing is said twice.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use dragoman::store::follows::{Followed, Often};
use dragoman::store::{Asker as Person, Channel};
use serde_json::Value;

use crate::curate::{curator, member};
use crate::discuss::{open, press, take};
use crate::support::fake_discord::{FakeDiscord, Fault, Reply, interactions};
use crate::support::{Running, World, begin, number};

#[tokio::test]
async fn two_hundred_who_click_in_ten_seconds_are_counted_and_edits_stay_few() {
    const PEOPLE: u64 = 200;
    let (world, fake, bot) = begin().await;
    let options = [("topic", "All at once?"), ("options", "Yes; No; Maybe")];
    let (thread, first) = open(&fake, &options).await;
    let fake = Arc::new(fake);
    let began = tokio::time::Instant::now();
    let clicks: Vec<_> = (0..PEOPLE)
        .map(|n| {
            let (fake, first) = (fake.clone(), first.clone());
            tokio::spawn(async move {
                tokio::time::sleep(Duration::from_millis(n * 45)).await;
                let voter = member(5_000 + n, &format!("Voter {n}")).in_thread(thread);
                // Some change their mind at once.
                if n % 10 == 0 {
                    take(&fake, &voter, &first, "3").await;
                }
                take(&fake, &voter, &first, if n % 4 == 0 { "2" } else { "1" }).await
            })
        })
        .collect();
    for click in clicks {
        let taken = click.await.unwrap();
        assert!(taken.content().contains("Saved:"), "{}", taken.text());
    }
    let took = began.elapsed();
    let shown = fake.wait_said(thread, "200 positions").await;
    let text = shown["content"].as_str().unwrap();
    assert!(
        text.contains("**150** Yes") && text.contains("**50** No") && text.contains("**0** Maybe"),
        "{text}"
    );
    // Once every three seconds, and once more at the end; Discord never had to say that it is too much.
    let most = usize::try_from(took.as_secs() / 3 + 3).unwrap();
    assert!(fake.edits_of(&shown) <= most, "{} edits in {took:?}", fake.edits_of(&shown));
    assert_eq!(fake.limited(), 0);
    bot.stop().await;
    let database = world.path().join("dragoman.db");
    assert_eq!(number(&database, "SELECT COUNT(*) FROM position").await, i64::try_from(PEOPLE).unwrap());
}

#[tokio::test]
async fn a_channel_that_says_too_fast_is_waited_for() {
    let (_world, fake, bot) = begin().await;
    let (thread, first) = open(&fake, &[("topic", "Slow?")]).await;
    let edit = format!("PATCH /channels/{thread}/messages/");
    fake.fail_next(&edit, Fault::RateLimited { retry_after_secs: 1.5 });
    fake.fail_next(&edit, Fault::Status(502));
    take(&fake, &member(1_003, "Carol").in_thread(thread), &first, "1").await;
    fake.wait_said(thread, "1 position").await;
    assert_eq!(fake.faults_left(), 0);
    bot.stop().await;
}

/// A number that looks like chance and is the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// Kills the bot again and again while people vote, evidence changes and discussions close.
async fn killed_again_and_again(seed: u64, kills: usize) -> usize {
    let (world, fake) = (World::new().await, Arc::new(FakeDiscord::start().await));
    let mut chance = Chance(seed);
    let mut bot = Running::start(&world, &fake).await;
    let options = [("topic", "Through everything?"), ("subject", "turkiye"), ("partners", "pakistan")];
    let (thread, first) = open(&fake, &options).await;
    let mut counted: HashMap<u64, String> = HashMap::new();
    let mut changed = 0_usize;
    for kill in 0..kills {
        let mut doing = Vec::new();
        for _ in 0..=chance.below(2) {
            let (voter, place) = (6_000 + chance.below(9), (chance.below(3) + 1).to_string());
            let (fake, first) = (fake.clone(), first.clone());
            doing.push(tokio::spawn(async move {
                let voter_is = member(voter, &format!("Voter {voter}")).in_thread(thread);
                let id = first["components"][0]["components"][0]["custom_id"].as_str().unwrap().to_owned();
                let menu = interactions::button(&voter_is, &id, &first);
                let menu = said(&fake, &menu).await?;
                let select = menu.selects().first()?.custom_id.clone();
                let chosen = interactions::select(&voter_is, &select, &[&place], &menu.json);
                let taken = said(&fake, &chosen).await?;
                taken.content().contains("Saved:").then_some((voter, place))
            }));
        }
        if kill % 5 == 2 {
            // By another program, as it is at the machine.
            let text = format!("[[retract]]\nentity = \"statement\"\nid = \"art-0{}\"\n", 28 + changed % 8);
            let file = world.path().join("change.toml");
            std::fs::write(&file, text).unwrap();
            let done = world.run(&["knowledge", "import", file.to_str().unwrap(), "--guild", "10"]);
            changed += usize::from(done.status.success());
        }
        tokio::time::sleep(Duration::from_millis(chance.below(400))).await;
        bot.kill().await;
        fake.wait_gone().await;
        for done in doing {
            if let Ok(Some((voter, place))) = done.await {
                counted.insert(voter, place);
            }
        }
        bot = Running::start(&world, &fake).await;
    }
    // What nobody was told of may count or not; what somebody was told of counts.
    for (voter, place) in &counted {
        let voter_is = member(*voter, &format!("Voter {voter}")).in_thread(thread);
        let menu = press(&fake, &voter_is, &first, "Position").await;
        let chosen = menu.json["components"][0]["components"][0]["options"].as_array().unwrap().clone();
        assert!(chosen.iter().any(|option| option["default"] == true), "{voter} lost {place}: {}", menu.json);
    }
    fake.slash(&curator(), "discuss close", &[("number", "1"), ("decision", "Done.")]).await;
    // What a program that was killed had taken up is free after a quarter of a minute.
    fake.wait_said(thread, "The files have the whole record").await;
    let database = world.path().join("dragoman.db");
    for _ in 0..40 {
        if number(&database, "SELECT COUNT(*) FROM outbox").await == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    assert_eq!(number(&database, "SELECT COUNT(*) FROM outbox").await, 0);
    let posted = fake.posted_in(thread);
    let again = |text: &str| {
        posted.iter().filter(|message| message["content"].as_str().unwrap().contains(text)).count()
    };
    assert_eq!(again("**Through everything?**"), 1, "{posted:#?}");
    assert_eq!(again("The files have the whole record"), 1, "{posted:#?}");
    let notices: Vec<&Value> =
        posted.iter().filter(|message| message["content"].as_str().unwrap().contains('🔔')).collect();
    let told: Vec<String> = notices.iter().map(|message| message["content"].to_string()).collect();
    for key in (0..changed.min(8)).map(|n| format!("art-0{}", 28 + n)) {
        let of_it = told.iter().filter(|text| text.contains(&format!("(retracted, {key})"))).count();
        assert!(of_it <= 1, "{key} was told {of_it} times: {told:#?}");
    }
    bot.stop().await;
    counted.len()
}

/// What comes of an interaction; nothing where the bot is gone before it says so.
async fn said(fake: &FakeDiscord, interaction: &interactions::Interaction) -> Option<Reply> {
    tokio::time::timeout(Duration::from_secs(2), fake.interact_or_nothing(interaction)).await.ok().flatten()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_kills_lose_nothing_and_say_nothing_twice() {
    let told = Arc::new(AtomicUsize::new(0));
    let worlds: Vec<_> = (0..8_u64)
        .map(|seed| {
            let told = told.clone();
            tokio::spawn(async move {
                told.fetch_add(killed_again_and_again(seed * 7_919 + 1, 25).await, Ordering::Relaxed);
            })
        })
        .collect();
    for world in worlds {
        world.await.unwrap();
    }
    // Else the kills came too early to mean anything.
    assert!(told.load(Ordering::Relaxed) > 10, "{told:?}");
}

fn moderator(channel: u64) -> Person {
    Person {
        user: Some(1_001),
        name: Some("Ada".to_owned()),
        guild: Some(10),
        channel: Some(Channel { id: channel, parent: None, is_private: false }),
        manages_channel: true,
        may_write: true,
        ..Person::default()
    }
}

#[tokio::test]
async fn of_two_programs_one_says_it_and_a_channel_that_is_gone_is_paused() {
    let world = World::new().await;
    let (store, now) = (world.store(), "2026-11-28T12:00:00Z");
    let by = store.moderator(&moderator(20), dragoman::access::Act::SetFollows, now).await.unwrap();
    store.add_follow(&by, &Followed::Actor("TUR".to_owned()), Often::AtOnce, now).await.unwrap();
    let file = world.path().join("x.toml");
    std::fs::write(&file, "[[retract]]\nentity = \"statement\"\nid = \"art-028\"\n").unwrap();
    assert!(world.run(&["knowledge", "import", file.to_str().unwrap(), "--guild", "10"]).status.success());
    let due = |_| now.to_owned();
    assert!(store.notice_changes(&due, now).await.unwrap());
    assert!(!store.notice_changes(&due, now).await.unwrap(), "what was looked at is not looked at again");
    let till = "2026-11-28T12:00:15Z";
    let (one, other) = tokio::join!(store.take_post("one", now, till), store.take_post("other", now, till));
    let taken: Vec<_> = [one.unwrap(), other.unwrap()].into_iter().flatten().collect();
    let [post] = taken.as_slice() else { panic!("{taken:?}") };
    // Who has lost it may not send it; who comes after its time may.
    let holder = if store.begin_post(post.id, "one", "{}", now).await.unwrap() { "one" } else { "other" };
    let loser = if holder == "one" { "other" } else { "one" };
    assert!(!store.begin_post(post.id, loser, "{}", now).await.unwrap());
    assert_eq!(store.take_post("third", "2026-11-28T12:00:14Z", till).await.unwrap(), None);
    let late =
        store.take_post("third", "2026-11-28T12:00:16Z", "2026-11-28T12:01:00Z").await.unwrap().unwrap();
    assert_eq!(late.begun, Some((now.to_owned(), "{}".to_owned())));
    assert!(!store.hold_post(post.id, holder, till).await.unwrap());
    // Three times in a row it cannot be said: it is paused, and its owner is told once.
    for _ in 0..5 {
        store.note_unreachable(10, 20, now).await.unwrap();
    }
    let (follows, _) = store.follows(&by.at()).await.unwrap();
    assert!(follows[0].paused_at.is_some());
    let database = world.path().join("dragoman.db");
    assert_eq!(number(&database, "SELECT COUNT(*) FROM outbox WHERE kind = 'paused'").await, 1);
    // Following it again starts it anew.
    store.add_follow(&by, &Followed::Actor("TUR".to_owned()), Often::Daily, now).await.unwrap();
    let (follows, _) = store.follows(&by.at()).await.unwrap();
    assert!(follows.len() == 1 && follows[0].paused_at.is_none() && follows[0].often == Often::Daily);
}

#[tokio::test]
async fn what_somebody_did_in_discussions_is_handed_out_and_erased() {
    let (_world, fake, bot) = begin().await;
    let (thread, first) = open(&fake, &[("topic", "Mine?"), ("options", "Ours; Theirs")]).await;
    let carol = member(1_003, "Carol").in_thread(thread);
    take(&fake, &carol, &first, "1").await;
    let form = press(&fake, &carol, &first, "Note").await;
    fake.submit(&carol, &form, &[("answer", "A zyzzyva note"), ("about", "")]).await;
    let mine = fake.slash(&carol, "knowledge my-data", &[]).await;
    let text = String::from_utf8_lossy(&mine.files[0].1).into_owned();
    assert!(text.contains("position in discussion 1, Ours") && text.contains("A zyzzyva note"), "{text}");
    fake.slash(&carol, "knowledge my-data", &[("erase", "true")]).await;
    let record = fake.slash(&curator(), "discuss record", &[("number", "1")]).await;
    // A position in a vote that goes on goes with them: who erases their data and votes again counts once.
    assert!(!record.text().contains("Carol"), "{}", record.text());
    let notes = fake.slash(&curator(), "discuss record", &[("number", "1"), ("section", "notes")]).await;
    assert!(notes.text().contains("erased-") && !notes.text().contains("Carol"), "{}", notes.text());
    fake.wait_said(thread, "no positions yet").await;
    let mine = fake.slash(&carol, "knowledge my-data", &[]).await;
    assert!(mine.files.is_empty() || !String::from_utf8_lossy(&mine.files[0].1).contains("zyzzyva"));
    bot.stop().await;
}

#[tokio::test]
async fn any_answer_can_be_discussed() {
    let (_world, fake, bot) = begin().await;
    let answer = fake.slash(&curator(), "benefits", &[("subject", "turkiye"), ("partner", "pakistan")]).await;
    let form = fake.press(&curator(), &answer, "Discuss").await;
    let fields = [("topic", "Is it worth it?"), ("options", "Yes; No"), ("closes", "3d")];
    let opened = fake.submit(&curator(), &form, &fields).await;
    assert!(opened.content().contains("Discussion #1 is open"), "{}", opened.text());
    let thread: u64 =
        opened.content().split("<#").nth(1).unwrap().split('>').next().unwrap().parse().unwrap();
    let first = fake.wait_posted(thread, 1).await.remove(0);
    assert!(first["embeds"][0]["description"].as_str().unwrap().contains("Türkiye"), "{first}");
    // Whoever may not open one is told so, and nothing is opened.
    let form = fake.press(&member(1_003, "Carol"), &answer, "Discuss").await;
    let refused = fake.submit(&member(1_003, "Carol"), &form, &fields).await;
    assert!(refused.content().contains("Manage Channels"), "{}", refused.text());
    let options = [("topic", "What to do?"), ("subject", "turkiye"), ("options", "recommendations")];
    let (_, first) = open(&fake, &options).await;
    assert!(first["content"].as_str().unwrap().matches("\n- ").count() >= 2, "{first}");
    bot.stop().await;
}
