//! The real bot on a fake Discord.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use dragoman::store::settings::Setting;
use hmac::{Hmac, Mac as _};
use serde_json::json;
use sha2::Sha256;

use crate::support::fake_discord::interactions::{ada, bob};
use crate::support::fake_discord::{Asker, BOT_ID, FakeDiscord, Fault, interactions};
use crate::support::{Running, World, begin, is_ground};

const MAIN: &[(&str, &str)] = &[("subject", "turkiye"), ("first", "pakistan"), ("second", "india")];

#[tokio::test]
async fn it_identifies_without_privileged_intents_and_registers_its_commands_once() {
    let (world, fake, bot) = begin().await;
    let identify = fake.last_identify().unwrap();
    assert!(identify.token_ok);
    // Presences, guild members and message content are the privileged ones.
    assert_eq!(identify.intents & (1 << 1 | 1 << 8 | 1 << 15), 0, "{:b}", identify.intents);
    let names: Vec<String> = fake.commands().iter().map(|c| c["name"].as_str().unwrap().to_owned()).collect();
    let expected = [
        "compare",
        "ask",
        "benefits",
        "recommend",
        "facts",
        "areas",
        "sources",
        "help",
        "profile",
        "timeline",
        "relations",
        "organisation",
        "shared",
        "rank",
        "neighbours",
        "brief",
        "changes",
        "channel",
        "discuss",
        "knowledge",
        "access",
        "doctor",
        "Propose as statement",
        "Save as note",
    ];
    assert_eq!(names, expected);
    bot.stop().await;
    // The same definitions are not registered again by the next run.
    let bot = Running::spawn(&world, &fake, &[]);
    fake.wait_ready().await;
    fake.slash(&ada(), "areas", &[]).await;
    assert_eq!(fake.command_puts(), 1);
    bot.stop().await;
}

#[tokio::test]
async fn the_registered_commands_are_these() {
    let definitions = serde_json::to_string_pretty(&dragoman::discord::definitions()).unwrap();
    insta::assert_snapshot!(definitions);
}

#[tokio::test]
async fn a_slash_command_is_answered_with_the_table() {
    let (_world, fake, bot) = begin().await;
    let reply = fake.slash(&ada(), "compare", MAIN).await;
    assert!(!reply.ephemeral && !reply.deferred);
    insta::assert_snapshot!(reply.text());
    let labels: Vec<String> = reply.buttons().into_iter().map(|(label, _, _)| label).collect();
    assert_eq!(labels, ["CSV", "Markdown", "Discuss"], "it fits one message: there is nothing to turn");
    let menus: Vec<Vec<String>> = reply
        .selects()
        .iter()
        .map(|menu| menu.options.iter().map(|(label, _)| label.clone()).collect())
        .collect();
    assert_eq!(
        menus[0],
        [
            "First screen",
            "By area · 13",
            "Figures · 45",
            "For and against · 44",
            "Timeline · 112",
            "Facts of the world · 3",
            "Organisations · 91",
            "Sources · 105",
            "About this answer"
        ]
    );
    assert_eq!(menus[1], ["Automatic", "Wide table", "Narrow table", "Lines by name", "Sentences"]);
    // Sources are named as links; no address stands by itself.
    let foot = reply.text();
    assert!(foot.contains("[2] [Daily Sabah 2023-02](<https://dailysabah.com/"), "{foot}");
    assert!(!foot.replace("](<http", "").contains("http"), "{foot}");
    bot.stop().await;
}

#[tokio::test]
async fn a_brief_goes_along_as_files_once() {
    let (_world, fake, bot) = begin().await;
    let reply = fake.slash(&ada(), "brief", &[("subject", "turkiye"), ("partner", "india")]).await;
    let names: Vec<&str> = reply.files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["brief.md", "brief.html"]);
    let printed = String::from_utf8(reply.files[1].1.clone()).unwrap();
    assert!(printed.starts_with("<!DOCTYPE html>") && printed.contains("Limited historical engagement"));
    // The whole brief goes along, not its first screen alone.
    assert!(printed.contains("<h2>Timeline</h2>"), "{printed}");
    // Opening a section and turning its pages does not add them again.
    let opened = fake.choose(&ada(), &reply, "timeline").await;
    let next = fake.press(&ada(), &opened, "▶").await;
    let kept: Vec<&str> = next.files.iter().map(|(name, _)| name.as_str()).collect();
    assert!(kept == names && next.text().contains("Page 2 of"), "{kept:?} {}", next.text());
    // Nor does it take them away: no list of the files that stay is sent.
    let turned = fake.requests().into_iter().rev().find(|request| request.method == "PATCH").unwrap();
    assert!(turned.json.get("attachments").is_none(), "{}", turned.json);
    bot.stop().await;
}

#[tokio::test]
async fn every_command_is_answered_in_a_server_and_in_direct_messages() {
    let (_world, fake, bot) = begin().await;
    for asker in [ada(), Asker::in_direct_message("Ada")] {
        for (command, options, expected) in [
            ("compare", MAIN, "Türkiye → Pakistan · India"),
            ("benefits", &[("subject", "TR"), ("partner", "PK")], "What Türkiye gains from Pakistan"),
            ("recommend", &[("subject", "Türkiye")], "Recommendations to Türkiye"),
            ("facts", &[("subject", "turkey"), ("area", "defence")], "Türkiye: Defence"),
            ("areas", &[], "Areas of policy"),
            ("sources", &[], "Sources"),
            ("sources", &[("id", "article")], "Commentary on Türkiye"),
            ("help", &[], "What Dragoman answers"),
        ] {
            let reply = fake.slash(&asker, command, options).await;
            assert!(reply.text().contains(expected), "/{command}: {}", reply.text());
        }
    }
    bot.stop().await;
}

#[tokio::test]
async fn refusals_are_private_and_their_button_runs_the_corrected_line() {
    let (_world, fake, bot) = begin().await;
    let refused = fake.slash(&ada(), "compare", &[("subject", "turkiye"), ("first", "paksitan")]).await;
    assert!(refused.ephemeral);
    assert_eq!(refused.content(), "Unknown country “paksitan”. Did you mean Pakistan?");
    let answered = fake.press(&ada(), &refused, "Pakistan").await;
    assert!(!answered.ephemeral);
    assert!(answered.text().contains("Türkiye → Pakistan"), "{}", answered.text());
    bot.stop().await;
}

#[tokio::test]
async fn an_ambiguous_name_is_asked_back_with_a_menu() {
    let (_world, fake, bot) = begin().await;
    let asked = fake.slash(&ada(), "compare", &[("subject", "japan"), ("first", "korea")]).await;
    assert!(asked.ephemeral, "{}", asked.text());
    let labels: Vec<String> = asked.selects()[0].options.iter().map(|(label, _)| label.clone()).collect();
    assert_eq!(labels, ["South Korea", "North Korea"]);
    let value = asked.selects()[0].options[0].1.clone();
    let answered = fake.choose(&ada(), &asked, &value).await;
    assert!(answered.text().contains("Japan ↔ South Korea"), "{}", answered.text());
    bot.stop().await;
}

#[tokio::test]
async fn completions_are_ranked_bounded_and_never_fail() {
    let (_world, fake, bot) = begin().await;
    let complete =
        async |option: &str, typed: &str| fake.complete(&ada(), "compare", &[(option, typed)], option).await;
    let first = complete("subject", "pak").await;
    assert_eq!(first[0], ("Pakistan (PAK)".to_owned(), "PAK".to_owned()));
    // Near misses come too, after what starts so.
    assert_eq!(complete("subject", "paksitan").await[0].1, "PAK");
    // What was asked about in this channel comes first.
    fake.slash(&ada(), "compare", MAIN).await;
    let recent: Vec<String> = complete("first", "").await.into_iter().map(|(_, value)| value).collect();
    assert_eq!(recent[..3], ["TUR", "PAK", "IND"]);
    assert_eq!(recent.len(), 25);
    // Elsewhere, and where nobody asked before, those of whom most is recorded; and who was chosen is not offered again.
    fake.slash(&ada(), "facts", &[("subject", "zambia")]).await;
    let elsewhere = Asker { channel_id: 21, ..ada() };
    let other = fake.complete(&elsewhere, "compare", &[("first", "")], "first").await;
    assert!(
        other.len() == 25 && other[0].1 == "TUR" && other.iter().all(|(_, key)| key != "ZMB"),
        "{other:?}"
    );
    for (subject, nearest) in [("TUR", "PAK"), ("Türkiye (TUR)", "PAK"), ("AUT", "DEU")] {
        let beside = [("subject", subject), ("first", "")];
        let partners = fake.complete(&elsewhere, "compare", &beside, "first").await;
        assert_eq!(partners[0].1, nearest, "{subject}: {partners:?}");
        assert!(partners.iter().all(|(_, key)| !subject.contains(key.as_str())), "{subject}: {partners:?}");
    }
    assert_eq!(complete("area", "def").await, [("Defence".to_owned(), "defence".to_owned())]);
    assert_eq!(fake.complete(&ada(), "recommend", &[("focus", "tra")], "focus").await[0].1, "trade");
    assert_eq!(fake.complete(&ada(), "sources", &[("id", "art")], "id").await[0].1, "article");
    assert_eq!(fake.complete(&ada(), "sources", &[("id", "artcle")], "id").await[0].1, "article");
    // Areas and sources lately asked about come first as well.
    fake.slash(&ada(), "facts", &[("subject", "turkiye"), ("area", "energy")]).await;
    fake.slash(&ada(), "sources", &[("id", "trt")]).await;
    assert_eq!(complete("area", "").await[0].1, "energy");
    assert_eq!(fake.complete(&ada(), "sources", &[("id", "")], "id").await[0].1, "trt");
    assert_eq!(fake.complete(&ada(), "help", &[("command", "comp")], "command").await[0].1, "compare");
    // What is before a comma is kept, and no value gets too long.
    assert_eq!(complete("first", "TUR, pak").await[0].1, "TUR, PAK");
    let long = "Saint Vincent and the Grenadines, Antigua and Barbuda, Trinidad and Tobago, Papua New Guinea, Indonesia, pak";
    assert_eq!(complete("first", long).await[0].1, "VCT, ATG, TTO, PNG, IDN, PAK");
    for odd in
        ["`", "%", "\u{0}", "@everyone", &"x".repeat(6000), &"TUR, ".repeat(40), "\u{200B}", "🇹🇷", "تر"]
    {
        complete("first", odd).await;
    }
    // A command or an option that we do not have has no completions, and the bot lives on.
    let gone = interactions::autocomplete(&ada(), "gone", &[("subject", json!("x"))], "subject");
    fake.send_interaction(&gone);
    assert!(!complete("subject", "ind").await.is_empty());
    fake.assert_no_violations();
    bot.stop().await;
}

#[tokio::test]
async fn the_label_of_a_choice_is_understood_like_its_value() {
    let (_world, fake, bot) = begin().await;
    let reply =
        fake.slash(&ada(), "facts", &[("subject", "Türkiye (TUR)"), ("partner", "🇵🇰 Pakistan")]).await;
    assert!(reply.text().contains("Türkiye ↔ Pakistan"), "{}", reply.text());
    bot.stop().await;
}

#[tokio::test]
async fn sections_open_and_their_pages_turn_also_after_a_restart() {
    let (world, fake, bot) = begin().await;
    let front = fake.slash(&ada(), "facts", &[("subject", "turkiye")]).await;
    assert!(!front.text().contains("Page 1 of"), "a front is one message: {}", front.text());
    let first = fake.choose(&ada(), &front, "facts").await;
    assert!(first.text().contains("Page 1 of ") && first.text().contains("· Facts"), "{}", first.text());
    assert_eq!(first.message_id, front.message_id);
    bot.stop().await;
    let bot = Running::spawn(&world, &fake, &[]);
    fake.wait_ready().await;
    let second = fake.press(&ada(), &first, "▶").await;
    assert!(second.text().contains("Page 2 of "), "{}", second.text());
    let back = fake.press(&ada(), &second, "◀").await;
    assert_eq!(back.text(), first.text());
    // Through to the last page, everything is there.
    let mut all = back.text();
    let mut reply = back.clone();
    while reply.buttons().iter().any(|(label, _, disabled)| label == "▶" && !disabled) {
        reply = fake.press(&ada(), &reply, "▶").await;
        all.push_str(&reply.text());
    }
    for text in ["PNS Khaibar", "among the first states to do so", "T129 ATAK helicopters"] {
        assert!(all.contains(text), "{text}");
    }
    let last = reply.text();
    assert_eq!(fake.press(&ada(), &reply, "⏮").await.text(), first.text());
    assert_eq!(fake.press(&ada(), &reply, "⏭").await.text(), last);
    // And back to the first screen.
    assert_eq!(fake.choose(&ada(), &reply, "front").await.text(), front.text());
    bot.stop().await;
}

#[tokio::test]
async fn controls_are_for_their_asker_and_tell_others_how_to_get_their_own() {
    let (_world, fake, bot) = begin().await;
    let answer = fake.slash(&ada(), "compare", MAIN).await;
    let refused = fake.choose(&bob(), &answer, "timeline").await;
    assert!(refused.ephemeral);
    assert!(refused.content().contains("/compare TUR PAK IND"), "{}", refused.content());
    assert_eq!(fake.refresh(&answer).text(), answer.text());
    // Files are for anyone, privately.
    let csv = fake.press(&bob(), &answer, "CSV").await;
    assert_eq!(csv.files[0].0, "compare.csv");
    assert!(String::from_utf8_lossy(&csv.files[0].1).contains("Minimal-to-no defense ties"));
    let markdown = fake.press(&bob(), &answer, "Markdown").await;
    assert_eq!(markdown.files[0].0, "compare.md");
    assert!(markdown.ephemeral);
    bot.stop().await;
}

#[tokio::test]
async fn forged_and_foreign_controls_have_expired() {
    let (_world, fake, bot) = begin().await;
    let answer = fake.slash(&ada(), "compare", MAIN).await;
    let opened = fake.choose(&ada(), &answer, "timeline").await;
    let (_, id, _) = opened.buttons().into_iter().find(|(label, _, _)| label == "▶").unwrap();
    let elsewhere = Asker { guild_id: Some(11), ..ada() };
    let mut edited = id.clone();
    edited.replace_range(3..5, "00");
    for (asker, id) in [
        (ada(), edited.as_str()),
        (ada(), ""),
        (ada(), "1gw00"),
        (ada(), "9\u{301}forged"),
        (ada(), &"1".repeat(300)),
        (ada(), &id.replace("IND", "CHN")),
        (elsewhere, id.as_str()),
    ] {
        let reply = fake.interact(&interactions::button(&asker, id, &answer.json)).await;
        assert!(reply.ephemeral && reply.content().contains("has expired"), "{id}: {}", reply.text());
    }
    bot.stop().await;
}

#[tokio::test]
async fn the_layout_is_chosen_from_a_menu_and_remembered() {
    let (world, fake, bot) = begin().await;
    let auto = fake.slash(&ada(), "compare", MAIN).await;
    // Three columns are too many for every screen: lines that wrap by themselves.
    assert!(
        !auto.content().contains("```") && auto.content().contains("🇵🇰 █\u{A0}Strong"),
        "{}",
        auto.content()
    );
    let wide = fake.choose(&ada(), &auto, "wide").await;
    let phone = fake.choose(&ada(), &wide, "phone").await;
    let widest =
        |text: &str| text.split("```").nth(1).unwrap().lines().map(|l| l.chars().count()).max().unwrap();
    assert!(widest(wide.content()) > 60, "{}", wide.content());
    // Three columns break words on a phone: they stand as lines there, two stay a table.
    assert!(!phone.content().contains("```"), "{}", phone.content());
    let two = fake.slash(&ada(), "compare", &[("subject", "turkiye"), ("first", "india")]).await;
    assert!(widest(two.content()) <= 38, "{}", two.content());
    let cards = fake.choose(&ada(), &phone, "cards").await;
    assert!(cards.content().contains("**Pakistan** █\u{A0}Strong"), "{}", cards.content());
    bot.stop().await;
    let bot = Running::spawn(&world, &fake, &[]);
    fake.wait_ready().await;
    let again = fake.slash(&ada(), "compare", MAIN).await;
    assert_eq!(again.content(), cards.content());
    // Others have their own; an option overrides and is remembered.
    assert_eq!(fake.slash(&bob(), "compare", MAIN).await.content(), auto.content());
    let plain = [MAIN, &[("layout", "plain")]].concat();
    let plain = fake.slash(&ada(), "compare", &plain).await;
    assert!(
        plain.content().contains("Historical Trust, Pakistan: Strong, longstanding support"),
        "{}",
        plain.content()
    );
    assert_eq!(fake.slash(&ada(), "compare", MAIN).await.content(), plain.content());
    bot.stop().await;
}

#[tokio::test]
async fn a_private_answer_can_be_shared() {
    let (_world, fake, bot) = begin().await;
    let private = [MAIN, &[("private", "true")]].concat();
    let answer = fake.slash(&ada(), "compare", &private).await;
    assert!(answer.ephemeral);
    let turned = fake.choose(&ada(), &answer, "timeline").await;
    assert!(turned.ephemeral && turned.buttons().iter().any(|(label, _, _)| label == "Share"));
    let shared = fake.press(&ada(), &turned, "Share").await;
    assert!(!shared.ephemeral);
    assert_eq!(shared.content(), turned.content());
    assert!(shared.buttons().iter().all(|(label, _, _)| label != "Share"));
    bot.stop().await;
}

#[tokio::test]
async fn a_mention_is_answered_and_other_talk_is_not() {
    let (_world, fake, bot) = begin().await;
    let reply = fake.mention(&ada(), "compare turkiye pakistan india").await;
    assert!(reply.text().contains("Türkiye → Pakistan · India"), "{}", reply.text());
    // It is sent though the message that it replies to may be gone by then.
    let posted = fake.requests().into_iter().rev().find(|r| r.path.ends_with("/messages")).unwrap();
    assert_eq!(posted.json["message_reference"]["fail_if_not_exists"], json!(false));
    let refused = fake.mention(&ada(), "compare turkiye paksitan").await;
    let answered = fake.press(&ada(), &refused, "Pakistan").await;
    assert_eq!(answered.message_id, refused.message_id, "the answer takes the refusal’s place");
    assert!(fake.mention(&ada(), "").await.text().contains("What Dragoman answers"));
    let posts =
        || fake.requests().iter().filter(|r| r.method == "POST" && r.path.contains("/messages")).count();
    let before = posts();
    fake.say(&ada(), "compare turkiye pakistan india", false);
    let mut bot_talk = interactions::message(&ada(), &format!("<@{BOT_ID}> help"), true);
    bot_talk["author"]["bot"] = json!(true);
    fake.send_event("MESSAGE_CREATE", &bot_talk);
    fake.mention(&ada(), "areas").await;
    assert_eq!(posts(), before + 1);
    // In direct messages nobody else is meant.
    let direct = Asker::in_direct_message("Ada");
    fake.say(&direct, "areas", false);
    let is_direct = |path: &str| path.contains(&format!("/channels/{}/messages", direct.channel_id));
    fake.wait_for(|request| request.method == "POST" && is_direct(&request.path)).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_mention_is_answered_once_though_sending_fails_at_first() {
    let (_world, fake, bot) = begin().await;
    fake.fail_next("/messages", Fault::Status(500));
    fake.fail_next("/messages", Fault::RateLimited { retry_after_secs: 0.1 });
    let reply = fake.mention(&ada(), "areas").await;
    assert!(reply.text().contains("Areas of policy"));
    assert_eq!(fake.faults_left(), 0);
    bot.stop().await;
}

#[tokio::test]
async fn interactions_are_answered_though_rest_fails_at_first() {
    let (_world, fake, bot) = begin().await;
    for fault in
        [Fault::Status(500), Fault::Status(502), Fault::RateLimited { retry_after_secs: 0.2 }, Fault::Drop]
    {
        fake.fail_next("/callback", fault);
        let reply = fake.slash(&ada(), "areas", &[]).await;
        assert!(reply.text().contains("Areas of policy"));
    }
    assert_eq!(fake.faults_left(), 0);
    bot.stop().await;
}

#[tokio::test]
async fn registration_is_tried_again() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    fake.fail_next("PUT", Fault::Status(503));
    fake.fail_next("PUT", Fault::RateLimited { retry_after_secs: 0.1 });
    let bot = Running::start(&world, &fake).await;
    assert!(fake.slash(&ada(), "areas", &[]).await.text().contains("Areas of policy"));
    bot.stop().await;
}

#[tokio::test]
async fn a_dropped_socket_is_resumed_and_nothing_is_missed_or_answered_twice() {
    let (_world, fake, bot) = begin().await;
    let asked = interactions::slash(&ada(), "areas", &[]);
    assert!(fake.interact(&asked).await.text().contains("Areas of policy"));
    fake.drop_connection();
    // Asked while nobody listens: replayed when the session resumes.
    let missed =
        fake.interact_within(&interactions::slash(&ada(), "areas", &[]), Duration::from_secs(20)).await;
    assert!(missed.text().contains("Areas of policy"));
    assert_eq!((fake.identifies(), fake.resumes()), (1, 1));
    fake.ask_reconnect();
    fake.wait_ready_within(Duration::from_secs(30)).await;
    // Delivered again: the answer is not.
    fake.send_interaction(&asked);
    fake.slash(&ada(), "sources", &[]).await;
    let callbacks = fake.requests().iter().filter(|r| r.path.contains(&asked.token)).count();
    assert_eq!(callbacks, 1);
    bot.stop().await;
}

#[tokio::test]
async fn a_lost_session_is_begun_anew() {
    let (_world, fake, bot) = begin().await;
    fake.invalidate_sessions();
    fake.drop_connection();
    fake.wait_ready_within(Duration::from_secs(40)).await;
    assert_eq!(fake.identifies(), 2);
    assert!(fake.slash(&ada(), "areas", &[]).await.text().contains("Areas of policy"));
    bot.stop().await;
}

#[tokio::test]
async fn a_stop_in_mid_answer_finishes_it() {
    let (_world, fake, bot) = begin().await;
    fake.fail_next("/callback", Fault::Status(500));
    fake.fail_next("/callback", Fault::Delay(Duration::from_millis(700)));
    let asked = interactions::slash(&ada(), "areas", &[]);
    fake.send_interaction(&asked);
    fake.wait_for(|request| request.path.contains(&asked.token)).await;
    bot.terminate();
    let (status, written) = bot.ended().await;
    assert!(status.success(), "{status}: {written}");
    let answered = fake.requests().iter().any(|r| r.path.contains(&asked.token) && r.status == Some(204));
    assert!(answered, "{written}");
}

#[tokio::test]
async fn slow_answers_are_deferred_and_come_all_the_same() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let bot = Running::spawn(&world, &fake, &[("DEFER_AFTER_MS", "0")]);
    bot.connected(&fake).await;
    let reply = fake.slash(&ada(), "compare", MAIN).await;
    assert!(reply.deferred && !reply.ephemeral);
    assert!(reply.text().contains("Türkiye → Pakistan · India"));
    let private = fake.slash(&ada(), "areas", &[("private", "true")]).await;
    assert!(private.deferred && private.ephemeral);
    // A refusal is private although the waiting was public.
    let refused = fake.slash(&ada(), "facts", &[("subject", "paksitan")]).await;
    assert!(refused.deleted, "{refused:?}");
    fake.wait_for(|r| {
        r.method == "POST"
            && r.path.starts_with("/webhooks/")
            && r.json.to_string().contains("Did you mean Pakistan")
    })
    .await;
    bot.stop().await;
}

#[tokio::test]
async fn an_interaction_whose_time_is_over_is_let_go() {
    let (_world, fake, bot) = begin().await;
    fake.fail_next("/callback", Fault::Status(404));
    let asked = interactions::slash(&ada(), "areas", &[]);
    fake.send_interaction(&asked);
    fake.wait_for(|request| request.path.contains(&asked.token)).await;
    assert!(fake.slash(&ada(), "sources", &[]).await.text().contains("Sources"));
    bot.stop().await;
}

#[tokio::test]
async fn neither_tokens_nor_words_are_logged() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let everything = "trace,serenity::gateway=trace,serenity::http=trace,tungstenite::protocol=trace,hyper_util::client=trace";
    let bot = Running::spawn(&world, &fake, &[("RUST_LOG", everything), ("LOG_FORMAT", "json")]);
    bot.connected(&fake).await;
    fake.fail_next("/callback", Fault::Status(400));
    let failing = interactions::slash(&ada(), "areas", &[]);
    fake.send_interaction(&failing);
    fake.wait_for(|request| request.path.contains(&failing.token)).await;
    fake.mention(&ada(), "2026-11-23 ERROR admin logged in\nfacts narnia-secret").await;
    let log = bot.stop().await;
    assert!(log.contains("connected to Discord"), "{log}");
    assert!(!log.contains(fake.token()) && !log.contains(&failing.token), "{log}");
    assert!(!log.contains("narnia-secret") && !log.contains("admin logged in"), "{log}");
    for line in log.lines() {
        assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "{line}");
    }
}

#[tokio::test]
async fn hostile_knowledge_stays_within_every_limit() {
    let mut text = String::new();
    let hostile = [
        "@everyone @here <@1> <@&2> <#3> ```".to_owned(),
        "`".repeat(1_000),
        "پاکستان ".repeat(400),
        "👨‍👩‍👧‍👦".repeat(500),
        "﷽".repeat(2_000),
        "x".repeat(4_000),
        "word ".repeat(790),
        "||spoiler|| **bold** [a](https://b.c) https://b.c".to_owned(),
        "ends with a backslash and a tick \\`".to_owned(),
        "ends with a backslash \\".to_owned(),
    ];
    for (n, words) in hostile.iter().cycle().take(60).enumerate() {
        let areas = ["history", "political", "defence", "trade", "energy", "culture"];
        text.push_str(&format!(
            "[[statement]]\nid = \"t-{n}\"\nsubject = \"TUR\"\npartners = [\"PAK\", \"IND\"]\narea = \"{}\"\n\
             kind = \"{}\"\ntext = '{words}'\nlabel = '{}'\nlocator = '{}'\nsource = \"article\"\n",
            areas[n % areas.len()],
            if n % 3 == 0 { "benefit" } else { "fact" },
            words.chars().take(2_000).collect::<String>(),
            words.chars().take(1_000).collect::<String>(),
        ));
    }
    let world = World::knowing(&text).await;
    let fake = FakeDiscord::start().await;
    let bot = Running::spawn(&world, &fake, &[("KNOWLEDGE_DIR", dump(&world, &text).as_str())]);
    bot.connected(&fake).await;
    for layout in ["auto", "wide", "phone", "cards", "plain"] {
        for (command, options) in [
            ("compare", MAIN),
            ("facts", &[("subject", "turkiye")]),
            ("benefits", &[("subject", "turkiye"), ("partner", "pakistan")]),
        ] {
            let options = [options, &[("layout", layout)]].concat();
            let mut reply = fake.slash(&ada(), command, &options).await;
            for _ in 0..4 {
                if reply.buttons().iter().any(|(label, _, disabled)| label == "▶" && !disabled) {
                    reply = fake.press(&ada(), &reply, "▶").await;
                }
                assert!(!reply.content().is_empty());
            }
        }
    }
    fake.assert_no_violations();
    bot.stop().await;
}

/// Writes the knowledge of a test as a folder, so that the program loads the same.
fn dump(world: &World, text: &str) -> String {
    let folder = world.path().join("knowledge");
    std::fs::create_dir(&folder).unwrap();
    for file in dragoman::files::embedded() {
        if is_ground(&file.name) {
            std::fs::write(folder.join(file.name.rsplit('/').next().unwrap()), file.text.as_bytes()).unwrap();
        }
    }
    std::fs::write(folder.join("test.toml"), text).unwrap();
    folder.to_str().unwrap().to_owned()
}

/// The id of a control as the version before made it: it had no section.
fn id_of_before(key: &[u8], action: char, asker: u64, guild: u64, line: &str) -> String {
    let base36 = |number: u64| {
        let mut digits: Vec<char> = Vec::new();
        let mut rest = number;
        while rest > 0 {
            digits.push(char::from_digit(u32::try_from(rest % 36).unwrap(), 36).unwrap());
            rest /= 36;
        }
        digits.into_iter().rev().collect::<String>()
    };
    let head = format!("1{action}w{:0>2}{:0>13}", base36(3), base36(asker));
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    for part in [head.as_bytes(), &guild.to_le_bytes(), line.as_bytes()] {
        mac.update(part);
    }
    let signature = URL_SAFE_NO_PAD.encode(&mac.finalize().into_bytes()[..9]);
    format!("{head}{signature}{line}")
}

#[tokio::test]
async fn controls_of_the_version_before_still_work() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let key = [7_u8; 32];
    world.store().set(Setting::ControlKey, &STANDARD.encode(key)).await.unwrap();
    let bot = Running::start(&world, &fake).await;
    let shown = fake.slash(&ada(), "compare", MAIN).await;
    let guild = ada().guild_id.unwrap_or(0);
    let press = async |action: char| {
        let id = id_of_before(&key, action, ada().user_id, guild, "compare TUR PAK IND");
        fake.interact(&interactions::button(&ada(), &id, &shown.json)).await
    };
    // Its pages were others: turning opens the first screen, as does the next layout.
    for action in ['g', 'l'] {
        let reply = press(action).await;
        assert!(reply.text().contains("Strong, longstanding support"), "{action}: {}", reply.text());
    }
    let sources = press('s').await;
    assert!(sources.ephemeral && sources.text().contains("· Sources"), "{}", sources.text());
    assert_eq!(press('c').await.files.len(), 1);
    // One that was never made here says what to do.
    let made_up = interactions::button(&ada(), "1gw03000000000abcdAAAAAAAAAAAAcompare TUR PAK", &shown.json);
    let refused = fake.interact(&made_up).await;
    assert!(refused.content().contains("please ask again"), "{}", refused.text());
    bot.stop().await;
}
