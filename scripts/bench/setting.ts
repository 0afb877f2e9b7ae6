/** What `scripts/bench/bench.mjs` has started: two servers on one database. */
export type Served = { pid: number; origin: string };

type Setting = {
  scale: number;
  only: string[];
  portal: Served;
  reference: Served;
  postmaster: number;
  ownerUrl: string;
  browser: { executablePath: string; args: string[]; env: Record<string, string> };
  keep: string;
};

export const setting = JSON.parse(process.env.BENCH ?? "{}") as Setting;
