//! Hostile and merely odd lines, from `tests/data/hostile.toml`, at every door.

use serde::Deserialize;

use crate::support::fake_discord::{Asker, FakeDiscord};
use crate::support::{Heard, Running, World, err, out};

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    line: String,
    #[serde(default)]
    answer: Vec<String>,
    #[serde(default)]
    refusal: Vec<String>,
}

fn cases() -> Vec<Case> {
    let cases: Cases = toml::from_str(include_str!("../data/hostile.toml")).unwrap();
    for case in &cases.case {
        assert!(case.answer.is_empty() != case.refusal.is_empty(), "{} expects one thing", case.id);
    }
    cases.case
}

fn check(case: &Case, answered: bool, text: &str) {
    assert_eq!(answered, !case.answer.is_empty(), "{}: {text}", case.id);
    for expected in case.answer.iter().chain(&case.refusal) {
        assert!(text.contains(expected), "{}: “{expected}” is not in: {text}", case.id);
    }
}

#[tokio::test]
async fn at_the_library() {
    let world = World::new().await;
    for case in cases() {
        match world.says(&case.line).await {
            Heard::Answer(text) => check(&case, true, &text),
            Heard::Refusal(sentence) => check(&case, false, &sentence),
        }
    }
}

#[tokio::test]
async fn at_the_console() {
    let world = World::new().await;
    // No program can be given a NUL in an argument.
    for case in cases().iter().filter(|case| !case.line.contains('\0')) {
        let output = world.run(&["console", &case.line]);
        match output.status.code() {
            Some(0) => check(case, true, &out(&output)),
            Some(1) => check(case, false, &err(&output)),
            other => panic!("{}: exit {other:?}: {}", case.id, err(&output)),
        }
    }
}

/// Every line offered below a refusal is itself understood: answered, or refused for the next reason only.
#[tokio::test]
async fn what_is_offered_works() {
    let world = World::new().await;
    for case in cases() {
        let Heard::Refusal(refusal) = world.says(&case.line).await else { continue };
        assert!(!refusal.contains('\u{1B}'), "{}: {refusal:?}", case.id);
        for line in refusal.lines().skip(1).map(str::trim) {
            if let Heard::Refusal(again) = world.says(line).await {
                assert_ne!(again, refusal, "{}: {line} leads nowhere", case.id);
            }
        }
    }
    // Two slips are mended at once where each can have meant but one.
    let both = world.refuses("/compare turkiye paksitan indai").await;
    assert!(both.ends_with("/compare TUR PAK IND"), "{both}");
    assert!(both.contains("Did you mean Pakistan? “indai” would then be India."), "{both}");
    // Andorra's code is a word between names too.
    let joint = world.refuses("/compare turkiye andorra paksitan").await;
    assert!(joint.ends_with("/compare TUR, AND, PAK"), "{joint}");
}

#[tokio::test]
async fn by_mention_on_discord() {
    let world = World::new().await;
    let fake = FakeDiscord::start().await;
    let bot = Running::start(&world, &fake).await;
    let ada = Asker::in_guild("Ada", 10, 20);
    for case in cases() {
        let reply = fake.mention(&ada, &case.line).await;
        // Markdown is escaped there: read what a person would see.
        let text = reply.text().replace(['\\', '\u{200B}'], "");
        check(&case, case.refusal.is_empty(), &text);
        assert!(!reply.text().contains("@everyone"), "{}", case.id);
    }
    fake.assert_no_violations();
    bot.stop().await;
}

#[tokio::test]
async fn by_slash_command_on_discord() {
    let world = World::new().await;
    let fake = FakeDiscord::start().await;
    let bot = Running::start(&world, &fake).await;
    let ada = Asker::in_guild("Ada", 10, 20);
    // All of a line's words in the one option that is needed: free text, never chosen from a list.
    for case in cases().iter().filter(|case| case.line.starts_with("/facts ") && !case.line.contains(':')) {
        let words = case.line.trim_start_matches("/facts ");
        let reply = fake.slash(&ada, "facts", &[("subject", words)]).await;
        let text = reply.text().replace(['\\', '\u{200B}'], "");
        check(case, case.refusal.is_empty(), &text);
        assert_eq!(
            reply.ephemeral,
            case.answer.is_empty(),
            "{}: refusals are private, answers are not",
            case.id
        );
    }
    bot.stop().await;
}

#[tokio::test]
async fn very_long_words_are_bounded_work() {
    let world = World::new().await;
    for word in [
        "a".repeat(6000),
        "a".repeat(5999) + "b",
        "türkiye ".repeat(700),
        "🇹🇷".repeat(1500),
        "﷽".repeat(2000),
    ] {
        for command in ["compare", "facts", "recommend", "help", "sources"] {
            if let Heard::Refusal(sentence) = world.says(&format!("/{command} {word}")).await {
                assert!(sentence.chars().count() < 500, "{command}: {sentence}");
            }
        }
    }
}

#[tokio::test]
async fn how_people_write_about_policy_is_understood_and_no_country_dropped() {
    let world = World::new().await;
    for line in ["/compare Turkey’s policy towards India", "/compare turkiye'nin hindistan"] {
        assert!(world.answers(line).await.starts_with("Türkiye → India\n"), "{line}");
    }
    let ivory_coast = world.answers("/compare Côte d’Ivoire ghana").await;
    assert!(ivory_coast.starts_with("Côte d'Ivoire ↔ Ghana"), "{ivory_coast}");
    // Among codes “in” is India’s; with names it leads to the area.
    for line in ["/compare tr pk in defence", "/facts tr in defence"] {
        let refused = world.refuses(line).await;
        assert!(refused.contains("Unknown country “in”. Did you mean India?"), "{refused}");
    }
    let defence = world.answers("/compare turkiye pakistan in defence").await;
    assert!(defence.starts_with("Türkiye → Pakistan: Defence"), "{defence}");
    let told = world.run(&["console", "tell me about Pakistan"]);
    let short = world.run(&["console", "Compar turkiye pakistan"]);
    assert!(err(&short).contains("Did you mean /compare?"), "{}", err(&short));
    assert!(out(&told).starts_with("Pakistan · Islamabad"), "{}", out(&told));
}
