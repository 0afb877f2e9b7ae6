import { readFileSync } from "node:fs";
import pg from "pg";
import { env } from "@/lib/env";
import { waitsOfEnrolling } from "../enrol/counted";
import { nextPairs } from "../enrol/room";
import { floorSide, functionSide, portalSide, routeSide } from "../enrol/sides";
import { figureOf, loadsAt, percent, ratio } from "../figures";
import { reached } from "../goals";
import type { Goal, Measured, Operation } from "../result";
import { roundsOf } from "../rounds";
import { owner } from "../statements";

const times = { one: 100, sixteen: 400 };

/** Enrolments in one year: through the form, through the floor's form, a bare route and straight through pg, the last three by one SQL function. */
export const enrol: Operation = async () => {
  const next = await nextPairs();
  await owner.query(readFileSync("scripts/bench/enrol/enrol.sql", "utf8"));
  const pool = new pg.Pool({ connectionString: env().databaseUrl, max: 16 });
  const actor = await clerkId();
  const sides = [
    await portalSide(next),
    await floorSide(next),
    routeSide(next, actor),
    functionSide(next, actor, pool),
  ];
  const measured = await roundsOf(sides, times);
  await pool.end();
  return [{ operation: "enrol", loads: measured, goals: goalsOf(measured, await waitsOfEnrolling(next)) }];
};

function goalsOf(measured: Measured[], waits: number): Goal[] {
  const at = (who: string, clients = 16) => loadsAt(measured, who, clients);
  const throughput = percent(ratio(at("portal"), at("function through pg"), ({ perSecond }) => perSecond));
  return [
    ...[1, 16].map((clients) =>
      reached(
        "enrol/processor",
        ratio(at("portal", clients), at("floor", clients)),
        clients === 1 ? "1 client" : `${clients} clients`,
      ),
    ),
    reached("enrol/before", ratio(at("portal"), at("bare route"))),
    reached(
      "enrol/asked",
      figureOf(at("portal", 1), ({ statements, control }) => statements + control),
    ),
    reached("enrol/waits", waits),
    reached("enrol/throughput", throughput),
  ];
}

async function clerkId(): Promise<string> {
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM accounts WHERE username = 'yangjin'");
  return rows[0]?.id ?? "";
}
