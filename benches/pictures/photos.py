#!/usr/bin/env python3
"""Makes phone-like photos for the picture benchmark out of the sample pictures of this project.

    photos.py OUT [--n 64] [--seed 1]

Each is a sample picture enlarged to the frame of a phone camera, with fine texture and the noise of a small sensor laid
over it, so that its bytes and its decoding cost what a photo's do: JPEG, quality 90, 4:2:0, 3 to 20 megapixels. Every
fourth is stored lying down (EXIF orientation 6 or 8); every sixth carries a Display P3 profile. The same seed gives the
same photos with the same Pillow. Needs: pip install pillow numpy
"""

import argparse
import pathlib

import numpy as np
from PIL import Image, ImageOps

PROJECT = pathlib.Path(__file__).resolve().parents[2]
SIZES = [(4000, 3000), (4032, 3024), (3264, 2448), (4624, 3468), (2592, 1944), (4000, 2250), (3000, 4000), (5184, 3888), (2048, 1536)]


def motifs():
    """Sample pictures, in the order of their names."""
    found = sorted((PROJECT / "content").rglob("foto-*.jpg"))
    if not found:
        raise SystemExit(f"no sample pictures below {PROJECT / 'content'}")
    return found


def p3():
    """The Display P3 profile of a fixture."""
    with Image.open(PROJECT / "tests/fixtures/pictures/p3.jpg") as picture:
        return picture.info["icc_profile"]


def texture(rng, width, height):
    """Soft noise in four sizes, as bark, cloth and foliage have it, about -1 to 1."""
    total = np.zeros((height, width), np.float32)
    for step, weight in ((3, 0.5), (8, 0.7), (24, 1.0), (96, 1.2)):
        small = rng.normal(0, 1, (height // step + 2, width // step + 2)).astype(np.float32)
        grown = Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)
        total += weight * np.asarray(grown)
    return total / 2.5


def photo(rng, source, size):
    """One frame."""
    with Image.open(source) as picture:
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    frame = ImageOps.fit(upright, size, Image.Resampling.LANCZOS, centering=(rng.random(), rng.random()))
    pixels = np.asarray(frame, np.float32)
    light = pixels.mean(axis=2, keepdims=True) / 255
    pixels = pixels + (6 + 10 * light) * texture(rng, *size)[..., None]
    # A sensor's noise grows with the root of the light; its colours are smeared by the camera.
    grain = rng.normal(0, 1, (size[1], size[0])).astype(np.float32)
    pixels += (2.0 + 4.0 * np.sqrt(light)) * grain[..., None]
    colour = rng.normal(0, 2.0, (size[1] // 2 + 1, size[0] // 2 + 1, 3)).astype(np.float32)
    pixels += colour.repeat(2, axis=0).repeat(2, axis=1)[: size[1], : size[0]]
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--n", type=int, default=64)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    profile, sources = p3(), motifs()
    for i in range(args.n):
        rng = np.random.default_rng([args.seed, i])
        frame = photo(rng, sources[i * 7 % len(sources)], SIZES[i % len(SIZES)])
        exif = Image.Exif()
        exif[0x010F], exif[0x0110] = "Contoh", "Ponsel Contoh 5"
        orientation = {3: 6, 7: 8}.get(i % 8)
        if orientation:
            frame = frame.transpose(Image.Transpose.ROTATE_90 if orientation == 6 else Image.Transpose.ROTATE_270)
            exif[0x0112] = orientation
        more = {"icc_profile": profile} if i % 6 == 5 else {}
        target = args.out / f"foto-{i:03}.jpg"
        frame.save(target, quality=90, subsampling="4:2:0", exif=exif, **more)
        print(f"{target.name}\t{frame.width}x{frame.height}\t{orientation or 1}\t{'p3' if more else 'srgb'}\t{target.stat().st_size}")


if __name__ == "__main__":
    main()
