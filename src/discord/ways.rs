//! Where one can go on from an answer: the questions that are likely next, as
//! buttons name them.

use crate::answer::Settled;
use crate::framework::{Framework, LevelId, RoleLevel};
use crate::question::{Position, Question};
use crate::render::discord as wording;

/// The ways on from a question, the likeliest first.
pub(super) fn on_from(framework: &Framework, question: &Question) -> Vec<(&'static str, Question)> {
    let about = |at: Position| match at {
        Position::Role(role) => Question::Role(role),
        Position::Level(level) => Question::Level(level),
    };
    let up = |at: Position| {
        let level = Settled::new(framework, at).level.map(RoleLevel::id);
        let Some(level) = level else {
            return Vec::new();
        };
        let mut ways = Vec::new();
        if let Some(next) = next_level(framework, level) {
            ways.push((
                wording::button_compare_next(),
                Question::Compare(Position::Level(level), Position::Level(next)),
            ));
            ways.push((
                wording::button_what_it_takes(),
                Question::Progression(Position::Level(level), None),
            ));
        }
        ways
    };
    let mut ways = Vec::new();
    match *question {
        Question::Role(role) => {
            let at = Position::Role(role);
            ways.push(all_skills(at));
            ways.push((wording::button_levels(), Question::LevelsOfRole(role)));
            ways.push((wording::button_similar(), Question::SimilarRoles(at)));
        }
        Question::Level(level) => {
            let at = Position::Level(level);
            ways.push(all_skills(at));
            ways.extend(up(at));
            let role = framework.level(level).role();
            ways.push((wording::button_about_role(), Question::Role(role)));
        }
        Question::LevelSkills(at, proficiency) => {
            ways.extend(proficiency.map(|_| all_skills(at)));
            ways.push((wording::button_about_it(), about(at)));
            ways.extend(up(at));
            ways.push((wording::button_similar(), Question::SimilarRoles(at)));
        }
        Question::Skill(skill) => ways.push((
            wording::button_who_needs(),
            Question::RolesNeedingSkill(skill, None),
        )),
        Question::RolesNeedingSkill(skill, _) => {
            ways.push((wording::button_about_it(), Question::Skill(skill)));
        }
        Question::SkillAtLevel(skill, at) => {
            ways.push((wording::button_about_it(), Question::Skill(skill)));
            ways.push(all_skills(at));
            ways.push((
                wording::button_who_needs(),
                Question::RolesNeedingSkill(skill, None),
            ));
        }
        Question::SkillAtProficiency(skill, at) => {
            ways.push((wording::button_about_it(), Question::Skill(skill)));
            ways.push((
                wording::button_who_needs(),
                Question::RolesNeedingSkill(skill, Some(at)),
            ));
        }
        Question::Compare(one, other) => ways.push((
            wording::button_in_common(),
            Question::SharedSkills(one, other),
        )),
        Question::SharedSkills(one, other) => {
            ways.push((wording::button_differences(), Question::Compare(one, other)));
        }
        Question::Progression(from, to) => {
            ways.push(all_skills(from));
            if let Some(to) = to {
                ways.push((wording::button_differences(), Question::Compare(from, to)));
            }
        }
        Question::LevelsOfRole(role) => {
            ways.push((wording::button_about_role(), Question::Role(role)));
        }
        Question::SimilarRoles(at) => ways.push((wording::button_about_it(), about(at))),
        Question::ListRoles(_) | Question::ListLevels(..) | Question::ListFamilies => {
            ways.push((wording::button_all_skills(), Question::ListSkills));
        }
        Question::ListSkills => {
            ways.push((wording::button_all_roles(), Question::ListRoles(None)));
        }
        Question::Proficiency(_)
        | Question::SkillsAbout(_)
        | Question::RolesAbout(_)
        | Question::Clarify(_)
        | Question::Help(_)
        | Question::NoMatch(_) => {}
    }
    ways
}

/// All skills of a place in full.
fn all_skills(at: Position) -> (&'static str, Question) {
    (
        wording::button_skills_in_full(),
        Question::LevelSkills(at, None),
    )
}

/// The next level up, where one is certain.
fn next_level(framework: &Framework, level: LevelId) -> Option<LevelId> {
    let role = framework.level(level).role();
    match framework.role(role).ladder().next_after(level).as_slice() {
        [next] => Some(*next),
        _ => None,
    }
}
