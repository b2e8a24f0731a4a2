//! Arguments to commands to exit code; nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    etalase::commands::run()
}
