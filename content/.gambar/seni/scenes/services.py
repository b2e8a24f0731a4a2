"""Studio Larikarsa and the digital cooperative: services shown as things on a desk."""

from ..catalogue import picture
from ..device import camera, camera_back, grid_screen, lamp_glow, laptop, phone, sheet, softbox, tripod, wireframe
from ..geometry import ellipse, n, poly, rect, smooth
from ..letter import outline
from ..light import blur, drop, relief, slope
from ..materials import bevel, kraft, steel, wood
from ..pack import carton, pouch
from ..palette import WOOD, dark, light
from ..pattern import kawung, orchid
from ..stage import Prop, lying, place
from ..svg import group, line, move, path
from ..vessel import glass_shell, jar_profile, label, lid, outline_path

INK = "#3a3558"


def pencil(c, length=300, tone="#e39b62"):
    """Pencil along x, point at the right."""
    body = rect(0, -9, length * 0.84, 18)
    return group(
        path(body, c.linear([(0, light(tone, 0.4)), (0.4, tone), (0.7, dark(tone, 0.2)), (1, dark(tone, 0.4))], 0, 0, 0, 1)),
        path(poly([(length * 0.84, -9), (length, 0), (length * 0.84, 9)]), "#ecd0a2"),
        path(poly([(length * 0.95, -3), (length, 0), (length * 0.95, 3)]), "#2b2a30"),
        path(rect(-22, -9, 26, 18, 3), "#c9ccd0"),
        path(rect(-44, -9, 24, 18, 6), "#d98a86"),
    )


def swatches(c, tones, size=120):
    """Fan of colour cards pivoting at 0,0."""
    out = []
    for k, tone in enumerate(tones):
        card = rect(-size * 0.28, -size * 1.9, size * 0.56, size * 2.0, 8)
        item = group(
            drop(c, card, 4, 5, 4, 0.3),
            path(card, "#fdfaf3"),
            path(rect(-size * 0.24, -size * 1.85, size * 0.48, size * 1.3, 5), slope(c, tone, 0.06)),
            path(rect(-size * 0.2, -size * 0.46, size * 0.3, 7, 3), INK, opacity=0.6),
            path(rect(-size * 0.2, -size * 0.34, size * 0.2, 6, 3), INK, opacity=0.35),
        )
        out.append(move(item, turn=-34 + k * 17))
    return group(*out, path(ellipse(0, -6, 9), "#c9a45a"), path(ellipse(0, -6, 4), "#6b4a1c"))


def mark(s, tone, second):
    """Invented logo mark: three leaves in a circle."""
    leaves = "".join(
        move(path(smooth([(0, 0), (s * 0.3, -s * 0.4), (0, -s * 0.85), (-s * 0.3, -s * 0.4)]), tone if k != 1 else second), turn=-50 + k * 50) for k in range(3)
    )
    return group(leaves, path(ellipse(0, s * 0.12, s * 0.1), second))


def mock_pouch(c, tone="#e39b62", w=300, h=430):
    art, shape = pouch(
        c,
        0,
        -h,
        0,
        w,
        tone,
        "#fff8ea",
        [("Contoh", 54, "script", 0.66), ("MEREK ANDA", 20, "bold", 0.76)],
        emblem=move(mark(84, "#fff8ea", "#3a3558"), 0, -h * 0.52),
    )
    return Prop(art, shape, w * 0.47, 22)


def mock_box(c, tone="#f5efe3", w=250, h=330):
    art = group(
        path(rect(-w / 2, -h * 0.26, w, h * 0.26), "#e39b62"),
        move(mark(76, "#e39b62", "#3a3558"), 0, -h * 0.55),
        path(outline("Contoh", 0, -h * 0.34, 42, "script"), INK),
        path(rect(-w / 2, -h * 0.26, w, h * 0.26), kawung(c, 40, "#f0b98a", None, False), opacity=0.7),
    )
    body, shape = carton(c, -w / 2, -h, w, h, 84, 44, tone, art=art)
    return Prop(body, shape, w / 2 + 30, 18)


def mock_jar(c, h=250, r=86):
    prof = jar_profile(-h, 0, r, 0.88, 0.1)
    d = outline_path(0, prof)
    art = group(
        path(d, c.linear([(0, "#a86a3a"), (1, "#5f3418")], 0, 0, 0, 1)),
        glass_shell(c, 0, prof),
        label(
            c,
            0,
            r * 1.004,
            -h * 0.66,
            -h * 0.2,
            "#f5efe3",
            INK,
            [("Contoh", 32, "script", 0.62), ("MEREK", 12, "bold", 0.86)],
            span=0.8,
            edge="#e39b62",
            border=False,
        ),
        lid(c, 0, -h - 26, r * 0.92, 42, "#3a3558"),
    )
    return Prop(art, group(path(d, "#000"), path(rect(-r * 0.92, -h - 26, r * 1.84, 50), "#000")), r * 0.9, 24)


def clipboard(c, w=300, h=400):
    """Clipboard with a ticked list, upper left at 0,0."""
    board = rect(0, 0, w, h, 14)
    out = [drop(c, board, 9, 12, 9, 0.4), wood(c, board, (0, 0, w, h), "#b98a5e", True), bevel(c, board, 3), path(rect(18, 34, w - 36, h - 54, 3), "#fdfaf3")]
    out.append(path(outline("DAFTAR", w / 2, 92, 26, "bold", 2), INK))
    for k in range(6):
        y = 126 + k * (h - 180) / 6
        box = rect(40, y, 26, 26, 5)
        out.append(line(box, INK, 3))
        if k < 4:
            out.append(line(smooth([(44, y + 12), (52, y + 22), (72, y - 8)], False), "#3f9a5a", 6))
        out.append(path(rect(84, y + 7, (w - 150) * (0.9 if k % 2 else 0.72), 10, 5), INK, opacity=0.45))
    out.append(path(rect(w / 2 - 50, -10, 100, 38, 8), steel(c)) + path(ellipse(w / 2, -6, 13), "none", stroke="#8d9296", stroke_width=6.0))
    return group(*out)


def parcel(c, w, h, dx=110, dy=58, tone="#c69a68", icon=True):
    """Shipping box with tape and a label; foot middle at 0,0."""
    x = -w / 2
    front = [path(rect(x + w * 0.42, -h, w * 0.14, h), "#e3c99a", opacity=0.75)]
    if icon:
        front.append(
            path(rect(x + w * 0.08, -h * 0.62, w * 0.28, h * 0.4, 4), "#fdfaf3")
            + "".join(path(rect(x + w * (0.1 + k * 0.022), -h * 0.56, w * (0.012 if k % 3 else 0.006), h * 0.14), "#2b2a30") for k in range(11))
            + path(rect(x + w * 0.1, -h * 0.36, w * 0.2, 6, 3), INK, opacity=0.5)
            + path(rect(x + w * 0.1, -h * 0.3, w * 0.14, 6, 3), INK, opacity=0.35)
        )
        for k in range(2):
            ax = x + w * (0.72 + k * 0.12)
            front.append(
                line(
                    f"M{n(ax)} {n(-h * 0.2)}V{n(-h * 0.44)}M{n(ax - w * 0.035)} {n(-h * 0.37)}L{n(ax)} {n(-h * 0.45)}L{n(ax + w * 0.035)} {n(-h * 0.37)}",
                    dark(tone, 0.55),
                    5,
                    opacity=0.7,
                )
            )
    body, shape = carton(c, x, -h, w, h, dx, dy, tone, art=group(*front))
    top_tape = path(poly([(x + w * 0.42, -h), (x + w * 0.42 + dx, -h - dy), (x + w * 0.56 + dx, -h - dy), (x + w * 0.56, -h)]), "#ecd7ae", opacity=0.8)
    fibre = kraft(c, rect(x, -h, w, h), tone)
    return Prop(group(body, group(fibre, opacity=0.25), top_tape), shape, w / 2 + dx * 0.3, 20)


def plant_pot(c, s=1.0):
    """Small desk plant on 0,0."""
    from ..food import leaf
    from ..plant import clay_pot

    body, d = clay_pot(c, 0, -120 * s, 0, 74 * s, "#e8dfd2")
    leaves = "".join(move(leaf(c, k * s, "#6f9468", 0.4), 0, -112 * s, t) for t, k in ((-58, 150), (58, 150), (-30, 190), (30, 185), (0, 215)))
    return Prop(group(leaves, body), group(path(d, "#000"), path(ellipse(0, -220 * s, 100 * s, 100 * s), "#000")), 46 * s, 12)


def camera_set(c, w=300, legs=420, spread=150, live=None):
    """Camera on its tripod, seen from the photographer's side; feet at 0,0."""
    cam, shape = camera_back(c, 0, -legs - w * 0.33, w, live or still_life(c))
    return Prop(group(tripod(c, 0, -legs, 0, spread), cam), group(shape, line(f"M0 {-legs}L{-spread} 0M0 {-legs}L{spread} 0", "#000", 14)), spread, 16)


def still_life(c, *props):
    """Live view: props given as (art, x 0..1, height scale) on the cream sweep."""
    from .clay import vase_prop
    from .relish import relish_jar

    items = props or ((vase_prop(c), 0.42, 1.0), (relish_jar(c), 0.68, 1.0))

    def live(x, y, w, h):
        out = [path(rect(x, y, w, h), c.linear([(0, "#f3d9b4"), (0.7, "#f9ebd3"), (1, "#eacfa4")], 0, 0, 0, 1))]
        for prop, fx, s in items:
            out.append(path(ellipse(x + w * fx + w * 0.05, y + h * 0.9, w * 0.1, h * 0.03), "#54281c", opacity=0.4, filter=blur(c, 4, True)))
            out.append(move(prop.art, x + w * fx, y + h * 0.92, 0, h / 980 * s))
        return group(*out)

    return live


def laptop_prop(c, screen, w=640, h=460):
    art, shape = laptop(c, 0, -h, 0, w, screen)
    return Prop(art, shape, w * 0.56, 18)


def booth(c, w=760, h=760):
    """Fair booth: frame, striped awning, back wall, counter with goods, string lights."""
    tone, second = "#e39b62", "#f7f1e6"
    x = -w / 2
    out = [
        path(rect(x + 40, -h * 0.84, w - 80, h * 0.84), c.linear([(0, "#f5efe6"), (1, "#d2cbd8")], 0, 0, 1, 0.6)),
        path(rect(x + 40, -h * 0.84, w - 80, h * 0.84), kawung(c, 84, "#b9b3c9", None, False), opacity=0.22),
    ]
    out.append(path(rect(x + 40, -h * 0.84, w - 80, h * 0.2), "#2a2745", opacity=0.28, filter=blur(c, 26, True)))
    from ..frame import flower_art, frame, landscape

    for fx, art in ((x + 110, landscape("lake")), (x + 270, flower_art("vanda", "#efe3d0", "#d9c3a5")), (x + 430, landscape("sunset"))):
        body, shape = frame(c, fx, -h * 0.64, 128, 158, 16, WOOD["pine"], art, thick=4)
        out.append(drop(c, shape, 6, 9, 6, 0.4) + body)
    shelf = rect(x + 80, -h * 0.4, w - 160, 16)
    out.append(
        wood(c, shelf, (x + 80, -h * 0.4, w - 160, 16), WOOD["natural"])
        + path(rect(x + 80, -h * 0.38, w - 160, 20), "#2a2745", opacity=0.3, filter=blur(c, 7, True))
    )
    from .clay import MILK, MOSS, cup_prop, mug_prop
    from .relish import relish_jar

    for k, item in enumerate((mug_prop(c, MILK), relish_jar(c), cup_prop(c, MOSS), relish_jar(c, lid_tone="#a3231a"), mug_prop(c, MOSS))):
        s = (0.2, 0.19, 0.5, 0.19, 0.2)[k]
        out.append(move(item.art, x + 150 + k * (w - 290) / 4, -h * 0.4 + 2, 0, s))
    for px in (x + 24, x + w - 44):
        out.append(path(rect(px, -h * 0.98, 20, h * 0.98), steel(c)))
    counter = rect(x, -h * 0.29, w, h * 0.29, 6)
    out.append(path(counter, "#2a2745", opacity=0.4, filter=blur(c, 12, True), transform="translate(0 -8)"))
    out.append(wood(c, counter, (x, -h * 0.29, w, h * 0.29), WOOD["natural"], True) + bevel(c, counter, 3))
    plate = rect(x + w * 0.2, -h * 0.22, w * 0.6, h * 0.15, 14)
    out.append(path(plate, "#3a3558") + path(outline("STAN UMKM", 0, -h * 0.127, 46, "bold", 3), "#fff1d8"))
    top = rect(x - 18, -h * 0.31, w + 36, 26, 6)
    out.append(wood(c, top, (x - 18, -h * 0.31, w + 36, 26), light(WOOD["natural"], 0.15)) + bevel(c, top, 2))
    stripes = []
    count = 9
    for k in range(count):
        a, b = x - 30 + (w + 60) * k / count, x - 30 + (w + 60) * (k + 1) / count
        ta, tb = x + 30 + (w - 60) * k / count, x + 30 + (w - 60) * (k + 1) / count
        colour = tone if k % 2 == 0 else second
        y1, y2 = -h * 1.02, -h * 0.84
        d = f"M{n(ta)} {n(y1)}L{n(tb)} {n(y1)}L{n(b)} {n(y2)}A{n((b - a) / 2)} {n((b - a) * 0.42)} 0 0 1 {n(a)} {n(y2)}Z"
        stripes.append(
            path(d, c.linear([(0, light(colour, 0.25)), (0.7, colour), (1, dark(colour, 0.14))], 0, 0, 0, 1))
            + line(f"M{n(b)} {n(y2)}A{n((b - a) / 2)} {n((b - a) * 0.42)} 0 0 1 {n(a)} {n(y2)}", dark(colour, 0.25), 3)
        )
    out.append(path(rect(x + 10, -h * 0.82, w - 20, 44), "#2a2745", opacity=0.45, filter=blur(c, 14, True)) + group(*stripes))
    bulbs = []
    for k in range(8):
        bx = x + 70 + k * (w - 140) / 7
        by = -h * 0.735 + (16 if k % 2 else 4)
        bulbs.append(lamp_glow(c, bx, by, 40, 0.7) + path(ellipse(bx, by, 8.5, 10.5), "#fff3cf"))
    out.append(
        line(
            smooth([(x + 40, -h * 0.77), (x + w * 0.25, -h * 0.742), (0, -h * 0.752), (x + w * 0.75, -h * 0.742), (x + w - 40, -h * 0.77)], False), "#3a3558", 3
        )
        + group(*bulbs)
    )
    shape = group(path(counter, "#000"), path(rect(x - 20, -h * 1.02, w + 40, h * 0.22), "#000"), path(rect(x + 24, -h, w - 48, h), "#000"))
    return Prop(group(*out), shape, w / 2, 20)


def banner(c, w=150, h=560, tone="#3a3558"):
    """Roll-up banner on 0,0."""
    d = rect(-w / 2, -h, w, h - 14, 2)
    art = path(d, slope(c, tone, 0.12)) + group(
        move(orchid("#f3d9b4", "#e39b62", "#fff1d8", "#c98a5a"), 0, -h * 0.72, 0, 1.05),
        path(outline("KARYA", 0, -h * 0.46, 36, "bold", 1), "#fff1d8"),
        path(outline("TANGSEL", 0, -h * 0.4, 27, "bold", 1), "#e39b62"),
        path(rect(-w * 0.3, -h * 0.33, w * 0.6, 7, 3), "#c4c3d6"),
        path(rect(-w * 0.3, -h * 0.3, w * 0.44, 7, 3), "#c4c3d6"),
    )
    return Prop(group(art, bevel(c, d, 2), path(rect(-w / 2 - 12, -18, w + 24, 18, 6), steel(c, False))), rect(-w / 2, -h, w, h), w / 2, 12)


@picture(
    "produk/desain-logo-kemasan/foto-1",
    "Contoh kemasan rancangan: kantong, kotak, dan stoples dengan logo yang sama, serta kipas warna",
    "Mock-up packaging with one logo on a pouch, a box and a jar, with colour cards",
    family="service",
)
def design_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.6, form_size=0.85)
    c.put(place(c, mock_box(c), 690, 760, 1.38), place(c, mock_pouch(c), 330, 800, 1.38), place(c, mock_jar(c), 560, 890, 1.2))
    c.put(f'<g transform="translate(850 960) scale(1 0.55)">{move(swatches(c, ("#e39b62", "#f5efe3", "#3a3558", "#7f9672", "#c05c7e"), 130), 0, 0, -20)}</g>')
    c.put(lying(c, pencil(c, 290), 80, 900, 14, 1, 0.8))
    return c


@picture(
    "produk/desain-logo-kemasan/foto-2",
    "Lembar sketsa logo, pola potong kotak, pensil, dan kartu warna di meja",
    "Logo sketches, a box cutting pattern, a pencil and colour cards on a desk",
    family="service",
)
def design_desk(p):
    c = p.flat(surface="wood", colour="#b98f68")
    sketches = []
    for i in range(6):
        x, y = 105 + (i % 2) * 190, 130 + (i // 2) * 190
        tone = INK if i != 3 else "#e39b62"
        sketches.append(
            move(mark(70 + i * 3, tone if i != 3 else "#e39b62", "#3a3558" if i == 3 else tone), x, y)
            + line(ellipse(x, y - 20, 78), "#b9b4ba", 1.6, stroke_dasharray="5 5")
        )
    c.put(sheet(c, 70, 90, 420, 620, -4, group(*sketches)))
    f = "M150 60H310V150H440V330H310V420H150V330H20V150H150Z"
    dieline = (
        path(f, "#fff3e0")
        + line(f, "#e39b62", 5)
        + path("M150 150H310V330H150ZM150 60V150M310 60V150M150 330V420M310 330V420", stroke="#3a3558", stroke_width=3.0, stroke_dasharray="10 7")
        + move(mark(50, "#e39b62", "#3a3558"), 230, 255)
    )
    c.put(sheet(c, 480, 230, 460, 480, 5, dieline))
    c.put(move(swatches(c, ("#e39b62", "#f5efe3", "#3a3558", "#7f9672", "#c05c7e"), 130), 560, 980, 0), lying(c, pencil(c, 380), 160, 850, -24, 1, 1, 9))
    return c


@picture(
    "produk/foto-produk-10/foto-1",
    "Kamera di tripod memotret vas dan botol sambal di latar krem, diterangi lampu kotak",
    "Camera on a tripod photographing a vase and a relish jar on a cream sweep under a softbox",
    family="service",
)
def shoot_front(p):
    c = p.studio(table="paper", form=None, horizon=0.7)
    sweep = smooth([(330, 210), (900, 210), (905, 640), (960, 860), (270, 860), (325, 640)], True, 0.3)
    c.put(drop(c, sweep, 12, 14, 14, 0.35), path(sweep, c.linear([(0, "#f3d9b4"), (0.66, "#f7e6cb"), (1, "#eacfa4")], 0, 0, 0, 1)))
    c.put(lamp_glow(c, 210, 250, 420, 0.6))
    from .clay import vase_prop
    from .relish import relish_jar

    c.put(place(c, vase_prop(c), 680, 780, 0.7), place(c, relish_jar(c), 830, 810, 0.5))
    c.put(softbox(c, 165, 250, 240, 10), line("M210 372V905", "#2b2a30", 11), line("M206 372V905", "#8d9296", 3))
    c.put(place(c, camera_set(c, 350, 320, 170), 400, 985, 1.0))
    return c


@picture(
    "produk/foto-produk-10/foto-2",
    "Sepuluh cetakan foto produk tertata di meja bersama kamera",
    "Ten printed product photos laid out on a table with a camera",
    family="service",
)
def shoot_prints(p):
    c = p.flat(surface="wood", colour="#8c7a86")
    from ..food import cassava_chip, kembang_goyang, nastar
    from ..plant import dendrobium, moth_orchid, vanda
    from .clay import MILK, MOSS, cup_prop, mug_prop, vase_prop
    from .relish import relish_jar

    stills = [
        ("#e8bd95", lambda: move(mug_prop(c, MILK).art, 90, 178, 0, 0.24)),
        ("#d3ddc0", lambda: move(moth_orchid(c, 130), 95, 105)),
        ("#f0b193", lambda: move(relish_jar(c).art, 95, 186, 0, 0.26)),
        ("#bccdc8", lambda: move(vase_prop(c).art, 95, 190, 0, 0.22)),
        ("#fae6b4", lambda: move(nastar(c, 120), 95, 105)),
        ("#c4c3d6", lambda: move(vanda(c, 130), 95, 105)),
        ("#f0d0c6", lambda: move(cup_prop(c, MOSS).art, 95, 165, 0, 0.6)),
        ("#e8cf9a", lambda: move(cassava_chip(c, 130), 95, 105)),
        ("#d3ebf0", lambda: move(dendrobium(c, 140), 95, 105)),
        ("#edc675", lambda: move(kembang_goyang(c, 150), 95, 105)),
    ]
    for i, (ground, make) in enumerate(stills):
        col, row = i % 4, i // 4
        x, y = 60 + col * 228, 60 + row * 270
        art = path(rect(12, 12, 166, 186), c.linear([(0, light(ground, 0.4)), (1, ground)], 0, 0, 1, 1)) + group(
            make(), clip_path=c.clip(rect(12, 12, 166, 186))
        )
        c.put(sheet(c, x + c.rnd.uniform(-8, 8), y + c.rnd.uniform(-8, 8), 190, 230, c.rnd.uniform(-5, 5), art))
    cam, shape = camera(c, 720, 790, 360)
    c.put(drop(c, shape, 16, 20, 14, 0.55), cam)
    return c


@picture(
    "produk/halaman-toko/foto-1",
    "Laptop menampilkan rancangan halaman toko satu lembar dengan foto produk dan tombol pesan",
    "Laptop showing a one-page shop layout with product pictures and order buttons",
    family="service",
)
def page_front(p):
    c = p.studio(table="wood", form="disc", horizon=0.62, form_size=0.85)
    from .clay import MILK, mug_prop

    c.put(place(c, plant_pot(c), 880, 720, 1.1))
    c.put(place(c, laptop_prop(c, wireframe(c), 680, 500), 480, 870, 1.14, length=0.4))
    c.put(place(c, mug_prop(c, MILK, "#6f4226"), 890, 940, 0.34))
    return c


@picture(
    "produk/halaman-toko/foto-2",
    "Ponsel menampilkan halaman toko yang sama, tergeletak di atas lembar rancangan",
    "Phone showing the same shop page, lying on layout sketches",
    family="service",
)
def page_phone(p):
    c = p.flat(surface="wood", colour="#a9948f")
    boxes = (
        line(rect(40, 50, 300, 90, 6), INK, 4)
        + line(rect(40, 160, 140, 150, 6), INK, 4)
        + line(rect(200, 160, 140, 150, 6), INK, 4)
        + line("M40 345H340M40 375H260M40 160L180 310M180 160L40 310M200 160L340 310M340 160L200 310", INK, 3)
        + path(rect(40, 410, 160, 46, 23), "#e39b62", opacity=0.8)
    )
    c.put(
        sheet(c, 80, 150, 380, 520, -7, boxes),
        sheet(c, 640, 520, 330, 400, 9, line(rect(30, 40, 270, 120, 6), INK, 4) + line("M30 200H300M30 230H220M30 260H260", INK, 3)),
    )

    def screen(x, y, w, h):
        out = [path(rect(x, y, w, h), "#fbf8f2"), path(rect(x, y, w, h * 0.34), c.linear([(0, "#e3c3a0"), (1, "#b5694a")], 0, 0, 1, 1))]
        out.append(
            path(rect(x + w * 0.08, y + h * 0.16, w * 0.56, h * 0.03, 5), "#fff")
            + path(rect(x + w * 0.08, y + h * 0.21, w * 0.4, h * 0.02, 4), "#fff", opacity=0.8)
            + path(rect(x + w * 0.08, y + h * 0.26, w * 0.34, h * 0.045, 14), "#3f9a5a")
        )
        for k in range(6):
            px, py = x + w * (0.06 + (k % 2) * 0.46), y + h * (0.37 + (k // 2) * 0.215)
            tone = ("#bccdc8", "#f3d78c", "#d3b8cf", "#e8bd95", "#c9d8b0", "#f0d0c6")[k]
            out.append(
                path(rect(px, py, w * 0.42, h * 0.135, 8), tone)
                + path(ellipse(px + w * 0.21, py + h * 0.068, w * 0.1), dark(tone, 0.35))
                + path(rect(px, py + h * 0.147, w * 0.32, h * 0.017, 4), INK, opacity=0.7)
                + path(rect(px, py + h * 0.172, w * 0.2, h * 0.015, 4), "#b5694a")
            )
        return group(*out)

    art, shape = phone(c, 390, 110, 360, 760, screen)
    c.put(group(drop(c, shape, 18, 24, 18, 0.55), art, transform="rotate(4 500 500)"), lying(c, pencil(c, 340), 120, 860, -14, 1, 1, 9))
    return c


@picture(
    "produk/kelola-media-sosial/foto-1",
    "Ponsel menampilkan kisi foto toko, dengan kalender isi dan gelembung suka di sekitarnya",
    "Phone showing a shop's picture grid with a content calendar and like bubbles",
    family="service",
    kind="png",
    special={"deep": True, "width": 1280},
)
def social_front(p):
    c = p.studio(table="paper", form="arch", horizon=0.8, form_size=0.8)
    art, shape = phone(c, -190, -770, 380, 770, grid_screen(c, ("#e39b62", "#7f9672", "#c05c7e", "#5f7f81", "#edc675", "#8079ab")))
    stand = path(poly([(-120, -30), (120, -30), (160, 12), (-160, 12)]), WOOD["natural"]) + wood(
        c, poly([(-120, -30), (120, -30), (160, 12), (-160, 12)]), (-160, -30, 320, 42), WOOD["natural"]
    )
    c.put(place(c, Prop(art + stand, group(path(shape, "#000")), 170, 16), 450, 920, 1.04, length=0.5))
    cells = []
    for k in range(28):
        x, y = 26 + (k % 7) * 33, 74 + (k // 7) * 36
        tone = {2: "#e39b62", 5: "#7f9672", 9: "#c05c7e", 13: "#e39b62", 17: "#5f7f81", 20: "#edc675", 24: "#c05c7e"}.get(k)
        cells.append(path(rect(x, y, 27, 30, 5), tone or "#ece7ee"))
    card = rect(0, 0, 280, 240, 16)
    cal = path(card, "#fdfaf3") + path(rect(0, 0, 280, 56, 16), "#6c6a8e") + path(outline("JADWAL", 140, 39, 26, "bold", 2), "#ffffff") + group(*cells)
    c.put(group(drop(c, card, 16, 20, 16, 0.4), cal, transform="translate(660 520) rotate(5)"))
    heart = smooth([(0, 26), (-30, -6), (-18, -28), (0, -14), (18, -28), (30, -6)])
    for x, y, s, t, tone in ((760, 250, 1.5, 8, "#e0566a"), (165, 330, 1.15, -10, "#e39b62"), (890, 400, 0.9, 10, "#6c6a8e")):
        b = rect(-62, -52, 124, 92, 30) + "M-20 38L-32 66L8 38Z"
        icon = path(heart, "#ffffff") if tone != "#6c6a8e" else "".join(path(ellipse(k * 26, -4, 8), "#ffffff") for k in (-1, 0, 1))
        c.put(
            group(
                path(b, c.family.shadow, opacity=0.35, filter=blur(c, 10, True), transform="translate(10 14)"),
                path(b, tone, filter=relief(c, 6, 6, 0.2, 14, 0.5)),
                icon,
                transform=f"translate({x} {y}) rotate({t}) scale({s})",
            )
        )
    return c


@picture(
    "produk/admin-toko-daring/foto-1",
    "Paket siap kirim, papan daftar pesanan bercentang, dan laptop toko daring",
    "Parcels ready to ship, a ticked order list and a laptop with the online shop",
    family="service",
)
def admin_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.58, form_size=0.85)
    c.put(place(c, laptop_prop(c, wireframe(c, "#6c6a8e", "#c4c3d6"), 520, 390), 330, 770, 1.1, length=0.3))
    c.put(place(c, parcel(c, 330, 210), 700, 830, 1.05), place(c, parcel(c, 240, 150, 86, 44, "#d2aa7a"), 690, 605, 1.0))
    c.put(group(clipboard(c, 300, 400), transform="translate(120 690) scale(0.92 0.62) skewX(-10)"))
    c.put(place(c, parcel(c, 170, 110, 60, 34, "#bb8f5e"), 560, 960, 1.0))
    return c


@picture(
    "produk/sewa-stan-pameran/foto-1",
    "Stan pameran bertenda garis oranye putih dengan meja kayu, rak, dan lampu gantung",
    "Exhibition booth with an orange-striped awning, wooden counter, shelf and lights",
    family="service",
)
def booth_front(p):
    c = p.studio(table="paper", form=None, horizon=0.8, gobo="window")
    c.put(place(c, booth(c, 720, 740), 440, 930, 1.02, length=0.3), place(c, banner(c, 140, 540), 890, 950, 1.0, length=0.3))
    return c


@picture(
    "produk/sewa-stan-pameran/foto-2",
    "Perlengkapan stan yang disewakan: meja lipat, spanduk gulung, lampu, dan rak",
    "Booth equipment for hire: folding table, roll-up banner, lamp and rack",
    family="service",
)
def booth_kit(p):
    c = p.studio(table="paper", form="disc", horizon=0.7, form_size=0.85)
    c.put(place(c, banner(c, 180, 640), 200, 850, 1.0, length=0.4))
    rack = []
    for px in (-110, 98):
        rack.append(path(rect(px, -520, 14, 520), steel(c)))
    for y in (-520, -360, -200, -40):
        rack.append(wood(c, rect(-118, y, 238, 18), (-118, y, 238, 18), WOOD["natural"]))
    c.put(
        place(
            c,
            Prop(
                group(*rack),
                group(
                    *(path(rect(-118, y, 238, 18), "#000") for y in (-520, -360, -200, -40)),
                    path(rect(-110, -520, 14, 520), "#000"),
                    path(rect(98, -520, 14, 520), "#000"),
                ),
                116,
                12,
            ),
            800,
            830,
            1.0,
        )
    )
    table = group(
        line("M-190 -250L150 0M150 -250L-190 0", "#8d9296", 13),
        line("M-194 -250L146 0M146 -250L-194 0", "#e3e6e8", 3),
        wood(c, rect(-240, -276, 470, 30, 5), (-240, -276, 470, 30), WOOD["pine"]),
    )
    c.put(place(c, Prop(table, group(path(rect(-240, -276, 470, 30), "#000"), line("M-190 -250L150 0M150 -250L-190 0", "#000", 12)), 200, 14), 500, 910, 1.0))
    c.put(softbox(c, 500, 520, 150, -8), lamp_glow(c, 500, 520, 190, 0.5), line("M520 595V636", "#2b2a30", 12))
    return c
