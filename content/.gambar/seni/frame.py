"""Picture frames with mitred corners, and the small pictures inside them (landscapes and flowers, never people)."""

from .geometry import ellipse, n, poly, rect, smooth
from .light import blur, relief
from .materials import bevel, wood
from .palette import dark, light, mix
from .pattern import leaf_sprig, orchid
from .plant import moth_orchid, vanda
from .svg import group, line, move, path


def frame(c, x, y, w, h, width, colour, art, mat=0, profile="flat", glass=True, ornament=None, thick=10):
    """Frame with outer box x,y,w,h; `art(c, x, y, w, h)` draws the picture; `mat` is the passe-partout width."""
    ix, iy, iw, ih = x + width, y + width, w - 2 * width, h - 2 * width
    o = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    i = [(ix, iy), (ix + iw, iy), (ix + iw, iy + ih), (ix, iy + ih)]
    parts = [path(poly([(x + w, y + 4), (x + w + thick, y + 8), (x + w + thick, y + h - 2), (x + w, y + h)]), dark(colour, 0.55))]
    if mat:
        parts.append(path(rect(ix, iy, iw, ih), "#f6f1e6"))
        mx, my, mw, mh = ix + mat, iy + mat, iw - 2 * mat, ih - 2 * mat
        parts.append(path(rect(mx - 4, my - 4, mw + 8, mh + 8), "#d9d1c1"))
    else:
        mx, my, mw, mh = ix, iy, iw, ih
    parts.append(group(art(c, mx, my, mw, mh), clip_path=c.clip(rect(mx, my, mw, mh))))
    # the moulding throws a shadow on the picture
    shade = path(
        poly([(ix, iy), (ix + iw, iy), (ix + iw, iy + width * 0.3), (ix + width * 0.34, iy + width * 0.34), (ix + width * 0.3, iy + ih), (ix, iy + ih)]),
        "#1c0d08",
        opacity=0.5,
        filter=blur(c, width * 0.12, True),
    )
    parts.append(group(shade, clip_path=c.clip(rect(ix, iy, iw, ih))))
    if glass:
        shine = poly([(ix + iw * 0.04, iy), (ix + iw * 0.36, iy), (ix + iw * 0.02, iy + ih * 0.62), (ix, iy + ih * 0.6), (ix, iy + ih * 0.08)])
        shine2 = poly([(ix + iw * 0.44, iy), (ix + iw * 0.52, iy), (ix + iw * 0.1, iy + ih * 0.8), (ix + iw * 0.06, iy + ih * 0.72)])
        parts.append(group(path(shine, "#ffffff", opacity=0.16), path(shine2, "#ffffff", opacity=0.12), clip_path=c.clip(rect(ix, iy, iw, ih))))
    tones = (light(colour, 0.1), dark(colour, 0.1), dark(colour, 0.2), light(colour, 0.04))
    for k in range(4):
        a, b = k, (k + 1) % 4
        shape = poly([o[a], o[b], i[b], i[a]])
        vertical = k % 2 == 1
        box = (x, y, w, width) if k == 0 else (x, y + h - width, w, width) if k == 2 else (x + w - width, y, width, h) if k == 1 else (x, y, width, h)
        parts.append(wood(c, shape, box, tones[k], vertical, 0.06))
        parts.append(line(poly([o[a], i[a]], False), dark(colour, 0.65), 1.4, opacity=0.7))
    parts += _profile(c, x, y, w, h, width, colour, profile)
    if ornament:
        parts.append(ornament)
    return group(*parts), rect(x, y, w + thick, h)


def _profile(c, x, y, w, h, width, colour, profile):
    out = [bevel(c, rect(x, y, w, h), 3)]
    steps = {"flat": (1.0,), "step": (0.38, 0.7, 1.0), "round": (0.25, 0.5, 0.78, 1.0)}[profile]
    for t in steps:
        d = width * t
        box = rect(x + d, y + d, w - 2 * d, h - 2 * d)
        out.append(line(box, dark(colour, 0.6), 2.6, opacity=0.55))
        out.append(group(line(box, light(colour, 0.6), 1.8, opacity=0.55), transform="translate(2.4 2.4)"))
    if profile == "round":
        d = width * 0.36
        out.append(line(rect(x + d, y + d, w - 2 * d, h - 2 * d), light(colour, 0.65), width * 0.16, opacity=0.38, filter=blur(c, width * 0.07, True)))
    return out


def corner_carving(c, x, y, w, h, width, colour):
    """Carved orchids at the corners and in the middle of each side, with sprigs between."""
    tone, edge = light(colour, 0.16), dark(colour, 0.5)
    items = []
    m = width / 2
    for cx, cy, turn in ((x + m, y + m, 0), (x + w - m, y + m, 90), (x + w - m, y + h - m, 180), (x + m, y + h - m, 270)):
        items.append(move(orchid(tone, light(colour, 0.3), light(colour, 0.4), edge), cx, cy, turn, width / 105))
    for cx, cy, turn in ((x + w / 2, y + m, 0), (x + w / 2, y + h - m, 180), (x + m, y + h / 2, 270), (x + w - m, y + h / 2, 90)):
        items.append(move(orchid(tone, light(colour, 0.3), light(colour, 0.4), edge), cx, cy, turn, width / 130))
    for cx, cy, turns in ((x + m, y + h / 2, (0, 180)), (x + w - m, y + h / 2, (0, 180)), (x + w / 2, y + m, (90, -90)), (x + w / 2, y + h - m, (90, -90))):
        for t in turns:
            far = (h if t in (0, 180) else w) / 2 - width * 1.05
            s = far / 128
            items.append(move(move(leaf_sprig(tone, 9, 112), 0, -width * 0.36), cx, cy, t, min(s, width / 70) if s < 1.4 else s * 0.9))
    return group(*items, filter=relief(c, 2.6, 5.5, 0.3, 16, 0.25, margin=3))


def landscape(kind="sunset"):
    """Returns an art function: sunset, lake, sea, rice, forest, mountain."""
    skies = {
        "sunset": ("#f3b56b", "#e77a5a", "#7a4a6a", "#4b3358"),
        "lake": ("#cfe6ee", "#8fbfcf", "#4d8a72", "#2f6656"),
        "sea": ("#d8eef2", "#7fc0d6", "#2f86a8", "#d9c08a"),
        "rice": ("#fbe6b0", "#f3c877", "#7da04a", "#55803a"),
        "forest": ("#e8ecd2", "#b9cda0", "#5c7f4e", "#35563a"),
        "mountain": ("#f6d9c8", "#c9a6b8", "#7d7aa3", "#4d4f7a"),
        "mono": ("#efe9df", "#c7beb0", "#8d8375", "#5b5348"),
    }

    def art(c, x, y, w, h):
        a, b, m, f = skies[kind]
        rnd = c.rnd
        out = [path(rect(x, y, w, h), c.linear([(0, b), (0.6, a)], 0, 0, 0, 1))]
        out.append(path(ellipse(x + w * 0.64, y + h * 0.34, min(w, h) * 0.1), "#fff3cf", opacity=0.9))
        for _k, (level, tone) in enumerate(((0.52, mix(a, m, 0.45)), (0.62, m), (0.76, f), (0.9, dark(f, 0.3)))):
            pts = [(x - 10, y + h * level)]
            for s in range(1, 7):
                pts.append((x + w * s / 6, y + h * (level + rnd.uniform(-0.07, 0.05) * (1 if kind != "sea" else 0.15))))
            d = smooth(pts, False) + f"L{n(x + w + 40)} {n(y + h + 10)}L{n(x - 20)} {n(y + h + 10)}Z"
            out.append(path(d, c.linear([(0, light(tone, 0.14)), (1, tone)], 0, 0, 0, 1)))
        if kind in ("lake", "sea"):
            for _ in range(14):
                px, py = x + rnd.uniform(0, w), y + h * rnd.uniform(0.64, 0.8)
                out.append(line(f"M{n(px)} {n(py)}h{n(w * rnd.uniform(0.05, 0.16))}", "#ffffff", max(1, h * 0.006), opacity=0.5))
        if kind in ("rice", "forest", "lake"):
            for _ in range(5):
                px, s = x + rnd.uniform(0.02, 0.98) * w, h * rnd.uniform(0.12, 0.24)
                py = y + h * rnd.uniform(0.74, 0.86)
                out.append(line(f"M{n(px)} {n(py)}V{n(py - s * 0.7)}", dark(f, 0.5), max(1.2, s * 0.07)))
                out.append(path(ellipse(px, py - s * 0.85, s * 0.34, s * 0.4), dark(f, 0.12)))
                out.append(path(ellipse(px - s * 0.08, py - s * 0.92, s * 0.2, s * 0.24), light(f, 0.2), opacity=0.7))
        return group(*out)

    return art


def flower_art(kind="moth", ground="#dfe6dc", second="#b7c7b8"):
    """Returns an art function with orchids on a soft ground."""

    def art(c, x, y, w, h):
        s = min(w, h)
        flower = moth_orchid if kind == "moth" else vanda
        out = [path(rect(x, y, w, h), c.linear([(0, light(ground, 0.3)), (1, second)], 0, 0, 1, 1))]
        out.append(
            line(
                smooth([(x + w * 0.1, y + h * 1.02), (x + w * 0.3, y + h * 0.6), (x + w * 0.62, y + h * 0.28), (x + w * 0.95, y + h * 0.2)], False),
                "#6f8a4a",
                s * 0.016,
            )
        )
        for fx, fy, fs, t in ((0.68, 0.28, 0.3, 10), (0.42, 0.46, 0.42, -8), (0.3, 0.74, 0.34, 14), (0.9, 0.2, 0.16, 30)):
            out.append(move(flower(c, s * fs * 1.5), x + w * fx, y + h * fy, t))
        return group(*out)

    return art


def easel(c, x, y, w, h, tone="#8a5a34"):
    """Back strut and table easel feet seen under and beside a frame."""
    legs = path(poly([(x + w * 0.2, y + h), (x + w * 0.27, y + h), (x + w * 0.2, y + h + 40), (x + w * 0.13, y + h + 40)]), dark(tone, 0.2))
    legs += path(poly([(x + w * 0.73, y + h), (x + w * 0.8, y + h), (x + w * 0.87, y + h + 40), (x + w * 0.8, y + h + 40)]), dark(tone, 0.3))
    return legs
