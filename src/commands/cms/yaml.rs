//! A YAML text with its keys in the order in which they were put.

/// A value to be written.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Yaml {
    Text(String),
    Whole(i64),
    Decimal(f64),
    Flag(bool),
    List(Vec<Yaml>),
    Map(Vec<(&'static str, Yaml)>),
}

impl Yaml {
    pub(super) fn text(text: impl Into<String>) -> Yaml {
        Yaml::Text(text.into())
    }

    pub(super) fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Yaml {
        Yaml::List(texts.into_iter().map(Yaml::text).collect())
    }

    /// The whole text of a document.
    pub(super) fn document(&self) -> String {
        let mut out = String::new();
        self.block(0, &mut out);
        out
    }

    /// Block form; the caller has written what stands before it on the line.
    fn block(&self, indent: usize, out: &mut String) {
        match self {
            Yaml::Map(pairs) => {
                for (at, (key, value)) in pairs.iter().enumerate() {
                    if at > 0 {
                        out.push_str(&" ".repeat(indent));
                    }
                    out.push_str(key);
                    out.push(':');
                    value.after_key(indent, out);
                }
            }
            Yaml::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        out.push_str(&" ".repeat(indent));
                    }
                    out.push_str("- ");
                    item.item(indent + 2, out);
                }
            }
            scalar => {
                out.push_str(&scalar.flow());
                out.push('\n');
            }
        }
    }

    fn after_key(&self, indent: usize, out: &mut String) {
        if self.is_block() {
            out.push('\n');
            out.push_str(&" ".repeat(indent + 2));
            self.block(indent + 2, out);
        } else {
            out.push(' ');
            out.push_str(&self.flow());
            out.push('\n');
        }
    }

    fn item(&self, indent: usize, out: &mut String) {
        if self.is_block() {
            self.block(indent, out);
        } else {
            out.push_str(&self.flow());
            out.push('\n');
        }
    }

    /// Lists of plain values, and small records of them, stand on one line.
    fn is_block(&self) -> bool {
        match self {
            Yaml::Map(pairs) => {
                pairs.len() > 3 || pairs.iter().any(|(_, value)| matches!(value, Yaml::Map(_) | Yaml::List(_)))
            }
            Yaml::List(items) => items.iter().any(|item| matches!(item, Yaml::Map(_) | Yaml::List(_))),
            _ => false,
        }
    }

    fn flow(&self) -> String {
        match self {
            // A JSON string is a double-quoted YAML string.
            Yaml::Text(text) => serde_json::Value::String(text.clone()).to_string(),
            Yaml::Whole(number) => number.to_string(),
            Yaml::Decimal(number) => format!("{number:?}"),
            Yaml::Flag(flag) => flag.to_string(),
            Yaml::List(items) => format!("[{}]", items.iter().map(Yaml::flow).collect::<Vec<_>>().join(", ")),
            Yaml::Map(pairs) => {
                let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}: {}", value.flow())).collect();
                format!("{{{}}}", pairs.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let value = Yaml::Map(vec![
            ("nama", Yaml::text("Batik: \"Tulis\" #1 \\ ya")),
            ("angka", Yaml::List(vec![Yaml::Whole(-3), Yaml::Decimal(0.5), Yaml::Flag(true)])),
            ("kosong", Yaml::List(Vec::new())),
            (
                "dalam",
                Yaml::List(vec![
                    Yaml::Map(vec![("a", Yaml::texts(["x", "y"])), ("b", Yaml::Map(vec![("c", Yaml::text("-"))]))]),
                    Yaml::List(vec![Yaml::Map(vec![("d", Yaml::List(vec![Yaml::List(vec![Yaml::Whole(1)])]))])]),
                ]),
            ),
        ]);
        let read: serde_json::Value = serde_yaml::from_str(&value.document()).unwrap();
        let wanted = serde_json::json!({
            "nama": "Batik: \"Tulis\" #1 \\ ya", "angka": [-3, 0.5, true], "kosong": [],
            "dalam": [{"a": ["x", "y"], "b": {"c": "-"}}, [{"d": [[1]]}]]
        });
        assert_eq!(read, wanted, "{}", value.document());
    }
}
