//! The review as Markdown, for the page of a proposal. Hosts cut long comments off, so every list has its limit.

use std::fmt::Write;

use super::{Bytes, Fix, Mistake, PageRef, Review, Shown, SiteChanges, State, Touched};
use crate::bahasa::{Language, group};

/// By this line a workflow finds its own comment again.
pub const MARK: &str = "<!-- etalase:tinjauan -->";
/// Characters of the whole; GitHub takes 65,536.
const LETTERS_MAX: usize = 60_000;
/// Rows of a list.
const ERRORS_SHOWN: usize = 40;
const REMARKS_SHOWN: usize = 20;
const ENTRIES_SHOWN: usize = 25;
const WORDS_SHOWN: usize = 30;
const PAGES_SHOWN: usize = 12;
/// Names of pages behind a difference.
const NAMES_SHOWN: usize = 3;
/// Letters of a text from a page.
const TEXT_MAX: usize = 140;

/// The page.
pub fn page(review: &Review, language: Language) -> String {
    let writer = Writer { language };
    let mut out = format!("{MARK}\n## {}\n\n", writer.pick("Tinjauan isi", "Review of the content"));
    writer.verdict(review, &mut out);
    writer.mistakes(&review.mistakes, &mut out);
    writer.entries(review, &mut out);
    writer.site(review, &mut out);
    if out.chars().count() > LETTERS_MAX {
        out = out.chars().take(LETTERS_MAX).collect();
        let end = out.rfind('\n').unwrap_or(out.len());
        out.truncate(end);
        let _ = write!(
            out,
            "\n\n{}\n",
            writer
                .pick("… selebihnya dipotong karena terlalu panjang.", "… the rest is cut off because it is too long.")
        );
    }
    out
}

struct Writer {
    language: Language,
}

impl Writer {
    fn pick<'t>(&self, id: &'t str, en: &'t str) -> &'t str {
        self.language.pick(id, en)
    }

    fn count(&self, number: usize, id: &str, one: &str, more: &str) -> String {
        let word = self.language.pick(id, if number == 1 { one } else { more });
        format!("{} {word}", group(number as u64, self.language))
    }

    fn verdict(&self, review: &Review, out: &mut String) {
        let errors = review.counts.errors;
        let verdict = match errors {
            0 => self
                .pick(
                    "✅ **Tidak ada kesalahan. Usulan ini siap terbit.**",
                    "✅ **No mistakes. This is ready to be published.**",
                )
                .to_owned(),
            _ => self.language.pick(
                format!("❌ **Belum bisa terbit: {errors} kesalahan harus dibetulkan dulu.**"),
                format!(
                    "❌ **Cannot be published yet: {} first.**",
                    self.count(errors, "", "mistake has to be mended", "mistakes have to be mended")
                ),
            ),
        };
        let of = |wanted: fn(&State) -> bool| review.entries.iter().filter(|entry| wanted(&entry.state)).count();
        let parts = [
            (of(|state| *state == State::New), self.pick("baru", "new")),
            (of(|state| *state == State::Changed), self.pick("diubah", "changed")),
            (of(|state| matches!(state, State::Renamed { .. })), self.pick("pindah alamat", "moved")),
            (of(|state| *state == State::Gone), self.pick("dihapus", "removed")),
        ];
        let parts: Vec<String> =
            parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
        let entries = match parts.is_empty() {
            true => self.pick("Tidak ada entri yang berubah.", "No entry differs.").to_owned(),
            false => format!("{}: {}.", self.pick("Entri", "Entries"), parts.join(", ")),
        };
        let mended = match review.mended {
            0 => String::new(),
            many => self.language.pick(
                format!(" {many} masalah lama ikut selesai."),
                format!(" {} solved.", self.count(many, "", "earlier problem is", "earlier problems are")),
            ),
        };
        let _ = writeln!(out, "{verdict} {entries}{mended}");
    }

    fn mistakes(&self, mistakes: &[Mistake], out: &mut String) {
        let (errors, remarks): (Vec<&Mistake>, Vec<&Mistake>) =
            mistakes.iter().partition(|mistake| mistake.level == "error");
        if !errors.is_empty() {
            let _ = writeln!(out, "\n### {}\n", self.pick("Yang harus dibetulkan", "What has to be mended"));
            errors.iter().take(ERRORS_SHOWN).for_each(|mistake| self.mistake(mistake, out));
            self.rest(errors.len(), ERRORS_SHOWN, out);
        }
        if !remarks.is_empty() {
            let warnings = remarks.iter().filter(|mistake| mistake.level == "warning").count();
            let advice = remarks.len() - warnings;
            let mut parts = Vec::new();
            if warnings > 0 {
                parts.push(self.count(warnings, "peringatan", "warning", "warnings"));
            }
            if advice > 0 {
                parts.push(self.count(advice, "saran", "hint", "hints"));
            }
            let joined = parts.join(self.pick(" dan ", " and "));
            let not_in_the_way = self.pick("tidak menghalangi terbit", "not in the way of publishing");
            let _ = writeln!(out, "\n<details><summary>{joined} ({not_in_the_way})</summary>\n");
            remarks.iter().take(REMARKS_SHOWN).for_each(|mistake| self.mistake(mistake, out));
            self.rest(remarks.len(), REMARKS_SHOWN, out);
            out.push_str("\n</details>\n");
        }
    }

    fn mistake(&self, mistake: &Mistake, out: &mut String) {
        let line = match mistake.line {
            0 => String::new(),
            line => format!(" {} {line}", self.pick("baris", "line")),
        };
        let hint = match mistake.hint.split_once(": ").filter(|(word, _)| matches!(*word, "tulis" | "write")) {
            Some((_, text)) => format!("{} {}", self.pick("Tulis:", "Write:"), code(text)),
            None => plain(&mistake.hint),
        };
        let _ = writeln!(
            out,
            "- {}{line}: {}\n  {hint} <sub>{}</sub>",
            code(&mistake.file),
            plain(&mistake.message),
            mistake.code
        );
    }

    fn rest(&self, all: usize, shown: usize, out: &mut String) {
        if all > shown {
            let _ = writeln!(out, "- {}", self.more(all - shown));
        }
    }

    fn more(&self, many: usize) -> String {
        self.language.pick(format!("… dan {many} lagi"), format!("… and {many} more"))
    }

    fn entries(&self, review: &Review, out: &mut String) {
        if review.entries.is_empty() && review.others.is_empty() {
            return;
        }
        let _ = writeln!(out, "\n### {}", self.pick("Entri yang disentuh", "Entries that are touched"));
        for entry in review.entries.iter().take(ENTRIES_SHOWN) {
            self.entry(entry, out);
        }
        if review.entries.len() > ENTRIES_SHOWN {
            let _ = writeln!(out, "\n{}", self.more(review.entries.len() - ENTRIES_SHOWN));
        }
        if !review.others.is_empty() {
            let names: Vec<String> = review.others.iter().take(PAGES_SHOWN).map(|path| code(path)).collect();
            let more = review.others.len().saturating_sub(PAGES_SHOWN);
            let more = if more > 0 { format!(" {}", self.more(more)) } else { String::new() };
            let _ = writeln!(
                out,
                "\n{} {}{more}",
                self.pick("Berkas lain yang berubah:", "Other files that differ:"),
                names.join(", ")
            );
        }
    }

    fn entry(&self, entry: &Touched, out: &mut String) {
        let name = entry.name.as_deref().map_or_else(|| code(&entry.file), |name| format!("**{}**", plain(name)));
        let state = match &entry.state {
            State::New => self.pick("baru", "new").to_owned(),
            State::Changed => self.pick("diubah", "changed").to_owned(),
            State::Gone => self.pick("dihapus", "removed").to_owned(),
            State::Renamed { from, .. } => {
                format!("{} {}", self.pick("pindah dari", "moved from"), code(from))
            }
        };
        let score = match entry.score {
            Some((Some(before), now)) if before != now => {
                let grade = if now > before { "▲" } else { "▼" };
                format!(" · {} {before} → **{now}** {grade}", self.pick("kelengkapan", "completeness"))
            }
            Some((_, now)) => format!(" · {} **{now}**", self.pick("kelengkapan", "completeness")),
            None => String::new(),
        };
        let file = if entry.name.is_some() { format!("  \n{}", code(&entry.file)) } else { String::new() };
        let _ = writeln!(out, "\n#### {name} · {} · {state}{score}{file}\n", entry.kind);
        if let Some(words) = self.unseen(entry) {
            let _ = writeln!(out, "> {words}\n");
        }
        if let Some(words) = self.address(entry) {
            let _ = writeln!(out, "> {words}\n");
        }
        if !entry.fields.is_empty() {
            let _ = writeln!(
                out,
                "| {} | {} | {} |\n| --- | --- | --- |",
                self.pick("Kolom", "Field"),
                self.pick("Sebelum", "Before"),
                self.pick("Sesudah", "After")
            );
            let empty = self.pick("*kosong*", "*empty*");
            let hidden = self.pick("*diubah, tidak ditulis di sini*", "*changed, not repeated here*");
            for field in &entry.fields {
                let cell = |text: &Option<String>| match text {
                    _ if field.private => hidden.to_owned(),
                    Some(text) => plain(text),
                    None => empty.to_owned(),
                };
                let _ = writeln!(out, "| {} | {} | {} |", plain(&field.title), cell(&field.before), cell(&field.after));
            }
            out.push('\n');
        }
        if entry.files > 0 && entry.state != State::Gone {
            let words = self.count(
                entry.files,
                "foto atau berkas lain berubah",
                "photo or other file differs",
                "photos or other files differ",
            );
            let _ = writeln!(out, "{words}.\n");
        }
        self.fixes(&entry.fixes, out);
    }

    fn unseen(&self, entry: &Touched) -> Option<&'static str> {
        let (id, en) = match entry.unseen {
            "draf" => (
                "Masih draf: belum tampil di situs. Hapus baris `status: draf` bila sudah siap.",
                "Still a draft: not on the site. Remove the line `status: draf` when it is ready.",
            ),
            "persetujuan" => (
                "Tidak tampil di situs: belum ada persetujuan pemilik yang berlaku.",
                "Not on the site: there is no valid consent of its owner.",
            ),
            "rusak" => (
                "Belum bisa ditampilkan; lihat kesalahan atau persetujuan pembuatnya.",
                "Cannot be shown yet; see the mistakes or its maker's consent.",
            ),
            _ => return None,
        };
        Some(self.language.pick(id, en))
    }

    fn address(&self, entry: &Touched) -> Option<String> {
        match &entry.state {
            State::Renamed { from, redirected: false } => Some(self.language.pick(
                format!("Alamat lama akan menampilkan “tidak ditemukan”. Tambahkan di entrinya: {}", code(&format!("alamat_lama: [{from}]"))),
                format!("The old address will say “not found”. Add to the entry: {}", code(&format!("alamat_lama: [{from}]"))),
            )),
            State::Gone => Some(
                self.pick(
                    "Alamatnya akan menampilkan “tidak ditemukan”. Bila hanya tidak dijual lagi, lebih baik simpan berkasnya dengan `status: arsip`.",
                    "Its address will say “not found”. If it is only not sold any more, better keep the file with `status: arsip`.",
                )
                .to_owned(),
            ),
            _ => None,
        }
    }

    fn fixes(&self, fixes: &[Fix], out: &mut String) {
        if fixes.is_empty() {
            return;
        }
        let _ = writeln!(out, "{}\n", self.pick("Paling mudah ditambahkan:", "Cheapest to add:"));
        for (at, fix) in fixes.iter().enumerate() {
            let line = match fix.advice.lines.contains('\n') {
                _ if fix.advice.lines.is_empty() => ".".to_owned(),
                false => format!(": {}", code(&fix.advice.lines)),
                true => format!(":\n   ```yaml\n{}\n   ```", indented(&fix.advice.lines)),
            };
            let _ = writeln!(out, "{}. **+{}** {}{line}", at + 1, fix.points, plain(&fix.advice.words));
        }
    }

    fn site(&self, review: &Review, out: &mut String) {
        let _ =
            writeln!(out, "\n### {}\n", self.pick("Yang tampak berbeda di situs", "What the site shows differently"));
        let Some(site) = &review.site else {
            let words = match review.base_broken && review.counts.errors == 0 {
                true => self.pick(
                    "Situs sebelum usulan ini tidak bisa dibuat, jadi tidak ada pembandingnya.",
                    "The site before this cannot be built, so there is nothing to compare with.",
                ),
                false => self.pick(
                    "Baru bisa diperlihatkan setelah kesalahan di atas dibetulkan.",
                    "It can be shown once the mistakes above are mended.",
                ),
            };
            let _ = writeln!(out, "{words}");
            return;
        };
        if site.is_empty() {
            let words =
                self.pick("Tidak ada: pengunjung melihat situs yang sama.", "Nothing: visitors see the same site.");
            let _ = writeln!(out, "{words}");
            return;
        }
        self.pages(site, out);
        self.words(&site.words, out);
        self.numbers(site, out);
    }

    fn pages(&self, site: &SiteChanges, out: &mut String) {
        let lists = [
            (&site.added, self.count(site.added.len(), "halaman baru", "new page", "new pages")),
            (&site.gone, self.count(site.gone.len(), "halaman hilang", "page is gone", "pages are gone")),
            (
                &site.moved,
                self.count(
                    site.moved.len(),
                    "alamat lama kini dialihkan",
                    "old address leads on",
                    "old addresses lead on",
                ),
            ),
        ];
        for (pages, words) in lists.iter().filter(|(pages, _)| !pages.is_empty()) {
            let _ = writeln!(out, "**{words}**\n");
            // English pages follow their Indonesian ones.
            let is_english = |page: &&PageRef| page.address.starts_with("/en/");
            let (english, own): (Vec<&PageRef>, Vec<&PageRef>) = pages.iter().partition(is_english);
            let listed = if own.is_empty() { &english } else { &own };
            for page in listed.iter().take(PAGES_SHOWN) {
                let _ = writeln!(out, "- {}", self.page_name(page, true));
            }
            self.rest(listed.len(), PAGES_SHOWN, out);
            if !own.is_empty() && !english.is_empty() {
                let words =
                    self.count(english.len(), "halaman bahasa Inggrisnya", "page in English", "pages in English");
                let _ = writeln!(out, "- {words}");
            }
            out.push('\n');
        }
    }

    fn page_name(&self, page: &PageRef, with_address: bool) -> String {
        match (page.title.is_empty(), with_address) {
            (true, _) => code(&page.address),
            (false, true) => format!("{} {}", plain(&clipped(&page.title)), code(&page.address)),
            (false, false) => plain(&clipped(&page.title)),
        }
    }

    fn words(&self, words: &[Shown], out: &mut String) {
        if words.is_empty() {
            return;
        }
        let english = |row: &&Shown| row.pages.iter().all(|page| page.address.starts_with("/en/"));
        let (english, own): (Vec<&Shown>, Vec<&Shown>) = words.iter().partition(english);
        if !own.is_empty() {
            let _ = writeln!(out, "**{}**\n", self.pick("Teks", "Words"));
            own.iter().take(WORDS_SHOWN).for_each(|row| self.row(row, out));
            self.rest(own.len(), WORDS_SHOWN, out);
            out.push('\n');
        }
        if !english.is_empty() {
            let title = self.pick("Di halaman bahasa Inggris", "On English pages");
            let _ = writeln!(out, "<details><summary>{title} ({})</summary>\n", english.len());
            english.iter().take(WORDS_SHOWN).for_each(|row| self.row(row, out));
            self.rest(english.len(), WORDS_SHOWN, out);
            out.push_str("\n</details>\n\n");
        }
    }

    fn row(&self, row: &Shown, out: &mut String) {
        let quoted = |text: &str| format!("“{}”", plain(&clipped(text)));
        let words = match row.what {
            "text" => format!("{} → {}", quoted(&row.before), quoted(&row.after)),
            "added" => format!("{} {}", self.pick("baru:", "new:"), quoted(&row.after)),
            "removed" => format!("{} {}", self.pick("hilang:", "gone:"), quoted(&row.before)),
            "card_added" => format!("{} {}", self.pick("kartu baru", "new card"), quoted(&row.after)),
            "card_removed" => format!("{} {}", self.pick("kartu hilang", "card gone"), quoted(&row.before)),
            "count" => format!(
                "{} {} → {}",
                self.pick("jumlah entri ikut berubah, misalnya", "numbers of entries follow, such as"),
                quoted(&row.before),
                quoted(&row.after)
            ),
            _ => self
                .pick("data pribadi berubah (tidak ditulis di sini)", "personal data differ (not repeated here)")
                .to_owned(),
        };
        let _ = writeln!(out, "- {words} {}", self.places(&row.pages));
    }

    /// `di Produk, Keripik, dan 3 halaman lagi`.
    fn places(&self, pages: &[PageRef]) -> String {
        let mut names: Vec<String> = pages.iter().take(NAMES_SHOWN).map(|page| self.page_name(page, false)).collect();
        names.dedup();
        let more = pages.len().saturating_sub(NAMES_SHOWN);
        let more = match more {
            0 => String::new(),
            more => self.language.pick(format!(" dan {more} halaman lagi"), format!(" and {more} more")),
        };
        format!("<sub>{} {}{more}</sub>", self.pick("di", "on"), names.join(", "))
    }

    fn numbers(&self, site: &SiteChanges, out: &mut String) {
        let kinds = [
            (site.changed.len(), ["halaman berubah teksnya", "page reads otherwise", "pages read otherwise"]),
            (
                site.reordered.len(),
                [
                    "halaman hanya berubah urutan kartunya",
                    "page has its cards in another order",
                    "pages have their cards in another order",
                ],
            ),
            (
                site.unseen.len(),
                [
                    "halaman berubah tanpa perubahan teks (gambar, alamat, data mesin pencari)",
                    "page differs in no word (pictures, addresses, data for search engines)",
                    "pages differ in no word (pictures, addresses, data for search engines)",
                ],
            ),
            (site.pictures_added, ["gambar baru", "new picture", "new pictures"]),
            (site.pictures_gone, ["gambar hilang", "picture gone", "pictures gone"]),
        ];
        let there = kinds.into_iter().filter(|(many, _)| *many > 0);
        let parts: Vec<String> = there.map(|(many, [id, one, more])| self.count(many, id, one, more)).collect();
        if !parts.is_empty() {
            let _ = writeln!(out, "{}.\n", parts.join(", "));
        }
        let total = site.total();
        let groups: Vec<String> = site
            .bytes
            .iter()
            .filter(|(_, bytes)| bytes.before != bytes.after)
            .map(|(name, bytes)| format!("{} {}", self.group(name), self.difference(*bytes)))
            .collect();
        let groups = if groups.is_empty() { String::new() } else { format!(": {}", groups.join(", ")) };
        let _ = writeln!(
            out,
            "{} {} ({}){groups}.",
            self.pick("Ukuran situs", "Size of the site"),
            self.size(total.after),
            self.difference(total)
        );
    }

    fn group(&self, name: &str) -> &'static str {
        let (id, en) = match name {
            "halaman" => ("halaman", "pages"),
            "foto" => ("foto", "photos"),
            "pencarian" => ("pencarian", "search"),
            _ => ("lain-lain", "others"),
        };
        self.language.pick(id, en)
    }

    fn difference(&self, bytes: Bytes) -> String {
        match bytes.after.checked_sub(bytes.before) {
            Some(0) => self.pick("tetap", "the same").to_owned(),
            Some(more) => format!("+{}", self.size(more)),
            None => format!("−{}", self.size(bytes.before - bytes.after)),
        }
    }

    fn size(&self, bytes: u64) -> String {
        let number = |value: f64, unit: &str| {
            let text = format!("{value:.1} {unit}");
            self.language.pick(text.replace('.', ","), text)
        };
        match bytes {
            0..1_000 => format!("{bytes} B"),
            1_000..1_000_000 => number(bytes as f64 / 1e3, "kB"),
            _ => number(bytes as f64 / 1e6, "MB"),
        }
    }
}

fn clipped(text: &str) -> String {
    if text.chars().count() <= TEXT_MAX {
        return text.to_owned();
    }
    let short: String = text.chars().take(TEXT_MAX).collect();
    format!("{}…", short.trim_end())
}

fn indented(lines: &str) -> String {
    lines.lines().map(|line| format!("   {line}")).collect::<Vec<_>>().join("\n")
}

/// A text in which no sign means anything to Markdown, and no word calls a person or names an issue.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => {
                out.push('\\');
                out.push(letter);
            }
            // An unseen space keeps hosts from making a link of it.
            '@' | '#' | '!' | '$' | '%' | '&' => {
                out.push_str(if letter == '&' { "&amp;" } else { "" });
                if letter != '&' {
                    out.push(letter);
                    out.push('\u{200b}');
                }
            }
            letter => out.push(letter),
        }
    }
    out.replace("://", ":\u{200b}//").replace("www.", "www\u{200b}.")
}

/// A text as code, whatever stands in it.
pub fn code(text: &str) -> String {
    let flat = text.replace(['\n', '\r'], " ");
    let longest = flat.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if flat.starts_with('`') || flat.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{flat}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_entries_command_nothing() {
        assert_eq!(plain("a|b <b> @kota #12 *x*"), "a\\|b &lt;b&gt; @\u{200b}kota #\u{200b}12 \\*x\\*");
        assert_eq!(plain("https://a.id\n- x & y"), "https:\u{200b}//a.id - x &amp; y");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("harga: 1"), "`harga: 1`");
    }
}
