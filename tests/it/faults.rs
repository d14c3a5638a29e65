//! What is slow, limited, silent or broken: Discord, its gateway, the database.

use std::time::Duration;

use serde_json::json;

use crate::support::fake_discord::interactions::{ada, bob};
use crate::support::fake_discord::{Asker, FakeDiscord, Fault, Recorded, interactions};
use crate::support::{Running, World, begin};

const MAIN: &[(&str, &str)] = &[("subject", "turkiye"), ("first", "pakistan"), ("second", "india")];

/// A bot that answers nothing at once.
async fn begin_slow() -> (World, FakeDiscord, Running) {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let bot = Running::spawn(&world, &fake, &[("DEFER_AFTER_MS", "0")]);
    bot.connected(&fake).await;
    (world, fake, bot)
}

#[tokio::test]
async fn slow_clicks_are_acknowledged_first_too() {
    let (_world, fake, bot) = begin_slow().await;
    let answer = fake.slash(&ada(), "compare", MAIN).await;
    // What takes the place of the message is awaited without a new one.
    let opened = fake.choose(&ada(), &answer, "timeline").await;
    assert_eq!((opened.callback, opened.deferred), (6, true));
    assert_eq!(opened.message_id, answer.message_id);
    let turned = fake.press(&ada(), &opened, "▶").await;
    assert!(turned.text().contains("Page 2 of "), "{}", turned.text());
    let phone = fake.choose(&ada(), &turned, "phone").await;
    assert_eq!((phone.callback, &phone.message_id), (6, &answer.message_id));
    // What is new is a message of its own, private as it always is.
    let csv = fake.press(&ada(), &answer, "CSV").await;
    assert_eq!((csv.callback, csv.ephemeral), (5, true));
    assert_eq!(csv.files[0].0, "compare.csv");
    bot.stop().await;
}

#[tokio::test]
async fn slow_choices_are_acknowledged_first_too() {
    let (_world, fake, bot) = begin_slow().await;
    let refused = fake.mention(&ada(), "compare turkiye paksitan").await;
    let answered = fake.press(&ada(), &refused, "Pakistan").await;
    assert_eq!((answered.callback, &answered.message_id), (6, &refused.message_id));
    assert!(answered.text().contains("Türkiye → Pakistan"), "{}", answered.text());
    // What was asked privately is not shown to others, wherever it is asked back.
    let wrong = [("subject", "turkiye"), ("first", "paksitan"), ("private", "true")];
    let refused = fake.slash(&ada(), "compare", &wrong).await;
    assert!(refused.ephemeral);
    assert!(fake.press(&ada(), &refused, "Pakistan").await.deleted);
    assert_eq!(further(&fake, 1).await["flags"], 64);
    let refused = fake.mention(&ada(), "compare turkiye paksitan private:yes").await;
    fake.press(&ada(), &refused, "Pakistan").await;
    assert_eq!(further(&fake, 2).await["flags"], 64);
    assert_eq!(fake.refresh(&refused).content(), refused.content());
    let private = [MAIN, &[("private", "true")]].concat();
    let answer = fake.slash(&ada(), "compare", &private).await;
    let shared = fake.press(&ada(), &answer, "Share").await;
    assert!(shared.deferred && !shared.ephemeral, "{shared:?}");
    assert!(shared.text().contains("Türkiye → Pakistan · India"));
    bot.stop().await;
}

/// The body of the further message, by its number from 1, that the bot sent with a token.
async fn further(fake: &FakeDiscord, number: usize) -> serde_json::Value {
    let is_further = |r: &Recorded| r.method == "POST" && r.path.starts_with("/webhooks/");
    let sent = async {
        loop {
            let all = fake.requests();
            if let Some(request) = all.iter().filter(|request| is_further(request)).nth(number - 1) {
                return request.json.clone();
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), sent).await.expect("a further message")
}

#[tokio::test]
async fn a_limit_of_some_seconds_is_waited_out() {
    let (_world, fake, bot) = begin().await;
    for _ in 0..4 {
        fake.fail_next("/messages", Fault::RateLimited { retry_after_secs: 2.0 });
    }
    let asked = fake.say(&ada(), "<@1000000000000000000> areas", true);
    let channel = asked["channel_id"].as_str().unwrap().to_owned();
    let is_answer = |path: &str| path.contains(&format!("/channels/{channel}/messages"));
    fake.wait_for_within(
        |request| request.method == "POST" && is_answer(&request.path) && request.status == Some(200),
        Duration::from_secs(15),
    )
    .await;
    assert_eq!(fake.faults_left(), 0);
    bot.stop().await;
}

#[tokio::test]
async fn a_token_whose_time_is_over_is_let_go_without_another_try() {
    let (_world, fake, bot) = begin().await;
    let asked = interactions::slash(&ada(), "areas", &[]);
    // It is slow to arrive, and over when it does.
    fake.fail_next("/callback", Fault::Delay(Duration::from_millis(300)));
    fake.send_interaction(&asked);
    fake.wait_for(|request| request.path.contains(&asked.token)).await;
    fake.expire(&asked.token);
    fake.wait_for(|request| request.path.contains(&asked.token) && request.status == Some(404)).await;
    assert!(fake.slash(&ada(), "sources", &[]).await.text().contains("Sources"));
    let tries = fake.requests().iter().filter(|request| request.path.contains(&asked.token)).count();
    assert_eq!(tries, 1);
    let log = bot.stop().await;
    assert!(!log.contains("\"level\":\"ERROR\""), "{log}");
}

#[tokio::test]
async fn where_it_may_not_speak_it_tries_once_and_commands_still_work() {
    let (_world, fake, bot) = begin().await;
    fake.fail_next("/messages", Fault::Code(403, 50_013));
    fake.say(&ada(), "<@1000000000000000000> areas", true);
    let is_post = |method: &str, path: &str| method == "POST" && path.ends_with("/messages");
    fake.wait_for(|request| is_post(&request.method, &request.path) && request.status == Some(403)).await;
    assert!(fake.slash(&ada(), "areas", &[]).await.text().contains("Areas of policy"));
    let posts = fake.requests().iter().filter(|request| is_post(&request.method, &request.path)).count();
    assert_eq!(posts, 1);
    let log = bot.stop().await;
    assert!(log.contains("no permission to speak there") && !log.contains("ERROR"), "{log}");
}

#[tokio::test]
async fn what_is_acknowledged_already_is_not_said_again() {
    let (_world, fake, bot) = begin().await;
    fake.fail_next("/callback", Fault::Code(400, 40_060));
    let asked = interactions::slash(&ada(), "areas", &[]);
    fake.send_interaction(&asked);
    fake.wait_for(|request| request.path.contains(&asked.token) && request.status == Some(400)).await;
    assert!(fake.slash(&ada(), "sources", &[]).await.text().contains("Sources"));
    let tries = fake.requests().iter().filter(|request| request.path.contains(&asked.token)).count();
    assert_eq!(tries, 1);
    assert!(!bot.stop().await.contains("ERROR"));
}

#[tokio::test]
async fn a_fault_of_ours_is_a_private_sentence_and_stands_in_the_log() {
    let (world, fake, bot) = begin().await;
    let mut raw = world.raw().await;
    sqlx::query("ALTER TABLE membership RENAME TO gone").execute(&mut raw).await.unwrap();
    let reply = fake.slash(&ada(), "profile", &[("actor", "turkiye")]).await;
    assert!(reply.ephemeral);
    assert!(reply.content().starts_with("Something failed on our side"), "{}", reply.content());
    assert!(!reply.content().contains("membership"), "{}", reply.content());
    // What needs no such table is answered as before.
    assert!(fake.slash(&ada(), "areas", &[]).await.text().contains("Areas of policy"));
    sqlx::query("ALTER TABLE gone RENAME TO membership").execute(&mut raw).await.unwrap();
    drop(raw);
    assert!(!fake.slash(&ada(), "profile", &[("actor", "turkiye")]).await.ephemeral);
    let log = bot.stop().await;
    assert!(log.contains("reading memberships"), "{log}");
    // What was said has a short reference, and the log has it too.
    let reference = reply.content().trim_end_matches('.').rsplit(' ').next().unwrap();
    assert!(
        reference.len() == 6 && log.contains(&format!("\"reference\":\"{reference}\"")),
        "{reference}: {log}"
    );
}

#[tokio::test]
async fn a_gateway_that_falls_silent_is_left_and_found_again() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    fake.set_heartbeat_interval(400);
    let bot = Running::start(&world, &fake).await;
    fake.stop_acks();
    // The connection stays open and says nothing: the bot makes another.
    let before = fake.identifies() + fake.resumes();
    let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
    while fake.identifies() + fake.resumes() == before {
        assert!(tokio::time::Instant::now() < deadline, "the bot waits for a gateway that is silent");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    fake.resume_acks();
    fake.wait_ready_within(Duration::from_secs(30)).await;
    assert!(fake.slash(&ada(), "areas", &[]).await.text().contains("Areas of policy"));
    bot.stop().await;
}

#[tokio::test]
async fn three_thousand_servers_at_the_start_cost_no_request_each() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let guilds: Vec<u64> = (1..=3_000).collect();
    fake.set_guilds(&guilds);
    let bot = Running::start(&world, &fake).await;
    assert!(fake.slash(&ada(), "areas", &[]).await.text().contains("Areas of policy"));
    let requests = fake.requests().len();
    assert!(requests < 10, "{requests} requests");
    bot.stop().await;
}

#[tokio::test]
async fn who_is_no_member_and_where_the_bot_is_not_installed_is_answered() {
    let (_world, fake, bot) = begin().await;
    let mut asked = interactions::slash(&ada(), "areas", &[]);
    asked.json["member"]["roles"] = json!([]);
    asked.json["authorizing_integration_owners"] = json!({ "1": "1001" });
    asked.json["context"] = json!(2);
    assert!(fake.interact(&asked).await.text().contains("Areas of policy"));
    let refused = fake.slash(&Asker::in_direct_message("Ada"), "access show", &[]).await;
    assert!(refused.ephemeral && refused.content().contains("server"), "{}", refused.text());
    bot.stop().await;
}

#[tokio::test]
async fn a_refusal_is_heard_though_somebody_else_took_the_placeholder_away() {
    let (_world, fake, bot) = begin_slow().await;
    // “Unknown message”.
    fake.fail_next("DELETE", Fault::Code(404, 10_008));
    fake.send_interaction(&interactions::slash(&ada(), "facts", &[("subject", json!("paksitan"))]));
    fake.wait_for(|request| {
        request.method == "POST" && request.json["content"].to_string().contains("paksitan")
    })
    .await;
    bot.stop().await;
}

#[tokio::test]
async fn a_menu_of_somebody_else_says_how_to_get_ones_own() {
    let (_world, fake, bot) = begin().await;
    let asked = fake.mention(&ada(), "facts korea").await;
    let value = asked.selects()[0].options[0].1.clone();
    let refused = fake.choose(&bob(), &asked, &value).await;
    assert!(refused.ephemeral && refused.content().contains("ask the same yourself"), "{}", refused.text());
    let answered = fake.choose(&ada(), &asked, &value).await;
    assert_eq!(answered.message_id, asked.message_id);
    bot.stop().await;
}

#[tokio::test]
async fn a_long_line_is_offered_all_the_same() {
    let (_world, fake, bot) = begin().await;
    let many = "compare Türkiye, Pakistan, Saint Vincent and the Grenadines, Antigua and Barbuda, \
                Trinidad and Tobago, korea area:multilateral as_of:2024-12-31";
    let asked = fake.mention(&ada(), many).await;
    assert!(asked.content().contains("Which one?"), "{}", asked.text());
    let value = asked.selects()[0].options[0].1.clone();
    let answered = fake.choose(&ada(), &asked, &value).await;
    assert!(answered.text().contains("South Korea"), "{}", answered.text());
    bot.stop().await;
}
