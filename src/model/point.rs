//! Points on the map.

use serde::{Deserialize, Serialize};

use super::number::Decimal;
use crate::bahasa::{Language, is_dash, narrow};
use crate::diagnostic::{Code, Finding, Read, Reading};

/// A rectangle on the map, in millionths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The southern edge.
    pub south: i32,
    /// The northern edge.
    pub north: i32,
    /// The western edge.
    pub west: i32,
    /// The eastern edge.
    pub east: i32,
}

impl Bounds {
    /// Kota Tangerang Selatan, with a small margin.
    pub const TANGERANG_SELATAN: Self =
        Self { south: -6_420_000, north: -6_200_000, west: 106_600_000, east: 106_820_000 };

    fn holds(self, latitude: i32, longitude: i32) -> bool {
        (self.south..=self.north).contains(&latitude) && (self.west..=self.east).contains(&longitude)
    }
}

/// A point on the map, exact to a millionth of a degree (about 11 cm).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Point {
    /// Degrees north (negative: south) of the equator, in millionths.
    latitude: i32,
    /// Degrees east of Greenwich, in millionths.
    longitude: i32,
}

impl Point {
    /// Degrees north of the equator, for machines: `-6.334`.
    #[must_use]
    pub fn latitude(self) -> String {
        degrees(self.latitude)
    }

    /// Degrees east of Greenwich, for machines: `106.72`.
    #[must_use]
    pub fn longitude(self) -> String {
        degrees(self.longitude)
    }

    /// Rounded to so many decimal places of a degree; two are about a kilometre.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        let step = 10_i32.pow(6_u32.saturating_sub(places).min(6));
        let round = |value: i32| (value + if value < 0 { -step / 2 } else { step / 2 }) / step * step;
        Self { latitude: round(self.latitude), longitude: round(self.longitude) }
    }

    /// The distance to another point in metres, on a plane that is true enough within a city.
    #[must_use]
    pub fn metres_to(self, other: Self) -> u32 {
        let radians = |millionths: i32| f64::from(millionths) / 1e6_f64.to_degrees();
        let middle = (radians(self.latitude) + radians(other.latitude)) / 2.0;
        let north = radians(other.latitude) - radians(self.latitude);
        let east = (radians(other.longitude) - radians(self.longitude)) * middle.cos();
        // An `as` cast of a float keeps within the bounds of the whole number.
        (north.hypot(east) * 6_371_000.0).round() as u32
    }

    /// Reads latitude and longitude, each `-6.334`, `"-6,334"` or `−6,334°`.
    ///
    /// # Errors
    /// `UMKM-TITIK` for what lies outside the bounds. When the two are swapped, or the minus of the latitude is
    /// missing, with the pair as it should stand.
    pub fn read(latitude: &str, longitude: &str, bounds: &Bounds) -> Read<Self> {
        let shown = format!("{}, {}", latitude.trim(), longitude.trim());
        let refused = || Finding::new(Code::UmkmTitik).with("nilai", &shown);
        let latitude = millionths(latitude).ok_or_else(refused)?;
        let longitude = millionths(longitude).ok_or_else(refused)?;
        if bounds.holds(latitude, longitude) {
            return Ok(Reading::clean(Self { latitude, longitude }));
        }
        let meant = [(longitude, latitude), (-latitude, longitude), (-longitude, latitude)];
        let meant = meant.into_iter().find(|(latitude, longitude)| bounds.holds(*latitude, *longitude));
        Err(match meant {
            Some((latitude, longitude)) => {
                refused().instead(format!("[{}, {}]", degrees(latitude), degrees(longitude)))
            }
            None => refused(),
        })
    }

    /// Reads a pair in one text: `-6.334, 106.72`, `-6,334; 106,72`, `-6.334 106.72`.
    ///
    /// # Errors
    /// `UMKM-TITIK`.
    pub fn read_text(text: &str, bounds: &Bounds) -> Read<Self> {
        let clean = narrow(text);
        let clean = clean.trim_matches(['[', ']', '(', ')']);
        let pair = clean
            .split_once(';')
            .or_else(|| clean.split_once(", "))
            .or_else(|| clean.split_once(' '))
            .or_else(|| clean.split_once(',').filter(|_| clean.matches(',').count() == 1 && clean.contains('.')));
        match pair {
            Some((latitude, longitude)) => Self::read(latitude, longitude, bounds),
            None => Err(Finding::new(Code::UmkmTitik).with("nilai", text.trim())),
        }
    }

    /// As read by people: `−6,334; 106,72`, in English `−6.334, 106.72`.
    #[must_use]
    pub fn display(self, language: Language) -> String {
        let show = |millionths: i32| {
            Decimal::from_thousandths(i64::from((millionths + 500).div_euclid(1000))).display(language)
        };
        format!("{}{}{}", show(self.latitude), language.pick("; ", ", "), show(self.longitude))
    }
}

/// Millionths of a degree of a decimal number; no more digits than a globe needs.
fn millionths(text: &str) -> Option<i32> {
    let clean = narrow(text).replace(',', ".");
    let clean = clean.trim_end_matches('°').trim();
    let (negative, digits) = match clean.strip_prefix(is_dash) {
        Some(rest) => (true, rest),
        None => (false, clean.strip_prefix('+').unwrap_or(clean)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.len() <= 20 && part.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || !plain(fraction) || whole.len() > 3 {
        return None;
    }
    let fraction = format!("{fraction:0<6}");
    let value = whole.parse::<i32>().ok()? * 1_000_000 + fraction[..6].parse::<i32>().ok()?;
    let value = if negative { -value } else { value };
    (-180_000_000..=180_000_000).contains(&value).then_some(value)
}

/// A number of degrees with a point and without needless zeros.
fn degrees(millionths: i32) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let magnitude = millionths.unsigned_abs();
    let fraction = format!("{:06}", magnitude % 1_000_000);
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{}", magnitude / 1_000_000),
        digits => format!("{sign}{}.{digits}", magnitude / 1_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Bounds = Bounds::TANGERANG_SELATAN;

    #[test]
    fn points_in_the_city() {
        for text in ["-6.334, 106.72", "-6,334; 106,72", "[-6.334 106.72]", "−6.334°,106.72", "-6.3340001,106.7200"]
        {
            let point = Point::read_text(text, &HERE).unwrap_or_else(|_| panic!("{text}")).value;
            assert_eq!((point.latitude().as_str(), point.longitude().as_str()), ("-6.334", "106.72"), "{text}");
        }
    }

    #[test]
    fn swapped_numbers_and_a_lost_minus_are_seen() {
        for (a, b) in [("106.72", "-6.334"), ("6.334", "106.72"), ("106.72", "6.334")] {
            assert_eq!(Point::read(a, b, &HERE).unwrap_err().instead.as_deref(), Some("[-6.334, 106.72]"), "{a} {b}");
        }
        let finding = Point::read("-7.25", "112.75", &HERE).unwrap_err();
        assert_eq!((finding.code, finding.instead), (Code::UmkmTitik, None));
    }

    #[test]
    fn what_is_no_point_is_refused() {
        for text in ["", "-6.334", "a, b", "-6.334, 1067.2", "-6,334,106,72", "--6.3, 106.7", "-6., 106.7"] {
            assert!(Point::read_text(text, &HERE).is_err(), "{text}");
        }
    }

    #[test]
    fn distances_and_rounding() {
        let point = |a, b| Point::read(a, b, &HERE).unwrap().value;
        let metres = point("-6.3", "106.7").metres_to(point("-6.3", "106.71"));
        assert!((1_100..1_110).contains(&metres), "{metres}");
        assert_eq!(point("-6.334567", "106.725").rounded(2), point("-6.33", "106.73"));
        assert_eq!(point("-6.334567", "106.725").display(Language::Id), "−6,335; 106,725");
    }
}
