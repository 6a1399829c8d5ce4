"""The dependencies of the workspace: the core and every module beside it, wherever this checkout lies.

Plain names would be looked up in a package index, where they are not ours; a `file:` address needs the absolute folder,
which only the machine that installs can know.
"""

from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface


class CustomMetadataHook(MetadataHookInterface):
    """Adds one `name @ file:` dependency for each distribution of this checkout."""

    def update(self, metadata: dict[str, object]) -> None:
        """Set `dependencies` to the core with its extras and the modules, in a stable order."""
        root = Path(self.root)
        plugins = sorted(file.parent for file in root.glob("plugins/*/pyproject.toml"))
        modules = [f"gilmok-{folder.name.replace('_', '-')} @ {folder.as_uri()}" for folder in plugins]
        # By its plain name, too, as modules ask for it: older pips do not see it in the one with extras.
        core = (root / "core").as_uri()
        metadata["dependencies"] = [f"gilmok @ {core}", f"gilmok[pdf] @ {core}", *modules]
