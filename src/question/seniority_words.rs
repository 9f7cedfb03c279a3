//! Seniority words that stand apart from a name: whether one says a level, and of
//! which role.

use std::ops::Range;

use super::bound::{Bound, Placed, role_of};
use super::cue::{Cue, Heard};
use super::subject::Position;
use super::token::Gap;
use super::utterance::Utterance;
use crate::framework::{LevelId, RoleId, Seniority};

impl Bound {
    /// Whether a seniority word that stands apart says a level. Before a word that
    /// no role has it says how senior others are, and so does its plural beside a
    /// role: "does a matron teach junior doctors?", "... teach juniors?"
    pub(super) fn is_level(&self, utterance: &Utterance<'_>, at: usize) -> bool {
        let tokens = &utterance.tokens;
        let is_near = |at: usize| tokens.get(at).is_some_and(|next| next.gap == Gap::Space);
        let before = |placed: &Placed<Position>| placed.tokens.end == at && is_near(at);
        // "Senior pastry line cook": with a word between that no name has.
        let behind = |placed: &Placed<Position>| {
            let start = placed.tokens.start;
            let next = (at + 1..=start).all(is_near);
            let unnamed = (at + 1..start).all(|at| utterance.is_unexplained(at));
            // "A trainee version of a line cook".
            let version = matches!(utterance.text(at + 1), "version" | "grade" | "form")
                && utterance.text(at + 2) == "of"
                && (at + 3..=at + 4).contains(&start);
            (at + 1..at + 4).contains(&start) && next && unnamed || version && next
        };
        if self.positions.iter().any(|p| before(p) || behind(p)) {
            return true;
        }
        let mut mentions = utterance.mentions.iter();
        let of_a_role = mentions.any(|it| it.used.has(at + 1) && it.is_of_position());
        let of_level = matches!(
            utterance.text(at + 1),
            "level" | "lvl" | "grade" | "rung" | "role" | "post" | "position"
        );
        let of_others =
            is_near(at + 1) && utterance.is_unexplained(at + 1) && !of_a_role && !of_level;
        let asks_of_two = [Cue::Compare, Cue::Progress, Cue::Next, Cue::Levels];
        let singular = tokens[at].text().strip_suffix('s');
        let plural = singular.is_some_and(|word| Seniority::from_word(word).is_some());
        let of_others = of_others || plural && !utterance.has_any(&asks_of_two);
        // "The two chiefs have in common": those that were spoken of.
        if plural && utterance.has(Cue::Shared) && self.positions.is_empty() {
            return false;
        }
        !of_others || self.positions.is_empty()
    }

    /// The role that a seniority word belongs to: the nearest one behind it,
    /// else the nearest one before it.
    pub(super) fn role_for(
        &self,
        utterance: &Utterance<'_>,
        at: usize,
        rank: Seniority,
    ) -> Option<RoleId> {
        let framework = utterance.framework;
        // "Which of a lead's skills does a baker have?", after a lead cook: the lead's.
        let of_itself = matches!(utterance.text(at + 1), "skills" | "s" | "job" | "duties");
        let other = self.positions.first().filter(|_| of_itself);
        let spoken_of = other.and_then(|other| {
            let role = role_of(framework, other.what);
            let level = level_spoken_of(utterance, role, rank)?;
            Some(framework.level(level).role())
        });
        if spoken_of.is_some() {
            return spoken_of;
        }
        let behind = self
            .positions
            .iter()
            .filter(|placed| placed.tokens.start > at)
            .min_by_key(|p| p.tokens.start);
        let before = self
            .positions
            .iter()
            .filter(|placed| placed.tokens.start < at)
            .max_by_key(|p| p.tokens.end);
        behind
            .or(before)
            .map(|placed| role_of(framework, placed.what))
    }
}

/// Whether a seniority word belongs to the name of a role near it: "data analyst
/// at senior level" is one level, "from data analyst to senior" two.
pub(super) fn belongs_to(
    utterance: &Utterance<'_>,
    word: &Range<usize>,
    name: &Range<usize>,
) -> bool {
    /// How many words may stand between the two.
    const NEAR: usize = 6;
    let between = word.end.min(name.end)..word.start.max(name.start);
    let parts = |at: usize| {
        matches!(
            utterance.tokens[at].text(),
            "to" | "from"
                | "and"
                | "or"
                | "vs"
                | "versus"
                | "than"
                | "with"
                | "between"
                | "against"
        )
    };
    // "What's the junior one up to? The cook, I mean".
    let ends = |at: usize| {
        let next = utterance.tokens.get(at);
        next.is_none_or(|next| next.gap > Gap::Space)
    };
    let is_up_to = |at: usize| {
        let up = at
            .checked_sub(1)
            .is_some_and(|at| utterance.text(at) == "up");
        up && utterance.text(at) == "to" && ends(at + 1)
    };
    let parts = |at: usize| parts(at) && !is_up_to(at);
    // "A cook who is going for head".
    let within = |heard: &Heard| heard.tokens.clone().all(|at| between.contains(&at));
    let mut moves = utterance
        .cues
        .iter()
        .filter(|heard| heard.cue == Cue::Progress);
    between.len() <= NEAR && !between.clone().any(parts) && !moves.any(within)
}

/// "A chief", where that is what roles without levels are called.
pub(super) fn is_called_so(utterance: &Utterance<'_>, at: usize, rank: Seniority) -> bool {
    let article = at
        .checked_sub(1)
        .is_some_and(|at| matches!(utterance.text(at), "a" | "an"));
    let mut roles = utterance.framework.roles().iter();
    article && roles.any(|role| role.seniority() == rank)
}

/// "And a head of puppets?": a word for a seniority, "of", and what nothing explains; "a lead
/// puppeteer": a word right behind it that nothing knows.
pub(super) fn heads_another(utterance: &Utterance<'_>, at: usize) -> bool {
    let next = utterance.tokens.get(at + 1);
    // "A trainee grade".
    let is_rank = matches!(
        utterance.text(at + 1),
        "grade" | "rank" | "band" | "tier" | "rung" | "post" | "position" | "stage"
    );
    let together = next.is_some_and(|next| next.gap == Gap::Space) && !is_rank;
    if together && utterance.is_unexplained(at + 1) && utterance.is_foreign(at + 1) {
        return true;
    }
    let of = utterance.text(at + 1) == "of";
    let mut behind = at + 2..utterance.tokens.len();
    let of_what = behind.find(|at| !utterance.tokens[*at].marks.determiner);
    of && of_what.is_some_and(|at| utterance.is_unexplained(at) && !utterance.is_weak(at))
}

/// The only level of a seniority that was spoken of, of another role than one.
pub(super) fn level_spoken_of(
    utterance: &Utterance<'_>,
    role: RoleId,
    rank: Seniority,
) -> Option<LevelId> {
    let framework = utterance.framework;
    let context = utterance.context;
    let spoken_of = context.subjects.iter().chain(&context.before);
    let levels = spoken_of.filter_map(|subject| match subject.position()? {
        Position::Level(level) => Some(level),
        Position::Role(_) => None,
    });
    let fits = |level: &LevelId| {
        let level = framework.level(*level);
        level.seniority() == rank && level.role() != role
    };
    let mut fitting = levels.filter(fits);
    let only = fitting.next()?;
    fitting.all(|other| other == only).then_some(only)
}
