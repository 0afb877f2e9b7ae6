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

/** domain.md section 11: the fourteen projects of 2018. What was paid is given; days of arranging, starting and completing are 示意. */
export const projectsOf2018: DemoProject[] = [
  {
    code: "E18-01",
    name: "太阳能提灌站4座（原列2020）",
    category: "INFRASTRUCTURE",
    isConstruction: true,
    planYear: 2020,
    dueOn: "2019-12-31",
    site: "瓦卡镇、徐龙乡、曲雅贡乡",
    target: "建成太阳能提灌站 4 座",
    arranged: "1000",
    arrangedOn: "01-12",
    startedOn: "01-13",
    paid: [
      ["01-25", "500"],
      ["06-28", "500"],
    ],
    completed: [
      ["02-12", "300"],
      ["06-20", "200"],
    ],
    sites: [
      { name: "绒学村提灌站", finishedOn: "02-08" },
      { name: "瓦卡提灌站（示意）", finishedOn: "02-11" },
      { name: "徐龙一站（示意）" },
      { name: "徐龙二站（示意）" },
    ],
    progress: 50,
    exception: "联席会议纪要 2018-2（示意）：设备整批到货，一次付清",
  },
  {
    code: "P18-01",
    name: "白松教育园区教学楼",
    category: "EDUCATION",
    isConstruction: true,
    site: "白松镇",
    target: "建成教学楼 1 栋",
    arranged: "200",
    arrangedOn: "02-08",
    startedOn: "05-10",
    paid: [
      ["05-22", "100"],
      ["07-26", "60"],
    ],
    completed: [
      ["06-25", "40"],
      ["08-15", "40"],
    ],
    progress: 40,
  },
  {
    code: "P18-02",
    name: "贫困学生营养餐补助",
    category: "EDUCATION",
    site: "全县",
    target: "约 2593 名学生，每人每日 1 元，270 日",
    arranged: "70",
    arrangedOn: "02-08",
    startedOn: "03-01",
    paid: [
      ["03-05", "35"],
      ["08-20", "35"],
    ],
    completed: [
      ["05-31", "20"],
      ["07-31", "15"],
    ],
    progress: 50,
  },
  {
    code: "P18-03",
    name: "县医院CT机购置",
    category: "HEALTH",
    site: "松麦镇",
    target: "购置并启用 CT 机 1 台",
    arranged: "500",
    arrangedOn: "02-08",
    startedOn: "04-10",
    paid: [
      ["04-18", "350"],
      ["07-12", "150"],
    ],
    completed: [
      ["06-15", "350"],
      ["07-20", "150"],
    ],
    finishedOn: "07-20",
  },
  {
    code: "P18-04",
    name: "卫生防疫站打造和设备",
    category: "HEALTH",
    site: "松麦镇",
    target: "改造防疫站 1 处并配齐设备",
    arranged: "50",
    arrangedOn: "02-08",
    startedOn: "06-08",
    paid: [["06-15", "40"]],
    completed: [["08-10", "15"]],
    progress: 30,
  },
  {
    code: "P18-05",
    name: "四好村示范点及素质提升（扎格村）",
    category: "LIVELIHOOD",
    isConstruction: true,
    site: "松麦镇扎格村",
    target: "建成四好村示范点 1 个",
    arranged: "486",
    arrangedOn: "02-08",
    startedOn: "05-20",
    paid: [
      ["05-30", "150"],
      ["08-10", "150"],
    ],
    completed: [
      ["06-25", "30"],
      ["08-15", "30"],
    ],
    problem: "设计变更待批复",
    progress: 15,
  },
  {
    code: "P18-06",
    name: "贫困人口就业创业扶持专项基金",
    category: "EMPLOYMENT",
    isEmploymentRelated: true,
    site: "全县",
    target: "扶持贫困人口就业创业",
    arranged: "220",
    arrangedOn: "02-08",
    startedOn: "03-15",
    paid: [
      ["03-20", "120"],
      ["06-20", "100"],
    ],
    completed: [
      ["06-20", "40"],
      ["08-15", "26"],
    ],
    progress: 30,
  },
  {
    code: "P18-07",
    name: "农村饮水安全巩固（示意）",
    category: "LIVELIHOOD",
    isConstruction: true,
    site: "奔都乡",
    target: "巩固提升饮水点 6 处",
    arranged: "60",
    arrangedOn: "02-08",
    startedOn: "03-26",
    paid: [["04-02", "60"]],
    completed: [["06-10", "60"]],
    finishedOn: "06-15",
    exception: "联席会议纪要 2018-1（示意）：小型工程一次付清",
  },
  {
    code: "P18-08",
    name: "村卫生室设备（示意）",
    category: "HEALTH",
    site: "茨巫乡、古学乡",
    target: "为 16 个村卫生室配备设备",
    arranged: "48",
    arrangedOn: "02-08",
    startedOn: "03-26",
    paid: [["04-02", "48"]],
    completed: [["05-28", "48"]],
    finishedOn: "05-30",
  },
  {
    code: "P18-09",
    name: "通村公路安防（示意）",
    category: "INFRASTRUCTURE",
    isConstruction: true,
    site: "八日乡",
    target: "安装防护栏 9 公里",
    arranged: "72",
    arrangedOn: "02-08",
    startedOn: "04-20",
    paid: [
      ["04-26", "50"],
      ["07-30", "22"],
    ],
    completed: [
      ["06-20", "50"],
      ["08-05", "22"],
    ],
    finishedOn: "08-06",
    exception: "联席会议纪要 2018-3（示意）：小型工程一次付清",
  },
  {
    code: "P18-10",
    name: "教师医务人员跟岗（示意）",
    category: "TALENT",
    site: "青羊区",
    target: "教师、医务人员跟岗学习 15 人",
    arranged: "50",
    arrangedOn: "02-08",
    startedOn: "03-10",
    paid: [
      ["03-15", "25"],
      ["07-20", "25"],
    ],
    completed: [
      ["06-30", "25"],
      ["08-10", "25"],
    ],
    finishedOn: "08-12",
  },
  {
    code: "P18-11",
    name: "特色种植扶持（示意）",
    category: "INDUSTRY",
    site: "瓦卡镇",
    target: "扶持特色种植 600 亩",
    arranged: "320",
    arrangedOn: "02-08",
    startedOn: "05-21",
    paid: [
      ["05-30", "120"],
      ["08-10", "80"],
    ],
    completed: [
      ["06-25", "10"],
      ["08-15", "15"],
    ],
    problem: "种苗推迟到秋季",
    progress: 10,
  },
  {
    code: "P18-12",
    name: "住房安全巩固（示意）",
    category: "LIVELIHOOD",
    isConstruction: true,
    site: "贡波乡、日龙乡",
    target: "巩固住房 137 户",
    arranged: "274",
    arrangedOn: "02-08",
    startedOn: "06-11",
    paid: [["06-22", "163.41"]],
    completed: [["08-15", "20"]],
    problem: "雨季道路中断",
    progress: 8,
  },
  {
    code: "P18-13",
    name: "乡村旅游设施（示意）",
    category: "INDUSTRY",
    isConstruction: true,
    site: "瓦卡镇",
    target: "建成旅游服务点 5 处",
    arranged: "250",
    arrangedOn: "02-08",
    startedOn: "06-28",
    paid: [["07-05", "150"]],
    completed: [["08-15", "14"]],
    problem: "旅游旺季后进场",
    progress: 6,
  },
];

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
