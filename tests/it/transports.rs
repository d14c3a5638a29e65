//! The doors by which the same is asked: the gateway, HTTP and the preview. What is answered does not depend on the door.

use std::time::Duration;

use dragoman::commands::{self, CommandInfo, Takes};
use serde_json::{Value, json};

use crate::support::fake_discord::{
    Asker, FakeDiscord, Fault, Hosted, Interaction, Reply, endpoint, interactions,
};
use crate::support::{Preview, Running, World, begin, free_address};

/// A bot that answers by HTTP alone.
async fn by_http(world: &World, fake: &FakeDiscord) -> (Running, String) {
    let address = free_address();
    let settings =
        [("HTTP_ADDRESS", address.as_str()), ("GATEWAY", "off"), ("ATTACHMENT_HOST", &fake.host_name())];
    let bot = Running::spawn(world, fake, &settings);
    let url = format!("http://{address}/interactions");
    fake.post_to(std::slice::from_ref(&url));
    bot.connected(fake).await;
    listens(&url).await;
    (bot, url)
}

/// Waits until somebody listens.
async fn listens(url: &str) {
    for _ in 0..200 {
        if reqwest::Client::new().get(url).send().await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("nobody listens at {url}");
}

fn curator() -> Asker {
    let cora = Asker::in_guild("Cora", 1_000_000_000_000_000_010, 1_000_000_000_000_000_201);
    Asker { user_id: 1_001, permissions: cora.permissions | 0x20, ..cora }
}

/// Values for the options that a command has to have: texts, and what has a type of its own.
fn values(info: &CommandInfo, file: &str) -> Vec<(&'static str, Value)> {
    let value = |takes: Takes, name: &str| match takes {
        Takes::Number => 1.into(),
        Takes::Word(words) => words[0].into(),
        Takes::Holder => interactions::person(4_242, "Nobody"),
        Takes::Person => interactions::just_person(1_001, "Ada"),
        Takes::File => interactions::attachment("x.toml", file, 5),
        Takes::Actor if name == "partner" => "PAK".into(),
        Takes::Organisation => "NATO".into(),
        Takes::Command => "help".into(),
        Takes::Item => "art-030".into(),
        _ => "TUR".into(),
    };
    let required = info.options.iter().filter(|option| option.required);
    required.map(|option| (option.name, value(option.takes, option.name))).collect()
}

/// A reply once all of it is there: what is private takes the place of a public “thinking…”, which is taken back.
async fn settled(fake: &FakeDiscord, reply: Reply) -> Reply {
    if !reply.deleted || reply.modal.is_some() || reply.callback == 0 {
        return reply;
    }
    let said = loop {
        if let Some(said) = fake.refresh(&reply).followups.first() {
            break said.clone();
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    let mut reply = Reply::of(&said);
    reply.ephemeral = said["flags"].as_u64().unwrap_or(0) & 64 != 0;
    reply
}

/// A door by which the bot is asked.
enum Door {
    /// Discord, by the gateway or by HTTP.
    Discord(FakeDiscord),
    /// The page.
    Page(Preview),
}

impl Door {
    async fn file(&self) -> String {
        match self {
            Self::Discord(fake) => fake.host("file", Hosted::Bytes(b"[[retract]]\n".to_vec())),
            Self::Page(page) => page.upload("x.toml", b"[[retract]]\n").await,
        }
    }

    async fn sends(&self, interaction: &Interaction) -> Reply {
        match self {
            Self::Discord(fake) => settled(fake, fake.interact(interaction).await).await,
            Self::Page(page) => page.sends(interaction).await,
        }
    }

    async fn chooses(&self, reply: &Reply, value: &str) -> Reply {
        let menu = reply.selects().into_iter().find(|menu| menu.options.iter().any(|(_, one)| one == value));
        let id = menu.unwrap_or_else(|| panic!("no {value}: {reply:?}")).custom_id;
        self.sends(&interactions::select(&curator(), &id, &[value], &reply.json)).await
    }

    async fn presses(&self, reply: &Reply, label: &str) -> Reply {
        let button = reply.buttons().into_iter().find(|(known, ..)| known == label);
        let (_, id, _) = button.unwrap_or_else(|| panic!("no {label}: {reply:?}"));
        self.sends(&interactions::button(&curator(), &id, &reply.json)).await
    }

    async fn completes(&self) -> Value {
        let typing = interactions::autocomplete(&curator(), "profile", &[("actor", "turk".into())], "actor");
        match self {
            Self::Discord(fake) => {
                let choices = fake.complete(&curator(), "profile", &[("actor", "turk")], "actor").await;
                json!(choices.into_iter().map(|(label, _)| label).collect::<Vec<_>>())
            }
            Self::Page(page) => {
                let choices = page.posts(&typing).await["data"]["choices"].clone();
                json!(
                    choices
                        .as_array()
                        .unwrap()
                        .iter()
                        .map(|choice| choice["name"].clone())
                        .collect::<Vec<_>>()
                )
            }
        }
    }
}

/// A text with every id of Discord’s in it as `#`.
fn without_ids(text: &str) -> String {
    let mut out = String::new();
    let mut digits = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        out.push_str(if digits.len() > 16 { "#" } else { &digits });
        digits.clear();
        out.push(c);
    }
    out
}

/// What a reply shows, without what differs each time: ids, signatures, times.
fn shown(reply: &Reply) -> Value {
    let ids = |buttons: Vec<(String, String, bool)>| {
        buttons.into_iter().map(|(label, ..)| label).collect::<Vec<_>>()
    };
    let menus: Vec<_> = reply
        .selects()
        .into_iter()
        .map(|menu| menu.options.into_iter().map(|(label, _)| label).collect::<Vec<_>>())
        .collect();
    let inputs: Vec<Value> = reply
        .modal
        .iter()
        .map(|form| {
            let mut form = form.clone();
            form["custom_id"] = Value::Null;
            form
        })
        .collect();
    let files: Vec<_> = reply.files.iter().map(|(name, bytes)| (name, bytes.len())).collect();
    json!({
        "text": without_ids(&reply.text()), "ephemeral": reply.ephemeral, "buttons": ids(reply.buttons()), "menus": menus,
        "form": inputs, "files": files, "further": reply.followups.len(),
    })
}

/// Uses each command once, then a menu, a button for a file, and the completion.
async fn walk(door: &Door) -> Vec<(String, Value)> {
    let mut seen = Vec::new();
    for info in commands::all() {
        let values = values(info, &door.file().await);
        let reply = door.sends(&interactions::slash(&curator(), info.name, &values)).await;
        seen.push((info.name.to_owned(), shown(&reply)));
    }
    let pair = [("subject", "TUR".into()), ("first", "PAK".into())];
    let answer = door.sends(&interactions::slash(&curator(), "compare", &pair)).await;
    let file = door.presses(&answer, "CSV").await;
    seen.push(("a file".to_owned(), shown(&file)));
    let section = door.chooses(&answer, "timeline").await;
    seen.push(("a section".to_owned(), shown(&section)));
    seen.push(("a completion".to_owned(), door.completes().await));
    seen
}

#[tokio::test]
async fn every_command_is_answered_alike_by_every_door() {
    let mut walks = Vec::new();
    for http in [false, true] {
        let (world, fake) = (World::new().await, FakeDiscord::start().await);
        let bot = if http { by_http(&world, &fake).await.0 } else { Running::start(&world, &fake).await };
        let door = Door::Discord(fake);
        walks.push(walk(&door).await);
        bot.stop().await;
    }
    let world = World::new().await;
    walks.push(walk(&Door::Page(Preview::start(&world).await)).await);
    for other in &walks[1..] {
        assert_eq!(other.len(), walks[0].len());
        for (one, other) in walks[0].iter().zip(other) {
            // The preview has granted levels to the people who can be played, and has channels of its own.
            if !["knowledge audit", "access show", "doctor"].contains(&one.0.as_str()) {
                assert_eq!(one, other);
            }
        }
    }
}

#[tokio::test]
async fn nothing_is_read_before_its_signature_is_checked() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let (bot, url) = by_http(&world, &fake).await;
    let send = async |headers: Vec<(&'static str, String)>, body: String| {
        let mut request = reqwest::Client::new().post(&url);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let answered = request.body(body).send().await.unwrap();
        (answered.status().as_u16(), answered.text().await.unwrap())
    };
    let ping = json!({"type": 1, "id": "1", "application_id": "2", "token": "x"}).to_string();
    let signed = endpoint::signed(&ping);
    let (status, said) = send(signed.to_vec(), ping.clone()).await;
    assert_eq!((status, said.as_str()), (200, r#"{"type":1}"#));
    // Another body, no signature, half of one, one that is no signature, one of an hour ago.
    let other = ping.replace("\"1\"", "\"3\"");
    assert_eq!(send(signed.to_vec(), other).await.0, 401);
    assert_eq!(send(Vec::new(), ping.clone()).await.0, 401);
    assert_eq!(send(signed[..1].to_vec(), ping.clone()).await.0, 401);
    let forged = vec![("X-Signature-Ed25519", "zz".repeat(64)), signed[1].clone()];
    assert_eq!(send(forged, ping.clone()).await.0, 401);
    let now = signed[1].1.parse::<u64>().unwrap();
    assert_eq!(send(endpoint::signed_at(&ping, now - 3_600).to_vec(), ping.clone()).await.0, 401);
    // Signed, and no interaction; far too large.
    assert_eq!(send(endpoint::signed("hello").to_vec(), "hello".to_owned()).await.0, 400);
    let large = "x".repeat(1 << 21);
    let refused = reqwest::Client::new().post(&url).body(large).send().await;
    // The connection may be closed before all is written.
    assert!(refused.map_or(true, |answered| answered.status().as_u16() == 413));
    let elsewhere = reqwest::Client::new().get(format!("{url}/../secret")).send().await.unwrap();
    assert_eq!(elsewhere.status().as_u16(), 404);
    // A sort of interaction that is not known yet is heard, and answered by nothing.
    let unknown = json!({"type": 99, "id": "1", "application_id": "2", "token": "x"}).to_string();
    assert_eq!(send(endpoint::signed(&unknown).to_vec(), unknown).await.0, 202);
    let written = bot.stop().await;
    assert!(!written.contains("ERROR") && !written.contains("error"), "{written}");
}

#[tokio::test]
async fn what_takes_long_is_waited_for_and_edited_by_rest() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let address = free_address();
    let url = format!("http://{address}/");
    let settings = [("HTTP_ADDRESS", address.as_str()), ("GATEWAY", "off"), ("DEFER_AFTER_MS", "0")];
    let bot = Running::spawn(&world, &fake, &settings);
    fake.post_to(std::slice::from_ref(&url));
    bot.connected(&fake).await;
    listens(&url).await;
    // Discord may not have taken in the first word when the edit comes.
    fake.fail_next("/messages/@original", Fault::Code(404, 10_015));
    let reply = fake.slash(&curator(), "profile", &[("actor", "TUR")]).await;
    assert!(reply.deferred && reply.text().contains("Türkiye"), "{}", reply.text());
    bot.stop().await;
}

#[tokio::test]
async fn a_discord_that_does_not_answer_keeps_nobody_from_stopping_and_a_wrong_token_is_named() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let address = free_address();
    let settings = [("HTTP_ADDRESS", address.as_str()), ("GATEWAY", "off")];
    for _ in 0..20 {
        fake.fail_next("GET /applications/@me", Fault::Status(503));
    }
    let bot = Running::spawn(&world, &fake, &settings);
    fake.wait_for(|request| request.path == "/applications/@me").await;
    let begun = std::time::Instant::now();
    bot.stop().await;
    assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
    let other = "MTAwMDAwMDAwMDAwMDAwMDAwMA.FAKE00.another-token-0000000000000000000000";
    let fresh = FakeDiscord::start().await;
    let wrong = Running::spawn(&world, &fresh, &[settings[0], settings[1], ("DISCORD_TOKEN", other)]);
    let (status, written) = wrong.ended().await;
    assert!(!status.success() && written.contains("DISCORD_TOKEN was not accepted"), "{written}");
}

#[tokio::test]
async fn two_copies_on_one_database_are_as_one() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let mut addresses = Vec::new();
    let mut copies = Vec::new();
    for _ in 0..2 {
        let (bot, url) = by_http(&world, &fake).await;
        copies.push(bot);
        addresses.push(url);
    }
    let cora = curator();
    // Every interaction goes to the other copy than the one before it.
    fake.post_to(&addresses);
    let take_turns = || fake.post_to(&[addresses[1].clone(), addresses[0].clone()]);
    for turn in 0..12 {
        if turn % 2 == 1 {
            take_turns();
        }
        // A form that one opens is filled in at the other, at once.
        let form = fake.slash(&cora, "knowledge edit", &[("id", "art-030")]).await;
        assert!(form.modal.is_some(), "{}", form.text());
        let text = format!("Drills{turn}");
        let fields: Vec<(String, String)> = form.modal.as_ref().unwrap()["components"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                let input = &row["components"][0];
                let id = input["custom_id"].as_str().unwrap().to_owned();
                let value = if id == "text" {
                    text.clone()
                } else {
                    input["value"].as_str().unwrap_or("turns").to_owned()
                };
                (id, value)
            })
            .collect();
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(id, value)| (id.as_str(), value.as_str())).collect();
        let saved = fake.submit(&cora, &form, &fields).await;
        assert!(saved.text().contains(&text), "{turn}: {}", saved.text());
        // A name that one learns is known at the other.
        let name = format!("Xanadu{turn}");
        let named = fake.slash(&cora, "knowledge add alias", &[("actor", "TUR"), ("name", &name)]).await;
        assert!(named.text().contains("changed actor TUR"), "{turn}: {}", named.text());
        let asked = fake.slash(&cora, "profile", &[("actor", &name)]).await;
        assert!(asked.text().contains("Türkiye"), "{turn}: {}", asked.text());
        // A layout that is chosen at one holds at the other.
        let layout = if turn % 2 == 0 { "plain" } else { "cards" };
        let first = fake.slash(&cora, "areas", &[("layout", layout)]).await;
        let second = fake.slash(&cora, "areas", &[]).await;
        assert_eq!(first.text(), second.text(), "{turn}");
    }
    for bot in copies {
        let written = bot.stop().await;
        assert!(!written.contains("ERROR"), "{written}");
    }
}

/// Where others answer by HTTP, mentions still come by the gateway.
#[tokio::test]
async fn a_copy_with_the_gateway_alone_knows_at_once_what_one_by_http_has_learnt() {
    let (world, fake, gateway) = begin().await;
    let (http, _) = by_http(&world, &fake).await;
    let cora = curator();
    for turn in 0..5 {
        let name = format!("Xanadu{turn}");
        let named = fake.slash(&cora, "knowledge add alias", &[("actor", "TUR"), ("name", &name)]).await;
        assert!(named.text().contains("changed actor TUR"), "{turn}: {}", named.text());
        let asked = fake.mention(&cora, &format!("profile {name}")).await;
        assert!(asked.text().contains("Türkiye"), "{turn}: {}", asked.text());
    }
    http.stop().await;
    gateway.stop().await;
}

#[tokio::test]
async fn who_does_not_read_its_answers_loses_its_connection() {
    use tokio::io::AsyncWriteExt as _;
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let (bot, url) = by_http(&world, &fake).await;
    let address = url.trim_start_matches("http://").split('/').next().unwrap();
    let mut deaf = tokio::net::TcpStream::connect(address).await.unwrap();
    let many = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".repeat(1_000);
    // Until nothing goes through any more.
    while tokio::time::timeout(Duration::from_secs(2), deaf.write_all(&many)).await.is_ok() {}
    let gone = async { while deaf.write_all(&many).await.is_ok() {} };
    tokio::time::timeout(Duration::from_mins(1), gone).await.expect("it is not kept for ever");
    bot.stop().await;
}
