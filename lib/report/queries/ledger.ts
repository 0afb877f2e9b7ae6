import "server-only";
import { listProjectPapers, listProjectSums } from "@/lib/fund/queries/projects";
import { sealedNames } from "@/lib/fund/rules/sealed";
import { totalsOf } from "@/lib/fund/rules/sums";
import { fundFilter, fundQuery } from "@/lib/fund/schema/filter";
import { sealedFoot } from "@/lib/report/queries/sealed-foot";
import { capitalsOf, carriedOf, filterOfFile, headOf, rateOf } from "@/lib/report/sheet/fund-words";
import { report } from "@/lib/report/sheet/report";
import { decimalWan } from "@/lib/value/money";
import { translatorOf } from "@/lib/wording/translations";

/** 援藏资金台账 (domain.md section 7): the projects of the fund's pages, by the same query (I25). */
export const ledgerReport = report({
  kind: "ledger",
  permission: "fund:export",
  filter: fundFilter,
  columns: {
    number: { kind: "number", width: 5 },
    code: { kind: "text", width: 8 },
    name: { kind: "text", width: 20 },
    category: { kind: "text", width: 8 },
    site: { kind: "text", width: 10 },
    content: { kind: "text", width: 18 },
    implementingUnit: { kind: "text", width: 12 },
    planYear: { kind: "number", width: 6 },
    implementYear: { kind: "number", width: 6 },
    totalInvestment: { kind: "amount", width: 10 },
    arranged: { kind: "amount", width: 10 },
    documents: { kind: "text", width: 18 },
    disbursed: { kind: "amount", width: 10 },
    completed: { kind: "amount", width: 10 },
    paymentRate: { kind: "percent", width: 8 },
    surplus: { kind: "amount", width: 10 },
    state: { kind: "text", width: 8 },
    note: { kind: "text", width: 14 },
  },
  async open(tx, asked, { today, locale }) {
    const filter = filterOfFile(asked, today);
    const projects = await listProjectSums(filter, tx);
    const papers = await listProjectPapers(projects, filter, tx);
    const say = translatorOf(locale);
    const totals = totalsOf(projects);
    const sealed = await sealedFoot({ filter, names: sealedNames, today, locale }, tx);
    const sumsOf = ({ arranged, disbursed, completed, ownDisbursed }: Omit<typeof totals, "count">) => ({
      arranged: decimalWan(arranged),
      disbursed: decimalWan(disbursed),
      completed: decimalWan(completed),
      paymentRate: rateOf(ownDisbursed, arranged),
      surplus: decimalWan(arranged - ownDisbursed),
    });

    return {
      about: say("fund.said.year", { year: filter.year }),
      screen: `/fund/projects?${fundQuery(filter)}`,
      lines: headOf(filter, projects, locale),
      count: projects.length,
      rows: projects.map((project, place) => ({
        number: place + 1,
        code: project.code,
        name: project.name,
        category: say(`fund.categories.${project.category}`),
        site: project.site,
        content: papers.get(project.id)?.content ?? null,
        implementingUnit: project.implementingUnit,
        planYear: project.planYear,
        implementYear: project.implementYear,
        totalInvestment: decimalWan(project.totalInvestment),
        ...sumsOf(project),
        documents: papers.get(project.id)?.documents ?? null,
        state: say(`fund.states.${project.state}`),
        note: [
          project.scope !== "IN_PLAN" && say(`fund.scopes.${project.scope}`),
          project.isLate && say("fund.said.late"),
          ...carriedOf(project.disbursed - project.ownDisbursed, locale),
          project.problem,
        ]
          .filter(Boolean)
          .join(say("fund.said.between")),
      })),
      foot: () => [
        { code: say("fund.columns.total"), ...sumsOf(totals) },
        capitalsOf("arranged", totals.arranged, locale),
        capitalsOf("disbursed", totals.disbursed, locale),
        ...carriedOf(totals.disbursed - totals.ownDisbursed, locale),
        ...sealed,
        say("report.kinds.ledger.how"),
        say("report.file.signed"),
      ],
    };
  },
});
