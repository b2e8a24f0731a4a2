//! All integration tests in one binary: it links once.

mod examples;
mod init;
mod machine;
mod new;
mod pictures;
mod readers;
mod schema;
mod search;
mod site;
mod spreadsheets;
mod tidy;
mod vectors;
