//! Which words a typed one comes nearest to.

use super::slip::{Spelling, letters};
use super::vocabulary::{Entry, LONGEST, Origin, SHORT, SHORTEST, Vocabulary, group, tail};
use crate::search::Dictionary;
use crate::search::WordId;

/// Words from this length on may have two slips.
const LONG: usize = 8;
/// Words up to this length must have their first letter right, unless it only
/// changed its place; and so must any word with two slips: the first letter is
/// the one that people get right.
const BRIEF: usize = 4;
/// A word of so many letters bears one of them in another place: "emphaty".
const LONG_ENOUGH: usize = 6;

impl Vocabulary {
    /// The words that come nearest to a typed one, those of the higher origin first, and
    /// how many slips away they are.
    pub(super) fn nearest(
        &self,
        dictionary: &Dictionary,
        typed: &str,
        length: usize,
    ) -> (usize, Vec<WordId>) {
        let first = typed.chars().next().unwrap_or_default();
        let most = if length >= LONG { 2 } else { 1 };
        let mut found = self.with_first(dictionary, typed, length, most);
        self.add_with_other_first(dictionary, typed, length, &mut found);
        found.extend(self.with_letter_twice(dictionary, typed, length));
        if found.is_empty() && length >= LONG_ENOUGH {
            found.extend(self.with_letter_elsewhere(dictionary, typed, length));
        }
        // A few letters come near many words: those that the framework has count.
        if length <= SHORT {
            found.retain(|(_, entry)| entry.origin != Origin::Everyday);
        }
        let Some(nearest) = found.iter().map(|(slips, _)| *slips).min() else {
            return (usize::MAX, Vec::new());
        };
        found.retain(|(slips, _)| *slips == nearest);
        found.sort_by_key(|(_, entry)| {
            let starts_wrong = entry.first != first;
            let text = dictionary.text(entry.word);
            (std::cmp::Reverse(entry.origin), starts_wrong, text)
        });
        let words = found.into_iter().map(|(_, entry)| entry.word);
        (nearest, words.collect())
    }

    /// The words with the same first letter that are at most so many slips away,
    /// with how many it is.
    fn with_first(
        &self,
        dictionary: &Dictionary,
        typed: &str,
        length: usize,
        most: usize,
    ) -> Vec<(usize, Entry)> {
        let spelling = Spelling::new(typed);
        let Some(first) = typed.chars().next() else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for length in length.saturating_sub(most)..=(length + most).min(LONGEST) {
            let same = self.by_first.of(group(first, length)).iter();
            let same = same.filter(|entry| entry.first == first);
            for entry in same.filter(|entry| spelling.may_be(entry.letters, most)) {
                let meant = Spelling::new(dictionary.text(entry.word));
                let slips = spelling.slips(meant, most);
                found.extend(slips.map(|slips| (slips, *entry)));
            }
        }
        found
    }

    /// Adds the words that start otherwise and are one slip away. The slip was
    /// made at the first letter: it changed places with the next one, or in words
    /// that are not brief it is another, too many or missing.
    fn add_with_other_first(
        &self,
        dictionary: &Dictionary,
        typed: &str,
        length: usize,
        found: &mut Vec<(usize, Entry)>,
    ) {
        let behind = tail(typed);
        let mut chars = typed.chars();
        let (first, second) = (chars.next(), chars.next());
        let exchanged: String = second.into_iter().chain(first).chain(chars).collect();
        let mut add = |entry: Entry| {
            if Some(entry.first) != first {
                found.push((1, entry));
            }
        };
        self.entry(dictionary, &exchanged)
            .into_iter()
            .for_each(&mut add);
        if length > BRIEF {
            self.entry(dictionary, behind)
                .into_iter()
                .for_each(&mut add);
            for tail_of_meant in [behind, typed] {
                self.with_tail(dictionary, tail_of_meant).for_each(&mut add);
            }
        }
    }

    /// "Webb": the word of a name that is too short to bear another slip, with one of its
    /// letters twice.
    fn with_letter_twice(
        &self,
        dictionary: &Dictionary,
        typed: &str,
        length: usize,
    ) -> Option<(usize, Entry)> {
        if length != SHORTEST {
            return None;
        }
        let mut letters_on = typed.char_indices().zip(typed.chars().skip(1));
        let ((at, twice), _) = letters_on.find(|((_, letter), next)| letter == next)?;
        let once = format!("{}{}", &typed[..at], &typed[at + twice.len_utf8()..]);
        let word = dictionary.word(&once).filter(|word| self.is_name(*word))?;
        let entry = Entry {
            letters: letters(&once),
            first: once.chars().next()?,
            word,
            origin: Origin::Name,
        };
        Some((1, entry))
    }

    /// "Emphaty": the words of the same letters, of which one stands elsewhere.
    fn with_letter_elsewhere(
        &self,
        dictionary: &Dictionary,
        typed: &str,
        length: usize,
    ) -> Vec<(usize, Entry)> {
        let in_order = |text: &str| {
            let mut letters: Vec<char> = text.chars().collect();
            letters.sort_unstable();
            letters
        };
        let typed_letters = in_order(typed);
        let mut found = self.with_first(dictionary, typed, length, 2);
        found.retain(|(_, entry)| in_order(dictionary.text(entry.word)) == typed_letters);
        found
    }
}
