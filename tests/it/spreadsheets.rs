//! Export to a spreadsheet and import from one.
