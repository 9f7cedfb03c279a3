//! The line of a file that a fault is shown in.

use std::ops::Range;

use crate::documents::Passage;

/// Characters that are marked as the place, at most: a row of a table can be
/// many thousand characters long, and where it starts is enough.
const MARKED: usize = 80;
/// Characters after the place.
const AFTER: usize = 120;

/// The line of a passage, from its start to some characters after the passage;
/// of a passage of several lines, the first. It has as many characters before
/// the passage as the file has, because the column is counted from them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The text, with nothing in it that a terminal would act on.
    pub(super) text: String,
    /// The bytes of it that are the passage.
    pub(super) span: Range<usize>,
}

impl Excerpt {
    /// Cuts the excerpt for a passage out of its file.
    pub(super) fn of(passage: &Passage) -> Self {
        let file = passage.source().text();
        let Range { start, end } = passage.range();
        let line_start = file[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = file[start..].find('\n').map_or(file.len(), |at| start + at);
        let end = end.min(line_end);

        let mut text: String = file[line_start..start].chars().map(harmless).collect();
        let begin = text.len();
        text.extend(
            file[start..end]
                .trim_end_matches('\r')
                .chars()
                .take(MARKED)
                .map(harmless),
        );
        let span = begin..text.len();
        let marked = file[start..end]
            .char_indices()
            .nth(MARKED)
            .map_or(end, |(at, _)| start + at);
        text.extend(
            file[marked..line_end]
                .trim_end_matches('\r')
                .chars()
                .take(AFTER)
                .map(harmless),
        );
        Self { text, span }
    }
}

/// A character that only shows: what would move the cursor, colour the rest of
/// the screen, break the line or turn the reading direction is replaced.
pub(super) fn harmless(c: char) -> char {
    match c {
        '\t' | '\n' | '\u{2028}' | '\u{2029}' => ' ',
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::documents::Source;

    /// The excerpt for `place` in `file`, with the place in brackets.
    #[track_caller]
    fn excerpt(file: &str, place: &str) -> String {
        let start = file.find(place).expect("the place is in the file");
        let source = Arc::new(Source::new("a.txt", file));
        let Excerpt { mut text, span } =
            Excerpt::of(&Passage::new(&source, start..start + place.len()));
        text.insert(span.end, ']');
        text.insert(span.start, '[');
        text
    }

    #[test]
    fn it_is_the_line_of_the_place() {
        assert_eq!(excerpt("one\ntwo three\r\nfour", "three"), "two [three]");
        assert_eq!(excerpt("one\ntwo", "one"), "[one]");
    }

    #[test]
    fn of_several_lines_it_is_the_first() {
        assert_eq!(excerpt("a \"b\r\nc\" d", "b\r\nc"), "a \"[b]");
    }

    #[test]
    fn the_mark_and_what_follows_are_not_long() {
        let place = "\u{e9}".repeat(500);
        let after = "\u{e9}".repeat(120);
        assert_eq!(
            excerpt(&format!("a{place}"), &place),
            format!("a[{}]{after}", "\u{e9}".repeat(80))
        );
    }

    #[test]
    fn nothing_in_it_moves_the_cursor() {
        assert_eq!(
            excerpt("a\u{1b}[2Jb\u{85}\tc", "b"),
            "a\u{fffd}[2J[b]\u{fffd} c"
        );
    }
}
