//! Columns of the table of cooperatives. Closures that capture nothing become the functions that fill them.

use super::ColumnKind;
use super::cell::{Cell, day, district, indonesian, list, maybe, page, slugs, text, village, whole};
use super::source::{Source, column};
use crate::model::{Cooperative, Id, Kind, Status};

pub(super) fn columns() -> Vec<Source<Cooperative>> {
    use ColumnKind::{Boolean, Date, Integer, List, Month, Text, Url, Year};
    vec![
        column("id", Text, "Kode tetap koperasi", "Stable id of the cooperative", |_, _, row: &Cooperative| {
            text(&*row.common.slug)
        }),
        column("nama", Text, "Nama koperasi", "Name", |_, _, row| text(&row.common.name.id)),
        column("nama_en", Text, "Nama dalam bahasa Inggris, bila ada", "Name in English, if any", |_, _, row| {
            maybe(row.common.name.en.as_deref())
        }),
        column("ringkas", Text, "Ringkasan satu kalimat", "One-sentence summary in Indonesian", |_, _, row| {
            maybe(row.common.summary.as_ref().map(|text| text.id.as_str()))
        }),
        column(
            "jenis",
            Text,
            "konsumen, produsen, jasa, pemasaran, atau simpan_pinjam",
            "konsumen (consumer), produsen (producer), jasa (service), pemasaran (marketing) or \
             simpan_pinjam (savings and loan)",
            |_, _, row| text(row.facts.kind),
        ),
        column("pola", Text, "konvensional atau syariah", "konvensional (conventional) or syariah", |_, _, row| {
            maybe(row.facts.pattern)
        }),
        column(
            "bentuk",
            Text,
            "primer atau sekunder",
            "primer (of people) or sekunder (of cooperatives)",
            |_, _, row| text(row.facts.tier),
        ),
        column("kelompok", List, "Kelompok anggotanya", "Groups it is for", |_, _, row| {
            list(row.facts.groups.iter().copied())
        }),
        column("badan_hukum", Text, "Nomor badan hukum", "Legal entity number", |from, _, row| {
            maybe(row.facts.legal_number.as_deref().filter(|_| !from.site.sample))
        }),
        column("sejak", Year, "Tahun berdiri", "Year of founding", |_, _, row| {
            maybe(row.facts.since.map(|year| format!("{year:04}")))
        }),
        column("anggota", Integer, "Jumlah anggota", "Number of members", |_, _, row| {
            whole(row.facts.members.as_ref().map(|members| members.people))
        }),
        column("anggota_laki", Integer, "Anggota laki-laki", "Men among the members", |_, _, row| {
            whole(row.facts.members.as_ref().and_then(|members| members.men))
        }),
        column("anggota_perempuan", Integer, "Anggota perempuan", "Women among the members", |_, _, row| {
            whole(row.facts.members.as_ref().and_then(|members| members.women))
        }),
        column("anggota_per", Month, "Bulan penghitungan anggota", "Month of the count of members", |_, _, row| {
            maybe(row.facts.members.as_ref().and_then(|members| members.as_of).map(|month| month.to_string()))
        }),
        column(
            "rat_terakhir",
            Year,
            "Tahun rapat anggota terakhir",
            "Year of the last members' meeting",
            |_, _, row| maybe(row.facts.last_meeting.map(|year| format!("{year:04}"))),
        ),
        column("khusus_anggota", Boolean, "Layanan hanya untuk anggota", "Services for members only", |_, _, row| {
            Cell::Boolean(row.facts.members_only)
        }),
        column("unit_usaha", List, "Unit usaha", "Business units", |_, _, row| indonesian(&row.facts.units)),
        column(
            "umkm_anggota",
            List,
            "Kode UMKM anggota; kolom id di tabel umkm",
            "Ids of member businesses in the table umkm",
            |from, at, _| {
                slugs(
                    from.catalog
                        .back
                        .cooperative_members
                        .get(Id::new(at))
                        .iter()
                        .map(|id| &from.catalog.businesses.get(*id).common)
                        .filter(|common| common.status == Status::Published),
                )
            },
        ),
        column("kecamatan", Text, "Kecamatan", "District", |from, _, row| district(from, row.facts.presence.place)),
        column("kelurahan", Text, "Kelurahan", "Neighbourhood (kelurahan)", |from, _, row| {
            village(from, row.facts.presence.place)
        }),
        column("tautan", Url, "Alamat halamannya", "Address of its page", |from, _, row| {
            page(from, Kind::Cooperative, &row.common)
        }),
        column("diperbarui", Date, "Terakhir diubah", "Last changed", |_, _, row| day(row.common.freshness())),
        column("diperiksa", Date, "Terakhir diperiksa petugas", "Last checked by staff", |_, _, row| {
            day(row.common.checked)
        }),
    ]
}
