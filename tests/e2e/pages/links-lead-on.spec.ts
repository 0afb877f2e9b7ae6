import { expect, test } from "@playwright/test";
import { recordsOfTheDemo } from "@/tests/support/demo-records";
import { addressOf, listPages } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";

/** Two addresses that differ in their records only are one: each kind is followed once a role, each set of filters too. */
const kindOf = (address: string): string => {
  const { pathname, searchParams } = new URL(address, "http://portal");
  const record = pathname.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\/\d+(?=\/|$)/g, "…");
  return `${record}?${[...searchParams.keys()].sort().join("&")}`;
};

/** A file may be fetched once and leaves an entry; whoever fetches it is tried in export-a-list.spec.ts. */
const isFile = (address: string): boolean => /\/files\//.test(address);

const roles = [...new Set(listPages().map(({ role }) => role)), "AID_LEADER", "COUNTY_REVIEWER"] as const;

for (const role of new Set(roles)) {
  test(`U28: no page offers ${role} a link to a page that is not there or not for this office`, async ({ page }) => {
    test.setTimeout(300_000);
    await signInAs(page, role);
    const ids = await recordsOfTheDemo();
    const mine = listPages().filter(({ permission, granted }) => granted(role, permission));

    const offered = new Map<string, { address: string; on: string }>();
    for (const { path } of mine) {
      const on = addressOf(path, ids);
      const html = await (await page.request.get(on)).text();
      const links = [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, href = ""]) =>
        href.replaceAll("&amp;", "&"),
      );
      for (const address of links)
        if (!isFile(address) && !offered.has(kindOf(address))) offered.set(kindOf(address), { address, on });
    }
    const dead: string[] = [];
    for (const { address, on } of offered.values()) {
      const answer = await page.request.get(address);
      if (answer.status() >= 400) dead.push(`${on} → ${address}: ${answer.status()}`);
    }

    expect(offered.size).toBeGreaterThan(5);
    expect(dead).toEqual([]);
  });
}
