import { factsOf } from "@/components/trainee/facts-of";
import type { Actor } from "@/lib/auth/actor";
import { findBase } from "@/lib/base/queries";
import { type Block, htmlOf } from "@/lib/report/file/html";
import { sendPage } from "@/lib/report/send-print";
import type { TraineeRecord } from "@/lib/trainee/queries/record";
import { findTraineeFile } from "@/lib/trainee-file/queries/file";
import { dayOfInstant } from "@/lib/value/calendar";
import { clockOfInstant } from "@/lib/value/clock";
import { translatorOf } from "@/lib/wording/translations";
import { sectionsOf } from "./sections/all";
import type { Say, Section } from "./sections/section";

/** U15, R98: the file of one person on paper: what the page shows, in its order, numbers masked. */
export async function sendFilePaper(actor: Actor, trainee: TraineeRecord): Promise<Response> {
  const say = translatorOf(actor.locale);
  const [base, file, facts] = await Promise.all([
    findBase(),
    findTraineeFile(trainee.id, actor),
    factsBlock(trainee, actor, say),
  ]);
  const time = `${dayOfInstant(new Date())} ${clockOfInstant(new Date())}`;
  return sendPage(
    htmlOf({
      language: actor.locale,
      title: `${base?.name ?? ""}${say("traineeFile.paper", { name: trainee.name })}`,
      mark: base?.isDemo ? say("nav.demo") : undefined,
      lines: [say("traineeFile.taken", { name: actor.name, time })],
      links: [{ href: `/trainees/${trainee.id}`, text: say("report.print.back") }],
      hint: say("report.print.how"),
      blocks: [facts, ...sectionsOf(file, actor.locale).map(blockOf)],
    }),
  );
}

/** The registration, two facts a line. */
async function factsBlock(trainee: TraineeRecord, { today }: Actor, say: Say): Promise<Block> {
  const facts = (await factsOf(trainee, today)).map(({ term, value }) => [
    say(`trainee.record.facts.${term}`),
    value || say("trainee.none"),
  ]);
  const column = (key: "fact" | "value", width: number) => ({
    title: say(`traineeFile.columns.${key}`),
    kind: "text" as const,
    width,
  });
  const half = Math.ceil(facts.length / 2);
  return {
    title: say("trainee.record.card"),
    columns: [column("fact", 20), column("value", 40), column("fact", 20), column("value", 40)],
    rows: facts.slice(0, half).map((fact, n) => [...fact, ...(facts[half + n] ?? ["", ""])]),
    foot: [],
  };
}

const blockOf = ({ title, none, columns, rows }: Section): Block => ({
  title,
  columns: columns.map((column) => ({ ...column, kind: "text" })),
  rows: rows.map(({ cells }) => cells),
  foot: rows.length === 0 ? [none] : [],
});
