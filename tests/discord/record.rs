//! The log of all conversations, at the most talkative level that can be set,
//! and what may not stand in it.

use std::collections::HashSet;
use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use serde_json::Value;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// The most talkative level that the config's `log` can be set to.
pub(crate) const MOST_TALKATIVE: &str = "trace";

/// What every secret of the fake's has in it: the bot's token, the tokens of
/// interactions, the ids of sessions.
pub(crate) const CANARY: &str = "canary";

/// So many digits in a row are somebody's or something's id: Discord's have 17
/// to 19, and nothing else in a log has so many.
const DIGITS_OF_AN_ID: usize = 15;

/// So many words in a row are a quotation; of fewer, all that was said is one.
const WORDS_OF_A_QUOTATION: usize = 3;

static LINES: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// One conversation's part of the log, and what was said in it.
pub(crate) struct Record {
    start: usize,
    said: HashSet<String>,
}

/// Writes to the log of all conversations.
struct Pen;

fn lines() -> MutexGuard<'static, Vec<u8>> {
    LINES.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Write for Pen {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        lines().extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Record {
    /// Begins one, with the log that the program itself would keep.
    pub(crate) fn begin() -> Self {
        static LOG: Once = Once::new();
        LOG.call_once(|| {
            let log = waymark::run::log::lines(MOST_TALKATIVE, false, || Pen);
            tracing_subscriber::registry().with(log).init();
        });
        Self {
            start: lines().len(),
            said: HashSet::new(),
        }
    }

    /// Notes what people wrote, wherever it stands in an event: the content of a
    /// message, the value of an option or of a window's input.
    pub(crate) fn note(&mut self, event: &Value) {
        match event {
            Value::Object(parts) => {
                for (key, part) in parts {
                    match part.as_str() {
                        Some(text) if key == "content" || key == "value" => self.note_words(text),
                        _ => self.note(part),
                    }
                }
            }
            Value::Array(parts) => parts.iter().for_each(|part| self.note(part)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn note_words(&mut self, text: &str) {
        let words = words(text);
        if !words.is_empty() {
            let length = words.len().min(WORDS_OF_A_QUOTATION);
            self.said.extend(words.windows(length).map(|w| w.join(" ")));
        }
    }

    /// What was logged since the beginning.
    pub(crate) fn log(&self) -> String {
        String::from_utf8_lossy(&lines()[self.start..]).into_owned()
    }

    /// Fails where a log holds a secret, an id, or what somebody said.
    #[track_caller]
    pub(crate) fn holds_nothing_of(&self, log: &str) {
        for line in log.lines() {
            if let Some(found) = self.guilt_of(line) {
                panic!("{found} in the log: {line}");
            }
        }
    }

    fn guilt_of(&self, line: &str) -> Option<String> {
        if line.contains(CANARY) {
            return Some("a secret".to_owned());
        }
        let mut numbers = line.split(|c: char| !c.is_ascii_digit());
        if let Some(id) = numbers.find(|number| number.len() >= DIGITS_OF_AN_ID) {
            return Some(format!("the id {id}"));
        }
        let words = words(line);
        let mut quotations = (1..=WORDS_OF_A_QUOTATION).flat_map(|length| words.windows(length));
        let said = quotations.find_map(|words| self.said.get(&words.join(" ")));
        said.map(|said| format!("what somebody said, `{said}`,"))
    }
}

/// The words of a text, in one form whatever stands between them.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[test]
fn a_line_that_tells_something_is_found_whatever_it_tells() {
    let mut record = Record::begin();
    record.note(&serde_json::json!({
        "content": "what does a senior weaver do?",
        "data": {"options": [{"name": "role", "value": "Potter"}]},
    }));
    for (guilty, of) in [
        (
            "WARN waymark: asked \"What does a Senior weaver do?\"",
            "what does a",
        ),
        ("INFO waymark: asked words=a+senior+weaver…", "senior"),
        ("WARN waymark: no role named=potter", "potter"),
        ("INFO waymark: answered person=4000000000000000001", "id"),
        (
            "INFO serenity: POST /interactions/1/canary-interaction-1",
            "secret",
        ),
        ("INFO serenity: Bot canary-token", "secret"),
    ] {
        let found = record.guilt_of(guilty);
        let found = found.unwrap_or_else(|| panic!("nothing was found in {guilty}"));
        assert!(found.contains(of), "{found}: {guilty}");
    }
    record.holds_nothing_of(
        "2026-01-01T00:00:00.123456Z INFO waymark::discord: a weaver is ready shard=0 ms=1234567",
    );
}

#[test]
fn the_record_is_as_talkative_as_the_program_can_be_made() {
    let record = Record::begin();
    tracing::trace!(target: "waymark::record", "the smallest thing");
    tracing::debug!(target: "serenity", "what is never fit for a log");
    let log = record.log();
    assert!(
        log.contains("TRACE") && log.contains("the smallest thing"),
        "{log}"
    );
    assert!(!log.contains("what is never fit"), "{log}");
}
