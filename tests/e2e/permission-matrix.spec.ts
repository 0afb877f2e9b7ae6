import { type APIRequestContext, expect, test } from "@playwright/test";
import { roles } from "@/lib/auth/permissions";
import { recordsOfTheDemo } from "@/tests/support/demo-records";
import { addressOf, listPages, listRoutes } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";

const pages = listPages();
const routes = listRoutes();
const guarded = routes.flatMap(({ permission, ...route }) => (permission ? [{ ...route, permission }] : []));

/** What no person stands behind: a calendar with the secret of its address, whether the portal lives, and how long one's own sign-in lasts. */
const open = ["/calendar/[calendar]", "/health/live", "/health/ready", "/sign-in/left"];

/** A record nobody has, for each place in an address. */
const nobody = new Proxy<Record<string, string>>(
  {},
  {
    get: (_, place) =>
      ({ number: "99", key: "no_such_key", kind: "NO_SUCH" })[String(place)] ?? "00000000-0000-7000-8000-000000000000",
  },
);

for (const role of roles) {
  test(`invariants 4: every page and route answers ${role} as the table says`, async ({ page }) => {
    test.setTimeout(180_000);
    await signInAs(page, role);
    const ids = await recordsOfTheDemo();

    const wrong: string[] = [];
    for (const { path, permission, granted } of [...pages, ...guarded]) {
      const expected = granted(role, permission) ? 200 : 403;
      const status = await statusOf(page.request, addressOf(path, ids));
      if (status !== expected) wrong.push(`${path} (${permission}): ${status}, not ${expected}`);
    }

    expect(wrong).toEqual([]);
  });

  test(`invariants 4: to ${role} a record that is not there answers like one he may not see`, async ({ page }) => {
    test.setTimeout(180_000);
    await signInAs(page, role);

    const wrong: string[] = [];
    for (const { path, permission, granted } of pages.filter((one) => one.path.includes("["))) {
      const expected = granted(role, permission) ? 404 : 403;
      const status = await statusOf(page.request, addressOf(path, nobody));
      if (status !== expected) wrong.push(`${path} (${permission}): ${status}, not ${expected}`);
    }

    expect(wrong).toEqual([]);
  });
}

test("invariants 4: whoever is not signed in is led to the sign-in page by every page and route", async ({
  request,
}) => {
  const ids = await recordsOfTheDemo();

  const wrong: string[] = [];
  for (const { path } of [...pages, ...guarded]) {
    const answer = await request.get(addressOf(path, ids), { maxRedirects: 0 });
    const to = answer.headers().location ?? "";
    if (new URL(to, "http://portal").pathname !== "/sign-in") wrong.push(`${path}: ${answer.status()} ${to}`);
  }

  expect(wrong).toEqual([]);
});

test("invariants 4: no route stands outside sign-in but the calendars, those that say whether the portal lives, and how long a sign-in lasts", () => {
  expect(routes.filter(({ permission }) => !permission).map(({ path }) => path)).toEqual(open);
});

const statusOf = async (request: APIRequestContext, address: string): Promise<number> =>
  (await request.get(address, { maxRedirects: 0 })).status();
