import { setTimeout as pause } from "node:timers/promises";
import { writeXlsx } from "hucre/xlsx";
import { db } from "@/lib/database/db";
import { checkCharacter } from "@/lib/trainee/rules/id-number";
import { type Form, formOf, multipart } from "../form";
import { reached } from "../goals";
import { forgetPeak, memoryNow, peakOf } from "../processor";
import type { Operation } from "../result";
import { setting } from "../setting";
import { signedIn, type Visitor } from "../visitor";

const path = "/trainees/import";
const people = setting.brief ? 200 : 2_000;
const readers = 4;

/** A roster of two thousand nobody knows: checked and written as a browser without script sends it, while others read. */
export const takeIn: Operation = async () => {
  const [[clerk], others] = [
    await signedIn(setting.portal, "yangjin", 1),
    await signedIn(setting.portal, "danzeng", readers),
  ];
  const form = await formOf(clerk, path, 'name="noticeWay"');
  const file = await rosterOf(people);
  const alone = await readWhile(others, pause(10_000));
  // The first file starts the thread; nobody waits for that twice.
  await send(clerk, { ...form, rows: "CHECK" }, await rosterOf(1));
  const idle = memoryNow(setting.portal.pid);
  forgetPeak(setting.portal.pid);
  const checking = send(clerk, { ...form, rows: "CHECK" }, file);
  const whileChecked = await readWhile(others, checking);
  const seen = /name="seen" value="([0-9a-f]{64})"/.exec((await checking).html)?.[1];
  if (!seen) throw new Error("the check gave no report");
  const writing = send(clerk, { ...form, rows: "VALID", seen }, file);
  const whileWritten = await readWhile(others, writing);
  if ((await writing).status !== 303) throw new Error(`the roster was not taken in: ${(await writing).status}`);
  return [
    {
      operation: `roster of ${people} taken in, others' p99 alone ${p99(alone).toFixed(0)} ms`,
      loads: [],
      goals: [
        reached("import/check", (await checking).took / 1_000),
        reached("import/write", (await writing).took / 1_000),
        reached("import/memory", peakOf(setting.portal.pid) - idle),
        reached("import/p99", p99([...whileChecked, ...whileWritten])),
      ],
    },
  ];
};

async function send(clerk: Visitor | undefined, form: Form, file: Buffer) {
  const today = "2018-08-22";
  const { headers, body } = multipart(
    { ...form, noticeWay: "ORAL", noticeGivenOn: today },
    setting.portal.origin,
    file,
  );
  const said: Buffer[] = [];
  const plain = { ...headers, "accept-encoding": "identity" };
  const answer = await clerk?.({ path, method: "POST", headers: plain, body }, (piece) => said.push(piece));
  return { status: answer?.status ?? 0, took: answer?.took ?? 0, html: Buffer.concat(said).toString() };
}

/** How long each page took that these people opened, one a second each, until the work was done. */
async function readWhile(visitors: Visitor[], work: Promise<unknown>): Promise<number[]> {
  let over = false;
  const done = work.finally(() => {
    over = true;
  });
  const took: number[] = [];
  await Promise.all(
    visitors.map(async (visit) => {
      while (!over) {
        took.push((await visit({ path: "/trainees" })).took);
        await pause(1_000);
      }
    }),
  );
  await done;
  return took;
}

const p99 = (took: number[]): number => took.sort((one, other) => one - other)[Math.floor(took.length * 0.99)] ?? 0;

let last = 0;

async function rosterOf(count: number): Promise<Buffer> {
  const { zh } = await db.codeItem.findFirstOrThrow({ where: { kind: "TRAINEE_CATEGORY" }, select: { zh: true } });
  const village = await db.village.findFirstOrThrow({
    where: { validTo: null },
    select: { name: true, township: { select: { name: true } } },
  });
  const head = ["姓名", "公民身份号码", "人员类别", "民族", "户籍乡镇", "村", "联系电话"];
  const lines = Array.from({ length: count }, () => {
    const n = last++;
    const first = `513338${1960 + (n % 40)}0${1 + (n % 9)}1${Math.floor(n / 400)}${String(n % 400).padStart(3, "0")}`;
    const name = `仁青${String.fromCharCode(0x4e00 + n)}措`;
    return [
      name,
      first + checkCharacter(first),
      zh,
      "藏族",
      village.township.name,
      village.name,
      `137${10_000_000 + n}`,
    ];
  });
  return Buffer.from(await writeXlsx({ sheets: [{ name: "1", rows: [head, ...lines] }] }));
}
