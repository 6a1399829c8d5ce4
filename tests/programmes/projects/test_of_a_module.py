"""What is published of a module's programmes in its regions stands on its page, and nothing else."""

from support.house import House
from support.projects import project_of

from .conftest import By


def test_the_page_of_a_module_shows_what_is_published_of_its_programmes_in_its_regions(house: House, by: By) -> None:
    project_of(house, title="디지털산업 실태 사업", published=True, programme="H1", region="southwest")
    project_of(house, title="봉제 공임 사업", published=True, programme="H1", region="northeast")
    project_of(house, title="아직 준비 중인 사업", programme="H1", region="southwest")
    page = by("sicheong").get("/modules/southwest")
    assert "디지털산업 실태 사업" in page.text
    assert "봉제 공임 사업" not in page.text
    assert "아직 준비 중인 사업" not in page.text
    assert page.click("디지털산업 실태 사업").heading == "디지털산업 실태 사업"
