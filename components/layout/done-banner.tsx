import { getTranslations } from "next-intl/server";
import { findDecision } from "@/lib/audit/queries/decision";
import { findActor } from "@/lib/auth/actor";
import { namesOf, takeOutcome } from "@/lib/command/outcome";
import { findSaid } from "@/lib/fund/queries/said";
import { minuteOfInstant } from "@/lib/value/clock";
import { Once } from "./once";

/** Says on the next page what came of an act and of whom, once; the address names the act as `?done=enrolment.confirm`. */
export async function DoneBanner({ done }: { done: string | string[] | undefined }) {
  if (typeof done !== "string") return null;
  if (done.startsWith("decided.")) return <DecidedBanner sign={done.slice("decided.".length)} />;
  if (!/^[a-zA-Z]+\.[a-zA-Z]+$/.test(done)) return null;

  const actor = await findActor();
  // Before the door nobody is known to whom it could be told once; it says nothing of anybody.
  if (!actor && saidToNobody.includes(done)) return <Said>{await sentenceOf(done, {})}</Said>;
  const outcome = actor && (await takeOutcome(actor.id, done));
  if (!outcome) return null;

  const said = await sentenceOf(outcome.says, outcome.values);
  if (!outcome.again)
    return (
      <Once id={outcome.key}>
        <Said>{said}</Said>
      </Once>
    );
  const ui = await getTranslations("common.ui");
  return (
    <Once id={`${outcome.key} ${outcome.again.again}`}>
      <Said>{`${said} ${ui("again", { at: minuteOfInstant(outcome.again.at) })}`}</Said>
    </Once>
  );
}

const saidToNobody = ["account.setPassword", "account.signOut"];

function Said({ children }: { children: string }) {
  return (
    <p className="banner ok" role="status">
      {children}
    </p>
  );
}

/** Somebody else decided first: who, when and what. */
async function DecidedBanner({ sign }: { sign: string }) {
  const [t, actor] = await Promise.all([getTranslations("common"), findActor()]);
  const decision = actor && (await findDecision(actor, sign));
  if (!decision) return null;

  const { subjectType: type, subjectId: id } = decision;
  const named = { ...(await namesOf(decision.about)), ...(await findSaid(type, id)) };
  return (
    <p className="banner warn" role="status" data-refusal="WRONG_STATE">
      {t("decidedBefore", {
        name: decision.actorName,
        at: minuteOfInstant(decision.at),
        what: await sentenceOf(decision.verb, { ...named, ...decision.told }),
      })}
    </p>
  );
}

async function sentenceOf(verb: string, values: Record<string, string | number>): Promise<string> {
  const t = await getTranslations();
  const key = `done.${verb}` as "done.saved";
  return t.has(key) ? t(key, { ...nothing, ...values }) : t("done.saved");
}

/** What a sentence may name, where the act had nothing of the kind. */
const nothing = {
  ...{ promoted: 0, count: 0, moved: 0, number: "", title: "" },
  ...{ freed: "false", reversal: "false", sum: "none" },
};
