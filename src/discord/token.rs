//! The bot's token: read from the environment or a file, and never shown.

use std::fmt;
use std::path::Path;

/// The variable of the environment that holds the token.
pub const VARIABLE: &str = "DISCORD_TOKEN";

/// The bot's password at Discord. It has no `Display`, and its `Debug` does not
/// tell it.
#[derive(Clone)]
pub struct Token(String);

/// Why there is no token. `Display` is the message, of three lines where it has
/// to say how to get one.
#[derive(Debug, PartialEq, Eq)]
pub enum NoToken {
    /// Nothing names one.
    Missing,
    /// The file that should hold it can't be read.
    Unreadable {
        /// The file.
        path: String,
        /// What the system says.
        reason: String,
    },
    /// What was given is no token: it holds spaces, or nothing.
    Malformed,
}

impl Token {
    /// Takes the token from [`VARIABLE`], or else from a file.
    ///
    /// # Errors
    /// Where neither has one.
    pub fn find(variable: Option<&str>, file: Option<&Path>) -> Result<Self, NoToken> {
        if let Some(token) = variable {
            return Self::new(token);
        }
        let path = file.ok_or(NoToken::Missing)?;
        let text = std::fs::read_to_string(path).map_err(|error| NoToken::Unreadable {
            path: path.display().to_string(),
            reason: error.kind().to_string(),
        })?;
        Self::new(&text)
    }

    /// A token as it was given; white space and the word `Bot` around it are
    /// forgiven.
    ///
    /// # Errors
    /// Where it can't be one.
    pub fn new(given: &str) -> Result<Self, NoToken> {
        let token = given.trim();
        let token = token.strip_prefix("Bot ").unwrap_or(token).trim();
        // It is sent as an HTTP header, and so has to be of these characters.
        let is_plain = token.bytes().all(|byte| byte.is_ascii_graphic());
        if token.is_empty() || !is_plain {
            return Err(NoToken::Malformed);
        }
        Ok(Self(token.to_owned()))
    }

    /// The token, for the client library alone.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

impl fmt::Display for NoToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str(
                "there is no Discord token\n\
                 get one: discord.com/developers/applications, New Application, Bot, Reset Token\n\
                 then set DISCORD_TOKEN to it, or put it into a file and name that as `token_file` under `[discord]`",
            ),
            Self::Unreadable { path, reason } => {
                write!(f, "the token file `{path}` can't be read: {reason}")
            }
            Self::Malformed => f.write_str("what is given as the Discord token is none: it is empty or has spaces in it"),
        }
    }
}

impl std::error::Error for NoToken {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_never_shown() {
        let token = Token::new(" Bot canary.token \n").expect("it is one");
        assert_eq!(token.reveal(), "canary.token");
        assert_eq!(format!("{token:?}"), "Token(..)");
    }

    #[test]
    fn the_environment_goes_before_the_file_and_nothing_is_said_in_three_lines() {
        let file = Path::new("/nowhere/token");
        assert!(Token::find(Some("a"), Some(file)).is_ok());
        assert!(matches!(
            Token::find(None, Some(file)),
            Err(NoToken::Unreadable { .. })
        ));
        let missing = Token::find(None, None).expect_err("there is none");
        assert_eq!(missing.to_string().lines().count(), 3);
        assert_eq!(Token::find(Some(" "), None).err(), Some(NoToken::Malformed));
        assert_eq!(
            Token::find(Some("a b"), None).err(),
            Some(NoToken::Malformed)
        );
    }
}
