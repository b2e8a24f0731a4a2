"""Kebun Puspavani: orchids, seedlings in flask, planting medium."""

import math

from ..catalogue import picture
from ..geometry import K, along, ellipse, n, rect, smooth
from ..light import blur, drop
from ..materials import noise, wood
from ..pack import pouch
from ..palette import mix
from ..plant import bud, clay_pot, dendrobium, husk, moth_orchid, stem, strap_leaf, vanda
from ..stage import Prop, lying, place
from ..svg import group, line, move, path
from ..vessel import glass_shell, lid, outline_path


def moth_prop(c, flowers=5, petal="#fdfaf3", pot="#b9653f", ceramic=None):
    """Phalaenopsis with arching spray; foot at 0,0; about 900 tall."""
    body, d = clay_pot(c, 0, -230, 0, 135, ceramic or pot)
    top = -230
    medium = husk(c, 0, top + 4, 112, 24, 40, 22)
    leaves = [
        strap_leaf(c, [(0, top - 4), (-90, top - 80), (-210, top - 90), (-300, top - 20)], 86),
        strap_leaf(c, [(10, top - 4), (110, top - 90), (220, top - 80), (300, top + 10)], 84),
        strap_leaf(c, [(-6, top), (-70, top - 30), (-160, top - 6), (-220, top + 64)], 80, "#5a8a48"),
        strap_leaf(c, [(6, top), (60, top - 46), (150, top - 20), (200, top + 56)], 78, "#5a8a48"),
    ]
    spray = [(0, top - 10), (-26, top - 210), (-6, top - 420), (90, top - 580), (220, top - 640), (330, top - 610)]
    pts = along(spray, 60)
    art = [leaves[0], leaves[1], line(f"M8 {top}V{top - 380}", "#9a7a4a", 6), stem(c, spray, 11)]
    spots = [(25, 0, 150), (31, 1, 158), (37, 0, 158), (43, 1, 148), (49, 0, 132)][:flowers]
    heads = []
    for index, side, size in spots:
        x, y, a = pts[index]
        dx, dy = (-46, 26) if side else (44, 52)
        heads.append((x, y, x + dx, y + dy, size))
    for x, y, fx, fy, _ in heads:
        art.append(line(f"M{n(x)} {n(y)}Q{n((x + fx) / 2)} {n(y + 2)} {n(fx)} {n(fy)}", "#7f9a52", 5))
    for k, (index, size) in enumerate(((53, 46), (56, 38), (59, 30))):
        x, y, a = pts[index]
        art.append(move(bud(c, size, "#d9dfae"), x, y + 8, 150 - k * 16))
    for _, _, fx, fy, size in heads:
        art.append(group(move(path(ellipse(0, 0, size * 0.5, size * 0.42), "#1e2a1a", opacity=0.3, filter=blur(c, 9, True)), fx + 10, fy + 14)))
        art.append(move(moth_orchid(c, size, petal), fx, fy, c.rnd.uniform(-12, 12)))
    front = group(body, medium, leaves[2], leaves[3])
    shape = group(
        path(d, "#000"),
        *(line(smooth(pts_, False), "#000", 60) for pts_ in ([(0, top), (-210, top - 90), (-300, top - 20)], [(0, top), (220, top - 80), (300, top)])),
        line(smooth(spray, False), "#000", 14),
        *(path(ellipse(fx, fy, size * 0.5), "#000") for _, _, fx, fy, size in heads),
    )
    return Prop(group(art[0], art[1], body, medium, *art[2:], leaves[2], leaves[3]) if front else "", shape, 85, 20)


def dendro_prop(c, petal="#b54a9c"):
    """Dendrobium canes with flower sprays in a clay pot."""
    body, d = clay_pot(c, 0, -270, 0, 165, "#b05c38")
    top = -270
    art = [body, husk(c, 0, top + 4, 138, 30, 50, 24)]
    canes = [[(-40, top), (-70, top - 150), (-90, top - 300)], [(0, top), (0, top - 190), (14, top - 380)], [(44, top), (84, top - 140), (110, top - 270)]]
    for cane in canes:
        art.append(stem(c, cane, 24, "#8a9a52"))
        for x, y, _a in along(cane, 6)[1:]:
            art.append(line(f"M{n(x - 13)} {n(y)}H{n(x + 13)}", "#5f6d34", 3, opacity=0.6))
        for k, (x, y, _a) in enumerate(along(cane, 8)[3:]):
            side = -1 if k % 2 else 1
            art.append(strap_leaf(c, [(x, y), (x + side * 60, y - 50), (x + side * 130, y - 50 + k * 6)], 40, "#5c8a44"))
    heads = []
    for cane, length, lean, count in ((canes[0], 250, -120, 5), (canes[1], 290, 30, 6), (canes[2], 230, 150, 5)):
        x0, y0 = cane[-1]
        spray = [(x0, y0), (x0 + lean * 0.4, y0 - length * 0.6), (x0 + lean, y0 - length)]
        art.append(stem(c, spray, 7, "#7f8f4a"))
        pts = along(spray, count * 2)
        for k in range(count):
            x, y, a = pts[k * 2 + 1]
            heads.append((x + (34 if k % 2 else -34), y + 8, 118 - k * 6))
        x, y, a = pts[-1]
        art.append(move(bud(c, 40, mix(petal, "#b9c07a", 0.5)), x, y, lean * 0.2))
    for x, y, size in sorted(heads, key=lambda h: -h[1]):
        art.append(path(ellipse(x + 8, y + 12, size * 0.42), "#1e1a2a", opacity=0.28, filter=blur(c, 8, True)))
        art.append(move(dendrobium(c, size, petal), x, y, c.rnd.uniform(-18, 18)))
    shape = group(path(d, "#000"), *(line(smooth(cane, False), "#000", 60) for cane in canes), *(path(ellipse(x, y, s * 0.48), "#000") for x, y, s in heads))
    return Prop(group(*art), shape, 104, 24)


def plantlet(c, size, tone="#6fa04a"):
    """Tiny vanda seedling, root point at 0,0: strap leaves in two ranks from one short stem, thick pale roots."""
    out = []
    roots = ""
    for _ in range(5):
        dx = c.rnd.uniform(-0.2, 0.2) * size
        d = smooth([(0, -size * 0.04), (dx * 0.5, size * 0.12), (dx, size * c.rnd.uniform(0.24, 0.36))], False)
        roots += line(d, "#a9b88f", size * 0.04) + line(d, "#eef2df", size * 0.026)
    for level in (0, 1, 2):
        for side in (-1, 1):
            t = vary_green(c, tone)
            base = (side * size * 0.015, -size * (0.04 + 0.1 * level))
            reach, rise = size * (0.46 - 0.1 * level) * c.rnd.uniform(0.9, 1.1), size * (0.34 + 0.2 * level)
            tip = (side * reach, base[1] - rise * 0.72)
            mid = (side * reach * 0.42, base[1] - rise * 0.78)
            out.append(strap_leaf(c, [base, mid, tip], size * 0.085, t))
    return group(roots, *out)


def vary_green(c, tone):
    return mix(tone, c.rnd.choice(["#8fb85a", "#4f8038", "#a5c46a"]), c.rnd.uniform(0, 0.5))


def flask_prop(c, r=200, h=480):
    """Glass culture bottle with agar and seedlings, closed with a rubber stopper."""
    prof = [(-h, 78), (-h + 60, 78), (-h + 110, 120), (-h + 190, r * 0.96), (-h * 0.35, r), (-40, r * 0.99), (-10, r * 0.93), (0, r * 0.84)]
    d = outline_path(0, prof)
    agar = outline_path(0, [(-130, r * 0.965), (-40, r * 0.96), (-10, r * 0.9), (-3, r * 0.82)])
    art = [path(d, "#eef5ec", opacity=0.5), path(agar, c.linear([(0, "#5b4636"), (1, "#2c2019")], 0, 0, 0, 1)), noise(c, agar, "#8a6f58", 0.03, 0.03, 0.56, 3)]
    top = ellipse(0, -130, r * 0.965, r * 0.965 * K)
    art.append(path(top, c.linear([(0, "#7a604c"), (1, "#4c392c")])))
    plants = []
    for _ in range(24):
        a, dd = c.rnd.uniform(0, 6.28), math.sqrt(c.rnd.uniform(0, 1))
        plants.append((-130 + math.sin(a) * dd * r * 0.8 * K, math.cos(a) * dd * r * 0.76))
    for y, x in sorted(plants):
        art.append(move(plantlet(c, c.rnd.uniform(84, 150)), x, y, c.rnd.uniform(-12, 12)))
    clip = c.clip(d)
    fog = "".join(
        path(ellipse(c.rnd.uniform(-r * 0.8, r * 0.8), -h + c.rnd.uniform(120, 260), c.rnd.uniform(1.5, 4)), "#ffffff", opacity=0.6) for _ in range(60)
    )
    inner = group(*art, fog, clip_path=clip)
    stopper = lid(c, 0, -h - 62, 66, 90, "#b5532f")
    sticker = rect(-62, -96, 124, 62, 5)
    from ..letter import outline

    lab = (
        path(sticker, "#fbf6ea", opacity=0.95)
        + path(outline("VANDA", 0, -58, 28, "bold", 1), "#5b3f8a")
        + path(outline("25 bibit", 0, -41, 15, "italic"), "#4a5a34")
    )
    return Prop(
        group(inner, glass_shell(c, 0, prof, "#e6f2ea"), stopper, move(lab, 0, 30)),
        group(path(d, "#000", opacity=0.7), path(rect(-66, -h - 62, 132, 90), "#000")),
        r * 0.86,
        46,
    )


def medium_bag(c, h=600, w=460):
    y1 = -h
    window = rect(-160, y1 + h * 0.46, 320, h * 0.44, 20)
    inside = path(rect(-170, y1 + h * 0.4, 340, 380), "#5f3d24") + husk(c, 0, y1 + h * 0.7, 180, 170, 170, 44)
    art, shape = pouch(
        c,
        0,
        y1,
        0,
        w,
        "#dfe6cf",
        "#2f4a2a",
        [("PUSPAVANI", 28, "bold", 0.22, "#b5506f"), ("Media Anggrek", 46, "bookman", 0.33), ("sabut kelapa 1 kg", 36, "script", 0.405, "#5c7a3c")],
        window=window,
        inside=inside,
        zipper=False,
        band=(0.115, 0.145, "#7f9672"),
    )
    return Prop(art, shape, w * 0.47, 26)


def half_husk(c, r=150):
    """Half coconut husk, open side up, on 0,0."""
    d = outline_path(0, [(-r * 0.7, r), (-r * 0.4, r * 0.96), (-r * 0.1, r * 0.6), (0, r * 0.4)])
    fibres = "".join(
        line(
            smooth([(c.rnd.uniform(-r, r), -r * 0.7 + c.rnd.uniform(0, 20)), (c.rnd.uniform(-r, r) * 0.8, -r * 0.3), (c.rnd.uniform(-r, r) * 0.4, 0)], False),
            c.rnd.choice(["#b98750", "#8a5a34", "#6d4426", "#cfa069"]),
            2.4,
            opacity=0.8,
        )
        for _ in range(120)
    )
    rim = ellipse(0, -r * 0.7, r, r * K)
    return Prop(
        group(
            path(d, "#8a5a34"),
            group(fibres, clip_path=c.clip(d)),
            path(d, c.linear([(0, "#1b0e06", 0.4), (0.25, "#fff3d0", 0.2), (1, "#1b0e06", 0.55)])),
            path(rim, "#a06d3f"),
            path(ellipse(0, -r * 0.7, r * 0.74, r * 0.74 * K), c.linear([(0, "#2c1a0c"), (1, "#7a4e2c")])),
            husk(c, 0, -r * 0.7, r * 0.86, r * 0.86 * K, 26, 20),
        ),
        d,
        r * 0.5,
        14,
    )


@picture(
    "produk/anggrek-bulan-putih/foto-1",
    "Anggrek bulan putih berbunga lima dengan kuncup di pot tanah liat",
    "White moth orchid with five flowers and buds in a clay pot",
    family="plant",
    size="portrait",
)
def moth_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.76, form_size=0.7)
    c.put(place(c, moth_prop(c), 430, 1150, 1.14, length=0.5))
    return c


@picture(
    "produk/anggrek-bulan-putih/foto-2",
    "Dari dekat: bunga anggrek bulan putih dengan bibir kuning dan ungu",
    "Close-up of white moth orchid flowers with yellow and purple lips",
    family="plant",
)
def moth_close(p):
    c = p.studio(table="paper", form=None, horizon=1.05)
    c.put(stem(c, [(-40, 860), (250, 560), (560, 330), (1040, 190)], 22))
    for x, y, s, t in ((880, 250, 300, 14), (300, 700, 520, -10), (620, 400, 560, 8)):
        c.put(path(ellipse(x + 26, y + 36, s * 0.46), c.family.shadow, opacity=0.35, filter=blur(c, 24, True)), move(moth_orchid(c, s), x, y, t))
    return c


@picture(
    "produk/anggrek-bulan-putih/foto-3",
    "Tiga pot anggrek bulan putih siap berbunga berjajar di meja kayu",
    "Three white moth orchids in a row on a wooden table",
    family="plant",
    size="cover",
    special={"camera": True},
)
def moth_row(p):
    c = p.studio(table="wood", form=None, horizon=0.78, gobo="window")
    for x, k in ((300, 3), (760, 5), (1180, 4)):
        c.put(place(c, moth_prop(c, k), x, 900, 0.86, length=0.5))
    return c


@picture(
    "produk/bibit-vanda-botolan/foto-1",
    "Botol kaca berisi bibit anggrek vanda hijau di media agar, bersumbat merah",
    "Glass flask of green vanda seedlings on agar with a red stopper",
    family="plant",
)
def flask_front(p):
    c = p.studio(table="stone", form="disc", horizon=0.62, form_size=0.78)
    c.put(place(c, flask_prop(c), 470, 860, 1.38))
    c.put(lying(c, vanda(c, 170), 815, 880, 12, 1, 0.7, 10))
    return c


@picture(
    "produk/bibit-vanda-botolan/foto-2",
    "Bibit vanda yang sudah dikeluarkan dari botol berjajar di papan, akar tampak",
    "Vanda seedlings out of the flask lined up on a board, roots showing",
    family="plant",
)
def flask_plants(p):
    c = p.flat(surface="stone")
    board = rect(110, 150, 780, 700, 26)
    c.put(drop(c, board, 16, 22, 16, 0.45), wood(c, board, (110, 150, 780, 700), "#d8b384"))
    for j in range(2):
        for i in range(4):
            c.put(lying(c, plantlet(c, c.rnd.uniform(190, 230)), 210 + i * 194, 440 + j * 320, c.rnd.uniform(-14, 14), 1, 1, 9))
    return c


@picture(
    "produk/dendrobium-pot/foto-1",
    "Anggrek dendrobium ungu berbunga lebat di pot tanah liat",
    "Purple dendrobium orchid in full flower in a clay pot",
    family="plant",
    size="portrait",
)
def dendro_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.76, form_size=0.74)
    c.put(place(c, dendro_prop(c), 490, 1150, 1.12, length=0.5))
    return c


@picture(
    "produk/dendrobium-pot/foto-2",
    "Dari dekat: bunga dendrobium ungu bertepi putih",
    "Close-up of purple dendrobium flowers with pale centres",
    family="plant",
    special={"gps": (-5.85, 106.45)},
)
def dendro_close(p):
    c = p.studio(table="paper", form=None, horizon=1.05)
    c.put(stem(c, [(180, 1040), (420, 640), (760, 120)], 18, "#7f8f4a"))
    for x, y, s, t in ((720, 220, 330, 30), (800, 480, 360, 60), (310, 420, 420, -20), (640, 760, 400, 24), (250, 820, 380, -30), (520, 540, 460, 4)):
        c.put(path(ellipse(x + 20, y + 30, s * 0.42), c.family.shadow, opacity=0.35, filter=blur(c, 20, True)), move(dendrobium(c, s), x, y, t))
    return c


@picture(
    "produk/media-tanam-anggrek/foto-1",
    "Kantong media tanam anggrek dengan jendela bening, cacahan sabut kelapa di depan",
    "Bag of orchid medium with a clear window and coconut-husk chips in front",
    family="plant",
)
def medium_front(p):
    c = p.studio(table="wood", form="disc", horizon=0.62, form_size=0.78)
    c.put(place(c, medium_bag(c), 430, 860, 1.22))
    c.put(place(c, half_husk(c, 130), 800, 900, 1.0))
    c.put(husk(c, 640, 930, 120, 20, 26, 34))
    return c
