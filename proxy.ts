import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import en from "@/lib/wording/en/fault.json";
import zhCN from "@/lib/wording/zh-CN/fault.json";

/** Static files only: everything else, pages, actions and health, passes here. */
export const config = { matcher: "/((?!_next/static/|icon.svg$).*)" };

/** Refuses what is no question of this portal's own pages (invariants 5.8), and gives every answer its headers (section 7). It decides nothing about persons. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const refused = await refusalOf(request);
  if (refused) return withHeaders(refuse(...refused));

  const nonce = btoa(crypto.randomUUID());
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-portal-path", pathOf(request));
  return withHeaders(NextResponse.next({ request: { headers } }), policy);
}

type Reason = keyof typeof zhCN.request;

async function refusalOf(request: NextRequest): Promise<[status: number, reason: Reason] | undefined> {
  if (request.method !== "GET" && request.method !== "HEAD" && request.method !== "POST") return [405, "method"];
  if (request.method !== "POST") return undefined;

  // The configured address, not the Host header, which whoever sends may choose; Next alone lets a POST without Origin through.
  if (request.headers.get("origin") !== new URL(env().address).origin) return [403, "origin"];
  const length = request.headers.get("content-length");
  if (length === null || !/^\d{1,15}$/.test(length)) return [411, "form"];
  if (Number(length) > mostBytes) return [413, "large"];
  return (await isForm(request)) ? undefined : [400, "form"];
}

const mostBytes = 1_048_576;

/** What a browser sends for one of our forms, and whole: of a broken one Next makes a fault of ours. Where no script runs no action is named. */
async function isForm(request: NextRequest): Promise<boolean> {
  const type = request.headers.get("content-type") ?? "";
  const action = request.headers.get("next-action");
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return action === null;
  if (!/^multipart\/form-data;\s*boundary=\S/i.test(type)) return false;

  const form = await request
    .clone()
    .formData()
    .catch(() => null);
  return (
    form !== null &&
    ![...form].some(isOdd) &&
    (action === null || (/^[0-9a-f]{40,64}$/.test(action) && isCall(form.get("0"))))
  );
}

/** A control character in the head of a part, which Next's own reader breaks off at. */
function isOdd([name, value]: [string, FormDataEntryValue]): boolean {
  const heads = typeof value === "string" ? [name] : [name, value.name, value.type];
  return heads.some((head) => /\p{Cc}/u.test(head));
}

/** Each of our actions is called with the answer before, which is plain data, and the form. */
function isCall(sent: FormDataEntryValue | null): boolean {
  if (typeof sent !== "string" || /"\$(?!\$|undefined"|K[0-9a-f]+"\]$)/.test(sent)) return false;
  try {
    const call: unknown = JSON.parse(sent);
    return Array.isArray(call) && call.length === 2 && /^\$K[0-9a-f]+$/.test(String(call[1]));
  } catch {
    return false;
  }
}

function refuse(status: number, reason: Reason): NextResponse {
  const sentences = [zhCN, en].map(({ request }) => request[reason].replace("{address}", env().address));
  const response = new NextResponse(`${sentences.join("\n")}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
  if (status === 405) response.headers.set("allow", "GET, HEAD, POST");
  return response;
}

/**
 * Only scripts this very answer names. 'self' counts only in browsers too old for 'strict-dynamic' (Safari 14).
 * Next's own tools in development evaluate text, write styles and keep a socket open.
 */
function contentPolicy(nonce: string): string {
  const { production, address } = env();
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${production ? "" : " 'unsafe-eval'"}`,
    `style-src 'self' ${production ? `'nonce-${nonce}'` : "'unsafe-inline'"}`,
    "img-src 'self' data:",
    `connect-src 'self'${production ? "" : " ws:"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(address.startsWith("https://") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

function withHeaders(response: NextResponse, policy = "default-src 'none'; frame-ancestors 'none'"): NextResponse {
  const { headers } = response;
  headers.set("content-security-policy", policy);
  headers.set("x-content-type-options", "nosniff");
  // With no-referrer browsers send `Origin: null`, and every form without script would fail.
  headers.set("referrer-policy", "same-origin");
  headers.set("x-frame-options", "DENY");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("permissions-policy", "geolocation=(), microphone=(), camera=()");
  headers.set("cache-control", "no-store");
  if (env().address.startsWith("https://"))
    headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
}

/** Where somebody who has to sign in first comes back to; without the marks Next and our banner add. */
function pathOf({ nextUrl }: NextRequest): string {
  const query = new URLSearchParams(nextUrl.searchParams);
  query.delete("_rsc");
  query.delete("done");
  return query.size > 0 ? `${nextUrl.pathname}?${query}` : nextUrl.pathname;
}
