//! A person's session at a terminal: an empty folder to work in, a framework,
//! and the program.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What a person sets up before running the program.
#[must_use]
pub(crate) struct Session {
    folder: TempDir,
    framework: Option<PathBuf>,
    environment: Vec<(&'static str, String)>,
    input: Vec<u8>,
}

/// What a person sees of a run that has ended.
pub(crate) struct Seen {
    code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A run that goes on.
pub(crate) struct Running {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    _folder: TempDir,
}

impl Session {
    /// An empty folder, and the framework that the project ships.
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a temporary folder can be made"),
            framework: Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("framework")),
            environment: Vec::new(),
            input: Vec::new(),
        }
    }

    /// An empty folder, and no framework named.
    pub(crate) fn without_framework() -> Self {
        Self {
            framework: None,
            ..Self::new()
        }
    }

    /// Makes an empty folder in the folder.
    pub(crate) fn with_folder(self, path: &str) -> Self {
        std::fs::create_dir_all(self.folder.path().join(path)).expect("the folder can be made");
        self
    }

    /// Puts a file into the folder.
    pub(crate) fn with_file(self, path: &str, text: &str) -> Self {
        let path = self.folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a file is in a folder"))
            .expect("the folder can be made");
        std::fs::write(path, text).expect("the file can be written");
        self
    }

    /// Puts a role document of one role into a framework's folder.
    pub(crate) fn with_role(self, framework: &str, role: &str) -> Self {
        let text = format!(
            "Craft role: {role}\n- A {role} works.\nRole level: Senior {role}\n- A senior {role} works more.\n\
             Skill: Working\n- can work\n"
        );
        self.with_file(&format!("{framework}/{role}.txt"), &text)
    }

    /// Sets a variable of the environment.
    pub(crate) fn with_variable(mut self, name: &'static str, value: &str) -> Self {
        self.environment.push((name, value.to_owned()));
        self
    }

    /// Types the input, or pipes it in.
    pub(crate) fn types(mut self, input: impl AsRef<[u8]>) -> Self {
        self.input.extend_from_slice(input.as_ref());
        self
    }

    /// Runs the program to its end.
    #[must_use]
    #[track_caller]
    pub(crate) fn runs<'a>(self, arguments: impl IntoIterator<Item = &'a str>) -> Seen {
        let mut child = self
            .command(arguments)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut input = child.stdin.take().expect("the input is piped");
        let words = self.input.clone();
        // The program may leave without reading; that is its right.
        let writer = std::thread::spawn(move || input.write_all(&words).ok());
        let seen = child.wait_with_output().expect("the program ends");
        writer.join().expect("writing does not panic");
        seen.into()
    }

    /// Runs the program with an output that nobody reads.
    #[must_use]
    #[track_caller]
    pub(crate) fn runs_unread<'a>(self, arguments: impl IntoIterator<Item = &'a str>) -> Seen {
        let mut child = self
            .command(arguments)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        child
            .stdin
            .take()
            .expect("the input is piped")
            .write_all(&self.input)
            .ok();
        child.wait_with_output().expect("the program ends").into()
    }

    /// Starts the program and goes on talking with it.
    #[track_caller]
    pub(crate) fn starts<'a>(self, arguments: impl IntoIterator<Item = &'a str>) -> Running {
        let mut child = self.command(arguments).spawn().expect("the program starts");
        let input = child.stdin.take().expect("the input is piped");
        let output = BufReader::new(child.stdout.take().expect("the output is piped"));
        Running {
            child,
            input,
            output,
            _folder: self.folder,
        }
    }

    fn command<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_waymark"));
        for variable in [
            "NO_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
            "COLUMNS",
            "WAYMARK_FRAMEWORK",
        ] {
            command.env_remove(variable);
        }
        if let Some(framework) = &self.framework {
            command.env("WAYMARK_FRAMEWORK", framework);
        }
        command
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(self.folder.path())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        command
    }
}

impl Seen {
    /// Holds the exit code against the one that is due, and looks for a panic.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert!(
            !self.err.contains("panicked"),
            "the program panicked:\n{}",
            self.err
        );
        assert_eq!(
            self.code,
            Some(code),
            "the exit code; on standard error:\n{}",
            self.err
        );
        self
    }

    /// Looks for words on standard output.
    #[track_caller]
    pub(crate) fn says(self, words: &str) -> Self {
        assert!(
            self.out.contains(words),
            "`{words}` is not said:\n{}",
            self.out
        );
        self
    }

    /// Looks for words on standard error.
    #[track_caller]
    pub(crate) fn complains(self, words: &str) -> Self {
        assert!(
            self.err.contains(words),
            "`{words}` is not said on standard error:\n{}",
            self.err
        );
        self
    }

    /// The JSON objects on standard output, a line each.
    #[track_caller]
    pub(crate) fn objects(&self) -> Vec<Value> {
        self.out
            .lines()
            .map(|line| serde_json::from_str(line).expect("each line is JSON"))
            .collect()
    }
}

impl From<Output> for Seen {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
        Self {
            code: output.status.code(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

impl Running {
    /// Types a line.
    #[track_caller]
    pub(crate) fn types(&mut self, line: &str) {
        writeln!(self.input, "{line}").expect("the program reads");
    }

    /// Reads a line.
    #[track_caller]
    pub(crate) fn reads(&mut self) -> String {
        let mut line = String::new();
        self.output
            .read_line(&mut line)
            .expect("the program writes");
        line
    }

    /// Presses Ctrl-C while the input is still open, and says how the program
    /// ended.
    #[cfg(unix)]
    #[track_caller]
    pub(crate) fn interrupts(mut self) -> Option<i32> {
        let pid = self.child.id().to_string();
        Command::new("kill")
            .args(["-INT", &pid])
            .status()
            .expect("`kill` runs");
        self.child.wait().expect("the program ends").code()
    }
}
