"""What the wall measures out of sight is as high as what then stands on it, below a sub heading and below another entry."""

import pytest
from playwright.sync_api import Page

from tests.unit.test_house_rules import STATIC

SHEETS = ("css/tokens.css", "css/base.css", "css/projector.css")
STANDS = """async ([size, groups]) => {
  const [{ measured }, { heightOf }, { Pieces }, { PLAIN }, { render }, { h }] = await Promise.all(
    ["projector/measure.js", "projector/page_breaks.js", "projector/paged_list.js", "projector/entries.js", "vendor/preact.js",
     "board/kit/html.js"].map(path => import("/" + path)));
  const area = document.createElement("div");
  area.className = "paged fitted";
  area.style.cssText = "width: 40rem; height: 90rem";
  document.body.append(area);
  const entries = groups.map((group, n) => ({ ...PLAIN, key: "e" + n, point: "e" + n, group, text: "He came to school without breakfast. ".repeat(1 + n % 3), chip: "Health" }));
  const pieces = measured(area, { beside: false, brief: false, halves: false, size }, entries);
  const fit = document.createElement("div");
  fit.dataset.fit = String(size);
  area.append(fit);
  render(h(Pieces, { pieces, beside: false, brief: false, level: 2 }), fit);
  return [heightOf(pieces, ""), fit.firstElementChild.getBoundingClientRect().height];
}"""


@pytest.mark.parametrize("size", range(4))
@pytest.mark.parametrize("groups", [["Harm"] * 6, [""] * 6, ["Harm", "Harm", "Danger", "Danger", "", ""]])
def test_a_list_is_as_high_as_it_was_measured(page: Page, size: int, groups: list[str]) -> None:
    for sheet in SHEETS:
        page.add_style_tag(path=STATIC[0] / sheet)
    reckoned, stands = page.evaluate(STANDS, [size, groups])
    assert stands <= reckoned + 1, (reckoned, stands)
    assert stands >= reckoned - 30, "so much room is left that larger letters would fit"
