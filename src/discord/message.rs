//! What the bot sends, as Discord's HTTP interface wants it. The bodies are the
//! bot's own types and not the client library's, so that one place measures
//! them and no way of sending can forget that nobody is to be pinged.

use serde::Serialize;

use super::limits;

/// A message.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(super) struct Message {
    /// Text outside the embed; empty where the embed says all.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) content: String,
    /// The answer.
    pub(super) embeds: Vec<Embed>,
    /// The buttons and selects.
    pub(super) components: Vec<Row>,
    /// Never anybody.
    allowed_mentions: Nobody,
    /// [`PRIVATE`](Self::PRIVATE) or nothing.
    #[serde(skip_serializing_if = "is_zero")]
    flags: u32,
    /// The message that this one answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(rename = "message_reference")]
    answers: Option<Reference>,
}

/// Whom a message may ping: nobody, whatever stands in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
struct Nobody {
    parse: [&'static str; 0],
    replied_user: bool,
}

/// The message that is answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Reference {
    message_id: String,
    fail_if_not_exists: bool,
}

/// An answer, set apart from the conversation.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(super) struct Embed {
    /// What it is about.
    pub(super) title: String,
    /// The page of what the title names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    /// The answer.
    pub(super) description: String,
    /// Source and licence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) footer: Option<Footer>,
}

/// The small print.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Footer {
    /// The words.
    pub(super) text: String,
}

/// A row of buttons, or one select, or one input of a modal.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Row {
    #[serde(rename = "type")]
    kind: u8,
    /// What stands in it.
    pub(super) components: Vec<Component>,
}

/// What can be pressed, chosen from or written into.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Component {
    /// Something to press.
    Button {
        #[serde(rename = "type")]
        kind: u8,
        style: u8,
        label: String,
        custom_id: String,
    },
    /// Something to choose from.
    Select {
        #[serde(rename = "type")]
        kind: u8,
        custom_id: String,
        placeholder: String,
        options: Vec<Choosable>,
    },
    /// Something to write into.
    Input {
        #[serde(rename = "type")]
        kind: u8,
        style: u8,
        custom_id: &'static str,
        label: String,
        max_length: usize,
        required: bool,
    },
}

/// One option of a select.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Choosable {
    /// The name.
    pub(super) label: String,
    /// Where it leads: a whole custom id.
    pub(super) value: String,
    /// What tells it apart.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) description: String,
}

/// A window with one input.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Modal {
    /// What comes back with the input.
    pub(super) custom_id: String,
    /// The window's title.
    pub(super) title: String,
    /// The input.
    pub(super) components: Vec<Row>,
}

/// One of the names offered while somebody types.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Offer {
    /// As it is shown.
    pub(super) name: String,
    /// As it is sent.
    pub(super) value: String,
}

impl Message {
    /// The flag of a message that only one person sees.
    pub(super) const PRIVATE: u32 = 1 << 6;

    /// A message of an embed, and what can be pressed under it.
    pub(super) fn new(embed: Embed, components: Vec<Row>) -> Self {
        Self {
            embeds: vec![embed],
            components,
            ..Self::default()
        }
    }

    /// A message of one line.
    pub(super) fn line(text: &str) -> Self {
        Self {
            content: limits::fit(text, limits::CONTENT),
            ..Self::default()
        }
    }

    /// The same message for one person alone.
    pub(super) fn private(mut self) -> Self {
        self.flags = Self::PRIVATE;
        self
    }

    /// The same message for all who read there.
    pub(super) fn in_the_open(mut self) -> Self {
        self.flags = 0;
        self
    }

    /// The same message as a reply, which stands also where the other message
    /// has been deleted.
    pub(super) fn replying_to(mut self, message: u64) -> Self {
        self.answers = Some(Reference {
            message_id: message.to_string(),
            fail_if_not_exists: false,
        });
        self
    }
}

impl Row {
    /// A row of things to press or to choose from.
    pub(super) fn new(components: Vec<Component>) -> Self {
        Self {
            kind: 1,
            components,
        }
    }
}

impl Component {
    /// A button in a quiet colour: its words say what it does.
    pub(super) fn button(label: &str, custom_id: String) -> Self {
        Self::Button {
            kind: 2,
            style: 2,
            label: limits::fit(label, limits::LABEL),
            custom_id,
        }
    }

    /// A select of one thing.
    pub(super) fn select(custom_id: String, placeholder: &str, options: Vec<Choosable>) -> Self {
        Self::Select {
            kind: 3,
            custom_id,
            placeholder: limits::fit(placeholder, limits::PLACEHOLDER),
            options,
        }
    }

    /// A field of several lines.
    pub(super) fn input(label: &str) -> Self {
        Self::Input {
            kind: 4,
            style: 2,
            custom_id: "words",
            label: limits::fit(label, limits::MODAL),
            max_length: limits::INPUT,
            required: true,
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands a reference to what it may leave out"
)]
fn is_zero(flags: &u32) -> bool {
    *flags == 0
}
