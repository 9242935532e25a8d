"""Fills a council's Word file: the words of a record go where the file's tags say.

What people wrote is text and never markup: it is escaped, and no tag in it is read. The file itself is trusted no
further than its tags need (a sandbox): anybody who can write to the folder may have put it there.
"""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from ..domain.record.workbook import Filling
from .word_direction import turn
from .words import day
from .workbook_words import words_of

_NO_LETTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_HOLDS_WORDS = {qn("w:t"), qn("w:instrText"), qn("w:delText")}


class WorkbookError(Exception):
    """The Word file cannot be filled. The message names the file and what is wrong, and quotes nothing of a record."""


def workbook_of(filling: Filling, file: Path) -> bytes:
    """Returns the filled Word file: the same filling and file give the same bytes. Raises WorkbookError if the file is
    wrong.
    """
    try:
        made = _Checked(str(file))
        made.render(_clean(words_of(filling)), _environment(), autoescape=True)
        return _bytes(made, filling)
    except UndefinedError as error:
        raise WorkbookError(
            f"{file.name}: A tag names something a workbook does not have: {_plainer(error)}."
        ) from None
    except SecurityError:
        raise WorkbookError(f"{file.name}: A tag does something that tags may not do.") from None
    except TemplateError as error:
        raise WorkbookError(f"{file.name}: A tag is not written as tags are: {error.message or 'unknown'}.") from None
    except etree.XMLSyntaxError:
        raise WorkbookError(
            f"{file.name}: A tag opens in one place and closes in another: “for”, “if” and their ends each need a "
            "paragraph ({%p …%}) or a row ({%tr …%}) to themselves."
        ) from None
    except WorkbookError as error:
        raise WorkbookError(f"{file.name}: {error}") from None
    except Exception as error:  # noqa: BLE001 - its text may quote the record; only its kind is told
        raise WorkbookError(
            f"{file.name}: This is not a Word file that can be filled ({type(error).__name__})."
        ) from None


def _environment() -> Any:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def _plainer(error: UndefinedError) -> str:
    return re.sub(r"'dict object' has no attribute ", "", str(error.message)).removesuffix(" is undefined")


class _Checked(DocxTemplate):  # type: ignore[misc]
    """A template that refuses broken XML. docxtpl reads it as well as it can, drops the rest and would lose words
    silently.
    """

    def build_xml(self, context: Any, jinja_env: Any = None) -> Any:
        found = super().build_xml(context, jinja_env)
        for one in etree.fromstring(found.encode()).iter():
            stray = f"{'' if one.tag in _HOLDS_WORDS else one.text or ''}{one.tail or ''}"
            if isinstance(one.tag, str) and stray.strip() and one.tag.startswith(f"{{{one.nsmap.get('w', '-')}}}"):
                raise WorkbookError("Words would be lost: write {{ … }} for them, without p, tr or tc.")
        return found


def _clean(value: Any) -> Any:
    """Returns the value without characters that XML or docxtpl take for something else."""
    if isinstance(value, str):
        return _NO_LETTERS.sub("", value.replace("\r\n", "\n").replace("\t", " "))
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items()}
    return [_clean(one) for one in value] if isinstance(value, list) else value


def _bytes(made: _Checked, filling: Filling) -> bytes:
    """Returns the file, with no one's name in its properties and with one fixed date inside the archive."""
    turn(made.docx)
    properties, head = made.docx.core_properties, filling.record.head
    properties.title = f"{head.title}: workbook, {day(head.date)}"
    properties.author = properties.last_modified_by = properties.comments = properties.subject = ""
    properties.created = properties.modified = datetime.fromisoformat(head.date)
    first, out = io.BytesIO(), io.BytesIO()
    made.docx.save(first)
    with zipfile.ZipFile(first) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in read.namelist():
            fixed.writestr(zipfile.ZipInfo(name), read.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
