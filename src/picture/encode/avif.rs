//! AVIF by rav1e, straight from planes. A setting, off by default: see [`AvifSettings`] for what it costs.

use avif_serialize::constants::{ColorPrimaries, MatrixCoefficients, TransferCharacteristics};
use rav1e::prelude::{
    ChromaSampling, Config, Context, EncoderConfig, EncoderStatus, PixelRange, Rational, SpeedSettings,
};

use crate::picture::planes::Planes;
use crate::picture::{AvifSettings, Refusal};

/// Encodes a picture.
pub(in crate::picture) fn encode(planes: &Planes, settings: AvifSettings) -> Result<Vec<u8>, Refusal> {
    let [y, u, v] = planes.unmixed();
    let (width, height) = (planes.width, planes.height);
    let half = planes.chroma_size().0;
    let colour = av1(
        (width, height),
        ChromaSampling::Cs420,
        settings,
        &[(y.as_slice(), width), (u.as_slice(), half), (v.as_slice(), half)],
    )?;
    let opacity = match &planes.alpha {
        Some(alpha) => Some(av1((width, height), ChromaSampling::Cs400, settings, &[(alpha.as_slice(), width)])?),
        None => None,
    };
    let mut file = avif_serialize::Aviffy::new();
    file.set_chroma_subsampling((true, true))
        .full_color_range(true)
        .matrix_coefficients(MatrixCoefficients::Bt601)
        .color_primaries(ColorPrimaries::Bt709)
        .transfer_characteristics(TransferCharacteristics::Srgb);
    Ok(file.to_vec(&colour, opacity.as_deref(), width as u32, height as u32, 8))
}

/// One still frame of AV1.
fn av1(
    (width, height): (usize, usize),
    chroma_sampling: ChromaSampling,
    settings: AvifSettings,
    planes: &[(&[u8], usize)],
) -> Result<Vec<u8>, Refusal> {
    let quantizer = quantizer(settings.quality);
    let encoder = EncoderConfig {
        width,
        height,
        time_base: Rational::new(1, 1),
        bit_depth: 8,
        chroma_sampling,
        pixel_range: PixelRange::Full,
        still_picture: true,
        quantizer,
        min_quantizer: quantizer as u8,
        speed_settings: SpeedSettings::from_preset(settings.speed.clamp(1, 10)),
        ..EncoderConfig::default()
    };
    let config = Config::new().with_encoder_config(encoder).with_threads(1);
    let mut context: Context<u8> = config.new_context().map_err(Refusal::not_encoded)?;
    let mut frame = context.new_frame();
    for (target, (data, stride)) in frame.planes.iter_mut().zip(planes) {
        target.copy_from_raw_u8(data, *stride, 1);
    }
    context.send_frame(frame).map_err(Refusal::not_encoded)?;
    context.flush();
    let mut stream = Vec::new();
    loop {
        match context.receive_packet() {
            Ok(packet) => stream.extend(packet.data),
            Err(EncoderStatus::Encoded) => {}
            Err(EncoderStatus::LimitReached) => return Ok(stream),
            Err(status) => return Err(Refusal::not_encoded(status)),
        }
    }
}

/// Quality 1 to 100 on AV1's scale of 255 (worst) to 0.
fn quantizer(quality: u8) -> usize {
    let quality = usize::from(quality.clamp(1, 100));
    (100 - quality) * 255 / 100
}
