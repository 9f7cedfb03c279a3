//! The program from its arguments to its exit code: arguments, config,
//! framework, surface.

pub mod log;
mod service;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use crate::arguments::{Arguments, Ask, Command};
use crate::config::{Config, ConfigError, DEFAULT_FRAMEWORK};
use crate::discord;
use crate::documents::ReadError;
use crate::guide::{self, Guide, LoadError, Loaded};
use crate::terminal::{self, Form, Outcome, Output};

/// Why the program stops before its surface is done.
enum Stop {
    Bot(discord::Fault),
    Config(ConfigError),
    Load(LoadError),
    Channel(io::Error),
}

/// Runs the program that the command line asks for.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help that nobody reads to its end (`--help | head -1`) is no fault.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    anstream::ColorChoice::from(arguments.color).write_global();
    perform(arguments).unwrap_or_else(|stop| tell(&stop)).into()
}

fn perform(arguments: Arguments) -> Result<Outcome, Stop> {
    let Arguments {
        framework,
        config,
        command,
        ..
    } = arguments;
    let settled = || settle(config.as_deref(), framework.clone());
    Ok(match command {
        // A script for the shell needs neither config nor framework.
        Command::Completions { shell } => terminal::completions(shell)?,
        Command::Ask(Ask { batch: true, .. }) => terminal::batch(&load(&settled()?)?)?,
        Command::Ask(Ask {
            words,
            json,
            explain,
            ..
        }) => {
            let form = match (json, explain) {
                (true, _) => Form::Json,
                (false, true) => Form::Explained,
                (false, false) => Form::Text,
            };
            terminal::ask(&load(&settled()?)?, &words.join(" "), form)?
        }
        Command::Chat { explain } => terminal::chat(&load(&settled()?)?, explain)?,
        Command::Invite { application } => terminal::invite(&discord::invitation(application))?,
        Command::Run => {
            let (config, folder) = settle_all(config.as_deref(), framework.clone())?;
            service::run(config, folder)?
        }
        Command::Check { folder } => {
            let framework = settled()?;
            terminal::check(&guide::inspect(&folder.unwrap_or(framework))?)?
        }
    })
}

/// Reads the config, starts the log as it says, and settles which folder the
/// framework is in: the command line or the environment say, else the config.
fn settle(config: Option<&Path>, framework: Option<PathBuf>) -> Result<PathBuf, ConfigError> {
    settle_all(config, framework).map(|(_, folder)| folder)
}

/// The same, with what else the config says.
fn settle_all(
    config: Option<&Path>,
    framework: Option<PathBuf>,
) -> Result<(Config, PathBuf), ConfigError> {
    let config = Config::find(config)?;
    log::to_stderr(&config);
    let folder = framework
        .or(config.framework.clone())
        .unwrap_or_else(|| PathBuf::from(DEFAULT_FRAMEWORK));
    Ok((config, folder))
}

/// Loads the framework and logs what was loaded: counts, never words.
fn load(folder: &Path) -> Result<Guide, LoadError> {
    let start = Instant::now();
    let Loaded { guide, warnings } = Guide::load(folder)?;
    let framework = guide.framework();
    tracing::info!(
        families = framework.families().len(),
        roles = framework.roles().len(),
        levels = framework.levels().len(),
        skills = framework.skills().len(),
        warnings = warnings.len(),
        ms = start.elapsed().as_millis(),
        "framework loaded"
    );
    Ok(guide)
}

/// Says on standard error why the program stops. That this can't be said
/// either is the one thing that is passed over.
fn tell(stop: &Stop) -> Outcome {
    let mut errors = Output::errors();
    let _ = match stop {
        Stop::Config(error) => terminal::tell_config(&mut errors, error),
        Stop::Load(error) => terminal::tell_load(&mut errors, error),
        Stop::Channel(error) => terminal::tell_channel(&mut errors, error),
        Stop::Bot(fault) => terminal::tell_fault(&mut errors, fault),
    };
    Outcome::Fault
}

impl From<ConfigError> for Stop {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl From<discord::Fault> for Stop {
    fn from(fault: discord::Fault) -> Self {
        Self::Bot(fault)
    }
}

impl From<LoadError> for Stop {
    fn from(error: LoadError) -> Self {
        Self::Load(error)
    }
}

impl From<ReadError> for Stop {
    fn from(error: ReadError) -> Self {
        Self::Load(LoadError::Read(error))
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Channel(error)
    }
}
