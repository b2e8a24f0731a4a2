"""The canvas: collects definitions and layers, hands out gradients and filters, prints one SVG file."""

import random

from .geometry import n


class Canvas:
    """One picture. The short side is 1000 units whatever the pixel size."""

    def __init__(self, width, height, seed):
        self.w, self.h = width, height
        self.rnd = random.Random(seed)
        self.layers = []
        self._defs = {}
        self._count = 0

    def define(self, markup):
        """Stores a definition once (`ID` in the markup is replaced) and returns its id."""
        if markup not in self._defs:
            self._count += 1
            self._defs[markup] = f"d{self._count}"
        return self._defs[markup]

    def put(self, *parts):
        """Adds layers on top."""
        self.layers.extend(parts)

    def text(self, pixel_width):
        """The complete SVG document."""
        defs = "".join(markup.replace("ID", name, 1) for markup, name in self._defs.items())
        height = round(pixel_width * self.h / self.w)
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'width="{pixel_width}" height="{height}" viewBox="0 0 {n(self.w)} {n(self.h)}">'
            f"<defs>{defs}</defs>{''.join(self.layers)}</svg>"
        )

    def linear(self, stops, x1=0, y1=0, x2=1, y2=0, user=False):
        """Linear gradient; stops are (offset, colour[, opacity])."""
        units = ' gradientUnits="userSpaceOnUse"' if user else ""
        return "url(#{})".format(
            self.define(f'<linearGradient id="ID" x1="{n(x1)}" y1="{n(y1)}" x2="{n(x2)}" y2="{n(y2)}"{units}>{_stops(stops)}</linearGradient>')
        )

    def radial(self, stops, cx=0.5, cy=0.5, r=0.5, user=False, matrix=None):
        """Radial gradient."""
        units = ' gradientUnits="userSpaceOnUse"' if user else ""
        units += f' gradientTransform="{matrix}"' if matrix else ""
        return "url(#{})".format(self.define(f'<radialGradient id="ID" cx="{n(cx)}" cy="{n(cy)}" r="{n(r)}"{units}>{_stops(stops)}</radialGradient>'))

    def clip(self, path):
        """Clip path."""
        return "url(#{})".format(self.define(f'<clipPath id="ID"><path d="{path}"/></clipPath>'))

    def mask(self, content):
        """Luminance mask over the whole canvas."""
        return "url(#{})".format(self.define(f'<mask id="ID" maskUnits="userSpaceOnUse" x="0" y="0" width="{n(self.w)}" height="{n(self.h)}">{content}</mask>'))

    def filter(self, body, margin=25):
        """Filter in sRGB; `margin` in percent of the shape's box."""
        size = 100 + 2 * margin
        return "url(#{})".format(
            self.define(f'<filter id="ID" x="-{margin}%" y="-{margin}%" width="{size}%" height="{size}%" color-interpolation-filters="sRGB">{body}</filter>')
        )

    def wide_filter(self, body):
        """Filter whose region is the whole canvas (thin or empty boxes)."""
        return "url(#{})".format(
            self.define(
                f'<filter id="ID" filterUnits="userSpaceOnUse" x="-1600" y="-1600" width="{n(self.w + 3200)}" '
                f'height="{n(self.h + 3200)}" color-interpolation-filters="sRGB">{body}</filter>'
            )
        )

    def tile(self, width, height, content, matrix=None):
        """Repeating pattern; `matrix` places and turns it."""
        extra = f' patternTransform="{matrix}"' if matrix else ""
        return "url(#{})".format(
            self.define(f'<pattern id="ID" width="{n(width)}" height="{n(height)}" patternUnits="userSpaceOnUse"{extra}>{content}</pattern>')
        )


def _stops(stops):
    out = []
    for stop in stops:
        opacity = f' stop-opacity="{n(stop[2])}"' if len(stop) > 2 else ""
        out.append(f'<stop offset="{n(stop[0])}" stop-color="{stop[1]}"{opacity}/>')
    return "".join(out)


def path(d, fill="none", **attrs):
    """Path element; underscores in names become dashes."""
    rest = "".join(f' {key.replace("_", "-")}="{n(v) if isinstance(v, float) else v}"' for key, v in attrs.items())
    return f'<path d="{d}" fill="{fill}"{rest}/>'


def line(d, colour, width, **attrs):
    """Open stroke with round ends."""
    return path(d, stroke=colour, stroke_width=float(width), stroke_linecap="round", stroke_linejoin="round", **attrs)


def group(*parts, **attrs):
    """Group element."""
    rest = "".join(f' {key.replace("_", "-")}="{v}"' for key, v in attrs.items() if v is not None)
    return f"<g{rest}>{''.join(parts)}</g>"


def move(content, x=0.0, y=0.0, turn=0.0, scale=1.0, flip=False):
    """Group placed at x,y, turned (degrees) and scaled."""
    sx = -scale if flip else scale
    return f'<g transform="translate({n(x)} {n(y)}) rotate({n(turn)}) scale({sx:.4f} {scale:.4f})">{content}</g>'
