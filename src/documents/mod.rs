//! Files in, positioned pieces out: the only place that reads framework files.
//!
//! [`read`] lists a folder and reads every file in it that is a role document
//! ([`profile`]), one of the framework's own tables ([`table`]) or a manifest
//! ([`manifest`]). It knows the *forms* these files have and nothing of what
//! they mean: each piece of text comes out as a [`Passage`], which keeps its
//! file, line and byte range so that a quote can be proved, and each fault as
//! a [`Diagnostic`], which says what is wrong, where, and what to do.

mod block;
mod diagnostic;
mod fault;
mod fault_words;
mod folder;
mod layout;
mod listing;
mod manifest;
mod opening;
mod passage;
mod profile;
mod read_error;
mod record;
mod table;
mod toml_walk;

pub use diagnostic::{Diagnostic, Severity};
pub use fault::Fault;
pub use folder::{Limits, read, read_with};
pub use manifest::{LadderSetting, Links, Manifest, ManifestEntry, Setting, WordsEntry};
pub use passage::{Form, Passage, Source, Statement};
pub use profile::{Profile, ProfileLevel, ProfileSkill};
pub use read_error::ReadError;
pub use table::{RoleRow, RolesTable, SkillRow, SkillsTable};

use std::sync::Arc;

/// One file of a framework's folder, read.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file: its path within the folder and its text.
    pub source: Arc<Source>,
    /// What the file holds, as far as it could be read.
    pub content: Content,
    /// What is wrong with the file's form, in the order of the lines.
    pub diagnostics: Vec<Diagnostic>,
}

/// The kinds of file that a framework is made of.
#[derive(Debug, Clone)]
#[expect(
    clippy::large_enum_variant,
    reason = "a folder has few documents, and one manifest at most"
)]
pub enum Content {
    /// A plain-text role document: one role level.
    Profile(Profile),
    /// The download of role levels and the skills they ask.
    Roles(RolesTable),
    /// The download of skills and what each proficiency of them means.
    Skills(SkillsTable),
    /// `framework.toml`: names, links, aliases, ladders.
    Manifest(Manifest),
    /// Nothing that can be used; the diagnostics say why.
    Unreadable,
}
