"""zen-engine on the routing workload: one decision table, first hit. Run by engine.py with the peers' own Python."""

import json
import statistics
import sys
import time
import zlib

import zen

ROUNDS = 3


def table(rules, mode):
    """A decision table with one expression a rule; `mode` is `single`, or `loop` for a list of cases in one call."""
    content = {
        "hitPolicy": "first", "inputs": [{"id": "when", "name": "when"}],
        "outputs": [{"id": "rule", "name": "rule", "field": "rule"}],
        "rules": [{"_id": str(number), "when": when, "rule": json.dumps(name)}
                  for number, (when, name) in enumerate(rules)],
        "executionMode": mode,
        **({"inputField": "cases", "outputPath": "answers"} if mode == "loop" else {}),
    }
    nodes = [{"id": "in", "type": "inputNode", "name": "in"},
             {"id": "table", "type": "decisionTableNode", "name": "table", "content": content},
             {"id": "out", "type": "outputNode", "name": "out"}]
    edges = [{"id": "1", "sourceId": "in", "targetId": "table", "type": "edge"},
             {"id": "2", "sourceId": "table", "targetId": "out", "type": "edge"}]
    return zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))


def median(run, per):
    """Median CPU seconds of a unit."""
    spent = []
    for _round in range(ROUNDS):
        start = time.process_time()
        run()
        spent.append((time.process_time() - start) / per)
    return statistics.median(spent)


def main():
    """Read rules and cases, print figures and the checksum of the answers."""
    given = json.load(sys.stdin)
    cases, few = given["cases"], given["cases"][:200]
    single, batch = table(given["rules"], "single"), table(given["rules"], "loop")
    answers = [each["rule"] for each in batch.evaluate({"cases": cases})["result"]["answers"]]
    assert [single.evaluate(case)["result"]["rule"] for case in few] == answers[:len(few)]
    print(json.dumps({
        "checksum": zlib.crc32(repr(answers).encode()),
        "batch": median(lambda: batch.evaluate({"cases": cases}), len(cases)),
        "single": median(lambda: [single.evaluate(case) for case in few], len(few)),
        "trace": median(lambda: [single.evaluate(case, {"trace": True}) for case in few], len(few)),
    }))


if __name__ == "__main__":
    main()
