"""The keys that an installation makes for itself where none are set."""

import base64
import os
import secrets
import stat
import tempfile
import tomllib
from contextlib import suppress
from pathlib import Path

from gilmok.ground.readers import KEY_BYTES

SECRETS = ("secret_key", "field_key", "index_key")


def has_secrets(var: Path) -> bool:
    """Whether keys are kept there."""
    return (var / "secrets.toml").exists()


def kept_secrets(var: Path) -> dict[str, str]:
    """The keys in `var/secrets.toml`, made at the first call; the file is readable by its owner only."""
    file = var / "secrets.toml"
    if not file.exists():
        make_secrets(file)
    # A copy or a restored backup may have lost that nobody else can read it.
    if stat.S_IMODE(file.stat().st_mode) & 0o077:
        file.chmod(0o600)
    return tomllib.loads(file.read_text("utf-8"))


def make_secrets(file: Path) -> None:
    """Make the file whole or not at all, and of two processes that make it at once only one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [f'{name} = "{base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()}"' for name in SECRETS]
    made, path = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(made, "w") as out:
        out.write("\n".join(lines) + "\n")
        out.flush()
        os.fsync(out.fileno())
    with suppress(FileExistsError):
        os.link(path, file)
    os.unlink(path)
