"""Colours: conversions, tints, and one backdrop set per category family."""

from dataclasses import dataclass


def rgb(colour):
    """`#rrggbb` to three numbers 0..255."""
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def mix(a, b, t):
    """Colour between two colours; t = 0 gives the first."""
    return "#" + "".join(f"{round(max(0, min(255, p + (q - p) * t))):02x}" for p, q in zip(rgb(a), rgb(b), strict=True))


def light(colour, t):
    """Towards warm white, as under the key light."""
    return mix(colour, "#fff8ea", t)


def dark(colour, t):
    """Towards a warm brown-violet, never plain black, so that shadows stay alive."""
    return mix(colour, "#23141c", t)


def vary(rnd, colour, amount=0.05):
    """Small random change of lightness and warmth."""
    t = rnd.uniform(-amount, amount)
    base = light(colour, t) if t > 0 else dark(colour, -t)
    return mix(base, "#d98b3a", rnd.uniform(0, amount * 0.6))


@dataclass(frozen=True)
class Family:
    """Backdrop of one category family."""

    wall: str
    wall_glow: str
    form: str
    table: str
    shadow: str
    accent: str
    pattern: str


FAMILIES = {
    "craft": Family("#c98a63", "#e8bd95", "#b5694a", "#e3c3a0", "#54281c", "#8b3f2b", "kawung"),
    "batik": Family("#4b4675", "#8079ab", "#39305f", "#b9aec4", "#1f1738", "#c79a4b", "kawung"),
    "food": Family("#edc675", "#fae6b4", "#dc9f3f", "#f5e3bf", "#6b3d14", "#b7502a", "orchid"),
    "chilli": Family("#d9745a", "#f0b193", "#b84a37", "#f0d2b8", "#571d18", "#f2c14e", "kawung"),
    "drink": Family("#8f6b53", "#c9a788", "#6d4a38", "#d9c0a4", "#2b1812", "#e0b27a", "kawung"),
    "fashion": Family("#d3a097", "#f0d0c6", "#bb7c74", "#ecd6cb", "#5a2c30", "#8a4a52", "orchid"),
    "plant": Family("#a3b492", "#d3ddc0", "#7f9672", "#dfe2cd", "#2b3a28", "#c05c7e", "orchid"),
    "home": Family("#7f9a9a", "#bccdc8", "#5f7f81", "#d5d9d2", "#21363a", "#c97f4e", "kawung"),
    "toy": Family("#8fc0d6", "#d3ebf0", "#f2c65a", "#f3e6c6", "#2c4e63", "#e2694a", "orchid"),
    "service": Family("#8a89a6", "#c4c3d6", "#6c6a8e", "#dcd9e2", "#2a2745", "#e39b62", "kawung"),
}

WOOD = {
    "pine": "#dcb27c",
    "natural": "#d2a06a",
    "teak": "#a86f3f",
    "walnut": "#6b432b",
    "mahogany": "#7d3a26",
    "white": "#efe8da",
    "pallet": "#b0906b",
    "grey": "#9a8f80",
    "birch": "#e9cfa3",
}
