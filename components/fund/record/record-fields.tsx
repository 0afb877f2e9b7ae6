import { CheckField, RadioField, SelectField } from "@/components/ui/form/choice-field";
import { DayField, TextArea, TextField } from "@/components/ui/form/text-field";
import { columnOf, type Kind } from "@/lib/fund/rules/ledger";
import { noteOf } from "@/lib/fund/rules/record";
import type { ProjectChoice } from "@/lib/project/queries";
import { typedWan } from "@/lib/value/money";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { OutsideLedger, PayeeAccount, PlanBasis, RevenueCertainty } from "@/prisma/generated/enums";
import { AmountField } from "./amount-field";
import { FixedFields } from "./fixed-fields";
import { ProjectField, type ProjectKind } from "./project-choice";
import { type Defaults, projectIdFor, recordOf, recordOfKind, yearFor } from "./record-defaults";
import { amountWords, scaleOf } from "./scales";

/** What is asked of a record: what it is about, how much, of which day and paper, and what its kind needs beside. */
export async function RecordFields({ defaults, projects }: { defaults: Defaults; projects: ProjectChoice[] }) {
  const { kind, draft, today } = defaults;
  const [t, label] = await Promise.all([getTranslations("money"), labelsOf(kind)]);
  const record = recordOf(defaults);
  const note = (record && noteOf(record)) ?? undefined;
  const optional = kind === "plan";

  return (
    <div className="sheet-body fields">
      {draft ? <FixedFields draft={draft} /> : <About defaults={defaults} projects={projects} />}
      <Amount defaults={defaults} projects={projects} />
      <DayField name="datedOn" label={label.datedOn} max={today} defaultValue={draft?.datedOn ?? today} />
      {kind === "plan" && <Beside defaults={defaults} />}
      <TextField
        name="documentNo"
        label={label.documentNo}
        hint={t(`hints.papers.${kind}`)}
        maxLength={60}
        defaultValue={record?.documentNo ?? undefined}
        optional={optional}
      />
      {kind !== "plan" && <Beside defaults={defaults} />}
      <div className="whole">
        {kind === "plan" ? (
          <TextArea
            name="reason"
            label={label.reason}
            hint={t("hints.planReason")}
            maxLength={200}
            rows={2}
            width="wide"
            defaultValue={note}
            optional
          />
        ) : (
          <TextArea name="note" label={label.note} maxLength={200} rows={2} width="wide" defaultValue={note} optional />
        )}
      </div>
    </div>
  );
}

type Props = { defaults: Defaults; projects: ProjectChoice[] };

/** The project, the year or the ledger; a draft keeps the one it was begun for. */
async function About({ defaults, projects }: Props) {
  const { kind } = defaults;
  const [t, label] = await Promise.all([getTranslations("money"), labelsOf(kind)]);

  if (kind === "revenue" || kind === "plan") {
    return (
      <TextField
        name="year"
        label={label.year}
        inputMode="numeric"
        maxLength={4}
        width="short"
        defaultValue={yearFor(defaults)}
      />
    );
  }
  if (kind === "outside") {
    const record = recordOfKind("outside", defaults);
    return (
      <>
        <RadioField
          name="ledger"
          label={label.ledger}
          options={Object.values(OutsideLedger).map((value) => ({ value, label: t(`ledgers.${value}`) }))}
          defaultValue={record?.ledger}
          inLine
        />
        <CheckField
          name="isPlanned"
          label={label.isPlanned}
          hint={t("hints.isPlanned")}
          defaultChecked={record?.isPlanned}
        />
      </>
    );
  }
  return (
    <div className="whole">
      <ProjectField kind={kind as ProjectKind} projects={projects} chosen={projectIdFor(defaults)} />
    </div>
  );
}

async function Amount({ defaults, projects }: Props) {
  const { kind, today, draft } = defaults;
  const label = await labelsOf(kind);
  const record = recordOf(defaults);
  const scale = await scaleOf(kind, today, projects, yearFor(defaults));
  const chosen: Record<string, string | undefined> = {
    projectId: projectIdFor(defaults),
    datedOn: draft?.datedOn ?? today,
    year: String(yearFor(defaults)),
  };

  return (
    <AmountField
      name={columnOf(kind)}
      label={label.amount}
      unit={label.unit}
      words={await amountWords()}
      withYi={kind === "revenue"}
      defaultAmount={record ? typedWan(abs(record.amount)) : undefined}
      scale={scale}
      chosen={scale && chosen[scale.by]}
    />
  );
}

/** What only one kind asks. */
async function Beside({ defaults }: { defaults: Defaults }) {
  const [t, label] = await Promise.all([getTranslations("money"), labelsOf(defaults.kind)]);
  const payment = recordOfKind("disbursement", defaults);
  const besides: Partial<Record<Kind, React.ReactNode>> = {
    revenue: (
      <RadioField
        name="certainty"
        label={label.certainty}
        options={Object.values(RevenueCertainty).map((value) => ({
          value,
          label: t(`certainty.${value}`),
          hint: t(`hints.certainty.${value}`),
        }))}
        defaultValue={recordOfKind("revenue", defaults)?.certainty}
      />
    ),
    plan: (
      <SelectField
        name="basis"
        label={label.basis}
        hint={t("hints.basis")}
        options={Object.values(PlanBasis).map((value) => ({ value, label: t(`bases.${value}`) }))}
        empty={t("noBasis")}
        defaultValue={recordOfKind("plan", defaults)?.basis ?? ""}
        optional
      />
    ),
    disbursement: (
      <>
        <TextField
          name="payee"
          label={label.payee}
          hint={t("hints.payee")}
          maxLength={60}
          defaultValue={payment?.payee}
        />
        <RadioField
          name="account"
          label={label.account}
          options={Object.values(PayeeAccount).map((value) => ({ value, label: t(`accounts.${value}`) }))}
          defaultValue={payment?.account ?? "COUNTY"}
          inLine
        />
        <TextField
          name="exceptionReason"
          label={label.exceptionReason}
          hint={t("hints.exceptionReason")}
          maxLength={200}
          defaultValue={payment?.exceptionReason ?? undefined}
          optional
        />
      </>
    ),
    outside: (
      <TextField
        name="item"
        label={label.item}
        hint={t("hints.item")}
        maxLength={60}
        defaultValue={recordOfKind("outside", defaults)?.item}
      />
    ),
  };
  return besides[defaults.kind] ?? null;
}

const abs = (fen: bigint): bigint => (fen < 0n ? -fen : fen);
