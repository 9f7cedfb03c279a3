//! What the bot sent, as a person sees it.

use std::io::Write as _;

use serde_json::{Value, json};

/// To whom it was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum To {
    /// In answer to an interaction.
    Interaction(u64),
    /// Into a channel.
    Channel(u64),
}

/// Something that the bot sent.
#[derive(Debug, Clone)]
pub(crate) struct Heard {
    pub(crate) to: To,
    /// The id of the message that it became.
    pub(crate) id: u64,
    pub(crate) body: Value,
}

impl Heard {
    /// Whatever it is, it must not ping anybody.
    #[track_caller]
    pub(crate) fn new(to: To, id: u64, body: Value) -> Self {
        Self { to, id, body }
    }

    /// Writes a body down for the check against Discord's own description, if
    /// `WAYMARK_BODIES` names a file to write it to.
    pub(crate) fn record(sort: &str, body: &Value) {
        let Some(path) = std::env::var_os("WAYMARK_BODIES") else {
            return;
        };
        let line = format!("{}\n", json!({"sort": sort, "body": body}));
        let file = std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(path);
        // One write a line: the tests run side by side.
        file.and_then(|mut file| file.write_all(line.as_bytes()))
            .expect("the bodies can be written down");
    }

    /// The message itself.
    pub(crate) fn message(&self) -> &Value {
        match self.to {
            To::Interaction(_) => &self.body["data"],
            To::Channel(_) => &self.body,
        }
    }

    /// Discord's type of answer: 4 a message, 7 an update, 8 names, 9 a window.
    pub(crate) fn answer_type(&self) -> u64 {
        self.body["type"].as_u64().unwrap_or_default()
    }

    pub(crate) fn is_private(&self) -> bool {
        self.message()["flags"].as_u64().unwrap_or_default() & 64 != 0
    }

    /// All that can be read of it.
    pub(crate) fn text(&self) -> String {
        let message = self.message();
        let mut text = vec![message["content"].as_str().unwrap_or_default().to_owned()];
        for embed in message["embeds"].as_array().into_iter().flatten() {
            for part in [
                &embed["title"],
                &embed["description"],
                &embed["footer"]["text"],
            ] {
                text.extend(part.as_str().map(str::to_owned));
            }
        }
        text.retain(|part| !part.is_empty());
        text.join("\n")
    }

    fn parts(&self) -> impl Iterator<Item = &Value> {
        let rows = self.message()["components"]
            .as_array()
            .into_iter()
            .flatten();
        rows.flat_map(|row| row["components"].as_array().into_iter().flatten())
    }

    /// The labels of its buttons.
    pub(crate) fn buttons(&self) -> Vec<&str> {
        self.parts()
            .filter_map(|part| part["label"].as_str())
            .collect()
    }

    /// The id of a button.
    #[track_caller]
    pub(crate) fn button(&self, label: &str) -> String {
        let found = self.parts().find(|part| part["label"] == label);
        let id = found.and_then(|part| part["custom_id"].as_str());
        id.unwrap_or_else(|| panic!("there is no button `{label}`: {:?}", self.buttons()))
            .to_owned()
    }

    /// The options of its select: label and value.
    pub(crate) fn options(&self) -> Vec<(&str, &str)> {
        self.parts()
            .flat_map(|part| part["options"].as_array().into_iter().flatten())
            .filter_map(|option| Some((option["label"].as_str()?, option["value"].as_str()?)))
            .collect()
    }

    /// The names that are offered to somebody who types: name and value.
    pub(crate) fn offers(&self) -> Vec<(&str, &str)> {
        let choices = self.message()["choices"].as_array().into_iter().flatten();
        choices
            .filter_map(|choice| Some((choice["name"].as_str()?, choice["value"].as_str()?)))
            .collect()
    }

    /// Looks for words in it.
    #[track_caller]
    pub(crate) fn says(self, words: &str) -> Self {
        assert!(
            self.text().contains(words),
            "`{words}` is not said:\n{}",
            self.text()
        );
        self
    }

    #[track_caller]
    pub(crate) fn privately(self) -> Self {
        assert!(self.is_private(), "everybody sees this:\n{}", self.text());
        self
    }

    /// An update of a private message, which stays private: the answer itself
    /// does not say so again.
    pub(crate) fn stays_private(mut self) -> Self {
        assert_eq!(self.answer_type(), 7);
        self.body["data"]["flags"] = json!(64);
        self
    }

    #[track_caller]
    pub(crate) fn openly(self) -> Self {
        assert!(!self.is_private(), "only one sees this:\n{}", self.text());
        self
    }
}
