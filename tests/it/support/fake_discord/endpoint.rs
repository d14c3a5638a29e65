//! Interactions by HTTP: posted to the bot, signed, in place of the gateway's event.

use std::sync::Arc;
use std::time::Instant;

use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::Value;

use super::interactions::unix_time;
use super::{FakeDiscord, Recorded, Shared};

/// Where interactions are posted to, in turn; none while the gateway takes them.
#[derive(Default)]
pub(super) struct Endpoints {
    addresses: Vec<String>,
    next: usize,
}

impl Endpoints {
    pub(super) fn are_used(&self) -> bool {
        !self.addresses.is_empty()
    }

    pub(super) fn next(&mut self) -> Option<String> {
        let address = self.addresses.get(self.next % self.addresses.len().max(1)).cloned();
        self.next += 1;
        address
    }
}

/// The secret by which the fake signs.
pub const KEY: [u8; 32] = [7; 32];

fn key() -> SigningKey {
    SigningKey::from_bytes(&KEY)
}

/// The key by which its signatures are checked, as the developer portal shows it.
pub fn public_key() -> String {
    hex::encode(key().verifying_key().as_bytes())
}

/// The headers that Discord sends with a body: the signature and the time it is of.
pub fn signed(body: &str) -> [(&'static str, String); 2] {
    signed_at(body, unix_time().as_secs())
}

/// The same at another time, in seconds since 1970.
pub fn signed_at(body: &str, at: u64) -> [(&'static str, String); 2] {
    let signature = key().sign(format!("{at}{body}").as_bytes());
    [("X-Signature-Ed25519", hex::encode(signature.to_bytes())), ("X-Signature-Timestamp", at.to_string())]
}

impl FakeDiscord {
    /// From now on interactions are posted to these addresses, in turn.
    pub fn post_to(&self, addresses: &[String]) {
        self.shared.lock().endpoints = Endpoints { addresses: addresses.to_vec(), next: 0 };
    }
}

/// Posts an interaction; the first word in the answer counts as a callback.
pub(super) async fn post(shared: Arc<Shared>, address: String, interaction: Value) {
    let body = interaction.to_string();
    let at = Instant::now();
    let mut request = reqwest::Client::new().post(&address).header("Content-Type", "application/json");
    for (name, value) in signed(&body) {
        request = request.header(name, value);
    }
    let answered = request.body(body).send().await;
    let note = |what: String| shared.change(|state| state.notes.push(what));
    let answered = match answered {
        Ok(answered) => answered,
        Err(why) => return note(format!("nothing was posted to {address}: {why}")),
    };
    let status = answered.status().as_u16();
    let said = answered.bytes().await.unwrap_or_default();
    match (status, serde_json::from_slice::<Value>(&said)) {
        (200, Ok(json)) => shared.change(|state| {
            let text = |name: &str| interaction[name].as_str().unwrap_or_default().to_owned();
            let (id, token) = (text("id"), text("token"));
            let mut recorded = Recorded {
                method: "POST".to_owned(),
                path: format!("/interactions/{id}/{token}/callback"),
                query: String::new(),
                authorized: true,
                json,
                files: Vec::new(),
                at,
                status: None,
            };
            let (status, _) = state.call_back(&id, &token, &recorded);
            recorded.status = Some(status);
            state.requests.push(recorded);
        }),
        // The first word comes by itself.
        (202, _) if said.is_empty() => {}
        (status, _) => note(format!("{address} answered {status}: {}", String::from_utf8_lossy(&said))),
    }
}
