//! What people do, as verbs. Those that an answer follows give the id to listen
//! for.

use serde_json::{Value, json};

use super::heard::Heard;
use super::payload::{self, BOT, COMMAND, Person, Place};
use super::stage::{BEN, Stage};

impl Stage {
    /// Somebody says something.
    pub(crate) fn says(&self, person: Person, place: Place, words: &str) -> u64 {
        let id = self.fake.id();
        let said = payload::said(id, person, place, words, None, false);
        self.fake.dispatch("MESSAGE_CREATE", said);
        id
    }

    /// Somebody says something to the bot in a channel.
    pub(crate) fn mentions(&self, person: Person, place: Place, words: &str) -> u64 {
        self.says(person, place, &format!("<@{BOT}> {words}"))
    }

    /// Somebody replies to what the bot said.
    pub(crate) fn replies(&self, person: Person, place: Place, to: &Heard, words: &str) {
        let id = self.fake.id();
        let said = payload::said(id, person, place, words, Some(&shown(to, place)), true);
        self.fake.dispatch("MESSAGE_CREATE", said);
    }

    /// Somebody uses a command.
    pub(crate) fn uses(
        &self,
        person: Person,
        place: Place,
        command: &str,
        options: &[(&str, Value)],
    ) -> u64 {
        let options: Vec<Value> = options
            .iter()
            .map(|(name, value)| {
                let kind = if value.is_boolean() { 5 } else { 3 };
                json!({"name": name, "type": kind, "value": value})
            })
            .collect();
        let data =
            json!({"id": COMMAND.to_string(), "name": command, "type": 1, "options": options});
        self.interacts(2, person, place, &data)
    }

    /// Somebody types in a command's field; the last one named has the caret.
    pub(crate) fn types(
        &self,
        person: Person,
        place: Place,
        command: &str,
        options: &[(&str, &str)],
    ) -> u64 {
        let last = options.len() - 1;
        let options: Vec<Value> = options
            .iter()
            .enumerate()
            .map(|(at, (name, value))| {
                let mut option = json!({"name": name, "type": 3, "value": value});
                if at == last {
                    option["focused"] = json!(true);
                }
                option
            })
            .collect();
        let data =
            json!({"id": COMMAND.to_string(), "name": command, "type": 1, "options": options});
        self.interacts(4, person, place, &data)
    }

    /// Somebody uses "Look this up" on a message.
    pub(crate) fn looks_up(&self, person: Person, place: Place, words: &str) -> u64 {
        let id = self.fake.id().to_string();
        let message = payload::message(self.fake.id(), place, &payload::user(BEN.id, false), words);
        let data = json!({
            "id": (COMMAND + 9).to_string(), "name": "Look this up", "type": 3, "target_id": id,
            "resolved": {"messages": {id.clone(): message}},
        });
        self.interacts(2, person, place, &data)
    }

    /// Somebody presses a button.
    #[track_caller]
    pub(crate) fn presses(&self, person: Person, place: Place, under: &Heard, label: &str) -> u64 {
        let data = json!({"component_type": 2, "custom_id": under.button(label)});
        self.touches(person, place, under, &data)
    }

    /// Somebody chooses an option of a select.
    #[track_caller]
    pub(crate) fn chooses(&self, person: Person, place: Place, under: &Heard, label: &str) -> u64 {
        let options = under.options();
        let found = options.iter().find(|(name, _)| *name == label);
        let (_, value) = found.unwrap_or_else(|| panic!("no option `{label}`: {options:?}"));
        let data = json!({"component_type": 3, "custom_id": "1c", "values": [value]});
        self.touches(person, place, under, &data)
    }

    pub(crate) fn touches(&self, person: Person, place: Place, under: &Heard, data: &Value) -> u64 {
        let id = self.fake.id();
        let mut done = payload::interaction(id, 3, person, place, data);
        done["message"] = shown(under, place);
        self.fake.dispatch("INTERACTION_CREATE", done);
        id
    }

    /// Somebody writes into the window that a button opened, and sends it off.
    pub(crate) fn submits(
        &self,
        person: Person,
        place: Place,
        window: &Heard,
        under: &Heard,
        words: &str,
    ) -> u64 {
        let id = self.fake.id();
        let input = json!({"type": 4, "custom_id": "words", "value": words});
        let data = json!({
            "custom_id": window.message()["custom_id"],
            "components": [{"type": 1, "components": [input]}],
        });
        let mut done = payload::interaction(id, 5, person, place, &data);
        done["message"] = shown(under, place);
        self.fake.dispatch("INTERACTION_CREATE", done);
        id
    }

    pub(crate) fn interacts(&self, kind: u8, person: Person, place: Place, data: &Value) -> u64 {
        let id = self.fake.id();
        let done = payload::interaction(id, kind, person, place, data);
        self.fake.dispatch("INTERACTION_CREATE", done);
        id
    }
}

/// What the bot sent, as the message that stands in the channel.
fn shown(heard: &Heard, place: Place) -> Value {
    let sent = heard.message();
    let content = sent["content"].as_str().unwrap_or_default();
    let mut message = payload::message(heard.id, place, &payload::user(BOT, true), content);
    for part in ["embeds", "components"] {
        message[part] = sent[part].clone();
    }
    message["flags"] = json!(sent["flags"].as_u64().unwrap_or_default());
    message
}
