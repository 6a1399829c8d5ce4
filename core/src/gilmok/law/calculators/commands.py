"""`gilmok calc`: the calculators on the command line, without a database."""

import json
from collections.abc import Iterator
from typing import Any

import click

from gilmok.ground.above import above
from gilmok.law.calculators.catalogue import CALCULATORS
from gilmok.law.calculators.declared import Calculator, Input
from gilmok.law.calculators.reading import Errors, read
from gilmok.law.commands import language, words_in
from gilmok.law.saying import Words
from gilmok.law.shipped import NotInForce, shipped
from gilmok.law.told import Teller


def list_calculators(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    """Print every calculator with its inputs, and end."""
    if wanted:
        of_modules, catalogue = above("calculators")()
        words = words_in(ctx.params.get("lang") or "ko", catalogue)
        every = (*CALCULATORS.values(), *of_modules.values())
        click.echo("\n".join(line for each in every for line in described(each, words)))
        ctx.exit()


def described(calculator: Calculator, words: Words) -> Iterator[str]:
    """A calculator and its inputs, a line each."""
    yield f"{calculator.name}  {words.translate(calculator.title)} · {words.field(calculator, 'basis')}"
    for each in calculator.inputs:
        yield f"    {each.name:<16} {kind_of(each):<34} {words.translate(each.label)}"


def kind_of(each: Input) -> str:
    """What an input takes: its kind, its codes, and what counts where it is left out."""
    codes = "|".join(code for code, _title in each.options)
    left_out = "" if each.needed else " optional" if each.default is None else f" default {each.default}"
    return f"({codes or each.holds.value}{left_out})"


@click.command()
@click.argument("name", metavar="NAME")
@click.option("--json", "typed", required=True, metavar="INPUTS", help="The inputs as one JSON object.")
@click.option("--list", is_flag=True, is_eager=True, expose_value=False, callback=list_calculators,
              help="List the calculators and what each takes.")
@language
def calc(name: str, typed: str, lang: str) -> None:
    """Compute NAME from INPUTS and say how, as one JSON object; amounts in won, days as 2026-11-25."""
    # Modules are loaded for theirs alone: the law's own start at once.
    of_modules, catalogue = above("calculators")() if "." in name else ({}, None)
    calculator = CALCULATORS.get(name) or of_modules.get(name)
    if calculator is None:
        raise click.UsageError(f"there is no calculator {name!r}; `gilmok calc --list` names them")
    values, errors = read(calculator, inputs_of(typed), strict=True)
    if errors:
        raise click.UsageError("; ".join(lines_of(errors)))
    try:
        result = calculator.run(shipped(), values)
    except NotInForce as error:
        raise click.ClickException(f"no {error.about['code']} is known for {error.about['on']}") from error
    told = Teller(shipped(), words_in(lang, catalogue)).result(calculator, result)
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def inputs_of(typed: str) -> dict[str, Any]:
    """The inputs by name; a usage error where they are no JSON object."""
    try:
        found = json.loads(typed)
    except (ValueError, RecursionError) as error:
        raise click.UsageError(f"--json: {error}") from error
    if not isinstance(found, dict):
        raise click.UsageError("--json: one object is needed, like {\"hourly\": 10320}")
    return found


def lines_of(errors: Errors) -> Iterator[str]:
    """What is wrong, by the name of the input."""
    return (f"{name}: {' '.join(texts)}" for name, texts in errors.items())
