import { expect, test } from "vitest";
import { elementsIn, rowsIn } from "@/scripts/bench/html";

const page = `<!DOCTYPE html><html><body><!--$--><table><thead><tr><th>名</th></tr></thead>
<tbody class="x"><tr><td>央金</td></tr><tr><td>a &lt;b</td></tr></tbody></table>
<table><tbody><tr><td/></tr></tbody></table><script nonce="n">self.x("<tbody><tr>")</script></body></html>`;

test("the rows of a page are those of the bodies of its tables", () => {
  expect(rowsIn(page)).toBe(3);
  expect(rowsIn("<table><thead><tr></tr></thead></table>")).toBe(0);
});

test("elements are counted without comments, ends and what lies in scripts", () => {
  expect(elementsIn(page)).toBe(15);
});
