//! Proposals on Discord, and reviewing them, with the real binary.

use crate::curate::{MAKE, curator, member, value};
use crate::support::fake_discord::{Asker, FakeDiscord, interactions};
use crate::support::{Running, World, begin};

#[tokio::test]
async fn a_proposal_is_reviewed_field_by_field_and_approved_once() {
    let (_world, fake, bot) = begin().await;
    let carol = member(1_003, "Carol");
    let form = fake.slash(&carol, "knowledge propose", &[("id", "art-031")]).await;
    let details = value(&form, "details");
    let fields = [
        ("text", "Few defense ties"),
        ("label", "Defense Collaboration"),
        ("details", details.as_str()),
        ("reason", "softer"),
    ];
    let proposed = fake.submit(&carol, &form, &fields).await;
    assert!(proposed.content().contains("Proposal #1"), "{}", proposed.text());
    // Nobody else has edited yet, but it is not Carol’s to decide.
    let denied = fake.slash(&carol, "knowledge review", &[]).await;
    assert!(denied.ephemeral && denied.content().contains("you need to be an editor"), "{}", denied.text());
    let review = fake.slash(&curator(), "knowledge review", &[]).await;
    insta::assert_snapshot!(
        review.text().lines().filter(|line| !line.contains("By Carol")).collect::<Vec<_>>().join("\n")
    );
    // The queue stands in a public channel: whoever may not, may not there either.
    let pressed = fake.press(&carol, &review, "Approve").await;
    assert!(pressed.content().contains("you need to be an editor"), "{}", pressed.text());
    let audit = fake.slash(&curator(), "knowledge audit", &[]).await;
    assert!(audit.text().contains("approve proposals: editor needed, is"), "{}", audit.text());
    // Two press at once: one effect.
    let id = review.buttons().into_iter().find(|(label, _, _)| label == "Approve").unwrap().1;
    let bob = Asker { permissions: curator().permissions, ..member(1_002, "Bob") };
    let (one, two) =
        (interactions::button(&curator(), &id, &review.json), interactions::button(&bob, &id, &review.json));
    let (one, two) = tokio::join!(fake.interact(&one), fake.interact(&two));
    let texts = [one.text(), two.text()];
    let approved = texts.iter().filter(|text| text.contains("Change #1: approved")).count();
    assert_eq!(approved, 1, "{texts:#?}");
    let told = texts.iter().filter(|text| text.contains("already") || text.contains("changed")).count();
    assert_eq!(told, 1, "{texts:#?}");
    let answer = fake.slash(&carol, "compare", &[("subject", "TUR"), ("first", "IND")]).await;
    assert!(answer.text().contains("Few defense ties"), "{}", answer.text());
    bot.stop().await;
}

#[tokio::test]
async fn nobody_approves_their_own_unless_they_are_the_only_editor() {
    let (_world, fake, bot) = begin().await;
    let propose = async |asker: &Asker, text: &str| {
        let form = fake.slash(asker, "knowledge propose", &MAKE[..3]).await;
        let details =
            value(&form, "details").replace("kind:", "kind: fact").replace("source:", "source: article");
        let fields = [("text", text), ("label", ""), ("details", details.as_str()), ("reason", "mine")];
        let proposed = fake.submit(asker, &form, &fields).await;
        assert!(proposed.content().contains("Proposal #"), "{}", proposed.text());
    };
    propose(&curator(), "First").await;
    let review = fake.slash(&curator(), "knowledge review", &[]).await;
    let alone = fake.press(&curator(), &review, "Approve").await;
    assert!(alone.content().contains("Change #1: approved"), "{}", alone.text());
    // Now there is another editor.
    let granted = fake
        .slash_with(
            &curator(),
            "access grant",
            &[("level", "editor")],
            &[("who", interactions::person(1_004, "Dan"))],
        )
        .await;
    assert_eq!(granted.content(), "<@1004> is now editor: may also add, edit, retract and review.");
    propose(&curator(), "Second").await;
    let review = fake.slash(&curator(), "knowledge review", &[]).await;
    let refused = fake.press(&curator(), &review, "Approve").await;
    assert!(refused.content().contains("This is your own proposal"), "{}", refused.text());
    let dan = member(1_004, "Dan");
    let why = fake.press(&dan, &review, "Reject").await;
    let rejected = fake.submit(&dan, &why, &[("answer", "no source named")]).await;
    assert!(rejected.content().contains("Proposal #2 is rejected"), "{}", rejected.text());
    let again = fake.press(&curator(), &review, "Approve").await;
    assert!(
        again.content().contains("own proposal") || again.content().contains("rejected by Dan"),
        "{}",
        again.text()
    );
    bot.stop().await;
}

#[tokio::test]
async fn a_message_is_proposed_with_a_link_back() {
    let (_world, fake, bot) = begin().await;
    let carol = member(1_003, "Carol");
    fake.wait_ready().await;
    let message = interactions::message(&carol, "Both navies met in 2024. @everyone", false);
    let form = fake.interact(&interactions::on_message(&carol, "Propose as statement", &message)).await;
    assert_eq!(value(&form, "text"), "Both navies met in 2024. @everyone");
    let details = "subject: TUR\npartners: PAK\narea: defence\nkind: fact\nsource: article";
    let text = value(&form, "text");
    let fields = [("text", text.as_str()), ("label", ""), ("details", details), ("reason", "said here")];
    let proposed = fake.submit(&carol, &form, &fields).await;
    assert!(proposed.content().contains("Proposal #1"), "{}", proposed.text());
    let review = fake.slash(&curator(), "knowledge review", &[]).await;
    let link = format!("https://discord.com/channels/10/20/{}", message["id"].as_str().unwrap());
    assert!(review.buttons().iter().any(|(label, url, _)| label == "Message" && *url == link));
    bot.stop().await;
}

#[tokio::test]
async fn accounts_that_are_too_new_do_not_propose() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let bot = Running::spawn(&world, &fake, &[("PROPOSER_DAYS", "7")]);
    bot.connected(&fake).await;
    // Ids tell when an account was made: one of 2015, and one far from now.
    let (old, new) = (member(1_003, "Carol"), member(u64::MAX >> 2, "Eve"));
    let refused = fake.slash(&new, "knowledge propose", &[]).await;
    assert!(refused.content().contains("too new to propose"), "{}", refused.text());
    let form = fake.slash(&old, "knowledge propose", &MAKE[..3]).await;
    assert!(!value(&form, "details").is_empty());
    bot.stop().await;
}

#[tokio::test]
async fn proposals_of_one_person_are_bounded_and_rejected_together() {
    let (_world, fake, bot) = begin().await;
    let eve = member(1_666, "Eve");
    for n in 0..5 {
        let form = fake.slash(&eve, "knowledge propose", &MAKE[..3]).await;
        let details =
            value(&form, "details").replace("kind:", "kind: fact").replace("source:", "source: article");
        let text = format!("Nonsense {n}");
        let fields = [("text", text.as_str()), ("label", ""), ("details", details.as_str()), ("reason", "x")];
        fake.submit(&eve, &form, &fields).await;
    }
    let refused = fake.slash(&eve, "knowledge propose", &[]).await;
    assert!(refused.content().contains("You have 5 proposals waiting"), "{}", refused.text());
    let review = fake.slash(&curator(), "knowledge review", &[]).await;
    let why = fake.press(&curator(), &review, "Reject all of this person").await;
    let done = fake.submit(&curator(), &why, &[("answer", "nonsense")]).await;
    assert!(done.content().contains("5 proposals of Eve (1666) are rejected"), "{}", done.text());
    let empty = fake.press(&curator(), &done, "Next").await;
    assert!(empty.content().contains("No more proposals wait"), "{}", empty.text());
    bot.stop().await;
}
