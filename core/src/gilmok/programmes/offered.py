"""Which programme of the city's page something counts for: a room's own rows, and those of modules, which the city
switches on by region and part.

`own`: the room's own rows by their codes, each as it is said in the language of the request.
"""

from collections.abc import Iterator, Mapping

from gilmok.ground.i18n import _ as translated
from gilmok.modules.current import registry
from gilmok.modules.gates import Gate, gate
from gilmok.modules.loaded import LoadedModule


def with_codes(rows: Mapping[str, str]) -> dict[str, str]:
    """Rows of the city's page in the language of the request, each with its code before it."""
    return {code: f"{code} {translated(title)}" for code, title in rows.items()}


def title_of(code: str, own: Mapping[str, str]) -> str:
    """A programme in words; the code alone where its module is no longer installed."""
    return own.get(code) or next((title for each, title, *_of in of_modules(own) if each == code), code)


def allowed(own: Mapping[str, str]) -> dict[str, str]:
    """Those that something of the person's centre may count for: of modules what is switched on there, or once was, for
    what was begun then goes on."""
    return {**own, **dict(at_gate(own, Gate.OPEN, Gate.READING))}


def choices(own: Mapping[str, str], chosen: str) -> list[tuple[str, str]]:
    """Those to choose from, each with its title: of modules what is switched on there today; and the one `chosen`."""
    kept = {chosen: title_of(chosen, own)} if chosen else {}
    return list({**own, **dict(at_gate(own, Gate.OPEN)), **kept}.items())


def of_modules(own: Mapping[str, str]) -> Iterator[tuple[str, str, LoadedModule, str | None]]:
    """The programmes that modules declare and the room has not itself: code, title, module, and the part of it."""
    for module in registry().modules.values():
        scopes = {each.programme: each for each in module.info.scopes}
        for code in module.info.programmes:
            if not code.startswith("C") and code not in own:
                scope = scopes.get(code)
                title = f"{code} {translated(scope.title)}" if scope else code
                yield code, title, module, scope.id if scope else None


def at_gate(own: Mapping[str, str], *gates: Gate) -> Iterator[tuple[str, str]]:
    """The programmes of modules that are so far open to the person of the request."""
    for code, title, module, scope in of_modules(own):
        if gate(module.name, scope) in gates:
            yield code, title
