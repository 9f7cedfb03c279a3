//! A broken framework for each fault, and what `waymark check` says of it.
//!
//! The folder `<fault>` beside this file is the framework, `<fault>.snap` what a
//! person sees. What can't well stand in a repository (a file of 16 MiB, a link
//! that leads nowhere) is made in a temporary folder by [`made`].
//!
//! The two tables of cases are matches over every variant: a new fault without
//! a case does not compile.

mod made;
mod run;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use waymark::documents::{Diagnostic, Fault, ReadError, Severity};
use waymark::guide;

use made::{Place, is_made, made};
use run::run_check;

/// Where the cases stand.
const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/broken");

/// Makes a table of cases: which case shows a variant, the names of all cases,
/// and a test of each.
macro_rules! cases {
    ($of:ident, $names:ident, $test:ident, $type:ty, { $($pattern:pat => $case:ident,)+ }) => {
        /// The case that shows a variant.
        fn $of(variant: &$type) -> &'static str {
            match variant { $($pattern => stringify!($case)),+ }
        }

        /// Every case of the table.
        const $names: &[&str] = &[$(stringify!($case)),+];

        mod $test {
            $(#[test] fn $case() { super::$test(stringify!($case)); })+
        }
    };
}

cases!(case_of_fault, FAULTS, check_shows_the_fault, Fault, {
    Fault::FileTooLarge { .. } => file_too_large,
    Fault::LineTooLong { .. } => line_too_long,
    Fault::NotUtf8 { .. } => not_utf8,
    Fault::LinkLeavesFolder => link_leaves_folder,
    Fault::UnreadableFile { .. } => unreadable_file,
    Fault::UnknownFile => unknown_file,
    Fault::NoRoleLine => no_role_line,
    Fault::SecondRoleLine => second_role_line,
    Fault::NoLevelLine => no_level_line,
    Fault::SecondLevelLine => second_level_line,
    Fault::SkillBeforeLevel => skill_before_level,
    Fault::TextBeforeRole => text_before_role,
    Fault::EmptyName { .. } => empty_name,
    Fault::MissingColumns { .. } => missing_columns,
    Fault::ShortRow { .. } => short_row,
    Fault::LongRow { .. } => long_row,
    Fault::BrokenQuote => broken_quote,
    Fault::ManifestSyntax { .. } => manifest_syntax,
    Fault::UnknownKey { .. } => unknown_key,
    Fault::WrongType { .. } => wrong_type,
    Fault::MissingKey { .. } => missing_key,
    Fault::SecondManifest => second_manifest,
    Fault::SkillTwice { .. } => skill_twice,
    Fault::RowTwice => row_twice,
    Fault::Disagreement { .. } => disagreement,
    Fault::EmptySkill { .. } => empty_skill,
    Fault::UnknownProficiency { .. } => unknown_proficiency,
    Fault::LadderUnknown { .. } => ladder_unknown,
    Fault::AliasOfNothing { .. } => alias_of_nothing,
    Fault::AliasTaken { .. } => alias_taken,
    Fault::LadderOfNothing { .. } => ladder_of_nothing,
    Fault::LadderLevelUnknown { .. } => ladder_level_unknown,
    Fault::LadderIncomplete { .. } => ladder_incomplete,
    Fault::LinkOfNothing { .. } => link_of_nothing,
    Fault::NoRole => no_role,
    Fault::SkillNotInTable { .. } => skill_not_in_table,
    Fault::RoleWithTwoFamilies { .. } => role_with_two_families,
});

cases!(case_of_refusal, REFUSALS, check_refuses_the_folder, ReadError, {
    ReadError::Missing { .. } => missing_folder,
    ReadError::NotAFolder { .. } => not_a_folder,
    ReadError::Unlistable { .. } => unlistable_folder,
    ReadError::Empty { .. } => empty_folder,
    ReadError::TooManyFiles { .. } => too_many_files,
    ReadError::TooDeep { .. } => too_deep,
});

/// A framework with several faults.
const SEVERAL: &str = "several_at_once";

/// Another folder without a framework in it: the message differs.
const OTHERS: &str = "folder_of_other_files";

/// Holds a case against its variant and against what a person sees of it.
#[track_caller]
fn check_shows_the_fault(case: &str) {
    let place = made(case);
    let found = found(case, place.as_ref());
    assert_eq!(
        cases_of(&found),
        BTreeSet::from([case]),
        "a case shows its own fault and no other"
    );
    let is_error = |fault: &Diagnostic| fault.severity() == Severity::Error;
    let code = if found.iter().any(is_error) { 2 } else { 0 };
    is_as_before(case, place.as_ref(), code);
}

/// The same for a folder that can't be read at all.
#[track_caller]
fn check_refuses_the_folder(case: &str) {
    let refusal = refuses(case);
    assert_eq!(case_of_refusal(&refusal), case);
}

#[track_caller]
fn refuses(case: &str) -> ReadError {
    let place = made(case).expect("it is made in a temporary folder");
    is_as_before(case, Some(&place), 2);
    guide::inspect(&place.path()).expect_err("the folder can't be read")
}

/// The faults of a framework.
#[track_caller]
fn found(case: &str, place: Option<&Place>) -> Vec<Diagnostic> {
    let folder = place.map_or_else(|| folder(case), Place::path);
    guide::inspect(&folder)
        .expect("the folder can be read")
        .diagnostics
}

/// The cases that show these faults.
fn cases_of(found: &[Diagnostic]) -> BTreeSet<&'static str> {
    found
        .iter()
        .map(|diagnostic| case_of_fault(&diagnostic.fault))
        .collect()
}

/// Runs the program on a case as a person does, and holds what is seen against
/// the file beside it.
#[track_caller]
fn is_as_before(case: &str, place: Option<&Place>, code: i32) {
    let seen = match place {
        Some(place) => run_check(place.root(), place.named()),
        None => run_check(Path::new(HERE), &name(case)),
    };
    assert_eq!(seen.code, Some(code), "the exit code; seen:\n{}", seen.text);
    assert!(
        !seen.text.contains(env!("CARGO_MANIFEST_DIR")),
        "a path of this machine is shown:\n{}",
        seen.text
    );
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(HERE);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name(case), seen.text));
}

/// The name of a case on disk.
#[must_use]
fn name(case: &str) -> String {
    case.replace('_', "-")
}

/// The folder of a case that stands beside this file.
#[must_use]
fn folder(case: &str) -> PathBuf {
    Path::new(HERE).join(name(case))
}

#[test]
fn several_faults_at_once_are_all_told() {
    let found = found(SEVERAL, None);
    let expected = [
        "alias_of_nothing",
        "empty_name",
        "empty_skill",
        "no_role_line",
        "short_row",
        "skill_before_level",
        "skill_twice",
        "text_before_role",
        "unknown_key",
        "unknown_proficiency",
    ];
    assert_eq!(cases_of(&found), BTreeSet::from(expected));
    is_as_before(SEVERAL, None, 2);
}

#[test]
fn a_folder_of_other_files_is_told_apart_from_an_empty_one() {
    assert!(matches!(
        refuses(OTHERS),
        ReadError::Empty { others: 2, .. }
    ));
}

#[test]
fn every_folder_and_every_snapshot_beside_this_file_is_a_case() {
    let cases = || FAULTS.iter().chain(REFUSALS).chain([&SEVERAL, &OTHERS]);
    let mut expected: BTreeSet<String> =
        cases().map(|case| format!("{}.snap", name(case))).collect();
    expected.extend(cases().filter(|case| !is_made(case)).map(|case| name(case)));
    let beside = std::fs::read_dir(HERE).expect("the folder can be listed");
    let found: BTreeSet<String> = beside
        .map(|entry| entry.expect("an entry can be read").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| !has_ending(name, "rs") && !has_ending(name, "new"))
        .collect();
    assert_eq!(found, expected);
}

fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(ending))
}
