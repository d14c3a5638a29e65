//! Discussions on Discord, with the real binary: from opening to the record.

use serde_json::Value;

use crate::curate::{curator, member};
use crate::support::fake_discord::{Asker, FakeDiscord, Reply, interactions};
use crate::support::{Running, World, begin};

/// Opens a discussion in channel 20; gives the thread and the first message.
pub(crate) async fn open(fake: &FakeDiscord, options: &[(&str, &str)]) -> (u64, Value) {
    let opened = fake.slash(&curator(), "discuss open", options).await;
    let text = opened.content().to_owned();
    let thread =
        text.split("<#").nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_else(|| panic!("{text}"));
    let thread: u64 = thread.parse().unwrap();
    let first = fake.wait_posted(thread, 1).await.remove(0);
    (thread, first)
}

/// Presses a button of a message in a channel.
pub(crate) async fn press(fake: &FakeDiscord, asker: &Asker, message: &Value, label: &str) -> Reply {
    fake.press(asker, &Reply::of(message), label).await
}

/// Takes a position by its place.
pub(crate) async fn take(fake: &FakeDiscord, asker: &Asker, first: &Value, place: &str) -> Reply {
    let menu = press(fake, asker, first, "Position").await;
    fake.choose(asker, &menu, place).await
}

#[tokio::test]
async fn a_team_goes_from_a_question_to_a_record() {
    let (_world, fake, bot) = begin().await;
    let options = [
        ("topic", "Should Türkiye accept the CPEC offer?"),
        ("subject", "turkiye"),
        ("partners", "pakistan,india"),
        ("options", "Accept; Only trade; Decline"),
    ];
    let (thread, first) = open(&fake, &options).await;
    insta::assert_snapshot!("first_message", Reply::of(&first).text());
    fake.wait_for(|request| request.method == "PUT" && request.path.contains("/pins/")).await;
    assert_eq!(fake.pins(), [(thread.to_string(), first["id"].as_str().unwrap().to_owned())]);

    let (carol, dan) = (member(1_003, "Carol").in_thread(thread), member(1_004, "Dan").in_thread(thread));
    let taken = take(&fake, &carol, &first, "1").await;
    assert!(taken.ephemeral && taken.content().contains("Saved: **Accept**"), "{}", taken.text());
    let why = fake.press(&carol, &taken, "Say why").await;
    let said = fake.submit(&carol, &why, &[("answer", "Rail link needs a *partner*")]).await;
    assert!(said.content().contains("Rail link needs a \\*partner\\*"), "{}", said.text());
    take(&fake, &dan, &first, "3").await;
    let changed = take(&fake, &dan, &first, "2").await;
    assert!(changed.content().contains("1 Accept · 1 Only trade · 0 Decline"), "{}", changed.text());
    let shown = fake.wait_said(thread, "**1** Only trade").await;
    // The README shows what is real.
    for line in shown["content"].as_str().unwrap().lines().chain(changed.content().lines()) {
        let readme = include_str!("../../README.md");
        assert!(readme.contains(line), "the README does not have {line:?}");
    }

    let form = press(&fake, &carol, &first, "Note").await;
    let noted =
        fake.submit(&carol, &form, &[("answer", "Who pays for the rail link?"), ("about", "trade")]).await;
    assert!(noted.content().contains("Note 1 is saved"), "{}", noted.text());
    let edit = fake.press(&carol, &noted, "Edit").await;
    fake.submit(&carol, &edit, &[("answer", "Who pays for the rail link, and when?")]).await;
    let message = interactions::message(&dan, "See the 2022 talks. @everyone", false);
    let saved = fake.interact(&interactions::on_message(&dan, "Save as note", &message)).await;
    assert!(saved.content().contains("Note 2 is saved"), "{}", saved.text());

    let menu = press(&fake, &carol, &first, "Challenge").await;
    let statement = menu.selects()[0].options[0].1.clone();
    let why = fake.choose(&carol, &menu, &statement).await;
    let challenged = fake.submit(&carol, &why, &[("answer", "The source gives no date")]).await;
    assert!(challenged.content().contains("proposal #1"), "{}", challenged.text());
    let review = fake.slash(&curator(), "knowledge review", &[]).await;
    assert!(review.text().contains("The source gives no date"), "{}", review.text());
    let why = fake.press(&curator(), &review, "Reject").await;
    fake.submit(&curator(), &why, &[("answer", "It does, in the title")]).await;
    fake.wait_said(thread, "rejected by Ada: It does, in the title").await;

    let summary = press(&fake, &dan, &first, "Summary").await;
    assert!(summary.ephemeral, "a summary is for whoever asks");
    // The day it was opened is today.
    let (before, after) = summary
        .text()
        .split_once("opened by Ada on ")
        .map(|(a, b)| (a.to_owned(), b[10..].to_owned()))
        .unwrap();
    insta::assert_snapshot!("summary", format!("{before}opened by Ada on …{after}"));
    let positions = fake.choose(&dan, &summary, "positions").await;
    assert!(positions.text().contains("Carol: Rail link needs"), "{}", positions.text());

    let closed = fake
        .slash(&curator().in_thread(thread), "discuss close", &[("decision", "We accept, rail first.")])
        .await;
    assert!(closed.content().contains("Discussion #1 is closed"), "{}", closed.text());
    let record = fake.wait_said(thread, "The files have the whole record").await;
    insta::assert_snapshot!("record_message", without_times(record["content"].as_str().unwrap()));
    let files = fake.files_of(&record);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["positions.csv", "record.md", "record.html"]);
    assert!(files[0].1.contains("Only trade,Dan"), "{}", files[0].1);
    assert!(files[1].1.contains("Who pays for the rail link, and when?"), "{}", files[1].1);
    let late = take_late(&fake, &dan, &first).await;
    assert!(late.content().contains("is over"), "{}", late.text());
    bot.stop().await;
}

/// A text with Discord’s timestamps left out.
fn without_times(text: &str) -> String {
    let mut parts = text.split("<t:");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| format!("{all}<t:…>{}", part.split_once('>').map_or("", |(_, rest)| rest)))
}

async fn take_late(fake: &FakeDiscord, asker: &Asker, first: &Value) -> Reply {
    let id = first["components"][0]["components"][0]["custom_id"].as_str().unwrap();
    fake.interact(&interactions::button(asker, id, first)).await
}

#[tokio::test]
async fn a_secret_vote_tells_counts_at_the_end_and_nobody_who() {
    let (world, fake, bot) = begin().await;
    let options = [("topic", "Leave the table?"), ("options", "Leave; Stay"), ("secret", "true")];
    let (thread, first) = open(&fake, &options).await;
    let people: Vec<Asker> =
        (0..3).map(|n| member(2_000 + n, &format!("Voter{n}")).in_thread(thread)).collect();
    for (voter, place) in people.iter().zip(["1", "2", "1"]) {
        let taken = take(&fake, voter, &first, place).await;
        assert!(
            taken.content().contains("position") && !taken.content().contains(" Leave ·"),
            "{}",
            taken.text()
        );
    }
    let shown = fake.wait_said(thread, "3 positions").await;
    let text = shown["content"].as_str().unwrap();
    assert!(!text.contains('█') && !text.contains("Voter"), "{text}");
    let edits = fake.edits_of(&shown);
    // Who changes a ballot changes nothing that is shown.
    take(&fake, &people[0], &first, "2").await;
    let summary = press(&fake, &people[1], &first, "Summary").await;
    assert!(!summary.text().contains("Voter"), "{}", summary.text());
    let close = [("decision", "We stay."), ("number", "1")];
    fake.slash(&curator(), "discuss close", &close).await;
    let record = fake.wait_said(thread, "The files have the whole record").await;
    let text = record["content"].as_str().unwrap();
    assert!(text.contains("**2** Stay") && text.contains("**1** Leave") && !text.contains("Voter"), "{text}");
    assert!(
        !fake.files_of(&record).iter().any(|(name, text)| name.ends_with("csv") || text.contains("Voter"))
    );
    assert!(edits <= 2, "{edits}");
    bot.stop().await;
    // Nothing that is kept says who chose what.
    let database = world.path().join("dragoman.db");
    assert_eq!(crate::support::number(&database, "SELECT COUNT(*) FROM position").await, 0);
    assert_eq!(crate::support::number(&database, "SELECT SUM(votes) FROM ballot").await, 3);
}

#[tokio::test]
async fn evidence_that_moves_is_told_once_with_whose_positions_rest_on_it() {
    let (_world, fake, bot) = begin().await;
    let options = [("topic", "Buy the jets?"), ("subject", "turkiye"), ("partners", "pakistan")];
    let (thread, first) = open(&fake, &options).await;
    let carol = member(1_003, "Carol").in_thread(thread);
    take(&fake, &carol, &first, "1").await;
    let menu = press(&fake, &carol, &first, "Challenge").await;
    let key =
        menu.json["components"][0]["components"][0]["options"][0]["description"].as_str().unwrap().to_owned();
    let reason = [("id", key.as_str()), ("rank", "preferred"), ("reason", "weighed again")];
    let ranked = fake.slash(&curator(), "knowledge rank", &reason).await;
    let _ = ranked;
    let retract = [("id", key.as_str()), ("reason", "withdrawn by its publisher")];
    let retracted = fake.slash(&curator(), "knowledge retract", &retract).await;
    assert!(retracted.content().contains("retracted"), "{}", retracted.text());
    let notice = fake.wait_said(thread, "🔔").await;
    let text = notice["content"].as_str().unwrap();
    assert!(text.contains("retracted") && text.contains("1 position (Carol) rests on it"), "{text}");
    let affirmed = press(&fake, &carol, &notice, "Re-affirm").await;
    assert!(affirmed.content().contains("still holds"), "{}", affirmed.text());
    // An archived thread is left alone: its channel is told.
    fake.archive(thread);
    fake.slash(&curator(), "knowledge restore", &[("id", &key), ("reason", "it was not")]).await;
    let elsewhere = fake.wait_said(20, "🔔").await;
    assert!(elsewhere["content"].as_str().unwrap().contains(&format!("<#{thread}>")), "{elsewhere}");
    let told = fake.posted_in(thread);
    let notices = told.iter().filter(|message| message.to_string().contains('🔔')).count();
    assert_eq!(notices, 1, "{told:#?}");
    bot.stop().await;
}

#[tokio::test]
async fn a_deadline_ends_a_discussion_once_also_after_a_restart_and_never_early() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let bot = Running::start(&world, &fake).await;
    let options = [("topic", "Now?"), ("closes", "1m"), ("quorum", "2")];
    let (thread, first) = open(&fake, &options).await;
    assert!(first["content"].as_str().unwrap().contains("closes <t:"), "{first}");
    bot.stop().await;
    // While the bot is away the time comes; Discord’s clock says that it has not.
    let database = world.path().join("dragoman.db");
    let past = "UPDATE discussion SET closes_at = '2026-01-01T00:00:00Z'";
    crate::support::sql(&database, past).await;
    fake.set_date(Some("Wed, 31 Dec 2025 23:00:00 GMT"));
    let bot = Running::start(&world, &fake).await;
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    let early = fake.posted_in(thread);
    assert_eq!(early.len(), 1, "{early:#?}");
    fake.set_date(None);
    let record = fake.wait_said(thread, "Voting is over").await;
    assert!(record["content"].as_str().unwrap().contains("Nobody took a position"), "{record}");
    bot.stop().await;
    let bot = Running::start(&world, &fake).await;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    assert_eq!(fake.posted_in(thread).len(), 2);
    let close = [("decision", "Later."), ("number", "1")];
    fake.slash(&curator(), "discuss close", &close).await;
    fake.wait_said(thread, "The files have the whole record").await;
    let reopened =
        fake.slash(&curator(), "discuss reopen", &[("reason", "new facts"), ("number", "1")]).await;
    assert!(reopened.content().contains("is open again"), "{}", reopened.text());
    let told = fake.wait_said(thread, "🔓").await;
    assert!(told["content"].as_str().unwrap().contains("Decided before: Later."), "{told}");
    bot.stop().await;
}
