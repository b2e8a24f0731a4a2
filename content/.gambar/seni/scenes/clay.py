"""Gerabah Wenira: mug, long-neck vase, teapot set."""

import math

from ..catalogue import picture
from ..food import leaf
from ..geometry import K, ellipse, smooth
from ..light import blur, relief
from ..materials import glazed, noise
from ..palette import dark, light, mix
from ..plant import stem
from ..stage import Prop, lying, place
from ..svg import group, line, move, path
from ..vessel import mouth, mug, outline_path, saucer, streak, turned

MILK, MOSS, RAW = "#f0eadc", "#71805a", "#b98560"


def mug_prop(c, colour=MILK, drink=None, handle=1):
    body, shape = mug(c, 0, -520, 0, 235, colour, RAW, handle, drink)
    return Prop(body, shape, 205, 50)


def cup_prop(c, colour=MOSS, drink="#8a4f22"):
    profile = [(-150, 105), (-100, 108), (-40, 88), (-12, 60), (0, 56)]
    d = outline_path(0, profile)
    fill = path(ellipse(0, -138, 98, 98 * K), c.radial([(0, light(drink, 0.25)), (0.8, drink), (1, dark(drink, 0.4))]))
    art = turned(c, 0, profile, colour, 0.35, 0.42, paint_at=lambda y: RAW if y > -16 else colour)
    art += (
        group(glazed(c, d, colour), opacity=0.6)
        + streak(c, 0, profile, -0.7, -0.5, -130, -50, 0.6, 3)
        + mouth(c, 0, -150, 105, colour, light(colour, 0.5), 5, fill=fill)
    )
    return Prop(art, d, 58, 15)


def teapot_prop(c, colour=MOSS):
    profile = [(-300, 84), (-288, 118), (-262, 160), (-220, 197), (-170, 217), (-120, 217), (-75, 200), (-38, 168), (-10, 128), (0, 116)]
    d = outline_path(0, profile)
    spout = smooth([(-170, -150), (-250, -190), (-300, -292), (-338, -300), (-322, -262), (-292, -160), (-230, -84), (-165, -70)])
    handle = "M-92 -292C-120 -520 150 -520 108 -288"
    spout_art = path(spout, colour, filter=relief(c, 15, 24, 0.5, 24, 0.2)) + path(ellipse(-331, -291, 17, 9), dark(colour, 0.65))
    bamboo = line(handle, "#5c3818", 27) + line(handle, "#b98245", 21) + line(handle, "#ecc58a", 6, opacity=0.7, transform="translate(-5 -5)")
    for t in (0.12, 0.3, 0.5, 0.7, 0.88):
        x = (1 - t) ** 3 * -92 + 3 * (1 - t) ** 2 * t * -120 + 3 * (1 - t) * t * t * 150 + t**3 * 108
        y = (1 - t) ** 3 * -292 + 3 * (1 - t) ** 2 * t * -520 + 3 * (1 - t) * t * t * -520 + t**3 * -288
        bamboo += path(ellipse(x, y, 14.5, 8), "#6e451f", opacity=0.75)
    lugs = "".join(path(ellipse(x, -290, 24, 22), colour, filter=relief(c, 6, 9, 0.4, 20, 0.25)) for x in (-92, 106))
    art = spout_art + turned(c, 0, profile, colour, 0.34, 0.45, paint_at=lambda y: RAW if y > -26 else colour)
    art += group(glazed(c, d, colour), opacity=0.7)
    art += streak(c, 0, profile, -0.74, -0.52, -262, -90, 0.65, 6) + streak(c, 0, profile, -0.46, -0.4, -250, -140, 0.4, 4)
    lid = [(-330, 30), (-316, 66), (-300, 86)]
    knob = [(-372, 8), (-360, 25), (-344, 22), (-330, 14)]
    art += (
        path(ellipse(4, -296, 90, 22), "#1a0e0a", opacity=0.4, filter=blur(c, 5, True))
        + turned(c, 0, lid, colour, 0.4, 0.45)
        + turned(c, 0, knob, light(colour, 0.05), 0.45, 0.45)
        + lugs
    )
    return Prop(group(art, bamboo), group(path(d, "#000"), path(spout, "#000"), line(handle, "#000", 22)), 122, 30)


def vase_prop(c, colour="#c9b49a", band="#7f8f6a"):
    profile = [(-720, 62), (-704, 50), (-620, 36), (-480, 38), (-400, 60), (-310, 135), (-200, 186), (-110, 176), (-40, 124), (-10, 94), (0, 90)]
    d = outline_path(0, profile)

    def tone(y):
        wave = 14 * math.sin(y * 0.021)
        if y < -330 + wave:
            return mix(band, light(band, 0.25), max(0, min(1, (-y - 330) / 420)))
        return colour if y > -318 + wave else mix(colour, band, 0.5)

    art = turned(c, 0, profile, colour, 0.26, 0.45, paint_at=tone)
    art += noise(c, d, dark(colour, 0.4), 0.02, 0.16, 0.56, 1.6) + group(glazed(c, d, colour), opacity=0.55)
    rings = "".join(
        line(f"M{-r} {y}A{r} {r * K:.0f} 0 0 0 {r} {y}", "#4a2d1c", 1.8, opacity=0.18)
        for y, r in ((-280, 152), (-250, 168), (-220, 181), (-190, 186), (-160, 185), (-130, 180), (-100, 172))
    )
    art += rings + streak(c, 0, profile, -0.72, -0.5, -690, -430, 0.55, 3) + streak(c, 0, profile, -0.68, -0.44, -330, -90, 0.36, 9)
    art += mouth(c, 0, -720, 62, band, dark(band, 0.35), 7)
    return Prop(art, d, 95, 24)


def branch(c, x, y, length=330, lean=60):
    """Dry twig with leaves and two orchids for the vase."""
    out = [stem(c, [(x, y), (x + lean * 0.3, y - length * 0.5), (x + lean * 1.5, y - length)], 8, "#7c6a42")]
    for t, turn, s in ((0.35, -60, 70), (0.5, 60, 80), (0.68, -48, 76), (0.84, 58, 66), (0.97, 10, 60)):
        px, py = x + lean * (0.3 * t + 1.2 * t * t), y - length * t
        out.append(move(leaf(c, s, "#7e9560", 0.42), px, py, turn))
    return group(*out)


@picture(
    "produk/mug-glasir/foto-1",
    "Mug gerabah berglasir putih susu berisi kopi, dengan kaki tanah liat tanpa glasir",
    "Milk-white glazed stoneware mug of coffee with an unglazed clay foot",
    family="home",
)
def mug_front(p):
    c = p.studio(table="wood", horizon=0.66)
    c.put(place(c, mug_prop(c, MILK, "#6f4226"), 455, 880, 1.12))
    c.put(lying(c, leaf(c, 120, "#6d8a5a"), 830, 925, 100, 1, 0.5))
    return c


@picture(
    "produk/mug-glasir/foto-2",
    "Dari dekat: bibir mug dengan bintik besi pada glasir putih susu dan gagangnya",
    "Close-up of the mug's rim, handle and iron specks in the milk-white glaze",
    family="home",
)
def mug_close(p):
    c = p.studio(table="wood", horizon=0.8, form=None)
    c.put(place(c, mug_prop(c, MILK, "#6f4226"), 380, 1290, 2.05))
    return c


@picture(
    "produk/mug-glasir/foto-3",
    "Dua varian mug gerabah, putih susu dan hijau lumut, bersebelahan di atas meja kayu",
    "Two variants of the stoneware mug, milk white and moss green, side by side",
    family="home",
)
def mug_pair(p):
    c = p.studio(table="wood", form="disc", horizon=0.62)
    c.put(place(c, mug_prop(c, MOSS), 640, 800, 0.92))
    c.put(place(c, mug_prop(c, MILK, "#6f4226", -1), 345, 890, 0.92))
    return c


@picture(
    "produk/vas-bunga-panjang/foto-1",
    "Vas tanah liat berleher panjang dua warna dengan setangkai daun",
    "Two-tone long-neck clay vase holding a leafy twig",
    family="home",
    size="tall",
)
def vase_front(p):
    c = p.studio(horizon=0.76, table="stone", form_size=0.5)
    v = vase_prop(c)
    c.put(branch(c, 470, 300, 250, 60), place(c, v, 470, 1380, 1.52))
    return c


@picture(
    "produk/vas-bunga-panjang/foto-2",
    "Badan vas dari dekat: alur putaran tangan dan batas glasir hijau pada leher",
    "Close-up of the vase body: throwing rings and the edge of the green neck glaze",
    family="home",
)
def vase_close(p):
    c = p.studio(horizon=0.84, form=None, table="stone")
    c.put(place(c, vase_prop(c), 480, 1090, 2.2))
    return c


@picture(
    "produk/set-teko-teh/foto-1",
    "Teko gerabah hijau lumut bergagang bambu dengan empat cangkir berisi teh",
    "Moss-green stoneware teapot with bamboo handle and four cups of tea",
    family="home",
)
def tea_set(p):
    c = p.studio(table="wood", form="disc", horizon=0.56, form_size=0.75)
    c.put(place(c, cup_prop(c), 790, 690, 0.92), place(c, teapot_prop(c), 490, 770, 1.3))
    for x, y in ((180, 860), (810, 870), (500, 940)):
        c.put(place(c, cup_prop(c), x, y, 1.12))
    return c


@picture(
    "produk/set-teko-teh/foto-2",
    "Satu cangkir gerabah berisi teh di atas tatakan, teko tampak di belakang",
    "One stoneware cup of tea on a saucer with the teapot behind",
    family="home",
)
def tea_cup(p):
    c = p.studio(table="linen", horizon=0.6)
    c.put(place(c, teapot_prop(c), 640, 690, 0.98))
    c.put(place(c, Prop(saucer(c, 0, -20, 260, MILK), ellipse(0, -10, 250, 60), 240, 62), 380, 880, 1.05))
    c.put(place(c, cup_prop(c), 380, 870, 2.1, strength=0.2))
    return c
