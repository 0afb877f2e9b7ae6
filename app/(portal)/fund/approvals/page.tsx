import { DoneBanner } from "@/components/command/done-banner";
import { FundTabs } from "@/components/fund/fund-tabs";
import { OfMonth } from "@/components/fund/month/of-month";
import { PeriodsToDo } from "@/components/fund/month/periods-to-do";
import { PlansBelow } from "@/components/fund/overview/plans-below";
import { AdjustmentDrafts, OpenAdjustments } from "@/components/fund/project/adjustment-list";
import { NewLink } from "@/components/fund/record/new-link";
import { OwnList } from "@/components/fund/record/own-list";
import { WaitingList } from "@/components/fund/record/waiting-list";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { ChangesToSign } from "@/components/setting/changes-to-sign";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { mayApprove, mayPropose } from "@/lib/auth/permissions";
import { listPlansBelow } from "@/lib/fund/queries/below";
import { findToDo } from "@/lib/fund/queries/to-do";
import { ledgers } from "@/lib/fund/rules/ledger";
import { periodQuery } from "@/lib/fund/schema/period";
import { listOpenAdjustments, listOwnDrafts } from "@/lib/project/queries";
import { listChangesToSign } from "@/lib/setting/queries";
import type { Day } from "@/lib/value/calendar";
import { monthOf } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("money.toDo"))("title") };
}

/** U29: what waits for a decision and what is one's own; under a month only what waits in it, as the months count it (U04). */
export default async function ApprovalsPage({ searchParams }: PageProps<"/fund/approvals">) {
  const actor = await requireActor("dashboard:fund");
  const { month } = periodQuery.parse(await searchParams);
  const decides = mayApprove(actor.role, "money:record");
  const proposes = mayPropose(actor.role, "money:record");
  const [t, toDo, open, started, changes, plans] = await Promise.all([
    getTranslations("money.toDo"),
    findToDo(actor.id, actor.today),
    listOpenAdjustments(),
    listOwnDrafts(actor.id),
    listChangesToSign(actor),
    proposes || decides ? listPlansBelow(actor.today) : [],
  ]);
  const drafts = toDo.own.filter(({ state }) => state === "DRAFT");
  const { differences, rejected } = toDo;
  const isMeant = ({ datedOn }: { datedOn: Day }) => !month || monthOf(datedOn) === month;
  const waiting = toDo.waiting.filter(isMeant);
  const adjustments = open.filter(isMeant);

  return (
    <main className="main" id="main">
      <FundTabs current="approvals" />
      <DoneBanner />
      <Title
        title={t("title")}
        note={t(decides ? "note.decides" : proposes ? "note.proposes" : "note.looks")}
        actions={
          proposes && (
            <>
              <NewLink actor={actor} what="projects" />
              {ledgers.map((ledger) => (
                <NewLink key={ledger} actor={actor} what={ledger} />
              ))}
            </>
          )
        }
      />
      {month && <OfMonth month={month} count={waiting.length + adjustments.length} />}
      <Sheet title={t("waiting", { count: waiting.length })} note={waiting.length > 0 && t("waitingNote")}>
        {waiting.length > 0 ? (
          <WaitingList records={waiting} differences={differences} doubts={toDo.doubts} actor={actor} />
        ) : (
          <Empty lead={t("empty.waiting")} text={t(decides ? "empty.decides" : "empty.proposes")} />
        )}
      </Sheet>
      <OpenAdjustments adjustments={adjustments} actor={actor} />
      {!month && (
        <>
          <ChangesToSign changes={changes} />
          {proposes && (
            <Sheet title={t("drafts", { count: drafts.length + started.length })}>
              {drafts.length + started.length > 0 ? (
                <>
                  <OwnList records={drafts} />
                  <AdjustmentDrafts adjustments={started} actor={actor} />
                </>
              ) : (
                <Empty lead={t("empty.drafts")} text={t("empty.draftsText")} />
              )}
            </Sheet>
          )}
          {proposes && rejected.length > 0 && (
            <Sheet title={t("rejected", { count: rejected.length })} note={t("rejectedNote")}>
              <OwnList records={rejected} />
            </Sheet>
          )}
          <PeriodsToDo toDo={toDo} proposes={proposes} decides={decides} />
          <PlansBelow plans={plans} />
        </>
      )}
    </main>
  );
}
