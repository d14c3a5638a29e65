//! Checks of what the bot sends against Discord's limits and the bot's own promises.

use std::collections::HashSet;

use serde_json::{Value, json};
use twilight_model::application::command::Command;
use twilight_model::http::interaction::InteractionResponseData;
use twilight_validate::{command as limits, message as validate};

use super::BOT_ID;
use super::interactions::snowflake;

const IS_COMPONENTS_V2: u64 = 1 << 15;

type Checked<T = ()> = Result<T, String>;

/// What is known about a message apart from its body.
pub(super) struct Around<'a> {
    /// The message before an edit.
    pub before: Option<&'a Value>,
    /// The names of all files the message will have.
    pub files: Vec<&'a str>,
}

fn shown<E: std::fmt::Display>(what: &str) -> impl Fn(E) -> String {
    move |error| format!("{what}: {error}")
}

/// Checks a message body, new or an edit.
pub(super) fn message(body: &Value, around: &Around) -> Checked {
    let has = |field: &str| match &body[field] {
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        _ => false,
    };
    let empty = !has("content") && !has("embeds") && !has("components") && !has("poll");
    if around.before.is_none() && empty && around.files.is_empty() {
        return Err("Cannot send an empty message".into());
    }
    // Attachment ids may be numbers or strings, which twilight does not decode.
    let mut decodable = body.clone();
    if let Some(body) = decodable.as_object_mut() {
        body.remove("attachments");
    }
    for embed in decodable["embeds"].as_array_mut().into_iter().flatten() {
        // Discord fills the type in.
        if embed["type"].is_null() {
            embed["type"] = "rich".into();
        }
    }
    let data: InteractionResponseData =
        serde_json::from_value(decodable).map_err(shown("message does not decode"))?;
    if let Some(content) = &data.content {
        validate::content(content).map_err(shown("content"))?;
    }
    if let Some(embeds) = &data.embeds {
        validate::embeds(embeds).map_err(shown("embeds"))?;
        if embeds.iter().flat_map(|e| &e.fields).any(|f| f.name.is_empty() || f.value.is_empty()) {
            return Err("embeds: a field's name or value is empty".into());
        }
    }
    let before = around.before.and_then(|message| message["flags"].as_u64()).unwrap_or(0);
    let flags = body["flags"].as_u64().unwrap_or(0) | before;
    let is_v2 = flags & IS_COMPONENTS_V2 != 0;
    if is_v2 && (has("content") || has("embeds")) {
        return Err("content and embeds are not allowed with IS_COMPONENTS_V2".into());
    }
    if let Some(components) = &data.components {
        validate::components(components, is_v2).map_err(shown("components"))?;
    }
    custom_ids(&body["components"])?;
    attachments(body, around)?;
    if has("content") || has("embeds") || is_v2 {
        mentions(&body["allowed_mentions"])?;
    }
    Ok(())
}

/// Nothing that the bot writes may ping anyone but the person it replies to.
fn mentions(allowed: &Value) -> Checked {
    let none = |field: &str| allowed[field].as_array().is_none_or(Vec::is_empty);
    if allowed["parse"].as_array().is_some_and(Vec::is_empty) && none("users") && none("roles") {
        Ok(())
    } else {
        Err(format!("allowed_mentions must be there with an empty parse list, got {allowed}"))
    }
}

/// Every object of a component tree, outermost first.
pub(super) fn components(tree: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    for component in tree.as_array().into_iter().flatten() {
        found.push(component);
        found.extend(components(&component["components"]));
        for field in ["accessory", "component"] {
            if component[field].is_object() {
                found.push(&component[field]);
            }
        }
    }
    found
}

fn custom_ids(tree: &Value) -> Checked {
    let mut seen = HashSet::new();
    for component in components(tree) {
        let Some(id) = component["custom_id"].as_str() else { continue };
        if id.is_empty() || id.chars().count() > 100 {
            return Err(format!("custom_id must have 1 to 100 characters: {id:?}"));
        }
        if !seen.insert(id) {
            return Err(format!("custom_id is not unique within the message: {id:?}"));
        }
    }
    Ok(())
}

fn attachments(body: &Value, around: &Around) -> Checked {
    if around.files.len() > 10 {
        return Err("more than 10 attachments".into());
    }
    for name in &around.files {
        validate::attachment_filename(name).map_err(shown("attachment"))?;
    }
    for embed in body["embeds"].as_array().into_iter().flatten() {
        for field in ["image", "thumbnail"] {
            let url = embed[field]["url"].as_str().unwrap_or_default();
            if let Some(name) = url.strip_prefix("attachment://")
                && !around.files.contains(&name)
            {
                return Err(format!("{field} refers to {name:?}, which is not attached"));
            }
        }
    }
    Ok(())
}

/// Checks that an interaction of this kind may be called back with this.
pub(super) fn callback(body: &Value, interaction: u64, on_message: bool) -> Checked {
    let kind = body["type"].as_u64().unwrap_or(0);
    let data = &body["data"];
    let fits = match kind {
        4 | 5 => interaction != 4,
        6 | 7 => on_message,
        8 => interaction == 4,
        9 => interaction == 2 || interaction == 3,
        _ => false,
    };
    if !fits {
        return Err(format!("callback type {kind} does not fit interaction type {interaction}"));
    }
    match kind {
        8 => choices(data),
        9 => modal(data),
        _ => Ok(()),
    }
}

fn choices(data: &Value) -> Checked {
    let data: InteractionResponseData =
        serde_json::from_value(data.clone()).map_err(shown("choices do not decode"))?;
    let choices = data.choices.ok_or("an autocomplete answer without choices")?;
    if choices.len() > 25 {
        return Err(format!("{} autocomplete choices, at most 25 are allowed", choices.len()));
    }
    for choice in &choices {
        limits::choice(choice).map_err(|error| format!("choice {:?}: {error}", choice.name))?;
    }
    Ok(())
}

fn modal(data: &Value) -> Checked {
    let decoded: InteractionResponseData =
        serde_json::from_value(data.clone()).map_err(shown("modal does not decode"))?;
    let within = |text: &Option<String>, limit: usize| {
        text.as_ref().is_some_and(|text| (1..=limit).contains(&text.chars().count()))
    };
    if !within(&decoded.title, 45) || !within(&decoded.custom_id, 100) {
        return Err("a modal needs a title of 1 to 45 and a custom_id of 1 to 100".into());
    }
    if !decoded.components.is_some_and(|rows| (1..=5).contains(&rows.len())) {
        return Err("a modal needs 1 to 5 components".into());
    }
    custom_ids(&data["components"])
}

/// Checks a command list and returns it as Discord would.
pub(super) fn commands(body: &Value) -> Checked<Vec<Value>> {
    let list = body.as_array().ok_or("the command list is no list")?;
    let mut names = HashSet::new();
    let mut stored = Vec::new();
    for given in list {
        let mut command = json!({
            "id": snowflake().to_string(), "application_id": BOT_ID.to_string(), "type": 1,
            "version": snowflake().to_string(), "description": "", "options": [], "nsfw": false,
            "default_member_permissions": null,
        });
        for (key, value) in given.as_object().ok_or("a command is no object")? {
            command[key] = value.clone();
        }
        let name = command["name"].as_str().unwrap_or_default();
        let context = |error: String| format!("command {name:?}: {error}");
        let decoded: Command =
            serde_json::from_value(command.clone()).map_err(|error| context(error.to_string()))?;
        limits::command(&decoded).map_err(|error| context(error.to_string()))?;
        if !names.insert((decoded.kind, decoded.name.clone())) {
            return Err(context("named twice".into()));
        }
        stored.push(command);
    }
    if stored.len() > 100 {
        return Err("more than 100 commands".into());
    }
    Ok(stored)
}
