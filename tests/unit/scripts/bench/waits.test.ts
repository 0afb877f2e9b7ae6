import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { countWaits } from "@/scripts/bench/enrol/waits";

test("what is sent before the answer comes is one wait, what is sent after it another", async () => {
  const database = net.createServer((socket) =>
    socket.on("data", (said) => {
      database.emit("heard");
      if (said.includes(";")) socket.write("done");
    }),
  );
  await once(database.listen(0, "127.0.0.1"), "listening");
  const way = await countWaits(`postgresql://somebody@127.0.0.1:${(database.address() as AddressInfo).port}/base`);
  const client = net.connect(Number(new URL(way.url).port), "127.0.0.1");
  onTestFinished(() => {
    client.destroy();
    way.close();
    database.close();
  });

  client.write("begin");
  await once(database, "heard");
  client.write("look;");
  await once(client, "data");
  expect(way.sofar()).toBe(1);

  client.write("write;");
  await once(client, "data");
  expect(way.sofar()).toBe(2);
});
