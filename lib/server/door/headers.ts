import { env } from "@/lib/env";

/** Nothing may run, nothing may frame it: refusals, files, and the page that stands in for one. */
export const closedPolicy = "default-src 'none'; frame-ancestors 'none'";

/** Invariants 7: what every answer carries, pages and files alike. */
export function safeHeaders(): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    // With no-referrer browsers send `Origin: null`, and every form without script would fail.
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "geolocation=(), microphone=(), camera=()",
    ...(env().address.startsWith("https://") && { "strict-transport-security": "max-age=31536000; includeSubDomains" }),
  };
}
