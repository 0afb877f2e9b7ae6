import { type NextRequest, NextResponse } from "next/server";

/** Only the floor's pages pass here; those beside them stay as bare as they were. */
export const config = { matcher: "/floor/:path*" };

/** The least a page with a content policy needs: a nonce of its own for every answer. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = `default-src 'self'; script-src 'self' 'nonce-${nonce}' 'strict-dynamic'; form-action 'self'`;
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "no-store");
  return response;
}
