//! A complaint as `rustc` draws one: message, place, excerpt with a caret,
//! other places, and what to do.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::complaint::Complaint;
use super::excerpt::{Excerpt, harmless};
use crate::documents::{Passage, Severity};

/// Longer lines of a file are cut around the place.
const WIDTH: usize = 120;

/// Draws a complaint.
pub(super) fn draw(complaint: &Complaint<'_>, colour: bool) -> String {
    let level = match complaint.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(shown(&complaint.message)));
    if let Some(place) = complaint.place {
        group = add(group, place, &complaint.label, AnnotationKind::Primary);
    } else if !complaint.file.is_empty() {
        group = group.element(Origin::path(shown(complaint.file)));
    }
    for (place, label) in complaint.also {
        group = add(group, place, label, AnnotationKind::Context);
    }
    if !complaint.remedy.is_empty() {
        group = group.element(Level::HELP.message(shown(&complaint.remedy)));
    }
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.term_width(WIDTH).render(&[group])
}

/// Adds a place with its excerpt.
fn add<'a>(group: Group<'a>, place: &Passage, label: &str, kind: AnnotationKind) -> Group<'a> {
    let Excerpt { text, span } = Excerpt::of(place);
    let mark: Annotation<'a> = kind.span(span).label(shown(label));
    group.element(
        Snippet::source(text)
            .path(shown(place.file()))
            .line_start(place.line())
            .annotation(mark),
    )
}

fn shown(text: &str) -> String {
    text.chars().map(harmless).collect()
}
