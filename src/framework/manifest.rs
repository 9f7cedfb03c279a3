//! What the manifest adds to a framework: its title and licence, other names,
//! links, ladders and words.

use super::fold::fold;
use super::ladder::LadderSource;
use super::ordering::Order;
use super::{About, Framework, LevelId, Proficiency, Words};
use crate::documents::{
    Diagnostic, Fault, LadderSetting, Manifest, ManifestEntry, Setting, WordsEntry,
};

/// How alike two names are, from 0 to 1, for one to be suggested for the
/// other: the measure is Jaro-Winkler's, the bound the usual one for names.
const ALIKE: f64 = 0.8;

/// Adds a manifest to a framework, and reports what in it stands for nothing.
pub(super) fn apply(framework: &mut Framework, manifest: &Manifest, found: &mut Vec<Diagnostic>) {
    framework.about = about(manifest);
    role_aliases(framework, &manifest.role_aliases, found);
    level_aliases(framework, &manifest.level_aliases, found);
    skill_aliases(framework, &manifest.skill_aliases, found);
    links(framework, manifest, found);
    ladders_of_nothing(framework, &manifest.ladders, found);
}

fn about(manifest: &Manifest) -> About {
    let value = |setting: &Option<Setting>| setting.as_ref().map(|setting| setting.value.clone());
    let mut about = About {
        title: value(&manifest.title),
        publisher: value(&manifest.publisher),
        licence: value(&manifest.licence),
        attribution: value(&manifest.attribution),
        topics: manifest.topics.iter().map(words).collect(),
        short_forms: manifest.short_forms.iter().map(words).collect(),
        ..About::default()
    };
    for entry in &manifest.proficiencies {
        if let Some(proficiency) = Proficiency::from_name(&entry.key.value) {
            about.proficiencies[usize::from(proficiency.rank() - 1)] =
                entry.values.first().cloned();
        }
    }
    about
}

fn words(entry: &WordsEntry) -> Words {
    let values = |settings: &[Setting]| {
        settings
            .iter()
            .map(|setting| setting.value.clone())
            .collect()
    };
    Words {
        say: values(&entry.say),
        means: values(&entry.means),
        ambiguous: entry.ambiguous,
    }
}

fn role_aliases(framework: &mut Framework, entries: &[ManifestEntry], found: &mut Vec<Diagnostic>) {
    let names: Vec<String> = framework
        .roles
        .iter()
        .map(|role| role.name.clone())
        .collect();
    for (at, alias) in aliases("role", entries, &names, found) {
        framework.roles[at].aliases.push(alias);
    }
}

fn level_aliases(
    framework: &mut Framework,
    entries: &[ManifestEntry],
    found: &mut Vec<Diagnostic>,
) {
    let used: Vec<LevelId> = framework
        .levels
        .iter()
        .filter(|level| level.in_use)
        .map(|level| level.id)
        .collect();
    let names: Vec<String> = used
        .iter()
        .map(|id| framework.level(*id).name.clone())
        .collect();
    for (at, alias) in aliases("role level", entries, &names, found) {
        framework.about.level_aliases.push((used[at], alias));
    }
}

fn skill_aliases(
    framework: &mut Framework,
    entries: &[ManifestEntry],
    found: &mut Vec<Diagnostic>,
) {
    let names: Vec<String> = framework
        .skills
        .iter()
        .map(|skill| skill.name.clone())
        .collect();
    for (at, alias) in aliases("skill", entries, &names, found) {
        framework.skills[at].aliases.push(alias);
    }
}

/// The aliases that stand for one of `names`, each with the place of its name.
/// An alias that is already a name, or another's alias, is a fault. A name that
/// several have (levels of different roles can) gives the alias to all of them.
fn aliases(
    what: &'static str,
    entries: &[ManifestEntry],
    names: &[String],
    found: &mut Vec<Diagnostic>,
) -> Vec<(usize, String)> {
    let mut taken: Vec<(String, usize)> = names
        .iter()
        .enumerate()
        .map(|(at, name)| (fold(name), at))
        .collect();
    let mut aliases = Vec::new();
    for entry in entries {
        let of = places_of(&entry.key.value, names);
        let Some(first) = of.first() else {
            let suggestion = nearest(&entry.key.value, names);
            let fault = Fault::AliasOfNothing {
                what,
                name: entry.key.value.clone(),
                suggestion,
            };
            found.push(Diagnostic::at(fault, &entry.key.passage));
            continue;
        };
        for alias in &entry.values {
            let key = fold(&alias.value);
            let taken_by = taken
                .iter()
                .find(|(name, at)| *name == key && !of.contains(at));
            if let Some((_, by)) = taken_by {
                let fault = Fault::AliasTaken {
                    alias: alias.value.clone(),
                    by: names[*by].clone(),
                };
                found.push(Diagnostic::at(fault, &alias.passage));
            } else {
                taken.push((key, *first));
                aliases.extend(of.iter().map(|of| (*of, alias.value.clone())));
            }
        }
    }
    aliases
}

fn links(framework: &mut Framework, manifest: &Manifest, found: &mut Vec<Diagnostic>) {
    let links = &manifest.links;
    for role in &mut framework.roles {
        role.link = links
            .role
            .as_ref()
            .map(|pattern| fill(&pattern.value, &role.name));
    }
    for skill in &mut framework.skills {
        skill.link = links
            .skill
            .as_ref()
            .map(|pattern| fill(&pattern.value, &skill.name));
    }
    let names: Vec<String> = framework
        .roles
        .iter()
        .map(|role| role.name.clone())
        .collect();
    for (at, link) in exceptions("role", &links.roles, &names, found) {
        framework.roles[at].link = link;
    }
    let names: Vec<String> = framework
        .skills
        .iter()
        .map(|skill| skill.name.clone())
        .collect();
    for (at, link) in exceptions("skill", &links.skills, &names, found) {
        framework.skills[at].link = link;
    }
}

/// The links given for single names. An empty one says that there is no page.
fn exceptions(
    what: &'static str,
    entries: &[ManifestEntry],
    names: &[String],
    found: &mut Vec<Diagnostic>,
) -> Vec<(usize, Option<String>)> {
    let mut links = Vec::new();
    for entry in entries {
        if let Some(at) = place_of(&entry.key.value, names) {
            links.push((
                at,
                entry
                    .values
                    .first()
                    .map(|link| link.value.clone())
                    .filter(|link| !link.is_empty()),
            ));
        } else {
            let suggestion = nearest(&entry.key.value, names);
            let fault = Fault::LinkOfNothing {
                what,
                name: entry.key.value.clone(),
                suggestion,
            };
            found.push(Diagnostic::at(fault, &entry.key.passage));
        }
    }
    links
}

/// Puts a name into a link's pattern: lower case, words joined by hyphens.
fn fill(pattern: &str, name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    pattern.replace("{name}", &words.join("-"))
}

/// The order that the manifest gives to the levels of a role, if it gives one
/// and names all of them.
pub(super) fn order(
    manifest: &Manifest,
    role: &str,
    levels: &[String],
    found: &mut Vec<Diagnostic>,
) -> Option<Order> {
    let setting = manifest
        .ladders
        .iter()
        .find(|setting| fold(&setting.role.value) == fold(role))?;
    let mut rungs: Vec<Vec<usize>> = Vec::new();
    for rung in &setting.rungs {
        let mut places = Vec::new();
        for level in rung {
            if let Some(at) = place_of(&level.value, levels) {
                if !rungs
                    .iter()
                    .chain([&places])
                    .flatten()
                    .any(|other| *other == at)
                {
                    places.push(at);
                }
            } else {
                let fault = Fault::LadderLevelUnknown {
                    level: level.value.clone(),
                    role: setting.role.value.clone(),
                    suggestion: nearest(&level.value, levels),
                };
                found.push(Diagnostic::at(fault, &level.passage));
            }
        }
        rungs.push(places);
    }
    let named = |at: usize| rungs.iter().flatten().any(|other| *other == at);
    let missing: Vec<String> = levels
        .iter()
        .enumerate()
        .filter(|(at, _)| !named(*at))
        .map(|(_, name)| name.clone())
        .collect();
    if missing.is_empty() {
        return Some(Order {
            rungs,
            source: LadderSource::Manifest,
            contested: Vec::new(),
        });
    }
    let fault = Fault::LadderIncomplete {
        role: setting.role.value.clone(),
        missing,
    };
    found.push(Diagnostic::at(fault, &setting.role.passage));
    None
}

/// Reports the ladders of roles that are not there.
fn ladders_of_nothing(
    framework: &Framework,
    ladders: &[LadderSetting],
    found: &mut Vec<Diagnostic>,
) {
    let names: Vec<String> = framework
        .roles
        .iter()
        .map(|role| role.name.clone())
        .collect();
    for setting in ladders
        .iter()
        .filter(|setting| place_of(&setting.role.value, &names).is_none())
    {
        let suggestion = nearest(&setting.role.value, &names);
        let fault = Fault::LadderOfNothing {
            role: setting.role.value.clone(),
            suggestion,
        };
        found.push(Diagnostic::at(fault, &setting.role.passage));
    }
}

/// The place of a name among others, without regard to case and spaces.
fn place_of(name: &str, names: &[String]) -> Option<usize> {
    places_of(name, names).first().copied()
}

/// All places of a name among others.
fn places_of(name: &str, names: &[String]) -> Vec<usize> {
    let name = fold(name);
    (0..names.len())
        .filter(|at| fold(&names[*at]) == name)
        .collect()
}

/// The name that was perhaps meant.
fn nearest(name: &str, names: &[String]) -> Option<String> {
    let name = fold(name);
    names
        .iter()
        .map(|other| (strsim::jaro_winkler(&name, &fold(other)), other))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, other)| other.clone())
}
