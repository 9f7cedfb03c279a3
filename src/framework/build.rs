//! Documents to a framework: gather, check, number, link.

use std::collections::HashMap;

use super::draft::{Ask, Drafts, LevelDraft, RoleDraft, SkillDraft, says_not_defined};
use super::fold::fold;
use super::ordering::{self, Order, Rank};
use super::{
    About, Definition, Family, FamilyId, Framework, Ladder, LevelId, Proficiency, Requirement,
    Role, RoleId, RoleLevel, Seniority, Skill, SkillId, checks, manifest,
};
use crate::documents::{Diagnostic, Document, Form, Statement};

/// See [`Framework::build`].
pub(super) fn build(documents: &[Document]) -> (Framework, Vec<Diagnostic>) {
    let drafts = Drafts::gather(documents);
    let mut diagnostics = checks::check(&drafts);
    let skill_ids: HashMap<&str, SkillId> = drafts
        .skills
        .keys()
        .enumerate()
        .map(|(at, key)| (key.as_str(), SkillId::new(at)))
        .collect();
    let family_ids: HashMap<&str, FamilyId> = drafts
        .families
        .keys()
        .enumerate()
        .map(|(at, key)| (key.as_str(), FamilyId::new(at)))
        .collect();

    let mut framework = Framework {
        about: About::default(),
        families: drafts
            .families
            .values()
            .enumerate()
            .map(|(at, name)| family(FamilyId::new(at), name))
            .collect(),
        roles: Vec::with_capacity(drafts.roles.len()),
        levels: Vec::new(),
        skills: drafts
            .skills
            .values()
            .enumerate()
            .map(|(at, draft)| skill(SkillId::new(at), draft))
            .collect(),
    };
    let definitions = Definitions::of(&framework.skills);
    for draft in drafts.roles.values() {
        let family = draft
            .families
            .first()
            .map_or(FamilyId::new(0), |(key, _)| family_ids[key.as_str()]);
        let id = RoleId::new(framework.roles.len());
        let first = framework.levels.len();
        let mut levels: Vec<RoleLevel> = draft
            .levels
            .iter()
            .map(|level| {
                let name = if level.is_in_use() {
                    &level.name
                } else {
                    &draft.name
                };
                let name = name.spoken().into_owned();
                let tellings = || level.tellings.iter();
                RoleLevel {
                    id: LevelId::new(first),
                    role: id,
                    seniority: Seniority::in_name(&name),
                    name,
                    named_at: level.name.clone(),
                    in_use: level.is_in_use(),
                    about: first_told(tellings().map(|it| &it.about)),
                    responsibilities: first_told(tellings().map(|it| &it.responsibilities)),
                    requirements: requirements(level, &skill_ids, &definitions),
                }
            })
            .collect();
        let names: Vec<String> = levels
            .iter()
            .filter(|level| level.in_use)
            .map(|level| level.name.clone())
            .collect();
        let given = drafts.manifest.and_then(|manifest| {
            manifest::order(manifest, &draft.name.spoken(), &names, &mut diagnostics)
        });
        let ladder = put_in_order(&mut levels, first, given);
        framework
            .roles
            .push(role(id, family, draft, &levels, ladder));
        framework.levels.append(&mut levels);
    }
    link_skills(&mut framework);
    if let Some(manifest) = drafts.manifest {
        manifest::apply(&mut framework, manifest, &mut diagnostics);
    }
    diagnostics.extend(checks::unknown_ladders(&framework));
    (framework, diagnostics)
}

fn family(id: FamilyId, name: &crate::documents::Passage) -> Family {
    Family {
        id,
        name: name.spoken().into_owned(),
        named_at: name.clone(),
    }
}

fn role(
    id: RoleId,
    family: FamilyId,
    draft: &RoleDraft,
    levels: &[RoleLevel],
    ladder: Ladder,
) -> Role {
    let name = draft.name.spoken().into_owned();
    Role {
        id,
        family,
        namesake: namesake(&name, levels),
        seniority: Seniority::in_name(&name),
        name,
        named_at: draft.name.clone(),
        about: draft.about.clone(),
        duties: draft.duties.clone(),
        levels: levels.iter().map(RoleLevel::id).collect(),
        ladder,
        aliases: Vec::new(),
        link: None,
    }
}

/// The level that is called like its role; see [`Framework::namesake`].
fn namesake(role: &str, levels: &[RoleLevel]) -> Option<LevelId> {
    let words = |name: &str| -> Vec<String> {
        let words = name.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let role = fold(role);
    let of_role = words(&role);
    let used = || levels.iter().filter(|level| level.in_use);
    let same = used().find(|level| fold(&level.name) == role);
    let mut made_of_it = used().filter(|level| {
        let of_level = words(&fold(&level.name));
        level.seniority == Seniority::Unmarked
            && !of_level.is_empty()
            && of_level.iter().all(|word| of_role.contains(word))
    });
    let only = made_of_it.next().filter(|_| made_of_it.next().is_none());
    same.or(only).map(RoleLevel::id)
}

fn skill(id: SkillId, draft: &SkillDraft) -> Skill {
    let definition = |statements: &Vec<Statement>| match statements {
        none if none.is_empty() => Definition::Absent,
        one if says_not_defined(one) => Definition::NotDefined(one[0].clone()),
        some => Definition::Defined(some.clone()),
    };
    let cells = draft.cells.as_ref();
    Skill {
        id,
        name: draft.name.spoken().into_owned(),
        named_at: draft.name.clone(),
        about: draft.about.clone(),
        definitions: std::array::from_fn(|at| {
            cells.map_or(Definition::Absent, |cells| definition(&cells[at]))
        }),
        needed_by: Vec::new(),
        aliases: Vec::new(),
        link: None,
    }
}

/// The first telling that says anything.
fn first_told<'a>(tellings: impl Iterator<Item = &'a Vec<Statement>>) -> Vec<Statement> {
    tellings
        .filter(|told| !told.is_empty())
        .map(Clone::clone)
        .next()
        .unwrap_or_default()
}

/// What a level asks, each skill once, in the order of the skills' names. A
/// skill that a file names twice has the bullets of both, each told once; the
/// words come from the first file that has any, the proficiency from any.
fn requirements(
    level: &LevelDraft,
    skill_ids: &HashMap<&str, SkillId>,
    definitions: &Definitions,
) -> Vec<Requirement> {
    let mut found: HashMap<SkillId, Requirement> = HashMap::new();
    for telling in &level.tellings {
        let mut told: HashMap<SkillId, Vec<&Ask>> = HashMap::new();
        for ask in &telling.asks {
            told.entry(skill_ids[ask.key.as_str()])
                .or_default()
                .push(ask);
        }
        for (skill, asks) in told {
            let asked = found.entry(skill).or_insert_with(|| Requirement {
                skill,
                proficiency: None,
                statements: Vec::new(),
                named_at: asks[0].skill.clone(),
            });
            asked.proficiency = asked
                .proficiency
                .or_else(|| asks.iter().find_map(|ask| ask.proficiency()));
            if asked.statements.is_empty() {
                asked.statements = once_each(asks.iter().flat_map(|ask| &ask.statements));
            }
        }
    }
    let mut requirements: Vec<Requirement> = found.into_values().collect();
    requirements.sort_by_key(Requirement::skill);
    for asked in &mut requirements {
        asked.proficiency = asked
            .proficiency
            .or_else(|| definitions.proficiency_of(asked));
    }
    requirements
}

/// The statements without those that stood before.
fn once_each<'a>(statements: impl Iterator<Item = &'a Statement>) -> Vec<Statement> {
    let mut kept: Vec<Statement> = Vec::new();
    for statement in statements {
        if !kept
            .iter()
            .any(|other| other.passage.text() == statement.passage.text())
        {
            kept.push(statement.clone());
        }
    }
    kept
}

/// The skills table's definitions by their words: a requirement in a document
/// has no proficiency, but where its bullets are those of one proficiency, it
/// is that one.
struct Definitions(HashMap<(SkillId, Vec<String>), Option<Proficiency>>);

impl Definitions {
    fn of(skills: &[Skill]) -> Self {
        let mut by_words = HashMap::new();
        for skill in skills {
            for proficiency in Proficiency::ALL {
                let definition = skill.at(proficiency);
                if definition.is_defined() {
                    by_words
                        .entry((skill.id, bullets(definition.statements())))
                        .and_modify(|found| *found = None)
                        .or_insert(Some(proficiency));
                }
            }
        }
        Self(by_words)
    }

    /// The one proficiency whose words these are.
    fn proficiency_of(&self, asked: &Requirement) -> Option<Proficiency> {
        if self.0.is_empty() || asked.statements.is_empty() {
            return None;
        }
        self.0
            .get(&(asked.skill, bullets(&asked.statements)))
            .copied()
            .flatten()
    }
}

/// The words of statements, for comparing: without the sentence that opens the
/// list, which a table has and a document has not.
fn bullets(statements: &[Statement]) -> Vec<String> {
    statements
        .iter()
        .filter(|statement| statement.form != Form::LeadIn)
        .map(|s| fold(&s.passage.spoken()))
        .collect()
}

/// Puts the levels of a role in order, from the lowest rung up, and numbers
/// them from `first` on: in the order that is given, or else in the one that
/// can be found. A level that is not in use comes last and has no rung.
fn put_in_order(levels: &mut Vec<RoleLevel>, first: usize, given: Option<Order>) -> Ladder {
    let used: Vec<usize> = (0..levels.len()).filter(|at| levels[*at].in_use).collect();
    let order = given.unwrap_or_else(|| {
        let ranks: Vec<Rank> = used.iter().map(|at| rank(&levels[*at])).collect();
        ordering::order(&ranks)
    });
    let rest = (0..levels.len()).filter(|at| !levels[*at].in_use);
    let sequence: Vec<usize> = order
        .rungs
        .iter()
        .flatten()
        .map(|at| used[*at])
        .chain(rest)
        .collect();
    let id_of = |at: usize| {
        let place = sequence
            .iter()
            .position(|other| *other == used[at])
            .unwrap_or_default();
        LevelId::new(first + place)
    };
    let ladder = Ladder {
        rungs: order
            .rungs
            .iter()
            .map(|rung| rung.iter().map(|at| id_of(*at)).collect())
            .collect(),
        source: order.source,
        contested: order.contested.iter().map(|at| id_of(*at)).collect(),
    };
    let mut taken: Vec<Option<RoleLevel>> = levels.drain(..).map(Some).collect();
    levels.extend(sequence.into_iter().filter_map(|at| taken[at].take()));
    for (at, level) in levels.iter_mut().enumerate() {
        level.id = LevelId::new(first + at);
    }
    ladder
}

/// What is known of a level's place.
fn rank(level: &RoleLevel) -> Rank {
    let ranks: Vec<f64> = level
        .requirements
        .iter()
        .filter_map(|asked| Some(f64::from(asked.proficiency?.rank())))
        .collect();
    let count = f64::from(u32::try_from(ranks.len()).unwrap_or(u32::MAX));
    let file = level.named_at.file().rsplit('/').next().unwrap_or_default();
    let digits = file
        .split(|c: char| !c.is_ascii_digit())
        .next()
        .unwrap_or_default();
    Rank {
        name: level.name.clone(),
        proficiency: (!ranks.is_empty()).then(|| ranks.iter().sum::<f64>() / count),
        file_number: digits.parse().ok(),
    }
}

/// Lets each skill know the levels that ask it; and where no table defines a
/// proficiency of it, the words in which levels ask it are its definition.
fn link_skills(framework: &mut Framework) {
    for level in &framework.levels {
        for asked in &level.requirements {
            let skill = &mut framework.skills[asked.skill.index()];
            skill.needed_by.push(level.id);
            let Some(proficiency) = asked.proficiency else {
                continue;
            };
            let definition = &mut skill.definitions[usize::from(proficiency.rank() - 1)];
            if matches!(definition, Definition::Absent) && !asked.statements.is_empty() {
                *definition = Definition::Defined(asked.statements.clone());
            }
        }
    }
}
