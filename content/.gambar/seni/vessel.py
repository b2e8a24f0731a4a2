"""Round bodies turned from a profile (pots, mugs, bottles, bowls) and glass jars."""

import math

from .geometry import K, ellipse, n, rect, smooth
from .letter import around, outline
from .light import blur, cylinder, relief
from .palette import dark, light, mix
from .svg import group, line, path


def sample(profile, step=2.0):
    """Dense (y, r) list from a few (y, r) points, top to bottom, with smooth joins."""
    out = []
    count = len(profile) - 1
    for i in range(count):
        (y1, r1), (y2, r2) = profile[i], profile[i + 1]
        m1 = _tangent(profile, i)
        m2 = _tangent(profile, i + 1)
        steps = max(7, int(abs(y2 - y1) / step))
        for s in range(steps):
            t = s / steps
            h = y2 - y1
            r = (2 * t**3 - 3 * t * t + 1) * r1 + (t**3 - 2 * t * t + t) * h * m1 + (3 * t * t - 2 * t**3) * r2 + (t**3 - t * t) * h * m2
            out.append((y1 + h * t, r))
    out.append(profile[-1])
    return out


def _tangent(profile, i):
    """Slope of the radius at a point, limited so that curves do not overshoot."""
    if i == 0 or i == len(profile) - 1:
        a, b = (profile[0], profile[1]) if i == 0 else (profile[-2], profile[-1])
        return (b[1] - a[1]) / max(1e-6, b[0] - a[0])
    a, b, e = profile[i - 1], profile[i], profile[i + 1]
    d1, d2 = (b[1] - a[1]) / max(1e-6, b[0] - a[0]), (e[1] - b[1]) / max(1e-6, e[0] - b[0])
    if d1 * d2 <= 0:
        return 0
    return 2 * d1 * d2 / (d1 + d2)


def outline_path(cx, profile, k=K):
    """Silhouette of the turned body, including the curve of its foot and its mouth."""
    pts = sample(profile, 6)
    top, bottom = pts[0], pts[-1]
    right = [(cx + r, y) for y, r in pts]
    left = [(cx - r, y) for y, r in reversed(pts)]
    d = f"M{n(left[-1][0])} {n(top[0])}A{n(top[1])} {n(top[1] * k)} 0 0 1 {n(right[0][0])} {n(top[0])}"
    d += "".join(f"L{n(x)} {n(y)}" for x, y in right[1:])
    d += f"A{n(bottom[1])} {n(bottom[1] * k)} 0 0 1 {n(left[0][0])} {n(bottom[0])}"
    d += "".join(f"L{n(x)} {n(y)}" for x, y in left[1:]) + "Z"
    return d


def turned(c, cx, profile, colour, gloss=0.3, depth=0.42, k=K, paint_at=None, step=1.5):
    """Solid body: stacked ellipses from foot to rim, each lit by the slope of the profile there."""
    pts = sample(profile, step)
    out = []
    for i in range(len(pts) - 1, -1, -1):
        y, r = pts[i]
        y0, r0 = pts[max(0, i - 1)]
        y1, r1 = pts[min(len(pts) - 1, i + 1)]
        tilt = math.atan2(r1 - r0, max(1e-6, y1 - y0))
        base = paint_at(y) if paint_at else colour
        level = round(tilt / (math.pi / 2) * 10) / 10
        tone = light(base, 0.34 * level) if level > 0 else dark(base, -0.5 * level)
        paint = cylinder(c, tone, gloss, depth)
        out.append(f'<ellipse cx="{n(cx)}" cy="{n(y)}" rx="{n(max(0.1, r))}" ry="{n(max(0.1, r * k))}" fill="{paint}"/>')
    return "".join(out)


def mouth(c, cx, y, r, colour, inside=None, lip=6.0, k=K, fill=None, fill_y=0.0):
    """Open rim of a vessel: lip, inner wall, and optional contents seen inside."""
    inside = inside or dark(colour, 0.35)
    outer, inner = ellipse(cx, y, r, r * k), ellipse(cx, y + lip * 0.2, r - lip, (r - lip) * k)
    parts = [
        path(outer, c.linear([(0, light(colour, 0.3)), (0.35, light(colour, 0.5)), (1, dark(colour, 0.15))])),
        path(inner, c.linear([(0, dark(inside, 0.5)), (0.45, dark(inside, 0.12)), (1, light(inside, 0.2))])),
    ]
    if fill:
        parts.append(group(fill, clip_path=c.clip(inner)))
    shade = path(inner, c.linear([(0, "#1b0e0a", 0.55), (0.4, "#1b0e0a", 0.12), (1, "#1b0e0a", 0)], 0, 0, 0.8, 0.8))
    return "".join(parts) + (shade if not fill else group(shade, opacity=0.55))


def streak(c, cx, profile, t1, t2, y1, y2, strength=0.7, soft=3.5, colour="#fffdf6"):
    """Reflected window that follows the profile; t = -1..1 across the width."""
    pts = [(y, r) for y, r in sample(profile, 6) if y1 <= y <= y2]
    left = [(cx + r * t1, y + abs(t1) * 0) for y, r in pts]
    right = [(cx + r * t2, y) for y, r in reversed(pts)]
    if len(pts) < 2:
        return ""
    d = "M" + "L".join(f"{n(x)} {n(y)}" for x, y in left + right) + "Z"
    return path(d, colour, opacity=float(strength), filter=blur(c, soft, True))


def band(cx, r, y1, y2, k=K, span=1.0):
    """Part of a cylinder wall between two heights (a label); span 1 is the whole visible half."""
    a = span * math.pi / 2
    x, drop = r * math.sin(a), r * k * math.cos(a)
    ry = r * k
    return f"M{n(cx - x)} {n(y1 + drop)}A{n(r)} {n(ry)} 0 0 0 {n(cx + x)} {n(y1 + drop)}V{n(y2 + drop)}A{n(r)} {n(ry)} 0 0 1 {n(cx - x)} {n(y2 + drop)}Z"


def label(c, cx, r, y1, y2, paper, ink, lines, k=K, span=0.82, emblem=None, border=True, edge=None):
    """Paper label on a cylinder. `lines`: (text, size, face, baseline 0..1[, colour]). The y are at the label's side edge."""
    shape = band(cx, r, y1, y2, k, span)
    bend = around(cx, r, k)
    off = r * k
    parts = [path(shape, paper)]
    if edge:
        h = y2 - y1
        parts += [path(band(cx, r, y1, y1 + h * 0.07, k, span), edge), path(band(cx, r, y2 - h * 0.07, y2, k, span), edge)]
    if border:
        h = y2 - y1
        for f in (0.1, 0.9):
            a = span * math.pi / 2
            x, d = r * math.sin(a), r * k * math.cos(a)
            parts.append(line(f"M{n(cx - x)} {n(y1 + h * f + d)}A{n(r)} {n(r * k)} 0 0 0 {n(cx + x)} {n(y1 + h * f + d)}", ink, 1.6, opacity=0.55))
    for item in lines:
        text, size, face, at = item[:4]
        colour = item[4] if len(item) > 4 else ink
        parts.append(path(outline(text, cx, y1 + (y2 - y1) * at + off, size, face, size * 0.03, warp=bend), colour))
    if emblem:
        parts.append(emblem)
    shade = [(0, "#140a10", 0.42), (0.18, "#140a10", 0.04), (0.3, "#ffffff", 0.2), (0.45, "#ffffff", 0), (0.75, "#140a10", 0.16), (1, "#140a10", 0.46)]
    parts.append(path(shape, c.linear(shade)))
    return group(*parts)


def glass_shell(c, cx, profile, tint="#e9f4f0", k=K, strength=1.0):
    """Transparent wall over the contents: bright edges, soft core, reflected window."""
    d = outline_path(cx, profile, k)
    y1, y2 = profile[0][0], profile[-1][0]
    wall = c.linear(
        [
            (0, dark(tint, 0.55), 0.6),
            (0.035, tint, 0.5),
            (0.09, tint, 0.08),
            (0.5, tint, 0.02),
            (0.9, tint, 0.06),
            (0.965, tint, 0.42),
            (1, dark(tint, 0.55), 0.62),
        ]
    )
    h = y2 - y1
    return group(
        path(d, wall),
        streak(c, cx, profile, -0.8, -0.66, y1 + h * 0.1, y2 - h * 0.08, 0.62 * strength, 2.5),
        streak(c, cx, profile, -0.5, -0.45, y1 + h * 0.1, y2 - h * 0.2, 0.45 * strength, 2),
        streak(c, cx, profile, 0.78, 0.86, y1 + h * 0.15, y2 - h * 0.1, 0.4 * strength, 3),
        line(d, "#ffffff", 1.6, opacity=0.55),
    )


def lid(c, cx, y, r, h, colour, k=K, ridges=0, top=None):
    """Screw or cork lid: side band and lit top."""
    side = f"M{n(cx - r)} {n(y)}V{n(y + h)}A{n(r)} {n(r * k)} 0 0 0 {n(cx + r)} {n(y + h)}V{n(y)}Z"
    parts = [path(side, cylinder(c, colour, 0.4, 0.5))]
    if ridges:
        for i in range(ridges):
            a = math.pi * (i + 0.5) / ridges
            x = cx - r * math.cos(a)
            yy = r * k * math.sin(a)
            parts.append(line(f"M{n(x)} {n(y + yy + h * 0.2)}V{n(y + yy + h * 0.92)}", dark(colour, 0.5), 1.8 * math.sin(a) + 0.4, opacity=0.35))
    parts.append(path(ellipse(cx, y, r, r * k), c.linear([(0, light(colour, 0.5)), (0.5, light(colour, 0.16)), (1, dark(colour, 0.18))], 0, 0, 1, 0.7)))
    parts.append(line(ellipse(cx, y + 1, r * 0.93, r * 0.93 * k), light(colour, 0.6), 1.6, opacity=0.5))
    if top:
        parts.append(top)
    return group(*parts)


def jar_profile(y1, y2, r, neck=0.86, shoulder=0.1):
    """Straight jar with a short neck."""
    h = y2 - y1
    return [(y1, r * neck), (y1 + h * 0.05, r * neck), (y1 + h * (0.05 + shoulder), r), (y2 - h * 0.04, r), (y2 - h * 0.012, r * 0.99), (y2, r * 0.965)]


def saucer(c, cx, y, r, colour, k=K, rim=0.08):
    """Plate seen from the table edge."""
    return group(
        path(ellipse(cx, y + r * 0.06, r * 0.66, r * 0.66 * k), dark(colour, 0.4)),
        path(ellipse(cx, y + r * 0.02, r, r * k), c.linear([(0, light(colour, 0.1)), (0.6, dark(colour, 0.2)), (1, dark(colour, 0.4))], 0, 0, 1, 0.4)),
        path(ellipse(cx, y, r, r * k), c.linear([(0, light(colour, 0.4)), (0.5, colour), (1, dark(colour, 0.12))], 0, 0, 1, 0.5)),
        path(
            ellipse(cx, y + r * 0.012, r * (1 - rim), r * (1 - rim) * k),
            c.linear([(0, dark(colour, 0.22)), (0.4, dark(colour, 0.05)), (1, light(colour, 0.3))], 0, 0, 1, 0.6),
        ),
        path(ellipse(cx, y + r * 0.03, r * 0.66, r * 0.66 * k), c.linear([(0, dark(colour, 0.08)), (1, light(colour, 0.16))], 0, 0, 1, 0.5)),
    )


def mug(c, cx, y1, y2, r, colour, raw="#b98a62", handle=1, drink=None):
    """Glazed mug with an unglazed foot; handle at the right (1) or left (-1)."""
    h = y2 - y1
    profile = [(y1, r), (y1 + h * 0.45, r * 1.035), (y1 + h * 0.8, r * 1.0), (y1 + h * 0.95, r * 0.9), (y2, r * 0.8)]
    hx = cx + handle * r * 0.98
    grip = [
        (hx, y1 + h * 0.22),
        (hx + handle * r * 0.42, y1 + h * 0.2),
        (hx + handle * r * 0.52, y1 + h * 0.48),
        (hx + handle * r * 0.3, y1 + h * 0.72),
        (hx - handle * 4, y1 + h * 0.76),
    ]
    curve = smooth(grip, False)
    parts = [line(curve, dark(colour, 0.12), r * 0.21, filter=relief(c, r * 0.045, r * 0.06, 0.5, 26, 0.12))]
    foot = y2 - h * 0.1

    def tone(y):
        return raw if y > foot else mix(colour, raw, max(0, (y - foot + 10) / 60) if y > foot - 10 else 0)

    parts.append(turned(c, cx, profile, colour, 0.35, 0.42, paint_at=tone))
    body = outline_path(cx, profile)
    from .materials import glazed

    parts.append(group(glazed(c, body, colour), opacity=0.75))
    parts.append(streak(c, cx, profile, -0.72, -0.54, y1 + h * 0.14, y1 + h * 0.78, 0.75, 4))
    parts.append(streak(c, cx, profile, -0.47, -0.43, y1 + h * 0.16, y1 + h * 0.6, 0.5, 2.5))
    fill = None
    if drink:
        yy = y1 + r * 0.1
        fill = path(ellipse(cx, yy, r * 0.96, r * 0.96 * K), c.radial([(0, light(drink, 0.1)), (0.8, drink), (1, dark(drink, 0.4))]))
        fill += line(ellipse(cx, yy, r * 0.86, r * 0.86 * K), light(drink, 0.4), 3, opacity=0.6)
    parts.append(mouth(c, cx, y1, r, colour, light(colour, 0.05), 7, fill=fill))
    return group(*parts), group(path(body, "#000"), line(curve, "#000", r * 0.2))


def bowl(c, cx, y, r, depth, colour, fill=None, back=True, k=K, foot=0.42):
    """Open bowl: returns (behind-contents part, front part); put heaped food between them."""
    profile = [(y, r), (y + depth * 0.3, r * 0.94), (y + depth * 0.65, r * 0.74), (y + depth * 0.9, r * foot), (y + depth, r * foot)]
    front_clip = c.clip(
        f"M{n(cx - r * 1.2)} {n(y)}A{n(r * 1.0)} {n(r * k)} 0 0 0 {n(cx + r)} {n(y)}L{n(cx + r * 1.2)} {n(y)}V{n(y + depth * 2 + 100)}H{n(cx - r * 1.2)}Z"
    )
    body = turned(c, cx, profile, colour, 0.32, 0.4, k)
    inner = mouth(c, cx, y, r, colour, light(colour, 0.1), r * 0.035, k)
    shine = streak(c, cx, profile, -0.7, -0.5, y + depth * 0.22, y + depth * 0.8, 0.55, 5)
    return body + inner, group(body, shine, clip_path=front_clip), outline_path(cx, profile, k)


def plain_box(x, y, w, h, r=0.0):
    """Rectangle shorthand used by scenes."""
    return rect(x, y, w, h, r)
