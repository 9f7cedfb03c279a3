//! Discord's events as [`Request`]s: what a person did, in this crate's terms.

use serenity::all::{
    ActionRowComponent, ButtonKind, CommandData, CommandDataOptionValue, CommandInteraction,
    CommandType, ComponentInteractionDataKind, Interaction, InteractionContext, Member, Message,
    MessageFlags, MessageType, ModalInteraction, UserId,
};

use super::request::{Act, Asker, Field, Request, Surface};
use super::state::State;
use super::{commands, custom_id, markup};

/// An interaction, and how it is answered.
pub(super) struct Heard {
    /// Its id.
    pub(super) id: u64,
    /// What is needed to answer it, for a quarter of an hour.
    pub(super) token: String,
    /// What was done.
    pub(super) request: Request,
}

/// What an interaction asks for; `None` for one that needs no answer.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's enum may grow, and what it grows is not for this bot"
)]
pub(super) fn interaction(state: &State, interaction: Interaction) -> Option<Heard> {
    match interaction {
        Interaction::Command(command) => {
            let surface = if command.data.kind == CommandType::Message {
                Surface::LookUp
            } else {
                Surface::Command
            };
            let act = act_of(&command.data);
            Some(command_heard(state, command, surface, act))
        }
        Interaction::Autocomplete(command) => {
            let act = typing(&command.data);
            Some(command_heard(state, command, Surface::Typing, act))
        }
        Interaction::Component(component) => {
            let kind = component.data.kind;
            let id = if let ComponentInteractionDataKind::StringSelect { mut values } = kind {
                values.pop()?
            } else {
                component.data.custom_id
            };
            let asker = asker(
                state,
                component.user.id,
                component.channel_id.get(),
                component.guild_id.is_none(),
                component.context,
                component.member.as_ref(),
            );
            Some(Heard {
                id: component.id.get(),
                token: component.token,
                request: Request {
                    asker,
                    surface: Surface::Component,
                    is_private: is_private(&component.message),
                    act: Act::Press { id },
                },
            })
        }
        Interaction::Modal(modal) => Some(modal_heard(state, modal)),
        _ => None,
    }
}

/// What a message asks for; `None` for one that is not for the bot: of another
/// bot or a webhook, or one that neither mentions it nor is written to it alone.
pub(super) fn message(message: &Message, own: UserId) -> Option<Request> {
    let is_speech = matches!(
        message.kind,
        MessageType::Regular | MessageType::InlineReply
    );
    if message.author.bot || message.webhook_id.is_some() || !is_speech {
        return None;
    }
    let is_direct = message.guild_id.is_none();
    let replied_to = message
        .referenced_message
        .as_deref()
        .filter(|other| other.author.id == own);
    let is_mentioned = message.mentions.iter().any(|user| user.id == own);
    // A reply without a ping arrives without its words.
    let is_reply = replied_to.is_some() && !message.content.is_empty();
    if !is_direct && !is_mentioned && !is_reply {
        return None;
    }
    Some(Request {
        asker: Asker {
            person: message.author.id.get(),
            channel: message.channel_id.get(),
            is_direct,
            roles: Vec::new(),
        },
        surface: if is_direct {
            Surface::Direct
        } else {
            Surface::Mention
        },
        is_private: false,
        act: Act::Ask {
            words: markup::words_of(&message.content),
            after: replied_to.and_then(follow_up),
        },
    })
}

fn command_heard(state: &State, command: CommandInteraction, surface: Surface, act: Act) -> Heard {
    let private = command.data.options.iter().any(|option| {
        option.name == "private" && option.value == CommandDataOptionValue::Boolean(true)
    });
    let asker = asker(
        state,
        command.user.id,
        command.channel_id.get(),
        command.guild_id.is_none(),
        command.context,
        command.member.as_deref(),
    );
    Heard {
        id: command.id.get(),
        token: command.token,
        request: Request {
            asker,
            surface,
            is_private: private,
            act,
        },
    }
}

fn modal_heard(state: &State, modal: ModalInteraction) -> Heard {
    let mut inputs = modal.data.components.iter().flat_map(|row| &row.components);
    let words = inputs
        .find_map(|component| {
            let ActionRowComponent::InputText(input) = component else {
                return None;
            };
            input.value.clone()
        })
        .unwrap_or_default();
    // A modal's interaction does not say in which context it is: without a
    // server it can be a group, so others may read there.
    let asker = Asker {
        person: modal.user.id.get(),
        channel: modal.channel_id.get(),
        is_direct: false,
        roles: own_roles(state, modal.member.as_ref()),
    };
    Heard {
        id: modal.id.get(),
        token: modal.token,
        request: Request {
            asker,
            surface: Surface::Modal,
            is_private: modal.message.as_deref().is_some_and(is_private),
            act: Act::Ask {
                words: markup::words_of(&words),
                after: Some(modal.data.custom_id),
            },
        },
    }
}

fn asker(
    state: &State,
    person: UserId,
    channel: u64,
    is_outside_servers: bool,
    context: Option<InteractionContext>,
    member: Option<&Member>,
) -> Asker {
    Asker {
        person: person.get(),
        channel,
        is_direct: is_outside_servers
            && !matches!(context, Some(InteractionContext::PrivateChannel)),
        roles: own_roles(state, member),
    }
}

fn own_roles(state: &State, member: Option<&Member>) -> Vec<String> {
    let roles = member.into_iter().flat_map(|member| &member.roles);
    state.roles.names(roles.map(|role| role.get()))
}

fn is_private(message: &Message) -> bool {
    let flags = message.flags.unwrap_or_default();
    flags.contains(MessageFlags::EPHEMERAL)
}

/// The id of the "Ask a follow-up" button under a message.
fn follow_up(message: &Message) -> Option<String> {
    let parts = message.components.iter().flat_map(|row| &row.components);
    let mut ids = parts.filter_map(|part| {
        if let ActionRowComponent::Button(button) = part
            && let ButtonKind::NonLink { custom_id, .. } = &button.data
        {
            Some(custom_id)
        } else {
            None
        }
    });
    ids.find(|id| custom_id::is_follow_up(id)).cloned()
}

/// What a command asks for.
fn act_of(data: &CommandData) -> Act {
    if data.kind == CommandType::Message && data.name == commands::LOOK_UP {
        let messages = data.resolved.messages.values();
        let text: Vec<&str> = messages.map(|message| message.content.as_str()).collect();
        return Act::LookUp {
            text: text.join("\n"),
        };
    }
    let option = |name: &str| {
        let option = data.options.iter().find(|option| option.name == name);
        option.and_then(|option| option.value.as_str().map(str::to_owned))
    };
    let needed = |name: &str| option(name).unwrap_or_default();
    match data.name.as_str() {
        "ask" => Act::Ask {
            words: markup::words_of(&needed("question")),
            after: None,
        },
        "role" => Act::Role {
            role: needed("role"),
            level: option("level"),
        },
        "skill" => Act::Skill {
            skill: needed("skill"),
            at: option("at"),
        },
        "compare" => Act::Compare {
            first: option("first"),
            second: needed("second"),
        },
        "next" => Act::Next {
            from: option("from"),
            to: option("to"),
        },
        "browse" => Act::Browse,
        "help" => Act::Help,
        "about" => Act::About,
        "privacy" => Act::Privacy,
        _ => Act::Unknown,
    }
}

/// In which field somebody types, and what so far.
fn typing(data: &CommandData) -> Act {
    let typed = data.options.iter().find_map(|option| {
        let CommandDataOptionValue::Autocomplete { value, .. } = &option.value else {
            return None;
        };
        Some((&option.name, value))
    });
    let (field, typed) = typed.map_or(("", ""), |(name, typed)| (name.as_str(), typed.as_str()));
    let role = data.options.iter().find(|option| option.name == "role");
    Act::Type {
        field: match (data.name.as_str(), field) {
            (_, "skill") => Field::Skill,
            (_, "level") => Field::LevelOfRole,
            (_, "first" | "from") => Field::OwnPlace,
            _ => Field::Place,
        },
        typed: typed.to_owned(),
        role: role.and_then(|role| role.value.as_str().map(str::to_owned)),
    }
}
