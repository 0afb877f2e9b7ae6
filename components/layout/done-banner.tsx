import { getTranslations } from "next-intl/server";
import { findDecision } from "@/lib/audit/queries/decision";
import { findActor } from "@/lib/auth/actor";
import { minuteOfInstant } from "@/lib/clock";

/** Says on the next page what was done: the verb comes in the address as `?done=enrolment.confirm`. */
export async function DoneBanner({ done }: { done: string | string[] | undefined }) {
  if (typeof done !== "string") return null;
  if (done.startsWith("decided.")) return <DecidedBanner sign={done.slice("decided.".length)} />;
  if (!/^[a-zA-Z]+\.[a-zA-Z]+$/.test(done)) return null;

  return (
    <p className="banner ok" role="status">
      {await sentenceOf(done)}
    </p>
  );
}

/** Somebody else decided first: who, when and what. */
async function DecidedBanner({ sign }: { sign: string }) {
  const [t, actor] = await Promise.all([getTranslations("common"), findActor()]);
  const decision = actor && (await findDecision(actor, sign));
  if (!decision) return null;

  return (
    <p className="banner warn" role="status" data-refusal="WRONG_STATE">
      {t("decidedBefore", {
        name: decision.actorName,
        at: minuteOfInstant(decision.at),
        what: await sentenceOf(decision.verb),
      })}
    </p>
  );
}

async function sentenceOf(verb: string): Promise<string> {
  const t = await getTranslations();
  const key = `done.${verb}` as "done.saved";
  return t.has(key) ? t(key) : t("done.saved");
}
