//! Columns and what fills them.

use super::cell::Cell;
use super::{Column, ColumnKind};
use crate::config::Site;
use crate::model::{Catalog, Date, Kind};

/// What the columns are filled from.
pub(super) struct From<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) site: &'a Site,
    pub(super) today: Date,
    pub(super) picture: &'a dyn Fn(Kind, usize) -> Option<String>,
}

/// A column and how it is filled.
pub(super) struct Source<T: 'static> {
    pub(super) column: Column,
    pub(super) fill: fn(&From<'_>, usize, &T) -> Cell,
}

pub(super) const fn column<T>(
    name: &'static str,
    kind: ColumnKind,
    id: &'static str,
    en: &'static str,
    fill: fn(&From<'_>, usize, &T) -> Cell,
) -> Source<T> {
    Source { column: Column { name, kind, id, en }, fill }
}
