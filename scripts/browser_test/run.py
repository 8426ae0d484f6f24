"""Looks at each page of a folder of reports; `scripts/browser-test` prepares all that it needs.

    run.py REPORTS PICTURES AXE
"""

import base64
import pathlib
import re
import subprocess
import sys
import time

from chromium import Chromium

WIDTHS = (1280, 700, 320)
SCHEMES = ("light", "dark")
# No text of a chart is smaller on a screen, in CSS pixels.
SMALLEST_TEXT = 10
FUNCTIONS = pathlib.Path(__file__).with_name("page.js").read_text(encoding="utf-8")


class Visit:
    """One page in the browser, with what was found wrong in it."""

    def __init__(self, browser, path, name, axe):
        self.browser = browser
        self.name = name
        self.problems = []
        self.note("loading", browser.open(path.resolve().as_uri()))
        browser.evaluate(FUNCTIONS)
        if axe:
            browser.evaluate(axe)
        self.has_axe = bool(axe)

    def note(self, where, problems):
        self.problems += [f"{self.name}, {where}: {problem}" for problem in problems]

    def ask(self, where, expression):
        self.note(where, self.browser.evaluate(expression))

    def look(self, where):
        for question in ("overflow()", f"smallText({SMALLEST_TEXT})", "outside()"):
            self.ask(where, question)

    def judge(self, where):
        if self.has_axe:
            self.ask(where, "violations()")

    def open_tables(self, is_open):
        flag = "true" if is_open else "false"
        self.browser.evaluate(f"document.querySelectorAll('details').forEach((d) => d.open = {flag})")

    def picture(self, file):
        height = self.browser.evaluate("document.documentElement.scrollHeight")
        width = self.browser.evaluate("document.documentElement.clientWidth")
        # Chromium draws at most 16,384 pixels in one piece.
        for index, top in enumerate(range(0, height, 8000)):
            clip = {"x": 0, "y": top, "width": width, "height": min(8000, height - top), "scale": 1}
            data = self.browser.call("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)["data"]
            file.with_name(f"{file.stem}-{index + 1}.png").write_bytes(base64.b64decode(data))


def screens(visit, pictures):
    for width in WIDTHS:
        for scheme in SCHEMES:
            where = f"{width} px {scheme}"
            visit.browser.view(width, prefers_color_scheme=scheme)
            visit.open_tables(False)
            visit.look(where)
            visit.picture(pictures / f"{visit.name}-{width}-{scheme}.png")
            visit.open_tables(True)
            visit.look(f"{where}, tables open")
            visit.judge(where)
    visit.open_tables(False)


def readers(visit):
    """Those who see or move differently."""
    browser = visit.browser
    for scheme in SCHEMES:
        browser.view(1280, prefers_contrast="more", prefers_color_scheme=scheme)
        visit.judge(f"more contrast, {scheme}")
    browser.view(1280, forced_colors="active")
    visit.look("forced colours")
    browser.view(1280, prefers_reduced_motion="reduce")
    if browser.evaluate("getComputedStyle(document.documentElement).scrollBehavior") != "auto":
        visit.note("reduced motion", ["the page scrolls smoothly"])
    browser.view(1280)
    browser.evaluate("document.documentElement.style.fontSize = '200%'")
    visit.open_tables(True)
    visit.ask("text of 200 %", "overflow()")
    visit.open_tables(False)
    browser.evaluate("document.documentElement.style.fontSize = ''")
    # Without smooth scrolling what has the focus is in sight at once.
    browser.view(1280, prefers_reduced_motion="reduce")
    reachable = browser.evaluate("document.querySelectorAll('a[href], summary').length")
    for number in range(1, 1 + min(3, reachable)):
        for kind in ("keyDown", "keyUp"):
            browser.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        visit.ask(f"focus {number}", "invisibleFocus()")


def paper(visit, pictures):
    visit.browser.view(1280)
    captions = visit.browser.evaluate("[...document.querySelectorAll('caption')].map((c) => c.textContent)")
    pdf = base64.b64decode(visit.browser.call("Page.printToPDF", preferCSSPageSize=True)["data"])
    file = pictures / f"{visit.name}.pdf"
    file.write_bytes(pdf)
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    pages = text.split("\f")[:-1]
    unnumbered = [
        number for number, page in enumerate(pages, 1)
        if not re.search(rf"\b{number}\D+{len(pages)}\s*$", page.rstrip())
    ]  # fmt: skip
    if unnumbered:
        visit.note("print", [f"no page number on {unnumbered}"])
    flat = re.sub(r"\s+", "", text)
    missing = [caption for caption in captions if re.sub(r"\s+", "", caption) not in flat]
    visit.note("print", [f"no table `{caption}`" for caption in missing[:3]])
    return len(pages)


def main():
    reports, pictures = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    axe_file = pathlib.Path(sys.argv[3])
    axe = axe_file.read_text(encoding="utf-8") if axe_file.exists() else None
    pictures.mkdir(parents=True, exist_ok=True)
    paths = sorted(path for path in reports.rglob("*.html") if "held-back" not in path.parts)
    problems = []
    with Chromium() as browser:
        for path in paths:
            start = time.monotonic()
            name = "-".join(path.relative_to(reports).with_suffix("").parts)
            visit = Visit(browser, path, name, axe)
            screens(visit, pictures)
            readers(visit)
            pages = paper(visit, pictures)
            problems += visit.problems
            print(
                f"{name}: {len(visit.problems)} problems, {pages} pages of paper, "
                f"{time.monotonic() - start:.0f} s"
            )
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(paths)} pages looked at, {len(problems)} problems; pictures in {pictures}")
    return 1 if problems or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
