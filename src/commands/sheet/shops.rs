//! Product lists as online shops export them: Shopee's workbook for mass changes, the CSVs of Shopify and WooCommerce.

use std::collections::BTreeMap;

use super::grid::{Cell, Grid};
use super::headers::{folded, special};
use super::listing::{Given, Listing, Record};
use crate::model::Kind;

/// Understands the export of a shop; `None` for any other sheet.
pub fn understand(grid: &Grid) -> Option<Listing> {
    shopee(grid).or_else(|| shopify(grid)).or_else(|| woocommerce(grid))
}

/// Headings of a row by their folded text.
fn headings(grid: &Grid, row: u32) -> BTreeMap<String, (u32, String)> {
    let cells = grid.rows.get(&row).into_iter().flatten();
    let texts = cells.filter_map(|(column, cell)| {
        let Cell::Text(text) = cell else { return None };
        Some((folded(text), (*column, text.clone())))
    });
    // Of two columns with one heading the first counts.
    let mut found = BTreeMap::new();
    for (word, place) in texts {
        found.entry(word).or_insert(place);
    }
    found
}

/// Columns of a shop's export and what they become. The first heading that is there counts.
type Plan = &'static [(&'static str, &'static [&'static str])];

const SHOPEE: Plan = &[
    ("nama", &["et title product name", "nama produk"]),
    ("+html", &["et title product description", "deskripsi produk"]),
    ("kategori", &["ps category", "et title category", "kategori"]),
    ("sku", &["et title parent sku", "sku induk"]),
    ("harga", &["et title variation price", "harga"]),
    ("stok", &["et title variation stock", "stok"]),
    ("+berat_kg", &["et title product weight", "berat"]),
];
const SHOPEE_CODE: [&str; 2] = ["et title product id", "kode produk"];
const SHOPEE_VARIATION: [&str; 2] = ["et title variation name", "nama variasi"];

/// Shopee writes one row per variation; rows of one product code are one product.
fn shopee(grid: &Grid) -> Option<Listing> {
    let head = grid.rows.keys().copied().take(10).find(|row| {
        let found = headings(grid, *row);
        SHOPEE_CODE.iter().any(|word| found.contains_key(*word))
            && (found.contains_key("et title product name") || found.contains_key("nama produk"))
    })?;
    let found = headings(grid, head);
    let column = |words: &[&str]| words.iter().find_map(|word| found.get(*word)).cloned();
    let (code, _) = column(&SHOPEE_CODE)?;
    let variation = column(&SHOPEE_VARIATION).map(|(column, _)| column);
    // Weight is kept in grams in Indonesian files and in kilograms in others; the value itself tells.
    let used: Vec<(u32, String, String)> = SHOPEE
        .iter()
        .filter_map(|(key, words)| column(words).map(|(column, heading)| (column, heading, (*key).to_owned())))
        .collect();
    let mut groups: Vec<(String, Record, Vec<Choice>)> = Vec::new();
    for (row, cells) in grid.rows.range(head + 1..) {
        // Rows of explanation stand between the head and the data; a code is a number.
        let Some(id) = cells
            .get(&code)
            .map(Cell::shown)
            .filter(|id| id.len() >= 4 && id.bytes().all(|byte| byte.is_ascii_digit()))
        else {
            continue;
        };
        let option = Choice {
            name: variation.and_then(|column| cells.get(&column)).map(Cell::shown),
            price: used
                .iter()
                .find(|(_, _, key)| key == "harga")
                .and_then(|(column, ..)| cells.get(column))
                .map(Cell::shown),
            stock: used
                .iter()
                .find(|(_, _, key)| key == "stok")
                .and_then(|(column, ..)| cells.get(column))
                .map(Cell::shown),
        };
        match groups.iter_mut().find(|(other, ..)| *other == id) {
            Some((_, _, options)) => options.push(option),
            None => groups.push((id, Record { row: *row, cells: given(cells, &used) }, vec![option])),
        }
    }
    let records = groups.into_iter().map(|(_, record, options)| with_options(record, &options)).collect();
    Some(listing(grid, head, used, &found, records))
}

/// One variation.
struct Choice {
    name: Option<String>,
    price: Option<String>,
    stock: Option<String>,
}

fn given(cells: &BTreeMap<u32, Cell>, used: &[(u32, String, String)]) -> Vec<Given> {
    let one = |(column, _, key): &(u32, String, String)| {
        let cell = cells.get(column)?.clone();
        // A weight above 50 kilograms is one in grams.
        let grams = key == special::WEIGHT_KG
            && cell.shown().replace(',', ".").parse::<f64>().is_ok_and(|number| number > 50.0);
        let key = if grams { "berat_g".to_owned() } else { key.clone() };
        Some(Given { column: *column, key, cell })
    };
    used.iter().filter_map(one).collect()
}

/// Variations become options; if their prices differ, each with its own.
fn with_options(mut record: Record, options: &[Choice]) -> Record {
    let names: Vec<&str> = options.iter().filter_map(|option| option.name.as_deref()).collect();
    if names.len() != options.len() || names.is_empty() {
        return record;
    }
    let number = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<f64>().ok());
    let prices: Vec<f64> = options.iter().filter_map(|option| number(&option.price)).collect();
    let same = prices.iter().all(|price| prices.first() == Some(price));
    let text = if same {
        names.join("; ")
    } else {
        let line = |option: &Choice| {
            let name = option.name.as_deref().unwrap_or_default().replace('|', "/");
            format!("nama: {name} | harga: {}", option.price.as_deref().unwrap_or_default())
        };
        options.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    let least = prices.iter().copied().fold(f64::INFINITY, f64::min);
    let most = prices.iter().copied().fold(0.0, f64::max);
    let in_stock = options.iter().any(|option| number(&option.stock).is_none_or(|pieces| pieces > 0.0));
    for given in &mut record.cells {
        match given.key.as_str() {
            "harga" if !same => given.cell = Cell::Text(format!("{least}-{most}")),
            "stok" => given.cell = Cell::Number(if in_stock { 1.0 } else { 0.0 }),
            _ => {}
        }
    }
    let column = record.cells.first().map_or(0, |given| given.column);
    record.cells.push(Given { column, key: "varian".to_owned(), cell: Cell::Text(text) });
    record
}

const SHOPIFY: Plan = &[
    ("nama", &["title"]),
    ("+html", &["body html", "body"]),
    ("kategori", &["type", "product type", "product category"]),
    ("kata_kunci", &["tags"]),
    ("sku", &["variant sku"]),
    ("harga", &["variant price"]),
    ("stok", &["variant inventory qty"]),
    ("berat_g", &["variant grams"]),
    ("umkm", &["vendor"]),
    ("status", &["status", "published"]),
];
/// What stands for the option of a product that has none.
const NO_OPTION: &str = "default title";

/// Shopify writes one row per variant or further picture; rows of one handle are one product, and only the first tells all.
fn shopify(grid: &Grid) -> Option<Listing> {
    let head = *grid.rows.keys().next()?;
    let found = headings(grid, head);
    let named = |word: &str| found.get(word).map(|(column, _)| *column);
    let (handle, title, price) = (named("handle")?, named("title")?, named("variant price")?);
    let used: Vec<(u32, String, String)> = SHOPIFY
        .iter()
        .filter_map(|(key, words)| {
            let (column, heading) = words.iter().find_map(|word| found.get(*word))?;
            Some((*column, heading.clone(), (*key).to_owned()))
        })
        .collect();
    let options: Vec<u32> =
        ["option1 value", "option2 value", "option3 value"].iter().filter_map(|word| named(word)).collect();
    let stock = named("variant inventory qty");
    let mut groups: Vec<(String, Record, Vec<Choice>)> = Vec::new();
    for (row, cells) in grid.rows.range(head + 1..) {
        let Some(id) = cells.get(&handle).map(Cell::shown) else { continue };
        let values = options.iter().filter_map(|column| cells.get(column)).map(Cell::shown);
        let values: Vec<String> = values.filter(|value| value.to_lowercase() != NO_OPTION).collect();
        // A row without a price only brings another picture.
        let choice = cells.get(&price).map(|price| Choice {
            name: Some(values.join(" / ")).filter(|name| !name.is_empty()),
            price: Some(without_cents(&price.shown())),
            stock: stock.and_then(|column| cells.get(&column)).map(Cell::shown),
        });
        match groups.iter_mut().find(|(other, ..)| *other == id) {
            Some((_, _, choices)) => choices.extend(choice),
            None if cells.contains_key(&title) => {
                let mut cells = given(cells, &used);
                cells.iter_mut().for_each(tidy_shopify);
                groups.push((id, Record { row: *row, cells }, choice.into_iter().collect()));
            }
            None => {}
        }
    }
    let records = groups.into_iter().map(|(_, record, choices)| with_options(record, &choices)).collect();
    Some(listing(grid, head, used, &found, records))
}

/// Shops abroad write 45000.00; a point would be one of thousands here.
fn without_cents(price: &str) -> String {
    price.strip_suffix(".00").or_else(|| price.strip_suffix(".0")).unwrap_or(price).to_owned()
}

fn tidy_shopify(given: &mut Given) {
    let text = given.cell.shown();
    let new = match given.key.as_str() {
        // Its own tree of categories reads "A > B > C".
        "kategori" => text.rsplit(" > ").next().unwrap_or_default().to_owned(),
        "status" => {
            if matches!(text.to_lowercase().as_str(), "active" | "true") { "terbit" } else { "draf" }.to_owned()
        }
        "harga" => without_cents(&text),
        // Nothing weighs nothing: the field was left as it was.
        "berat_g" if text.trim_start_matches(['0', '.']).is_empty() => String::new(),
        _ => return,
    };
    given.cell = Cell::Text(new);
}

const WOO: Plan = &[
    ("nama", &["name", "nama"]),
    ("+ringkas_html", &["short description", "deskripsi singkat"]),
    ("+html", &["description", "deskripsi"]),
    ("harga", &["regular price", "harga reguler", "harga normal"]),
    ("stok", &["in stock", "tersedia", "stok tersedia"]),
    ("+berat_kg", &["weight", "berat"]),
    ("kategori", &["categories", "kategori"]),
    ("kata_kunci", &["tags", "tag"]),
    ("sku", &["sku"]),
    ("unggulan", &["is featured", "unggulan"]),
    ("status", &["published", "diterbitkan"]),
];

/// WooCommerce writes products, and below each of kind `variable` its variations.
fn woocommerce(grid: &Grid) -> Option<Listing> {
    let head = *grid.rows.keys().next()?;
    let found = headings(grid, head);
    let named = |word: &str| found.get(word).map(|(column, _)| *column);
    let kind = named("type").or_else(|| named("tipe"))?;
    if !found.contains_key("regular price") && !found.contains_key("harga reguler") {
        return None;
    }
    let used: Vec<(u32, String, String)> = WOO
        .iter()
        .filter_map(|(key, words)| {
            words
                .iter()
                .find_map(|word| found.get(*word))
                .map(|(column, heading)| (*column, heading.clone(), (*key).to_owned()))
        })
        .collect();
    let attributes: Vec<u32> = found
        .iter()
        .filter(|(word, _)| word.starts_with("attribute") && word.contains("value"))
        .map(|(_, (column, _))| *column)
        .collect();
    let mut records: Vec<Record> = Vec::new();
    let mut prices: Vec<Vec<f64>> = Vec::new();
    for (row, cells) in grid.rows.range(head + 1..) {
        let what = cells.get(&kind).map(Cell::shown).unwrap_or_default().to_lowercase();
        let price = used
            .iter()
            .find(|(_, _, key)| key == "harga")
            .and_then(|(column, ..)| cells.get(column))
            .and_then(|cell| cell.shown().parse::<f64>().ok());
        if what.contains("variation") {
            if let Some(list) = prices.last_mut() {
                list.extend(price);
            }
            continue;
        }
        let mut cells_given = given(cells, &used);
        for cell in &mut cells_given {
            tidy_woo(cell);
        }
        if let Some((column, cell)) = attributes.iter().find_map(|column| Some((*column, cells.get(column)?))) {
            let text = cell.shown().replace(" | ", "; ").replace(", ", "; ");
            cells_given.push(Given { column, key: "varian".to_owned(), cell: Cell::Text(text) });
        }
        records.push(Record { row: *row, cells: cells_given });
        prices.push(Vec::new());
    }
    for (record, prices) in records.iter_mut().zip(&prices) {
        let (least, most) =
            prices.iter().fold((f64::INFINITY, 0.0_f64), |(least, most), price| (least.min(*price), most.max(*price)));
        if most > 0.0 && !record.cells.iter().any(|given| given.key == "harga") {
            let text = if least < most { format!("{least}-{most}") } else { format!("{least}") };
            let column = used.iter().find(|(_, _, key)| key == "harga").map_or(0, |(column, ..)| *column);
            record.cells.push(Given { column, key: "harga".to_owned(), cell: Cell::Text(text) });
        }
    }
    Some(listing(grid, head, used, &found, records))
}

fn tidy_woo(given: &mut Given) {
    let text = given.cell.shown();
    let new = match given.key.as_str() {
        // Of several categories the first, and of its path the end.
        "kategori" => text.split(", ").next().unwrap_or_default().to_owned(),
        "status" => if text.starts_with('1') { "terbit" } else { "draf" }.to_owned(),
        // Its prices are 45000.00, with a point for cents.
        "harga" => without_cents(&text),
        _ => return,
    };
    given.cell = Cell::Text(new);
}

fn listing(
    grid: &Grid,
    head: u32,
    used: Vec<(u32, String, String)>,
    found: &BTreeMap<String, (u32, String)>,
    records: Vec<Record>,
) -> Listing {
    let is_used = |column: u32| used.iter().any(|(other, ..)| *other == column);
    let mut unused: Vec<(u32, String)> = found.values().filter(|(column, _)| !is_used(*column)).cloned().collect();
    unused.sort();
    Listing {
        name: grid.name.clone(),
        kind: Kind::Product,
        head,
        used,
        unused,
        forbidden: Vec::new(),
        records,
        untyped: grid.untyped,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[&str]]) -> Grid {
        let mut grid = Grid { name: "Sheet1".into(), ..Grid::default() };
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                if let Some(cell) = Cell::text(text) {
                    grid.put(row as u32, column as u32, cell);
                }
            }
        }
        grid
    }

    fn value(record: &Record, key: &str) -> Option<String> {
        record.cells.iter().find(|given| given.key == key).map(|given| given.cell.shown())
    }

    #[test]
    fn shopee_rows_of_one_product_are_one() {
        let grid = grid(&[
            &[
                "et_title_product_id",
                "et_title_product_name",
                "et_title_variation_name",
                "et_title_variation_price",
                "et_title_variation_stock",
            ],
            &["Kode Produk", "Nama Produk", "Nama Variasi", "Harga", "Stok"],
            &["Wajib", "Wajib", "Opsional", "Wajib", "Wajib"],
            &["2200110022", "Keripik Singkong", "Pedas", "15000", "0"],
            &["2200110022", "Keripik Singkong", "Asin", "12000", "4"],
        ]);
        let listing = understand(&grid).unwrap();
        assert_eq!(listing.records.len(), 1);
        let record = &listing.records[0];
        assert_eq!(value(record, "harga").as_deref(), Some("12000-15000"));
        assert_eq!(value(record, "varian").as_deref(), Some("nama: Pedas | harga: 15000\nnama: Asin | harga: 12000"));
        assert_eq!(value(record, "stok").as_deref(), Some("1"));
    }

    #[test]
    fn shopify_rows_of_one_handle_are_one() {
        let grid = grid(&[
            &[
                "Handle",
                "Title",
                "Vendor",
                "Option1 Value",
                "Variant Grams",
                "Variant Inventory Qty",
                "Variant Price",
                "Image Src",
                "Status",
            ],
            &["kaus", "Kaus Lurik", "Toko", "S", "200", "3", "50000.00", "a.jpg", "active"],
            &["kaus", "", "", "M", "200", "0", "60000.00", "", ""],
            &["kaus", "", "", "", "", "", "", "b.jpg", ""],
            &["tas", "Tas", "Toko", "Default Title", "0", "0", "75000.00", "", "draft"],
        ]);
        let listing = understand(&grid).unwrap();
        assert_eq!(listing.records.len(), 2);
        let (shirt, bag) = (&listing.records[0], &listing.records[1]);
        assert_eq!(value(shirt, "harga").as_deref(), Some("50000-60000"));
        assert_eq!(value(shirt, "varian").as_deref(), Some("nama: S | harga: 50000\nnama: M | harga: 60000"));
        assert_eq!(
            (value(shirt, "status").as_deref(), value(bag, "status").as_deref()),
            (Some("terbit"), Some("draf"))
        );
        assert_eq!((value(bag, "harga").as_deref(), value(bag, "varian")), (Some("75000"), None));
        assert_eq!(value(bag, "berat_g").as_deref(), Some(""));
    }

    #[test]
    fn woocommerce_variations_give_the_price() {
        let grid = grid(&[
            &[
                "ID",
                "Type",
                "SKU",
                "Name",
                "Published",
                "In stock?",
                "Weight (kg)",
                "Regular price",
                "Categories",
                "Attribute 1 value(s)",
            ],
            &["1", "variable", "K1", "Kaus", "1", "1", "0.2", "", "Fesyen > Pakaian, Baru", "S, M"],
            &["2", "variation", "K1-S", "Kaus - S", "1", "1", "", "50000", "", "S"],
            &["3", "variation", "K1-M", "Kaus - M", "1", "1", "", "60000", "", "M"],
        ]);
        let record = &understand(&grid).unwrap().records[0];
        assert_eq!(value(record, "harga").as_deref(), Some("50000-60000"));
        assert_eq!(value(record, "kategori").as_deref(), Some("Fesyen > Pakaian"));
        assert_eq!(value(record, "varian").as_deref(), Some("S; M"));
    }
}
