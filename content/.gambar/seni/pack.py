"""Packaging: stand-up pouch, carton, kraft box, printed labels, string."""

from .geometry import ellipse, n, onto, poly, rect, smooth
from .letter import fitted, outline
from .light import blur, slope
from .materials import bevel, foil, kraft
from .palette import dark, light, mix
from .svg import group, line, path


def words(items, cx, y, h, ink, most):
    """Centred lines on a flat face: (text, size, face, position 0..1[, colour]), none wider than `most`."""
    out = []
    for item in items:
        text, size, face, at = item[:4]
        size = fitted(text, size, face, most, 0.03)
        out.append(path(outline(text, cx, y + h * at, size, face, size * 0.03), item[4] if len(item) > 4 else ink))
    return "".join(out)


def pouch(c, cx, y1, y2, w, colour, ink, lines, panel=None, window=None, inside="", emblem="", paper=False, zipper=True, band=None):
    """Stand-up pouch. `window` is a path through which `inside` is seen; `panel` a (path, colour) label."""
    h = y2 - y1
    lx, rx = cx - w / 2, cx + w / 2
    outer = (
        f"M{n(lx + 6)} {n(y1)}H{n(rx - 6)}C{n(rx - 2)} {n(y1 + h * 0.1)} {n(rx + w * 0.012)} {n(y1 + h * 0.3)} {n(rx + w * 0.02)} {n(y1 + h * 0.6)}"
        f"C{n(rx + w * 0.03)} {n(y1 + h * 0.85)} {n(rx + 2)} {n(y2 - h * 0.05)} {n(rx - w * 0.02)} {n(y2 - h * 0.015)}"
        f"Q{n(cx)} {n(y2 + h * 0.045)} {n(lx + w * 0.02)} {n(y2 - h * 0.015)}"
        f"C{n(lx - 2)} {n(y2 - h * 0.05)} {n(lx - w * 0.03)} {n(y1 + h * 0.85)} {n(lx - w * 0.02)} {n(y1 + h * 0.6)}"
        f"C{n(lx - w * 0.012)} {n(y1 + h * 0.3)} {n(lx + 2)} {n(y1 + h * 0.1)} {n(lx + 6)} {n(y1)}Z"
    )
    parts = [kraft(c, outer, colour) if paper else foil(c, outer, colour)]
    inner = []
    if band:
        inner.append(path(rect(lx - 30, y1 + h * band[0], w + 60, h * (band[1] - band[0])), band[2], opacity=0.92))
    if panel:
        inner.append(path(panel[0], panel[1]))
    if window:
        inner.append(path(window, dark(colour, 0.5)))
        inner.append(group(inside, clip_path=c.clip(window)))
        inner.append(group(line(window, "#180c06", 16, opacity=0.5, filter=blur(c, 8, True)), clip_path=c.clip(window)))
        inner.append(
            path(
                window,
                c.linear([(0, "#ffffff", 0.4), (0.22, "#ffffff", 0.06), (0.5, "#ffffff", 0), (0.58, "#ffffff", 0.16), (0.64, "#ffffff", 0)], 0, 0, 1, 0.7),
            )
        )
    inner.append(words(lines, cx, y1, h, ink, w * 0.8))
    inner.append(emblem)
    # volume: bulging front, flat sealed edges
    volume = [
        (0, "#180c10", 0.5),
        (0.05, "#180c10", 0.16),
        (0.09, "#ffffff", 0.28),
        (0.2, "#ffffff", 0.14),
        (0.42, "#ffffff", 0),
        (0.74, "#180c10", 0.16),
        (0.91, "#180c10", 0.36),
        (0.95, "#180c10", 0.2),
        (1, "#180c10", 0.55),
    ]
    inner.append(path(outer, c.linear(volume)))
    inner.append(path(outer, c.linear([(0, "#ffffff", 0.16), (0.12, "#ffffff", 0), (0.8, "#180c10", 0), (1, "#180c10", 0.36)], 0, 0, 0, 1)))
    gusset = f"M{n(lx)} {n(y2 - h * 0.02)}Q{n(cx)} {n(y2 - h * 0.17)} {n(rx)} {n(y2 - h * 0.02)}"
    inner.append(line(gusset, "#180c10", 4, opacity=0.28, filter=blur(c, 2.5, True)))
    inner.append(line(gusset, "#ffffff", 2, opacity=0.3, transform="translate(0 3)"))
    seal = h * 0.055
    for i in range(7):
        y = y1 + 5 + i * seal / 7
        inner.append(line(f"M{n(lx)} {n(y)}H{n(rx)}", "#180c10" if i % 2 else "#ffffff", 1.6, opacity=0.22))
    if zipper:
        y = y1 + h * 0.115
        inner.append(line(f"M{n(lx)} {n(y)}Q{n(cx)} {n(y + 5)} {n(rx)} {n(y)}", "#180c10", 4, opacity=0.28))
        inner.append(line(f"M{n(lx)} {n(y - 4)}Q{n(cx)} {n(y + 1)} {n(rx)} {n(y - 4)}", "#ffffff", 2.5, opacity=0.4))
    for _ in range(5):
        x = cx + c.rnd.uniform(-0.42, 0.42) * w
        y = y1 + h * 0.13
        fold = smooth([(x - 5, y), (x + c.rnd.uniform(-8, 8), y + h * c.rnd.uniform(0.05, 0.14)), (x + 5, y)])
        inner.append(path(fold, "#ffffff", opacity=0.2, filter=blur(c, 4, True)))
    inner.append(path(rect(lx + w * 0.09, y1 + h * 0.16, w * 0.05, h * 0.66, 20), "#ffffff", opacity=0.26, filter=blur(c, 9, True)))
    parts.append(group(*inner, clip_path=c.clip(outer)))
    parts.append(bevel(c, outer, 2))
    return group(*parts), outer


def carton(c, x, y, w, h, dx, dy, front, side=None, top=None, art=""):
    """Upright box: front face at x,y; dx,dy lead to the back (side face to the right, top above). `art` is drawn on the front."""
    side = side or dark(front, 0.34)
    top = top or light(front, 0.28)
    f = poly([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
    t = poly([(x, y), (x + dx, y - dy), (x + w + dx, y - dy), (x + w, y)])
    s = poly([(x + w, y), (x + w + dx, y - dy), (x + w + dx, y + h - dy), (x + w, y + h)])
    parts = [
        path(f, slope(c, front, 0.1)),
        path(t, c.linear([(0, light(top, 0.3)), (1, top)])),
        path(s, c.linear([(0, side), (1, dark(side, 0.25))])),
        group(art, clip_path=c.clip(f)),
        path(f, c.linear([(0, "#ffffff", 0.16), (0.4, "#ffffff", 0), (1, "#140a10", 0.22)], 0, 0, 1, 1)),
        line(poly([(x, y), (x + w, y)], False), light(front, 0.7), 2, opacity=0.7),
        line(poly([(x + w, y), (x + w, y + h)], False), light(front, 0.4), 1.6, opacity=0.4),
    ]
    return group(*parts), poly([(x, y), (x + dx, y - dy), (x + w + dx, y - dy), (x + w + dx, y + h - dy), (x + w, y + h), (x, y + h)])


def on_top(x, y, w, dx, dy, content, depth):
    """Lays content drawn in a w x depth box on the top face of `carton`."""
    return group(content, transform=onto((x + dx, y - dy), (x + w + dx, y - dy), (x, y), w, depth))


def on_side(x, y, w, h, dx, dy, content, depth):
    """Lays content drawn in a depth x h box on the right face of `carton`."""
    return group(content, transform=onto((x + w, y), (x + w + dx, y - dy), (x + w, y + h), depth, h))


def open_box(c, x, y, w, h, dx, dy, colour, inside=""):
    """Shallow open box in the same view as `carton`; returns back part and front part."""
    back = [
        path(poly([(x, y), (x + dx, y - dy), (x + w + dx, y - dy), (x + w, y)]), dark(colour, 0.45)),
        path(
            poly([(x + dx, y - dy), (x + w + dx, y - dy), (x + w + dx, y - dy + h * 0.6), (x + dx, y - dy + h * 0.6)]),
            c.linear([(0, dark(colour, 0.1)), (1, dark(colour, 0.45))], 0, 0, 0, 1),
        ),
    ]
    front, shape = carton(c, x, y, w, h, 0.01, 0.01, colour)
    side = path(poly([(x + w, y), (x + w + dx, y - dy), (x + w + dx, y + h - dy), (x + w, y + h)]), c.linear([(0, dark(colour, 0.32)), (1, dark(colour, 0.5))]))
    rim = line(poly([(x + dx, y - dy), (x, y), (x + w, y), (x + w + dx, y - dy)], False), light(colour, 0.45), 5)
    whole = poly([(x, y), (x + dx, y - dy), (x + w + dx, y - dy), (x + w + dx, y + h - dy), (x + w, y + h), (x, y + h)])
    return group(*back), group(side, front, rim), whole


def string(points, c, colour="#d8c19a", width=5):
    """Twisted cord."""
    d = smooth(points, False)
    return (
        line(d, dark(colour, 0.45), width + 2)
        + line(d, colour, width)
        + path(d, stroke=dark(colour, 0.35), stroke_width=float(width * 0.8), stroke_dasharray="3 5", fill="none")
    )


def bow(c, x, y, size, colour):
    """Ribbon bow."""
    left = smooth([(0, 0), (-size * 0.5, -size * 0.42), (-size * 0.95, -size * 0.2), (-size * 0.8, size * 0.22), (-size * 0.35, size * 0.14)])
    right = smooth([(0, 0), (size * 0.5, -size * 0.4), (size * 0.95, -size * 0.16), (size * 0.8, size * 0.25), (size * 0.35, size * 0.14)])
    t1 = smooth([(-4, 4), (-size * 0.34, size * 0.5), (-size * 0.55, size * 0.98), (-size * 0.3, size * 0.95), (-size * 0.08, size * 0.5)])
    t2 = smooth([(4, 4), (size * 0.3, size * 0.5), (size * 0.6, size * 0.92), (size * 0.38, size * 1.0), (size * 0.02, size * 0.5)])
    from .light import relief

    puffy = relief(c, size * 0.06, size * 0.09, 0.35, 18, 0.35)
    tails = group(path(t1, dark(colour, 0.12)), path(t2, dark(colour, 0.16)), filter=puffy)
    loops = group(path(left, colour), path(right, colour), filter=puffy)
    folds = "".join(
        line(f"M{s * size * 0.12} 0Q{s * size * 0.4} {-size * 0.12} {s * size * 0.62} {-size * 0.06}", dark(colour, 0.45), size * 0.025, opacity=0.6)
        for s in (-1, 1)
    )
    knot = path(rect(-size * 0.13, -size * 0.13, size * 0.26, size * 0.28, size * 0.09), colour, filter=puffy)
    return group(tails, loops, folds, knot, transform=f"translate({n(x)} {n(y)})")


def tag(c, x, y, w, h, paper, text, ink, turn=0, size=22):
    """Hang tag with an eyelet."""
    shape = f"M{n(-w / 2 + w * 0.16)} {n(-h / 2)}H{n(w / 2 - w * 0.16)}L{n(w / 2)} {n(-h / 2 + w * 0.2)}V{n(h / 2)}H{n(-w / 2)}V{n(-h / 2 + w * 0.2)}Z"
    body = path(shape, slope(c, paper, 0.08)) + bevel(c, shape, 1.6)
    eye = path(ellipse(0, -h * 0.36, w * 0.07), mix(paper, "#5a3a20", 0.7)) + line(ellipse(0, -h * 0.36, w * 0.07), "#caa35a", 3)
    label = "".join(path(outline(t, 0, -h * 0.08 + i * size * 1.2, size, "serif-bold"), ink) for i, t in enumerate(text))
    from .light import drop

    return group(drop(c, shape, 5, 7, 5, 0.35), body, eye, label, transform=f"translate({n(x)} {n(y)}) rotate({n(turn)})")
