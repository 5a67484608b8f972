"use strict";
// Without this script the page shows every fact; with it, facts can be filtered and sorted.
const form = document.querySelector(".filter");
const body = document.querySelector("#facts tbody");
const rows = Array.from(body.rows);

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
  form.querySelector("output").textContent = `${shown} of ${rows.length} facts`;
}

function key(row, column) {
  const cell = row.cells[column];
  return cell.dataset.sort ?? cell.textContent;
}

function sort(header, column) {
  const down = header.getAttribute("aria-sort") === "ascending";
  document.querySelectorAll("#facts th").forEach((other) => other.removeAttribute("aria-sort"));
  header.setAttribute("aria-sort", down ? "descending" : "ascending");
  const order = new Intl.Collator("en", { numeric: true });
  rows.sort((a, b) => (down ? -1 : 1) * order.compare(key(a, column), key(b, column)));
  body.append(...rows);
}

form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelectorAll("#facts th").forEach((header, column) => {
  const button = document.createElement("button");
  button.append(...header.childNodes);
  button.addEventListener("click", () => sort(header, column));
  header.append(button);
});
form.hidden = false;
apply();
