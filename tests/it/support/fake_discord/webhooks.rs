//! Interaction callbacks and the messages behind an interaction's token.

use std::time::Duration;

use serde_json::{Value, json};

use super::check;
use super::rest::{Answer, EPHEMERAL, Files, LOADING, Pending, error};
use super::{Recorded, State};

/// Discord drops an interaction that is not called back within this time.
const CALLBACK_LIMIT: Duration = Duration::from_secs(3);

impl State {
    /// `POST /interactions/{id}/{token}/callback`
    pub fn call_back(&mut self, id: &str, token: &str, request: &Recorded) -> Answer {
        let body = &request.json;
        let Some(pending) = self.interactions.get(token).filter(|pending| pending.id == id) else {
            return error(404, 10062, "Unknown interaction");
        };
        if pending.callback.is_some() {
            return error(400, 40060, "Interaction has already been acknowledged.");
        }
        if pending.expired || request.at - pending.sent > CALLBACK_LIMIT {
            return error(404, 10062, "Unknown interaction");
        }
        let (kind, channel) = (pending.kind, pending.channel.clone());
        let source = pending.source.clone();
        let original = match check::callback(body, kind, source.is_some()) {
            Ok(()) => self.carry_out(body, &channel, source, &request.files),
            Err(problem) => Err(problem),
        };
        let original = match original {
            Ok(original) => original,
            Err(problem) => return self.refuse(request, &problem),
        };
        if let Some(pending) = self.interactions.get_mut(token) {
            pending.callback = Some(body.clone());
            pending.original.clone_from(&original);
        }
        if !request.query.contains("with_response=true") {
            return (204, None);
        }
        let message = original.map_or(Value::Null, |id| self.json(&id));
        let flags = message["flags"].as_u64().unwrap_or(0);
        let interaction = json!({
            "id": id, "type": kind, "response_message_id": message["id"],
            "response_message_ephemeral": flags & EPHEMERAL != 0,
            "response_message_loading": flags & LOADING != 0,
        });
        let resource = json!({ "type": body["type"], "message": message });
        (200, Some(json!({ "interaction": interaction, "resource": resource })))
    }

    /// Does what a callback says; the result is the message behind `@original`.
    fn carry_out(
        &mut self,
        body: &Value,
        channel: &str,
        source: Option<String>,
        files: &Files,
    ) -> Result<Option<String>, String> {
        let data = &body["data"];
        match (body["type"].as_u64().unwrap_or(0), source) {
            (4, _) => self.create(channel, data, files, 0).map(Some),
            (5, _) => Ok(Some(self.put_new(channel, data, files, LOADING))),
            (6, source) => Ok(source),
            (7, Some(source)) => self.edit(&source, data, files).map(|()| Some(source)),
            _ => Ok(None),
        }
    }

    /// The interaction behind a webhook token, or Discord's answer that there is none.
    fn webhook(&mut self, token: &str) -> Result<&mut Pending, Answer> {
        match self.interactions.get_mut(token) {
            Some(pending) if pending.expired => Err(error(401, 50027, "Invalid Webhook Token")),
            Some(pending) if pending.callback.is_some() => Ok(pending),
            _ => Err(error(404, 10015, "Unknown Webhook")),
        }
    }

    /// `POST /webhooks/{application}/{token}`
    pub fn follow_up(&mut self, token: &str, request: &Recorded) -> Answer {
        let pending = match self.webhook(token) {
            Ok(pending) => pending,
            Err(answer) => return answer,
        };
        // The first follow-up after a deferred callback fills the placeholder.
        if pending.callback_type() == 5 && !pending.filled && !pending.deleted {
            return self.webhook_message("PATCH", token, "@original", request);
        }
        let channel = pending.channel.clone();
        match self.create(&channel, &request.json, &request.files, 0) {
            Ok(id) => {
                let message = self.json(&id);
                if let Some(pending) = self.interactions.get_mut(token) {
                    pending.followups.push(id);
                    pending.filled = true;
                }
                (200, Some(message))
            }
            Err(problem) => self.refuse(request, &problem),
        }
    }

    /// `/webhooks/{application}/{token}/messages/{which}`
    pub fn webhook_message(&mut self, method: &str, token: &str, which: &str, request: &Recorded) -> Answer {
        let pending = match self.webhook(token) {
            Ok(pending) => pending,
            Err(answer) => return answer,
        };
        let is_original = which == "@original" || pending.original.as_deref() == Some(which);
        let id = if is_original {
            pending.original.clone()
        } else {
            pending.followups.iter().find(|id| *id == which).cloned()
        };
        let Some(id) = id else { return error(404, 10008, "Unknown Message") };
        let answer = self.on_message(method, &id, request);
        if let Some(pending) = self.interactions.get_mut(token)
            && is_original
            && answer.0 < 300
        {
            pending.filled |= method == "PATCH";
            pending.deleted |= method == "DELETE";
        }
        answer
    }

    /// Reads, edits or deletes a message.
    pub fn on_message(&mut self, method: &str, id: &str, request: &Recorded) -> Answer {
        if !self.messages.contains_key(id) {
            return error(404, 10008, "Unknown Message");
        }
        match method {
            "GET" => (200, Some(self.json(id))),
            "PATCH" => match self.edit(id, &request.json, &request.files) {
                Ok(()) => (200, Some(self.json(id))),
                Err(problem) => self.refuse(request, &problem),
            },
            "DELETE" => {
                self.messages.remove(id);
                (204, None)
            }
            _ => error(405, 0, "405: Method Not Allowed"),
        }
    }
}
