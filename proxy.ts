import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { noteForm } from "@/lib/refusal/visit";
import { mostBytesAt, type Refused, readForm } from "@/lib/server/door/form";
import { closedPolicy, safeHeaders } from "@/lib/server/door/headers";
import { sentencesOf } from "@/lib/server/door/words";

/** Static files only: everything else, pages, actions and health, passes here. */
export const config = { matcher: "/((?!_next/static/|icons/|fonts/|icon.svg$|print.css$).*)" };

/** Refuses what is no question of this portal's own pages (invariants 5.8), and gives every answer its headers (section 7). It decides nothing about persons. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const refused = await refusalOf(request);
  if (refused) return withHeaders(request, refuse(refused));

  const nonce = btoa(crypto.randomUUID());
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-portal-path", pathOf(request));
  return withHeaders(request, NextResponse.next({ request: { headers } }), policy);
}

async function refusalOf(request: NextRequest): Promise<Refused | undefined> {
  if (request.method !== "GET" && request.method !== "HEAD" && request.method !== "POST")
    return { status: 405, reason: "method" };
  if (request.method !== "POST") return undefined;

  // The configured address, not the Host header, which whoever sends may choose; Next alone lets a POST without Origin through.
  if (request.headers.get("origin") !== new URL(env().address).origin) return { status: 403, reason: "origin" };
  const length = request.headers.get("content-length");
  if (length === null || !/^\d{1,15}$/.test(length)) return { status: 411, reason: "form" };
  if (Number(length) > mostBytesAt(request.nextUrl.pathname)) return { status: 413, reason: "large" };

  const type = request.headers.get("content-type") ?? "";
  const action = request.headers.get("next-action");
  if (/^application\/x-www-form-urlencoded\b/i.test(type))
    return action === null ? undefined : { status: 400, reason: "form" };
  if (!/^multipart\/form-data;/i.test(type)) return { status: 400, reason: "form" };
  const read = await readForm(Buffer.from(await request.clone().arrayBuffer()), type, action, request.nextUrl.pathname);
  if (!(read instanceof FormData)) return read;
  if (action === null) noteForm(read);
  return undefined;
}

function refuse({ status, reason, field }: Refused): NextResponse {
  const response = new NextResponse(sentencesOf(reason, env().address, field), {
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

function withHeaders({ nextUrl }: NextRequest, response: NextResponse, policy = closedPolicy): NextResponse {
  // The address of a calendar is its secret, and no form is there that needs its Origin.
  const told = nextUrl.pathname.startsWith("/calendar/") && { "referrer-policy": "no-referrer" };
  const all = { ...safeHeaders(), ...told, "content-security-policy": policy, "cache-control": "no-store" };
  for (const [name, value] of Object.entries(all)) response.headers.set(name, value);
  return response;
}

/** Where somebody who has to sign in first comes back to; without the marks Next and our banner add. */
function pathOf({ nextUrl }: NextRequest): string {
  const query = new URLSearchParams(nextUrl.searchParams);
  query.delete("_rsc");
  return query.size > 0 ? `${nextUrl.pathname}?${query}` : nextUrl.pathname;
}
