"""Batik Larasvanda: cloths, shirt, shawl, tote."""

from ..catalogue import picture
from ..cloth import crease, folded_stack, folds, hanger, hanging, rod, shirt, stitch
from ..geometry import ellipse, n, poly, rect, smooth
from ..light import blur, drop, relief
from ..materials import bevel, weave, wood
from ..pack import tag
from ..palette import WOOD, dark
from ..pattern import BATIK, batik_orchid, kawung, parang
from ..stage import Prop, lying, place
from ..svg import group, line, path


def canting(c, length=330):
    """Wax pen lying along x: wooden handle, copper cup with spout."""
    handle = smooth([(0, -7), (length * 0.5, -10), (length * 0.74, -8), (length * 0.74, 8), (length * 0.5, 10), (0, 7)])
    cup = smooth([(length * 0.74, -12), (length * 0.86, -24), (length * 0.96, -14), (length * 0.97, 10), (length * 0.84, 18), (length * 0.74, 10)])
    spout = line(smooth([(length * 0.95, 4), (length * 1.02, 8), (length * 1.05, 24)], False), "#c07a3e", 6)
    return (
        wood(c, handle, (0, -12, length * 0.75, 24), WOOD["teak"]) + bevel(c, handle, 2) + spout + path(cup, "#c8813f", filter=relief(c, 6, 9, 0.7, 22, 0.25))
    )


def stamp(c, w=230):
    """Copper batik stamp (cap) seen a little from above, standing on 0,0."""
    h = w * 0.62
    out = [path(rect(-w / 2, -h * 0.34, w, h * 0.34, 6), c.linear([(0, "#7a4420"), (0.15, "#e0a066"), (0.3, "#f6cf9f"), (0.5, "#bb6f38"), (1, "#6b3717")]))]
    for k in range(13):
        x = -w / 2 + w * (k + 0.5) / 13
        out.append(line(f"M{n(x)} {n(-h * 0.3)}V-2", "#5d2f12", 2, opacity=0.7) + line(f"M{n(x + 3)} {n(-h * 0.3)}V-2", "#ffdcb0", 1.4, opacity=0.7))
    out.append(path(ellipse(0, -h * 0.34, w / 2, w * 0.1), "#c98147") + path(ellipse(0, -h * 0.36, w * 0.45, w * 0.075), "#8f5023"))
    out.append(
        line(f"M{n(-w * 0.3)} {n(-h * 0.36)}C{n(-w * 0.3)} {n(-h * 1.1)} {n(w * 0.3)} {n(-h * 1.1)} {n(w * 0.3)} {n(-h * 0.36)}", "#a4602c", 24)
        + line(
            f"M{n(-w * 0.3)} {n(-h * 0.36)}C{n(-w * 0.3)} {n(-h * 1.1)} {n(w * 0.3)} {n(-h * 1.1)} {n(w * 0.3)} {n(-h * 0.36)}",
            "#eeb27a",
            8,
            transform="translate(-4 -4)",
        )
    )
    return Prop(group(*out), rect(-w / 2, -h * 0.9, w, h * 0.9, 40), w / 2, 24)


def cloth_stack(c, w=600, colours=("indigo", "violet", "soga"), scale=0.62):
    """Folded batik cloths, front lower middle at 0,0."""
    paints = [batik_orchid(c, BATIK[k], scale, "rotate(4)") for k in colours]
    art, shape = folded_stack(c, -w / 2, 0, w, paints, 96, 120)
    return Prop(art, shape, w / 2, 20)


def spread(c, x, y, w, h, paint, border=None, turn=0):
    """Cloth lying flat with soft creases, seen from above."""
    pts = []
    for (x1, y1), (x2, y2) in (((x, y), (x + w, y)), ((x + w, y), (x + w, y + h)), ((x + w, y + h), (x, y + h)), ((x, y + h), (x, y))):
        for k in range(5):
            t = k / 5
            pts.append((x1 + (x2 - x1) * t + c.rnd.uniform(-6, 6), y1 + (y2 - y1) * t + c.rnd.uniform(-6, 6)))
    d = smooth(pts, True, 0.8)
    out = [drop(c, d, 12, 16, 12, 0.45), path(d, paint)]
    if border:
        out.append(
            group(
                path(rect(x - 20, y - 20, 90, h + 40), border),
                path(rect(x + w - 70, y - 20, 90, h + 40), border),
                line(f"M{n(x + 72)} {n(y - 20)}V{n(y + h + 20)}M{n(x + w - 72)} {n(y - 20)}V{n(y + h + 20)}", "#efdcc0", 4),
                clip_path=c.clip(d),
            )
        )
    for k in range(1, 4):
        px = x + w * k / 4
        out.append(crease(c, [(px, y - 10), (px + c.rnd.uniform(-10, 10), y + h / 2), (px, y + h + 10)], d, 16, 0.3))
    out.append(crease(c, [(x - 10, y + h / 2), (x + w / 2, y + h / 2 + 6), (x + w + 10, y + h / 2)], d, 16, 0.3))
    out.append(path(d, c.linear([(0, "#fff6e4", 0.16), (0.5, "#fff6e4", 0), (1, "#140a18", 0.3)], 0, 0, 1, 1)))
    return group(*out, transform=f"rotate({turn} {n(x + w / 2)} {n(y + h / 2)})" if turn else None)


def shirt_prop(c, w=560, h=760, colours="indigo", scale=0.5):
    a = batik_orchid(c, BATIK[colours], scale)
    left, right = (batik_orchid(c, BATIK[colours], scale, "rotate(14)"), batik_orchid(c, BATIK[colours], scale, "rotate(-14)"))
    art, shape = shirt(c, 0, 0, w, h, a, left, right, BATIK[colours][0], "#cfc4b4")
    return art, shape


def tote_art(c, w=560, h=600):
    """Patchwork tote, upper left corner of the bag at 0,0; handles above."""
    kinds = ["violet", "soga", "indigo", "mangosteen", "green", "cream", "soga", "violet", "indigo"]
    canvas = weave(c, "#e3d5b8", 4, 0.1)
    bag = f"M8 0H{w - 8}C{w + 6} {h * 0.4} {w + 10} {h * 0.75} {w - 2} {h - 22}Q{w - 6} {h} {w - 40} {h}H40Q6 {h} 2 {h - 22}C-10 {h * 0.75} -6 {h * 0.4} 8 0Z"
    out = []
    for side, off in ((0.22, -14), (0.22, 6)):
        d = f"M{w * side} {30 if off > 0 else 14}C{w * 0.24} {-h * 0.52 + off * 3} {w * 0.76} {-h * 0.52 + off * 3} {w * 0.78} {30 if off > 0 else 14}"
        out.append(
            line(d, dark("#b99c6b", 0.35 if off < 0 else 0.15), 34)
            + line(d, "#cdb384" if off > 0 else "#a98c5f", 29)
            + path(d, stroke="#fff6e4", stroke_width=1.8, stroke_dasharray="7 5", opacity=0.8)
        )
    patches = [path(bag, canvas)]
    cols, rows = 3, 3
    top, ph, pw = h * 0.16, h * 0.84 / 3, w / 3
    for i in range(cols * rows):
        x, y = (i % cols) * pw, top + (i // cols) * ph
        paint = (
            batik_orchid(c, BATIK[kinds[i]], 0.42 + 0.1 * (i % 2), f"rotate({(i * 37) % 90})")
            if i % 4 != 2
            else kawung(c, 46, BATIK[kinds[i]][1], None, True, BATIK[kinds[i]][0], "#efdcc0")
        )
        patches.append(path(rect(x, y, pw, ph), paint))
        patches.append(line(rect(x, y, pw, ph), "#140a18", 5, opacity=0.35, filter=blur(c, 2, True)))
        patches.append(stitch(rect(x + 8, y + 8, pw - 16, ph - 16), "#fff1d0", 2.2))
    patches.append(stitch(f"M0 {h * 0.04}H{w}M0 {h * 0.13}H{w}", "#a98c5f", 2.4))
    body = group(
        *patches,
        folds(c, bag, 0, w, 0, h, 4, 0.2),
        path(bag, c.linear([(0, "#140a18", 0.25), (0.1, "#fff6e4", 0.22), (0.4, "#fff6e4", 0), (0.85, "#140a18", 0.2), (1, "#140a18", 0.5)])),
        clip_path=c.clip(bag),
    )
    ends = "".join(
        path(rect(x, h * 0.005, 34, h * 0.135, 3), "#cdb384")
        + line(f"M{n(x + 5)} {n(h * 0.02)}L{n(x + 29)} {n(h * 0.125)}M{n(x + 29)} {n(h * 0.02)}L{n(x + 5)} {n(h * 0.125)}", "#fff6e4", 2)
        for x in (w * 0.22 - 17, w * 0.78 - 17)
    )
    art = group(out[0], body, out[1], ends, bevel(c, bag, 2))
    return art, group(path(bag, "#000"), line(f"M{w * 0.22} 20C{w * 0.24} {-h * 0.52} {w * 0.76} {-h * 0.52} {w * 0.78} 20", "#000", 30))


def tote_prop(c, w=560, h=600):
    art, shape = tote_art(c, w, h)
    tr = f"translate({n(-w / 2)} {n(-h)})"
    return Prop(group(art, transform=tr), group(shape, transform=tr), w / 2, 26)


@picture(
    "produk/kain-batik-cap-anggrek/foto-1",
    "Tumpukan kain batik cap motif anggrek warna ungu, indigo, dan cokelat soga",
    "Folded stamped orchid batik cloths in violet, indigo and soga brown",
    family="batik",
)
def cap_front(p):
    c = p.studio(table="wood", horizon=0.58, form="arch", form_size=0.8)
    c.put(place(c, cloth_stack(c, 640, ("soga", "indigo", "violet"), 0.7), 470, 850, 1.08, length=0.6))
    c.put(place(c, stamp(c, 210), 800, 930, 0.95))
    return c


@picture(
    "produk/kain-batik-cap-anggrek/foto-2",
    "Kain batik cap dua meter terhampar penuh: bunga anggrek dan isen titik di latar ungu",
    "The full two-metre stamped cloth spread out: orchids and dots on violet",
    family="batik",
    size="pano",
)
def cap_pano(p):
    c = p.flat(surface="linen", colour="#d9cdbd")
    c.put(spread(c, 90, 110, 2420, 780, batik_orchid(c, BATIK["violet"], 1.05), parang(c, "#2c153f", "#c79a4b", "#efdcc0", 1.3)))
    return c


@picture(
    "produk/kain-batik-cap-anggrek/foto-3",
    "Dari dekat: motif anggrek dan isen titik pada batik cap warna indigo",
    "Close-up of the orchid motif and dots on the indigo stamped batik",
    family="batik",
)
def cap_close(p):
    c = p.flat(surface="ink", colour="#1f3563")
    d = rect(-20, -20, 1040, 1040)
    c.put(path(d, batik_orchid(c, BATIK["indigo"], 2.1, "rotate(-14)")))
    c.put(
        crease(c, [(-20, 700), (500, 520), (1020, 460)], d, 60, 0.5),
        crease(c, [(-20, 250), (400, 200), (1020, -40)], d, 70, 0.45),
        crease(c, [(200, 1020), (560, 800), (1020, 760)], d, 50, 0.4),
    )
    c.put(path(d, c.linear([(0, "#fff6e4", 0.2), (0.5, "#fff6e4", 0), (1, "#140a18", 0.4)], 0, 0, 1, 1)))
    return c


@picture(
    "produk/batik-tulis-sutra-anggrek/foto-1",
    "Batik tulis sutra merah manggis bermotif anggrek vanda tergantung di galah kayu",
    "Hand-drawn mangosteen-red silk batik with vanda orchids hanging from a rod",
    family="batik",
    size="portrait",
)
def silk_front(p):
    c = p.studio(table="wood", horizon=0.86, form="arch", form_size=0.66)
    paint = batik_orchid(c, BATIK["mangosteen"], 1.0)
    art, shape = hanging(c, 205, 130, 590, 1040, paint, 7, 0.5, 22, [(120, 9, "#e9c77a"), (98, 98, parang(c, "#3a0f1e", "#e9b7b0", "#f0cf7a", 1.1))])
    c.put(drop(c, shape, 26, 30, 22, 0.5), rod(c, 118, 120, 880), art)
    c.put(
        path(rect(205, 112, 590, 34, 10), paint)
        + path(rect(205, 112, 590, 34, 10), c.linear([(0, "#fff6e4", 0.4), (0.4, "#fff6e4", 0), (1, "#140a18", 0.5)], 0, 0, 0, 1))
    )
    return c


@picture(
    "produk/batik-tulis-sutra-anggrek/foto-2",
    "Kain sutra batik terlipat dengan canting tembaga di atasnya",
    "Folded silk batik with a copper wax pen resting on it",
    family="batik",
)
def silk_fold(p):
    c = p.studio(table="linen", horizon=0.5, form="disc")
    c.put(place(c, cloth_stack(c, 660, ("mangosteen", "mangosteen"), 0.8), 490, 820, 1.12, length=0.5))
    c.put(lying(c, canting(c, 430), 300, 550, 8, 1.0, 0.6))
    return c


@picture(
    "produk/batik-tulis-sutra-anggrek/foto-3",
    "Dari dekat: bunga vanda bergaris malam halus pada sutra merah manggis",
    "Close-up of a vanda flower with fine wax lines on mangosteen-red silk",
    family="batik",
)
def silk_close(p):
    c = p.flat(surface="ink", colour="#6b2238")
    d = rect(-20, -20, 1040, 1040)
    c.put(path(d, batik_orchid(c, BATIK["mangosteen"], 2.9, "translate(260 180) rotate(16)")))
    for k in range(5):
        y = 120 + k * 210
        c.put(crease(c, [(-20, y + 120), (350, y + 30), (700, y + 60), (1020, y - 110)], d, 70, 0.42))
    c.put(path(d, c.linear([(0, "#fff6e4", 0.24), (0.5, "#fff6e4", 0), (1, "#140a18", 0.4)], 0, 0, 1, 1)))
    return c


@picture(
    "produk/kemeja-batik-pria/foto-1",
    "Kemeja batik pria lengan panjang warna indigo tergantung di gantungan kayu",
    "Men's long-sleeve indigo batik shirt on a wooden hanger",
    family="batik",
    size="portrait",
)
def shirt_front(p):
    c = p.studio(table="wood", horizon=0.92, form=None, gobo="window")
    art, shape = shirt_prop(c, 640, 880)
    tr = "translate(500 230)"
    c.put(
        rod(c, 96, -40, 1040, thick=22),
        group(drop(c, shape, 30, 34, 24, 0.5), transform=tr),
        group(hanger(c, 0, 0, 245), transform=tr),
        group(art, transform=tr),
    )
    return c


@picture(
    "produk/kemeja-batik-pria/foto-2",
    "Kemeja batik terlipat rapi dengan kerah dan kancing tampak",
    "The batik shirt neatly folded, collar and buttons showing",
    family="batik",
)
def shirt_folded(p):
    c = p.flat(surface="wood", colour="#b98a5e")
    a = batik_orchid(c, BATIK["indigo"], 0.62)
    d = smooth([(190, 190), (500, 160), (810, 190), (826, 520), (815, 880), (500, 892), (185, 880), (174, 520)], True, 0.5)
    c.put(drop(c, d, 16, 22, 16, 0.5), path(d, a), folds(c, d, 190, 620, 180, 880, 4, 0.14))
    c.put(path(d, c.linear([(0, "#fff6e4", 0.2), (0.5, "#fff6e4", 0), (1, "#140a18", 0.4)], 0, 0, 1, 1)))
    neck = smooth([(330, 200), (500, 175), (670, 200), (560, 290), (500, 330), (440, 290)])
    c.put(path(neck, "#3a3346"))
    placket = rect(455, 310, 90, 580)
    c.put(
        path(placket, a),
        path(placket, c.linear([(0, "#140a18", 0.4), (0.12, "#fff6e4", 0.3), (0.8, "#fff6e4", 0), (1, "#140a18", 0.4)])),
        stitch(placket, "#a9c3e6"),
    )
    from ..cloth import button

    for k in range(4):
        c.put(button(500, 400 + k * 140, 15))
    for side in (-1, 1):
        col = poly([(500 + side * 190, 170), (500 + side * 6, 318), (500 + side * 120, 420), (500 + side * 250, 250)])
        c.put(
            path(col, "#140a18", opacity=0.45, filter=blur(c, 8, True), transform="translate(8 10)"),
            path(col, batik_orchid(c, BATIK["indigo"], 0.62, f"rotate({side * 30})")),
            path(col, c.linear([(0, "#fff6e4", 0.2), (1, "#140a18", 0.25)], 0, 0, 1, 1)),
            stitch(col, "#a9c3e6"),
            bevel(c, col, 2),
        )
    pocket = poly([(590, 520), (750, 520), (750, 680), (670, 710), (590, 680)])
    c.put(path(pocket, a), stitch(pocket, "#a9c3e6", 2.4), bevel(c, pocket, 2))
    c.put(tag(c, 330, 620, 110, 170, "#efe3c9", ("LARASVANDA",), "#1f3563", -8, 15))
    return c


@picture(
    "produk/selendang-batik-anggrek/foto-1",
    "Selendang batik anggrek warna krem dan ungu berjumbai tersampir di galah kayu",
    "Cream and violet orchid batik shawl with fringe draped over a rod",
    family="batik",
    size="portrait",
)
def shawl_front(p):
    c = p.studio(table="wood", horizon=0.9, form="arch", form_size=0.6)
    paint = batik_orchid(c, BATIK["cream"], 0.8)
    border = [(150, 8, "#4a2a63"), (130, 90, parang(c, "#4a2a63", "#c3407c", "#efe2c4", 1.0)), (32, 8, "#4a2a63")]
    back, back_shape = hanging(c, 500, 130, 250, 800, paint, 4, 0.42, 14, border, "#e9dcc0")
    front, front_shape = hanging(c, 270, 130, 310, 1050, paint, 5, 0.42, 16, border, "#e9dcc0")
    c.put(
        drop(c, back_shape, 24, 28, 20, 0.45),
        drop(c, front_shape, 26, 32, 22, 0.5),
        rod(c, 118, 110, 890),
        back,
        group(path(front_shape, "#140a18", opacity=0.4, filter=blur(c, 12, True), transform="translate(14 8)")),
        front,
    )
    c.put(
        path(rect(270, 108, 480, 42, 14), paint),
        path(rect(270, 108, 480, 42, 14), c.linear([(0, "#fff6e4", 0.5), (0.4, "#fff6e4", 0), (1, "#140a18", 0.45)], 0, 0, 0, 1)),
    )
    return c


@picture(
    "produk/selendang-batik-anggrek/foto-2",
    "Selendang batik krem dilipat memanjang, tepi parang ungu dan jumbai tampak dari atas",
    "The cream batik shawl folded lengthwise, violet parang edge and fringe seen from above",
    family="batik",
)
def shawl_flat(p):
    c = p.flat(surface="wood", colour="#8a6a58")
    for x, y, w, h, turn in ((300, 60, 400, 820, 9), (260, 110, 400, 760, -8)):
        d = smooth(
            [(x, y), (x + w / 2, y - 6), (x + w, y), (x + w + 5, y + h / 2), (x + w, y + h), (x + w / 2, y + h + 5), (x, y + h), (x - 5, y + h / 2)], True, 0.4
        )
        fringe = "".join(
            line(f"M{n(x + 6 + i * 8)} {n(y + h - 4)}q{n(c.rnd.uniform(-6, 6))} 30 {n(c.rnd.uniform(-5, 5))} {n(c.rnd.uniform(56, 72))}", "#e9dcc0", 3)
            for i in range(int(w / 8))
        )
        paint = batik_orchid(c, BATIK["cream"], 0.86, f"translate({x} {y})")
        edge = group(
            path(rect(x - 10, y + h - 160, w + 20, 10), "#4a2a63"),
            path(rect(x - 10, y + h - 142, w + 20, 104), parang(c, "#4a2a63", "#c3407c", "#efe2c4", 1.05)),
            path(rect(x - 10, y + h - 30, w + 20, 10), "#4a2a63"),
            clip_path=c.clip(d),
        )
        body = group(
            drop(c, d, 14, 18, 14, 0.5),
            fringe,
            path(d, paint),
            edge,
            folds(c, d, x, w, y, y + h, 3, 0.2),
            crease(c, [(x - 10, y + h * 0.4), (x + w / 2, y + h * 0.41), (x + w + 10, y + h * 0.4)], d, 16, 0.3),
            path(d, c.linear([(0, "#fff6e4", 0.2), (0.5, "#fff6e4", 0), (1, "#140a18", 0.3)], 0, 0, 1, 1)),
        )
        c.put(group(body, transform=f"rotate({turn} 500 480)"))
    c.put(lying(c, canting(c, 300), 640, 860, -36, 1, 1, 9))
    return c


@picture(
    "produk/tas-tote-perca-batik/foto-1",
    "Tas tote kanvas dengan sembilan perca batik warna-warni dijahit di depan",
    "Canvas tote bag with nine colourful batik patches sewn on the front",
    family="batik",
)
def tote_front(p):
    c = p.studio(table="wood", form="arch", horizon=0.72, form_size=0.75)
    c.put(place(c, tote_prop(c, 540, 560), 490, 915, 1.12, length=0.5))
    return c


@picture(
    "produk/tas-tote-perca-batik/foto-2",
    "Dari dekat: jahitan tangan pada sambungan perca batik",
    "Close-up of hand stitching where the batik patches meet",
    family="batik",
)
def tote_close(p):
    c = p.flat(surface="linen", colour="#cdbfae")
    art, _ = tote_art(c, 1500, 1600)
    c.put(group(art, transform="translate(-320 -560) rotate(-4)"))
    return c
