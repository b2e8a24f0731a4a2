//! The form of every entry, and how its links change from names to ids.

use std::fmt::{self, Debug};
use std::hash::Hash;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::Common;
use crate::diagnostic::Span;

/// An entry: what all kinds have, the facts of its kind, and its links to others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry<Facts, Links> {
    /// Name, texts, photos, dates.
    pub common: Common,
    /// What only this kind has.
    pub facts: Facts,
    /// Where it points to.
    pub links: Links,
}

/// How far links have come: [`Named`] as written, [`Linked`] after `resolve`.
pub trait Stage: Clone + Debug + PartialEq {
    /// A link to a `T`.
    type Link<T>: Clone + Debug + PartialEq + Serialize + DeserializeOwned;
}

/// Links are names that may not exist.
#[derive(Debug, Clone, PartialEq)]
pub struct Named;

/// Links are ids; they cannot dangle.
#[derive(Debug, Clone, PartialEq)]
pub struct Linked;

impl Stage for Named {
    type Link<T> = Reference;
}

impl Stage for Linked {
    type Link<T> = Id<T>;
}

/// A link as written: a name and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The slug that was written.
    pub name: String,
    /// Where, in the entry's own file.
    pub span: Span,
}

/// The position of a `T` in its list of the [`super::Catalog`].
#[derive(Serialize, Deserialize)]
#[serde(bound = "", transparent)]
pub struct Id<T> {
    index: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id of the `index`-th.
    pub fn new(index: usize) -> Id<T> {
        Id { index: index as u32, of: PhantomData }
    }

    /// Its position.
    pub fn index(self) -> usize {
        self.index as usize
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}
impl<T> Debug for Id<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "#{}", self.index)
    }
}
