"""Rajut Wiyana: sling bag, rabbit, baby hat, tablecloth."""

import math

from ..catalogue import picture
from ..geometry import K, ellipse, n, smooth
from ..light import blur, drop, relief
from ..palette import dark, light, vary
from ..stage import Prop, lying, place
from ..svg import group, line, move, path
from ..thread import ball, doily, fabric, hook, shells, stitch_v, yarn_ball


def rabbit_prop(c, fur="#e9d3c0", inner="#e3a6a0", bow_tone="#b5545f"):
    """Amigurumi rabbit sitting; foot at 0,0, about 720 tall."""
    art = []
    for side in (-1, 1):
        ear = ball(c, 0, -95, 46, 150, fur, 18, 0, 9)
        pad = group(path(ellipse(0, -92, 22, 100), inner), path(ellipse(0, -92, 22, 100), fabric(c, inner, 9)), opacity=0.9)
        art.append(f'<g transform="translate({side * 78} -560) rotate({side * 13})">{ear}{pad}</g>')
    legs = "".join(ball(c, side * 128, -62, 84, 62, fur, 11, 0, 18) for side in (-1, 1))
    body = ball(c, 0, -172, 152, 168, fur, 18, 0, 28)
    belly = group(path(ellipse(0, -150, 82, 100), light(fur, 0.45)), path(ellipse(0, -150, 82, 100), fabric(c, light(fur, 0.5), 14)), opacity=0.8)
    arms = "".join(ball(c, side * 150, -230, 44, 92, fur, 12, side * -24, 9) for side in (-1, 1))
    head = ball(c, 0, -455, 185, 165, fur, 19, 0, 32)
    face = ""
    for side in (-1, 1):
        face += (
            path(ellipse(side * 72, -452, 17, 20), "#241816")
            + path(ellipse(side * 72 - 6, -459, 6), "#ffffff")
            + path(ellipse(side * 112, -408, 32, 20), inner, opacity=0.55, filter=blur(c, 8, True))
        )
    face += path(smooth([(-17, -424), (0, -430), (17, -424), (0, -404)]), "#b5545f", filter=relief(c, 3, 5, 0.3, 16, 0.3))
    face += line("M0 -405V-390M0 -390Q-16 -372 -32 -384M0 -390Q16 -372 32 -384", "#6b3a35", 4)
    muffler = smooth([(-128, -318), (0, -286), (128, -318), (134, -292), (0, -254), (-134, -292)])
    knit = path(muffler, fabric(c, bow_tone, 15)) + path(muffler, c.linear([(0, "#fff6e4", 0.25), (0.5, "#fff6e4", 0), (1, "#140a18", 0.45)], 0, 0, 1, 0.5))
    tail = smooth([(50, -282), (98, -288), (112, -160), (58, -152)])
    knit += (
        path(tail, dark(bow_tone, 0.5), opacity=0.5, filter=blur(c, 6, True), transform="translate(6 8)")
        + path(tail, fabric(c, bow_tone, 15))
        + path(tail, c.linear([(0, "#fff6e4", 0.2), (1, "#140a18", 0.35)]))
    )
    knit += "".join(line(f"M{60 + k * 9} -153l{c.rnd.uniform(-3, 3):.1f} 24", bow_tone, 4) for k in range(6))
    shade = path(ellipse(0, -300, 130, 34), "#140a18", opacity=0.35, filter=blur(c, 14, True))
    shape = group(
        path(ellipse(0, -172, 152, 168), "#000"),
        path(ellipse(0, -455, 185, 165), "#000"),
        path(ellipse(-128, -62, 84, 62), "#000"),
        path(ellipse(128, -62, 84, 62), "#000"),
        *(f'<g transform="translate({s * 78} -560) rotate({s * 13})">{path(ellipse(0, -95, 46, 150), "#000")}</g>' for s in (-1, 1)),
    )
    return Prop(group(*art, body, belly, arms, legs, shade, head, face, knit), shape, 205, 30)


def hat_prop(c, r=230, tone="#8fb8c8", band="#f3ead8"):
    """Baby hat standing like a dome, with two small ears and a ribbed band."""
    art = []
    for side in (-1, 1):
        art.append(ball(c, side * r * 0.66, -r * 1.28, r * 0.27, r * 0.27, tone, 9, 0, 11))
        art.append(
            path(ellipse(side * r * 0.66, -r * 1.26, r * 0.15), "#f0c8bf", opacity=0.8)
            + path(ellipse(side * r * 0.66, -r * 1.26, r * 0.15), fabric(c, "#f0c8bf", 10), opacity=0.8)
        )
    stripes = [tone, tone, tone, tone, "#f6f0e2", tone, tone]
    dome_clip = c.clip(f"M{-r * 1.3} {-r * 3}H{r * 1.3}V{-r * 0.3}A{r} {r * K:.1f} 0 0 1 {-r * 1.3} {-r * 0.3}Z")
    dome = ball(c, 0, -r * 0.36, r, r * 1.12, tone, 22, 0, 34, lambda i: stripes[(i * 7 // 22) % 7])
    art.append(group(dome, clip_path=dome_clip))
    ribs = []
    y1, y2 = -r * 0.44, -r * 0.02
    count = 30
    for k in range(count):
        a = -math.pi / 2 + math.pi * (k + 0.5) / count
        x, w = r * 1.05 * math.sin(a), math.pi * r / count * max(0.2, math.cos(a))
        dip = r * K * math.cos(a)
        t = vary(c.rnd, band, 0.03)
        ribs.append(line(f"M{n(x)} {n(y1 + dip)}V{n(y2 + dip - r * K * 0.2)}", t, w * 0.9))
        for j in range(5):
            yy = y1 + dip + (y2 - y1) * (j + 0.5) / 5
            ribs.append(line(f"M{n(x - w * 0.3)} {n(yy)}L{n(x)} {n(yy + 7)}L{n(x + w * 0.3)} {n(yy)}", dark(band, 0.22), 1.8, opacity=0.7))
    band_shape = f"M{-r * 1.05} {y1}A{r} {r * K:.1f} 0 0 0 {r * 1.05} {y1}V{y2}A{r} {r * K:.1f} 0 0 1 {-r * 1.05} {y2}Z"
    art.append(path(band_shape, dark(band, 0.4)) + group(*ribs, filter=relief(c, 2.5, 4, 0, 12, 0.35, margin=3)))
    art.append(path(band_shape, c.linear([(0, "#1a0c14", 0.4), (0.25, "#fff6e4", 0.3), (0.5, "#fff6e4", 0), (1, "#1a0c14", 0.5)])))
    shape = group(path(ellipse(0, -r * 0.36, r, r * 1.12), "#000"), path(band_shape, "#000"))
    return Prop(group(*art), shape, r * 1.03, r * K)


def sling_bag(c, tone="#c06a4a"):
    """Crochet bag with flap, wooden button and long strap; foot at 0,0."""
    w, h = 520, 400
    d = smooth(
        [(-w * 0.44, -h), (w * 0.44, -h), (w * 0.5, -h * 0.6), (w * 0.5, -60), (w * 0.4, -4), (0, 6), (-w * 0.4, -4), (-w * 0.5, -60), (-w * 0.5, -h * 0.6)],
        True,
        0.7,
    )
    strap = smooth(
        [(-w * 0.42, -h * 0.92), (-w * 0.4, -h * 1.35), (-w * 0.1, -h * 1.75), (w * 0.24, -h * 1.66), (w * 0.44, -h * 1.3), (w * 0.42, -h * 0.92)], False
    )
    rope = line(strap, dark(tone, 0.5), 34) + line(strap, tone, 29)
    from ..geometry import along

    pts = along([(-w * 0.42, -h * 0.92), (-w * 0.4, -h * 1.35), (-w * 0.1, -h * 1.75), (w * 0.24, -h * 1.66), (w * 0.44, -h * 1.3), (w * 0.42, -h * 0.92)], 70)
    rope += group(
        *(move(stitch_v(26, 26, light(tone, 0.2), dark(tone, 0.08)), x, y, math.degrees(a) - 90) for x, y, a in pts),
        filter=relief(c, 1.5, 2.2, 0, 12, 0.4, margin=3),
    )
    body = (
        path(d, shells(c, tone, 74))
        + path(d, c.linear([(0, "#1a0c14", 0.35), (0.15, "#fff6e4", 0.25), (0.4, "#fff6e4", 0), (0.8, "#1a0c14", 0.2), (1, "#1a0c14", 0.55)]))
        + path(d, c.linear([(0, "#fff6e4", 0.1), (0.6, "#1a0c14", 0), (1, "#1a0c14", 0.45)], 0, 0, 0, 1))
    )
    flap = smooth(
        [
            (-w * 0.47, -h * 1.0),
            (0, -h * 1.04),
            (w * 0.47, -h * 1.0),
            (w * 0.5, -h * 0.7),
            (w * 0.3, -h * 0.42),
            (0, -h * 0.34),
            (-w * 0.3, -h * 0.42),
            (-w * 0.5, -h * 0.7),
        ],
        True,
        0.8,
    )
    cover = (
        path(flap, "#1a0c14", opacity=0.5, filter=blur(c, 10, True), transform="translate(6 14)")
        + path(flap, fabric(c, "#e9d7b8", 21))
        + path(flap, c.linear([(0, "#fff6e4", 0.25), (0.5, "#fff6e4", 0), (1, "#1a0c14", 0.4)], 0, 0, 1, 0.6))
    )
    edge = along([(-w * 0.5, -h * 0.7), (-w * 0.3, -h * 0.42), (0, -h * 0.34), (w * 0.3, -h * 0.42), (w * 0.5, -h * 0.7)], 26)
    scallop = "".join(path(ellipse(x, y + 4, 14, 13), tone) for x, y, _ in edge)
    cover += group(scallop, filter=relief(c, 4, 6, 0, 12, 0.35, margin=5))
    button = (
        path(ellipse(4, -h * 0.45 + 6, 34), "#1a0c14", opacity=0.5, filter=blur(c, 5, True))
        + path(ellipse(0, -h * 0.45, 33), c.radial([(0, "#d9a56a"), (1, "#7d4e28")], 0.35, 0.3, 0.8))
        + line(ellipse(0, -h * 0.45, 24), "#6b3f1e", 3, opacity=0.6)
        + "".join(path(ellipse(dx * 8, -h * 0.45 + dy * 8, 4.4), "#4a2a14") for dx in (-1, 1) for dy in (-1, 1))
    )
    shape = group(path(d, "#000"), line(strap, "#000", 30))
    return Prop(group(rope, body, cover, button), shape, w * 0.46, 26)


@picture(
    "produk/tas-rajut-selempang/foto-1",
    "Tas rajut selempang warna bata dengan tutup krem dan kancing kayu",
    "Brick-red crochet sling bag with a cream flap and a wooden button",
    family="fashion",
)
def sling_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.66, form_size=0.78)
    c.put(place(c, sling_bag(c), 490, 890, 1.2, length=0.6))
    return c


@picture(
    "produk/tas-rajut-selempang/foto-2",
    "Dari dekat: tusuk rajut kipas pada badan tas dan kancing kayu",
    "Close-up of fan stitches on the bag and its wooden button",
    family="fashion",
)
def sling_close(p):
    c = p.studio(table="wood", form=None, horizon=0.98)
    c.put(place(c, sling_bag(c), 470, 1130, 2.5))
    return c


@picture(
    "produk/boneka-rajut-kelinci/foto-1",
    "Boneka rajut kelinci krem bersyal merah duduk di meja",
    "Cream crochet rabbit with a red scarf sitting on a table",
    family="toy",
    size="portrait",
)
def rabbit_front(p):
    c = p.studio(table="wood", form="disc", horizon=0.68, form_size=0.74)
    c.put(place(c, rabbit_prop(c), 500, 1140, 1.26, length=0.5))
    return c


@picture(
    "produk/boneka-rajut-kelinci/foto-2",
    "Dua boneka kelinci rajut warna krem dan abu-abu dengan gulungan benang",
    "Two crochet rabbits in cream and grey with balls of yarn",
    family="toy",
)
def rabbit_pair(p):
    c = p.studio(table="linen", form="arch", horizon=0.64, form_size=0.85)
    c.put(place(c, rabbit_prop(c, "#b9b7c0", "#d9a6ac", "#4f8296"), 680, 830, 0.88), place(c, rabbit_prop(c), 320, 860, 0.9))
    for x, y, t, s in ((540, 930, "#b5545f", 140), (860, 925, "#4f8296", 120)):
        c.put(path(ellipse(x + 12, y + s * 0.36, s * 0.5, 16), c.family.shadow, opacity=0.5, filter=blur(c, 8, True)), move(yarn_ball(c, s, t), x, y - 14))
    return c


@picture(
    "produk/topi-bayi-rajut/foto-1",
    "Topi bayi rajut biru muda bergaris krem dengan dua telinga kecil",
    "Light-blue crochet baby hat with a cream stripe and two small ears",
    family="toy",
)
def hat_front(p):
    c = p.studio(table="linen", form="disc", horizon=0.64, form_size=0.8)
    c.put(place(c, hat_prop(c, 250), 470, 830, 1.12))
    x, y, s = 850, 850, 150
    c.put(path(ellipse(x + 12, y + s * 0.44, s * 0.5, 18), c.family.shadow, opacity=0.5, filter=blur(c, 8, True)), move(yarn_ball(c, s, "#8fb8c8"), x, y))
    c.put(lying(c, hook(200, c), 620, 935, -8, 1, 0.8))
    return c


@picture(
    "produk/taplak-meja-rajut/foto-1",
    "Taplak rajut putih bundar di atas meja kayu gelap dilihat dari atas",
    "Round white crochet tablecloth on a dark wooden table seen from above",
    family="craft",
)
def doily_top(p):
    c = p.flat(surface="wood", colour="#5f3d2a")
    lace = doily(c, 500, 500, 440, "#fbf6ea", 7, 16)
    c.put(drop(c, lace, 6, 9, 4, 0.6), group(lace, filter=relief(c, 1.4, 2.4, 0, 12, 0.4, margin=2)))
    return c


@picture(
    "produk/taplak-meja-rajut/foto-2",
    "Taplak rajut di meja kecil dengan vas dan cangkir di atasnya",
    "The crochet tablecloth on a small table with a vase and a cup",
    family="craft",
)
def doily_use(p):
    c = p.studio(table="wood", form="arch", horizon=0.5)
    lace = group(doily(c, 0, 0, 430, "#fbf6ea", 7, 16), transform="translate(500 760) scale(1.08 0.46)")
    c.put(drop(c, lace, 4, 8, 4, 0.6), group(lace, filter=relief(c, 1.4, 2.4, 0, 12, 0.4, margin=2)))
    from .clay import MOSS, cup_prop, vase_prop

    c.put(place(c, vase_prop(c), 420, 770, 0.82), place(c, cup_prop(c, MOSS), 640, 820, 0.86))
    return c


@picture(
    "produk/taplak-meja-rajut/foto-3",
    "Dari dekat: pola bunga dan kipas rajutan benang katun putih",
    "Close-up of flower and fan patterns in white cotton crochet",
    family="craft",
    kind="webp",
)
def doily_close(p):
    c = p.flat(surface="wood", colour="#5f3d2a")
    lace = doily(c, 330, 320, 960, "#fbf6ea", 7, 16)
    c.put(drop(c, lace, 10, 14, 7, 0.6), group(lace, filter=relief(c, 2.6, 4.5, 0, 12, 0.4, margin=2)))
    return c


@picture(
    "produk/topi-bayi-rajut/foto-2",
    "Tiga topi bayi rajut warna biru, merah muda, dan kuning berjajar",
    "Three crochet baby hats in blue, pink and yellow in a row",
    family="toy",
)
def hat_row(p):
    c = p.studio(table="wood", form="arch", horizon=0.62, form_size=0.85)
    c.put(
        place(c, hat_prop(c, 180, "#e3a6b0"), 230, 770, 0.92), place(c, hat_prop(c, 180, "#e8c46a"), 770, 780, 0.92), place(c, hat_prop(c, 190), 500, 890, 1.0)
    )
    return c
