//! The small frameworks that the tests made up, one of another shape in each
//! folder (each has a README that says what is odd in it), and how any
//! framework is loaded for a test.

mod files;

pub(crate) use files::Files;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use waymark::documents::{Diagnostic, Passage, Severity};
use waymark::framework::{Framework, LadderSource};
use waymark::guide::{self, Guide, Inspection};

/// The frameworks beside this file.
pub(crate) const NAMES: [&str; 4] = ["company", "hospital", "kitchen", "townhall"];

/// A framework that can be asked, and its files to hold the replies against.
pub(crate) struct World {
    /// How failures name it.
    pub(crate) name: String,
    pub(crate) guide: Guide,
    pub(crate) files: Files,
}

/// The [`NAMES`], loaded once for all tests: a guide takes a while to make.
static OWN: LazyLock<Vec<World>> =
    LazyLock::new(|| NAMES.map(|name| World::load(name, &folder(name))).into());

/// All the [`NAMES`].
#[must_use]
pub(crate) fn own() -> &'static [World] {
    &OWN
}

impl World {
    /// Loads a framework. It may have warnings.
    #[must_use]
    #[track_caller]
    pub(crate) fn load(name: &str, folder: &Path) -> Self {
        let guide = match Guide::load(folder) {
            Ok(loaded) => loaded.guide,
            Err(error) => panic!("the framework `{name}` can't be used: {error}"),
        };
        Self {
            name: name.to_owned(),
            guide,
            files: Files::of(folder),
        }
    }
}

/// The folder of one of the [`NAMES`].
#[must_use]
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/frameworks")
        .join(name)
}

/// What is wrong with one of the [`NAMES`]: file, line and message of each.
#[track_caller]
fn faults(name: &str) -> Vec<String> {
    let told = |fault: &Diagnostic| {
        assert_eq!(
            fault.severity(),
            Severity::Warning,
            "{name}: {}",
            fault.fault
        );
        let line = fault.place.as_ref().map_or(0, Passage::line);
        format!("{}:{line} {}", fault.file, fault.fault)
    };
    inspect(name).diagnostics.iter().map(told).collect()
}

#[track_caller]
fn inspect(name: &str) -> Inspection {
    guide::inspect(&folder(name)).expect("the folder can be read")
}

/// The levels of a role from the lowest rung up, those on one rung joined by
/// `+`, and what their order was taken from.
#[track_caller]
fn ladder(framework: &Framework, role: &str) -> (String, LadderSource) {
    let role = framework
        .roles()
        .iter()
        .find(|candidate| candidate.name() == role)
        .expect("the role is there");
    let rungs: Vec<String> = role
        .ladder()
        .rungs()
        .iter()
        .map(|rung| {
            let names: Vec<&str> = rung.iter().map(|id| framework.level(*id).name()).collect();
            names.join(" + ")
        })
        .collect();
    (rungs.join(" < "), role.ladder().source())
}

#[test]
fn each_framework_has_only_the_warnings_that_are_meant() {
    assert_eq!(faults("company"), [""; 0]);
    assert_eq!(
        faults("hospital"),
        ["roles.csv:958 a row stands twice in the table"]
    );
    assert_eq!(
        faults("kitchen"),
        [
            "line/2-chef-de-partie.txt:35 `Chef de partie` names the skill `Mise en place` twice",
            "pastry/head.txt:24 nothing is said about the skill `Teaching by doing`",
        ]
    );
}

#[test]
fn each_framework_has_the_shape_that_its_readme_tells() {
    let counts = |name| {
        let framework = inspect(name).framework;
        let in_use = framework
            .levels()
            .iter()
            .filter(|level| level.is_in_use())
            .count();
        [
            framework.families().len(),
            framework.roles().len(),
            in_use,
            framework.skills().len(),
        ]
    };
    assert_eq!(counts("company"), [2, 3, 9, 7]);
    assert_eq!(counts("hospital"), [2, 5, 13, 14]);
    assert_eq!(counts("kitchen"), [1, 3, 7, 12]);
}

#[test]
fn each_source_of_a_ladder_is_used_by_a_framework() {
    let (company, hospital, kitchen) =
        (inspect("company"), inspect("hospital"), inspect("kitchen"));
    let found = [
        (&company, "Shop adviser"),
        (&company, "Repair planner"),
        (&hospital, "Ward nurse"),
        (&hospital, "Wound specialist"),
        (&hospital, "Chief nurse"),
        (&kitchen, "Line chef"),
        (&kitchen, "Pastry chef"),
        (&kitchen, "Kitchen porter"),
    ]
    .map(|(inspection, role)| ladder(&inspection.framework, role));
    let expected = [
        (
            "Learner < Trusted hand < Guiding hand",
            LadderSource::Manifest,
        ),
        (
            "Diary keeper < Repair planner < Works manager",
            LadderSource::Manifest,
        ),
        (
            "Trainee ward nurse < Ward nurse \
             < Senior ward nurse + Senior ward nurse - management < Matron",
            LadderSource::Proficiency,
        ),
        (
            "Dressing assistant < Wound specialist < Healing consultant",
            LadderSource::Proficiency,
        ),
        ("", LadderSource::Single),
        (
            "Commis < Chef de partie < Sous chef",
            LadderSource::FileNumbers,
        ),
        (
            "Junior pastry chef < Pastry chef < Head of pastry",
            LadderSource::Seniority,
        ),
        ("Kitchen porter", LadderSource::Single),
    ];
    assert_eq!(
        found,
        expected.map(|(rungs, source)| (rungs.to_owned(), source))
    );
}

#[test]
fn every_framework_beside_this_file_is_named() {
    let beside = std::fs::read_dir(folder("")).expect("the folder can be listed");
    let mut folders: Vec<String> = beside
        .map(|entry| entry.expect("an entry can be read"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort_unstable();
    assert_eq!(folders, NAMES);
}
