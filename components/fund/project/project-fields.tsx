import { getMessages } from "next-intl/server";
import { AmountField } from "@/components/fund/record/amount-field";
import { amountWords } from "@/components/fund/record/scales";
import { CheckField, SelectField } from "@/components/ui/form/choice-field";
import { DayField, TextArea, TextField } from "@/components/ui/form/text-field";
import { categories } from "@/lib/fund/rules/sums";
import type { ProjectRecord } from "@/lib/project/queries";
import { typedWan } from "@/lib/value/money";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** What it is called, and who carries it out. */
export async function NameFields({ project }: { project: ProjectRecord | undefined }) {
  const [t, label] = await Promise.all([getTranslations("project"), labelsOf("project")]);
  return (
    <div className="sheet-body fields">
      <TextField name="name" label={label.name} hint={t("hints.name")} maxLength={80} defaultValue={project?.name} />
      <TextField
        name="implementingUnit"
        label={label.implementingUnit}
        hint={t("hints.implementingUnit")}
        maxLength={60}
        defaultValue={project?.implementingUnit}
      />
    </div>
  );
}

/** What is approved with the money: number, kind, years, place, content and amount. */
export async function PlanFields({ project, year }: { project: ProjectRecord | undefined; year: number }) {
  const [t, label] = await Promise.all([getTranslations("project"), labelsOf("project")]);
  const years = { inputMode: "numeric", maxLength: 4, width: "short" } as const;

  return (
    <div className="sheet-body fields">
      <TextField name="code" label={label.code} hint={t("hints.code")} maxLength={20} defaultValue={project?.code} />
      <SelectField
        name="category"
        label={label.category}
        options={categories.map((value) => ({ value, label: t(`categories.${value}`) }))}
        empty={t("chooseCategory")}
        defaultValue={project?.category ?? ""}
      />
      <TextField
        name="planYear"
        label={label.planYear}
        hint={t("hints.planYear")}
        defaultValue={project?.planYear ?? year}
        {...years}
      />
      <TextField
        name="implementYear"
        label={label.implementYear}
        hint={t("hints.implementYear")}
        defaultValue={project?.implementYear ?? year}
        {...years}
      />
      <TextField name="site" label={label.site} hint={t("hints.site")} maxLength={80} defaultValue={project?.site} />
      <AmountField
        name="totalInvestment"
        label={label.totalInvestment}
        unit={label.unit}
        words={await amountWords()}
        defaultAmount={project && typedWan(project.totalInvestment)}
      />
      <div className="whole">
        <TextArea
          name="content"
          label={label.content}
          maxLength={1_000}
          rows={2}
          width="wide"
          defaultValue={project?.content}
          optional
        />
      </div>
      <CheckField
        name="isEmploymentRelated"
        label={label.isEmploymentRelated}
        hint={t("hints.employment")}
        defaultChecked={project?.isEmploymentRelated}
      />
    </div>
  );
}

/** R73, R76: shown as it was approved or reported, and sent along unchanged; what no month shows is free until it is approved. */
export async function FixedFields({ project }: { project: ProjectRecord }) {
  const [t, label, { money }] = await Promise.all([getTranslations("project"), labelsOf("project"), getMessages()]);
  const { code, category, planYear, implementYear, site, content, totalInvestment, dueOn, target, isApproved } =
    project;
  const total = typedWan(totalInvestment);
  const shown: [string, string][] = [
    [label.code, code],
    [label.category, t(`categories.${category}`)],
    [label.planYear, t("year", { year: planYear })],
    [label.implementYear, t("year", { year: implementYear })],
    [label.site, site],
    [label.content, content],
    [label.totalInvestment, `${total} ${money.amount.wan}`],
    [label.dueOn, dueOn ?? ""],
    [label.target, isApproved ? target : ""],
  ];
  const plan = { code, category, planYear, implementYear, site, content, totalInvestment: total, unit: "WAN" };
  const sent = { ...plan, dueOn: dueOn ?? "", ...(isApproved && { target }) };

  return (
    <div className="sheet-body">
      {Object.entries(sent).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      {project.isEmploymentRelated && <input type="hidden" name="isEmploymentRelated" value="on" />}
      {isApproved && project.isConstruction && <input type="hidden" name="isConstruction" value="on" />}
      <dl className="grid gap-x-6 md:gap-y-2 md:grid-cols-[144px_minmax(0,1fr)]">
        {shown
          .filter(([, value]) => value !== "")
          .map(([term, value]) => (
            <div className="contents" key={term}>
              <dt className="muted mt-2 md:mt-0">{term}</dt>
              <dd className="as-written">{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

/** What it is to achieve until when, and whether it is a building with a defects period (R70); approved with the money as well (R73). */
export async function FreeFields({ project }: { project: ProjectRecord | undefined }) {
  const [t, label] = await Promise.all([getTranslations("project"), labelsOf("project")]);

  return (
    <div className="sheet-body fields">
      {!project?.isReported && (
        <DayField name="dueOn" label={label.dueOn} defaultValue={project?.dueOn ?? undefined} optional />
      )}
      <CheckField
        name="isConstruction"
        label={label.isConstruction}
        hint={t("hints.construction")}
        defaultChecked={project?.isConstruction}
      />
      <div className="whole">
        <TextArea
          name="target"
          label={label.target}
          hint={t("hints.target")}
          maxLength={300}
          rows={2}
          width="wide"
          defaultValue={project?.target}
          optional
        />
      </div>
      {!project && (
        <div className="whole">
          <TextArea name="sites" label={label.sites} hint={t("hints.sites")} rows={3} width="wide" optional />
        </div>
      )}
    </div>
  );
}
