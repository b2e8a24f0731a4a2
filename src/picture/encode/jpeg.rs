//! Progressive JPEG with optimised Huffman tables, straight from planes: smaller than baseline, and read by every browser.

use jpeg_encoder::{Encoder, ImageBuffer, JpegColorType, SamplingFactor};

use crate::picture::Refusal;
use crate::picture::planes::Planes;

/// The longest side that the format can hold.
const SIDE_MAX: usize = 65_500;

/// Encodes a picture; transparent places show white. `quality` is 1 to 100.
pub(in crate::picture) fn encode(planes: &Planes, quality: u8) -> Result<Vec<u8>, Refusal> {
    if planes.width.max(planes.height) > SIDE_MAX {
        return Err(Refusal::not_encoded(format!("{}x{} is beyond JPEG", planes.width, planes.height)));
    }
    let mut file = Vec::with_capacity(planes.y.len() / 6);
    let mut encoder = Encoder::new(&mut file, quality.clamp(1, 100));
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_progressive(true);
    encoder.encode_image(Rows(planes)).map_err(Refusal::not_encoded)?;
    Ok(file)
}

struct Rows<'a>(&'a Planes);

impl ImageBuffer for Rows<'_> {
    fn get_jpeg_color_type(&self) -> JpegColorType {
        JpegColorType::Ycbcr
    }

    fn width(&self) -> u16 {
        self.0.width as u16
    }

    fn height(&self) -> u16 {
        self.0.height as u16
    }

    /// The encoder wants every row at full width and averages chroma itself: samples are given twice.
    fn fill_buffers(&self, row: u16, buffers: &mut [Vec<u8>; 4]) {
        let planes = self.0;
        let (row, (columns, _)) = (usize::from(row), planes.chroma_size());
        buffers[0].extend_from_slice(&planes.y[row * planes.width..(row + 1) * planes.width]);
        for (buffer, plane) in buffers[1..].iter_mut().zip([&planes.u, &planes.v]) {
            let samples = &plane[row / 2 * columns..][..columns];
            let end = buffer.len() + planes.width;
            buffer.extend(samples.iter().flat_map(|&sample| [sample, sample]));
            buffer.truncate(end);
        }
    }
}
