"""Cover pictures of the twelve makers and three cooperatives: the workbench with its typical goods."""

from ..catalogue import picture
from ..cloth import hanging, rod
from ..device import camera, lamp_glow, softbox, wireframe
from ..food import cassava_chip, chilli, coffee_bean, garlic, heap, kembang_goyang, lime_leaf, nastar, shallot
from ..frame import flower_art, frame, landscape
from ..geometry import K, ellipse, n, rect, smooth
from ..letter import outline
from ..light import blur, drop, relief
from ..materials import steel, wood
from ..palette import WOOD, dark, light
from ..pattern import BATIK, batik_orchid
from ..plant import husk
from ..stage import Prop, lying, place
from ..svg import group, line, move, path
from ..thread import hook, yarn_ball
from ..tools import (
    backsaw,
    chisel,
    clamp,
    curls,
    hammer,
    mitre_jig,
    mortar,
    moulding,
    pan,
    pegboard,
    pot,
    potters_wheel,
    roaster,
    scale,
    sewing_machine,
    shelf,
    steam,
    try_square,
)
from . import bakery, batik, clay, coffee, crochet, fashion, frames, garden, gifts, relish, services, snacks, toys

COVER = {"size": "cover"}


def on(c, prop, x, y, s, **options):
    """Shorthand for a prop on a shelf or table."""
    options.setdefault("length", 0.5)
    return place(c, prop, x, y, s, **options)


def on_shelf(c, prop, x, y, s):
    """Prop on a wall shelf: only a short wall shadow."""
    moved = move(prop.shape if prop.shape.startswith("<") else path(prop.shape, "#000"), x, y, 0, s)
    from ..light import silhouette

    return group(group(silhouette(moved, c), transform="translate(16 6)", filter=blur(c, 9, True), opacity=0.4), move(prop.art, x, y, 0, s))


@picture(
    "umkm/bingkai-rantika/foto-1",
    "Meja kerja perajin bingkai: jig sudut 45 derajat, gergaji, potongan kayu, dan bingkai jadi",
    "Frame maker's bench: 45-degree jig, saw, cut mouldings and finished frames",
    family="craft",
    **COVER,
)
def rantika(p):
    c = p.studio(table="wood", form=None, horizon=0.6, gobo="window")
    c.put(pegboard(c, 690, 70, 690, 370))
    for tool, x, y, t in (
        (backsaw(c, 300), 880, 120, 0),
        (try_square(c, 180), 1180, 230, 0),
        (hammer(c, 210), 760, 150, 0),
        (chisel(c, 190), 850, 240, 0),
        (chisel(c, 180), 905, 245, 0),
        (chisel(c, 170), 958, 250, 0),
        (clamp(c, 250), 1080, 150, 0),
    ):
        c.put(lying(c, tool, x, y, t, 0.94, 1, 9))
    c.put(
        drop(c, rect(120, 90, 210, 270), 14, 18, 12, 0.45),
        move(frame(c, 0, 0, 210, 270, 28, WOOD["walnut"], landscape("sunset"), mat=18)[0], 120, 90),
        drop(c, rect(385, 130, 220, 220), 14, 18, 12, 0.45),
        move(frame(c, 0, 0, 220, 220, 30, WOOD["white"], flower_art("vanda", "#efe3d0", "#d9c3a5"), mat=14)[0], 385, 130),
    )
    c.put(on(c, frames.carved_prop(c), 220, 800, 0.74), on(c, frames.frame_prop(c, 300, 390, 40, WOOD["pine"], landscape("lake"), mat=26), 450, 760, 0.9))
    c.put(on(c, mitre_jig(c, 600), 980, 830, 1.05))
    for k in range(4):
        c.put(
            lying(c, moulding(c, 420 - k * 30, 36, (WOOD["pine"], WOOD["teak"], WOOD["pine"], WOOD["walnut"])[k]), 60 + k * 18, 960 - k * 34, -3 + k, 1, 0.9, 7)
        )
    c.put(move(curls(c, 18), 700, 915, 0, 1.1), move(curls(c, 10), 1330, 900, 0, 1.0))
    return c


@picture(
    "umkm/batik-larasvanda/foto-1",
    "Sanggar batik: kain anggrek di gawangan, wajan malam di tungku kecil, canting, dan cap tembaga",
    "Batik workshop: orchid cloth on a stand, wax pan on a small stove, wax pens and a copper stamp",
    family="batik",
    **COVER,
)
def larasvanda(p):
    c = p.studio(table="wood", form=None, horizon=0.66, gobo="window")
    for x, k, w in ((120, "violet", 400), (560, "indigo", 400), (1000, "soga", 400)):
        art, shape = hanging(c, x, 120, w, 640, batik_orchid(c, BATIK[k], 0.8), 5, 0.4, 14)
        c.put(drop(c, shape, 18, 20, 16, 0.45), art)
    c.put(rod(c, 108, 40, 1460, thick=22))
    for x in (60, 1440):
        c.put(path(rect(x - 11, 90, 22, 640), dark(WOOD["teak"], 0.2)), path(rect(x - 11, 90, 8, 640), light(WOOD["teak"], 0.2), opacity=0.5))
    c.put(on(c, pan(c, 170, "#7a4a1c"), 400, 890, 1.05), steam(c, 400, 640, 190, 70, 0.32))
    c.put(lying(c, batik.canting(c, 330), 560, 900, 12, 1, 0.8, 8), lying(c, batik.canting(c, 300), 610, 950, -4, 1, 0.8, 8))
    c.put(on(c, batik.stamp(c, 230), 1000, 880, 1.0), on(c, batik.stamp(c, 180), 1210, 930, 1.0))
    c.put(on(c, batik.cloth_stack(c, 300, ("mangosteen", "cream", "violet"), 0.42), 160, 950, 0.72))
    return c


@picture(
    "umkm/dapur-serunai/foto-1",
    "Dapur camilan: nampan bambu penuh keripik, wajan di tungku, kemasan dan toples di rak",
    "Snack kitchen: bamboo tray of chips, a wok on its stove, pouches and jars on a shelf",
    family="food",
    **COVER,
)
def serunai(p):
    c = p.studio(table="wood", form=None, horizon=0.58, gobo="leaf")
    c.put(shelf(c, 560, 400, 840))
    for prop, x, s in (
        (snacks.chips_pouch(c), 680, 0.42),
        (snacks.rosette_jar(c), 880, 0.42),
        (snacks.rempeyek_pouch(c), 1070, 0.43),
        (snacks.emping_pouch(c), 1270, 0.44),
    ):
        c.put(on_shelf(c, prop, x, 400, s))
    c.put(on(c, pan(c, 190, "#d99a2c"), 290, 850, 1.25), steam(c, 290, 560, 250, 90, 0.4))
    c.put(on(c, snacks.tray_of(c, lambda s: cassava_chip(c, s), 330, 70, 80, 120, 0.36), 850, 880, 1.0))
    c.put(on(c, snacks.tray_of(c, lambda s: kembang_goyang(c, s), 200, 50, 26, 130, 0.3), 1280, 930, 1.0))
    c.put(lying(c, lime_leaf(c, 150), 480, 945, -14, 1, 0.6), lying(c, lime_leaf(c, 120, "#5b8a3c"), 100, 940, 30, 1, 0.6))
    return c


@picture(
    "umkm/sambal-kiranara/foto-1",
    "Dapur sambal: panci sambal mengepul, cobek batu, cabai, bawang, dan deretan botol",
    "Relish kitchen: steaming pot, stone mortar, chillies, shallots and a row of jars",
    family="chilli",
    **COVER,
)
def kiranara(p):
    c = p.studio(table="wood", form=None, horizon=0.56, gobo="window")
    c.put(shelf(c, 640, 330, 760))
    for k in range(5):
        c.put(
            on_shelf(
                c,
                relish.relish_jar(
                    c,
                    lid_tone=("#23201f", "#a3231a", "#c8a24a", "#a3231a", "#23201f")[k],
                    squid=8 if k == 2 else 0,
                    title=("Sambal", "Cumi Asin") if k == 2 else ("Sambal", "Bawang"),
                ),
                730 + k * 148,
                330,
                0.4,
            )
        )
    bits = group(
        *(
            move(
                path(ellipse(0, 0, 13, 7), c.rnd.choice(["#e84a24", "#8f140c", "#f0b070"])),
                c.rnd.uniform(-170, 170),
                -210 + c.rnd.uniform(-34, 40),
                c.rnd.uniform(0, 180),
            )
            for _ in range(90)
        )
    )
    c.put(on(c, pot(c, 200, 240, "#b9c0c4", "#b5251a", bits), 300, 830, 1.15), steam(c, 300, 530, 330, 110, 0.42))
    c.put(on(c, mortar(c, 180), 760, 900, 1.1))
    c.put(on(c, relish.relish_jar(c), 1120, 850, 0.74), on(c, relish.relish_jar(c, level=5, lid_tone="#a3231a"), 1330, 890, 0.76))
    for x, y, t in ((480, 940, 10), (540, 905, -8), (610, 950, 18)):
        c.put(lying(c, chilli(c, 190), x, y, t, 1, 0.8))
    for x, y in ((960, 945), (1030, 925), (90, 930), (160, 955)):
        c.put(lying(c, shallot(c, 88), x, y, c.rnd.uniform(-30, 30), 1, 0.95))
    c.put(lying(c, garlic(c, 110), 1000, 880, 0, 1, 0.95))
    return c


@picture(
    "umkm/kopi-sorenika/foto-1",
    "Mesin sangrai kopi kecil dengan baki pendingin, karung biji, dan kemasan kopi",
    "Small coffee roaster with its cooling tray, a sack of beans and coffee pouches",
    family="drink",
    **COVER,
)
def sorenika(p):
    c = p.studio(table="wood", form="disc", horizon=0.62, fx=0.36, form_size=0.8)
    c.put(shelf(c, 900, 330, 500))
    for k, kind in enumerate(("biji", "kasar", "halus")):
        c.put(on_shelf(c, coffee.coffee_pouch(c, tone=("#2b211d", "#5a3322", "#6b5a3c")[k], kind=kind), 1000 + k * 150, 330, 0.36))
    c.put(on(c, roaster(c), 430, 870, 1.12))
    sack = smooth([(-170, -300), (-60, -330), (80, -322), (180, -296), (214, -150), (196, -20), (120, 6), (-120, 6), (-196, -20), (-214, -150)], True, 0.8)
    from ..materials import weave

    art = (
        path(sack, weave(c, "#b58f5e", 5, 0.16))
        + path(sack, c.linear([(0, "#140a06", 0.4), (0.2, "#fff3d0", 0.2), (0.5, "#fff3d0", 0), (1, "#140a06", 0.55)]))
        + path(ellipse(4, -306, 150, 40), "#3a2213")
        + group(heap(c, lambda s: coffee_bean(c, s), 4, -316, 130, 30, 120, 32, 0.8))
        + path(outline("SORENIKA", 0, -130, 46, "bold", 3), "#4a2a16")
        + path(outline("arabika", 0, -86, 40, "script"), "#4a2a16")
    )
    c.put(on(c, Prop(art, sack, 170, 26), 1010, 880, 0.95), on(c, coffee.milk_bottle(c), 1300, 890, 0.62))
    c.put(coffee.beans(c, 800, 930, 130, 24, 34, 34))
    return c


@picture(
    "umkm/roti-emparan/foto-1",
    "Meja toko roti: loyang roti sisir, bolu pandan, nastar dalam toples, dan gilingan kayu",
    "Bakery table: pull-apart bread, pandan cake, jars of pineapple tarts and a rolling pin",
    family="food",
    **COVER,
)
def emparan(p):
    c = p.studio(table="wood", form="arch", horizon=0.56, fx=0.5, form_size=0.95)
    c.put(shelf(c, 80, 330, 560), shelf(c, 900, 330, 520))
    b = bakery.bread(c, 420, 6)
    c.put(on_shelf(c, Prop(b.art, b.shape, 200), 250, 330, 0.6), on_shelf(c, Prop(b.art, b.shape, 200), 490, 330, 0.56))
    for k in range(3):
        c.put(on_shelf(c, bakery.nastar_jar(c), 1000 + k * 160, 330, 0.4))
    t = bakery.bread(c, 660)
    c.put(on(c, Prop(group(move(t.art, 0, -34), bakery.tin(c)), rect(-330, -270, 660, 270, 40), 320, 22), 380, 830, 0.95))
    c.put(on(c, bakery.pandan_cake(c), 880, 850, 0.62), on(c, bakery.nastar_jar(c), 1240, 850, 0.74))
    pin = group(
        wood(c, rect(-170, -30, 340, 60, 28), (-170, -30, 340, 60), WOOD["pine"]),
        wood(c, rect(-260, -13, 86, 26, 12), (-260, -13, 90, 26), WOOD["teak"]),
        wood(c, rect(174, -13, 86, 26, 12), (174, -13, 90, 26), WOOD["teak"]),
        path(rect(-170, -30, 340, 60, 28), c.linear([(0, "#fff6e4", 0.4), (0.4, "#fff6e4", 0), (1, "#140a18", 0.5)], 0, 0, 0, 1)),
    )
    c.put(path(ellipse(560, 935, 190, 26), "#fdf6e6", opacity=0.75, filter=blur(c, 9, True)), lying(c, pin, 600, 925, -5, 1, 0.9, 12))
    for x, y in ((960, 945), (1040, 930), (1100, 955)):
        c.put(lying(c, nastar(c, 74), x, y, 0, 1, 0.85))
    return c


@picture(
    "umkm/busana-sarweni/foto-1",
    "Ruang jahit: mesin jahit, gamis dan tunik di galah, kain terlipat, dan gulungan benang",
    "Sewing room: machine, gamis and tunic on a rail, folded cloth and thread",
    family="fashion",
    **COVER,
)
def sarweni(p):
    c = p.studio(table="wood", form=None, horizon=0.68, gobo="window")
    c.put(rod(c, 76, -40, 1540, thick=20))
    for x, tone in ((250, "#b5776f"), (1270, "#8f7a9a")):
        art, shape = fashion.gamis_art(c, 320, 640, tone)
        c.put(fashion.hang(c, art, shape, x, 190, 114))
    art, shape = fashion.tunic_art(c, 330, 440)
    c.put(fashion.hang(c, art, shape, 560, 190, 116), fashion.hang(c, *fashion.gamis_art(c, 320, 640, "#7d8f8a"), 980, 190, 114))
    c.put(on(c, sewing_machine(c), 640, 900, 1.12))
    c.put(on(c, fashion.scarf_stack(c, 380), 1180, 910, 0.95))
    for k, tone in enumerate(("#c98f86", "#6d8a86", "#d9b98a", "#8b6a86")):
        x = 130 + k * 66
        spool = (
            path(rect(-22, -74, 44, 74, 6), tone, filter=relief(c, 5, 6, 0.1, 12, 0.35))
            + path(ellipse(0, -74, 27, 8), light(WOOD["pine"], 0.2))
            + path(ellipse(0, 0, 27, 8), WOOD["pine"])
        )
        c.put(on(c, Prop(spool, rect(-24, -76, 48, 80), 24, 8), x, 930 - (k % 2) * 26, 1.0))
    return c


@picture(
    "umkm/rajut-wiyana/foto-1",
    "Keranjang benang rajut, boneka kelinci, topi bayi, tas rajut, dan hakpen di meja",
    "Basket of yarn, crochet rabbit, baby hat, sling bag and hooks on a table",
    family="fashion",
    **COVER,
)
def wiyana(p):
    c = p.studio(table="linen", form="arch", horizon=0.58, fx=0.5, form_size=0.95)
    c.put(on(c, crochet.sling_bag(c), 1180, 800, 0.86), on(c, crochet.rabbit_prop(c), 760, 850, 0.84))
    back, front, d = snacks.basket(c, 250, 170)
    balls = "".join(
        move(path(ellipse(6, 20, 70, 60), "#140a18", opacity=0.3, filter=blur(c, 10, True)) + yarn_ball(c, 150, t), x, y)
        for x, y, t in ((-130, -40, "#8fb8c8"), (0, -70, "#c06a4a"), (130, -40, "#d9b98a"), (-70, 0, "#b5545f"), (70, 0, "#7f9672"))
    )
    inner = f"translate(0 {n(-170 - 250 * 0.8 * K)})"
    c.put(
        on(
            c,
            Prop(group(back, balls, front, transform=inner), group(path(d, "#000"), path(ellipse(0, -40, 200, 90), "#000"), transform=inner), 205, 48),
            330,
            880,
            1.0,
        )
    )
    c.put(on(c, crochet.hat_prop(c, 140), 1010, 920, 0.9))
    for x, y, t, s in ((560, 930, "#8b6a86", 110), (1330, 920, "#8fb8c8", 120)):
        c.put(path(ellipse(x + 10, y + s * 0.4, s * 0.5, 14), c.family.shadow, opacity=0.5, filter=blur(c, 8, True)), move(yarn_ball(c, s, t), x, y))
    c.put(lying(c, hook(220, c), 620, 960, -10, 1, 0.8), lying(c, hook(200, c), 1130, 960, 8, 1, 0.8))
    return c


@picture(
    "umkm/kebun-puspavani/foto-1",
    "Rak kebun anggrek: anggrek bulan putih, dendrobium ungu, bibit botolan, dan media sabut",
    "Orchid nursery shelf: white moth orchids, purple dendrobium, flasks and husk medium",
    family="plant",
    **COVER,
)
def puspavani(p):
    c = p.studio(table="wood", form=None, horizon=0.62, gobo="window")
    c.put(shelf(c, 520, 300, 520))
    for k in range(4):
        c.put(on_shelf(c, garden.flask_prop(c), 600 + k * 122, 300, 0.36))
    c.put(
        on(c, garden.moth_prop(c, 5), 210, 860, 0.92),
        on(c, garden.dendro_prop(c), 640, 890, 0.76),
        on(c, garden.moth_prop(c, 4, "#f3d3e4"), 960, 870, 0.74),
        on(c, garden.medium_bag(c), 1340, 860, 0.76),
    )
    c.put(on(c, garden.half_husk(c, 120), 1130, 930, 1.0), husk(c, 430, 945, 130, 20, 30, 32))
    return c


@picture(
    "umkm/gerabah-wenira/foto-1",
    "Meja putar gerabah dengan mangkuk basah, rak mug dan cangkir, vas, serta teko",
    "Potter's wheel with a wet bowl, shelves of mugs and cups, a vase and a teapot",
    family="home",
    **COVER,
)
def wenira(p):
    c = p.studio(table="wood", form=None, horizon=0.64, gobo="leaf")
    c.put(shelf(c, 640, 200, 760), shelf(c, 640, 430, 760))
    for k in range(5):
        c.put(on_shelf(c, clay.mug_prop(c, (clay.MILK, clay.MOSS)[k % 2]), 730 + k * 145, 200, 0.25))
    for k in range(6):
        c.put(on_shelf(c, clay.cup_prop(c, (clay.MOSS, clay.MILK, "#b98560")[k % 3]), 720 + k * 122, 430, 0.62))
    c.put(on(c, potters_wheel(c), 360, 880, 1.35))
    c.put(on(c, clay.vase_prop(c), 790, 870, 0.62), on(c, clay.teapot_prop(c), 1170, 890, 0.86))
    for k, t in enumerate((-8, 4, 14)):
        tool = group(
            wood(c, rect(0, -8, 150, 16, 7), (0, -8, 150, 16), WOOD["teak"]), path(smooth([(150, -6), (190, -12), (206, 0), (190, 12), (150, 6)]), "#c9cfd2")
        )
        c.put(lying(c, tool, 620 + k * 20, 930 + k * 18, t, 0.9, 0.8))
    return c


@picture(
    "umkm/mainan-tirsana/foto-1",
    "Meja kerja mainan kayu: balok warna, puzzle peta, kaleng cat air, dan kuas",
    "Wooden toy workshop: coloured blocks, map puzzle, pots of water paint and brushes",
    family="toy",
    **COVER,
)
def tirsana(p):
    c = p.studio(table="wood", form="disc", horizon=0.6, fx=0.3, form_size=0.8)
    art, tray = toys.puzzle_art(c)
    c.put(shelf(c, 880, 470, 540), drop(c, rect(960, 60, 380, 400), 16, 18, 14, 0.45), group(art, transform="translate(930 42) scale(0.43)"))
    for prop, x, y in toys.tower(c):
        c.put(place(c, prop, 430 + x * 0.92, 850 + y * 0.92, 0.92, strength=0.4))
    for k, tone in enumerate((toys.RED, toys.YELLOW, toys.BLUE, toys.GREEN)):
        x, y = 860 + k * 140, 850 + (k % 2) * 50
        from ..vessel import mouth, turned

        prof = [(-120, 56), (-10, 56), (0, 53)]
        jar = (
            turned(c, 0, prof, "#e9e4d8", 0.4, 0.4)
            + path(rect(-55, -86, 110, 50), tone, opacity=0.95)
            + path(rect(-55, -86, 110, 50), c.linear([(0, "#140a10", 0.4), (0.3, "#fff", 0.25), (1, "#140a10", 0.45)]))
            + mouth(c, 0, -120, 56, "#e9e4d8", tone, 5, fill=path(ellipse(0, -112, 50, 12), tone))
        )
        c.put(on(c, Prop(jar, rect(-56, -126, 112, 128, 10), 54, 14), x, y, 1.0))
    for k, tone in enumerate((toys.RED, toys.BLUE)):
        brush = group(
            wood(c, rect(0, -7, 190, 14, 6), (0, -7, 190, 14), WOOD["pine"]),
            path(rect(186, -9, 34, 18), steel(c, False)),
            path(smooth([(220, -9), (262, -7), (282, 0), (262, 7), (220, 9)]), tone),
        )
        c.put(lying(c, brush, 720 + k * 40, 940 + k * 26, -6 + k * 10, 1, 0.85))
    c.put(on(c, toys.block(c, 100, 100, 100, toys.VIOLET), 120, 930, 1.0), on(c, toys.block(c, 90, 80, 90, toys.TEAL, "cylinder"), 250, 955, 1.0))
    return c


@picture(
    "umkm/studio-larikarsa/foto-1",
    "Meja studio desain: laptop, kamera, contoh kemasan, kipas warna, dan lampu studio",
    "Design studio desk: laptop, camera, packaging mock-ups, colour cards and a studio lamp",
    family="service",
    **COVER,
)
def larikarsa(p):
    c = p.studio(table="wood", form="arch", horizon=0.6, fx=0.42, form_size=0.9)
    c.put(lamp_glow(c, 1290, 230, 420, 0.5), line("M1290 330V760", "#2b2a30", 12), softbox(c, 1280, 230, 230, 170))
    c.put(on(c, services.laptop_prop(c, wireframe(c), 640, 470), 560, 820, 1.0))
    c.put(on(c, services.mock_box(c), 150, 790, 1.0), on(c, services.mock_pouch(c), 1010, 850, 0.9), on(c, services.mock_jar(c), 1160, 900, 0.8))
    cam, shape = camera(c, 0, -100, 280)
    c.put(on(c, Prop(cam, shape, 130, 20), 250, 930, 1.0))
    c.put(
        f'<g transform="translate(1340 960) scale(1 0.55)">{move(services.swatches(c, ("#e39b62", "#f5efe3", "#3a3558", "#7f9672", "#c05c7e"), 120), 0, 0, -10)}</g>',
        lying(c, services.pencil(c, 260), 560, 930, 6, 1, 0.8),
    )
    return c


@picture(
    "koperasi/kriya-tujuh-rumpun/foto-1",
    "Gerai koperasi kriya: rak berisi bingkai, gerabah, rajutan, mainan kayu, dan kain batik",
    "Craft cooperative shop: shelves of frames, stoneware, crochet, wooden toys and batik",
    family="craft",
    **COVER,
)
def kriya(p):
    c = p.studio(table="wood", form=None, horizon=0.7, gobo="leaf")
    c.put(shelf(c, 60, 310, 1380), shelf(c, 60, 590, 1380))
    c.put(
        on_shelf(c, frames.frame_prop(c, 200, 240, 26, WOOD["pine"], landscape("lake"), mat=16), 190, 310, 0.95),
        on_shelf(c, clay.vase_prop(c), 400, 310, 0.32),
        on_shelf(c, crochet.rabbit_prop(c), 590, 310, 0.32),
        on_shelf(c, frames.floating_prop(c), 800, 310, 0.38),
        on_shelf(c, clay.mug_prop(c), 980, 310, 0.28),
        on_shelf(c, clay.mug_prop(c, clay.MOSS), 1130, 310, 0.28),
        on_shelf(c, crochet.hat_prop(c, 120), 1310, 310, 0.62),
    )
    c.put(
        on_shelf(c, batik.cloth_stack(c, 300, ("indigo", "soga", "violet"), 0.4), 230, 590, 0.7),
        on_shelf(c, clay.teapot_prop(c), 520, 590, 0.42),
        on_shelf(c, frames.carved_prop(c), 760, 590, 0.32),
        on_shelf(c, crochet.sling_bag(c), 1000, 590, 0.32),
        on_shelf(c, gifts.tumbler(c), 1180, 590, 0.44),
        on_shelf(c, gifts.plaque(c), 1330, 590, 0.34),
    )
    c.put(
        on(c, gifts.craft_box(c), 420, 930, 0.72),
        on(c, batik.tote_prop(c), 860, 940, 0.46),
        on(c, toys.block(c, 120, 120, 120, toys.RED), 1120, 930, 0.9),
        on(c, toys.block(c, 110, 100, 110, toys.BLUE, "prism"), 1124, 822, 0.9, strength=0.1),
        on(c, gifts.plain_tote(c), 1320, 950, 0.56),
    )
    return c


@picture(
    "koperasi/warga-sejalan/foto-1",
    "Gerai sembako koperasi: karung beras, minyak, gula, timbangan, dan rak kebutuhan dapur",
    "Grocery cooperative: rice bags, oil, sugar, a scale and shelves of staples",
    family="food",
    **COVER,
)
def sejalan(p):
    c = p.studio(table="wood", form=None, horizon=0.66, gobo="window")
    c.put(shelf(c, 520, 250, 900), shelf(c, 520, 480, 900))
    for k in range(7):
        c.put(on_shelf(c, gifts.oil_bottle(c), 590 + k * 126, 250, 0.44))
    for k in range(6):
        c.put(on_shelf(c, gifts.sugar_pack(c), 610 + k * 146, 480, 0.58))
    c.put(on(c, gifts.rice_sack(c), 240, 800, 1.02), on(c, gifts.rice_sack(c), 480, 870, 0.98))
    c.put(
        on(c, scale(c), 860, 890, 1.1),
        on(c, gifts.sugar_pack(c), 860, 690, 0.62, strength=0.1),
        on(c, gifts.oil_bottle(c), 1090, 900, 0.8),
        on(c, gifts.oil_bottle(c), 1190, 920, 0.8),
        on(c, gifts.sugar_pack(c), 1340, 940, 0.9),
    )
    return c


@picture(
    "koperasi/digital-remaja-pagi/foto-1",
    "Meja kerja koperasi digital: dua laptop, ponsel toko daring, papan tugas, dan paket siap kirim",
    "Digital cooperative desk: two laptops, a phone with the shop, a task list and parcels",
    family="service",
    **COVER,
)
def remaja(p):
    c = p.studio(table="wood", form="disc", horizon=0.6, fx=0.5, form_size=0.95)
    from ..device import grid_screen, phone

    c.put(on(c, services.plant_pot(c), 760, 720, 1.0))
    c.put(
        on(c, services.laptop_prop(c, wireframe(c), 560, 420), 400, 800, 0.98),
        on(c, services.laptop_prop(c, wireframe(c, "#6c6a8e", "#c4c3d6"), 520, 390), 1080, 780, 0.92),
    )
    art, shape = phone(c, -95, -380, 190, 380, grid_screen(c, ("#e39b62", "#7f9672", "#c05c7e", "#5f7f81", "#edc675", "#8079ab")))
    c.put(on(c, Prop(art, shape, 80, 10), 745, 880, 0.95))
    c.put(on(c, services.parcel(c, 260, 160), 1270, 930, 0.95), on(c, services.parcel(c, 190, 110, 80, 40, "#d2aa7a"), 1250, 772, 0.95, strength=0.1))
    c.put(
        on(c, clay.mug_prop(c, clay.MILK, "#6f4226"), 130, 930, 0.34),
        group(services.clipboard(c, 280, 360), transform="translate(880 750) scale(0.85 0.6) skewX(-10)"),
    )
    return c
