"""Roti Emparan: pull-apart bread, nastar, pandan cake, hampers."""

import math

from ..catalogue import picture
from ..food import heap, leaf, nastar, snow_cookie, stick_cookie
from ..geometry import K, ellipse, n, poly, rect, smooth
from ..letter import outline
from ..light import blur, drop, relief, rough
from ..materials import bamboo, bevel, kraft, noise, steel, weave
from ..pack import bow, open_box, tag, words
from ..palette import dark, light, mix
from ..pattern import kawung
from ..stage import Prop, lying, place
from ..svg import group, line, move, path
from ..vessel import glass_shell, jar_profile, label, lid, outline_path, saucer, turned


def bread(c, w=640, count=8):
    """Row of soft joined rolls with buttered tops, standing on 0,0."""
    out = []
    seg = w / count
    h = 250
    base = rect(-w / 2, -h * 0.62, w, h * 0.62, 30)
    out.append(path(base, c.linear([(0, "#f3d79c"), (0.5, "#e9c27a"), (1, "#c88f44")], 0, 0, 0, 1), filter=rough(c, 0.05, 0.05, 1.1, 3, 5)))
    for k in range(count):
        x = -w / 2 + seg * (k + 0.5)
        lean = (k - (count - 1) / 2) * 0.5
        top = smooth([(x - seg * 0.55, -h * 0.42), (x - seg * 0.5, -h * 0.82), (x - seg * 0.1, -h * 1.02), (x + seg * 0.4, -h * 0.92), (x + seg * 0.56, -h * 0.5), (x + seg * 0.2, -h * 0.34)])
        tone = mix("#b86a24", "#c87a2c", c.rnd.random())
        out.append(path(top, c.linear([(0, "#8f4a16"), (0.3, tone), (0.75, "#e3a552"), (1, "#f0cf8c")], 0.3, 0, 0.4, 1), filter=relief(c, 13, 20, 0.35, 14, 0.25)))
        out.append(path(smooth([(x - seg * 0.3, -h * 0.78), (x - seg * 0.05, -h * 0.93), (x + seg * 0.1, -h * 0.9), (x - seg * 0.12, -h * 0.74)]), "#ffe9b8", opacity=0.6, filter=blur(c, 5, True)))
        for _ in range(4):
            out.append(path(ellipse(x + c.rnd.uniform(-0.3, 0.3) * seg, -h * c.rnd.uniform(0.6, 0.95), 3.4, 2.4), "#fff3cf", opacity=0.9))
        if k:
            xs = -w / 2 + seg * k
            out.append(line(smooth([(xs, -h * 0.84), (xs + lean, -h * 0.5), (xs, -6)], False), "#8a5420", 5, opacity=0.45, filter=blur(c, 2.5, True)))
            out.append(line(smooth([(xs + 5, -h * 0.5), (xs + 5 + lean, -h * 0.3), (xs + 5, -10)], False), "#fff0c8", 3, opacity=0.6, filter=blur(c, 1.5, True)))
    return Prop(group(*out), rect(-w / 2, -h * 0.95, w, h * 0.95, 60), w / 2, 24)


def tin(c, w=680, h=110):
    """Baking tin front wall."""
    d = poly([(-w / 2, -h), (w / 2, -h), (w / 2 - 26, 0), (-w / 2 + 26, 0)])
    return group(path(d, c.linear([(0, "#6a6d72"), (0.2, "#c9cdd0"), (0.5, "#9a9ea3"), (0.8, "#d6d9db"), (1, "#686c71")])), path(d, c.linear([(0, "#fff", 0.3), (0.3, "#fff", 0), (1, "#000", 0.35)], 0, 0, 0, 1)), line(f"M{-w / 2 - 4} {-h}H{w / 2 + 4}", "#eceff0", 9), line(f"M{-w / 2 - 4} {-h + 5}H{w / 2 + 4}", "#54585d", 3, opacity=0.6))


def nastar_jar(c, h=430, r=225, maker=None, size=112, count=60, lid_tone="#b9402c", title="Nastar", ribbon="#b9402c", squash=0.85):
    maker = maker or (lambda s: nastar(c, s))
    prof = jar_profile(-h, 0, r, 0.93, 0.07)
    d = outline_path(0, prof)
    goods = heap(c, maker, 0, -h * 0.42, r * 0.84, h * 0.4, count, size, squash, 0.05, 25)
    art = [path(d, "#fbeccb", opacity=0.7), group(goods, path(d, c.linear([(0, "#2a1206", 0.4), (0.2, "#2a1206", 0), (0.75, "#2a1206", 0.1), (1, "#2a1206", 0.45)])), clip_path=c.clip(d)), glass_shell(c, 0, prof)]
    art.append(label(c, 0, r * 1.004, -h * 0.48, -h * 0.16, "#fdf6e6", "#7a2a18", [("EMPARAN", 18, "bold", 0.3, "#b7502a"), (title, 62 if len(title) < 8 else 44, "script", 0.74)], span=0.5))
    art.append(lid(c, 0, -h - 44, r * 0.97, 62, lid_tone, top=path(ellipse(0, -h - 44, r * 0.5, r * 0.5 * K), light(lid_tone, 0.2), opacity=0.5)))
    return Prop(group(*art), group(path(d, "#000", opacity=0.8), path(rect(-r * 0.97, -h - 44, r * 1.94, 70), "#000")), r * 0.92, 50)


def pandan_cake(c, r=330, h=240, cut=True):
    """Chiffon-like steamed ring cake with one slice taken out at the front right."""
    top_y = -h - r * 0.8 * K
    prof = [(-h, r * 0.96), (-h * 0.6, r), (-h * 0.1, r * 0.97), (0, r * 0.93)]
    green, crust = "#8fb84a", "#6f9a35"
    d = outline_path(0, prof)
    art = [turned(c, 0, prof, crust, 0.12, 0.42), noise(c, d, light(green, 0.4), 0.05, 0.05, 0.56, 5), noise(c, d, dark(crust, 0.4), 0.09, 0.09, 0.6, 6)]
    for k in range(16):
        a = math.pi * (k + 0.5) / 16
        x = -r * math.cos(a) * 0.98
        yy = r * K * math.sin(a)
        art.append(line(f"M{n(x)} {n(-h + yy)}L{n(x * 0.98)} {n(yy * 0.96 - 4)}", dark(crust, 0.4), 6, opacity=0.22, filter=blur(c, 3, True)))
    face = ellipse(0, -h, r * 0.96, r * 0.96 * K)
    art += [path(face, c.linear([(0, light(green, 0.35)), (1, green)], 0, 0, 1, 0.6)), noise(c, face, light(green, 0.7), 0.06, 0.12, 0.55, 5), noise(c, face, dark(green, 0.35), 0.08, 0.2, 0.58, 5)]
    hole = ellipse(0, -h, r * 0.26, r * 0.26 * K)
    art += [path(hole, c.linear([(0, "#3c5a18"), (1, green)], 0, 0, 0, 1)), line(hole, light(green, 0.5), 3, opacity=0.6)]
    if cut:
        a1, a2 = math.radians(28), math.radians(72)
        p1, p2 = (r * math.cos(a1), r * K * math.sin(a1)), (r * math.cos(a2), r * K * math.sin(a2))
        i1, i2 = (r * 0.26 * math.cos(a1), r * 0.26 * K * math.sin(a1)), (r * 0.26 * math.cos(a2), r * 0.26 * K * math.sin(a2))
        wedge = poly([(i1[0], i1[1] - h), (p1[0] + 4, p1[1] - h), (p1[0] + 4, p1[1] + 3), (p2[0], p2[1] + 6), (p2[0], p2[1] - h), (i2[0], i2[1] - h)])
        left = poly([(i2[0], i2[1] - h), (p2[0], p2[1] - h), (p2[0], p2[1] + 2), (i2[0], i2[1])])
        right = poly([(i1[0], i1[1] - h), (p1[0], p1[1] - h), (p1[0], p1[1]), (i1[0], i1[1])])
        inner = "#cfe08a"
        art.append(path(wedge, "#dfe2cd"))
        art.append(group(path(right, c.linear([(0, dark(inner, 0.1)), (1, inner)])), noise(c, right, "#eef5bd", 0.05, 0.05, 0.5, 5), noise(c, right, "#8aa84a", 0.09, 0.09, 0.6, 8)))
        art.append(group(path(left, c.linear([(0, dark(inner, 0.3)), (1, dark(inner, 0.42))])), noise(c, left, "#6f8d36", 0.09, 0.09, 0.58, 8)))
        floor = poly([(i1[0], i1[1]), (p1[0], p1[1]), (p2[0] + (p1[0] - p2[0]) * 0.45, (p1[1] + p2[1]) / 2 + 16), (p2[0], p2[1]), (i2[0], i2[1])])
        art.append(path(floor, "#f1eee2") + path(floor, "#2b3a18", opacity=0.25))
    _ = top_y
    return Prop(group(*art), d, r * 0.95, r * K)


def cake_slice(c, w=230, h=170):
    """Slice standing on a plate, cut face to the viewer."""
    d = smooth([(-w / 2, -h), (w / 2, -h + 12), (w / 2 + 6, -8), (w / 2 - 12, 0), (-w / 2 + 8, 0), (-w / 2 - 6, -10)], True, 0.4)
    top = poly([(-w / 2, -h), (-w / 2 + 90, -h - 46), (w / 2 + 70, -h - 36), (w / 2, -h + 12)])
    side = poly([(w / 2, -h + 12), (w / 2 + 70, -h - 36), (w / 2 + 70, -44), (w / 2, 0)])
    return group(path(side, "#6f9a35"), path(top, c.linear([(0, "#a9cc62"), (1, "#86ad44")])), path(d, "#d3e38f"), noise(c, d, "#f0f7c4", 0.06, 0.06, 0.5, 6), noise(c, d, "#8aa84a", 0.1, 0.1, 0.6, 8), line(f"M{-w / 2} {-h}L{w / 2} {-h + 12}", "#6f9a35", 8))


def hamper(c, w=640, h=190):
    """Open gift box with three cookie jars and a bow."""
    back, front, whole = open_box(c, -w / 2, -h, w, h, 90, 70, "#8b2f26")
    jars = []
    for k, (maker, tone, title) in enumerate(((lambda s: nastar(c, s), "#d9a441", "Nastar"), (lambda s: snow_cookie(c, s), "#eee3d2", "Salju"), (lambda s: stick_cookie(c, s), "#c9702a", "Keju"))):
        jar = nastar_jar(c, 300, 98, maker, (58, 66, 70)[k], 52, tone, title)
        jars.append(move(jar.art, -w / 2 + 118 + k * (w - 130) / 2.6, -42 - 24, 0, 1.0))
    art_front = path(rect(-w / 2, -h, w, h), kawung(c, 62, "#a8463a", None, False), opacity=0.6) + path(rect(-44, -h, 88, h), c.linear([(0, "#a8782c"), (0.3, "#f2d58c"), (0.6, "#d9ac5a"), (1, "#8a5f24")]))
    paper = []
    for _ in range(150):
        x, y = c.rnd.uniform(-w / 2 + 6, w / 2 + 60), -h - c.rnd.uniform(-14, 30)
        paper.append(line(f"M{n(x)} {n(y)}q{n(c.rnd.uniform(-20, 20))} {n(c.rnd.uniform(-24, 6))} {n(c.rnd.uniform(-34, 34))} {n(c.rnd.uniform(-6, 10))}", c.rnd.choice(["#e9d3a4", "#d9bd84", "#f5e6c4"]), 5))
    nest = group(*paper, filter=relief(c, 1.6, 2.4, 0, 12, 0.4, margin=3), clip_path=c.clip(poly([(-w / 2, -h - 60), (w / 2 + 90, -h - 100), (w / 2 + 90, -h - 40), (w / 2, -h + 4), (-w / 2, -h + 4)])))
    art = group(back, *jars, nest, front, art_front, bow(c, 0, -h * 0.72, 120, "#e0b455"))
    return Prop(art, group(path(whole, "#000"), path(rect(-w / 2 + 30, -h - 220, w, 240, 30), "#000")), w / 2 + 40, 24)


@picture("produk/roti-sisir-mentega/foto-1", "Roti sisir mentega keemasan masih di loyang, delapan sobekan", "Golden butter pull-apart bread in its tin, eight rolls", family="food")
def bread_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.56, form_size=0.8)
    b = bread(c, 660)
    c.put(place(c, Prop(group(move(b.art, 0, -34), tin(c)), rect(-330, -270, 660, 270, 40), 320, 22), 500, 820, 1.25))
    cube = poly([(0, 0), (90, -14), (130, 10), (130, 62), (36, 82), (0, 56)])
    c.put(move(group(path(cube, "#f6dd7e", filter=relief(c, 5, 7, 0.4, 16, 0.35)), path(poly([(0, 0), (90, -14), (130, 10), (38, 28)]), "#fff0ae")), 760, 870, 0, 1.1))
    return c


@picture("produk/roti-sisir-mentega/foto-2", "Roti sisir disobek, tampak serat lembut dan mentega di sela-selanya", "Pull-apart bread torn open, soft crumb and butter between the pieces", family="food")
def bread_torn(p):
    c = p.studio(table="linen", form="disc", horizon=0.5)
    c.put(place(c, bread(c, 420, 5), 330, 800, 1.35))
    c.put(place(c, bread(c, 180, 2), 770, 880, 1.4))
    crumb = smooth([(628, 560), (660, 600), (650, 700), (662, 790), (618, 800), (606, 700), (612, 600)])
    c.put(path(crumb, "#fbe9bd", filter=rough(c, 0.07, 0.07, 3, 3, 8)))
    return c


@picture("produk/nastar-500/foto-1", "Toples nastar bertutup merah berisi nastar keemasan bercengkih", "Red-lidded jar full of golden pineapple tarts topped with clove", family="food")
def nastar_front(p):
    c = p.studio(table="linen", form="disc", horizon=0.58, form_size=0.78)
    c.put(place(c, nastar_jar(c), 460, 840, 1.32))
    for x, y in ((790, 900), (880, 860), (850, 945), (720, 945)):
        c.put(lying(c, nastar(c, 118), x, y, 0, 1, 0.85, 9))
    return c


@picture("produk/nastar-500/foto-2", "Dari dekat: nastar bulat mengilap dengan olesan kuning telur, satu terbelah berisi selai nanas", "Close-up of shiny egg-washed pineapple tarts, one split to show the jam", family="food")
def nastar_close(p):
    c = p.flat(surface="linen", colour="#a8432c")
    for j in range(3):
        for i in range(3):
            x, y = 200 + i * 300, 200 + j * 300
            if (i, j) == (1, 1):
                half = group(path(ellipse(0, 0, 128, 122), "#e0a54a"), path(ellipse(0, 0, 114, 108), "#f7e2ae"), noise(c, ellipse(0, 0, 114, 108), "#d9b46a", 0.07, 0.07, 0.56, 6), path(ellipse(4, 4, 62, 56), "#d08a1e", filter=relief(c, 9, 12, 0.7, 18, 0.3)), noise(c, ellipse(4, 4, 58, 52), "#f2bc4a", 0.06, 0.06, 0.54, 7))
                c.put(lying(c, half, x, y, 0, 1, 1, 16))
                continue
            c.put(lying(c, nastar(c, 260), x + c.rnd.uniform(-12, 12), y + c.rnd.uniform(-12, 12), c.rnd.uniform(-15, 15), 1, 1, 16))
    return c


@picture("produk/bolu-pandan/foto-1", "Bolu pandan kukus hijau di piring putih, sudah dipotong satu iris", "Green steamed pandan cake on a white plate with one slice cut out", family="food")
def pandan_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.54, form_size=0.8)
    c.put(place(c, Prop(saucer(c, 0, -50, 420, "#f5f0e4"), ellipse(0, -40, 410, 100), 400, 100), 500, 840, 1.08))
    c.put(place(c, pandan_cake(c), 500, 775, 1.1, strength=0.25))
    c.put(lying(c, leaf(c, 260, "#4f8a3a", 0.13), 120, 950, 62, 1, 0.6), lying(c, leaf(c, 230, "#5f9a42", 0.13), 80, 925, 78, 1, 0.6))
    return c


@picture("produk/bolu-pandan/foto-2", "Seiris bolu pandan dengan pori lembut di piring kecil", "A slice of pandan cake with a soft crumb on a small plate", family="food")
def pandan_slice(p):
    c = p.studio(table="linen", form="disc", horizon=0.56)
    c.put(place(c, Prop(saucer(c, 0, -40, 330, "#f5f0e4"), ellipse(0, -30, 320, 80), 310, 80), 500, 830, 1.25))
    c.put(path(ellipse(540, 790, 210, 34), "#2b3a18", opacity=0.4, filter=blur(c, 14, True)), move(cake_slice(c), 470, 790, 0, 1.75))
    return c


@picture("produk/hampers-kue-kering/foto-1", "Hampers merah berpita emas berisi tiga toples kue kering", "Red gift box with a gold bow holding three jars of cookies", family="food")
def hampers_front(p):
    c = p.studio(table="linen", form="arch", horizon=0.58, form_size=0.85)
    c.put(place(c, hamper(c), 470, 880, 1.26))
    return c


@picture("produk/hampers-kue-kering/foto-2", "Isi hampers: nastar, putri salju, dan kastengel di piring", "What is inside: pineapple tarts, snow cookies and cheese sticks on plates", family="food")
def hampers_inside(p):
    c = p.flat(surface="linen", colour="#8b2f26")
    for (x, y), maker, size, count in (((290, 300), lambda s: nastar(c, s), 130, 14), ((720, 420), lambda s: snow_cookie(c, s), 150, 12), ((350, 740), lambda s: stick_cookie(c, s), 170, 12)):
        rim = ellipse(x, y, 240)
        c.put(drop(c, rim, 16, 20, 16, 0.5), path(rim, c.linear([(0, "#fffaf0"), (1, "#cabda6")], 0, 0, 1, 1)), path(ellipse(x, y, 190), c.linear([(0, "#d8ccb6"), (1, "#fbf6ea")], 0, 0, 1, 1)))
        c.put(heap(c, maker, x, y, 110, 110, count, size, 1.0, 0.05, 60))
    c.put(bow(c, 810, 820, 130, "#e0b455"))
    return c


__all__ = ["bamboo", "bevel", "kraft", "outline", "steel", "tag", "weave", "words"]
