"""One light for every picture: a large soft window at the upper left, a warm bounce from the right."""

from .geometry import ellipse, n
from .palette import dark, light, mix
from .svg import group, path


def blur(c, size, wide=False):
    """Gaussian blur filter."""
    body = f'<feGaussianBlur stdDeviation="{n(size)}"/>'
    return c.wide_filter(body) if wide else c.filter(body, 60)


def cylinder(c, colour, gloss=0.25, depth=0.42, bounce=0.1):
    """Horizontal shading of an upright round body."""
    return c.linear(
        [
            (0, dark(colour, depth * 0.62)),
            (0.07, dark(colour, depth * 0.25)),
            (0.2, light(colour, gloss * 0.55)),
            (0.31, light(colour, gloss)),
            (0.46, colour),
            (0.72, dark(colour, depth * 0.55)),
            (0.91, dark(colour, depth)),
            (1, mix(dark(colour, depth * 0.8), "#e8a070", bounce)),
        ]
    )


def slope(c, colour, amount=0.18, turn=(0, 0, 1, 1)):
    """Diagonal shading of a flat face turned a little to the light."""
    return c.linear([(0, light(colour, amount)), (0.5, colour), (1, dark(colour, amount))], *turn)


def relief(c, size=4.0, height=3.0, gloss=0.0, sharp=20, ambient=0.3, margin=12):
    """Makes any flat shape puffy: its blurred outline is lit from the upper left."""
    body = (
        f'<feGaussianBlur in="SourceAlpha" stdDeviation="{n(size)}" result="h"/>'
        f'<feDiffuseLighting in="h" surfaceScale="{n(height)}" diffuseConstant="1.22" lighting-color="#fff6e8" result="d">'
        '<feDistantLight azimuth="225" elevation="55"/></feDiffuseLighting>'
        f'<feGaussianBlur in="d" stdDeviation="{n(size * 0.35)}" result="d2"/>'
        f'<feComposite in="SourceGraphic" in2="d2" operator="arithmetic" k1="{n(1 - ambient)}" k2="{n(ambient)}" result="m"/>'
        '<feComposite in="m" in2="SourceGraphic" operator="in" result="r"/>'
    )
    if gloss:
        body += (
            f'<feSpecularLighting in="h" surfaceScale="{n(height * 1.4)}" specularConstant="{n(gloss)}" '
            f'specularExponent="{sharp}" lighting-color="#fff4e0" result="s"><feDistantLight azimuth="225" elevation="48"/>'
            f'</feSpecularLighting><feGaussianBlur in="s" stdDeviation="{n(max(0.5, size * 0.2))}" result="s2"/>'
            '<feComposite in="s2" in2="SourceAlpha" operator="in" result="s3"/>'
            '<feComposite in="r" in2="s3" operator="arithmetic" k2="1" k3="1"/>'
        )
    return c.filter(body, margin)


def rough(c, fx=0.04, fy=None, height=2.0, octaves=3, seed=1, ambient=0.45, margin=2):
    """Bumpy surface (clay, bread crust, kraft paper, plaster) lit from the upper left."""
    fy = fx if fy is None else fy
    body = (
        f'<feTurbulence type="fractalNoise" baseFrequency="{fx:.4f} {fy:.4f}" numOctaves="{octaves}" seed="{seed}" result="t"/>'
        f'<feDiffuseLighting in="t" surfaceScale="{n(height)}" diffuseConstant="1.22" lighting-color="#ffffff" result="d">'
        '<feDistantLight azimuth="225" elevation="55"/></feDiffuseLighting>'
        f'<feComposite in="SourceGraphic" in2="d" operator="arithmetic" k1="{n(1 - ambient)}" k2="{n(ambient)}" result="m"/>'
        '<feComposite in="m" in2="SourceGraphic" operator="in"/>'
    )
    return c.filter(body, margin)


def speckle(c, colour, fx, fy=None, low=0.5, gain=3.0, octaves=2, seed=1, margin=0):
    """Noise turned into flecks of one colour, drawn over the shape and cut to it."""
    fy = fx if fy is None else fy
    r, g, b = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    body = (
        f'<feTurbulence type="fractalNoise" baseFrequency="{fx:.4f} {fy:.4f}" numOctaves="{octaves}" seed="{seed}"/>'
        f'<feColorMatrix values="0 0 0 0 {r:.3f} 0 0 0 0 {g:.3f} 0 0 0 0 {b:.3f} {gain:.2f} 0 0 0 {-gain * low:.3f}" result="t"/>'
        '<feComposite in="t" in2="SourceAlpha" operator="in" result="u"/>'
        '<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="u"/></feMerge>'
    )
    return c.filter(body, margin)


def contact(c, x, y, rx, ry=None, strength=0.5, colour=None):
    """Dark seam where a body meets the table."""
    ry = rx * 0.16 if ry is None else ry
    colour = colour or c.family.shadow
    return path(ellipse(x + rx * 0.06, y, rx, ry), colour, opacity=float(strength), filter=blur(c, max(3, ry * 0.45), True)) + path(
        ellipse(x, y - ry * 0.2, rx * 0.97, ry * 0.5), colour, opacity=float(strength * 0.8), filter=blur(c, max(2, ry * 0.15), True)
    )


def cast(c, shape, base, length=0.95, rise=0.2, strength=0.62, soft=16, colour=None):
    """Long soft shadow of an upright silhouette, lying on the table to the right and back."""
    colour = colour or c.family.shadow
    matrix = f"matrix(1 0 {n(-length)} {rise:.3f} {n(length * base)} {n(base - rise * base)})"
    body = silhouette(shape, c) if shape.startswith("<") else path(shape, colour)
    top = base - 900 * rise
    fade = c.linear([(0, "#ffffff", 1), (0.5, "#ffffff", 0.8), (1, "#ffffff", 0.3)], 0, base, 0, top, True)
    mask = c.mask(f'<rect width="{n(c.w)}" height="{n(c.h)}" fill="{fade}"/>')
    inner = group(body, transform=matrix)
    return group(group(inner, filter=blur(c, soft, True)), opacity=n(strength), mask=mask)


def drop(c, shape, dx=14, dy=18, soft=12, strength=0.4, colour=None):
    """Shadow of a flat thing lying on the surface, seen from above."""
    colour = colour or c.family.shadow
    body = silhouette(shape, c) if shape.startswith("<") else path(shape, colour)
    return group(
        group(body, transform=f"translate({n(dx)} {n(dy)})", filter=blur(c, soft, True), opacity=n(strength)),
        group(body, transform=f"translate({n(dx * 0.25)} {n(dy * 0.25)})", filter=blur(c, max(2, soft * 0.25), True), opacity=n(strength * 0.9)),
    )


def silhouette(content, c):
    """Filter that paints any group in the shadow colour, for `cast` and `drop` of complex props."""
    r, g, b = (int(c.family.shadow[i : i + 2], 16) / 255 for i in (1, 3, 5))
    flat = c.wide_filter(f'<feColorMatrix values="0 0 0 0 {r:.3f} 0 0 0 0 {g:.3f} 0 0 0 0 {b:.3f} 0 0 0 1 0"/>')
    return group(content, filter=flat)


def sheen(c, shape, strength=0.5, soft=3.0):
    """Soft white highlight in a given shape."""
    return path(shape, "#fffaf0", opacity=float(strength), filter=blur(c, soft, True))
