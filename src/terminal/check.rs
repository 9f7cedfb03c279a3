//! `waymark check`: what is wrong with a framework's files, and where.

use std::io;

use super::complaint::Complaint;
use super::{Outcome, Output, wording};
use crate::documents::{Diagnostic, Severity};
use crate::guide::Inspection;

/// Prints every fault of a framework, then what it holds in one line.
///
/// # Errors
/// Where the output can't be written, except that its reader has gone.
pub fn check(inspection: &Inspection) -> io::Result<Outcome> {
    let errors = count(&inspection.diagnostics, Severity::Error);
    let outcome = if errors == 0 {
        Outcome::Done
    } else {
        Outcome::Fault
    };
    outcome.once(print(inspection, errors))
}

fn print(inspection: &Inspection, errors: usize) -> io::Result<()> {
    let mut output = Output::standard();
    for diagnostic in &inspection.diagnostics {
        Complaint::from(diagnostic).print(&mut output)?;
    }
    let warnings = count(&inspection.diagnostics, Severity::Warning);
    output.print(&wording::checked(&inspection.framework, warnings, errors))
}

fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity() == severity)
        .count()
}
