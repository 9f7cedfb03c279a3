//! `waymark ask --batch`: JSON Lines in, JSON Lines out, in the same order.
//!
//! Lines are read asynchronously, so that Ctrl-C is heard while the program
//! waits for one: the line in flight is finished, what is ready is written,
//! and the program leaves.

use std::io;
use std::sync::Arc;

use serde::Serialize;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Stdin, Stdout};
use tokio::sync::Notify;

use super::lines::{Line, Lines};
use super::request::Request;
use super::turn::Asked;
use super::{Outcome, wording};
use crate::guide::Guide;
use crate::question::Context;

/// As much is read in one go.
const BURST: usize = 64 * 1024;

/// More than this is not kept back until the end of a burst.
const READY: usize = 256 * 1024;

/// The object for a line that can't be read.
#[derive(Serialize)]
struct Broken<'a> {
    question: &'a str,
    kind: &'static str,
    message: String,
}

/// Answers the questions on standard input, a line each.
///
/// # Errors
/// Where the input can't be read or the output can't be written, except that
/// its reader has gone.
pub fn batch(guide: &Guide) -> io::Result<Outcome> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    let outcome = runtime.block_on(async {
        let interrupted = hear_interrupts();
        let mut questions = Questions::new();
        let mut answers = Answers::new();
        let outcome = serve(guide, &mut questions, &mut answers, &interrupted).await?;
        answers.deliver().await?;
        Ok(outcome)
    });
    // A thread may still wait for a line that never comes: leave without it.
    runtime.shutdown_background();
    match outcome {
        Err(error) => Outcome::Done.once(Err(error)),
        outcome => outcome,
    }
}

async fn serve(
    guide: &Guide,
    questions: &mut Questions,
    answers: &mut Answers,
    interrupted: &Notify,
) -> io::Result<Outcome> {
    for number in 1_usize.. {
        // The runtime hears signals only when the task pauses.
        tokio::task::yield_now().await;
        let line = tokio::select! {
            biased;
            () = interrupted.notified() => return Ok(Outcome::Interrupted),
            line = questions.next(answers) => line?,
        };
        let Some(line) = line else { break };
        answers.add(&answer_line(guide, number, &line)?);
    }
    Ok(Outcome::Done)
}

/// The object for one line.
fn answer_line(guide: &Guide, number: usize, line: &Line) -> serde_json::Result<String> {
    match Request::read(line) {
        Ok(Request { q, context }) => {
            let context = context.iter().fold(Context::default(), |context, earlier| {
                let said = Asked::new(guide, &context, earlier).answer().context();
                context.followed_by(said)
            });
            serde_json::to_string(&Asked::new(guide, &context, &q).answer().json())
        }
        Err(refusal) => serde_json::to_string(&Broken {
            question: line.as_ref().map_or("", |line| line.trim_end_matches('\r')),
            kind: "error",
            message: wording::refused_line(number, &refusal),
        }),
    }
}

/// Notifies at the first Ctrl-C; at a second one, where somebody does not read
/// what is ready, leaves at once.
fn hear_interrupts() -> Arc<Notify> {
    let interrupted = Arc::new(Notify::new());
    let notify = Arc::clone(&interrupted);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            notify.notify_one();
            if tokio::signal::ctrl_c().await.is_ok() {
                std::process::exit(130);
            }
        }
    });
    interrupted
}

/// The lines of standard input.
struct Questions {
    input: BufReader<Stdin>,
    lines: Lines,
}

impl Questions {
    fn new() -> Self {
        Self {
            input: BufReader::with_capacity(BURST, tokio::io::stdin()),
            lines: Lines::default(),
        }
    }

    /// The next line; `None` at the end. Before it waits for more input, the
    /// answers to what it had are delivered. It can be dropped at any await:
    /// no byte is taken before one.
    async fn next(&mut self, answers: &mut Answers) -> io::Result<Option<Line>> {
        loop {
            if self.input.buffer().is_empty() || answers.ready.len() > READY {
                answers.deliver().await?;
            }
            let bytes = self.input.fill_buf().await?;
            if bytes.is_empty() {
                return Ok(self.lines.rest());
            }
            let (taken, line) = self.lines.take(bytes);
            self.input.consume(taken);
            if line.is_some() {
                return Ok(line);
            }
        }
    }
}

/// The answers on their way to standard output.
struct Answers {
    output: Stdout,
    ready: Vec<u8>,
    written: usize,
}

impl Answers {
    fn new() -> Self {
        Self {
            output: tokio::io::stdout(),
            ready: Vec::new(),
            written: 0,
        }
    }

    fn add(&mut self, answer: &str) {
        self.ready.extend_from_slice(answer.as_bytes());
        self.ready.push(b'\n');
    }

    /// Writes what is ready. Where it is dropped on the way, the next call
    /// goes on at the same byte.
    async fn deliver(&mut self) -> io::Result<()> {
        while self.written < self.ready.len() {
            self.written += self.output.write(&self.ready[self.written..]).await?;
        }
        self.ready.clear();
        self.written = 0;
        self.output.flush().await
    }
}
