import { NextRequest } from "next/server";
import { beforeAll, expect, test, vi } from "vitest";

const address = "https://portal.example.cn";
const action = "0123456789abcdef0123456789abcdef01234567ab";
let proxy: (request: NextRequest) => Promise<Response>;

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none");
  vi.stubEnv("PORTAL_DATA_KEY", "kJ8yVwqT2mZr0XbN5cHsLdPfGa7UeiR3oK9tYhQ4WxM");
  vi.stubEnv("NEXTAUTH_SECRET", "kJ8yVwqT2mZr0XbN5cHsLdPfGa7UeiR3oK9tYhQ4WxM");
  vi.stubEnv("NEXTAUTH_URL", address);
  proxy = (await import("@/proxy")).proxy;
});

type Sent = {
  method?: string;
  origin?: string | null;
  type?: string;
  body?: string;
  length?: string | null;
  action?: string;
};

function send({
  method = "POST",
  origin = address,
  type = "application/x-www-form-urlencoded",
  body = "a=1",
  length,
  action,
}: Sent) {
  const headers = new Headers({ "content-type": type });
  if (origin !== null) headers.set("origin", origin);
  if (length !== null) headers.set("content-length", length ?? String(body.length));
  if (action) headers.set("next-action", action);
  return proxy(new NextRequest(`${address}/cohorts?q=a`, { method, headers, ...(method === "POST" && { body }) }));
}

const multipart = (...parts: [name: string, value: string][]) =>
  `${parts.map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}--b--\r\n`;
const type = "multipart/form-data; boundary=b";

test.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("invariants 5.8: %s is refused", async (method) => {
  const { status, headers } = await send({ method });

  expect(status).toBe(405);
  expect(headers.get("allow")).toBe("GET, HEAD, POST");
});

test.each([null, "null", "https://evil.example", "http://portal.example.cn", `${address}.evil.example`])(
  "a POST from %s is refused",
  async (origin) => {
    expect((await send({ origin })).status).toBe(403);
  },
);

test("a POST with the Host header of its own choice is refused all the same", async () => {
  const request = new NextRequest("https://evil.example/cohorts", {
    method: "POST",
    body: "a=1",
    headers: { origin: "https://evil.example", host: "evil.example" },
  });

  expect((await proxy(request)).status).toBe(403);
});

test("more than 1 MB is refused, exactly 1 MB is not", async () => {
  expect((await send({ length: "1048577" })).status).toBe(413);
  expect((await send({ length: "1048576" })).status).toBe(200);
});

test("a body of unknown length is refused", async () => {
  expect((await send({ length: null })).status).toBe(411);
  expect((await send({ length: "-1" })).status).toBe(411);
});

// Found by tests/disaster/fuzz.spec.ts.
test.each(["a\u0000", "1_a\u0000", "a\u0001b", "a\u007f"])(
  "a field of the name %j is refused before Next breaks off at it",
  async (name) => {
    expect((await send({ type, body: multipart([name, "x"]) })).status).toBe(400);
  },
);

test("so is a file whose name holds a control character", async () => {
  const body =
    '--b\r\nContent-Disposition: form-data; name="a"; filename="b\u0000.txt"\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--\r\n';

  expect((await send({ type, body })).status).toBe(400);
});

test.each(["application/json", "text/plain", "text/xml", ""])("a POST of type %s is refused", async (other) => {
  expect((await send({ type: other, body: "{}" })).status).toBe(400);
});

test("a form passes with script and without", async () => {
  const typed: [string, string] = ["1_name", "a"];

  expect((await send({ type, body: multipart(["$ACTION_REF_1", ""], ["name", "a"]) })).status).toBe(200);
  expect((await send({ type, body: multipart(typed, ["0", '[{"state":"idle"},"$K1"]']), action })).status).toBe(200);
  expect(
    (
      await send({
        type,
        body: multipart(typed, ["0", '[{"state":"refused","field":"$undefined","typed":{"name":"$$5"}},"$K1"]']),
        action,
      })
    ).status,
  ).toBe(200);
});

test.each([
  ["broken in the middle", "garbage"],
  ["without arguments", multipart(["1_name", "a"])],
  ["of broken JSON", multipart(["0", "[garbage"])],
  ["that is no list", multipart(["0", "{}"])],
  ["of two numbers", multipart(["0", "[1,2]"])],
  ["with references into itself", multipart(["0", '[{"a":"$Q9"},"$K1"]'])],
])("a call %s is refused before it becomes a fault of ours", async (_, body) => {
  expect((await send({ type, body, action })).status).toBe(400);
});

test("a call of something that is no action is refused", async () => {
  expect((await send({ type, body: multipart(["0", '[{},"$K1"]']), action: "../../etc/passwd" })).status).toBe(400);
});

test("invariants 7: every answer carries its headers, and each a nonce of its own", async () => {
  const [one, other] = await Promise.all([send({ method: "GET" }), send({ method: "GET" })]);
  const policy = one.headers.get("content-security-policy") ?? "";

  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic';/);
  expect(policy).toMatch(/object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'/);
  expect(policy).not.toContain("unsafe");
  expect(other.headers.get("content-security-policy")).not.toBe(policy);
  expect(Object.fromEntries(one.headers)).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
  });
});

test("a refusal carries the headers too", async () => {
  const { headers } = await send({ origin: null });

  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("the page learns where somebody wanted to go, and nobody can tell it otherwise", async () => {
  const request = new NextRequest(`${address}/cohorts?q=a&_rsc=1x`, {
    headers: { "x-portal-path": "//evil.example" },
  });

  const { headers } = await proxy(request);

  expect(headers.get("x-middleware-request-x-portal-path")).toBe("/cohorts?q=a");
});
