"""Surfaces: wood grain, woven cloth, kraft paper, clay, foil, metal, woven bamboo."""

from .geometry import n, rect, smooth
from .light import blur, rough, slope, speckle
from .palette import dark, light, mix, vary
from .svg import group, line, path


def wood(c, shape, box, colour, vertical=False, lit=0.12, knots=0, seed=None, turn=None):
    """A shape cut from a board: base tone, long fibres, a few darker year lines, optional knots."""
    seed = seed if seed is not None else c.rnd.randrange(1, 900)
    x, y, w, h = box
    fine = (0.32, 0.011) if vertical else (0.011, 0.32)
    broad = (0.05, 0.0035) if vertical else (0.0035, 0.05)
    face = slope(c, colour, lit, turn or ((0, 0, 1, 0.6) if not vertical else (0, 0, 0.8, 1)))
    parts = [path(shape, face)]
    parts.append(path(shape, "#000", filter=_noise(c, dark(colour, 0.5), broad, 0.5, 2.3, seed)))
    parts.append(path(shape, "#000", filter=_noise(c, light(colour, 0.45), broad, 0.56, 2.2, seed + 3)))
    parts.append(path(shape, "#000", filter=_noise(c, dark(colour, 0.62), fine, 0.52, 1.7, seed + 7)))
    lines = []
    long, across = (h, w) if vertical else (w, h)
    for _ in range(max(3, int(across / 26))):
        o = c.rnd.uniform(0, across)
        points = []
        for i in range(7):
            a, b = long * i / 6, o + c.rnd.uniform(-1, 1) * across * 0.03
            points.append((x + b, y + a) if vertical else (x + a, y + b))
        lines.append(line(smooth(points, False), dark(colour, 0.5), c.rnd.uniform(0.6, 1.7), opacity=round(c.rnd.uniform(0.12, 0.34), 2)))
    for _ in range(knots):
        kx, ky = x + c.rnd.uniform(0.12, 0.88) * w, y + c.rnd.uniform(0.15, 0.85) * h
        size = min(w, h) * c.rnd.uniform(0.06, 0.1)
        for i in range(5):
            f = 1 - i * 0.19
            rx, ry = (size * 0.55 * f, size * f) if vertical else (size * f, size * 0.55 * f)
            lines.append(f'<ellipse cx="{n(kx)}" cy="{n(ky)}" rx="{n(rx)}" ry="{n(ry)}" fill="{dark(colour, 0.18 + i * 0.1)}" opacity="0.5"/>')
    parts.append(group(*lines, clip_path=c.clip(shape)))
    return "".join(parts)


def _noise(c, colour, freq, low, gain, seed):
    """Only the noise, in one colour, cut to the shape."""
    r, g, b = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return c.filter(
        f'<feTurbulence type="fractalNoise" baseFrequency="{freq[0]:.4f} {freq[1]:.4f}" numOctaves="3" seed="{seed}"/>'
        f'<feColorMatrix values="0 0 0 0 {r:.3f} 0 0 0 0 {g:.3f} 0 0 0 0 {b:.3f} {gain:.2f} 0 0 0 {-gain * low:.3f}"/>'
        '<feComposite in2="SourceAlpha" operator="in"/>',
        0,
    )


def noise(c, shape, colour, fx, fy=None, low=0.5, gain=2.0, seed=None):
    """Flecks of a colour over a shape that is already painted."""
    seed = seed if seed is not None else c.rnd.randrange(1, 900)
    return path(shape, "#000", filter=_noise(c, colour, (fx, fy or fx), low, gain, seed))


def bevel(c, shape, size=2.5, gloss=0.25):
    """Thin light edge at the upper left and dark edge at the lower right of a flat part."""
    up = line(shape, "#fff6e0", size, opacity=0.5)
    down = line(shape, "#1c0d08", size, opacity=0.45)
    inner = group(
        group(down, transform=f"translate({n(-size * 0.4)} {n(-size * 0.4)})"),
        group(up, transform=f"translate({n(size * 0.5)} {n(size * 0.5)})"),
        clip_path=c.clip(shape),
        filter=blur(c, 0.7, True),
    )
    return inner


def weave(c, colour, size=6.0, contrast=0.12, matrix=None):
    """Plain weave paint (linen, canvas, voile)."""
    s = size
    a, b = light(colour, contrast), dark(colour, contrast)
    parts = path(f"M0 0H{n(2 * s)}V{n(2 * s)}H0Z", colour)
    for x, y in ((0, 0), (s, s)):
        parts += path(rect(x + s * 0.06, y + s * 0.14, s * 0.88, s * 0.72, s * 0.25), a)
        parts += path(f"M{n(x)} {n(y + s * 0.93)}h{n(s)}", stroke=b, stroke_width=float(s * 0.14))
    for x, y in ((s, 0), (0, s)):
        parts += path(rect(x + s * 0.14, y + s * 0.06, s * 0.72, s * 0.88, s * 0.25), mix(colour, b, 0.35))
        parts += path(f"M{n(x + s * 0.93)} {n(y)}v{n(s)}", stroke=b, stroke_width=float(s * 0.14))
    return c.tile(2 * s, 2 * s, parts, matrix)


def kraft(c, shape, colour="#c69a68", lit=0.14, turn=(0, 0, 1, 1)):
    """Brown paper with fibres."""
    return (
        path(shape, slope(c, colour, lit, turn), filter=rough(c, 0.03, 0.05, 0.9, 3, c.rnd.randrange(99)))
        + noise(c, shape, dark(colour, 0.5), 0.09, 0.3, 0.6, 3)
        + noise(c, shape, light(colour, 0.6), 0.3, 0.09, 0.62, 3)
    )


def bamboo(c, colour="#d5ab6a", size=26, matrix=None):
    """Woven bamboo (anyaman) paint."""
    s = size
    parts = path(f"M0 0H{n(2 * s)}V{n(2 * s)}H0Z", dark(colour, 0.55))
    for x, y, across in ((0, 0, True), (s, s, True), (s, 0, False), (0, s, False)):
        tone = vary(c.rnd, colour if across else dark(colour, 0.12), 0.08)
        grad = c.linear([(0, dark(tone, 0.28)), (0.35, light(tone, 0.22)), (0.75, tone), (1, dark(tone, 0.35))], 0, 0, *((0, 1) if across else (1, 0)))
        box = rect(x - 1, y + 1.5, s + 2, s - 3, 2) if across else rect(x + 1.5, y - 1, s - 3, s + 2, 2)
        parts += path(box, grad)
    return c.tile(2 * s, 2 * s, parts, matrix)


def foil(c, shape, colour, lit=0.3):
    """Matt or shiny film with soft crinkles."""
    seed = c.rnd.randrange(99)
    body = c.filter(
        f'<feTurbulence type="fractalNoise" baseFrequency="0.009 0.016" numOctaves="2" seed="{seed}" result="t"/>'
        '<feDiffuseLighting in="t" surfaceScale="18" diffuseConstant="1.2" lighting-color="#ffffff" result="d">'
        '<feDistantLight azimuth="215" elevation="58"/></feDiffuseLighting>'
        '<feComposite in="SourceGraphic" in2="d" operator="arithmetic" k1="0.62" k2="0.4" result="m"/>'
        '<feSpecularLighting in="t" surfaceScale="17" specularConstant="0.55" specularExponent="26" lighting-color="#ffffff" result="s">'
        '<feDistantLight azimuth="215" elevation="52"/></feSpecularLighting>'
        f'<feComposite in="m" in2="s" operator="arithmetic" k2="1" k3="{n(lit)}" result="q"/>'
        '<feComposite in="q" in2="SourceGraphic" operator="in"/>',
        0,
    )
    return path(shape, colour, filter=body)


def brass(c, vertical=False):
    """Polished brass paint."""
    stops = [(0, "#7a5420"), (0.12, "#d9ac5a"), (0.3, "#fff0bd"), (0.45, "#cf9c47"), (0.7, "#8a5f24"), (0.86, "#d2a352"), (1, "#6c471a")]
    return c.linear(stops, 0, 0, *((1, 0) if vertical else (0, 1)))


def steel(c, vertical=True):
    """Brushed metal paint."""
    stops = [(0, "#5d646a"), (0.14, "#c7cdd1"), (0.3, "#f6f8f8"), (0.5, "#aeb5b9"), (0.78, "#6d757b"), (0.92, "#b7bdc1"), (1, "#596066")]
    return c.linear(stops, 0, 0, *((1, 0) if vertical else (0, 1)))


def glazed(c, shape, colour, seed=None):
    """Iron specks of a stoneware glaze over a painted body."""
    seed = seed if seed is not None else c.rnd.randrange(99)
    return noise(c, shape, dark(mix(colour, "#5a3218", 0.6), 0.3), 0.15, 0.15, 0.7, 9, seed)


def printed(c, shape, paint, matrix=None):
    """Shape filled with a paint and given a light weave."""
    return path(shape, paint) + path(shape, "#ffffff", filter=speckle(c, "#000000", 0.7, 0.7, 0.5, 0.5), opacity=0)
