import { expect, test } from "vitest";
import { breachesOf } from "@/tests/support/house/breaches";
import { owed } from "@/tests/support/house/owed";
import { listSources } from "@/tests/support/house/sources";

const house = listSources(process.cwd());
const breaches = breachesOf(house);

test("house.md: the tree keeps its nine rules", () => {
  expect(breaches.filter((breach) => !owed.includes(breach))).toEqual([]);
});

test("house.md: what was owed and is mended is struck off the list", () => {
  expect(owed.filter((breach) => !breaches.includes(breach))).toEqual([]);
});

const server = 'import "server-only";\n';
const many = Array.from({ length: 26 }, (_, n) => ({ path: `lib/cohort/queries/n${n}.ts`, text: server }));
const leaf = [{ path: "components/ui/wording.tsx", text: '"use client";\nexport const fill = 1; fill;' }];
const ofLaw = "CREATE FUNCTION refuse() RETURNS void LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$";
const twoLaws = [{ path: "prisma/laws/refusals.sql", text: `-- How a law says no.\n${ofLaw}` }];
const twoWriters = [{ path: "lib/lesson/commands/book.ts", text: `${server}tx.lesson.create({})` }];

// The control: each breach, planted in a file of its own, is seen. A rule that finds nothing proves nothing.
test.each([
  // 1: the order
  ["lib/cohort/rules.ts", 'import { CohortFrame } from "@/components/cohort/cohort-frame";', "may not import"],
  ["app/sign-in/page.tsx", 'import { make } from "@/tests/support/make";', "may not import"],
  ["scripts/start/portal.mjs", 'import { make } from "../../tests/support/make.ts";', "may not import"],
  ["lib/nowhere/rules.ts", "", "no place in the order"],
  ["lib/lesson/queries/day.ts", `${server}import { x } from "@/lib/enrolment/queries";`, "may not know"],
  ["lib/completion/commands/x.ts", `${server}import { x } from "@/lib/report/queries/words";`, "may not know"],
  ["lib/account/sign-in/rules.ts", 'import { x } from "@/lib/today/rules";', "may not know"],
  ["lib/audit/record.ts", `${server}import { x } from "@/lib/cohort/rules/states";`, "may not know"],
  // 2: the client
  [
    "app/(portal)/today/page.tsx",
    'import { db } from "@/lib/database/db";\nrequireActor("cohort:view")',
    "database client",
  ],
  ["components/cohort/list.tsx", 'import { db } from "@/lib/database/db";', "database client"],
  ["lib/cohort/actions.ts", '"use server";\nimport { db } from "@/lib/database/db";', "database client"],
  // 3: who writes
  ["lib/cohort/queries/record.ts", `${server}db.cohort.update({})`, "query that writes"],
  ["lib/cohort/queries/record.ts", `${server}db.$queryRaw\`UPDATE cohorts SET seats = 1\``, "query that writes"],
  ["lib/enrolment/commands/x.ts", `${server}tx.lesson.update({})`, "writes lesson, as lesson does", twoWriters],
  ["lib/enrolment/commands/x.ts", `${server}tx.$queryRaw\`DELETE FROM lessons\``, "writes lesson", twoWriters],
  // 4: ui and layout
  ["components/ui/badge.tsx", 'import { x } from "@/lib/cohort/rules/states";', "knows the subject"],
  ["components/layout/title.tsx", 'import { x } from "@/components/cohort/cohort-badge";', "knows the subject"],
  // 5: files and folders
  ["lib/cohort/helpers.ts", "", "closed list"],
  ["lib/utils.ts", "", "no single file"],
  ["lib/cohort/queries.ts", server, "beside a folder", [{ path: "lib/cohort/queries/record.ts", text: server }]],
  ["lib/cohort/queries/a.ts", server, "a folder of 27 files", many],
  // 6 and 7: words
  ["lib/wording/en/refusal.json", '{ "X": "{case, select, A {a} other {b}}" }', "the cases of a refusal"],
  ["lib/wording/en/cohort.json", `{ "a": "${"x".repeat(301)}" }`, "a sentence of more than"],
  ["prisma/laws/money.sql", `SELECT '${"x".repeat(141)}'`, "a line of more than"],
  ["docs/security.md", "x".repeat(141), "a line of more than"],
  ["components/cohort/list.tsx", "<p>班期</p>", "holds wording"],
  // docs/sql.md: laws
  ["prisma/laws/money.sql", "CREATE VIEW checks.money AS SELECT 1;", "does not begin with what it is"],
  [
    "prisma/laws/money.sql",
    "-- R67.\nCREATE FUNCTION wan() RETURNS text LANGUAGE sql\n  SET search_path = public AS $$",
    "without its search_path",
  ],
  ["prisma/laws/money.sql", `-- R67.\n${ofLaw}`, "makes refuse, which is made twice", twoLaws],
  ["prisma/migrations/20270101000000_visitors/migration.sql", "GRANT SELECT ON visitors TO portal_app;", "makes a law"],
  ["prisma/migrations/20270101000000_visitors/migration.sql", "CREATE FUNCTION f() RETURNS int", "makes a law"],
  // 8 and 9: use and refusal
  ["lib/cohort/rules.ts", "export const isSmall = 1;", "nobody uses but tests"],
  [
    "lib/cohort/actions.ts",
    '"use server";\nexport const turn = action({ permission: "cohort:view" });',
    "no test sees refused",
  ],
  // What each kind of file may do
  ["lib/cohort/rules.ts", 'import { db } from "@/lib/database/db";', "rules may not import"],
  ["lib/cohort/queries.ts", "export const x = 1; x", "lacks server-only"],
  ["app/(portal)/trainees/page.tsx", "export default function Page() {}", "does not ask"],
  ["app/screen/fund/page.tsx", "export default function Page() {}", "does not ask"],
  ["app/print/fund/route.ts", "export const GET = route(() => {})", "does not ask"],
  ["app/(portal)/trainees/page.tsx", 'await requireActor("trainee:everything")', "not in the table"],
  ["app/(portal)/trainees/lookup/route.ts", 'export async function GET() { requireActor("trainee:view") }', "route()"],
  ["lib/cohort/actions.ts", '"use server";\nexport async function approve() {}', "something else"],
  [
    "lib/cohort/actions.ts",
    '"use server";\nexport const approve = action({ permission: "cohort:anything" });',
    "not in the table",
  ],
  ["components/cohort/save.ts", '"use server";', "outside actions"],
  ["app/(portal)/today/page.tsx", '"use client";\nrequireActor("dashboard:base")', "client page"],
  [
    "components/cohort/list.tsx",
    '"use client";\nimport { listCohorts } from "@/lib/cohort/queries/list";',
    "to the browser",
  ],
  ["components/setting/x.ts", 'import { fill } from "@/components/ui/wording";', "calls fill of", leaf],
  ["lib/cohort/rules.ts", "process.env.HOME", "reads the environment"],
  ["lib/cohort/commands.ts", `${server}"SELECT 1 FROM cohorts FOR UPDATE"`, "with its key"],
])("house.md: a breach planted in %s is seen", (path, text, said, around = []) => {
  const planted = { path, text };

  expect(breachesOf([planted], [...around, planted]).join("\n")).toContain(said);
});
