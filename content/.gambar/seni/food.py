"""Things to eat and to cook with; each is drawn around 0,0 and about 100 units wide unless told otherwise."""

import math

from .geometry import blob, ellipse, n, ribbon, ring, smooth
from .light import blur, relief, rough
from .materials import noise
from .palette import dark, light, mix, vary
from .svg import group, line, move, path


def cassava_chip(c, size=100, herb=True):
    """Thin curled cassava slice: blistered, browned at the rim, flecked with lime leaf."""
    rnd = c.rnd
    rx, ry = size * 0.5, size * rnd.uniform(0.36, 0.46)
    points = []
    for i in range(15):
        a = 2 * math.pi * i / 15
        f = 1 + rnd.uniform(-0.045, 0.045) + 0.05 * math.sin(3 * a + rnd.uniform(0, 1))
        points.append((rx * f * math.cos(a), ry * f * math.sin(a)))
    shape = smooth(points)
    tone = vary(rnd, rnd.choice(["#f3d88f", "#f0cd7c", "#f6dfa0", "#ebc370"]), 0.05)
    parts = [
        path(shape, c.radial([(0, light(tone, 0.3)), (0.5, tone), (0.78, mix(tone, "#d9963c", 0.45)), (0.93, "#c07a2a"), (1, "#8f5218")], 0.45, 0.42, 0.6))
    ]
    vein = "".join(
        line(
            f"M{n(rnd.uniform(-4, 4))} {n(rnd.uniform(-3, 3))}L{n(rx * 0.86 * math.cos(a))} {n(ry * 0.86 * math.sin(a))}", "#c98f3e", size * 0.006, opacity=0.35
        )
        for a in (k * math.pi / 9 + rnd.uniform(-0.1, 0.1) for k in range(18))
    )
    parts.append(vein)
    for _ in range(11):
        a, d = rnd.uniform(0, 6.283), math.sqrt(rnd.uniform(0.02, 0.62))
        r = size * rnd.uniform(0.012, 0.04)
        x, y = rx * d * math.cos(a), ry * d * math.sin(a)
        parts.append(
            path(ellipse(x + r * 0.25, y + r * 0.3, r, r * 0.85), "#b97b2c", opacity=0.55)
            + path(ellipse(x, y, r * 0.85, r * 0.7), light(tone, 0.45), opacity=0.9)
        )
    curl = rnd.uniform(-0.5, 0.5)
    fold = smooth([(-rx * 0.9, ry * curl), (0, ry * (curl * 0.5 + 0.18)), (rx * 0.9, ry * curl * 0.4)], False)
    parts.append(
        group(
            line(fold, "#a8651e", size * 0.09, opacity=0.3),
            line(fold, "#fff4cf", size * 0.05, opacity=0.5, transform=f"translate(0 {n(-size * 0.07)})"),
            filter=blur(c, size * 0.035, True),
            clip_path=c.clip(shape),
        )
    )
    if herb:
        for _ in range(rnd.randrange(3, 6)):
            x, y, a = rnd.uniform(-0.32, 0.32) * size, rnd.uniform(-0.22, 0.22) * size, rnd.uniform(0, 180)
            parts.append(move(path(smooth([(-8, 0), (0, -2.2), (9, 0), (0, 2.4)]), rnd.choice(["#4f7a2c", "#6b9038", "#3f6426"])), x, y, a, size / 100))
    return group(*parts, filter=relief(c, size * 0.022, size * 0.05, 0.22, 22, 0.3))


def rempeyek(c, size=100):
    """Lacy rice-flour cracker with halved peanuts."""
    rnd = c.rnd
    shape = blob(rnd, 0, 0, size * 0.5, size * 0.44, 0.1, 16)
    tone = vary(rnd, "#e8b65c", 0.05)
    parts = [path(shape, c.radial([(0, light(tone, 0.3)), (0.7, tone), (1, "#b9752c")], 0.42, 0.4, 0.62))]
    for _ in range(16):
        a, d = rnd.uniform(0, 6.28), rnd.uniform(0.1, 0.42)
        parts.append(
            path(
                ellipse(math.cos(a) * d * size, math.sin(a) * d * size * 0.85, size * rnd.uniform(0.012, 0.03)),
                rnd.choice([light(tone, 0.5), "#c98a3c"]),
                opacity=0.7,
            )
        )
    base = group(*parts, filter=relief(c, size * 0.03, size * 0.05, 0.3, 22, 0.35))
    nuts = []
    start = rnd.uniform(0, 6.28)
    for k in range(15):
        # golden angle: evenly strewn, never two eyes and a mouth
        a, d = start + k * 2.39996, 0.39 * math.sqrt((k + 0.5) / 15)
        nuts.append(move(peanut_half(c), math.cos(a) * d * size, math.sin(a) * d * size * 0.85, rnd.uniform(0, 360), size / 100 * 0.8))
    for _ in range(3):
        nuts.append(
            move(
                path(smooth([(-9, 0), (0, -3), (10, 0), (0, 3)]), "#6f7d2c"),
                rnd.uniform(-0.28, 0.28) * size,
                rnd.uniform(-0.22, 0.22) * size,
                rnd.uniform(0, 180),
                size / 100,
            )
        )
    return base + group(*nuts, filter=relief(c, size * 0.02, size * 0.06, 0.35, 18, 0.3))


def peanut_half(c):
    """Peeled half peanut, 22 units long."""
    tone = vary(c.rnd, "#d99b55", 0.06)
    return path(smooth([(-11, 0), (-5, -6.5), (5, -6), (11, 0), (5, 6), (-5, 6.5)]), tone) + line("M-7 0H7", dark(tone, 0.3), 1.2)


def peanut_shell(c, size=100):
    """Whole peanut in its shell."""
    shape = smooth([(-50, 0), (-38, -20), (-14, -19), (2, -13), (18, -19), (42, -18), (52, 0), (42, 19), (18, 19), (2, 14), (-14, 20), (-38, 20)])
    body = path(shape, "#d3a869")
    for y in (-10, -3, 4, 11):
        body += line(f"M-44 {y}Q0 {y * 0.6} 46 {y}", "#9c7138", 1.6, opacity=0.6, stroke_dasharray="7 5")
    return group(body, filter=relief(c, 5, 8, 0.15, 14, 0.3), transform=f"scale({size / 104:.3f})")


def kembang_goyang(c, size=100):
    """Rosette crisp: eight open petals round a ring."""
    tone = vary(c.rnd, "#d9963f", 0.05)
    strokes = []
    for x, y, a in ring(0, 0, size * 0.31, 8):
        deg = a * 180 / math.pi
        loop = smooth([(-size * 0.17, 0), (0, -size * 0.115), (size * 0.17, -size * 0.06), (size * 0.17, size * 0.06), (0, size * 0.115)])
        strokes.append(move(line(loop, tone, size * 0.05), x, y, deg))
    strokes.append(line(ellipse(0, 0, size * 0.15), tone, size * 0.055))
    strokes.append(line(ellipse(0, 0, size * 0.06), tone, size * 0.04))
    for x, y, _ in ring(0, 0, size * 0.1, 8):
        strokes.append(line(f"M{n(x * 0.6)} {n(y * 0.6)}L{n(x * 1.5)} {n(y * 1.5)}", tone, size * 0.035))
    glow = "".join(
        move(path(ellipse(0, 0, size * 0.14, size * 0.09), "#8a4f1c", opacity=0.35), x, y, a * 180 / math.pi) for x, y, a in ring(0, 0, size * 0.31, 8)
    )
    return group(glow, group(*strokes, filter=relief(c, size * 0.017, size * 0.034, 0.5, 20, 0.25)))


def emping(c, size=100, glaze=True):
    """Pounded melinjo crisp with red sweet-hot glaze."""
    rnd = c.rnd
    shape = blob(rnd, 0, 0, size * 0.5, size * rnd.uniform(0.42, 0.48), 0.06, 11)
    tone = "#c8602c" if glaze else "#e8c27c"
    tone = vary(rnd, tone, 0.07)
    parts = [path(shape, c.radial([(0, light(tone, 0.32)), (0.5, tone), (1, dark(tone, 0.4))], 0.4, 0.38, 0.66))]
    for i in range(3):
        parts.append(line(blob(rnd, 0, 0, size * (0.4 - i * 0.1), size * (0.36 - i * 0.1), 0.08, 9), dark(tone, 0.3), size * 0.014, opacity=0.4))
    for _ in range(9 if glaze else 0):
        a, d = rnd.uniform(0, 6.28), rnd.uniform(0, 0.4)
        parts.append(
            move(
                path(smooth([(-4, 0), (0, -3), (5, 0), (0, 3)]), rnd.choice(["#8e1f12", "#d63a1e", "#f0c96a"])),
                math.cos(a) * d * size,
                math.sin(a) * d * size,
                rnd.uniform(0, 180),
                size / 100,
            )
        )
    return group(*parts, filter=relief(c, size * 0.05, size * 0.085, 0.7, 24, 0.3))


def nastar(c, size=100, clove=True):
    """Round pineapple tart, egg-washed."""
    tone = vary(c.rnd, "#eaa93c", 0.03)
    shape = blob(c.rnd, 0, 0, size * 0.5, size * 0.46, 0.02, 10)
    body = path(shape, c.radial([(0, "#fbdc8a"), (0.42, tone), (0.8, dark(tone, 0.22)), (1, dark(tone, 0.45))], 0.38, 0.32, 0.7))
    shine = path(ellipse(-size * 0.15, -size * 0.19, size * 0.13, size * 0.07), "#fff6d8", opacity=0.85, filter=blur(c, size * 0.025))
    top = (
        move(path(smooth([(-2, 10), (-5, 0), (0, -5), (5, 0), (2, 10)]), "#4a2a18") + path(ellipse(0, -4, 5.5, 4), "#5d3820"), 3, -8, 20, size / 100)
        if clove
        else ""
    )
    return group(body, shine, top)


def stick_cookie(c, size=100, tone="#e9b45a", cheese=True):
    """Kaastengels: ridged cheese finger."""
    shape = "M-50 -13Q-50 -17 -46 -17H46Q50 -17 50 -13V13Q50 17 46 17H-46Q-50 17 -50 13Z"
    body = path(shape, vary(c.rnd, tone, 0.05))
    for i in range(-4, 5):
        body += line(f"M{i * 11} -15q5 15 0 30", dark(tone, 0.3), 1.8, opacity=0.4)
    if cheese:
        body += "".join(
            line(f"M{n(c.rnd.uniform(-42, 36))} {n(c.rnd.uniform(-10, 8))}l{n(c.rnd.uniform(4, 12))} {n(c.rnd.uniform(-5, 5))}", "#fff0b8", 3.2)
            for _ in range(9)
        )
    return group(body, filter=relief(c, 3.5, 6, 0.25, 18, 0.3), transform=f"scale({size / 100:.3f})")


def snow_cookie(c, size=100):
    """Putri salju: crescent in powdered sugar."""
    shape = smooth([(-46, 12), (-34, -18), (0, -32), (36, -18), (46, 14), (34, 18), (20, 2), (0, -6), (-20, 2), (-34, 20)])
    return group(path(shape, "#fbf6ec"), filter=relief(c, 6, 8, 0.0, 18, 0.34), transform=f"scale({size / 100:.3f})")


def chilli(c, size=120, colour="#c8201c", bend=0.18):
    """Long red chilli lying on its side, stem at the left."""
    pts = [(-size * 0.42, 0), (-size * 0.15, -size * bend * 0.6), (size * 0.15, -size * bend * 0.5), (size * 0.5, size * bend * 0.5)]
    body = ribbon(
        pts, size * 0.17, 18, lambda t: 0.15 + 1.0 * math.sin(min(1, t * 2.2 + 0.22) * math.pi / 2) * (1 - max(0, t - 0.35) ** 1.3 * 1.55) if t < 0.98 else 0.03
    )
    stem = line(f"M{n(-size * 0.58)} {n(-size * 0.1)}Q{n(-size * 0.5)} {n(-size * 0.02)} {n(-size * 0.42)} 0", "#5f7d2e", size * 0.035)
    cap = path(ellipse(-size * 0.41, 0, size * 0.05, size * 0.062), "#6c8d35")
    shine = line(
        f"M{n(-size * 0.28)} {n(-size * 0.09)}Q{n(-size * 0.05)} {n(-size * bend * 0.85)} {n(size * 0.16)} {n(-size * bend * 0.64)}",
        "#ffd9c8",
        size * 0.018,
        opacity=0.85,
        filter=blur(c, size * 0.006, True),
    )
    return group(group(path(body, colour), stem, cap, filter=relief(c, size * 0.03, size * 0.05, 0.55, 24, 0.25, margin=20)), shine)


def shallot(c, size=100, cut=False):
    """Red shallot, whole or halved."""
    shape = smooth([(0, -62), (7, -44), (34, -24), (42, 4), (28, 30), (6, 40), (-6, 40), (-28, 30), (-42, 4), (-34, -24), (-7, -44)])
    if cut:
        parts = [path(shape, "#a5486b"), move(path(shape, "#f4dbe4"), 0, 1, 0, 0.92)]
        for k in (0.78, 0.6, 0.42, 0.24):
            parts.append(move(line(shape, "#b85f88", 3 / k * 0.9), 0, 4, 0, k))
        return group(*parts, filter=relief(c, 3, 4, 0.3, 20, 0.4), transform=f"scale({size / 100:.3f})")
    body = path(shape, c.radial([(0, "#d9829c"), (0.55, "#a8405f"), (1, "#651f3a")], 0.36, 0.4, 0.65))
    for dx in (-26, -13, 0, 13, 26):
        body += line(f"M0 -52Q{dx * 1.5} -4 {dx * 0.25} 38", "#e9a9b8" if dx < 0 else "#5a1a33", 1.4, opacity=0.5)
    root = "".join(line(f"M0 39q{dx} 6 {dx * 1.6} 9", "#c9a77c", 1.6) for dx in (-5, -2, 2, 5))
    return group(body, root, path(ellipse(-15, -10, 7, 14), "#ffe6ea", opacity=0.6, filter=blur(c, 4)), transform=f"scale({size / 100:.3f})")


def garlic(c, size=100):
    """Garlic bulb."""
    shape = smooth([(0, -58), (6, -36), (36, -18), (46, 10), (32, 34), (0, 40), (-32, 34), (-46, 10), (-36, -18), (-6, -36)])
    body = path(shape, c.radial([(0, "#fffaf0"), (0.6, "#eee3d2"), (1, "#b7a48e")], 0.38, 0.4, 0.65))
    for dx in (-34, -16, 4, 22, 36):
        body += line(f"M0 -46Q{dx * 1.35} -6 {dx * 0.35} 38", "#b59aa8", 1.5, opacity=0.55)
    return group(body, transform=f"scale({size / 100:.3f})")


def clove_of_garlic(c, size=60):
    """Peeled clove."""
    shape = smooth([(-40, 4), (-18, -18), (16, -20), (42, -2), (20, 18), (-14, 20)])
    return group(path(shape, "#f3e9d2"), filter=relief(c, 6, 8, 0.4, 20, 0.35), transform=f"scale({size / 84:.3f})")


def candlenut(c, size=60):
    """Kemiri kernel."""
    return group(path(blob(c.rnd, 0, 0, 30, 27, 0.06, 9), "#e9d3a4"), filter=relief(c, 6, 9, 0.3, 18, 0.3), transform=f"scale({size / 60:.3f})")


def lime_leaf(c, size=110, tone="#4c7a34"):
    """Double makrut-lime leaf."""
    out = []
    for x, ln, wd in ((-size * 0.22, 0.3, 0.15), (size * 0.2, 0.32, 0.19)):
        a, b = x - size * ln * 0.75, x + size * ln * 0.75
        shape = smooth(
            [
                (a, 0),
                (x - size * 0.06, -size * wd),
                (b - size * 0.06, -size * wd * 0.6),
                (b, 0),
                (b - size * 0.06, size * wd * 0.6),
                (x - size * 0.06, size * wd),
            ]
        )
        item = path(shape, c.linear([(0, light(tone, 0.25)), (0.5, tone), (0.52, dark(tone, 0.2)), (1, dark(tone, 0.1))], 0, 0, 0, 1))
        item += line(f"M{n(a)} 0H{n(b)}", light(tone, 0.45), 2)
        for k in range(5):
            px = a + (b - a) * (0.15 + k * 0.16)
            item += line(
                f"M{n(px)} 0l{n(size * 0.07)} {n(-size * wd * 0.6)}M{n(px)} 0l{n(size * 0.07)} {n(size * wd * 0.6)}", light(tone, 0.35), 1, opacity=0.6
            )
        out.append(item)
    return group(*out, line(f"M{n(-size * 0.62)} 2H{n(-size * 0.4)}", dark(tone, 0.1), 3))


def leaf(c, size=100, tone="#5b8a3c", wide=0.32):
    """Simple pointed leaf from 0,0 upwards."""
    w = size * wide
    shape = smooth([(0, 0), (w * 0.6, -size * 0.28), (w * 0.55, -size * 0.65), (0, -size), (-w * 0.55, -size * 0.65), (-w * 0.6, -size * 0.28)])
    body = path(shape, c.linear([(0, light(tone, 0.28)), (0.49, tone), (0.51, dark(tone, 0.22)), (1, dark(tone, 0.05))]))
    for k in range(6):
        y = -size * (0.15 + 0.12 * k)
        body += line(
            f"M0 {n(y)}Q{n(w * 0.25)} {n(y - size * 0.05)} {n(w * 0.45)} {n(y - size * 0.12)}M0 {n(y)}Q{n(-w * 0.25)} {n(y - size * 0.05)} {n(-w * 0.45)} {n(y - size * 0.12)}",
            light(tone, 0.35),
            size * 0.008,
            opacity=0.55,
        )
    return group(body, line(f"M0 0V{n(-size * 0.94)}", light(tone, 0.45), size * 0.016))


def coffee_bean(c, size=40):
    """Roasted bean."""
    tone = vary(c.rnd, c.rnd.choice(["#6b3d22", "#5c331d", "#7a4828", "#532c18"]), 0.08)
    body = path(
        ellipse(0, 0, 20, 14.5), c.radial([(0, light(tone, 0.5)), (0.4, light(tone, 0.08)), (0.75, dark(tone, 0.15)), (1, dark(tone, 0.7))], 0.34, 0.26, 0.8)
    )
    crease = line("M-18 1C-8 -6 6 7 18 -1", dark(tone, 0.75), 2.6) + line("M-17 3.4C-7 -3.6 7 9.4 17 1.6", light(tone, 0.4), 1.1, opacity=0.7)
    return group(body, crease, path(ellipse(-7, -7, 6, 2.4), "#e9c8a8", opacity=0.55), transform=f"scale({size / 40:.3f})")


def ginger(c, size=140):
    """Knobbly ginger root."""
    shape = smooth(
        [
            (-70, 10),
            (-52, -14),
            (-28, -10),
            (-22, -40),
            (2, -46),
            (10, -16),
            (34, -20),
            (62, -34),
            (76, -14),
            (56, 4),
            (44, 24),
            (16, 20),
            (6, 40),
            (-18, 42),
            (-24, 22),
            (-52, 28),
        ]
    )
    body = path(shape, "#cfa46a")
    rings = "".join(
        line(d, "#94693a", 1.8, opacity=0.6)
        for d in ("M-48 -10q8 16 0 34", "M-24 -30q14 6 30 0", "M16 -16q-4 18 2 34", "M50 -28q6 12 8 26", "M-36 -10q8 16 2 34", "M-20 30q12 -4 26 0")
    )
    return group(group(body, rings, filter=relief(c, 7, 11, 0.12, 14, 0.3)), transform=f"scale({size / 150:.3f})")


def cinnamon(c, length=160, width=22):
    """Rolled bark."""
    tone = "#9a5a2e"
    body = path(
        f"M0 {-width / 2}H{length}V{width / 2}H0Z",
        c.linear([(0, light(tone, 0.1)), (0.3, light(tone, 0.3)), (0.5, dark(tone, 0.35)), (0.6, tone), (1, dark(tone, 0.45))], 0, 0, 0, 1),
    )
    ends = path(ellipse(length, 0, width * 0.25, width / 2), dark(tone, 0.3)) + line(
        smooth([(length - 3, -width * 0.2), (length + 3, 0), (length - 2, width * 0.25), (length - 4, 0)], False), dark(tone, 0.7), 2
    )
    grain = "".join(
        line(f"M{n(c.rnd.uniform(0, length * 0.5))} {n(c.rnd.uniform(-0.4, 0.4) * width)}h{n(length * 0.4)}", dark(tone, 0.5), 0.9, opacity=0.5)
        for _ in range(8)
    )
    return group(body, grain, ends)


def star_anise(c, size=70):
    """Eight-pointed star."""
    out = []
    for _, _, a in ring(0, 0, 1, 8):
        out.append(
            move(path(smooth([(0, -4), (14, -9), (34, 0), (14, 9), (0, 4)]), "#7a4522") + path(ellipse(18, 0, 6, 3.5), "#c98d4e"), turn=a * 180 / math.pi)
        )
    return group(*out, path(ellipse(0, 0, 5), "#4e2a14"), filter=relief(c, 2.5, 4, 0.3, 18, 0.3), transform=f"scale({size / 70:.3f})")


def palm_sugar(c, size=100):
    """Half dome of gula aren."""
    shape = "M-50 18C-50 -26 -26 -40 0 -40C26 -40 50 -26 50 18C50 30 -50 30 -50 18Z"
    return group(
        path(shape, "#7c4522", filter=rough(c, 0.06, 0.06, 2, 3, 4)),
        path(shape, c.linear([(0, "#fff", 0.22), (0.35, "#fff", 0), (1, "#140800", 0.45)])),
        transform=f"scale({size / 100:.3f})",
    )


def salted_squid(c, size=130):
    """Dried salted squid: mantle, fins and arms."""
    mantle = smooth([(0, -62), (16, -44), (22, -4), (16, 26), (0, 32), (-16, 26), (-22, -4), (-16, -44)])
    fins = smooth([(0, -66), (30, -40), (12, -16), (-12, -16), (-30, -40)])
    arms = "".join(
        line(smooth([(x * 0.6, 28), (x, 46), (x * 1.5 + c.rnd.uniform(-4, 4), 62), (x * 1.3, 78)], False), "#cf9f80", 5) for x in (-12, -7, -2, 3, 8, 13)
    )
    body = path(fins, "#c88f72") + path(mantle, "#dcae8c") + arms
    spots = "".join(path(ellipse(c.rnd.uniform(-13, 13), c.rnd.uniform(-48, 20), 1.8), "#8d4b3a", opacity=0.7) for _ in range(18))
    return group(body, spots, filter=relief(c, 5, 7, 0.35, 18, 0.3), transform=f"scale({size / 150:.3f})")


def sambal(c, shape, box, oil="#c8341a", bits=90, squid=0):
    """Chilli relish seen through glass or in a bowl: oil, shallot rings, seeds, chilli flakes."""
    x, y, w, h = box
    rnd = c.rnd
    parts = [
        path(shape, c.linear([(0, light(oil, 0.12)), (1, dark(oil, 0.35))], 0, 0, 0, 1)),
        noise(c, shape, "#7a140c", 0.035, 0.035, 0.46, 5),
        noise(c, shape, "#f0862c", 0.05, 0.05, 0.57, 7),
    ]
    flakes = []
    for _ in range(bits):
        px, py, a = x + rnd.uniform(0, w), y + rnd.uniform(0, h), rnd.uniform(0, 180)
        kind = rnd.random()
        if kind < 0.5:
            item = path(blob(rnd, 0, 0, rnd.uniform(8, 17), rnd.uniform(5, 9), 0.2, 7), rnd.choice(["#d8281a", "#b4160f", "#e84a24", "#96100c"]))
        elif kind < 0.72:
            item = line(f"M-9 0Q0 {n(rnd.uniform(-9, -4))} 10 0", rnd.choice(["#f0c9a2", "#e7a984", "#d9927c"]), 4.5)
        else:
            item = path(ellipse(0, 0, 4.2, 3), "#f4cf74")
        flakes.append(move(item, px, py, a, 1))
    for _ in range(squid):
        item = line(smooth([(-18, 0), (-6, -8), (6, 6), (20, -2)], False), rnd.choice(["#eec7a4", "#e2b08c"]), 11)
        flakes.append(move(item, x + rnd.uniform(0.05, 0.95) * w, y + rnd.uniform(0.05, 0.95) * h, rnd.uniform(0, 180)))
    parts.append(group(*flakes, filter=relief(c, 2.4, 3.4, 0.7, 20, 0.35)))
    return group(*parts, clip_path=c.clip(shape))


def shreds(c, box, tones, count=300, length=34, width=3.6):
    """Tangle of fine strips (toasted coconut, coir)."""
    x, y, w, h = box
    out = []
    for _ in range(count):
        px, py, a = x + c.rnd.uniform(0, w), y + c.rnd.uniform(0, h), c.rnd.uniform(0, 180)
        ln = length * c.rnd.uniform(0.5, 1.1)
        out.append(
            move(line(f"M{n(-ln / 2)} 0Q0 {n(c.rnd.uniform(-0.3, 0.3) * ln)} {n(ln / 2)} 0", c.rnd.choice(tones), c.rnd.uniform(0.6, 1.1) * width), px, py, a)
        )
    return group(*out, filter=relief(c, width * 0.4, width * 0.7, 0.2, 16, 0.35, margin=2))


def heap(c, maker, cx, cy, rx, ry, count, size, squash=0.75, spread=0.1, turn=180):
    """Pile of things inside an ellipse, back to front, each with a small shadow."""
    spots = []
    for _ in range(count):
        a, d = c.rnd.uniform(0, 6.283), math.sqrt(c.rnd.uniform(0, 1))
        spots.append((cy + math.sin(a) * d * ry, cx + math.cos(a) * d * rx))
    out = []
    for y, x in sorted(spots):
        s = size * c.rnd.uniform(1 - spread, 1 + spread)
        item = maker(s)
        shadow = path(ellipse(s * 0.04, s * 0.1, s * 0.48, s * 0.4), "#2a1208", opacity=0.32, filter=blur(c, s * 0.05))
        inner = group(shadow, f'<g transform="rotate({n(c.rnd.uniform(-turn, turn))})">{item}</g>', transform=f"translate({n(x)} {n(y)}) scale(1 {squash})")
        out.append(inner)
    return "".join(out)


def packed(c, maker, cx, top, bottom, half, size, squash=0.8):
    """Things layered row by row as in a filled jar, each row shifted by half a step."""
    out = []
    step_y = size * squash * 0.66
    rows = int((bottom - top) / step_y) + 1
    for row in range(rows + 1):
        y = top + row * step_y
        shift = size * 0.5 * (row % 2)
        x = -half - size * 0.5 + shift
        while x < half + size * 0.5:
            px, py = cx + x + c.rnd.uniform(-0.06, 0.06) * size, y + c.rnd.uniform(-0.05, 0.05) * size
            out.append(path(ellipse(px + size * 0.04, py + size * 0.1, size * 0.5, size * 0.42), "#2a1208", opacity=0.4, filter=blur(c, size * 0.06)))
            out.append(f'<g transform="translate({n(px)} {n(py)}) scale(1 {squash + 0.1:.2f})">{maker(size)}</g>')
            x += size * 0.98
    return "".join(out)
