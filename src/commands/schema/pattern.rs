//! Regular expressions for the forms that a text may have, in the dialect that editors share (ECMA 262, with or without
//! its `u` flag; Python's `re` reads them too). They follow the readers in `model/`; where a reader looks at two values
//! together (a range that falls, a day that its month does not have) a pattern can only be the wider of the two.

use crate::bahasa::Language;
use crate::model::LinkKind;
use crate::model::LinkRole;

/// At least one visible character.
pub(in crate::commands) const FILLED: &str = r"\S";

/// Marks that may stand between the letters of a choice or a name, as the readers ignore them.
const MARKS: &str = r"[\s!-/:-@\[-`{-~–—]*";
/// Marks that people put between digits.
const GAP: &str = r"[ .\-–—−]*";
/// What stands between the parts of a date.
const DATE_GAP: &str = r"[ ,/.\-–—−]+";

/// Exactly this text, however its letters are cased: `ya` as `[Yy][Aa]`.
pub(in crate::commands) fn any_case(text: &str) -> String {
    text.chars().map(letter).collect()
}

fn letter(c: char) -> String {
    let (lower, upper) = (c.to_lowercase().to_string(), c.to_uppercase().to_string());
    if lower != upper {
        return format!("[{upper}{lower}]");
    }
    escape(c)
}

fn escape(c: char) -> String {
    if r"^$\.*+?()[]{}|/".contains(c) { format!("\\{c}") } else { c.to_string() }
}

/// One of these words, however cased, and with any marks or none between its parts: `Kurir Toko` for `kurir_toko`.
pub(in crate::commands) fn loose<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    format!("^{MARKS}(?:{}){MARKS}$", parts(words))
}

/// The name of a place, with or without the word before it.
pub(in crate::commands) fn place<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let words = ["kecamatan", "kelurahan"].map(any_case).join("|");
    format!("^{MARKS}(?:(?:{words}) )?{MARKS}(?:{}){MARKS}$", parts(names))
}

/// Alternatives for `loose` words, each once.
fn parts<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let word = |word: &str| {
        let parts = word.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        parts.map(any_case).collect::<Vec<_>>().join(MARKS)
    };
    let mut all: Vec<String> = Vec::new();
    for pattern in words.into_iter().map(word) {
        if !all.contains(&pattern) {
            all.push(pattern);
        }
    }
    all.join("|")
}

/// One of these texts and nothing else, however cased.
pub(in crate::commands) fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(any_case).collect();
    format!(r"^\s*(?:{})\s*$", words.join("|"))
}

/// `ya` and `tidak` in all their forms.
pub(in crate::commands) fn flag() -> String {
    one_of(["ya", "iya", "true", "yes", "benar", "tidak", "false", "no", "bukan", "tdk"])
}

/// A whole number of at most so many digits.
pub(in crate::commands) fn whole(min: i64, max: i64) -> String {
    let digits = max.unsigned_abs().max(min.unsigned_abs()).to_string().len();
    let sign = if min < 0 { "[+-]?" } else { r"\+?" };
    format!(r"^\s*{sign}[0-9]{{1,{digits}}}\s*$")
}

/// A number with a decimal comma or point, perhaps with thousands set apart and a percent sign.
pub(in crate::commands) const DECIMAL: &str = r"^\s*[+\-–−]?(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,9})?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,9})?|[0-9]{1,15}(?:[.,][0-9]{1,9})?)\s*%*\s*$";

const DAY: &str = "(?:0?[1-9]|[12][0-9]|3[01])";
const MONTH: &str = "(?:0?[1-9]|1[0-2])";
const YEAR: &str = "(?:19|2[01])[0-9]{2}";

fn month_names() -> String {
    let mut names: Vec<String> = Vec::new();
    for month in 1..=12 {
        for language in Language::ALL {
            names.push(any_case(crate::bahasa::month_name(month, language)));
            names.push(any_case(crate::bahasa::month_short(month, language)));
        }
    }
    names.extend(
        ["pebruari", "peb", "mrt", "agt", "ags", "agst", "agust", "sept", "okto", "nop", "nopember", "desem"]
            .map(any_case),
    );
    names.dedup();
    format!("(?:{})", names.join("|"))
}

fn weekdays() -> String {
    let mut names: Vec<String> = Vec::new();
    for day in crate::bahasa::Weekday::ALL {
        for language in Language::ALL {
            names.push(any_case(day.name(language)));
            names.push(any_case(day.short(language)));
        }
    }
    let others =
        ["snn", "senen", "slasa", "tues", "rebo", "rbu", "weds", "kms", "kemis", "thur", "thurs", "jum'at", "jum’at"];
    names.extend(others.map(any_case));
    names.extend(["jumaat", "jmt", "sbt", "saptu", "ahad", "mgg", "ming", "mg"].map(any_case));
    format!("(?:{})", names.join("|"))
}

/// A date without its anchors.
fn date_core() -> String {
    let (names, days) = (month_names(), weekdays());
    let big_day = "(?:1[3-9]|2[0-9]|3[01])";
    // 05/05/2026 is the same day either way round.
    let twins: Vec<String> = (1..=12).map(|n| format!("0?{n}{DATE_GAP}0?{n}")).collect();
    let forms = [
        format!("{YEAR}{DATE_GAP}{MONTH}{DATE_GAP}{DAY}"),
        format!("{DAY}(?:st|nd|rd|th)?(?:{DATE_GAP})?{names}(?:{DATE_GAP})?{YEAR}"),
        format!("{names}(?:{DATE_GAP})?{DAY}(?:st|nd|rd|th)?{DATE_GAP}{YEAR}"),
        format!("{big_day}{DATE_GAP}{MONTH}{DATE_GAP}{YEAR}"),
        format!("{MONTH}{DATE_GAP}{big_day}{DATE_GAP}{YEAR}"),
        format!("(?:{}){DATE_GAP}{YEAR}", twins.join("|")),
    ];
    let front = format!("(?:(?:{}|{})[ .]+)?(?:{days}(?:{DATE_GAP}))?", any_case("tanggal"), any_case("tgl"));
    format!("{front}(?:{})", forms.join("|"))
}

/// A day: `2026-03-17`, `17 Maret 2026`, `17/03/2026`.
pub(in crate::commands) fn date() -> String {
    format!(r"^\s*{}(?:[T ]00[:.]00(?:[:.]00)?Z?)?[ .]*$", date_core())
}

/// A month of a year: `2026-02`, `Februari 2026`; a whole date will do.
pub(in crate::commands) fn month() -> String {
    let names = month_names();
    let forms = [
        format!("{YEAR}{DATE_GAP}(?:{MONTH}|{names})"),
        format!("{MONTH}{DATE_GAP}{YEAR}"),
        format!("{names}(?:{DATE_GAP})?{YEAR}"),
        date_core(),
    ];
    format!(r"^\s*(?:{})[ .]*$", forms.join("|"))
}

/// A day and a time: `2026-12-05T09:00`, `5 Desember 2026 pukul 9.00 WIB`.
pub(in crate::commands) fn moment() -> String {
    let words = ["pukul", "pkl", "jam"].map(any_case).join("|");
    let periods = ["pagi", "siang", "sore", "malam", "am", "pm"].map(any_case).join("|");
    let zones = ["wib", "wita", "wit", "utc", "gmt", "z"].map(any_case).join("|");
    let time = "(?:[01]?[0-9]|2[0-4])(?:[.:][0-5][0-9](?:[.:]00)?)?";
    format!(
        r"^\s*{}(?:[Tt ,]+(?:{words})?[. ]*){time} ?(?:{periods})? ?(?:{zones}|[+\-−](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?\s*$",
        date_core()
    )
}

/// Months of every year: `Maret–April`, `Maret, Juli dan Agustus`.
pub(in crate::commands) fn season() -> String {
    let names = month_names();
    let joints = ["sampai", "hingga", "dan"].map(any_case).join("|");
    let all = ["sepanjang tahun", "setiap bulan", "all year"].map(any_case).join("|");
    format!(
        r"^\s*(?:{all}|(?:{names}\.?)(?:(?:\s*(?:[-–—,&;/]|[sS]\.[dD]\.|[sS]/[dD])\s*|\s+(?:{joints})\s+)(?:{names}\.?))*)\s*$"
    )
}

/// An amount of rupiah without anchors: `25000`, `Rp25.000,-`, `25rb`, `1,5 juta`.
fn rupiah_core() -> String {
    let signs = ["rp", "idr"].map(any_case).join("|");
    let words = ["rb", "ribu", "k", "jt", "juta"].map(any_case).join("|");
    format!(
        r"(?:{signs})?\.? *(?:(?:[0-9]{{1,3}}(?:\.[0-9]{{3}})+|[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,13}})(?:,00)?(?:[,.][\-–—])?|[0-9]{{1,7}}(?:[.,][0-9]{{1,2}})? *(?:{words})\.?)"
    )
}

/// Nothing but zeros is no price.
const NOT_ZERO: &str = r"(?!\D*0+(?:[.,][0\-]+)*\D*$)";

/// A price: an amount, a range, `mulai …`, `tanya`.
pub(in crate::commands) fn price() -> String {
    let amount = rupiah_core();
    let ask = ["tanya", "tanya harga", "tanyakan", "ask"].map(any_case).join("|");
    let from = ["mulai dari", "mulai", "dari", "starting from", "start from", "from"].map(any_case).join("|");
    let joints = ["sampai dengan", "sampai", "hingga", "sd", "to"].map(any_case).join("|");
    format!(
        r"^\s*(?:{ask}|{NOT_ZERO}(?:(?:{from})[ :]+{amount}|{amount}(?:\s*(?:[-–—−]|[sS]\.[dD]\.|[sS]/[dD]|(?:{joints}) )\s*{amount})?))\s*$"
    )
}

/// What taking part costs: a price, or nothing.
pub(in crate::commands) fn fee() -> String {
    let free = ["0", "rp0", "rp 0", "gratis", "free", "tanpa biaya"].map(any_case).join("|");
    format!(r"^\s*(?:{free})\s*$|{}", price())
}

/// Days: `7`, `3-5 hari`, `2 minggu`.
pub(in crate::commands) fn days() -> String {
    let units = ["hari", "hr", "days", "day", "minggu", "weeks", "week"].map(any_case).join("|");
    let joints = format!(r"\s*(?:[-–—−]|[sS]\.[dD]\.|[sS]/[dD]|{})\s*", any_case("sampai"));
    let number = "(?:[1-9]|[1-9][0-9]|1[0-7][0-9]|180)";
    format!(r"^\s*{number}(?:{joints}{number})?\s*(?:{units})?\s*$")
}

/// A telephone number or a WhatsApp link.
pub(in crate::commands) fn phone() -> String {
    let gap = r"[ ().\-/‐-―−]*";
    let digits = |least: usize, most: usize| format!("(?:{gap}[0-9]){{{least},{most}}}");
    let country = format!(r"(?:(?:{gap}\+|{gap}0{gap}0)?{gap}6{gap}2(?:{gap}0)?|{gap}0)");
    let mobile = format!("{gap}8{gap}[1-35-9]{}", digits(7, 10));
    let landline = format!("{gap}[2-7]{}", digits(7, 9));
    let web = r"(?:[hH][tT][tT][pP][sS]?://)?(?:[wW]{3}\.)?";
    let link = format!(
        r"{web}(?:[wW][aA]\.[mM][eE]/\+?(?:62|0)?(?:8[1-35-9][0-9]{{7,10}}|[2-7][0-9]{{7,9}})/?(?:\?\S*)?|(?:[a-z]+\.)?[wW][hH][aA][tT][sS][aA][pP][pP]\.[cC][oO][mM]/\S*[?&]phone=\S+)"
    );
    // Without a country code only a mobile number can be told from others.
    format!(r"^\s*(?:(?:{country})?{mobile}{gap}|{country}{landline}{gap}|{link})\s*$")
}

const HOST: &str = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*";

/// An e-mail address.
pub(in crate::commands) fn email() -> String {
    let atom = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    format!(r"^\s*(?:mailto:)?{atom}(?:\.{atom})*@{HOST}\s*$")
}

/// An https address of any site but a messenger's.
pub(in crate::commands) fn url() -> String {
    let https = any_case("https");
    format!(
        r"^\s*{https}://(?!(?:[^/?#]*\.)?(?:wa\.me|wa\.link|whatsapp\.com|t\.me)(?:[/?#:]|$)){HOST}(?::[0-9]+)?(?:[/?#]\S*)?\s*$"
    )
}

/// The address of this site: http or https, no query.
pub(in crate::commands) const SITE_ADDRESS: &str =
    r"^\s*[hH][tT][tT][pP][sS]?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9-])?(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]*)*\s*$";

/// A page on a platform, or (social media) the name of an account there.
pub(in crate::commands) fn link(kind: LinkKind) -> String {
    if kind == LinkKind::Website {
        return url();
    }
    let hosts = kind.hosts().iter().chain(kind.short_hosts());
    let hosts: Vec<String> = hosts.map(|host| any_case(host)).collect();
    let page = format!(r"{}://(?:[A-Za-z0-9-]+\.)*(?:{})(?:[/?#]\S*)?", any_case("https"), hosts.join("|"));
    if kind.role() != LinkRole::Social {
        return format!(r"^\s*{page}\s*$");
    }
    let (least, most, marks) = match kind {
        LinkKind::Instagram => (1, 30, "._"),
        LinkKind::Tiktok => (2, 24, "._"),
        LinkKind::Youtube => (3, 30, r"._\-"),
        _ => (5, 50, "."),
    };
    let own_host = format!("(?!@?(?:[A-Za-z0-9-]+\\.)*(?:{})$)", hosts.join("|"));
    format!(r"^\s*(?:{own_host}@?(?!\.)[A-Za-z0-9{marks}]{{{least},{most}}}(?<!\.)|{page})\s*$")
}

/// 13 digits that are neither all the same nor counted up.
pub(in crate::commands) fn nib() -> String {
    let same: Vec<String> = (0..10).map(|digit| format!("{digit}{{13}}")).collect();
    let words = ["nib", "nomor", "no"].map(any_case).join("|");
    format!(
        r"^(?!(?:{}|1234567890123|0123456789012)$)\s*(?:{GAP}(?:{words}|:)\s*)*(?:{GAP}[0-9]){{13}}{GAP}\s*$",
        same.join("|")
    )
}

/// 5 digits.
pub(in crate::commands) fn kbli() -> String {
    format!(r"^\s*(?:{}\s*:?)?(?:{GAP}[0-9]){{5}}{GAP}\s*$", any_case("kbli"))
}

/// Opening hours: only words and signs that mean something there.
pub(in crate::commands) fn hours() -> String {
    let words = [
        "hari libur nasional",
        "libur nasional",
        "hari besar",
        "tanggal merah",
        "public holidays",
        "sampai dengan",
        "s.d.",
        "s/d",
        "sd",
        "setiap hari",
        "tiap hari",
        "every day",
        "hari kerja",
        "akhir pekan",
        "24 jam",
        "24 hours",
        "dengan perjanjian",
        "dengan janji",
        "sesuai janji",
        "janji temu",
        "by appointment",
        "janji dulu",
        "wib",
        "pukul",
        "pkl",
        "jam",
        "buka",
        "hari",
        "mulai",
        "open",
        "operasional",
        "sampai",
        "hingga",
        "to",
        "dan",
        "and",
        "serta",
        "tutup",
        "libur",
        "closed",
        "kecuali",
        "istirahat",
        "jeda",
        "break",
        "janji",
        "perjanjian",
        "pagi",
        "siang",
        "sore",
        "malam",
        "am",
        "pm",
    ];
    let words: Vec<String> = words.iter().map(|word| any_case(word)).collect();
    let says = ["janji", "perjanjian", "appointment"].map(any_case).join("|");
    let time = r"(?:[01]?[0-9]|2[0-4])(?:[.:][0-5][0-9]){0,2}(?![0-9])";
    format!(
        r"^(?=[\s\S]*(?:[0-9]|{says}))(?:(?:{}|{})(?![A-Za-z])|{time}|[ .:,;()&+/|\n\-–—])+$",
        words.join("|"),
        weekdays()
    )
}

/// Degrees north within the city's bounds, without anchors.
const LATITUDE: &str = r"[-−–]6[.,](?:[23][0-9]*|4(?:[01][0-9]*|20*)?)°?";
/// Degrees east.
const LONGITUDE: &str = r"\+?106[.,](?:[67][0-9]*|8(?:[01][0-9]*|20*)?)°?";

/// One end of a map point as text.
pub(in crate::commands) fn latitude() -> String {
    format!(r"^\s*{LATITUDE}\s*$")
}

/// The other end.
pub(in crate::commands) fn longitude() -> String {
    format!(r"^\s*{LONGITUDE}\s*$")
}

/// Both in one text.
pub(in crate::commands) fn point() -> String {
    format!(r"^\s*[\[(]?\s*{LATITUDE}(?:\s*;\s*|,?\s+|,){LONGITUDE}\s*[\])]?\s*$")
}

/// Parts that a comma may set apart, each at most so long.
pub(in crate::commands) fn comma_list(most: usize) -> String {
    format!(r"^(?=[\s\S]*\S)[^,]{{0,{most}}}(?:,[^,]{{0,{most}}})*$")
}

/// The numbers of permits by kind, where their form is fixed.
pub(in crate::commands) fn permit(kind: &str) -> Option<String> {
    let digits = |count: usize| format!("(?:{GAP}[0-9]){{{count}}}");
    let words = |words: &[&str]| words.iter().map(|word| any_case(word)).collect::<Vec<_>>().join("|");
    Some(match kind {
        "pirt" => {
            let front = words(&["spp-irt", "sppirt", "p-irt", "pirt", "dinkes", "nomor", "no"]);
            format!(r"^\s*(?:(?:{front}|[:. ])\s*)*[1-9](?:[ .]*[0-9]){{12}}[ .]*[\-–—−]?(?:[ .]*[0-9]){{2}}[ .]*$")
        }
        "bpom" => {
            let front = words(&["badan pom", "badanpom", "bpom", "ri", "nomor", "no"]);
            format!(
                r"^\s*(?:(?:{front}|:){GAP})*(?:[mM]{GAP}[dDlL]{}(?:{})?|[nN]{GAP}[a-eA-E]{}|(?:[tT]{GAP}[rRiIlL]|[sS]{GAP}[dDiI]){}){GAP}$",
                digits(12), digits(3), digits(11), digits(9)
            )
        }
        "halal" => {
            let front = words(&["id halal", "sertifikat", "halal", "bpjph", "nomor", "no", "id"]);
            format!(r"^\s*(?:(?:{front}|:){GAP})*{}{GAP}\s*$", digits(17))
        }
        "sni" => r"^\s*[sS][nN][iI][ :\-]*(?:(?:[iI][sS][oO]\s*/\s*[iI][eE][cC]|[iI][sS][oO]|[iI][eE][cC])[ \-]*)?[0-9][0-9. \-]*:\s*(?:19|20)[0-9]{2}\s*$".to_owned(),
        _ => return None,
    })
}
