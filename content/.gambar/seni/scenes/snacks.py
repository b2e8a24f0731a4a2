"""Dapur Serunai: chips, rempeyek, kembang goyang, emping."""

from ..catalogue import picture
from ..food import cassava_chip, chilli, emping, heap, kembang_goyang, lime_leaf, peanut_shell, rempeyek
from ..geometry import K, ellipse, n, rect, smooth
from ..light import blur, drop
from ..materials import bamboo
from ..pack import pouch
from ..palette import dark, light
from ..stage import Prop, lying, place
from ..svg import group, line, move, path
from ..vessel import bowl, glass_shell, jar_profile, label, lid, outline_path


def badge(c, x, y, r, colour, ink):
    """Round maker's mark: a stylised rosette."""
    petals = "".join(move(path(smooth([(0, -r * 0.12), (r * 0.2, -r * 0.4), (0, -r * 0.7), (-r * 0.2, -r * 0.4)]), ink), turn=k * 45) for k in range(8))
    return group(
        path(ellipse(0, 0, r), colour),
        line(ellipse(0, 0, r * 0.88), ink, 2.2),
        petals,
        path(ellipse(0, 0, r * 0.12), ink),
        transform=f"translate({n(x)} {n(y)})",
    )


def chips_pouch(c, h=680, w=470):
    y1 = -h
    window = smooth(
        [
            (-150, y1 + h * 0.58),
            (0, y1 + h * 0.53),
            (150, y1 + h * 0.58),
            (165, y1 + h * 0.74),
            (120, y1 + h * 0.88),
            (0, y1 + h * 0.92),
            (-120, y1 + h * 0.88),
            (-165, y1 + h * 0.74),
        ]
    )
    inside = heap(c, lambda s: cassava_chip(c, s), 0, y1 + h * 0.72, 180, 140, 34, 105, 0.9)
    art, shape = pouch(
        c,
        0,
        y1,
        0,
        w,
        "#3f6b34",
        "#fff3d0",
        [
            ("DAPUR SERUNAI", 25, "bold", 0.225, "#f6d98a"),
            ("Keripik", 76, "bookman", 0.35),
            ("Singkong", 76, "bookman", 0.452),
            ("daun jeruk", 40, "script", 0.515, "#d9e6a0"),
        ],
        window=window,
        inside=inside,
        band=(0.13, 0.165, "#f2b53c"),
    )
    return Prop(art, shape, w * 0.47, 26)


def rempeyek_pouch(c, h=660, w=450):
    y1 = -h
    window = rect(-150, y1 + h * 0.47, 300, h * 0.43, 30)
    inside = heap(c, lambda s: rempeyek(c, s), 0, y1 + h * 0.7, 160, 160, 16, 190, 0.95)
    art, shape = pouch(
        c,
        0,
        y1,
        0,
        w,
        "#c98f52",
        "#4a2410",
        [("DAPUR SERUNAI", 24, "bold", 0.215, "#7a2a18"), ("Rempeyek", 74, "bookman", 0.335), ("kacang tanah", 42, "script", 0.415, "#7a2a18")],
        window=window,
        inside=inside,
        paper=True,
    )
    return Prop(art, shape, w * 0.47, 26)


def emping_pouch(c, h=640, w=440):
    y1 = -h
    window = smooth([(-140, y1 + h * 0.52), (140, y1 + h * 0.52), (150, y1 + h * 0.7), (110, y1 + h * 0.89), (-110, y1 + h * 0.89), (-150, y1 + h * 0.7)])
    inside = heap(c, lambda s: emping(c, s), 0, y1 + h * 0.71, 165, 135, 30, 105, 0.9)
    art, shape = pouch(
        c,
        0,
        y1,
        0,
        w,
        "#9c2a1c",
        "#ffe9c0",
        [("DAPUR SERUNAI", 24, "bold", 0.215, "#f2b53c"), ("Emping", 84, "bookman", 0.345), ("pedas manis", 44, "script", 0.43, "#ffd98a")],
        window=window,
        inside=inside,
        band=(0.13, 0.16, "#f2b53c"),
    )
    return Prop(art, shape, w * 0.47, 26)


def rosette_jar(c, h=620, r=215):
    """Clear jar of kembang goyang with a red lid."""
    prof = jar_profile(-h, 0, r, 0.9, 0.08)
    d = outline_path(0, prof)
    back = path(d, "#f6ead0", opacity=0.55)
    goods = heap(c, lambda s: kembang_goyang(c, s), 0, -h * 0.42, r * 0.98, h * 0.45, 84, 150, 0.8)
    art = group(back, group(goods, clip_path=c.clip(d)), glass_shell(c, 0, prof))
    art += label(
        c,
        0,
        r * 1.002,
        -h * 0.44,
        -h * 0.16,
        "#fbf0d6",
        "#7a2a18",
        [("Kembang", 46, "bookman", 0.42), ("Goyang", 46, "bookman", 0.72), ("DAPUR SERUNAI", 17, "bold", 0.9, "#b7502a")],
        span=0.62,
    )
    art += lid(c, 0, -h - 46, r * 0.95, 66, "#b7402a", ridges=40)
    return Prop(art, group(path(d, "#000", opacity=0.75), path(rect(-r * 0.95, -h - 46, r * 1.9, 80), "#000")), r * 0.92, 48)


def basket(c, w=300, h=110, colour="#d5ab6a"):
    """Shallow woven bamboo tray: back and front halves around 0,0 (rim centre)."""
    paint = bamboo(c, colour, 20)
    prof = [(0, w), (h * 0.5, w * 0.92), (h, w * 0.8)]
    d = outline_path(0, prof)
    rim = ellipse(0, 0, w, w * K)
    inner = path(rim, dark(colour, 0.4)) + path(ellipse(0, 8, w * 0.94, w * 0.94 * K), bamboo(c, dark(colour, 0.15), 18))
    inner += path(rim, c.linear([(0, "#1b0e06", 0.55), (0.5, "#1b0e06", 0.1), (1, "#fff3d0", 0.1)], 0, 0, 0.7, 1))
    front_clip = c.clip(f"M{-w * 1.1} 0A{w} {w * K} 0 0 0 {w * 1.1} 0V{h * 3}H{-w * 1.1}Z")
    body = path(d, paint) + path(d, c.linear([(0, "#140a06", 0.5), (0.25, "#fff3d0", 0.22), (0.5, "#fff3d0", 0), (1, "#140a06", 0.6)]))
    arc = f"M{-w} 0A{w} {w * K:.1f} 0 0 0 {w} 0"
    edge = line(arc, dark(colour, 0.5), 17) + line(arc, colour, 12) + line(arc, light(colour, 0.5), 4, opacity=0.8, transform="translate(-1 -3)")
    back_arc = f"M{-w} 0A{w} {w * K:.1f} 0 0 1 {w} 0"
    back = inner + line(back_arc, dark(colour, 0.5), 14) + line(back_arc, light(colour, 0.1), 9)
    return back, group(body, clip_path=front_clip) + edge, d


def tray_of(c, maker, w, h, count, size, rise=0.16):
    """Bamboo tray heaped with something; stands on 0,0."""
    back, front, d = basket(c, w, h)
    goods = heap(c, maker, 0, -w * rise * 0.45, w * 0.74, w * rise, count, size, 0.72)
    art = group(back, goods, front, transform=f"translate(0 {n(-h - w * 0.8 * K)})")
    return Prop(art, group(path(d, "#000"), transform=f"translate(0 {n(-h - w * 0.8 * K)})"), w * 0.82, w * 0.8 * K)


@picture(
    "produk/keripik-singkong-daun-jeruk/foto-1",
    "Kemasan hijau keripik singkong daun jeruk dengan jendela bening, keripik di depannya",
    "Green pouch of lime-leaf cassava chips with a clear window, chips in front",
    family="food",
)
def chips_front(p):
    c = p.studio(table="wood", form="disc", horizon=0.62, form_size=0.8)
    c.put(place(c, chips_pouch(c), 440, 870, 1.12))
    for x, y, t, s in ((700, 880, 10, 130), (820, 840, -30, 120), (790, 925, 50, 135), (905, 900, 5, 110)):
        c.put(lying(c, cassava_chip(c, s), x, y, t, 1, 0.6))
    c.put(lying(c, lime_leaf(c, 150), 215, 930, -14, 1, 0.6))
    return c


@picture(
    "produk/keripik-singkong-daun-jeruk/foto-2",
    "Keripik singkong bertabur daun jeruk di nampan anyaman bambu",
    "Cassava chips flecked with lime leaf in a woven bamboo tray",
    family="food",
)
def chips_tray(p):
    c = p.studio(table="linen", form="arch", horizon=0.46)
    c.put(place(c, tray_of(c, lambda s: cassava_chip(c, s), 370, 80, 95, 150, 0.42), 500, 905, 1.12))
    c.put(lying(c, lime_leaf(c, 170), 160, 930, 24, 1, 0.6), lying(c, lime_leaf(c, 140, "#5b8a3c"), 870, 945, -20, 1, 0.6))
    return c


@picture(
    "produk/keripik-singkong-daun-jeruk/foto-3",
    "Dari dekat: keripik singkong tipis dengan potongan daun jeruk",
    "Close-up of thin cassava chips with shreds of lime leaf",
    family="food",
)
def chips_close(p):
    c = p.flat(surface="paper", colour="#a87434")
    c.put(heap(c, lambda s: cassava_chip(c, s), 500, 500, 640, 640, 70, 330, 0.95))
    c.put(move(lime_leaf(c, 330), 690, 330, 32))
    return c


@picture(
    "produk/rempeyek-kacang/foto-1",
    "Kemasan kertas rempeyek kacang tanah dengan rempeyek bulat di samping",
    "Kraft pouch of peanut rempeyek with round crackers beside it",
    family="food",
)
def rempeyek_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.62, form_size=0.7)
    c.put(place(c, rempeyek_pouch(c), 410, 880, 1.14))
    leaning = rempeyek(c, 270)
    c.put(group(path(ellipse(790, 850, 130, 26), c.family.shadow, opacity=0.5, filter=blur(c, 12, True))), move(leaning, 770, 735, -12))
    for x, y, t in ((640, 930, 0), (700, 905, 80), (585, 945, 140)):
        c.put(lying(c, peanut_shell(c, 76), x, y, t, 1, 0.8))
    c.put(lying(c, rempeyek(c, 200), 860, 915, 20, 1, 0.45))
    return c


@picture(
    "produk/rempeyek-kacang/foto-2", "Tumpukan rempeyek kacang renyah di piring dari atas", "A pile of crisp peanut rempeyek seen from above", family="food"
)
def rempeyek_plate(p):
    c = p.flat(surface="wood", colour="#9a6a3e")
    plate = ellipse(500, 500, 400)
    c.put(
        drop(c, plate, 18, 24, 18, 0.5),
        path(plate, c.linear([(0, "#f7f1e3"), (1, "#cfc3ac")], 0, 0, 1, 1)),
        path(ellipse(500, 500, 300), c.linear([(0, "#d9cdb6"), (1, "#f7f1e3")], 0, 0, 1, 1)),
    )
    c.put(heap(c, lambda s: rempeyek(c, s), 500, 500, 210, 210, 13, 330, 1.0))
    for x, y in ((130, 880), (210, 925), (900, 110), (930, 190)):
        c.put(lying(c, peanut_shell(c, 84), x, y, c.rnd.uniform(0, 180)))
    return c


@picture(
    "produk/kembang-goyang/foto-1",
    "Toples kue kembang goyang bertutup merah dengan beberapa kue di depannya",
    "Red-lidded jar of kembang goyang rosette crisps with some in front",
    family="food",
)
def kembang_front(p):
    c = p.studio(table="linen", form="arch", horizon=0.62, form_size=0.7)
    c.put(place(c, rosette_jar(c), 430, 870, 1.06))
    for x, y, s in ((760, 800, 210), (850, 905, 230), (640, 930, 200)):
        c.put(lying(c, kembang_goyang(c, s), x, y, c.rnd.uniform(0, 40), 1, 0.55, 9))
    return c


@picture(
    "produk/kembang-goyang/foto-2",
    "Dari dekat: kue kembang goyang berbentuk bunga delapan kelopak",
    "Close-up of eight-petal kembang goyang crisps",
    family="food",
)
def kembang_close(p):
    c = p.flat(surface="linen", colour="#b9533a")
    for x, y, s, t in ((330, 340, 470, 0), (760, 250, 400, 20), (690, 690, 500, 10), (230, 790, 420, 33)):
        c.put(lying(c, kembang_goyang(c, s), x, y, t, 1, 1, 16, 0.5))
    return c


@picture(
    "produk/emping-pedas-manis/foto-1",
    "Kemasan merah emping melinjo pedas manis, emping mengilap di mangkuk kecil",
    "Red pouch of sweet-hot melinjo crackers with glazed crackers in a small bowl",
    family="chilli",
)
def emping_front(p):
    c = p.studio(table="wood", form="disc", horizon=0.6, form_size=0.8)
    c.put(place(c, emping_pouch(c), 400, 850, 1.14))
    back, front, d = bowl(c, 0, -150, 165, 150, "#efe6d6")
    goods = heap(c, lambda s: emping(c, s), 0, -165, 120, 48, 26, 95, 0.72)
    c.put(place(c, Prop(group(back, goods, front), d, 72, 18), 760, 910, 1.08))
    c.put(lying(c, chilli(c, 190), 560, 945, 12, 1, 0.8), lying(c, emping(c, 110), 905, 945, 0, 1, 0.5))
    return c


@picture(
    "produk/emping-pedas-manis/foto-2",
    "Dari dekat: emping melinjo berlapis gula cabai mengilap",
    "Close-up of melinjo crackers in a shiny chilli-sugar glaze",
    family="chilli",
)
def emping_close(p):
    c = p.flat(surface="paper", colour="#8c3a20")
    c.put(heap(c, lambda s: emping(c, s), 500, 500, 620, 620, 56, 340, 0.96))
    c.put(move(chilli(c, 420), 640, 640, -28))
    return c
