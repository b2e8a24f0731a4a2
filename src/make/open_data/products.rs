//! Columns of the table of products. Closures that capture nothing become the functions that fill them.

use super::ColumnKind;
use super::cell::{
    Cell, day, days, district, indonesian, list, maybe, page, permit, seller_common, slugs, text, village, whole,
};
use super::source::{Source, column};
use crate::model::{Kind, PermitKind, Price, Product, Seller};

pub(super) fn columns() -> Vec<Source<Product>> {
    use ColumnKind::{Boolean, Date, Integer, List, Month, Number, Text, Url};
    vec![
        column(
            "id",
            Text,
            "Kode tetap produk, bagian akhir alamat halamannya",
            "Stable id: the last part of the page's address",
            |_, _, row: &Product| text(&*row.common.slug),
        ),
        column("nama", Text, "Nama produk", "Product name in Indonesian", |_, _, row| text(&row.common.name.id)),
        column("nama_en", Text, "Nama dalam bahasa Inggris, bila ada", "Name in English, if any", |_, _, row| {
            maybe(row.common.name.en.as_deref())
        }),
        column("ringkas", Text, "Ringkasan satu kalimat", "One-sentence summary in Indonesian", |_, _, row| {
            maybe(row.common.summary.as_ref().map(|text| text.id.as_str()))
        }),
        column("kategori", Text, "Kode kategori", "Id of the category", |from, _, row| {
            text(&from.catalog.categories.get(row.facts.category).slug)
        }),
        column("kategori_nama", Text, "Nama kategori", "Name of the category", |from, _, row| {
            text(&from.catalog.categories.get(row.facts.category).name.id)
        }),
        column("kategori_induk", Text, "Kode kategori induk", "Id of the parent category", |from, _, row| {
            text(&from.catalog.categories.get(from.catalog.top_category(row.facts.category)).slug)
        }),
        column(
            "penjual_jenis",
            Text,
            "umkm atau koperasi",
            "umkm (business) or koperasi (cooperative)",
            |_, _, row| {
                text(match row.links.seller {
                    Seller::Business(_) => "umkm",
                    Seller::Cooperative(_) => "koperasi",
                })
            },
        ),
        column(
            "penjual",
            Text,
            "Kode penjual; kolom id di tabel umkm atau koperasi",
            "Id of the seller in the table umkm or koperasi",
            |from, _, row| text(&*seller_common(from.catalog, row.links.seller).slug),
        ),
        column("penjual_nama", Text, "Nama penjual", "Name of the seller", |from, _, row| {
            text(&seller_common(from.catalog, row.links.seller).name.id)
        }),
        column("kecamatan", Text, "Kecamatan penjual", "District of the seller", |from, _, row| {
            district(from, from.catalog.place_of_seller(row.links.seller))
        }),
        column("kelurahan", Text, "Kelurahan penjual", "Neighbourhood (kelurahan) of the seller", |from, _, row| {
            village(from, from.catalog.place_of_seller(row.links.seller))
        }),
        column(
            "harga_jenis",
            Text,
            "tetap, rentang, mulai, atau tanya",
            "tetap (exact), rentang (range), mulai (from) or tanya (on request)",
            |_, _, row| {
                text(match row.facts.price {
                    Price::Exact(_) => "tetap",
                    Price::Range(..) => "rentang",
                    Price::From(_) => "mulai",
                    Price::Ask => "tanya",
                })
            },
        ),
        column("harga_min", Integer, "Harga terendah dalam rupiah", "Lowest price in rupiah", |_, _, row| {
            whole(row.facts.price.lowest())
        }),
        column("harga_maks", Integer, "Harga tertinggi dalam rupiah", "Highest price in rupiah", |_, _, row| {
            whole(row.facts.price.highest())
        }),
        column("satuan", Text, "Satuan harga", "Unit of the price", |from, _, row| {
            text(&from.catalog.units.get(row.facts.unit).slug)
        }),
        column("harga_bulan", Month, "Bulan harga itu berlaku", "Month in which the price was given", |_, _, row| {
            maybe(row.facts.price_month.map(|month| month.to_string()))
        }),
        column(
            "stok",
            Text,
            "siap, terbatas, po, pesanan, musiman, habis, atau berhenti",
            "siap (in stock), terbatas (few left), po (pre-order), pesanan (made to order), musiman (seasonal), \
             habis (sold out) or berhenti (discontinued)",
            |_, _, row| text(row.facts.stock.word()),
        ),
        column("hari_min", Integer, "Hari pengerjaan paling sedikit", "Fewest days until it is ready", |_, _, row| {
            whole(days(&row.facts.stock).map(|days| days.least))
        }),
        column("hari_maks", Integer, "Hari pengerjaan paling banyak", "Most days until it is ready", |_, _, row| {
            whole(days(&row.facts.stock).map(|days| days.most))
        }),
        column(
            "pesanan_min",
            Integer,
            "Pesanan paling sedikit, dalam satuan harga",
            "Smallest order, in the unit of the price",
            |_, _, row| whole(row.facts.least_order),
        ),
        column("pilihan", List, "Varian yang bisa dipilih", "Variants to choose from", |_, _, row| {
            list(row.facts.variants.iter().map(|variant| variant.name.clone()))
        }),
        column("bahan", List, "Bahan", "Materials", |_, _, row| indonesian(&row.facts.materials)),
        column("komposisi", List, "Komposisi (pangan)", "Ingredients (food)", |_, _, row| {
            indonesian(&row.facts.ingredients)
        }),
        column("alergen", List, "Alergen (pangan)", "Allergens (food)", |_, _, row| indonesian(&row.facts.allergens)),
        column("berat_g", Integer, "Berat kirim dalam gram", "Shipping weight in grams", |_, _, row| {
            whole(row.facts.weight_g)
        }),
        column("isi", Text, "Isi bersih, seperti tertulis", "Net content, as written", |_, _, row| {
            maybe(row.facts.content.as_deref())
        }),
        column("ukuran", Text, "Ukuran, seperti tertulis", "Size, as written", |_, _, row| {
            maybe(row.facts.size.as_ref().map(|size| size.id.as_str()))
        }),
        column("pirt", Text, "Nomor P-IRT yang masih berlaku", "Valid P-IRT (home food) number", |from, _, row| {
            permit(from, &row.facts.proofs, PermitKind::Pirt)
        }),
        column("bpom", Text, "Nomor BPOM yang masih berlaku", "Valid BPOM (food and drug) number", |from, _, row| {
            permit(from, &row.facts.proofs, PermitKind::Bpom)
        }),
        column("halal", Text, "Nomor sertifikat halal", "Halal certificate number", |from, _, row| {
            permit(from, &row.facts.proofs, PermitKind::Halal)
        }),
        column("sni", Text, "Nomor SNI", "SNI (national standard) number", |from, _, row| {
            permit(from, &row.facts.proofs, PermitKind::Sni)
        }),
        column(
            "tkdn_persen",
            Number,
            "Tingkat komponen dalam negeri, persen",
            "Share of local content, percent",
            |from, _, row| {
                let valid = row.facts.proofs.iter().find(|proof| {
                    proof.kind == PermitKind::LocalContent && !proof.is_expired(from.today) && !from.site.sample
                });
                valid.and_then(|proof| proof.percent).map_or(Cell::Nothing, Cell::Number)
            },
        ),
        column(
            "inovasi",
            List,
            "Kode inovasi di baliknya; kolom id di tabel inovasi",
            "Ids of the innovations behind it, in the table inovasi",
            |from, _, row| slugs(row.links.innovations.iter().map(|id| &from.catalog.innovations.get(*id).common)),
        ),
        column("siap_ekspor", Boolean, "Siap diekspor", "Ready for export", |_, _, row| {
            Cell::Boolean(row.facts.export.is_some())
        }),
        column(
            "e_katalog",
            Boolean,
            "Ada di katalog elektronik pemerintah",
            "In the government's electronic catalogue",
            |_, _, row| Cell::Boolean(row.facts.e_catalogue),
        ),
        column("gambar", Url, "Alamat gambar utama", "Address of the main picture", |from, at, _| {
            maybe((from.picture)(Kind::Product, at))
        }),
        column("tautan", Url, "Alamat halamannya", "Address of its page", |from, _, row| {
            page(from, Kind::Product, &row.common)
        }),
        column("diperbarui", Date, "Terakhir diubah", "Last changed", |_, _, row| day(row.common.freshness())),
        column("diperiksa", Date, "Terakhir diperiksa petugas", "Last checked by staff", |_, _, row| {
            day(row.common.checked)
        }),
    ]
}
