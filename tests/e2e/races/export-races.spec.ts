import { expect, test } from "@playwright/test";
import pg from "pg";
import { db } from "@/lib/database/db";
import { sql } from "@/tests/support/database";
import { expectTold } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";

// Alone on the database: the lock keeps everybody else waiting as well.
test("invariants 6: 取消 ends the statement for which the database still waits", async ({ page }) => {
  const cohort = await db.cohort.findFirstOrThrow({
    where: { state: "IN_PROGRESS", isDemo: true },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  await signInAs(page);
  await page.goto(`/cohorts/${cohort.id}/roster`);
  const holder = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await holder.connect();
  await holder.query("BEGIN; LOCK TABLE enrolments IN ACCESS EXCLUSIVE MODE");
  const waiting = async () =>
    Number(
      (
        await sql(
          "owner",
          "SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%enrolments%'",
        )
      )[0]?.n,
    );
  await page.getByRole("link", { name: /导出 Excel/ }).click();
  await expect.poll(waiting).toBeGreaterThan(0);

  await page.getByRole("button", { name: "取消" }).click();

  await expectTold(page, "已取消");
  await expect.poll(waiting).toBe(0);
  await holder.query("ROLLBACK");
  await holder.end();
});
