"""What is said of numbers: mean, median, quartiles, and how many lie far out, each only where enough people stand
behind it."""

from collections.abc import Sequence
from statistics import fmean, median, quantiles

from gilmok.ground.hiding import SMALLEST, is_small
from gilmok.ground.i18n import _marked as _

COLUMNS = ("answers", "mean", "quartile_1", "median", "quartile_3", "outliers")
COLUMN_TITLES = {
    "answers": _("Number of answers"), "mean": _("Mean"), "quartile_1": _("Lower quartile"), "median": _("Median"),
    "quartile_3": _("Upper quartile"), "outliers": _("Outliers"),
}
# Each half, and each quarter, holds five people at least: else the figure would be about one of few.
LEAST_FOR_MEDIAN, LEAST_FOR_QUARTILES = 2 * SMALLEST, 4 * SMALLEST
FENCE = 1.5  # Tukey's: so many times the distance of the quartiles beyond them
Figures = tuple[float | None, ...]


def figures(numbers: Sequence[float]) -> Figures:
    """The values of `COLUMNS`; None for what is not shown. The mean is of all numbers: one without the outliers beside
    it would give them away."""
    count = len(numbers)
    if count < SMALLEST:
        return (None,) * len(COLUMNS)
    middle = median(numbers) if count >= LEAST_FOR_MEDIAN else None
    if count < LEAST_FOR_QUARTILES:
        return (count, rounded(fmean(numbers)), None, rounded(middle), None, None)
    low, _middle, high = quantiles(numbers, n=4, method="inclusive")
    far = sum(not low - FENCE * (high - low) <= each <= high + FENCE * (high - low) for each in numbers)
    return (
        count, rounded(fmean(numbers)), rounded(low), rounded(middle), rounded(high), None if is_small(far) else far,
    )


def rounded(value: float | None) -> float | None:
    """A figure as it is published: whole from a thousand on, else with one decimal."""
    if value is None:
        return None
    return round(value) if abs(value) >= 1000 else round(float(value), 1)
