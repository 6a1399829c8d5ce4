"""`gilmok route`: where cases go, from a file of facts; needs no database."""

import os
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import BinaryIO, NamedTuple

import click

from gilmok.ground import options
from gilmok.ground.clock import today
from gilmok.ground.i18n import core_catalogue
from gilmok.journey import core_module
from gilmok.journey.routing.lines import Desk
from gilmok.journey.routing.reading import Reader
from gilmok.journey.routing.rulebook import Rulebook
from gilmok.journey.routing.saying import Words
from gilmok.modules.activation import Activations
from gilmok.modules.activation_file import WrongActivations
from gilmok.modules.planning import problems
from gilmok.modules.registry import Registry
from gilmok.network.atlas import Atlas

# About two thousand cases: long enough to pay for handing it to another process, short enough to see results early.
CHUNK = 1 << 20
file_path = click.Path(exists=True, dir_okay=False, path_type=Path)


class Wanted(NamedTuple):
    """What was asked for on the command line; enough for another process to make the same desk."""

    on: date
    activation: str | None
    language: str
    explain: bool


class Chunk(NamedTuple):
    """Some whole lines, and the number of the first."""

    first: int
    lines: list[bytes]


@click.command()
@click.argument("file", type=click.File("rb"))
@click.option("--on", type=options.day, help="The day of receipt of lines without received_on (default: today).")
@click.option("--activation", type=file_path, help="What is switched on (default: as shipped).")
@click.option("--explain", is_flag=True, help="Add the trace: every rule, and what it stopped at.")
@click.option("--lang", type=click.Choice(["ko", "en"]), default="ko", show_default=True, help="Language of reasons.")
@click.option("--processes", type=click.IntRange(1, 64), help="How many processes (default: one a processor).")
def route(
    file: BinaryIO, on: date | None, activation: Path | None, explain: bool, lang: str, processes: int | None,
) -> None:
    """Say where each case of FILE goes.

    FILE (- for the standard input) has one JSON object of facts a line; one line of JSON comes out for each, in order.
    A line that cannot be read gets an error with its number, the others go on, and the exit status is 1.
    """
    wanted = Wanted(on or today(), read_text(activation), lang, explain)
    check_switches(wanted)
    out = sys.stdout.buffer
    failed = 0
    for text, wrong in answers(file, wanted, processes or os.cpu_count() or 1):
        out.write(text)
        failed += wrong
    out.flush()
    if failed:
        sys.exit(1)


def read_text(path: Path | None) -> str | None:
    """The text of a file that was named."""
    try:
        return path.read_text("utf-8") if path else None
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{path}: {error}") from error


def check_switches(wanted: Wanted) -> None:
    """Say what is wrong with the activation file before the first line is read, and what will not count: rows that name
    what is not here, and modules that could not be loaded."""
    try:
        desk(wanted)
    except WrongActivations as error:
        raise click.ClickException(str(error)) from error
    if wanted.activation is not None:
        rows = Activations.parse(wanted.activation)
        for each in (*unused(installed()), *problems(rows, installed(), Atlas.shipped())):
            click.echo(f"does not count: {each}", err=True)


def unused(registry: Registry) -> Iterator[str]:
    """The modules that could not be loaded."""
    yield from (f"module {each.module or each.entry_point}, {each.stage}: {each.error}" for each in registry.failures)


def answers(file: BinaryIO, wanted: Wanted, processes: int) -> Iterator[tuple[bytes, int]]:
    """The answers chunk by chunk, in the order of the file, each with how many of its lines are wrong."""
    chunks = chunks_of(file)
    first = next(chunks, None)
    second = next(chunks, None)
    if first is None:
        return
    if second is None or processes == 1:
        for chunk in (first, *([second] if second else []), *chunks):
            yield answer(wanted, chunk)
        return
    yield from in_parallel(iter_again(first, second, chunks), wanted, processes)


def iter_again(first: Chunk, second: Chunk, rest: Iterator[Chunk]) -> Iterator[Chunk]:
    """The chunks with the two that were looked at."""
    yield first
    yield second
    yield from rest


def chunks_of(file: BinaryIO) -> Iterator[Chunk]:
    """The file in chunks of whole lines."""
    number = 1
    while lines := file.readlines(CHUNK):
        yield Chunk(number, lines)
        number += len(lines)


def in_parallel(chunks: Iterator[Chunk], wanted: Wanted, processes: int) -> Iterator[tuple[bytes, int]]:
    """The answers of several processes, in order; only a few chunks are in memory at a time."""
    # Forked processes share the rulebook that is compiled already; elsewhere each compiles its own.
    context = get_context("fork" if sys.platform == "linux" else None)
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        waiting: deque[Future[tuple[bytes, int]]] = deque()
        for chunk in chunks:
            waiting.append(pool.submit(answer, wanted, chunk))
            if len(waiting) > 2 * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def answer(wanted: Wanted, chunk: Chunk) -> tuple[bytes, int]:
    """The answers to a chunk, and how many of its lines are wrong."""
    texts, wrong = [], 0
    lines = (line.decode("utf-8", "surrogateescape") for line in chunk.lines)
    for text, good in desk(wanted).answer(lines, chunk.first):
        texts.append(text)
        wrong += not good
    return ("\n".join(texts) + "\n" if texts else "").encode("utf-8", "backslashreplace"), wrong


@cache
def installed() -> Registry:
    """The core and what is installed; read once in each process."""
    return Registry.load(core=core_module)


@cache
def desk(wanted: Wanted) -> Desk:
    """Everything that lines are answered from; made once in each process."""
    registry, atlas = installed(), Atlas.shipped()
    activations = Activations.shipped(registry.scopes)
    if wanted.activation is not None:
        activations = Activations(Activations.parse(wanted.activation), registry.scopes)
    catalogue = core_catalogue()
    for module in registry.modules.values():
        if module.folder is not None and module.name != core_module.NAME:
            catalogue.add(module.folder)
    return Desk(
        rulebook=Rulebook.of(registry), atlas=atlas, activations=activations,
        reader=Reader(registry.facts, atlas), words=Words(catalogue, wanted.language, registry, atlas),
        on=wanted.on, with_trace=wanted.explain,
    )
