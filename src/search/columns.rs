//! Columns: one fact of every document, side by side, so that counts for a whole result are exact and instant.

use super::bytes::{Broken, Bytes, push_number};

/// For every document a set of values of one facet. Equal sets are stored once.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct SetColumn {
    /// The different sets; a document without a value has the empty one.
    pub(super) sets: Vec<Vec<u32>>,
    /// For every document the index of its set.
    pub(super) of: Vec<u32>,
}

impl SetColumn {
    /// The column of these sets; each is sorted.
    pub(super) fn new(values: impl Iterator<Item = Vec<u32>>) -> Self {
        let mut known = std::collections::BTreeMap::new();
        let mut column = Self::default();
        for set in values {
            let next = known.len() as u32;
            let index = *known.entry(set.clone()).or_insert(next);
            if index == next {
                column.sets.push(set);
            }
            column.of.push(index);
        }
        column
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.of.len() + 64);
        push_number(&mut out, self.sets.len() as u64);
        for set in &self.sets {
            push_number(&mut out, set.len() as u64);
            set.iter().for_each(|&value| push_number(&mut out, u64::from(value)));
        }
        let width = if self.sets.len() > 256 { 2 } else { 1 };
        push_planes(&mut out, &self.of, width);
        out
    }
}

/// Appends numbers as byte planes, which compress better than numbers in turn: the width, how many, the low bytes of
/// all, the next bytes of all, and so on.
pub(super) fn push_planes(out: &mut Vec<u8>, numbers: &[u32], width: u8) {
    out.push(width);
    push_number(out, numbers.len() as u64);
    for plane in 0..width {
        out.extend(numbers.iter().map(|number| (number >> (8 * plane)) as u8));
    }
}

/// Reads what [`push_planes`] wrote.
pub(super) fn read_planes(bytes: &mut Bytes) -> Result<Vec<u32>, Broken> {
    let width = bytes.byte()?;
    let count = bytes.count()?;
    let mut numbers = vec![0_u32; count];
    for plane in 0..width.min(4) {
        for (number, &byte) in numbers.iter_mut().zip(bytes.take(count)?) {
            *number |= u32::from(byte) << (8 * plane);
        }
    }
    Ok(numbers)
}

/// Prices in steps of their greatest common divisor; a document without a price has 0.
pub(super) fn encode_prices(prices: &[Option<u64>]) -> Vec<u8> {
    let step = prices.iter().flatten().fold(0, |step, &price| greatest_common_divisor(step, price)).max(1);
    let mut out = Vec::with_capacity(prices.len() * 2);
    push_number(&mut out, step);
    push_number(&mut out, prices.len() as u64);
    for price in prices {
        push_number(&mut out, price.map_or(0, |price| price / step + 1));
    }
    out
}

/// Reads what [`encode_prices`] wrote.
pub(super) fn decode_prices(bytes: &mut Bytes) -> Result<Vec<Option<u64>>, Broken> {
    let step = bytes.number()?;
    (0..bytes.count()?).map(|_| Ok(bytes.number()?.checked_sub(1).map(|steps| steps.saturating_mul(step)))).collect()
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

/// A date as a number of days that sorts as the calendar does; 0 is "none". Months count 31 days: only order matters.
pub(super) fn day_number(date: u32) -> u32 {
    let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100);
    if year < 1970 || month == 0 || day == 0 {
        return 0;
    }
    (year - 1970) * 372 + (month - 1) * 31 + day
}

/// The ranks of titles, written as steps from one document to the next: within a category they rise.
pub(super) fn encode_ranks(ranks: &[u32]) -> Vec<u8> {
    let mut out = Vec::with_capacity(ranks.len() * 2);
    push_number(&mut out, ranks.len() as u64);
    let mut before = 0_i64;
    for &rank in ranks {
        let step = i64::from(rank) - before;
        push_number(&mut out, ((step << 1) ^ (step >> 63)) as u64);
        before = i64::from(rank);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_sets_are_stored_once() {
        let column = SetColumn::new([vec![1], vec![], vec![1], vec![0, 2]].into_iter());
        assert_eq!(column.sets, [vec![1], vec![], vec![0, 2]]);
        assert_eq!(column.of, [0, 1, 0, 2]);
        assert_eq!(column.encode(), [3, 1, 1, 0, 2, 0, 2, 1, 4, 0, 1, 0, 2]);
    }

    #[test]
    fn planes_come_back() {
        let numbers = [0, 255, 256, 65_535];
        let mut out = Vec::new();
        push_planes(&mut out, &numbers, 2);
        assert_eq!(read_planes(&mut Bytes::new(&out)), Ok(numbers.to_vec()));
        assert_eq!(read_planes(&mut Bytes::new(&out[..7])), Err(Broken));
    }

    #[test]
    fn prices_come_back_in_steps() {
        let prices = [Some(45_000), None, Some(0), Some(1_500)];
        let bytes = encode_prices(&prices);
        assert_eq!(bytes[..2], [0xdc, 0x0b], "the step is 1500");
        assert_eq!(decode_prices(&mut Bytes::new(&bytes)), Ok(prices.to_vec()));
    }

    #[test]
    fn ranks_are_steps_from_one_to_the_next() {
        assert_eq!(encode_ranks(&[2, 0, 1]), [3, 4, 3, 2]);
    }

    #[test]
    fn days_sort_as_dates_do() {
        assert!(day_number(20_250_131) < day_number(20_250_201));
        assert!(day_number(20_251_231) < day_number(20_260_101));
        assert_eq!(day_number(0), 0);
    }
}
