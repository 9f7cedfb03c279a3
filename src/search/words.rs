//! Texts to words: folded, with their places.

use std::borrow::Cow;
use std::ops::Range;
use std::str::Chars;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::framework::is_joiner;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    /// The word, folded: lower case, no accents, no apostrophes.
    pub text: Cow<'t, str>,
    /// Where it stands: bytes of the text.
    pub range: Range<usize>,
}

/// Splits a text into its words. Letters and digits make words; an apostrophe
/// within a word is dropped, and a possessive `'s` with it; `+` and `#` belong
/// to the word before them (C++, C#).
///
/// ```
/// # use waymark::search::words;
/// let found: Vec<_> = words("The BA’s C++ café, don't!").map(|word| word.text).collect();
/// assert_eq!(found, ["the", "ba", "c++", "cafe", "dont"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    Words { text, at: 0 }
}

/// The words of a text, one after the other.
struct Words<'t> {
    text: &'t str,
    /// What is before it has been read.
    at: usize,
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        loop {
            let word = self.plain().or_else(|| self.run())?;
            if !word.text.is_empty() {
                return Some(word);
            }
        }
    }
}

impl<'t> Words<'t> {
    /// The next word, if it is of ASCII letters and digits, as most are: it
    /// needs no folding but for its capitals.
    fn plain(&mut self) -> Option<Word<'t>> {
        let rest = &self.text.as_bytes()[self.at..];
        let is_before = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
        let start = rest.iter().position(|byte| !is_before(byte))?;
        let length = rest[start..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        let goes_on = |byte: &u8| !byte.is_ascii() || matches!(byte, b'\'' | b'+' | b'#');
        if length == 0 || rest.get(start + length).is_some_and(goes_on) {
            return None;
        }
        let range = self.at + start..self.at + start + length;
        self.at = range.end;
        let text = &self.text[range.clone()];
        let text = if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            Cow::Owned(text.to_ascii_lowercase())
        } else {
            Cow::Borrowed(text)
        };
        Some(Word { text, range })
    }

    /// The next run of characters that belong together; what is left of it,
    /// without its apostrophes, may be nothing.
    fn run(&mut self) -> Option<Word<'t>> {
        let mut text = String::new();
        let mut range = 0..0;
        let mut rest = self.text[self.at..].chars();
        let end_of = |rest: &Chars<'_>| self.text.len() - rest.as_str().len();
        while let Some(c) = rest.next() {
            if belongs(c, &text) {
                let end = end_of(&rest);
                if text.is_empty() {
                    range.start = end - c.len_utf8();
                }
                push_folded(&mut text, c);
                if !is_apostrophe(c) {
                    range.end = end;
                }
            } else if !is_joiner(c) && !text.is_empty() {
                break;
            }
        }
        self.at = end_of(&rest);
        if text.is_empty() {
            return None;
        }
        if text.contains('\'') {
            let owner = text.strip_suffix("'s").or_else(|| text.strip_suffix('\''));
            text = owner.unwrap_or(&text).replace('\'', "");
        }
        let text = Cow::Owned(text);
        Some(Word { text, range })
    }
}

/// Whether a character goes on the word before it, or opens one.
fn belongs(c: char, word: &str) -> bool {
    c.is_alphanumeric()
        || is_combining_mark(c)
        || (!word.is_empty() && (is_apostrophe(c) || matches!(c, '+' | '#')))
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}')
}

fn push_folded(word: &mut String, c: char) {
    match c {
        'a'..='z' | '0'..='9' => word.push(c),
        'A'..='Z' => word.push(c.to_ascii_lowercase()),
        '\u{2019}' | '\u{2018}' | '\u{02BC}' => word.push('\''),
        other => word.extend(
            other
                .nfkd()
                .filter(|c| !is_combining_mark(*c))
                .flat_map(char::to_lowercase),
        ),
    }
}

/// The stem of a folded word, by the Snowball rules for English.
///
/// ```
/// # use waymark::search::stem;
/// assert_eq!(stem("engineering"), stem("engineers"));
/// assert_ne!(stem("busy"), stem("business"));
/// ```
#[must_use]
pub fn stem(word: &str) -> String {
    let mut apart = KEPT_APART.iter();
    if let Some((_, own)) = apart.find(|(start, _)| word.starts_with(start)) {
        return (*own).to_owned();
    }
    Stemmer::create(Algorithm::English).stem(word).into_owned()
}

/// How words start that the rules would give the stem of another word, and the stem that
/// they have instead: being busy is no business, an experiment no experience, access not
/// accessible, and an import not important.
const KEPT_APART: [(&str, &str); 6] = [
    ("busy", "busy"),
    ("busier", "busy"),
    ("experiment", "experiment"),
    ("accessib", "accessib"),
    ("importan", "important"),
    ("internal", "internal"),
];

#[cfg(test)]
mod tests {
    use super::{Words, words};

    #[test]
    fn plain_words_are_read_as_all_others_are() {
        let texts = [
            "what does a Lead Data Engineer do?",
            " one,two  3D 'x' o'clock its' c++ x# -- caf\u{e9} \u{2019}n a\u{200b}b a",
            "",
            " ... ",
        ];
        for text in texts {
            let mut slow = Words { text, at: 0 };
            let slowly = std::iter::from_fn(|| slow.run()).filter(|word| !word.text.is_empty());
            assert!(words(text).eq(slowly), "{text}");
        }
    }
}
