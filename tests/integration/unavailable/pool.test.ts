import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findAccountOf } from "@/lib/auth/queries";
import { findBase } from "@/lib/base/queries";
import { listChecks } from "@/lib/check/queries";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { findLesson } from "@/lib/lesson/queries/timetable";
import { registerTrainer } from "@/lib/trainer/actions";
import * as make from "@/tests/support/make";

// What only a running Next can say; who is signed in is a question to the database there, and so it is here.
const request = vi.hoisted(() => ({ actor: null as unknown, asksFirst: true }));
vi.mock("@/lib/auth/actor", () => ({
  findActor: async () => {
    if (request.asksFirst) await findAccountOf(newId());
    return request.actor;
  },
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

let held: Promise<unknown>;
let letGo: () => void;

/** Every connection of the pool is somebody else's. */
beforeEach(async () => {
  await db.$queryRaw`SELECT 1`;
  const signal = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const taken = Array.from({ length: 16 }, () => db.$transaction(() => signal, { timeout: 20_000 }));
  held = Promise.all(taken);
});
afterEach(async () => {
  letGo();
  await held;
});

test.each([
  ["who is asking", true],
  ["the work itself", false],
])(
  "invariants 6: with the pool full at %s an action answers UNAVAILABLE and keeps everything typed",
  async (_, asksFirst) => {
    Object.assign(request, { actor: make.actor(), asksFirst });
    const form = new FormData();
    for (const [name, value] of Object.entries({ name: "李蓉", submissionKey: crypto.randomUUID() }))
      form.append(name, value);

    const answer = await registerTrainer({ state: "idle" }, form);

    expect(answer).toMatchObject({ state: "refused", refusal: "UNAVAILABLE", typed: { name: "李蓉" } });
  },
);

test("invariants 6: with the pool full a page's question fails with a mark that the page of faults knows", async () => {
  const unavailable = { digest: "UNAVAILABLE" };

  const asked = [findAccountOf(newId()), findBase(), findLesson(newId()), listChecks()];

  for (const answer of await Promise.allSettled(asked))
    expect(answer).toMatchObject({ status: "rejected", reason: unavailable });
});
