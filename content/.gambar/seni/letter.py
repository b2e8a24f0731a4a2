"""Lettering as outlines, so that it can be bent around a jar or laid on a box face."""

import functools
import math
import os

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from .geometry import n

FOLDERS = ("/usr/share/fonts/opentype/urw-base35", "/usr/share/fonts/truetype/noto", "/usr/share/fonts/truetype/dejavu")
FACES = {
    "sans": ("URWGothic-Book.otf", "DejaVuSans.ttf"),
    "bold": ("URWGothic-Demi.otf", "DejaVuSans-Bold.ttf"),
    "serif": ("P052-Roman.otf", "DejaVuSerif.ttf"),
    "serif-bold": ("P052-Bold.otf", "DejaVuSerif-Bold.ttf"),
    "italic": ("P052-Italic.otf", "DejaVuSerif.ttf"),
    "script": ("Z003-MediumItalic.otf", "DejaVuSerif.ttf"),
    "bookman": ("URWBookman-Demi.otf", "DejaVuSerif-Bold.ttf"),
    "arabic": ("NotoNaskhArabic-Bold.ttf", "DejaVuSans.ttf"),
}


@functools.lru_cache
def _font(face):
    for name in FACES[face]:
        for folder in FOLDERS:
            file = os.path.join(folder, name)
            if os.path.exists(file):
                font = TTFont(file)
                return font, font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
    raise FileNotFoundError(f"no font file for {face}: install fonts-urw-base35, fonts-noto-core, fonts-dejavu-core")


def _advance(face, char):
    _, glyphs, cmap, _ = _font(face)
    return glyphs[cmap[ord(char)]].width


def width(text, size, face="sans", spacing=0.0):
    """Width in units of the canvas."""
    em = _font(face)[3]
    return sum(_advance(face, ch) * size / em + spacing for ch in text) - spacing


def fitted(text, size, face, most, tracking=0.0):
    """The size at which a line is at most `most` wide; `tracking` is the space between letters as a share of the size."""
    return min(size, size * most / width(text, size, face, size * tracking))


def outline(text, x, y, size, face="sans", spacing=0.0, align="middle", warp=None):
    """Path text of one line with its baseline at y; `warp(x, y)` may bend every point."""
    _, glyphs, cmap, em = _font(face)
    scale = size / em
    total = width(text, size, face, spacing)
    cursor = x - {"start": 0, "middle": total / 2, "end": total}[align]
    bend = warp or (lambda px, py: (px, py))
    out = []
    for ch in text:
        name = cmap[ord(ch)]
        pen = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, cursor, y)))
        out.append(_commands(pen.value, bend))
        cursor += glyphs[name].width * scale + spacing
    return "".join(out)


def _commands(value, bend):
    out = []
    for op, args in value:
        if op == "qCurveTo":
            out.append(_quadratic(args, bend))
        elif op == "closePath":
            out.append("Z")
        elif op != "endPath":
            points = " ".join(f"{n(px)} {n(py)}" for px, py in (bend(*a) for a in args))
            out.append({"moveTo": "M", "lineTo": "L", "curveTo": "C"}[op] + points)
    return "".join(out)


def _quadratic(args, bend):
    out = []
    for i, off in enumerate(args[:-1]):
        end = args[-1] if i == len(args) - 2 else tuple((a + b) / 2 for a, b in zip(off, args[i + 1], strict=True))
        (ox, oy), (ex, ey) = bend(*off), bend(*end)
        out.append(f"Q{n(ox)} {n(oy)} {n(ex)} {n(ey)}")
    return "".join(out)


def around(cx, radius, k):
    """Warp for a label on an upright cylinder: x is arc length from the middle, y sinks at the middle."""

    def bend(x, y):
        a = (x - cx) / radius
        return cx + radius * math.sin(a), y + radius * k * math.cos(a) - radius * k

    return bend
