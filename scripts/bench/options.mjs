import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Obstacle } from "../process/obstacle.mjs";

const operations = fs.readdirSync(path.join(import.meta.dirname, "rows")).map((file) => file.slice(0, -3));

export const help = `npm run bench -- [--scale N] [--rounds N] [--only enrol,roster,...] [--profile roster] [--json]

  --scale N   N × 50,000 trainees and N × 100,000 enrolments (1); 0.1 is the small base of the comparisons
  --only      operations by name, comma between: ${operations.join(", ")}
  --rounds N  how often each figure is taken (1); the tables show the median and how far the rounds went
  --pause S   how many seconds a clerk rests between two clicks (11, longer than a pool of ten seconds; 60 for the goal)
  --profile   one operation, and where the portal's server was at work while it was measured
  --brief     a tenth of the requests, to see that the rows work
  --json      the figures as JSON on the last line`;

/** What the run was asked for; a wish it does not know ends it. */
export function options() {
  const { values } = parseArgs({
    options: {
      scale: { type: "string", default: "1" },
      rounds: { type: "string", default: "1" },
      pause: { type: "string", default: "11" },
      only: { type: "string", default: "" },
      profile: { type: "string" },
      brief: { type: "boolean" },
      json: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  const { only, profile, brief, json, help } = values;
  const wished = {
    scale: numberOf("scale", values.scale, 0.1, 100),
    rounds: numberOf("rounds", values.rounds, 1, 30),
    pause: numberOf("pause", values.pause, 0, 600),
    only: (profile ?? only).split(",").filter(Boolean),
  };
  const unknown = wished.only.find((name) => !operations.includes(name));
  if (unknown) throw new Obstacle(`${unknown} is no operation: ${operations.join(", ")}`);
  return { ...wished, brief, profile, json, help };
}

/** @type {(name: string, said: string, least: number, most: number) => number} */
function numberOf(name, said, least, most) {
  const number = Number(said);
  if (!(number >= least && number <= most))
    throw new Obstacle(`--${name} ${said}: give a number from ${least} to ${most}`);
  return number;
}
