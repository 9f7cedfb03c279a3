//! The limits that Discord sets, and how text is measured against them.
//!
//! The numbers are those of Discord's documentation of 2026. How it counts
//! characters is not documented, so everything is counted in UTF-16 units: no
//! other way of counting gives more.

/// Text beside an embed.
pub(super) const CONTENT: usize = 2000;
/// An embed's title.
pub(super) const TITLE: usize = 256;
/// An embed's description, in which the whole answer stands.
pub(super) const DESCRIPTION: usize = 4096;
/// An embed's footer.
pub(super) const FOOTER: usize = 2048;
/// All embeds of a message together.
#[cfg(test)]
pub(super) const EMBEDS: usize = 6000;
/// Rows of buttons and selects under a message.
pub(super) const ROWS: usize = 5;
/// Buttons in a row.
pub(super) const BUTTONS: usize = 5;
/// A button's label. It may be 80 long; this much can be read on a phone.
pub(super) const LABEL: usize = 38;
/// Options of a select.
pub(super) const OPTIONS: usize = 25;
/// An option's label, value and description, and the name of a choice.
pub(super) const OPTION: usize = 100;
/// What stands in an empty select.
pub(super) const PLACEHOLDER: usize = 150;
/// The id of a button, select or modal.
pub(super) const CUSTOM_ID: usize = 100;
/// Choices that are offered while somebody types.
pub(super) const CHOICES: usize = 25;
/// A modal's title, and the label of its input.
pub(super) const MODAL: usize = 45;
/// What a person may write into a modal.
pub(super) const INPUT: usize = 4000;

/// How long a text is, in UTF-16 units.
pub(super) fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// A text that is at most so many units long; a longer one ends in "…", and not
/// within an escaped character.
pub(super) fn fit(text: &str, most: usize) -> String {
    if units(text) <= most {
        return text.to_owned();
    }
    let mut kept = start(text, most.saturating_sub(1)).trim_end();
    let backslashes = kept.len() - kept.trim_end_matches('\\').len();
    kept = &kept[..kept.len() - backslashes % 2];
    format!("{kept}…")
}

/// As much of a text's start as has at most so many units.
pub(super) fn start(text: &str, most: usize) -> &str {
    let mut left = most;
    let end = text.char_indices().find(|(_, c)| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        !fits
    });
    end.map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_counted_in_the_larger_figure() {
        assert_eq!(units("aé€"), 3);
        assert_eq!(units("🧭"), 2);
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(fit("abcd", 4), "abcd");
        assert_eq!(fit("abcde", 4), "abc…");
        assert_eq!(fit("🧭🧭🧭", 4), "🧭…");
        assert_eq!(fit(r"ab\*cd", 4), "ab…");
    }
}
