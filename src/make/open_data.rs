//! Open data: products, businesses, cooperatives and innovations as CSV and JSON, and a description of both
//! (Frictionless Data Package).
//!
//! A column is declared once, with its name, its type, its meaning in both languages and how it is filled; the files,
//! the description and the documentation page all come from that. Column names are stable: a column may be added, none is
//! renamed. Contacts and street addresses are left out on purpose: an owner allowed them on a page, which can be taken
//! back, and not in a table that anybody copies. Permit numbers are left out of a sample site.

use serde_json::{Map, Value, json};

use crate::bahasa::Language;
use crate::config::Site;
use crate::model::{
    AdopterLink, Bilingual, Business, Catalog, Common, Cooperative, Date, Days, Id, Innovation, Kind, PermitKind, PlaceId,
    Presence, Price, Product, Proof, Seller, SellerId, Status, Stock,
};
use crate::plan::{address, files};

/// Between the values of a list in one CSV cell.
const LIST_SIGN: &str = " | ";

/// Type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text.
    Text,
    /// Whole number.
    Integer,
    /// Number with a fraction.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `2026-11-24`.
    Date,
    /// `2026-11`.
    Month,
    /// `2026`.
    Year,
    /// Address of a page or picture.
    Url,
    /// Several texts: a list in JSON, parted by ` | ` in CSV.
    List,
}

impl ColumnKind {
    /// Its name in a Table Schema.
    const fn schema(self) -> (&'static str, Option<&'static str>) {
        match self {
            ColumnKind::Text | ColumnKind::List => ("string", None),
            ColumnKind::Integer => ("integer", None),
            ColumnKind::Number => ("number", None),
            ColumnKind::Boolean => ("boolean", None),
            ColumnKind::Date => ("date", None),
            ColumnKind::Month => ("yearmonth", None),
            ColumnKind::Year => ("year", None),
            ColumnKind::Url => ("string", Some("uri")),
        }
    }

    /// Its name for people.
    pub const fn name(self, language: Language) -> &'static str {
        let (id, en) = match self {
            ColumnKind::Text => ("teks", "text"),
            ColumnKind::Integer => ("bilangan bulat", "whole number"),
            ColumnKind::Number => ("bilangan", "number"),
            ColumnKind::Boolean => ("true/false", "true/false"),
            ColumnKind::Date => ("tanggal (YYYY-MM-DD)", "date (YYYY-MM-DD)"),
            ColumnKind::Month => ("bulan (YYYY-MM)", "month (YYYY-MM)"),
            ColumnKind::Year => ("tahun", "year"),
            ColumnKind::Url => ("alamat web", "web address"),
            ColumnKind::List => ("daftar", "list"),
        };
        match language {
            Language::Id => id,
            Language::En => en,
        }
    }
}

/// A column, as documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Name in the files; never changes.
    pub name: &'static str,
    /// Type.
    pub kind: ColumnKind,
    /// Meaning, Indonesian.
    pub id: &'static str,
    /// Meaning, English.
    pub en: &'static str,
}

/// A table, as documented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Documentation {
    /// Name of its files.
    pub name: &'static str,
    /// Title.
    pub title: &'static str,
    /// What a row is.
    pub text: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
enum Cell {
    Nothing,
    Text(String),
    Integer(i64),
    Number(f64),
    Boolean(bool),
    List(Vec<String>),
}

/// A filled table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    sheet: &'static Sheet,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

/// What a table is called.
#[derive(Debug, PartialEq, Eq)]
struct Sheet {
    name: &'static str,
    title: [&'static str; 2],
    text: [&'static str; 2],
}

const PRODUCTS: Sheet = Sheet {
    name: "produk",
    title: ["Produk", "Products"],
    text: [
        "Satu baris untuk satu produk atau jasa UMKM dan koperasi: nama, kategori, harga, ketersediaan, izin, dan pembuatnya.",
        "One row for each product or service of a small business or cooperative: name, category, price, availability, permits and maker.",
    ],
};
const BUSINESSES: Sheet = Sheet {
    name: "umkm",
    title: ["UMKM", "Small businesses"],
    text: [
        "Satu baris untuk satu usaha mikro, kecil, atau menengah yang pemiliknya setuju dimuat di etalase.",
        "One row for each micro, small or medium business whose owner agreed to be in the showcase.",
    ],
};
const COOPERATIVES: Sheet = Sheet {
    name: "koperasi",
    title: ["Koperasi", "Cooperatives"],
    text: [
        "Satu baris untuk satu koperasi: jenis, anggota, badan hukum, unit usaha, dan UMKM anggotanya.",
        "One row for each cooperative: kind, members, legal entity, business units and member businesses.",
    ],
};
const INNOVATIONS: Sheet = Sheet {
    name: "inovasi",
    title: ["Inovasi", "Innovations"],
    text: [
        "Satu baris untuk satu inovasi: tingkat kesiapterapan, status, hasil terukur, pengembang, dan penerapnya.",
        "One row for each innovation: readiness level, status, measured results, developers and adopters.",
    ],
};

/// What the columns are filled from.
struct From<'a> {
    catalog: &'a Catalog,
    site: &'a Site,
    today: Date,
    picture: &'a dyn Fn(Kind, usize) -> Option<String>,
}

/// A column and how it is filled.
struct Source<T: 'static> {
    column: Column,
    fill: fn(&From<'_>, usize, &T) -> Cell,
}

const fn column<T>(
    name: &'static str,
    kind: ColumnKind,
    id: &'static str,
    en: &'static str,
    fill: fn(&From<'_>, usize, &T) -> Cell,
) -> Source<T> {
    Source { column: Column { name, kind, id, en }, fill }
}

/// All tables. `picture` gives the absolute address of the main picture of a product or business (kind, position).
pub fn tables(
    catalog: &Catalog,
    site: &Site,
    today: Date,
    picture: &dyn Fn(Kind, usize) -> Option<String>,
) -> Vec<Table> {
    let from = From { catalog, site, today, picture };
    vec![
        fill(&PRODUCTS, &product_columns(), &from, catalog.products.rows(), |row| &row.common),
        fill(&BUSINESSES, &business_columns(), &from, catalog.businesses.rows(), |row| &row.common),
        fill(&COOPERATIVES, &cooperative_columns(), &from, catalog.cooperatives.rows(), |row| &row.common),
        fill(&INNOVATIONS, &innovation_columns(), &from, catalog.innovations.rows(), |row| &row.common),
    ]
}

/// The documentation of all tables.
pub fn documentation(language: Language) -> Vec<Documentation> {
    let of = |sheet: &'static Sheet, columns: Vec<Column>| {
        let at = language.pick(0, 1);
        Documentation { name: sheet.name, title: sheet.title[at], text: sheet.text[at], columns }
    };
    vec![
        of(&PRODUCTS, names(&product_columns())),
        of(&BUSINESSES, names(&business_columns())),
        of(&COOPERATIVES, names(&cooperative_columns())),
        of(&INNOVATIONS, names(&innovation_columns())),
    ]
}

fn names<T>(columns: &[Source<T>]) -> Vec<Column> {
    columns.iter().map(|source| source.column).collect()
}

fn fill<T>(
    sheet: &'static Sheet,
    columns: &[Source<T>],
    from: &From<'_>,
    rows: &[T],
    common: fn(&T) -> &Common,
) -> Table {
    let listed = rows.iter().enumerate().filter(|(_, row)| common(row).status == Status::Published);
    let row = |(at, row): (usize, &T)| columns.iter().map(|source| (source.fill)(from, at, row)).collect();
    Table { sheet, columns: names(columns), rows: listed.map(row).collect() }
}

impl Table {
    /// Name of its files, `produk`.
    pub fn name(&self) -> &'static str {
        self.sheet.name
    }

    /// Title and description in a language.
    pub fn about(&self, language: Language) -> (&'static str, &'static str) {
        let at = language.pick(0, 1);
        (self.sheet.title[at], self.sheet.text[at])
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// None?
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table as CSV (RFC 4180, UTF-8, header row).
    ///
    /// # Errors
    /// Only those of the writer, which writes to memory.
    pub fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(self.columns.iter().map(|column| column.name))?;
        for row in &self.rows {
            writer.write_record(row.iter().map(Cell::as_csv))?;
        }
        writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
    }

    /// The table as JSON: what it is, under which licence, and its rows as objects.
    pub fn json(&self, site: &Site, today: Date) -> String {
        let object = |row: &Vec<Cell>| {
            let pairs = self.columns.iter().zip(row).map(|(column, cell)| (column.name.to_owned(), cell.as_json()));
            Value::Object(pairs.collect::<Map<String, Value>>())
        };
        let whole = json!({
            "judul": format!("{} · {}", self.sheet.title[0], site.name.id),
            "contoh": site.sample,
            "tanggal": today.to_string(),
            "lisensi": files::LICENCE.url,
            "keterangan": site.base.absolute(files::DATA_PACKAGE),
            "jumlah": self.rows.len(),
            "baris": self.rows.iter().map(object).collect::<Vec<_>>(),
        });
        format!("{whole}\n")
    }
}

impl Cell {
    fn as_json(&self) -> Value {
        match self {
            Cell::Nothing => Value::Null,
            Cell::Text(text) => Value::from(text.as_str()),
            Cell::Integer(number) => Value::from(*number),
            Cell::Number(number) => Value::from(*number),
            Cell::Boolean(yes) => Value::from(*yes),
            Cell::List(items) => Value::from(items.as_slice()),
        }
    }

    fn as_csv(&self) -> String {
        match self {
            Cell::Nothing => String::new(),
            Cell::Text(text) => harmless(text),
            Cell::Integer(number) => number.to_string(),
            Cell::Number(number) => number.to_string(),
            Cell::Boolean(yes) => yes.to_string(),
            Cell::List(items) => harmless(&items.join(LIST_SIGN)),
        }
    }
}

/// Spreadsheets take a text that begins with one of these signs for a formula and run it. An apostrophe in front makes
/// it text; a number with its sign stays as it is.
fn harmless(text: &str) -> String {
    let mut signs = text.trim_start().chars();
    let formula = match signs.next() {
        Some('=' | '@') => true,
        Some('+' | '-') => !signs.next().is_some_and(|sign| sign.is_ascii_digit()),
        _ => text.starts_with(['\t', '\r']),
    };
    if formula { format!("'{text}") } else { text.to_owned() }
}

/// The description of all tables (`datapackage.json`).
pub fn data_package(tables: &[Table], site: &Site, today: Date) -> String {
    let licence = json!({ "name": files::LICENCE.name, "title": files::LICENCE.title, "path": files::LICENCE.url });
    let field = |column: &Column| {
        let (kind, format) = column.kind.schema();
        let mut field = json!({ "name": column.name, "type": kind, "description": format!("{} / {}", column.id, column.en) });
        if let (Some(format), Some(object)) = (format, field.as_object_mut()) {
            object.insert("format".to_owned(), Value::from(format));
        }
        field
    };
    let resource = |table: &Table| {
        json!({
            "name": table.name(),
            "path": format!("{}.csv", table.name()),
            "title": table.sheet.title.join(" / "),
            "description": table.sheet.text.join(" / "),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "profile": "tabular-data-resource",
            "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
            "schema": {
                "fields": table.columns.iter().map(field).collect::<Vec<_>>(),
                "primaryKey": "id",
                "missingValues": [""],
            },
        })
    };
    let whole = json!({
        "profile": "tabular-data-package",
        "name": "etalase",
        "title": format!("{} · {}", site.name.id, site.city.id),
        "description": site.tagline.id,
        "homepage": site.base.absolute("/"),
        "created": format!("{today}T00:00:00Z"),
        "licenses": [licence],
        "contributors": [{ "title": if site.office.name.trim().is_empty() { &site.name.id } else { &site.office.name }, "role": "publisher" }],
        "contoh": site.sample,
        "resources": tables.iter().map(resource).collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}

// Values.

fn text(value: impl Into<String>) -> Cell {
    let value = value.into();
    if value.trim().is_empty() { Cell::Nothing } else { Cell::Text(value) }
}

fn maybe<T: Into<String>>(value: Option<T>) -> Cell {
    value.map_or(Cell::Nothing, text)
}

fn whole<T: TryInto<i64>>(value: Option<T>) -> Cell {
    value.and_then(|value| value.try_into().ok()).map_or(Cell::Nothing, Cell::Integer)
}

fn day(value: Option<Date>) -> Cell {
    maybe(value.map(|day| day.to_string()))
}

fn list(values: impl IntoIterator<Item = impl Into<String>>) -> Cell {
    Cell::List(values.into_iter().map(Into::into).filter(|value: &String| !value.trim().is_empty()).collect())
}

fn indonesian(values: &[Bilingual]) -> Cell {
    list(values.iter().map(|value| value.id.clone()))
}

fn slugs<'a>(values: impl IntoIterator<Item = &'a Common>) -> Cell {
    list(values.into_iter().map(|common| common.slug.to_string()))
}

fn page(from: &From<'_>, kind: Kind, common: &Common) -> Cell {
    text(from.site.base.absolute(&address::entry(kind, &common.slug, Language::Id)))
}

fn district(from: &From<'_>, place: Option<PlaceId>) -> Cell {
    maybe(place.and_then(|place| from.catalog.places.district(place)).map(|district| district.name.as_str()))
}

fn village(from: &From<'_>, place: Option<PlaceId>) -> Cell {
    maybe(place.and_then(|place| from.catalog.places.village(place)).map(|village| village.name.as_str()))
}

fn postcode(from: &From<'_>, presence: &Presence) -> Cell {
    let village = presence.place.and_then(|place| from.catalog.places.village(place));
    maybe(presence.postcode.as_deref().or(village.map(|village| village.postcode.as_str())))
}

/// The number of a permit that is valid today.
fn permit(from: &From<'_>, proofs: &[Proof], kind: PermitKind) -> Cell {
    let valid = |proof: &&Proof| proof.kind == kind && !proof.is_expired(from.today) && !from.site.sample;
    maybe(proofs.iter().find(valid).and_then(|proof| proof.number.clone()))
}

fn seller_common(catalog: &Catalog, seller: SellerId) -> &Common {
    match seller {
        Seller::Business(id) => &catalog.businesses.get(id).common,
        Seller::Cooperative(id) => &catalog.cooperatives.get(id).common,
    }
}

fn days(stock: &Stock) -> Option<Days> {
    match stock {
        Stock::PreOrder(days) | Stock::MadeToOrder(days) | Stock::Seasonal(_, Some(days)) => Some(*days),
        _ => None,
    }
}

// Columns. Non-capturing closures become the functions that fill them.

fn product_columns() -> Vec<Source<Product>> {
    use ColumnKind::{Boolean, Date, Integer, List, Month, Number, Text, Url};
    vec![
        column("id", Text, "Kode tetap produk, bagian akhir alamat halamannya", "Stable id: the last part of the page's address", |_, _, row: &Product| text(&*row.common.slug)),
        column("nama", Text, "Nama produk", "Product name in Indonesian", |_, _, row| text(&row.common.name.id)),
        column("nama_en", Text, "Nama dalam bahasa Inggris, bila ada", "Name in English, if any", |_, _, row| maybe(row.common.name.en.as_deref())),
        column("ringkas", Text, "Ringkasan satu kalimat", "One-sentence summary in Indonesian", |_, _, row| maybe(row.common.summary.as_ref().map(|text| text.id.as_str()))),
        column("kategori", Text, "Kode kategori", "Id of the category", |from, _, row| text(&from.catalog.categories.get(row.facts.category).slug)),
        column("kategori_nama", Text, "Nama kategori", "Name of the category", |from, _, row| text(&from.catalog.categories.get(row.facts.category).name.id)),
        column("kategori_induk", Text, "Kode kategori induk", "Id of the parent category", |from, _, row| text(&from.catalog.categories.get(from.catalog.top_category(row.facts.category)).slug)),
        column("penjual_jenis", Text, "umkm atau koperasi", "umkm (business) or koperasi (cooperative)", |_, _, row| text(match row.links.seller { Seller::Business(_) => "umkm", Seller::Cooperative(_) => "koperasi" })),
        column("penjual", Text, "Kode penjual; kolom id di tabel umkm atau koperasi", "Id of the seller in the table umkm or koperasi", |from, _, row| text(&*seller_common(from.catalog, row.links.seller).slug)),
        column("penjual_nama", Text, "Nama penjual", "Name of the seller", |from, _, row| text(&seller_common(from.catalog, row.links.seller).name.id)),
        column("kecamatan", Text, "Kecamatan penjual", "District of the seller", |from, _, row| district(from, from.catalog.place_of_seller(row.links.seller))),
        column("kelurahan", Text, "Kelurahan penjual", "Neighbourhood (kelurahan) of the seller", |from, _, row| village(from, from.catalog.place_of_seller(row.links.seller))),
        column("harga_jenis", Text, "tetap, rentang, mulai, atau tanya", "tetap (exact), rentang (range), mulai (from) or tanya (on request)", |_, _, row| text(match row.facts.price { Price::Exact(_) => "tetap", Price::Range(..) => "rentang", Price::From(_) => "mulai", Price::Ask => "tanya" })),
        column("harga_min", Integer, "Harga terendah dalam rupiah", "Lowest price in rupiah", |_, _, row| whole(row.facts.price.lowest())),
        column("harga_maks", Integer, "Harga tertinggi dalam rupiah", "Highest price in rupiah", |_, _, row| whole(row.facts.price.highest())),
        column("satuan", Text, "Satuan harga", "Unit of the price", |from, _, row| text(&from.catalog.units.get(row.facts.unit).slug)),
        column("harga_bulan", Month, "Bulan harga itu berlaku", "Month in which the price was given", |_, _, row| maybe(row.facts.price_month.map(|month| month.to_string()))),
        column("stok", Text, "siap, terbatas, po, pesanan, musiman, habis, atau berhenti", "siap (in stock), terbatas (few left), po (pre-order), pesanan (made to order), musiman (seasonal), habis (sold out) or berhenti (discontinued)", |_, _, row| text(row.facts.stock.word())),
        column("hari_min", Integer, "Hari pengerjaan paling sedikit", "Fewest days until it is ready", |_, _, row| whole(days(&row.facts.stock).map(|days| days.least))),
        column("hari_maks", Integer, "Hari pengerjaan paling banyak", "Most days until it is ready", |_, _, row| whole(days(&row.facts.stock).map(|days| days.most))),
        column("pesanan_min", Integer, "Pesanan paling sedikit, dalam satuan harga", "Smallest order, in the unit of the price", |_, _, row| whole(row.facts.least_order)),
        column("pilihan", List, "Varian yang bisa dipilih", "Variants to choose from", |_, _, row| list(row.facts.variants.iter().map(|variant| variant.name.clone()))),
        column("bahan", List, "Bahan", "Materials", |_, _, row| indonesian(&row.facts.materials)),
        column("komposisi", List, "Komposisi (pangan)", "Ingredients (food)", |_, _, row| indonesian(&row.facts.ingredients)),
        column("alergen", List, "Alergen (pangan)", "Allergens (food)", |_, _, row| indonesian(&row.facts.allergens)),
        column("berat_g", Integer, "Berat kirim dalam gram", "Shipping weight in grams", |_, _, row| whole(row.facts.weight_g)),
        column("isi", Text, "Isi bersih, seperti tertulis", "Net content, as written", |_, _, row| maybe(row.facts.content.as_deref())),
        column("ukuran", Text, "Ukuran, seperti tertulis", "Size, as written", |_, _, row| maybe(row.facts.size.as_ref().map(|size| size.id.as_str()))),
        column("pirt", Text, "Nomor P-IRT yang masih berlaku", "Valid P-IRT (home food) number", |from, _, row| permit(from, &row.facts.proofs, PermitKind::Pirt)),
        column("bpom", Text, "Nomor BPOM yang masih berlaku", "Valid BPOM (food and drug) number", |from, _, row| permit(from, &row.facts.proofs, PermitKind::Bpom)),
        column("halal", Text, "Nomor sertifikat halal", "Halal certificate number", |from, _, row| permit(from, &row.facts.proofs, PermitKind::Halal)),
        column("sni", Text, "Nomor SNI", "SNI (national standard) number", |from, _, row| permit(from, &row.facts.proofs, PermitKind::Sni)),
        column("tkdn_persen", Number, "Tingkat komponen dalam negeri, persen", "Share of local content, percent", |from, _, row| {
            let valid = row.facts.proofs.iter().find(|proof| proof.kind == PermitKind::LocalContent && !proof.is_expired(from.today) && !from.site.sample);
            valid.and_then(|proof| proof.percent).map_or(Cell::Nothing, Cell::Number)
        }),
        column("inovasi", List, "Kode inovasi di baliknya; kolom id di tabel inovasi", "Ids of the innovations behind it, in the table inovasi", |from, _, row| slugs(row.links.innovations.iter().map(|id| &from.catalog.innovations.get(*id).common))),
        column("siap_ekspor", Boolean, "Siap diekspor", "Ready for export", |_, _, row| Cell::Boolean(row.facts.export.is_some())),
        column("e_katalog", Boolean, "Ada di katalog elektronik pemerintah", "In the government's electronic catalogue", |_, _, row| Cell::Boolean(row.facts.e_catalogue)),
        column("gambar", Url, "Alamat gambar utama", "Address of the main picture", |from, at, _| maybe((from.picture)(Kind::Product, at))),
        column("tautan", Url, "Alamat halamannya", "Address of its page", |from, _, row| page(from, Kind::Product, &row.common)),
        column("diperbarui", Date, "Terakhir diubah", "Last changed", |_, _, row| day(row.common.freshness())),
        column("diperiksa", Date, "Terakhir diperiksa petugas", "Last checked by staff", |_, _, row| day(row.common.checked)),
    ]
}

fn business_columns() -> Vec<Source<Business>> {
    use ColumnKind::{Boolean, Date, Integer, List, Text, Url, Year};
    vec![
        column("id", Text, "Kode tetap usaha", "Stable id of the business", |_, _, row: &Business| text(&*row.common.slug)),
        column("nama", Text, "Nama usaha", "Name", |_, _, row| text(&row.common.name.id)),
        column("nama_en", Text, "Nama dalam bahasa Inggris, bila ada", "Name in English, if any", |_, _, row| maybe(row.common.name.en.as_deref())),
        column("ringkas", Text, "Ringkasan satu kalimat", "One-sentence summary in Indonesian", |_, _, row| maybe(row.common.summary.as_ref().map(|text| text.id.as_str()))),
        column("bidang", Text, "Bidang usaha: kode kategori induk", "Field of business: id of a top category", |from, _, row| maybe(row.facts.field.map(|id| from.catalog.categories.get(id).slug.as_str()))),
        column("bentuk_usaha", Text, "Bentuk usaha", "Legal form", |_, _, row| maybe(row.facts.form)),
        column("skala", Text, "mikro, kecil, atau menengah (PP 7/2021)", "mikro, kecil (small) or menengah (medium), by regulation PP 7/2021", |_, _, row| maybe(row.facts.scale)),
        column("sejak", Year, "Tahun berdiri", "Year of founding", |_, _, row| maybe(row.facts.since.map(|year| format!("{year:04}")))),
        column("memiliki_nib", Boolean, "Memiliki Nomor Induk Berusaha", "Has a business identification number (NIB)", |_, _, row| Cell::Boolean(row.facts.has_business_number)),
        column("kbli", List, "Kode lapangan usaha KBLI", "KBLI activity codes", |_, _, row| list(row.facts.activity_codes.iter().cloned())),
        column("kecamatan", Text, "Kecamatan", "District", |from, _, row| district(from, row.facts.presence.place)),
        column("kelurahan", Text, "Kelurahan", "Neighbourhood (kelurahan)", |from, _, row| village(from, row.facts.presence.place)),
        column("kode_pos", Text, "Kode pos kelurahan", "Postcode of the neighbourhood", |from, _, row| postcode(from, &row.facts.presence)),
        column("kunjungan", Text, "Menerima kunjungan: ya, tidak, atau janji", "Receives visitors: ya (yes), tidak (no) or janji (by appointment)", |_, _, row| maybe(row.facts.presence.visits)),
        column("pembayaran", List, "Cara bayar", "Ways to pay", |_, _, row| list(row.facts.presence.payment.iter().copied())),
        column("pengiriman", List, "Cara memperoleh barang", "Ways to get the goods", |_, _, row| list(row.facts.presence.delivery.iter().copied())),
        column("koperasi", Text, "Kode koperasi yang diikuti; kolom id di tabel koperasi", "Id of its cooperative in the table koperasi", |from, _, row| maybe(row.links.cooperative.map(|id| from.catalog.cooperatives.get(id).common.slug.to_string()))),
        column("program", List, "Kode program pembinaan yang pernah diikuti", "Ids of the programmes it took part in", |from, _, row| slugs(row.links.programmes.iter().map(|(id, _)| &from.catalog.programmes.get(*id).common))),
        column("siap_ekspor", Boolean, "Siap ekspor", "Ready for export", |_, _, row| Cell::Boolean(row.facts.export.is_some())),
        column("jumlah_produk", Integer, "Jumlah produk yang tampil", "Number of products shown", |from, at, _| {
            let ids = from.catalog.back.business_products.get(Id::new(at)).iter();
            whole(Some(ids.filter(|id| from.catalog.products.get(**id).common.status == Status::Published).count()))
        }),
        column("gambar", Url, "Alamat gambar utama", "Address of the main picture", |from, at, _| maybe((from.picture)(Kind::Business, at))),
        column("tautan", Url, "Alamat halamannya", "Address of its page", |from, _, row| page(from, Kind::Business, &row.common)),
        column("diperbarui", Date, "Terakhir diubah", "Last changed", |_, _, row| day(row.common.freshness())),
        column("diperiksa", Date, "Terakhir diperiksa petugas", "Last checked by staff", |_, _, row| day(row.common.checked)),
    ]
}

fn cooperative_columns() -> Vec<Source<Cooperative>> {
    use ColumnKind::{Boolean, Date, Integer, List, Month, Text, Url, Year};
    vec![
        column("id", Text, "Kode tetap koperasi", "Stable id of the cooperative", |_, _, row: &Cooperative| text(&*row.common.slug)),
        column("nama", Text, "Nama koperasi", "Name", |_, _, row| text(&row.common.name.id)),
        column("nama_en", Text, "Nama dalam bahasa Inggris, bila ada", "Name in English, if any", |_, _, row| maybe(row.common.name.en.as_deref())),
        column("ringkas", Text, "Ringkasan satu kalimat", "One-sentence summary in Indonesian", |_, _, row| maybe(row.common.summary.as_ref().map(|text| text.id.as_str()))),
        column("jenis", Text, "konsumen, produsen, jasa, pemasaran, atau simpan_pinjam", "konsumen (consumer), produsen (producer), jasa (service), pemasaran (marketing) or simpan_pinjam (savings and loan)", |_, _, row| text(row.facts.kind)),
        column("pola", Text, "konvensional atau syariah", "konvensional (conventional) or syariah", |_, _, row| maybe(row.facts.pattern)),
        column("bentuk", Text, "primer atau sekunder", "primer (of people) or sekunder (of cooperatives)", |_, _, row| text(row.facts.tier)),
        column("kelompok", List, "Kelompok anggotanya", "Groups it is for", |_, _, row| list(row.facts.groups.iter().copied())),
        column("badan_hukum", Text, "Nomor badan hukum", "Legal entity number", |from, _, row| maybe(row.facts.legal_number.as_deref().filter(|_| !from.site.sample))),
        column("sejak", Year, "Tahun berdiri", "Year of founding", |_, _, row| maybe(row.facts.since.map(|year| format!("{year:04}")))),
        column("anggota", Integer, "Jumlah anggota", "Number of members", |_, _, row| whole(row.facts.members.as_ref().map(|members| members.people))),
        column("anggota_laki", Integer, "Anggota laki-laki", "Men among the members", |_, _, row| whole(row.facts.members.as_ref().and_then(|members| members.men))),
        column("anggota_perempuan", Integer, "Anggota perempuan", "Women among the members", |_, _, row| whole(row.facts.members.as_ref().and_then(|members| members.women))),
        column("anggota_per", Month, "Bulan penghitungan anggota", "Month of the count of members", |_, _, row| maybe(row.facts.members.as_ref().and_then(|members| members.as_of).map(|month| month.to_string()))),
        column("rat_terakhir", Year, "Tahun rapat anggota terakhir", "Year of the last members' meeting", |_, _, row| maybe(row.facts.last_meeting.map(|year| format!("{year:04}")))),
        column("khusus_anggota", Boolean, "Layanan hanya untuk anggota", "Services for members only", |_, _, row| Cell::Boolean(row.facts.members_only)),
        column("unit_usaha", List, "Unit usaha", "Business units", |_, _, row| indonesian(&row.facts.units)),
        column("umkm_anggota", List, "Kode UMKM anggota; kolom id di tabel umkm", "Ids of member businesses in the table umkm", |from, at, _| slugs(from.catalog.back.cooperative_members.get(Id::new(at)).iter().map(|id| &from.catalog.businesses.get(*id).common).filter(|common| common.status == Status::Published))),
        column("kecamatan", Text, "Kecamatan", "District", |from, _, row| district(from, row.facts.presence.place)),
        column("kelurahan", Text, "Kelurahan", "Neighbourhood (kelurahan)", |from, _, row| village(from, row.facts.presence.place)),
        column("tautan", Url, "Alamat halamannya", "Address of its page", |from, _, row| page(from, Kind::Cooperative, &row.common)),
        column("diperbarui", Date, "Terakhir diubah", "Last changed", |_, _, row| day(row.common.freshness())),
        column("diperiksa", Date, "Terakhir diperiksa petugas", "Last checked by staff", |_, _, row| day(row.common.checked)),
    ]
}

fn innovation_columns() -> Vec<Source<Innovation>> {
    use ColumnKind::{Date, Integer, List, Text, Url};
    vec![
        column("id", Text, "Kode tetap inovasi", "Stable id of the innovation", |_, _, row: &Innovation| text(&*row.common.slug)),
        column("nama", Text, "Nama inovasi", "Name", |_, _, row| text(&row.common.name.id)),
        column("nama_en", Text, "Nama dalam bahasa Inggris, bila ada", "Name in English, if any", |_, _, row| maybe(row.common.name.en.as_deref())),
        column("ringkas", Text, "Ringkasan satu kalimat", "One-sentence summary in Indonesian", |_, _, row| maybe(row.common.summary.as_ref().map(|text| text.id.as_str()))),
        column("masalah", Text, "Masalah yang dijawab", "The problem", |_, _, row| text(row.facts.problem.id.plain.trim())),
        column("solusi", Text, "Solusinya", "The solution", |_, _, row| text(row.facts.solution.id.plain.trim())),
        column("tkt", Integer, "Tingkat Kesiapterapan Teknologi, 1 sampai 9", "Technology readiness level, 1 to 9", |_, _, row| Cell::Integer(row.facts.readiness.into())),
        column("tkt_dasar", Text, "Dasar penetapan TKT", "Who set the level", |_, _, row| maybe(row.facts.readiness_basis.as_ref().map(|(text, _)| text.as_str()))),
        column("status", Text, "ide, uji, pakai, atau berhenti", "ide (idea), uji (in trial), pakai (in use) or berhenti (discontinued)", |_, _, row| text(row.facts.progress.word())),
        column("hasil", List, "Hasil terukur: ukuran, sebelum, sesudah, satuan", "Measured results: measure, before, after, unit", |_, _, row| {
            let line = |result: &crate::model::Measurement| {
                let before = result.before.as_deref().map_or(String::new(), |before| format!("{before} → "));
                let unit = result.unit.as_deref().map_or(String::new(), |unit| format!(" {unit}"));
                format!("{}: {before}{}{unit}", result.measure.id, result.after)
            };
            list(row.facts.results.iter().map(line))
        }),
        column("pengembang", List, "Kode mitra pengembang, atau namanya", "Ids of developing partners, or the developer's name", |from, _, row| {
            let partners = row.links.developers.iter().map(|id| from.catalog.partners.get(*id).common.slug.to_string());
            list(partners.chain(row.facts.developer.as_ref().map(|name| name.id.clone())))
        }),
        column("penerap", List, "Kode UMKM dan koperasi penerap", "Ids of the businesses and cooperatives that use it", |from, _, row| {
            slugs(row.links.users.iter().filter_map(|user| match user {
                AdopterLink::Found(seller) => Some(seller_common(from.catalog, *seller)),
                AdopterLink::Unknown(_) => None,
            }))
        }),
        column("produk", List, "Kode produk hasil inovasi; kolom id di tabel produk", "Ids of the products made with it, in the table produk", |from, at, _| slugs(from.catalog.back.innovation_products.get(Id::new(at)).iter().map(|id| &from.catalog.products.get(*id).common).filter(|common| common.status == Status::Published))),
        column("pokja", Text, "Kode kelompok kerja", "Id of the working group", |from, _, row| maybe(row.links.group.map(|id| from.catalog.groups.get(id).common.slug.to_string()))),
        column("tautan", Url, "Alamat halamannya", "Address of its page", |from, _, row| page(from, Kind::Innovation, &row.common)),
        column("diperbarui", Date, "Terakhir diubah", "Last changed", |_, _, row| day(row.common.freshness())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_runs_no_cell() {
        for text in ["=1+1", "@sum(a1)", " =x", "+cmd", "-x", "\tx"] {
            assert!(harmless(text).starts_with('\''), "{text}");
        }
        for text in ["-6.3", "+6281", "kopi = enak", ""] {
            assert_eq!(harmless(text), text);
        }
    }

    #[test]
    fn every_column_has_one_name_and_both_meanings() {
        for table in documentation(Language::Id) {
            let mut names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), table.columns.len(), "{}", table.name);
            assert!(table.columns.iter().all(|column| column.id != column.en && !column.en.is_empty()), "{}", table.name);
            assert_eq!(table.columns.first().map(|column| column.name), Some("id"));
        }
    }
}
