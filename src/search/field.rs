//! What a line is to the entry that it belongs to, and how plainly it speaks.

use super::section::{narrow, real};

/// What a line is to its entry, with its weight: a topic that stands in a name
/// counts more than one in a statement. The weights were measured on labelled
/// questions; see "How a topic is searched" in the README.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(super) enum Field {
    /// The entry's own name.
    Name,
    /// What the entry is.
    About,
    /// A duty of a role, or a statement of a skill.
    Statement,
    /// The name of a level of a role.
    LevelName,
    /// What a level is and does.
    LevelStatement,
    /// The name of a skill that a role needs.
    SkillName,
    /// A statement of a skill that a role needs.
    SkillStatement,
}

/// How many fields there are.
pub(super) const FIELD_COUNT: usize = 7;

/// A number for each field, in their order, filled up to a power of two.
pub(super) type Counts = [f32; 1 << FIELD_BITS];

/// The weights of the fields.
pub(super) const WEIGHTS: Counts = [1.75, 1.1, 1.0, 0.9, 0.8, 0.5, 0.35, 0.0];

impl Field {
    /// How much a word in such a line counts.
    pub(super) fn weight(self) -> f32 {
        WEIGHTS[self as usize]
    }

    /// Whether it is a name, of whatever.
    pub(super) fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::LevelName | Self::SkillName)
    }
}

/// What each word of a line takes from it: of two lines that have the same of a
/// topic, the shorter one says it more plainly.
const LENGTH: f32 = 0.006;

/// How plainly a line of so many words says what it has.
pub(super) fn plainly(words: u32) -> f32 {
    1.0 / (1.0 + LENGTH * real(words))
}

/// How many bits of a posting hold the field, and how many the words of the line.
pub(super) const FIELD_BITS: u32 = 3;
const LENGTH_BITS: u32 = 13;
const MOST_LENGTH: u32 = (1 << LENGTH_BITS) - 1;
/// How many lines of one entry can be searched.
pub(super) const SEARCHED_LINES: usize = 1 << (u32::BITS - LENGTH_BITS - FIELD_BITS);

/// The fields by their bits. The last bits are nobody's: they read as the field
/// that counts least.
pub(super) const FIELDS: [Field; 1 << FIELD_BITS] = [
    Field::Name,
    Field::About,
    Field::Statement,
    Field::LevelName,
    Field::LevelStatement,
    Field::SkillName,
    Field::SkillStatement,
    Field::SkillStatement,
];

/// A line of an entry that has a stem, with all that ranking asks of it: in its
/// bits, from the first on, its place among the entry's lines, how many words it
/// has and what it is. So ranking reads nothing else. In the order of lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting(u32);

impl Posting {
    /// A line of an entry, one of the first [`SEARCHED_LINES`]; of very many words not
    /// all are counted.
    pub(super) fn new(line: u32, words: usize, field: Field) -> Self {
        let words = narrow(words).min(MOST_LENGTH);
        Self((line << LENGTH_BITS | words) << FIELD_BITS | u32::from(field as u8))
    }

    /// A posting of these bits.
    pub(super) fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// Its bits.
    pub(super) fn bits(self) -> u32 {
        self.0
    }

    /// The line's place among those of its entry.
    pub(super) fn line(self) -> u32 {
        self.0 >> (LENGTH_BITS + FIELD_BITS)
    }

    /// How plainly the line says what it has, a share: by how many words it has.
    pub(super) fn plainly(self) -> f32 {
        plainly(self.0 >> FIELD_BITS & MOST_LENGTH)
    }

    /// What the line is.
    pub(super) fn field(self) -> Field {
        FIELDS[self.field_bits()]
    }

    /// What a table has for the line's field.
    pub(super) fn in_field<T: Copy>(self, table: &[T; FIELDS.len()]) -> T {
        table[self.field_bits()]
    }

    fn field_bits(self) -> usize {
        (self.0 % (1 << FIELD_BITS)) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::{FIELDS, MOST_LENGTH, Posting, SEARCHED_LINES, WEIGHTS};
    use crate::search::section::narrow;

    #[test]
    fn a_posting_holds_a_line_its_length_and_its_field() {
        for line in [0, 1, 7, 8, narrow(SEARCHED_LINES) - 1] {
            for field in FIELDS {
                let short = Posting::new(line, 3, field);
                let long = Posting::new(line, usize::MAX, field);
                for posting in [short, long] {
                    assert_eq!((posting.line(), posting.field()), (line, field));
                    assert!(posting.in_field(&WEIGHTS) >= field.weight());
                    assert!(posting.in_field(&WEIGHTS) <= field.weight());
                }
                assert!(short.plainly() > long.plainly());
                assert_eq!(long, Posting::new(line, MOST_LENGTH as usize, field));
            }
        }
    }
}
