import { sessionCookie, tokenOf } from "@/lib/auth/options";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";

/** One person at one server, signed in, with a browser that runs no script. */
export type Desk = { origin: string; cookie: string };

/** A form of a page as the server wrote it: where it goes and what it holds before anybody types. */
export type BlankForm = { path: string; holds: [name: string, value: string][] };

/** What came back: the page somebody was sent on to, or the name of the refusal that stands in the form. */
export type Posted = { status: number; location: string | undefined; refusal: string | undefined };

/** The row and the cookie a right password leads to; each desk has a sign-in of its own. */
export async function deskOf(accountId: string, origin: string): Promise<Desk> {
  const id = newId();
  await db.signIn.create({ data: { id, accountId, address: "127.0.0.1" }, select: { id: true } });
  return { origin, cookie: `${sessionCookie().name}=${await tokenOf(id)}` };
}

/** Fetches a page and takes from it the one form in which a piece of its HTML stands; a busy machine is asked again. */
export async function openForm({ origin, cookie }: Desk, path: string, sign: string): Promise<BlankForm> {
  const ask = () => fetch(origin + path, { headers: { cookie }, redirect: "manual" });
  let answer = await ask();
  for (let again = 0; answer.status >= 500 && again < 5; again++) answer = await ask();
  const html = await answer.text();
  const form = html.match(/<form\b.*?<\/form>/gs)?.find((one) => one.includes(sign));
  if (!form) throw new Error(`${path} answered ${answer.status} without a form that holds ${sign}`);
  return { path, holds: [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([input]) => hidden(input)) };
}

/** Posts it as a browser without script does: multipart, with its Origin, and stops at the redirect. */
export async function post({ origin, cookie }: Desk, form: BlankForm, typed: Typed): Promise<Posted> {
  const body = new FormData();
  for (const [name, value] of form.holds) if (!(name in typed)) body.append(name, value);
  for (const [name, value] of Object.entries(typed)) for (const one of [value].flat()) body.append(name, one);

  const headers = { cookie, origin };
  const answer = await fetch(origin + form.path, { method: "POST", headers, body, redirect: "manual" });
  const refusal = /data-refusal="(\w+)"/.exec(await answer.text())?.[1];
  return { status: answer.status, location: answer.headers.get("location") ?? undefined, refusal };
}

export type Typed = Record<string, string | string[]>;

function hidden(input: string): [string, string][] {
  const attributes = Object.fromEntries(
    [...input.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  return attributes.type === "hidden" && attributes.name
    ? [[plain(attributes.name), plain(attributes.value ?? "")]]
    : [];
}

const entities: Record<string, string> = { quot: '"', "#x27": "'", lt: "<", gt: ">", amp: "&" };
const plain = (html: string): string =>
  html.replace(/&(quot|#x27|lt|gt|amp);/g, (_, name: string) => entities[name] ?? "");
