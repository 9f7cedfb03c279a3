//! The last question again, about what is named now: "and a baker?" after the ladder of a
//! cook, "same for glazing" after what another skill looks like for an expert.

use super::pairs::{are_beside, asks_to_see, of_two, spoken_of};
use super::same_rank::{both_tracks, in_place_of, of_its_discipline, of_same_ranks, same_rank};
use super::unnamed_again::{skill_meant, unnamed};
use super::{Recognised, Sight, compare};
use crate::framework::{Proficiency, SkillId};
use crate::question::bound::{Placed, role_of};
use crate::question::conversation::{context_position, context_skill, points_at_skill};
use crate::question::cue::{Cue, Heard};
use crate::question::reading::{Question, Scope, Unclear};
use crate::question::subject::{Position, Subject};
use crate::question::utterance::Utterance;
use crate::question::which_skill::asked_namesake;
use crate::question::{Context, Kind};

/// What was asked last, of the only thing that is named now and of which nothing else is
/// asked.
pub(super) fn again(sight: &Sight<'_, '_>) -> Option<Recognised> {
    if let Some(chosen) = chosen_in_full(sight) {
        return Some(chosen);
    }
    let kind = asked_last(sight.said.context)?;
    if compare::lacks(sight) {
        return None;
    }
    if let Some(found) = unnamed(sight, kind) {
        return Some(found);
    }
    if let Some(skill) = skill_meant(sight) {
        return of_skill(sight, kind, skill)
            .or_else(|| Some(Recognised::sure(Question::Skill(skill), 80)));
    }
    if !names_only(sight) || !goes_on(sight) {
        return None;
    }
    match (
        sight.bound.positions.as_slice(),
        sight.bound.skills.as_slice(),
    ) {
        ([placed], []) => of_place(sight, kind, placed),
        ([], [placed]) => {
            // "I mean for glazing", after what a proficiency means.
            let before = placed.tokens.start.checked_sub(1);
            let leads = before.is_some_and(|at| {
                matches!(
                    sight.said.text(at),
                    "for" | "in" | "on" | "at" | "with" | "about" | "to"
                )
            });
            if kind == Kind::Proficiency && !leads {
                return None;
            }
            of_its_discipline(sight, kind, placed).or_else(|| of_skill(sight, kind, placed.what))
        }
        _ => None,
    }
}

/// "Sorry, principal cook", after a question which principal is meant, whether it was
/// offered or not: what was asked, of it.
fn chosen_in_full(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let context = sight.said.context;
    let wanted = context
        .wanted
        .filter(|_| context.kind == Some(Kind::Clarify))?;
    let [placed] = sight.bound.positions.as_slice() else {
        return None;
    };
    let bare = names_only(sight) && sight.bound.skills.is_empty();
    let question = wanted.question(placed.what.into());
    bare.then(|| Recognised::sure(question, placed.certainty))
}

/// "And for a senior?", after what a cook is paid: it is somebody else's business too.
pub(super) fn refused_again(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    // What is asked of one role may be asked of another; the weather is of none.
    let of_role = |about: &Scope| {
        matches!(
            about,
            Scope::Pay | Scope::Grade | Scope::Vacancies | Scope::Leave | Scope::People
        )
    };
    let about = said.context.refused.filter(of_role)?;
    let [placed] = sight.bound.positions.as_slice() else {
        return None;
    };
    // "More than a baker gets?"
    let leads = |at: usize| matches!(said.text(at), "for" | "if" | "as" | "than");
    let leads = (0..placed.tokens.end).any(leads);
    // "What about a senior one?"
    let is_one = said.has(Cue::GoingOn) && said.mentions.is_empty();
    let than = (0..placed.tokens.start).any(|at| said.text(at) == "than");
    let bare = names_only(sight) || than && sight.rest().iter().all(|at| said.is_weak(*at));
    let goes_on = bare && (leads || is_one);
    let instead = vec![placed.what.into()];
    let unclear = Unclear::OutOfScope { about, instead };
    goes_on.then(|| Recognised::sure(Question::NoMatch(unclear), 80))
}

/// What was asked last: of what is not there it was wanted all the same.
fn asked_last(context: &Context) -> Option<Kind> {
    let wanted = context.wanted.map(|wanted| wanted.kind);
    wanted
        .filter(|_| context.kind != Some(Kind::Clarify))
        .or(context.kind)
}

/// Whether something is named, and nothing asked.
fn names_only(sight: &Sight<'_, '_>) -> bool {
    let small = |heard: &Heard| {
        matches!(
            heard.cue,
            Cue::GoingOn
                | Cue::Again
                | Cue::Pointing
                | Cue::Both
                | Cue::Roles
                | Cue::Mine
                | Cue::Denied
                | Cue::Management
                | Cue::Technical
        )
    };
    // "What about a baker?" asks nothing by its "what".
    let goes_on = |at: usize| {
        let mut cues = sight.said.cues.iter();
        cues.any(|heard| heard.cue == Cue::GoingOn && heard.own.contains(&at))
    };
    // "What do bakers have for theirs?"
    let again = sight.said.has(Cue::Again);
    // "Can I have the senior ones as well?" needs nothing by its "have".
    let shows = asks_to_see(sight.said) || is_possessive(sight.said);
    let sees = |at: usize| match sight.said.text(at) {
        "what" | "do" | "does" | "has" => again,
        "have" => again || shows,
        "see" | "get" | "show" | "give" | "me" => shows,
        // "Same skill, but for a baker".
        "skill" => again && points_at_skill(sight.said),
        _ => false,
    };
    // "What about the" has an article as well.
    let is_small = |at: usize| goes_on(at) || sees(at) || sight.said.tokens[at].marks.determiner;
    let within_name = |heard: &Heard| {
        let of_names = |at: &usize| sight.bound.has(*at) || is_small(*at);
        heard.own.iter().all(of_names)
    };
    let mut cues = sight.said.cues.iter();
    // "And after the lead?"
    let after = |at: &usize| sight.said.text(*at) == "after";
    // "And glazing, same people?"
    let same = |at: &usize| *at > 0 && sight.said.text(at - 1) == "same";
    let is_again = |heard: &Heard| {
        let own = |at: &usize| sight.said.is_of(Cue::Again, *at);
        heard.cue == Cue::Compare && heard.own.iter().all(own)
    };
    sight.rest().iter().all(|at| after(at) || same(at))
        && sight.said.proficiencies.is_empty()
        && cues.all(|heard| small(heard) || within_name(heard) || is_again(heard))
}

/// Whether the words go on from the last question: they say so, they ask without a verb,
/// or they only say how senior.
fn goes_on(sight: &Sight<'_, '_>) -> bool {
    let said = sight.said;
    let says_so = said.has_any(&[Cue::GoingOn, Cue::Again, Cue::Both]);
    let asks = said.words.trim_end().ends_with('?');
    let only_rank = said.mentions.is_empty() && said.seniorities.iter().any(Option::is_some);
    // "Pastry, not drinks".
    let is_told = |at: usize| said.text(at) == "not" && said.preamble.has(at);
    let corrects = said.has_any(&[Cue::Denied, Cue::Management, Cue::Technical])
        || (0..said.tokens.len()).any(is_told);
    // "Glazing", and nothing else, after what another skill asks of a level.
    let all_named = (0..said.tokens.len()).all(|at| sight.bound.has(at));
    let of_level = said.context.kind == Some(Kind::SkillAtLevel);
    let only_skill = of_level && all_named && sight.bound.positions.is_empty();
    says_so
        || asks
        || corrects
        || only_rank
        || only_skill
        || is_possessive(said)
        || preposition(said).is_some()
}

/// "Show me the baker's": what is wanted is left out.
fn is_possessive(said: &Utterance<'_>) -> bool {
    let words = said.words.trim_end_matches(|c: char| !c.is_alphanumeric());
    words.ends_with("'s") || words.ends_with("\u{2019}s")
}

/// "For a baker": the word that leads to what is named.
pub(super) fn preposition<'a>(said: &'a Utterance<'_>) -> Option<&'a str> {
    let leads = |at: &usize| {
        matches!(
            said.text(*at),
            "for" | "to" | "from" | "with" | "against" | "vs" | "versus" | "into" | "after"
        )
    };
    (0..said.tokens.len()).find(leads).map(|at| said.text(at))
}

/// The last question, of another role or level.
fn of_place(sight: &Sight<'_, '_>, kind: Kind, placed: &Placed<Position>) -> Option<Recognised> {
    let said = sight.said;
    let place = placed.what;
    if let Some(found) = same_rank(sight, kind, placed) {
        return Some(found);
    }
    let question = match kind {
        Kind::LevelSkills => Question::LevelSkills(place, proficiency(said)),
        // "Just the ones for a baker", after all skills.
        Kind::ListSkills if preposition(said) == Some("for") => Question::LevelSkills(place, None),
        Kind::SimilarRoles => Question::SimilarRoles(place),
        Kind::LevelsOfRole => match place {
            Position::Role(role) => Question::LevelsOfRole(role),
            Position::Level(_) => return None,
        },
        // "Who needs it? And what about a baker?"
        Kind::SkillAtLevel | Kind::RolesNeedingSkill => {
            let skill = context_skill(said)?;
            let skill = asked_namesake(said.framework, skill, place);
            let question = Question::SkillAtLevel(skill, place);
            return Some(Recognised::in_context(question, Subject::Skill(skill)));
        }
        Kind::Compare | Kind::SharedSkills => {
            let (first, second) = spoken_of(said)?;
            // "For the management version instead": the other track of one of the two.
            let pair = if are_beside(said, second, place) {
                Some((first, place))
            } else if are_beside(said, first, place) {
                Some((place, second))
            } else {
                None
            };
            if let Some(pair) = pair.filter(|(one, other)| one != other) {
                return Some(Recognised::in_context(of_two(kind, pair)?, first));
            }
            if let Some(pair) = both_tracks(said, (first, second), place) {
                return Some(Recognised::in_context(of_two(kind, pair)?, first));
            }
            if let Some(question) = of_same_ranks(said, kind, (first, second), place) {
                return Some(Recognised::in_context(question, first));
            }
            if let Some((pair, stays)) = in_place_of(said, (first, second), place) {
                return Some(Recognised::in_context(of_two(kind, pair)?, stays));
            }
            // Up one ladder it goes on from the last; else the first is held against others.
            let role = |position| role_of(said.framework, position);
            let climbs = role(first) == role(second) && role(second) == role(place);
            let stays = if place == first || climbs && preposition(said).is_none() {
                second
            } else {
                first
            };
            (stays != place).then_some(())?;
            return Some(Recognised::in_context(of_two(kind, (stays, place))?, stays));
        }
        Kind::Progression => return Some(move_again(said, placed)),
        // What is plainly said of a thing is said of any without a word of it.
        Kind::Role
        | Kind::Level
        | Kind::Skill
        | Kind::SkillAtProficiency
        | Kind::Proficiency
        | Kind::SkillsAbout
        | Kind::RolesAbout
        | Kind::ListRoles
        | Kind::ListSkills
        | Kind::ListFamilies
        | Kind::Clarify
        | Kind::Help
        | Kind::NoMatch => return None,
    };
    Some(Recognised::sure(question, placed.certainty))
}

/// "And to head cook?", "and from porter?", "and for a baker?", after a move.
fn move_again(said: &Utterance<'_>, placed: &Placed<Position>) -> Recognised {
    let place = placed.what;
    let role = |position| role_of(said.framework, position);
    // "And then on to head?"
    let then = (0..said.tokens.len()).any(|at| matches!(said.text(at), "then" | "on"));
    // "And head cook instead?"
    // "Make that head cook."
    let instead = (0..said.tokens.len()).any(|at| {
        let makes = said.text(at) == "make" && matches!(said.text(at + 1), "that" | "it");
        makes || said.text(at) == "instead"
    });
    match (spoken_of(said), preposition(said)) {
        (Some((from, to)), None) if instead && place != from && place != to => {
            Recognised::in_context(Question::Progression(from, Some(place)), from)
        }
        // "What about the management version, same question?"
        (Some((from, to)), _) if are_beside(said, to, place) => {
            Recognised::in_context(Question::Progression(from, Some(place)), from)
        }
        (Some((_, to)), Some("to" | "into")) if then && to != place && role(to) == role(place) => {
            Recognised::in_context(Question::Progression(to, Some(place)), to)
        }
        (Some((from, _)), Some("to" | "into")) if from != place => {
            Recognised::in_context(Question::Progression(from, Some(place)), from)
        }
        // Within one role the end may be no more than what came next.
        (Some((from, to)), Some("from")) if role(from) != role(to) && to != place => {
            Recognised::in_context(Question::Progression(place, Some(to)), to)
        }
        _ => Recognised::sure(Question::Progression(place, None), placed.certainty),
    }
}

/// The last question, of another skill.
fn of_skill(sight: &Sight<'_, '_>, kind: Kind, skill: SkillId) -> Option<Recognised> {
    let said = sight.said;
    let proficiency = proficiency(said);
    let question = match (kind, proficiency) {
        (Kind::RolesNeedingSkill, at) => Question::RolesNeedingSkill(skill, at),
        (Kind::SkillAtProficiency | Kind::Proficiency, Some(at)) => {
            Question::SkillAtProficiency(skill, at)
        }
        (Kind::SkillAtLevel, _) => {
            let place = context_position(said)?;
            let skill = asked_namesake(said.framework, skill, place);
            let question = Question::SkillAtLevel(skill, place);
            return Some(Recognised::in_context(question, place));
        }
        _ => return None,
    };
    Some(match proficiency {
        Some(at) => Recognised::in_context(question, Subject::Proficiency(at)),
        None => Recognised::sure(question, 90),
    })
}

/// The proficiency that the conversation is about.
pub(super) fn proficiency(said: &Utterance<'_>) -> Option<Proficiency> {
    let mut subjects = said.context.subjects.iter().rev();
    subjects.find_map(|subject| subject.proficiency())
}
