//! Baseline JPEG straight to planes of a part of its size: what nearly every photo of a catalogue needs.
//!
//! Only the lowest `N` x `N` of each block's 8 x 8 frequencies are turned into `N` x `N` samples, in one walk over the
//! file: no full picture is ever in memory. Everything unusual (progressive, several scans, twelve bits, …) is left to
//! the general decoder: [`planes`] says `None`.

use crate::picture::Refusal;
use crate::picture::header::{JpegFrame, jpeg_segment};

/// Bits that the first look into a Huffman table takes.
const LOOK: u32 = 11;

/// Where the frequencies stand in a block, in the order of the file (ITU-T T.81, figure A.6): row times 8 plus column.
const ZIGZAG: [u8; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21,
    28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54,
    47, 55, 62, 63,
];

/// One component's samples.
pub(super) struct Plane {
    pub data: Vec<u8>,
    pub stride: usize,
}

/// Decodes to `eighths` / 8 of the size (1 to 7). `None` if the file is not of the plain kind.
pub(super) fn planes(
    bytes: &[u8],
    frame: &JpegFrame,
    stored: (u32, u32),
    eighths: u32,
) -> Option<Result<Vec<Plane>, Refusal>> {
    if frame.progressive || !matches!(frame.sampling.len(), 1 | 3) {
        return None;
    }
    let scan = Scan::read(bytes, frame)?;
    let size = (stored.0 as usize, stored.1 as usize);
    Some(match eighths {
        1 => scan.decode::<1>(bytes, size),
        2 => scan.decode::<2>(bytes, size),
        3 => scan.decode::<3>(bytes, size),
        4 => scan.decode::<4>(bytes, size),
        5 => scan.decode::<5>(bytes, size),
        6 => scan.decode::<6>(bytes, size),
        7 => scan.decode::<7>(bytes, size),
        _ => return None,
    })
}

/// The tables of the one scan and where its data starts.
struct Scan {
    components: Vec<Component>,
    /// Units between restart markers; 0 for none.
    restart: usize,
    start: usize,
}

struct Component {
    /// Blocks across and down in a unit.
    blocks: (usize, usize),
    quantizer: [u16; 64],
    dc: Huffman,
    ac: Huffman,
}

impl Scan {
    /// Collects the tables before the scan. `None` if anything is missing or unusual.
    fn read(bytes: &[u8], frame: &JpegFrame) -> Option<Self> {
        let mut quantizers: [Option<[u16; 64]>; 4] = [None; 4];
        let mut codes: [[Option<Huffman>; 4]; 2] = Default::default();
        let (mut restart, mut quantizer_of) = (0, Vec::new());
        let mut at = 2;
        loop {
            let (marker, segment, next) = jpeg_segment(bytes, at).ok()?;
            match marker {
                0xDB => read_quantizers(segment, &mut quantizers)?,
                0xC4 => read_codes(segment, &mut codes)?,
                0xDD => restart = usize::from(u16::from_be_bytes([*segment.first()?, *segment.get(1)?])),
                0xC0 | 0xC1 => {
                    quantizer_of = segment.get(6..)?.chunks_exact(3).map(|c| (c[0], usize::from(c[2]))).collect();
                }
                0xDA => {
                    let components = Self::components(segment, frame, &quantizer_of, &quantizers, &codes)?;
                    return Some(Self { components, restart, start: next });
                }
                _ => {}
            }
            at = next;
        }
    }

    fn components(
        segment: &[u8],
        frame: &JpegFrame,
        quantizer_of: &[(u8, usize)],
        quantizers: &[Option<[u16; 64]>; 4],
        codes: &[[Option<Huffman>; 4]; 2],
    ) -> Option<Vec<Component>> {
        let count = usize::from(*segment.first()?);
        if count != frame.sampling.len() || segment.get(1 + count * 2..)? != [0, 63, 0] {
            return None;
        }
        let selectors = segment.get(1..1 + count * 2)?.chunks_exact(2);
        selectors
            .enumerate()
            .map(|(i, selector)| {
                let &(name, quantizer) = quantizer_of.get(i)?;
                let (across, down) = *frame.sampling.get(i)?;
                if name != selector[0] {
                    return None;
                }
                // A lone component is not interleaved: its units are single blocks, whatever its factors say.
                let blocks = if count == 1 { (1, 1) } else { (across.into(), down.into()) };
                Some(Component {
                    blocks,
                    quantizer: (*quantizers.get(quantizer)?)?,
                    dc: codes[0].get(usize::from(selector[1] >> 4))?.clone()?,
                    ac: codes[1].get(usize::from(selector[1] & 15))?.clone()?,
                })
            })
            .collect()
    }

    fn decode<const N: usize>(&self, bytes: &[u8], (width, height): (usize, usize)) -> Result<Vec<Plane>, Refusal> {
        let most = self.components.iter().fold((1, 1), |m, c| (m.0.max(c.blocks.0), m.1.max(c.blocks.1)));
        let units = (width.div_ceil(8 * most.0), height.div_ceil(8 * most.1));
        let mut planes: Vec<Plane> = self
            .components
            .iter()
            .map(|c| {
                let stride = units.0 * c.blocks.0 * N;
                Plane { data: vec![0; stride * units.1 * c.blocks.1 * N], stride }
            })
            .collect();
        let work: Vec<Dequantizer<N>> = self.components.iter().map(|c| Dequantizer::new(&c.quantizer)).collect();
        let mut block = Block::<N>::new();
        let mut stretch = Stretch::new(bytes, self.start);
        let mut bits = stretch.next()?;
        let mut before = [0i32; 4];
        let mut left = self.restart;
        for unit_y in 0..units.1 {
            for unit_x in 0..units.0 {
                if self.restart > 0 {
                    if left == 0 {
                        bits.check()?;
                        bits = stretch.next()?;
                        before = [0; 4];
                        left = self.restart;
                    }
                    left -= 1;
                }
                for (i, component) in self.components.iter().enumerate() {
                    let plane = &mut planes[i];
                    for y in 0..component.blocks.1 {
                        for x in 0..component.blocks.0 {
                            block.read(&mut bits, component, &work[i], &mut before[i])?;
                            let row = (unit_y * component.blocks.1 + y) * N;
                            let column = (unit_x * component.blocks.0 + x) * N;
                            block.write(&mut plane.data[row * plane.stride + column..], plane.stride);
                        }
                    }
                }
            }
            bits.check()?;
        }
        Ok(planes)
    }
}

fn read_quantizers(mut segment: &[u8], tables: &mut [Option<[u16; 64]>; 4]) -> Option<()> {
    while let [head, rest @ ..] = segment {
        let size = if head >> 4 == 0 { 1 } else { 2 };
        let values = rest.get(..64 * size)?;
        let mut table = [0; 64];
        for (entry, value) in table.iter_mut().zip(values.chunks_exact(size)) {
            *entry = value.iter().fold(0, |sum, &byte| sum << 8 | u16::from(byte));
        }
        *tables.get_mut(usize::from(head & 15))? = Some(table);
        segment = rest.get(64 * size..)?;
    }
    Some(())
}

fn read_codes(mut segment: &[u8], tables: &mut [[Option<Huffman>; 4]; 2]) -> Option<()> {
    while let [head, rest @ ..] = segment {
        let counts: &[u8; 16] = rest.first_chunk()?;
        let total: usize = counts.iter().map(|&count| usize::from(count)).sum();
        let symbols = rest.get(16..16 + total)?;
        let table = Huffman::new(counts, symbols)?;
        *tables.get_mut(usize::from(head >> 4))?.get_mut(usize::from(head & 15))? = Some(table);
        segment = rest.get(16 + total..)?;
    }
    Some(())
}

/// A Huffman code for run-and-size symbols.
#[derive(Clone)]
struct Huffman {
    /// By the next [`LOOK`] bits: all bits taken (low byte), places to go on (second byte) and the value (upper half).
    /// Zero where the first look does not settle it.
    whole: Vec<u32>,
    /// By the next [`LOOK`] bits: length of the code and its symbol; length 0 where the code is longer.
    code: Vec<(u8, u8)>,
    /// For each length, the first code of that length that does not exist, left-justified in 16 bits.
    end: [u32; 17],
    /// For each length, what to add to a code to find its symbol.
    offset: [i32; 17],
    symbols: Vec<u8>,
}

/// Places to go on at the end of a block: beyond all 64.
const END: u32 = 64;

impl Huffman {
    fn new(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        let mut table = Self {
            whole: vec![0; 1 << LOOK],
            code: vec![(0, 0); 1 << LOOK],
            end: [0; 17],
            offset: [0; 17],
            symbols: symbols.to_vec(),
        };
        let (mut code, mut index) = (0u32, 0usize);
        for (length, &count) in (1u32..=16).zip(counts) {
            let at = length as usize;
            table.offset[at] = index as i32 - code as i32;
            for _ in 0..count {
                table.enter(code, length, *symbols.get(index)?);
                code += 1;
                index += 1;
            }
            if code > 1 << length {
                return None; // more codes than there are
            }
            table.end[at] = code << (16 - length);
            code <<= 1;
        }
        Some(table)
    }

    /// Enters a code under every continuation of its bits.
    fn enter(&mut self, code: u32, length: u32, symbol: u8) {
        if length > LOOK || code >= 1 << length {
            return;
        }
        let (run, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
        let first = code << (LOOK - length);
        for rest in 0..1u32 << (LOOK - length) {
            let at = (first + rest) as usize;
            self.code[at] = (length as u8, symbol);
            let (taken, places, value) = match (run, size) {
                (15, 0) => (length, 16, 0),
                (_, 0) => (length, END, 0),
                _ if length + size <= LOOK => {
                    let extra = rest >> (LOOK - length - size);
                    (length + size, run + 1, extended(extra, size))
                }
                _ => continue,
            };
            self.whole[at] = taken | places << 8 | (value as u32) << 16;
        }
    }

    /// The next symbol, the slow way if need be.
    fn symbol(&self, bits: &mut Bits) -> Result<u8, Refusal> {
        let (length, symbol) = self.code[bits.peek(LOOK) as usize];
        if length > 0 {
            bits.skip(u32::from(length));
            return Ok(symbol);
        }
        let next = bits.peek(16);
        for length in LOOK + 1..=16 {
            if next < self.end[length as usize] {
                bits.skip(length);
                let index = (next >> (16 - length)) as i32 + self.offset[length as usize];
                return self.symbols.get(index as usize).copied().ok_or_else(no_such_code);
            }
        }
        Err(no_such_code())
    }
}

fn no_such_code() -> Refusal {
    Refusal::damaged("a code that does not exist")
}

/// The signed value of `size` bits (T.81, figure F.12).
fn extended(bits: u32, size: u32) -> i32 {
    let half = 1i32 << (size - 1);
    let value = bits as i32;
    if value < half { value - 2 * half + 1 } else { value }
}

/// The scan's data in stretches between markers, with the stuffed zeros taken out.
struct Stretch<'a> {
    bytes: &'a [u8],
    at: usize,
    clean: Vec<u8>,
    first: bool,
}

impl<'a> Stretch<'a> {
    fn new(bytes: &'a [u8], start: usize) -> Self {
        Self { bytes, at: start, clean: Vec::new(), first: true }
    }

    /// The data up to the next marker; every call but the first steps over a restart marker.
    fn next(&mut self) -> Result<Bits, Refusal> {
        if !self.first {
            match self.bytes.get(self.at..self.at + 2) {
                Some([0xFF, 0xD0..=0xD7]) => self.at += 2,
                _ => return Err(Refusal::Truncated),
            }
        }
        self.first = false;
        let mut clean = std::mem::take(&mut self.clean);
        clean.clear();
        let mut rest = self.bytes.get(self.at..).unwrap_or(&[]);
        loop {
            let run = rest.iter().position(|&byte| byte == 0xFF).unwrap_or(rest.len());
            clean.extend_from_slice(&rest[..run]);
            rest = &rest[run..];
            match rest {
                [0xFF, 0, more @ ..] => {
                    clean.push(0xFF);
                    rest = more;
                }
                [0xFF, 0xFF, ..] => rest = &rest[1..], // fill bytes
                _ => break,
            }
        }
        self.at = self.bytes.len() - rest.len();
        let length = clean.len();
        clean.extend([0; 16]);
        Ok(Bits { clean, length, at: 0, buffer: 0, held: 0 })
    }
}

/// A reader of bits; behind the end there are zeros.
struct Bits {
    clean: Vec<u8>,
    length: usize,
    at: usize,
    /// The next bits, from the top.
    buffer: u64,
    held: u32,
}

impl Bits {
    /// Sees to it that at least 56 bits are held.
    #[inline(always)]
    fn fill(&mut self) {
        if let Some(next) = self.clean.get(self.at..self.at + 8)
            && let Ok(next) = next.try_into()
        {
            self.buffer |= u64::from_be_bytes(next) >> self.held;
        }
        let taken = (63 - self.held) >> 3;
        self.at += taken as usize;
        self.held += taken * 8;
    }

    #[inline(always)]
    fn peek(&self, count: u32) -> u32 {
        (self.buffer >> (64 - count)) as u32
    }

    #[inline(always)]
    fn skip(&mut self, count: u32) {
        self.buffer <<= count;
        self.held = self.held.saturating_sub(count);
    }

    #[inline(always)]
    fn take(&mut self, count: u32) -> u32 {
        let bits = self.peek(count);
        self.skip(count);
        bits
    }

    /// Refuses if more was read than there was.
    fn check(&self) -> Result<(), Refusal> {
        if self.at * 8 > self.length * 8 + self.held as usize { Err(Refusal::Truncated) } else { Ok(()) }
    }
}

/// Where each frequency goes and by what it is multiplied, in the order of the file.
struct Dequantizer<const N: usize> {
    factors: [f32; 64],
    /// Row times 8 plus column; [`UNUSED`] for frequencies that are too high to show.
    targets: [u8; 64],
}

/// A place for what is not wanted.
const UNUSED: usize = 64;

impl<const N: usize> Dequantizer<N> {
    fn new(quantizer: &[u16; 64]) -> Self {
        let mut targets = ZIGZAG;
        for target in &mut targets {
            if usize::from(*target / 8) >= N || usize::from(*target % 8) >= N {
                *target = UNUSED as u8;
            }
        }
        Self { factors: quantizer.map(f32::from), targets }
    }
}

/// One block on its way from bits to samples.
struct Block<const N: usize> {
    /// Rows of eight, the last place for what is not wanted.
    frequencies: [f32; UNUSED + 1],
    /// A frequency other than the mean is present.
    detailed: bool,
    /// `basis[k][x]`: sample `x` of frequency `k`, for both directions together scaled to the block's `N` samples.
    basis: [[f32; 8]; N],
}

impl<const N: usize> Block<N> {
    fn new() -> Self {
        let mut basis = [[0.0; 8]; N];
        for (k, row) in basis.iter_mut().enumerate() {
            let scale = if k == 0 { 0.125f64.sqrt() } else { 0.5 };
            for (x, value) in row.iter_mut().take(N).enumerate() {
                let angle = std::f64::consts::PI * (2 * x + 1) as f64 * k as f64 / (2 * N) as f64;
                *value = (angle.cos() * scale) as f32;
            }
        }
        Self { frequencies: [0.0; UNUSED + 1], detailed: false, basis }
    }

    #[inline(always)]
    fn read(
        &mut self,
        bits: &mut Bits,
        component: &Component,
        work: &Dequantizer<N>,
        before: &mut i32,
    ) -> Result<(), Refusal> {
        if self.detailed {
            self.frequencies[..N * 8].fill(0.0);
        }
        bits.fill();
        let size = u32::from(component.dc.symbol(bits)?);
        if size > 0 {
            if size > 15 {
                return Err(no_such_code());
            }
            *before = before.wrapping_add(extended(bits.take(size), size));
        }
        self.frequencies[0] = *before as i16 as f32 * work.factors[0];
        let (mut k, mut last) = (1usize, 0u8);
        while k < 64 {
            if bits.held < 32 {
                bits.fill();
            }
            let entry = component.ac.whole[bits.peek(LOOK) as usize];
            let (places, value) = if entry != 0 {
                bits.skip(entry & 0xFF);
                ((entry >> 8) & 0xFF, (entry as i32) >> 16)
            } else {
                let symbol = component.ac.symbol(bits)?;
                match (u32::from(symbol >> 4), u32::from(symbol & 15)) {
                    (15, 0) => (16, 0),
                    (_, 0) => (END, 0),
                    (run, size) => (run + 1, extended(bits.take(size), size)),
                }
            };
            if places == END {
                break;
            }
            k += places as usize;
            let at = (k - 1).min(63);
            let target = work.targets[at];
            self.frequencies[usize::from(target)] = value as f32 * work.factors[at];
            last |= (target ^ UNUSED as u8) & if value == 0 { 0 } else { 0xFF };
        }
        self.detailed = last != 0;
        Ok(())
    }

    /// Turns the frequencies into samples, `N` to a row.
    #[inline(always)]
    fn write(&self, out: &mut [u8], stride: usize) {
        if !self.detailed {
            let level = sample(self.frequencies[0] * 0.125);
            for row in out.chunks_mut(stride).take(N) {
                row[..N].fill(level);
            }
            return;
        }
        // Down first: each row of `columns` is a row of samples, still frequencies across.
        let mut columns = [[0.0f32; 8]; N];
        for k in 0..N {
            let row: &[f32; 8] = self.frequencies[k * 8..].first_chunk().unwrap_or(&[0.0; 8]);
            for (y, column) in columns.iter_mut().enumerate() {
                let weight = self.basis[k][y];
                for (sum, frequency) in column.iter_mut().zip(row) {
                    *sum += weight * frequency;
                }
            }
        }
        for (column, out) in columns.iter().zip(out.chunks_mut(stride)) {
            let mut sums = [0.0f32; 8];
            for (&frequency, row) in column.iter().take(N).zip(&self.basis) {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum += frequency * weight;
                }
            }
            for (sample_out, sum) in out[..N].iter_mut().zip(sums) {
                *sample_out = sample(sum);
            }
        }
    }
}

/// A sample around zero to 0 to 255. Adding 1.5 times 2 to the 23rd leaves the rounded number in the lowest bits.
#[inline(always)]
fn sample(value: f32) -> u8 {
    let rounded = (value + 128.0).clamp(0.0, 255.0) + 12_582_912.0;
    rounded.to_bits() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_both_signs() {
        assert_eq!([extended(0, 1), extended(1, 1)], [-1, 1]);
        assert_eq!([extended(0, 3), extended(3, 3), extended(4, 3), extended(7, 3)], [-7, -4, 4, 7]);
    }

    #[test]
    fn samples_round_and_stay_inside() {
        assert_eq!([-300.0, -128.0, -0.4, 0.6, 126.6, 999.0].map(sample), [0, 0, 128, 129, 255, 255]);
    }

    #[test]
    fn codes_longer_than_a_look_are_found() {
        // One code of each length 1 to 16: 0, 10, 110, …; symbol n has length n + 1.
        let table = Huffman::new(&[1; 16], &(0..16).collect::<Vec<u8>>()).unwrap();
        for length in 1..=16u32 {
            let code = ((1u64 << length) - 2) << (64 - length);
            let mut bits = Bits { clean: vec![0; 16], length: 8, at: 8, buffer: code, held: 64 };
            assert_eq!(table.symbol(&mut bits), Ok(length as u8 - 1));
            assert_eq!(bits.held, 64 - length);
        }
        let mut bits = Bits { clean: vec![0; 16], length: 8, at: 8, buffer: u64::MAX, held: 64 };
        assert!(table.symbol(&mut bits).is_err());
    }
}
