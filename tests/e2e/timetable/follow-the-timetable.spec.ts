import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectTold } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";

/** The address that the page shows this one time. */
const shown = (page: Page) => page.locator("[data-shown-once]");

/** A calendar: a browser of its own that knows nobody. */
async function byCalendar(request: APIRequestContext, address: string, options = {}) {
  const { pathname } = new URL(address);
  return request.get(pathname, { maxRedirects: 0, ...options });
}

async function make(page: Page, of: string): Promise<string> {
  await page.goto("/schedule/feeds");
  await page.getByRole("form", { name: "新建订阅" }).getByRole("combobox").selectOption(of);
  await page.getByRole("button", { name: "生成地址" }).click();
  return (await shown(page).textContent())?.trim() ?? "";
}

test("U18: somebody makes an address, a calendar fetches by it, and a renewed one ends it", async ({
  page,
  request,
}) => {
  await signInAs(page);
  const first = await make(page, "room-7");

  const answer = await byCalendar(request, first);
  const headers = answer.headers();
  expect([answer.status(), headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["set-cookie"]).toBeUndefined();
  expect((await answer.text()).split("\r\n")[0]).toBe("BEGIN:VCALENDAR");
  const again = await byCalendar(request, first, { headers: { "if-none-match": headers.etag } });
  expect([again.status(), await again.text()]).toEqual([304, ""]);
  const head = await request.head(new URL(first).pathname);
  expect([head.status(), (await head.body()).length]).toEqual([200, 0]);

  await page.goto("/schedule/feeds");
  await expect(shown(page)).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("最近取用");
  await page.getByRole("button", { name: "更换地址" }).click();
  await expect(shown(page)).not.toHaveText(first);
  const second = (await shown(page).textContent()) ?? "";
  expect([(await byCalendar(request, first)).status(), (await byCalendar(request, second)).status()]).toEqual([
    404, 200,
  ]);

  await page.goto("/schedule/feeds");
  await page.getByRole("button", { name: "停用" }).click();
  await expectTold(page, "日历订阅已停用");
  expect((await byCalendar(request, second)).status()).toBe(404);
});

test("I31: whatever is wrong with an address has one answer, and nobody posts to it", async ({ page, request }) => {
  await signInAs(page);
  const address = await make(page, "room-8");
  const { pathname } = new URL(address);
  const secret = pathname.slice("/calendar/".length, -".ics".length);

  const answers = [];
  for (const wrong of [
    `${secret.slice(0, -1)}.ics`,
    `${secret.toUpperCase()}.ics`,
    `${secret}`,
    "x.ics",
    ".ics",
    "%E4%B8%AD.ics",
  ]) {
    const answer = await request.get(`/calendar/${wrong}`, { maxRedirects: 0 });
    const { "content-type": type, "referrer-policy": referrer } = answer.headers();
    answers.push([answer.status(), type, referrer, await answer.text()].join("\n"));
  }
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain("404\ntext/plain; charset=utf-8\nno-referrer\n这个日历地址不能用了");

  const nul = await request.get(`/calendar/${secret}%00.ics`, { maxRedirects: 0 });
  expect(nul.status()).toBe(400);
  const posted = (headers: Record<string, string>, to: string) =>
    request.post(to, { headers, form: { a: "b" }, maxRedirects: 0 }).then((answer) => answer.status());
  expect(await posted({}, pathname)).toBe(403);
  const own = { origin: new URL(page.url()).origin };
  expect([await posted(own, pathname), await posted(own, "/calendar/x.ics")]).toEqual([405, 405]);
});

test("U18: the same lessons twice are refused with the way out", async ({ page }) => {
  await signInAs(page, "COUNTY_REVIEWER");
  await make(page, "all");

  await page.goto("/schedule/feeds");
  await page.getByRole("form", { name: "新建订阅" }).getByRole("combobox").selectOption("all");
  await page.getByRole("button", { name: "生成地址" }).click();

  await expect(page.locator("[data-refusal=WRONG_STATE]")).toContainText("这些课已经有一个订阅");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("U18: an address is made, shown and works", async ({ page, request }) => {
    await signInAs(page, "BASE_DIRECTOR");

    const address = await make(page, "room-9");

    expect((await byCalendar(request, address)).status()).toBe(200);
  });

  test("U18: a phone opens with the list of today, and a wide page with the week; day and choice stay between views", async ({
    page,
  }) => {
    await signInAs(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/schedule");

    const tabs = page.getByRole("navigation", { name: "查看方式" });
    await expect(tabs.locator("[aria-current]")).toHaveText("按日");
    await expect(page.locator("table.week")).toBeHidden();
    await expect(page.getByRole("heading", { level: 2 })).toContainText("2018年8月22日 周三的课");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    await page.setViewportSize({ width: 1366, height: 768 });
    await expect(page.locator("table.week")).toBeVisible();
    await expect(tabs.locator("[aria-current]")).toHaveText("按教室");
    await page.getByRole("main").getByRole("combobox").selectOption("room-7");
    await page.getByRole("button", { name: "查看" }).click();
    await expect(page.locator("table.week tbody tr")).toHaveCount(1);
    await tabs.getByRole("link", { name: "按月" }).click();
    await expect(page).toHaveURL(/by=month&day=2018-08-22&of=room-7$/);
    await expect(page.locator("td[aria-current=date]")).toContainText("今天");
    await page.getByRole("link", { name: "下个月" }).click();
    await expect(page.locator("table.month")).toContainText("中秋放假");
    await page.getByRole("link", { name: "2018-09-03 周一" }).click();
    await expect(page).toHaveURL(/by=day&day=2018-09-03&of=room-7$/);
  });
});
