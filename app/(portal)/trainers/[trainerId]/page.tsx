import { notFound } from "next/navigation";
import { DoneBanner } from "@/components/command/done-banner";
import { HelpsOf } from "@/components/helper/helps-of";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { viewHref } from "@/components/lesson/view/address";
import { CertificateSheet } from "@/components/qualification/certificate-sheet";
import { SkillsForm } from "@/components/qualification/skills-form";
import { GrantLeave } from "@/components/trainer/grant-leave";
import { TaughtYears } from "@/components/trainer/taught-years";
import { TrainerFields } from "@/components/trainer/trainer-fields";
import { TrainerLeaves } from "@/components/trainer/trainer-leaves";
import { TrainerLessons } from "@/components/trainer/trainer-lessons";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField } from "@/components/ui/form/text-field";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { listSkills } from "@/lib/qualification/queries/skills";
import { editTrainer, leaveTrainer } from "@/lib/trainer/actions";
import { findTrainer, listTaughtYears } from "@/lib/trainer/queries";
import { listLeaves } from "@/lib/trainer-leave/queries";
import { addDays, yearOf } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = PageProps<"/trainers/[trainerId]">;

export async function generateMetadata() {
  const t = await getTranslations("lesson.trainer");
  return { title: t("title") };
}

export default async function TrainerPage({ params, searchParams }: Props) {
  const actor = await requireActor("schedule:view");
  const { year: asked } = await searchParams;
  const year = asked === "all" ? null : /^20\d\d$/.test(String(asked)) ? Number(asked) : yearOf(actor.today);
  const trainer = await findTrainer((await params).trainerId, year);
  if (!trainer) notFound();

  const [t, of, label, leaves, skills, years] = await Promise.all([
    getTranslations("lesson.trainer"),
    getTranslations("trainerLeave"),
    labelsOf("trainer"),
    listLeaves({ from: actor.today, trainerId: trainer.id }),
    listSkills(trainer.id),
    listTaughtYears(trainer.id),
  ]);
  const { id, name, unit, speciality, leftOn, version } = trainer;
  const mayEdit = may(actor.role, "trainer:edit");
  const away = leaves.find(({ startsOn }) => startsOn <= actor.today);

  return (
    <main className="main" id="main">
      <DoneBanner />
      <Crumb href="/trainers" list={t("title")} here={name} />
      <Title
        title={name}
        badge={
          away && !leftOn ? (
            <Badge kind="warn">{of("now", { day: away.endsOn })}</Badge>
          ) : (
            <Badge kind={leftOn ? "open" : "run"}>{leftOn ? t("left", { day: leftOn }) : t("active")}</Badge>
          )
        }
        note={[unit, speciality].filter(Boolean).join(" · ")}
        actions={
          <ButtonLink href={viewHref({ by: "trainer", day: actor.today, of: { kind: "trainer", id } })}>
            {t("week")}
          </ButtonLink>
        }
      />
      <SkillsForm trainerId={id} skills={skills} mayEdit={mayEdit} />
      <CertificateSheet trainerId={id} today={actor.today} mayEdit={mayEdit} />
      <TrainerLeaves leaves={leaves} mayEdit={mayEdit} />
      {mayEdit && !leftOn && <GrantLeave trainerId={id} today={actor.today} />}
      <TaughtYears trainerId={id} years={years} />
      <TrainerLessons trainer={trainer} year={year} today={actor.today} />
      <HelpsOf trainerId={id} year={year} />
      {mayEdit && (
        <Sheet title={t("edit")}>
          <div className="sheet-body">
            <Form
              id="edit"
              action={editTrainer}
              submissionKey={newSubmissionKey()}
              version={version}
              aria-label={t("edit")}
            >
              <input type="hidden" name="trainerId" value={id} />
              <TrainerFields trainer={trainer} />
              <Submit>{t("save")}</Submit>
            </Form>
          </div>
        </Sheet>
      )}
      {mayEdit && !leftOn && (
        <Sheet title={t("leave")} note={t("leaveNote")}>
          <div className="sheet-body">
            <Form
              id="leave"
              action={leaveTrainer}
              submissionKey={newSubmissionKey()}
              version={version}
              aria-label={t("leave")}
            >
              <input type="hidden" name="trainerId" value={id} />
              <DayField name="leftOn" label={label.leftOn} defaultValue={addDays(actor.today, 1)} />
              <Submit danger>{t("leaveSave")}</Submit>
            </Form>
          </div>
        </Sheet>
      )}
    </main>
  );
}
