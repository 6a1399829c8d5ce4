"""A file that is no form, or would do harm, is refused with the reason before anything in it is used."""

import struct
from time import perf_counter

import pytest
from support.files import DOCX, HWP, PDF, zipped
from support.hangul import PERSONS, SECTION, made, repacked, with_section

from gilmok.journey.documents.hangul import refusals as r
from gilmok.journey.documents.hangul.form import Form
from gilmok.journey.documents.hangul.package import LARGEST

FORM = made(*PERSONS)
ENTITY = '<!DOCTYPE x [<!ENTITY told SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
DECLARATION = "standalone='yes'?>"


def with_name(name: str) -> bytes:
    """The form with one more part of this name."""
    return repacked(FORM, more=[(name, b"x")])


def with_doctype(doctype: str) -> bytes:
    """The form with a document type in its text, which the text uses."""
    entity = "&c;" if "ENTITY c" in doctype else "&told;"
    return with_section(with_section(FORM, DECLARATION, DECLARATION + doctype), "주소", entity)


def lying_about_its_size() -> bytes:
    """The form with a part of 30 MB that announces a few bytes."""
    name = b"BinData/big"
    content = bytearray(repacked(FORM, more=[(name.decode(), bytes(30 * 1024 * 1024))]))
    entry = content.rindex(name) - 46
    struct.pack_into("<I", content, entry + 24, 10)
    return bytes(content)


def locked(name: str, part: bytes) -> bytes:
    """The manifest of a document with a password."""
    return part.replace(b"/>", b"><odf:encryption-data/></odf:manifest>") if name == "META-INF/manifest.xml" else part


HOSTILE = {
    "nothing": (b"", r.NothingSent),
    "older Hangul": (HWP, r.OlderHangul),
    "PDF": (PDF, r.NoHangul),
    "Word": (DOCX, r.NoHangul),
    "other mimetype": (zipped("mimetype", "Contents/header.xml", SECTION, first=b"application/zip"), r.NoHangul),
    "mimetype not first": (zipped("a", "mimetype", "Contents/header.xml", SECTION), r.NoHangul),
    "something before it": (b"PK\x03\x04junk" + FORM, r.NoHangul),
    "no text": (zipped("mimetype", "Contents/header.xml", first=b"application/hwp+zip"), r.NotWellMade),
    "cut off": (FORM[:-400], r.NotWellMade),
    "too large": (FORM + bytes(LARGEST), r.TooMuch),
    "a bomb of one part": (repacked(FORM, more=[("BinData/big", bytes(9 * 1024 * 1024))]), r.TooMuch),
    "a bomb of many": (repacked(FORM, more=[(f"BinData/{n}", bytes(7 * 1024 * 1024)) for n in range(7)]), r.TooMuch),
    "many parts": (repacked(FORM, more=[(f"BinData/{n}", b"") for n in range(400)]), r.TooMuch),
    "a bomb that lies": (lying_about_its_size(), r.NotWellMade),
    "out of the folder": (with_name("../../etc/cron.d/x"), r.NotWellMade),
    "from the root": (with_name("/etc/passwd"), r.NotWellMade),
    "another drive": (with_name("C:\\x"), r.NotWellMade),
    "a name of dots": (with_name("Contents/../x"), r.NotWellMade),
    "an invisible name": (with_name("Contents/a\u202eb"), r.NotWellMade),
    "an entity from a file": (with_doctype(ENTITY), r.NotWellMade),
    "a billion laughs": (with_doctype(LAUGHS), r.NotWellMade),
    "no XML": (with_section(FORM, "</hs:sec>", ""), r.NotWellMade),
    "a long text": (with_section(FORM, "</hs:sec>", "<hp:p/>" * 700_000 + "</hs:sec>"), r.TooMuch),
    "a line without end": (with_section(FORM, "<hp:t>성명", "<hp:t>" + "{{ " * 20_000), r.TooMuch),
    "words without end": (made(*(f"{{{{{n}}}}}" for n in range(400))), r.TooMuch),
    "a table without end": (with_section(FORM, 'colSpan="1"', 'colSpan="999999999"'), r.NotWellMade),
    "a table of millions": (with_section(FORM, 'colSpan="1" rowSpan="1"', 'colSpan="400" rowSpan="400"'), r.TooMuch),
    "a locked document": (repacked(FORM, locked), r.Locked),
    "someone's number": (made("주민등록번호 850101-1234567", *PERSONS), r.HoldsNumber),
    "nothing to fill": (made("붙임"), r.NoPlaces),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_form_or_could_harm_is_refused_with_its_reason(name: str) -> None:
    content, reason = HOSTILE[name]
    with pytest.raises(r.NotTaken) as refusal:
        Form.read(content)
    assert type(refusal.value) is reason


def test_braces_that_are_never_closed_take_no_time() -> None:
    began = perf_counter()
    assert Form.read(with_section(FORM, "<hp:t>성명", "<hp:t>{{" + " " * 19_000)).words == []
    assert perf_counter() - began < 1


def test_the_same_form_is_read_where_nothing_is_wrong() -> None:
    assert Form.read(repacked(FORM)).places
