import { type Day, day } from "@/lib/value/calendar";
import type { DemoCourse } from "./courses";

export type DemoCohort = {
  course: DemoCourse;
  title: string;
  from: Day;
  to: Day;
  seats: number;
  place?: string;
  /** How many of the people are women, and of registered poor households. */
  people: number;
  women: number;
  poor: number;
  waiting?: number;
  /** Where the pattern of its results begins: two cohorts of one size have averages of their own. */
  shift?: number;
  /** Days on which the pattern of the timetable does not hold. */
  without?: Day[];
  /** The day the application is written; it is decided the day after. */
  applied: Day;
  until: "CLOSED" | "IN_PROGRESS" | "APPROVED" | "RETURNED" | "SUBMITTED";
  reason?: string;
};

/** domain.md section 11, in the order of their numbers; those after 2018-004 are planned ones (示意). */
export const demoCohorts: DemoCohort[] = [
  {
    course: "wood",
    title: "村民木作手工制品（第一期）",
    from: day("2018-04-10"),
    to: day("2018-04-24"),
    seats: 16,
    place: "扎格村",
    people: 16,
    women: 4,
    poor: 9,
    applied: day("2018-03-26"),
    until: "CLOSED",
  },
  {
    course: "wood",
    title: "村民木作手工制品（第二期）",
    from: day("2018-05-15"),
    to: day("2018-05-29"),
    seats: 16,
    place: "绒学村",
    people: 16,
    women: 3,
    poor: 8,
    shift: 5,
    applied: day("2018-04-28"),
    until: "CLOSED",
  },
  {
    course: "start",
    title: "创业培训和中式烹调",
    from: day("2018-06-20"),
    to: day("2018-07-19"),
    seats: 30,
    people: 30,
    women: 17,
    poor: 18,
    without: [day("2018-07-14")],
    applied: day("2018-06-04"),
    until: "CLOSED",
  },
  {
    course: "beauty",
    title: "美容师 五级",
    from: day("2018-08-06"),
    to: day("2018-09-05"),
    seats: 14,
    people: 14,
    women: 13,
    poor: 8,
    waiting: 2,
    applied: day("2018-07-23"),
    until: "IN_PROGRESS",
  },
  {
    course: "hotel",
    title: "酒店服务管理（客房服务员 五级）",
    from: day("2018-08-06"),
    to: day("2018-08-31"),
    seats: 15,
    people: 13,
    women: 9,
    poor: 7,
    applied: day("2018-07-23"),
    until: "IN_PROGRESS",
  },
  {
    course: "craft",
    title: "民族手工艺品加工制造",
    from: day("2018-08-13"),
    to: day("2018-09-14"),
    seats: 15,
    people: 13,
    women: 6,
    poor: 8,
    applied: day("2018-07-30"),
    until: "IN_PROGRESS",
  },
  {
    course: "trade",
    title: "电子商务师 五级",
    from: day("2018-09-17"),
    to: day("2018-10-19"),
    seats: 30,
    people: 0,
    women: 0,
    poor: 0,
    without: [
      day("2018-09-24"),
      day("2018-10-01"),
      day("2018-10-02"),
      day("2018-10-03"),
      day("2018-10-04"),
      day("2018-10-05"),
    ],
    applied: day("2018-08-16"),
    until: "RETURNED",
    reason: "考核方案缺实操考核，请补充后再报",
  },
  {
    course: "cooking",
    title: "中式烹调师 五级（第一期）",
    from: day("2018-09-10"),
    to: day("2018-10-19"),
    seats: 30,
    people: 0,
    women: 0,
    poor: 0,
    without: [
      day("2018-09-24"),
      day("2018-10-01"),
      day("2018-10-02"),
      day("2018-10-03"),
      day("2018-10-04"),
      day("2018-10-05"),
    ],
    applied: day("2018-08-14"),
    until: "APPROVED",
  },
  {
    course: "cooking",
    title: "中式烹调师 五级（第二期）",
    from: day("2018-11-05"),
    to: day("2018-12-07"),
    seats: 30,
    people: 0,
    women: 0,
    poor: 0,
    applied: day("2018-08-15"),
    until: "APPROVED",
  },
  {
    course: "hotel",
    title: "酒店服务管理（客房服务员 五级，第二期）",
    from: day("2018-10-22"),
    to: day("2018-11-16"),
    seats: 20,
    people: 0,
    women: 0,
    poor: 0,
    applied: day("2018-08-20"),
    until: "SUBMITTED",
  },
];

/** Known people who wait for a place; 扎西次仁 is who the first job of the handbook looks for (A1). */
export const demoKnown = [
  { name: "扎西次仁", female: false },
  { name: "罗绒多吉", female: false },
  { name: "单增卓嘎", female: true },
  { name: "阿央", female: true },
  { name: "和丽芬", female: true },
  { name: "泽仁·多吉", female: false },
];
