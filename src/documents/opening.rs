//! The lines of a role document that open a block.

use super::passage::Passage;

/// What a line opens.
pub(super) enum Opening {
    /// `<Family> role: <Role>`
    Role { family: Passage, role: Passage },
    /// `Role level: <Level>`
    Level(Passage),
    /// `Skill: <Name>`
    Skill(Passage),
}

/// Recognises a line that opens a block, without regard to case and spacing.
pub(super) fn opening(line: &Passage) -> Option<Opening> {
    let text = line.text();
    let colon = text.find(':')?;
    let key = &text[..colon];
    let name = line.part(colon + 1..text.len()).trimmed();
    let mut words = key.split_whitespace().rev();
    let last = words.next()?;
    let one_before = words.next();
    if last.eq_ignore_ascii_case("skill") && one_before.is_none() {
        return Some(Opening::Skill(name));
    }
    if last.eq_ignore_ascii_case("level") && words.next().is_none() {
        return one_before?
            .eq_ignore_ascii_case("role")
            .then_some(Opening::Level(name));
    }
    let family = line.part(0..key.trim_end().len() - last.len()).trimmed();
    last.eq_ignore_ascii_case("role")
        .then_some(Opening::Role { family, role: name })
}

/// Whether a line of the form of a role line is one, and not a sentence such
/// as "You take a leading role: you speak for the team."
pub(super) fn is_title(family: &Passage, role: &Passage) -> bool {
    let opens_large = |name: &Passage| !name.text().starts_with(char::is_lowercase);
    opens_large(family) && opens_large(role) && !role.text().ends_with(['.', ';', ','])
}

/// The line without the `#` of a Markdown heading.
pub(super) fn without_heading_mark(line: &Passage) -> Passage {
    let text = line.text();
    let bare = text.trim_start_matches('#');
    if bare.len() < text.len() && bare.starts_with([' ', '\t']) {
        line.part(text.len() - bare.len()..text.len()).trimmed()
    } else {
        line.clone()
    }
}
