"""Pictures of innovations, facilities, events, stories, collections and news; they re-use the product props."""

from ..catalogue import picture
from ..cloth import rod
from ..device import camera, grid_screen, lamp_glow, phone, sheet, softbox, wireframe
from ..food import cassava_chip, chilli, heap, lime_leaf, nastar, shallot
from ..frame import flower_art, landscape
from ..geometry import ellipse, poly, rect, smooth
from ..letter import outline
from ..light import blur, drop, relief, slope
from ..materials import bevel, brass, steel, weave, wood
from ..pack import bow, tag
from ..palette import WOOD, dark, light, mix
from ..pattern import BATIK, batik_orchid
from ..plant import husk, moth_orchid
from ..stage import Prop, lying, place
from ..svg import group, line, move, path
from ..tools import (
    backsaw,
    basin,
    bunting,
    calendar,
    clamp,
    curls,
    hammer,
    ketupat,
    laser_cutter,
    magnifier,
    mangosteen,
    mitre_jig,
    moulding,
    pegboard,
    plinth,
    pot,
    scale,
    shelf,
    steam,
    tray_oven,
    try_square,
)
from . import bakery, batik, clay, coffee, crochet, frames, garden, gifts, relish, services, snacks, toys
from .makers import COVER, on, on_shelf


def chip_rack(c):
    """Trays of chips for the oven."""
    return lambda x, y, w: heap(c, lambda s: cassava_chip(c, s), x + w / 2, y - 8, w * 0.44, 9, 16, 62, 0.5)


def ribbon_band(c, y, sag=40, tone="#c8332a"):
    """Opening ribbon across the picture with a bow in the middle."""
    d = f"M-20 {y}Q{c.w / 2} {y + sag * 2} {c.w + 20} {y}V{y + 54}Q{c.w / 2} {y + 54 + sag * 2} -20 {y + 54}Z"
    return group(
        path(d, c.family.shadow, opacity=0.4, filter=blur(c, 12, True), transform="translate(8 16)"),
        path(d, tone, filter=relief(c, 7, 8, 0.35, 18, 0.35, margin=5)),
        bow(c, c.w / 2, y + sag + 20, 150, tone),
    )


def scissors(c, s=1.0):
    """Open scissors pointing up, pivot at 0,0."""
    out = []
    for side in (-1, 1):
        blade = path(poly([(-9, 0), (9, 0), (side * 4, -190)]), steel(c))
        grip = line(f"M0 0L{-side * 40} 110", "#3a3436", 20) + line(ellipse(-side * 58, 160, 34, 50), "#c8332a", 19)
        out.append(group(blade, grip, transform=f"rotate({side * 17})"))
    return group(*out, path(ellipse(0, 0, 12), brass(c)), transform=f"scale({s})")


def price_tag(c, x, y, text, turn=0, tone="#f2c14e"):
    """Bright tag with a short price word."""
    return tag(c, x, y, 104, 130, tone, (text,), "#5a2a14", turn, 46)


def chart(w, h, tone="#e39b62"):
    """Bars and a rising line on paper."""
    bars = "".join(
        path(rect(w * (0.12 + k * 0.16), h * (0.82 - (0.16 + 0.09 * k)), w * 0.1, h * (0.16 + 0.09 * k), 4), mix(tone, "#5f7f81", k / 5)) for k in range(5)
    )
    return (
        bars
        + line(f"M{w * 0.08} {h * 0.82}H{w * 0.94}M{w * 0.08} {h * 0.82}V{h * 0.18}", "#4a4652", 3)
        + line(smooth([(w * 0.14, h * 0.62), (w * 0.34, h * 0.52), (w * 0.52, h * 0.46), (w * 0.7, h * 0.3), (w * 0.88, h * 0.22)], False), "#c8332a", 6)
    )


def chair(c, tone="#6c6a8e"):
    """Wooden chair seen from the front, foot at 0,0."""
    out = "".join(path(rect(x, -170, 18, 170), c.linear([(0, light(WOOD["natural"], 0.2)), (1, dark(WOOD["natural"], 0.3))])) for x in (-82, 64))
    out += wood(c, rect(-92, -196, 184, 34, 10), (-92, -196, 184, 34), WOOD["natural"]) + path(
        rect(-86, -214, 172, 30, 14), tone, filter=relief(c, 6, 8, 0.1, 12, 0.35)
    )
    return Prop(out, group(path(rect(-92, -214, 184, 54), "#000"), path(rect(-82, -170, 18, 170), "#000"), path(rect(64, -170, 18, 170), "#000")), 86, 12)


def meeting_table(c, w=900, h=250, tone=WOOD["natural"]):
    """Long oval table, foot at 0,0; top surface around y = -h."""
    legs = "".join(path(poly([(x - 14, -h + 20), (x + 14, -h + 20), (x + 8, 0), (x - 8, 0)]), dark(tone, 0.3)) for x in (-w * 0.34, w * 0.34))
    top = ellipse(0, -h, w / 2, w * 0.13)
    edge = ellipse(0, -h + 26, w / 2, w * 0.13)
    return Prop(
        group(legs, path(edge, dark(tone, 0.4)), wood(c, top, (-w / 2, -h - w * 0.13, w, w * 0.26), tone), bevel(c, top, 3)),
        group(path(edge, "#000"), path(rect(-w * 0.36, -h, 20, h), "#000"), path(rect(w * 0.34, -h, 20, h), "#000")),
        w * 0.36,
        20,
    )


def steel_bench(c, w=1300, h=260):
    """Stainless kitchen table, foot at 0,0."""
    x = -w / 2
    out = [
        path(rect(x, -h, w, 44, 5), steel(c, False)),
        path(rect(x + 10, -h + 44, w - 20, 70), c.linear([(0, "#7d858a"), (1, "#b9c0c4")], 0, 0, 0, 1)),
        path(rect(x + 30, -70, w - 60, 20, 4), steel(c, False)),
    ]
    for lx in (x + 24, x + w - 50):
        out.append(path(rect(lx, -h + 44, 26, h - 44), steel(c)))
    return Prop(
        group(*out), group(path(rect(x, -h, w, 110), "#000"), path(rect(x + 24, -h, 26, h), "#000"), path(rect(x + w - 50, -h, 26, h), "#000")), w / 2, 16
    )


# ---------------------------------------------------------------- innovations


@picture(
    "inovasi/jig-sudut-45/foto-1",
    "Jig potong sudut 45 derajat dari kayu dengan bilah bingkai siap digergaji",
    "Wooden 45-degree cutting jig with a frame moulding ready to be sawn",
    family="craft",
    **COVER,
)
def jig(p):
    c = p.studio(table="wood", form="arch", horizon=0.54, fx=0.5, form_size=0.9)
    c.put(on(c, mitre_jig(c, 820), 700, 780, 1.2))
    a, shape = frames.corner_sample(c, 300, 66, WOOD["pine"])
    tr = "translate(1130 800) scale(1 0.62) rotate(-8)"
    c.put(
        group(drop(c, shape, 10, 16, 10, 0.5), a, transform=tr),
        lying(c, moulding(c, 420, 46), 120, 910, -4, 1, 0.85, 9),
        lying(c, moulding(c, 360, 46, WOOD["teak"]), 190, 955, 2, 1, 0.85, 9),
        move(curls(c, 20), 760, 930),
    )
    return c


@picture(
    "inovasi/warna-kulit-manggis/foto-1",
    "Buah manggis, baskom pewarna merah tua, dan kain batik hasil celupan",
    "Mangosteens, a basin of dark red dye and batik cloth dyed with it",
    family="batik",
    **COVER,
)
def manggis(p):
    c = p.studio(table="wood", form=None, horizon=0.6, gobo="window")
    art, shape = hanging_cloth(c)
    c.put(drop(c, shape, 20, 22, 18, 0.5), rod(c, 38, 690, 1560, thick=20), art)
    bits = "".join(line(smooth([(x, -98), (x + 30, -92), (x + 66, -100)], False), "#a8405a", 7, opacity=0.6) for x in (-120, -30, 50))
    c.put(on(c, basin(c, 250, 150, "#d9d3c4", "#5a1428", bits), 470, 880, 1.1))
    for x, y, s, cut in (
        (860, 830, 190, False),
        (1030, 870, 200, True),
        (1200, 820, 180, False),
        (930, 930, 170, False),
        (1180, 930, 180, True),
        (1350, 900, 180, False),
    ):
        c.put(
            path(ellipse(x + s * 0.1, y + s * 0.4, s * 0.5, s * 0.16), c.family.shadow, opacity=0.55, filter=blur(c, 9, True)),
            move(mangosteen(c, s, cut), x, y),
        )
    for k, t in enumerate(("#e9b7b0", "#b5606e", "#8a3048", "#4f1526")):
        c.put(
            group(
                drop(c, rect(0, 0, 84, 120), 5, 6, 4, 0.4),
                path(rect(0, 0, 84, 120), weave(c, t, 3, 0.1)),
                transform=f"translate({60 + k * 62} {880 - k * 6}) rotate({-10 + k * 7}) scale(1 0.7)",
            )
        )
    return c


def hanging_cloth(c):
    """Dyed cloth for the mangosteen scene."""
    from ..cloth import hanging

    return hanging(c, 760, 40, 560, 560, batik_orchid(c, BATIK["mangosteen"], 0.9), 6, 0.42, 16)


@picture(
    "inovasi/oven-pengering-hemat/foto-1",
    "Oven pengering baja dengan rak keripik singkong dan penunjuk suhu 62 derajat",
    "Steel drying oven with racks of cassava chips and a 62-degree display",
    family="food",
    **COVER,
)
def oven(p):
    c = p.studio(table="paper", form="disc", horizon=0.74, fx=0.42, form_size=0.95)
    c.put(on(c, tray_oven(c, chip_rack(c), 500, 700), 560, 900, 1.14))
    c.put(on(c, snacks.tray_of(c, lambda s: cassava_chip(c, s), 210, 50, 40, 90, 0.34), 1130, 930, 1.0), on(c, snacks.chips_pouch(c), 1370, 930, 0.62))
    tank = group(
        path(rect(-80, -210, 160, 210, 40), "#3f9a5a", filter=relief(c, 14, 18, 0.4, 18, 0.25)),
        path(rect(-50, -246, 100, 44, 10), "none", stroke="#2f7a46", stroke_width=12.0),
        path(rect(-16, -240, 32, 36, 6), brass(c)),
        path(outline("3 kg", 0, -90, 46, "bold", 1), "#ffffff"),
    )
    c.put(on(c, Prop(tank, rect(-80, -240, 160, 240, 40), 70, 18), 170, 910, 1.05))
    return c


@picture(
    "inovasi/isi-panas-sambal/foto-1",
    "Pengisian panas: panci sambal mengepul dengan termometer, corong, dan botol bersih",
    "Hot filling: a steaming pot of relish with a thermometer, a funnel and clean jars",
    family="chilli",
    **COVER,
)
def hot_fill(p):
    c = p.studio(table="stone", form="arch", horizon=0.58, fx=0.36, form_size=0.9)
    bits = group(
        *(
            move(
                path(ellipse(0, 0, 13, 7), c.rnd.choice(["#e84a24", "#8f140c", "#f0b070"])),
                c.rnd.uniform(-180, 180),
                -230 + c.rnd.uniform(-34, 42),
                c.rnd.uniform(0, 180),
            )
            for _ in range(110)
        )
    )
    c.put(steam(c, 430, 500, 400, 130, 0.5), on(c, pot(c, 220, 260, "#b9c0c4", "#b5251a", bits), 420, 850, 1.25))
    probe = (
        line("M0 0L-90 250", "#c9cfd2", 9)
        + path(ellipse(14, -40, 58), "#f7f3ea", stroke="#8d9296", stroke_width=9.0)
        + path(outline("85°", 14, -26, 38, "bold"), "#c8332a")
    )
    c.put(move(probe, 640, 330, 0, 1.1))
    c.put(on(c, relish.relish_jar(c), 860, 820, 0.84))
    prof = relish.jar_profile(-520, 0, 185, 0.84, 0.1)
    d = relish.outline_path(0, prof)
    from ..vessel import glass_shell

    empty = Prop(
        group(
            path(d, "#f6f0ea", opacity=0.35),
            relish.sambal(c, relish.outline_path(0, [(-230, 176), (-40, 177), (-10, 170), (-4, 160)]), (-185, -240, 370, 240), "#c8341a", 60),
            glass_shell(c, 0, prof),
            path(smooth([(-150, -640), (150, -640), (46, -520), (34, -430), (-34, -430), (-46, -520)], True, 0.4), steel(c)),
            path(ellipse(0, -640, 150, 34), "#8b9398") + path(ellipse(0, -636, 134, 27), "#4b5257"),
        ),
        path(d, "#000", opacity=0.6),
        166,
        44,
    )
    c.put(on(c, empty, 1130, 860, 0.84), on(c, relish.relish_jar(c, level=5, lid_tone="#a3231a"), 1370, 890, 0.7))
    return c


@picture(
    "inovasi/media-sabut-olah/foto-1",
    "Sabut kelapa utuh, cacahan yang direndam, media kering, dan anggrek sehat di pot",
    "Whole coconut husk, chips soaking, dry medium and a healthy potted orchid",
    family="plant",
    **COVER,
)
def husk_story(p):
    c = p.studio(table="wood", form="arch", horizon=0.6, fx=0.78, form_size=0.9)
    c.put(on(c, garden.moth_prop(c, 5), 1170, 870, 0.9))
    c.put(on(c, garden.half_husk(c, 160), 190, 850, 1.05))
    c.put(on(c, basin(c, 190, 130, "#7f9fb0", "#6d4a2a", husk(c, 0, -112, 150, 34, 46, 30)), 540, 880, 1.05))
    tray = garden.medium_bag(c)
    c.put(on(c, tray, 850, 860, 0.72), husk(c, 800, 940, 170, 24, 40, 34), husk(c, 300, 945, 90, 16, 18, 30))
    return c


@picture(
    "inovasi/etalase-statis/foto-1",
    "Ponsel sederhana menampilkan etalase produk dengan cepat, dikelilingi produk UMKM",
    "A simple phone showing the product showcase quickly, surrounded by makers' goods",
    family="service",
    **COVER,
)
def showcase(p):
    c = p.studio(table="wood", form="disc", horizon=0.62, fx=0.5, form_size=1.0)
    art, shape = phone(c, -170, -640, 340, 640, grid_screen(c, ("#e39b62", "#7f9672", "#c05c7e", "#5f7f81", "#edc675", "#8079ab")))
    c.put(
        on(c, relish.relish_jar(c), 420, 850, 0.66),
        on(c, clay.vase_prop(c), 210, 820, 0.62),
        on(c, snacks.chips_pouch(c), 1090, 850, 0.62),
        on(c, crochet.rabbit_prop(c), 1320, 880, 0.5),
    )
    c.put(on(c, Prop(art, shape, 150, 14), 750, 900, 1.1))
    gauge = rect(-150, -44, 300, 88, 44)
    bars = "".join(path(rect(-112 + k * 26, 22 - 12 * (k + 1), 17, 12 * (k + 1), 4), "#3f9a5a" if k < 2 else "#d9d6de") for k in range(4))
    c.put(
        group(
            drop(c, gauge, 10, 14, 10, 0.4),
            path(gauge, "#fdfaf3"),
            bars,
            path(outline("hemat", 62, 16, 50, "script"), "#3a3558"),
            transform="translate(1120 230) rotate(4)",
        )
    )
    return c


# ---------------------------------------------------------------- facilities


def kitchen(c):
    """Teaching kitchen: bench, pots, oven, jars on a shelf."""
    c.put(shelf(c, 120, 260, 760))
    for k in range(6):
        prop = (relish.relish_jar(c), bakery.nastar_jar(c), relish.coconut_jar(c))[k % 3]
        c.put(on_shelf(c, prop, 190 + k * 124, 260, 0.3))
    c.put(on(c, tray_oven(c, chip_rack(c), 420, 620), 1220, 850, 1.08))
    c.put(on(c, steel_bench(c, 980, 270), 520, 940, 1.0))
    top = 672
    c.put(
        steam(c, 260, top - 220, 190, 80, 0.36),
        on(c, pot(c, 130, 160, "#c9cfd2", "#d99a2c"), 260, top + 16, 1.0, strength=0.2),
        on(c, scale(c), 560, top + 12, 0.8, strength=0.2),
        on(c, basin(c, 120, 80, "#7f9fb0", "#f3e2b0"), 840, top + 14, 1.0, strength=0.2),
    )
    c.put(lying(c, chilli(c, 110), 690, top + 6, 10, 1, 0.7, 4), lying(c, shallot(c, 60), 730, top + 8, -20, 1, 0.9, 4))
    return c


@picture(
    "fasilitas/dapur-uji/foto-1",
    "Dapur uji: meja baja dengan panci dan timbangan, oven pengering, dan rak sampel",
    "Test kitchen: steel bench with pot and scale, drying oven and a shelf of samples",
    family="food",
    **COVER,
)
def test_kitchen(p):
    return kitchen(p.studio(table="paper", form=None, horizon=0.74, gobo="window"))


@picture(
    "fasilitas/bengkel-kriya/foto-1",
    "Bengkel kriya: mesin pemotong laser memotong motif anggrek, papan alat di dinding",
    "Craft workshop: a laser cutter cutting orchids, with a tool board on the wall",
    family="craft",
    **COVER,
)
def craft_shop(p):
    c = p.studio(table="wood", form=None, horizon=0.64, gobo="window")
    c.put(pegboard(c, 60, 70, 620, 380))
    for tool, x, y, t in (
        (backsaw(c, 270), 240, 120, 0),
        (try_square(c, 170), 130, 250, 0),
        (hammer(c, 200), 420, 270, 0),
        (clamp(c, 260), 540, 130, 0),
        (clamp(c, 260), 600, 130, 0),
    ):
        c.put(lying(c, tool, x, y, t, 0.9, 1, 9))
    c.put(on(c, laser_cutter(c, 760, 430), 940, 870, 1.1))
    from ..pattern import orchid

    for k in range(3):
        c.put(
            lying(
                c,
                group(
                    wood(c, ellipse(0, 0, 66), (-66, -66, 132, 132), WOOD["birch"]),
                    bevel(c, ellipse(0, 0, 66), 3),
                    orchid("none", "none", "#5a2f14", "#5a2f14", None, False),
                ),
                150 + k * 150,
                890 + (k % 2) * 36,
                k * 20,
                1,
                0.6,
                8,
            )
        )
    return c


def photo_set(c):
    """Studio set with two lamps and a product on a sweep."""
    sweep = smooth([(480, 150), (1060, 150), (1065, 620), (1150, 880), (390, 880), (475, 620)], True, 0.3)
    c.put(lamp_glow(c, 220, 260, 460, 0.55), lamp_glow(c, 1300, 300, 400, 0.45))
    c.put(drop(c, sweep, 14, 16, 16, 0.35), path(sweep, c.linear([(0, "#f3d9b4"), (0.66, "#f7e6cb"), (1, "#eacfa4")], 0, 0, 0, 1)))
    c.put(
        line("M235 380V925", "#2b2a30", 12),
        softbox(c, 190, 260, 260, 12),
        line("M1320 420V925", "#2b2a30", 12),
        group(softbox(c, 0, 0, 230, 10), transform="translate(1330 300) scale(-1 1)"),
    )
    return c


@picture(
    "fasilitas/studio-foto/foto-1",
    "Studio foto produk: dua lampu kotak, latar lengkung krem, kamera, dan anggrek di meja foto",
    "Product photo studio: two softboxes, a cream sweep, a camera and an orchid on the set",
    family="service",
    **COVER,
)
def photo_room(p):
    c = photo_set(p.studio(table="paper", form=None, horizon=0.72))
    c.put(on(c, garden.moth_prop(c, 5), 790, 810, 0.66), on(c, clay.mug_prop(c), 960, 830, 0.28))
    live = services.still_life(c, (garden.moth_prop(c, 5), 0.45, 0.95), (clay.mug_prop(c), 0.72, 0.45))
    c.put(on(c, services.camera_set(c, 330, 330, 160, live), 520, 985, 1.0))
    return c


def display_room(c):
    """Plinths with goods."""
    for x, w, h, tone, prop, s in (
        (200, 260, 250, "#d9cdbd", clay.vase_prop(c), 0.52),
        (480, 250, 150, "#c98a63", crochet.rabbit_prop(c), 0.46),
        (770, 290, 310, "#efe6d6", frames.carved_prop(c), 0.56),
        (1060, 250, 190, "#7f9a9a", batik.tote_prop(c), 0.46),
        (1320, 250, 270, "#d9cdbd", clay.teapot_prop(c), 0.52),
    ):
        c.put(on(c, plinth(c, w, h, tone), x, 900, 1.0), place(c, prop, x - 6, 900 - h + 8, s, strength=0.16, length=0.25))
    return c


@picture(
    "fasilitas/ruang-pamer/foto-1",
    "Ruang pamer: vas, boneka rajut, bingkai ukir, tas batik, dan teko di atas tumpuan",
    "Showroom: a vase, crochet rabbit, carved frame, batik tote and teapot on plinths",
    family="home",
    **COVER,
)
def showroom(p):
    c = p.studio(table="paper", form="arch", horizon=0.72, fx=0.5, form_size=1.0)
    return display_room(c)


# ---------------------------------------------------------------- events


def phone_shoot(c):
    """Phone on a small tripod taking a picture of a jar on a sweep."""
    from ..device import tripod

    sweep = smooth([(700, 190), (1330, 190), (1335, 600), (1400, 850), (630, 850), (695, 600)], True, 0.3)
    c.put(drop(c, sweep, 14, 16, 14, 0.35), path(sweep, c.linear([(0, "#fae6b4"), (0.66, "#fdf2d6"), (1, "#efd9a8")], 0, 0, 0, 1)))
    c.put(on(c, relish.relish_jar(c), 1000, 800, 0.72), lying(c, chilli(c, 130), 1170, 810, 10, 1, 0.8, 6), lying(c, shallot(c, 66), 850, 815, 0, 1, 0.95, 5))

    def screen(x, y, w, h):
        return group(
            path(rect(x, y, w, h), c.linear([(0, "#fae6b4"), (1, "#f3d9a0")], 0, 0, 0, 1)),
            move(relish.relish_jar(c).art, x + w / 2, y + h * 0.8, 0, w / 620),
            line(f"M{x + w / 3} {y}V{y + h}M{x + 2 * w / 3} {y}V{y + h}M{x} {y + h / 3}H{x + w}M{x} {y + 2 * h / 3}H{x + w}", "#ffffff", 2, opacity=0.7),
            path(ellipse(x + w / 2, y + h * 0.92, w * 0.09), "#ffffff"),
        )

    art, shape = phone(c, -150, -610, 300, 560, screen)
    legs = tripod(c, 0, -96, 0, 130)
    c.put(on(c, Prop(group(legs, art), group(path(shape, "#000"), line("M0 -60L-130 0M0 -60L130 0", "#000", 14)), 130, 14), 400, 930, 1.1))
    return c


@picture(
    "agenda/kelas-foto-ponsel/foto-1",
    "Ponsel di tripod kecil memotret botol sambal di latar krem, garis bantu tampak di layar",
    "Phone on a small tripod photographing a relish jar, grid lines on its screen",
    family="service",
    **COVER,
)
def phone_class(p):
    return phone_shoot(p.studio(table="wood", form=None, horizon=0.68, gobo="window"))


@picture(
    "agenda/klinik-pirt/foto-1",
    "Papan daftar periksa, kemasan berlabel, dan kaca pembesar di meja layanan izin edar",
    "A ticked checklist, a labelled pouch and a magnifier on the permit service desk",
    family="food",
    **COVER,
)
def permit_clinic(p):
    c = p.flat(surface="linen", colour="#ecd9b0")
    c.put(group(services.clipboard(c, 420, 600), transform="translate(130 170) rotate(-5)"))
    pouch_ = snacks.chips_pouch(c)
    c.put(group(drop(c, pouch_.shape, 16, 20, 16, 0.5), pouch_.art, transform="translate(900 900) rotate(4) scale(1.14)"))
    c.put(
        group(drop(c, ellipse(0, 0, 130), 16, 22, 14, 0.45), magnifier(c, 140, 35), transform="translate(1220 300)"),
        lying(c, services.pencil(c, 330), 560, 800, -50, 1, 1, 9),
        lying(c, lime_leaf(c, 170), 1330, 860, 20),
    )
    return c


@picture(
    "agenda/pasar-kriya/foto-1",
    "Pasar kriya: dua stan bertenda garis di bawah bendera warna-warni",
    "Craft market: two striped booths under colourful bunting",
    family="toy",
    **COVER,
)
def craft_market(p):
    c = p.studio(table="paper", form=None, horizon=0.78, gobo="leaf")
    c.put(on(c, services.booth(c, 620, 640), 420, 920, 0.98, length=0.3), on(c, services.booth(c, 620, 640), 1110, 920, 0.98, length=0.3))
    c.put(bunting(c, -40, 760, 40, 60), bunting(c, 740, 1540, 50, 56))
    c.put(on(c, batik.tote_prop(c), 770, 950, 0.3), on(c, garden.dendro_prop(c), 60, 960, 0.32), on(c, garden.moth_prop(c, 4), 1450, 960, 0.36))
    return c


@picture(
    "agenda/temu-mitra/foto-1",
    "Meja pertemuan dengan dua laptop, cangkir teh, contoh produk, dan kursi kosong",
    "Meeting table with two laptops, tea cups, product samples and empty chairs",
    family="service",
    **COVER,
)
def partner_meeting(p):
    c = p.studio(table="paper", form="arch", horizon=0.62, fx=0.5, form_size=1.0)
    for x in (330, 590, 910, 1170):
        c.put(on(c, back_chair(c), x, 700, 1.0))
    c.put(on(c, meeting_table(c, 1220, 300), 750, 940, 1.0))
    c.put(
        on(c, services.laptop_prop(c, wireframe(c, "#6c6a8e", "#c4c3d6"), 380, 280), 470, 680, 0.86, strength=0.2),
        on(c, services.laptop_prop(c, wireframe(c), 380, 280), 1030, 680, 0.86, strength=0.2),
    )
    c.put(
        on(c, garden.moth_prop(c, 4), 750, 650, 0.42, strength=0.2),
        on(c, clay.cup_prop(c), 640, 720, 0.34, strength=0.2),
        on(c, clay.cup_prop(c), 880, 722, 0.34, strength=0.2),
        on(c, relish.relish_jar(c), 780, 742, 0.17, strength=0.2),
        on(c, snacks.chips_pouch(c), 720, 744, 0.15, strength=0.2),
    )
    return c


def back_chair(c, tone="#6c6a8e"):
    """Chair whose back rises behind the table."""
    back = rect(-90, -330, 180, 210, 40)
    out = path(back, tone, filter=relief(c, 12, 14, 0.1, 12, 0.3)) + "".join(path(rect(x, -140, 16, 140), dark(WOOD["natural"], 0.2)) for x in (-80, 64))
    return Prop(out, group(path(back, "#000"), path(rect(-80, -140, 160, 20), "#000")), 84, 12)


@picture(
    "agenda/simulasi-bisnis/foto-1",
    "Papan permainan simulasi bisnis dengan pion, koin, kartu, dan grafik naik",
    "Business simulation board game with pawns, tokens, cards and a rising chart",
    family="toy",
    **COVER,
)
def simulation(p):
    c = p.flat(surface="wood", colour="#c99a66")
    board = rect(90, 110, 800, 780, 26)
    c.put(drop(c, board, 18, 24, 18, 0.5), path(board, slope(c, "#f6efdd", 0.05)), bevel(c, board, 4))
    tones = [toys.RED, toys.YELLOW, toys.BLUE, toys.GREEN, toys.ORANGE, toys.VIOLET, toys.TEAL]
    spots = (
        [(130 + k * 122, 150) for k in range(6)]
        + [(740, 150 + k * 118) for k in range(1, 6)]
        + [(740 - k * 122, 740) for k in range(1, 6)]
        + [(130, 740 - k * 118) for k in range(1, 5)]
    )
    for k, (x, y) in enumerate(spots):
        cell = rect(x, y, 110, 106, 12)
        c.put(path(cell, slope(c, tones[k % 7], 0.1)), bevel(c, cell, 2), path(ellipse(x + 55, y + 53, 24), "#fff8ea", opacity=0.85))
        icon = k % 4
        mx, my = x + 55, y + 53
        ink = dark(tones[k % 7], 0.35)
        c.put(
            (
                path(rect(mx - 12, my - 14, 24, 28, 4), ink),
                path(smooth([(mx, my - 17), (mx + 13, my), (mx, my + 17), (mx - 13, my)]), ink),
                path(poly([(mx - 15, my + 12), (mx, my - 15), (mx + 15, my + 12)]), ink),
                line(f"M{mx - 13} {my + 8}L{mx - 3} {my - 2}L{mx + 4} {my + 4}L{mx + 14} {my - 10}", ink, 5),
            )[icon]
        )
    c.put(move(garden.moth_orchid(c, 210), 490, 500), path(outline("MULAI", 490, 690, 54, "bold", 4), "#b7502a"))
    for x, y, t in ((185, 205, toys.RED), (550, 800, toys.BLUE), (800, 440, toys.GREEN)):
        c.put(
            path(ellipse(x + 16, y + 20, 36), c.family.shadow, opacity=0.5, filter=blur(c, 8, True)),
            path(ellipse(x, y, 36), c.radial([(0, light(t, 0.5)), (0.6, t), (1, dark(t, 0.4))], 0.35, 0.3, 0.8)),
            path(ellipse(x - 4, y - 6, 20), c.radial([(0, light(t, 0.7)), (1, t)], 0.35, 0.3, 0.8)),
        )
    c.put(sheet(c, 960, 120, 420, 330, 5, chart(420, 330)))
    for k in range(4):
        c.put(sheet(c, 980 + k * 66, 560 - k * 6, 150, 220, -12 + k * 9, path(rect(12, 12, 126, 196, 8), tones[k]) + path(ellipse(75, 110, 34), "#fff8ea")))
    for x, y in ((980, 880), (1050, 900), (1110, 860), (1180, 905), (1240, 865), (1310, 895)):
        c.put(
            path(ellipse(x + 8, y + 10, 34), c.family.shadow, opacity=0.4, filter=blur(c, 6, True)),
            path(ellipse(x, y, 32), c.linear([(0, "#fff0bd"), (0.5, "#d9ac5a"), (1, "#a8782c")], 0, 0, 1, 1)),
            line(ellipse(x, y, 23), "#a8782c", 3),
        )
    return c


# ---------------------------------------------------------------- news


@picture(
    "kabar/kemajuan-umkm-ditentukan-mutu/foto-1",
    "Kaca pembesar memeriksa sudut bingkai, di samping mug, sambal, dan kain batik",
    "A magnifier checks a frame corner beside a mug, relish and batik cloth",
    family="craft",
    **COVER,
)
def quality(p):
    c = p.studio(table="wood", form="arch", horizon=0.6, fx=0.5, form_size=0.95)
    c.put(on(c, frames.frame_prop(c, 420, 520, 56, WOOD["pine"], landscape("rice"), mat=36), 420, 850, 1.1))
    c.put(
        on(c, batik.cloth_stack(c, 420, ("soga", "indigo", "violet"), 0.5), 1190, 800, 0.9),
        on(c, relish.relish_jar(c), 820, 860, 0.66),
        on(c, clay.mug_prop(c), 1080, 930, 0.5),
    )
    cx, cy, r = 640, 300, 150
    big = group(frames.corner_sample(c, 420, 120, WOOD["pine"])[0], transform=f"translate({cx + 60} {cy - 100}) rotate(90)")
    ground = path(ellipse(cx, cy, r), "#e8c9a4")
    c.put(
        path(ellipse(cx + 26, cy + 40, r), c.family.shadow, opacity=0.3, filter=blur(c, 20, True)),
        group(ground, big, clip_path=c.clip(ellipse(cx, cy, r))),
        move(magnifier(c, r, 38), cx, cy),
    )
    return c


@picture(
    "kabar/dapur-uji-dibuka/foto-1",
    "Pita merah terbentang di depan dapur uji yang baru dibuka",
    "A red ribbon across the newly opened test kitchen",
    family="food",
    **COVER,
)
def kitchen_opened(p):
    c = kitchen(p.studio(table="paper", form=None, horizon=0.74, gobo="window"))
    c.put(ribbon_band(c, 420, 60))
    c.put(lying(c, scissors(c, 0.9), 1040, 830, 30, 1, 1, 12))
    return c


@picture(
    "kabar/batch-foto-produk/foto-1",
    "Dinding penuh cetakan foto produk yang baru difoto ulang, dengan kamera di depan",
    "A wall of freshly retaken product prints with a camera in front",
    family="service",
    **COVER,
)
def prints_wall(p):
    c = p.studio(table="wood", form=None, horizon=0.82, gobo="window")
    from ..food import kembang_goyang
    from ..plant import dendrobium, vanda

    makers = [
        lambda: move(clay.mug_prop(c, clay.MILK).art, 68, 150, 0, 0.19),
        lambda: move(moth_orchid(c, 110), 72, 85),
        lambda: move(relish.relish_jar(c).art, 72, 152, 0, 0.21),
        lambda: move(clay.vase_prop(c).art, 72, 156, 0, 0.18),
        lambda: move(nastar(c, 96), 72, 85),
        lambda: move(vanda(c, 104), 72, 85),
        lambda: move(clay.cup_prop(c, clay.MOSS).art, 72, 135, 0, 0.48),
        lambda: move(cassava_chip(c, 110), 72, 85),
        lambda: move(dendrobium(c, 112), 72, 88),
        lambda: move(kembang_goyang(c, 120), 72, 85),
        lambda: move(coffee.coffee_pouch(c).art, 72, 154, 0, 0.18),
        lambda: move(crochet.rabbit_prop(c).art, 72, 154, 0, 0.17),
        lambda: move(gifts.plaque(c).art, 72, 152, 0, 0.2),
        lambda: move(batik.tote_prop(c).art, 72, 154, 0, 0.15),
        lambda: move(snacks.chips_pouch(c).art, 72, 154, 0, 0.18),
        lambda: move(clay.teapot_prop(c).art, 78, 136, 0, 0.22),
    ]
    grounds = ["#e8bd95", "#d3ddc0", "#f0b193", "#bccdc8", "#fae6b4", "#c4c3d6", "#f0d0c6", "#e8cf9a"]
    for row in range(3):
        y = 70 + row * 232
        c.put(line(f"M-20 {y - 6}Q750 {y + 26} 1520 {y - 6}", "#5a4632", 3))
        for k in range(8):
            i = (row * 8 + k) % 16
            x = 60 + k * 178
            sag = 26 * (1 - ((x + 72 - 750) / 770) ** 2)
            ground = grounds[(row * 3 + k) % 8]
            art = path(rect(10, 10, 125, 150), c.linear([(0, light(ground, 0.4)), (1, ground)], 0, 0, 1, 1)) + group(
                makers[i](), clip_path=c.clip(rect(10, 10, 125, 150))
            )
            c.put(sheet(c, x, y + sag, 145, 184, c.rnd.uniform(-3, 3), art), path(rect(x + 64, y + sag - 16, 17, 40, 4), WOOD["pine"]))
    cam, shape = camera(c, 0, -110, 300)
    c.put(on(c, Prop(cam, shape, 140, 20), 1190, 960, 1.0), on(c, services.plant_pot(c), 200, 960, 0.9))
    return c


@picture(
    "kabar/panduan-hampers/foto-1",
    "Dua hampers berdampingan: kue kering berpita emas dan kotak kriya kayu",
    "Two gift sets side by side: cookies with a gold bow and a wooden craft box",
    family="food",
    **COVER,
)
def hampers_guide(p):
    c = p.studio(table="linen", form="disc", horizon=0.58, fx=0.5, form_size=1.0)
    c.put(on(c, bakery.hamper(c), 380, 880, 0.98), on(c, gifts.craft_box(c), 1080, 890, 0.98))
    c.put(tag(c, 730, 900, 110, 140, "#fbf3ea", ("untuk", "Anda"), "#8b2f26", 10, 26))
    return c


@picture(
    "kabar/cara-cek-halal/foto-1",
    "Kaca pembesar di atas nomor P-IRT dan halal pada label kemasan camilan",
    "A magnifier over the permit and halal numbers on a snack label",
    family="plant",
    **COVER,
)
def check_number(p):
    c = p.flat(surface="linen", colour="#d5dcc6")
    label_ = rect(150, 130, 780, 740, 20)
    parts = [
        drop(c, label_, 16, 22, 16, 0.45),
        path(label_, slope(c, "#fdf6e4", 0.04)),
        path(rect(150, 130, 780, 120, 20), "#3f6b34"),
        path(outline("DAPUR SERUNAI", 540, 208, 54, "bold", 3), "#f6e3b0"),
    ]
    for k, (text, val) in enumerate((("P-IRT", "2063674990001-30"), ("HALAL", "ID36110099999990001"))):
        y = 400 + k * 170
        parts.append(
            path(rect(190, y - 76, 700, 118, 14), "#f1e7cf")
            + path(outline(text, 220, y + 4, 46, "bold", 2, "start"), "#b7502a")
            + path(outline(val, 400, y + 2, 38 if k else 44, "sans", 1, "start"), "#3a2a1c")
        )
    for k in range(3):
        parts.append(path(rect(200, 680 + k * 46, (420, 360, 300)[k], 16, 8), "#3a2a1c", opacity=0.35))
    parts.append("".join(path(rect(680 + k * 13, 670, 9 if k % 3 else 5, 130), "#2b2a30") for k in range(16)))
    c.put(group(*parts, transform="rotate(-4 540 500)"))
    cx, cy, r = 690, 380, 190
    zoom = (
        path(ellipse(cx, cy, r), "#fdf6e4")
        + path(rect(cx - r, cy - 76, 2 * r, 150), "#f1e7cf")
        + path(outline("2063674", cx, cy + 32, 92, "sans", 2), "#3a2a1c")
    )
    c.put(
        path(ellipse(cx + 30, cy + 44, r), c.family.shadow, opacity=0.4, filter=blur(c, 22, True)),
        group(zoom, clip_path=c.clip(ellipse(cx, cy, r))),
        move(magnifier(c, r, 36), cx, cy),
    )
    c.put(heap(c, lambda s: cassava_chip(c, s), 1280, 800, 150, 110, 14, 170, 1.0), lying(c, lime_leaf(c, 200), 1230, 200, 30))
    return c


# ---------------------------------------------------------------- stories


@picture(
    "cerita/bingkai-rantika-naik-kelas/foto-1",
    "Palet kayu bekas di kiri, bingkai jadi berjajar dan kardus pesanan hotel di kanan",
    "Old pallet wood on the left, finished frames and boxes for a hotel order on the right",
    family="craft",
    **COVER,
)
def frame_story(p):
    c = p.studio(table="wood", form=None, horizon=0.62, gobo="window")
    slats = []
    for k in range(5):
        d = rect(-230, -470 + k * 96, 460, 74, 4)
        tone = ("#a98660", "#8d7358", "#b79a76", "#8f857a", "#a57d58")[k]
        slats.append(
            path(d, "#2a140a", opacity=0.5, filter=blur(c, 6, True), transform="translate(6 8)")
            + wood(c, d, (-230, -470 + k * 96, 460, 74), tone, lit=0.06, knots=1)
            + bevel(c, d, 2)
            + "".join(path(ellipse(x, -433 + k * 96, 5), "#4b4038") for x in (-190, 190))
        )
    posts = "".join(wood(c, rect(x, -480, 44, 480), (x, -480, 44, 480), "#7d6650", True) for x in (-212, -22, 168))
    c.put(on(c, Prop(group(posts, *slats), rect(-230, -480, 460, 480), 230, 20), 300, 850, 1.0))
    c.put(on(c, services.parcel(c, 300, 220), 1310, 860, 0.95), on(c, services.parcel(c, 260, 180, 90, 46, "#d2aa7a"), 1300, 645, 0.95, strength=0.1))
    for x, y, tone, art in (
        (700, 800, WOOD["walnut"], landscape("sunset")),
        (860, 840, WOOD["pine"], landscape("lake")),
        (1040, 890, WOOD["teak"], flower_art("vanda", "#efe3d0", "#d9c3a5")),
    ):
        c.put(on(c, frames.frame_prop(c, 260, 340, 36, tone, art, mat=22), x, y, 1.0))
    c.put(move(curls(c, 20), 420, 930))
    return c


@picture(
    "cerita/sambal-enam-bulan/foto-1",
    "Kalender enam bulan bercentang di samping deretan botol sambal",
    "A ticked six-month calendar beside a row of chilli relish jars",
    family="chilli",
    **COVER,
)
def relish_story(p):
    c = p.studio(table="wood", form=None, horizon=0.6, gobo="window")
    c.put(group(calendar(c, 470, 430, "6 BULAN"), transform="translate(130 70)"))
    for k, (x, y) in enumerate(((700, 800), (910, 830), (1120, 860), (1340, 890))):
        c.put(on(c, relish.relish_jar(c, lid_tone=("#23201f", "#a3231a")[k % 2]), x, y, 0.68 + k * 0.05))
    for x, y, t in ((180, 880, 6), (260, 930, -8), (430, 900, 14)):
        c.put(lying(c, chilli(c, 230), x, y, t, 1, 0.8))
    for x, y in ((540, 900), (600, 930)):
        c.put(lying(c, shallot(c, 96), x, y, c.rnd.uniform(-30, 30), 1, 0.95))
    return c


@picture(
    "cerita/koperasi-belanja-bersama/foto-1",
    "Bahan dibeli bersama: tumpukan kayu, gulungan batik, benang, kardus, dan daftar pesanan",
    "Materials bought together: stacked timber, rolls of batik, yarn, a carton and an order list",
    family="craft",
    **COVER,
)
def buying_story(p):
    c = p.studio(table="wood", form="arch", horizon=0.6, fx=0.5, form_size=0.95)
    from ..thread import yarn_ball

    planks = []
    for row in range(4):
        for k in range(3):
            x, y = -240 + k * 160 + (row % 2) * 20, -row * 52
            d = rect(x, y - 50, 154, 48, 3)
            tone = (WOOD["pine"], WOOD["natural"], WOOD["teak"], WOOD["birch"])[(row + k) % 4]
            planks.append(
                path(poly([(x + 154, y - 50), (x + 214, y - 80), (x + 214, y - 32), (x + 154, y - 2)]), dark(tone, 0.35))
                + path(poly([(x, y - 50), (x + 60, y - 80), (x + 214, y - 80), (x + 154, y - 50)]), light(tone, 0.2))
                + wood(c, d, (x, y - 50, 154, 48), tone)
                + "".join(line(ellipse(x + 77, y + 40, 60 + q * 26), dark(tone, 0.35), 2, opacity=0.35) for q in range(0))
                + bevel(c, d, 2)
            )
    c.put(on(c, Prop(group(*planks), rect(-240, -250, 540, 250), 250, 20), 330, 860, 1.05))
    for k, kind in enumerate(("indigo", "violet", "soga")):
        x = 720 + k * 110
        roll = (
            path(rect(-46, -430, 92, 430, 20), batik_orchid(c, BATIK[kind], 0.42))
            + path(rect(-46, -430, 92, 430, 20), c.linear([(0, "#140a18", 0.5), (0.3, "#fff6e4", 0.32), (0.55, "#fff6e4", 0), (1, "#140a18", 0.6)]))
            + path(ellipse(0, -420, 46, 15), light(BATIK[kind][1], 0.1))
            + line(ellipse(0, -420, 28, 9), dark(BATIK[kind][0], 0.1), 4)
            + path(ellipse(0, -420, 12, 4), "#2a1a14")
        )
        c.put(on(c, Prop(roll, rect(-46, -434, 92, 434, 20), 46, 14), x, 800 + k * 26, 1.0))
    c.put(on(c, services.parcel(c, 280, 200), 1230, 850, 1.0))
    for x, y, t, s in ((960, 930, "#b5545f", 120), (1060, 905, "#8fb8c8", 110), (1010, 860, "#d9b98a", 100)):
        c.put(path(ellipse(x + 10, y + s * 0.4, s * 0.5, 14), c.family.shadow, opacity=0.5, filter=blur(c, 8, True)), move(yarn_ball(c, s, t), x, y))
    c.put(group(services.clipboard(c, 280, 360), transform="translate(560 800) scale(0.8 0.5) skewX(-10)"))
    return c


# ---------------------------------------------------------------- collections


@picture(
    "koleksi/oleh-oleh-tangsel/foto-1",
    "Oleh-oleh Tangsel: keripik, sambal, kopi, nastar, dan tas perca batik dalam satu meja",
    "Souvenirs of South Tangerang: chips, relish, coffee, tarts and a batik tote on one table",
    family="food",
    **COVER,
)
def souvenirs(p):
    c = p.studio(table="wood", form="disc", horizon=0.6, fx=0.5, form_size=1.0)
    c.put(
        on(c, batik.tote_prop(c), 260, 830, 0.84),
        on(c, coffee.coffee_pouch(c), 1210, 820, 0.74),
        on(c, snacks.chips_pouch(c), 590, 850, 0.74),
        on(c, relish.relish_jar(c), 890, 870, 0.78),
    )
    c.put(on(c, bakery.nastar_jar(c), 1130, 930, 0.56), on(c, snacks.emping_pouch(c), 1380, 920, 0.56))
    c.put(lying(c, lime_leaf(c, 120), 440, 935, -14, 1, 0.6), lying(c, chilli(c, 150), 740, 945, 8, 1, 0.8), lying(c, nastar(c, 70), 960, 950, 0, 1, 0.85))
    return c


@picture(
    "koleksi/hampers-lebaran/foto-1",
    "Hampers kue Lebaran berpita emas dengan ketupat gantung dan nastar di piring",
    "Festive cookie hamper with a gold bow, hanging ketupat and tarts on a plate",
    family="plant",
    **COVER,
)
def festive(p):
    c = p.studio(table="linen", form="arch", horizon=0.6, fx=0.46, form_size=1.0)
    for x, y, s in ((980, 170, 150), (1180, 240, 180), (1370, 140, 140)):
        c.put(
            line(f"M{x} -20V{y - s * 0.7}", "#a8c05a", 5),
            path(ellipse(x + 30, y + 40, s * 0.45), c.family.shadow, opacity=0.25, filter=blur(c, 18, True)),
            move(ketupat(c, s), x, y),
        )
    c.put(on(c, bakery.hamper(c), 520, 890, 1.14))
    from ..vessel import saucer

    c.put(
        on(c, Prop(saucer(c, 0, -30, 190, "#f5f0e4"), ellipse(0, -20, 180, 44), 180, 44), 1180, 910, 1.05),
        heap(c, lambda s: nastar(c, s), 1180, 862, 100, 20, 12, 78, 0.85, 0.04, 10),
    )
    return c


@picture(
    "koleksi/di-bawah-50-ribu/foto-1",
    "Produk terjangkau berlabel harga: keripik, bingkai, sambal, bumbu, dan kopi jahe",
    "Affordable goods with price tags: chips, a frame, relish, spice paste and ginger coffee",
    family="toy",
    **COVER,
)
def bargains(p):
    c = p.studio(table="wood", form=None, horizon=0.6, gobo="window")
    c.put(
        on(c, snacks.chips_pouch(c), 200, 830, 0.7),
        on(c, frames.frame_prop(c, 300, 400, 42, WOOD["pine"], landscape("rice"), mat=26), 500, 820, 1.0),
        on(c, relish.relish_jar(c), 800, 850, 0.74),
        on(c, relish.paste_pouch(c), 1080, 850, 0.74),
        on(c, coffee.ginger_box(c), 1340, 850, 0.56),
    )
    for x, y, text, t in ((260, 900, "Rp", -8), (560, 910, "Rp", 6), (850, 925, "Rp", -5), (1130, 915, "Rp", 8), (1390, 920, "Rp", -6)):
        c.put(price_tag(c, x, y, text, t))
    return c


@picture(
    "koleksi/pesona-anggrek/foto-1",
    "Pesona anggrek: anggrek bulan putih, dendrobium ungu, kain batik, dan bingkai ukir anggrek",
    "Orchid charm: white moth orchid, purple dendrobium, orchid batik and a carved frame",
    family="plant",
    **COVER,
)
def orchid_charm(p):
    c = p.studio(table="wood", form="arch", horizon=0.62, fx=0.5, form_size=1.0)
    c.put(on(c, frames.carved_prop(c), 1210, 830, 0.86), on(c, garden.dendro_prop(c), 760, 870, 0.86), on(c, garden.moth_prop(c, 5), 330, 880, 0.92))
    c.put(on(c, batik.cloth_stack(c, 360, ("cream", "violet"), 0.46), 1130, 940, 0.8))
    c.put(lying(c, garden.vanda(c, 120), 560, 930, 12, 1, 0.7), lying(c, garden.vanda(c, 90, "#b586c4"), 660, 955, 40, 1, 0.7))
    return c


@picture(
    "koleksi/pengadaan-kantor/foto-1",
    "Pengadaan kantor: plakat akrilik, buku catatan batik, botol bambu, pulpen, dan tas seminar",
    "Office orders: acrylic plaque, batik notebooks, bamboo tumbler, pens and a seminar tote",
    family="service",
    **COVER,
)
def office_orders(p):
    c = p.studio(table="wood", form="disc", horizon=0.62, fx=0.5, form_size=1.0)
    c.put(
        on(c, gifts.plain_tote(c), 270, 830, 1.0),
        on(c, gifts.plaque(c), 710, 850, 0.94),
        on(c, gifts.tumbler(c), 1010, 860, 1.0),
        on(c, gifts.tumbler(c), 1160, 880, 1.0),
    )
    c.put(
        group(gifts.notebook(c, 260, 340, "violet"), transform="translate(1200 680) skewX(-8) scale(1 0.66)"),
        group(gifts.notebook(c, 260, 340, "indigo"), transform="translate(430 730) skewX(-8) scale(1 0.62)"),
    )
    c.put(lying(c, gifts.pen(c, 230), 800, 930, -5, 1, 0.85), lying(c, gifts.pen(c, 230), 830, 960, 4, 1, 0.85))
    return c
