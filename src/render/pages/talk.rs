//! Where nothing is quoted: choices, courtesies, refusals.

use super::draft::{Draft, row};
use crate::answer::{Near, Similar};
use crate::framework::{Role, RoleLevel};
use crate::question::{Courtesy, Position, Subject, Unclear};
use crate::render::{Choice, wording};

/// How many candidates are offered.
const CHOICES: usize = 5;

/// Which one is meant?
pub(super) fn clarify<'a>(mut draft: Draft<'a>, candidates: &[Subject], words: &str) -> Draft<'a> {
    draft.title(wording::title_clarify(candidates.len()));
    draft.say(wording::clarify(words, candidates.len()));
    let choice = |subject: &Subject| Choice {
        name: draft.names.subject(*subject),
        note: apart(&draft, *subject),
        subject: *subject,
    };
    let choices = candidates.iter().take(CHOICES).map(choice).collect();
    draft.choices(choices);
    for subject in candidates.iter().take(CHOICES) {
        suggest(&mut draft, *subject);
    }
    draft
}

/// A word in return.
pub(super) fn help(mut draft: Draft<'_>, courtesy: Courtesy) -> Draft<'_> {
    let title = draft.names.framework.about().title();
    match courtesy {
        Courtesy::Greeting => {
            draft.title(wording::title_greeting());
            draft.say(wording::greeting(title));
            examples(&mut draft, FEW);
        }
        Courtesy::Thanks => {
            draft.title(wording::title_thanks());
            draft.say(wording::thanks());
        }
        Courtesy::Farewell => {
            draft.title(wording::title_farewell());
            draft.say(wording::farewell());
        }
        Courtesy::Abilities => {
            draft.title(wording::title_abilities());
            draft.say(wording::abilities(title));
            examples(&mut draft, MANY);
        }
        Courtesy::Grounds => {
            draft.title(wording::title_grounds());
            draft.say(wording::grounds());
        }
        Courtesy::Unnamed => {
            draft.title(wording::title_unnamed());
            draft.say(wording::unnamed());
            examples(&mut draft, FEW);
        }
        Courtesy::Silence => {
            draft.title(wording::title_silence());
            draft.say(wording::silence());
            examples(&mut draft, FEW);
        }
    }
    draft
}

/// Why there is no answer, and what there is instead.
pub(super) fn no_match<'a>(mut draft: Draft<'a>, unclear: &Unclear) -> Draft<'a> {
    match unclear {
        Unclear::OutOfScope { about, instead } => {
            draft.title(wording::title_out_of_scope());
            draft.say(wording::where_to_turn(*about));
            offer(&mut draft, wording::heading_instead(), instead);
        }
        Unclear::NotInFramework { what, near } => {
            draft.title(wording::title_not_in_framework());
            draft.say(wording::not_in_framework(what));
            offer(&mut draft, wording::heading_nearest(), near);
        }
        Unclear::NoSuchLevel { role, what } => {
            let role = draft.names.framework.role(*role);
            draft.title(wording::title_not_in_framework());
            draft.say(wording::no_such_level(role.name(), what));
            super::places::ladder(&mut draft, role);
            draft.cite(role.named_at());
            for level in draft.names.framework.levels_of(role.id()).take(2) {
                draft.suggest_place(Position::Level(level.id()));
            }
            draft.suggest_place(Position::Role(role.id()));
        }
    }
    draft
}

/// Names to go on with, as rows and as questions.
fn offer(draft: &mut Draft<'_>, heading: &str, subjects: &[Subject]) {
    let named = |subject: &Subject| {
        row(
            draft.names.subject(*subject),
            apart(draft, *subject),
            *subject,
        )
    };
    let rows = subjects.iter().take(CHOICES).map(named).collect();
    draft.table(heading, rows);
    for subject in subjects.iter().take(CHOICES) {
        suggest(draft, *subject);
    }
    if subjects.is_empty() {
        draft.suggest(wording::what_can_you_do());
        draft.suggest(wording::which_roles());
    }
}

/// What tells a thing apart from others of the same name.
pub(super) fn apart(draft: &Draft<'_>, subject: Subject) -> String {
    let framework = draft.names.framework;
    let family = |role: &Role| framework.family(role.family()).name().to_owned();
    match subject {
        Subject::Family(_) => wording::choice_family(),
        Subject::Role(id) => wording::choice_role(&family(framework.role(id))),
        Subject::Level(id) | Subject::LevelAt(id, _) => {
            let role = framework.role(framework.level(id).role());
            if framework.level(id).is_in_use() {
                wording::choice_level(role.name(), &family(role))
            } else {
                wording::choice_role(&family(role))
            }
        }
        Subject::Skill(_) => wording::choice_skill(),
        Subject::SkillAt(_, at) => wording::choice_skill_at(at.name()),
        Subject::Proficiency(_) => wording::choice_proficiency(),
    }
}

/// The question that leads to a thing.
fn suggest(draft: &mut Draft<'_>, subject: Subject) {
    let framework = draft.names.framework;
    match subject {
        Subject::Family(id) => draft.suggest(wording::roles_in(framework.family(id).name())),
        Subject::Role(id) => draft.suggest_place(Position::Role(id)),
        Subject::Level(id) | Subject::LevelAt(id, _) if framework.level(id).is_in_use() => {
            draft.suggest_place(Position::Level(id));
        }
        Subject::Level(id) | Subject::LevelAt(id, _) => {
            draft.suggest_place(Position::Role(framework.level(id).role()));
        }
        Subject::Skill(id) => draft.suggest(wording::what_is(&draft.names.skill_noun(id))),
        Subject::SkillAt(id, at) => {
            draft.suggest(wording::looks_like(&draft.names.skill_noun(id), at.name()));
        }
        Subject::Proficiency(_) => draft.suggest(wording::what_proficiencies_mean()),
    }
}

/// How many examples stand beside a greeting, and how many where they were
/// asked for.
const FEW: usize = 3;
const MANY: usize = 8;

/// Examples of questions, made of the framework's own names: always the same
/// ones for the same framework.
fn examples(draft: &mut Draft<'_>, number: usize) {
    let framework = draft.names.framework;
    // The role with the most levels has the most to ask about; of several the first.
    let levels = |role: &&Role| role.ladder().levels().count();
    let Some(role) = framework
        .roles()
        .iter()
        .max_by_key(|role| (levels(role), std::cmp::Reverse(role.id())))
    else {
        return;
    };
    let mut questions = Vec::new();
    let ladder: Vec<&RoleLevel> = framework.levels_of(role.id()).collect();
    let is_namesake = |level: &RoleLevel| {
        framework
            .namesake(role.id())
            .is_some_and(|same| same.id() == level.id())
    };
    let level = ladder
        .iter()
        .rev()
        .nth(1)
        .filter(|level| !is_namesake(level))
        .or(ladder.last());
    let place = level.map_or(Position::Role(role.id()), |level| {
        Position::Level(level.id())
    });
    let place_noun = draft.names.place_noun(place);
    let role_noun = draft.names.place_noun(Position::Role(role.id()));
    let skill = framework
        .requirements_of(role.id())
        .map(|(_, asked)| asked.skill())
        .next();
    questions.push(wording::what_does(&place_noun));
    questions.push(wording::skills_needed(&role_noun));
    if let Some(skill) = skill {
        let noun = draft.names.skill_noun(skill);
        questions.push(wording::what_is(&noun));
        questions.push(wording::who_needs(&noun));
        questions.push(wording::skills_covering(&noun));
    }
    if level.is_some() {
        questions.push(wording::what_comes_after(&place_noun));
    }
    if let Near::Roles(near) = Similar::of(framework, Position::Role(role.id())).near
        && let Some(nearest) = near.first()
    {
        let other = draft.names.place_noun(Position::Role(nearest.role.id()));
        questions.push(wording::difference(&role_noun, &other));
    }
    questions.push(wording::which_roles());
    for question in questions.into_iter().take(number) {
        draft.suggest(question);
    }
}
