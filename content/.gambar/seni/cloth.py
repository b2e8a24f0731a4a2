"""Cloth: fold shading, folded stacks, hanging lengths, garments without wearers."""

import math

from .geometry import ellipse, n, poly, rect, smooth
from .light import blur
from .materials import bevel, wood
from .palette import dark, light
from .svg import group, line, path


def folds(c, clip, x, w, y1, y2, count=7, strength=0.4, slant=0.0, pinch=0.0):
    """Vertical folds as soft light and dark streaks cut to the cloth."""
    out = []
    for i in range(count):
        fx = x + w * (i + 0.5 + c.rnd.uniform(-0.22, 0.22)) / count
        fw = w / count * c.rnd.uniform(0.26, 0.5)
        top = x + w / 2 + (fx - x - w / 2) * (1 - pinch)
        bottom = fx + slant * (y2 - y1)
        mid = (top + bottom) / 2 + c.rnd.uniform(-0.15, 0.15) * fw
        dark_d = smooth(
            [(top, y1), (mid + fw * 0.35, (y1 + y2) / 2), (bottom + fw * 0.55, y2 + 10), (bottom - fw * 0.05, y2 + 10), (mid - fw * 0.05, (y1 + y2) / 2)]
        )
        light_d = smooth(
            [
                (top - fw * 0.4, y1),
                (mid - fw * 0.3, (y1 + y2) / 2),
                (bottom - fw * 0.2, y2 + 10),
                (bottom - fw * 0.75, y2 + 10),
                (mid - fw * 0.6, (y1 + y2) / 2),
            ]
        )
        k = c.rnd.uniform(0.7, 1.1)
        out.append(path(dark_d, "#140a18", opacity=round(strength * k, 3), filter=blur(c, fw * 0.2, True)))
        out.append(path(light_d, "#fff6e4", opacity=round(strength * 0.62 * k, 3), filter=blur(c, fw * 0.18, True)))
    return group(*out, clip_path=c.clip(clip))


def crease(c, points, clip, width=9, strength=0.35):
    """One soft fold line."""
    d = smooth(points, False)
    return group(
        line(d, "#140a18", width, opacity=strength, filter=blur(c, width * 0.5, True)),
        group(
            line(d, "#fff6e4", width * 0.7, opacity=strength * 0.8, filter=blur(c, width * 0.4, True)),
            transform=f"translate({n(-width * 0.8)} {n(-width * 0.5)})",
        ),
        clip_path=c.clip(clip),
    )


def hanging(c, x, y1, w, y2, paint, count=8, strength=0.42, wave=16, border=None, fringe=None):
    """Length of cloth hanging from a rod, with a wavy hem. Returns (art, silhouette)."""
    pts = []
    steps = count * 2
    for i in range(steps + 1):
        px = x + w * i / steps
        pts.append((px, y2 + (wave if i % 2 else -wave * 0.3) + c.rnd.uniform(-3, 3)))
    hem = smooth(pts, False)[1:]
    d = f"M{n(x)} {n(y1)}L{n(pts[0][0])} {n(pts[0][1])}C" + hem.split("C", 1)[1] + f"L{n(x + w)} {n(y1)}Z"
    parts = [path(d, paint)]
    if border:
        for level, size, tone in border:
            parts.append(group(path(rect(x - 5, y2 - level, w + 10, size), tone), clip_path=c.clip(d)))
    if fringe:
        strands = "".join(
            line(f"M{n(x + i * 7)} {n(y2 - 4)}q{n(c.rnd.uniform(-4, 4))} 20 {n(c.rnd.uniform(-3, 3))} {n(c.rnd.uniform(34, 44))}", fringe, 2.6)
            for i in range(int(w / 7))
        )
        parts.insert(0, strands)
    parts.append(folds(c, d, x, w, y1, y2 + wave, count, strength))
    parts.append(path(d, c.linear([(0, "#fff6e4", 0.12), (0.4, "#fff6e4", 0), (1, "#140a18", 0.32)])))
    return group(*parts), d


def folded_stack(c, x, y, w, paints, thick=64, depth=70, tones=None, flap=0.0):
    """Neatly folded pieces on top of each other: rounded front edge of each, pattern on its top face.

    x,y is the front lower left corner. Returns (art, silhouette)."""
    out = []
    top_y = y
    for i, paint in enumerate(paints):
        jitter = c.rnd.uniform(-9, 9)
        yy = y - i * thick
        x0, x1 = x + jitter, x + w + jitter
        front = f"M{n(x0 + 10)} {n(yy - thick)}H{n(x1 - 10)}C{n(x1 + 8)} {n(yy - thick)} {n(x1 + 8)} {n(yy)} {n(x1 - 10)} {n(yy)}H{n(x0 + 10)}C{n(x0 - 8)} {n(yy)} {n(x0 - 8)} {n(yy - thick)} {n(x0 + 10)} {n(yy - thick)}Z"
        out.append(path(rect(x0 + 14, yy - 8, w, 14, 7), "#140a18", opacity=0.5, filter=blur(c, 6, True)))
        out.append(path(front, paint))
        out.append(path(front, c.linear([(0, "#fff6e4", 0.42), (0.25, "#fff6e4", 0.1), (0.6, "#140a18", 0.12), (1, "#140a18", 0.55)], 0, 0, 0, 1)))
        for k in (0.36, 0.66):
            out.append(
                line(
                    f"M{n(x0 + 2)} {n(yy - thick * k)}C{n(x0 + w * 0.3)} {n(yy - thick * k + 4)} {n(x0 + w * 0.7)} {n(yy - thick * k - 4)} {n(x1 - 2)} {n(yy - thick * k)}",
                    "#140a18",
                    3,
                    opacity=0.28,
                    filter=blur(c, 1.5, True),
                )
            )
        out.append(path(front, c.linear([(0, "#140a18", 0.25), (0.08, "#140a18", 0), (0.8, "#140a18", 0.04), (1, "#140a18", 0.42)])))
        top_y = yy - thick
        if i == len(paints) - 1:
            top = f"M{n(x0 + 8)} {n(top_y + 6)}L{n(x0 + depth * 0.55)} {n(top_y - depth)}Q{n((x0 + x1) / 2)} {n(top_y - depth - 8)} {n(x1 - depth * 0.55)} {n(top_y - depth)}L{n(x1 - 8)} {n(top_y + 6)}Q{n((x0 + x1) / 2)} {n(top_y + 12)} {n(x0 + 8)} {n(top_y + 6)}Z"
            out.append(path(top, paint))
            out.append(path(top, c.linear([(0, "#fff6e4", 0.34), (0.5, "#fff6e4", 0.1), (1, "#140a18", 0.2)], 0, 0, 1, 0.6)))
            out.append(line(f"M{n(x0 + 12)} {n(top_y + 4)}H{n(x1 - 12)}", "#fff6e4", 5, opacity=0.3, filter=blur(c, 3, True)))
    return group(*out), rect(x, top_y - depth, w, y - top_y + depth, 12)


def hanger(c, cx, y, half, tone="#c08a55"):
    """Wooden hanger with a steel hook, shoulders at y."""
    hook = line(
        f"M{n(cx)} {n(y - 34)}V{n(y - 62)}C{n(cx)} {n(y - 84)} {n(cx + 34)} {n(y - 86)} {n(cx + 32)} {n(y - 112)}C{n(cx + 30)} {n(y - 138)} {n(cx - 10)} {n(y - 138)} {n(cx - 12)} {n(y - 112)}",
        "#8d9296",
        7,
    )
    hook += line(f"M{n(cx - 2)} {n(y - 34)}V{n(y - 62)}", "#e9eef0", 2)
    bar = f"M{n(cx - half)} {n(y + half * 0.2)}Q{n(cx - half * 0.4)} {n(y - 6)} {n(cx)} {n(y - 34)}Q{n(cx + half * 0.4)} {n(y - 6)} {n(cx + half)} {n(y + half * 0.2)}L{n(cx + half - 6)} {n(y + half * 0.2 + 22)}Q{n(cx + half * 0.4)} {n(y + 20)} {n(cx)} {n(y - 6)}Q{n(cx - half * 0.4)} {n(y + 20)} {n(cx - half + 6)} {n(y + half * 0.2 + 22)}Z"
    return hook + wood(c, bar, (cx - half, y - 40, half * 2, 80), tone) + bevel(c, bar, 2)


def piece(c, d, paint, lit=(0, 0, 1, 0.2), shade=0.34):
    """One panel of a garment: paint plus side shading and a soft edge."""
    return (
        path(d, paint)
        + path(d, c.linear([(0, "#fff6e4", 0.18), (0.35, "#fff6e4", 0.05), (0.6, "#140a18", 0.04), (1, "#140a18", shade)], *lit))
        + group(line(d, "#140a18", 10, opacity=0.3, filter=blur(c, 5, True)), clip_path=c.clip(d))
    )


def stitch(d, colour, width=1.8):
    """Seam stitches."""
    return path(d, stroke=colour, stroke_width=float(width), stroke_dasharray="6 4", opacity=0.7)


def button(x, y, r, tone="#e9dcc3"):
    """Sewn button."""
    return (
        path(ellipse(x + r * 0.2, y + r * 0.3, r), "#140a18", opacity=0.4)
        + path(ellipse(x, y, r), tone)
        + line(ellipse(x, y, r * 0.72), dark(tone, 0.25), r * 0.14)
        + "".join(path(ellipse(x + dx * r * 0.25, y + dy * r * 0.25, r * 0.12), dark(tone, 0.6)) for dx in (-1, 1) for dy in (-1, 1))
    )


def shirt(c, cx, y, w, h, paint, sleeve_l, sleeve_r, trim, inside="#d9cfc0"):
    """Long-sleeved collared shirt hanging, front view. Returns (art, silhouette)."""
    s = w / 2
    body = smooth_panel(
        [
            (cx - s * 0.34, y),
            (cx - s * 0.82, y + h * 0.07),
            (cx - s * 0.86, y + h * 0.3),
            (cx - s * 0.82, y + h * 0.98),
            (cx - s * 0.4, y + h),
            (cx, y + h * 0.985),
            (cx + s * 0.4, y + h),
            (cx + s * 0.82, y + h * 0.98),
            (cx + s * 0.86, y + h * 0.3),
            (cx + s * 0.82, y + h * 0.07),
            (cx + s * 0.34, y),
        ]
    )
    left = smooth_panel(
        [
            (cx - s * 0.8, y + h * 0.065),
            (cx - s * 0.98, y + h * 0.15),
            (cx - s * 1.14, y + h * 0.5),
            (cx - s * 1.24, y + h * 0.86),
            (cx - s * 0.96, y + h * 0.9),
            (cx - s * 0.86, y + h * 0.56),
            (cx - s * 0.82, y + h * 0.32),
        ]
    )
    right = smooth_panel(
        [
            (2 * cx - px, py)
            for px, py in [
                (cx - s * 0.8, y + h * 0.065),
                (cx - s * 0.98, y + h * 0.15),
                (cx - s * 1.14, y + h * 0.5),
                (cx - s * 1.24, y + h * 0.86),
                (cx - s * 0.96, y + h * 0.9),
                (cx - s * 0.86, y + h * 0.56),
                (cx - s * 0.82, y + h * 0.32),
            ]
        ]
    )
    out = [piece(c, left, sleeve_l), piece(c, right, sleeve_r, shade=0.5)]
    out.append(folds(c, left, cx - s * 1.25, s * 0.45, y + h * 0.1, y + h * 0.9, 3, 0.3, -0.15))
    out.append(folds(c, right, cx + s * 0.8, s * 0.45, y + h * 0.1, y + h * 0.9, 3, 0.34, 0.15))
    for side in (-1, 1):
        a = cx + side * s * 1.24
        cuff = poly([(a, y + h * 0.855), (cx + side * s * 0.955, y + h * 0.895), (cx + side * s * 0.945, y + h * 0.955), (a + side * 4, y + h * 0.915)])
        out.append(piece(c, cuff, paint) + stitch(cuff, light(trim, 0.5)))
        out.append(button(cx + side * s * 1.0, y + h * 0.915, 6))
    out.append(path(body, "#140a18", opacity=0.4, filter=blur(c, 9, True), transform="translate(8 8)"))
    out.append(piece(c, body, paint))
    out.append(folds(c, body, cx - s * 0.8, s * 1.6, y + h * 0.2, y + h, 6, 0.26))
    neck = smooth(
        [
            (cx - s * 0.3, y - h * 0.005),
            (cx, y - h * 0.03),
            (cx + s * 0.3, y - h * 0.005),
            (cx + s * 0.1, y + h * 0.05),
            (cx, y + h * 0.085),
            (cx - s * 0.1, y + h * 0.05),
        ]
    )
    out.append(path(neck, c.linear([(0, dark(inside, 0.5)), (1, dark(inside, 0.15))], 0, 0, 0, 1)))
    placket = rect(cx - s * 0.075, y + h * 0.07, s * 0.15, h * 0.918)
    out.append(
        path(placket, paint)
        + path(placket, c.linear([(0, "#140a18", 0.4), (0.12, "#fff6e4", 0.42), (0.8, "#fff6e4", 0), (1, "#140a18", 0.35)]))
        + stitch(placket, light(trim, 0.5))
    )
    for k in range(6):
        out.append(button(cx, y + h * (0.13 + k * 0.15), 9))
    for side in (-1, 1):
        collar = poly(
            [
                (cx + side * s * 0.36, y - h * 0.02),
                (cx + side * s * 0.02, y + h * 0.07),
                (cx + side * s * 0.2, y + h * 0.15),
                (cx + side * s * 0.42, y + h * 0.055),
            ]
        )
        out.append(path(collar, "#140a18", opacity=0.75, filter=blur(c, 7, True), transform="translate(6 10)"))
        out.append(
            piece(c, collar, paint)
            + path(collar, "#fff6e4", opacity=0.2)
            + line(collar, light(trim, 0.35), 2.5, opacity=0.8)
            + stitch(collar, light(trim, 0.5))
            + bevel(c, collar, 2)
        )
    pocket = poly(
        [
            (cx + s * 0.3, y + h * 0.29),
            (cx + s * 0.64, y + h * 0.29),
            (cx + s * 0.64, y + h * 0.43),
            (cx + s * 0.47, y + h * 0.46),
            (cx + s * 0.3, y + h * 0.43),
        ]
    )
    out.append(piece(c, pocket, paint, shade=0.2) + stitch(pocket, light(trim, 0.5)))
    return group(*out), group(path(body, "#000"), path(left, "#000"), path(right, "#000"))


def smooth_panel(points):
    """Garment outline: gently rounded."""
    return smooth(points, True, 0.55)


def dress(c, cx, y, w, h, paint, sleeve_l, sleeve_r, trim, flare=1.0, sleeve="straight", hem=None, buttons=5, waist=True):
    """Long dress or tunic hanging, front view. Returns (art, silhouette)."""
    s = w / 2
    f = flare
    pts = [
        (cx - s * 0.3, y),
        (cx - s * 0.66, y + h * 0.045),
        (cx - s * 0.62, y + h * 0.2),
        (cx - s * 0.54, y + h * 0.34),
        (cx - s * 0.78 * f, y + h * 0.7),
        (cx - s * 0.98 * f, y + h * 0.985),
        (cx - s * 0.4, y + h * 1.005),
        (cx, y + h * 0.992),
    ]
    body = smooth_panel(pts + [(2 * cx - px, py) for px, py in reversed(pts[:-1])])
    if sleeve == "balloon":
        arm = [
            (cx - s * 0.62, y + h * 0.04),
            (cx - s * 0.86, y + h * 0.12),
            (cx - s * 1.2, y + h * 0.4),
            (cx - s * 1.3, y + h * 0.62),
            (cx - s * 1.08, y + h * 0.69),
            (cx - s * 0.86, y + h * 0.66),
            (cx - s * 0.74, y + h * 0.45),
            (cx - s * 0.6, y + h * 0.24),
        ]
        cuff_at = [(cx - s * 1.16, y + h * 0.67), (cx - s * 0.9, y + h * 0.665), (cx - s * 0.91, y + h * 0.725), (cx - s * 1.13, y + h * 0.735)]
    else:
        arm = [
            (cx - s * 0.64, y + h * 0.042),
            (cx - s * 0.82, y + h * 0.12),
            (cx - s * 1.0, y + h * 0.3),
            (cx - s * 1.16, y + h * 0.5),
            (cx - s * 0.9, y + h * 0.53),
            (cx - s * 0.72, y + h * 0.36),
            (cx - s * 0.6, y + h * 0.2),
        ]
        cuff_at = [(cx - s * 1.175, y + h * 0.49), (cx - s * 0.88, y + h * 0.52), (cx - s * 0.89, y + h * 0.55), (cx - s * 1.19, y + h * 0.52)]
    left = smooth_panel(arm)
    right = smooth_panel([(2 * cx - px, py) for px, py in arm])
    out = [piece(c, left, sleeve_l), piece(c, right, sleeve_r, shade=0.5)]
    out.append(folds(c, left, cx - s * 1.3, s * 0.7, y + h * 0.08, y + h * 0.68, 5, 0.34, -0.12, 0.4))
    out.append(folds(c, right, cx + s * 0.6, s * 0.7, y + h * 0.08, y + h * 0.68, 5, 0.36, 0.12, 0.4))
    for side in (0, 1):
        shape = poly(cuff_at if side == 0 else [(2 * cx - px, py) for px, py in cuff_at])
        out.append(piece(c, shape, trim) + stitch(shape, "#fff6e4", 1.4))
    out.append(path(body, "#140a18", opacity=0.4, filter=blur(c, 10, True), transform="translate(9 8)"))
    out.append(piece(c, body, paint))
    if waist:
        out.append(folds(c, body, cx - s * 0.95 * f, s * 1.9 * f, y + h * 0.36, y + h, 9, 0.36, 0, 0.45))
        out.append(folds(c, body, cx - s * 0.5, s, y + h * 0.08, y + h * 0.34, 4, 0.16))
        seam = f"M{n(cx - s * 0.56)} {n(y + h * 0.345)}Q{n(cx)} {n(y + h * 0.365)} {n(cx + s * 0.56)} {n(y + h * 0.345)}"
        out.append(line(seam, "#140a18", 4, opacity=0.35) + line(seam, "#fff6e4", 2, opacity=0.4, transform="translate(0 4)"))
    else:
        out.append(folds(c, body, cx - s * 0.9 * f, s * 1.8 * f, y + h * 0.16, y + h, 8, 0.3, 0, 0.3))
    if hem:
        out.append(group(path(rect(cx - s * 1.1, y + h * 0.94, s * 2.2, h * 0.08), hem), clip_path=c.clip(body)))
        out.append(group(line(f"M{n(cx - s)} {n(y + h * 0.94)}H{n(cx + s)}", "#fff6e4", 2.5, opacity=0.5), clip_path=c.clip(body)))
    neck = smooth(
        [
            (cx - s * 0.28, y - h * 0.002),
            (cx, y - h * 0.014),
            (cx + s * 0.28, y - h * 0.002),
            (cx + s * 0.15, y + h * 0.035),
            (cx, y + h * 0.05),
            (cx - s * 0.15, y + h * 0.035),
        ]
    )
    out.append(path(neck, "#2a171c", opacity=0.85))
    out.append(
        line(
            smooth([(cx - s * 0.29, y), (cx - s * 0.15, y + h * 0.037), (cx, y + h * 0.053), (cx + s * 0.15, y + h * 0.037), (cx + s * 0.29, y)], False),
            trim if trim.startswith("#") else "#fff",
            9,
        )
    )
    if buttons:
        placket = rect(cx - s * 0.05, y + h * 0.05, s * 0.1, h * 0.25)
        out.append(piece(c, placket, trim, shade=0.3))
        for k in range(buttons):
            out.append(button(cx, y + h * (0.075 + k * 0.22 / buttons), max(5, s * 0.028)))
    return group(*out), group(path(body, "#000"), path(left, "#000"), path(right, "#000"))


def rod(c, y, x1, x2, tone="#a8743f", thick=18):
    """Round wooden rod."""
    d = rect(x1, y - thick / 2, x2 - x1, thick, thick / 2)
    return (
        path(rect(x1 + 10, y + 14, x2 - x1, thick, 9), c.family.shadow, opacity=0.35, filter=blur(c, 8, True))
        + wood(c, d, (x1, y - thick, x2 - x1, thick * 2), tone)
        + path(d, c.linear([(0, "#fff6e4", 0.35), (0.4, "#fff6e4", 0), (1, "#140a18", 0.5)], 0, 0, 0, 1))
    )


def swirl(c, cx, cy, r, paint, turns=5):
    """Cloth twisted into a rosette, seen from above."""
    out = [path(ellipse(cx, cy, r), paint)]
    pts = []
    for i in range(turns * 14):
        a = i / 14 * 2 * math.pi
        rr = r * (1 - i / (turns * 14)) ** 0.8
        pts.append((cx + rr * math.cos(a), cy + rr * math.sin(a)))
    d = smooth(pts, False)
    out.append(line(d, "#140a18", r * 0.07, opacity=0.4, filter=blur(c, r * 0.025, True)))
    out.append(group(line(d, "#fff6e4", r * 0.05, opacity=0.38, filter=blur(c, r * 0.02, True)), transform=f"translate({n(-r * 0.04)} {n(-r * 0.05)})"))
    return group(*out, clip_path=c.clip(ellipse(cx, cy, r))), ellipse(cx, cy, r)
