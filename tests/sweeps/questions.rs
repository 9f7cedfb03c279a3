//! Every question that a framework can be asked, as questions, not as words.

use waymark::framework::{Framework, LevelId, Proficiency, Requirement, Role, RoleId, Seniority};
use waymark::guide::Guide;
use waymark::question::{Context, Courtesy, Kind, Position, Question, Scope, Subject, Unclear};

/// What nobody's business it is.
const SCOPES: [Scope; 14] = [
    Scope::Pay,
    Scope::Grade,
    Scope::Vacancies,
    Scope::Leave,
    Scope::Training,
    Scope::Promotion,
    Scope::People,
    Scope::OtherFramework,
    Scope::SmallTalk,
    Scope::WeatherAndWorld,
    Scope::HrPolicy,
    Scope::Times,
    Scope::Chores,
    Scope::Instructions,
];

const COURTESIES: [Courtesy; 7] = [
    Courtesy::Greeting,
    Courtesy::Thanks,
    Courtesy::Farewell,
    Courtesy::Abilities,
    Courtesy::Grounds,
    Courtesy::Unnamed,
    Courtesy::Silence,
];

/// Every question about one thing or two, each role, level and skill in it.
#[must_use]
pub(super) fn every_question(guide: &Guide) -> Vec<Question> {
    let framework = guide.framework();
    let mut questions = vec![
        Question::ListRoles(None),
        Question::ListSkills,
        Question::ListFamilies,
        Question::Proficiency(None),
    ];
    questions.extend(Proficiency::ALL.map(|at| Question::Proficiency(Some(at))));
    questions.extend(COURTESIES.map(Question::Help));
    questions.extend(
        framework
            .families()
            .iter()
            .map(|family| Question::ListRoles(Some(family.id()))),
    );
    let families = framework.families().iter().map(|family| Some(family.id()));
    for family in families.chain([None]) {
        questions.extend(Seniority::MARKED.map(|of| Question::ListLevels(of, family)));
    }
    of_roles(framework, &mut questions);
    of_levels(framework, &mut questions);
    of_skills(framework, &mut questions);
    of_choices(framework, &mut questions);
    of_topics(guide, &mut questions);
    questions
}

fn of_roles(framework: &Framework, questions: &mut Vec<Question>) {
    let roles: Vec<RoleId> = framework.roles().iter().map(Role::id).collect();
    for role in &roles {
        questions.push(Question::Role(*role));
        questions.push(Question::LevelsOfRole(*role));
        questions.push(Question::NoMatch(Unclear::NoSuchLevel {
            role: *role,
            what: "chief".to_owned(),
        }));
        of_position(Position::Role(*role), questions);
        of_neighbours(framework, *role, questions);
    }
    for pair in roles.windows(2) {
        of_pair(Position::Role(pair[0]), Position::Role(pair[1]), questions);
    }
}

fn of_levels(framework: &Framework, questions: &mut Vec<Question>) {
    for level in framework.levels() {
        questions.push(Question::Level(level.id()));
        of_position(Position::Level(level.id()), questions);
    }
}

fn of_position(position: Position, questions: &mut Vec<Question>) {
    questions.push(Question::LevelSkills(position, None));
    questions.extend(Proficiency::ALL.map(|at| Question::LevelSkills(position, Some(at))));
    questions.push(Question::SimilarRoles(position));
    questions.push(Question::Progression(position, None));
}

/// Neighbours on the ladder of a role; the last one with the role as a whole.
fn of_neighbours(framework: &Framework, role: RoleId, questions: &mut Vec<Question>) {
    let levels: Vec<LevelId> = framework.role(role).all_levels().to_vec();
    for pair in levels.windows(2) {
        of_pair(
            Position::Level(pair[0]),
            Position::Level(pair[1]),
            questions,
        );
    }
    if let Some(last) = levels.last() {
        of_pair(Position::Role(role), Position::Level(*last), questions);
    }
}

fn of_pair(one: Position, other: Position, questions: &mut Vec<Question>) {
    for (from, to) in [(one, other), (other, one), (one, one)] {
        questions.push(Question::Compare(from, to));
        questions.push(Question::SharedSkills(from, to));
        questions.push(Question::Progression(from, Some(to)));
    }
}

fn of_skills(framework: &Framework, questions: &mut Vec<Question>) {
    let roles = framework
        .roles()
        .iter()
        .map(|role| Position::Role(role.id()));
    let levels = framework
        .levels()
        .iter()
        .map(|level| Position::Level(level.id()));
    let positions: Vec<Position> = roles.chain(levels).collect();
    for skill in framework.skills() {
        let id = skill.id();
        questions.push(Question::Skill(id));
        questions.push(Question::RolesNeedingSkill(id, None));
        for at in Proficiency::ALL {
            questions.push(Question::SkillAtProficiency(id, at));
            questions.push(Question::RolesNeedingSkill(id, Some(at)));
        }
        questions.extend(positions.iter().map(|at| Question::SkillAtLevel(id, *at)));
    }
}

/// Offers, five at a time, of everything that can be offered; and refusals
/// that offer it instead.
fn of_choices(framework: &Framework, questions: &mut Vec<Question>) {
    let mut subjects = Vec::new();
    for family in framework.families() {
        subjects.push(Subject::Family(family.id()));
    }
    for role in framework.roles() {
        subjects.push(Subject::Role(role.id()));
    }
    for level in framework.levels().iter().filter(|level| level.is_in_use()) {
        subjects.push(Subject::Level(level.id()));
        let held = level
            .requirements()
            .iter()
            .filter_map(Requirement::proficiency);
        subjects.extend(held.map(|at| Subject::LevelAt(level.id(), at)));
    }
    for skill in framework.skills() {
        subjects.push(Subject::Skill(skill.id()));
        let defined = Proficiency::ALL
            .into_iter()
            .filter(|at| skill.at(*at).is_defined());
        for at in defined {
            subjects.push(Subject::SkillAt(skill.id(), at));
            subjects.push(Subject::Proficiency(at));
        }
    }
    for choices in subjects.chunks(5) {
        questions.push(Question::Clarify(choices.to_vec()));
        questions.push(Question::NoMatch(Unclear::NotInFramework {
            what: "a thing that is not there".to_owned(),
            near: choices.to_vec(),
        }));
    }
    for (about, instead) in SCOPES.into_iter().zip(subjects.chunks(5).cycle()) {
        for instead in [Vec::new(), instead.to_vec()] {
            questions.push(Question::NoMatch(Unclear::OutOfScope { about, instead }));
        }
    }
}

/// Searches for the name of every skill, as the program searches for them.
fn of_topics(guide: &Guide, questions: &mut Vec<Question>) {
    for skill in guide.framework().skills() {
        for words in [
            format!("Which skills cover {}?", skill.name()),
            format!("Which roles deal with {}?", skill.name()),
        ] {
            let reading = guide.understand(&Context::default(), &words);
            questions.push(reading.question);
        }
    }
}

/// The kind that a question is of. A level that is not in use is its role.
#[must_use]
pub(super) fn kind_of(framework: &Framework, question: &Question) -> Kind {
    match question {
        Question::Role(_) => Kind::Role,
        Question::Level(id) if !framework.level(*id).is_in_use() => Kind::Role,
        Question::Level(_) => Kind::Level,
        Question::LevelSkills(..) => Kind::LevelSkills,
        Question::Skill(_) => Kind::Skill,
        Question::SkillAtLevel(..) => Kind::SkillAtLevel,
        Question::SkillAtProficiency(..) => Kind::SkillAtProficiency,
        Question::Proficiency(_) => Kind::Proficiency,
        Question::SkillsAbout(_) => Kind::SkillsAbout,
        Question::RolesAbout(_) => Kind::RolesAbout,
        Question::RolesNeedingSkill(..) => Kind::RolesNeedingSkill,
        Question::Compare(..) => Kind::Compare,
        Question::Progression(..) => Kind::Progression,
        Question::LevelsOfRole(_) => Kind::LevelsOfRole,
        Question::ListRoles(_) | Question::ListLevels(..) => Kind::ListRoles,
        Question::ListSkills => Kind::ListSkills,
        Question::ListFamilies => Kind::ListFamilies,
        Question::SharedSkills(..) => Kind::SharedSkills,
        Question::SimilarRoles(_) => Kind::SimilarRoles,
        Question::Clarify(_) => Kind::Clarify,
        Question::Help(_) => Kind::Help,
        Question::NoMatch(_) => Kind::NoMatch,
    }
}

/// The names of everything that a question is about.
#[must_use]
pub(super) fn names_in<'a>(framework: &'a Framework, question: &Question) -> Vec<&'a str> {
    let role = |id: RoleId| vec![framework.role(id).name()];
    let level = |id: LevelId| {
        let level = framework.level(id);
        let name = Some(level.name()).filter(|_| level.is_in_use());
        let role = framework.role(level.role()).name();
        [Some(role), name].into_iter().flatten().collect::<Vec<_>>()
    };
    let place = |position: Position| match position {
        Position::Role(id) => role(id),
        Position::Level(id) => level(id),
    };
    let skill = |id| vec![framework.skill(id).name()];
    match question {
        Question::Role(id) | Question::LevelsOfRole(id) => role(*id),
        Question::Level(id) => level(*id),
        Question::LevelSkills(at, each) => {
            let each = each.iter().map(|each| each.name()).collect();
            [place(*at), each].concat()
        }
        Question::SimilarRoles(at) => place(*at),
        Question::Skill(id) => skill(*id),
        Question::SkillAtLevel(id, at) => [skill(*id), place(*at)].concat(),
        Question::SkillAtProficiency(id, at) => [skill(*id), vec![at.name()]].concat(),
        Question::RolesNeedingSkill(id, at) => {
            let at = at.iter().map(|at| at.name()).collect();
            [skill(*id), at].concat()
        }
        Question::Proficiency(at) => at.iter().map(|at| at.name()).collect(),
        Question::Compare(one, other) | Question::SharedSkills(one, other) => {
            [place(*one), place(*other)].concat()
        }
        Question::Progression(from, to) => {
            let to = to.map_or(Vec::new(), place);
            [place(*from), to].concat()
        }
        Question::ListRoles(family) | Question::ListLevels(_, family) => family
            .iter()
            .map(|id| framework.family(*id).name())
            .collect(),
        Question::SkillsAbout(_)
        | Question::RolesAbout(_)
        | Question::ListSkills
        | Question::ListFamilies
        | Question::Clarify(_)
        | Question::Help(_)
        | Question::NoMatch(_) => Vec::new(),
    }
}
