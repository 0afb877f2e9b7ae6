import { Banner } from "@/components/ui/banner";
import { Figure } from "@/components/ui/figure";
import { CheckField } from "@/components/ui/form/choice-field";
import { Submit } from "@/components/ui/form/submit";
import type { EnrolmentPreview } from "@/lib/enrolment/queries/preview";
import { refusalWords } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { FocusFirst } from "./focus-first";

type Props = { preview: EnrolmentPreview; focus?: boolean | undefined; withCohort?: boolean | undefined };

/** What will come of it, beside the one button that does it (U19). */
export async function EnrolPreview({ preview, focus, withCohort }: Props) {
  const t = await getTranslations("enrolment.preview");
  const { trainee, cohort, stop, unsubsidisedHelps, offer } = preview;
  // Who is in the cohort clashes with its own lessons; of him only that is worth saying.
  const isIn = stop?.refusal === "ALREADY_ENROLLED";

  return (
    <div className="preview">
      <h3>
        {withCohort ? cohort.title : trainee.name}
        &ensp;
        <small>
          {withCohort
            ? t("cohort", { number: cohort.number, startsOn: cohort.startsOn, endsOn: cohort.endsOn })
            : t("person", trainee)}
        </small>
      </h3>
      {!isIn && <Consequences preview={preview} />}
      {!isIn && <Warnings preview={preview} />}
      {stop && !unsubsidisedHelps ? (
        <Stopped preview={preview} />
      ) : offer ? (
        <EnrolButton preview={preview} focus={focus} withCohort={withCohort} />
      ) : (
        <p>{t("full", { confirmed: cohort.confirmed, seats: cohort.seats })}</p>
      )}
    </div>
  );
}

async function Consequences({ preview }: Pick<Props, "preview">) {
  const t = await getTranslations("enrolment.preview");
  const { cohort, year, clash, trained, subsidised, subsidisedTimes, subsidisedMost } = preview;
  const lines = [
    { term: t("places"), value: await placesOf(preview) },
    {
      term: t("year", { year: String(year.year) }),
      value: (
        <>
          <Figure href={`/cohorts?year=${year.year}&heldAt=BASE`} zero={year.held === 0}>
            {t("held", { held: year.held })}
          </Figure>
          {cohort.atBase ? t("ofYear", { ...year, year: String(year.year) }) : t("notCounted")}
        </>
      ),
    },
    { term: t("clash"), value: clash ? t("clashWith", clash) : t("none") },
    {
      term: t("trained"),
      value: t("times", { trained, subsidised: String(subsidised), count: subsidisedTimes, most: subsidisedMost }),
    },
  ];

  return (
    <dl>
      {lines.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

async function placesOf({ cohort, offer, needs }: EnrolmentPreview): Promise<string> {
  const t = await getTranslations("enrolment.preview");
  const { confirmed, seats, waiting } = cohort;
  const outcome = cohort.isPreparing
    ? "applies"
    : needs.length > 0
      ? "needsApproval"
      : offer === "WAITLISTED"
        ? "waits"
        : offer === "CONFIRMED"
          ? "gets"
          : "no";
  return t("placesOf", { confirmed, seats, position: waiting + 1, left: Math.max(0, seats - confirmed - 1), outcome });
}

/** R7, R10, R23, R31, R32: allowed, and said before it is done. */
async function Warnings({ preview }: Pick<Props, "preview">) {
  const t = await getTranslations("enrolment.warning");
  const { year, cohort, needs, warnings, lateDays } = preview;
  const said = [
    ...(cohort.atBase && year.band !== "free" ? [t(year.band, { ...year, year: String(year.year) })] : []),
    ...(needs.includes("LATE") ? [t("LATE", { days: lateDays })] : []),
    ...warnings.map(({ kind, figures }) =>
      t(kind, { number: "", title: "", from: "", to: "", count: 0, most: 0, ...figures }),
    ),
  ];
  if (said.length === 0) return null;

  return (
    <Banner kind="warn">
      <ul>
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Banner>
  );
}

async function Stopped({ preview: { stop } }: Pick<Props, "preview">) {
  const say = await refusalWords();
  if (!stop) return null;
  return (
    <Banner kind="warn" refusal={stop.refusal}>
      {say(stop)}
    </Banner>
  );
}

/** The button says into which cohort, so that nobody presses the one before. */
async function EnrolButton({ preview, focus, withCohort }: Props) {
  const t = await getTranslations("enrolment.preview");
  const { cohort, offer, needs, unsubsidisedHelps } = preview;
  const act =
    offer === "WAITLISTED"
      ? t("wait")
      : needs.length > 0
        ? t("askApproval")
        : offer === "APPLIED"
          ? t("apply")
          : t("enrol");
  const submit = (
    <Submit main name="place" value={offer === "WAITLISTED" ? "WAITLISTED" : "CONFIRMED"}>
      {withCohort ? t("into", { act, number: cohort.number }) : act}
    </Submit>
  );

  return (
    <>
      {unsubsidisedHelps && <Stopped preview={preview} />}
      {unsubsidisedHelps && <CheckField name="unsubsidised" label={t("unsubsidised")} />}
      {focus ? <FocusFirst>{submit}</FocusFirst> : submit}
    </>
  );
}
