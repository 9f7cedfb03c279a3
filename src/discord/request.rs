//! What a person did, whatever way it came in.

/// A person's doing, and where.
pub(super) struct Request {
    /// Who, and where.
    pub(super) asker: Asker,
    /// By which way.
    pub(super) surface: Surface,
    /// Whether the answer was asked for in private, or the message that was
    /// pressed is one that only this person sees.
    pub(super) is_private: bool,
    /// What.
    pub(super) act: Act,
}

/// Who asks, and where. There is no way to print it: ids are in no log.
#[derive(Clone)]
pub(super) struct Asker {
    /// The person's id.
    pub(super) person: u64,
    /// The channel's, thread's or direct conversation's id.
    pub(super) channel: u64,
    /// Whether nobody else reads there.
    pub(super) is_direct: bool,
    /// The names of the person's roles in the server, as far as they are known.
    pub(super) roles: Vec<String>,
}

/// The ways to ask, as they are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Surface {
    /// A slash command.
    Command,
    /// The command on somebody's message.
    LookUp,
    /// A message in a channel that mentions the bot or replies to it.
    Mention,
    /// A direct message.
    Direct,
    /// A button or a select.
    Component,
    /// A window.
    Modal,
    /// Names offered while somebody types.
    Typing,
}

/// What was done.
pub(super) enum Act {
    /// Asked in plain words; with the id of the "Ask a follow-up" button of the
    /// message that was replied to, or of the window.
    Ask {
        words: String,
        after: Option<String>,
    },
    /// `/role`
    Role { role: String, level: Option<String> },
    /// `/skill`
    Skill { skill: String, at: Option<String> },
    /// `/compare`
    Compare {
        first: Option<String>,
        second: String,
    },
    /// `/next`
    Next {
        from: Option<String>,
        to: Option<String>,
    },
    /// `/browse`
    Browse,
    /// `/help`
    Help,
    /// `/about`
    About,
    /// `/privacy`
    Privacy,
    /// "Look this up", on a message with this text.
    LookUp { text: String },
    /// Pressed a button, or chose an option with this value.
    Press { id: String },
    /// Typed so far in one field of a command.
    Type {
        field: Field,
        typed: String,
        role: Option<String>,
    },
    /// Did what this release does not know.
    Unknown,
}

/// What a field of a command takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// A role or a level.
    Place,
    /// A level, perhaps the person's own.
    OwnPlace,
    /// A level of the role that is named beside it.
    LevelOfRole,
    /// A skill.
    Skill,
}

impl Surface {
    /// The name by which it is counted.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Command => "command",
            Self::LookUp => "look_up",
            Self::Mention => "mention",
            Self::Direct => "direct",
            Self::Component => "component",
            Self::Modal => "modal",
            Self::Typing => "typing",
        }
    }

    /// Whether it came as a message, and not as an interaction.
    pub(super) fn is_message(self) -> bool {
        matches!(self, Self::Mention | Self::Direct)
    }
}
