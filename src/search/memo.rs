//! What the last index was made of, so that the next one makes anew only what differs: parts by the hash of everything
//! they follow from. A part is bytes; what it means is known to whoever asks for it.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The hash of everything a part follows from.
pub(super) type PartKey = [u8; 32];

/// Parts of the last index, and those that the present one has asked for.
#[derive(Debug, Default)]
pub struct Memo {
    before: Parts,
    now: Mutex<Parts>,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Parts(BTreeMap<PartKey, Vec<u8>>);

impl Memo {
    /// What [`Memo::to_bytes`] gave for the last index. Bytes that cannot be read are no memo. They must come from the same
    /// version of the program: keys tell what a part was made from, not by which rules.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self { before: postcard::from_bytes(bytes).unwrap_or_default(), now: Mutex::default() }
    }

    /// The parts that this index asked for, and no others.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(&*self.now()).unwrap_or_default()
    }

    /// Is it the same as it was read?
    pub fn is_unchanged(&self) -> bool {
        *self.now() == self.before
    }

    fn now(&self) -> std::sync::MutexGuard<'_, Parts> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A part that is known.
    pub(super) fn find(&self, key: PartKey) -> Option<Vec<u8>> {
        let known = self.now().0.get(&key).cloned().or_else(|| self.before.0.get(&key).cloned())?;
        self.keep(key, known.clone());
        Some(known)
    }

    /// Keeps a part for the next index.
    pub(super) fn keep(&self, key: PartKey, part: Vec<u8>) {
        self.now().0.insert(key, part);
    }

    /// A part, made if it is not known.
    pub(super) fn part(&self, key: PartKey, make: impl FnOnce() -> Vec<u8>) -> Vec<u8> {
        self.find(key).unwrap_or_else(|| {
            let made = make();
            self.keep(key, made.clone());
            made
        })
    }

    /// As [`Memo::part`], for what is more than bytes. `is_whole` may refuse a known part.
    pub(super) fn value<T: Serialize + DeserializeOwned>(
        &self,
        key: PartKey,
        is_whole: impl FnOnce(&T) -> bool,
        make: impl FnOnce() -> T,
    ) -> T {
        let known = self.find(key).and_then(|bytes| postcard::from_bytes(&bytes).ok());
        known.filter(is_whole).unwrap_or_else(|| {
            let made = make();
            self.keep(key, postcard::to_stdvec(&made).unwrap_or_default());
            made
        })
    }
}

/// The key of what follows from these inputs, each set apart from the next.
pub(super) fn key_of(inputs: &[&[u8]]) -> PartKey {
    let mut hasher = blake3::Hasher::new();
    for input in inputs {
        hasher.update(&(input.len() as u64).to_le_bytes()).update(input);
    }
    *hasher.finalize().as_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_made_once_and_forgotten_when_nobody_asks_for_it() {
        let first = Memo::default();
        assert_eq!(first.part(key_of(&[b"a"]), || b"A".to_vec()), b"A");
        assert_eq!(first.part(key_of(&[b"b"]), || b"B".to_vec()), b"B");
        assert!(!first.is_unchanged());
        let second = Memo::from_bytes(&first.to_bytes());
        assert_eq!(second.part(key_of(&[b"a"]), || unreachable!()), b"A");
        assert!(!second.is_unchanged());
        let third = Memo::from_bytes(&second.to_bytes());
        assert_eq!(third.find(key_of(&[b"b"])), None);
        assert_eq!(third.part(key_of(&[b"a"]), || unreachable!()), b"A");
        assert!(third.is_unchanged());
    }

    #[test]
    fn bytes_of_another_kind_are_no_memo_and_values_that_are_not_whole_no_values() {
        assert_eq!(Memo::from_bytes(b"\xff\xff nonsense").find(key_of(&[])), None);
        let memo = Memo::default();
        memo.keep(key_of(&[]), b"\xff\xff\xff".to_vec());
        assert_eq!(memo.value(key_of(&[]), |_: &Vec<String>| true, || vec!["x".to_owned()]), ["x"]);
        assert_eq!(memo.value(key_of(&[]), |known: &Vec<String>| known.len() > 1, || vec![String::new(); 2]).len(), 2);
    }

    #[test]
    fn inputs_do_not_run_into_each_other() {
        assert_ne!(key_of(&[b"ab", b"c"]), key_of(&[b"a", b"bc"]));
    }
}
