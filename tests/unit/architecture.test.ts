import { expect, test } from "vitest";
import { breachesOf, listSources } from "@/tests/support/architecture";

test("house: the tree keeps its directions, names and declarations", () => {
  expect(breachesOf(listSources(process.cwd()))).toEqual([]);
});

// The control: each breach, planted in a file of its own, is seen. A rule that finds nothing proves nothing.
test.each([
  ["lib/cohort/rules.ts", 'import { CohortFrame } from "@/components/cohort/cohort-frame";', "may not import"],
  ["app/sign-in/page.tsx", 'import { make } from "@/tests/support/make";', "may not import"],
  ["lib/cohort/helpers.ts", "", "closed list"],
  ["lib/utils.ts", "", "no single file"],
  ["lib/cohort/rules.ts", 'import { db } from "@/lib/database/db";', "rules may not import"],
  ["lib/cohort/queries.ts", 'import { db } from "@/lib/database/db";', "lacks server-only"],
  [
    "lib/lesson/queries/timetable.ts",
    'import "server-only";\nimport { x } from "@/lib/enrolment/queries";',
    "may not know",
  ],
  ["lib/audit/mutations.ts", 'import "server-only";\nimport { x } from "@/lib/cohort/rules";', "may not know"],
  ["app/(portal)/trainees/page.tsx", "export default function Page() {}", "does not ask"],
  ["app/screen/fund/page.tsx", "export default function Page() {}", "does not ask"],
  ["app/print/fund/page.tsx", "export default function Page() {}", "does not ask"],
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
    '"use client";\nimport { listCohorts } from "@/lib/cohort/queries";',
    "to the browser",
  ],
  ["components/cohort/list.tsx", "<p>班期</p>", "holds wording"],
  ["lib/cohort/rules.ts", "process.env.HOME", "reads the environment"],
  ["lib/cohort/mutations.ts", 'import "server-only";\n"SELECT 1 FROM cohorts FOR UPDATE"', "with its key"],
])("house: a breach planted in %s is seen: %s", (path, text, said) => {
  expect(breachesOf([{ path, text }]).join("\n")).toContain(said);
});
