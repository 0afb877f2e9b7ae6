import { env } from "@/lib/env";
import { end } from "../../process/children.mjs";
import { freePort } from "../../process/port.mjs";
import { serve } from "../../start/serve.mjs";
import { setting } from "../setting";
import type { Pair } from "./pairs";
import { portalSide } from "./sides";
import { countWaits } from "./waits";

const [warm, times] = [10, 30];

/**
 * How often an enrolment has to wait for the database, counted at a portal of its own: the way that counts would cost the others time. The
 * least of thirty: an answer that overtakes what is being sent behind it looks like a wait and is none.
 */
export async function waitsOfEnrolling(next: () => Pair): Promise<number> {
  const way = await countWaits(env().databaseUrl);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const { child, origin } = await serve({
    folder: setting.folder,
    port,
    env: { DATABASE_URL: way.url, NEXTAUTH_URL: address },
    quiet: true,
  });
  try {
    const { once } = await portalSide(next, { pid: child.pid as number, origin });
    const counted: number[] = [];
    for (let n = 0; n < warm + times; n++) {
      const before = way.sofar();
      await once(0, n);
      if (n >= warm) counted.push(way.sofar() - before);
    }
    return Math.min(...counted);
  } finally {
    await end(child);
    way.close();
  }
}
