/** What `scripts/bench/bench.mjs` has started: two servers on one database. */
export type Served = { pid: number; origin: string };

type Setting = {
  scale: number;
  only: string[];
  /** How often each figure is taken. */
  rounds: number;
  /** A tenth of the requests: enough to see that the rows work, too little to go by. */
  brief?: boolean;
  /** How long a clerk rests between two clicks, in seconds. */
  pause: number;
  /** Where the built portal lies. */
  folder: string;
  portal: Served;
  reference: Served;
  postmaster: number;
  ownerUrl: string;
  browser: { executablePath: string; args: string[]; env: Record<string, string> };
  keep: string;
};

export const setting = JSON.parse(process.env.BENCH ?? "{}") as Setting;
