//! The examples of `etalase explain`: what stands before has the mistake, what stands after does not.

use etalase::bahasa::Language;
use etalase::diagnostic::{Code, Read};
use etalase::model::{
    Date, Email, Kbli, Link, LinkKind, Moment, Nib, Nmid, OpeningHours, PermitKind, PermitNumber, Phone, Price, Scalar,
    Season, When, YearMonth,
};

/// The value of a field in a snippet, as YAML sees it.
fn value<'a>(snippet: &'a str, key: &str) -> Scalar<'a> {
    let line = snippet.lines().find_map(|line| line.trim_start_matches([' ', '-']).strip_prefix(&format!("{key}: ")));
    let text = line.unwrap_or_else(|| panic!("no {key} in\n{snippet}"));
    match text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => Scalar::quoted(inner),
        None => Scalar::plain(text),
    }
}

/// The codes that a reader gives.
fn codes<T>(read: Read<T>) -> Vec<Code> {
    match read {
        Ok(reading) => reading.remarks.into_iter().map(|finding| finding.code).collect(),
        Err(finding) => vec![finding.code],
    }
}

/// What the reader of a field makes of a value.
fn read(key: &str, value: Scalar<'_>) -> Vec<Code> {
    let text = value.text;
    match key {
        "harga" => codes(Price::read(value)),
        "diperiksa_pada" => codes(Date::read(text)),
        "mulai" => codes(When::read(text)),
        "harga_per" => codes(YearMonth::read(text)),
        "bulan" => codes(Season::read(text)),
        "jam" => codes(OpeningHours::read(text)),
        "whatsapp" => codes(Phone::read(text)),
        "telepon" => codes(Phone::read_telephone(text)),
        "surel" => codes(Email::read(text)),
        "nib" => codes(Nib::read(text)),
        "nmid" => codes(Nmid::read(text)),
        "kbli" => codes(Kbli::read(text.trim_matches(['[', ']', '"']))),
        _ => {
            let kind =
                LinkKind::shop(key).or_else(|| LinkKind::contact(key)).unwrap_or_else(|| panic!("no reader of {key}"));
            codes(Link::read(kind, text))
        }
    }
}

fn check(code: Code, before: Vec<Code>, after: Vec<Code>) {
    assert!(before.contains(&code), "{code}: the example has no such mistake, but {before:?}");
    assert!(after.is_empty(), "{code}: the mended example has {after:?}");
}

#[test]
fn fields() {
    for (code, key) in [
        (Code::ProdHarga, "harga"),
        (Code::ProdHargaTitik, "harga"),
        (Code::ProdHargaNol, "harga"),
        (Code::ProdHargaWajar, "harga"),
        (Code::ProdHargaRentang, "harga"),
        (Code::ProdHargaBaca, "harga"),
        (Code::ProdMusim, "bulan"),
        (Code::UmumTanggal, "diperiksa_pada"),
        (Code::UmumTanggalRancu, "mulai"),
        (Code::UmumTanggalHari, "mulai"),
        (Code::UmumBulan, "harga_per"),
        (Code::AgendaZona, "mulai"),
        (Code::UmkmJam, "jam"),
        (Code::UmkmNib, "nib"),
        (Code::UmkmNibPalsu, "nib"),
        (Code::UmkmKbli, "kbli"),
        (Code::WaKarakter, "whatsapp"),
        (Code::WaPanjang, "whatsapp"),
        (Code::WaFormat, "whatsapp"),
        (Code::WaNegara, "whatsapp"),
        (Code::Wa620, "whatsapp"),
        (Code::WaGrup, "whatsapp"),
        (Code::WaPendek, "whatsapp"),
        (Code::WaRumah, "whatsapp"),
        (Code::KontakTelepon, "telepon"),
        (Code::KontakSurel, "surel"),
        (Code::QrisNmid, "nmid"),
        (Code::TautanHttps, "tokopedia"),
        (Code::TautanBeranda, "tokopedia"),
        (Code::TautanLacak, "shopee"),
        (Code::TautanPendek, "shopee"),
        (Code::TautanRusak, "situs"),
        (Code::TautanNama, "instagram"),
    ] {
        let texts = code.texts(Language::Id);
        check(code, read(key, value(texts.before, key)), read(key, value(texts.after, key)));
    }
}

#[test]
fn times_of_events() {
    let texts = Code::UmumWaktu.texts(Language::Id);
    let read = |snippet| codes(Moment::read(value(snippet, "mulai").text));
    check(Code::UmumWaktu, read(texts.before), read(texts.after));
}

#[test]
fn links_to_the_wrong_place() {
    let texts = Code::TautanHost.texts(Language::Id);
    check(
        Code::TautanHost,
        read("gofood", value(texts.before, "gofood")),
        read("shopee", value(texts.after, "shopee")),
    );
    let texts = Code::TautanBukalapak.texts(Language::Id);
    let before = read("bukalapak", value(texts.before, "bukalapak"));
    check(Code::TautanBukalapak, before, read("tokopedia", value(texts.after, "tokopedia")));
}

#[test]
fn numbers_of_permits() {
    let today = Date::new(2026, 11, 24).expect("a day");
    for (code, kind) in [
        (Code::PirtFormat, PermitKind::Pirt),
        (Code::PirtLama, PermitKind::Pirt),
        (Code::PirtKedaluwarsa, PermitKind::Pirt),
        (Code::PirtSegera, PermitKind::Pirt),
        (Code::PirtWilayah, PermitKind::Pirt),
        (Code::PirtKemasan, PermitKind::Pirt),
        (Code::BpomFormat, PermitKind::Bpom),
        (Code::BpomMl, PermitKind::Bpom),
        (Code::HalalFormat, PermitKind::Halal),
        (Code::HalalLama, PermitKind::Halal),
        (Code::HalalKh, PermitKind::Halal),
        (Code::HalalId, PermitKind::Halal),
        (Code::SniFormat, PermitKind::Sni),
        (Code::HkiFormat, PermitKind::Trademark),
    ] {
        let texts = code.texts(Language::Id);
        let read = |snippet| codes(PermitNumber::read(kind, value(snippet, "nomor").text, today));
        check(code, read(texts.before), read(texts.after));
    }
}
