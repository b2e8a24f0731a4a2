"""Sambal Kiranara: bottled relishes, spice paste, serundeng."""

from ..catalogue import picture
from ..food import candlenut, chilli, clove_of_garlic, garlic, lime_leaf, salted_squid, sambal, shallot, shreds
from ..geometry import K, ellipse, rect, smooth
from ..light import blur, drop
from ..materials import noise
from ..pack import pouch, string
from ..stage import Prop, lying, place
from ..svg import group, line, move, path
from ..vessel import bowl, glass_shell, jar_profile, label, lid, outline_path


def relish_jar(c, title=("Sambal", "Bawang"), paper="#fbf0d6", ink="#a3231a", lid_tone="#23201f", squid=0, level=3, h=520, r=185, oil="#c8341a"):
    prof = jar_profile(-h, 0, r, 0.84, 0.1)
    d = outline_path(0, prof)
    inner = [(y + (h * 0.13 if i == 0 else 0), rr * 0.955) for i, (y, rr) in enumerate(prof[2:])]
    inner = [(-h * 0.86, r * 0.95), (-h * 0.08, r * 0.955), (-h * 0.02, r * 0.92), (-4, r * 0.86)]
    goods = outline_path(0, inner)
    art = [path(d, "#f2ded0", opacity=0.5), sambal(c, goods, (-r, -h * 0.9, 2 * r, h * 0.9), oil, 130, squid)]
    surface = ellipse(0, -h * 0.86, r * 0.95, r * 0.95 * K)
    art.append(path(surface, c.linear([(0, "#f2803a"), (1, "#b52a14")])) + line(surface, "#ffb27a", 3, opacity=0.7))
    art.append(path(goods, c.linear([(0, "#1b0606", 0.5), (0.2, "#1b0606", 0.05), (0.7, "#1b0606", 0.12), (1, "#1b0606", 0.55)])))
    art.append(glass_shell(c, 0, prof))
    dots = (
        "".join(path(ellipse(-44 + k * 22, -h * 0.218 + r * K, 7), ink if k < level else "none", stroke=ink, stroke_width=2.0) for k in range(5))
        if level
        else ""
    )
    lines = [("KIRANARA", 20, "bold", 0.16), (title[0], 56, "bookman", 0.4), (title[1], 56, "bookman", 0.64)]
    art.append(label(c, 0, r * 1.004, -h * 0.69, -h * 0.13, paper, ink, lines, span=0.7, edge=ink, border=False, emblem=dots))
    art.append(lid(c, 0, -h - 44, r * 0.9, 74, lid_tone, ridges=44))
    return Prop(group(*art), group(path(d, "#000", opacity=0.85), path(rect(-r * 0.9, -h - 44, r * 1.8, 90), "#000")), r * 0.9, 46)


def paste_pouch(c, h=640, w=450):
    y1 = -h
    window = ellipse(0, y1 + h * 0.715, 128, 118)
    inside = (
        path(rect(-150, y1 + h * 0.5, 300, 300), c.linear([(0, "#f8edcf"), (1, "#dcc894")], 0, 0, 1, 1))
        + noise(c, rect(-150, y1 + h * 0.5, 300, 300), "#fffbe8", 0.03, 0.03, 0.5, 5)
        + noise(c, rect(-150, y1 + h * 0.5, 300, 300), "#c0a468", 0.06, 0.06, 0.58, 6)
        + noise(c, rect(-150, y1 + h * 0.5, 300, 300), "#8f7038", 0.2, 0.2, 0.68, 9)
    )
    art, shape = pouch(
        c,
        0,
        y1,
        0,
        w,
        "#f0e7d3",
        "#4c5a2c",
        [("KIRANARA", 25, "bold", 0.225, "#a3231a"), ("Bumbu Dasar", 48, "bookman", 0.33), ("Putih", 82, "bookman", 0.465)],
        window=window,
        inside=inside,
        band=(0.13, 0.16, "#7d8f4a"),
    )
    return Prop(group(art, line(ellipse(0, y1 + h * 0.715, 128, 118), "#7d8f4a", 7)), shape, w * 0.47, 26)


TONES = ["#c98a3e", "#b5702b", "#dba45a", "#9c5a20", "#e3b873"]


def coconut_jar(c, h=500, r=200):
    prof = jar_profile(-h, 0, r, 0.88, 0.09)
    d = outline_path(0, prof)
    inner = outline_path(0, [(-h * 0.84, r * 0.94), (-h * 0.08, r * 0.95), (-4, r * 0.86)])
    goods = path(inner, "#a8682c") + shreds(c, (-r, -h * 0.9, 2 * r, h * 0.9), TONES, 560, 36, 4.4)
    nuts = "".join(
        move(
            path(ellipse(0, 0, 12, 8), "#e2b673") + line("M-9 0H9", "#9c6a30", 1.4),
            c.rnd.uniform(-r * 0.8, r * 0.8),
            c.rnd.uniform(-h * 0.8, -h * 0.05),
            c.rnd.uniform(0, 180),
        )
        for _ in range(20)
    )
    art = [
        path(d, "#f2e6d0", opacity=0.5),
        group(
            goods,
            nuts,
            path(inner, c.linear([(0, "#1b0a04", 0.45), (0.2, "#1b0a04", 0.03), (0.7, "#1b0a04", 0.1), (1, "#1b0a04", 0.5)])),
            clip_path=c.clip(inner),
        ),
        glass_shell(c, 0, prof),
    ]
    art.append(
        label(
            c,
            0,
            r * 1.004,
            -h * 0.62,
            -h * 0.18,
            "#f7efe0",
            "#5d3a1c",
            [("KIRANARA", 19, "bold", 0.22, "#a3231a"), ("Serundeng", 54, "bookman", 0.55), ("kelapa gurih", 36, "script", 0.8)],
            span=0.72,
        )
    )
    art.append(lid(c, 0, -h - 40, r * 0.9, 70, "#d8c08f"))
    art.append(string([(-r * 0.9, -h + 12), (-r * 0.4, -h + 46), (r * 0.4, -h + 46), (r * 0.9, -h + 12)], c, "#a3231a", 7))
    return Prop(group(*art), group(path(d, "#000", opacity=0.85), path(rect(-r * 0.9, -h - 40, r * 1.8, 90), "#000")), r * 0.9, 48)


def sambal_bowl(c, r=150, squid=0, tone="#3b3330"):
    back, front, d = bowl(c, 0, -r * 0.8, r, r * 0.8, tone)
    top = ellipse(0, -r * 0.8 + 3, r * 0.93, r * 0.93 * K)
    goods = sambal(c, top, (-r, -r * 1.2, 2 * r, r * 0.8), "#c8341a", 70, squid)
    return Prop(group(back, goods, front), d, r * 0.42, 14)


@picture(
    "produk/sambal-bawang/foto-1",
    "Botol sambal bawang Kiranara dengan cabai merah dan bawang merah di meja",
    "Jar of Kiranara shallot chilli relish with red chillies and shallots",
    family="chilli",
)
def bawang_front(p):
    c = p.studio(table="wood", form="disc", horizon=0.6, form_size=0.78)
    c.put(place(c, relish_jar(c), 480, 850, 1.3))
    for x, y, t, s in ((190, 880, 0, 0.9), (265, 925, 20, 0.8), (770, 900, -14, 0.85)):
        c.put(lying(c, shallot(c, 110), x, y, t, s, 0.95))
    c.put(
        lying(c, chilli(c, 250), 800, 945, -8, 1, 0.8),
        lying(c, chilli(c, 220, "#d8341c"), 855, 890, 16, 1, 0.8),
        lying(c, shallot(c, 100, True), 355, 945, 70, 1, 0.8),
    )
    return c


@picture(
    "produk/sambal-bawang/foto-2",
    "Sambal bawang dalam mangkuk kecil, tampak irisan bawang dan biji cabai",
    "Shallot relish in a small bowl showing sliced shallot and chilli seeds",
    family="chilli",
)
def bawang_bowl(p):
    c = p.flat(surface="wood", colour="#7a4a30")
    rim, inner = ellipse(500, 500, 370), ellipse(500, 500, 318)
    c.put(
        drop(c, rim, 20, 26, 20, 0.55),
        path(rim, c.linear([(0, "#6a5e58"), (1, "#26201e")], 0, 0, 1, 1)),
        path(ellipse(500, 500, 345), c.linear([(0, "#221c1a"), (1, "#5d524c")], 0, 0, 1, 1)),
    )
    c.put(
        group(
            sambal(c, inner, (180, 180, 640, 640), "#c8341a", 420), line(inner, "#1b0606", 40, opacity=0.5, filter=blur(c, 18, True)), clip_path=c.clip(inner)
        )
    )
    c.put(path(smooth([(330, 330), (420, 270), (520, 265), (420, 320)]), "#ffe2c8", opacity=0.5, filter=blur(c, 12, True)))
    for x, y, t, s in ((120, 860, 30, 320), (190, 925, 8, 300), (900, 140, 60, 300)):
        c.put(lying(c, chilli(c, s), x, y, t))
    c.put(lying(c, shallot(c, 150, True), 885, 850, 40), lying(c, shallot(c, 150), 110, 150, -30))
    return c


@picture(
    "produk/sambal-bawang/foto-3",
    "Tiga tingkat pedas sambal bawang: level 1, 3, dan 5 berjajar",
    "Three heat levels of the relish side by side: 1, 3 and 5",
    family="chilli",
)
def bawang_levels(p):
    c = p.studio(table="wood", form="arch", horizon=0.58, form_size=0.85)
    c.put(place(c, relish_jar(c, level=1, oil="#e0702a", ink="#c9641c", lid_tone="#c9641c"), 205, 830, 0.86))
    c.put(place(c, relish_jar(c, level=5, oil="#8f140c", ink="#6e0f0c", lid_tone="#23100f"), 800, 830, 0.86))
    c.put(place(c, relish_jar(c, level=3, lid_tone="#a3231a"), 500, 890, 0.94))
    return c


@picture(
    "produk/sambal-cumi-asin/foto-1",
    "Botol sambal cumi asin dengan cumi kering dan cabai di sampingnya",
    "Jar of salted squid chilli relish with dried squid and chillies",
    family="chilli",
)
def squid_front(p):
    c = p.studio(table="stone", form="arch", horizon=0.6)
    c.put(place(c, relish_jar(c, ("Sambal", "Cumi Asin"), "#e6eef0", "#1f4a5c", "#c8a24a", squid=16, level=0), 430, 850, 1.3))
    c.put(lying(c, salted_squid(c, 210), 770, 880, 70, 1, 0.75, 9), lying(c, salted_squid(c, 180), 860, 800, 110, 1, 0.7, 9))
    c.put(lying(c, chilli(c, 230), 190, 935, 6, 1, 0.8))
    return c


@picture(
    "produk/bumbu-dasar-putih/foto-1",
    "Kemasan bumbu dasar putih dengan bawang putih, bawang merah, dan kemiri",
    "Pouch of white base spice paste with garlic, shallots and candlenuts",
    family="food",
)
def paste_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.62, form_size=0.7)
    c.put(place(c, paste_pouch(c), 440, 870, 1.16))
    c.put(
        lying(c, garlic(c, 170), 780, 830, 6, 1, 0.95),
        lying(c, clove_of_garlic(c, 90), 690, 915, 20, 1, 0.8),
        lying(c, shallot(c, 110), 885, 890, -20, 1, 0.95),
    )
    for x, y in ((780, 935), (835, 925), (735, 950)):
        c.put(lying(c, candlenut(c, 54), x, y, 0, 1, 0.85))
    return c


@picture(
    "produk/serundeng-kelapa/foto-1",
    "Toples serundeng kelapa cokelat keemasan dengan tali merah di tutupnya",
    "Jar of golden toasted coconut with a red string at the lid",
    family="food",
)
def coconut_front(p):
    c = p.studio(table="linen", form="disc", horizon=0.6, form_size=0.76)
    c.put(place(c, coconut_jar(c), 450, 860, 1.3))
    heap_shape = smooth([(640, 905), (720, 850), (800, 835), (890, 870), (950, 920), (800, 950)])
    c.put(
        path(heap_shape, c.family.shadow, opacity=0.4, filter=blur(c, 10, True), transform="translate(10 8)"),
        path(heap_shape, "#a8682c"),
        group(shreds(c, (640, 830, 310, 125), TONES, 230, 34, 4), clip_path=c.clip(heap_shape)),
    )
    c.put(lying(c, lime_leaf(c, 150), 190, 925, -20, 1, 0.6))
    return c


@picture(
    "produk/serundeng-kelapa/foto-2",
    "Serundeng kelapa di mangkuk dengan kacang tanah, dilihat dari atas",
    "Toasted coconut with peanuts in a bowl, seen from above",
    family="food",
)
def coconut_bowl(p):
    c = p.flat(surface="linen", colour="#d9c49a")
    rim, inner = ellipse(500, 500, 370), ellipse(500, 500, 325)
    c.put(drop(c, rim, 20, 26, 20, 0.5), path(rim, c.linear([(0, "#f7f0e0"), (1, "#bcae92")], 0, 0, 1, 1)), path(inner, "#8f5522"))
    nuts = "".join(
        move(
            path(ellipse(0, 0, 24, 15), "#e2b673") + line("M-18 0H18", "#9c6a30", 2.4),
            500 + c.rnd.uniform(-240, 240),
            500 + c.rnd.uniform(-240, 240),
            c.rnd.uniform(0, 180),
        )
        for _ in range(26)
    )
    c.put(
        group(
            shreds(c, (170, 170, 660, 660), TONES, 1500, 62, 6.5),
            nuts,
            line(inner, "#1b0a04", 60, opacity=0.5, filter=blur(c, 26, True)),
            clip_path=c.clip(inner),
        )
    )
    c.put(lying(c, lime_leaf(c, 230), 130, 870, 30), lying(c, chilli(c, 260), 880, 120, 40))
    return c


@picture(
    "produk/sambal-cumi-asin/foto-2",
    "Sambal cumi asin di mangkuk dari atas, potongan cumi tampak jelas",
    "Salted squid relish in a bowl from above with pieces of squid",
    family="chilli",
)
def squid_bowl(p):
    c = p.flat(surface="stone", colour="#e8d9cc")
    rim, inner = ellipse(500, 500, 370), ellipse(500, 500, 318)
    c.put(
        drop(c, rim, 20, 26, 20, 0.5),
        path(rim, c.linear([(0, "#7fa0b0"), (1, "#2f4f60")], 0, 0, 1, 1)),
        path(ellipse(500, 500, 345), c.linear([(0, "#3a5a6a"), (1, "#8fb0be")], 0, 0, 1, 1)),
    )
    c.put(
        group(
            move(sambal(c, ellipse(0, 0, 320), (-320, -320, 640, 640), "#c8341a", 260, 90), 500, 500),
            line(inner, "#1b0606", 40, opacity=0.5, filter=blur(c, 18, True)),
            clip_path=c.clip(inner),
        )
    )
    c.put(lying(c, salted_squid(c, 230), 130, 850, -40, 1, 1, 10), lying(c, chilli(c, 300), 880, 130, 50), lying(c, lime_leaf(c, 200), 870, 870, -30))
    return c
