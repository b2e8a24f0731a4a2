"""Walls and tables: the two-tone studio that all pictures share."""

import math

from .geometry import along, arch, ellipse, n, poly, rect, smooth
from .light import blur, slope
from .materials import noise, weave, wood
from .palette import FAMILIES, WOOD, dark, light, mix
from .pattern import backdrop_ornament
from .svg import Canvas, group, line, path


def studio(width, height, seed, family, horizon=0.64, form="arch", table="paper", fx=0.5, gobo="leaf", form_size=0.62):
    """A canvas with wall, form (arch, disc, panel or none), table and window light already on it."""
    c = Canvas(width, height, seed)
    c.family = FAMILIES[family]
    c.horizon = height * horizon
    f = c.family
    frame = rect(-60, -60, width + 120, height + 120)
    c.put(path(frame, c.linear([(0, light(f.wall, 0.06)), (0.7, f.wall), (1, dark(f.wall, 0.12))], 0, 0, 1, 1)))
    _ornament(c, f)
    _form(c, f, form, fx, form_size)
    c.put(path(frame, c.radial([(0, f.wall_glow, 0.85), (0.55, f.wall_glow, 0.3), (1, f.wall_glow, 0)], width * 0.24, height * 0.2, height * 0.78, True)))
    if gobo:
        c.put(_gobo(c, gobo))
    _table(c, f, table)
    c.put(path(frame, c.radial([(0, "#ffffff", 0), (0.68, f.shadow, 0), (1, f.shadow, 0.3)], width * 0.42, height * 0.42, max(width, height) * 0.82, True)))
    return c


def _ornament(c, f):
    fade = c.linear([(0, "#fff", 0.9), (0.6, "#fff", 0.55), (1, "#fff", 0.25)], 0, 0, 1, 0)
    mask = c.mask(f'<rect width="{n(c.w)}" height="{n(c.h)}" fill="{fade}"/>')
    paint = backdrop_ornament(c, f.pattern, light(f.wall, 0.55))
    c.put(group(path(rect(-60, -60, c.w + 120, c.horizon + 70), paint, opacity=0.17), mask=mask))


def _form(c, f, form, fx, size):
    if not form:
        return
    cx = c.w * fx
    if form == "arch":
        w = c.h * size
        shape = arch(cx - w / 2, c.horizon - c.h * 0.58, w, c.h * 0.62)
    elif form == "disc":
        shape = ellipse(cx, c.horizon - c.h * 0.2, c.h * size * 0.52)
    else:
        w = c.h * size * 1.1
        shape = rect(cx - w / 2, c.horizon - c.h * 0.52, w, c.h * 0.6, 26)
    clip = c.clip(rect(-50, -50, c.w + 100, c.horizon + 55))
    niche = [
        path(shape, c.linear([(0, dark(f.form, 0.16)), (0.5, f.form), (1, light(f.form, 0.12))], 0, 0, 1, 0.8)),
        group(line(shape, f.shadow, 26, opacity=0.5, filter=blur(c, 14, True), transform="translate(10 12)"), clip_path=c.clip(shape)),
        line(shape, light(f.wall, 0.4), 2.2, opacity=0.55),
    ]
    c.put(group(*niche, clip_path=clip))


def _gobo(c, kind):
    """Window bars or leaves as soft light and shade on the wall."""
    parts = []
    if kind == "window":
        for i in range(3):
            x = c.w * (0.05 + i * 0.16)
            parts.append(
                path(poly([(x, -40), (x + c.w * 0.115, -40), (x + c.w * 0.115 + c.h * 0.42, c.horizon), (x + c.h * 0.42, c.horizon)]), "#fff3d6", opacity=0.3)
            )
        return group(*parts, filter=blur(c, 9, True), opacity=0.75)
    for base, tip, size in (((-80, 60), (c.h * 0.56, c.h * 0.2), 0.2), ((-60, -90), (c.h * 0.34, c.h * 0.52), 0.17)):
        rib = along([base, ((base[0] + tip[0]) * 0.5, (base[1] + tip[1]) * 0.5 - c.h * 0.06), tip], 16)
        parts.append(line(smooth([(x, y) for x, y, _ in rib], False), c.family.shadow, 5))
        for k, (x, y, a) in enumerate(rib):
            length = c.h * size * (1.15 - abs(k / 16 - 0.35)) * c.rnd.uniform(0.85, 1.1)
            for side in (-1, 1):
                b = a + side * (1.0 - k * 0.035)
                ex, ey = x + length * math.cos(b), y + length * math.sin(b)
                nx, ny = -(ey - y) * 0.055, (ex - x) * 0.055
                mx, my = x + (ex - x) * 0.4, y + (ey - y) * 0.4
                parts.append(path(smooth([(x, y), (mx + nx, my + ny), (ex, ey), (mx - nx, my - ny)]), c.family.shadow))
    return group(group(*parts, filter=blur(c, 6.5, True)), opacity=0.15)


def _table(c, f, kind):
    y = c.horizon
    shape = rect(-60, y, c.w + 120, c.h - y + 60)
    glow = c.radial([(0, light(f.table, 0.5), 0.9), (0.6, light(f.table, 0.3), 0.3), (1, f.table, 0)], c.w * 0.26, y + (c.h - y) * 0.35, c.h * 0.6, True)
    c.put(path(rect(-200, y - 26, c.w + 400, 30), f.shadow, opacity=0.26, filter=blur(c, 12, True)))
    if kind == "wood":
        _planks(c, y, WOOD["natural"] if f.table != "#b9aec4" else WOOD["walnut"])
    elif kind == "dark":
        _planks(c, y, WOOD["walnut"])
    elif kind == "linen":
        c.put(path(shape, weave(c, f.table, 4.4, 0.07, "matrix(1 0 0 0.55 0 0)")))
        c.put(path(shape, c.linear([(0, f.shadow, 0.26), (0.3, f.shadow, 0.02), (1, f.shadow, 0.12)], 0, 0, 0, 1)))
    elif kind == "stone":
        c.put(path(shape, c.linear([(0, dark(f.table, 0.14)), (0.25, f.table), (1, dark(f.table, 0.06))], 0, 0, 0, 1)))
        c.put(noise(c, shape, dark(f.table, 0.45), 0.035, 0.12, 0.6, 3))
        c.put(noise(c, shape, mix(f.table, f.accent, 0.55), 0.05, 0.15, 0.66, 5))
        c.put(noise(c, shape, light(f.table, 0.8), 0.045, 0.14, 0.62, 5))
    else:
        c.put(path(shape, c.linear([(0, dark(f.table, 0.18)), (0.22, f.table), (1, dark(f.table, 0.05))], 0, 0, 0, 1)))
        c.put(noise(c, shape, dark(f.table, 0.25), 0.5, 0.5, 0.56, 1.2))
    c.put(path(shape, glow))
    c.put(line(f"M-20 {n(y + 1.5)}H{n(c.w + 20)}", light(f.table, 0.6), 2.5, opacity=0.6))


def _planks(c, y, colour):
    depth = c.h - y
    edges = [0, 0.13, 0.33, 0.62, 1.04]
    for i in range(4):
        top, h = y + depth * edges[i], depth * (edges[i + 1] - edges[i])
        shape = rect(-20, top, c.w + 40, h + 1)
        tone = [colour, dark(colour, 0.07), light(colour, 0.06), dark(colour, 0.03)][i]
        c.put(wood(c, shape, (-20, top, c.w + 40, h), tone, lit=0.05, knots=1 if i > 1 else 0))
        c.put(line(f"M-20 {n(top)}H{n(c.w + 20)}", dark(colour, 0.65), 1.2 + i * 0.7, opacity=0.75))
        c.put(line(f"M-20 {n(top + 2 + i * 0.6)}H{n(c.w + 20)}", light(colour, 0.5), 1.2, opacity=0.4))
    c.put(path(rect(-20, y, c.w + 40, depth + 20), c.linear([(0, "#20100a", 0.3), (0.25, "#20100a", 0.04), (1, "#20100a", 0.12)], 0, 0, 0, 1)))


def flat(width, height, seed, family, surface="linen", colour=None):
    """A surface seen from straight above, for flat lays."""
    c = Canvas(width, height, seed)
    c.family = FAMILIES[family]
    c.horizon = 0
    f = c.family
    shape = rect(-60, -60, width + 120, height + 120)
    tone = colour or f.table
    if surface == "wood":
        count = 5 if height <= 1000 else 6
        for i in range(count):
            x, w = -10 + i * (width + 20) / count, (width + 20) / count
            board = rect(x, -10, w, height + 20)
            c.put(wood(c, board, (x, -10, w, height + 20), dark(tone, 0.05 * (i % 3)), True, 0.04, knots=i % 2))
            c.put(line(f"M{n(x)} -10V{n(height + 10)}", dark(tone, 0.6), 3, opacity=0.7))
    elif surface == "linen":
        c.put(path(shape, weave(c, tone, 4.2, 0.08, "rotate(7)")))
        c.put(noise(c, shape, dark(tone, 0.3), 0.004, 0.12, 0.5, 0.8), noise(c, shape, light(tone, 0.5), 0.12, 0.004, 0.5, 0.8))
    elif surface == "stone":
        c.put(path(shape, tone), noise(c, shape, dark(tone, 0.45), 0.04, 0.04, 0.62, 4))
        c.put(noise(c, shape, mix(tone, f.accent, 0.5), 0.05, 0.05, 0.66, 6), noise(c, shape, light(tone, 0.8), 0.05, 0.05, 0.62, 5))
    else:
        c.put(path(shape, slope(c, tone, 0.06)), noise(c, shape, dark(tone, 0.25), 0.5, 0.5, 0.56, 1.0))
        paint = backdrop_ornament(c, f.pattern, light(tone, 0.6) if surface != "ink" else dark(tone, 0.3))
        c.put(path(shape, paint, opacity=0.2))
    c.put(path(shape, c.radial([(0, "#fff6e2", 0.5), (0.5, "#fff6e2", 0.12), (1, "#fff6e2", 0)], width * 0.2, height * 0.15, max(width, height) * 0.85, True)))
    c.put(path(shape, c.radial([(0, f.shadow, 0), (0.6, f.shadow, 0.02), (1, f.shadow, 0.34)], width * 0.36, height * 0.34, max(width, height) * 0.95, True)))
    return c
