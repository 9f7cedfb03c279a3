//! A [`Page`] as sheets: pieces of Discord markup, each of which fits into an
//! embed, in the order in which they are read. Nothing is left out.

use super::{limits, markup};
use crate::documents::Form;
use crate::question::Subject;
use crate::render::discord as wording;
use crate::render::{Block, Page, Quote, Row};

/// One embed's worth of a reply.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    /// The words, in Discord's markup.
    pub(super) text: String,
    /// What stands in it that can be looked up, in its order: name, and what
    /// tells it apart.
    pub(super) listed: Vec<Listed>,
}

/// Something on a sheet that can be looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    /// What it is.
    pub(super) subject: Subject,
    /// Its name.
    pub(super) name: String,
    /// What is said of it.
    pub(super) note: String,
}

/// How long a sheet may be. Discord takes 4,096; on a phone this is some four
/// screens, and there is room for title and footer within the 6,000 of all.
pub(super) const LONGEST: usize = 3500;
/// How long a part of a sheet may be that is not broken between sheets.
const PIECE: usize = 1200;

/// A part of a sheet.
struct Piece {
    text: String,
    /// Whether a blank line stands before it.
    is_apart: bool,
    /// Whether it belongs to what follows.
    is_heading: bool,
    listed: Option<Listed>,
}

/// Sets a page out; always at least one sheet.
pub(super) fn sheets(page: &Page) -> Vec<Sheet> {
    let mut pieces = Vec::new();
    for (at, correction) in page.corrections.iter().enumerate() {
        push(&mut pieces, at == 0, "", &markup::plain(correction));
    }
    for block in &page.blocks {
        block_pieces(&mut pieces, block);
    }
    let mut sheets = fill(pieces);
    suggest(&mut sheets, page);
    sheets
}

fn block_pieces(pieces: &mut Vec<Piece>, block: &Block) {
    match block {
        Block::Said(sentence) => push(pieces, true, "", &markup::plain(sentence)),
        Block::Heading(heading) => pieces.push(Piece {
            text: markup::bold(&markup::plain(heading)),
            is_apart: true,
            is_heading: true,
            listed: None,
        }),
        Block::Quotes(quotes) => quote_pieces(pieces, quotes, true),
        Block::Rows(rows) => {
            for (at, row) in rows.iter().enumerate() {
                row_pieces(pieces, row, at == 0);
            }
        }
        Block::Choices(choices) => {
            for (at, choice) in choices.iter().enumerate() {
                let label = wording::named(&choice.name, &choice.note);
                push(
                    pieces,
                    at == 0,
                    &format!("{}. ", at + 1),
                    &markup::plain(&label),
                );
                attach(pieces, choice.subject, &choice.name, &choice.note);
            }
        }
    }
}

fn row_pieces(pieces: &mut Vec<Piece>, row: &Row, opens: bool) {
    let name = markup::bold(&markup::plain(&row.name));
    let label = wording::named(&name, &markup::plain(&row.note));
    if row.quotes.is_empty() {
        push(pieces, opens, "- ", &label);
    } else {
        pieces.push(Piece {
            text: label,
            is_apart: true,
            is_heading: true,
            listed: None,
        });
    }
    if let Some(subject) = row.subject {
        attach(pieces, subject, &row.name, &row.note);
    }
    quote_pieces(pieces, &row.quotes, false);
}

fn quote_pieces(pieces: &mut Vec<Piece>, quotes: &[Quote], opens: bool) {
    for (at, quote) in quotes.iter().enumerate() {
        let first = match quote.form {
            Form::Bullet => "> - ",
            Form::LeadIn | Form::Prose => "> ",
        };
        push(pieces, opens && at == 0, first, &marked(quote));
    }
}

/// A quote with the words that matched in bold.
fn marked(quote: &Quote) -> String {
    let (mut text, mut at) = (String::new(), 0);
    for mark in &quote.marks {
        let (Some(before), Some(words)) = (
            quote.words.get(at..mark.start),
            quote.words.get(mark.clone()),
        ) else {
            continue;
        };
        text.push_str(&if at == 0 {
            markup::plain(before)
        } else {
            within(before)
        });
        text.push_str(&markup::bold(&within(words)));
        at = mark.end;
    }
    let rest = quote.words.get(at..).unwrap_or_default();
    text.push_str(&if at == 0 {
        markup::plain(rest)
    } else {
        within(rest)
    });
    text
}

/// Escapes text that does not open a line.
fn within(text: &str) -> String {
    let escaped = markup::plain(&format!("x{text}"));
    escaped[1..].to_owned()
}

/// Adds a line; one that is too long for a piece goes on in the next.
fn push(pieces: &mut Vec<Piece>, is_apart: bool, before: &str, text: &str) {
    let rest_before = if before.starts_with('>') { "> " } else { "" };
    for (at, part) in parts(text).into_iter().enumerate() {
        let before = if at == 0 { before } else { rest_before };
        pieces.push(Piece {
            text: format!("{before}{part}"),
            is_apart: is_apart && at == 0,
            is_heading: false,
            listed: None,
        });
    }
}

/// Says what the last line can lead to.
fn attach(pieces: &mut [Piece], subject: Subject, name: &str, note: &str) {
    if let Some(last) = pieces.last_mut() {
        last.listed = Some(Listed {
            subject,
            name: name.to_owned(),
            note: note.to_owned(),
        });
    }
}

/// A text in parts that are no longer than a piece, between words if it can be.
fn parts(text: &str) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while limits::units(rest) > PIECE {
        let most = limits::start(rest, PIECE);
        let cut = most.rfind(' ').filter(|at| *at > 0).unwrap_or(most.len());
        parts.push(&rest[..cut]);
        rest = rest[cut..].trim_start();
    }
    parts.push(rest);
    parts
}

/// Puts the pieces on sheets. A heading is never the last of a sheet, and what
/// goes on from the sheet before has its heading again.
fn fill(pieces: Vec<Piece>) -> Vec<Sheet> {
    let mut sheets = vec![Sheet::default()];
    let mut heading: Option<String> = None;
    let mut waiting: Vec<Piece> = Vec::new();
    for piece in pieces {
        if piece.is_heading {
            waiting.push(piece);
            continue;
        }
        let needed: usize = waiting
            .iter()
            .chain([&piece])
            .map(|piece| limits::units(&piece.text) + 2)
            .sum();
        let used = sheets.last().map_or(0, |sheet| limits::units(&sheet.text));
        if used > 0 && used + needed > LONGEST {
            let mut next = Sheet::default();
            if waiting.is_empty()
                && !piece.is_apart
                && let Some(heading) = &heading
            {
                next.text = wording::goes_on(heading);
            }
            sheets.push(next);
        }
        if piece.is_apart && waiting.is_empty() {
            heading = None;
        }
        let Some(sheet) = sheets.last_mut() else {
            continue;
        };
        for piece in waiting.drain(..) {
            heading = Some(piece.text.clone());
            write(sheet, piece);
        }
        write(sheet, piece);
    }
    if let Some(sheet) = sheets.last_mut() {
        for piece in waiting {
            write(sheet, piece);
        }
    }
    sheets
}

fn write(sheet: &mut Sheet, piece: Piece) {
    if !sheet.text.is_empty() {
        sheet
            .text
            .push_str(if piece.is_apart { "\n\n" } else { "\n" });
    }
    sheet.text.push_str(&piece.text);
    sheet.listed.extend(piece.listed);
}

/// Adds the questions that could come next where there is room for them.
fn suggest(sheets: &mut [Sheet], page: &Page) {
    let (Some(sheet), false) = (sheets.last_mut(), page.next.is_empty()) else {
        return;
    };
    let mut text = wording::ask_next().to_owned();
    for question in &page.next {
        text.push_str("\n- ");
        text.push_str(&within(question));
    }
    if limits::units(&sheet.text) + limits::units(&text) + 2 <= limits::DESCRIPTION {
        if !sheet.text.is_empty() {
            sheet.text.push_str("\n\n");
        }
        sheet.text.push_str(&text);
    }
}
