"""Bingkai Rantika: five frames, their corners and variants."""

from ..catalogue import picture
from ..frame import corner_carving, flower_art, frame, landscape
from ..geometry import ellipse, n, poly, rect, smooth
from ..light import blur, drop
from ..materials import bevel, brass, noise, wood
from ..palette import WOOD, dark, light
from ..plant import moth_orchid
from ..stage import Prop, place
from ..svg import group, line, move, path


def frame_prop(c, w, h, width, colour, art, **options):
    """Standing frame whose foot is at 0,0."""
    body, shape = frame(c, -w / 2, -h, w, h, width, colour, art, **options)
    return Prop(body, shape, w / 2, 14)


def carved_prop(c, w=470, h=640, width=92, colour="#8a4128", art=None):
    art = art or flower_art("vanda", "#efe3d0", "#d9c3a5")
    ornament = corner_carving(c, -w / 2, -h, w, h, width, colour)
    body, shape = frame(c, -w / 2, -h, w, h, width, colour, art, profile="step", ornament=ornament, mat=0)
    return Prop(body, shape, w / 2, 14)


def collage_art(c, w, h):
    """Nine windows in pallet boards, drawn with the upper left corner at 0,0."""
    out = []
    for i in range(6):
        y, hh = h * i / 6, h / 6
        board = rect(0, y, w, hh - 3)
        tone = ("#a98660", "#8d7358", "#b79a76", "#7f8a86", "#a57d58", "#97836c")[i]
        out.append(wood(c, board, (0, y, w, hh), tone, lit=0.06, knots=1))
        out.append(noise(c, board, "#e9e2d2", 0.012, 0.1, 0.6, 3))
        out.append(bevel(c, board, 2))
        for x in (16, w - 16):
            out.append(path(ellipse(x, y + hh / 2, 4.5), "#4b4038") + path(ellipse(x - 1, y + hh / 2 - 1.5, 1.8), "#c9beb0"))
    kinds = ["lake", "sunset", "rice", "sea", "moth", "forest", "mountain", "vanda", "mono"]
    gap, m = w * 0.045, w * 0.07
    pw, ph = (w - 2 * m - 2 * gap) / 3, (h - 2 * m - 2 * gap) / 3
    for i, kind in enumerate(kinds):
        x, y = m + (i % 3) * (pw + gap), m + (i // 3) * (ph + gap)
        art = flower_art(kind, "#e7dfe9", "#c4b6cf") if kind in ("moth", "vanda") else landscape(kind)
        hole = rect(x, y, pw, ph, 2)
        out.append(path(rect(x - 7, y - 7, pw + 14, ph + 14, 3), "#3b2a1e", opacity=0.85))
        out.append(path(rect(x - 3, y - 3, pw + 6, ph + 6), "#f4eee2"))
        out.append(group(art(c, x + 8, y + 8, pw - 16, ph - 16), clip_path=c.clip(rect(x + 8, y + 8, pw - 16, ph - 16))))
        shade = line(f"M{n(x)} {n(y + ph)}V{n(y)}H{n(x + pw)}", "#1c0d08", 14, opacity=0.5, filter=blur(c, 6, True))
        shine = path(poly([(x, y), (x + pw * 0.55, y), (x, y + ph * 0.8)]), "#ffffff", opacity=0.14)
        out.append(group(shade, shine, clip_path=c.clip(hole)))
    return group(*out)


def collage_prop(c, w=760, h=720):
    edge = path(poly([(w / 2, -h + 6), (w / 2 + 14, -h + 10), (w / 2 + 14, -3), (w / 2, 0)]), "#4a3626")
    return Prop(edge + group(collage_art(c, w, h), transform=f"translate({n(-w / 2)} {n(-h)})"), rect(-w / 2, -h, w + 12, h), w / 2, 14)


def floating_prop(c, w=430, h=560):
    """Two panes of glass in a thin brass edge with a pressed orchid between them, on a small wooden foot."""
    x, y = -w / 2, -h - 34
    outer, inner = rect(x, y, w, h, 3), rect(x + 11, y + 11, w - 22, h - 22)
    out = [path(inner, "#eef4f2", opacity=0.3)]
    s = w * 0.44
    out.append(
        group(
            line(smooth([(x + w * 0.3, y + h * 0.86), (x + w * 0.46, y + h * 0.6), (x + w * 0.62, y + h * 0.26)], False), "#5f7a44", 7),
            transform="translate(6 9)",
            opacity=0.25,
        )
    )
    out.append(line(smooth([(x + w * 0.3, y + h * 0.86), (x + w * 0.46, y + h * 0.6), (x + w * 0.62, y + h * 0.26)], False), "#6b8a4a", 6))
    from ..food import leaf

    for px, py, t, k in ((0.38, 0.74, -60, 110), (0.42, 0.68, 62, 120)):
        out.append(move(leaf(c, k, "#6f9150"), x + w * px, y + h * py, t))
    for px, py, t, k in ((0.62, 0.27, 12, 0.8), (0.44, 0.5, -14, 1.0)):
        flower = moth_orchid(c, s * k * 1.25, "#f3d9ea", "#c98ab0", "#d9922f", "#8e2a5e")
        out.append(group(path(ellipse(x + w * px + 10, y + h * py + 16, s * 0.5 * k), "#2a1a2a", opacity=0.22, filter=blur(c, 8, True))))
        out.append(move(flower, x + w * px, y + h * py, t))
    glare = path(poly([(x, y), (x + w * 0.42, y), (x, y + h * 0.55)]), "#ffffff", opacity=0.3) + path(
        poly([(x + w * 0.52, y), (x + w * 0.62, y), (x, y + h * 0.82), (x, y + h * 0.69)]), "#ffffff", opacity=0.24
    )
    glare += path(poly([(x + w, y + h * 0.55), (x + w, y + h), (x + w * 0.62, y + h)]), "#ffffff", opacity=0.14)
    out.append(group(glare, clip_path=c.clip(inner)))
    for d, vertical in ((rect(x, y, w, 12), False), (rect(x, y + h - 12, w, 12), False), (rect(x, y, 12, h), True), (rect(x + w - 12, y, 12, h), True)):
        out.append(path(d, brass(c, vertical)))
    out.append(line(outer, "#5e4214", 1.5, opacity=0.7))
    for px in (x, x + w - 26):
        for py in (y, y + h - 26):
            out.append(path(rect(px, py, 26, 26, 4), brass(c)) + path(ellipse(px + 13, py + 13, 5), "#7a5420"))
    out.append(path(ellipse(0, y - 12, 15, 15), "none", stroke="#a97a33", stroke_width=6.0) + path(rect(-10, y - 6, 20, 14, 3), brass(c)))
    foot = poly([(-w * 0.36, -46), (w * 0.36, -46), (w * 0.42, 0), (-w * 0.42, 0)])
    out.append(wood(c, foot, (-w * 0.42, -46, w * 0.84, 46), WOOD["walnut"]) + bevel(c, foot, 2))
    return Prop(group(*out), group(path(foot, "#000"), line(rect(x + 6, y + 6, w - 12, h - 12), "#000", 16), path(inner, "#000", opacity=0.45)), w * 0.42, 16)


def mahar_prop(c, w=720, h=620):
    """Deep box frame: felt ground, paper roses, coins fan, two rings, name plate without names."""
    colour = "#e9dfcc"

    def art(cc, x, y, iw, ih):
        felt = rect(x, y, iw, ih)
        out = [path(felt, "#7d2f3e"), noise(cc, felt, "#a3505c", 0.4, 0.4, 0.5, 2), noise(cc, felt, "#4d1622", 0.3, 0.3, 0.5, 2)]
        inner = rect(x + 34, y + 34, iw - 68, ih - 68, 4)
        out.append(line(inner, "#d9b062", 4) + line(rect(x + 44, y + 44, iw - 88, ih - 88, 4), "#d9b062", 1.6))
        for k in range(7):
            turn = -54 + k * 18
            note = rect(-30, -190, 60, 130, 3)
            tone = ("#c9dcc4", "#e8cfa6", "#c8d3e2")[k % 3]
            item = (
                path(rect(-26, -184, 60, 130, 3), "#1c0610", opacity=0.35)
                + path(note, cc.linear([(0, light(tone, 0.3)), (1, dark(tone, 0.12))]))
                + line(rect(-23, -183, 46, 116, 2), dark(tone, 0.35), 1.6)
                + path(ellipse(0, -126, 15, 22), dark(tone, 0.2))
                + path(ellipse(0, -126, 9, 14), light(tone, 0.4))
            )
            out.append(move(item, x + iw / 2, y + ih * 0.72, turn, ih / 420))
        for k in range(9):
            a = -0.15 + k * 0.43
            px, py = x + iw / 2 + (k - 4) * iw * 0.082, y + ih * 0.8 - (1 - abs(k - 4) / 4) * 8
            out.append(
                path(ellipse(px + 3, py + 5, 21), "#1c0610", opacity=0.4)
                + path(ellipse(px, py, 21), cc.linear([(0, "#fff0bd"), (0.4, "#d9ac5a"), (1, "#8a5f24")], 0, 0, 1, 1))
                + line(ellipse(px, py, 15), "#8a5f24", 1.6)
                + path(smooth([(px, py - 10), (px + 6, py), (px, py + 10), (px - 6, py)]), "#a97a33")
            )
            _ = a
        rose = _rose(cc)
        for px, py, s, t in (
            (0.13, 0.2, 1.0, 0),
            (0.23, 0.14, 0.75, 40),
            (0.12, 0.36, 0.72, 80),
            (0.88, 0.2, 1.0, 20),
            (0.78, 0.14, 0.75, 70),
            (0.89, 0.36, 0.72, 10),
        ):
            out.append(
                move(
                    path(smooth([(0, 0), (16, -34), (0, -66), (-16, -34)]), "#5e7d4c")
                    + move(path(smooth([(0, 0), (14, -30), (0, -58), (-14, -30)]), "#7a9a62"), turn=100),
                    x + iw * px,
                    y + ih * py,
                    t * 2 + 60,
                    s,
                )
            )
            out.append(move(rose, x + iw * px, y + ih * py, t, s * ih / 460))
        for dx in (-20, 20):
            px, py = x + iw / 2 + dx, y + ih * 0.63
            out.append(
                path(ellipse(px + 4, py + 6, 30), stroke="#1c0610", stroke_width=8.0, opacity=0.4)
                + path(ellipse(px, py, 30), stroke=brass(cc), stroke_width=8.0)
            )
        plate = rect(x + iw / 2 - 90, y + ih * 0.885, 180, 34, 4)
        out.append(path(plate, brass(cc)) + line(rect(x + iw / 2 - 84, y + ih * 0.885 + 5, 168, 24, 3), "#7a5420", 1.4))
        out.append(move(path(smooth([(0, 10), (-13, -4), (-7, -13), (0, -6), (7, -13), (13, -4)]), "#7a3a24"), x + iw / 2, y + ih * 0.885 + 18))
        return group(*out)

    body, shape = frame(c, -w / 2, -h, w, h, 50, colour, art, profile="round", thick=34)
    return Prop(body, shape, w / 2 + 10, 20)


def _rose(c):
    out = [path(ellipse(3, 6, 40), "#1c0610", opacity=0.35)]
    for i, (r, tone) in enumerate(((40, "#e9c9bd"), (33, "#f2dbd0"), (25, "#e6bfb2"), (17, "#f4dfd5"), (9, "#dba999"))):
        petals = "".join(move(path(ellipse(0, -r * 0.55, r * 0.6, r * 0.5), tone, stroke="#b88474", stroke_width=1.4), turn=k * 72 + i * 31) for k in range(5))
        out.append(petals)
    out.append(line("M-5 1C-3 -6 6 -6 6 1C5 6 -1 6 -1 2", "#b88474", 2))
    return group(*out)


def corner_sample(c, size, width, colour):
    """Sawn corner of a moulding, seen from above."""
    a = poly([(0, 0), (size, 0), (size, width), (width, width)])
    b = poly([(0, 0), (width, width), (width, size), (0, size)])
    out = wood(c, a, (0, 0, size, width), light(colour, 0.06)) + wood(c, b, (0, 0, width, size), dark(colour, 0.1), True)
    out += line(f"M0 0L{n(width)} {n(width)}", dark(colour, 0.7), 2.2)
    for d in (a, b):
        out += bevel(c, d, 3)
    return out, poly([(0, 0), (size, 0), (size, width), (width, width), (width, size), (0, size)])


@picture(
    "produk/bingkai-foto-jati-belanda-a4/foto-1",
    "Bingkai foto kayu jati belanda warna natural ukuran A4 berdiri di meja",
    "A4 photo frame in natural pine standing on a table",
    family="craft",
)
def pine_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.7, form_size=0.78)
    c.put(place(c, frame_prop(c, 520, 720, 62, WOOD["pine"], landscape("lake"), mat=46), 480, 880, 1.04, length=0.6))
    return c


@picture(
    "produk/bingkai-foto-jati-belanda-a4/foto-2",
    "Dari dekat: sudut bingkai dipotong 45 derajat dan menempel rapat",
    "Close-up of the frame's tight 45-degree mitred corner",
    family="craft",
)
def pine_corner(p):
    c = p.flat(surface="paper")
    size, w = 1200, 250
    art, shape = corner_sample(c, size, w, WOOD["pine"])
    inside = rect(w, w, size, size)
    picture_art = path(inside, "#f5efe3") + group(landscape("lake")(c, w + 150, w + 150, 900, 900))
    body = group(picture_art, line(f"M{w} {size}V{w}H{size}", "#1c0d08", 40, opacity=0.4, filter=blur(c, 16, True)), art)
    step = group(
        line(f"M{w * 0.72:.0f} {size}V{w * 0.72:.0f}H{size}", dark(WOOD["pine"], 0.55), 5, opacity=0.6),
        line(f"M{w * 0.72 + 5:.0f} {size}V{w * 0.72 + 5:.0f}H{size}", light(WOOD["pine"], 0.6), 3, opacity=0.7),
    )
    tr = "translate(150 190) rotate(-3)"
    c.put(group(drop(c, shape, 18, 24, 20, 0.5), transform=tr), group(body, step, transform=tr))
    return c


@picture(
    "produk/bingkai-foto-jati-belanda-a4/foto-3",
    "Tiga varian bingkai A4: cokelat tua, natural, dan putih berjajar",
    "Three variants of the A4 frame in dark brown, natural and white",
    family="craft",
    size="square",
)
def pine_variants(p):
    c = p.studio(table="wood", form="disc", horizon=0.66, form_size=0.85)
    c.put(place(c, frame_prop(c, 380, 520, 48, WOOD["walnut"], landscape("sunset"), mat=32), 240, 800, 0.98, length=0.5))
    c.put(place(c, frame_prop(c, 380, 520, 48, WOOD["white"], flower_art("moth", "#cfd9c8", "#a5b79c"), mat=32), 755, 805, 0.98, length=0.5))
    c.put(place(c, frame_prop(c, 380, 520, 48, WOOD["pine"], landscape("rice"), mat=32), 495, 890, 1.06, length=0.5))
    return c


@picture(
    "produk/bingkai-ukir-anggrek-20x30/foto-1",
    "Bingkai kayu mahoni berukir bunga anggrek di sudut dan sisinya",
    "Mahogany frame carved with orchids at the corners and sides",
    family="craft",
    size="portrait",
)
def carved_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.74, form_size=0.62)
    c.put(place(c, carved_prop(c), 490, 1100, 1.42, length=0.5))
    return c


@picture(
    "produk/bingkai-ukir-anggrek-20x30/foto-2",
    "Dari dekat: ukiran bunga anggrek dan daun pada sudut bingkai mahoni",
    "Close-up of carved orchid and leaves on a mahogany frame corner",
    family="craft",
)
def carved_close(p):
    c = p.studio(table="wood", form=None, horizon=0.9)
    c.put(place(c, carved_prop(c), 760, 2180, 3.1))
    return c


@picture(
    "produk/bingkai-kolase-9-foto/foto-1",
    "Bingkai kolase sembilan foto dari papan palet bekas",
    "Nine-photo collage frame made of reclaimed pallet boards",
    family="craft",
)
def collage_front(p):
    c = p.studio(table="wood", form=None, horizon=0.78, gobo="window")
    c.put(place(c, collage_prop(c), 490, 900, 1.04, length=0.35))
    return c


@picture(
    "produk/bingkai-kolase-9-foto/foto-2",
    "Bingkai kolase kayu palet tergantung di dinding di atas rak kecil",
    "Pallet-wood collage frame hanging on a wall above a small shelf",
    family="home",
    size="cover",
)
def collage_wall(p):
    c = p.studio(table="wood", form=None, horizon=0.87, gobo="window")
    from .clay import MILK, mug_prop, vase_prop

    frame_art = group(collage_art(c, 620, 590), transform="translate(440 70)")
    c.put(drop(c, rect(440, 70, 620, 590), 18, 24, 18, 0.5), frame_art)
    c.put(place(c, vase_prop(c), 240, 930, 0.72), place(c, mug_prop(c, MILK), 1240, 940, 0.4))
    return c


@picture(
    "produk/bingkai-kaca-melayang/foto-1",
    "Bingkai kaca melayang bertepi kuningan berisi anggrek kering",
    "Floating glass frame with brass edge holding a pressed orchid",
    family="craft",
    size="portrait",
)
def floating_front(p):
    c = p.studio(table="stone", form="arch", horizon=0.72)
    c.put(place(c, floating_prop(c), 490, 1080, 1.5))
    return c


@picture(
    "produk/bingkai-mahar-custom/foto-1",
    "Bingkai mahar dalam berisi kipas uang hias, mawar kertas, koin, dan cincin",
    "Deep keepsake frame with a fan of play notes, paper roses, coins and rings",
    family="craft",
)
def mahar_front(p):
    c = p.studio(table="linen", form="arch", horizon=0.76, form_size=0.85)
    c.put(place(c, mahar_prop(c), 490, 860, 1.14, length=0.4))
    return c
