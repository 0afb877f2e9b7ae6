import { expect, test } from "vitest";
import { listSources } from "@/tests/support/house/sources";
import {
  classesAreCarried,
  classesAreDressed,
  classesAreWhole,
  classesAreWords,
  rulesStandOnce,
  stylesAreListed,
  stylesStayShort,
} from "@/tests/support/house/styles";

const house = listSources(process.cwd());
const rules = {
  classesAreCarried,
  classesAreDressed,
  classesAreWhole,
  classesAreWords,
  rulesStandOnce,
  stylesAreListed,
  stylesStayShort,
};

test.each(Object.entries(rules))("styles: %s", (_, rule) => {
  const breaches = house.flatMap((source) => rule(source, house).map((wrong) => `${source.path}: ${wrong}`));

  expect(breaches).toEqual([]);
});

// The control: each breach, planted in a file of its own, is seen.
test.each<[keyof typeof rules, string, string, string]>([
  ["classesAreCarried", "components/ui/table.css", ".table .never { color: red }", "dresses .never"],
  ["classesAreCarried", "components/ui/table.css", "@media print { a:not(.never) { color: red } }", "dresses .never"],
  ["classesAreCarried", "public/print.css", ".never td { color: red }", "dresses .never"],
  ["classesAreDressed", "components/ui/badge.tsx", '<i className="badge never" />', 'carries "never"'],
  [
    "classesAreDressed",
    "components/ui/badge.tsx",
    '<i className={x === "a" ? "badge" : "never"} />',
    'carries "never"',
  ],
  ["classesAreDressed", "components/ui/badge.tsx", 'const classNames = { ok: "badge never" };', 'carries "never"'],
  ["classesAreDressed", "components/ui/badge.tsx", 'list.classList.toggle("never", true)', 'carries "never"'],
  ["classesAreDressed", "components/ui/badge.tsx", '[{ className: "never" }]', 'carries "never"'],
  ["classesAreDressed", "components/ui/badge.tsx", '<i className="text-warn" />', 'carries "text-warn"'],
  ["classesAreDressed", "components/ui/badge.tsx", '<i className="pb-never" />', 'carries "pb-never"'],
  ["classesAreDressed", "components/ui/badge.tsx", '<i className="md:font-semibold" />', 'carries "md:font-semibold"'],
  [
    "classesAreDressed",
    "app/(portal)/today/page.tsx",
    '<i className="print:[&_td]:p-0" />',
    'carries "print:[&_td]:p-0"',
  ],
  ["classesAreWhole", "components/ui/badge.tsx", "<i className={`badge` + kind} />", "from pieces"],
  ["classesAreWords", "components/ui/table.css", ".x { color: red }", ".x, which is no word"],
  ["classesAreWords", "components/ui/table.css", ".table .c1 { color: red }", ".c1, which is no word"],
  ["rulesStandOnce", "components/ui/table.css", ".table { top: 0 }\n.table { left: 0 }", "dresses .table twice"],
  [
    "rulesStandOnce",
    "components/ui/table.css",
    "@media print { a { top: 0 } a { left: 0 } }",
    "dresses @print a twice",
  ],
  ["stylesAreListed", "components/ui/stray.css", ".table { color: red }", "is not in app/globals.css"],
  ["stylesAreListed", "components/nothing/stray.css", ".table { color: red }", "beside nothing"],
  ["stylesStayShort", "components/ui/table.css", ".table {\n}\n".repeat(101), "longer than 200 lines"],
])("styles: %s sees a breach in %s", (rule, path, text, said) => {
  const planted = { path, text };

  expect(rules[rule](planted, [...house.filter((source) => source.path !== path), planted]).join("\n")).toContain(said);
});

test("styles: what places a box is allowed", () => {
  const planted = {
    path: "components/ui/badge.tsx",
    text: '<i className="badge mt-2 md:grid-cols-[80px_1fr] print:hidden" />',
  };

  expect(classesAreDressed(planted, house)).toEqual([]);
});
