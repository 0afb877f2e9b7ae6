import { addDays, type Day, weekday } from "@/lib/value/calendar";

export type Slot = {
  on: Day;
  half: "am" | "pm";
  classroom: number | null;
  trainer: string;
  title: string;
  kind: "THEORY" | "PRACTICE";
};

/** A half-day of the week (1 Monday … 6 Saturday) in a classroom with a trainer; titles take turns. */
type Pattern = {
  days: number[];
  half: "am" | "pm";
  classroom: number | null;
  trainer: string;
  kind: "THEORY" | "PRACTICE";
  titles: string[];
};

/** Every half-day a pattern gives between two days, holidays of the summer of 2018 do not fall into it. */
export function slotsOf(patterns: Pattern[], from: Day, to: Day, without: Day[] = []): Slot[] {
  const slots: Slot[] = [];
  const turns = new Map<Pattern, number>();
  for (let on = from; on <= to; on = addDays(on, 1)) {
    if (without.includes(on)) continue;
    for (const pattern of patterns.filter(({ days }) => days.includes(weekday(on)))) {
      const turn = turns.get(pattern) ?? 0;
      turns.set(pattern, turn + 1);
      const { half, classroom, trainer, kind, titles } = pattern;
      slots.push({ on, half, classroom, trainer, kind, title: titles[turn % titles.length] as string });
    }
  }
  return slots;
}

const workdays = [1, 2, 3, 4, 5];
const am = { half: "am", kind: "THEORY" } as const;
const pm = { half: "pm", kind: "PRACTICE" } as const;

export const patterns = {
  // 25 days of 8 课时: 22 workdays and three Saturdays; the fourth Saturday is left out where the cohort is led.
  start: [
    {
      ...am,
      days: [...workdays, 6],
      classroom: 1,
      trainer: "杨雪",
      titles: [
        "创业意识",
        "产生创业想法",
        "评估市场",
        "人员组织",
        "选择法律形态",
        "预测启动资金",
        "制定利润计划",
        "烹饪原料知识",
        "营养与卫生",
        "成本核算",
      ],
    },
    {
      ...pm,
      days: [...workdays, 6],
      classroom: 9,
      trainer: "罗绒平措",
      titles: ["刀工", "火候", "凉菜制作", "热菜制作", "面点制作", "藏餐制作", "宴席配菜"],
    },
  ],
  beauty: [
    {
      ...am,
      days: workdays,
      classroom: 10,
      trainer: "李蓉",
      titles: ["皮肤护理", "面部护理", "面部护理", "化妆基础", "化妆基础"],
    },
    {
      ...pm,
      days: workdays,
      classroom: 10,
      trainer: "白玛央金",
      titles: ["卫生消毒", "按摩手法", "美容仪器", "修眉", "化妆实操"],
    },
  ],
  hotel: [
    {
      ...am,
      days: workdays,
      classroom: 3,
      trainer: "格绒志玛",
      titles: ["客房礼仪", "做床与清洁", "做床与清洁", "布草管理", "客房综合"],
    },
    { ...pm, days: [1, 2, 3, 5], classroom: 4, trainer: "曲珍", titles: ["摆台", "托盘", "上菜服务", "餐厅综合"] },
    { ...pm, days: [4], classroom: 1, trainer: "杨雪", titles: ["预订系统"] },
  ],
  craft: [
    {
      ...am,
      days: [1, 2, 3, 4],
      classroom: 8,
      trainer: "阿旺",
      titles: ["氆氇织造", "氆氇织造", "编织纹样", "编织成品"],
    },
    { ...pm, days: [1, 2, 3], classroom: 7, trainer: "扎西顿珠", titles: ["选材开料", "木碗旋制", "木碗打磨"] },
  ],
  wood: [
    { ...am, days: workdays, classroom: null, trainer: "扎西顿珠", titles: ["木材识别", "工具使用", "图样绘制"] },
    { ...pm, days: workdays, classroom: null, trainer: "扎西顿珠", titles: ["木碗旋制", "木勺雕刻", "打磨上油"] },
  ],
  cooking: [
    { ...am, days: workdays, classroom: 9, trainer: "罗绒平措", titles: ["烹饪原料知识", "营养与卫生", "成本核算"] },
    { ...pm, days: workdays, classroom: 9, trainer: "罗绒平措", titles: ["刀工", "火候", "热菜制作", "面点制作"] },
  ],
  trade: [
    {
      ...am,
      days: workdays,
      classroom: 2,
      trainer: "杨雪",
      titles: ["网店开设", "商品拍摄", "文案写作", "物流与包装"],
    },
    { ...pm, days: workdays, classroom: 2, trainer: "杨雪", titles: ["后台操作", "图片处理", "直播基础", "客服实操"] },
  ],
} satisfies Record<string, Pattern[]>;

export const times = {
  am: { startsAt: "09:00", endsAt: "12:00" },
  pm: { startsAt: "14:30", endsAt: "17:30" },
} as const;
