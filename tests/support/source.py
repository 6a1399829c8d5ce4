"""What the source says of itself: its modules, functions, lines, imports and remarks, for the rules of the house."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {".git", ".venv", "node_modules", "var", "vendor", "dist", "build", "__pycache__", ".hypothesis"}
NOT_READ = NOT_OURS | {"migrations"}
NO_CODE = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING,
    tokenize.ENDMARKER,
}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DOCUMENTED = (ast.Module, ast.ClassDef, *FUNCTIONS)
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.Assert, ast.comprehension)
Function = ast.FunctionDef | ast.AsyncFunctionDef
Imported = tuple[str, str]
REMARK = re.compile(r"#\s*(noqa|type:\s*ignore)(?P<code>:\s*[A-Z]+\d+|\[[\w, -]+\])?(?P<reason>\s+#\s*\S.*)?")


@dataclass(frozen=True)
class Def:
    """A function: where it is, its lines of code without its docstring, its branches plus one, its missing types."""

    where: str
    name: str
    lines: int
    complexity: int
    untyped: int


@dataclass(frozen=True)
class Source:
    """A module of ours as it is written; each file is read and taken apart once, and only as far as a test asks."""

    path: Path
    name: str

    @property
    def text(self) -> str:
        """What stands in it."""
        return text_of(self.path)

    @property
    def tree(self) -> ast.Module:
        """Its statements."""
        return tree_of(self.path)

    @property
    def code(self) -> frozenset[int]:
        """The lines with code on them: no comments, no docstrings."""
        return code_lines(self.path)

    @property
    def length(self) -> int:
        """Its lines, comments and blank ones too."""
        return len(self.text.splitlines())

    @property
    def where(self) -> str:
        """Its path in the checkout."""
        return str(self.path.relative_to(ROOT))

    @cached_property
    def functions(self) -> list[Def]:
        """Each function, nested ones too."""
        return [measured(self, node) for node in ast.walk(self.tree) if isinstance(node, FUNCTIONS)]

    @property
    def imports(self) -> list[Imported]:
        """What it imports, anywhere, as (module, name); the name is empty for `import module`."""
        return [each for node in ast.walk(self.tree) for each in imported(node, self)]

    @property
    def remarks(self) -> list[tuple[str, re.Match[str]]]:
        """Where a checker is told to look away, and how."""
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        comments = [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]
        return [(f"{self.where}:{line}", found) for line, text in comments if (found := REMARK.search(text))]


def ours(pattern: str, *folders: str, skip: set[str] = NOT_OURS) -> list[Path]:
    """The files of the checkout below these folders that match, without what others wrote."""
    found = (path for folder in folders for path in sorted((ROOT / folder).glob(f"**/{pattern}")))
    return [path for path in found if path.is_file() and not skip & set(path.relative_to(ROOT).parts)]


def package_folders() -> list[Path]:
    """The `src` folder of the core and of each module."""
    return [ROOT / "core/src", *sorted(ROOT.glob("plugins/*/src"))]


@cache
def product() -> tuple[Source, ...]:
    """Every module of the core and of our modules; migrations, which are history, are left out."""
    return tuple(
        read(path, folder)
        for folder in package_folders()
        for path in ours("*.py", str(folder.relative_to(ROOT)), skip=NOT_READ)
    )


@cache
def everything() -> tuple[Source, ...]:
    """Every Python file of the checkout."""
    return tuple(read(path, ROOT) for path in ours("*.py", "."))


def read(path: Path, folder: Path) -> Source:
    """One module, named as it is imported from `folder`."""
    parts = path.relative_to(folder).with_suffix("").parts
    return Source(path, ".".join(part for part in parts if part != "__init__"))


@cache
def text_of(path: Path) -> str:
    """The text of a file."""
    return path.read_text("utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    """The statements of a module."""
    return ast.parse(text_of(path))


@cache
def code_lines(path: Path) -> frozenset[int]:
    """The lines of a module with code on them."""
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text_of(path)).readline):
        if token.type not in NO_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(tree_of(path)):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node) is not None:
            lines.difference_update(range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1))
    return frozenset(lines)


def measured(source: Source, node: Function) -> Def:
    """A function's measures."""
    lines = sum(line in source.code for line in range(node.lineno, (node.end_lineno or node.lineno) + 1))
    arguments = [*node.args.posonlyargs, *node.args.args]
    if arguments and arguments[0].arg in {"self", "cls"}:
        arguments = arguments[1:]
    arguments += [*node.args.kwonlyargs, *filter(None, (node.args.vararg, node.args.kwarg))]
    untyped = sum(each.annotation is None for each in arguments) + (node.returns is None)
    return Def(f"{source.where}:{node.lineno} {node.name}", node.name, lines, complexity(node), untyped)


def inside(node: ast.AST) -> Iterator[ast.AST]:
    """What is below a node, but for functions nested in it."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, FUNCTIONS):
            yield from inside(child)


def complexity(function: Function) -> int:
    """One, and one more for each branch, each further `and` or `or`, and each `case`."""
    total = 1
    for node in inside(function):
        total += isinstance(node, BRANCHES)
        if isinstance(node, ast.comprehension):
            total += len(node.ifs)
        elif isinstance(node, ast.BoolOp):
            total += len(node.values) - 1
        elif isinstance(node, ast.Match):
            total += len(node.cases)
    return total


def imported(node: ast.AST, source: Source) -> Iterator[Imported]:
    """What an import statement imports, as (module, name)."""
    if isinstance(node, ast.Import):
        yield from ((alias.name, "") for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = source.name.split(".")
        up = node.level - (source.path.name == "__init__.py")
        before = package[: len(package) - up] if node.level else []
        yield from ((".".join([*before, *filter(None, [node.module])]), alias.name) for alias in node.names)


def public(tree: ast.Module) -> Iterator[ast.Module | ast.ClassDef | Function]:
    """A module and its public classes, functions and methods."""
    yield tree
    waiting: list[ast.stmt] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.ClassDef, *FUNCTIONS)) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef):
            waiting.extend(node.body)
