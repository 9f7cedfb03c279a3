//! `config.toml`: what a person who runs Waymark can set. Keys that mean
//! nothing are refused, because a misspelt one would be passed over in silence.
//!
//! `config.example.toml` lists every key; a test holds it against [`Config`].

mod discord;
mod fault;

pub use discord::{Discord, Http, Shards};
pub use fault::{ConfigError, ConfigFault, ConfigFaultKind};

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use tracing_subscriber::EnvFilter;

use crate::documents::{Passage, Source};

/// The file that is read where no other is named, if it is there.
pub const DEFAULT_FILE: &str = "config.toml";

/// The folder that is used where nothing names one.
pub const DEFAULT_FRAMEWORK: &str = "framework";

const DEFAULT_LOG: &str = "warn";

/// The keys of each table; those of the file's top are under `""`. A new table
/// is a line here and a field of [`Shape`].
const TABLES: &[(&str, &[&str])] = &[
    ("", &["framework", "log"]),
    ("discord", discord::DISCORD),
    ("http", discord::HTTP),
];

/// What the file sets, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The folder with the framework's files; `None` where the file says
    /// nothing of it.
    pub framework: Option<PathBuf>,
    /// Which log lines are written to standard error, as a `tracing` filter.
    pub log: String,
    /// How the Discord bot is run.
    pub discord: Discord,
    /// What the bot tells those who run it.
    pub http: Http,
}

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    framework: Option<PathBuf>,
    log: Option<Spanned<String>>,
    #[serde(default)]
    discord: Discord,
    #[serde(default)]
    http: Http,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            framework: None,
            log: DEFAULT_LOG.to_owned(),
            discord: Discord::default(),
            http: Http::default(),
        }
    }
}

impl Config {
    /// Reads the file that is named, or [`DEFAULT_FILE`] if there is one, or
    /// else takes the defaults.
    ///
    /// # Errors
    /// Where the named file is not there, or the file has faults: all of them.
    pub fn find(named: Option<&Path>) -> Result<Self, ConfigError> {
        let path = named.unwrap_or(Path::new(DEFAULT_FILE));
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(path, text).map_err(ConfigError::Faults),
            Err(error) if named.is_none() && error.kind() == ErrorKind::NotFound => {
                Ok(Self::default())
            }
            Err(error) => Err(ConfigError::Unreadable {
                path: path.to_owned(),
                reason: reason(&error),
            }),
        }
    }

    /// Reads the text of a file. Paths in it count from the file's own folder.
    fn parse(path: &Path, text: String) -> Result<Self, Vec<ConfigFault>> {
        let source = Arc::new(Source::new(path.display().to_string(), text));
        let table =
            DeTable::parse(source.text()).map_err(|error| vec![not_understood(&source, &error)])?;
        let unknown = unknown_keys(&source, table.get_ref());
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let shape = Shape::deserialize(toml::de::Deserializer::from(table))
            .map_err(|error| vec![not_understood(&source, &error)])?;
        let folder = path.parent().unwrap_or(Path::new(""));
        Ok(Self {
            framework: shape.framework.map(|framework| folder.join(framework)),
            log: shape.log.map_or(Ok(DEFAULT_LOG.to_owned()), |log| {
                checked_filter(&source, log)
            })?,
            discord: shape.discord.counted_from(folder),
            http: shape.http,
        })
    }
}

/// What is wrong with a file that can't be read, without the system's number.
fn reason(error: &std::io::Error) -> String {
    let kind = error.kind();
    if kind == ErrorKind::NotFound {
        "there is no such file".to_owned()
    } else if kind == ErrorKind::InvalidData {
        "it is not UTF-8 text".to_owned()
    } else {
        kind.to_string()
    }
}

/// Every key of the file that is in none of the [`TABLES`].
fn unknown_keys(source: &Arc<Source>, top: &DeTable<'_>) -> Vec<ConfigFault> {
    let mut faults = Vec::new();
    for (key, value) in top {
        let name = key.get_ref().as_ref();
        match (
            value.get_ref(),
            TABLES.iter().find(|(table, _)| *table == name),
        ) {
            (DeValue::Table(table), Some((_, keys))) => faults.extend(
                table
                    .keys()
                    .filter(|key| !keys.contains(&key.get_ref().as_ref()))
                    .map(|key| {
                        unknown_key(
                            source,
                            key.span(),
                            format!("{name}.{}", key.get_ref()),
                            keys,
                        )
                    }),
            ),
            _ if TABLES[0].1.contains(&name) => {}
            _ => faults.push(unknown_key(
                source,
                key.span(),
                name.to_owned(),
                TABLES[0].1,
            )),
        }
    }
    faults.sort_by_key(|fault| fault.place.range().start);
    faults
}

fn unknown_key(
    source: &Arc<Source>,
    at: std::ops::Range<usize>,
    key: String,
    known: &[&'static str],
) -> ConfigFault {
    let typed = key.rsplit('.').next().unwrap_or(&key).to_lowercase();
    let suggestion = nearest(&typed, known);
    ConfigFault {
        kind: ConfigFaultKind::UnknownKey { key, suggestion },
        place: Passage::new(source, at),
    }
}

/// The known key that a misspelt one comes nearest to, if any comes near; of
/// two that are as near, the first.
fn nearest(typed: &str, known: &[&'static str]) -> Option<&'static str> {
    known
        .iter()
        .map(|key| (strsim::damerau_levenshtein(typed, key), *key))
        .filter(|(distance, key)| *distance <= key.len() / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, key)| key)
}

fn not_understood(source: &Arc<Source>, error: &toml::de::Error) -> ConfigFault {
    ConfigFault {
        kind: ConfigFaultKind::NotUnderstood {
            message: error.message().replace('\n', ", "),
        },
        place: Passage::new(source, error.span().unwrap_or(0..0)),
    }
}

fn checked_filter(source: &Arc<Source>, log: Spanned<String>) -> Result<String, Vec<ConfigFault>> {
    match EnvFilter::try_new(log.get_ref()) {
        Ok(_) => Ok(log.into_inner()),
        Err(error) => Err(vec![ConfigFault {
            kind: ConfigFaultKind::LogFilter {
                message: error.to_string(),
            },
            place: Passage::new(source, log.span()),
        }]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, Vec<ConfigFault>> {
        Config::parse(Path::new("etc/config.toml"), text.to_owned())
    }

    #[track_caller]
    fn faults(text: &str) -> Vec<ConfigFaultKind> {
        parse(text)
            .expect_err("the file has faults")
            .into_iter()
            .map(|fault| fault.kind)
            .collect()
    }

    #[test]
    fn the_example_lists_every_key_with_its_default() {
        let text = include_str!("../config.example.toml");
        let config = Config::parse(Path::new("config.toml"), text.to_owned())
            .expect("the example can be used");
        let default = Config {
            framework: Some(DEFAULT_FRAMEWORK.into()),
            ..Config::default()
        };
        assert_eq!(config, default);
        let table: toml::Table = text.parse().expect("the example is TOML");
        for (name, keys) in TABLES {
            let shown = if name.is_empty() {
                &table
            } else {
                table[*name].as_table().expect("a table")
            };
            for key in *keys {
                assert!(
                    shown.contains_key(*key),
                    "the example does not show `{name}` `{key}`"
                );
            }
        }
    }

    #[test]
    fn the_examples_for_running_it_can_be_used() {
        let team = parse(include_str!("../deploy/examples/team-of-ten.toml"));
        let team = team.expect("nothing is wrong").discord;
        assert_eq!(team.shards, Shards::Auto);
        assert!(team.server.is_some() && team.token_file.is_some());
        let many = parse(include_str!("../deploy/examples/many-servers.toml"));
        let many = many.expect("nothing is wrong");
        assert_ne!(many.discord.shards, Shards::Auto);
        assert!(many.discord.api_base.is_some() && many.http.listen.is_some());
    }

    #[test]
    fn an_empty_file_sets_nothing() {
        assert_eq!(parse("").expect("nothing is wrong"), Config::default());
    }

    #[test]
    fn the_framework_is_looked_for_beside_the_config_file() {
        let config = parse("framework = \"ours\"").expect("nothing is wrong");
        assert_eq!(config.framework.as_deref(), Some(Path::new("etc/ours")));
    }

    #[test]
    fn all_unknown_keys_are_named_and_the_near_ones_get_a_suggestion() {
        let unknown = |key: &str, suggestion| ConfigFaultKind::UnknownKey {
            key: key.to_owned(),
            suggestion,
        };
        assert_eq!(
            faults("framwork = \"ours\"\nlogs = \"info\"\ncolour = true\n"),
            [
                unknown("framwork", Some("framework")),
                unknown("logs", Some("log")),
                unknown("colour", None)
            ]
        );
    }

    #[test]
    fn a_filter_that_can_not_be_read_is_refused() {
        assert!(matches!(
            faults("log = \"waymark=loud\"")[..],
            [ConfigFaultKind::LogFilter { .. }]
        ));
    }

    #[test]
    fn a_value_of_the_wrong_kind_is_refused() {
        assert!(matches!(
            faults("log = 3")[..],
            [ConfigFaultKind::NotUnderstood { .. }]
        ));
    }
}
