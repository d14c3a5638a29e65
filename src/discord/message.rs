//! A message as we send it, by whichever way: answer to an interaction, edit, reply in a channel.
//!
//! This is the only place where messages are built, so that none can be sent that pings anyone.

use serde_json::{Value, json};

use super::components::{Input, Row};
use super::incoming::EPHEMERAL;
use super::limits::UPLOAD;
use super::rest::Body;

/// A message.
#[derive(Debug, Clone, Default)]
pub(super) struct Outgoing {
    /// The text.
    pub content: String,
    /// The text of the embed below it; none where empty.
    pub foot: String,
    /// The small line below the embed.
    pub footer: String,
    /// Buttons and menus.
    pub rows: Vec<Row>,
    /// Files: name and content.
    pub files: Vec<(String, Vec<u8>)>,
    /// Whether only the asker sees it.
    pub private: bool,
}

impl Outgoing {
    /// A private message of one sentence.
    #[must_use]
    pub(super) fn private(content: impl Into<String>) -> Self {
        Self { content: content.into(), private: true, ..Self::default() }
    }

    /// The same for taking the place of a message that has its files already.
    #[must_use]
    pub(super) fn in_place(self) -> Self {
        Self { files: Vec::new(), ..self }
    }

    /// The same as a file, below a sentence that has nothing of it.
    pub(super) fn as_file(&self, sentence: &str) -> Self {
        let text = [&self.content, &self.foot, &self.footer].map(String::as_str).join("\n");
        // Files that are too large may be what Discord does not take.
        let bytes: usize = self.files.iter().map(|(_, bytes)| bytes.len()).sum();
        let mut files = if bytes <= UPLOAD / 2 { self.files.clone() } else { Vec::new() };
        files.push(("answer.txt".to_owned(), text.trim().to_owned().into_bytes()));
        Self { files, private: self.private, ..Self::private(sentence) }
    }

    fn embeds(&self) -> Value {
        if self.foot.is_empty() {
            return json!([]);
        }
        let mut embed = json!({"description": self.foot});
        if !self.footer.is_empty() {
            embed["footer"] = json!({"text": self.footer});
        }
        json!([embed])
    }

    /// The message itself, as Discord has it
    /// (<https://discord.com/developers/docs/resources/message#create-message-jsonform-params>). It pings nobody.
    fn json(&self) -> Value {
        let files = self.files.iter().enumerate();
        let attachments: Vec<Value> =
            files.map(|(id, (name, _))| json!({"id": id, "filename": name, "description": null})).collect();
        json!({
            "content": self.content,
            "embeds": self.embeds(),
            "components": Row::all(&self.rows),
            "attachments": attachments,
            "allowed_mentions": {"parse": [], "users": [], "roles": []},
        })
    }

    fn body(&self, json: Value) -> Body {
        Body { json, files: self.files.clone() }
    }

    /// The message as data of an answer to an interaction.
    fn data(&self) -> Value {
        let mut data = self.json();
        data["flags"] = json!(if self.private { EPHEMERAL } else { 0 });
        data
    }

    /// As the first response to an interaction.
    #[must_use]
    pub(super) fn response(&self) -> Body {
        self.body(json!({"type": Callback::Message as u8, "data": self.data()}))
    }

    /// In place of the message whose button was pressed, and of its files.
    #[must_use]
    pub(super) fn update(&self) -> Body {
        self.body(json!({"type": Callback::Update as u8, "data": self.data()}))
    }

    /// In place of “thinking…”. Files of the message stay where there are none to take their place.
    pub(super) fn edit(&self) -> Body {
        let mut edit = self.json();
        if let (true, Some(fields)) = (self.files.is_empty(), edit.as_object_mut()) {
            fields.remove("attachments");
        }
        self.body(edit)
    }

    /// As a further response to an interaction.
    pub(super) fn followup(&self) -> Body {
        self.body(self.data())
    }

    /// As a message in a channel.
    pub(super) fn message(&self) -> Body {
        self.body(self.json())
    }

    /// As a reply in a channel. It is sent even if the message it replies to is gone, and only
    /// once however often it is tried.
    pub(super) fn reply(&self, channel: u64, to: u64) -> Body {
        let mut reply = self.json();
        reply["message_reference"] = json!({"type": 0, "channel_id": channel.to_string(), "message_id": to.to_string(), "fail_if_not_exists": false});
        reply["nonce"] = json!(to.to_string());
        reply["enforce_nonce"] = json!(true);
        self.body(reply)
    }
}

/// What a first response is
/// (<https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type>).
enum Callback {
    Message = 4,
    Wait = 5,
    Acknowledge = 6,
    Update = 7,
    Choices = 8,
    Form = 9,
}

/// Asks Discord to wait for the answer, which the asker alone will see, or everybody.
#[must_use]
pub(super) fn wait(private: bool) -> Body {
    let flags = if private { EPHEMERAL } else { 0 };
    let json = json!({"type": Callback::Wait as u8, "data": {"flags": flags}});
    Body { json, files: Vec::new() }
}

/// Tells Discord that a control was heard, and leaves its message as it is.
#[must_use]
pub(super) fn acknowledge() -> Body {
    Body { json: json!({"type": Callback::Acknowledge as u8}), files: Vec::new() }
}

/// The choices for what is typed: what is read, and what is taken.
#[must_use]
pub(super) fn choices(choices: &[(String, String)]) -> Body {
    let choices: Vec<Value> =
        choices.iter().map(|(label, value)| json!({"name": label, "value": value})).collect();
    Body { json: json!({"type": Callback::Choices as u8, "data": {"choices": choices}}), files: Vec::new() }
}

/// A form to fill in.
#[must_use]
pub(super) fn form(id: &str, title: &str, inputs: &[Input]) -> Body {
    let inputs: Vec<Value> = inputs.iter().map(Input::json).collect();
    let data = json!({"custom_id": id, "title": title, "components": inputs});
    Body { json: json!({"type": Callback::Form as u8, "data": data}), files: Vec::new() }
}
