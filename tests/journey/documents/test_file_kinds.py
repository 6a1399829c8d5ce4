"""What a file is, is told by its content; its name is made harmless."""

import pytest
from support.files import HEIC, JPEG, PDF, PNG, REFUSED, TAKEN, TXT

from gilmok.journey.documents.evidence import LARGEST, Piece, examine
from gilmok.journey.documents.kinds import kind_of
from gilmok.journey.documents.names import clean_name


@pytest.mark.parametrize("ending", TAKEN)
def test_evidence_of_every_kind_is_taken(ending: str) -> None:
    piece = examine(f"자료.{ending}", TAKEN[ending])
    assert isinstance(piece, Piece)
    assert piece.name == f"자료.{ending}"


@pytest.mark.parametrize("name", REFUSED)
def test_what_could_harm_is_refused(name: str) -> None:
    assert isinstance(examine(name, REFUSED[name]), str)


@pytest.mark.parametrize(("name", "content", "kept"), [
    ("photo", JPEG, "photo.jpg"), ("photo.jpg", PNG, "photo.png"), ("사진.JPEG", JPEG, "사진.JPEG"),
    ("IMG_1.jpg", HEIC, "IMG_1.heic"), ("", PDF, "file.pdf"), (".htaccess", TXT, "htaccess.txt"),
])
def test_a_name_gets_the_ending_of_its_content(name: str, content: bytes, kept: str) -> None:
    piece = examine(name, content)
    assert isinstance(piece, Piece)
    assert piece.name == kept


@pytest.mark.parametrize(("name", "clean"), [
    ("../../etc/passwd", "passwd"), ("C:\\Users\\kim\\월급.pdf", "월급.pdf"), ("a\x00b.pdf", "ab.pdf"),
    ("evil\u202efdp.exe", "evilfdp.exe"), ("..", ""), ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie_ x.pdf"),
    ("\u1112\u1161\u11ab.pdf", "한.pdf"), ("a" * 300 + ".pdf", "a" * 116 + ".pdf"),
])
def test_a_name_is_made_harmless(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@pytest.mark.parametrize("name", ["850101-1234567.pdf", "８５０１０１-1234567.pdf", "주민 850101\u200b-1234567.pdf"])
def test_a_name_with_an_identification_number_is_refused_and_not_repeated(name: str) -> None:
    said = examine(name, PDF)
    assert isinstance(said, str)
    assert "1234567" not in said


def test_nothing_and_too_much_are_refused() -> None:
    assert isinstance(examine("empty.txt", b""), str)
    assert isinstance(examine("large.pdf", PDF + bytes(LARGEST)), str)
    assert isinstance(examine("just.txt", b"a" * LARGEST), Piece)


def test_texts_in_korean_encodings_are_text() -> None:
    for encoding in ("utf-8", "utf-8-sig", "cp949", "utf-16"):
        kind = kind_of("체불 임금 대화".encode(encoding))
        assert kind is not None
        assert kind.code == "txt"
