import { expect, test, vi } from "vitest";
import { registerTrainee } from "@/lib/trainee/commands/register";
import { listTrainees } from "@/lib/trainee/queries/list";
import { registerTraineeInput, traineeFilter } from "@/lib/trainee/schema";
import { findByNumber, search } from "@/lib/trainee/search/actions";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

// What only a running Next can say: who is signed in, and the way on.
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/actor", () => ({ findActor: async () => request.actor }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(to);
  },
}));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

/** Registered at the counter, under numbers of their own. */
async function registered(numbers: string[], phone?: string) {
  const people: { id: string; idNumber: string }[] = [];
  for (const idNumber of numbers) {
    const input = registerTraineeInput.parse({
      idNumber,
      name: "扎西次仁",
      villageContact: "村委会",
      villageCode: "513338101201",
      ethnicity: "04",
      category: "NZY",
      noticeWay: "ORAL",
      noticeGivenOn: "2018-06-01",
      accepted: "SAME_NAME_AND_BIRTH SAME_NAME_AND_VILLAGE PHONE_SHARED",
      ...(phone && { phone }),
    });
    people.push({ idNumber, id: (await registerTrainee(make.actor(), input)).id });
  }
  return people;
}

/** Several numbers with one ending: the last four are all that an address holds of them. */
function sameEnding(count: number): string[] {
  const groups = new Map<string, string[]>();
  for (;;) {
    const number = make.idNumber();
    const group = [...(groups.get(number.slice(-4)) ?? []), number];
    if (group.length === count) return group;
    groups.set(number.slice(-4), group);
  }
}

/** Where the search box leads. */
async function sought(typed: Record<string, string>): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ path: "/trainees", ...typed })) form.set(name, value);
  return search({ state: "idle" }, form).then(
    (answer) => (answer.state === "refused" ? answer.refusal : answer.state),
    (error: Error) => error.message,
  );
}

test("R95: a full ID number leads to exactly its person, of three who share its last four digits", async () => {
  request.actor = make.actor();
  const people = await registered(sameEnding(3));
  const [one] = people;
  if (!one) throw new Error("nobody");

  expect(await sought({ q: one.idNumber })).toBe(`/trainees/${one.id}?enrol=next`);
  expect(await sought({ q: ` ${one.idNumber.slice(0, 6)} ${one.idNumber.slice(6)} ` })).toBe(
    `/trainees/${one.id}?enrol=next`,
  );
  expect(
    (await listTrainees(traineeFilter.parse({ q: one.idNumber.slice(-4) }))).trainees.length,
  ).toBeGreaterThanOrEqual(3);
});

test("R95: on a roster it leads back there with the id, and a number nobody has says so; the number is in neither", async () => {
  request.actor = make.actor();
  const [one] = await registered([make.idNumber()]);
  const path = "/cohorts/0197f3a2-1b2c-7d3e-8f4a-513338199101/roster";

  expect(await sought({ path, q: one?.idNumber ?? "" })).toBe(`${path}?person=${one?.id}`);
  expect(await sought({ q: make.idNumber(), township: "513338101" })).toBe("/trainees?township=513338101&number=none");
  expect((await listTrainees(traineeFilter.parse({ person: one?.id }))).trainees).toMatchObject([{ id: one?.id }]);
});

test("R95: a telephone of a family leads to all of it by ids", async () => {
  request.actor = make.actor();
  const family = await registered([make.idNumber(), make.idNumber()], "13987650123");

  const to = await sought({ q: "139 8765 0123" });

  expect(to).toMatch(/^\/trainees\?person=/);
  for (const { id } of family) expect(to).toContain(id);
});

test("R94, R95: who may see no person learns of none, and to nobody it says that he is not signed in", async () => {
  const [one] = await registered([make.idNumber()]);
  const find = async () => {
    const form = new FormData();
    form.set("q", one?.idNumber ?? "");
    return findByNumber({ state: "idle" }, form);
  };

  request.actor = make.actor("SYS_ADMIN");
  expect(await sought({ path: "/cohorts", q: one?.idNumber ?? "" })).toBe("/cohorts?number=nowhere");
  expect(await find()).toMatchObject({ state: "refused", refusal: "NOT_ALLOWED" });
  request.actor = null;
  expect(await sought({ q: one?.idNumber ?? "" })).toBe("SIGNED_OUT");
  request.actor = make.actor();
  expect(await sought({ path: "/cohorts", q: one?.idNumber ?? "" })).toBe("/cohorts?number=elsewhere");
  expect(await find()).toMatchObject({ state: "done", value: { person: one?.id } });
});

test("R95: what is no number becomes the address of the list with its other filters, and nothing leads elsewhere", async () => {
  request.actor = make.actor();

  expect(await sought({ q: "扎西", poor: "yes" })).toBe("/trainees?q=%E6%89%8E%E8%A5%BF&poor=yes");
  for (const path of ["//evil.example", "https://evil.example", "/..//evil", "trainees"])
    expect(await sought({ path, q: "扎西" })).toBe("invalid");
  expect(await sql("owner", "SELECT FROM submissions")).toEqual([]);
});
