//! How to reach a seller or an office. What the consent does not cover is not here.

use serde::Serialize;

/// All ways to reach somebody.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Contact {
    /// Sample content: buttons open an explanation, every `url` below is `None`.
    pub sample: bool,
    /// WhatsApp with the text for this page.
    pub whatsapp: Option<WhatsApp>,
    /// Second WhatsApp button for bulk orders.
    pub wholesale: Option<WhatsApp>,
    /// Telephone, e-mail, own site, social media, in this order.
    pub ways: Vec<Way>,
    /// Marketplaces and delivery apps.
    pub shops: Vec<Way>,
    /// "Terima kunjungan dengan janji", "Datang langsung"; `None` when visitors are not received.
    pub visit: Option<String>,
    /// "Tunai", "Transfer", "QRIS".
    pub payments: Vec<String>,
    /// "Ambil sendiri", "Kurir toko".
    pub delivery: Vec<String>,
    /// Show "Cocokkan nama penerima sebelum membayar".
    pub qris: bool,
    /// Said instead when no way is open: `beli.tak_ada` or `kosong.kontak`, filled in.
    pub none: Option<String>,
    /// Where to turn instead (cooperative, office).
    pub instead: Vec<super::text::Link>,
}

/// A WhatsApp button.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WhatsApp {
    /// "Pesan lewat WhatsApp".
    pub label: String,
    /// `https://wa.me/…?text=…` for the case without script; `None` in sample mode.
    pub url: Option<String>,
    /// Number as people write it, "0812-0000-0001".
    pub number: String,
    /// Digits for the script, "6281200000001"; `None` in sample mode.
    pub digits: Option<String>,
    /// `tel:+62…`; `None` in sample mode.
    pub tel: Option<String>,
}

/// Any other way: label, visible host or number, address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Way {
    /// Icon name: `telepon`, `surel`, `situs`, `instagram`, `facebook`, `tiktok`, `youtube`, `toko`, `antar`, `katalog`.
    pub icon: String,
    /// "Beli di Tokopedia", "Telepon".
    pub label: String,
    /// "tokopedia.com", "021-5550-1234", "@contoh": printed beside the label.
    pub shown: String,
    /// Address; `None` in sample mode.
    pub url: Option<String>,
}

/// Opening hours of a week.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Hours {
    /// One row per run of equal days.
    pub rows: Vec<HoursRow>,
    /// For the browser: ISO weekday and minutes of the day in WIB, "1 480-1020,2 480-1020,6 540-720"; a day not named is closed.
    pub spec: String,
    /// Free remark ("libur nasional tutup").
    pub note: Option<String>,
}

/// "Senin–Jumat", "08.00–17.00".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HoursRow {
    /// Days.
    pub days: String,
    /// Times, or "Tutup".
    pub times: String,
}
