import { notFound } from "next/navigation";
import { ask } from "../../../database";
import { FilledTable } from "../../../filled-table";
import { monthly, open, roster, sums, taught, trainees, week, yearOf } from "../../../questions";
import { requireAccount } from "../../../sign-in";

type Props = { params: Promise<{ page: string }>; searchParams: Promise<{ cohort?: string; fill?: string }> };

/** What no page of a portal can leave out: proxy, sign-in row, its statements, and as many elements as the page it is the limit of. */
export default async function Page({ params, searchParams }: Props) {
  const [{ page }, { cohort, fill = "0" }] = await Promise.all([params, searchParams]);
  const asked = pages[page];
  if (!asked) notFound();

  const { role } = await requireAccount();
  const tables = await Promise.all(
    asked(cohort).map(([name, text, values]) => ask<Record<string, unknown>>(name, text, values)),
  );
  return (
    <main>
      <h1>{role}</h1>
      {tables.map((rows, n) => (
        <FilledTable rows={rows} fill={n === 0 ? Number(fill) : 0} key={asked(cohort)[n]?.[0]} />
      ))}
    </main>
  );
}

type Question = [name: string, text: string, values: unknown[]];

const year = ["2018-01-01", "2018-08-22"];

const pages: Record<string, (cohort?: string) => Question[]> = {
  roster: (cohort) => [["roster", roster, [cohort]]],
  trainees: () => [["trainees", trainees, []]],
  fund: () => [
    ["projects", sums, year],
    ["months", monthly, year],
  ],
  today: () => [
    ["cohorts", open, []],
    ["lessons", taught, []],
    ["year", yearOf, []],
  ],
  schedule: () => [["week", week, ["2018-08-20", "2018-08-26"]]],
};
