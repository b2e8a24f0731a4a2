"""Orchids, pots, leaves and planting medium."""

import math

from .geometry import K, ellipse, n, ribbon, smooth
from .light import blur, relief
from .palette import dark, light, mix, vary
from .svg import group, line, move, path
from .vessel import mouth, outline_path, turned


def moth_orchid(c, size=100, petal="#fdfaf3", blush="#e9dcd0", lip="#e6b53a", heart="#b5376b"):
    """Phalaenopsis flower facing the viewer."""
    k = size / 100
    out = []
    shade = c.radial([(0, mix(petal, "#d9d28a", 0.5)), (0.25, petal), (0.8, petal), (1, blush)], 0.5, 0.95, 0.95)
    for turn, ln, wd in ((0, 50, 20), (125, 46, 19), (-125, 46, 19)):
        sepal = smooth([(0, 2), (wd * 0.9, -ln * 0.45), (wd * 0.6, -ln * 0.88), (0, -ln), (-wd * 0.6, -ln * 0.88), (-wd * 0.9, -ln * 0.45)])
        veins = "".join(line(f"M0 -4Q{n(d * wd)} {n(-ln * 0.5)} {n(d * wd * 0.7)} {n(-ln * 0.88)}", blush, 0.9, opacity=0.7) for d in (-0.5, 0, 0.5))
        out.append(move(group(path(sepal, shade), veins, filter=relief(c, 3 * k, 4, 0, 20, 0.52)), turn=turn))
    for side in (1, -1):
        wing = smooth([(0, 0), (side * 16, -30), (side * 44, -34), (side * 60, -8), (side * 50, 18), (side * 22, 16)])
        paint = c.radial([(0, mix(petal, "#d9d28a", 0.35)), (0.3, petal), (0.85, petal), (1, blush)], 0 if side > 0 else 1, 0.6, 1.0)
        veins = "".join(line(f"M{side * 3} -2Q{side * 28} {n(v * 0.7)} {side * 52} {n(v)}", blush, 0.9, opacity=0.75) for v in (-22, -12, -2, 8))
        out.append(group(path(wing, paint), veins, filter=relief(c, 4 * k, 6, 0, 20, 0.5)))
    out.append(path(smooth([(-10, 4), (0, -8), (10, 4), (15, 16), (5, 20), (0, 32), (-5, 20), (-15, 16)]), lip, filter=relief(c, 2.5 * k, 4, 0.4, 20, 0.35)))
    out.append(path(smooth([(-5, 4), (0, 0), (5, 4), (4, 16), (0, 22), (-4, 16)]), heart, opacity=0.85))
    out.append(path(ellipse(0, -1, 5.5, 5), "#fffdf6", filter=relief(c, 1.5 * k, 3, 0, 20, 0.4)))
    return group(*out, transform=f"scale({k:.3f})")


def dendrobium(c, size=100, petal="#b54a9c", lip="#7d1f69"):
    """Dendrobium flower: narrow pointed tepals, dark lip, pale centre."""
    k = size / 100
    out = []
    for turn, ln, wd in ((0, 50, 15), (132, 46, 15), (-132, 46, 15), (66, 50, 21), (-66, 50, 21)):
        shape = smooth([(0, 2), (wd, -ln * 0.5), (wd * 0.55, -ln * 0.86), (0, -ln), (-wd * 0.55, -ln * 0.86), (-wd, -ln * 0.5)])
        paint = c.linear([(0, petal), (0.6, light(petal, 0.18)), (1, light(petal, 0.75))], 0, 0, 0, 1)
        veins = "".join(line(f"M0 -6Q{n(d * wd)} {n(-ln * 0.5)} {n(d * wd * 0.5)} {n(-ln * 0.9)}", dark(petal, 0.2), 1, opacity=0.45) for d in (-0.5, 0, 0.5))
        out.append(move(group(path(shape, paint), veins, filter=relief(c, 3 * k, 4.5, 0.05, 18, 0.42)), turn=turn))
    out.append(path(smooth([(-6, 2), (6, 2), (14, 18), (0, 34), (-14, 18)]), lip, filter=relief(c, 3 * k, 4, 0.3, 18, 0.4)))
    out.append(path(ellipse(0, 3, 5, 6), "#fff4fa"))
    return group(*out, transform=f"scale({k:.3f})")


def vanda(c, size=100, petal="#7d6bc4"):
    """Vanda flower with netted veins."""
    k = size / 100
    out = []
    for turn, ln, wd in ((0, 48, 22), (130, 50, 24), (-130, 50, 24), (66, 50, 26), (-66, 50, 26)):
        shape = smooth([(0, 0), (wd * 0.5, -ln * 0.3), (wd, -ln * 0.68), (0, -ln), (-wd, -ln * 0.68), (-wd * 0.5, -ln * 0.3)])
        veins = "".join(
            line(f"M0 -6Q{n(d * wd)} {n(-ln * 0.5)} {n(d * wd * 1.3)} {n(-ln * 0.85)}", dark(petal, 0.35), 1.3, opacity=0.55) for d in (-0.6, -0.2, 0.2, 0.6)
        )
        veins += "".join(
            line(f"M{n(-wd * 0.5)} {n(-ln * t)}Q0 {n(-ln * t - 6)} {n(wd * 0.5)} {n(-ln * t)}", dark(petal, 0.35), 1.1, opacity=0.45) for t in (0.4, 0.55, 0.7)
        )
        out.append(
            move(
                group(path(shape, c.linear([(0, light(petal, 0.25)), (1, petal)], 0, 0, 0, 1)), veins, filter=relief(c, 3 * k, 4.5, 0.05, 18, 0.42)), turn=turn
            )
        )
    out.append(path(smooth([(-5, 0), (5, 0), (9, 16), (0, 24), (-9, 16)]), "#3c2370", filter=relief(c, 2 * k, 3, 0.3, 18, 0.4)))
    out.append(path(ellipse(0, 0, 4.5), "#f6e7f6"))
    return group(*out, transform=f"scale({k:.3f})")


def strap_leaf(c, points, width, tone="#4d7a3d"):
    """Thick arching orchid leaf with a midrib and gloss."""
    shape = ribbon(
        points,
        width,
        26,
        lambda t: 0.35 + 0.65 * math.sin(min(1, t * 1.6 + 0.12) * math.pi / 2) if t < 0.6 else max(0.02, math.sqrt(max(0, 1 - ((t - 0.6) / 0.4) ** 2))),
    )
    mid = smooth(points, False)
    tone = vary(c.rnd, tone, 0.06)
    return group(
        path(shape, tone, filter=relief(c, width * 0.09, width * 0.13, 0.25, 16, 0.3)),
        group(
            line(mid, dark(tone, 0.35), width * 0.05, opacity=0.7),
            line(mid, light(tone, 0.5), width * 0.14, opacity=0.35, filter=blur(c, width * 0.06, True), transform=f"translate(0 {n(-width * 0.16)})"),
            clip_path=c.clip(shape),
        ),
    )


def clay_pot(c, cx, y1, y2, r, colour="#b9653f", rim=True):
    """Terracotta pot with rim; returns body and silhouette."""
    h = y2 - y1
    body = [(y1 + h * 0.16, r * 0.9), (y1 + h * 0.5, r * 0.82), (y2, r * 0.62)]
    lip = [(y1, r), (y1 + h * 0.03, r * 1.01), (y1 + h * 0.17, r * 0.98), (y1 + h * 0.19, r * 0.93)]
    from .materials import noise

    d = outline_path(cx, [(y1, r), (y1 + h * 0.18, r * 0.96), (y1 + h * 0.2, r * 0.9), (y2, r * 0.62)])
    art = turned(c, cx, body, colour, 0.16, 0.45) + turned(c, cx, lip, light(colour, 0.05), 0.18, 0.45)
    under = path(
        f"M{n(cx - r * 0.92)} {n(y1 + h * 0.2)}A{n(r)} {n(r * K)} 0 0 0 {n(cx + r * 0.9)} {n(y1 + h * 0.2)}",
        stroke="#2a0f08",
        stroke_width=9.0,
        opacity=0.35,
        filter=blur(c, 4, True),
    )
    tex = noise(c, d, light(colour, 0.6), 0.02, 0.05, 0.58, 2.4) + noise(c, d, dark(colour, 0.5), 0.3, 0.3, 0.6, 2.5)
    return art + group(under, tex, opacity=0.8) + mouth(c, cx, y1, r, colour, dark(colour, 0.2), r * 0.07), d


def husk(c, cx, cy, rx, ry, count=60, size=24):
    """Coconut-husk chips seen on top of a pot or in a heap."""
    out = []
    spots = []
    for _ in range(count):
        a, d = c.rnd.uniform(0, 6.283), math.sqrt(c.rnd.uniform(0, 1))
        spots.append((cy + math.sin(a) * d * ry, cx + math.cos(a) * d * rx))
    for y, x in sorted(spots):
        s = size * c.rnd.uniform(0.6, 1.2)
        tone = c.rnd.choice(["#8a5a34", "#a06d3f", "#6d4426", "#b98750", "#7a4e2c"])
        shape = smooth([(-s * 0.6, -s * 0.2), (-s * 0.1, -s * 0.42), (s * 0.55, -s * 0.26), (s * 0.6, s * 0.22), (0, s * 0.4), (-s * 0.5, s * 0.25)])
        fibre = "".join(line(f"M{n(-s * 0.5)} {n(s * o)}L{n(s * 0.5)} {n(s * (o + 0.05))}", light(tone, 0.35), 1, opacity=0.55) for o in (-0.18, -0.02, 0.14))
        out.append(move(path(shape, tone) + fibre, x, y, c.rnd.uniform(-60, 60)))
    return group(*out, filter=relief(c, size * 0.09, size * 0.14, 0, 14, 0.3, margin=4))


def stem(c, points, width, tone="#6f8f4a"):
    """Round stem lit from the left."""
    d = smooth(points, False)
    return (
        line(d, dark(tone, 0.35), width)
        + line(d, tone, width * 0.72, transform=f"translate({n(-width * 0.1)} 0)")
        + line(d, light(tone, 0.5), width * 0.22, opacity=0.7, transform=f"translate({n(-width * 0.2)} 0)")
    )


def bud(c, size=34, tone="#cfd79a"):
    """Closed bud, tip up."""
    shape = smooth(
        [(0, size * 0.1), (size * 0.36, -size * 0.25), (size * 0.2, -size * 0.75), (0, -size), (-size * 0.2, -size * 0.75), (-size * 0.36, -size * 0.25)]
    )
    return group(
        path(shape, tone),
        line(f"M0 0Q{n(size * 0.06)} {n(-size * 0.5)} 0 {n(-size * 0.95)}", dark(tone, 0.25), 1.4, opacity=0.6),
        filter=relief(c, size * 0.1, size * 0.16, 0.1, 16, 0.35),
    )
