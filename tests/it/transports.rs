//! The doors by which the same is asked: the gateway and HTTP. What is answered does not depend on the door.

use std::net::TcpListener;

use dragoman::commands::{self, CommandInfo, Takes};
use serde_json::{Value, json};

use crate::support::fake_discord::{Asker, FakeDiscord, Fault, Hosted, Reply, endpoint, interactions};
use crate::support::{Running, World};

/// An address on which nobody listens.
fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}

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
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("nobody listens at {url}");
}

fn curator() -> Asker {
    let ada = Asker::in_guild("Ada", 10, 20);
    Asker { user_id: 1_001, permissions: ada.permissions | 0x20, ..ada }
}

/// Values for the options of a command, with those that it has to have.
async fn use_it(fake: &FakeDiscord, info: &CommandInfo) -> Reply {
    let mut plain: Vec<(&str, &str)> = Vec::new();
    let mut named: Vec<(&str, Value)> = Vec::new();
    for option in info.options.iter().filter(|option| option.required) {
        match option.takes {
            Takes::Number => named.push((option.name, 1.into())),
            Takes::Word(words) => plain.push((option.name, words[0])),
            Takes::Holder => named.push((option.name, interactions::person(4_242, "Nobody"))),
            Takes::Person => named.push((option.name, interactions::just_person(1_001, "Ada"))),
            Takes::File => {
                let url = fake.host("file", Hosted::Bytes(b"[[retract]]\n".to_vec()));
                named.push((option.name, interactions::attachment("x.toml", &url, 5)));
            }
            Takes::Actor if option.name == "partner" => plain.push((option.name, "PAK")),
            Takes::Organisation => plain.push((option.name, "NATO")),
            Takes::Command => plain.push((option.name, "help")),
            Takes::Item => plain.push((option.name, "art-030")),
            _ => plain.push((option.name, "TUR")),
        }
    }
    fake.slash_with(&curator(), info.name, &plain, &named).await
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

/// Uses each command once, then a button, a menu, a file and the completion.
async fn walk(fake: &FakeDiscord) -> Vec<(String, Value)> {
    let mut seen = Vec::new();
    for info in commands::all() {
        seen.push((info.name.to_owned(), shown(&use_it(fake, info).await)));
    }
    let ada = curator();
    let answer = fake.slash(&ada, "compare", &[("subject", "TUR"), ("first", "PAK")]).await;
    let section = fake.choose(&ada, &answer, "timeline").await;
    seen.push(("a section".to_owned(), shown(&section)));
    let file = fake.press(&ada, &answer, "CSV").await;
    seen.push(("a file".to_owned(), shown(&file)));
    let choices = fake.complete(&ada, "profile", &[("actor", "turk")], "actor").await;
    seen.push(("a completion".to_owned(), json!(choices)));
    seen
}

#[tokio::test]
async fn every_command_is_answered_alike_by_gateway_and_by_http() {
    let mut walks = Vec::new();
    for http in [false, true] {
        let (world, fake) = (World::new().await, FakeDiscord::start().await);
        let bot = if http { by_http(&world, &fake).await.0 } else { Running::start(&world, &fake).await };
        walks.push(walk(&fake).await);
        bot.stop().await;
    }
    let (by_gateway, by_http) = (&walks[0], &walks[1]);
    assert_eq!(by_gateway.len(), by_http.len());
    for (one, other) in by_gateway.iter().zip(by_http) {
        assert_eq!(one, other);
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
