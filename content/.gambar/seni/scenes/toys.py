"""Mainan Tirsana: district puzzle, building blocks, letter board."""

from ..catalogue import picture
from ..geometry import ellipse, poly, rect, smooth
from ..letter import outline
from ..light import blur, cylinder, drop
from ..materials import bevel, noise, wood
from ..pack import carton
from ..palette import WOOD, dark, light, mix
from ..stage import Prop, place
from ..svg import group, line, path

RED, YELLOW, BLUE, GREEN, ORANGE, VIOLET, TEAL = ("#d95f4a", "#f0be4e", "#4f8fc0", "#7fae5a", "#e8904a", "#9a7ab8", "#58a8a0")

# A simplified drawing of the seven districts, not a survey: corner points shared by neighbours.
POINTS = {
    "a": (250, 120),
    "b": (420, 95),
    "c": (455, 235),
    "d": (300, 300),
    "e": (205, 250),
    "f": (640, 150),
    "g": (770, 235),
    "h": (735, 400),
    "i": (560, 420),
    "j": (440, 370),
    "k": (160, 430),
    "l": (330, 480),
    "m": (150, 640),
    "n": (300, 690),
    "o": (225, 800),
    "p": (120, 760),
    "q": (480, 560),
    "r": (640, 560),
    "s": (820, 520),
    "t": (800, 690),
    "u": (650, 730),
    "v": (470, 740),
    "w": (560, 880),
    "x": (400, 870),
}
DISTRICTS = [
    ("Serpong Utara", "a b c d e", BLUE),
    ("Serpong", "e d j l n m k", YELLOW),
    ("Setu", "m n o p", RED),
    ("Pondok Aren", "c b f g h i j d", GREEN),
    ("Ciputat", "j i r q l", ORANGE),
    ("Ciputat Timur", "i h s t u r", VIOLET),
    ("Pamulang", "l q r u w x v n", TEAL),
]


def _piece(names):
    pts = [POINTS[k] for k in names.split()]
    fine = []
    for i, (x1, y1) in enumerate(pts):
        x2, y2 = pts[(i + 1) % len(pts)]
        a, b = sorted(((x1, y1), (x2, y2)))
        # the bump depends only on the unordered edge, so neighbours share it
        bump = ((a[0] * 7 + a[1] * 13 + b[0] * 5 + b[1] * 3) % 29 - 14) * 0.9
        mx, my = (a[0] + b[0]) / 2 + bump, (a[1] + b[1]) / 2 - bump * 0.7
        fine += [(x1, y1), (mx, my)]
    return fine


def puzzle_art(c, lifted=None, knobs=True):
    """Tray with seven painted pieces in a 1000 x 1000 box. `lifted` leaves one piece out."""
    tray = rect(60, 40, 860, 910, 46)
    holes = "".join(smooth(_piece(names), True, 0.45) for _, names, _ in DISTRICTS)
    floor = dark(WOOD["birch"], 0.42)
    rim = line(holes, dark(WOOD["birch"], 0.62), 34, transform="translate(-3 -4)") + line(
        holes, light(WOOD["birch"], 0.4), 34, opacity=0.7, transform="translate(4 5)"
    )
    out = [wood(c, tray, (60, 40, 860, 910), WOOD["birch"]), bevel(c, tray, 4), rim, path(holes, floor) + line(holes, floor, 30)]
    for name, names, tone in DISTRICTS:
        if name == lifted:
            continue
        out.append(one_piece(c, name, names, tone, knobs))
    return group(*out), tray


def one_piece(c, name, names, tone, knobs=True):
    pts = _piece(names)
    cx, cy = sum(p[0] for p in pts) / len(pts), sum(p[1] for p in pts) / len(pts)
    shrunk = [(cx + (x - cx) * 0.965, cy + (y - cy) * 0.965) for x, y in pts]
    d = smooth(shrunk, True, 0.45)
    art = [
        path(d, "#2a140a", opacity=0.5, filter=blur(c, 6, True), transform="translate(7 9)"),
        path(d, dark(WOOD["birch"], 0.25), transform="translate(3 6)"),
        wood(c, d, (60, 40, 860, 910), mix(tone, WOOD["birch"], 0.12), lit=0.05),
        bevel(c, d, 4),
    ]
    lines = name.split(" ")
    knob_y = cy - 44 if knobs else cy
    size = 34 if name in ("Serpong", "Ciputat Timur", "Setu") else 38
    for k, text in enumerate(lines):
        art.append(
            path(
                outline(text, cx + {"Serpong": -26, "Ciputat Timur": 16}.get(name, 0), cy + 36 + k * size * 1.02 - (len(lines) - 1) * 8, size, "bold"),
                light(tone, 0.85),
            )
        )
    if knobs:
        art.append(
            path(ellipse(cx + 8, knob_y + 11, 27, 25), "#2a140a", opacity=0.5, filter=blur(c, 5, True))
            + path(ellipse(cx, knob_y, 25), c.radial([(0, "#f6dcae"), (1, "#a8743f")], 0.35, 0.3, 0.8))
        )
    return group(*art)


def block(c, w, h, d, tone, kind="cube"):
    """Wooden block standing on 0,0 (front lower middle), oblique view; painted or plain."""
    x = -w / 2
    dx, dy = d * 0.42, d * 0.3
    if kind == "cylinder":
        side = f"M{x} {-h}V0A{w / 2} {w * 0.13:.1f} 0 0 0 {w / 2} 0V{-h}Z"
        top = ellipse(0, -h, w / 2, w * 0.13)
        art = (
            path(side, cylinder(c, tone, 0.3, 0.4))
            + noise(c, side, dark(tone, 0.5), 0.012, 0.3, 0.56, 1.6)
            + path(top, light(tone, 0.35))
            + line(ellipse(0, -h, w * 0.3, w * 0.08), dark(tone, 0.2), 1.6, opacity=0.4)
        )
        return Prop(art, group(path(side, "#000"), path(top, "#000")), w / 2, w * 0.13)
    if kind == "prism":
        f = poly([(x, 0), (0, -h), (w / 2, 0)])
        s = poly([(0, -h), (dx, -h - dy), (w / 2 + dx, -dy), (w / 2, 0)])
        art = wood(c, f, (x, -h, w, h), tone) + path(s, dark(tone, 0.35)) + bevel(c, f, 2)
        return Prop(art, group(path(f, "#000"), path(s, "#000")), w / 2, 10)
    if kind == "arch":
        f = f"M{x} {-h}H{w / 2}V0H{w * 0.26}A{w * 0.26} {w * 0.26} 0 0 0 {-w * 0.26} 0H{x}Z"
        hole = f"M{w * 0.26} 0A{w * 0.26} {w * 0.26} 0 0 0 {-w * 0.26} 0L{-w * 0.26 + dx} {-dy}A{w * 0.26} {w * 0.26} 0 0 1 {w * 0.2} {-w * 0.2}Z"
        t = poly([(x, -h), (x + dx, -h - dy), (w / 2 + dx, -h - dy), (w / 2, -h)])
        s = poly([(w / 2, -h), (w / 2 + dx, -h - dy), (w / 2 + dx, -dy), (w / 2, 0)])
        art = path(t, light(tone, 0.35)) + path(s, dark(tone, 0.35)) + path(hole, dark(tone, 0.55)) + wood(c, f, (x, -h, w, h), tone) + bevel(c, f, 2)
        return Prop(art, group(path(f, "#000"), path(s, "#000"), path(t, "#000")), w / 2, 10)
    art, shape = carton(c, x, -h, w, h, dx, dy, tone)
    face = rect(x, -h, w, h)
    grain = noise(c, face, dark(tone, 0.5), 0.012, 0.26, 0.55, 1.7) + noise(c, face, light(tone, 0.5), 0.006, 0.12, 0.55, 1.4) + bevel(c, face, 2.5)
    return Prop(art + grain, shape, w / 2 + dx * 0.3, 10)


def tower(c):
    """A castle of blocks around 0,0; list of (prop, x, y) back to front."""
    p, b = WOOD["pine"], block
    return [
        (b(c, 130, 130, 130, p), -260, -60),
        (b(c, 130, 130, 130, BLUE), 250, -60),
        (b(c, 130, 260, 130, RED), -150, -30),
        (b(c, 130, 260, 130, YELLOW), 150, -30),
        (b(c, 100, 130, 100, GREEN, "cylinder"), -260, -204),
        (b(c, 100, 130, 100, ORANGE, "cylinder"), 250, -204),
        (b(c, 430, 60, 130, p), 0, -292),
        (b(c, 240, 130, 130, GREEN, "arch"), 0, -354),
        (b(c, 110, 110, 120, p), -165, -354),
        (b(c, 110, 110, 120, p), 165, -354),
        (b(c, 110, 90, 110, RED, "prism"), -165, -466),
        (b(c, 110, 90, 110, BLUE, "prism"), 165, -466),
        (b(c, 130, 70, 120, YELLOW), 0, -486),
        (b(c, 150, 110, 120, RED, "prism"), 0, -558),
        (b(c, 170, 80, 130, p), 0, 0),
    ]


def letter_board(c):
    """28 letters on tiles set in a board, in a 1000 x 1000 box."""
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنوهي"
    tones = [RED, BLUE, YELLOW, GREEN, ORANGE, VIOLET, TEAL]
    board = rect(30, 110, 940, 800, 44)
    out = [wood(c, board, (30, 110, 940, 800), WOOD["birch"]), bevel(c, board, 4)]
    cols, size, gap = 7, 104, 22
    for i, ch in enumerate(letters):
        col, row = cols - 1 - i % cols, i // cols
        x, y = 74 + col * (size + gap - 1), 238 + row * (size + gap + 30)
        tone = tones[(i + row) % 7]
        tile = rect(x, y, size, size + 22, 18)
        out.append(path(rect(x - 5, y - 5, size + 10, size + 32, 21), dark(WOOD["birch"], 0.45)))
        out.append(path(tile, "#2a140a", opacity=0.5, filter=blur(c, 4, True), transform="translate(4 6)"))
        out.append(wood(c, tile, (x, y, size, size + 22), mix(tone, WOOD["birch"], 0.1), lit=0.08) + bevel(c, tile, 3))
        out.append(path(outline(ch, x + size / 2, y + size * 0.74, 74, "arabic"), "#fff8ea"))
    slot = rect(330, 140, 340, 66, 33)
    out.append(path(slot, dark(WOOD["birch"], 0.5)) + group(line(slot, "#2a140a", 14, opacity=0.5, filter=blur(c, 5, True)), clip_path=c.clip(slot)))
    return group(*out), board


@picture(
    "produk/puzzle-peta-tangsel/foto-1",
    "Puzzle kayu peta Tangsel dengan tujuh keping kecamatan berwarna di nampan",
    "Wooden map puzzle of South Tangerang with seven coloured district pieces in a tray",
    family="toy",
)
def puzzle_front(p):
    c = p.flat(surface="linen", colour="#c9e0e6")
    art, tray = puzzle_art(c)
    c.put(group(drop(c, tray, 18, 24, 20, 0.5), art, transform="translate(10 8)"))
    return c


@picture(
    "produk/puzzle-peta-tangsel/foto-2",
    "Keping Pamulang sedang diangkat dari nampan puzzle peta",
    "The Pamulang piece lifted out of the map puzzle tray",
    family="toy",
)
def puzzle_lifted(p):
    c = p.flat(surface="wood", colour="#c99a66")
    art, tray = puzzle_art(c, "Pamulang")
    c.put(group(drop(c, tray, 18, 24, 20, 0.5), art, transform="translate(-60 -190) scale(1.04)"))
    name, names, tone = DISTRICTS[6]
    c.put(
        group(
            path(smooth(_piece(names), True, 0.45), "#1e120c", opacity=0.45, filter=blur(c, 22, True), transform="translate(40 52)"),
            one_piece(c, name, names, tone),
            transform="translate(140 20) rotate(9 500 700) scale(1.1)",
        )
    )
    return c


@picture(
    "produk/balok-susun-40/foto-1",
    "Istana dari balok susun kayu berwarna: kubus, tabung, lengkung, dan segitiga",
    "Castle of coloured wooden blocks: cubes, cylinders, an arch and triangles",
    family="toy",
)
def blocks_front(p):
    c = p.studio(table="wood", form="disc", horizon=0.68, form_size=0.85)
    for prop, x, y in tower(c):
        c.put(place(c, prop, 470 + x * 1.12, 880 + y * 1.12, 1.12, strength=0.4))
    c.put(place(c, block(c, 110, 110, 110, VIOLET), 850, 940, 1.0), place(c, block(c, 90, 80, 90, TEAL, "cylinder"), 110, 950, 1.0))
    return c


@picture(
    "produk/balok-susun-40/foto-2",
    "Empat puluh keping balok tertata di kotak kayu dilihat dari atas",
    "Forty blocks arranged in a wooden box seen from above",
    family="toy",
)
def blocks_box(p):
    c = p.flat(surface="linen", colour="#f0ddb0")
    box = rect(90, 90, 820, 820, 24)
    c.put(drop(c, box, 18, 24, 20, 0.5), wood(c, box, (90, 90, 820, 820), WOOD["pine"]), bevel(c, box, 4))
    well = rect(126, 126, 748, 748, 8)
    c.put(path(well, dark(WOOD["pine"], 0.5)))
    tones = [RED, YELLOW, BLUE, GREEN, WOOD["pine"], ORANGE, TEAL, VIOLET]
    for j in range(8):
        for i in range(5):
            x, y, w, h = 136 + i * 147, 136 + j * 92, 139, 84
            tone = tones[(i * 3 + j * 5) % 8]
            kind = (i + j * 2) % 5
            shape = ellipse(x + w / 2, y + h / 2, 41) if kind == 3 else poly([(x, y + h), (x + w / 2, y), (x + w, y + h)]) if kind == 4 else rect(x, y, w, h, 6)
            c.put(
                path(shape, "#2a140a", opacity=0.5, filter=blur(c, 4, True), transform="translate(5 7)"),
                wood(c, shape, (x, y, w, h), tone, lit=0.1),
                bevel(c, shape, 4),
            )
    c.put(group(line(well, "#2a140a", 30, opacity=0.5, filter=blur(c, 12, True)), clip_path=c.clip(well)))
    return c


@picture(
    "produk/papan-huruf-hijaiyah/foto-1",
    "Papan kayu berisi 28 keping huruf hijaiyah berwarna-warni",
    "Wooden board with 28 colourful Arabic letter tiles",
    family="toy",
)
def letters_front(p):
    c = p.flat(surface="linen", colour="#cfe3e4")
    art, board = letter_board(c)
    c.put(group(drop(c, board, 18, 24, 20, 0.5), art))
    return c


@picture(
    "produk/papan-huruf-hijaiyah/foto-2",
    "Dari dekat: keping huruf hijaiyah berwarna dengan serat kayu tampak",
    "Close-up of the coloured letter tiles with visible wood grain",
    family="toy",
)
def letters_close(p):
    c = p.flat(surface="wood", colour="#c99a66")
    art, _ = letter_board(c)
    c.put(group(art, transform="translate(-660 -560) rotate(-5) scale(2.1)"))
    return c
