//! Completion scripts for shells, and the manual page: texts made of the command line's own description.

use clap::Command;

/// A shell that a completion script can be made for.
pub use clap_complete::Shell;

/// The name of the program as it is typed.
const PROGRAM: &str = "etalase";

/// The completion script of a shell.
pub fn script(command: &Command, shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command.clone(), PROGRAM, &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// The manual page of the program (`man`, section 1), with all its commands.
///
/// # Errors
/// Never in practice: it is written into memory.
pub fn manual(command: &Command) -> std::io::Result<String> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
        let name = format!("{PROGRAM} {}", inner.get_name());
        let mut text = format!(".SH \"{}\"\n", name.to_uppercase()).into_bytes();
        let man = clap_mangen::Man::new(inner.clone().bin_name(name).disable_help_subcommand(true));
        man.render_synopsis_section(&mut text)?;
        man.render_description_section(&mut text)?;
        man.render_options_section(&mut text)?;
        page.extend_from_slice(&text);
    }
    Ok(String::from_utf8_lossy(&page).into_owned())
}

#[cfg(test)]
mod tests {
    use clap::{Arg, ValueEnum};

    use super::*;

    fn command() -> Command {
        let build = Command::new("build").about("Membuat situs").arg(Arg::new("out").long("out").help("Folder hasil"));
        Command::new("etalase").about("Katalog").subcommand(build).subcommand(Command::new("images").hide(true))
    }

    #[test]
    fn every_shell_learns_the_commands() {
        for shell in Shell::value_variants() {
            let script = script(&command(), *shell);
            assert!(script.contains("build") && script.contains("etalase"), "{shell}");
        }
    }

    #[test]
    fn the_manual_names_every_command_but_hidden_ones() {
        let page = manual(&command()).unwrap();
        assert!(page.contains("Membuat situs") && page.contains("Folder hasil") && page.starts_with(".ie"), "{page}");
        assert!(!page.contains("ETALASE IMAGES") && page.contains("ETALASE BUILD"), "{page}");
    }
}
