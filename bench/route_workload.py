"""Made-up lines of facts for `gilmok route`: mixed cases of a year, deterministic, with gaps as people leave them."""

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta

from gilmok.journey import vocabulary_codes as codes

TOPICS = [option.code for option in codes.TOPICS]
DISTRICTS = [option.code for option in codes.DISTRICTS]
EMPLOYMENT = [option.code for option in codes.EMPLOYMENT_TYPES]
INDUSTRIES = [option.code for option in codes.INDUSTRIES]
SIZES = [option.code for option in codes.WORKPLACE_SIZES]
CHANNELS = [option.code for option in codes.CHANNELS]
AGES = [option.code for option in codes.AGE_BANDS]
FIRST_DAY = date(2026, 1, 1)


def lines(count: int, seed: int = 5) -> Iterator[str]:
    """That many lines, each with its newline."""
    chance = random.Random(seed)
    for number in range(count):
        yield json.dumps(one(chance, number), ensure_ascii=False) + "\n"


def one(chance: random.Random, number: int) -> dict[str, object]:
    """One case; one in five leaves something out, and some answers are 'unknown' or 'refused'."""
    received = FIRST_DAY + timedelta(days=chance.randrange(365))
    facts: dict[str, object] = {
        "id": f"case-{number}", "received_on": received.isoformat(),
        "topics": chance.sample(TOPICS, chance.choice((1, 1, 1, 2))),
        "employment_type": chance.choice(EMPLOYMENT), "industry": chance.choice(INDUSTRIES),
        "workplace_size": chance.choice(SIZES), "workplace_district": chance.choice(DISTRICTS),
        "home_district": chance.choice(DISTRICTS), "channel": chance.choice(CHANNELS),
        "event_date": (received - timedelta(days=chance.randrange(400))).isoformat(),
        "still_employed": chance.random() < 0.5, "anonymous": chance.random() < 0.1, "age_band": chance.choice(AGES),
        "urgency": chance.choices(("normal", "soon", "danger"), (90, 9, 1))[0],
    }
    if chance.random() < 0.2:
        del facts[chance.choice(("employment_type", "industry", "home_district", "workplace_district"))]
    if chance.random() < 0.1:
        facts[chance.choice(("employment_type", "industry"))] = chance.choice(("unknown", "refused"))
    return facts


if __name__ == "__main__":
    sys.stdout.writelines(lines(int(sys.argv[1])))
