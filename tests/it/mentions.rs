//! Messages that speak to the bot: what is asked of it, and what is none of its business.

use std::time::Duration;

use serde_json::json;

use crate::support::begin;
use crate::support::fake_discord::interactions::{ada, bob};
use crate::support::fake_discord::{Asker, interactions};

#[tokio::test]
async fn people_speak_to_it_as_they_do() {
    let (_world, fake, bot) = begin().await;
    let us = "<@1000000000000000000>";
    for text in [
        format!("{us}, compare turkiye pakistan"),
        format!("{us}: compare turkiye pakistan"),
        format!("hey {us} compare turkiye pakistan"),
        format!("compare turkiye pakistan {us}"),
    ] {
        let reply = fake.mention(&ada(), &text).await;
        assert!(reply.text().contains("Türkiye → Pakistan"), "{text}: {}", reply.text());
    }
    bot.stop().await;
}

#[tokio::test]
async fn what_cannot_be_private_is_not_answered_in_public() {
    let (_world, fake, bot) = begin().await;
    let reply = fake.mention(&ada(), "compare turkiye pakistan private:yes").await;
    assert_eq!(
        reply.content(),
        "A mention is answered for everyone to see; to see the answer alone, use the slash command."
    );
    assert!(reply.buttons().is_empty());
    bot.stop().await;
}

#[tokio::test]
async fn what_is_asked_privately_is_not_offered_to_others() {
    let (_world, fake, bot) = begin().await;
    fake.slash(&ada(), "compare", &[("subject", "kosovo"), ("first", "serbia"), ("private", "true")]).await;
    fake.slash(&ada(), "facts", &[("subject", "zambia")]).await;
    let offered = fake.complete(&bob(), "compare", &[("first", "")], "first").await;
    let keys: Vec<&str> = offered.iter().take(3).map(|(_, key)| key.as_str()).collect();
    assert_eq!(keys[0], "ZMB");
    assert!(!keys.contains(&"XKX") && !keys.contains(&"SRB"), "{keys:?}");
    bot.stop().await;
}

#[tokio::test]
async fn messages_without_words_are_left_alone() {
    let (_world, fake, bot) = begin().await;
    let dm = Asker::in_direct_message("Ada");
    let answers = || fake.requests().iter().filter(|request| request.path.ends_with("/messages")).count();
    // A pin, a call, a picture alone.
    for kind in [6, 3, 0] {
        let mut message = interactions::message(&dm, "", false);
        message["type"] = json!(kind);
        fake.send_event("MESSAGE_CREATE", &message);
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(answers(), 0);
    assert!(fake.mention(&dm, "areas").await.text().contains("Areas of policy"));
    assert_eq!(answers(), 1);
    bot.stop().await;
}
