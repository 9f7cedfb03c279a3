//! Why the bot ends other than by being told to.

use std::fmt;

use super::token::NoToken;

/// Why the bot can't run, or can't go on. `Display` is the message; none holds
/// the token.
#[derive(Debug)]
pub enum Fault {
    /// There is no token.
    Token(NoToken),
    /// Discord does not take the token.
    TokenRefused,
    /// The bot asks for events that it may not have.
    IntentsRefused,
    /// Discord, or the proxy before it, can't be reached or does not answer as
    /// it should.
    Unreachable,
    /// There has been no connection for too long.
    Apart,
    /// The address for `/healthz` and `/metrics` can't be listened on.
    Listen(std::io::Error),
    /// The system does not give what running takes.
    System(std::io::Error),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Token(error) => error.fmt(f),
            Self::TokenRefused => f.write_str(
                "Discord refuses the token: make a new one (discord.com/developers/applications, Bot, Reset Token)",
            ),
            Self::IntentsRefused => f.write_str(
                "Discord refuses the events that the bot asks for, though none of them is privileged: is this an app of its own?",
            ),
            Self::Unreachable => {
                f.write_str("Discord can't be reached, or does not answer as it should")
            }
            Self::Apart => f.write_str("there has been no connection to Discord for too long"),
            Self::Listen(error) => write!(f, "`http.listen` can't be listened on: {error}"),
            Self::System(error) => write!(f, "the system refuses what the bot needs: {error}"),
        }
    }
}

impl std::error::Error for Fault {}

impl From<NoToken> for Fault {
    fn from(error: NoToken) -> Self {
        Self::Token(error)
    }
}
