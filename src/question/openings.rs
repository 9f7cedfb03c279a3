//! Phrases by their first two words. Most phrases that start with a word of a question go
//! on in another way than the question: of them only the second word is read.

use crate::search::Grouped;

/// Phrases by their first word and then their second, each a number.
#[derive(Debug)]
pub(super) struct Openings<W, T> {
    /// For each first word the second ones. A phrase whose second word may be any, or
    /// that has none, has its first again.
    seconds: Grouped<W>,
    /// What the phrases are, in the same order.
    phrases: Vec<T>,
}

impl<W, T> Default for Openings<W, T> {
    fn default() -> Self {
        Self {
            seconds: Grouped::default(),
            phrases: Vec::new(),
        }
    }
}

impl<W: Copy + Ord + Into<usize>, T> Openings<W, T> {
    /// Phrases with their first word, and their second where it is a certain one. Words
    /// have numbers below `count`; of one first word the phrases keep their order.
    pub(super) fn new(count: usize, mut phrases: Vec<(W, Option<W>, T)>) -> Self {
        phrases.sort_by_key(|(first, ..)| *first);
        let seconds = phrases
            .iter()
            .map(|(first, second, _)| ((*first).into(), second.unwrap_or(*first)));
        Self {
            seconds: Grouped::new(count, seconds),
            phrases: phrases.into_iter().map(|(_, _, phrase)| phrase).collect(),
        }
    }

    /// The phrases that start with a word and may go on as `goes_on` says of a second
    /// one.
    pub(super) fn of(&self, first: W, goes_on: impl Fn(W) -> bool) -> impl Iterator<Item = &T> {
        let seconds = self.seconds.of(first.into()).iter();
        let phrases = &self.phrases[self.seconds.places(first.into())];
        let phrases = seconds.zip(phrases);
        let may_be = move |second: W| second == first || goes_on(second);
        phrases.filter_map(move |(second, phrase)| may_be(*second).then_some(phrase))
    }

    /// Whether a phrase starts with a word.
    pub(super) fn has(&self, first: W) -> bool {
        !self.seconds.of(first.into()).is_empty()
    }

    /// All phrases.
    pub(super) fn all(&self) -> impl Iterator<Item = &T> {
        self.phrases.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Openings;

    #[test]
    fn only_those_are_looked_at_that_may_go_on() {
        let phrases = vec![
            (2, Some(3), "c d"),
            (0, None, "a"),
            (2, None, "c .. e"),
            (2, Some(1), "c b"),
        ];
        let openings: Openings<usize, &str> = Openings::new(4, phrases);
        let going_on = |first, next| -> Vec<&str> {
            let phrases = openings.of(first, move |second| second == next);
            phrases.copied().collect()
        };
        assert_eq!(going_on(2, 3), ["c d", "c .. e"]);
        assert_eq!(going_on(2, 1), ["c .. e", "c b"]);
        assert_eq!(going_on(0, 1), ["a"]);
        assert_eq!(going_on(1, 1), [""; 0]);
        assert!(openings.has(2) && !openings.has(3));
        assert_eq!(openings.all().count(), 4);
    }
}
