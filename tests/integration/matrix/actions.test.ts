import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { may, mayApprove, mayPropose, type Permission, roles } from "@/lib/auth/permissions";
import type { Answer } from "@/lib/refusal/answer";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

// What only a running Next can say: who is signed in, in which language.
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/actor", () => ({
  findActor: async () => request.actor,
  addressAsked: async () => "/",
  clientAddress: async () => "10.6.0.1",
  findSignInId: async () => undefined,
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({ cookies: async () => ({ set: () => {} }), headers: async () => new Headers() }));
vi.mock("next-intl/server", () => ({
  getLocale: async () => "zh-CN",
}));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

type Action = ((previous: Answer, form: FormData) => Promise<Answer>) & {
  permission?: Permission;
  as?: "approver" | "proposer";
};
type Declared = { name: string; file: string; permission: Permission; call: Action };

/** The doors before sign-in; each of them finds out for itself who is there. */
const open = [
  "enrolFactor",
  "findByNumber",
  "passFactor",
  "renewPassword",
  "search",
  "setLanguage",
  "setUpAccount",
  "signIn",
  "skipFactor",
];

const lib = join(import.meta.dirname, "../../../lib");
const files = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((file) =>
  /\/actions(\/\w[\w-]*)?\.ts$/.test(file),
);
const sources = files.map((file) => ({ file, text: readFileSync(join(lib, file), "utf8") }));
const named = sources.flatMap(({ file, text }) => [...text.matchAll(declaration())].map((found) => ({ file, found })));

const actions: Declared[] = [];

beforeAll(async () => {
  for (const { file, found } of named) {
    const [, name = "", kind] = found;
    if (kind === "openForm") continue;
    const module = (await import(/* @vite-ignore */ join(lib, file))) as Record<string, Action>;
    const call = module[name];
    if (!call?.permission) throw new Error(`${file}: ${name} was not understood`);
    actions.push({ name, file, permission: call.permission, call });
  }
}, 120_000);

test("invariants 4: every exported action is declared in a way this test reads, and only the doors are open", () => {
  const exported = sources.reduce((total, { text }) => total + [...text.matchAll(/^export const /gm)].length, 0);

  expect(named).toHaveLength(exported);
  expect(
    named
      .filter(({ found }) => found[2] === "openForm")
      .map(({ found }) => found[1])
      .sort(),
  ).toEqual(open);
  expect(actions.length).toBeGreaterThan(50);
});

test.each(roles)("invariants 4: every action answers %s as the table says", async (role) => {
  request.actor = make.actor(role);

  const wrong: string[] = [];
  for (const action of actions) {
    const allowed = isGranted(action, role);
    const refusal = await refusalOf(action.call);
    if ((refusal === "NOT_ALLOWED") === allowed)
      wrong.push(`${action.file} ${action.name} (${action.permission}): ${refusal}`);
  }

  expect(wrong).toEqual([]);
});

test("invariants 4: to nobody every action says that he is not signed in", async () => {
  request.actor = null;

  const wrong: string[] = [];
  for (const { name, call } of actions) {
    const refusal = await refusalOf(call);
    if (refusal !== "SIGNED_OUT") wrong.push(`${name}: ${refusal}`);
  }

  expect(wrong).toEqual([]);
});

test("R102: each try at a closed door is in the access log", async () => {
  const actor = make.actor("AUDITOR");
  request.actor = actor;
  const closed = actions.filter((action) => !isGranted(action, "AUDITOR"));

  for (const { call } of closed) await refusalOf(call);

  expect(
    await sql("owner", "SELECT count(*)::int AS tries FROM access_entries WHERE account_id = $1 AND verb = 'refused'", [
      actor.id,
    ]),
  ).toEqual([{ tries: closed.length }]);
});

// The form is empty on purpose: who may comes to the input and is told of it, who may not never gets that far.
async function refusalOf(call: Action): Promise<string> {
  const answer = await call({ state: "idle" }, new FormData());
  return answer.state === "refused" ? answer.refusal : answer.state;
}

function isGranted({ permission, call }: Declared, role: (typeof roles)[number]): boolean {
  return (call.as === "approver" ? mayApprove : call.as === "proposer" ? mayPropose : may)(role, permission);
}

function declaration() {
  return /^export const (\w+) = (action|form|openForm)\(/gm;
}
