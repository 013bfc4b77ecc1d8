"""Lines of writing as a detector finds them: four corners, at any angle."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median

from yapit.core.document import Box

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Quad:
    """Corners in pixels: top left, top right, bottom right, bottom left."""

    corners: tuple[Point, Point, Point, Point]

    @property
    def width(self) -> float:
        a, b, c, d = self.corners
        return max(math.dist(a, b), math.dist(d, c))

    @property
    def height(self) -> float:
        a, b, c, d = self.corners
        return max(math.dist(a, d), math.dist(b, c))

    @property
    def is_tall(self) -> bool:
        """Whether it can only be a line that runs up or down the page."""
        return self.height > 1.5 * self.width

    @property
    def slope(self) -> float:
        """Of its upper edge, in radians."""
        (x0, y0), (x1, y1) = self.corners[:2]
        return math.atan2(y1 - y0, x1 - x0)

    def level(self, slope: float, around: Point) -> Box:
        """Where it would stand if the page, which leans by `slope`, were put straight."""
        x = sum(corner[0] for corner in self.corners) / 4 - around[0]
        y = sum(corner[1] for corner in self.corners) / 4 - around[1]
        cos, sin = math.cos(-slope), math.sin(-slope)
        x, y = around[0] + x * cos - y * sin, around[1] + x * sin + y * cos
        half_width, half_height = self.width / 2, self.height / 2
        return Box(x - half_width, y - half_height, x + half_width, y + half_height)


def lean(quads: list[Quad]) -> float:
    """The slope of a page in radians, by its long lines; 0 where there are none."""
    slopes = [quad.slope for quad in quads if quad.width > 5 * quad.height]
    return median(slopes) if slopes else 0.0
