//! Open data: products, businesses, cooperatives and innovations as CSV and JSON, and a description of both
//! (Frictionless Data Package).
//!
//! A column is declared once, with its name, its type, its meaning in both languages and how it is filled; the files,
//! the description and the documentation page all come from that. Column names are stable: a column may be added, none
//! is renamed. Contacts and street addresses are left out on purpose: an owner allowed them on a page, which can be taken
//! back, and not in a table that anybody copies. Permit numbers are left out of a sample site.

mod businesses;
mod cell;
mod cooperatives;
mod html;
mod innovations;
mod products;
mod source;

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::bahasa::Language;
use crate::config::Site;
use crate::model::{Catalog, Common, Date, Kind, Status};
use crate::plan::files;
use cell::Cell;
pub use html::documentation_html;
use source::{From, Source};

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
        "Satu baris untuk satu produk atau jasa: nama, kategori, harga, ketersediaan, izin, dan pembuatnya.",
        "One row for each product or service: name, category, price, availability, permits and maker.",
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

/// All tables. `picture` gives the absolute address of the main picture of a product or business (kind, position).
pub fn tables(
    catalog: &Catalog,
    site: &Site,
    today: Date,
    picture: &dyn Fn(Kind, usize) -> Option<String>,
) -> Vec<Table> {
    let from = From { catalog, site, today, picture };
    vec![
        fill(&PRODUCTS, &products::columns(), &from, catalog.products.rows(), |row| &row.common),
        fill(&BUSINESSES, &businesses::columns(), &from, catalog.businesses.rows(), |row| &row.common),
        fill(&COOPERATIVES, &cooperatives::columns(), &from, catalog.cooperatives.rows(), |row| &row.common),
        fill(&INNOVATIONS, &innovations::columns(), &from, catalog.innovations.rows(), |row| &row.common),
    ]
}

/// The documentation of all tables.
pub fn documentation(language: Language) -> Vec<Documentation> {
    let of = |sheet: &'static Sheet, columns: Vec<Column>| {
        let at = language.pick(0, 1);
        Documentation { name: sheet.name, title: sheet.title[at], text: sheet.text[at], columns }
    };
    vec![
        of(&PRODUCTS, names(&products::columns())),
        of(&BUSINESSES, names(&businesses::columns())),
        of(&COOPERATIVES, names(&cooperatives::columns())),
        of(&INNOVATIONS, names(&innovations::columns())),
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
    ///
    /// # Errors
    /// Only those of the writer, which writes to memory.
    pub fn json(&self, site: &Site, today: Date) -> Result<Vec<u8>, serde_json::Error> {
        let whole = Whole {
            judul: format!("{} · {}", self.sheet.title[0], site.name.id),
            contoh: site.sample,
            tanggal: today.to_string(),
            lisensi: files::LICENCE.url,
            keterangan: site.base.absolute(files::DATA_PACKAGE),
            jumlah: self.rows.len(),
            baris: Rows(self),
        };
        let mut bytes = serde_json::to_vec(&whole)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// A table as it stands in JSON.
#[derive(Serialize)]
struct Whole<'a> {
    judul: String,
    contoh: bool,
    tanggal: String,
    lisensi: &'a str,
    keterangan: String,
    jumlah: usize,
    baris: Rows<'a>,
}

/// Rows as objects. They are written as they are, not gathered before: there are ten thousands of them.
struct Rows<'a>(&'a Table);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.rows.iter().map(|cells| Row { columns: &self.0.columns, cells }))
    }
}

struct Row<'a> {
    columns: &'a [Column],
    cells: &'a [Cell],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.columns.iter().map(|column| column.name).zip(self.cells))
    }
}

/// The description of all tables (`datapackage.json`).
pub fn data_package(tables: &[Table], site: &Site, today: Date) -> String {
    let licence = json!({ "name": files::LICENCE.name, "title": files::LICENCE.title, "path": files::LICENCE.url });
    let field = |column: &Column| {
        let (kind, format) = column.kind.schema();
        let mut field =
            json!({ "name": column.name, "type": kind, "description": format!("{} / {}", column.id, column.en) });
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
            "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": true, "header": true },
            "schema": {
                "fields": table.columns.iter().map(field).collect::<Vec<_>>(),
                "primaryKey": "id",
                "missingValues": [""],
            },
        })
    };
    let publisher = if site.office.name.trim().is_empty() { &site.name.id } else { &site.office.name };
    let whole = json!({
        "profile": "tabular-data-package",
        "name": "etalase",
        "title": format!("{} · {}", site.name.id, site.city.id),
        "description": site.tagline.id,
        "homepage": site.base.absolute("/"),
        "created": format!("{today}T00:00:00Z"),
        "licenses": [licence],
        "contributors": [{ "title": publisher, "role": "publisher" }],
        "contoh": site.sample,
        "resources": tables.iter().map(resource).collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_one_name_and_both_meanings() {
        for table in documentation(Language::Id) {
            let mut names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), table.columns.len(), "{}", table.name);
            assert!(
                table.columns.iter().all(|column| column.id != column.en && !column.en.is_empty()),
                "{}",
                table.name
            );
            assert_eq!(table.columns.first().map(|column| column.name), Some("id"));
        }
    }
}
