//! What Discord sends, in the form of its documentation. One place builds it:
//! the client library drops a payload in silence where a field is missing.

use serde_json::{Value, json};

use super::record::CANARY;

pub(crate) const APPLICATION: u64 = 1_000_000_000_000_000_001;
pub(crate) const BOT: u64 = 1_000_000_000_000_000_002;
pub(crate) const SERVER: u64 = 1_000_000_000_000_000_003;
/// The first of the commands.
pub(crate) const COMMAND: u64 = 1_000_000_000_000_001_000;
/// A command that this release does not have.
pub(crate) const OTHER_COMMAND: u64 = 1_000_000_000_000_002_000;
/// The server's roles that are called like the framework's, and another one.
pub(crate) const WEAVERS: u64 = 8_000_000_000_000_000_001;
pub(crate) const LEAD_POTTERS: u64 = 8_000_000_000_000_000_002;
pub(crate) const MODERATORS: u64 = 8_000_000_000_000_000_003;
/// Who owns the server.
const OWNER: u64 = 4_000_000_000_000_000_009;

const TIME: &str = "2026-01-01T00:00:00.000000+00:00";

/// Somebody.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Person {
    pub(crate) id: u64,
    pub(crate) is_bot: bool,
    /// The id of the one role that they have in the server.
    pub(crate) role: Option<u64>,
}

/// Somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A channel or thread of the server.
    Channel(u64),
    /// The conversation of one person with the bot.
    Direct(u64),
    /// A conversation of several people, without the bot.
    Group(u64),
}

impl Place {
    pub(crate) fn id(self) -> u64 {
        match self {
            Self::Channel(id) | Self::Direct(id) | Self::Group(id) => id,
        }
    }
}

pub(crate) fn user(id: u64, is_bot: bool) -> Value {
    json!({
        "id": id.to_string(),
        "username": format!("somebody{}", id % 1000),
        "discriminator": "0",
        "global_name": null,
        "avatar": null,
        "bot": is_bot,
    })
}

fn member(person: Person) -> Value {
    json!({
        "user": user(person.id, person.is_bot),
        "roles": person.role.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "joined_at": TIME,
        "deaf": false,
        "mute": false,
        "flags": 0,
        "permissions": "0",
        "nick": null,
        "avatar": null,
    })
}

/// A message as it stands in a channel.
pub(crate) fn message(id: u64, place: Place, author: &Value, content: &str) -> Value {
    json!({
        "id": id.to_string(),
        "channel_id": place.id().to_string(),
        "author": author,
        "content": content,
        "timestamp": TIME,
        "edited_timestamp": null,
        "tts": false,
        "mention_everyone": false,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": false,
        "type": 0,
        "flags": 0,
    })
}

/// Somebody says something.
pub(crate) fn said(
    id: u64,
    person: Person,
    place: Place,
    content: &str,
    replied_to: Option<&Value>,
    pings: bool,
) -> Value {
    let mut said = message(id, place, &user(person.id, person.is_bot), content);
    if let Place::Channel(_) = place {
        said["guild_id"] = json!(SERVER.to_string());
        let mut member = member(person);
        member.as_object_mut().expect("an object").remove("user");
        said["member"] = member;
    }
    if content.contains(&format!("<@{BOT}>")) || replied_to.is_some() && pings {
        said["mentions"] = json!([user(BOT, true)]);
    }
    if let Some(other) = replied_to {
        said["type"] = json!(19);
        said["referenced_message"] = other.clone();
        said["message_reference"] = json!({
            "message_id": other["id"],
            "channel_id": other["channel_id"],
        });
    }
    said
}

/// Somebody does something that is answered directly; the number is Discord's
/// type of interaction.
pub(crate) fn interaction(id: u64, kind: u8, person: Person, place: Place, data: &Value) -> Value {
    let mut done = json!({
        "id": id.to_string(),
        "application_id": APPLICATION.to_string(),
        "type": kind,
        "data": data,
        "channel_id": place.id().to_string(),
        "channel": {"id": place.id().to_string(), "type": 0},
        "token": token(id),
        "version": 1,
        "locale": "en-GB",
        "app_permissions": "0",
        "entitlements": [],
        "authorizing_integration_owners": {},
        "attachment_size_limit": 10_485_760,
    });
    match place {
        Place::Channel(_) => {
            done["guild_id"] = json!(SERVER.to_string());
            done["guild_locale"] = json!("en-GB");
            done["member"] = member(person);
            done["context"] = json!(0);
        }
        Place::Direct(_) => {
            done["user"] = user(person.id, person.is_bot);
            done["context"] = json!(1);
        }
        Place::Group(_) => {
            done["user"] = user(person.id, person.is_bot);
            done["context"] = json!(2);
        }
    }
    done
}

/// The token of an interaction: a canary, since it must never be logged.
pub(crate) fn token(id: u64) -> String {
    format!("{CANARY}-interaction-{id}")
}

pub(crate) fn ready(session: u64, address: &str, shard: &Value) -> Value {
    json!({
        "v": 10,
        "user": user(BOT, true),
        "guilds": [{"id": SERVER.to_string(), "unavailable": true}],
        "session_id": format!("{CANARY}-session-{session}"),
        "resume_gateway_url": format!("ws://{address}"),
        "shard": shard,
        "application": {"id": APPLICATION.to_string(), "flags": 0},
    })
}

/// The server, with a role for each name.
pub(crate) fn server(roles: &[(u64, &str)]) -> Value {
    let roles: Vec<Value> = roles.iter().map(|(id, name)| role(*id, name)).collect();
    json!({
        "id": SERVER.to_string(),
        "name": "A server",
        "icon": null,
        "splash": null,
        "discovery_splash": null,
        "owner_id": OWNER.to_string(),
        "afk_channel_id": null,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "roles": roles,
        "emojis": [],
        "features": [],
        "mfa_level": 0,
        "application_id": null,
        "system_channel_id": null,
        "system_channel_flags": 0,
        "rules_channel_id": null,
        "vanity_url_code": null,
        "description": null,
        "banner": null,
        "premium_tier": 0,
        "preferred_locale": "en-GB",
        "public_updates_channel_id": null,
        "nsfw_level": 0,
        "stickers": [],
        "premium_progress_bar_enabled": false,
        "joined_at": TIME,
        "large": false,
        "unavailable": false,
        "member_count": 2,
        "voice_states": [],
        "members": [],
        "channels": [],
        "threads": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "safety_alerts_channel_id": null,
    })
}

fn role(id: u64, name: &str) -> Value {
    json!({
        "id": id.to_string(),
        "name": name,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
        "hoist": false,
        "icon": null,
        "unicode_emoji": null,
        "position": 1,
        "permissions": "0",
        "managed": false,
        "mentionable": false,
        "flags": 0,
    })
}

pub(crate) fn application() -> Value {
    json!({
        "id": APPLICATION.to_string(),
        "name": "Waymark",
        "icon": null,
        "description": "",
        "rpc_origins": [],
        "bot_public": true,
        "bot_require_code_grant": false,
        "summary": "",
        "verify_key": "00",
        "team": null,
        "flags": 0,
        "integration_types_config": {"0": {}, "1": {}},
        "redirect_uris": [],
        "interactions_endpoint_url": null,
    })
}
