import type { ProjectRow } from "@/lib/fund/queries/projects";
import { type Totals, totalsOf } from "@/lib/fund/rules/sums";
import { type FundFilter, sinceOfLate } from "@/lib/fund/schema/filter";
import type { Block, PageCell, PageRow } from "@/lib/report/file/html";
import { formulaAddress, projectsAddress, recordsAddress } from "../address";
import { column, count, joined, money, rate } from "./cells";
import type { Told } from "./sums";

const sumColumns = ["arranged", "disbursed", "completed", "paymentRate", "completionRate"] as const;

export function stateBlock({ overview: { states, projects, totals }, filter, say }: Told): Block {
  const inState = (number: number, change: Partial<FundFilter>): PageCell => [
    count({ figure: "projects", href: projectsAddress(filter, change) }, number),
  ];
  const arranged = (fen: bigint, change?: Partial<FundFilter>): PageCell => [
    money({ figure: "arranged", href: recordsAddress("appropriations", filter, change) }, fen),
  ];
  const all = (scope: "inPlan" | "early") => states.reduce((sum, state) => sum + state[scope], 0);
  const carried = totalsOf(projects.filter(({ scope }) => scope === "CARRIED"));
  const others = [
    say("fund.state.carried"),
    " ",
    count({ figure: "projects", href: projectsAddress(filter, { scope: "CARRIED" }) }, carried.count),
  ];

  return {
    title: say("fund.state.title"),
    columns: [
      column(say("fund.state.columns.state"), 24),
      column(say("fund.state.columns.inPlan"), 12, "number"),
      column(say("fund.state.columns.early"), 12, "number"),
      column(say("fund.state.columns.arranged"), 16, "amount"),
    ],
    rows: [
      ...states.map(({ state, inPlan, early, arranged: fen }) => [
        say(`fund.states.${state}`),
        inState(inPlan, { state, scope: "IN_PLAN" }),
        inState(early, { state, scope: "EARLY" }),
        arranged(fen, { state }),
      ]),
      ...(carried.count > 0 ? [[others, "–", "–", arranged(carried.arranged, { scope: "CARRIED" })]] : []),
    ],
    foot: [
      [
        say("fund.state.total"),
        inState(all("inPlan"), { scope: "IN_PLAN" }),
        inState(all("early"), { scope: "EARLY" }),
        arranged(totals.arranged),
      ],
    ],
  };
}

export function categoryBlock(told: Told): Block {
  const { overview, filter, say } = told;
  const row = (name: string, sums: Totals, narrowed: FundFilter): PageRow => [
    name,
    [count({ figure: "projects", href: projectsAddress(narrowed) }, sums.count)],
    ...sumCells(sums, narrowed),
  ];
  return {
    title: say("fund.category.title"),
    columns: [
      column(say("fund.columns.category"), 24),
      column(say("fund.columns.projects"), 8, "number"),
      ...sumColumns.map((name) => column(say(`fund.columns.${name}`), 14, "amount")),
    ],
    rows: overview.categories
      .filter((known) => known.count > 0)
      .map(({ category, ...sums }) => row(say(`fund.categories.${category}`), sums, { ...filter, category })),
    foot: [row(say("fund.columns.total"), overview.totals, filter)],
  };
}

/** The late ones of whatever year, the slowest first; nothing where there is none. */
export function lateBlocks({ overview: { late }, filter, say }: Told): Block[] {
  if (late.length === 0) return [];
  const done = ({ completed, arranged }: ProjectRow) => Number((completed * 1_000_000n) / (arranged || 1n));
  return [
    {
      title: say("fund.late.title"),
      columns: [
        column(say("fund.columns.code"), 8),
        column(say("fund.columns.project"), 30),
        column(say("fund.columns.category"), 10),
        ...sumColumns.map((name) => column(say(`fund.columns.${name}`), 12, "amount")),
        column(say("fund.columns.problem"), 26),
      ],
      rows: [...late]
        .sort((one, other) => done(one) - done(other))
        .map((project) => [
          project.code,
          project.name,
          say(`fund.categories.${project.category}`),
          ...sumCells(project, { ...filter, since: sinceOfLate(filter.year), project: project.id }),
          project.problem,
        ]),
      foot: [],
    },
  ];
}

export function projectsBlock({ overview: { projects, totals }, filter, say }: Told): Block {
  return {
    title: say("fund.projects.title"),
    columns: [
      column(say("fund.columns.code"), 8),
      column(say("fund.columns.project"), 34),
      column(say("fund.columns.category"), 10),
      ...sumColumns.map((name) => column(say(`fund.columns.${name}`), 12, "amount")),
      column(say("fund.columns.state"), 12),
    ],
    rows: projects.map((project) => [
      project.code,
      project.scope === "EARLY"
        ? `${project.name} ${say("fund.projects.early", { year: project.planYear })}`
        : project.name,
      say(`fund.categories.${project.category}`),
      ...sumCells(project, { ...filter, project: project.id }),
      joined(say("fund.said.between"), [
        say(`fund.states.${project.state}`),
        project.isLate ? say("fund.said.late") : null,
      ]),
    ]),
    foot: [[null, say("fund.columns.total"), null, ...sumCells(totals, filter), null], say("report.file.signed")],
  };
}

type Sums = Pick<Totals, "arranged" | "disbursed" | "completed" | "ownDisbursed" | "ownCompleted">;

const sumCells = (
  { arranged, disbursed, completed, ownDisbursed, ownCompleted }: Sums,
  filter: FundFilter,
): PageCell[] => [
  [money({ figure: "arranged", href: recordsAddress("appropriations", filter) }, arranged)],
  [money({ figure: "disbursed", href: recordsAddress("disbursements", filter) }, disbursed)],
  [money({ figure: "completed", href: recordsAddress("progress", filter) }, completed)],
  [rate({ figure: "payment-rate", href: formulaAddress("payment-rate", filter) }, ownDisbursed, arranged)],
  [rate({ figure: "completion-rate", href: formulaAddress("completion-rate", filter) }, ownCompleted, arranged)],
];
