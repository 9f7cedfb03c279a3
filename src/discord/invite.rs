//! The link by which a server's owner, or a person, adds the bot.

use serenity::all::Permissions;

/// What the bot needs in a server: to see a channel, to write in it and in its
/// threads, and to show embeds. Reading the history is what lets it answer with
/// a reply.
fn permissions() -> Permissions {
    Permissions::VIEW_CHANNEL
        | Permissions::SEND_MESSAGES
        | Permissions::SEND_MESSAGES_IN_THREADS
        | Permissions::EMBED_LINKS
        | Permissions::READ_MESSAGE_HISTORY
}

/// The invitation for an app, by the number that its page calls "Application
/// ID".
#[must_use]
pub fn invitation(application: u64) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={}",
        permissions().bits()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_asks_for_exactly_what_is_needed() {
        let bits = (1_u64 << 10) | (1 << 11) | (1 << 14) | (1 << 16) | (1 << 38);
        assert!(invitation(7).ends_with(&format!(
            "client_id=7&scope=bot+applications.commands&permissions={bits}"
        )));
    }
}
