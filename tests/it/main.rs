//! All integration tests in one binary: it links once.

#![allow(clippy::disallowed_methods, reason = "tests lay out folders of their own")]

mod bad_input;
mod cases;
mod check;
mod cms;
mod hostile;
mod hosts;
mod init;
mod links;
mod lists;
mod machine;
mod new;
mod photos;
mod pictures;
mod publish;
mod qris;
mod readers;
mod report;
mod repository;
mod review;
mod schema;
mod search;
mod site;
mod spreadsheets;
mod staged;
mod tidy;
mod trouble;
mod vectors;
