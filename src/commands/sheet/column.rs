//! The columns of a kind's sheet: one for each field, records flattened (`alamat.kelurahan`), the English half as `en.…`.

use crate::model::Kind;
use crate::schema::{self, Field, FieldKind, Visibility};

/// Heading of the column that says which entry a row is.
pub const SLUG: &str = "slug";

/// One column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Names from the entry to the field.
    pub path: Vec<&'static str>,
    /// The field at the end of the path.
    pub field: &'static Field,
    /// Does it belong to the English half?
    pub english: bool,
    /// Must be filled in every row (an optional record's required parts need not).
    pub required: bool,
    /// Who may see it: the strictest on the path.
    pub visibility: Visibility,
    /// Heading for people.
    pub title: String,
}

impl Column {
    /// `alamat.kelurahan`.
    pub fn key(&self) -> String {
        let path = self.path.join(".");
        if self.english { format!("en.{path}") } else { path }
    }

    /// Is it the text of the entry's page, which in a Markdown file stands below the fields?
    pub fn is_body(&self) -> bool {
        self.path == ["deskripsi"]
    }
}

/// Names of the fields of a kind in the order in which they are best written into a file: what it is, its facts, the
/// office's notes, and the long texts last.
pub fn file_order(kind: Kind) -> Vec<&'static str> {
    let (mut first, mut last) = (Vec::new(), Vec::new());
    for field in schema::fields_of(kind) {
        match place(field.name) {
            Some(position) => last.push((position, field.name)),
            None => first.push(field.name),
        }
    }
    last.sort_by_key(|(position, _)| *position);
    let leading = |name: &&str| matches!(*name, "nama" | "judul" | "ringkas");
    let (lead, facts): (Vec<&str>, Vec<&str>) = first.into_iter().partition(leading);
    lead.into_iter().chain(facts).chain(last.into_iter().map(|(_, name)| name)).collect()
}

/// Where the office's notes and the long texts stand among the last fields.
fn place(name: &str) -> Option<usize> {
    let order = [
        "foto",
        "kata_kunci",
        "unggulan",
        "status",
        "terbit_pada",
        "diperbarui",
        "diperiksa_pada",
        "diperiksa_oleh",
        "alamat_lama",
        "contoh",
        "persetujuan",
        "masalah",
        "solusi",
        "cara_gabung",
        "deskripsi",
        "en",
    ];
    order.iter().position(|other| *other == name)
}

/// The columns of a kind's sheet after the slug.
pub fn columns_of(kind: Kind) -> Vec<Column> {
    let fields = schema::fields_of(kind);
    let mut columns = Vec::new();
    for name in file_order(kind) {
        let Some(field) = fields.iter().copied().find(|field| field.name == name) else { continue };
        if name == "en" {
            columns.extend(schema::english_fields_of(kind).into_iter().map(english));
        } else {
            flatten(field, &[], field.visibility, field.required, "", &mut columns);
        }
    }
    columns
}

fn english(field: &'static Field) -> Column {
    Column {
        path: vec![field.name],
        field,
        english: true,
        required: false,
        visibility: field.visibility,
        title: format!("{} (Inggris)", field.title),
    }
}

fn flatten(
    field: &'static Field,
    above: &[&'static str],
    visibility: Visibility,
    required: bool,
    title: &str,
    columns: &mut Vec<Column>,
) {
    let mut path = above.to_vec();
    path.push(field.name);
    let title = if title.is_empty() { field.title.to_owned() } else { format!("{title}: {}", field.title) };
    if let FieldKind::Record(inner) = field.kind {
        for part in inner {
            let visibility = if part.visibility == Visibility::Public { visibility } else { part.visibility };
            flatten(part, &path, visibility, required && part.required, &title, columns);
        }
        return;
    }
    columns.push(Column { path, field, english: false, required, visibility, title });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_a_kind_are_unique() {
        for kind in Kind::ALL {
            let mut keys: Vec<String> = columns_of(kind).iter().map(Column::key).collect();
            let count = keys.len();
            keys.sort();
            keys.dedup();
            assert_eq!(keys.len(), count, "{kind:?}");
        }
    }

    #[test]
    fn records_are_flattened() {
        let keys: Vec<String> = columns_of(Kind::Business).iter().map(Column::key).collect();
        assert!(keys.contains(&"alamat.kelurahan".to_owned()) && keys.contains(&"en.deskripsi".to_owned()));
        assert!(keys.contains(&"persetujuan.bukti".to_owned()) && !keys.contains(&"en".to_owned()));
    }
}
