import type { Actor } from "@/lib/auth/actor";
import { approveRecord, rejectRecord, submitRecord, withdrawRecord } from "@/lib/fund/commands/decide";
import { lockMonth, returnMonth, submitMonth } from "@/lib/fund/commands/month";
import { recordPlan } from "@/lib/fund/commands/plan";
import * as write from "@/lib/fund/commands/record";
import { reverseRecord } from "@/lib/fund/commands/reverse";
import { reportProject } from "@/lib/project/commands/report";
import { reportProjectInput } from "@/lib/project/schema";
import type { Day, Month } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as office from "./office";
import * as papers from "./papers";
import { type Book, type Kind, type Project, type Record, states } from "./reference";

/** One act: what stands against it on paper, how the portal does it, and what it changes on paper; `about` has its entry in the audit. */
export type Step = {
  tells: string;
  against: string[];
  /** What it may meet beside that, of which the paper keeps no account. */
  perhaps?: string[];
  act(): Promise<unknown>;
  effect(id: string): { about: string };
};

/** What chance decided; every verb takes of it what it needs. */
export type Pick = {
  verb: Verb;
  kind: number;
  project: number;
  record: number;
  actor: number;
  amount: bigint;
  on: number;
  today: Day;
  state: number;
  progress: number;
  isDraft: boolean;
  hasReason: boolean;
  hasBasis: boolean;
  isStale: boolean;
  /** Decided by who wrote it down or reported it. */
  isOwn: boolean;
  /** Not aimed at a row, or taken by a person, for which the act makes sense. */
  isWild: boolean;
};

export type Scene = { cast: Actor[]; book: Book };
type Play = (scene: Scene, pick: Pick) => Step | undefined;

const kinds: Kind[] = [
  ...["disbursement", "disbursement", "disbursement", "appropriation", "appropriation"],
  ...["progress", "progress", "outside", "plan", "revenue"],
] as Kind[];
export const days = [
  ...["2017-12-30", "2018-01-15", "2018-02-10", "2018-02-28", "2018-03-31", "2018-05-05"],
  ...["2018-06-30", "2018-07-20", "2018-08-05", "2018-08-21", "2018-08-23"],
];
const months = [...new Set(days.map(office.monthOf))] as Month[];

export const choose = <One>(list: readonly One[], number: number): One => {
  const one = list[number % list.length];
  if (one === undefined) throw new Error("nothing to choose from");
  return one;
};
const actorOf = ({ cast }: Scene, { actor, today }: Pick, suits: (id: string) => boolean = () => true): Actor => ({
  ...choose(
    cast.filter(({ id }) => suits(id)),
    actor,
  ),
  today,
});
const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;

/** Written down in yuan, as a draft or handed in; what is completed counts at once. */
const record: Play = (scene, pick) => {
  const { book } = scene;
  const actor = actorOf(scene, pick);
  const kind = choose(kinds, pick.kind);
  const on = choose(days, pick.on);
  const isLedger = kind === "appropriation" || kind === "disbursement" || kind === "progress";
  const project = choose(book.projects, pick.project);
  const state = kind === "progress" ? "APPROVED" : pick.isDraft ? "DRAFT" : "SUBMITTED";
  const year = kind === "plan" ? 2017 + (pick.project % 2) : 2016 + (pick.project % 2);
  // Plans and revenues are of another size: the standard is some 300 万元, the plan near it.
  const amount =
    kind === "revenue"
      ? 60_000_000_000n + pick.amount
      : kind === "plan"
        ? 250_000_000n + 2n * pick.amount
        : pick.amount;
  const one: Record = {
    ...{ id: "", kind, amount, on, state, by: actor.id, version: 1 },
    ...(isLedger && { projectId: project.id }),
    ...((kind === "plan" || kind === "revenue") && { year }),
    ...((kind === "plan" || kind === "disbursement") && pick.hasReason && { reason: "模型" }),
    ...(kind === "plan" && pick.hasBasis && { basis: "OTHER" }),
    ...(kind === "revenue" && { provisional: pick.hasBasis && pick.hasReason }),
  };
  return {
    tells: `${state} ${kind} ${yuan(amount)} on ${on}${isLedger ? ` for ${project.code}` : ""}`,
    against: office.againstWriting(book, one, pick.today),
    act: () => send(actor, one, project, pick),
    effect(id) {
      book.records.push({ ...one, id });
      return { about: id };
    },
  };
};

function send(
  actor: Actor,
  { kind, amount, on, year = 0, provisional }: Record,
  { id }: Project,
  { isDraft, hasReason, hasBasis }: Pick,
) {
  const reason = hasReason ? "模型" : undefined;
  const common = { unit: "YUAN", datedOn: on, ...(isDraft && kind !== "progress" && { intent: "DRAFT" }) };
  const typed = yuan(amount);
  if (kind === "appropriation") return write.recordAppropriation(actor, papers.arrangement(id, typed, common));
  if (kind === "disbursement")
    return write.recordDisbursement(actor, papers.payment(id, typed, { ...common, exceptionReason: reason }));
  if (kind === "progress") return write.recordProgress(actor, papers.progress(id, typed, common));
  if (kind === "outside") return write.recordOutside(actor, papers.outside(typed, common));
  if (kind === "revenue")
    return write.recordRevenue(
      actor,
      papers.revenue(year, typed, { ...common, certainty: provisional ? "PROVISIONAL" : "IMPLIED" }),
    );
  const basis = hasBasis ? { basis: "OTHER", documentNo: "1" } : {};
  return recordPlan(actor, papers.planned(year, typed, { ...common, ...basis, reason }));
}

function aRecord({ book }: Scene, pick: Pick, ...wanted: Record["state"][]) {
  const fitting = pick.isWild ? book.records : book.records.filter(({ state }) => wanted.includes(state));
  return fitting.length === 0 ? undefined : choose(fitting, pick.record);
}

const input = (one: Record, pick: Pick) => ({
  kind: one.kind,
  recordId: one.id,
  version: one.version + (pick.isStale ? 1 : 0),
});
const told = ({ kind, id, state, amount }: Record) =>
  `${state} ${kind} ${yuan(amount < 0n ? -amount : amount)} ${id.slice(-4)}`;

function moved(one: Record, state: Record["state"]) {
  Object.assign(one, { state, version: one.version + 1 });
  return { about: one.id };
}

/** By who wrote it down: handed in, or taken back. */
const own =
  (verb: "submit" | "withdraw"): Play =>
  (scene, pick) => {
    const from: Record["state"][] = verb === "submit" ? ["DRAFT"] : ["DRAFT", "SUBMITTED"];
    const one = aRecord(scene, pick, ...from);
    if (!one) return undefined;
    const actor = actorOf(scene, pick, (id) => pick.isWild || id === one.by);
    return {
      tells: `${verb} ${told(one)}`,
      against: [
        ...office.againstStep(one, from, input(one, pick).version),
        ...(one.by === actor.id ? [] : ["WRONG_STATE"]),
        // What a payment meets is asked when it is written and when it is approved; of a plan it is asked here too.
        ...(verb === "submit" && one.kind === "plan" ? office.againstPlan(scene.book, one, pick.today) : []),
        ...(verb === "submit" ? office.againstDay(scene.book, one.on, "9999-12-31") : []),
      ],
      // R69: a doubt that came up after the draft was ticked, as the same amount paid meanwhile.
      ...(verb === "submit" && { perhaps: ["INPUT_WRONG"] }),
      act: () => (verb === "submit" ? submitRecord : withdrawRecord)(actor, input(one, pick)),
      effect: () => moved(one, verb === "submit" ? "SUBMITTED" : "REJECTED"),
    };
  };

/** Each of the cast writes and decides, as the office has it: in another role, which the account has meanwhile (I16). */
async function leading<Outcome>(actor: Actor, act: (leader: Actor) => Promise<Outcome>): Promise<Outcome> {
  const give = (role: Actor["role"]) =>
    sql(
      "owner",
      `SET session_replication_role = replica; UPDATE accounts SET role = '${role}' WHERE id = '${actor.id}'`,
    );
  await give("AID_LEADER");
  return act({ ...actor, role: "AID_LEADER" }).finally(() => give(actor.role));
}

/** By another person: yes or no. */
const decide =
  (verb: "approve" | "reject"): Play =>
  (scene, pick) => {
    const one = aRecord(scene, pick, "SUBMITTED");
    if (!one) return undefined;
    const actor = actorOf(scene, pick, (id) => pick.isWild || (id === one.by) === pick.isOwn);
    return {
      tells: `${verb} ${told(one)}`,
      against: [
        ...office.againstStep(one, ["SUBMITTED"], input(one, pick).version),
        ...(one.by === actor.id ? ["SAME_PERSON"] : []),
        ...(verb === "approve"
          ? office.againstApproving(scene.book, one, pick.today)
          : office.againstDay(scene.book, one.on, "9999-12-31")),
      ],
      act: () =>
        verb === "approve"
          ? leading(actor, (leader) => approveRecord(leader, input(one, pick)))
          : leading(actor, (leader) => rejectRecord(leader, { ...input(one, pick), reason: "模型" })),
      effect() {
        if (verb === "approve" && one.kind === "plan") scene.book.approved.set(one.year ?? 0, one);
        return moved(one, verb === "approve" ? "APPROVED" : "REJECTED");
      },
    };
  };

const reverse: Play = (scene, pick) => {
  const one = aRecord(scene, pick, "APPROVED");
  if (!one || one.kind === "plan" || one.kind === "revenue") return undefined;
  const { kind } = one;
  const later = pick.isWild ? days : days.filter((on) => on >= one.on);
  const on = choose(later, pick.on);
  const actor = actorOf(scene, pick);
  return {
    tells: `reverse ${told(one)} on ${on}`,
    against: office.againstReversing(scene.book, one, on, pick.today),
    act: () => reverseRecord(actor, papers.takenBack(kind, one.id, on)),
    effect(id) {
      const { reason: _, ...mirror } = one;
      scene.book.records.push({
        ...mirror,
        id,
        amount: -one.amount,
        on,
        state: "SUBMITTED",
        by: actor.id,
        version: 1,
        reversalOf: one.id,
      });
      return { about: id };
    },
  };
};

/** Reported, locked or given back; locking is for good, so it comes seldom. */
const month =
  (verb: "report" | "lock" | "return"): Play =>
  (scene, pick) => {
    const { book } = scene;
    const reported = months.filter((name) => book.months.get(name)?.state === "SUBMITTED");
    const name = choose(pick.isWild || verb === "report" || reported.length === 0 ? months : reported, pick.record);
    const row = book.months.get(name) ?? { state: "OPEN", by: null, version: 1 };
    const actor = actorOf(
      scene,
      pick,
      (id) => verb === "report" || pick.isWild || !row.by || (id === row.by) === pick.isOwn,
    );
    const version = row.version + (pick.isStale ? 1 : 0);
    const states = { report: "SUBMITTED", lock: "LOCKED", return: "OPEN" } as const;
    return {
      tells: `${verb} ${name}, ${row.state}`,
      against:
        verb === "report"
          ? office.againstReporting(book, name, pick.today)
          : [
              ...(row.state === "SUBMITTED" ? [] : ["WRONG_STATE"]),
              ...(pick.isStale ? ["STALE"] : []),
              ...(verb === "lock" && row.by === actor.id ? ["SAME_PERSON"] : []),
            ],
      async act() {
        if (verb === "report") return submitMonth(actor, { month: name });
        if (verb === "lock") return leading(actor, (leader) => lockMonth(leader, { month: name, version }));
        return leading(actor, (leader) => returnMonth(leader, { month: name, version, reason: "模型" }));
      },
      effect() {
        const by = verb === "report" ? actor.id : verb === "return" ? null : row.by;
        book.months.set(name, { state: states[verb], by, version: row.version + 1 });
        return { about: name };
      },
    };
  };

const works: Play = (scene, pick) => {
  const { book } = scene;
  const project = choose(book.projects, pick.project);
  const rank = states.indexOf(office.stateOf(book, project.id));
  const state = choose(states, pick.isWild ? pick.state : Math.min(rank + (pick.state % 2), 4));
  const [actor, on] = [actorOf(scene, pick), choose(days, pick.on)];
  const typed = {
    projectId: project.id,
    state,
    datedOn: on,
    physicalProgress: String(pick.progress),
    documentNo: "验收",
  };
  return {
    tells: `${project.code} is ${state} on ${on}`,
    against: [
      ...office.againstDay(book, on, pick.today),
      ...office.againstState(book, project.id, state, on, pick.progress),
    ],
    act: async () => reportProject(actor, reportProjectInput.parse(typed)),
    effect() {
      book.reports.push({ projectId: project.id, state, on });
      return { about: project.id };
    },
  };
};

export const verbs = {
  ...{ record, submit: own("submit"), withdraw: own("withdraw"), approve: decide("approve"), reject: decide("reject") },
  ...{ reverse, report: month("report"), lock: month("lock"), return: month("return"), works },
} as const satisfies { [verb: string]: Play };
export type Verb =
  | "record"
  | "submit"
  | "withdraw"
  | "approve"
  | "reject"
  | "reverse"
  | "report"
  | "lock"
  | "return"
  | "works";
