//! Whoever asks too much at once is told to wait, and slows nobody else.

use std::time::{Duration, Instant};

use crate::support::fake_discord::FakeDiscord;
use crate::support::fake_discord::interactions::{self, Asker, ada, bob};
use crate::support::{Running, World};

async fn begin() -> (World, FakeDiscord, Running) {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let bot = Running::spawn(&world, &fake, &[("LIMITS", "on"), ("ATTACHMENT_HOST", &fake.host_name())]);
    bot.connected(&fake).await;
    (world, fake, bot)
}

#[tokio::test]
async fn a_raid_of_one_is_turned_away_and_others_are_answered_meanwhile() {
    let (_world, fake, bot) = begin().await;
    // One of each sort first, so that nothing is made for the first time.
    fake.slash(&bob(), "profile", &[("actor", "TUR")]).await;
    let mut raid = Vec::new();
    for _ in 0..500 {
        let question = interactions::slash(&ada(), "profile", &[("actor", "TUR".into())]);
        fake.send_interaction(&question);
        raid.push(question);
    }
    let mut took = Vec::new();
    for at in 0..20 {
        let asker = Asker { user_id: 5_000 + at, ..bob() };
        let begun = Instant::now();
        let answered = fake.slash(&asker, "profile", &[("actor", "PAK")]).await;
        took.push(begun.elapsed());
        assert!(answered.text().contains("Pakistan"), "{}", answered.text());
    }
    let (mut answered, mut turned_away) = (0, 0);
    for question in &raid {
        let callback = format!("/interactions/{}/", question.id);
        let said = fake.wait_for(|request| request.path.starts_with(&callback)).await;
        let content = said.json["data"]["content"].as_str().unwrap_or_default();
        if content.contains("try again in") {
            assert_eq!(said.json["data"]["flags"], 64, "it is their own business");
            turned_away += 1;
        } else {
            answered += 1;
        }
    }
    assert!((30..60).contains(&answered) && answered + turned_away == 500, "{answered} and {turned_away}");
    // How long others waited is measured by the benches; that they did not wait for the raid is seen here too.
    assert!(took.iter().max().unwrap() < &Duration::from_secs(5), "{took:?}");
    bot.stop().await;
}

#[tokio::test]
async fn what_is_filled_in_is_never_turned_away_and_messages_are_told_once() {
    let (_world, fake, bot) = begin().await;
    let cora = Asker { permissions: ada().permissions | 0x20, ..ada() };
    let form = fake.slash(&cora, "knowledge edit", &[("id", "art-030")]).await;
    for _ in 0..20 {
        fake.slash(&cora, "knowledge edit", &[("id", "art-030")]).await;
    }
    let refused = fake.slash(&cora, "knowledge edit", &[("id", "art-030")]).await;
    assert!(refused.ephemeral && refused.text().contains("try again in"), "{}", refused.text());
    let details = "subject: TUR\npartners: PAK\narea: defence\nkind: assessment\nsource: article";
    let fields = [("text", "Kept"), ("label", ""), ("details", details), ("reason", "typed before")];
    let saved = fake.submit(&cora, &form, &fields).await;
    assert!(saved.text().contains("art-030") && saved.text().contains("Kept"), "{}", saved.text());

    let before = fake.requests().len();
    for _ in 0..60 {
        fake.say(&bob(), "who borders Iran?", true);
    }
    let told = |request: &crate::support::fake_discord::Recorded| {
        request.json["content"].as_str().is_some_and(|content| content.contains("try again in"))
    };
    fake.wait_for(|request| request.path.ends_with("/messages") && told(request)).await;
    // What comes after has been heard by then.
    fake.slash(&Asker { user_id: 7_000, ..bob() }, "areas", &[]).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    let told = fake.requests()[before..].iter().filter(|request| told(request)).count();
    assert!((1..=3).contains(&told), "told {told} times");
    bot.stop().await;
}
