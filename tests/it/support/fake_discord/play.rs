//! What people do, in one call each: ask, press, choose, type, mention.

use std::time::Duration;

use serde_json::Value;

use super::check::components;
use super::interactions::{self, Asker, Interaction};
use super::rest::EPHEMERAL;
use super::{FakeDiscord, PATIENCE, State};

/// The bot's answer as it stood when the waiting ended.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// The message; null if there is none, as with a modal or after a deletion.
    pub json: Value,
    /// The message's id, empty if there is none.
    pub message_id: String,
    /// Whether only the asker sees it.
    pub ephemeral: bool,
    /// Whether the bot deferred first (callback types 5 and 6).
    pub deferred: bool,
    /// Whether the bot deleted the original answer.
    pub deleted: bool,
    /// The callback's type; 0 for an answer to a message.
    pub callback: u64,
    /// The attached files: name and bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// The modal's data, if the answer was one.
    pub modal: Option<Value>,
    /// Further messages that came with the interaction's token.
    pub followups: Vec<Value>,
    /// How often the message was edited.
    pub edits: usize,
    token: Option<String>,
}

/// A select menu of a message.
#[derive(Clone, Debug)]
pub struct Select {
    /// Its custom id.
    pub custom_id: String,
    /// Its options: label and value.
    pub options: Vec<(String, String)>,
    /// Whether it is greyed out.
    pub disabled: bool,
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

impl Reply {
    /// A message that answered nothing, to press what is under it.
    pub fn of(message: &Value) -> Self {
        Self { json: message.clone(), message_id: string(&message["id"]), ..Self::default() }
    }

    /// The message's content.
    pub fn content(&self) -> &str {
        self.json["content"].as_str().unwrap_or_default()
    }

    /// All that is to be read: content, embeds and text components, one a line.
    pub fn text(&self) -> String {
        let mut lines = vec![self.json["content"].clone()];
        for embed in list(&self.json["embeds"]) {
            lines.push(embed["author"]["name"].clone());
            lines.extend([embed["title"].clone(), embed["description"].clone()]);
            for field in list(&embed["fields"]) {
                lines.extend([field["name"].clone(), field["value"].clone()]);
            }
            lines.push(embed["footer"]["text"].clone());
        }
        for component in components(&self.json["components"]) {
            lines.push(component["content"].clone());
        }
        let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The buttons: label (or emoji), custom id (or URL), and whether disabled.
    pub fn buttons(&self) -> Vec<(String, String, bool)> {
        let is_button = |component: &&Value| component["type"] == 2;
        let all = components(&self.json["components"]);
        all.into_iter()
            .filter(is_button)
            .map(|button| {
                let label = button["label"].as_str().or(button["emoji"]["name"].as_str());
                let id = button["custom_id"].as_str().or(button["url"].as_str());
                let disabled = button["disabled"] == true;
                (label.unwrap_or_default().into(), id.unwrap_or_default().into(), disabled)
            })
            .collect()
    }

    /// The text select menus.
    pub fn selects(&self) -> Vec<Select> {
        let all = components(&self.json["components"]);
        all.into_iter()
            .filter(|component| component["type"] == 3)
            .map(|menu| Select {
                custom_id: string(&menu["custom_id"]),
                options: list(&menu["options"])
                    .map(|option| (string(&option["label"]), string(&option["value"])))
                    .collect(),
                disabled: menu["disabled"] == true,
            })
            .collect()
    }
}

impl FakeDiscord {
    /// Sends an interaction and waits for the finished answer.
    pub async fn interact(&self, interaction: &Interaction) -> Reply {
        self.interact_within(interaction, PATIENCE).await
    }

    /// The same, where the bot may be gone: nothing if it is.
    pub async fn interact_or_nothing(&self, interaction: &Interaction) -> Option<Reply> {
        let is_there = self.shared.lock().gateway.is_connected();
        if !is_there {
            return None;
        }
        Some(self.interact_within(interaction, Duration::from_mins(1)).await)
    }

    /// Like [`Self::interact`], with a time limit of one's own.
    pub async fn interact_within(&self, interaction: &Interaction, limit: Duration) -> Reply {
        self.send_interaction(interaction);
        let token = &interaction.token;
        let what = format!("an answer to {}", interaction.json["data"]);
        self.shared.until(&what, limit, |state| state.settled(token)).await
    }

    /// Sends an interaction and does not wait.
    pub fn send_interaction(&self, interaction: &Interaction) {
        self.send_event("INTERACTION_CREATE", &interaction.json);
    }

    /// Uses a slash command; the values take the types of the registered options.
    pub async fn slash(&self, asker: &Asker, command: &str, options: &[(&str, &str)]) -> Reply {
        let (id, values) = self.fill_in(command, options, false).await;
        let mut interaction = interactions::slash(asker, command, &values);
        interaction.json["data"]["id"] = id;
        self.interact(&interaction).await
    }

    /// Uses a slash command with options that name something: roles, people, files.
    pub async fn slash_with(
        &self,
        asker: &Asker,
        command: &str,
        options: &[(&str, &str)],
        named: &[(&str, Value)],
    ) -> Reply {
        let (id, mut values) = self.fill_in(command, options, true).await;
        values.extend(named.iter().cloned());
        let mut interaction = interactions::slash(asker, command, &values);
        interaction.json["data"]["id"] = id;
        self.interact(&interaction).await
    }

    /// Types in an option, whose value so far is among the options; the choices' names and values.
    pub async fn complete(
        &self,
        asker: &Asker,
        command: &str,
        options: &[(&str, &str)],
        focused: &str,
    ) -> Vec<(String, String)> {
        let (id, values) = self.fill_in(command, options, true).await;
        let mut interaction = interactions::autocomplete(asker, command, &values, focused);
        interaction.json["data"]["id"] = id;
        self.send_interaction(&interaction);
        let answer = |state: &mut State| state.interactions.get(&interaction.token)?.callback.clone();
        let answer = self.shared.until("autocomplete choices", PATIENCE, answer).await;
        let value = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        list(&answer["data"]["choices"])
            .map(|choice| (string(&choice["name"]), value(&choice["value"])))
            .collect()
    }

    /// Presses the button with this label on a reply.
    pub async fn press(&self, asker: &Asker, reply: &Reply, label: &str) -> Reply {
        let now = self.refresh(reply);
        let buttons = now.buttons();
        let found = buttons.iter().find(|(name, _, _)| name == label);
        let Some((_, id, disabled)) = found else { panic!("no button {label:?} in {buttons:?}") };
        assert!(!disabled, "the button {label:?} is disabled");
        self.interact(&interactions::button(asker, id, &now.json)).await
    }

    /// Chooses the option with this value in the select menu that has it.
    pub async fn choose(&self, asker: &Asker, reply: &Reply, value: &str) -> Reply {
        let now = self.refresh(reply);
        let menus = now.selects();
        let has = |menu: &&Select| menu.options.iter().any(|(_, option)| option == value);
        let Some(menu) = menus.iter().find(has) else { panic!("no option {value:?} in {menus:?}") };
        assert!(!menu.disabled, "the select menu with {value:?} is disabled");
        self.interact(&interactions::select(asker, &menu.custom_id, &[value], &now.json)).await
    }

    /// Submits the modal that a reply showed.
    pub async fn submit(&self, asker: &Asker, reply: &Reply, fields: &[(&str, &str)]) -> Reply {
        let Some(modal) = &reply.modal else { panic!("the reply is no modal: {reply:?}") };
        self.interact(&interactions::modal(asker, &string(&modal["custom_id"]), fields)).await
    }

    /// Writes a message that mentions the bot and waits for the answer.
    pub async fn mention(&self, asker: &Asker, content: &str) -> Reply {
        self.wait_ready().await;
        let seen = self.shared.lock().posted.len();
        let message = interactions::message(asker, content, true);
        self.send_event("MESSAGE_CREATE", &message);
        let what = format!("an answer to the message {content:?}");
        let answer = |state: &mut State| state.answer_to(&message, seen);
        self.shared.until(&what, PATIENCE, answer).await
    }

    /// Writes a message and does not wait for an answer; returns it.
    pub fn say(&self, asker: &Asker, content: &str, mentions_bot: bool) -> Value {
        let message = interactions::message(asker, content, mentions_bot);
        self.send_event("MESSAGE_CREATE", &message);
        message
    }

    /// The reply as it stands now.
    pub fn refresh(&self, reply: &Reply) -> Reply {
        let state = self.shared.lock();
        let again = reply.token.as_ref().and_then(|token| state.reply(token));
        again.unwrap_or_else(|| state.posted_reply(&reply.message_id))
    }

    /// Waits until the reply's message was edited again, or deleted, or followed up.
    pub async fn next_edit(&self, reply: &Reply) -> Reply {
        let changed = |state: &mut State| {
            let again = reply.token.as_ref().and_then(|token| state.reply(token));
            let now = again.unwrap_or_else(|| state.posted_reply(&reply.message_id));
            let newer = now.edits > reply.edits || now.followups.len() > reply.followups.len();
            (newer || now.json.is_null()).then_some(now)
        };
        self.shared.until("an edit of the reply", PATIENCE, changed).await
    }

    /// Lets the interaction's token run out, as after 15 minutes.
    pub fn expire(&self, token: &str) {
        if let Some(pending) = self.shared.lock().interactions.get_mut(token) {
            pending.expired = true;
        }
    }

    /// Waits for the command to be registered; its id, and the values with its options' types.
    async fn fill_in<'a>(
        &self,
        command: &str,
        options: &[(&'a str, &str)],
        typing: bool,
    ) -> (Value, Vec<(&'a str, Value)>) {
        self.wait_ready().await;
        let mut path = command.split(' ');
        let name = path.next().unwrap_or_default();
        let find = |all: &Value, name: &str| list(all).find(|one| one["name"] == name).cloned();
        let what = format!("the registration of the command {name:?}");
        let known = |state: &mut State| find(&Value::Array(state.commands.clone()), name);
        let mut node = self.shared.until(&what, PATIENCE, known).await;
        let id = node["id"].clone();
        for name in path {
            let inner = find(&node["options"], name);
            node = inner.unwrap_or_else(|| panic!("{command:?} is not registered"));
        }
        let value = |&(name, text): &(&'a str, &str)| {
            let option = find(&node["options"], name);
            let option = option.unwrap_or_else(|| panic!("{command:?} has no option {name:?}"));
            let value = match option["type"].as_u64() {
                _ if typing => text.into(),
                Some(5) => (text == "true").into(),
                Some(4) => text.parse::<i64>().expect("an integer option").into(),
                Some(10) => text.parse::<f64>().expect("a number option").into(),
                _ => Value::from(text),
            };
            let mut choices = list(&option["choices"]).peekable();
            let allowed = choices.peek().is_none() || choices.any(|one| one["value"] == value);
            assert!(typing || allowed, "{name:?} of {command:?} does not offer {text:?}");
            (name, value)
        };
        let values: Vec<_> = options.iter().map(value).collect();
        for option in list(&node["options"]).filter(|o| o["required"] == true) {
            let given = values.iter().any(|(name, _)| option["name"] == *name);
            assert!(typing || given, "{command:?} requires the option {}", option["name"]);
        }
        (id, values)
    }
}

impl State {
    /// The answer to an interaction once it is more than a placeholder.
    fn settled(&self, token: &str) -> Option<Reply> {
        let pending = self.interactions.get(token)?;
        let deferred = matches!(pending.callback_type(), 5 | 6);
        let done = !deferred || pending.filled || pending.deleted;
        self.reply(token).filter(|_| done)
    }

    fn reply(&self, token: &str) -> Option<Reply> {
        let pending = self.interactions.get(token)?;
        let callback = pending.callback.as_ref()?;
        let kind = pending.callback_type();
        let followups = pending.followups.iter();
        Some(Reply {
            deferred: matches!(kind, 5 | 6),
            deleted: pending.deleted,
            callback: kind,
            modal: (kind == 9).then(|| callback["data"].clone()),
            followups: followups.map(|id| self.json(id)).filter(|m| !m.is_null()).collect(),
            token: Some(token.to_owned()),
            ..self.posted_reply(pending.original.as_deref().unwrap_or_default())
        })
    }

    fn posted_reply(&self, id: &str) -> Reply {
        let json = self.json(id);
        let stored = self.messages.get(id);
        let files = stored.into_iter().flat_map(|stored| &stored.files);
        Reply {
            ephemeral: json["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0,
            message_id: string(&json["id"]),
            deferred: false,
            deleted: json.is_null(),
            callback: 0,
            files: files.map(|(_, name, bytes)| (name.clone(), bytes.clone())).collect(),
            modal: None,
            followups: Vec::new(),
            edits: stored.map_or(0, |stored| stored.edits),
            token: None,
            json,
        }
    }

    fn answer_to(&self, message: &Value, seen: usize) -> Option<Reply> {
        let fits = |id: &&String| {
            let answer = self.json(id);
            let reference = &answer["message_reference"]["message_id"];
            answer["channel_id"] == message["channel_id"]
                && (reference.is_null() || *reference == message["id"])
        };
        self.posted.iter().skip(seen).find(fits).map(|id| self.posted_reply(id))
    }
}
