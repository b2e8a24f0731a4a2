"""Kopi Sorenika: beans, bottled milk coffee, ginger coffee."""

import math

from ..catalogue import picture
from ..food import cinnamon, coffee_bean, ginger, heap, palm_sugar, star_anise
from ..geometry import K, ellipse, poly, rect, smooth
from ..letter import fitted, outline
from ..light import blur, drop
from ..materials import bevel, noise
from ..pack import carton, pouch
from ..palette import dark, light
from ..stage import Prop, lying, place
from ..svg import group, line, move, path
from ..vessel import glass_shell, label, lid, outline_path


def mountain_mark(x, y, s, ink, sun):
    """Maker's mark: hills and a sun in a ring."""
    hills = f"M{-s} {s * 0.5}L{-s * 0.35} {-s * 0.35}L{0} {s * 0.1}L{s * 0.3} {-s * 0.2}L{s} {s * 0.5}Z"
    return move(path(ellipse(s * 0.1, -s * 0.42, s * 0.24), sun) + path(hills, ink) + line(f"M{-s * 1.15} {s * 0.5}H{s * 1.15}", ink, s * 0.08), x, y)


def coffee_pouch(c, h=690, w=450, tone="#2b211d", kind="biji"):
    y1 = -h
    art, shape = pouch(
        c,
        0,
        y1,
        0,
        w,
        tone,
        "#f3e2c4",
        [
            ("SORENIKA", 42, "bold", 0.53, "#f3e2c4"),
            ("Arabika", 62, "script", 0.63, "#e0b27a"),
            ("SANGRAI SEDANG", 18, "sans", 0.69, "#d9c3a4"),
            (kind, 34, "italic", 0.79, "#f3e2c4"),
        ],
        panel=(rect(-145, y1 + h * 0.22, 290, h * 0.64, 12), dark(tone, 0.12)),
        emblem=mountain_mark(0, y1 + h * 0.36, 78, "#e0b27a", "#c8643f")
        + line(rect(-133, y1 + h * 0.235, 266, h * 0.61, 8), "#e0b27a", 2)
        + line(f"M-70 {y1 + h * 0.735}H70", "#e0b27a", 1.6),
    )
    valve = (
        path(ellipse(0, y1 + h * 0.165, 17), dark(tone, 0.4))
        + line(ellipse(0, y1 + h * 0.165, 13), light(tone, 0.3), 2)
        + "".join(path(ellipse(dx, y1 + h * 0.165, 2.2), "#000") for dx in (-5, 0, 5))
    )
    return Prop(art + valve, shape, w * 0.47, 26)


def milk_bottle(c, h=760, r=150):
    """One-litre bottle: palm-sugar syrup at the bottom swirling into milk coffee."""
    prof = [(-h, 62), (-h + 26, 60), (-h + 110, 62), (-h + 190, 100), (-h + 270, r), (-h * 0.3, r), (-36, r), (-8, r * 0.95), (0, r * 0.86)]
    d = outline_path(0, prof)
    fill = [(-h + 96, 56), (-h + 180, 92), (-h + 262, r * 0.955), (-36, r * 0.955), (-8, r * 0.9), (-3, r * 0.82)]
    f = outline_path(0, fill)
    art = [
        path(d, "#f2e6d8", opacity=0.45),
        path(f, c.linear([(0, "#d9b48c"), (0.55, "#c39468"), (0.8, "#9c683f"), (0.92, "#5a2f17"), (1, "#38190b")], 0, 0, 0, 1)),
    ]
    swirls = []
    for _k in range(9):
        x, y = c.rnd.uniform(-r, r), c.rnd.uniform(-h * 0.34, -h * 0.08)
        swirls.append(
            line(
                smooth([(x, y + 60), (x + c.rnd.uniform(-30, 30), y), (x + c.rnd.uniform(-50, 50), y - 70), (x + c.rnd.uniform(-20, 60), y - 120)], False),
                c.rnd.choice(["#5a2f17", "#e3c4a0", "#7d4a28"]),
                c.rnd.uniform(8, 24),
                opacity=0.5,
                filter=blur(c, 7, True),
            )
        )
    art.append(group(*swirls, path(f, c.linear([(0, "#1b0a04", 0.4), (0.2, "#fff", 0.12), (0.5, "#1b0a04", 0), (1, "#1b0a04", 0.45)])), clip_path=c.clip(f)))
    art.append(path(ellipse(0, -h + 98, 56, 12), "#ecd3b4"))
    art.append(glass_shell(c, 0, prof))
    art.append(
        label(
            c,
            0,
            r * 1.006,
            -h * 0.52,
            -h * 0.16,
            "#fbf3e4",
            "#4a2814",
            [
                ("SORENIKA", 19, "bold", 0.2, "#c8643f"),
                ("Kopi Susu", 46, "bookman", 0.46),
                ("gula aren", 46, "script", 0.68, "#9c5a2a"),
                ("1 LITER", 17, "bold", 0.87),
            ],
            span=0.74,
        )
    )
    art.append(lid(c, 0, -h - 50, 68, 64, "#3a2418", ridges=26))
    drops = []
    for _ in range(34):
        y = c.rnd.uniform(-h * 0.62, -12)
        x = c.rnd.uniform(-0.93, 0.93) * r
        if -h * 0.53 < y - 0 < -h * 0.1 and abs(x) < r * 0.9:
            continue
        s = c.rnd.uniform(2, 5)
        drops.append(path(ellipse(x, y, s, s * 1.25), "#ffffff", opacity=0.55) + path(ellipse(x + s * 0.3, y + s * 0.3, s * 0.6), "#5a2f17", opacity=0.3))
    art += drops
    return Prop(group(*art), group(path(d, "#000", opacity=0.85), path(rect(-68, -h - 50, 136, 70), "#000")), r * 0.9, 36)


def iced_glass(c, h=330, r=105):
    """Tumbler of iced milk coffee."""
    prof = [(-h, r), (-h * 0.5, r * 0.93), (-14, r * 0.84), (0, r * 0.8)]
    d = outline_path(0, prof)
    f = outline_path(0, [(-h * 0.84, r * 0.94), (-h * 0.4, r * 0.87), (-18, r * 0.8)])
    art = [path(d, "#f5ebe0", opacity=0.4), path(f, c.linear([(0, "#e3c09a"), (0.5, "#b98556"), (0.85, "#5f3419"), (1, "#3d1d0d")], 0, 0, 0, 1))]
    for x, y, t in ((-36, -h * 0.8, 14), (34, -h * 0.76, -18), (0, -h * 0.6, 40)):
        cube = rect(-32, -32, 64, 64, 9)
        art.append(
            move(
                path(cube, "#f7e7d2", opacity=0.55)
                + line(cube, "#ffffff", 3, opacity=0.7)
                + path(poly([(-26, -26), (6, -26), (-26, 6)]), "#ffffff", opacity=0.6),
                x,
                y,
                t,
            )
        )
    art.append(glass_shell(c, 0, prof))
    art.append(line(ellipse(0, -h, r, r * K), "#ffffff", 4, opacity=0.8))
    return Prop(group(*art), path(d, "#000", opacity=0.7), r * 0.8, 22)


def ginger_box(c, w=430, h=560, dx=120, dy=62):
    art = [path(rect(-w / 2, -h, w, h), "#7a3a1e")]
    art.append(
        path(
            smooth([(-w / 2 - 20, -h * 0.36), (-w * 0.2, -h * 0.44), (w * 0.1, -h * 0.33), (w / 2 + 20, -h * 0.42), (w / 2 + 20, 10), (-w / 2 - 20, 10)]),
            "#e8b257",
        )
    )
    art.append(move(ginger(c, 250), -30, -h * 0.19, -8) + move(star_anise(c, 110), 130, -h * 0.26, 10) + move(cinnamon(c, 170, 26), -150, -h * 0.07, -6))
    for text, size, face, y, tone in (
        ("SORENIKA", 24, "bold", 0.88, "#f3d9a4"),
        ("Kopi Jahe", 80, "bookman", 0.72, "#fff3d8"),
        ("Rempah", 80, "bookman", 0.585, "#fff3d8"),
        ("10 SASET", 24, "bold", 0.51, "#f3c26a"),
    ):
        size = fitted(text, size, face, w * 0.86, 0.02)
        art.append(path(outline(text, 0, -h * y, size, face, size * 0.02), tone))
    body, shape = carton(c, -w / 2, -h, w, h, dx, dy, "#7a3a1e", art=group(*art))
    return Prop(body, shape, w / 2 + dx * 0.3, 26)


def sachet(c, w=96, h=260):
    d = rect(-w / 2, -h / 2, w, h, 4)
    art = (
        path(d, c.linear([(0, "#c98d3c"), (0.3, "#f6d58c"), (0.55, "#e3ae50"), (1, "#a8702a")]))
        + path(rect(-w / 2, -h * 0.2, w, h * 0.36), "#7a3a1e")
        + path(outline("Jahe", 0, h * 0.02, 30, "bookman"), "#fff3d8")
        + path(outline("REMPAH", 0, h * 0.09, 13, "bold", 1), "#f3c26a")
    )
    for s in (-1, 1):
        for k in range(4):
            art += line(f"M{-w / 2} {s * (h / 2 - 4 - k * 4)}H{w / 2}", "#8a5a1e", 1.2, opacity=0.5)
    return group(art, bevel(c, d, 2))


def beans(c, cx, cy, rx, ry, count, size=44):
    return heap(c, lambda s: coffee_bean(c, s), cx, cy, rx, ry, count, size, 0.8)


def grounds(c, x, y, coarse):
    """Round heap of ground coffee seen from above."""
    tone, f = ("#4a2a1a", 0.09) if coarse else ("#5f3a22", 0.3)
    d = ellipse(x, y, 150)
    out = [
        path(ellipse(x + 6, y + 8, 152), "#1b0c06", opacity=0.4, filter=blur(c, 8, True)),
        path(d, c.radial([(0, light(tone, 0.3)), (1, dark(tone, 0.35))], 0.35, 0.3, 0.8)),
    ]
    out += [noise(c, d, light(tone, 0.4), f, f, 0.54, 7), noise(c, d, dark(tone, 0.6), f, f, 0.5, 7)]
    for _ in range(70 if coarse else 30):
        a, r = c.rnd.uniform(0, 6.28), 150 * c.rnd.uniform(0.94, 1.15)
        out.append(path(ellipse(x + r * math.cos(a), y + r * math.sin(a), c.rnd.uniform(2, 7 if coarse else 3)), tone))
    return group(*out)


@picture(
    "produk/kopi-arabika-sangrai/foto-1",
    "Kemasan hitam kopi arabika Sorenika dengan biji kopi sangrai berserakan di depan",
    "Black pouch of Sorenika arabica with roasted beans scattered in front",
    family="drink",
)
def arabica_front(p):
    c = p.studio(table="wood", form="disc", horizon=0.62, form_size=0.78)
    c.put(place(c, coffee_pouch(c), 450, 870, 1.14))
    c.put(beans(c, 760, 890, 170, 52, 90, 46), beans(c, 260, 935, 120, 20, 16, 46))
    return c


@picture(
    "produk/kopi-arabika-sangrai/foto-2",
    "Dari dekat: biji kopi arabika sangrai sedang berwarna cokelat mengilap",
    "Close-up of glossy brown medium-roast arabica beans",
    family="drink",
)
def arabica_close(p):
    c = p.flat(surface="paper", colour="#2a1710")
    c.put(heap(c, lambda s: coffee_bean(c, s), 500, 500, 640, 640, 90, 200, 0.95))
    c.put(heap(c, lambda s: coffee_bean(c, s), 500, 500, 640, 640, 240, 215, 0.95))
    return c


@picture(
    "produk/kopi-arabika-sangrai/foto-3",
    "Tiga varian kopi: biji, giling kasar, dan giling halus di piring kecil",
    "Three variants: whole beans, coarse and fine grind on small dishes",
    family="drink",
)
def arabica_variants(p):
    c = p.flat(surface="wood", colour="#8a5d3c")
    for i, (x, y) in enumerate(((300, 290), (710, 420), (330, 730))):
        rim, inner = ellipse(x, y, 225), ellipse(x, y, 192)
        c.put(
            drop(c, rim, 16, 20, 15, 0.5),
            path(rim, c.linear([(0, "#faf4e8"), (1, "#c4b69e")], 0, 0, 1, 1)),
            path(inner, c.linear([(0, "#cfc2ab"), (1, "#f6efe0")], 0, 0, 1, 1)),
        )
        c.put(beans(c, x, y, 130, 130, 90, 62) if i == 0 else grounds(c, x, y, i == 1))
    c.put(beans(c, 830, 830, 110, 70, 22, 60))
    return c


@picture(
    "produk/kopi-susu-literan/foto-1",
    "Botol kopi susu gula aren satu liter di samping gelas berisi es kopi susu",
    "One-litre bottle of palm-sugar milk coffee beside a glass of iced coffee",
    family="drink",
    size="portrait",
)
def milk_front(p):
    c = p.studio(table="stone", form="arch", horizon=0.68, form_size=0.56)
    c.put(place(c, milk_bottle(c), 400, 1120, 1.24))
    c.put(place(c, iced_glass(c), 755, 1150, 1.2))
    c.put(lying(c, palm_sugar(c, 120), 600, 1180, 0, 1, 1))
    return c


@picture(
    "produk/kopi-susu-literan/foto-2",
    "Segelas es kopi susu dengan lapisan gula aren gelap di dasar gelas",
    "A glass of iced milk coffee with a dark palm-sugar layer at the bottom",
    family="drink",
)
def milk_glass(p):
    c = p.studio(table="wood", form="disc", horizon=0.62)
    c.put(place(c, milk_bottle(c), 770, 760, 0.8), place(c, iced_glass(c), 400, 890, 2.05))
    c.put(lying(c, palm_sugar(c, 150), 700, 900, 0, 1, 1), beans(c, 850, 930, 80, 20, 12, 46))
    return c


@picture(
    "produk/kopi-jahe-rempah/foto-1",
    "Kotak kopi jahe rempah isi sepuluh saset dengan jahe, kayu manis, dan bunga lawang",
    "Box of ten ginger spice coffee sachets with ginger, cinnamon and star anise",
    family="drink",
)
def ginger_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.6, form_size=0.78)
    c.put(place(c, ginger_box(c), 380, 850, 1.18))
    c.put(lying(c, sachet(c), 720, 850, 62, 1, 0.8, 9), lying(c, sachet(c), 780, 890, 78, 1, 0.8, 9))
    c.put(
        lying(c, ginger(c, 190), 860, 770, 10, 1, 0.9, 9),
        lying(c, star_anise(c, 76), 620, 940, 0, 1, 0.7),
        lying(c, cinnamon(c, 150, 24), 150, 940, -8, 1, 0.9),
    )
    return c


@picture(
    "produk/kopi-jahe-rempah/foto-2",
    "Secangkir kopi jahe hangat mengepul dengan saset, jahe, dan kayu manis",
    "A steaming cup of ginger coffee with a sachet, ginger and cinnamon",
    family="drink",
    special={"cmyk": True},
)
def ginger_cup(p):
    from ..tools import steam
    from .clay import mug_prop

    c = p.studio(table="wood", form="disc", horizon=0.62, form_size=0.78)
    c.put(place(c, mug_prop(c, "#c98a4a", "#6b3a1c"), 420, 870, 1.0), steam(c, 410, 330, 250, 90, 0.4))
    c.put(
        lying(c, sachet(c), 780, 830, 66, 1.1, 0.8, 9),
        lying(c, ginger(c, 210), 830, 930, -6, 1, 0.9, 9),
        lying(c, star_anise(c, 80), 660, 930, 0, 1, 0.7),
        lying(c, cinnamon(c, 170, 26), 90, 950, -6, 1, 0.9),
    )
    return c
