//! Lossy WebP by libwebp, straight from planes.
#![expect(unsafe_code, reason = "libwebp is a C library; its planar interface has no safe wrapper")]

use std::mem::MaybeUninit;

use libwebp_sys::{
    WEBP_ENCODER_ABI_VERSION, WebPConfig, WebPConfigInitInternal, WebPEncCSP, WebPEncode, WebPEncodingError,
    WebPMemoryWrite, WebPMemoryWriter, WebPMemoryWriterClear, WebPMemoryWriterInit, WebPPicture, WebPPictureFree,
    WebPPictureInitInternal, WebPPreset, WebPValidateConfig,
};

use crate::picture::planes::Planes;
use crate::picture::{Refusal, WebpSettings};

/// The longest side that the format can hold.
const SIDE_MAX: usize = 16383;

/// Deblocking, 0 to 100: a little stronger than usual costs no byte and gains 0.1 SSIMULACRA2.
const FILTER_STRENGTH: i32 = 70;

/// Spatial noise shaping of the fast methods, 0 to 100: half of the usual gives 0.1 SSIMULACRA2 at the same bytes.
const FAST_NOISE_SHAPING: i32 = 25;

/// The quality for libwebp: numbers mean here what they mean in other tools, which use method 4 on softer pictures.
///
/// Our resizing keeps more detail, so the fast methods can be driven lower; at 75, methods 0 to 3 at 71 match sharp's 75
/// in SSIMULACRA2 and bytes (means of 320, 640 and 1280 pixels). Near 100 nothing is taken away.
fn calibrated(settings: WebpSettings) -> f32 {
    let quality = f32::from(settings.quality.min(100));
    if settings.method >= 4 { quality } else { (quality - ((100.0 - quality) * 0.4).min(4.0)).max(0.0) }
}

/// Encodes a picture.
pub(in crate::picture) fn encode(planes: &Planes, settings: WebpSettings) -> Result<Vec<u8>, Refusal> {
    if planes.width > SIDE_MAX || planes.height > SIDE_MAX {
        return Err(Refusal::not_encoded(format!("{}x{} is beyond WebP", planes.width, planes.height)));
    }
    let config = config(settings)?;
    let mut video = VideoPlanes::of(planes);
    encode_planes(&config, planes, &mut video)
}

fn config(settings: WebpSettings) -> Result<WebPConfig, Refusal> {
    let quality = calibrated(settings);
    let mut config = MaybeUninit::<WebPConfig>::uninit();
    // SAFETY: the function fills the whole struct when it returns true; it is read only then.
    let mut config = unsafe {
        let preset = WebPPreset::WEBP_PRESET_DEFAULT;
        if WebPConfigInitInternal(config.as_mut_ptr(), preset, quality, WEBP_ENCODER_ABI_VERSION as i32) == 0 {
            return Err(Refusal::not_encoded("libwebp of another version"));
        }
        config.assume_init()
    };
    config.method = i32::from(settings.method.min(6));
    config.filter_strength = FILTER_STRENGTH;
    if config.method < 4 {
        config.sns_strength = FAST_NOISE_SHAPING;
    }
    // SAFETY: the config is initialised.
    if unsafe { WebPValidateConfig(&config) } == 0 {
        return Err(Refusal::not_encoded("settings out of range"));
    }
    Ok(config)
}

/// Planes in video range (16 to 235 and 16 to 240), as WebP stores them, with colours no longer mixed with white.
struct VideoPlanes {
    y: Vec<u8>,
    u: Vec<u8>,
    v: Vec<u8>,
    alpha: Option<Vec<u8>>,
}

impl VideoPlanes {
    fn of(planes: &Planes) -> Self {
        let [y, u, v] = planes.unmixed();
        let mut video = Self { y, u, v, alpha: planes.alpha.clone() };
        video.y.iter_mut().for_each(|value| *value = ((u32::from(*value) * 56284 + (16 << 16) + 32768) >> 16) as u8);
        for plane in [&mut video.u, &mut video.v] {
            let shift = (128 << 16) + 32768 - 128 * 57569;
            plane.iter_mut().for_each(|value| *value = ((i32::from(*value) * 57569 + shift) >> 16) as u8);
        }
        video
    }
}

fn encode_planes(config: &WebPConfig, planes: &Planes, video: &mut VideoPlanes) -> Result<Vec<u8>, Refusal> {
    let (columns, rows) = planes.chroma_size();
    let full = planes.width * planes.height;
    let complete = video.y.len() >= full && video.u.len().min(video.v.len()) >= columns * rows;
    if full == 0 || !complete || video.alpha.as_ref().is_some_and(|alpha| alpha.len() < full) {
        return Err(Refusal::not_encoded("incomplete planes"));
    }
    let mut picture = MaybeUninit::<WebPPicture>::uninit();
    let mut writer = MaybeUninit::<WebPMemoryWriter>::uninit();
    // SAFETY: both structs are filled by their init functions before use. The plane pointers stay valid and are not
    // moved while `WebPEncode` runs, and the sizes were checked above against width, height and strides. libwebp may
    // write to the planes, which are ours. `WebPPictureFree` frees only what libwebp itself allocated; the writer's
    // memory is copied out before it is cleared.
    unsafe {
        if WebPPictureInitInternal(picture.as_mut_ptr(), WEBP_ENCODER_ABI_VERSION as i32) == 0 {
            return Err(Refusal::not_encoded("libwebp of another version"));
        }
        let mut picture = picture.assume_init();
        WebPMemoryWriterInit(writer.as_mut_ptr());
        let mut writer = writer.assume_init();
        picture.use_argb = 0;
        picture.colorspace = WebPEncCSP::WEBP_YUV420;
        picture.width = planes.width as i32;
        picture.height = planes.height as i32;
        picture.y = video.y.as_mut_ptr();
        picture.u = video.u.as_mut_ptr();
        picture.v = video.v.as_mut_ptr();
        picture.y_stride = planes.width as i32;
        picture.uv_stride = columns as i32;
        if let Some(alpha) = &mut video.alpha {
            picture.colorspace = WebPEncCSP::WEBP_YUV420A;
            picture.a = alpha.as_mut_ptr();
            picture.a_stride = planes.width as i32;
        }
        picture.writer = Some(WebPMemoryWrite);
        picture.custom_ptr = (&raw mut writer).cast();
        let done = WebPEncode(config, &mut picture) != 0;
        let error: WebPEncodingError = picture.error_code;
        let file = if done && !writer.mem.is_null() {
            Ok(std::slice::from_raw_parts(writer.mem, writer.size).to_vec())
        } else {
            Err(Refusal::not_encoded(format!("libwebp: {error:?}")))
        };
        WebPMemoryWriterClear(&mut writer);
        WebPPictureFree(&mut picture);
        file
    }
}
