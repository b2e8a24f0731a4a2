"""Crochet: single stitches on round bodies, flat fabric, lace doilies, balls of yarn."""

import math

from .geometry import ellipse, n, ring, smooth
from .light import relief
from .palette import dark, light, vary
from .svg import group, line, move, path


def stitch_v(width, height, colour, shade):
    """One V-shaped stitch around 0,0."""
    w, h = width / 2, height / 2
    arm = "M{0} {1}C{2} {3} {4} {5} {6} {7}"
    out = ""
    for side in (-1, 1):
        d = arm.format(n(side * w * 0.92), n(-h), n(side * w * 0.9), n(h * 0.1), n(side * w * 0.5), n(h * 0.9), n(side * w * 0.1), n(h))
        tone = colour if side < 0 else shade
        out += line(d, tone, w * 0.62)
    return out


def ball(c, cx, cy, rx, ry, colour, rows=16, tilt=0.0, around=26, stripes=None):
    """Amigurumi body: rows of stitches on an ellipsoid."""
    base = ellipse(cx, cy, rx, ry)
    out = [path(base, dark(colour, 0.3))]
    marks = []
    for i in range(rows):
        lat = -math.pi / 2 + math.pi * (i + 0.5) / rows
        y = cy + ry * math.sin(lat)
        ring_r = rx * math.cos(lat)
        tone = stripes(i) if stripes else colour
        step_h = math.pi * ry / rows * max(0.35, math.cos(lat * 0.96))
        count = max(5, int(around * math.cos(lat) + 2))
        for k in range(count):
            lon = -math.pi / 2 + math.pi * (k + (0.5 if i % 2 else 0.0) + 0.25) / count
            x = cx + ring_r * math.sin(lon)
            w = math.pi * ring_r / count * max(0.25, math.cos(lon)) * 1.08
            t = vary(c.rnd, tone, 0.035)
            bow = ring_r * 0.1 * (1 - math.cos(lon)) * (1 if lat > 0 else -1)
            marks.append(move(stitch_v(w, step_h * 1.3, light(t, 0.12), dark(t, 0.1)), x, y - bow, -math.degrees(lon) * 0.16 * math.sin(lat)))
    out.append(group(*marks, clip_path=c.clip(base)))
    out.append(path(base, c.radial([(0, "#fff6e4", 0.34), (0.4, "#fff6e4", 0.04), (0.7, "#3a1c14", 0.14), (1, "#2a1410", 0.56)], 0.36, 0.3, 0.72)))
    return group(*out, transform=f"rotate({n(tilt)} {n(cx)} {n(cy)})" if tilt else None)


def fabric(c, colour, size=20, matrix=None, second=None):
    """Flat rows of V stitches as a paint."""
    s = size
    parts = path(f"M0 0H{n(s * 2)}V{n(s * 2)}H0Z", dark(colour, 0.34))
    for row in range(-1, 3):
        tone = second if second and row % 2 else colour
        for col in range(-1, 3):
            t = tone
            parts += move(stitch_v(s, s * 1.25, light(t, 0.16), dark(t, 0.12)), (col + 0.5) * s, (row + 0.5) * s)
    return c.tile(s * 2, s * 2, parts, matrix)


def shells(c, colour, size=60, matrix=None):
    """Fan (shell) stitch fabric as a paint."""
    s = size
    parts = path(f"M0 0H{n(s)}V{n(s)}H0Z", dark(colour, 0.55))

    def fan(x, y):
        out = ""
        for k in range(7):
            a = math.radians(180 + k * 30)
            x2, y2 = x + s * 0.5 * math.cos(a), y + s * 0.5 * math.sin(a)
            out += line(f"M{n(x)} {n(y)}L{n(x2)} {n(y2)}", light(colour, 0.02 + 0.04 * (6 - k)), s * 0.1)
            out += path(ellipse(x2, y2, s * 0.075), light(colour, 0.2))
        return out

    for row, offset in ((0.5, 0), (1.0, 0.5), (1.5, 0)):
        for k in range(-1, 3):
            parts += fan((k + offset) * s, row * s)
    return c.tile(s, s, parts, matrix)


def doily(c, cx, cy, radius, colour="#fbf6ea", rounds=7, petals=12):
    """Lace round: chains, fans, picots. The caller adds the shadow."""
    out = []
    thread = radius * 0.017

    def chain(r, width=thread):
        out.append(line(ellipse(cx, cy, r), colour, width * 1.5))
        out.append(
            path(
                ellipse(cx, cy, r),
                stroke=dark(colour, 0.3),
                stroke_width=float(width * 1.1),
                stroke_dasharray=f"{n(width * 0.6)} {n(width * 1.4)}",
                opacity=0.6,
            )
        )

    def spokes(r1, r2, count, start=0.0, lean=0.0):
        for _, _, a in ring(cx, cy, r1, count, start):
            b = a + lean
            out.append(line(f"M{n(cx + r1 * math.cos(a))} {n(cy + r1 * math.sin(a))}L{n(cx + r2 * math.cos(b))} {n(cy + r2 * math.sin(b))}", colour, thread))

    chain(radius * 0.06)
    spokes(radius * 0.06, radius * 0.16, 16)
    chain(radius * 0.16)
    # flower of solid petals
    for x, y, a in ring(cx, cy, radius * 0.25, petals):
        petal = smooth([(-radius * 0.085, 0), (0, -radius * 0.05), (radius * 0.1, 0), (0, radius * 0.05)])
        rows = path(petal, colour)
        for k in (-0.5, 0, 0.5):
            rows += line(f"M{n(-radius * 0.07)} {n(k * radius * 0.05)}H{n(radius * 0.08)}", dark(colour, 0.18), thread * 0.3)
        out.append(move(rows, x, y, math.degrees(a)))
    chain(radius * 0.36)
    spokes(radius * 0.36, radius * 0.45, petals * 4, 0, 0.03)
    chain(radius * 0.45)
    for _, _, a in ring(cx, cy, 1, petals * 2):
        _fan(out, cx, cy, a, radius * 0.45, radius * 0.58, 0.1, 5, colour, thread)
    chain(radius * 0.6)
    spokes(radius * 0.6, radius * 0.7, petals * 6, 0.05, -0.03)
    spokes(radius * 0.6, radius * 0.7, petals * 6, 0.02, 0.03)
    chain(radius * 0.7)
    for _, _, a in ring(cx, cy, 1, petals):
        _fan(out, cx, cy, a, radius * 0.7, radius * 0.87, 0.2, 9, colour, thread)
    for _, _, a in ring(cx, cy, 1, petals, math.pi / petals):
        x, y = cx + radius * 0.79 * math.cos(a), cy + radius * 0.79 * math.sin(a)
        out.append(line(ellipse(x, y, radius * 0.05), colour, thread))
        out.append(line(f"M{n(x)} {n(y)}L{n(cx + radius * 0.7 * math.cos(a))} {n(cy + radius * 0.7 * math.sin(a))}", colour, thread))
    scallop = []
    for _, _, a in ring(cx, cy, radius * 0.9, petals * 6):
        r = radius * (0.93 + 0.05 * math.cos(a * petals))
        scallop.append((cx + r * math.cos(a), cy + r * math.sin(a)))
    out.append(line(smooth(scallop), colour, thread * 1.7))
    for x, y in scallop[::2]:
        f = 1 + radius * 0.028 / math.hypot(x - cx, y - cy)
        out.append(line(ellipse(cx + (x - cx) * f, cy + (y - cy) * f, radius * 0.02), colour, thread * 0.8))
    return group(*out)


def _fan(out, cx, cy, angle, r1, r2, spread, count, colour, thread):
    x1, y1 = cx + r1 * math.cos(angle), cy + r1 * math.sin(angle)
    tips = []
    for k in range(count):
        a = angle + spread * (k / (count - 1) - 0.5) * 1.9
        f = r2 - (r2 - r1) * 0.2 * abs(k / (count - 1) - 0.5) * 2
        x2, y2 = cx + f * math.cos(a), cy + f * math.sin(a)
        tips.append((x2, y2))
        out.append(line(f"M{n(x1)} {n(y1)}L{n(x2)} {n(y2)}", colour, thread * 1.25))
    out.append(line(smooth(tips, False), colour, thread * 1.3))


def yarn_ball(c, size, colour):
    """Ball of yarn around 0,0 with a diameter of `size`."""
    r = size / 2
    out = [path(ellipse(0, 0, r), dark(colour, 0.2))]
    for turn, squash in ((20, 0.35), (75, 0.5), (130, 0.3), (170, 0.6)):
        strands = ""
        for k in range(-7, 8):
            o = k / 7.5
            half = r * math.sqrt(max(0, 1 - o * o))
            strands += line(
                f"M{n(-half)} {n(o * r * 0.5)}Q0 {n(o * r * 0.5 + squash * r * 0.5)} {n(half)} {n(o * r * 0.5)}", vary(c.rnd, colour, 0.09), r * 0.075
            )
        out.append(group(strands, transform=f"rotate({turn})"))
    body = group(*out, clip_path=c.clip(ellipse(0, 0, r)), filter=relief(c, r * 0.02, r * 0.03, 0, 12, 0.5))
    return body + path(ellipse(0, 0, r), c.radial([(0, "#fff6e4", 0.35), (0.45, "#fff6e4", 0.02), (1, "#1a0c14", 0.6)], 0.35, 0.3, 0.75))


def hook(length, c):
    """Crochet hook lying along x."""
    return group(
        path(
            f"M0 -5H{length * 0.45}V-7H{length * 0.62}V-5H{length}Q{length + 9} -6 {length + 6} 3L{length - 4} 1V5H{length * 0.62}V7H{length * 0.45}V5H0Q-6 0 0 -5Z",
            "#b9bfc4",
            filter=relief(c, 2, 4, 0.6, 20, 0.25),
        )
    )
