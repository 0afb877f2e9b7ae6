import { getTranslations } from "next-intl/server";
import { DoneBanner } from "@/components/command/done-banner";
import { FundTabs } from "@/components/fund/fund-tabs";
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
import { findToDo } from "@/lib/fund/queries/to-do";
import { ledgers } from "@/lib/fund/rules/ledger";
import { listOpenAdjustments, listOwnDrafts } from "@/lib/project/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("money.toDo"))("title") };
}

export default async function ApprovalsPage() {
  const actor = await requireActor("dashboard:fund");
  const [t, toDo, adjustments, started] = await Promise.all([
    getTranslations("money.toDo"),
    findToDo(actor.id, actor.today),
    listOpenAdjustments(),
    listOwnDrafts(actor.id),
  ]);
  const proposes = mayPropose(actor.role, "money:record");
  const decides = mayApprove(actor.role, "money:record");
  const drafts = toDo.own.filter(({ state }) => state === "DRAFT");
  const { waiting, differences, rejected } = toDo;

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
      <Sheet title={t("waiting", { count: waiting.length })} note={waiting.length > 0 && t("waitingNote")}>
        {waiting.length > 0 ? (
          <WaitingList records={waiting} differences={differences} doubts={toDo.doubts} actor={actor} />
        ) : (
          <Empty lead={t("empty.waiting")} text={t(decides ? "empty.decides" : "empty.proposes")} />
        )}
      </Sheet>
      <ChangesToSign actor={actor} />
      <OpenAdjustments adjustments={adjustments} actor={actor} />
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
      <PlansBelow actor={actor} />
    </main>
  );
}
