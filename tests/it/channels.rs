//! Channels on Discord, with the real binary: their focus, what they follow, what changed, and what stays within one.

use std::time::Duration;

use crate::curate::{curator, member};
use crate::discuss::{open, press};
use crate::support::fake_discord::interactions::ada;
use crate::support::fake_discord::{Asker, FakeDiscord, Reply, interactions};
use crate::support::{begin, err};

/// What is said, to the one who asked alone, in the place of an answer that everybody would see.
async fn refused(fake: &FakeDiscord, reply: &Reply) -> String {
    let mut reply = reply.clone();
    for _ in 0..100 {
        if !reply.followups.is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        reply = fake.refresh(&reply);
    }
    reply.followups.iter().map(ToString::to_string).collect()
}

fn in_channel(asker: &Asker, channel: u64) -> Asker {
    Asker { channel_id: channel, ..asker.clone() }
}

#[tokio::test]
async fn a_channels_focus_says_whom_its_questions_are_about() {
    let (_world, fake, bot) = begin().await;
    let denied = fake.slash(&ada(), "channel focus", &[("subject", "turkiye")]).await;
    let told = refused(&fake, &denied).await;
    assert!(told.contains("Manage Channels"), "{told}");
    let focus = [("subject", "turkiye"), ("partners", "pakistan, india"), ("layout", "plain")];
    let set = fake.slash(&curator(), "channel focus", &focus).await;
    assert!(set.text().contains("This channel is about Türkiye → Pakistan · India"), "{}", set.text());
    for asker in [ada(), ada().in_thread(77)] {
        let answer = fake.slash(&asker, "compare", &[]).await;
        assert!(
            answer.text().contains("Taken from this channel: Türkiye, Pakistan, India"),
            "{}",
            answer.text()
        );
        assert!(!answer.text().contains("```"), "the channel’s layout is plain: {}", answer.text());
    }
    let with = fake.slash(&ada(), "compare", &[("first", "china")]).await;
    assert!(with.text().contains("Taken from this channel: Türkiye\n"), "{}", with.text());
    let own = fake.slash(&ada(), "compare", &[("subject", "india"), ("first", "china")]).await;
    assert!(own.text().contains("India ↔ China") && !own.text().contains("Taken"), "{}", own.text());
    let asked = fake.mention(&ada(), "how large is the trade?").await;
    assert!(asked.text().contains("Taken from this channel"), "{}", asked.text());
    // A mention in a thread does not say what it is a thread of: Discord is asked.
    fake.add_thread(78, 20, 10, 11);
    let asked = fake.mention(&Asker { channel_id: 78, ..ada() }, "compare").await;
    assert!(asked.text().contains("Türkiye → Pakistan · India"), "{}", asked.text());
    // A post of a forum says what the forum is about; another post has it.
    fake.make_forum(40);
    let post = Asker { channel_id: 41, thread_of: Some((40, 11)), ..curator() };
    let whole = [("subject", "kenya"), ("partners", "uganda"), ("whole", "true")];
    fake.slash(&post, "channel focus", &whole).await;
    let other = Asker { channel_id: 42, thread_of: Some((40, 11)), ..ada() };
    let answer = fake.slash(&other, "shared", &[]).await;
    assert!(answer.text().contains("Taken from this channel: Kenya, Uganda"), "{}", answer.text());
    let elsewhere = fake.slash(&in_channel(&ada(), 21), "compare", &[]).await;
    assert!(elsewhere.ephemeral && elsewhere.buttons().is_empty(), "{}", elsewhere.text());
    let shown = fake.slash(&ada(), "channel show", &[]).await;
    assert!(shown.text().contains("Layout: plain"), "{}", shown.text());
    fake.slash(&curator(), "channel clear", &[]).await;
    let shown = fake.slash(&ada(), "channel show", &[]).await;
    assert!(shown.text().contains("has no focus"), "{}", shown.text());
    bot.stop().await;
}

#[tokio::test]
async fn a_reply_to_an_answer_takes_it_up_whoever_asked() {
    let (_world, fake, bot) = begin().await;
    let answer = fake.mention(&ada(), "compare turkiye pakistan").await;
    let bob = member(1_002, "Bob");
    let reply = |text: &str, pings: bool| {
        let mut message = interactions::message(&bob, text, false);
        message["type"] = 19.into();
        message["referenced_message"] = answer.json.clone();
        if pings {
            message["mentions"] = serde_json::json!([interactions::bot_user()]);
        }
        message
    };
    fake.send_event("MESSAGE_CREATE", &reply("nonsense, they hate each other", false));
    fake.send_event("MESSAGE_CREATE", &reply("and their trade?", true));
    let said = fake.wait_posted(20, 2).await.remove(1);
    let said = Reply::of(&said).text();
    assert!(said.contains("Pakistan") && said.to_lowercase().contains("trade"), "{said}");
    bot.stop().await;
}

#[tokio::test]
async fn a_channel_is_told_of_what_it_follows_and_not_of_what_it_did_itself() {
    let (world, fake, bot) = begin().await;
    let follow = [("actor", "turkiye"), ("partner", "india")];
    let following = fake.slash(&curator(), "channel follow", &follow).await;
    assert!(following.text().contains("Türkiye – India"), "{}", following.text());
    let again = fake.slash(&curator(), "channel follow", &follow).await;
    let told = refused(&fake, &again).await;
    assert!(told.contains("follows that already"), "{told}");
    // A hundred changes at once are one message.
    let rows: String = (0..100)
        .map(|n| format!("TUR,IND,trade,fact,Deal number {n},2026-01-{:02},article\n", n % 28 + 1))
        .collect();
    let file = world.path().join("deals.csv");
    std::fs::write(&file, format!("subject,partners,area,kind,text,date,source\n{rows}")).unwrap();
    let done = world.run(&["knowledge", "import", file.to_str().unwrap(), "--guild", "10"]);
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    let digest = fake.wait_said(20, "🔔").await;
    let text = digest["content"].as_str().unwrap();
    assert!(text.contains("100 changes") && text.contains("and 90 more"), "{text}");
    // What this channel does itself it knows; what another does it is told, and of others’ pairs nothing.
    let rank = |key: &'static str| [("id", key), ("rank", "deprecated"), ("reason", "weighed")];
    fake.slash(&curator(), "knowledge rank", &rank("art-031")).await;
    fake.slash(&in_channel(&curator(), 21), "knowledge rank", &rank("art-028")).await;
    fake.slash(&in_channel(&curator(), 21), "knowledge rank", &rank("art-029")).await;
    fake.wait_said(20, "1 change").await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let digests: Vec<String> =
        fake.posted_in(20).iter().map(|message| message["content"].to_string()).collect();
    assert_eq!(digests.len(), 2, "{digests:#?}");
    assert!(digests[1].contains("art-029") || digests[1].contains("art-028"), "{digests:#?}");
    let changed = fake.slash(&ada(), "changes", &[]).await;
    assert!(changed.text().contains("weighed"), "{}", changed.text());
    // Who turns its pages reads the same.
    let again = fake.slash(&ada(), "changes", &[]).await;
    assert!(again.text().contains("weighed"), "{}", again.text());
    let nothing = fake.slash(&ada(), "changes", &[("since", "2030")]).await;
    assert!(nothing.text().contains("Nothing has changed"), "{}", nothing.text());
    let quiet = fake.slash(&curator(), "channel quiet", &[("hours", "22:00-07:00 +03:00")]).await;
    assert!(quiet.text().contains("Quiet from 22:00 to 07:00 (UTC+03:00)"), "{}", quiet.text());
    let ended = fake.slash(&curator(), "channel unfollow", &follow).await;
    assert!(ended.text().contains("Nothing yet"), "{}", ended.text());
    bot.stop().await;
}

#[tokio::test]
async fn what_somebody_waits_for_is_told_by_direct_message_once_it_is_known() {
    let (world, fake, bot) = begin().await;
    let asked = fake.slash(&ada(), "ask", &[("question", "does Fiji sell submarines to Nauru?")]).await;
    let told = fake.press(&ada(), &asked, "Tell me when it is known").await;
    assert!(told.content().contains("I will send you a direct message"), "{}", told.text());
    let file = world.path().join("fiji.csv");
    let rows = "subject,partners,area,kind,text,date,source\n\
                FJI,NRU,defence,fact,Fiji sells two submarines to Nauru,2026-01-05,article\n";
    std::fs::write(&file, rows).unwrap();
    let done = world.run(&["knowledge", "import", file.to_str().unwrap(), "--guild", "10"]);
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    fake.wait_for_within(|request| request.path == "/users/@me/channels", Duration::from_secs(20)).await;
    let direct = fake.direct_with(1_001).unwrap();
    let message = fake.wait_said(direct, "has an answer now").await;
    assert!(message["content"].as_str().unwrap().contains("two submarines"), "{message}");
    bot.stop().await;
}

#[tokio::test]
async fn nothing_of_a_channel_is_seen_in_another() {
    let (_world, fake, bot) = begin().await;
    let options = [("topic", "Zyzzyva question"), ("subject", "turkiye"), ("partners", "pakistan")];
    let (thread, first) = open(&fake, &options).await;
    let carol = member(1_003, "Carol").in_thread(thread);
    let form = press(&fake, &carol, &first, "Note").await;
    fake.submit(&carol, &form, &[("answer", "zyzzyva note"), ("about", "")]).await;
    fake.slash(&curator(), "channel follow", &[("actor", "turkiye")]).await;
    let there = in_channel(&curator(), 21);
    for (command, options) in [
        ("discuss list", vec![]),
        ("discuss record", vec![("number", "1")]),
        ("discuss summary", vec![("number", "1")]),
        ("discuss summary", vec![]),
        ("discuss close", vec![("number", "1"), ("decision", "x")]),
        ("discuss reopen", vec![("number", "1"), ("reason", "x")]),
        ("discuss note", vec![]),
        ("discuss note", vec![("note", "1")]),
        ("channel following", vec![]),
        ("channel show", vec![]),
        ("changes", vec![]),
    ] {
        let reply = fake.slash(&there, command, &options).await;
        let all = format!("{} {:?} {:?}", reply.json, reply.followups, reply.modal).to_lowercase();
        assert!(!all.contains("zyzzyva") && !all.contains("türkiye"), "/{command} {options:?}: {all}");
    }
    // Its controls do nothing for whoever is elsewhere.
    for (label, id, _) in Reply::of(&first).buttons() {
        let reply = fake.interact(&interactions::button(&there, &id, &first)).await;
        let all = format!("{} {:?}", reply.json, reply.modal).to_lowercase();
        assert!(!all.contains("zyzzyva") && all.contains("no discussion"), "{label}: {all}");
    }
    // Nor do its forms.
    let form = press(&fake, &carol, &first, "Note").await;
    let away = Asker { channel_id: 21, thread_of: None, ..carol.clone() };
    let refused = fake.submit(&away, &form, &[("answer", "from elsewhere"), ("about", "")]).await;
    assert!(refused.content().contains("No discussion takes place here"), "{}", refused.text());
    // A private thread’s is not seen from its channel.
    fake.add_thread(90, 20, 10, 12);
    let private = Asker { thread_of: Some((20, 12)), channel_id: 90, ..curator() };
    let opened = fake.slash(&private, "discuss open", &[("topic", "Behind doors")]).await;
    assert!(opened.content().contains("<#90>"), "{}", opened.text());
    let listed = fake.slash(&curator(), "discuss list", &[]).await;
    assert!(listed.text().contains("Zyzzyva") && !listed.text().contains("Behind"), "{}", listed.text());
    let listed = fake.slash(&private, "discuss list", &[]).await;
    assert!(listed.text().contains("Behind") && !listed.text().contains("Zyzzyva"), "{}", listed.text());
    bot.stop().await;
}

#[tokio::test]
async fn a_post_of_a_forum_is_discussed_in_itself_also_when_it_is_archived() {
    let (_world, fake, bot) = begin().await;
    fake.make_forum(30);
    fake.add_thread(31, 30, 10, 11);
    let post = Asker { channel_id: 31, thread_of: Some((30, 11)), ..curator() };
    let options = [("topic", "In a post?"), ("subject", "turkiye"), ("partners", "pakistan")];
    let opened = fake.slash(&post, "discuss open", &options).await;
    assert!(opened.content().contains("<#31>"), "{}", opened.text());
    fake.wait_said(31, "In a post?").await;
    fake.archive(31);
    let retract = [("id", "art-028"), ("reason", "withdrawn")];
    fake.slash(&curator(), "knowledge retract", &retract).await;
    fake.wait_said(31, "🔔").await;
    // Its first message says so too, though the post was put away.
    fake.wait_said(31, "has changed since the discussion was opened").await;
    bot.stop().await;
}

#[tokio::test]
async fn what_the_bot_may_not_is_named_and_what_is_gone_loses_nothing() {
    let (world, fake, bot) = begin().await;
    let bound = Asker { bot_permissions: 0x0005_CC00, ..curator() };
    let opened = fake.slash(&bound, "discuss open", &[("topic", "With little"), ("subject", "india")]).await;
    assert!(opened.content().contains("I need Create Public Threads"), "{}", opened.text());
    // Whether it may pin, the gateway’s library does not hand on: it is tried.
    assert!(!opened.content().contains("Pin Messages"), "{}", opened.text());
    fake.wait_said(20, "With little").await;
    // The channel of a discussion is deleted: its record is still there.
    let (thread, first) = open(&fake, &[("topic", "Soon gone"), ("options", "A; B")]).await;
    let carol = member(1_003, "Carol").in_thread(thread);
    let menu = press(&fake, &carol, &first, "Position").await;
    fake.choose(&carol, &menu, "1").await;
    fake.leave(1_003);
    fake.delete_channel(thread);
    let closed = fake.slash(&curator(), "discuss close", &[("number", "2"), ("decision", "A it is")]).await;
    assert!(closed.content().contains("closed"), "{}", closed.text());
    let told = fake.wait_said(20, "A it is").await;
    assert!(told["content"].as_str().unwrap().contains(&format!("<#{thread}>")), "{told}");
    let record = fake.slash(&curator(), "discuss record", &[("number", "2"), ("section", "positions")]).await;
    assert!(record.text().contains("Carol (has left)"), "{}", record.text());
    tokio::time::sleep(Duration::from_secs(4)).await;
    bot.stop().await;
    let seen = world.run(&["console", "/discuss record 2", "--guild", "10", "--section", "positions"]);
    assert!(crate::support::out(&seen).contains("Carol (has left)"), "{}", err(&seen));
    let listed = world.run(&["console", "/discuss list", "--guild", "10"]);
    assert!(crate::support::out(&listed).contains("Soon gone"), "{}", err(&listed));
    // Nothing waits that cannot be said.
    let database = world.path().join("dragoman.db");
    assert_eq!(crate::support::number(&database, "SELECT COUNT(*) FROM outbox").await, 0);
}
