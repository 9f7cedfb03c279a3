//! English grammar as types.

use std::fmt;

use crate::render::quote::harmless;

/// A number of things: "1 skill", "6 skills", "no skills".
pub(in crate::render) struct Count<'a> {
    number: usize,
    one: &'a str,
    many: &'a str,
}

impl<'a> Count<'a> {
    pub(in crate::render) fn new(number: usize, one: &'a str, many: &'a str) -> Self {
        Self { number, one, many }
    }
}

impl fmt::Display for Count<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            0 => write!(f, "no {}", self.many),
            1 => write!(f, "1 {}", self.one),
            number => write!(f, "{number} {}", self.many),
        }
    }
}

/// Several things in a row: "a", "a and b", "a, b and c".
pub(in crate::render) struct List<T> {
    items: Vec<T>,
    last: &'static str,
}

impl<T> List<T> {
    /// All of them.
    pub(in crate::render) fn and(items: Vec<T>) -> Self {
        Self { items, last: "and" }
    }

    /// One of them.
    pub(in crate::render) fn or(items: Vec<T>) -> Self {
        Self { items, last: "or" }
    }
}

impl<T: fmt::Display> fmt::Display for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, item) in self.items.iter().enumerate() {
            match at {
                0 => write!(f, "{item}")?,
                at if at + 1 == self.items.len() => write!(f, " {} {item}", self.last)?,
                _ => write!(f, ", {item}")?,
            }
        }
        Ok(())
    }
}

/// A name as it stands within a sentence: "senior data engineer", "IT manager".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render) struct Noun(String);

impl Noun {
    /// Lowers the first letter, unless the first word is written in capitals
    /// or has them inside: those are short forms and names.
    pub(in crate::render) fn new(name: &str) -> Self {
        let first_word = name.split(' ').next().unwrap_or_default();
        let is_plain =
            first_word.chars().skip(1).all(|c| !c.is_uppercase()) && first_word.chars().count() > 1;
        let mut letters = name.chars();
        match letters.next() {
            Some(first) if is_plain => Self(first.to_lowercase().chain(letters).collect()),
            _ => Self(name.to_owned()),
        }
    }

    /// With "a" or "an" before it.
    pub(in crate::render) fn with_article(&self) -> String {
        format!(
            "{} {self}",
            if self.opens_with_a_vowel() { "an" } else { "a" }
        )
    }

    /// Whether it is spoken with a vowel first: "an hour", "a user", "an HR adviser".
    fn opens_with_a_vowel(&self) -> bool {
        let word = self.0.split([' ', '-']).next().unwrap_or_default();
        let lower = word.to_lowercase();
        let is_spelt_out =
            word.len() > 1 && word.chars().all(char::is_uppercase) && !has_vowel_inside(&lower);
        if is_spelt_out || word.len() == 1 {
            return lower.starts_with(['a', 'e', 'f', 'h', 'i', 'l', 'm', 'n', 'o', 'r', 's', 'x']);
        }
        let sounds_like_you = [
            "use", "usa", "uni", "uti", "eu", "ux", "ui", "uk", "one", "once",
        ];
        if sounds_like_you.iter().any(|start| lower.starts_with(start)) {
            return false;
        }
        let silent_h = ["hour", "honest", "honour", "heir"];
        lower.starts_with(['a', 'e', 'i', 'o', 'u'])
            || silent_h.iter().any(|start| lower.starts_with(start))
    }
}

/// Whether a short form can be spoken as a word ("SAN", unlike "HR").
fn has_vowel_inside(word: &str) -> bool {
    word.chars()
        .skip(1)
        .any(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'))
}

impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A person's words, told back: on one line, without characters that steer a
/// terminal, and never longer than [`Echo::LONGEST`].
pub(in crate::render) struct Echo<'a>(pub(in crate::render) &'a str);

impl Echo<'_> {
    /// How many characters of a person's words are told back.
    const LONGEST: usize = 100;
}

impl fmt::Display for Echo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = harmless(self.0);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.chars().count() <= Self::LONGEST {
            return f.write_str(&words);
        }
        // The mark of the cut counts too.
        let cut: String = words.chars().take(Self::LONGEST - 1).collect();
        write!(f, "{}…", cut.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_their_plural() {
        let families = |number| Count::new(number, "family", "families").to_string();
        assert_eq!(
            [families(0), families(1), families(2)],
            ["no families", "1 family", "2 families"]
        );
    }

    #[test]
    fn lists_have_no_comma_before_the_last() {
        assert_eq!(List::and(vec!["a"]).to_string(), "a");
        assert_eq!(List::and(vec!["a", "b"]).to_string(), "a and b");
        assert_eq!(List::or(vec!["a", "b", "c"]).to_string(), "a, b or c");
    }

    #[test]
    fn names_keep_their_short_forms_within_a_sentence() {
        let said = |name| Noun::new(name).with_article();
        assert_eq!(said("Senior DevOps engineer"), "a senior DevOps engineer");
        assert_eq!(said("IT service manager"), "an IT service manager");
        assert_eq!(said("Interaction designer"), "an interaction designer");
        assert_eq!(said("User researcher"), "a user researcher");
        assert_eq!(said("HR adviser"), "an HR adviser");
        assert_eq!(said("DevOps engineer"), "a DevOps engineer");
    }

    #[test]
    fn an_echo_is_short_and_harmless() {
        assert_eq!(Echo("a\u{1b}[31m\nb\u{202e}").to_string(), "a[31m b");
        assert_eq!(Echo(&"é".repeat(101)).to_string().chars().count(), 100);
        assert_eq!(Echo(&"é".repeat(100)).to_string(), "é".repeat(100));
    }
}
