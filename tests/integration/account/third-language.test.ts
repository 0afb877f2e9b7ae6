import { beforeAll, expect, test, vi } from "vitest";
import { setLanguage } from "@/lib/account/commands/own";
import { languageInput } from "@/lib/account/schema";
import { findAccountOf } from "@/lib/auth/queries";
import { foundBase } from "@/lib/base/commands";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { tellEntries } from "@/lib/report/queries/log/told";
import { rosterReport } from "@/lib/report/queries/roster";
import { awayPage } from "@/lib/server/door/away-page";
import { sentencesOf } from "@/lib/server/door/words";
import { day, formatDay } from "@/lib/value/calendar";
import { faultIn } from "@/lib/wording/faults";
import { locales, messagesIn } from "@/lib/wording/messages";
import { take } from "@/tests/support/exports";
import * as make from "@/tests/support/make";

// A third language, planted where the bundler would have found its folder: a copy of the English one.
vi.mock("@/lib/wording/files", async (original) => {
  const { wordingFiles } = await original<typeof import("@/lib/wording/files")>();
  return { wordingFiles: () => withCopy(wordingFiles()) };
});
vi.mock("@/lib/wording/fault-files", async (original) => {
  const { faultFiles } = await original<typeof import("@/lib/wording/fault-files")>();
  return { faultFiles: () => withCopy(faultFiles()) };
});

function withCopy<Words>(files: Record<string, Words>): Record<string, Words> {
  const english = Object.entries(files).filter(([file]) => file.startsWith("./en/"));
  return { ...files, ...Object.fromEntries(english.map(([file, words]) => [file.replace("./en/", "./fr/"), words])) };
}

const actor = { ...make.actor("BASE_STAFF"), locale: "fr" };
beforeAll(() => foundBase({ name: "基地", shortName: "基地", organiser: "主办", operator: "承办" }));

test("a new language is a new folder: it stands in the list and may be chosen, and the account keeps it", async () => {
  expect(locales()).toEqual(["zh-CN", "en", "fr"]);
  expect(messagesIn("fr")).toEqual(messagesIn("en"));
  expect(["fr", "xx"].map((language) => languageInput.safeParse({ language }).success)).toEqual([true, false]);

  await setLanguage(actor, { language: "fr" });

  const signIn = { id: newId(), accountId: actor.id, address: "10.6.0.1" };
  await db.signIn.create({ data: signIn, select: { id: true } });
  expect(await findAccountOf(signIn.id)).toMatchObject({ locale: "fr" });
});

test("an account whose language has no folder any more reads the default one", async () => {
  await db.$executeRaw`UPDATE accounts SET language = 'xx' WHERE id = ${actor.id}::uuid`;
  const { id } = await db.signIn.findFirstOrThrow({ where: { accountId: actor.id }, select: { id: true } });

  expect(await findAccountOf(id)).toMatchObject({ locale: "zh-CN" });
});

test("what is said where nobody can be asked is said in it as well", () => {
  expect(sentencesOf("field", "", "note").trim().split("\n")).toHaveLength(3);
  expect(awayPage("/trainees", [])).toContain(`<p lang="fr"><b>${faultIn("en").unavailable.title}.`);
});

test("audit, report and days are told in it", async () => {
  const cohort = await make.cohort();
  await make.enrolment(cohort.id);
  const kept = {
    actorName: "x",
    actorRole: "BASE_STAFF",
    verb: "cohort.edit",
    subjectType: "cohort",
    subjectId: cohort.id,
  };
  const entry = { ...kept, before: {}, after: { seats: 20 }, reason: null };

  const [told] = await tellEntries([entry], "fr");
  const { rows } = await take(
    { report: rosterReport, filter: { cohort: cohort.id, sort: "name" }, format: "xlsx" },
    actor,
  );

  expect(told?.changes).toMatchObject([{ label: messagesIn("en").field.cohort.seats }]);
  expect(rows.flat()).toContain(messagesIn("en").report.kinds.roster.columns.name);
  expect(formatDay(day("2018-06-20"), "fr", "long")).toBe("20 juin 2018");
});
