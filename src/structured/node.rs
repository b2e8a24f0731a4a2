//! One thing of a JSON-LD graph, built property by property.

use serde_json::{Map, Value};

/// A thing. Properties without a value are never written, so callers hand over what they have.
#[derive(Debug, Clone, PartialEq)]
pub struct Node(Map<String, Value>);

impl Node {
    /// A thing of this schema.org type.
    pub fn new(kind: &str) -> Node {
        Node(Map::new()).set("@type", kind)
    }

    /// A thing of several types at once.
    pub fn of_types(kinds: &[&str]) -> Node {
        match kinds {
            [kind] => Node::new(kind),
            kinds => Node(Map::new()).set("@type", kinds.iter().map(|kind| Value::from(*kind)).collect::<Vec<_>>()),
        }
    }

    /// Only the id of a thing that stands elsewhere in the graph.
    pub fn reference(id: String) -> Node {
        Node(Map::new()).set("@id", id)
    }

    /// Gives it its id.
    pub fn id(self, id: impl Into<String>) -> Node {
        self.set("@id", id.into())
    }

    /// A property. An empty text or list counts as no value.
    pub fn set(mut self, key: &str, value: impl Into<Value>) -> Node {
        let value = value.into();
        let nothing = match &value {
            Value::Null => true,
            Value::String(text) => text.trim().is_empty(),
            Value::Array(items) => items.is_empty(),
            _ => false,
        };
        if !nothing {
            self.0.insert(key.to_owned(), value);
        }
        self
    }

    /// A property that may be missing.
    pub fn maybe(self, key: &str, value: Option<impl Into<Value>>) -> Node {
        match value {
            Some(value) => self.set(key, value),
            None => self,
        }
    }

    /// A property with several values; none at all when there are none.
    pub fn list(self, key: &str, values: impl IntoIterator<Item = impl Into<Value>>) -> Node {
        self.set(key, values.into_iter().map(Into::into).collect::<Vec<Value>>())
    }

    /// A property with several values, written without a list when there is only one.
    pub fn few(self, key: &str, values: impl IntoIterator<Item = impl Into<Value>>) -> Node {
        let mut values: Vec<Value> = values.into_iter().map(Into::into).collect();
        match values.len() {
            1 => self.maybe(key, values.pop()),
            _ => self.set(key, values),
        }
    }

    /// The value of a property.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// What a function makes of it, if `yes`.
    pub fn when(self, yes: bool, change: impl FnOnce(Node) -> Node) -> Node {
        if yes { change(self) } else { self }
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Value {
        Value::Object(node.0)
    }
}

/// `PropertyValue`: a fact for which schema.org has no property of its own.
pub fn property(name: &str, value: impl Into<Value>) -> Node {
    Node::new("PropertyValue").set("name", name).set("value", value)
}

/// `QuantitativeValue` with a common code of UN/CEFACT recommendation 20.
pub fn quantity(value: impl Into<Value>, code: &str) -> Node {
    Node::new("QuantitativeValue").set("value", value).set("unitCode", code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_value_is_not_written() {
        let node = Node::new("Thing").set("name", " ").maybe("url", None::<&str>).list("image", Vec::<String>::new());
        assert_eq!(Value::from(node), serde_json::json!({"@type": "Thing"}));
    }

    #[test]
    fn one_value_of_few_stands_alone() {
        let node = Node::new("Thing").few("a", ["x"]).few("b", ["x", "y"]);
        assert_eq!(Value::from(node), serde_json::json!({"@type": "Thing", "a": "x", "b": ["x", "y"]}));
    }
}
