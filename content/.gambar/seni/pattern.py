"""Drawn ornaments: kawung, orchid sprays, parang; used faintly on backdrops and in full colour on cloth."""

import math

from .geometry import ellipse, n, ring, smooth
from .svg import group, line, move, path


def kawung(c, size, ink, matrix=None, detail=True, ground=None, second=None):
    """Four-petal kawung tile as a paint."""
    petal = smooth([(0, -size * 0.05), (size * 0.17, -size * 0.24), (0, -size * 0.47), (-size * 0.17, -size * 0.24)])
    parts = []
    if ground:
        parts.append(path(f"M0 0H{n(size)}V{n(size)}H0Z", ground))
    for ox, oy in ((0.5, 0.5),):
        for turn in (45, 135, 225, 315):
            item = path(petal, ink)
            if detail:
                item += path(ellipse(0, -size * 0.3, size * 0.025), second or ground or "#fff", opacity=0.9)
                item += path(ellipse(0, -size * 0.2, size * 0.025), second or ground or "#fff", opacity=0.9)
            parts.append(move(item, ox * size, oy * size, turn, 1.22))
        parts.append(path(ellipse(ox * size, oy * size, size * 0.035), second or ink))
    for x, y in ((0, 0), (1, 0), (0, 1), (1, 1)):
        parts.append(path(ellipse(x * size, y * size, size * 0.035), second or ink))
    for x, y in ((0.5, 0), (0, 0.5), (1, 0.5), (0.5, 1)):
        parts.append(path(ellipse(x * size, y * size, size * 0.05), ink, opacity=0.8))
    return c.tile(size, size, "".join(parts), matrix)


def orchid(petal, lip, eye, edge, dots=None, vein=True):
    """Vanda flower about 100 units wide around 0,0."""
    out = []
    for turn, ln, wd in ((0, 50, 21), (128, 48, 20), (-128, 48, 20), (64, 52, 29), (-64, 52, 29)):
        shape = smooth([(0, -3), (wd * 0.75, -ln * 0.42), (wd * 0.78, -ln * 0.8), (0, -ln), (-wd * 0.78, -ln * 0.8), (-wd * 0.75, -ln * 0.42)])
        item = path(shape, petal, stroke=edge, stroke_width=1.6)
        if vein:
            for dx in (-0.4, 0, 0.4):
                item += line(f"M0 -6Q{n(dx * wd)} {n(-ln * 0.45)} {n(dx * wd * 1.2)} {n(-ln * 0.82)}", edge, 1.1, opacity=0.55)
        if dots:
            for dx, dy in ((-0.45, 0.72), (0.45, 0.72), (0, 0.86), (0, 0.58), (-0.3, 0.5), (0.3, 0.5)):
                item += path(ellipse(dx * wd, -dy * ln, 2), dots)
        out.append(move(item, turn=turn))
    out.append(path(smooth([(0, -4), (11, 6), (8, 22), (0, 30), (-8, 22), (-11, 6)]), lip, stroke=edge, stroke_width=1.2))
    out.append(path(ellipse(0, -1, 6, 5), eye))
    return group(*out)


def leaf_sprig(ink, count=7, length=110):
    """Curved stem with paired leaves, growing up from 0,0."""
    out = [line(f"M0 0Q{n(length * 0.12)} {n(-length * 0.5)} 0 {n(-length)}", ink, 2.2)]
    for i in range(count):
        t = (i + 1) / (count + 0.5)
        size = 26 * (1 - 0.45 * t)
        leaf = smooth([(0, 0), (size * 0.34, -size * 0.5), (0, -size * 1.15), (-size * 0.34, -size * 0.5)])
        x = length * 0.24 * t * (1 - t)
        out.append(move(path(leaf, ink), x, -length * t, -52 if i % 2 else 58))
    return group(*out)


def batik_orchid(c, colours, scale=1.0, matrix="", seed_turn=0):
    """Full batik ground: orchids, sprigs, rows of isen dots. `colours`: ground, petal, petal2, lip, ink, line."""
    ground, petal, petal2, lip, ink, wax = colours
    size = 240
    parts = [path(f"M0 0H{size}V{size}H0Z", ground)]
    dots = []
    for i in range(16):
        for j in range(16):
            x, y = 7.5 + i * 15 + (j % 2) * 7.5, 7.5 + j * 15
            dots.append(ellipse(x % size, y, 1.7))
    parts.append(path("".join(dots), wax, opacity=0.55))

    def everywhere(item, x, y, turn, k):
        for ox in (-size, 0, size):
            for oy in (-size, 0, size):
                if -90 < x + ox < size + 90 and -90 < y + oy < size + 90:
                    parts.append(move(item, x + ox, y + oy, turn, k))

    sprig = group(leaf_sprig(wax, 9, 120), leaf_sprig(ink, 9, 116))
    everywhere(sprig, 60, 70, 150, 0.95)
    everywhere(sprig, 180, 190, -30, 0.95)
    everywhere(sprig, 60, 70, -95, 0.8)
    everywhere(sprig, 180, 190, 85, 0.8)
    curl = line("M0 0C20 -30 60 -20 50 10C44 28 18 22 26 4", wax, 3)
    everywhere(curl, 118, 44, 20, 0.9)
    everywhere(curl, 4, 164, 200, 0.9)
    big = group(move(orchid(wax, wax, wax, wax, None, False), scale=1.1), orchid(petal, lip, "#f3c964", ink, ink))
    small = group(move(orchid(wax, wax, wax, wax, None, False), scale=1.14), orchid(petal2, lip, "#f3c964", ink, None))
    everywhere(big, 60, 70, -12 + seed_turn, 1.0)
    everywhere(big, 180, 190, 24 + seed_turn, 1.0)
    everywhere(small, 176, 62, 40, 0.52)
    everywhere(small, 62, 184, -35, 0.52)
    for x, y in ((120, 120), (0, 0), (118, 232), (232, 118)):
        everywhere("".join(path(ellipse(px, py, 3), wax) for px, py, _ in ring(0, 0, 11, 6)) + path(ellipse(0, 0, 4), lip), x, y, 0, 1)
    return c.tile(size, size, "".join(parts), f"{matrix} scale({scale:.3f})".strip())


def parang(c, ground, ink, wax, scale=1.0, matrix=""):
    """Diagonal parang border tile."""
    parts = [path("M0 0H60V40H0Z", ground)]
    for ox in (-60, 0, 60):
        parts.append(path(f"M{ox} 40C{ox + 8} 18 {ox + 34} 26 {ox + 40} 0H{ox + 56}C{ox + 52} 22 {ox + 26} 18 {ox + 22} 40Z", ink, stroke=wax, stroke_width=2))
        parts.append(path(ellipse(ox + 32, 20, 3), wax))
    return c.tile(60, 40, "".join(parts), f"{matrix} rotate(-45) scale({scale:.3f})")


BATIK = {
    "violet": ("#4a2a63", "#d9b3e0", "#b98ac9", "#c3407c", "#2c153f", "#efdcc0"),
    "indigo": ("#1f3563", "#a9c3e6", "#7ea0d2", "#e9dcc0", "#101f40", "#efe3c9"),
    "soga": ("#5b3219", "#e2b06a", "#c98d46", "#7c2c1a", "#2e170b", "#f1dfb8"),
    "mangosteen": ("#6b2238", "#e9b7b0", "#d18d94", "#f0cf7a", "#3a0f1e", "#f3dfc6"),
    "cream": ("#efe2c4", "#9b5fae", "#7a6fb5", "#c3407c", "#4a2a63", "#b9854a"),
    "green": ("#2f4d3d", "#d8c98f", "#a9b77d", "#c8643f", "#172a20", "#efe3c0"),
}


def backdrop_ornament(c, kind, ink):
    """Quiet large pattern of the wall."""
    if kind == "kawung":
        return kawung(c, 118, ink, "rotate(0)", detail=False)
    parts = [move(orchid(ink, ink, ink, ink, None, False), 65, 60, -10, 0.62), move(orchid(ink, ink, ink, ink, None, False), 195, 190, 26, 0.5)]
    parts.append(move(leaf_sprig(ink, 7, 90), 70, 95, 165))
    parts.append(move(leaf_sprig(ink, 7, 90), 190, 160, 15))
    parts.append(path(ellipse(195, 55, 4), ink) + path(ellipse(65, 195, 4), ink))
    return c.tile(260, 250, "".join(parts))


def degrees(radians):
    """Angle for `rotate()`."""
    return radians * 180 / math.pi
