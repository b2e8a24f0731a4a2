"""From the rendered PNG to the file of the catalogue: tone curve, fine grain, colour space, EXIF."""

import re
import struct
import zlib

import numpy as np
from PIL import Image, ImageOps

GRAIN = 0.9
BEST, WORST = 78, 58
"""JPEG quality: as good as the budget allows, never below the second number."""
BYTES_PER_PIXEL = 0.047
"""Budget of a JPEG; keeps the whole set near 20 MB at full size."""


def trim(png, svg_text):
    """Cuts the rendered PNG to the size named in the SVG."""
    width, height = (int(v) for v in re.search(r'width="(\d+)" height="(\d+)"', svg_text).groups())
    image = Image.open(png)
    if image.size != (width, height):
        image.crop((0, 0, width, height)).save(png)
    return png


def save(item, png, target):
    """Writes the picture in the format the catalogue asks for."""
    if item.special.get("alpha"):
        Image.open(png).convert("RGBA").save(target, optimize=True)
        return
    if item.special.get("deep"):
        _save_deep(png, target)
        return
    image = _graded(Image.open(png).convert("RGB"), zlib.crc32(item.key.encode()))
    if item.kind == "webp":
        image.save(target, quality=72, method=6)
    elif item.special.get("cmyk"):
        _to_cmyk(image).save(target, quality=62)
    else:
        _save_jpeg(item, image, target)


def _graded(image, seed):
    """Gentle S-curve and luminance grain; the grain also hides the steps of wide gradients."""
    pixels = np.asarray(image, dtype=np.float32)
    x = pixels / 255
    x = x + 0.045 * np.sin((x - 0.5) * np.pi * 2) * -0.5 + 0.035 * (x - 0.5)
    rng = np.random.default_rng(seed)
    noise = rng.normal(0, 1, x.shape[:2]).astype(np.float32)
    noise = (noise + np.roll(noise, 1, 0) + np.roll(noise, 1, 1) + np.roll(noise, (1, 1), (0, 1))) / 2
    x = np.clip(x * 255 + noise[..., None] * GRAIN * 0.8, 0, 255)
    return Image.fromarray(x.round().astype(np.uint8))


def _to_cmyk(image):
    """Plain separation with full black replacement, as a printer's export without a profile."""
    rgb = np.asarray(image, dtype=np.float32) / 255
    black = 1 - rgb.max(axis=2, keepdims=True)
    inks = (1 - rgb - black) / np.maximum(1 - black, 1e-6)
    pixels = np.concatenate([inks, black], axis=2)
    return Image.fromarray((np.clip(pixels, 0, 1) * 255).round().astype(np.uint8), "CMYK")


def _save_jpeg(item, image, target):
    """Baseline-compatible progressive 4:2:0 JPEG, with EXIF when the picture plays an awkward camera."""
    exif = Image.Exif()
    options = {}
    if item.special.get("orientation") == 6:
        image = image.transpose(Image.Transpose.ROTATE_90)
        exif[0x0112] = 6
    if item.special.get("camera"):
        exif[0x010F], exif[0x0110] = "Contoh", "Kamera Contoh X1"
        exif[0x0132] = "2026:01:05 09:30:00"
    gps = item.special.get("gps")
    if gps:
        exif[0x010F], exif[0x0110] = "Contoh", "Ponsel Contoh 5"
        block = exif.get_ifd(0x8825)
        (lat, lon) = gps
        block[1], block[2] = "S" if lat < 0 else "N", _degrees(abs(lat))
        block[3], block[4] = "E" if lon > 0 else "W", _degrees(abs(lon))
    if len(exif) or gps:
        options["exif"] = exif
    limit = image.width * image.height * BYTES_PER_PIXEL
    for quality in range(BEST, WORST - 1, -4):
        image.save(target, quality=quality, subsampling="4:2:0", optimize=True, progressive=True, **options)
        if target.stat().st_size <= limit:
            break


def _degrees(value):
    """Degrees, minutes and seconds of a positive angle."""
    total = round(value * 3600, 2)
    return (float(total // 3600), float(total % 3600 // 60), round(total % 60, 2))


def _save_deep(png, target):
    """16 bits per channel, each number twice over; chunk by chunk, since Pillow writes no such PNG."""
    image = Image.open(png).convert("RGB")
    rows = np.asarray(image, dtype=np.uint16).reshape(image.height, -1) * 257
    rows = rows.astype(">u2").view(np.uint8).astype(np.int16)
    # Filter "up": the difference to the row above.
    above = np.vstack([np.zeros_like(rows[:1]), rows[:-1]])
    filtered = np.hstack([np.full((image.height, 1), 2, np.uint8), ((rows - above) & 255).astype(np.uint8)])

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", image.width, image.height, 16, 2, 0, 0, 0)
    pixels = zlib.compress(filtered.tobytes(), 9)
    target.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


def sheet(files, target, columns=6, size=180):
    """Contact sheet for judging the set at thumbnail size."""
    rows = (len(files) + columns - 1) // columns
    out = Image.new("RGB", (columns * (size + 8), rows * (size + 8)), "#ffffff")
    for i, file in enumerate(files):
        image = ImageOps.exif_transpose(Image.open(file))
        image = image.convert("RGBA")
        back = Image.new("RGBA", image.size, "#ffffff")
        image = Image.alpha_composite(back, image).convert("RGB")
        image.thumbnail((size, size), Image.Resampling.LANCZOS)
        x, y = (i % columns) * (size + 8) + 4, (i // columns) * (size + 8) + 4
        out.paste(image, (x + (size - image.width) // 2, y + (size - image.height) // 2))
    out.save(target)
