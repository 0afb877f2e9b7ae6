import { expect, type Page, test } from "@playwright/test";
import { day } from "@/lib/value/calendar";
import { violationsOf } from "@/tests/support/axe";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { wan } from "@/tests/support/money/rows";
import { complaintsOf } from "@/tests/support/pages";
import { signInAs, signInByHand } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

const august = "year=2018&asOf=2018-08-22";
const june = "year=2018&asOf=2018-06-30";

test("F: an aid officer is at the fund with the sign-in itself, and each of the four sums is explained one press further", async ({
  page,
}) => {
  const { username } = await stage.account("AID_OFFICER", { withPassword: true });
  await page.goto("/sign-in");

  await signInByHand(page, username);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2018 年援藏资金");
  await expect(sums(page)).toHaveText(["2,570.00", "3,600.00", "3,033.41", "1,545.00"]);
  for (const figure of ["standard", "arranged", "disbursed", "completed"]) {
    const text = await sums(page)
      .and(page.locator(`[data-figure="${figure}"]`))
      .innerText();
    await sums(page)
      .and(page.locator(`[data-figure="${figure}"]`))
      .click();
    await expect(page.locator(`[data-sum="${figure}"]`).first()).toHaveText(text);
    await page.goBack();
  }
});

test("R61, R65, R79: every figure of 2018-08-22, as the article has them", async ({ page }) => {
  await signInAs(page, "AID_LEADER");
  await page.goto(`/fund?${august}`);
  const main = page.getByRole("main");

  await expect(figure(page, "revenue")).toHaveText("514,000.00");
  await expect(main.getByText("推算，未公布")).toHaveCount(3);
  await expect(figure(page, "above-arranged")).toHaveText("1,030.00");
  await expect(figure(page, "above-disbursed")).toHaveText("463.41");
  await expect(figure(page, "standard-rate")).toHaveText("140.1 %");
  await expect(figure(page, "payment-rate")).toHaveText("84.3 %");
  await expect(figure(page, "completion-rate")).toHaveText("42.9 %");
  await expect(figure(page, "year-passed")).toHaveText("64.1 %");
  await expect(page.locator(`[href*="/fund/appropriations?"][href*="scope=EARLY"]`)).toHaveText("1,000.00");
  await expect(figure(page, "without-early")).toHaveText("2,033.41");
  await expect(figure(page, "lack-without-early")).toHaveText("536.59");
  await expect(figure(page, "sites")).toHaveText("4");
  await expect(figure(page, "sites-finished")).toHaveText("2");

  await expect(main.getByText("规划内 13，提前实施 1")).toBeVisible();
  await expect(figure(page, "started")).toHaveText("13");
  await expect(figure(page, "finished")).toHaveText("5");
  await expect(main.getByRole("heading", { name: "滞后项目(4)" })).toBeVisible();
  await expect(page.locator(".figures").last().locator(`[href*="since=2012"]`)).toHaveText([
    "16,800.00",
    "15,311.59",
    "47",
    "18",
  ]);
});

for (const [asOf, query, standard, arranged, disbursed] of [
  ["2018-08-22", august, "2,570.00", "3,600.00", "3,033.41"],
  ["2018-06-30", june, "2,570.00", "3,600.00", "2,361.41"],
] as const) {
  test(`R76, I25: on ${asOf} the screen says what the ledgers add up to`, async ({ page }) => {
    await signInAs(page, "AUDITOR");
    const ledgers = await Promise.all(
      ["appropriations", "disbursements", "investment_progress"].map((ledger) => sumOf(ledger, asOf)),
    );

    await page.goto(`/fund?${query}`);

    await expect(sums(page)).toHaveText([standard, ...ledgers]);
    expect(ledgers.slice(0, 2)).toEqual([arranged, disbursed]);
    await page.goto(`/print/fund?${query}`);
    await expect(sumsOnPaper(page)).toHaveText([standard, ...ledgers]);
    await page.goto(`/screen/fund?${query}`);
    await expect(sums(page)).toHaveText([standard, ...ledgers]);
  });
}

test("R63: while less is paid than the standard, the page says what is lacking and not what is above", async ({
  page,
}) => {
  await signInAs(page, "AID_OFFICER");

  await page.goto(`/fund?${june}`);

  await expect(figure(page, "lack-disbursed")).toHaveText("208.59");
  await expect(page.locator('[data-figure="above-disbursed"]')).toHaveCount(0);
});

for (const [name, pages] of [
  ["the overview", [`/fund?${august}`, `/fund?${june}`, `/fund?${august}&category=HEALTH`, "/fund?year=2016"]],
  ["the formulas", [`/fund/formula?${august}`, `/fund/formula?${june}`, `/fund/formula?${august}&category=INDUSTRY`]],
  ["the years", ["/fund/standards", "/fund/standards?asOf=2018-06-30"]],
  [
    "the projects",
    [`/fund/projects?${august}`, `/fund/projects?${august}&since=2012`, `/fund/projects?${june}&late=yes`],
  ],
  ["the counts", [`/fund/projects?${august}&scope=IN_PLAN`, `/fund/projects?${august}&reached=finished`]],
  [
    "the ledgers",
    [`/fund/disbursements?${august}`, `/fund/progress?${august}`, `/fund/disbursements?year=2018&since=2012`],
  ],
  ["paper and screen", [`/print/fund?${august}`, `/screen/fund?${august}`]],
] as const) {
  test(`U04, I25: every figure of ${name} leads to a page that repeats it`, async ({ page }) => {
    test.setTimeout(240_000);
    await signInAs(page, "AID_OFFICER");
    const wrong: string[] = [];
    let followed = 0;

    for (const start of pages) {
      const links = figuresIn(await textOf(page, start));
      expect([start, links.length > 2]).toEqual([start, true]);
      for (const { figure: name, href, text } of links) {
        const target = await textOf(page, href);
        const said = repeatedIn(target, name);
        const rows = countedIn(target, name);
        if (rows !== null && String(rows) !== text) wrong.push(`${start}: ${name} ${text} → ${href}: ${rows} rows`);
        if (text.endsWith("%") && !isRate(target, name, text)) wrong.push(`${start}: ${name} ${text} is no quotient`);
        if (said.length === 0 || said.some((one) => one !== text))
          wrong.push(`${start}: ${name} ${text} → ${href}: ${said}`);
        followed++;
      }
    }

    expect(wrong).toEqual([]);
    expect(followed).toBeGreaterThanOrEqual(3 * pages.length);
  });
}

test("I22, R62: a year without a revenue is 待核定, and nothing is held against it", async ({ page }) => {
  await signInAs(page, "AID_OFFICER");

  await page.goto("/fund?year=2020");

  await expect(page.getByRole("main").getByText("待核定", { exact: true })).toHaveCount(2);
  await expect(
    page.locator('[data-figure="standard"], [data-figure="standard-rate"], [data-figure^="above"]'),
  ).toHaveCount(0);
  await page.goto("/fund/formula?year=2020");
  await expect(page.locator('[data-sum="standard"]')).toHaveCount(0);
  await expect(page.getByRole("main").getByText("待核定", { exact: true })).toBeVisible();
});

test("U20: the line of the HTML is drawn again by Recharts at the same place, and the browser has nothing to say against it", async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await signInAs(page, "AID_OFFICER");
  await page.goto(`/fund?${august}`, { waitUntil: "commit" });
  const box = page.locator(".plot");
  const before = await box.boundingBox();

  await expect(page.locator(".plot .recharts-line path")).toBeVisible({ timeout: 20_000 });
  expect(await box.boundingBox()).toEqual(before);
  await box.hover({ position: { x: 300, y: 100 } });
  await expect(page.locator(".plot-tip")).toContainText(/月 [\d,.]+/);
  expect(complaints).toEqual([]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the page is whole: sums, line, table under it, and a way to every record", async ({ page }) => {
    await signInAs(page, "AID_OFFICER");

    await page.goto(`/fund?${august}`);

    await expect(sums(page)).toHaveText(["2,570.00", "3,600.00", "3,033.41", "1,545.00"]);
    await expect(page.locator(".plot polyline")).toBeVisible();
    await page.getByText("数据表").click();
    await expect(page.getByRole("table", { name: "逐月累计拨付" }).getByRole("row")).toHaveCount(9);
    await page.getByLabel("统计截止").fill("2018-06-30");
    await page.getByRole("main").getByRole("button", { name: "筛选" }).click();
    await expect(sums(page).nth(2)).toHaveText("2,361.41");
  });
});

test("U22: the meeting screen has nothing smaller than 24 px, fits its page, and keeps the last figures when the line drops", async ({
  page,
  context,
}) => {
  await signInAs(page, "AID_OFFICER");
  await page.clock.install();
  await page.goto(`/screen/fund?${august}`);
  await expect(page.getByRole("status")).toContainText("更新");

  expect(await smallestText(page)).toBeGreaterThanOrEqual(24);
  expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBeLessThanOrEqual(0);
  expect(await violationsOf(page)).toEqual([]);
  await context.setOffline(true);
  await page.clock.runFor("05:01");
  await expect(page.getByRole("status")).toContainText("线路中断");
  await expect(sums(page)).toHaveText(["2,570.00", "3,600.00", "3,033.41", "1,545.00"]);
  await context.setOffline(false);
  await page.clock.runFor("05:01");
  await expect(page.getByRole("status")).toContainText("更新");
});

test("U15: on paper stand the day, the filter and the places to sign, and no figure is lost", async ({ page }) => {
  await signInAs(page, "AID_LEADER");
  await page.goto(`/print/fund?${august}&category=HEALTH`);
  await page.emulateMedia({ media: "print" });

  await expect(page.getByText("2018 年，医疗卫生")).toBeVisible();
  await expect(page.getByText("统计截止日期：2018-08-22　单位：万元")).toBeVisible();
  await expect(page.getByText("填表人：")).toBeVisible();
  await expect(page.getByText("单位（公章）：")).toBeVisible();
  await expect(sumsOnPaper(page)).toHaveText(["2,570.00", "598.00", "588.00", "563.00"]);
  expect(await violationsOf(page)).toEqual([]);
});

for (const address of [`/fund/formula?${august}`, `/print/fund?${august}`, `/screen/fund?${august}`])
  test(`A1: ${address} says what is paid without the early projects, and what it lacks, beside what is above`, async ({
    page,
  }) => {
    await signInAs(page, "AID_LEADER");

    await page.goto(address);

    const main = page.getByRole("main");
    for (const sum of ["463.41", "2,033.41", "536.59"]) await expect(main).toContainText(sum);
  });

test("R76: a day that cannot be shown is named, on every page of the fund, and a file is not made of another", async ({
  page,
}) => {
  await signInAs(page, "AID_OFFICER");
  const pages = [
    "",
    "/projects",
    "/disbursements",
    "/formula",
    "/standards",
    "/revenues",
    "/plans",
    "/outside",
    "/sites",
  ];

  for (const day of ["2018-02-30", "2099-01-01"])
    for (const place of pages) {
      const html = await textOf(page, `/fund${place}?asOf=${day}`);
      expect([place, day, html.includes(`统计截止 ${day} 不能用`)]).toEqual([place, day, true]);
    }
  for (const query of ["asOf=2018-02-30", "asOf=2099-01-01", "year=2017&asOf=2018-01-01"])
    for (const file of ["disbursements", "ledger"])
      expect([file, query, (await page.request.get(`/fund/files/${file}.xlsx?${query}`)).status()]).toEqual([
        ...[file, query, 422],
      ]);
});

test("I25: a searched ledger has one total, on its page, in its file and on paper", async ({ page }) => {
  await signInAs(page, "AID_OFFICER");
  const query = `${august}&q=${encodeURIComponent("CT机")}`;

  await page.goto(`/fund/disbursements?${query}`);
  await expect(page.locator('[data-sum="disbursed"]')).toHaveText("500.00");
  await expect(page.locator("tfoot")).toContainText("500.00");
  await page.goto(`/print/fund/disbursements?${query}`);
  await expect(page.locator("tr.sum")).toContainText("500.00");
  const csv = await page.request.get(`/fund/files/disbursements.csv?${query}`);
  expect(await csv.text()).toMatch(/合计[^\n]*500\.00/);
});

test("U22: on a phone 达标率 stands beside the sum it is of", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs(page, "AID_OFFICER");

  await page.goto("/fund/standards?asOf=2018-08-22");

  const row = page.locator("tr").filter({ hasText: "140.1 %" });
  await expect(row.getByText("3,600.00")).toBeVisible();
  await expect(row.getByText("140.1 %")).toBeVisible();
});

test("R85: the foot of a ledger says its sum in figures and in capitals", async ({ page }) => {
  await signInAs(page, "AID_OFFICER");

  await page.goto(`/fund/disbursements?${august}`);

  await expect(page.locator("tfoot")).toContainText("3,033.41");
  await expect(page.locator("tfoot")).toContainText("大写：叁仟零叁拾叁万肆仟壹佰元整");
});

test("R75: a reversal stands in the ledger in red with its word, and takes its sum off again", async ({ page }) => {
  // A year before the aid began: no sum of the demo data holds it.
  const { id: projectId } = await make.project({ on: day("2006-01-05") });
  await make.plan(2006);
  await make.sum("appropriation", projectId, "100", "2006-03-01");
  const { id } = await make.sum("disbursement", projectId, "60", "2006-04-01");
  await make.money("disbursement", { projectId, amount: wan("-60"), datedOn: "2006-05-01", reversalOfId: id });
  await make.sum("disbursement", projectId, "40", "2006-06-01");
  await signInAs(page, "AID_OFFICER");

  await page.goto(`/fund/disbursements?year=2006&project=${projectId}`);

  await expect(page.locator("tr.reversal")).toHaveCount(1);
  await expect(page.locator("tr.reversal")).toContainText("红字");
  await expect(page.locator("tr.reversal")).toContainText("-60.00");
  await expect(page.locator('[data-sum="disbursed"]')).toHaveText("40.00");
  await expect(page.locator("tfoot")).toContainText("40.00");
});

test("R94: base staff have no way to the fund, on screen, meeting screen or paper", async ({ page }) => {
  await signInAs(page, "BASE_STAFF");

  for (const address of [
    "/fund",
    "/fund/formula",
    "/fund/standards",
    "/fund/projects",
    "/fund/disbursements",
    "/fund/sites",
    "/print/fund/disbursements",
    "/screen/fund",
    "/print/fund",
  ])
    expect([address, (await page.request.get(address)).status()]).toEqual([address, 403]);
});

/** The four sums on top of the page. */
const sums = (page: Page) => page.locator(".figures").first().locator("dd:not(.note) > .fig");
const sumsOnPaper = (page: Page) => page.locator("table").first().locator("tbody td:nth-child(2)");
const figure = (page: Page, name: string) => page.locator(`[data-figure="${name}"]`).first();

/** What a ledger adds up to, past the portal's own queries, in 万元 as people write it. */
async function sumOf(ledger: string, asOf: string): Promise<string> {
  const [row] = await sql<{ wan: string }>(
    "owner",
    `SELECT to_char(round(sum(amount) / 1000000.0, 2), 'FM999,999,990.00') AS wan FROM ${ledger}
     WHERE state = 'APPROVED' AND dated_on BETWEEN '2018-01-01' AND $1::date`,
    [asOf],
  );
  return row?.wan ?? "";
}

async function textOf(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(address.replace(/#.*$/, ""));
  expect([address, answer.status()]).toEqual([address, 200]);
  return answer.text();
}

const attribute = (tag: string, name: string) =>
  new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&") ?? "";

function figuresIn(html: string) {
  const links = [...html.matchAll(/<a ([^>]*data-figure="[^>]*)>([^<]*)<\/a>/g)].map(([, tag = "", text = ""]) => ({
    figure: attribute(tag, "data-figure"),
    href: attribute(tag, "href"),
    text,
  }));
  return [...new Map(links.map((link) => [Object.values(link).join(" "), link])).values()];
}

const repeatedIn = (html: string, name: string) =>
  [...html.matchAll(/<\w+ ([^>]*data-sum="[^>]*)>([^<]*)</g)]
    .filter(([, tag = ""]) => attribute(tag, "data-sum") === name)
    .map(([, , text]) => text ?? "");

/** How many rows a page lists of what a count counts; null where the figure is no count. */
function countedIn(html: string, name: string): number | null {
  const what = {
    projects: "projects",
    started: "projects",
    finished: "projects",
    sites: "sites",
    "sites-finished": "sites",
  };
  const kind = what[name as keyof typeof what];
  return kind ? html.split(`data-counted="${kind}"`).length - 1 : null;
}

/** A percentage is the quotient of the two numbers that stand beside it where it is explained; of a rate of the law there are none. */
function isRate(html: string, name: string, text: string): boolean {
  const row = new RegExp(`<tr id="${name}"[\\s\\S]*?</tr>`).exec(html)?.[0];
  if (!row) return ["aid-rate", "late-below", "year-passed"].includes(name);
  const [part = 0, whole = 0] = [...row.matchAll(/data-figure="[^"]*"[^>]*>([\d,.]+)</g)].map(([, number = ""]) =>
    Number(number.replaceAll(",", "")),
  );
  return Math.abs((part * 100) / whole - Number(text.replace(" %", ""))) <= 0.0501;
}

const smallestText = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const sizes: number[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || parent.closest("script, style, .sr-only") || !walker.currentNode.textContent?.trim()) continue;
      if (parent.checkVisibility()) sizes.push(Number.parseFloat(getComputedStyle(parent).fontSize));
    }
    return Math.min(...sizes);
  });
