"use strict";
// Without this script the page shows every fact; with it, facts can be filtered and sorted.
const form = document.querySelector(".filter");
const body = document.querySelector("#facts tbody");
const rows = Array.from(body.rows);
const SUGGESTED = 200;

function apply() {
  const wanted = new FormData(form);
  const words = (name) => String(wanted.get(name)).trim().toLowerCase();
  let shown = 0;
  for (const row of rows) {
    const fits = (!wanted.get("kind") || row.dataset.kind === wanted.get("kind")) &&
      row.dataset.subject.includes(words("subject")) &&
      row.dataset.measure.includes(words("measure"));
    row.hidden = !fits;
    shown += fits;
  }
  form.querySelector("output").textContent = `${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")} facts`;
}

// The most frequent subjects or measures, for the browser to suggest.
function suggest(name) {
  const counted = new Map();
  for (const { dataset } of rows) if (dataset[name]) counted.set(dataset[name], (counted.get(dataset[name]) ?? 0) + 1);
  const list = document.createElement("datalist");
  list.id = `${name}s`;
  for (const [said] of [...counted].sort((a, b) => b[1] - a[1]).slice(0, SUGGESTED)) list.append(new Option(said));
  form.append(list);
  form.elements[name].setAttribute("list", list.id);
}

// Numbers come before words, by their size; words in the order of the alphabet, with the numbers in them by size.
const order = new Intl.Collator("en", { numeric: true });
function compare([one], [other]) {
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one === typeof other) return order.compare(one, other);
  return typeof one === "number" ? -1 : 1;
}

function sort(header, column) {
  const down = header.getAttribute("aria-sort") === "ascending";
  document.querySelectorAll("#facts th").forEach((other) => other.removeAttribute("aria-sort"));
  header.setAttribute("aria-sort", down ? "descending" : "ascending");
  const keyed = rows.map((row) => {
    const cell = row.cells[column];
    return [cell.dataset.number === undefined ? cell.textContent : Number(cell.dataset.number), row];
  });
  keyed.sort((a, b) => (down ? -1 : 1) * compare(a, b));
  const sorted = document.createDocumentFragment();
  for (const [, row] of keyed) sorted.append(row);
  body.append(sorted);
}

form.addEventListener("input", apply);
form.addEventListener("reset", () => setTimeout(apply));
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelectorAll("#facts th").forEach((header, column) => {
  const button = document.createElement("button");
  button.append(...header.childNodes);
  button.addEventListener("click", () => sort(header, column));
  header.append(button);
});
form.hidden = false;
for (const name of ["subject", "measure"]) suggest(name);
apply();
// Headings and what a link leads to stand below the bar of the filter.
new ResizeObserver(() => {
  const high = getComputedStyle(form).position === "sticky" ? form.offsetHeight : 0;
  document.documentElement.style.setProperty("--bar", `${high}px`);
}).observe(form);
