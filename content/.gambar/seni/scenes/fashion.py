"""Busana Sarweni: gamis, square scarf, travel prayer set, tunic."""

from ..catalogue import picture
from ..cloth import dress, folded_stack, folds, hanger, hanging, rod, stitch
from ..geometry import ellipse, n, rect, smooth
from ..light import blur, drop
from ..materials import bevel, weave
from ..pack import tag
from ..palette import dark, light
from ..pattern import leaf_sprig, orchid
from ..stage import Prop, place
from ..svg import group, line, move, path


def sprigged(c, ground, ink, matrix="", scale=1.0):
    """Small scattered flowers on cotton."""
    parts = [path("M0 0H90V90H0Z", ground)]
    for x, y, t in ((22, 26, 20), (67, 70, -30)):
        parts.append(move(leaf_sprig(dark(ink, 0.05), 5, 40), x, y, t, 0.55) + move(orchid(ink, ink, light(ink, 0.5), ink, None, False), x, y, t, 0.16))
    for x, y in ((67, 22), (22, 70), (45, 46)):
        parts.append(path(ellipse(x, y, 1.8), ink))
    return c.tile(90, 90, "".join(parts), f"{matrix} scale({scale})")


def gamis_art(c, w=420, h=880, tone="#b5776f"):
    paint = sprigged(c, tone, light(tone, 0.55), "", 0.62)
    return dress(
        c,
        0,
        0,
        w,
        h,
        paint,
        sprigged(c, tone, light(tone, 0.55), "rotate(18)", 0.62),
        sprigged(c, dark(tone, 0.06), light(tone, 0.5), "rotate(-18)", 0.62),
        dark(tone, 0.3),
        1.0,
        "straight",
        dark(tone, 0.3),
        6,
    )


def tunic_art(c, w=470, h=640, tone="#cdbd9f"):
    linen = weave(c, tone, 3.2, 0.1)
    return dress(
        c,
        0,
        0,
        w,
        h,
        linen,
        weave(c, tone, 3.2, 0.1, "rotate(12)"),
        weave(c, dark(tone, 0.05), 3.2, 0.1, "rotate(-12)"),
        dark(tone, 0.18),
        0.86,
        "balloon",
        None,
        4,
        False,
    )


def hang(c, art, shape, x, y, half, scale=1.0):
    """Garment on a wooden hanger against the wall, with its shadow."""
    tr = f"translate({n(x)} {n(y)}) scale({scale})"
    return group(group(drop(c, shape, 28, 34, 24, 0.5), transform=tr), group(hanger(c, 0, 0, half), transform=tr), group(art, transform=tr))


def scarf_stack(c, w=520, tones=("#c98f86", "#8b6a86", "#6d8a86", "#d9b98a", "#a34e52")):
    paints = [weave(c, t, 2.4, 0.06) for t in tones]
    art, shape = folded_stack(c, -w / 2, 0, w, paints, 58, 110)
    return Prop(art, shape, w / 2, 20)


def pouch_bag(c, w=300, h=210, tone="#6e7f9a"):
    """Zipped travel pouch standing on 0,0."""
    d = smooth(
        [
            (-w / 2, -h * 0.86),
            (-w * 0.4, -h),
            (w * 0.4, -h),
            (w / 2, -h * 0.86),
            (w * 0.52, -h * 0.3),
            (w * 0.48, -10),
            (0, 4),
            (-w * 0.48, -10),
            (-w * 0.52, -h * 0.3),
        ],
        True,
        0.6,
    )
    art = path(d, sprigged(c, tone, "#e9dff0", "", 0.5)) + folds(c, d, -w / 2, w, -h, 0, 4, 0.22)
    art += path(d, c.linear([(0, "#fff6e4", 0.3), (0.4, "#fff6e4", 0), (1, "#140a18", 0.45)], 0, 0, 1, 0.7))
    art += line(f"M{-w * 0.44} {-h * 0.84}Q0 {-h * 0.78} {w * 0.44} {-h * 0.84}", "#3a3550", 9) + line(
        f"M{-w * 0.44} {-h * 0.84}Q0 {-h * 0.78} {w * 0.44} {-h * 0.84}", "#e0c27a", 5, stroke_dasharray="3 3"
    )
    art += path(rect(w * 0.3, -h * 0.8, 12, 40, 5), "#e0c27a") + bevel(c, d, 2)
    return Prop(art, d, w * 0.48, 18)


def lace_hem(x, y, w, tone):
    """Row of lace scallops."""
    out = []
    count = int(w / 26)
    for k in range(count):
        px = x + w * (k + 0.5) / count
        out.append(
            path(ellipse(px, y, w / count / 2, 15), tone)
            + path(ellipse(px, y + 3, 5, 6), "#b9a9b5", opacity=0.6)
            + path(ellipse(px - 7, y - 3, 2.4), "#b9a9b5", opacity=0.6)
            + path(ellipse(px + 7, y - 3, 2.4), "#b9a9b5", opacity=0.6)
        )
    return group(*out)


@picture(
    "produk/gamis-katun-harian/foto-1",
    "Gamis katun panjang warna mawar tua bermotif bunga kecil di gantungan kayu",
    "Long rose-clay cotton gamis with small flowers on a wooden hanger",
    family="fashion",
    size="tall",
)
def gamis_front(p):
    c = p.studio(table="wood", horizon=0.93, form="arch", form_size=0.5)
    art, shape = gamis_art(c, 560, 1130)
    c.put(rod(c, 84, -40, 1040, thick=20), hang(c, art, shape, 500, 222, 190))
    return c


@picture(
    "produk/gamis-katun-harian/foto-2",
    "Dari dekat: motif bunga kecil, kancing, dan jahitan kerah gamis",
    "Close-up of the gamis: small flowers, buttons and collar stitching",
    family="fashion",
)
def gamis_close(p):
    c = p.studio(table="wood", horizon=0.99, form=None)
    art, shape = gamis_art(c, 1500, 3050)
    c.put(hang(c, art, shape, 470, 190, 490))
    return c


@picture(
    "produk/gamis-katun-harian/foto-3",
    "Tiga gamis katun dengan warna berbeda berjajar di galah",
    "Three cotton gamis in different colours side by side on a rail",
    family="fashion",
    size="portrait",
)
def gamis_rail(p):
    c = p.studio(table="wood", horizon=0.93, form=None, gobo="window")
    c.put(rod(c, 96, -40, 1040, thick=20))
    for x, tone in ((770, "#7d8f8a"), (500, "#b5776f"), (230, "#8f7a9a")):
        art, shape = gamis_art(c, 330, 900, tone)
        c.put(hang(c, art, shape, x, 226, 118))
    return c


@picture(
    "produk/kerudung-segi-empat/foto-1",
    "Tumpukan kerudung segi empat voal lima warna terlipat rapi",
    "Neat stack of folded square voile scarves in five colours",
    family="fashion",
)
def scarf_front(p):
    c = p.studio(table="linen", horizon=0.56, form="arch", form_size=0.8)
    c.put(place(c, scarf_stack(c, 560), 490, 860, 1.22, length=0.5))
    tone = "#a34e52"
    top = 860 - 5 * 58 * 1.22
    fall = smooth([(420, top - 6), (640, top - 2), (770, top - 4), (700, top + 130), (612, top + 262), (520, top + 140)], True, 0.45)
    hem = smooth([(424, top + 4), (520, top + 138), (612, top + 254), (700, top + 128), (764, top + 4)], False)
    c.put(
        group(
            path(fall, c.family.shadow, opacity=0.5, filter=blur(c, 12, True), transform="translate(12 12)"),
            path(fall, weave(c, tone, 2.9, 0.06)),
            folds(c, fall, 420, 350, top, top + 260, 4, 0.2),
            path(fall, c.linear([(0, "#fff6e4", 0.3), (0.4, "#fff6e4", 0.05), (1, "#140a18", 0.3)], 0, 0, 1, 1)),
            stitch(hem, light(tone, 0.6), 2.4),
        )
    )
    c.put(tag(c, 300, 800, 120, 150, "#fbf3ea", ("SARWENI",), "#8a4a52", 8, 22))
    return c


@picture(
    "produk/kerudung-segi-empat/foto-2",
    "Lima kerudung voal tersampir di galah kayu: mawar, plum, hijau laut, kunyit, dan bata",
    "Five voile scarves over a wooden rod: rose, plum, sea green, turmeric and brick",
    family="fashion",
)
def scarf_rail(p):
    c = p.studio(table="wood", horizon=0.9, form="arch", form_size=0.85)
    c.put(rod(c, 158, 60, 940, thick=22))
    for x, y, tone in ((110, 700, "#c98f86"), (268, 780, "#8b6a86"), (426, 730, "#6d8a86"), (584, 800, "#d9b98a"), (742, 710, "#a34e52")):
        w = 150
        back, back_shape = hanging(c, x + 22, 150, w, y - 110, weave(c, dark(tone, 0.14), 2.6, 0.06), 3, 0.4, 12)
        front, shape = hanging(c, x, 150, w, y, weave(c, tone, 2.6, 0.06), 4, 0.34, 14)
        hem = stitch(f"M{n(x + 4)} {n(y - 14)}Q{n(x + w / 2)} {n(y - 4)} {n(x + w - 4)} {n(y - 14)}", light(tone, 0.6), 2)
        over = rect(x, 142, w + 22, 36, 12)
        c.put(drop(c, back_shape, 22, 26, 18, 0.4), back, drop(c, shape, 12, 14, 10, 0.4), front, hem)
        c.put(path(over, weave(c, tone, 2.6, 0.06)), path(over, c.linear([(0, "#fff6e4", 0.5), (0.4, "#fff6e4", 0), (1, "#140a18", 0.35)], 0, 0, 0, 1)))
    return c


@picture(
    "produk/mukena-travel/foto-1",
    "Mukena travel putih berenda terlipat di samping kantong kecil bermotif",
    "White lace-edged travel prayer set folded beside its small printed pouch",
    family="fashion",
)
def mukena_front(p):
    c = p.studio(table="linen", horizon=0.58, form="arch", form_size=0.76)
    paints = ["#efe9ee", "#f7f3f5", "#faf7f6"]
    art, shape = folded_stack(c, -260, 0, 520, [weave(c, t, 2, 0.03) for t in paints], 92, 120)
    lace = "".join(lace_hem(-246, -14 - k * 92, 490, "#fffdf8") for k in range(3))
    c.put(place(c, Prop(art + lace, shape, 260, 20), 430, 850, 1.18, length=0.5))
    c.put(place(c, pouch_bag(c), 770, 925, 1.12))
    return c


@picture(
    "produk/mukena-travel/foto-2",
    "Atasan mukena putih berenda tergantung, kain jatuh lembut",
    "White lace-edged prayer top hanging, the fabric falling softly",
    family="fashion",
    size="portrait",
)
def mukena_hang(p):
    c = p.studio(table="wood", horizon=0.92, form="arch", form_size=0.66)
    pts = [(0, -20), (-80, 20), (-190, 330), (-330, 720), (-210, 800), (0, 826), (210, 800), (330, 720), (190, 330), (80, 20)]
    d = smooth(pts, True, 0.7)
    body = path(d, weave(c, "#f6f2f3", 2.2, 0.03)) + folds(c, d, -330, 660, 60, 830, 9, 0.3, 0, 0.75)
    body += path(d, c.linear([(0, "#fff6e4", 0.3), (0.4, "#fff", 0), (1, "#2a1a30", 0.35)]))
    face = smooth([(0, 36), (-66, 90), (-58, 190), (0, 236), (58, 190), (66, 90)])
    hem = [(-322, 728), (-210, 806), (0, 832), (210, 806), (322, 728)]
    from ..geometry import along

    lace = "".join(path(ellipse(x, y, 13, 15), "#fffdf8") + path(ellipse(x, y + 2, 4.5), "#b9a9b5", opacity=0.7) for x, y, _ in along(hem, 34))
    art = group(
        lace,
        body,
        path(face, c.linear([(0, "#a99aa4"), (0.5, "#d3c8ce"), (1, "#ece6e9")], 0, 0, 0, 1)),
        line(face, "#ffffff", 12),
        line(face, "#d9c8d0", 2.5),
        "".join(path(ellipse(x, y, 10, 11), "#fffdf8") for x, y, _ in along([(-66, 90), (-58, 190), (0, 236), (58, 190), (66, 90)], 14)),
    )
    c.put(rod(c, 96, -40, 1040, thick=20), hang(c, art, d, 500, 230, 60, 1.08))
    return c


@picture(
    "produk/tunik-linen/foto-1",
    "Tunik linen krem berlengan balon di gantungan kayu",
    "Cream linen tunic with balloon sleeves on a wooden hanger",
    family="fashion",
    size="portrait",
)
def tunic_front(p):
    c = p.studio(table="wood", horizon=0.92, form="arch", form_size=0.66)
    art, shape = tunic_art(c, 560, 830)
    c.put(rod(c, 96, -40, 1040, thick=20), hang(c, art, shape, 500, 236, 190))
    return c


@picture(
    "produk/tunik-linen/foto-2",
    "Dari dekat: lengan balon, manset, dan kancing leher tunik linen krem",
    "Close-up of the cream linen tunic: balloon sleeve, cuff and neck buttons",
    family="fashion",
    size="portrait",
    special={"orientation": 6, "camera": True},
)
def tunic_close(p):
    c = p.studio(table="wood", horizon=1.08, form=None)
    art, shape = tunic_art(c, 1050, 1560)
    c.put(hang(c, art, shape, 760, 60, 350))
    return c
