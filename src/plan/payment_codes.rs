//! Pictures of QRIS codes: each is read, and what it says is held against the entry that names it. None is published.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::pictures::{file_name, finding_of, look};
use crate::cache::{Cache, Key};
use crate::diagnostic::{Code, Finding, Problems};
use crate::disk::{Disk, Fault, Item};
use crate::model::{Catalog, Common, PaymentCode, PaymentPicture, is_payee};
use crate::picture::{self, Limits, Refusal};

/// A picture that was read.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Its file, below the site's root.
    pub path: Arc<str>,
    /// Hash of its bytes.
    pub hash: [u8; 32],
}

/// What reading one picture gave: the hash of its bytes, and the texts of its codes.
struct Seen {
    hash: [u8; 32],
    bytes: u64,
    texts: Result<Vec<String>, Refusal>,
}

/// Reads the pictures of all makers and says what is wrong with them. Answers which were read.
///
/// # Errors
/// A [`Fault`] when a file cannot be read.
pub fn judge(
    disk: &dyn Disk,
    assets: &BTreeMap<Arc<str>, Item>,
    catalog: &Catalog,
    cache: &Cache,
    problems: &mut Problems,
) -> Result<Vec<Picture>, Fault> {
    let businesses = catalog.businesses.rows().iter().map(|maker| (&maker.common, &maker.facts.presence));
    let cooperatives = catalog.cooperatives.rows().iter().map(|maker| (&maker.common, &maker.facts.presence));
    let pictures: Vec<(&Common, &PaymentPicture)> = businesses
        .chain(cooperatives)
        .filter_map(|(common, presence)| Some((common, presence.payment_picture.as_ref()?)))
        .collect();
    let seen: Vec<Result<Seen, Fault>> =
        pictures.par_iter().map(|(_, picture)| see(disk, &picture.path, assets.get(&picture.path), cache)).collect();
    let mut read = Vec::with_capacity(pictures.len());
    for ((common, picture), seen) in pictures.into_iter().zip(seen) {
        let seen = seen?;
        let name = file_name(&picture.path);
        let findings = match &seen.texts {
            Ok(texts) => findings(texts, picture, common),
            Err(refusal) => vec![finding_of(refusal, name, seen.bytes)],
        };
        for finding in findings {
            problems.add(common.place(picture.span), finding.with("berkas", name));
        }
        read.push(Picture { path: picture.path.clone(), hash: seen.hash });
    }
    Ok(read)
}

/// Reads a picture, or remembers what was read of the same bytes.
fn see(disk: &dyn Disk, path: &str, item: Option<&Item>, cache: &Cache) -> Result<Seen, Fault> {
    let known = look(disk, path, item, cache)?;
    if let Err(refusal) = known.facts {
        return Ok(Seen { hash: known.hash, bytes: known.bytes, texts: Err(refusal) });
    }
    let key = |hash: &[u8; 32]| Key::of(&[b"codes", hash, crate::PROGRAM.as_bytes()]);
    let kept = cache.get(&key(&known.hash)).and_then(|kept| postcard::from_bytes::<Vec<String>>(&kept).ok());
    if let Some(texts) = kept {
        return Ok(Seen { hash: known.hash, bytes: known.bytes, texts: Ok(texts) });
    }
    let bytes = disk.read(path)?;
    let hash = *blake3::hash(&bytes).as_bytes();
    let texts = picture::codes(&bytes, &Limits::default());
    if let Ok(texts) = &texts
        && let Ok(record) = postcard::to_stdvec(texts)
    {
        cache.put(&key(&hash), &record);
    }
    Ok(Seen { hash, bytes: bytes.len() as u64, texts })
}

/// What is wrong with the codes of a picture. A sheet may show others beside the QRIS; they do not matter then.
fn findings(texts: &[String], picture: &PaymentPicture, common: &Common) -> Vec<Finding> {
    let (mut sound, mut wrong) = (Vec::new(), Vec::new());
    for text in texts {
        match PaymentCode::read(text) {
            Ok(reading) => sound.push(reading.value),
            Err(finding) => wrong.push(finding),
        }
    }
    if sound.is_empty() {
        // What is wrong with a QRIS says more than that another code is none.
        wrong.sort_by_key(|finding| finding.code == Code::QrisBukan);
        return vec![wrong.into_iter().next().unwrap_or_else(|| Finding::new(Code::QrisBaca))];
    }
    let of_maker = |code: &PaymentCode| {
        let names = [Some(&common.name.id), common.name.en.as_ref()];
        names.into_iter().flatten().any(|name| is_payee(&code.name, name))
    };
    let mut found = Vec::new();
    for code in &sound {
        if !of_maker(code) {
            found.push(Finding::new(Code::QrisNama).with("qris", &code.name));
        }
        if let (Some(typed), Some(real)) = (&picture.merchant, &code.merchant)
            && typed != real
        {
            found.push(Finding::new(Code::QrisNmidBeda).with("nilai", typed).with("gambar", real));
        }
    }
    found
}
