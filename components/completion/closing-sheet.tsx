import { MoveForm } from "@/components/cohort/move-form";
import { Sheet } from "@/components/layout/sheet";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { TextArea } from "@/components/ui/form/text-field";
import { More } from "@/components/ui/more";
import { findNames } from "@/lib/audit/queries/log";
import type { Actor } from "@/lib/auth/actor";
import { may, mayApprove, mayPropose } from "@/lib/auth/permissions";
import { closeCohort, proposeClosing, returnClosing } from "@/lib/cohort/actions";
import type { Gaps } from "@/lib/cohort/queries/gaps";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { isUnderWay } from "@/lib/cohort/rules/states";
import type { CompletionRow } from "@/lib/completion/queries/people";
import { isRolled } from "@/lib/completion/rules";
import { minuteOfInstant } from "@/lib/value/clock";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = { cohort: CohortRecord; actor: Actor; gaps: Gaps; people: CompletionRow[] };

/** R53: what is still missing before the cohort can be closed, each one click away, and then the step itself. */
export async function ClosingSheet({ cohort, actor, gaps, people }: Props) {
  const t = await getTranslations("completion.closing");
  if (!isUnderWay(cohort.state)) return null;
  const missing = listMissing(cohort, gaps, people, actor);
  const proposed = cohort.closingProposedById !== null;
  const returned = cohort.closingReturnedById !== null;

  return (
    <Sheet title={t("title")} note={t(proposed ? "noteProposed" : returned ? "noteReturned" : "note")}>
      <div className="sheet-body">
        {returned && <Returned cohort={cohort} />}
        {missing.length > 0 && (
          <Banner kind="warn" lead={t("missing")}>
            <ul className="bullets">
              {missing.map(({ name, count, href }) => (
                <li key={name}>
                  {href ? <a href={href}>{t(`items.${name}`, { count })}</a> : t(`items.${name}`, { count })}
                </li>
              ))}
            </ul>
          </Banner>
        )}
        <div id="step">
          <Step cohort={cohort} actor={actor} ready={missing.every(({ blocks }) => !blocks)} />
        </div>
      </div>
    </Sheet>
  );
}

type Missing = {
  name: "open" | "ahead" | "attendance" | "roll" | "exam" | "lessons" | "marks" | "makeUp" | "decide" | "certificates";
  count: number;
  /** Where it is mended, for whoever may go there. */
  href: string | undefined;
  blocks: boolean;
};

function listMissing({ id, state }: CohortRecord, gaps: Gaps, people: CompletionRow[], { role }: Actor): Missing[] {
  const home = `/cohorts/${id}`;
  const because = (reason: string) =>
    people.filter(({ judged }) => judged?.reasons.some(({ name }) => name === reason)).length;
  const ready = people.filter(({ judged }) => judged && judged.outcome !== "OPEN").length;
  const unpapered = people.filter(({ state, certificate }) => state === "COMPLETED" && !certificate).length;
  const examined = state === "EXAM";
  const rolled = isRolled(people);
  const marks = may(role, "marks:record") ? `${home}/marks` : undefined;
  const step = may(role, "cohort:start") ? "#step" : undefined;

  const items: [Missing["name"], number, Missing["href"], boolean][] = [
    ["open", gaps.open, `${home}/applications`, true],
    ["ahead", gaps.ahead, `${home}/timetable`, true],
    ["lessons", because("NO_LESSONS"), `${home}/timetable`, true],
    [rolled ? "roll" : "attendance", gaps.missing, rolled ? `${home}/attendance` : marks, true],
    ["exam", examined ? 0 : 1, step, true],
    ["marks", examined ? because("MARK_MISSING") : 0, marks, true],
    ["makeUp", because("MAKE_UP_UNTIL"), marks && `${marks}#make-up`, true],
    ["decide", examined ? ready : 0, "#outcomes", true],
    ["certificates", unpapered, "#certificates", false],
  ];
  return items.filter(([, count]) => count > 0).map(([name, count, href, blocks]) => ({ name, count, href, blocks }));
}

async function Step({ cohort, actor, ready }: Pick<Props, "cohort" | "actor"> & { ready: boolean }) {
  const [t, label] = await Promise.all([getTranslations("completion.closing"), labelsOf("cohort")]);
  const mayStart = cohort.state === "IN_PROGRESS" && may(actor.role, "cohort:start");
  if (mayStart) return <ButtonLink href={`/cohorts/${cohort.id}/exam`}>{t("exam")}</ButtonLink>;
  if (cohort.state !== "EXAM") return null;

  if (!cohort.closingProposedById) {
    if (!ready) return null;
    if (!mayPropose(actor.role, "cohort:close")) return <p className="muted">{t("whoProposes")}</p>;
    return <MoveForm id="step" action={proposeClosing} cohort={cohort} label={t("propose")} kind="main" />;
  }
  const closes = mayApprove(actor.role, "cohort:close") && cohort.closingProposedById !== actor.id;
  if (!closes) return <p className="muted">{t("whoCloses")}</p>;
  return (
    <>
      {ready && <MoveForm id="step" action={closeCohort} cohort={cohort} label={t("close")} kind="main" />}
      <div className={ready ? "mt-4" : undefined}>
        <More summary={t("returnLead")}>
          <div className="mt-3">
            <MoveForm id="returnClosing" action={returnClosing} cohort={cohort} label={t("return")}>
              <TextArea name="reason" label={label.reason} maxLength={200} rows={2} />
            </MoveForm>
          </div>
        </More>
      </div>
    </>
  );
}

/** Who sent the closing back, when and why. */
async function Returned({ cohort }: Pick<Props, "cohort">) {
  const t = await getTranslations("completion.closing");
  const { closingReturnedById: id, closingReturnedAt: at, closingReturnReason: reason } = cohort;
  const names = await findNames([id]);
  return (
    <Banner kind="warn">
      {t("returned", { name: names.get(id) ?? "", at: at ? minuteOfInstant(at) : "", reason: reason ?? "" })}
    </Banner>
  );
}
