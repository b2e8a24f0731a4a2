//! save
use std::path::Path;
/// Writes a file under another name first, so that it is never half there.
///
/// # Errors
/// A sentence with the path.
#[expect(clippy::disallowed_methods, reason = "a command writes what it was asked for")]
pub fn save(file: &Path, bytes: &[u8]) -> Result<(), String> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let beside = file.with_file_name(format!(".{name}.sementara"));
    let failed = |error: std::io::Error| format!("gagal menulis {}: {error}", file.display());
    std::fs::write(&beside, bytes).map_err(failed)?;
    std::fs::rename(&beside, file).map_err(failed)
}
