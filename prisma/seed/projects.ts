import type { ProjectCategory } from "@/prisma/generated/enums";

/** Days within the year, amounts in 万元. */
type Step = [on: string, amount: string];

export type DemoProject = {
  code: string;
  name: string;
  category: ProjectCategory;
  isEmploymentRelated?: true;
  /** A building: more than 97 % paid before it is handed over needs its basis (R70). */
  isConstruction?: true;
  planYear?: number;
  /** Where it is not the end of its year. */
  dueOn?: string;
  site: string;
  target: string;
  arranged: string;
  arrangedOn: string;
  startedOn: string;
  paid: Step[];
  completed: Step[];
  finishedOn?: string;
  /** Paid in its year, and finished in the next. */
  finishedNextYear?: true;
  sites?: { name: string; finishedOn?: string }[];
  problem?: string;
  progress?: number;
  exception?: string;
};

const centres: Record<number, string[]> = {
  2012: ["松麦", "瓦卡", "白松"],
  2013: ["斯闸", "徐龙", "日龙"],
  2014: ["曲雅贡", "奔都", "八日"],
  2015: ["古学", "贡波", "茨巫"],
};
const halls: Record<number, string> = { 2012: "一期", 2013: "二期", 2014: "三期" };

type Line = [name: string, category: ProjectCategory, arranged: string, target: string];

const others: Record<number, Line[]> = {
  2012: [
    ["通村公路硬化", "INFRASTRUCTURE", "760", "硬化通村公路 19 公里"],
    ["农村饮水工程", "LIVELIHOOD", "600", "解决 12 个村饮水"],
  ],
  2013: [
    ["中小学校舍改造", "EDUCATION", "800", "改造校舍 4 处"],
    ["通村公路硬化", "INFRASTRUCTURE", "760", "硬化通村公路 18 公里"],
  ],
  2014: [
    ["灌溉渠系改造", "INFRASTRUCTURE", "900", "改造渠系 22 公里"],
    ["乡镇卫生院改造", "HEALTH", "810", "改造卫生院 5 处"],
  ],
  2015: [
    ["核桃种植扶持", "INDUSTRY", "1040", "扶持核桃种植 5000 亩"],
    ["通村公路硬化", "INFRASTRUCTURE", "1000", "硬化通村公路 24 公里"],
  ],
  2016: [
    ["灌溉渠系改造", "INFRASTRUCTURE", "500", "改造渠系 12 公里"],
    ["中小学校舍改造", "EDUCATION", "520", "改造校舍 3 处"],
    ["乡镇卫生院改造", "HEALTH", "480", "改造卫生院 3 处"],
    ["通村公路硬化", "INFRASTRUCTURE", "600", "硬化通村公路 15 公里"],
    ["核桃种植扶持", "INDUSTRY", "400", "扶持核桃种植 2000 亩"],
  ],
  2017: [
    ["农村饮水工程", "LIVELIHOOD", "500", "解决 10 个村饮水"],
    ["灌溉渠系改造", "INFRASTRUCTURE", "416.59", "改造渠系 10 公里"],
    ["核桃种植扶持", "INDUSTRY", "400", "扶持核桃种植 2000 亩"],
  ],
};

const base = "青羊·得荣就业扶贫公共实训基地建设";

/** The base itself: its money is of 2017, and it was finished in June 2018 for the trial run. */
const baseStory = {
  dueOn: "2018-06-30",
  finishedNextYear: true,
  progress: 90,
  exception: "联席会议纪要 2017-4（示意）：工程和设备款年内付清",
} as const;

/** domain.md section 11: what each earlier year arranged, all of it 示意 but the sums; everything was paid and completed. */
export const earlierYears = [2012, 2013, 2014, 2015, 2016, 2017] as const;

export function projectsOfEarlier(year: (typeof earlierYears)[number]): DemoProject[] {
  const employment: Line[] = (centres[year] ?? []).map((place) => [
    `${place}就业服务中心`,
    "EMPLOYMENT",
    "80",
    "建成乡镇就业服务中心 1 处",
  ]);
  if (halls[year]) employment.push([`县就业服务大厅${halls[year]}`, "EMPLOYMENT", "300", "建成县就业服务大厅"]);
  if (year === 2015) employment.push(["三级失业人员信息系统", "EMPLOYMENT", "120", "县乡村三级联网"]);
  if (year === 2017) employment.push([base, "EMPLOYMENT", "1300", "建成实训基地，教室 11 间"]);

  const lines = [...employment, ...(others[year] ?? [])];
  return lines.map(([name, category, arranged, target], n) => ({
    ...(name === base && baseStory),
    code: `P${String(year).slice(2)}-${String(n + 1).padStart(2, "0")}`,
    name: `${name}（示意）`,
    category,
    ...(category === "EMPLOYMENT" && { isEmploymentRelated: true as const }),
    isConstruction: true,
    site: "得荣县",
    target,
    arranged,
    arrangedOn: "02-20",
    startedOn: "04-01",
    paid: [],
    completed: [],
  }));
}
