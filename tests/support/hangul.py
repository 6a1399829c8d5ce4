"""Hangul documents for tests: made and read back by a library that the product does not use, and spoilt by hand."""

import io
import zipfile
from collections.abc import Callable, Sequence

from hwpx import HwpxDocument
from hwpx.tools.package_validator import validate_editor_open_safety

Grid = Sequence[Sequence[str]]
Joined = Sequence[tuple[int, int, int, int]]  # the first and the last square of each cell that covers several
SECTION = "Contents/section0.xml"
PERSONS: tuple[tuple[str, Grid], ...] = (
    ("진정인", [["성명", "", "주민등록번호", ""], ["주소", "", "전화", ""]]),
    ("피진정인", [["성명", "", "사업장명", ""], ["소재지", "", "전화번호", ""]]),
)


def made(*parts: str | tuple[str, Grid], joined: Joined = ()) -> bytes:
    """A document of lines and of tables, each with the line above it; `joined`: cells of each table that are one."""
    document = HwpxDocument.new()
    for part in parts:
        line, grid = (part, []) if isinstance(part, str) else part
        document.add_paragraph(line)
        if grid:
            table = document.add_table(len(grid), len(grid[0]))
            for squares in joined:
                table.merge_cells(*squares)
            for row, texts in enumerate(grid):
                for column, text in enumerate(texts):
                    if text:
                        table.set_cell_text(row, column, text)
    content: bytes = document.to_bytes()
    return content


def lines(content: bytes) -> list[str]:
    """What a document says, line by line; a row of a table is a line with its cells apart. It must be a sound one."""
    assert validate_editor_open_safety(content).ok
    return [line.rstrip() for line in HwpxDocument.open(content).text.plain().splitlines() if line.strip()]


def repacked(content: bytes, change: Callable[[str, bytes], bytes] = lambda _name, part: part,
             more: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """The same archive with its parts changed, and more of them; the first is stored, the others are compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            kind = zipfile.ZIP_STORED if info.filename == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(info.filename, change(info.filename, old.read(info)), kind)
        for name, part in more:
            new.writestr(name, part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def with_section(content: bytes, old: str, new: str) -> bytes:
    """The same document with something in its text changed as XML."""
    def change(name: str, part: bytes) -> bytes:
        return part.replace(old.encode(), new.encode()) if name == SECTION else part

    return repacked(content, change)
