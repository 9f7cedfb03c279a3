//! Words and their stems, numbered: to compare two words is to compare two
//! numbers, and each is folded and stemmed once.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;

use super::section::narrow;
use super::words::stem;

/// The number of a word of a [`Dictionary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

impl WordId {
    /// The word's place: from 0, without gaps.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl From<WordId> for usize {
    fn from(word: WordId) -> Self {
        word.index()
    }
}

/// The number of a stem of a [`Dictionary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StemId(u32);

impl StemId {
    /// The stem's place: from 0, without gaps.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl From<StemId> for usize {
    fn from(stem: StemId) -> Self {
        stem.index()
    }
}

/// Texts in the order in which they came. The hash is a quick one that somebody
/// could outwit: only a framework and the lexicon add words, never a person who
/// asks.
type Numbered = IndexSet<SmolStr, FxBuildHasher>;

/// Every word that a framework or the lexicon has.
#[derive(Debug, Default)]
pub struct Dictionary {
    words: Numbered,
    stems: Numbered,
    /// For each word its stem.
    stem_of: Vec<StemId>,
}

impl Dictionary {
    /// The number of a folded word; a new word gets the next one.
    pub fn add(&mut self, word: &str) -> WordId {
        if let Some(known) = self.word(word) {
            return known;
        }
        let stem = stem(word);
        let number = self
            .stems
            .get_index_of(stem.as_str())
            .unwrap_or_else(|| self.stems.insert_full(stem.into()).0);
        self.stem_of.push(StemId(narrow(number)));
        WordId(narrow(self.words.insert_full(word.into()).0))
    }

    /// The number of a folded word, if it is known.
    #[must_use]
    pub fn word(&self, word: &str) -> Option<WordId> {
        let number = self.words.get_index_of(word)?;
        Some(WordId(narrow(number)))
    }

    /// The stem of a folded word, if a known word has it: the word itself need
    /// not be known. Where the stemmer takes more off a form than off the word
    /// ("prejudiced", "prejudice"), it is that of the word.
    #[must_use]
    pub fn stem(&self, word: &str) -> Option<StemId> {
        let number = self.stems.get_index_of(stem(word).as_str());
        let own = number.map(|number| StemId(narrow(number)));
        own.or_else(|| Some(self.stem_of(self.base(word)?)))
    }

    /// The known word that another is a form of.
    fn base(&self, word: &str) -> Option<WordId> {
        /// A shorter word is hardly what is left of a longer one.
        const SHORTEST: usize = 5;
        let bases = ["d", "r", "s"].map(|ending| word.strip_suffix(ending));
        let mut bases = bases.into_iter().flatten();
        bases.find_map(|base| self.word(base).filter(|_| base.len() >= SHORTEST))
    }

    /// The word that another is the plural of, if it is known.
    #[must_use]
    pub fn singular(&self, word: &str) -> Option<WordId> {
        self.word(word.strip_suffix('s')?)
    }

    /// The stem of a word.
    #[must_use]
    pub fn stem_of(&self, word: WordId) -> StemId {
        self.stem_of[word.index()]
    }

    /// The stem of a word, as the only one of a list.
    #[must_use]
    pub fn stem_as_list(&self, word: WordId) -> &[StemId] {
        std::slice::from_ref(&self.stem_of[word.index()])
    }

    /// A word's text.
    #[must_use]
    pub fn text(&self, word: WordId) -> &str {
        &self.words[word.index()]
    }

    /// A stem's text.
    #[must_use]
    pub fn stem_text(&self, stem: StemId) -> &str {
        &self.stems[stem.index()]
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many stems there are.
    #[must_use]
    pub fn stem_count(&self) -> usize {
        self.stems.len()
    }

    /// The words, in the order in which they came.
    pub fn words(&self) -> impl Iterator<Item = (WordId, &str)> {
        (0..)
            .map(WordId)
            .zip(self.words.iter().map(SmolStr::as_str))
    }
}

#[cfg(test)]
mod tests {
    use super::Dictionary;

    #[test]
    fn words_of_one_stem_share_its_number() {
        let mut dictionary = Dictionary::default();
        let (paints, painting) = (dictionary.add("paints"), dictionary.add("painting"));
        assert_ne!(paints, painting);
        assert_eq!(dictionary.add("paints"), paints);
        let stem = dictionary.stem_of(paints);
        assert_eq!(stem, dictionary.stem_of(painting));
        assert_eq!(dictionary.stem("painted"), Some(stem));
        assert_eq!(dictionary.word("painted"), None);
        assert_eq!(dictionary.stem("stage"), None);
    }
}
