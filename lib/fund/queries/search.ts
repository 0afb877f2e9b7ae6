import "server-only";
import { z } from "zod";
import { type Question, told } from "@/lib/database/together";
import { type Kind, kinds, tableOf } from "@/lib/fund/rules/ledger";
import { paperSigns, plainPaper } from "@/lib/fund/rules/search";
import type { Month } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { MonthState, RecordState } from "@/prisma/generated/enums";

const record = z.object({
  kind: z.enum(kinds),
  id: z.string(),
  documentNo: z.string(),
  datedOn: told.day,
  amount: told.fen,
  state: z.enum(RecordState),
  about: z.string(),
  total: z.number(),
});

type Limits = { shown: number; mostCounted: number };

/** U06: what was written down under a document number, by how it begins or by its year and what follows; the newest first. */
export function recordsFound(q: string, { shown, mostCounted }: Limits): Question<typeof record> | null {
  const paper = plainPaper(q);
  if (paper === "") return null;
  const most = Prisma.raw(`${mostCounted + 1}`);
  const ledgers = kinds.map(
    (kind) => Prisma.sql`(SELECT ${kind}::text AS kind, r.id, r.document_no, r.dated_on, r.state, ${own[kind]}
      FROM ${Prisma.raw(tableOf[kind])} r WHERE ${within(wholePaper, paper)} OR ${within(fromYear, paper)} LIMIT ${most})`,
  );
  return {
    asks: Prisma.sql`
      SELECT r.kind, r.id, r.document_no, r.dated_on, r.state, r.amount::text,
        coalesce((SELECT code || ' ' || name FROM projects WHERE id = r.project_id), r.item) AS about, r.total
      FROM (SELECT *, count(*) OVER () AS total FROM (${Prisma.join(ledgers, " UNION ALL ")}) AS found
        ORDER BY dated_on DESC, id DESC LIMIT ${Prisma.raw(`${shown}`)}) AS r
      ORDER BY r.dated_on DESC, r.id DESC`,
    shape: record,
  };
}

/** As the indexes have it: what `plainPaper` makes of the words that are looked for. */
const wholePaper = `regexp_replace(upper(normalize(document_no, NFKC)), '${paperSigns}', '', 'g')`;
const fromYear = `substring(${wholePaper} from '[0-9].*')`;

const within = (key: string, paper: string): Prisma.Sql =>
  Prisma.sql`(${Prisma.raw(key)} >= ${paper}::text AND ${Prisma.raw(key)} < ${`${paper}\u{10FFFF}`}::text)`;

const ofProject = Prisma.sql`r.amount, r.project_id, ''::text AS item`;
const own: Record<Kind, Prisma.Sql> = {
  plan: Prisma.sql`r.total AS amount, NULL::uuid AS project_id, r.year::text AS item`,
  revenue: Prisma.sql`r.amount, NULL::uuid AS project_id, r.year::text AS item`,
  appropriation: ofProject,
  disbursement: ofProject,
  progress: ofProject,
  outside: Prisma.sql`r.amount, NULL::uuid AS project_id, r.item`,
};

const month = z.object({ month: z.string(), state: z.enum(MonthState) });

/** A month and how far its report is; one that nobody reported yet has no row. */
export const monthFound = (of: Month): Question<typeof month> => ({
  asks: Prisma.sql`
    SELECT asked.month, coalesce(f.state::text, 'OPEN') AS state
    FROM (SELECT ${of}::text AS month) AS asked LEFT JOIN fund_months f ON f.month = asked.month`,
  shape: month,
});
