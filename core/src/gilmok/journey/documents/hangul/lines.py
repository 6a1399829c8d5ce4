"""Lines of text in cells, and the line that goes before everything."""

from gilmok.journey.documents.hangul.tree import Element, below, like, paragraphs, texts
from gilmok.journey.documents.hangul.writing import forget_lines, write

PLAIN_LINE = {"id": "0", "paraPrIDRef": "0", "styleIDRef": "0", "pageBreak": "0", "columnBreak": "0", "merged": "0"}


def write_cell(cell: Element, text: str) -> None:
    """Put text into a cell that is free: into its first line, instead of what stood there."""
    for paragraph in paragraphs(cell):
        for piece in texts(paragraph):
            write(piece, "")
        forget_lines(paragraph)
    write(piece_of(first_line(cell)), text)


def write_below(cell: Element, text: str) -> None:
    """Put text into a cell below what it says."""
    last = [first_line(cell), *paragraphs(cell)][-1]
    line = new_line(last)
    last.addnext(line)
    write(piece_of(line), text)


def put_before(root: Element, text: str) -> None:
    """Put a line before everything else of a document. What Hangul keeps about the section must stand in the first
    paragraph, and moves there."""
    first = below(root, "p")[0]
    line = new_line(first)
    settings = [each for each in below(first, "run", "secPr")]
    settings += [each for each in below(first, "run", "ctrl") if below(each, "colPr")]
    for run in below(line, "run"):
        run.extend(settings)
    first.addprevious(line)
    forget_lines(first)
    write(piece_of(line), text)


def first_line(cell: Element) -> Element:
    """The first paragraph of a cell; one is made where there is none."""
    if found := paragraphs(cell):
        return found[0]
    holder = next(iter(below(cell, "subList")), None)
    if holder is None:
        holder = like(cell, "subList")
        cell.insert(0, holder)
    line = like(cell, "p", **PLAIN_LINE)
    holder.append(line)
    return line


def new_line(model: Element) -> Element:
    """An empty paragraph in the look of another: of its last words."""
    line = like(model, "p", **{**PLAIN_LINE, **model.attrib, "id": "0", "pageBreak": "0", "columnBreak": "0"})
    looks = below(model, "run")[-1:]
    line.append(like(model, "run", **(looks[0].attrib if looks else {"charPrIDRef": "0"})))
    return line


def piece_of(paragraph: Element) -> Element:
    """The first piece of text of a paragraph; one is made where there is none."""
    if found := texts(paragraph):
        return found[0]
    runs = below(paragraph, "run")
    if not runs:
        runs = [like(paragraph, "run", charPrIDRef="0")]
        paragraph.insert(0, runs[0])
    piece = like(paragraph, "t")
    runs[0].append(piece)
    return piece
