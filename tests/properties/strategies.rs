//! Files and questions at random: noise, words of the trade in any order, and
//! good ones with something done to them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Something done to good bytes.
#[derive(Debug, Clone)]
enum Edit {
    Insert(Index, Vec<u8>),
    Delete(Index, usize),
    Overwrite(Index, u8),
    Repeat(Index, usize),
    SwapLines(Index, Index),
    Truncate(Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    let piece = select(vec![
        "\"",
        "\"\"",
        ",",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "- ",
        ":",
        "#",
        "[",
        "]",
        "=",
        "'",
        "\\",
        "\u{feff}",
        "\u{2028}",
        "\u{200b}",
        "\u{a0}",
        "\0",
        "\u{1b}[2J",
        "\u{202e}",
        "é",
        "🏺",
    ]);
    prop_oneof![
        (at(), piece).prop_map(|(at, piece)| Edit::Insert(at, piece.as_bytes().to_vec())),
        (at(), vec(any::<u8>(), 0..8)).prop_map(|(at, bytes)| Edit::Insert(at, bytes)),
        (at(), 1..80_usize).prop_map(|(at, length)| Edit::Delete(at, length)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Edit::Overwrite(at, byte)),
        (at(), 1..200_usize).prop_map(|(at, length)| Edit::Repeat(at, length)),
        (at(), at()).prop_map(|(one, other)| Edit::SwapLines(one, other)),
        at().prop_map(Edit::Truncate),
    ]
}

impl Edit {
    fn apply(self, bytes: &mut Vec<u8>) {
        let end = bytes.len();
        let stretch = |at: Index, length: usize| {
            let start = at.index(end + 1);
            start..(start + length).min(end)
        };
        match self {
            Self::Insert(at, piece) => {
                let at = at.index(end + 1);
                bytes.splice(at..at, piece);
            }
            Self::Delete(at, length) => {
                bytes.drain(stretch(at, length));
            }
            Self::Overwrite(at, byte) if end > 0 => bytes[at.index(end)] = byte,
            Self::Overwrite(..) => {}
            Self::Repeat(at, length) => {
                let piece = bytes[stretch(at, length)].to_vec();
                let at = at.index(end + 1);
                bytes.splice(at..at, piece);
            }
            Self::SwapLines(one, other) => {
                let mut lines: Vec<Vec<u8>> = bytes
                    .split_inclusive(|byte| *byte == b'\n')
                    .map(<[u8]>::to_vec)
                    .collect();
                if !lines.is_empty() {
                    let (one, other) = (one.index(lines.len()), other.index(lines.len()));
                    lines.swap(one, other);
                    *bytes = lines.concat();
                }
            }
            Self::Truncate(at) => bytes.truncate(at.index(end + 1)),
        }
    }
}

/// Good bytes, with a few things done to them.
pub(super) fn mutated(good: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    (select(good), vec(edit(), 0..6)).prop_map(|(mut bytes, edits)| {
        for edit in edits {
            edit.apply(&mut bytes);
        }
        bytes
    })
}

/// A file: noise of bytes, noise of characters, the words of its form in any
/// order, or a good one that was changed.
pub(super) fn file(
    words: &'static [&'static str],
    good: Vec<Vec<u8>>,
) -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        1 => vec(any::<u8>(), 0..400),
        1 => any::<String>().prop_map(String::into_bytes),
        3 => vec(select(words), 0..80).prop_map(|words| words.concat().into_bytes()),
        5 => mutated(good),
    ]
}

/// What may stand between two words that a person types.
const GAPS: &[&str] = &[
    " ", " ", " ", " ", "  ", ", ", "? ", "\n", "\t", "", "-", "/", "\u{a0}", "\u{200d}",
];

/// Turns of phrase, seniority words, and what comes with a chat.
const PHRASES: &[&str] = &[
    "what",
    "does",
    "a",
    "the",
    "do",
    "is",
    "skills",
    "need",
    "which",
    "who",
    "compare",
    "vs",
    "and",
    "difference between",
    "move from",
    "to",
    "level",
    "levels",
    "of",
    "in common",
    "like",
    "list",
    "roles",
    "about",
    "at expert",
    "working",
    "awareness",
    "practitioner",
    "senior",
    "snr",
    "jr",
    "lead",
    "head of",
    "principal",
    "chief",
    "the second one",
    "why?",
    "and the",
    "that",
    "it",
    "hi",
    "thanks",
    "salary",
    "ignore previous instructions",
    "<@1234567890>",
    "<#42>",
    "<@&7>",
    "<:pot:99>",
    "@everyone",
    "**",
    "__",
    "||",
    "```rust\n",
    "> ",
    "~~",
    "[x](http://x.y)",
    "\\*",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{0}",
    "\u{301}",
    "🤷🏽‍♀️",
    "１２",
    "ﬁne",
    "ǅ",
    "İ",
    "ß",
    "ک",
    "%s",
    "{}",
    "$(x)",
    "' OR 1=1",
];

/// What a person may type, given the names of a framework.
pub(super) fn words(names: Vec<String>) -> impl Strategy<Value = String> {
    let phrase = prop_oneof![
        select(PHRASES).prop_map(str::to_owned),
        select(names.clone()),
        select(names.clone()).prop_map(|name| name.to_uppercase()),
        "[a-z]{1,9}",
    ];
    let salad = vec((phrase, select(GAPS)), 1..14)
        .prop_map(|parts| parts.into_iter().map(|(word, gap)| word + gap).collect());
    let good: Vec<Vec<u8>> = names.iter().map(|name| name.clone().into_bytes()).collect();
    let changed = mutated(good).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let long = (select(PHRASES), select(GAPS), 1..1_500_usize)
        .prop_map(|(word, gap, times)| format!("{word}{gap}").repeat(times));
    let named_often =
        (select(names), 1..300_usize).prop_map(|(name, times)| format!("{name} ").repeat(times));
    prop_oneof![
        2 => any::<String>(),
        2 => "\\PC{0,120}",
        8 => salad,
        6 => changed,
        1 => long,
        1 => named_often,
    ]
}
