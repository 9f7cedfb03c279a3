//! The words that can be meant, and which of them a slip was for.
//!
//! A typed word is never corrected where it is itself a word of the framework,
//! of the lexicon or of everyday English that a list names; and nothing is ever
//! corrected into a seniority word: "junior" and "senior" are two slips apart.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::FxHasher;

use super::slip::letters;
use super::token::Token;
use crate::search::{Dictionary, Grouped, WordId};

/// Where a word comes from: of two words that are equally near, the one from
/// the higher source was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    /// Only known: nothing is corrected into it.
    Known,
    /// The lexicon's everyday words.
    Everyday,
    /// The texts of the framework.
    Text,
    /// Turns of phrase.
    Phrase,
    /// The words of nearly every question: the lexicon's `common` ones.
    Common,
    /// The names of the framework.
    Name,
}

/// A word with what makes comparing quick.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) letters: u32,
    pub(super) first: char,
    pub(super) word: WordId,
    pub(super) origin: Origin,
}

/// Words of so few letters are no slips for the lexicon's everyday words.
pub(super) const SHORT: usize = 4;

/// Every word that can be meant.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// For each word of the dictionary.
    origins: Vec<Option<Origin>>,
    /// Those that can be meant, by their first letter and length.
    pub(super) by_first: Grouped<Entry>,
    /// The same by what stands behind their first letter: by a number that is made of
    /// it, which others may share.
    by_tail: Grouped<Entry>,
    /// How many such numbers there are.
    tails: usize,
    /// For each first letter the lengths of the names' words, a bit each: most pieces of
    /// text are no such word by their length alone.
    name_lengths: [u64; LETTERS + 1],
}

/// The shortest word that a slip can be for.
pub(super) const SHORTEST: usize = 4;
/// The longest word that is compared: longer ones are no words.
pub(super) const LONGEST: usize = 30;

impl Vocabulary {
    /// Adds a word.
    pub(super) fn add(&mut self, word: WordId, origin: Origin) {
        if self.origins.len() <= word.index() {
            self.origins.resize(word.index() + 1, None);
        }
        let known = &mut self.origins[word.index()];
        *known = (*known).max(Some(origin));
    }

    /// Makes the added words ready to be compared with. `never` names words
    /// that nothing may be corrected into.
    pub(super) fn finish(&mut self, dictionary: &Dictionary, never: impl Fn(WordId) -> bool) {
        let mut words: Vec<(&str, WordId, Origin)> = dictionary
            .words()
            .filter_map(|(word, text)| Some((text, word, self.origin(word)?)))
            .filter(|(text, word, origin)| {
                *origin > Origin::Known && text.chars().all(char::is_alphabetic) && !never(*word)
            })
            .collect();
        words.sort_unstable();
        let entries = words.iter().filter_map(|(text, word, origin)| {
            let first = text.chars().next()?;
            let entry = Entry {
                letters: letters(text),
                first,
                word: *word,
                origin: *origin,
            };
            let length = text.chars().count();
            let can_be_meant = (SHORTEST..=LONGEST).contains(&length);
            can_be_meant.then_some((*text, length, entry))
        });
        let by_first = entries.clone();
        let by_first = by_first.map(|(_, length, entry)| (group(entry.first, length), entry));
        self.by_first = Grouped::new(GROUPS, by_first);
        let mut name_lengths = [0; LETTERS + 1];
        for (_, text) in dictionary.words().filter(|(word, _)| self.is_name(*word)) {
            let (letter, length) = letter_and_length(text);
            name_lengths[letter] |= length;
        }
        self.name_lengths = name_lengths;
        self.tails = words.len().next_power_of_two();
        let by_tail = entries.map(|(text, _, entry)| (self.tail_number(tail(text)), entry));
        self.by_tail = Grouped::new(self.tails, by_tail);
    }

    /// The number of what stands behind a word's first letter.
    fn tail_number(&self, tail: &str) -> usize {
        let mut hasher = FxHasher::default();
        tail.hash(&mut hasher);
        usize::try_from(hasher.finish() % self.tails as u64).unwrap_or(0)
    }

    /// The words with such a text behind their first letter.
    pub(super) fn with_tail<'v>(
        &'v self,
        dictionary: &'v Dictionary,
        text: &str,
    ) -> impl Iterator<Item = Entry> {
        let same = self.by_tail.of(self.tail_number(text)).iter().copied();
        same.filter(move |entry| tail(dictionary.text(entry.word)) == text)
    }

    fn origin(&self, word: WordId) -> Option<Origin> {
        self.origins.get(word.index()).copied().flatten()
    }

    /// Whether a word is known as it stands.
    pub(super) fn has(&self, word: Option<WordId>) -> bool {
        word.is_some_and(|word| self.origin(word).is_some())
    }

    /// Whether a word is a known one with an ending: "hires".
    fn is_form(&self, dictionary: &Dictionary, word: &str) -> bool {
        ["s", "es"].into_iter().any(|ending| {
            let base = word
                .strip_suffix(ending)
                .filter(|base| base.len() >= SHORTEST);
            let has = |base: &str| self.has(dictionary.word(base));
            base.is_some_and(|base| has(base) || has(&format!("{base}e")))
        })
    }

    /// The words that a typed word may be a slip for: the nearest ones, those
    /// of the higher origin first. None for a word that is known.
    pub(super) fn meant(&self, dictionary: &Dictionary, token: &Token<'_>) -> Vec<WordId> {
        if self.has(token.word) {
            return Vec::new();
        }
        let typed = token.text();
        let length = typed.chars().count();
        if !(SHORTEST - 1..=LONGEST).contains(&length)
            || !typed.chars().all(char::is_alphabetic)
            || self.is_form(dictionary, typed)
        {
            return Vec::new();
        }
        let (slips, found) = self.nearest(dictionary, typed, length);
        // "Anlysts": a letter is missing, and the plural's ending is none of the word's.
        let singular = typed.strip_suffix('s').filter(|_| length > SHORT);
        let singular = singular.filter(|_| found.is_empty() || slips > 1);
        let singular = singular.map(|it| self.nearest(dictionary, it, length - 1));
        match singular {
            Some((fewer, words)) if !words.is_empty() && fewer < slips => words,
            Some(_) | None => found,
        }
    }

    /// The word of this text, if it can be meant.
    pub(super) fn entry(&self, dictionary: &Dictionary, text: &str) -> Option<Entry> {
        let word = dictionary.word(text)?;
        let mut same = self.with_tail(dictionary, tail(text));
        same.find(|entry| entry.word == word)
    }

    /// The two names' words that a typed word is, written together.
    pub(super) fn split(&self, dictionary: &Dictionary, token: &Token<'_>) -> Option<[WordId; 2]> {
        let typed = token.text();
        if self.has(token.word) || !typed.is_ascii() || typed.len() > LONGEST {
            return None;
        }
        let name = |text: &str| self.name(dictionary, text);
        (3..typed.len().saturating_sub(2)).find_map(|at| {
            let (first, second) = typed.split_at(at);
            Some([name(first)?, name(second)?])
        })
    }

    /// Whether a word is one of nearly every question.
    pub(super) fn is_common(&self, word: WordId) -> bool {
        self.origin(word) == Some(Origin::Common)
    }

    /// Whether a word is one of the framework's names.
    pub(super) fn is_name(&self, word: WordId) -> bool {
        self.origin(word) == Some(Origin::Name)
    }

    /// The word of the framework's names that two words are, written together.
    /// `joined` is room to write them in.
    pub(super) fn joined(
        &self,
        dictionary: &Dictionary,
        (first, second): (&str, &str),
        joined: &mut String,
    ) -> Option<WordId> {
        joined.clear();
        joined.push_str(first);
        joined.push_str(second);
        self.name(dictionary, joined)
    }

    /// The word of the framework's names of this text.
    fn name(&self, dictionary: &Dictionary, text: &str) -> Option<WordId> {
        let (letter, length) = letter_and_length(text);
        if self.name_lengths[letter] & length == 0 {
            return None;
        }
        dictionary.word(text).filter(|word| self.is_name(*word))
    }
}

/// How many letters have groups of their own: those from a to z. All others share one.
const LETTERS: usize = 26;
const GROUPS: usize = (LETTERS + 1) * (LONGEST + 1);

/// The number of the words with a first letter and a length.
pub(super) fn group(first: char, length: usize) -> usize {
    let letter = (first as usize).checked_sub('a' as usize);
    let letter = letter.map_or(LETTERS, |letter| letter.min(LETTERS));
    letter * (LONGEST + 1) + length
}

/// The number of a word's first letter, and the bit of its length in bytes.
fn letter_and_length(word: &str) -> (usize, u64) {
    let letter = word
        .bytes()
        .next()
        .and_then(|first| first.checked_sub(b'a'));
    let letter = letter.map_or(LETTERS, |letter| usize::from(letter).min(LETTERS));
    (letter, 1 << (word.len() % 64))
}

/// What stands behind the first letter of a word.
pub(super) fn tail(word: &str) -> &str {
    let first = word.chars().next().map_or(0, char::len_utf8);
    &word[first..]
}

#[cfg(test)]
mod tests {
    use super::{Origin, Vocabulary};
    use crate::question::marks::Marked;
    use crate::question::token::tokens;
    use crate::search::Dictionary;

    /// What a typed word may be a slip for.
    fn meant(typed: &str) -> Vec<String> {
        let mut dictionary = Dictionary::default();
        let mut vocabulary = Vocabulary::default();
        for word in [
            "machine",
            "manager",
            "engineer",
            "senior",
            "data",
            "governance",
            "devops",
            "web",
        ] {
            vocabulary.add(dictionary.add(word), Origin::Name);
        }
        vocabulary.add(dictionary.add("manage"), Origin::Known);
        let senior = dictionary.word("senior");
        vocabulary.finish(&dictionary, |word| Some(word) == senior);
        let marked = Marked::default();
        let tokens = tokens(typed, &dictionary, &marked, &[]);
        let found = vocabulary.meant(&dictionary, &tokens[0]);
        found
            .into_iter()
            .map(|word| dictionary.text(word).to_owned())
            .collect()
    }

    #[test]
    fn a_slip_is_mended_and_a_word_that_is_known_is_not() {
        assert_eq!(meant("manger"), ["manager"]);
        assert_eq!(meant("govenrance"), ["governance"]);
        assert!(meant("manage").is_empty());
    }

    #[test]
    fn short_words_bear_fewer_slips_than_long_ones() {
        assert!(meant("marine").is_empty());
        assert_eq!(meant("enginneeer"), ["engineer"]);
    }

    #[test]
    fn a_short_word_of_a_name_bears_a_letter_twice() {
        assert_eq!(meant("webb"), ["web"]);
        assert_eq!(meant("wweb"), ["web"]);
        assert!(meant("webs").is_empty());
        assert!(meant("weeb") == ["web"] && meant("wen").is_empty());
    }

    #[test]
    fn one_letter_of_a_word_may_stand_elsewhere() {
        assert_eq!(meant("mchaine"), ["machine"]);
        assert!(meant("enihcam").is_empty());
    }

    #[test]
    fn nothing_becomes_a_seniority_word() {
        assert!(meant("senoir").is_empty());
    }
}
