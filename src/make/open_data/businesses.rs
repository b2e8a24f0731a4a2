//! Columns of the table of businesses. Closures that capture nothing become the functions that fill them.

use super::ColumnKind;
use super::cell::{Cell, day, district, list, maybe, page, postcode, slugs, text, village, whole};
use super::source::{Source, column};
use crate::model::{Business, Id, Kind, Status};

pub(super) fn columns() -> Vec<Source<Business>> {
    use ColumnKind::{Boolean, Date, Integer, List, Text, Url, Year};
    vec![
        column("id", Text, "Kode tetap usaha", "Stable id of the business", |_, _, row: &Business| {
            text(&*row.common.slug)
        }),
        column("nama", Text, "Nama usaha", "Name", |_, _, row| text(&row.common.name.id)),
        column("nama_en", Text, "Nama dalam bahasa Inggris, bila ada", "Name in English, if any", |_, _, row| {
            maybe(row.common.name.en.as_deref())
        }),
        column("ringkas", Text, "Ringkasan satu kalimat", "One-sentence summary in Indonesian", |_, _, row| {
            maybe(row.common.summary.as_ref().map(|text| text.id.as_str()))
        }),
        column(
            "bidang",
            Text,
            "Bidang usaha: kode kategori induk",
            "Field of business: id of a top category",
            |from, _, row| maybe(row.facts.field.map(|id| from.catalog.categories.get(id).slug.as_str())),
        ),
        column("bentuk_usaha", Text, "Bentuk usaha", "Legal form", |_, _, row| maybe(row.facts.form)),
        column(
            "skala",
            Text,
            "mikro, kecil, atau menengah (PP 7/2021)",
            "mikro, kecil (small) or menengah (medium), by regulation PP 7/2021",
            |_, _, row| maybe(row.facts.scale),
        ),
        column("sejak", Year, "Tahun berdiri", "Year of founding", |_, _, row| {
            maybe(row.facts.since.map(|year| format!("{year:04}")))
        }),
        column(
            "memiliki_nib",
            Boolean,
            "Memiliki Nomor Induk Berusaha",
            "Has a business identification number (NIB)",
            |_, _, row| Cell::Boolean(row.facts.has_business_number),
        ),
        column("kbli", List, "Kode lapangan usaha KBLI", "KBLI activity codes", |_, _, row| {
            list(row.facts.activity_codes.iter().cloned())
        }),
        column("kecamatan", Text, "Kecamatan", "District", |from, _, row| district(from, row.facts.presence.place)),
        column("kelurahan", Text, "Kelurahan", "Neighbourhood (kelurahan)", |from, _, row| {
            village(from, row.facts.presence.place)
        }),
        column("kode_pos", Text, "Kode pos kelurahan", "Postcode of the neighbourhood", |from, _, row| {
            postcode(from, &row.facts.presence)
        }),
        column(
            "kunjungan",
            Text,
            "Menerima kunjungan: ya, tidak, atau janji",
            "Receives visitors: ya (yes), tidak (no) or janji (by appointment)",
            |_, _, row| maybe(row.facts.presence.visits),
        ),
        column("pembayaran", List, "Cara bayar", "Ways to pay", |_, _, row| {
            list(row.facts.presence.payment.iter().copied())
        }),
        column("pengiriman", List, "Cara memperoleh barang", "Ways to get the goods", |_, _, row| {
            list(row.facts.presence.delivery.iter().copied())
        }),
        column(
            "koperasi",
            Text,
            "Kode koperasi yang diikuti; kolom id di tabel koperasi",
            "Id of its cooperative in the table koperasi",
            |from, _, row| {
                maybe(row.links.cooperative.map(|id| from.catalog.cooperatives.get(id).common.slug.to_string()))
            },
        ),
        column(
            "program",
            List,
            "Kode program pembinaan yang pernah diikuti",
            "Ids of the programmes it took part in",
            |from, _, row| slugs(row.links.programmes.iter().map(|(id, _)| &from.catalog.programmes.get(*id).common)),
        ),
        column("siap_ekspor", Boolean, "Siap ekspor", "Ready for export", |_, _, row| {
            Cell::Boolean(row.facts.export.is_some())
        }),
        column("jumlah_produk", Integer, "Jumlah produk yang tampil", "Number of products shown", |from, at, _| {
            let ids = from.catalog.back.business_products.get(Id::new(at)).iter();
            whole(Some(ids.filter(|id| from.catalog.products.get(**id).common.status == Status::Published).count()))
        }),
        column("gambar", Url, "Alamat gambar utama", "Address of the main picture", |from, at, _| {
            maybe((from.picture)(Kind::Business, at))
        }),
        column("tautan", Url, "Alamat halamannya", "Address of its page", |from, _, row| {
            page(from, Kind::Business, &row.common)
        }),
        column("diperbarui", Date, "Terakhir diubah", "Last changed", |_, _, row| day(row.common.freshness())),
        column("diperiksa", Date, "Terakhir diperiksa petugas", "Last checked by staff", |_, _, row| {
            day(row.common.checked)
        }),
    ]
}
