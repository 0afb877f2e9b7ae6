import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import fault from "@/lib/wording/zh-CN/fault.json";

const address = "https://portal.example.cn";
let seen: IncomingMessage[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let server: http.Server;
let door: typeof import("@/lib/refusal/visit");
let refusals: typeof import("@/lib/refusal/refusal");

beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none");
  vi.stubEnv("PORTAL_DATA_KEY", "kJ8yVwqT2mZr0XbN5cHsLdPfGa7UeiR3oK9tYhQ4WxM");
  vi.stubEnv("NEXTAUTH_SECRET", "kJ8yVwqT2mZr0XbN5cHsLdPfGa7UeiR3oK9tYhQ4WxM");
  vi.stubEnv("NEXTAUTH_URL", address);
  vi.stubEnv("PORTAL_PROXIES", "127.0.0.1");
  door = await import("@/lib/refusal/visit");
  refusals = await import("@/lib/refusal/refusal");
  (await import("@/lib/server/door/http")).openDoor();
  server = http.createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());
beforeEach(() => {
  seen = [];
  answer = (_, response) => response.end("ok");
});

type Sent = { method?: string; host?: string; path?: string; headers?: Record<string, string> };

/** As bytes, since no client would send what is sent here. */
function send({ method = "GET", host = "portal.example.cn", path = "/trainees", headers = {} }: Sent): Promise<string> {
  const lines = [`${method} ${path} HTTP/1.1`, `Host: ${host}`, "Connection: close"];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  return new Promise((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    let text = "";
    socket.on("data", (chunk) => (text += chunk));
    socket.on("close", () => resolve(text)).on("error", reject);
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  });
}
const statusOf = (text: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]);

test.each<[string, number, Sent]>([
  ["TRACE", 405, { method: "TRACE" }],
  ["a foreign Host", 421, { host: "evil.example" }],
  ["a Host that is none", 421, { host: "%00" }],
  ["a foreign X-Forwarded-Host", 421, { headers: { "X-Forwarded-Host": "evil.example" } }],
  ["NUL in a path", 400, { path: "/trainees/%00" }],
  ["NUL in a query", 400, { path: "/trainees?q=a%00b" }],
  ["a whole address of another host", 400, { path: "http://evil.example/trainees" }],
  ["a broken escape", 400, { path: "/trainees/%e4%zz" }],
  ["an address without end", 414, { path: `/trainees?q=${"a".repeat(8_200)}` }],
  ["parameters without end", 414, { path: `/trainees?${"a&".repeat(400)}` }],
  ["cookies without end", 431, { headers: { Cookie: `a=${"b".repeat(8_200)}` } }],
  [
    "a head of a hundred lines",
    431,
    { headers: Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`A${n}`, "b"])) },
  ],
])("invariants 5.8: %s is refused before Next sees it", async (_, status, sent) => {
  const text = await send(sent);

  expect(statusOf(text)).toBe(status);
  expect(text.toLowerCase()).toContain("x-content-type-options: nosniff");
  expect(seen).toHaveLength(0);
});

test("invariants 5.8: our own name, with a port and behind a proxy, and this machine's own pass", async () => {
  const sent = [
    { host: "portal.example.cn:8443", headers: { "X-Forwarded-Host": "portal.example.cn" } },
    { host: "127.0.0.1:3000" },
    { host: "10.2.3.4", path: "/health/ready" },
  ];

  expect((await Promise.all(sent.map(send))).map(statusOf)).toEqual([200, 200, 200]);
});

test("invariants 7: the pages read one address, which a configured proxy told", async () => {
  await send({ headers: { "X-Forwarded-For": "203.0.113.9, 198.51.100.1", "X-Forwarded-Proto": "javascript" } });

  expect(seen[0]?.headers).toMatchObject({ "x-forwarded-for": "198.51.100.1" });
  expect(seen[0]?.headers).not.toHaveProperty("x-forwarded-proto");
});

test("invariants 7: static files carry the headers too", async () => {
  const text = (await send({ path: "/_next/static/a.js" })).toLowerCase();

  for (const header of [
    "x-content-type-options: nosniff",
    "strict-transport-security: max-age=31536000",
    "x-frame-options: deny",
  ])
    expect(text).toContain(header);
});

test.each([
  ["/icons/icon-192.png", true],
  ["/fonts/noto-serif-tibetan.woff2", true],
  ["/print.css?v=1", true],
  ["/print.css", false],
  ["/sign-in", false],
])("U39: %s may be kept for a year: %s", async (path, kept) => {
  expect((await send({ path })).toLowerCase().includes("cache-control: public, max-age=31536000, immutable")).toBe(
    kept,
  );
});

/** What a page does that meets no database: the question marks the visit, Next writes an empty 500. */
const away = (response: ServerResponse, form: [string, string][] = []) => {
  const kept = new FormData();
  for (const [name, value] of form) kept.append(name, value);
  door.noteForm(kept);
  door.noteAway(new refusals.Refusal("UNAVAILABLE"));
  response.statusCode = 500;
  response.setHeader("content-encoding", "gzip");
  response.write("garbage");
  response.end("more");
};

test("invariants 6: a page that met no database is 503 with words, Retry-After and the same question as a button", async () => {
  answer = (_, response) => away(response);

  const text = await send({ path: "/trainees?q=%E6%89%8E&page=2" });

  expect(statusOf(text)).toBe(503);
  expect(text).toMatch(/retry-after: 5\r\n/i);
  expect(text).not.toMatch(/content-encoding|garbage|more$/i);
  expect(text).toContain(fault.unavailable.text);
  expect(text).toContain('<form method="get" action="/trainees"><input type="hidden" name="q" value="扎"');
});

test("invariants 6: a form sent without a script lies in the answer whole, but for its password", async () => {
  answer = (_, response) =>
    away(response, [
      ["$ACTION_KEY", "k1"],
      ["submissionKey", "7"],
      ["note", 'a"<b>\nc'],
      ["currentPassword", "secret-of-mine"],
    ]);

  const text = await send({ method: "POST", headers: { "Content-Length": "0" } });

  expect(text).toContain('<form method="post" enctype="multipart/form-data" action="/trainees">');
  expect(text).toContain('name="submissionKey" value="7"');
  expect(text).toContain('name="note" value="a&quot;&lt;b&gt;&#10;c"');
  expect(text).toContain('<input type="password" name="currentPassword" required>');
  expect(text).not.toContain("secret-of-mine");
});

test("invariants 6: to a script only the status is said, its words are on the page already", async () => {
  answer = (_, response) => away(response);

  const text = await send({ headers: { RSC: "1" } });

  expect(statusOf(text)).toBe(503);
  expect(text).toContain("garbage");
});

test("invariants 6: a form without a script that is refused on its own page is 503 there, with the page as it is", async () => {
  answer = (_, response) => {
    door.noteAway(new refusals.Refusal("BUSY"));
    response.end("the page with all that was typed");
  };

  const text = await send({ method: "POST", headers: { "Content-Length": "0" } });
  expect(statusOf(text)).toBe(503);
  expect(text).toMatch(/retry-after: 5\r\n/i);
  expect(text).toContain("the page with all that was typed");

  expect(
    statusOf(await send({ method: "POST", headers: { "Content-Length": "0", "Next-Action": "a".repeat(42) } })),
  ).toBe(200);
});

test("invariants 6: a fault of ours stays one, and an answer that was given although the database was away stays as it is", async () => {
  answer = (_, response) => response.writeHead(500).end("fault");
  expect(statusOf(await send({}))).toBe(500);

  answer = (_, response) => {
    door.noteAway(new refusals.Refusal("BUSY"));
    response.writeHead(200).end("kept");
  };
  expect(await send({})).toContain("kept");
});

test("invariants 6: a refusal of another bundle is known as one", async () => {
  vi.resetModules();
  const other = await import("@/lib/refusal/refusal");

  expect(other.Refusal).not.toBe(refusals.Refusal);
  expect(new other.Refusal("BUSY")).toBeInstanceOf(refusals.Refusal);
  expect(refusals.asRefusal(new other.Refusal("BUSY"))).toMatchObject({ refusal: "BUSY" });
  expect(new Error("BUSY")).not.toBeInstanceOf(refusals.Refusal);
});

test("R95: a full number in an address is answered with the address without it, before anybody writes it down", async () => {
  const text = await send({ path: "/trainees?q=51333819910106998X&size=20" });

  expect(statusOf(text)).toBe(303);
  expect(text).toMatch(/location: \/trainees\?size=20&number=address\r\n/i);
  expect(text).not.toContain("51333819910106998X");
  expect(seen).toHaveLength(0);
});
