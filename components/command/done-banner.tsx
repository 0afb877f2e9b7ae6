import { findDecision } from "@/lib/audit/queries/decision";
import { addressAsked, findActor } from "@/lib/auth/actor";
import { namesOf, type Outcome, takeOutcome } from "@/lib/command/outcome";
import { findSaid } from "@/lib/fund/queries/said";
import { minuteOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";
import { Once } from "./once";
import { OnceByAddress } from "./once-by-address";

/** Says on the page an act led to what came of it and of whom, once; or who decided first what this person wanted to decide. */
export async function DoneBanner() {
  const [actor, asked] = await Promise.all([findActor(), addressAsked()]);
  const [path = "/", query] = asked.split("?");
  const sign = new URLSearchParams(query).get("decided");
  if (sign) return <DecidedBanner sign={sign} />;
  if (!actor?.untold) return null;
  const outcome = await takeOutcome(actor.id, path);
  return outcome && <OutcomeBanner {...outcome} />;
}

async function OutcomeBanner({ id, says, about, told, again }: Outcome) {
  const said = await sentenceOf(says, { ...(await namesOf(about)), ...(await findSaid(about.record)), ...told });
  const ui = await getTranslations("common.ui");
  return (
    <Once id={again ? `${id} ${again.again}` : id}>
      <p className="banner ok" role="status">
        {again ? `${said} ${ui("again", { at: minuteOfInstant(again.at) })}` : said}
      </p>
    </Once>
  );
}

/** Somebody else decided first: who, when and what. */
async function DecidedBanner({ sign }: { sign: string }) {
  const [t, actor] = await Promise.all([getTranslations("common"), findActor()]);
  const decision = actor && (await findDecision(actor, sign));
  if (!decision) return null;

  const { subjectType: type, subjectId: id } = decision;
  const named = { ...(await namesOf(decision.about)), ...(await findSaid([type, id])) };
  return (
    <OnceByAddress name="decided">
      <p className="banner warn" role="status" data-refusal="WRONG_STATE">
        {t("decidedBefore", {
          name: decision.actorName,
          at: minuteOfInstant(decision.at),
          what: await sentenceOf(decision.verb, { ...named, ...decision.told }),
        })}
      </p>
    </OnceByAddress>
  );
}

async function sentenceOf(verb: string, values: Record<string, string | number>): Promise<string> {
  const t = await getTranslations();
  const key = `done.${verb}` as "done.saved";
  const setting = values.settingKey ? { setting: t(`setting.names.${values.settingKey}` as "done.saved") } : {};
  return t.has(key) ? t(key, { ...nothing, ...setting, ...values }) : t("done.saved");
}

/** What a sentence may name, where the act had nothing of the kind. */
const nothing = {
  ...{ promoted: 0, count: 0, moved: 0, number: "", title: "" },
  ...{ freed: "false", reversal: "false", sum: "none", inForce: "false" },
  ...{ setting: "", day: "", code: "", zh: "", en: "", kind: "", name: "" },
};
