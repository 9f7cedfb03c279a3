//! The lines that blocks are made of, alike in role documents and in cells.

use super::passage::{Form, Passage, Statement};

/// A line that opens the list of duties or responsibilities, folded: lower
/// case, straight quotes, no commas, no colon at the end, single spaces.
const HEADINGS: [&str; 4] = [
    "in this role you will",
    "at this role level you will",
    "in this role you'll",
    "at this role level you'll",
];

/// No heading is longer than this, however it is set: a longer line needs no folding.
const LONGEST_HEADING: usize = 64;

/// Whether a statement is one of the two headings of duties.
pub(super) fn is_heading(statement: &Statement) -> bool {
    let text = statement.passage.text();
    text.len() <= LONGEST_HEADING && HEADINGS.contains(&folded(text).as_str())
}

fn folded(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| *c != ',')
        .map(|c| {
            if matches!(c, '\u{2018}' | '\u{2019}' | '\u{02BC}') {
                '\''
            } else {
                c
            }
        })
        .flat_map(char::to_lowercase)
        .collect();
    let words: Vec<&str> = plain
        .trim_end_matches([':', ' '])
        .split_whitespace()
        .collect();
    words.join(" ")
}

/// Reads one line; `None` where nothing stands on it.
///
/// A bullet that ends with a colon opens the bullets under it, so it is a
/// lead-in: the framework's documents set such lines with a dash and its
/// tables set the same lines without one.
pub(super) fn statement(line: &Passage) -> Option<Statement> {
    let line = line.trimmed();
    let bare = bullet(line.text());
    let passage = bare.map_or_else(
        || line.clone(),
        |start| line.part(start..line.text().len()).trimmed(),
    );
    let form = match bare {
        _ if passage.text().ends_with(':') => Form::LeadIn,
        Some(_) => Form::Bullet,
        None => Form::Prose,
    };
    (!passage.is_empty()).then_some(Statement { passage, form })
}

/// Where the text of a bullet starts; `None` where the line is not one.
fn bullet(line: &str) -> Option<usize> {
    let mark = line
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '*' | '\u{2022}'))?;
    let after = line[mark.len_utf8()..].chars().next();
    // A dash may touch its text; an asterisk that does is emphasis.
    let opens = after.is_none_or(|c| c.is_whitespace() || (mark != '*' && c.is_alphabetic()));
    opens.then_some(mark.len_utf8())
}

/// Reads a block of several lines.
pub(super) fn statements(block: &Passage) -> Vec<Statement> {
    block.lines().filter_map(|line| statement(&line)).collect()
}

/// Reads a description: what stands above the heading of duties, and what
/// stands below it. The heading itself is in neither.
pub(super) fn description(block: &Passage) -> (Vec<Statement>, Vec<Statement>) {
    let mut about = statements(block);
    let Some(heading) = about.iter().position(is_heading) else {
        return (about, Vec::new());
    };
    let duties = about
        .drain(heading..)
        .filter(|statement| !is_heading(statement))
        .collect();
    (about, duties)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::documents::passage::Source;

    fn whole(text: &str) -> Passage {
        Passage::new(&Arc::new(Source::new("a.csv", text)), 0..text.len())
    }

    fn texts(statements: &[Statement]) -> Vec<(&str, Form)> {
        statements
            .iter()
            .map(|statement| (statement.passage.text(), statement.form))
            .collect()
    }

    #[test]
    fn a_heading_is_known_with_a_line_separator_at_its_end() {
        let block =
            whole("A tester tests.\u{2028}\n\nIn this role you will:\u{2028}\n- test\u{2028}twice");
        let (about, duties) = description(&block);
        assert_eq!(texts(&about), [("A tester tests.", Form::Prose)]);
        assert_eq!(texts(&duties), [("test\u{2028}twice", Form::Bullet)]);
    }

    #[test]
    fn a_sentence_that_only_opens_like_a_heading_is_prose() {
        let block = whole(
            "In this role, you will be responsible for:\n-  two spaces\n- \u{a0}no-break space",
        );
        let (about, duties) = description(&block);
        assert_eq!(
            texts(&about),
            [
                ("In this role, you will be responsible for:", Form::LeadIn),
                ("two spaces", Form::Bullet),
                ("no-break space", Form::Bullet)
            ]
        );
        assert!(duties.is_empty());
    }

    #[test]
    fn signs_that_open_no_bullet_are_kept() {
        let block = whole("*really* important\n---\n-");
        assert_eq!(
            texts(&statements(&block)),
            [("*really* important", Form::Prose), ("---", Form::Prose)]
        );
    }
}
