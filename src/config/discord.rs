//! What can be set for the Discord bot.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

/// The keys under `[discord]`.
pub(super) const DISCORD: &[&str] = &[
    "token_file",
    "server",
    "shards",
    "api_base",
    "person_per_minute",
    "channel_per_minute",
];

/// The keys under `[http]`.
pub(super) const HTTP: &[&str] = &["listen"];

/// The table `[discord]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Discord {
    /// The file that holds the token, where the environment has none.
    #[serde(deserialize_with = "unless_empty")]
    pub token_file: Option<PathBuf>,
    /// The one server for which the commands are registered, for trying out:
    /// there they change at once. `None`: for everybody.
    #[serde(deserialize_with = "unless_zero")]
    pub server: Option<u64>,
    /// Which connections to Discord this process holds.
    pub shards: Shards,
    /// The address of a proxy that keeps the rate limits, or of a compatible
    /// server, instead of Discord's own.
    #[serde(deserialize_with = "unless_empty")]
    pub api_base: Option<String>,
    /// How many questions of one person are answered in a minute.
    pub person_per_minute: NonZeroU32,
    /// How many questions in one channel are answered in a minute.
    pub channel_per_minute: NonZeroU32,
}

/// The table `[http]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Http {
    /// Where `/healthz`, `/readyz` and `/metrics` are served; nowhere where it
    /// is `None`.
    #[serde(deserialize_with = "unless_empty")]
    pub listen: Option<SocketAddr>,
}

/// The connections to Discord ("shards") that one process holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shards {
    /// As many as Discord advises, all of them.
    #[default]
    Auto,
    /// Some of a number that several processes share.
    Range {
        /// The first, from 0.
        first: u32,
        /// The last, itself included.
        last: u32,
        /// How many there are over all processes.
        total: u32,
    },
}

impl Default for Discord {
    fn default() -> Self {
        let number = |number| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
        Self {
            token_file: None,
            server: None,
            shards: Shards::Auto,
            api_base: None,
            person_per_minute: number(40),
            channel_per_minute: number(120),
        }
    }
}

impl Discord {
    /// The same, with paths that count from a folder.
    pub(super) fn counted_from(self, folder: &Path) -> Self {
        Self {
            token_file: self.token_file.map(|file| folder.join(file)),
            ..self
        }
    }
}

impl FromStr for Shards {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "auto" {
            return Ok(Self::Auto);
        }
        let read = || {
            let (range, total) = text.split_once('/')?;
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            let number = |text: &str| text.trim().parse::<u32>().ok();
            Some((number(first)?, number(last)?, number(total)?))
        };
        match read() {
            Some((first, last, total)) if first <= last && last < total => {
                Ok(Self::Range { first, last, total })
            }
            _ => Err(format!(
                "`{text}` is no range of shards: write \"auto\", or \"0-3/8\" for the first four of eight"
            )),
        }
    }
}

impl<'de> Deserialize<'de> for Shards {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// A value that is written as text, where an empty text stands for none: the
/// example can show the key so.
fn unless_empty<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: std::fmt::Display>,
{
    let text = String::deserialize(deserializer)?;
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(D::Error::custom)
}

/// An id, where 0 stands for none.
fn unless_zero<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    u64::deserialize(deserializer).map(|id| Some(id).filter(|id| *id != 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shards_are_all_or_a_range_of_a_total() {
        assert_eq!("auto".parse(), Ok(Shards::Auto));
        let range = |first, last, total| Ok(Shards::Range { first, last, total });
        assert_eq!("0-3/8".parse(), range(0, 3, 8));
        assert_eq!("7/8".parse(), range(7, 7, 8));
        for wrong in ["", "3-1/8", "0-8/8", "1", "a/b", "-1/2"] {
            assert!(wrong.parse::<Shards>().is_err(), "{wrong}");
        }
    }
}
