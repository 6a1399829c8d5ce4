"""Unit prices from observed prices: pure, the same whatever the order of the observations.

Every price that is told is told of `least` observations of `givers` different givers or more, and so is every
difference between two of them: a whole is split only into parts that can all be told. What cannot be told by itself is
told together with its neighbours, or not at all. See docs/unit-prices.md.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain
from math import floor, log, log10
from statistics import median, quantiles

# By this the median absolute deviation of normal figures estimates their standard deviation.
MAD_TO_DEVIATION = 1.4826
# Half the median to double is never taken for a slip: where most prices are the same round one, the deviation is 0.
NEVER_OUTSIDE = log(2)
ROUNDING = 1e-9
OTHERS, UNKNOWN = "others", "unknown"


@dataclass(frozen=True)
class Method:
    """How it is worked out: outside of `fence` robust deviations a price is left out; the least numbers of
    observations and of different givers behind a price that is told."""

    fence: float = 3
    least: int = 5
    givers: int = 3


@dataclass(frozen=True, order=True)
class Observed:
    """One observed price: of which `kind`, in which `pool` of kinds that may be told together, of which experience."""

    kind: str
    pool: str
    experience: str
    price: Decimal
    giver: bytes
    source: str = ""
    evidence: bool = False


@dataclass(frozen=True)
class Figures:
    """What is told of some prices; quartiles and range only where twice the least number stands behind them."""

    n: int
    givers: int
    median: float
    quartile_1: float | None
    quartile_3: float | None
    lowest: float | None
    highest: float | None


@dataclass(frozen=True)
class Price:
    """A price that is told: of a kind, of a kind and an experience (or `others` together), or of several kinds of a
    pool (`kind` is None) that are too few by themselves. `covers`: the experiences or kinds that it stands for."""

    pool: str
    kind: str | None
    experience: str | None
    covers: tuple[str, ...]
    figures: Figures


@dataclass(frozen=True)
class Outcome:
    """All prices in order, the kinds of which none is told by itself, what stands behind the prices, and how many
    observations of the same kinds were left out as lying too far off."""

    prices: tuple[Price, ...] = ()
    hidden: tuple[str, ...] = ()
    told: tuple[Observed, ...] = ()
    left_out: int = 0

    def __add__(self, other: "Outcome") -> "Outcome":
        """Both together."""
        return Outcome(
            self.prices + other.prices, self.hidden + other.hidden, self.told + other.told,
            self.left_out + other.left_out,
        )


Group = Sequence[Observed]
Groups = Mapping[str, list[Observed]]


def work_out(observed: Iterable[Observed], method: Method) -> Outcome:
    """The unit prices of these observations."""
    pools = grouped(observed, lambda each: each.pool)
    return sum((of_pool(pool, every, method) for pool, every in pools.items()), Outcome())


def of_pool(pool: str, observed: Group, method: Method) -> Outcome:
    """The prices of the kinds of one pool."""
    found, rest, few = Outcome(), [], []
    for kind, group in grouped(observed, lambda each: each.kind).items():
        kept = within_fence(group, method.fence)
        if can_be_told(kept, method):
            prices = tuple(prices_of(pool, kind, kept, method))
            found += Outcome(prices, (), tuple(kept), len(group) - len(kept))
        else:
            rest.append(kind)
            few += group
    return found + together(pool, rest, few, method)


def together(pool: str, kinds: Sequence[str], group: Group, method: Method) -> Outcome:
    """The kinds of a pool that are too few by themselves: one price, or none where they are too few together, too."""
    kept = within_fence(group, method.fence)
    if not can_be_told(kept, method):
        return Outcome((), tuple(kinds))
    price = Price(pool, None, None, tuple(kinds), figures(kept, method))
    return Outcome((price,), tuple(kinds), tuple(kept), len(group) - len(kept))


def grouped(observed: Iterable[Observed], by: Callable[[Observed], str]) -> dict[str, list[Observed]]:
    """The observations by what `by` says of them, groups and prices in order."""
    found: dict[str, list[Observed]] = {}
    for each in sorted(observed, key=lambda each: (by(each), each)):
        found.setdefault(by(each), []).append(each)
    return found


def prices_of(pool: str, kind: str, group: Group, method: Method) -> Iterator[Price]:
    """The price of a kind, and those by experience where the kind can be split."""
    yield Price(pool, kind, None, (), figures(group, method))
    by_experience = grouped(group, lambda each: each.experience)
    for name, covers in split(by_experience, method):
        members = [each for experience in covers for each in by_experience[experience]]
        yield Price(pool, kind, name, covers, figures(members, method))


def split(groups: Groups, method: Method) -> list[tuple[str, tuple[str, ...]]]:
    """The parts of a whole, each with the groups in it: those that can be told, and all others as one that can be told,
    too, for else it could be worked out as the difference. Nothing, where no two parts are left."""
    apart = [name for name, group in groups.items() if name != UNKNOWN and can_be_told(group, method)]
    apart.sort(key=lambda name: (-len(groups[name]), name))
    while rest_is_few(groups, apart, method):
        apart.pop()
    parts: list[tuple[str, tuple[str, ...]]] = [(name, (name,)) for name in sorted(apart)]
    if 0 < len(apart) < len(groups):
        parts.append((OTHERS, tuple(sorted(groups.keys() - set(apart)))))
    return parts if len(parts) > 1 else []


def rest_is_few(groups: Groups, apart: Sequence[str], method: Method) -> bool:
    """Whether something is left over beside the groups that stand apart, and is too little to be told."""
    rest = list(chain.from_iterable(groups[name] for name in groups.keys() - set(apart)))
    return bool(apart and rest) and not can_be_told(rest, method)


def within_fence(group: Group, fence: float) -> list[Observed]:
    """Without what lies too far from the median: by more than `fence` robust deviations of the logarithms, and by more
    than a factor of two in any case."""
    if not group:
        return []
    logs = [log(each.price) for each in group]
    middle = median(logs)
    deviation = MAD_TO_DEVIATION * median(abs(each - middle) for each in logs)
    reach = max(fence * deviation, NEVER_OUTSIDE) + ROUNDING
    return [each for each, place in zip(group, logs, strict=True) if abs(place - middle) <= reach]


def can_be_told(group: Group, method: Method) -> bool:
    """Whether enough observations of enough givers stand behind a price."""
    return len(group) >= method.least and len({each.giver for each in group}) >= method.givers


def figures(group: Group, method: Method) -> Figures:
    """The figures of a group that can be told, each rounded to three digits that count."""
    prices = [float(each.price) for each in group]
    low, _middle, high = quantiles(prices, n=4, method="inclusive")
    many = len(prices) >= 2 * method.least
    beside = map(rounded, (low, high, min(prices), max(prices))) if many else (None,) * 4
    return Figures(len(prices), len({each.giver for each in group}), rounded(median(prices)), *beside)


def rounded(price: float) -> float:
    """A price with three digits that count: 152,340 is 152,000, and 45.67 is 45.7."""
    step = Decimal(1).scaleb(floor(log10(price)) - 2)
    found = float(Decimal(str(price)).quantize(step, ROUND_HALF_UP))
    return int(found) if found == int(found) else found


def percent_of(paid: Decimal, price: float) -> int:
    """How many per cent of a price were paid, in whole ones."""
    return int((paid * 100 / Decimal(str(price))).quantize(Decimal(1), ROUND_HALF_UP))
