//! `framework.toml`: names, links, aliases, ladders, words.
//!
//! The tables are walked by hand, so that every key and value keeps its place
//! and all unknown keys and wrong values are reported, not the first.

use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostic::Diagnostic;
use super::passage::{Passage, Source};
use super::toml_walk::Walker;

/// A word or text of the manifest.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The text, without quotes and escapes.
    pub value: String,
    /// Where it stands, as it is written there.
    pub passage: Passage,
}

/// A key of somebody's choice and what it is set to.
#[derive(Debug, Clone)]
pub struct ManifestEntry {
    /// The key: a name of the framework.
    pub key: Setting,
    /// Its values: one for a link or a proficiency, any number for aliases.
    pub values: Vec<Setting>,
}

/// Where roles and skills are described on the web.
#[derive(Debug, Clone, Default)]
pub struct Links {
    /// The pattern of a role's link: `{name}` stands for the name in lower
    /// case, its words joined by hyphens.
    pub role: Option<Setting>,
    /// The pattern of a skill's link.
    pub skill: Option<Setting>,
    /// Roles whose link the pattern does not give.
    pub roles: Vec<ManifestEntry>,
    /// Skills whose link the pattern does not give.
    pub skills: Vec<ManifestEntry>,
}

/// Words that people say and the words of the framework that they mean.
#[derive(Debug, Clone)]
pub struct WordsEntry {
    /// What people say.
    pub say: Vec<Setting>,
    /// What it means; never empty.
    pub means: Vec<Setting>,
    /// Whether it can mean other things too.
    pub ambiguous: bool,
}

/// The levels of a role in order.
#[derive(Debug, Clone)]
pub struct LadderSetting {
    /// The role.
    pub role: Setting,
    /// The levels, lowest first; more than one on a rung where they stand
    /// side by side.
    pub rungs: Vec<Vec<Setting>>,
}

/// What a manifest says. All of it is optional.
#[derive(Debug, Clone, Default)]
pub struct Manifest {
    /// What the framework is called.
    pub title: Option<Setting>,
    /// Who publishes it.
    pub publisher: Option<Setting>,
    /// Its licence.
    pub licence: Option<Setting>,
    /// The line that the licence asks for.
    pub attribution: Option<Setting>,
    /// `[links]`
    pub links: Links,
    /// `[proficiencies]`: what each of the four means in general.
    pub proficiencies: Vec<ManifestEntry>,
    /// `[aliases.roles]`
    pub role_aliases: Vec<ManifestEntry>,
    /// `[aliases.levels]`
    pub level_aliases: Vec<ManifestEntry>,
    /// `[aliases.skills]`
    pub skill_aliases: Vec<ManifestEntry>,
    /// `[ladders]`
    pub ladders: Vec<LadderSetting>,
    /// `[[topic]]`: everyday words for what the framework deals with.
    pub topics: Vec<WordsEntry>,
    /// `[[short_form]]`: short forms of the field.
    pub short_forms: Vec<WordsEntry>,
}

/// Reads a manifest as far as it goes; there is none where it is not TOML.
pub(super) fn read(source: &Arc<Source>) -> (Option<Manifest>, Vec<Diagnostic>) {
    let mut walker = Walker::of(source);
    let Some(table) = walker.parse() else {
        return (None, walker.diagnostics);
    };
    let manifest = manifest(&mut walker, table.get_ref());
    (Some(manifest), walker.diagnostics)
}

fn manifest(walker: &mut Walker<'_>, table: &DeTable<'_>) -> Manifest {
    const KEYS: &[&str] = &[
        "title",
        "publisher",
        "licence",
        "attribution",
        "links",
        "proficiencies",
        "aliases",
        "ladders",
        "topic",
        "short_form",
    ];
    let mut manifest = Manifest::default();
    for (key, value) in walker.known(table, "", KEYS) {
        match key.as_str() {
            "title" => manifest.title = walker.text(&key, value),
            "publisher" => manifest.publisher = walker.text(&key, value),
            "licence" => manifest.licence = walker.text(&key, value),
            "attribution" => manifest.attribution = walker.text(&key, value),
            "links" => manifest.links = links(walker, value),
            "proficiencies" => manifest.proficiencies = proficiencies(walker, value),
            "aliases" => aliases(walker, value, &mut manifest),
            "ladders" => manifest.ladders = ladders(walker, value),
            "topic" => manifest.topics = words(walker, "topic", value),
            _ => manifest.short_forms = words(walker, "short_form", value),
        }
    }
    manifest
}

fn links(walker: &mut Walker<'_>, value: &Spanned<DeValue<'_>>) -> Links {
    let mut links = Links::default();
    let Some(table) = walker.table("links", value) else {
        return links;
    };
    for (key, value) in walker.known(table, "links", &["role", "skill", "roles", "skills"]) {
        let path = format!("links.{key}");
        match key.as_str() {
            "role" => links.role = walker.text(&path, value),
            "skill" => links.skill = walker.text(&path, value),
            "roles" => links.roles = entries(walker, &path, value, Walker::one_or_none),
            _ => links.skills = entries(walker, &path, value, Walker::one_or_none),
        }
    }
    links
}

fn proficiencies(walker: &mut Walker<'_>, value: &Spanned<DeValue<'_>>) -> Vec<ManifestEntry> {
    const WORDS: &[&str] = &["awareness", "working", "practitioner", "expert"];
    if let Some(table) = walker.table("proficiencies", value) {
        walker.report_unknown(table, "proficiencies", WORDS);
        let mut found = entries(walker, "proficiencies", value, Walker::one);
        found.retain(|entry| WORDS.contains(&entry.key.value.as_str()));
        return found;
    }
    Vec::new()
}

fn aliases(walker: &mut Walker<'_>, value: &Spanned<DeValue<'_>>, manifest: &mut Manifest) {
    let Some(table) = walker.table("aliases", value) else {
        return;
    };
    for (key, value) in walker.known(table, "aliases", &["roles", "levels", "skills"]) {
        let found = entries(
            walker,
            &format!("aliases.{key}"),
            value,
            Walker::one_or_more,
        );
        match key.as_str() {
            "roles" => manifest.role_aliases = found,
            "levels" => manifest.level_aliases = found,
            _ => manifest.skill_aliases = found,
        }
    }
}

/// A table whose keys are names: any key will do.
fn entries<'a>(
    walker: &mut Walker<'a>,
    path: &str,
    value: &Spanned<DeValue<'_>>,
    read: fn(&mut Walker<'a>, &str, &Spanned<DeValue<'_>>) -> Option<Vec<Setting>>,
) -> Vec<ManifestEntry> {
    let Some(table) = walker.table(path, value) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (key, value) in walker.all(table) {
        if let Some(values) = read(walker, &format!("{path}.{}", key.value), value) {
            found.push(ManifestEntry { key, values });
        }
    }
    found
}

fn ladders(walker: &mut Walker<'_>, value: &Spanned<DeValue<'_>>) -> Vec<LadderSetting> {
    let Some(table) = walker.table("ladders", value) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (role, value) in walker.all(table) {
        let path = format!("ladders.{}", role.value);
        let Some(rungs) = walker.list(&path, value, "a list of levels") else {
            continue;
        };
        let rungs = rungs
            .iter()
            .filter_map(|rung| walker.one_or_more(&path, rung))
            .collect();
        found.push(LadderSetting { role, rungs });
    }
    found
}

fn words(
    walker: &mut Walker<'_>,
    name: &'static str,
    value: &Spanned<DeValue<'_>>,
) -> Vec<WordsEntry> {
    let Some(list) = walker.list(
        name,
        value,
        "a list of tables, each under its own `[[...]]` heading",
    ) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for entry in list {
        let Some(table) = walker.table(name, entry) else {
            continue;
        };
        let (mut say, mut means, mut ambiguous) = (None, None, false);
        let known = walker.known(table, name, &["say", "means", "ambiguous"]);
        let names: Vec<String> = known.iter().map(|(key, _)| key.clone()).collect();
        for (key, value) in known {
            let path = format!("{name}.{key}");
            match key.as_str() {
                "say" => say = walker.one_or_more(&path, value),
                "means" => means = walker.one_or_more(&path, value),
                _ => ambiguous = walker.flag(&path, value),
            }
        }
        for key in ["say", "means"] {
            if !names.iter().any(|name| name == key) {
                walker.report_missing(name, key, entry);
            }
        }
        if let (Some(say), Some(means)) = (say, means) {
            found.push(WordsEntry {
                say,
                means,
                ambiguous,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::fault::Fault;

    fn manifest(text: &str) -> (Option<Manifest>, Vec<(usize, Fault)>) {
        let (manifest, diagnostics) = read(&Arc::new(Source::new("framework.toml", text)));
        let place = |fault: &Diagnostic| fault.place.as_ref().map_or(0, Passage::line);
        (
            manifest,
            diagnostics
                .into_iter()
                .map(|fault| (place(&fault), fault.fault))
                .collect(),
        )
    }

    fn values(settings: &[Setting]) -> Vec<&str> {
        settings
            .iter()
            .map(|setting| setting.value.as_str())
            .collect()
    }

    #[test]
    fn everything_that_a_manifest_can_say_is_read() {
        let (manifest, faults) = manifest(concat!(
            "\u{feff}title = \"The \\\"frame\\\"\"\r\n",
            "[links]\nrole = 'https://example.org/{name}'\n[links.skills]\nTesting = 'https://example.org/t'\n",
            "[proficiencies]\nexpert = 'knows it all'\n",
            "[aliases.levels]\n'Lead tester' = 'test boss'\n'Tester' = ['a', 'b']\n",
            "[ladders]\nTester = ['Tester', ['Lead tester', 'Lead tester - management']]\n",
            "[[topic]]\nsay = 'blind'\nmeans = ['accessibility', 'user focus']\nambiguous = true\n",
            "[[short_form]]\nsay = ['qa']\nmeans = ['quality assurance']\n",
        ));
        assert_eq!(faults, []);
        let manifest = manifest.expect("it is TOML");
        let title = manifest.title.expect("a title");
        assert_eq!(
            (title.value.as_str(), title.passage.text()),
            ("The \"frame\"", r#""The \"frame\"""#)
        );
        assert_eq!(
            values(&manifest.links.skills[0].values),
            ["https://example.org/t"]
        );
        assert_eq!(manifest.links.role.expect("a pattern").passage.line(), 3);
        assert_eq!(manifest.proficiencies[0].key.value, "expert");
        let aliases: Vec<_> = manifest
            .level_aliases
            .iter()
            .map(|entry| values(&entry.values))
            .collect();
        assert_eq!(
            aliases,
            [vec!["test boss"], vec!["a", "b"]],
            "in the order of the file"
        );
        let rungs: Vec<_> = manifest.ladders[0]
            .rungs
            .iter()
            .map(|rung| values(rung))
            .collect();
        assert_eq!(
            rungs,
            [
                vec!["Tester"],
                vec!["Lead tester", "Lead tester - management"]
            ]
        );
        assert_eq!(
            values(&manifest.topics[0].means),
            ["accessibility", "user focus"]
        );
        assert!(manifest.topics[0].ambiguous && !manifest.short_forms[0].ambiguous);
    }

    #[test]
    fn every_unknown_key_and_wrong_value_is_reported_in_its_line() {
        let (manifest, faults) = manifest(concat!(
            "license = 'mine'\ntitle = 3\npublisher = ' '\n",
            "[aliases.role]\n",
            "[proficiencies]\nproficient = 'x'\n",
            "[ladders]\nTester = 'Tester'\nHead = ['a', 1]\n",
            "[[topic]]\nsays = ['x']\nmeans = []\n",
        ));
        let unknown = |key: &str, near: Option<&str>| Fault::UnknownKey {
            key: key.to_owned(),
            suggestion: near.map(ToOwned::to_owned),
        };
        let wrong = |key: &str, wanted| Fault::WrongType {
            key: key.to_owned(),
            wanted,
        };
        assert_eq!(
            faults,
            [
                (1, unknown("license", Some("licence"))),
                (2, wrong("title", "a text")),
                (3, wrong("publisher", "a text that is not empty")),
                (4, unknown("aliases.role", Some("roles"))),
                (6, unknown("proficiencies.proficient", None)),
                (8, wrong("ladders.Tester", "a list of levels")),
                (9, wrong("ladders.Head", "a text or a list of texts")),
                (11, unknown("topic.says", Some("say"))),
                (12, wrong("topic.means", "a list that is not empty")),
                (
                    10,
                    Fault::MissingKey {
                        entry: "topic",
                        key: "say"
                    }
                ),
            ]
        );
        assert!(manifest.is_some());
    }

    #[test]
    fn a_syntax_error_has_its_line() {
        let (manifest, faults) = manifest("\u{feff}title = 'é'\nlinks = [\n");
        assert!(manifest.is_none());
        assert!(
            matches!(faults.as_slice(), [(2 | 3, Fault::ManifestSyntax { .. })]),
            "{faults:?}"
        );
    }
}
