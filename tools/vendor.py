"""Copies the browser libraries and icons that we serve out of js/node_modules (`make vendor`).

The libraries stay as their makers published them, with two exceptions: bare imports become relative, because we have no
import map, and source-map lines are removed, because the maps are not served. VENDOR.md names every file with its
version, licence and sha384; tests/unit/test_vendor.py computes the hashes again. axe-core is under the MPL and for
tests only, so it lies in tests/vendor, from which nothing is served.
"""

import base64
import hashlib
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = ROOT / "js" / "node_modules"
STATIC = ROOT / "meeting_server" / "static"
SERVED = STATIC / "vendor"
TEST_ONLY = ROOT / "tests" / "vendor"

SVG = "{http://www.w3.org/2000/svg}"
# fmt: off
ICONS = (
    "check", "chevron-left", "chevron-right", "circle-question-mark", "clock", "cloud-rain", "ellipsis", "eye",
    "eye-off", "file-text", "footprints", "hand", "lock", "log-out", "message-circle", "move-right", "pencil", "plus",
    "ruler", "sprout", "star", "sunrise", "triangle-alert", "undo-2", "users", "wifi-off", "x",
)
# fmt: on


@dataclass(frozen=True)
class Library:
    """One file to copy: the npm package and the file in it, our name for it, and how others import it."""

    package: str
    source: str
    name: str
    bare: str
    default_export: bool = False

    @property
    def slug(self) -> str:
        return self.package.strip("@").replace("/", "-")


MODULES_WE_SERVE = (
    Library("preact", "dist/preact.module.js", "preact.js", "preact"),
    Library("preact", "hooks/dist/hooks.module.js", "preact-hooks.js", "preact/hooks"),
    Library("htm", "dist/htm.module.js", "htm.js", "htm", default_export=True),
    Library("@preact/signals-core", "dist/signals-core.module.js", "signals-core.js", "@preact/signals-core"),
    Library("@preact/signals", "dist/signals.module.js", "signals.js", "@preact/signals"),
    Library("socket.io-client", "dist/socket.io.esm.min.js", "socket.io.js", "socket.io-client"),
)
AXE = Library("axe-core", "axe.min.js", "axe.min.js", "axe-core")
LUCIDE = Library("lucide-static", "icons", "icons.svg", "lucide-static")

WRITTEN_BY = "Written by `make vendor` from the versions in `js/package.json`; the files are not edited by hand.\n"
SERVED_HEADING = f"""# What we serve from others

{WRITTEN_BY}Changed against what the makers published: bare imports made relative, source-map lines dropped,
the icons gathered in one sprite.

"""
TEST_ONLY_HEADING = f"""# What only the tests use from others

{WRITTEN_BY}As the makers published it, and never served.

"""
TABLE = "| File | Package | Version | Licence | sha384 |\n|---|---|---|---|---|\n"


def relative_imports(text: str) -> str:
    """Returns the module with each bare import replaced by our file of it. Raises KeyError for one that we do
    not have.
    """
    ours = {library.bare: f"./{library.name}" for library in MODULES_WE_SERVE}
    return re.sub(r'(\bfrom|\bimport)"([^"./][^"]*)"', lambda found: f'{found[1]}"{ours[found[2]]}"', text)


def without_source_map(text: str) -> str:
    return re.sub(r"\n?//# sourceMappingURL=\S+\s*$", "\n", text)


def types_of(library: Library) -> str:
    """Returns a declaration for tsc that gives the minified file the types its makers published."""
    default = f'export {{ default }} from "{library.bare}";\n' if library.default_export else ""
    return f'export * from "{library.bare}";\n{default}'


def sprite(folder: Path) -> str:
    """Returns our icons as symbols named like the icons, drawn in the colour of the text around them.

    Each symbol states the drawing style, because the content of <use> inherits from the page, not from the root.
    """
    style = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    symbols = (
        f'<symbol id="{name}" viewBox="0 0 24 24" {style}>{shapes(folder / f"{name}.svg")}</symbol>' for name in ICONS
    )
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"


def shapes(icon: Path) -> str:
    parts = []
    for shape in ET.parse(icon).getroot():  # noqa: S314  (the file is the one the lock names)
        attributes = " ".join(f'{key}="{value}"' for key, value in shape.attrib.items())
        parts.append(f"<{shape.tag.removeprefix(SVG)} {attributes}/>")
    return "".join(parts)


def sha384(content: bytes) -> str:
    return base64.b64encode(hashlib.sha384(content).digest()).decode()


def row(library: Library, file: Path, shown_as: str) -> str:
    about = json.loads((MODULES / library.package / "package.json").read_text("utf-8"))
    hashed = sha384(file.read_bytes())
    return f"| {shown_as} | {library.package} | {about['version']} | {about['license']} | {hashed} |\n"


def copy_licence(library: Library, folder: Path) -> None:
    text = (MODULES / library.package / "LICENSE").read_text("utf-8")
    (folder / f"LICENCE-{library.slug}.txt").write_text(text.rstrip() + "\n", "utf-8", newline="\n")


def copy(library: Library, folder: Path, text: str) -> str:
    """Writes this text of the library and its licence into the folder, and returns its row of VENDOR.md."""
    file = folder / library.name
    file.write_text(text, "utf-8", newline="\n")
    copy_licence(library, folder)
    return row(library, file, library.name)


def published(library: Library) -> str:
    return (MODULES / library.package / library.source).read_text("utf-8")


def vendor_modules() -> list[str]:
    rows = []
    for library in MODULES_WE_SERVE:
        rows.append(copy(library, SERVED, without_source_map(relative_imports(published(library)))))
        (SERVED / library.name).with_suffix(".d.ts").write_text(types_of(library), "utf-8", newline="\n")
    return rows


def vendor_icons() -> str:
    icons = STATIC / LUCIDE.name
    icons.write_text(sprite(MODULES / LUCIDE.package / LUCIDE.source), "utf-8", newline="\n")
    copy_licence(LUCIDE, SERVED)
    return row(LUCIDE, icons, f"../{LUCIDE.name}")


def main() -> None:
    SERVED.mkdir(parents=True, exist_ok=True)
    TEST_ONLY.mkdir(parents=True, exist_ok=True)
    served = SERVED_HEADING + TABLE + "".join([*vendor_modules(), vendor_icons()])
    (SERVED / "VENDOR.md").write_text(served, "utf-8", newline="\n")
    (TEST_ONLY / "VENDOR.md").write_text(
        TEST_ONLY_HEADING + TABLE + copy(AXE, TEST_ONLY, published(AXE)), "utf-8", newline="\n"
    )


if __name__ == "__main__":
    main()
