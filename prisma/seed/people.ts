import countyCodes from "@/lib/trainee/county-codes.json" with { type: "json" };
import { checkCharacter } from "@/lib/trainee/rules/id-number";
import { addDays, type Day, day } from "@/lib/value/calendar";

export type DemoPerson = {
  name: string;
  idNumber: string;
  phone: string;
  villageCode: string;
  ethnicity: string;
  education: string;
  category: string;
  registeredPoor: boolean;
};

const women = ["卓玛", "央金", "拉姆", "曲珍", "志玛", "拥宗", "拉珍", "旺姆", "德吉", "央宗"];
const men = ["扎西", "平措", "顿珠", "多吉", "次仁", "邓珠", "降措", "尼玛", "洛桑", "彭措"];
const first = ["格绒", "泽仁", "罗绒", "拥忠", "次仁", "白玛", "降措", "扎西", "丁真", "四郎"];
const education = ["70", "80", "70", "80", "60", "91", "70", "40", "80", "70"];
const categories = ["NZY", "NZY", "LHS", "NZY", "CZSY", "NZY", "CY", "DB", "NZY", "NZY"];

const earliest = day("1965-03-02");
const days = 12_600;

/**
 * An invented person (domain.md section 11): birth dates all different from 1965 to 1999, sequence 996 to 999 only, so that the number
 * belongs to no living adult, telephones of a block that is not in public use.
 */
export function demoPerson(n: number, female: boolean, poor: boolean, villages: string[], name?: string): DemoPerson {
  return {
    name: name ?? (first[n % 10] as string) + ((female ? women : men)[Math.floor(n / 10 + n) % 10] as string),
    idNumber: demoIdNumber(addDays(earliest, (n * 97) % days), female, n),
    phone: `142${String(n + 1).padStart(8, "0")}`,
    villageCode: villages[(n * 37) % villages.length] as string,
    ethnicity: n % 17 === 0 ? "27" : n % 29 === 0 ? "01" : "04",
    education: education[n % 10] as string,
    category: poor ? "TP" : (categories[n % 10] as string),
    registeredPoor: poor,
  };
}

function demoIdNumber(birthDay: Day, female: boolean, n: number): string {
  const sequence = female ? (n % 2 ? "996" : "998") : n % 2 ? "997" : "999";
  // A large register needs more counties than Derong: one birth date gives four numbers only.
  const county = n < days ? "513338" : (countyCodes[Math.floor(n / days)] as string);
  const body = `${county}${birthDay.replaceAll("-", "")}${sequence}`;
  return body + checkCharacter(body);
}
