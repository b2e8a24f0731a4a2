"""Roti Emparan: pull-apart bread, nastar, pandan cake, hampers."""

import math

from ..catalogue import picture
from ..food import heap, leaf, nastar, packed, snow_cookie, stick_cookie
from ..geometry import K, ellipse, n, poly, rect, smooth
from ..light import blur, drop, relief, rough
from ..materials import bevel, noise, weave, wood
from ..pack import bow, open_box
from ..palette import dark, light
from ..pattern import kawung
from ..stage import Prop, lying, place
from ..svg import group, line, move, path
from ..vessel import glass_shell, jar_profile, label, lid, outline_path, saucer, turned


def bread(c, w=640, count=8, h=250):
    """Loaf of soft joined rolls with a shiny butter-brushed crust, standing on 0,0."""
    seg = w / count
    crumb = rect(-w / 2, -h * 0.6, w, h * 0.6, 26)
    out = [path(crumb, c.linear([(0, "#d99a4a"), (0.3, "#f0cf8c"), (0.7, "#f3d79c"), (1, "#d3a05a")], 0, 0, 0, 1), filter=rough(c, 0.05, 0.05, 1.1, 3, 5))]
    ridge = []
    for k in range(count):
        x = -w / 2 + seg * k
        ridge += [(x + seg * 0.05, -h * 0.84), (x + seg * 0.26, -h * 0.95), (x + seg * 0.7, -h * 0.97), (x + seg * 0.95, -h * 0.87)]
    front = [(w / 2 + 4, -h * 0.46), (w / 2 - 4, -h * 0.26)]
    for k in range(count, 0, -1):
        x = -w / 2 + seg * k
        front += [(x - seg * 0.5, -h * 0.2 - (k % 2) * 4), (x - seg * 0.97, -h * 0.24)]
    crust = smooth([(-w / 2 - 4, -h * 0.5), *ridge, *front])
    skin = [
        path(
            crust,
            c.linear([(0, "#7d3d12"), (0.22, "#a85a1e"), (0.5, "#c98236"), (0.8, "#e3ab5a"), (1, "#efca86")], 0, 0, 0, 1),
            filter=relief(c, 16, 22, 0.3, 14, 0.3),
        )
    ]
    for k in range(count):
        x = -w / 2 + seg * k
        dome = smooth(
            [(x + seg * 0.16, -h * 0.62), (x + seg * 0.3, -h * 0.84), (x + seg * 0.58, -h * 0.9), (x + seg * 0.72, -h * 0.72), (x + seg * 0.5, -h * 0.56)]
        )
        skin.append(path(dome, "#ffd890", opacity=0.5, filter=blur(c, seg * 0.12, True)))
        skin.append(
            path(
                smooth([(x + seg * 0.24, -h * 0.74), (x + seg * 0.36, -h * 0.86), (x + seg * 0.5, -h * 0.87), (x + seg * 0.34, -h * 0.76)]),
                "#fff3cf",
                opacity=0.75,
                filter=blur(c, seg * 0.05, True),
            )
        )
        if k:
            cut = smooth([(x + seg * 0.02, -h * 0.86), (x - seg * 0.03, -h * 0.6), (x + seg * 0.02, -h * 0.34)], False)
            skin.append(line(cut, "#5f2c0c", seg * 0.07, opacity=0.42, filter=blur(c, seg * 0.04, True)))
        for _ in range(3):
            skin.append(path(ellipse(x + c.rnd.uniform(0.2, 0.8) * seg, -h * c.rnd.uniform(0.5, 0.86), 3.4, 2.2), "#fff3cf", opacity=0.85))
    for k in range(1, count):
        x = -w / 2 + seg * k
        out.append(line(smooth([(x, -h * 0.4), (x + 3, -h * 0.2), (x, -4)], False), "#a06a2a", 4, opacity=0.45, filter=blur(c, 2, True)))
        out.append(line(smooth([(x + 5, -h * 0.38), (x + 8, -h * 0.2), (x + 5, -8)], False), "#fff3d0", 3, opacity=0.6, filter=blur(c, 1.5, True)))
    return Prop(group(*out, *skin), group(path(crust, "#000"), path(crumb, "#000")), w / 2, 24)


def tin(c, w=680, h=110):
    """Baking tin front wall."""
    d = poly([(-w / 2, -h), (w / 2, -h), (w / 2 - 26, 0), (-w / 2 + 26, 0)])
    return group(
        path(d, c.linear([(0, "#6a6d72"), (0.2, "#c9cdd0"), (0.5, "#9a9ea3"), (0.8, "#d6d9db"), (1, "#686c71")])),
        path(d, c.linear([(0, "#fff", 0.3), (0.3, "#fff", 0), (1, "#000", 0.35)], 0, 0, 0, 1)),
        line(f"M{-w / 2 - 4} {-h}H{w / 2 + 4}", "#eceff0", 9),
        line(f"M{-w / 2 - 4} {-h + 5}H{w / 2 + 4}", "#54585d", 3, opacity=0.6),
    )


def nastar_jar(c, h=430, r=225, maker=None, size=112, count=60, lid_tone="#b9402c", title="Nastar", ribbon="#b9402c", squash=0.85):
    maker = maker or (lambda s: nastar(c, s))
    prof = jar_profile(-h, 0, r, 0.93, 0.07)
    d = outline_path(0, prof)
    goods = packed(c, maker, 0, -h * 0.86, -size * 0.2, r * 0.9, size, squash)
    art = [
        path(d, "#fbeccb", opacity=0.7),
        group(goods, path(d, c.linear([(0, "#2a1206", 0.4), (0.2, "#2a1206", 0), (0.75, "#2a1206", 0.1), (1, "#2a1206", 0.45)])), clip_path=c.clip(d)),
        glass_shell(c, 0, prof),
    ]
    art.append(
        label(
            c,
            0,
            r * 1.004,
            -h * 0.48,
            -h * 0.16,
            "#fdf6e6",
            "#7a2a18",
            [("EMPARAN", 18, "bold", 0.3, "#b7502a"), (title, 62 if len(title) < 8 else 44, "script", 0.74)],
            span=0.5,
        )
    )
    art.append(lid(c, 0, -h - 44, r * 0.97, 62, lid_tone, top=path(ellipse(0, -h - 44, r * 0.5, r * 0.5 * K), light(lid_tone, 0.2), opacity=0.5)))
    return Prop(group(*art), group(path(d, "#000", opacity=0.8), path(rect(-r * 0.97, -h - 44, r * 1.94, 70), "#000")), r * 0.92, 50)


def pandan_cake(c, r=330, h=240, cut=True):
    """Chiffon-like steamed ring cake with one slice taken out at the front right."""
    prof = [(-h, r * 0.96), (-h * 0.6, r), (-h * 0.1, r * 0.97), (0, r * 0.93)]
    green, crust = "#8fb84a", "#6f9a35"
    d = outline_path(0, prof)
    art = [
        turned(c, 0, prof, crust, 0.12, 0.42),
        group(noise(c, d, light(green, 0.4), 0.03, 0.03, 0.5, 2), noise(c, d, dark(crust, 0.3), 0.12, 0.12, 0.58, 2.5), opacity=0.7),
    ]
    for k in range(16):
        a = math.pi * (k + 0.5) / 16
        x = -r * math.cos(a) * 0.98
        yy = r * K * math.sin(a)
        art.append(line(f"M{n(x)} {n(-h + yy)}L{n(x * 0.98)} {n(yy * 0.96 - 4)}", dark(crust, 0.4), 6, opacity=0.22, filter=blur(c, 3, True)))
    face = ellipse(0, -h, r * 0.96, r * 0.96 * K)
    art += [
        path(face, c.linear([(0, light(green, 0.35)), (1, green)], 0, 0, 1, 0.6)),
        group(noise(c, face, light(green, 0.6), 0.04, 0.09, 0.5, 2), noise(c, face, dark(green, 0.3), 0.09, 0.2, 0.58, 3), opacity=0.7),
    ]
    hole = ellipse(0, -h, r * 0.26, r * 0.26 * K)
    art += [path(hole, c.linear([(0, "#3c5a18"), (1, green)], 0, 0, 0, 1)), line(hole, light(green, 0.5), 3, opacity=0.6)]
    if cut:
        a1, a2 = math.radians(28), math.radians(72)
        p1, p2 = (r * math.cos(a1), r * K * math.sin(a1)), (r * math.cos(a2), r * K * math.sin(a2))
        i1, i2 = ((r * 0.26 * math.cos(a1), r * 0.26 * K * math.sin(a1)), (r * 0.26 * math.cos(a2), r * 0.26 * K * math.sin(a2)))
        wedge = poly([(i1[0], i1[1] - h), (p1[0] + 4, p1[1] - h), (p1[0] + 4, p1[1] + 3), (p2[0], p2[1] + 6), (p2[0], p2[1] - h), (i2[0], i2[1] - h)])
        left = poly([(i2[0], i2[1] - h), (p2[0], p2[1] - h), (p2[0], p2[1] + 2), (i2[0], i2[1])])
        right = poly([(i1[0], i1[1] - h), (p1[0], p1[1] - h), (p1[0], p1[1]), (i1[0], i1[1])])
        inner = "#cfe08a"
        art.append(path(wedge, "#dfe2cd"))
        art.append(
            group(
                path(right, c.linear([(0, dark(inner, 0.1)), (1, inner)])),
                noise(c, right, "#eef5bd", 0.05, 0.05, 0.48, 2.4),
                group(noise(c, right, "#9dba58", 0.1, 0.1, 0.6, 5), opacity=0.7),
            )
        )
        art.append(
            group(path(left, c.linear([(0, dark(inner, 0.3)), (1, dark(inner, 0.42))])), group(noise(c, left, "#6f8d36", 0.1, 0.1, 0.58, 5), opacity=0.6))
        )
        floor = poly([(i1[0], i1[1]), (p1[0], p1[1]), (p2[0] + (p1[0] - p2[0]) * 0.45, (p1[1] + p2[1]) / 2 + 16), (p2[0], p2[1]), (i2[0], i2[1])])
        art.append(path(floor, "#f1eee2") + path(floor, "#2b3a18", opacity=0.25))
    return Prop(group(*art), d, r * 0.95, r * K)


def cake_slice(c, w=230, h=170):
    """Slice standing on a plate, cut face to the viewer."""
    d = smooth([(-w / 2, -h), (w / 2, -h + 12), (w / 2 + 6, -8), (w / 2 - 12, 0), (-w / 2 + 8, 0), (-w / 2 - 6, -10)], True, 0.4)
    top = poly([(-w / 2, -h), (-w / 2 + 90, -h - 46), (w / 2 + 70, -h - 36), (w / 2, -h + 12)])
    side = poly([(w / 2, -h + 12), (w / 2 + 70, -h - 36), (w / 2 + 70, -44), (w / 2, 0)])
    return group(
        path(side, "#6f9a35"),
        path(top, c.linear([(0, "#a9cc62"), (1, "#86ad44")])),
        path(d, "#d3e38f"),
        noise(c, d, "#f0f7c4", 0.05, 0.05, 0.48, 2.6),
        group(noise(c, d, "#9dba58", 0.09, 0.09, 0.6, 5), opacity=0.75),
        line(f"M{-w / 2} {-h}L{w / 2} {-h + 12}", "#6f9a35", 8),
    )


def hamper(c, w=640, h=190):
    """Open gift box with three cookie jars and a bow."""
    back, front, whole = open_box(c, -w / 2, -h, w, h, 90, 70, "#8b2f26")
    jars = []
    for k, (maker, tone, title) in enumerate(
        ((lambda s: nastar(c, s), "#d9a441", "Nastar"), (lambda s: snow_cookie(c, s), "#eee3d2", "Salju"), (lambda s: stick_cookie(c, s), "#c9702a", "Keju"))
    ):
        jar = nastar_jar(c, 300, 98, maker, (58, 66, 70)[k], 52, tone, title)
        jars.append(move(jar.art, -w / 2 + 118 + k * (w - 130) / 2.6, -42 - 24, 0, 1.0))
    art_front = path(rect(-w / 2, -h, w, h), kawung(c, 62, "#a8463a", None, False), opacity=0.6) + path(
        rect(-44, -h, 88, h), c.linear([(0, "#a8782c"), (0.3, "#f2d58c"), (0.6, "#d9ac5a"), (1, "#8a5f24")])
    )
    paper = []
    for _ in range(150):
        x, y = c.rnd.uniform(-w / 2 + 6, w / 2 + 60), -h - c.rnd.uniform(-14, 30)
        paper.append(
            line(
                f"M{n(x)} {n(y)}q{n(c.rnd.uniform(-20, 20))} {n(c.rnd.uniform(-24, 6))} {n(c.rnd.uniform(-34, 34))} {n(c.rnd.uniform(-6, 10))}",
                c.rnd.choice(["#e9d3a4", "#d9bd84", "#f5e6c4"]),
                5,
            )
        )
    nest = group(
        *paper,
        filter=relief(c, 1.6, 2.4, 0, 12, 0.4, margin=3),
        clip_path=c.clip(poly([(-w / 2, -h - 60), (w / 2 + 90, -h - 100), (w / 2 + 90, -h - 40), (w / 2, -h + 4), (-w / 2, -h + 4)])),
    )
    art = group(back, *jars, nest, front, art_front, bow(c, 0, -h * 0.72, 120, "#e0b455"))
    return Prop(art, group(path(whole, "#000"), path(rect(-w / 2 + 30, -h - 220, w, 240, 30), "#000")), w / 2 + 40, 24)


def roll(c, w, h):
    """One roll of the pull-apart loaf seen from above, centre at 0,0."""
    d = rect(-w / 2, -h / 2, w, h, min(w, h) * 0.34)
    crust = path(
        d, c.radial([(0, "#f0b968"), (0.35, "#d9913c"), (0.72, "#b46922"), (1, "#8a4a16")], 0.42, 0.38, 0.68), filter=relief(c, 15, 22, 0.35, 16, 0.25)
    )
    shine = path(
        smooth([(-w * 0.3, -h * 0.16), (-w * 0.22, -h * 0.34), (w * 0.06, -h * 0.36), (-w * 0.08, -h * 0.2)]), "#fff3cf", opacity=0.75, filter=blur(c, 7)
    )
    sugar = "".join(path(ellipse(c.rnd.uniform(-0.36, 0.36) * w, c.rnd.uniform(-0.36, 0.36) * h, 4.6, 3.4), "#fff6dc", opacity=0.9) for _ in range(9))
    return group(crust, shine, sugar)


@picture(
    "produk/roti-sisir-mentega/foto-1",
    "Roti sisir mentega keemasan di loyang, sepuluh sobekan berjajar rapat dari atas",
    "Golden butter pull-apart bread in its tin, ten rolls side by side from above",
    family="food",
)
def bread_front(p):
    c = p.flat(surface="wood", colour="#a9784c")
    tin_ = rect(120, 170, 760, 640, 44)
    c.put(
        drop(c, tin_, 20, 26, 20, 0.55),
        path(tin_, c.linear([(0, "#eef0f1"), (0.4, "#a5abb0"), (1, "#61676c")], 0, 0, 1, 1)),
        path(rect(144, 194, 712, 592, 30), c.linear([(0, "#4a3a30"), (1, "#8a7462")], 0, 0, 1, 1)),
    )
    for row in range(2):
        for k in range(5):
            x, y = 154 + 140 * k + 70, 204 + 286 * row + 143
            c.put(move(roll(c, 144 + c.rnd.uniform(-3, 3), 292), x, y, c.rnd.uniform(-1, 1)))
    c.put(
        group(line(rect(144, 194, 712, 592, 30), "#1b0e06", 26, opacity=0.5, filter=blur(c, 10, True)), clip_path=c.clip(rect(144, 194, 712, 592, 30))),
        line(tin_, "#ffffff", 3, opacity=0.6),
    )
    cloth_ = smooth([(-40, 760), (120, 770), (330, 860), (470, 1040), (-40, 1040)], True, 0.5)
    c.put(
        drop(c, cloth_, 10, 12, 10, 0.45),
        path(cloth_, weave(c, "#f2e6d0", 4, 0.1, "rotate(30)")),
        line(smooth([(-40, 790), (110, 800), (300, 885), (420, 1040)], False), "#b7502a", 9, opacity=0.75),
        line(smooth([(-40, 815), (100, 824), (275, 905), (385, 1040)], False), "#b7502a", 3, opacity=0.75),
    )
    c.put(
        lying(
            c,
            group(
                path(rect(-75, -45, 150, 90, 10), "#f6dd7e", filter=relief(c, 7, 10, 0.45, 16, 0.35)),
                path(rect(-68, -38, 90, 30, 12), "#fff3bd", opacity=0.7, filter=blur(c, 6)),
            ),
            860,
            905,
            -16,
            1.15,
            1,
            12,
        )
    )
    return c


@picture(
    "produk/roti-sisir-mentega/foto-2",
    "Roti sisir disobek di talenan, tampak serat putih lembut pada sisi sobekan",
    "Pull-apart bread torn on a board, its soft white crumb showing on the torn side",
    family="food",
)
def bread_torn(p):
    c = p.flat(surface="linen", colour="#e6d3b0")
    board = rect(70, 130, 860, 740, 60)
    c.put(drop(c, board, 18, 24, 18, 0.5), wood(c, board, (70, 130, 860, 740), "#b98552"), bevel(c, board, 4))
    loaf = rect(140, 250, 440, 500, 60)
    c.put(drop(c, loaf, 16, 20, 14, 0.55))
    for k in range(3):
        c.put(move(roll(c, 152, 500), 214 + 148 * k, 500, c.rnd.uniform(-1, 1)))
    side = smooth([(578, 270), (606, 300), (598, 420), (612, 520), (600, 640), (604, 720), (578, 736), (566, 500)])
    c.put(path(side, "#fbeec9", filter=rough(c, 0.06, 0.06, 3.2, 3, 8)))
    torn = move(roll(c, 152, 470), 0, 0)
    crumb = smooth([(-76, -210), (-104, -170), (-98, -60), (-112, 40), (-100, 150), (-104, 200), (-72, 214), (-60, 0)])
    shape = rect(-100, -235, 180, 470, 60)
    c.put(
        group(drop(c, shape, 16, 20, 14, 0.55), path(crumb, "#fbeec9", filter=rough(c, 0.06, 0.06, 3.2, 3, 9)), torn, transform="translate(780 520) rotate(13)")
    )
    crumbs = "".join(
        path(
            ellipse(c.rnd.uniform(600, 720), c.rnd.uniform(240, 820), c.rnd.uniform(3, 8), c.rnd.uniform(3, 6)), c.rnd.choice(["#fbeec9", "#d9913c", "#f3d79c"])
        )
        for _ in range(34)
    )
    c.put(group(crumbs, filter=relief(c, 1.6, 2.4, 0, 12, 0.4)))
    return c


@picture(
    "produk/nastar-500/foto-1",
    "Toples nastar bertutup merah berisi nastar keemasan bercengkih",
    "Red-lidded jar full of golden pineapple tarts topped with clove",
    family="food",
)
def nastar_front(p):
    c = p.studio(table="linen", form="disc", horizon=0.58, form_size=0.78)
    c.put(place(c, nastar_jar(c), 460, 840, 1.32))
    for x, y in ((790, 900), (880, 860), (850, 945), (720, 945)):
        c.put(lying(c, nastar(c, 118), x, y, 0, 1, 0.85, 9))
    return c


@picture(
    "produk/nastar-500/foto-2",
    "Dari dekat: nastar bulat mengilap dengan olesan kuning telur, satu terbelah berisi selai nanas",
    "Close-up of shiny egg-washed pineapple tarts, one split to show the jam",
    family="food",
)
def nastar_close(p):
    c = p.flat(surface="linen", colour="#a8432c")
    for j in range(3):
        for i in range(3):
            x, y = 200 + i * 300, 200 + j * 300
            if (i, j) == (1, 1):
                half = group(
                    path(ellipse(0, 0, 128, 122), "#e0a54a"),
                    path(ellipse(0, 0, 114, 108), "#f7e2ae"),
                    noise(c, ellipse(0, 0, 114, 108), "#d9b46a", 0.07, 0.07, 0.56, 6),
                    path(ellipse(4, 4, 62, 56), "#d08a1e", filter=relief(c, 9, 12, 0.7, 18, 0.3)),
                    noise(c, ellipse(4, 4, 58, 52), "#f2bc4a", 0.06, 0.06, 0.54, 7),
                )
                c.put(lying(c, half, x, y, 0, 1, 1, 16))
                continue
            c.put(lying(c, nastar(c, 260), x + c.rnd.uniform(-12, 12), y + c.rnd.uniform(-12, 12), c.rnd.uniform(-15, 15), 1, 1, 16))
    return c


@picture(
    "produk/bolu-pandan/foto-1",
    "Bolu pandan kukus hijau di piring putih, sudah dipotong satu iris",
    "Green steamed pandan cake on a white plate with one slice cut out",
    family="food",
)
def pandan_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.54, form_size=0.8)
    c.put(place(c, Prop(saucer(c, 0, -50, 420, "#f5f0e4"), ellipse(0, -40, 410, 100), 400, 100), 500, 840, 1.08))
    c.put(place(c, pandan_cake(c), 500, 775, 1.1, strength=0.25))
    c.put(lying(c, leaf(c, 260, "#4f8a3a", 0.13), 120, 950, 62, 1, 0.6), lying(c, leaf(c, 230, "#5f9a42", 0.13), 80, 925, 78, 1, 0.6))
    return c


@picture(
    "produk/bolu-pandan/foto-2",
    "Seiris bolu pandan dengan pori lembut di piring kecil",
    "A slice of pandan cake with a soft crumb on a small plate",
    family="food",
)
def pandan_slice(p):
    c = p.studio(table="linen", form="disc", horizon=0.56)
    c.put(place(c, Prop(saucer(c, 0, -40, 330, "#f5f0e4"), ellipse(0, -30, 320, 80), 310, 80), 500, 830, 1.25))
    c.put(path(ellipse(540, 790, 210, 34), "#2b3a18", opacity=0.4, filter=blur(c, 14, True)), move(cake_slice(c), 470, 790, 0, 1.75))
    return c


@picture(
    "produk/hampers-kue-kering/foto-1",
    "Hampers merah berpita emas berisi tiga toples kue kering",
    "Red gift box with a gold bow holding three jars of cookies",
    family="food",
)
def hampers_front(p):
    c = p.studio(table="linen", form="arch", horizon=0.58, form_size=0.85)
    c.put(place(c, hamper(c), 470, 880, 1.26))
    return c


@picture(
    "produk/hampers-kue-kering/foto-2",
    "Isi hampers: nastar, putri salju, dan kastengel di piring",
    "What is inside: pineapple tarts, snow cookies and cheese sticks on plates",
    family="food",
)
def hampers_inside(p):
    c = p.flat(surface="linen", colour="#8b2f26")
    for (x, y), maker, size, count in (
        ((290, 300), lambda s: nastar(c, s), 130, 14),
        ((720, 420), lambda s: snow_cookie(c, s), 150, 12),
        ((350, 740), lambda s: stick_cookie(c, s), 170, 12),
    ):
        rim = ellipse(x, y, 240)
        c.put(
            drop(c, rim, 16, 20, 16, 0.5),
            path(rim, c.linear([(0, "#fffaf0"), (1, "#cabda6")], 0, 0, 1, 1)),
            path(ellipse(x, y, 190), c.linear([(0, "#d8ccb6"), (1, "#fbf6ea")], 0, 0, 1, 1)),
        )
        c.put(heap(c, maker, x, y, 110, 110, count, size, 1.0, 0.05, 60))
    c.put(bow(c, 810, 820, 130, "#e0b455"))
    return c
