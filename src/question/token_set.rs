//! Sets of a question's tokens.

use std::ops::Range;

use super::token::MOST_TOKENS;

/// Some of a question's tokens: a bit for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct TokenSet(u128);

const _: () = assert!(
    MOST_TOKENS <= u128::BITS as usize,
    "each token has a bit of its own"
);

impl TokenSet {
    /// One token.
    pub(super) fn of(at: usize) -> Self {
        let bit = u32::try_from(at).ok();
        Self(
            bit.and_then(|at| 1_u128.checked_shl(at))
                .unwrap_or_default(),
        )
    }

    /// Whether a token is among them.
    pub(super) fn has(self, at: usize) -> bool {
        self.meets(Self::of(at))
    }

    /// Whether one of other tokens is among them.
    pub(super) fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Adds other tokens.
    pub(super) fn add(&mut self, others: Self) {
        self.0 |= others.0;
    }

    /// The tokens that stand as many further behind.
    pub(super) fn shifted(self, by: usize) -> Self {
        let by = u32::try_from(by).ok();
        Self(by.and_then(|by| self.0.checked_shl(by)).unwrap_or_default())
    }

    /// How many they are.
    pub(super) fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The tokens from the first to the last.
    pub(super) fn span(self) -> Range<usize> {
        let start = self.0.trailing_zeros() as usize;
        let end = (u128::BITS - self.0.leading_zeros()) as usize;
        start.min(end)..end
    }

    /// The tokens, in their order.
    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let first = (rest != 0).then(|| rest.trailing_zeros())?;
            rest &= rest - 1;
            Some(first as usize)
        })
    }
}

impl FromIterator<usize> for TokenSet {
    fn from_iter<I: IntoIterator<Item = usize>>(tokens: I) -> Self {
        let mut all = Self::default();
        for at in tokens {
            all.add(Self::of(at));
        }
        all
    }
}

impl From<Range<usize>> for TokenSet {
    /// The tokens of a stretch.
    fn from(tokens: Range<usize>) -> Self {
        let below = |at: usize| u32::try_from(at).ok().and_then(|at| 1_u128.checked_shl(at));
        let bits = |at: usize| below(at).map_or(u128::MAX, |bit| bit - 1);
        Self(bits(tokens.end) & !bits(tokens.start))
    }
}

#[cfg(test)]
mod tests {
    use super::TokenSet;

    #[test]
    fn tokens_are_found_again() {
        let mut set = TokenSet::from(2..4);
        set.add(TokenSet::from(126..128));
        assert_eq!(set.iter().collect::<Vec<_>>(), [2, 3, 126, 127]);
        assert_eq!((set.len(), set.span()), (4, 2..128));
        assert!(set.has(3) && !set.has(4) && !set.has(500));
        assert!(set.meets(TokenSet::from(0..3)) && !set.meets(TokenSet::from(4..126)));
        assert_eq!(TokenSet::default().span(), 0..0);
        assert_eq!(TokenSet::from(5..5), TokenSet::default());
    }
}
