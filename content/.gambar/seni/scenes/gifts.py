"""Cooperatives: craft hampers, seminar kit, plaque, grocery pack."""

from ..catalogue import picture
from ..cloth import folded_stack
from ..geometry import ellipse, n, poly, rect, smooth
from ..letter import outline
from ..light import blur, drop, relief
from ..materials import bevel, noise, weave, wood
from ..pack import open_box
from ..palette import WOOD, dark, light
from ..pattern import BATIK, batik_orchid, orchid
from ..stage import Prop, lying, place
from ..svg import group, line, move, path
from ..vessel import glass_shell, label, lid, outline_path
from .clay import MILK, mug_prop
from .crochet import rabbit_prop
from .frames import frame_prop


def craft_box(c, w=660, h=170):
    """Open wooden box: frame, mug, rabbit and folded batik in shredded paper."""
    from ..frame import flower_art

    back, front, whole = open_box(c, -w / 2, -h, w, h, 90, 70, "#c79a63")
    stuff = []
    stuff.append(move(frame_prop(c, 250, 320, 30, WOOD["walnut"], flower_art("vanda", "#efe3d0", "#d9c3a5"), mat=18).art, -130, -h + 20, -4, 1.0))
    stuff.append(move(rabbit_prop(c).art, 110, -h + 60, 3, 0.5))
    art, _ = folded_stack(c, 0, 0, 190, [batik_orchid(c, BATIK["indigo"], 0.36), batik_orchid(c, BATIK["violet"], 0.36)], 54, 40)
    stuff.append(move(art, 195, -h + 20, 4))
    stuff.append(move(mug_prop(c, MILK, None, -1).art, -190, -h + 60, -3, 0.38))
    straw = []
    for _ in range(190):
        x, y = c.rnd.uniform(-w / 2 + 4, w / 2 + 66), -h - c.rnd.uniform(-16, 34)
        straw.append(
            line(
                f"M{n(x)} {n(y)}q{n(c.rnd.uniform(-20, 20))} {n(c.rnd.uniform(-26, 8))} {n(c.rnd.uniform(-36, 36))} {n(c.rnd.uniform(-6, 10))}",
                c.rnd.choice(["#e9d3a4", "#d9bd84", "#f5e6c4", "#cfae72"]),
                4.6,
            )
        )
    nest = group(
        *straw,
        filter=relief(c, 1.6, 2.4, 0, 12, 0.4, margin=3),
        clip_path=c.clip(poly([(-w / 2, -h - 70), (w / 2 + 90, -h - 104), (w / 2 + 90, -h - 30), (w / 2, -h + 4), (-w / 2, -h + 4)])),
    )
    face = rect(-w / 2, -h, w, h)
    timber = wood(c, face, (-w / 2, -h, w, h), WOOD["natural"]) + bevel(c, face, 3)
    brand = path(outline("KRIYA TANGSEL", 0, -h * 0.4, 40, "serif-bold", 3), dark(WOOD["natural"], 0.62)) + line(
        f"M{-170} {-h * 0.24}H170", dark(WOOD["natural"], 0.55), 3
    )
    shape = group(path(whole, "#000"), path(rect(-w / 2 + 40, -h - 300, w - 60, 320, 30), "#000"))
    return Prop(group(back, *stuff, nest, front, timber, brand), shape, w / 2 + 40, 24)


def notebook(c, w=250, h=340, kind="indigo"):
    """Batik-covered notebook with elastic, upper left at 0,0."""
    d = rect(0, 0, w, h, 10)
    return group(
        drop(c, d, 10, 13, 10, 0.45),
        path(rect(6, 5, w, h, 8), "#efe6d4"),
        path(d, batik_orchid(c, BATIK[kind], 0.5)),
        path(rect(0, 0, 34, h, 8), dark(BATIK[kind][0], 0.25)),
        path(d, c.linear([(0, "#fff6e4", 0.2), (0.5, "#fff6e4", 0), (1, "#140a18", 0.3)], 0, 0, 1, 1)),
        path(rect(w - 44, 0, 12, h), "#2b2a30", opacity=0.85),
        path(rect(w * 0.26, h * 0.4, w * 0.46, h * 0.2, 6), "#f7f1e2"),
        path(outline("Catatan", w * 0.49, h * 0.525, 32, "script"), "#2b2a4a"),
        bevel(c, d, 2),
    )


def tumbler(c, h=420, r=82):
    """Bamboo-sleeved tumbler on 0,0."""
    from ..vessel import streak, turned

    prof = [(-h, r * 0.94), (-h * 0.5, r), (-14, r * 0.97), (0, r * 0.9)]
    d = outline_path(0, prof)
    art = turned(c, 0, prof, "#d9b072", 0.3, 0.42) + noise(c, d, "#7d5426", 0.2, 0.006, 0.54, 2) + streak(c, 0, prof, -0.7, -0.52, -h * 0.9, -h * 0.1, 0.4, 4)
    ring = path(
        f"M{-r * 0.98} {-h * 0.06 - 10}A{r} {r * 0.24:.1f} 0 0 0 {r * 0.98} {-h * 0.06 - 10}V{-6}A{r} {r * 0.24:.1f} 0 0 1 {-r * 0.98} -6Z",
        "#c9ccd0",
        opacity=0.8,
    )
    return Prop(
        art + ring + move(orchid("#7d5426", "#7d5426", "#e9cf9a", "#6b4520", None, False), 0, -h * 0.5, 0, 0.9) + lid(c, 0, -h - 44, r * 0.98, 56, "#3a3a40"),
        group(path(d, "#000"), path(rect(-r * 0.98, -h - 44, r * 1.96, 60), "#000")),
        r * 0.92,
        20,
    )


def pen(c, length=240):
    """Wooden ballpoint along x."""
    body = rect(0, -8, length * 0.78, 16, 7)
    return group(
        wood(c, body, (0, -8, length * 0.78, 16), WOOD["teak"]),
        path(poly([(length * 0.78, -8), (length, -2), (length, 2), (length * 0.78, 8)]), "#c9ccd0"),
        path(rect(-20, -6, 26, 12, 5), "#c9ccd0"),
        path(rect(10, -13, 70, 6, 3), "#d9dcdf"),
        bevel(c, body, 1.6),
    )


def plain_tote(c, w=430, h=470):
    """Canvas tote with one printed orchid; foot at 0,0."""
    bag = f"M{-w / 2 + 8} {-h}H{w / 2 - 8}C{w / 2 + 6} {-h * 0.6} {w / 2 + 8} {-h * 0.25} {w / 2 - 2} -18Q{w / 2 - 8} 0 {w / 2 - 40} 0H{-w / 2 + 40}Q{-w / 2 + 6} 0 {-w / 2 + 2} -18C{-w / 2 - 8} {-h * 0.25} {-w / 2 - 6} {-h * 0.6} {-w / 2 + 8} {-h}Z"
    from ..cloth import folds, stitch

    handle = f"M{-w * 0.26} {-h + 30}C{-w * 0.24} {-h * 1.5} {w * 0.24} {-h * 1.5} {w * 0.26} {-h + 30}"
    canvas = weave(c, "#eadfc6", 3.6, 0.1)
    art = line(handle, "#a8956f", 26) + line(handle, "#d9c9a4", 22) + path(bag, canvas)
    art += (
        move(orchid("#8a5aa8", "#c3407c", "#f3c964", "#4a2a63"), 0, -h * 0.56, 0, 1.5)
        + path(outline("TANGSEL", 0, -h * 0.24, 46, "bold", 4), "#4a2a63")
        + path(outline("berkarya", 0, -h * 0.15, 40, "script"), "#c3407c")
    )
    art += (
        folds(c, bag, -w / 2, w, -h, 0, 4, 0.2)
        + path(bag, c.linear([(0, "#140a18", 0.22), (0.12, "#fff6e4", 0.2), (0.5, "#fff6e4", 0), (1, "#140a18", 0.42)]))
        + stitch(f"M{-w / 2 + 6} {-h + 30}H{w / 2 - 6}", "#a8956f", 2.2)
        + bevel(c, bag, 2)
    )
    return Prop(art, group(path(bag, "#000"), line(handle, "#000", 22)), w / 2 - 10, 20)


def plaque(c, w=420, h=560):
    """Acrylic sheet with engraving in a wooden block; foot at 0,0."""
    base = poly([(-w * 0.56, -96), (w * 0.5, -96), (w * 0.56, 0), (-w * 0.62, 0)])
    side = poly([(w * 0.5, -96), (w * 0.6, -116), (w * 0.66, -24), (w * 0.56, 0)])
    top = poly([(-w * 0.56, -96), (-w * 0.46, -118), (w * 0.6, -118), (w * 0.5, -96)])
    plate = smooth(
        [(-w * 0.42, -104), (-w * 0.42, -h * 0.8), (-w * 0.3, -h * 0.98), (0, -h * 1.06), (w * 0.3, -h * 0.98), (w * 0.42, -h * 0.8), (w * 0.42, -104)],
        True,
        0.6,
    )
    plate = f"M{-w * 0.42} -104V{-h * 0.74}C{-w * 0.42} {-h * 0.98} {-w * 0.2} {-h * 1.06} 0 {-h * 1.06}C{w * 0.2} {-h * 1.06} {w * 0.42} {-h * 0.98} {w * 0.42} {-h * 0.74}V-104Z"
    art = [
        path(top, light(WOOD["walnut"], 0.25)),
        path(plate, "#dff0f2", opacity=0.42, transform="translate(12 -6)"),
        path(plate, c.linear([(0, "#f4fdff", 0.62), (0.5, "#cfe6ea", 0.4), (1, "#a8c9d0", 0.6)], 0, 0, 1, 1)),
    ]
    etch = "#3f5f68"
    art.append(
        group(
            move(orchid("#ffffff", "#ffffff", "#e0c27a", etch, None, True), 0, -h * 0.72, 0, 1.5),
            path(outline("PENGHARGAAN", 0, -h * 0.46, 32, "serif-bold", 3), etch),
            path(outline("Koperasi Berprestasi", 0, -h * 0.385, 28, "italic"), etch),
            line(f"M-90 {-h * 0.34}H90", "#c9a45a", 4),
            path(rect(-80, -h * 0.3, 160, 6, 3), etch, opacity=0.5),
            path(rect(-58, -h * 0.275, 116, 6, 3), etch, opacity=0.5),
        )
    )
    glare = path(poly([(-w * 0.42, -h), (-w * 0.05, -h * 1.1), (-w * 0.42, -h * 0.3)]), "#ffffff", opacity=0.42) + path(
        poly([(w * 0.08, -h * 1.1), (w * 0.2, -h * 1.1), (-w * 0.3, -104), (-w * 0.4, -104)]), "#ffffff", opacity=0.25
    )
    art.append(
        group(glare, clip_path=c.clip(plate)) + line(plate, "#ffffff", 5, opacity=0.85) + line(plate, "#6f98a2", 1.6, opacity=0.7, transform="translate(3 2)")
    )
    art.append(wood(c, base, (-w * 0.62, -96, w * 1.2, 96), WOOD["walnut"]) + path(side, dark(WOOD["walnut"], 0.45)) + bevel(c, base, 3))
    art.append(
        path(rect(-74, -66, 140, 36, 3), c.linear([(0, "#fff0bd"), (0.5, "#d9ac5a"), (1, "#8a5f24")], 0, 0, 1, 1))
        + path(rect(-54, -52, 100, 5, 2), "#6b471b")
        + path(rect(-40, -42, 72, 4, 2), "#6b471b")
    )
    return Prop(group(*art), group(path(base, "#000"), path(side, "#000"), path(plate, "#000", opacity=0.5)), w * 0.6, 22)


def rice_sack(c, w=400, h=540):
    """Five-kilogram rice bag standing on 0,0, with a clear window."""
    d = smooth(
        [
            (-w * 0.44, -h * 0.94),
            (-w * 0.2, -h),
            (w * 0.2, -h),
            (w * 0.44, -h * 0.94),
            (w * 0.52, -h * 0.5),
            (w * 0.5, -26),
            (w * 0.36, 2),
            (0, 8),
            (-w * 0.36, 2),
            (-w * 0.5, -26),
            (-w * 0.52, -h * 0.5),
        ],
        True,
        0.75,
    )
    window = ellipse(0, -h * 0.3, w * 0.26, h * 0.15)
    rice = path(window, "#efe8d8") + group(
        *(
            move(
                path(ellipse(0, 0, 10, 3.4), c.rnd.choice(["#fffdf4", "#f3ecdc", "#e6dcc6"])),
                c.rnd.uniform(-w * 0.26, w * 0.26),
                -h * 0.3 + c.rnd.uniform(-h * 0.15, h * 0.15),
                c.rnd.uniform(0, 180),
            )
            for _ in range(420)
        ),
        filter=relief(c, 1.2, 1.8, 0, 12, 0.45, margin=2),
        clip_path=c.clip(window),
    )
    art = path(d, weave(c, "#f2efe4", 4.6, 0.08)) + group(
        path(rect(-w, -h * 0.84, 2 * w, h * 0.32), "#3f7a5a"),
        path(rect(-w, -h * 0.86, 2 * w, 8), "#e0b455"),
        path(rect(-w, -h * 0.52, 2 * w, 8), "#e0b455"),
        clip_path=c.clip(d),
    )
    art += path(outline("BERAS", 0, -h * 0.67, 82, "bold", 4), "#fff8e2") + path(outline("5 kg", 0, -h * 0.56, 48, "script"), "#f6dc98")
    art += rice + line(window, "#3f7a5a", 6)
    seam = f"M{-w * 0.4} {-h * 0.93}Q0 {-h * 0.97} {w * 0.4} {-h * 0.93}"
    from ..cloth import folds

    art += line(seam, "#c8563f", 5, stroke_dasharray="12 8") + folds(c, d, -w * 0.5, w, -h, 0, 5, 0.18)
    art += (
        path(d, c.linear([(0, "#140a18", 0.35), (0.14, "#fff6e4", 0.2), (0.4, "#fff6e4", 0), (0.8, "#140a18", 0.16), (1, "#140a18", 0.5)]))
        + path(d, c.linear([(0, "#fff", 0.1), (0.7, "#140a18", 0), (1, "#140a18", 0.35)], 0, 0, 0, 1))
        + bevel(c, d, 2)
    )
    return Prop(art, d, w * 0.48, 26)


def oil_bottle(c, h=430, r=84):
    """One-litre cooking oil."""
    prof = [(-h, 30), (-h + 40, 30), (-h + 96, 62), (-h + 140, r), (-h * 0.42, r * 0.9), (-h * 0.3, r), (-18, r), (0, r * 0.9)]
    d = outline_path(0, prof)
    f = outline_path(0, [(-h + 70, 40), (-h + 140, r * 0.95), (-h * 0.42, r * 0.86), (-h * 0.3, r * 0.95), (-18, r * 0.95), (-2, r * 0.86)])
    art = [
        path(d, "#fdf3d0", opacity=0.5),
        path(f, c.linear([(0, "#d99a1c"), (0.3, "#f7cf5a"), (0.6, "#eeb52c"), (1, "#b8780f")])),
        glass_shell(c, 0, prof),
        label(
            c,
            0,
            r * 1.006,
            -h * 0.58 - 40,
            -h * 0.2 - 16,
            "#fff8e2",
            "#3f7a5a",
            [("Minyak", 36, "bookman", 0.5), ("1 LITER", 15, "bold", 0.78)],
            span=0.84,
            edge="#e0b455",
            border=False,
        ),
        lid(c, 0, -h - 30, 34, 42, "#c8563f"),
    ]
    return Prop(group(*art), group(path(d, "#000", opacity=0.8), path(rect(-34, -h - 30, 68, 50), "#000")), r * 0.92, 20)


def sugar_pack(c, w=230, h=260):
    """One kilogram of sugar in clear film."""
    d = smooth(
        [(-w * 0.46, -h * 0.96), (0, -h), (w * 0.46, -h * 0.96), (w * 0.52, -h * 0.5), (w * 0.48, -14), (0, 6), (-w * 0.48, -14), (-w * 0.52, -h * 0.5)],
        True,
        0.6,
    )
    art = path(d, "#f5f0e2") + noise(c, d, "#ffffff", 0.4, 0.4, 0.45, 4) + noise(c, d, "#cfc2a0", 0.5, 0.5, 0.55, 5)
    art += (
        group(path(rect(-w, -h * 0.72, 2 * w, h * 0.42), "#c8563f"), clip_path=c.clip(d))
        + path(outline("GULA", 0, -h * 0.5, 58, "bold", 3), "#fff8e2")
        + path(outline("1 kg", 0, -h * 0.36, 34, "script"), "#f6dc98")
    )
    art += (
        path(d, c.linear([(0, "#140a18", 0.35), (0.14, "#fff", 0.35), (0.4, "#fff", 0), (0.8, "#140a18", 0.12), (1, "#140a18", 0.45)]))
        + path(
            smooth([(-w * 0.36, -h * 0.88), (-w * 0.26, -h * 0.88), (-w * 0.3, -h * 0.2), (-w * 0.38, -h * 0.2)]),
            "#ffffff",
            opacity=0.5,
            filter=blur(c, 4, True),
        )
        + bevel(c, d, 2)
    )
    return Prop(art, d, w * 0.48, 18)


@picture(
    "produk/hampers-kriya/foto-1",
    "Kotak kayu Kriya Tangsel berisi bingkai, mug gerabah, boneka rajut, dan kain batik",
    "Kriya Tangsel wooden box with a frame, stoneware mug, crochet rabbit and batik cloth",
    family="craft",
)
def craft_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.6, form_size=0.85)
    c.put(place(c, craft_box(c), 470, 880, 1.26))
    return c


@picture(
    "produk/suvenir-seminar-kit/foto-1",
    "Perlengkapan seminar: tas kanvas, buku catatan batik, botol bambu, dan pulpen kayu",
    "Seminar kit: canvas tote, batik notebook, bamboo tumbler and wooden pen",
    family="craft",
)
def kit_front(p):
    c = p.studio(table="linen", form="arch", horizon=0.62, form_size=0.85)
    c.put(place(c, plain_tote(c), 330, 820, 1.22, length=0.4), place(c, tumbler(c), 830, 850, 1.08))
    c.put(group(notebook(c, 270, 360), transform="translate(505 650) skewX(-8) scale(1 0.72)"))
    c.put(lying(c, pen(c, 250), 170, 935, -6, 1, 0.85))
    return c


@picture(
    "produk/suvenir-seminar-kit/foto-2",
    "Buku catatan bersampul batik indigo dan ungu dengan pulpen kayu dari atas",
    "Notebooks with indigo and violet batik covers and a wooden pen from above",
    family="craft",
)
def kit_flat(p):
    c = p.flat(surface="wood", colour="#c99a66")
    c.put(
        group(notebook(c, 420, 600, "violet"), transform="translate(110 150) rotate(-7)"),
        group(notebook(c, 420, 600, "indigo"), transform="translate(430 210) rotate(6)"),
        lying(c, pen(c, 430), 120, 880, -12, 1.15, 1, 10),
    )
    return c


@picture(
    "produk/plakat-kayu-akrilik/foto-1",
    "Plakat akrilik bening bergambar anggrek di alas kayu gelap",
    "Clear acrylic plaque engraved with an orchid on a dark wooden base",
    family="craft",
)
def plaque_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.66, form_size=0.72)
    c.put(place(c, plaque(c), 480, 890, 1.3, strength=0.36))
    return c


@picture(
    "produk/paket-sembako-warga/foto-1",
    "Paket sembako: karung beras lima kilogram, minyak satu liter, dan gula satu kilogram",
    "Grocery pack: a five-kilogram rice bag, a litre of oil and a kilogram of sugar",
    family="food",
)
def grocery_front(p):
    c = p.studio(table="wood", form="disc", horizon=0.62, form_size=0.8)
    c.put(place(c, rice_sack(c), 340, 840, 1.26), place(c, oil_bottle(c), 660, 860, 1.28), place(c, sugar_pack(c), 825, 920, 1.08))
    return c


@picture(
    "produk/plakat-kayu-akrilik/foto-2",
    "Plakat akrilik bening tanpa latar, grafir anggrek dan alas kayu tampak utuh",
    "The clear acrylic plaque cut out without a background",
    family="craft",
    kind="png",
    special={"alpha": True},
)
def plaque_cut(p):
    from ..backdrop import FAMILIES
    from ..svg import Canvas

    c = Canvas(1000, 1000, p.seed)
    c.family = FAMILIES[p.family]
    item = plaque(c)
    c.put(path(ellipse(520, 905, 360, 34), c.family.shadow, opacity=0.4, filter=blur(c, 18, True)), move(item.art, 480, 905, 0, 1.36))
    return c


@picture(
    "produk/paket-sembako-warga/foto-2",
    "Isi paket sembako dari atas: beras, gula, dan minyak di wadah masing-masing",
    "The grocery pack from above: rice, sugar and oil, each in its own dish",
    family="food",
)
def grocery_flat(p):
    c = p.flat(surface="wood", colour="#b98a5e")
    for k, (x, y, r) in enumerate(((340, 340, 290), (730, 610, 215), (280, 790, 165))):
        rim, inner = ellipse(x, y, r), ellipse(x, y, r * 0.86)
        c.put(drop(c, rim, 16, 22, 16, 0.5), path(rim, c.linear([(0, "#fffaf0"), (1, "#c4b69e")], 0, 0, 1, 1)))
        if k == 0:
            grains = group(
                *(
                    move(
                        path(ellipse(0, 0, 15, 5), c.rnd.choice(["#fffdf4", "#f3ecdc", "#e6dcc6", "#f9f4e6"])),
                        x + c.rnd.uniform(-r, r),
                        y + c.rnd.uniform(-r, r),
                        c.rnd.uniform(0, 180),
                    )
                    for _ in range(1900)
                ),
                filter=relief(c, 1.6, 2.4, 0, 12, 0.4, margin=2),
            )
            c.put(group(path(inner, "#d9cdb4"), grains, clip_path=c.clip(inner)))
        elif k == 1:
            c.put(
                path(inner, "#f6f1e6"),
                noise(c, inner, "#ffffff", 0.35, 0.35, 0.45, 5),
                noise(c, inner, "#cdbf9f", 0.4, 0.4, 0.54, 6),
                noise(c, inner, "#e6dcc6", 0.02, 0.02, 0.5, 3),
            )
        else:
            c.put(
                path(inner, c.radial([(0, "#fbe08a"), (0.7, "#e8b02c"), (1, "#a8700c")], 0.36, 0.3, 0.8)),
                path(smooth([(x - 90, y - 50), (x - 40, y - 100), (x + 30, y - 106), (x - 30, y - 70)]), "#fffbe2", opacity=0.7, filter=blur(c, 7, True)),
            )
        c.put(group(line(inner, "#1b0e06", 26, opacity=0.4, filter=blur(c, 12, True)), clip_path=c.clip(inner)))
    scoop = smooth([(0, -44), (120, -50), (150, 0), (120, 50), (0, 44), (-20, 0)])
    c.put(
        lying(
            c,
            group(
                wood(c, rect(-190, -17, 190, 34, 15), (-190, -17, 190, 34), WOOD["teak"]),
                wood(c, scoop, (-20, -50, 170, 100), WOOD["natural"]),
                bevel(c, scoop, 4),
                path(smooth([(14, -30), (106, -34), (126, 0), (106, 34), (14, 30)]), dark(WOOD["natural"], 0.35)),
            ),
            790,
            220,
            130,
            1.15,
            1,
            12,
        )
    )
    return c
