//! Arguments to commands to exit code; nothing else.

use std::process::ExitCode;

/// A build makes and drops millions of small texts on all cores; the system's allocator takes an eighth of its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    etalase::commands::run()
}
