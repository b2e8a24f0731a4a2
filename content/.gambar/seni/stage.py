"""Putting props on the table: every prop stands on 0,0, and `place` adds its shadows."""

from dataclasses import dataclass

from .geometry import n
from .light import cast, contact
from .svg import group, move, path


@dataclass
class Prop:
    """Drawn object with its silhouette; `half` is half its width at the foot, `deep` the half depth there."""

    art: str
    shape: str
    half: float
    deep: float = 0.0


def place(c, prop, x, y, scale=1.0, turn=0.0, length=0.92, rise=0.2, strength=0.62, flip=False):
    """Layers of a prop standing at x,y."""
    shape = prop.shape if prop.shape.startswith("<") else path(prop.shape, "#000")
    moved = move(shape, x, y, turn, scale, flip)
    deep = (prop.deep or prop.half * 0.2) * scale
    return group(
        cast(c, moved, y, length, rise, strength, 13 + 4 * scale),
        contact(c, x + prop.half * scale * 0.04, y - deep * 0.25, prop.half * scale * 1.03, deep * 1.05),
        move(prop.art, x, y, turn, scale, flip),
    )


def lying(c, content, x, y, turn=0.0, scale=1.0, squash=1.0, depth=7, strength=0.42):
    """Small flat thing on the table with a short shadow; squash < 1 for the standing view."""
    inner = f'<g transform="translate({n(x)} {n(y)}) scale(1 {squash})">{move(content, 0, 0, turn, scale)}</g>'
    from .light import blur, silhouette

    shade = group(silhouette(inner, c), transform=f"translate({n(depth)} {n(depth * 0.7)})", filter=blur(c, depth * 0.6, True), opacity=strength)
    return shade + inner
