import { once } from "node:events";
import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { ourselves } from "@/scripts/process/identity.mjs";
import { freePort, healthAt, instanceAt, requireFreePort, wantedPort } from "@/scripts/process/port.mjs";

afterEach(() => vi.unstubAllEnvs());

/** Listens until the test is over; the port comes back. */
async function listen<T extends net.Server>(server: T, host: string, port = 0): Promise<number> {
  await once(server.listen(port, host), "listening");
  onTestFinished(() => {
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A program that answers every address with this text. */
const answering = (text: string, status = 200) =>
  listen(
    http.createServer((_, answer) => answer.writeHead(status, { connection: "close" }).end(text)),
    "127.0.0.1",
  );

test("a free port can be listened on", async () => {
  const port = await freePort();

  await expect(requireFreePort(port, [])).resolves.toBeUndefined();
  expect(await listen(net.createServer(), "127.0.0.1", port)).toBe(port);
});

test.each(["127.0.0.1", "0.0.0.0"])(
  "a port that another program holds on %s is refused, with the way out",
  async (host) => {
    const port = await listen(net.createServer(), host);

    await expect(requireFreePort(port, [])).rejects.toThrow(
      `Port ${port} is taken by another program: stop it, or choose another one, as in PORT=${port + 1} npm start`,
    );
  },
);

test("a port that this portal holds already is refused by the number of its start", async () => {
  const port = await listen(net.createServer(), "127.0.0.1");
  const server = { ...ourselves, port, instance: "ours" };

  await expect(
    requireFreePort(port, [{ starter: { pid: 4711 }, what: "start.mjs", servers: [server] }]),
  ).rejects.toThrow(`Port ${port} is taken by this portal, already running as process 4711`);
});

test("a port that is let go within the moment is free", async () => {
  const server = net.createServer((socket) => socket.end());
  const port = await listen(server, "127.0.0.1");
  server.once("connection", () => server.close());

  await expect(requireFreePort(port, [])).resolves.toBeUndefined();
});

test.each([
  ["", 3000],
  ["8080", 8080],
  ["65535", 65_535],
])("PORT %j asks for %i", (given, port) => {
  vi.stubEnv("PORT", given);

  expect(wantedPort()).toBe(port);
});

test.each(["-1", "65536", "80.5", "http", "0"])("PORT %j is refused", (given) => {
  vi.stubEnv("PORT", given);

  expect(wantedPort).toThrow(`PORT is "${given}": give a number from 1 to 65535`);
});

test("the health answer says who serves, and what stands in the way", async () => {
  const port = await answering(JSON.stringify({ instance: "ours", missing: ["database"] }), 503);

  expect(await healthAt(port, "ready")).toEqual({ status: 503, instance: "ours", missing: ["database"] });
  expect(await instanceAt(port)).toBe("ours");
});

test("something else that answers is not ours, and nothing is nobody", async () => {
  const port = await answering("<html>");

  expect(await healthAt(port, "live")).toEqual({ status: 200 });
  expect(await instanceAt(port)).toBeUndefined();
  expect(await healthAt(await freePort(), "live")).toBeUndefined();
});
