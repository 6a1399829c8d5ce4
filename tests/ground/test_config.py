"""Settings: environment before file before default, and every problem named at once."""

import stat
from pathlib import Path

import pytest

from gilmok.ground import config
from gilmok.ground.config import WrongSettings
from gilmok.ground.installation import logins

KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
KEYS = {"GILMOK_SECRET_KEY": KEY, "GILMOK_FIELD_KEY": KEY, "GILMOK_INDEX_KEY": KEY}


@pytest.fixture(autouse=True)
def somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_missing_and_wrong_setting_is_named_at_once() -> None:
    with pytest.raises(WrongSettings) as wrong:
        config.load({"GILMOK_PORT": "many", "GILMOK_TODAY": "someday", "GILMOK_COLOUR": "blue"})
    said = dict(problem.split(": ") for problem in wrong.value.problems)
    assert said.keys() == {*KEYS, "GILMOK_PORT", "GILMOK_TODAY", "GILMOK_COLOUR"}
    assert said["GILMOK_PORT"] == "must be a whole number from 1 to 65535"
    assert said["GILMOK_TODAY"] == "must be a day, written 2026-11-22"


def test_the_environment_goes_before_the_file() -> None:
    Path("gilmok.toml").write_text("port = 9000\nthreads = 2\n")
    settings = config.load({**KEYS, "GILMOK_PORT": "9001"})
    assert (settings.port, settings.threads) == (9001, 2)


def test_settings_show_neither_keys_nor_passwords() -> None:
    settings = config.load({**KEYS, "GILMOK_DATABASE_URL": "postgresql://gilmok:sesame@db/gilmok"})
    shown = repr(settings)
    assert "port=8000" in shown
    assert [each for each in (repr(settings.secret_key), repr(settings.field_key), "sesame") if each in shown] == []


def test_a_named_file_that_is_missing_is_said() -> None:
    with pytest.raises(WrongSettings, match=r"there is no file nowhere\.toml"):
        config.load({**KEYS, "GILMOK_CONFIG": "nowhere.toml"})


def test_a_file_that_is_no_toml_is_said() -> None:
    Path("gilmok.toml").write_text("port is 9000")
    with pytest.raises(WrongSettings, match=r"gilmok\.toml"):
        config.load(KEYS)


@pytest.mark.parametrize("key", ["short", "AAEC", "한글"])
def test_a_key_that_is_not_32_bytes_is_refused(key: str) -> None:
    with pytest.raises(WrongSettings, match="GILMOK_FIELD_KEY: must be 32 bytes"):
        config.load({**KEYS, "GILMOK_FIELD_KEY": key})


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_any_usual_postgresql_url_is_taken(scheme: str) -> None:
    settings = config.load({**KEYS, "GILMOK_DATABASE_URL": f"{scheme}://me@localhost/mine"})
    assert settings.database_url == "postgresql+psycopg://me@localhost/mine"


def test_another_database_is_refused() -> None:
    with pytest.raises(WrongSettings, match="GILMOK_DATABASE_URL"):
        config.load({**KEYS, "GILMOK_DATABASE_URL": "sqlite:///mine.db"})


def test_an_owner_of_no_database_is_refused() -> None:
    owner = "postgresql://owner@localhost/mine"
    with pytest.raises(WrongSettings, match="GILMOK_OWNER_URL"):
        logins(config.load({**KEYS, "GILMOK_OWNER_URL": owner}))


def test_one_login_does_everything_where_no_owner_is_named() -> None:
    one, owner = "postgresql+psycopg://one@localhost/mine", "postgresql+psycopg://owner@localhost/mine"
    assert logins(config.load({**KEYS, "GILMOK_DATABASE_URL": one})) == (one, one)
    assert logins(config.load({**KEYS, "GILMOK_DATABASE_URL": one, "GILMOK_OWNER_URL": owner})) == (one, owner)


def test_made_secrets_are_kept_and_readable_by_the_owner_only() -> None:
    first = config.load({}, make_secrets=True)
    assert config.load({}, make_secrets=True) == first
    assert stat.S_IMODE(Path("var/secrets.toml").stat().st_mode) == 0o600


def test_a_set_key_goes_before_a_made_one() -> None:
    made = config.load({}, make_secrets=True)
    assert config.load({"GILMOK_FIELD_KEY": KEY}, make_secrets=True).field_key != made.field_key


@pytest.mark.parametrize(("word", "meant"), [("yes", True), ("0", False), ("ON", True)])
def test_a_yes_or_no_is_read_in_any_usual_form(word: str, meant: bool) -> None:
    assert config.load({**KEYS, "GILMOK_SECURE_COOKIES": word}).secure_cookies is meant


def test_a_process_that_makes_no_keys_uses_those_that_are_kept(tmp_path: Path) -> None:
    made = config.load({"GILMOK_VAR": str(tmp_path)}, make_secrets=True)
    assert config.load({"GILMOK_VAR": str(tmp_path)}).field_key == made.field_key
