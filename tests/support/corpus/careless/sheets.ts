import { rawBook } from "@/tests/support/corpus/book";
import { both, type Case, head, one, ordinarily, report, three, two } from "@/tests/support/corpus/people";

const onHidden = "hidden sheets are told and not read";

export const sheets: Case[] = [
  {
    name: "a sheet a township, the head only on the first",
    file: () => ordinarily({ 瓦卡镇: [["2018 年"], head, [...one]], 茨巫乡: [[...two]], 徐龙乡: [[...three]] }),
    told: report({}, ["瓦卡镇!3", ...one], ["茨巫乡!1", ...two], ["徐龙乡!1", ...three]),
  },
  {
    name: "sheets of other things around the list",
    file: () => ordinarily({ 说明: [["请按要求填写"]], 名册: [head, [...one]], 统计: [["瓦卡村", 12]], Sheet3: [] }),
    told: report({ sheets: "说明 统计" }, ["名册!2", ...one]),
  },
  {
    name: "hidden sheets",
    file: () =>
      rawBook({
        sheets: [
          { name: "去年", said: 'state="hidden"', rows: [head, [...three]] },
          { name: "名册", rows: [head, [...one], [...two]] },
          { name: "码表", said: 'state="veryHidden"', rows: [["藏族"]] },
        ],
      }),
    told: [both[0] as string, "sheets: 去年", ...both.slice(1)],
    differs: onHidden,
  },
  {
    name: "a hidden sheet, said in single quotation marks",
    file: () =>
      rawBook({
        sheets: [
          { name: "去年", said: "state = 'hidden'", rows: [head, [...three]] },
          { name: "名册", rows: [head, [...one], [...two]] },
        ],
      }),
    told: [both[0] as string, "sheets: 去年", ...both.slice(1)],
    differs: onHidden,
  },
  {
    name: "a sheet without a name before a hidden one",
    file: () =>
      rawBook({
        sheets: [
          { name: "", rows: [] },
          { name: "去年", said: 'state="hidden"', rows: [head, [...three]] },
          { name: "名册", rows: [head, [...one], [...two]] },
        ],
      }),
    told: [both[0] as string, "sheets: 去年", ...both.slice(1)],
    differs: onHidden,
  },
];
