//! New files below a folder: all of them or none, and never over one that is there.

use std::path::Path;

/// A file to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Path below the root, with forward slashes.
    pub path: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
    /// May it be run as a program?
    pub executable: bool,
}

impl NewFile {
    /// A text.
    pub fn text(path: impl Into<String>, text: impl Into<String>) -> NewFile {
        NewFile { path: path.into(), bytes: text.into().into_bytes(), executable: false }
    }

    /// Any file.
    pub fn bytes(path: impl Into<String>, bytes: Vec<u8>) -> NewFile {
        NewFile { path: path.into(), bytes, executable: false }
    }

    /// A text that is a program.
    pub fn program(path: impl Into<String>, text: impl Into<String>) -> NewFile {
        NewFile { executable: true, ..NewFile::text(path, text) }
    }

    /// Its bytes as text; empty when they are none.
    pub fn as_text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap_or_default()
    }
}

/// Is there something at this path below the root?
pub fn exists(root: &Path, path: &str) -> bool {
    root.join(path).symlink_metadata().is_ok()
}

/// Writes files that must not exist yet. When one does, nothing is written at all.
///
/// # Errors
/// A message that names every file in the way, or the one that could not be written.
pub fn all_new(root: &Path, files: &[NewFile]) -> Result<(), String> {
    let there: Vec<&str> = files.iter().map(|file| file.path.as_str()).filter(|path| exists(root, path)).collect();
    if !there.is_empty() {
        let list: String = there.iter().map(|path| format!("\n  {path}")).collect();
        return Err(format!("Berkas ini sudah ada dan tidak ditimpa; tidak ada yang ditulis:{list}"));
    }
    files.iter().try_for_each(|file| write(root, file, true))
}

/// Writes a file that the program itself keeps up to date.
///
/// # Errors
/// A message with the path that could not be written.
pub fn replace(root: &Path, file: &NewFile) -> Result<(), String> {
    write(root, file, false)
}

fn write(root: &Path, file: &NewFile, new: bool) -> Result<(), String> {
    let target = root.join(&file.path);
    let failed = |cause: std::io::Error| format!("Gagal menulis {}: {cause}", target.display());
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true);
    if new {
        options.create_new(true)
    } else {
        options.create(true).truncate(true)
    };
    let mut open = options.open(&target).map_err(failed)?;
    std::io::Write::write_all(&mut open, &file.bytes).map_err(failed)?;
    if file.executable { make_executable(&target).map_err(failed) } else { Ok(()) }
}

#[cfg(unix)]
fn make_executable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mut rights = path.metadata()?.permissions();
    rights.set_mode(rights.mode() | 0o111);
    std::fs::set_permissions(path, rights)
}

#[cfg(not(unix))]
fn make_executable(_path: &Path) -> std::io::Result<()> {
    Ok(())
}
