//! Sets of stems.

use super::dictionary::StemId;

/// Some stems, to ask of many whether they are among them.
#[derive(Debug)]
pub(super) struct Stems {
    /// A bit for each stem there is, 64 a part.
    bits: Vec<u64>,
}

impl Stems {
    /// Some stems out of so many.
    pub(super) fn new(count: usize, some: impl Iterator<Item = StemId>) -> Self {
        let mut bits = vec![0; count.div_ceil(64)];
        for stem in some {
            let (part, bit) = Self::bit(stem);
            if let Some(part) = bits.get_mut(part) {
                *part |= bit;
            }
        }
        Self { bits }
    }

    fn bit(stem: StemId) -> (usize, u64) {
        (stem.index() / 64, 1 << (stem.index() % 64))
    }

    /// Whether a stem is one of them.
    pub(super) fn has(&self, stem: StemId) -> bool {
        let (part, bit) = Self::bit(stem);
        self.bits.get(part).is_some_and(|bits| bits & bit != 0)
    }
}
