// What a page is asked for. Each function returns a list of problems, empty when all is well.

function overflow() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.right > width + 0.5 && !element.closest(".skip, .patterns, thead");
  });
  return [`${document.documentElement.scrollWidth} px wide: ${wide.slice(-3).map(describe).join(", ")}`];
}

function smallText(smallest) {
  const found = [];
  for (const chart of document.querySelectorAll("svg.chart")) {
    const box = chart.getBoundingClientRect();
    if (box.width === 0) continue;
    const scale = box.width / chart.viewBox.baseVal.width;
    for (const text of chart.querySelectorAll("text")) {
      const size = parseFloat(getComputedStyle(text).fontSize) * scale;
      if (size < smallest) found.push(`${size.toFixed(1)} px: ${text.textContent} in ${chart.dataset.chart}`);
    }
  }
  return found.slice(0, 3);
}

// Text that stands out of the drawing it belongs to, by the fonts of this machine.
function outside() {
  const found = [];
  for (const chart of document.querySelectorAll("svg.chart")) {
    const box = chart.getBoundingClientRect();
    if (box.width === 0) continue;
    for (const text of chart.querySelectorAll("text")) {
      const own = text.getBoundingClientRect();
      if (own.width > 0 && (own.left < box.left - 8 || own.right > box.right + 8)) {
        found.push(`${text.textContent} stands out of ${chart.dataset.chart}`);
      }
    }
  }
  return found.slice(0, 3);
}

function invisibleFocus() {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  if (element === document.body) return ["the tab key reaches nothing"];
  if (box.bottom <= 0 || box.top >= innerHeight) return [`${describe(element)} has the focus out of sight`];
  return style.outlineStyle === "none" ? [`${describe(element)} shows no focus`] : [];
}

async function violations() {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const result = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return result.violations.map((rule) =>
    `axe ${rule.id}: ${rule.nodes.length} times, first ${rule.nodes[0].target.join(" ")} (${rule.nodes[0].any[0]?.message ?? rule.help})`);
}

function describe(element) {
  return element.tagName.toLowerCase() + (element.id ? `#${element.id}` : "") +
    [...element.classList].map((name) => `.${name}`).join("");
}
