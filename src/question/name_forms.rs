//! The forms in which one name can be said: without its bracket, by what stands
//! in it, by its initials.

use super::lexicon::is_small;
use crate::framework::{Seniority, fold};
use crate::search::words;

/// The forms of a name: as it is; and where it has a bracket, without it, and
/// with it instead of what stands before it, if something stands after it
/// ("Development operations (DevOps) engineer"). A bracket of capitals at the
/// end is a name of its own ("Quality assurance testing (QAT)").
pub(super) fn forms(name: &str) -> Vec<String> {
    let mut forms = vec![name.to_owned()];
    if let Some((before, inside, after)) = bracket(name) {
        forms.push(format!("{before} {after}"));
        let is_short_form = inside
            .chars()
            .all(|c| c.is_uppercase() || c.is_ascii_digit());
        if !after.trim().is_empty() && !before.ends_with(" of ") || is_short_form {
            forms.push(format!("{inside} {after}"));
        }
    }
    forms
}

/// A name's parts before, in and after its bracket.
pub(super) fn bracket(name: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = name.split_once('(')?;
    let (inside, after) = rest.split_once(')')?;
    (!before.trim().is_empty()).then_some((before, inside, after))
}

/// "Chief menu officer" as "menu chief": the name of a role that opens with such a rank, with
/// the rank in place of its last word.
pub(super) fn rank_behind(name: &str) -> Option<String> {
    let folded = fold(name);
    let (first, rest) = folded.split_once(' ')?;
    let (between, _) = rest.rsplit_once(' ')?;
    let is_noun = matches!(
        Seniority::from_word(first),
        Some(Seniority::Chief | Seniority::Head)
    );
    is_noun.then(|| format!("{between} {first}"))
}

/// Whether two names have no word in common.
pub(super) fn shares_no_word(a: &str, b: &str) -> bool {
    words(b).all(|word| is_small(&word.text) || words(a).all(|other| other.text != word.text))
}

/// The initials of a name of several words.
pub(super) fn initials(name: &str) -> Option<String> {
    let kept: Vec<_> = words(name).filter(|word| !is_small(&word.text)).collect();
    let initials = kept.iter().filter_map(|word| word.text.chars().next());
    (kept.len() > 1).then(|| initials.collect())
}
