//! The facets of specification 9.4 that are the same for every site. Categories, places, prices and dates are not here:
//! every index has them. Facets whose values come from the content (materials, topics, years) are added by the caller.

use super::document::{FacetDefinition, FacetLogic, FacetValue};

/// One value: slug, Indonesian label, English label, phrases that choose it in a query, parted by commas.
type Row = (&'static str, &'static str, &'static str, &'static str);

const STOCK: [Row; 6] = [
    ("siap", "Siap kirim", "In stock", "siap kirim, ready stock, ready, stok ada, in stock"),
    ("terbatas", "Stok terbatas", "Limited stock", "stok terbatas, limited stock"),
    ("po", "Pre-order", "Pre-order", "pre order, preorder, inden, pesan dahulu, pesan dulu"),
    ("pesanan", "Dibuat sesuai pesanan", "Made to order", "sesuai pesanan"),
    ("musiman", "Musiman", "Seasonal", "musiman, seasonal"),
    ("habis", "Stok habis", "Out of stock", ""),
];

const PERMITS: [Row; 6] = [
    ("pirt", "P-IRT", "Home-food permit (P-IRT)", "pirt, p irt, izin pirt"),
    ("bpom", "BPOM", "BPOM registered", "bpom"),
    ("halal", "Halal", "Halal certified", "halal, sertifikat halal, bersertifikat halal, halal certified"),
    ("sni", "SNI", "National standard (SNI)", "sni"),
    ("merek", "Merek/HKI terdaftar", "Registered trademark/IP", "hki merek, hki, merek terdaftar"),
    ("tkdn", "TKDN", "Local content (TKDN)", "tkdn"),
];

const WAYS: [Row; 5] = [
    ("whatsapp", "WhatsApp", "WhatsApp", ""),
    ("lokapasar", "Lokapasar", "Marketplace", ""),
    ("pesan-antar", "Pesan antar", "Delivery app", "pesan antar"),
    ("datang", "Datang langsung", "Visit the workshop", "datang langsung"),
    ("ekatalog", "e-Katalog", "Government e-Catalogue", "e katalog, ekatalog, katalog elektronik"),
];

const SELLERS: [Row; 2] = [("umkm", "UMKM", "Small business", ""), ("koperasi", "Koperasi", "Cooperative", "")];

const TRAITS: [Row; 5] = [
    ("custom", "Bisa pesan khusus", "Made to order available", "pesan khusus, custom, kustom, made to order"),
    ("grosir", "Ada harga grosir", "Wholesale price", "grosir, harga grosir, partai besar, wholesale"),
    ("ekspor", "Siap ekspor", "Export ready", "ekspor, siap ekspor, export"),
    ("inovasi", "Hasil inovasi", "Made with an innovation", "hasil inovasi"),
    ("baru", "Baru", "New", "produk baru, new arrival"),
];

/// Stock, permits, ways to buy, sellers and traits of products.
pub fn standard_facets() -> Vec<FacetDefinition> {
    vec![
        facet("stok", "Ketersediaan", "Availability", FacetLogic::Any, true, &STOCK),
        facet("mutu", "Izin & sertifikat", "Permits & certificates", FacetLogic::All, true, &PERMITS),
        facet("beli", "Cara beli", "How to buy", FacetLogic::Any, false, &WAYS),
        facet("penjual", "Dijual oleh", "Sold by", FacetLogic::Any, false, &SELLERS),
        facet("sifat", "Sifat", "Features", FacetLogic::All, true, &TRAITS),
    ]
}

fn facet(key: &str, label: &str, label_en: &str, logic: FacetLogic, on_card: bool, rows: &[Row]) -> FacetDefinition {
    let values = rows.iter().map(|&(slug, label, label_en, phrases)| FacetValue {
        slug: slug.to_owned(),
        label: label.to_owned(),
        label_en: label_en.to_owned(),
        phrases: phrases
            .split(',')
            .map(|phrase| phrase.trim().to_owned())
            .filter(|phrase| !phrase.is_empty())
            .collect(),
    });
    FacetDefinition {
        key: key.to_owned(),
        label: label.to_owned(),
        label_en: label_en.to_owned(),
        logic,
        on_card,
        indexed: false,
        values: values.collect(),
    }
}
