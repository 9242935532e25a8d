"""Finds a workbook's Word file: a council's own in WORKBOOKS_DIR wins over ours by name."""

from pathlib import Path

from ..domain.template.parts import Workbook

OURS = Path(__file__).parent.parent / "workbooks"


class NoWorkbookFile(Exception):
    """The Word file that a template names is nowhere. The message says which file and where it was looked for."""


def workbook_file(workbook: Workbook | None, folder: Path | None) -> Path:
    """Returns the Word file of this workbook. NoWorkbookFile: the template has none, or there is none of that name."""
    if workbook is None:
        raise NoWorkbookFile("This kind of meeting has no workbook.")
    name = f"{workbook.file}.docx"
    folders = [*([folder] if folder else []), OURS]
    for one in folders:
        if (one / name).is_file():
            return one / name
    looked = " or ".join(one.name for one in folders)
    raise NoWorkbookFile(f"workbook.file: There is no {name} in {looked}.")
