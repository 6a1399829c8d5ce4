"""The keys that an installation makes for itself where none are set."""

import base64
import os
import secrets
import tomllib
from pathlib import Path

from gilmok.ground.readers import KEY_BYTES

SECRETS = ("secret_key", "field_key", "index_key")


def kept_secrets(var: Path) -> dict[str, str]:
    """The keys in `var/secrets.toml`, made at the first call; the file is readable by its owner only."""
    file = var / "secrets.toml"
    if not file.exists():
        var.mkdir(parents=True, exist_ok=True)
        lines = [f'{name} = "{base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()}"' for name in SECRETS]
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write("\n".join(lines) + "\n")
    return tomllib.loads(file.read_text("utf-8"))
