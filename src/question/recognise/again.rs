//! The last question again, about what is named now: "and a baker?" after the ladder of a
//! cook, "same for glazing" after what another skill looks like for an expert.

use super::pairs::{are_beside, asks_to_see, of_two, spoken_of};
use super::same_rank::{both_tracks, in_place_of, of_its_discipline, of_same_ranks, same_rank};
use super::skill_at_level::skill_in_words;
use super::steps::one_step_on;
use super::{Recognised, Sight, compare};
use crate::framework::{Proficiency, SkillId};
use crate::question::bound::{Placed, role_of, subject};
use crate::question::conversation::{context_position, context_role, context_skill};
use crate::question::cue::{Cue, Heard};
use crate::question::reading::{Question, Unclear};
use crate::question::subject::{Position, Subject};
use crate::question::utterance::Utterance;
use crate::question::which_skill::asked_namesake;
use crate::question::{Context, Kind};

/// What was asked last, of the only thing that is named now and of which nothing else is
/// asked.
pub(super) fn again(sight: &Sight<'_, '_>) -> Option<Recognised> {
    if let Some(refused) = refused_again(sight) {
        return Some(refused);
    }
    if let Some(chosen) = chosen_in_full(sight) {
        return Some(chosen);
    }
    let kind = asked_last(sight.said.context)?;
    if compare::lacks(sight) {
        return None;
    }
    if let Some(list) = list_again(sight, kind) {
        return Some(list);
    }
    if let Some(found) = of_next_rung(sight, kind) {
        return Some(found);
    }
    if let Some(found) = where_one_is(sight, kind) {
        return Some(found);
    }
    if let Some(found) = in_other_words(sight, kind) {
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

/// "Can you list them?", after how many skills there are: all of them.
fn list_again(sight: &Sight<'_, '_>, kind: Kind) -> Option<Recognised> {
    let said = sight.said;
    let asks = said.has(Cue::List) && said.has(Cue::Pointing) && sight.rest().is_empty();
    let question = match kind {
        Kind::ListSkills => Question::ListSkills,
        Kind::ListFamilies => Question::ListFamilies,
        Kind::LevelsOfRole => Question::LevelsOfRole(context_role(said)?),
        Kind::ListRoles => {
            let mut subjects = said.context.subjects.iter();
            Question::ListRoles(subjects.find_map(|it| match it {
                Subject::Family(family) => Some(*family),
                _ => None,
            }))
        }
        _ => return None,
    };
    (asks && sight.bound.names_nothing()).then(|| Recognised::sure(question, 80))
}

/// "Same for the next one up", after the skills of a level, "and one up?", after a skill of
/// it: of the level above.
fn of_next_rung(sight: &Sight<'_, '_>, kind: Kind) -> Option<Recognised> {
    let said = sight.said;
    let opens = |at: usize| matches!(said.text(at), "what" | "who" | "where" | "how" | "which");
    let bare = said.has(Cue::GoingOn) && sight.rest().is_empty();
    let goes_on = kind == Kind::SkillAtLevel && bare && !(0..said.tokens.len()).any(opens);
    let asks = (said.has(Cue::Again) || goes_on) && sight.bound.names_nothing();
    let Position::Level(here) = context_position(said).filter(|_| asks)? else {
        return None;
    };
    let there = Position::Level(one_step_on(sight, here)?);
    let question = if kind == Kind::LevelSkills {
        Question::LevelSkills(there, proficiency(said))
    } else if kind == Kind::SkillAtLevel {
        Question::SkillAtLevel(context_skill(said)?, there)
    } else if kind == Kind::SimilarRoles {
        Question::SimilarRoles(there)
    } else if kind == Kind::Level {
        Question::about(there.into())
    } else {
        return None;
    };
    Some(Recognised::in_context(question, Position::Level(here)))
}

/// "And where I am now?", after what a skill asks of the next level: what it asks of the one
/// that was spoken of before.
fn where_one_is(sight: &Sight<'_, '_>, kind: Kind) -> Option<Recognised> {
    let said = sight.said;
    let here = |at: usize| {
        matches!(said.text(at), "where" | "what")
            && matches!(said.text(at + 1), "i" | "im" | "we" | "she" | "he" | "they")
    };
    let here = (0..said.tokens.len()).any(here) && sight.rest().is_empty();
    if kind != Kind::SkillAtLevel || !here || !sight.bound.names_nothing() {
        return None;
    }
    let there = context_position(said)?;
    let role = role_of(said.framework, there);
    let mut before = said.context.before.iter().filter_map(|it| it.position());
    let place = before.find(|it| *it != there && role_of(said.framework, *it) == role)?;
    let question = Question::SkillAtLevel(context_skill(said)?, place);
    Some(Recognised::in_context(question, place))
}

/// "And working with bakers?", after what a skill asks of a level: another skill that the
/// level asks, in other words than its name.
fn in_other_words(sight: &Sight<'_, '_>, kind: Kind) -> Option<Recognised> {
    /// So many words may stand for a skill's name.
    const FEW: usize = 3;
    let said = sight.said;
    let small = |heard: &Heard| matches!(heard.cue, Cue::GoingOn | Cue::Again | Cue::Define);
    let few = !sight.rest().is_empty() && sight.rest().len() <= FEW;
    let goes_on = said.has_any(&[Cue::GoingOn, Cue::Again]) && said.cues.iter().all(small);
    let bare = sight.bound.names_nothing() && said.proficiencies.is_empty();
    if kind != Kind::SkillAtLevel || !(few && goes_on && bare) {
        return None;
    }
    let place = context_position(said)?;
    let skill = skill_in_words(sight, place, 0..0)?;
    let question = Question::SkillAtLevel(skill, place);
    Some(Recognised::in_context(question, place))
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
fn refused_again(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let about = said.context.refused?;
    let [placed] = sight.bound.positions.as_slice() else {
        return None;
    };
    let leads = |at: usize| matches!(said.text(at), "for" | "if" | "as");
    let goes_on = names_only(sight) && (0..placed.tokens.end).any(leads);
    let instead = vec![placed.what.into()];
    let unclear = Unclear::OutOfScope { about, instead };
    goes_on.then(|| Recognised::sure(Question::NoMatch(unclear), 80))
}

/// "No, I meant icing and sugar", after a skill: the only skill whose name starts so.
fn skill_meant(sight: &Sight<'_, '_>) -> Option<SkillId> {
    let said = sight.said;
    let meant = (0..said.tokens.len()).any(|at| matches!(said.text(at), "meant" | "mean"));
    let of_skill = said.context.kind.is_some_and(Kind::is_of_skill);
    if !meant || !of_skill || !sight.bound.names_nothing() {
        return None;
    }
    let [mention] = said.mentions.as_slice() else {
        return None;
    };
    let starts = mention.choices.iter().filter(|choice| choice.is_start());
    let mut skills = starts.filter_map(|choice| subject(choice.named).skill());
    let first = skills.next()?;
    let only = skills.all(|other| other == first).then_some(first)?;
    let rest = sight.rest().iter();
    let within = |at: &usize| mention.tokens.contains(at);
    rest.clone().all(within).then_some(only)
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
    // "What about the" has an article as well.
    // "Can I have the senior ones as well?" needs nothing by its "have".
    let shows = asks_to_see(sight.said);
    let shows = shows || is_possessive(sight.said);
    let sees = |at: usize| {
        shows
            && matches!(
                sight.said.text(at),
                "have" | "see" | "get" | "show" | "give" | "me"
            )
    };
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
    sight.rest().iter().all(|at| after(at) || same(at))
        && sight.said.proficiencies.is_empty()
        && cues.all(|heard| small(heard) || within_name(heard))
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
