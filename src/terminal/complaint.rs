//! What is wrong, in one shape, whoever found it: a framework's file, the
//! config file, or the program itself.

use std::io;

use super::{Output, drawing, wording};
use crate::config::{ConfigError, ConfigFault};
use crate::documents::{Diagnostic, Passage, Severity};
use crate::guide::LoadError;

/// One complaint, ready to be drawn.
pub(super) struct Complaint<'a> {
    /// How much it matters.
    pub(super) severity: Severity,
    /// What is wrong.
    pub(super) message: String,
    /// The file, where it is about one.
    pub(super) file: &'a str,
    /// The words at fault.
    pub(super) place: Option<&'a Passage>,
    /// What stands at the caret.
    pub(super) label: String,
    /// Other places that explain it.
    pub(super) also: &'a [(Passage, String)],
    /// What to do.
    pub(super) remedy: String,
}

impl<'a> From<&'a Diagnostic> for Complaint<'a> {
    fn from(diagnostic: &'a Diagnostic) -> Self {
        Self {
            severity: diagnostic.severity(),
            message: diagnostic.fault.to_string(),
            file: &diagnostic.file,
            place: diagnostic.place.as_ref(),
            label: diagnostic.fault.label(),
            also: &diagnostic.also,
            remedy: diagnostic.fault.remedy(),
        }
    }
}

impl<'a> From<&'a ConfigFault> for Complaint<'a> {
    fn from(fault: &'a ConfigFault) -> Self {
        Self {
            severity: Severity::Error,
            message: fault.kind.to_string(),
            file: fault.place.file(),
            place: Some(&fault.place),
            label: fault.label().to_owned(),
            also: &[],
            remedy: fault.remedy(),
        }
    }
}

impl Complaint<'static> {
    /// A complaint about no place in a file.
    fn plain(message: &dyn ToString, remedy: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            message: message.to_string(),
            file: "",
            place: None,
            label: String::new(),
            also: &[],
            remedy: remedy.into(),
        }
    }
}

impl Complaint<'_> {
    /// Prints the complaint and a blank line.
    pub(super) fn print(&self, output: &mut Output) -> io::Result<()> {
        let drawn = drawing::draw(self, output.colour());
        output.print(&format!("{drawn}\n\n"))
    }
}

/// Says why the config can't be used.
///
/// # Errors
/// Where the output can't be written.
pub fn tell_config(output: &mut Output, error: &ConfigError) -> io::Result<()> {
    match error {
        ConfigError::Unreadable { .. } => Complaint::plain(error, "").print(output),
        ConfigError::Faults(faults) => faults
            .iter()
            .try_for_each(|fault| Complaint::from(fault).print(output)),
    }
}

/// Says why the framework can't be used.
///
/// # Errors
/// Where the output can't be written.
pub fn tell_load(output: &mut Output, error: &LoadError) -> io::Result<()> {
    match error {
        LoadError::Read(error) => Complaint::plain(error, wording::NAME_A_FRAMEWORK).print(output),
        LoadError::Faults { faults } => {
            faults
                .iter()
                .try_for_each(|fault| Complaint::from(fault).print(output))?;
            Complaint::plain(error, "").print(output)
        }
    }
}

/// Says why the program can't go on reading or writing.
///
/// # Errors
/// Where the output can't be written.
pub fn tell_channel(output: &mut Output, error: &io::Error) -> io::Result<()> {
    Complaint::plain(&wording::channel_failed(error), "").print(output)
}

/// Says why something else than files and channels keeps the program from going
/// on.
///
/// # Errors
/// Where the output can't be written.
pub fn tell_fault(output: &mut Output, fault: &dyn std::error::Error) -> io::Result<()> {
    // Its lines are steps to take, so they are kept apart.
    output.print(&format!("error: {fault}"))
}
