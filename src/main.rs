//! The program: everything it does is in the library, see [`waymark::run`].

use std::process::ExitCode;

fn main() -> ExitCode {
    waymark::run::run()
}
