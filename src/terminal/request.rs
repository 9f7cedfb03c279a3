//! One line of `ask --batch`.

use std::fmt;

use serde::Deserialize;

use super::lines::{BadLine, LONGEST, Line};

/// A question, and the questions that were asked before it.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Request {
    /// The question.
    pub(super) q: String,
    /// The earlier questions of the conversation, in their order.
    #[serde(default)]
    pub(super) context: Vec<String>,
}

/// Why a line is not a request. `Display` is the message.
#[derive(Debug)]
pub(super) enum Refusal {
    /// It can't be read.
    Unread(BadLine),
    /// Nothing stands in it.
    Blank,
    /// It is neither a JSON string nor a JSON object.
    OtherJson,
    /// It is broken JSON, or the object is not one of a question.
    Broken(serde_json::Error),
}

impl Request {
    /// Reads a line: a JSON string, or an object with `q` and perhaps
    /// `context`.
    pub(super) fn read(line: &Line) -> Result<Self, Refusal> {
        // Some programs put a byte-order mark before the first line.
        let line = line
            .as_ref()
            .map_err(|bad| Refusal::Unread(*bad))?
            .trim_start_matches('\u{feff}')
            .trim();
        match line.bytes().next() {
            None => Err(Refusal::Blank),
            Some(b'"') => serde_json::from_str(line)
                .map(|q| Self {
                    q,
                    context: Vec::new(),
                })
                .map_err(Refusal::Broken),
            Some(b'{') => serde_json::from_str(line).map_err(Refusal::Broken),
            Some(_) => Err(Refusal::OtherJson),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unread(BadLine::TooLong) => write!(f, "longer than {} KiB", LONGEST / 1024),
            Self::Unread(BadLine::NotUtf8 { byte }) => {
                write!(f, "not UTF-8 text from byte {byte} on")
            }
            Self::Blank => f.write_str("blank"),
            Self::OtherJson => {
                f.write_str("neither a JSON string nor an object like {\"q\": \"...\"}")
            }
            Self::Broken(error) => write!(f, "not a question in JSON: {error}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Request, String> {
        Request::read(&Ok(line.to_owned())).map_err(|refusal| refusal.to_string())
    }

    #[test]
    fn a_string_and_an_object_are_questions() {
        let request = |q: &str, context: &[&str]| {
            Ok(Request {
                q: q.to_owned(),
                context: context.iter().copied().map(str::to_owned).collect(),
            })
        };
        assert_eq!(read("\u{feff}\"hi\"\r"), request("hi", &[]));
        assert_eq!(
            read(r#" {"id": 3, "q": "and?", "context": ["hi"]}"#),
            request("and?", &["hi"])
        );
    }

    #[test]
    fn anything_else_is_refused_with_a_reason() {
        for line in [
            "",
            "  ",
            "null",
            "3",
            "[\"hi\"]",
            "hi",
            "\"hi",
            "{\"q\": 3}",
            "{\"context\": []}",
        ] {
            assert!(read(line).is_err(), "{line} was taken for a question");
        }
    }
}
