"""Counting what comes from one network address, so that a flood is refused: by a keyed digest of the address, never by
the address itself, in the database, which all processes share.

The libraries for this count in memory, Redis, Memcached or MongoDB; see docs/decisions/0012-pages-for-anybody.md.
"""

from collections import Counter
from datetime import UTC, datetime
from ipaddress import ip_address, ip_network
from threading import Lock

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, mapped_column

from gilmok.ground.clock import now
from gilmok.ground.crypto import Vault
from gilmok.ground.db import NOBODY, Base, Database, read
from gilmok.ground.errors import TooManyTries

# A line at home has a whole network of this many bits in IPv6, and changes its address within it at will.
HOME_NETWORK = 64
# So many addresses within a minute are a flood of another kind; no more are held in memory.
MOST_HELD = 100_000


class VisitCount(Base):
    """How often something was done since the beginning of a span of time: `counted` is a keyed digest of what it was
    and from where."""

    __tablename__ = "visit_count"
    __table_args__ = ({"info": {"web": "SELECT, INSERT, UPDATE (number)"}},)

    counted: Mapped[bytes] = mapped_column(primary_key=True)
    since: Mapped[datetime] = mapped_column(primary_key=True)
    number: Mapped[int]


_first = insert(VisitCount)
_counting = _first.on_conflict_do_update(
    index_elements=["counted", "since"], set_={"number": VisitCount.number + 1},
).returning(VisitCount.number)


def count(database: Database, what: str, of: str, *, most: int, seconds: int, vault: Vault) -> None:
    """Count that `what` was done once more `of` an address or number; raises TooManyTries, with the seconds to wait, if
    that was more than `most` times within the span of `seconds` that it is now.

    In a transaction of its own: what is refused afterwards counts as well.
    """
    moment = int(now().timestamp())
    since = moment - moment % seconds
    counted = {"counted": vault.index(f"flood/{what}", of), "since": datetime.fromtimestamp(since, UTC), "number": 1}
    with database.session(NOBODY) as session:
        number = read(session, _counting, counted).scalar_one()
        session.commit()
    if number > most:
        raise TooManyTries(seconds=since + seconds - moment)


class Passing:
    """Counts in the memory of this process alone, and forgets with the span: for pages of which not even a digest may
    be written down, since the database numbers what is written, and so would bring it together with what was sent.

    Costs: several processes let that many times more through.
    """

    def __init__(self) -> None:
        self.since = 0
        self.numbers: Counter[str] = Counter()
        self.lock = Lock()

    def count(self, of: str, *, most: int, seconds: int) -> None:
        """Count once more `of` an address; raises TooManyTries, as `count` does."""
        moment = int(now().timestamp())
        since = moment - moment % seconds
        with self.lock:
            if since != self.since or len(self.numbers) >= MOST_HELD:
                self.since = since
                self.numbers.clear()
            self.numbers[of] += 1
            number = self.numbers[of]
        if number > most:
            raise TooManyTries(seconds=since + seconds - moment)


def network_of(address: str | None) -> str:
    """What an address is counted under: itself, or in IPv6 the network of the line that it belongs to."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return ""
    found = getattr(found, "ipv4_mapped", None) or found
    return str(ip_network((found, HOME_NETWORK), strict=False)) if found.version == 6 else str(found)
