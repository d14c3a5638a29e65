//! The preview, running, and asked as its page asks it.

use std::process::Stdio;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Child;

use super::fake_discord::{Interaction, Reply};
use super::{World, program};

/// The curator, and the channel, as the preview has them.
const CURATOR: &str = "1000000000000000104";
const CHANNEL: &str = "1000000000000000201";
const EPHEMERAL: u64 = 1 << 6;

/// A preview that runs until the test ends.
pub(crate) struct Preview {
    _child: Child,
    /// The address of the page, with a slash at its end.
    pub(crate) address: String,
}

impl Preview {
    /// Starts the preview with the knowledge of a world, and waits for its address.
    pub(crate) async fn start(world: &World) -> Self {
        let own = world.path().join("dragoman-preview.db");
        std::fs::copy(world.path().join("dragoman.db"), own).unwrap();
        let mut command = program(world.path());
        command
            .args(["preview", "--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit());
        let mut child = tokio::process::Command::from(command).kill_on_drop(true).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines.next_line().await.unwrap().unwrap();
        let address = line.strip_prefix("Try Dragoman at ").unwrap_or_else(|| panic!("{line}")).to_owned();
        Self { _child: child, address }
    }

    async fn state(&self) -> Value {
        reqwest::get(format!("{}state", self.address)).await.unwrap().json().await.unwrap()
    }

    /// Attaches a file; gives its address.
    pub(crate) async fn upload(&self, name: &str, bytes: &[u8]) -> String {
        let url = format!("{}files?name={name}", self.address);
        let sent = reqwest::Client::new().post(url).body(bytes.to_vec()).send().await.unwrap();
        sent.json::<Value>().await.unwrap()["url"].as_str().unwrap().to_owned()
    }

    /// Does what an interaction asks, as the curator; gives choices or a form.
    pub(crate) async fn posts(&self, interaction: &Interaction) -> Value {
        let json = &interaction.json;
        let said = json!({
            "person": CURATOR, "channel": CHANNEL, "type": json["type"], "data": json["data"],
            "message": json["message"]["id"],
        });
        let url = format!("{}interactions", self.address);
        let answered = reqwest::Client::new().post(url).json(&said).send().await.unwrap();
        assert!(answered.status().is_success(), "{said}: {}", answered.status());
        answered.json().await.unwrap()
    }

    /// The same, for what there is to see then.
    pub(crate) async fn sends(&self, interaction: &Interaction) -> Reply {
        let before = self.state().await;
        let form = self.posts(interaction).await;
        let after = self.state().await;
        let of = |state: &Value| state["messages"].as_array().unwrap().clone();
        let (before, after) = (of(&before), of(&after));
        let here = |one: &&Value| one["channel_id"] == CHANNEL;
        let mut new = after.iter().filter(here).filter(|one| !before.contains(one));
        let shown = new.next().cloned().unwrap_or_default();
        let mut reply = Reply::of(&shown);
        reply.ephemeral = shown["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0;
        reply.modal = (form["type"] == 9).then(|| form["data"].clone());
        reply.followups = new.cloned().collect();
        for file in shown["attachments"].as_array().into_iter().flatten() {
            let bytes = reqwest::get(file["url"].as_str().unwrap()).await.unwrap().bytes().await.unwrap();
            reply.files.push((file["filename"].as_str().unwrap().to_owned(), bytes.to_vec()));
        }
        reply
    }
}
