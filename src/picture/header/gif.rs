//! GIF blocks (GIF89a).

use super::{Found, exif};
use crate::picture::Refusal;

/// Reads the screen size and steps over the blocks until a second frame tells that the picture moves.
pub(super) fn read(bytes: &[u8]) -> Result<Found, Refusal> {
    let screen: &[u8; 13] = bytes.first_chunk().ok_or(Refusal::Truncated)?;
    let mut blocks = Blocks { bytes, at: 13 + palette_length(screen[10]), frames: 0, has_alpha: false };
    while blocks.frames < 2 && blocks.step().is_some() {}
    Ok(Found {
        width: u16::from_le_bytes([screen[6], screen[7]]).into(),
        height: u16::from_le_bytes([screen[8], screen[9]]).into(),
        bits: 8,
        has_alpha: blocks.has_alpha,
        animated: blocks.frames > 1,
        exif: exif::Exif::default(),
        has_location: false,
        icc: None,
        jpeg: None,
    })
}

fn palette_length(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

struct Blocks<'a> {
    bytes: &'a [u8],
    at: usize,
    frames: u32,
    has_alpha: bool,
}

impl Blocks<'_> {
    /// One block; `None` at the end of the file or of sense.
    fn step(&mut self) -> Option<()> {
        match *self.bytes.get(self.at)? {
            0x21 => {
                let graphic_control = *self.bytes.get(self.at + 1)? == 0xF9;
                if graphic_control && self.frames == 0 {
                    self.has_alpha |= self.bytes.get(self.at + 3)? & 1 == 1;
                }
                self.at += 2;
            }
            0x2C => {
                self.frames += 1;
                let flags = *self.bytes.get(self.at + 9)?;
                self.at += 11 + palette_length(flags);
            }
            _ => return None,
        }
        self.skip_sub_blocks()
    }

    fn skip_sub_blocks(&mut self) -> Option<()> {
        loop {
            let length = usize::from(*self.bytes.get(self.at)?);
            self.at += 1 + length;
            if length == 0 {
                return Some(());
            }
        }
    }
}
