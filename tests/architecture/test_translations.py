"""Every text of the pages has its Korean, one Korean, and nothing else stands in the catalogues."""

import ast
from collections import defaultdict

from support.source import ROOT, ours, product
from support.texts import LETTERS, catalogues, english, korean, unmarked

# Names, and what is the same in every language.
SAME_EVERYWHERE = {"Gilmok", "길목", "한국어", "English", "CSV", "JSON", "TOML", "Enter"}


def test_every_text_has_its_korean() -> None:
    known = {each.ids[0] for each in korean()}
    assert {text: place for texts in english().values() for text, place in texts.items() if text not in known} == {}


def test_no_korean_is_empty_or_unsure() -> None:
    assert [each.where for each in korean() if each.fuzzy or not all(each.texts)] == []


def test_no_catalogue_keeps_what_is_no_longer_said() -> None:
    said = {text for texts in english().values() for text in texts}
    assert [each.where for each in korean() if each.ids[0] not in said] == []
    assert [str(path) for path, catalogue in catalogues().items() if catalogue.obsolete] == []


def test_a_modules_korean_is_of_its_own_texts() -> None:
    found = [
        each.where for each in korean() if each.where.startswith("plugins/")
        if each.ids[0] not in english()["/".join(each.where.split("/")[:3])]
    ]
    assert found == []


def test_the_korean_names_the_same_values() -> None:
    assert [each.where for each in korean() if each.wrong_placeholders] == []


def test_the_same_text_has_the_same_korean_everywhere() -> None:
    said = defaultdict(set)
    for each in korean():
        said[each.ids[0]].add(each.texts)
    assert {text: ways for text, ways in said.items() if len(ways) > 1} == {}


def test_no_text_is_put_together_before_it_is_translated() -> None:
    found = [
        f"{source.where}:{node.lineno}"
        for source in product() for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "_lazy", "ngettext"}
        and node.args and isinstance(node.args[0], ast.JoinedStr)
    ]
    assert found == []


def test_templates_say_nothing_past_the_catalogue() -> None:
    found = {
        str(path.relative_to(ROOT)): words
        for path in ours("*.html", "core/src", "plugins") if path.parent.name != LETTERS
        if (words := set(unmarked(path.read_text("utf-8"))) - SAME_EVERYWHERE)
    }
    assert found == {}


def test_a_template_that_speaks_past_the_catalogue_is_found() -> None:
    assert unmarked('<p title="A tip">{{ _("said") }} unsaid <b>말</b></p>') == ["tip", "unsaid", "말"]
