//! Lines from bytes that somebody else sends: of any length, perhaps not text,
//! and never more of them in memory than one line may have.

/// Longer lines are not read.
pub(super) const LONGEST: usize = 64 * 1024;

/// A line without its line end, or why it can't be read.
pub(super) type Line = Result<String, BadLine>;

/// Why a line can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BadLine {
    /// It has more than [`LONGEST`] bytes.
    TooLong,
    /// It is not UTF-8 from this byte (from 1) on.
    NotUtf8 {
        /// The byte.
        byte: usize,
    },
}

/// Puts lines together from pieces as they come.
#[derive(Debug, Default)]
pub(super) struct Lines {
    held: Vec<u8>,
    too_long: bool,
    begun: bool,
}

impl Lines {
    /// Takes bytes up to the first line end: says how many it took, and the
    /// line if it is whole.
    pub(super) fn take(&mut self, bytes: &[u8]) -> (usize, Option<Line>) {
        let end = bytes.iter().position(|byte| *byte == b'\n');
        self.hold(&bytes[..end.unwrap_or(bytes.len())]);
        match end {
            Some(end) => (end + 1, Some(self.finish())),
            None => (bytes.len(), None),
        }
    }

    /// The last line, if it has no line end.
    pub(super) fn rest(&mut self) -> Option<Line> {
        self.begun.then(|| self.finish())
    }

    fn hold(&mut self, part: &[u8]) {
        self.begun |= !part.is_empty();
        if self.held.len() + part.len() > LONGEST {
            self.too_long = true;
            self.held.clear();
        }
        if !self.too_long {
            self.held.extend_from_slice(part);
        }
    }

    fn finish(&mut self) -> Line {
        let Self { held, too_long, .. } = std::mem::take(self);
        if too_long {
            return Err(BadLine::TooLong);
        }
        String::from_utf8(held).map_err(|error| BadLine::NotUtf8 {
            byte: error.utf8_error().valid_up_to() + 1,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of `bytes` that come in pieces of `size`.
    fn read(bytes: &[u8], size: usize) -> Vec<Line> {
        let mut lines = Lines::default();
        let mut read = Vec::new();
        for mut piece in bytes.chunks(size) {
            while !piece.is_empty() {
                let (taken, line) = lines.take(piece);
                piece = &piece[taken..];
                read.extend(line);
            }
        }
        read.extend(lines.rest());
        read
    }

    #[test]
    fn lines_do_not_depend_on_the_pieces_they_come_in() {
        let bytes = "one\n\nthr\u{e9}e\r\nlast".as_bytes();
        for size in 1..=bytes.len() {
            let lines: Vec<_> = read(bytes, size)
                .into_iter()
                .map(|line| line.expect("it is text"))
                .collect();
            assert_eq!(
                lines,
                ["one", "", "thr\u{e9}e\r", "last"],
                "in pieces of {size}"
            );
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_refused_and_the_next_is_read() {
        let mut bytes = vec![b'a'; LONGEST];
        bytes.extend(b"\nb");
        assert!(read(&bytes, 1000)[0].is_ok());
        bytes.insert(0, b'a');
        assert_eq!(
            read(&bytes, 1000),
            [Err(BadLine::TooLong), Ok("b".to_owned())]
        );
    }

    #[test]
    fn a_line_that_is_not_text_is_refused_with_the_place() {
        assert_eq!(
            read(b"ab\xffc\nd", 2),
            [Err(BadLine::NotUtf8 { byte: 3 }), Ok("d".to_owned())]
        );
    }

    #[test]
    fn no_bytes_are_no_line() {
        assert_eq!(read(b"", 1), []);
    }
}
