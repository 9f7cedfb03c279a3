//! The words that can be meant, and which of them a slip was for.
//!
//! A typed word is never corrected where it is itself a word of the framework,
//! of the lexicon or of everyday English that a list names; and nothing is ever
//! corrected into a seniority word: "junior" and "senior" are two slips apart.

use std::collections::HashMap;

/// Where a word comes from: of two words that are equally near, the one from
/// the higher source was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    /// The lexicon's everyday words.
    Everyday,
    /// The texts of the framework.
    Text,
    /// Turns of phrase.
    Phrase,
    /// The names of the framework.
    Name,
}

/// A word with what makes comparing quick.
#[derive(Debug)]
struct Entry {
    text: String,
    letters: u32,
    origin: Origin,
}

/// Every word that can be meant, by its length.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    origins: HashMap<String, Option<Origin>>,
    by_length: Vec<Vec<Entry>>,
}

/// The shortest word that a slip can be for.
const SHORTEST: usize = 4;
/// The longest word that is compared: longer ones are no words.
const LONGEST: usize = 30;
/// Words from this length on may have two slips.
const LONG: usize = 8;
/// Words up to this length must have their first letter right, unless it only
/// changed its place; and so must words
/// with two slips: the first letter is the one that people get right.
const BRIEF: usize = 4;

impl Vocabulary {
    /// Adds a word that slips can be for.
    pub(super) fn add(&mut self, word: &str, origin: Origin) {
        let known = self.origins.entry(word.to_owned()).or_insert(None);
        *known = (*known).max(Some(origin));
    }

    /// Adds a word that is known, and that nothing is corrected into.
    pub(super) fn add_known(&mut self, word: &str) {
        self.origins.entry(word.to_owned()).or_insert(None);
    }

    /// Makes the added words ready to be compared with. `never` names words
    /// that nothing may be corrected into.
    pub(super) fn finish(&mut self, never: impl Fn(&str) -> bool) {
        let mut words: Vec<(&String, Origin)> = self
            .origins
            .iter()
            .filter_map(|(word, origin)| Some((word, (*origin)?)))
            .filter(|(word, _)| word.chars().all(char::is_alphabetic) && !never(word))
            .collect();
        words.sort_unstable();
        self.by_length = (0..=LONGEST).map(|_| Vec::new()).collect();
        for (word, origin) in words {
            let length = word.chars().count();
            if (SHORTEST..=LONGEST).contains(&length) {
                self.by_length[length].push(Entry {
                    text: word.clone(),
                    letters: letters(word),
                    origin,
                });
            }
        }
    }

    /// Whether a word is known as it stands.
    pub(super) fn has(&self, word: &str) -> bool {
        self.origins.contains_key(word)
    }

    /// Whether a word is a known one with an ending: "hires".
    fn is_form(&self, word: &str) -> bool {
        ["s", "es"].into_iter().any(|ending| {
            let base = word
                .strip_suffix(ending)
                .filter(|base| base.len() >= SHORTEST);
            base.is_some_and(|base| self.has(base) || self.has(&format!("{base}e")))
        })
    }

    /// The words that a typed word may be a slip for: the nearest ones, those
    /// of the higher origin first. None for a word that is known.
    pub(super) fn meant(&self, typed: &str) -> Vec<&str> {
        let length = typed.chars().count();
        if self.has(typed)
            || self.is_form(typed)
            || !(SHORTEST - 1..=LONGEST).contains(&length)
            || !typed.chars().all(char::is_alphabetic)
        {
            return Vec::new();
        }
        let mask = letters(typed);
        let most = if length >= LONG { 2 } else { 1 };
        let mut found: Vec<(usize, &Entry)> = Vec::new();
        let lengths = length.saturating_sub(most)..=(length + most).min(LONGEST);
        for entry in lengths.flat_map(|length| &self.by_length[length]) {
            let apart = (mask ^ entry.letters).count_ones() as usize;
            let starts_right = same_start(typed, &entry.text);
            let swapped = apart == 0 && typed.len() == entry.text.len();
            let most = match (starts_right, length > BRIEF || swapped) {
                (true, _) => most,
                (false, true) => 1,
                (false, false) => continue,
            };
            if apart > 2 * most {
                continue;
            }
            let slips = strsim::osa_distance(typed, &entry.text);
            if slips <= most {
                found.push((slips, entry));
            }
        }
        let Some(nearest) = found.iter().map(|(slips, _)| *slips).min() else {
            return Vec::new();
        };
        found.retain(|(slips, _)| *slips == nearest);
        found.sort_by(|(_, a), (_, b)| {
            let start = |entry: &Entry| same_start(typed, &entry.text);
            (b.origin, start(b))
                .cmp(&(a.origin, start(a)))
                .then_with(|| a.text.cmp(&b.text))
        });
        found
            .into_iter()
            .map(|(_, entry)| entry.text.as_str())
            .collect()
    }

    /// The two known words that a typed word is, written together.
    pub(super) fn split<'t>(&self, typed: &'t str) -> Option<(&'t str, &'t str)> {
        if self.has(typed) || !typed.is_ascii() || typed.len() > LONGEST {
            return None;
        }
        (3..typed.len().saturating_sub(2))
            .map(|at| typed.split_at(at))
            .find(|(first, second)| self.is_name(first) && self.is_name(second))
    }

    /// Whether a word is one of the framework's names.
    fn is_name(&self, word: &str) -> bool {
        matches!(self.origins.get(word), Some(Some(Origin::Name)))
    }

    /// Whether two words written together are one of the framework's names.
    pub(super) fn joined(&self, first: &str, second: &str) -> Option<String> {
        let joined = format!("{first}{second}");
        self.is_name(&joined).then_some(joined)
    }
}

/// The letters of a word as bits; how many differ is at most twice the slips.
fn letters(word: &str) -> u32 {
    word.bytes()
        .filter(u8::is_ascii_lowercase)
        .fold(0, |mask, byte| mask | 1 << (byte - b'a'))
}

fn same_start(a: &str, b: &str) -> bool {
    a.chars().next() == b.chars().next()
}

#[cfg(test)]
mod tests {
    use super::{Origin, Vocabulary};

    fn vocabulary() -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for word in [
            "machine",
            "manager",
            "engineer",
            "senior",
            "data",
            "governance",
            "devops",
        ] {
            vocabulary.add(word, Origin::Name);
        }
        vocabulary.add_known("manage");
        vocabulary.finish(|word| word == "senior");
        vocabulary
    }

    #[test]
    fn a_slip_is_mended_and_a_word_that_is_known_is_not() {
        assert_eq!(vocabulary().meant("manger"), ["manager"]);
        assert_eq!(vocabulary().meant("govenrance"), ["governance"]);
        assert!(vocabulary().meant("manage").is_empty());
    }

    #[test]
    fn short_words_bear_fewer_slips_than_long_ones() {
        assert!(vocabulary().meant("marine").is_empty());
        assert_eq!(vocabulary().meant("enginneeer"), ["engineer"]);
    }

    #[test]
    fn nothing_becomes_a_seniority_word() {
        assert!(vocabulary().meant("senoir").is_empty());
    }
}
