import type { Desk } from "@/tests/support/form-post";
import type { BuiltAction } from "./actions";
import type { Part } from "./hostile";

const boundary = "----portalfuzz";

/** How a call is wrapped: the answer the form had had, the number it calls, its type, and after how many bytes it breaks off. */
export type Envelope = { before?: string; id?: string; type?: string; cut?: number };

/** Calls an action as the page's script does, or as somebody does who means no good. */
export async function call(desk: Desk, page: string, action: BuiltAction, parts: Part[], envelope: Envelope = {}) {
  const {
    before = '{"state":"idle"}',
    id = action.id,
    type = `multipart/form-data; boundary=${boundary}`,
    cut,
  } = envelope;
  const fields = parts.map((part) => ({ ...part, name: `1_${part.name}` }));
  const body = Buffer.concat([
    ...[...fields, { name: "0", value: `[${before},"$K1"]` }].map(encoded),
    Buffer.from(`--${boundary}--\r\n`),
  ]).subarray(0, cut);
  const { origin, cookie } = desk;
  const headers = { origin, cookie, "next-action": id, accept: "text/x-component", "content-type": type };
  const answer = await fetch(origin + page, { method: "POST", headers, body, redirect: "manual" });
  return { status: answer.status, text: `${[...answer.headers].join("\n")}\n${await answer.text()}` };
}

function encoded({ name, value, filename }: Part): Buffer {
  const safe = name.replace(/[\r\n"]/g, "_");
  const file = filename ? `; filename="${filename}"\r\nContent-Type: text/plain` : "";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${safe}"${file}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(value as string), Buffer.from("\r\n")]);
}

/** What no answer may hold: a fault, a stack, words of the database or of its driver, a place on the machine. */
export function leaksOf({ status, text }: { status: number; text: string }): string[] {
  const signs = {
    stack: /\bat [\w.<>]+ \(|\.(ts|js|mjs):\d+:\d+/,
    SQL: /\b(INSERT INTO|SELECT [\w*"]+.* FROM|violates \w+|syntax error at|relation "|column "|SQLSTATE|Prisma|pg_\w+)/,
    path: new RegExp(`node_modules|\\.next/|${process.cwd()}`),
  };
  const found = Object.entries(signs).filter(([, sign]) => sign.test(text));
  // A machine that is busy with something else may say so: that is foreseen (invariants 6).
  const isForeseen = status === 503 || /(data-dgst="|"digest":")(UNAVAILABLE|BUSY)"/.test(text);
  return [...(status >= 500 && !isForeseen ? [`status ${status}`] : []), ...found.map(([name]) => name)];
}
