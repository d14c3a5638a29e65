//! The preview, as a person uses it: in a real browser where there is one (Debian’s `chromium` and `chromium-driver`).

use std::process::Stdio;
use std::time::Duration;

use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::json;
use tokio::process::{Child, Command};

use crate::support::{Preview, World, free_address};

#[tokio::test]
async fn only_a_page_of_this_machine_that_knows_the_address_is_answered() {
    let world = World::new().await;
    let preview = Preview::start(&world).await;
    let address = preview.address.clone();
    let asks = async |url: &str, name: &'static str, value: &str| {
        let asked = reqwest::Client::new().get(url).header(name, value).send().await.unwrap();
        asked.status().as_u16()
    };
    let host = address.split('/').nth(2).unwrap().to_owned();
    assert_eq!(asks(&address, "Accept", "*/*").await, 200);
    assert_eq!(asks(&address, "Origin", &format!("http://{host}")).await, 200);
    let port = host.rsplit(':').next().unwrap();
    assert_eq!(asks(&address, "Host", &format!("localhost:{port}")).await, 200);
    // A name that was made to lead here, another page, no token, another token.
    assert_eq!(asks(&address, "Host", &format!("rebound.example:{port}")).await, 403);
    assert_eq!(asks(&address, "Origin", "https://evil.example").await, 403);
    assert_eq!(asks(&address, "Origin", "null").await, 403);
    assert_eq!(asks(&format!("http://{host}/"), "Accept", "*/*").await, 404);
    let other = format!("http://{host}/{}/state", "0".repeat(32));
    assert_eq!(asks(&other, "Accept", "*/*").await, 404);
    let page = reqwest::get(&address).await.unwrap();
    let policy = page.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'self';"), "{policy}");
    let text = page.text().await.unwrap();
    assert!(!text.contains("https://"), "the page asks nobody else: {text}");
    // What was not there a moment ago is a person, a channel or a message that cannot be.
    let said = json!({"person": "1", "channel": "1", "type": 2, "data": {"name": "help"}});
    let refused =
        reqwest::Client::new().post(format!("{address}interactions")).json(&said).send().await.unwrap();
    assert_eq!(refused.status().as_u16(), 400);
    // Another server’s channel is not one’s own.
    let elsewhere =
        json!({"person": "1000000000000000101", "channel": "1000000000000000203", "content": "hello"});
    let refused =
        reqwest::Client::new().post(format!("{address}messages")).json(&elsewhere).send().await.unwrap();
    assert_eq!(refused.status().as_u16(), 400);
}

#[tokio::test]
async fn what_is_done_in_it_is_kept_and_a_bots_database_is_not_touched() {
    let world = World::new().await;
    let bots = world.path().join("dragoman.db");
    let before = std::fs::read(&bots).unwrap();
    let first = Preview::start(&world).await;
    assert!(first.address.starts_with("http://127.0.0.1:"), "{}", first.address);
    assert_eq!(std::fs::read(&bots).unwrap(), before);
    assert!(world.path().join("dragoman-preview.db").exists());
    // A copy of it can be tried; it is only read.
    let mut copied = world.command(&["preview", "--port", "0", "--copy-of", bots.to_str().unwrap()]);
    let mut copied = copied.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
    let mut said = [0; 14];
    std::io::Read::read_exact(copied.stdout.as_mut().unwrap(), &mut said).unwrap();
    assert_eq!(&said, b"Try Dragoman a");
    copied.kill().unwrap();
    copied.wait().unwrap();
    assert_eq!(std::fs::read(&bots).unwrap(), before);
}

#[test]
fn what_is_not_ours_in_the_page_is_what_its_makers_published() {
    use sha2::Digest as _;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/transport/preview/page/vendor");
    let file = std::fs::read(folder.join("discord.js")).unwrap();
    let written = std::fs::read_to_string(folder.join("README.md")).unwrap();
    assert!(
        written.contains(&hex::encode(sha2::Sha256::digest(&file))),
        "another file than the README names"
    );
}

/// A browser that is driven, and ends with the test.
struct Browser {
    client: Client,
    _driver: Child,
}

impl Browser {
    /// Starts one; nothing where none is installed.
    async fn start() -> Option<Self> {
        let address = free_address();
        let port = address.rsplit(':').next().unwrap().to_owned();
        let mut driver = Command::new("chromedriver");
        driver.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
        let driver = driver.spawn().ok()?;
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1200,900",
        ];
        let wanted =
            json!({"goog:chromeOptions": {"args": arguments}, "goog:loggingPrefs": {"browser": "ALL"}});
        for _ in 0..100 {
            let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
            builder.capabilities(wanted.as_object().unwrap().clone());
            if let Ok(client) = builder.connect(&format!("http://{address}")).await {
                return Some(Self { client, _driver: driver });
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("chromedriver is installed, and starts no browser");
    }

    async fn find(&self, css: &str) -> fantoccini::elements::Element {
        let found = self.client.wait().at_most(Duration::from_secs(10)).for_element(Locator::Css(css)).await;
        found.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    /// Waits until a script finds something true.
    async fn until(&self, what: &str, script: &str) {
        for _ in 0..200 {
            if self.client.execute(script, Vec::new()).await.unwrap() == json!(true) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let text = self.client.execute("return document.body.innerText", Vec::new()).await.unwrap();
        panic!("{what} is not there: {text}");
    }

    /// Waits until the last message says something.
    async fn until_said(&self, text: &str) {
        let script = format!(
            "return [...document.querySelectorAll('article')].some((one) => one.textContent.includes({}))",
            json!(text)
        );
        self.until(text, &script).await;
    }

    async fn clicks(&self, css: &str) {
        for _ in 0..20 {
            if self.find(css).await.click().await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{css} cannot be clicked");
    }

    async fn choose(&self, css: &str, value: &str) {
        // What is drawn anew meanwhile is found again.
        for _ in 0..20 {
            if self.find(css).await.select_by_value(value).await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{value} cannot be chosen in {css}");
    }

    /// Types a command by keyboard alone: its name, then what its options take, each completed or as it is.
    async fn types(&self, command: &str, options: &[&str]) {
        let field = self.find("#message").await;
        field.send_keys(command).await.unwrap();
        self.until("the list of commands", "return !document.getElementById('message-choices').hidden").await;
        field.send_keys(&format!("{}{}", char::from(Key::Down), char::from(Key::Enter))).await.unwrap();
        for value in options {
            let active = self.client.active_element().await.unwrap();
            active.send_keys(value).await.unwrap();
            active.send_keys(&char::from(Key::Tab).to_string()).await.unwrap();
        }
        self.clicks("#composer .send").await;
    }

    /// How much wider than the screen what is shown is.
    async fn sideways(&self) -> i64 {
        let script = "const log = document.getElementById('log'), all = document.documentElement;
            return Math.max(all.scrollWidth - all.clientWidth, log.scrollWidth - log.clientWidth)";
        self.client.execute(script, Vec::new()).await.unwrap().as_i64().unwrap()
    }

    /// Keeps a picture among what building makes, to be looked at.
    async fn picture(&self, name: &str) {
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
        std::fs::write(folder.join(format!("preview-{name}.png")), self.client.screenshot().await.unwrap())
            .unwrap();
    }
}

#[tokio::test]
#[expect(clippy::print_stderr, reason = "nothing is left out silently")]
async fn somebody_asks_completes_turns_fills_in_and_votes_in_a_browser() {
    let Some(browser) = Browser::start().await else {
        eprintln!("no chromedriver here: the page is not looked at in a browser");
        return;
    };
    let world = World::new().await;
    let preview = Preview::start(&world).await;
    browser.client.goto(&preview.address).await.unwrap();
    browser.find("body[data-ready]").await;

    // A command by keyboard, with a completion on the way.
    let field = browser.find("#message").await;
    field.send_keys("/compare").await.unwrap();
    browser.until("the list of commands", "return !document.getElementById('message-choices').hidden").await;
    field.send_keys(&format!("{}{}", char::from(Key::Down), char::from(Key::Enter))).await.unwrap();

    let subject = browser.find("#option-subject").await;
    subject.send_keys("turk").await.unwrap();
    let offered = "return document.getElementById('option-subject-choices').textContent.includes('Türkiye')";
    browser.until("a completion", offered).await;
    subject.send_keys(&format!("{}{}", char::from(Key::Down), char::from(Key::Enter))).await.unwrap();
    browser.find("#option-first").await.send_keys("pakistan").await.unwrap();
    browser.clicks("#composer .send").await;
    browser.until_said("Strong, longstanding").await;
    browser.picture("desktop").await;

    // A section from its menu, in the place of the first screen.
    browser.choose("article select.menu", "timeline").await;
    browser.until_said("Timeline").await;

    // A phone is narrow, and nothing lies beside it.
    browser.choose("#width", "phone").await;
    browser.choose("#theme", "light").await;
    browser.types("/profile", &["india"]).await;
    browser.until_said("New Delhi").await;
    assert_eq!(browser.sideways().await, 0);
    browser.picture("phone").await;
    browser.choose("#width", "desktop").await;
    browser.choose("#theme", "dark").await;

    // A form, by an editor; a reader may not.
    browser.choose("#person", "1000000000000000102").await;
    browser.types("/knowledge edit", &["art-030"]).await;
    browser.until_said("you need to be an editor").await;
    browser.choose("#person", "1000000000000000103").await;
    browser.types("/knowledge edit", &["art-030"]).await;
    browser.find("dialog[open] textarea[name=text]").await.send_keys(" and pilots").await.unwrap();
    browser.find("dialog[open] [name=reason]").await.send_keys("seen in the preview").await.unwrap();
    browser.picture("form").await;
    browser.clicks("dialog[open] .primary").await;
    browser.until_said("and pilots").await;

    // A discussion in a thread, and a position.
    browser.choose("#person", "1000000000000000104").await;
    browser.types("/discuss open", &["Deepen the defence ties?"]).await;
    let thread = "return [...document.querySelectorAll('#channels .thread button')].length === 1";
    browser.until("the thread", thread).await;
    browser.clicks("#channels .thread button").await;
    browser.until_said("no positions yet").await;
    let position = "const button = [...document.querySelectorAll('discord-button')].find((one) => one.textContent === 'Position');
        if (button) button.click(); return Boolean(button)";
    browser.until("the button for positions", position).await;
    browser.choose("article:last-of-type select.menu", "1").await;
    browser.until_said("So far: 1 Agree").await;
    browser.picture("discussion").await;

    // Nothing was refused by the browser, and nothing failed.
    let script = "return performance.getEntriesByType('resource').filter((one) => !one.name.startsWith(location.origin)).length";
    assert_eq!(
        browser.client.execute(script, Vec::new()).await.unwrap(),
        json!(0),
        "the page asks nobody else"
    );
    browser.client.clone().close().await.unwrap();
}
