import { once } from "node:events";
import net, { type AddressInfo } from "node:net";

/**
 * A way to PostgreSQL that counts how often somebody asks after an answer has come: what is sent together, or behind one another without
 * waiting, is one wait. Of statements alone that cannot be told.
 */
export async function countWaits(databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl);
  let waits = 0;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((asking) => {
    const answering = net.connect(Number(port || 5432), hostname);
    let isAnswered = true;
    asking.on("data", (piece) => {
      if (isAnswered) waits++;
      isAnswered = false;
      answering.write(piece);
    });
    answering.on("data", (piece) => {
      isAnswered = true;
      asking.write(piece);
    });
    for (const [one, other] of [
      [asking, answering],
      [answering, asking],
    ] as const) {
      sockets.add(one.setNoDelay(true));
      one.on("error", () => {}).on("close", () => other.destroy());
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const way = new URL(databaseUrl);
  way.port = String((server.address() as AddressInfo).port);
  return {
    url: way.href,
    sofar: () => waits,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
