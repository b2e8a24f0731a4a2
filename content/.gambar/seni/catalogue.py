"""Registry of pictures: where each file goes, how large it is, what is seen on it, and who draws it."""

import zlib
from dataclasses import dataclass, field

from . import backdrop

SIZES = {"square": (1000, 1000, 1600), "portrait": (1000, 1250, 1600), "tall": (1000, 1500, 1400), "cover": (1500, 1000, 1800), "pano": (2600, 1000, 2600)}
PICTURES = {}


@dataclass
class Picture:
    """One output file."""

    key: str
    alt: str
    alt_en: str
    draw: object
    size: str = "square"
    family: str = "craft"
    kind: str = "jpg"
    special: dict = field(default_factory=dict)
    focus: tuple | None = None

    @property
    def seed(self):
        """Stable per picture, so that one picture can be redrawn without changing the others."""
        return zlib.crc32(self.key.encode())

    @property
    def file(self):
        """Path below the content folder."""
        return f"{self.key}.{self.kind}"

    def studio(self, **options):
        """Canvas with wall and table."""
        w, h, _ = SIZES[self.size]
        return backdrop.studio(w, h, self.seed, options.pop("family", self.family), **options)

    def flat(self, **options):
        """Canvas seen from above."""
        w, h, _ = SIZES[self.size]
        return backdrop.flat(w, h, self.seed, options.pop("family", self.family), **options)

    def svg(self):
        """SVG text of the finished scene."""
        return self.draw(self).text(SIZES[self.size][2])


def picture(key, alt, alt_en, **options):
    """Registers a drawing function under a file key such as `produk/mug-glasir/foto-1`."""

    def register(draw):
        if key in PICTURES:
            raise ValueError(f"two drawings for {key}")
        PICTURES[key] = Picture(key, alt, alt_en, draw, **options)
        return draw

    return register
