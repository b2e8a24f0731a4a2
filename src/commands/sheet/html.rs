//! The little HTML that shop exports carry, as Markdown.

/// Paragraphs, lists, bold and italics; all other marks go, their text stays.
pub fn to_markdown(html: &str) -> String {
    if !html.contains('<') && !html.contains('&') {
        return html.trim().to_owned();
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(&entities(rest.get(..open).unwrap_or_default()));
        let after = rest.get(open..).unwrap_or_default();
        let Some(close) = after.find('>') else {
            out.push_str(&entities(after));
            rest = "";
            break;
        };
        let tag = after.get(1..close).unwrap_or_default().trim().trim_end_matches('/').to_lowercase();
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        if matches!(name, "script" | "style") {
            let end = after.find(&format!("</{name}")).unwrap_or(after.len());
            rest =
                after.get(end..).and_then(|rest| rest.find('>').and_then(|at| rest.get(at + 1..))).unwrap_or_default();
            continue;
        }
        out.push_str(mark(name));
        rest = after.get(close + 1..).unwrap_or_default();
    }
    out.push_str(&entities(rest));
    squeeze(&out)
}

fn mark(tag: &str) -> &'static str {
    match tag {
        "br" => "\n",
        "p" | "/p" | "div" | "/div" | "ul" | "/ul" | "ol" | "/ol" | "table" | "/table" | "tr" => "\n\n",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "\n\n## ",
        "/h1" | "/h2" | "/h3" | "/h4" | "/h5" | "/h6" => "\n\n",
        "li" => "\n- ",
        "b" | "/b" | "strong" | "/strong" => "**",
        "i" | "/i" | "em" | "/em" => "*",
        "td" | "th" => " ",
        _ => "",
    }
}

fn entities(text: &str) -> String {
    let named = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#8217;", "’"),
        ("&rsquo;", "’"),
        ("&ndash;", "–"),
        ("&#8211;", "–"),
        ("&mdash;", "—"),
        ("&amp;", "&"),
    ];
    named.iter().fold(text.to_owned(), |text, (name, letter)| text.replace(name, letter))
}

/// No spaces at the ends of lines, no more than one blank line.
fn squeeze(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    for line in text.replace("\\n", "\n").lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() && out.last().is_none_or(String::is_empty) {
            continue;
        }
        out.push(line);
    }
    out.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shops_write_html() {
        let html = "<p>Renyah &amp; gurih.<br>Isi <strong>150 g</strong></p>\n<ul><li>pedas</li><li>asin</li></ul><script>x()</script>";
        assert_eq!(to_markdown(html), "Renyah & gurih.\nIsi **150 g**\n\n- pedas\n- asin");
        assert_eq!(to_markdown("biasa < saja"), "biasa < saja");
    }
}
