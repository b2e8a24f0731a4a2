//! The photo clinic: what is wrong with the photos of a catalogue, a heading for each thing.

use super::gather::{each_pair, entry_of};
use super::photos::{Look, Seen, commons};
use super::{Clinic, EntryRef, PhotoRemark};
use crate::diagnostic::Diagnostic;
use crate::model::{Catalog, Kind, SellerId};
use crate::picture::Refusal;

/// Side below which a photo of a product or maker is called small, pixels.
const SIDE_MIN: u32 = 1200;
/// Sharpness below which a photo is probably shaken.
const SHARPNESS_MIN: f32 = 60.0;
/// Mean light below which a photo is too dark, above which too bright.
const LIGHT: (f32, f32) = (0.2, 0.9);
/// Deviation of light below which a photo looks dull.
const CONTRAST_MIN: f32 = 0.08;
/// Bits in which fingerprints of the same motif may differ.
const SAME_MOTIF_BITS: u32 = 6;

/// The photo clinic: one heading for each thing that can be wrong.
pub(super) fn clinic(catalog: &Catalog, looks: &[Look], problems: &[Diagnostic]) -> Vec<Clinic> {
    let remark = |look: &Look, text: String| PhotoRemark {
        path: look.path.to_string(),
        entry: EntryRef { name: look.name.clone(), file: look.file.to_string() },
        text,
    };
    let seen = |test: &dyn Fn(&Look, &Seen) -> Option<String>| -> Vec<PhotoRemark> {
        looks.iter().filter_map(|look| Some(remark(look, test(look, look.seen.as_ref().ok()?)?))).collect()
    };
    let refused = |test: &dyn Fn(&Refusal) -> bool| -> Vec<PhotoRemark> {
        let bad = looks
            .iter()
            .filter_map(|look| look.seen.as_ref().err().filter(|refusal| test(refusal)).map(|refusal| (look, refusal)));
        bad.map(|(look, refusal)| remark(look, reason(refusal).to_owned())).collect()
    };
    let with = |title: &str, advice: &str, photos: Vec<PhotoRemark>| Clinic {
        title: title.to_owned(),
        advice: advice.to_owned(),
        photos,
    };
    let mut heic = refused(&|refusal| matches!(refusal, Refusal::Heic));
    heic.extend(lost_photos(problems, "FOTO-HEIC", &heic));
    let small = |look: &Look, seen: &Seen| {
        let short = seen.width.max(seen.height) < SIDE_MIN;
        (look.shown_large && short).then(|| format!("{} × {} piksel", seen.width, seen.height))
    };
    let mut all = vec![
        with(
            "Foto HEIC dari iPhone",
            "Di iPhone: Pengaturan > Kamera > Format > “Paling Kompatibel”. Untuk foto yang sudah ada: kirim lewat WhatsApp sebagai foto, atau buka di Foto (Mac) / Foto (Windows) lalu ekspor sebagai JPEG.",
            heic,
        ),
        with(
            "Berkas foto rusak atau tidak dikenal",
            "Minta berkas aslinya sekali lagi; jangan mengambil foto dari pratinjau yang belum selesai diunduh.",
            refused(&|refusal| !matches!(refusal, Refusal::Heic)),
        ),
        with(
            "Foto menyimpan lokasi (GPS)",
            "Situs sudah membuang lokasinya, tetapi berkas aslinya masih di repositori. Hapus data lokasi dari berkas, lalu matikan “lokasi” di kamera.",
            seen(&|_, seen| seen.has_location.then(|| "ada titik GPS di EXIF".to_owned())),
        ),
        with(
            "Foto terlalu kecil",
            "Minta foto asli dari kamera, bukan tangkapan layar atau unduhan dari lokapasar. Sisi panjang minimal 1.200 piksel.",
            seen(&small),
        ),
        with(
            "Mungkin buram",
            "Bersihkan lensa, sandarkan ponsel, ketuk produknya di layar supaya fokus, foto dekat jendela pada siang hari.",
            seen(&|_, seen| {
                (seen.assessment.sharpness < SHARPNESS_MIN)
                    .then(|| format!("ketajaman {:.0}", seen.assessment.sharpness))
            }),
        ),
        with(
            "Terlalu gelap",
            "Foto dekat jendela tanpa lampu kilat. Karton putih di sisi seberang jendela mengurangi bayangan.",
            seen(&|_, seen| {
                (seen.assessment.brightness < LIGHT.0)
                    .then(|| format!("terang {:.0} %", seen.assessment.brightness * 100.0))
            }),
        ),
        with(
            "Terlalu terang",
            "Geser dari sinar langsung, atau ketuk bagian terang di layar sebelum memotret.",
            seen(&|_, seen| {
                (seen.assessment.brightness > LIGHT.1)
                    .then(|| format!("terang {:.0} %", seen.assessment.brightness * 100.0))
            }),
        ),
        with(
            "Pudar",
            "Lap lensa, jangan memotret melawan cahaya, pilih latar yang warnanya berbeda dari produk.",
            seen(&|_, seen| {
                (seen.assessment.contrast < CONTRAST_MIN)
                    .then(|| format!("kontras {:.0} %", seen.assessment.contrast * 100.0))
            }),
        ),
        with(
            "Mungkin tangkapan layar atau berbingkai",
            "Potong pinggiran polosnya, atau pakai foto aslinya.",
            seen(&|_, seen| {
                seen.assessment.has_bars().then(|| format!("pinggiran polos {:.0} %", seen.assessment.bars * 100.0))
            }),
        ),
        with(
            "Foto yang sama dipakai dua penjual",
            "Tanyakan siapa yang memotret. Foto milik orang lain atau unduhan dari internet tidak boleh dipakai.",
            same_motif(looks),
        ),
        with(
            "Belum ada keterangan foto",
            "Tulis di “alt” apa yang terlihat, untuk orang yang tidak melihat fotonya.",
            looks.iter().filter(|look| !look.described).map(|look| remark(look, "tanpa alt".to_owned())).collect(),
        ),
        with(
            "Produk dan usaha tanpa foto",
            "Pojok foto di innovation center dapat membantu; lihat halaman program.",
            without_photo(catalog),
        ),
    ];
    all.retain(|clinic| !clinic.photos.is_empty());
    all
}

/// Why a photo could not be read, in plain words.
fn reason(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Empty => "berkas kosong",
        Refusal::Heic => "HEIC",
        Refusal::NotAPicture { .. } => "bukan gambar",
        Refusal::Unsupported { .. } | Refusal::UnsupportedVariant { .. } => "bentuk gambar tidak didukung",
        Refusal::TooLarge { .. } => "berkas terlalu besar",
        Refusal::TooManyPixels { .. } | Refusal::TooLong { .. } | Refusal::TooMuchMemory { .. } => {
            "piksel terlalu banyak"
        }
        Refusal::Truncated => "berkas terpotong",
        Refusal::Damaged { .. } | Refusal::NotEncoded { .. } => "berkas rusak",
    }
}

/// Photos that the validators or the survey refused and that no entry of the catalogue holds.
fn lost_photos(problems: &[Diagnostic], code: &str, known: &[PhotoRemark]) -> Vec<PhotoRemark> {
    let found = problems.iter().filter(|problem| problem.code().as_str() == code);
    let one = |problem: &Diagnostic| PhotoRemark {
        path: problem.finding.argument("berkas").unwrap_or_default().to_owned(),
        entry: EntryRef { name: String::new(), file: problem.place.file.to_string() },
        text: "HEIC".to_owned(),
    };
    let new = |photo: &PhotoRemark| {
        !known.iter().any(|other| other.entry.file == photo.entry.file && other.path.ends_with(&photo.path))
    };
    found.map(one).filter(new).collect()
}

fn without_photo(catalog: &Catalog) -> Vec<PhotoRemark> {
    let bare = commons(catalog).into_iter().filter(|(kind, common, _)| {
        matches!(kind, Kind::Business | Kind::Cooperative | Kind::Product) && common.photos.is_empty()
    });
    bare.map(|(kind, common, _)| PhotoRemark {
        path: String::new(),
        entry: entry_of(common),
        text: kind.folder().to_owned(),
    })
    .collect()
}

/// The same motif at two makers, whatever its size and quality.
fn same_motif(looks: &[Look]) -> Vec<PhotoRemark> {
    let owned: Vec<(&Look, &Seen, SellerId)> =
        looks.iter().filter_map(|look| Some((look, look.seen.as_ref().ok()?, look.owner?))).collect();
    let mut found = Vec::new();
    each_pair(&owned, |(one, a, owner), (other, b, other_owner)| {
        // A picture without detail has a fingerprint like any other such picture.
        let plain = |seen: &Seen| seen.assessment.contrast < CONTRAST_MIN;
        let near = (a.phash ^ b.phash).count_ones() <= SAME_MOTIF_BITS;
        if owner != other_owner && near && !plain(a) && !plain(b) {
            found.push(PhotoRemark {
                path: one.path.to_string(),
                entry: EntryRef { name: one.name.clone(), file: one.file.to_string() },
                text: format!("mirip {} ({})", other.path, other.name),
            });
        }
    });
    found
}
