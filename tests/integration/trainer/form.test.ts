import { expect, test, vi } from "vitest";
import { db } from "@/lib/database/db";
import { registerTrainer } from "@/lib/trainer/actions";
import * as make from "@/tests/support/make";

// What only a running Next can say: who is signed in, in which language, and which page is to be made anew.
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/actor", () => ({ findActor: async () => request.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

test("R40: the unit of a trainer is where he works, and no unit of an amount", async () => {
  request.actor = make.actor();
  const form = new FormData();
  const typed = { name: "达瓦卓玛", unit: "县职业中学", speciality: "烹饪" };
  for (const [name, value] of Object.entries({ submissionKey: crypto.randomUUID(), ...typed })) form.set(name, value);

  const answer = await registerTrainer({ state: "idle" }, form).catch((error: { digest?: string }) => error);

  expect(answer).toMatchObject({ digest: expect.stringContaining("/trainers/") });
  expect(await db.trainer.findFirst({ where: { name: typed.name } })).toMatchObject(typed);
});
