//! Columns of the table of innovations. Closures that capture nothing become the functions that fill them.

use super::ColumnKind;
use super::cell::{Cell, day, list, maybe, page, seller_common, slugs, text};
use super::source::{Source, column};
use crate::model::{AdopterLink, Id, Innovation, Kind, Status};

pub(super) fn columns() -> Vec<Source<Innovation>> {
    use ColumnKind::{Date, Integer, List, Text, Url};
    vec![
        column("id", Text, "Kode tetap inovasi", "Stable id of the innovation", |_, _, row: &Innovation| {
            text(&*row.common.slug)
        }),
        column("nama", Text, "Nama inovasi", "Name", |_, _, row| text(&row.common.name.id)),
        column("nama_en", Text, "Nama dalam bahasa Inggris, bila ada", "Name in English, if any", |_, _, row| {
            maybe(row.common.name.en.as_deref())
        }),
        column("ringkas", Text, "Ringkasan satu kalimat", "One-sentence summary in Indonesian", |_, _, row| {
            maybe(row.common.summary.as_ref().map(|text| text.id.as_str()))
        }),
        column("masalah", Text, "Masalah yang dijawab", "The problem", |_, _, row| {
            text(row.facts.problem.id.plain.trim())
        }),
        column("solusi", Text, "Solusinya", "The solution", |_, _, row| text(row.facts.solution.id.plain.trim())),
        column(
            "tkt",
            Integer,
            "Tingkat Kesiapterapan Teknologi, 1 sampai 9",
            "Technology readiness level, 1 to 9",
            |_, _, row| Cell::Integer(row.facts.readiness.into()),
        ),
        column("tkt_dasar", Text, "Dasar penetapan TKT", "Who set the level", |_, _, row| {
            maybe(row.facts.readiness_basis.as_ref().map(|(text, _)| text.as_str()))
        }),
        column(
            "status",
            Text,
            "ide, uji, pakai, atau berhenti",
            "ide (idea), uji (in trial), pakai (in use) or berhenti (discontinued)",
            |_, _, row| text(row.facts.progress.word()),
        ),
        column(
            "hasil",
            List,
            "Hasil terukur: ukuran, sebelum, sesudah, satuan",
            "Measured results: measure, before, after, unit",
            |_, _, row| {
                let line = |result: &crate::model::Measurement| {
                    let before = result.before.as_deref().map_or(String::new(), |before| format!("{before} → "));
                    let unit = result.unit.as_deref().map_or(String::new(), |unit| format!(" {unit}"));
                    format!("{}: {before}{}{unit}", result.measure.id, result.after)
                };
                list(row.facts.results.iter().map(line))
            },
        ),
        column(
            "pengembang",
            List,
            "Kode mitra pengembang, atau namanya",
            "Ids of developing partners, or the developer's name",
            |from, _, row| {
                let partners =
                    row.links.developers.iter().map(|id| from.catalog.partners.get(*id).common.slug.to_string());
                list(partners.chain(row.facts.developer.as_ref().map(|name| name.id.clone())))
            },
        ),
        column(
            "penerap",
            List,
            "Kode UMKM dan koperasi penerap",
            "Ids of the businesses and cooperatives that use it",
            |from, _, row| {
                slugs(row.links.users.iter().filter_map(|user| match user {
                    AdopterLink::Found(seller) => Some(seller_common(from.catalog, *seller)),
                    AdopterLink::Unknown(_) => None,
                }))
            },
        ),
        column(
            "produk",
            List,
            "Kode produk hasil inovasi; kolom id di tabel produk",
            "Ids of the products made with it, in the table produk",
            |from, at, _| {
                slugs(
                    from.catalog
                        .back
                        .innovation_products
                        .get(Id::new(at))
                        .iter()
                        .map(|id| &from.catalog.products.get(*id).common)
                        .filter(|common| common.status == Status::Published),
                )
            },
        ),
        column("pokja", Text, "Kode kelompok kerja", "Id of the working group", |from, _, row| {
            maybe(row.links.group.map(|id| from.catalog.groups.get(id).common.slug.to_string()))
        }),
        column("tautan", Url, "Alamat halamannya", "Address of its page", |from, _, row| {
            page(from, Kind::Innovation, &row.common)
        }),
        column("diperbarui", Date, "Terakhir diubah", "Last changed", |_, _, row| day(row.common.freshness())),
    ]
}
