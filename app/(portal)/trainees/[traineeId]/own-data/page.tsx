import { notFound } from "next/navigation";
import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { AnswerSheet } from "@/components/person-request/answer-sheet";
import { NoteRequest } from "@/components/person-request/note-form";
import { RequestTable } from "@/components/person-request/request-table";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { findOwnAccount } from "@/lib/account/queries";
import { requireActor } from "@/lib/auth/actor";
import { mayApprove, mayPropose } from "@/lib/auth/permissions";
import { listRequests } from "@/lib/person-request/queries";
import { findGrant } from "@/lib/report/queries/exports";
import { findTrainee } from "@/lib/trainee/queries/record";
import { traineeId } from "@/lib/trainee/schema";
import { getTranslations } from "@/lib/wording/translations";

/** A name does not belong into the browser's history, so the title does without it. */
export async function generateMetadata() {
  return { title: (await getTranslations("personRequest"))("title") };
}

/** R98: what a person asks about the own data, and the answer: the paper, or the file for a machine. */
export default async function OwnDataPage({ params, searchParams }: PageProps<"/trainees/[traineeId]/own-data">) {
  const actor = await requireActor("trainee:ownData");
  const id = traineeId.safeParse((await params).traineeId);
  const trainee = id.success ? await findTrainee(id.data) : null;
  if (!trainee) notFound();

  const { grant: granted } = await searchParams;
  const [t, requests, { factorSince }, grant] = await Promise.all([
    getTranslations("personRequest"),
    listRequests(trainee.id),
    findOwnAccount(actor.id),
    findGrant(actor.id, granted),
  ]);
  const open = requests.find(({ approved, kind }) => approved === null && kind === "ACCESS");
  const answers = open && open.notedById !== actor.id && mayApprove(actor.role, "trainee:ownData");

  return (
    <main className="main" id="main">
      <DoneBanner />
      <Crumb href={`/trainees/${trainee.id}`} list={trainee.name} here={t("title")} />
      <Title
        title={t("title")}
        note={t("lead", { name: trainee.name, lastFour: trainee.lastFour })}
        actions={
          <>
            <ButtonLink href={`/print/trainees/${trainee.id}`} file>
              {t("print")}
            </ButtonLink>
            <ButtonLink href={`/trainees/${trainee.id}/own-data/file`} file>
              {t("masked")}
            </ButtonLink>
          </>
        }
      />
      {granted !== undefined && !grant?.isOpen && (
        <Banner kind="warn" refusal="WRONG_STATE">
          {t(answers ? "over" : "taken")}
        </Banner>
      )}
      {answers && (
        <AnswerSheet
          traineeId={trainee.id}
          requestId={open.id}
          hasFactor={factorSince !== null}
          grant={grant?.isOpen ? grant.id : undefined}
        />
      )}
      <Sheet title={t("register")} note={open && !answers ? t("whoAnswers") : undefined}>
        <RequestTable requests={requests} />
      </Sheet>
      {!open && mayPropose(actor.role, "trainee:ownData") && <NoteRequest traineeId={trainee.id} today={actor.today} />}
    </main>
  );
}
