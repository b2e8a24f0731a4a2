//! The documentation of a table as HTML, for a section of the page about open data.

use std::fmt::Write;

use super::Documentation;
use crate::bahasa::Language;
use crate::config::Site;
use crate::plan::files;
use crate::xml::escape;

/// What a row is, where the files are, and what each column means.
pub fn documentation_html(table: &Documentation, site: &Site, language: Language) -> String {
    let mut html = format!("<p>{}</p>\n<p>", escape(table.text));
    for (at, ending) in ["csv", "json"].iter().enumerate() {
        let href = site.base.href(&files::data(table.name, ending));
        let gap = if at > 0 { " · " } else { "" };
        let _ = write!(html, "{gap}<a href=\"{}\" download>{}.{ending}</a>", escape(&href), table.name);
    }
    let heads = language.pick(["Kolom", "Isi", "Bentuk"], ["Column", "Meaning", "Type"]);
    let caption = language.pick("Kolom tabel", "Columns of the table");
    let _ = write!(
        html,
        "</p>\n<div class=\"table-box\" tabindex=\"0\" role=\"group\" aria-label=\"{caption} {}\"><table class=\"table\"><thead><tr>",
        table.name
    );
    for head in heads {
        let _ = write!(html, "<th scope=\"col\">{head}</th>");
    }
    html.push_str("</tr></thead><tbody>\n");
    for column in &table.columns {
        let meaning = language.pick(column.id, column.en);
        let kind = column.kind.name(language);
        let _ = writeln!(
            html,
            "<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td>{}</td></tr>",
            column.name,
            escape(meaning),
            escape(kind)
        );
    }
    html.push_str("</tbody></table></div>\n");
    html
}
