"""Workshop things: hand tools, stoves, machines, shelves, market decoration."""

import math

from .food import shreds
from .geometry import K, ellipse, n, poly, rect, smooth
from .letter import outline
from .light import blur, cylinder, drop, relief, slope
from .materials import bevel, brass, noise, steel, wood
from .palette import WOOD, dark, light
from .stage import Prop
from .svg import group, line, move, path
from .vessel import mouth, outline_path, streak, turned


def shelf(c, x, y, w, tone=WOOD["natural"], brackets=True):
    """Wall board with its shadow; y is the top face."""
    d = rect(x, y, w, 22)
    out = [path(rect(x + 10, y + 20, w, 46), c.family.shadow, opacity=0.35, filter=blur(c, 14, True))]
    if brackets:
        for bx in (x + w * 0.12, x + w * 0.88):
            out.append(line(f"M{n(bx)} {n(y + 22)}V{n(y + 90)}M{n(bx)} {n(y + 84)}L{n(bx + 34)} {n(y + 24)}", "#3a3436", 9))
    out.append(wood(c, d, (x, y, w, 22), tone) + bevel(c, d, 2))
    return group(*out)


def bench(c, y, height, tone=WOOD["natural"]):
    """Thick workbench edge over the lower part of a wide picture."""
    d = rect(-20, y, c.w + 40, height)
    return group(
        path(rect(-20, y + height - 6, c.w + 40, 60), "#1c0d08", opacity=0.6, filter=blur(c, 16, True)),
        wood(c, d, (-20, y, c.w + 40, height), dark(tone, 0.12), knots=2),
        path(d, c.linear([(0, "#fff6e0", 0.25), (0.15, "#fff6e0", 0), (1, "#1c0d08", 0.4)], 0, 0, 0, 1)),
    )


def pegboard(c, x, y, w, h, tone="#d9c3a0"):
    """Perforated board."""
    holes = c.tile(34, 34, path(ellipse(17, 17, 3.4), dark(tone, 0.5)) + path(ellipse(18, 18.5, 2.6), dark(tone, 0.7)))
    d = rect(x, y, w, h, 8)
    return group(drop(c, d, 12, 16, 12, 0.4), wood(c, d, (x, y, w, h), tone, lit=0.06), path(d, holes), bevel(c, d, 3))


def backsaw(c, length=330):
    """Mitre saw with a stiff back, blade to the right."""
    blade = rect(0, 0, length, 86, 2)
    teeth = "M0 86" + "".join(f"l{length / 60:.2f} 7l{length / 60:.2f} -7" for _ in range(30))
    handle = smooth([(-18, -26), (-86, -40), (-122, 8), (-112, 84), (-60, 108), (-14, 84), (-6, 30)])
    hole = smooth([(-46, 8), (-80, 4), (-90, 34), (-80, 66), (-50, 66), (-38, 36)])
    return group(
        path(blade, c.linear([(0, "#f3f5f6"), (0.5, "#b9c0c4"), (1, "#8b9398")], 0, 0, 0, 1)),
        path(teeth + "Z", "#8b9398"),
        path(rect(-4, -12, length + 4, 18, 3), brass(c)),
        wood(c, handle, (-122, -40, 120, 150), WOOD["teak"]),
        bevel(c, handle, 4),
        path(hole, dark(WOOD["teak"], 0.75)),
        *(path(ellipse(-26, y, 6), brass(c)) for y in (10, 56)),
    )


def try_square(c, size=200):
    """Steel and wood square."""
    stock = rect(0, 0, 42, size, 4)
    return group(
        path(rect(30, 0, size * 1.15, 36, 2), steel(c, False)),
        "".join(line(f"M{n(60 + k * 12)} 0v{14 if k % 5 == 0 else 8}", "#4b5257", 1.6) for k in range(int(size * 0.08))),
        wood(c, stock, (0, 0, 42, size), WOOD["mahogany"], True),
        bevel(c, stock, 2),
        *(path(ellipse(21, y, 5), brass(c)) for y in (18, size * 0.5, size - 18)),
    )


def hammer(c, length=250):
    """Upright hammer, head at the top."""
    handle = rect(-11, 0, 22, length, 9)
    return group(
        wood(c, handle, (-11, 0, 22, length), WOOD["pine"], True),
        bevel(c, handle, 2),
        path("M-62 -34H30Q58 -30 66 6Q40 -4 30 8H-40V14H-62Z", steel(c, False), filter=relief(c, 4, 6, 0.4, 18, 0.3)),
    )


def clamp(c, length=300):
    """Bar clamp, upright."""
    return group(
        path(rect(-8, 0, 16, length), steel(c)),
        path(rect(-8, 0, 92, 30, 5), "#c8563f", filter=relief(c, 4, 5, 0.2, 14, 0.35)),
        path(rect(-8, length * 0.5, 84, 30, 5), "#c8563f", filter=relief(c, 4, 5, 0.2, 14, 0.35)),
        line(f"M70 {length * 0.38}V{length * 0.72}", "#8d9296", 8),
        path(rect(60, length * 0.7, 20, 66, 9), WOOD["teak"]),
        path(rect(54, length * 0.36, 32, 12, 3), "#3a3436"),
    )


def chisel(c, length=240):
    """Chisel, upright, blade down."""
    h = smooth([(-13, 0), (13, 0), (18, length * 0.2), (12, length * 0.42), (-12, length * 0.42), (-18, length * 0.2)])
    return group(
        wood(c, h, (-20, 0, 40, length * 0.45), WOOD["mahogany"], True),
        bevel(c, h, 3),
        path(rect(-11, length * 0.41, 22, 16), brass(c, True)),
        path(poly([(-9, length * 0.46), (9, length * 0.46), (11, length * 0.94), (11, length), (-11, length * 0.93)]), steel(c)),
    )


def mitre_jig(c, w=560, saw=True):
    """Mitre box: a wooden channel whose walls carry slots at 45 and 90 degrees; foot middle at 0,0."""
    h, depth, rise = w * 0.22, w * 0.2, w * 0.13
    x = -w / 2
    thick = w * 0.05
    tone, inner = WOOD["birch"], WOOD["natural"]
    back = rect(x + depth * 0.5, -h - rise, w, h)
    floor = poly([(x, -thick), (x + w, -thick), (x + w + depth * 0.5, -rise - thick * 0.4), (x + depth * 0.5, -rise - thick * 0.4)])
    out = [
        wood(c, back, (x + depth * 0.5, -h - rise, w, h), dark(inner, 0.12)),
        path(back, c.linear([(0, "#fff6e0", 0.1), (1, "#1c0d08", 0.45)], 0, 0, 0, 1)),
        path(floor, dark(inner, 0.4)),
    ]
    back_top = poly(
        [
            (x + depth * 0.5, -h - rise),
            (x + w + depth * 0.5, -h - rise),
            (x + w + depth * 0.5 + thick * 0.5, -h - rise - thick * 0.6),
            (x + depth * 0.5 + thick * 0.5, -h - rise - thick * 0.6),
        ]
    )
    out.append(path(back_top, light(tone, 0.25)))
    slots = ((0.2, 0.36), (0.52, 0.52), (0.84, 0.68))
    for _front_at, back_at in slots:
        bx = x + depth * 0.5 + w * back_at
        out.append(path(rect(bx - 5, -h - rise - thick * 0.6, 10, h * 0.8), "#2a140a"))
    stock = poly([(x - w * 0.16, -thick - 30), (x + w * 0.74, -thick - 30), (x + w * 0.7, -thick - 64), (x - w * 0.13, -thick - 64)])
    out.append(wood(c, stock, (x - w * 0.16, -h, w, h), WOOD["pine"]) + bevel(c, stock, 2))
    blade = poly(
        [
            (x + w * 0.2 - w * 0.1, -h * 1.02),
            (x + depth * 0.5 + w * 0.36 + w * 0.2, -h - rise - 150),
            (x + depth * 0.5 + w * 0.36 + w * 0.22, -h - rise - 30),
            (x + w * 0.2 - w * 0.06, -h * 0.5),
        ]
    )
    spine = poly(
        [
            (x + w * 0.2 - w * 0.12, -h * 1.02 - 6),
            (x + depth * 0.5 + w * 0.36 + w * 0.2, -h - rise - 158),
            (x + depth * 0.5 + w * 0.36 + w * 0.2, -h - rise - 140),
            (x + w * 0.2 - w * 0.12, -h * 1.02 + 12),
        ]
    )
    if saw:
        out.append(path(blade, c.linear([(0, "#8b9398"), (0.4, "#eef2f3"), (1, "#aab2b7")], 0, 1, 1, 0)) + path(spine, brass(c)))
    front = rect(x, -h, w, h)
    pieces = []
    last = x
    for at in [s[0] for s in slots] + [1.0]:
        edge = x + w * at
        part = poly([(last, -h), (edge - (5 if at < 1 else 0), -h), (edge - (5 if at < 1 else 0), 0), (last, 0)])
        pieces.append(wood(c, part, (x, -h, w, h), tone, seed=41) + bevel(c, part, 2.5))
        top = poly(
            [
                (last, -h),
                (edge - (5 if at < 1 else 0), -h),
                (edge - (5 if at < 1 else 0) + thick * 0.5, -h - thick * 0.6),
                (last + thick * 0.5, -h - thick * 0.6),
            ]
        )
        pieces.append(path(top, light(tone, 0.35)))
        if at < 1:
            pieces.append(path(rect(edge - 5, -h - thick * 0.5, 10, h * 0.8), "#2a140a"))
            pieces.append(wood(c, rect(edge - 5, -h * 0.24, 10, h * 0.24), (edge - 5, -h, 10, h), tone, seed=41))
        last = edge + 5
    out += pieces
    side = poly([(x + w, -h), (x + w + thick * 0.5, -h - thick * 0.6), (x + w + thick * 0.5, -thick * 0.4), (x + w, 0)])
    out.append(path(side, dark(tone, 0.45)))
    out.append(
        path(outline("45°", x + w * 0.1, -h * 0.34, w * 0.075, "bold"), "#7a3a1e")
        + path(outline("90°", x + w * 0.43, -h * 0.34, w * 0.06, "bold"), "#7a3a1e")
        + path(outline("45°", x + w * 0.93, -h * 0.34, w * 0.075, "bold"), "#7a3a1e")
    )
    if saw:
        handle = smooth([(0, -40), (56, -62), (110, -34), (118, 30), (82, 70), (26, 66), (4, 20)])
        hole = smooth([(34, -14), (66, -26), (88, 0), (80, 36), (46, 42), (32, 14)])
        out.append(
            group(
                wood(c, handle, (0, -62, 120, 132), WOOD["teak"]),
                bevel(c, handle, 4),
                path(hole, "#3a2012"),
                transform=f"translate({n(x + depth * 0.5 + w * 0.56)} {n(-h - rise - 92)}) rotate(-14)",
            )
        )
    return Prop(group(*out), group(path(front, "#000"), path(back, "#000"), path(blade, "#000") if saw else ""), w / 2, 20)


def moulding(c, length, thick=34, tone=WOOD["pine"], cut=True):
    """Length of frame moulding along x with a mitred right end."""
    d = poly([(0, 0), (length, 0), (length - (thick if cut else 0), thick), (0, thick)])
    return group(
        wood(c, d, (0, 0, length, thick), tone)
        + bevel(c, d, 2)
        + line(f"M0 {thick * 0.65}H{length - thick * 0.7}", dark(tone, 0.5), 2, opacity=0.6)
        + line(f"M0 {thick * 0.72}H{length - thick * 0.7}", light(tone, 0.5), 1.6, opacity=0.6)
    )


def curls(c, count=14):
    """Wood shavings around 0,0."""
    out = []
    for _ in range(count):
        x, y, r = c.rnd.uniform(-110, 110), c.rnd.uniform(-16, 16), c.rnd.uniform(9, 20)
        pts = [(x + r * (1 - k * 0.09) * math.cos(k * 0.8), y + r * 0.7 * (1 - k * 0.09) * math.sin(k * 0.8)) for k in range(9)]
        out.append(line(smooth(pts, False), c.rnd.choice(["#e8cf9f", "#f2dfb8", "#d6b57e"]), 6))
    return group(*out, filter=relief(c, 1.6, 2.6, 0, 12, 0.4))


def pan(c, r=170, content="#5a3a1c", stove=True):
    """Wok on a small charcoal stove (anglo), 0,0 at the foot of the stove."""
    out = []
    base = -150 if stove else 0
    if stove:
        prof = [(-150, 112), (-120, 118), (-60, 92), (0, 108)]
        out.append(turned(c, 0, prof, "#b0603c", 0.18, 0.45))
        out.append(path(rect(-36, -58, 72, 44, 12), "#2a120a") + path(ellipse(0, -26, 26, 10), "#ff9a3c", opacity=0.85, filter=blur(c, 6, True)))
    prof = [(base - 78, r), (base - 50, r * 0.9), (base - 20, r * 0.6), (base, r * 0.3)]
    d = outline_path(0, prof)
    out.append(turned(c, 0, prof, "#54504f", 0.35, 0.5))
    fill = path(ellipse(0, base - 66, r * 0.86, r * 0.86 * K), c.radial([(0, light(content, 0.2)), (0.8, content), (1, dark(content, 0.4))], 0.4, 0.35, 0.7))
    out.append(mouth(c, 0, base - 78, r, "#6a6665", "#3c3938", 8, fill=fill))
    for side in (-1, 1):
        out.append(
            line(
                smooth([(side * r * 0.96, base - 84), (side * (r + 34), base - 96), (side * (r + 36), base - 66), (side * r * 0.97, base - 66)], False),
                "#3c3938",
                12,
            )
        )
    shape = group(path(d, "#000"), path(rect(-110, base, 220, -base), "#000") if stove else "")
    return Prop(group(*out), shape, 108 if stove else r * 0.4, 24)


def pot(c, r=190, h=230, tone="#b9c0c4", content=None, bits=""):
    """Steel stock pot, optional contents."""
    prof = [(-h, r), (-h + 10, r), (-20, r * 0.98), (0, r * 0.92)]
    d = outline_path(0, prof)
    out = [
        turned(c, 0, prof, tone, 0.5, 0.5, step=3),
        streak(c, 0, prof, -0.72, -0.55, -h + 20, -16, 0.7, 5),
        streak(c, 0, prof, -0.3, -0.26, -h + 20, -16, 0.4, 4),
        streak(c, 0, prof, 0.5, 0.62, -h + 20, -16, 0.35, 6),
    ]
    for side in (-1, 1):
        out.append(
            line(smooth([(side * r, -h * 0.8), (side * (r + 38), -h * 0.84), (side * (r + 38), -h * 0.62), (side * r, -h * 0.62)], False), "#6d757b", 15)
            + line(smooth([(side * r, -h * 0.81), (side * (r + 36), -h * 0.85), (side * (r + 36), -h * 0.63)], False), "#e9eef0", 4)
        )
    fill = None
    if content:
        fill = path(ellipse(0, -h + 26, r * 0.97, r * 0.97 * K), c.radial([(0, light(content, 0.15)), (1, dark(content, 0.3))], 0.4, 0.35, 0.7)) + bits
    out.append(mouth(c, 0, -h, r, tone, "#8b9398", 8, fill=fill))
    return Prop(group(*out), d, r * 0.94, r * K)


def steam(c, x, y, h, w=90, strength=0.4):
    """Soft steam."""
    out = []
    for k in range(4):
        dx = (k - 1.5) * w * 0.3
        pts = [(x + dx, y), (x + dx + w * 0.25, y - h * 0.3), (x + dx - w * 0.2, y - h * 0.6), (x + dx + w * 0.3, y - h)]
        out.append(line(smooth(pts, False), "#fffaf0", w * 0.26, opacity=strength * (0.5 + 0.12 * k)))
    return group(*out, filter=blur(c, w * 0.14, True))


def ladle(c, length=300):
    """Steel ladle, bowl at the lower left, handle to the upper right."""
    return group(
        line(f"M0 0C{length * 0.2} -20 {length * 0.5} {-length * 0.4} {length * 0.75} {-length * 0.75}", "#7d858a", 14),
        line(f"M-3 -4C{length * 0.2} -24 {length * 0.5} {-length * 0.42} {length * 0.74} {-length * 0.77}", "#eef2f3", 4),
        path(ellipse(-24, 8, 54, 26), steel(c)),
        path(ellipse(-24, 2, 46, 17), "#6d757b"),
    )


def mortar(c, r=150, tone="#5b5552"):
    """Flat stone cobek with its pestle."""
    prof = [(-64, r), (-40, r * 0.98), (-16, r * 0.7), (0, r * 0.64)]
    d = outline_path(0, prof)
    fill = path(ellipse(0, -54, r * 0.8, r * 0.8 * K), "#b5251a") + shreds(
        c, (-r * 0.7, -54 - r * 0.2, r * 1.4, r * 0.4), ["#d8341c", "#a3180f", "#f0b070", "#e8572c"], 150, 26, 5
    )
    pestle = smooth([(60, -70), (96, -96), (196, -190), (228, -196), (222, -164), (128, -60), (86, -44)])
    art = (
        turned(c, 0, prof, tone, 0.16, 0.45)
        + noise(c, d, light(tone, 0.5), 0.3, 0.3, 0.56, 3)
        + mouth(c, 0, -64, r, tone, dark(tone, 0.2), 20, fill=fill)
        + path(pestle, light(tone, 0.1), filter=relief(c, 12, 18, 0.15, 14, 0.25))
    )
    return Prop(art, group(path(d, "#000"), path(pestle, "#000")), r * 0.66, 22)


def potters_wheel(c, tone="#b98560"):
    """Wheel head with a half-thrown bowl; 0,0 at the table."""
    prof = [(-46, 210), (-30, 214), (-22, 120), (0, 110)]
    out = [turned(c, 0, prof, "#8b8f94", 0.4, 0.5)]
    out.append(
        path(ellipse(0, -46, 210, 210 * K), c.linear([(0, "#d6dadd"), (0.5, "#a8adb1"), (1, "#7d8388")]))
        + line(ellipse(0, -46, 150, 150 * K), "#7d8388", 2)
        + line(ellipse(0, -46, 185, 185 * K), "#8b9196", 2)
    )
    clay = [(-250, 150), (-210, 142), (-130, 112), (-80, 84), (-54, 96), (-46, 104)]
    d = outline_path(0, clay)
    out.append(turned(c, 0, clay, tone, 0.34, 0.42) + mouth(c, 0, -250, 150, tone, dark(tone, 0.2), 13))
    for y, r in ((-220, 145), (-195, 138), (-170, 128), (-145, 118), (-120, 107), (-98, 94)):
        out.append(
            line(f"M{-r} {y}A{r} {r * K:.0f} 0 0 0 {r} {y}", light(tone, 0.5), 3, opacity=0.35)
            + line(f"M{-r} {y + 6}A{r} {r * K:.0f} 0 0 0 {r} {y + 6}", dark(tone, 0.5), 2.4, opacity=0.4)
        )
    out.append(streak(c, 0, clay, -0.7, -0.5, -235, -90, 0.5, 5))
    return Prop(group(*out), group(path(d, "#000"), path(ellipse(0, -40, 212, 52), "#000")), 200, 40)


def sewing_machine(c, tone="#2f4f58"):
    """Domestic sewing machine, foot at 0,0, about 560 wide."""
    body = "M-270 -60H270V0H-270Z"
    arm = (
        "M120 -60V-250C120 -310 90 -330 40 -330H-170C-230 -330 -246 -300 -246 -262V-150H-178V-224C-178 -238 -168 -246 -154 -246H10C24 -246 30 -238 30 -224V-60Z"
    )
    out = [path(arm, tone, filter=relief(c, 14, 18, 0.45, 20, 0.25)), path(rect(-276, -66, 552, 66, 10), tone, filter=relief(c, 9, 11, 0.35, 20, 0.3))]
    out.append(path(rect(-270, -74, 290, 14, 3), steel(c, False)))
    out.append(
        line("M-212 -150V-76", "#c9cfd2", 8)
        + path(rect(-232, -104, 40, 14, 4), steel(c))
        + path(poly([(-238, -84), (-186, -84), (-196, -74), (-228, -74)]), steel(c))
    )
    wheel = path(ellipse(166, -230, 26, 76), steel(c, False)) + path(ellipse(178, -230, 20, 60), "#3c4a50") + path(ellipse(181, -230, 8, 22), steel(c, False))
    out.append(wheel)
    out.append(
        line("M-20 -330V-392", "#8d9296", 7)
        + path(rect(-44, -396, 48, 62, 6), "#c05c7e", filter=relief(c, 4, 5, 0.1, 12, 0.35))
        + "".join(line(f"M-44 {y}H4", "#8a3a58", 1.6, opacity=0.6) for y in range(-390, -336, 6))
    )
    out.append(line("M-20 -372C-90 -360 -150 -350 -212 -322V-150", "#e9b8c8", 2))
    for x, y in ((78, -200), (78, -160)):
        out.append(path(ellipse(x, y, 15), steel(c)) + path(ellipse(x, y, 5), "#3c4a50"))
    out.append(path(outline("SARWENI", -70, -276, 30, "italic"), "#f3d9a4") + line("M-150 -300H20", "#e0b455", 2.4))
    return Prop(group(*out), group(path(body, "#000"), path(arm, "#000"), path(ellipse(170, -230, 26, 76), "#000")), 270, 26)


def roaster(c):
    """Small drum roaster with hopper, cooling tray and sight glass; foot at 0,0."""
    out = [path(rect(-190, -190, 300, 190, 12), slope(c, "#3c3a3e", 0.16), filter=relief(c, 8, 8, 0.2, 16, 0.4))]
    for x in (-170, 70):
        out.append(path(rect(x, -8, 26, 14), "#1c1b1e"))
    drum = rect(-220, -420, 300, 250, 30)
    out.append(path(drum, c.linear([(0, "#8b4a2a"), (0.18, "#e3a878"), (0.32, "#f7d3b0"), (0.55, "#b5653c"), (1, "#5f2d17")], 0, 0, 0, 1)))
    face = ellipse(84, -296, 124, 126)
    out.append(path(face, c.linear([(0, "#6a686c"), (0.4, "#2f2d31"), (1, "#151417")], 0, 0, 1, 1)) + line(face, "#c98f62", 9))
    out.append(
        path(ellipse(84, -320, 52), "#0d0b0b")
        + line(ellipse(84, -320, 52), brass(c), 9)
        + path(ellipse(84, -310, 40, 30), "#5a3018")
        + "".join(path(ellipse(84 + c.rnd.uniform(-32, 32), -306 + c.rnd.uniform(-18, 22), 9, 6), "#7a4524") for _ in range(16))
        + path(ellipse(70, -340, 18, 10), "#ffffff", opacity=0.5, filter=blur(c, 4, True))
    )
    hopper = poly([(-160, -560), (40, -560), (-14, -416), (-106, -416)])
    out.append(path(hopper, steel(c)) + path(ellipse(-60, -560, 100, 20), "#8b9398") + path(ellipse(-60, -556, 88, 15), "#6b4a2a"))
    out.append(line("M-206 -420V-610C-206 -640 -240 -640 -240 -660", "#8d9296", 26) + line("M-212 -420V-600", "#e3e6e8", 6))
    out.append(line("M84 -206L150 -170V-120", "#5b5a5e", 30))
    tray = [(-120, 170), (-70, 168), (-64, 150), (0, 60)]
    t = outline_path(0, tray)
    beans = group(
        *(
            move(
                path(ellipse(0, 0, 12, 8.5), c.rnd.choice(["#54301d", "#6b3f26", "#43240f"])) + line("M-10 1Q0 -4 10 1", "#2b160a", 1.6),
                c.rnd.uniform(-140, 140),
                -118 + c.rnd.uniform(-26, 26),
                c.rnd.uniform(0, 180),
            )
            for _ in range(240)
        )
    )
    out.append(
        group(
            turned(c, 0, tray, "#b9bfc3", 0.4, 0.5),
            mouth(c, 0, -120, 170, "#c9cfd2", "#5b5a5e", 9, fill=path(ellipse(0, -116, 160, 38), "#4a2a16") + beans),
            transform="translate(170 0)",
        )
    )
    out.append(path(ellipse(-120, -110, 30), "#f2efe6") + line(ellipse(-120, -110, 30), "#8d9296", 5) + line("M-120 -110L-104 -126", "#c8442e", 4))
    shape = group(path(rect(-220, -420, 330, 420, 20), "#000"), path(hopper, "#000"), path(t, "#000", transform="translate(170 0)"), path(face, "#000"))
    return Prop(group(*out), shape, 250, 22)


def scale(c, tone="#c8563f"):
    """Kitchen scale with a dial and a pan."""
    body = smooth([(-110, -150), (110, -150), (130, -20), (120, 0), (-120, 0), (-130, -20)], True, 0.5)
    dial = ellipse(0, -76, 58)
    ticks = "".join(
        line(f"M{n(48 * math.cos(a))} {n(-76 + 48 * math.sin(a))}L{n(55 * math.cos(a))} {n(-76 + 55 * math.sin(a))}", "#3a3436", 2)
        for a in (k * math.pi / 10 for k in range(20))
    )
    return Prop(
        group(
            path(rect(-16, -176, 32, 30), steel(c)),
            path(body, tone, filter=relief(c, 10, 13, 0.4, 18, 0.3)),
            path(dial, "#faf6ec") + line(dial, "#d9dcdf", 6) + ticks + line("M0 -76L30 -112", "#c8442e", 5) + path(ellipse(0, -76, 6), "#3a3436"),
            path(ellipse(0, -178, 168, 36), steel(c)),
            path(ellipse(0, -184, 156, 30), c.linear([(0, "#8b9398"), (1, "#eef2f3")])),
        ),
        group(path(body, "#000"), path(ellipse(0, -178, 168, 36), "#000")),
        125,
        22,
    )


def magnifier(c, r=120, turn=40):
    """Hand lens; centre of the lens at 0,0. Content under it is drawn by the caller."""
    handle = rect(r + 8, -19, r * 1.5, 38, 18)
    return group(
        group(
            wood(c, handle, (r, -19, r * 1.6, 38), WOOD["walnut"]),
            bevel(c, handle, 3),
            path(rect(r - 4, -14, 34, 28, 4), brass(c)),
            transform=f"rotate({turn})",
        ),
        path(ellipse(0, 0, r), c.radial([(0, "#ffffff", 0.02), (0.8, "#dff0f5", 0.14), (1, "#a9c9d6", 0.4)])),
        path(
            smooth([(-r * 0.7, -r * 0.2), (-r * 0.4, -r * 0.66), (r * 0.1, -r * 0.78), (-r * 0.3, -r * 0.5)]), "#ffffff", opacity=0.55, filter=blur(c, 5, True)
        ),
        line(ellipse(0, 0, r), "#6e5220", 17),
        line(ellipse(0, 0, r), "#d9ac5a", 12),
        line(ellipse(-1, -1, r + 2), "#fff0bd", 3, opacity=0.8),
    )


def mangosteen(c, size=150, cut=False):
    """Whole fruit, or cut open with white segments."""
    r = size / 2
    if cut:
        seg = "".join(move(path(smooth([(0, -2), (r * 0.24, -r * 0.24), (0, -r * 0.62), (-r * 0.24, -r * 0.24)]), "#fbf6ee"), turn=k * 60) for k in range(6))
        return group(
            path(ellipse(0, 0, r), "#4a1424"),
            path(ellipse(0, 0, r * 0.92), "#a8405a"),
            path(ellipse(0, 0, r * 0.72), "#d98a98"),
            group(seg, filter=relief(c, size * 0.03, size * 0.05, 0.4, 18, 0.4)),
        )
    body = path(ellipse(0, 0, r), c.radial([(0, "#a8506a"), (0.4, "#6b1f38"), (1, "#2a0a16")], 0.35, 0.32, 0.75)) + path(
        ellipse(-r * 0.36, -r * 0.4, r * 0.22, r * 0.13), "#f3c6d0", opacity=0.6, filter=blur(c, size * 0.03)
    )
    cap = "".join(move(path(smooth([(0, 0), (r * 0.3, -r * 0.2), (0, -r * 0.52), (-r * 0.3, -r * 0.2)]), "#6f8a4a"), turn=k * 90 + 20) for k in range(4))
    return group(
        body,
        group(
            cap,
            path(ellipse(0, 0, r * 0.11), "#5a3a1c"),
            filter=relief(c, size * 0.025, size * 0.04, 0.2, 14, 0.35),
            transform=f"translate(0 {n(-r * 0.72)}) scale(1 0.5)",
        ),
    )


def tray_oven(c, goods, w=460, h=620):
    """Steel drying cabinet with glass door and trays; `goods(x, y, w)` draws what lies on a tray."""
    x = -w / 2
    out = [
        path(rect(x, -h, w, h - 20, 14), steel(c)),
        path(rect(x, -h, w, h - 20, 14), c.linear([(0, "#fff", 0.2), (0.5, "#fff", 0), (1, "#10141a", 0.3)], 0, 0, 0, 1)),
    ]
    for fx in (x + 20, x + w - 50):
        out.append(path(rect(fx, -22, 30, 22), "#2b2a30"))
    door = rect(x + 30, -h + 110, w - 60, h - 170, 10)
    out.append(path(rect(x + 18, -h + 98, w - 36, h - 146, 14), "#4b5257") + path(door, c.linear([(0, "#3c2414"), (1, "#7a4a20")], 0, 0, 0, 1)))
    inner = [path(ellipse(0, -h * 0.12, w * 0.5, h * 0.2), "#ff9a3c", opacity=0.4, filter=blur(c, 30, True))]
    for k in range(5):
        y = -h + 190 + k * (h - 250) / 5
        inner.append(
            goods(x + 46, y, w - 92)
            + path(rect(x + 38, y, w - 76, 9), steel(c))
            + path(rect(x + 38, y + 9, w - 76, 16), "#1c0d08", opacity=0.4, filter=blur(c, 5, True))
        )
    inner.append(path(poly([(x + 30, -h + 110), (x + w * 0.5, -h + 110), (x + 30, -h * 0.3)]), "#ffffff", opacity=0.16))
    out.append(group(*inner, clip_path=c.clip(door)))
    out.append(path(rect(x + w - 48, -h * 0.62, 16, h * 0.3, 8), steel(c)))
    out.append(path(rect(x + 18, -h + 18, w - 36, 64, 8), "#2f3338"))
    out.append(
        path(ellipse(x + 70, -h + 50, 24), "#f2efe6")
        + line(f"M{x + 70} {-h + 50}l12 -14", "#c8442e", 4)
        + path(rect(x + 120, -h + 32, 140, 36, 5), "#132018")
        + path(outline("62 °C", x + 190, -h + 60, 28, "bold", 2), "#7ff0a0")
    )
    for k in range(3):
        out.append(path(ellipse(x + w - 150 + k * 46, -h + 50, 14), ("#3f9a5a", "#e0b455", "#c8563f")[k]))
    return Prop(group(*out), rect(x, -h, w, h), w / 2, 22)


def laser_cutter(c, w=660, h=360):
    """Desktop laser cutter with open lid and a sheet being cut; foot at 0,0."""
    x = -w / 2
    body = rect(x, -h * 0.5, w, h * 0.5, 16)
    lid_d = poly([(x + 20, -h * 0.56), (x + w - 20, -h * 0.56), (x + w - 50, -h * 1.1), (x + 50, -h * 1.1)])
    out = [
        path(lid_d, c.linear([(0, "#4a4f58"), (1, "#2b2e35")], 0, 0, 0, 1)),
        path(poly([(x + 70, -h * 0.62), (x + w - 70, -h * 0.62), (x + w - 92, -h * 1.04), (x + 92, -h * 1.04)]), "#e8924a", opacity=0.55),
        path(poly([(x + 92, -h * 1.04), (x + w * 0.45, -h * 1.04), (x + 80, -h * 0.68)]), "#ffffff", opacity=0.22),
    ]
    bed = poly([(x, -h * 0.5), (x + w, -h * 0.5), (x + w - 30, -h * 0.68), (x + 30, -h * 0.68)])
    out.append(path(bed, "#1c1e23"))
    sheet = poly([(x + 90, -h * 0.515), (x + w - 120, -h * 0.515), (x + w - 138, -h * 0.655), (x + 108, -h * 0.655)])
    out.append(wood(c, sheet, (x + 90, -h * 0.66, w - 200, 60), WOOD["birch"]))
    from .pattern import orchid

    for k in range(4):
        out.append(
            f'<g transform="translate({n(x + 180 + k * 100)} {n(-h * 0.585)}) scale(0.5 0.2)">{orchid("none", "none", "#5a2f14", "#5a2f14", None, False)}</g>'
        )
    out.append(
        path(rect(x + 30, -h * 0.7, w - 60, 14, 4), steel(c, False))
        + path(rect(x + w * 0.56, -h * 0.76, 60, 60, 8), "#c8563f", filter=relief(c, 5, 6, 0.3, 16, 0.35))
    )
    lx = x + w * 0.56 + 30
    out.append(
        line(f"M{n(lx)} {n(-h * 0.6)}V{n(-h * 0.58)}", "#ffdf8a", 5)
        + path(ellipse(lx, -h * 0.57, 34, 15), "#ff7a2c", opacity=0.8, filter=blur(c, 8, True))
        + path(ellipse(lx, -h * 0.57, 7, 4), "#fff6d8")
    )
    out.append(
        path(body, slope(c, "#d9dce0", 0.14), filter=relief(c, 9, 9, 0.2, 16, 0.4))
        + path(rect(x + 40, -h * 0.4, 190, 90, 8), "#2f3338")
        + path(rect(x + 56, -h * 0.36, 110, 60, 4), "#17352f")
    )
    out.append(line(smooth([(x + 70, -h * 0.24), (x + 95, -h * 0.32), (x + 120, -h * 0.25), (x + 150, -h * 0.31)], False), "#7ff0a0", 3))
    for k in range(2):
        out.append(path(ellipse(x + 200, -h * 0.33 + k * 36, 12), ("#3f9a5a", "#e0b455")[k]))
    out.append(path(ellipse(x + w - 80, -h * 0.26, 32), "#f2c14e") + path(ellipse(x + w - 80, -h * 0.26, 24), "#c8332a", filter=relief(c, 5, 7, 0.4, 18, 0.3)))
    return Prop(group(*out), group(path(body, "#000"), path(lid_d, "#000"), path(bed, "#000")), w / 2, 22)


def bunting(c, x1, x2, y, sag=60, tones=("#d95f4a", "#f0be4e", "#4f8fc0", "#7fae5a", "#fff6e2")):
    """String of little flags."""
    out = []
    count = max(6, int((x2 - x1) / 74))
    pts = [(x1 + (x2 - x1) * k / count, y + sag * 4 * (k / count) * (1 - k / count)) for k in range(count + 1)]
    for k in range(count):
        (ax, ay), (bx, by) = pts[k], pts[k + 1]
        tone = tones[k % len(tones)]
        d = poly([(ax + 6, ay), (bx - 6, by), ((ax + bx) / 2, (ay + by) / 2 + 66)])
        out.append(path(d, c.linear([(0, light(tone, 0.2)), (1, dark(tone, 0.15))])))
    return group(group(*out, filter=relief(c, 2, 2, 0, 12, 0.55, margin=4)), line(smooth(pts, False), "#5a4632", 4))


def ketupat(c, size=150):
    """Woven palm-leaf rice parcel."""
    s = size / 2
    d = poly([(0, -s), (s * 0.92, 0), (0, s), (-s * 0.92, 0)])
    cells = []
    for i in range(4):
        for j in range(4):
            u, v = (i - 1.5) / 4, (j - 1.5) / 4
            x, y = (u - v) * s * 0.92, (u + v) * s
            tone = "#8fb04a" if (i + j) % 2 else "#c9d67a"
            cells.append(
                path(
                    poly([(x, y - s / 4), (x + s * 0.23, y), (x, y + s / 4), (x - s * 0.23, y)]),
                    c.linear([(0, light(tone, 0.3)), (1, dark(tone, 0.2))], 0, 0, 1, 1),
                )
            )
    tails = "".join(
        line(smooth([(0, s * 0.95), (dx * 0.4, s * 1.3), (dx, s * 1.75)], False), t, size * 0.055)
        for dx, t in ((-24, "#8fb04a"), (6, "#c9d67a"), (30, "#a8c05a"))
    )
    loop = line(smooth([(0, -s), (-s * 0.2, -s * 1.3), (0, -s * 1.5), (s * 0.2, -s * 1.3), (0, -s)], False), "#a8c05a", size * 0.045)
    return group(tails, loop, path(d, "#7f9c3f"), group(*cells, filter=relief(c, 2.4, 3.4, 0.2, 14, 0.35, margin=4)))


def calendar(c, w=260, h=250, title="BULAN", ticks=6, tone="#b84a37"):
    """Spiral wall calendar with ticked cells, upper left at 0,0."""
    d = rect(0, 0, w, h, 12)
    out = [
        drop(c, d, 10, 14, 10, 0.4),
        path(d, "#fdfaf3"),
        path(rect(0, 0, w, h * 0.24, 12), tone),
        path(outline(title, w / 2, h * 0.17, h * 0.12, "bold", 3), "#fff8ea"),
    ]
    for k in range(6):
        x, y = w * 0.08 + (k % 3) * w * 0.3, h * 0.32 + (k // 3) * h * 0.32
        out.append(path(rect(x, y, w * 0.24, h * 0.26, 8), "#efe6da"))
        if k < ticks:
            out.append(line(smooth([(x + w * 0.06, y + h * 0.13), (x + w * 0.105, y + h * 0.19), (x + w * 0.19, y + h * 0.05)], False), "#3f9a5a", 9))
    out += [path(ellipse(w * (0.15 + k * 0.14), 4, 7, 14), "none", stroke="#7d858a", stroke_width=4.0) for k in range(6)]
    return group(*out)


def coin(c, r=26):
    """Plain gold token."""
    return group(
        path(ellipse(0, 5, r, r * 0.5), "#8a5f24"),
        path(ellipse(0, 0, r, r * 0.5), c.linear([(0, "#fff0bd"), (0.5, "#d9ac5a"), (1, "#a8782c")])),
        line(ellipse(0, 0, r * 0.72, r * 0.36), "#a8782c", 2),
    )


def plinth(c, w, h, tone, depth=0.2):
    """Display block standing on 0,0, round front."""
    r = w / 2
    side = f"M{-r} {-h}V0A{r} {r * depth:.1f} 0 0 0 {r} 0V{-h}Z"
    return Prop(
        path(side, cylinder(c, tone, 0.3, 0.34)) + path(ellipse(0, -h, r, r * depth), c.linear([(0, light(tone, 0.55)), (1, light(tone, 0.2))])),
        group(path(side, "#000"), path(ellipse(0, -h, r, r * depth), "#000")),
        r,
        r * depth,
    )


def basin(c, r=210, h=120, tone="#6f9aa8", content="#7a4a2a", bits=""):
    """Enamel basin with liquid."""
    prof = [(-h, r), (-h * 0.5, r * 0.88), (0, r * 0.66)]
    d = outline_path(0, prof)
    fill = path(ellipse(0, -h + 22, r * 0.93, r * 0.93 * K), c.radial([(0, light(content, 0.2)), (1, dark(content, 0.3))], 0.35, 0.3, 0.8)) + bits
    return Prop(
        turned(c, 0, prof, tone, 0.45, 0.42, step=3)
        + streak(c, 0, prof, -0.72, -0.55, -h + 20, -14, 0.6, 5)
        + mouth(c, 0, -h, r, light(tone, 0.5), light(tone, 0.4), 10, fill=fill),
        d,
        r * 0.68,
        r * 0.66 * K,
    )
