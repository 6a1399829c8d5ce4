"""What is different between two versions of unit prices: pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from gilmok_platform_freelance.prices.rules import percent_of

ROSE, FELL, NEW, GONE = "rose", "fell", "new", "gone"


@dataclass(frozen=True)
class Change:
    """What became of one price: `was` and `now` are medians; `percent` is by how much it rose or fell."""

    price: Mapping[str, Any]
    what: str
    was: float | None
    now: float | None
    percent: int | None


def changes(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> list[Change]:
    """What is new or gone, and which medians rose or fell, in the order of the later version; the first version has no
    changes."""
    if before is None:
        return []
    old = {each["key"]: each for each in before["prices"]}
    new = {each["key"]: each for each in after["prices"]}
    found = (changed(old.get(key), each) for key, each in new.items())
    gone = [Change(old[key], GONE, old[key]["median"], None, None) for key in old.keys() - new.keys()]
    return [*filter(None, found), *sorted(gone, key=lambda each: str(each.price["key"]))]


def changed(old: Mapping[str, Any] | None, new: Mapping[str, Any]) -> Change | None:
    """What became of a price that is there now; None where its median is what it was."""
    if old is None:
        return Change(new, NEW, None, new["median"], None)
    was, now = old["median"], new["median"]
    if was == now:
        return None
    percent = percent_of(Decimal(str(now)), was) - 100
    return Change(new, ROSE if now > was else FELL, was, now, abs(percent))
