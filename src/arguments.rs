//! What can be said on the command line. The doc comments are the help that a
//! person reads.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

const EXAMPLES: &str = "\
Examples:
  waymark ask what does a senior designer do
  waymark ask \"Which skills cover ethics?\"
  waymark chat
  waymark check my-framework
  waymark --framework my-framework ask list the roles

Each command has its own help: waymark ask --help";

const ASK_EXAMPLES: &str = "\
Examples:
  waymark ask what does a senior designer do
  waymark ask --json \"Which skills cover ethics?\"
  waymark ask --batch < questions.jsonl > answers.jsonl

Exit code: 0 answered (or asked back), 1 the framework does not say, 2 a fault.";

const CHAT_EXAMPLES: &str = "\
Examples:
  waymark chat
  printf 'list the roles\\nlist the skills\\n' | waymark chat

Ctrl-C drops the line, Ctrl-D or `exit` leaves. Nothing you type is kept.";

const CHECK_EXAMPLES: &str = "\
Examples:
  waymark check
  waymark check my-framework

Exit code: 0 the framework can be used (warnings or none), 2 it can't.";

const RUN_EXAMPLES: &str = "\
Examples:
  DISCORD_TOKEN=... waymark run
  waymark --config config.toml run

Ctrl-C or SIGTERM finishes what is in flight and leaves; SIGHUP reads the
framework again. docs/DISCORD.md says how to set a bot up.

Exit code: 0 told to leave, 2 a fault.";

const INVITE_EXAMPLES: &str = "\
Examples:
  waymark invite 1234567890123456789

The number is the \"Application ID\" on your app's page at
discord.com/developers/applications.";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  waymark completions bash > ~/.local/share/bash-completion/completions/waymark
  waymark completions fish > ~/.config/fish/completions/waymark.fish";

/// Answers questions about a career framework, in the framework's own words
///
/// Ask in plain words what a role does, what a level of it asks, which skills
/// cover a topic. The answer is quoted from the framework's files, with file
/// and line; where the framework does not say, the reply says so.
#[derive(Debug, Parser)]
#[command(name = "waymark", version, after_help = EXAMPLES, arg_required_else_help = true, max_term_width = 100)]
pub struct Arguments {
    /// The folder with the framework's files [default: the config file's, else ./framework]
    #[arg(
        long,
        global = true,
        value_name = "FOLDER",
        env = "WAYMARK_FRAMEWORK",
        hide_env_values = true
    )]
    pub framework: Option<PathBuf>,

    /// The config file [default: ./config.toml, if there is one]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// When to colour what is printed; `auto` colours on a terminal and heeds `NO_COLOR`
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,

    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Ask one question and print the answer
    #[command(after_help = ASK_EXAMPLES)]
    Ask(Ask),

    /// Ask one question after the other; "and the senior one?" works
    #[command(after_help = CHAT_EXAMPLES)]
    Chat {
        /// Say after each answer how the question was understood
        #[arg(long)]
        explain: bool,
    },

    /// Check a framework's files and say what is wrong with them, and where
    #[command(after_help = CHECK_EXAMPLES)]
    Check {
        /// The folder to check [default: the framework that `ask` would use]
        #[arg(value_name = "FOLDER")]
        folder: Option<PathBuf>,
    },

    /// Run the Discord bot
    #[command(after_help = RUN_EXAMPLES)]
    Run,

    /// Print the link that adds the bot to a server or to a person
    #[command(after_help = INVITE_EXAMPLES)]
    Invite {
        /// The app's id
        #[arg(value_name = "APPLICATION_ID", value_parser = clap::value_parser!(u64).range(1..))]
        application: u64,
    },

    /// Print a script that completes waymark's commands in your shell
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions {
        /// The shell to print it for
        shell: Shell,
    },
}

/// What `ask` takes.
#[derive(Debug, Args)]
pub struct Ask {
    /// The question, in plain words; quotes are only needed where your shell wants them
    #[arg(value_name = "WORDS", conflicts_with = "batch")]
    pub words: Vec<String>,

    /// Print the answer as one JSON object
    #[arg(long)]
    pub json: bool,

    /// Read questions from standard input, one JSON string or object a line,
    /// and print one JSON object a line
    ///
    /// An object is {"q": "...", "context": ["an earlier question", ...]}; its
    /// other keys are passed over. A line that can't be read gets an object of
    /// the kind "error", and the rest goes on.
    #[arg(long)]
    pub batch: bool,

    /// Say after the answer how the question was understood
    #[arg(long, conflicts_with_all = ["json", "batch"])]
    pub explain: bool,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless the environment says otherwise
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Arguments {
    /// Reads the command line of this process.
    ///
    /// # Errors
    /// Where it can't be understood, or where the help or the version is asked
    /// for: `clap`'s error knows what to print, where, and the exit code.
    pub fn read() -> Result<Self, clap::Error> {
        Self::try_parse()?.complete()
    }

    /// Refuses an `ask` that asks nothing, in words that help more than those
    /// for any missing argument.
    fn complete(self) -> Result<Self, clap::Error> {
        if let Command::Ask(ask) = &self.command
            && ask.words.is_empty()
            && !ask.batch
        {
            let mut command = Self::command();
            command.build();
            let ask = command
                .find_subcommand_mut("ask")
                .expect("`ask` is a command");
            return Err(ask.error(
                ErrorKind::MissingRequiredArgument,
                "there is no question\n\n  Write it after the command, as in: waymark ask list the roles\n  \
                 Or ask one after the other with: waymark chat",
            ));
        }
        Ok(self)
    }
}

impl From<Colour> for anstream::ColorChoice {
    fn from(colour: Colour) -> Self {
        match colour {
            Colour::Auto => Self::Auto,
            Colour::Always => Self::Always,
            Colour::Never => Self::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }
}
