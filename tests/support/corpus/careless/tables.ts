import { merges, raw, rawBook, shared } from "@/tests/support/corpus/book";
import { both, type Case, columns, head, one, ordinary, report, three, two } from "@/tests/support/corpus/people";

const down = "what is merged down a column holds for each of its rows";
const guarded = `${columns} guardianName guardianPhone`;

export const tables: Case[] = [
  {
    name: "a title merged over all columns",
    file: () =>
      rawBook({ sheets: [{ rows: [["招生名册", null, null], head, [...one], [...two]], below: merges("A1:C1") }] }),
    told: report({}, [3, ...one], [4, ...two]),
  },
  {
    name: "a village merged down its people",
    file: () =>
      rawBook({
        sheets: [
          {
            rows: [
              ["乡镇", ...head],
              ["瓦卡镇", ...one],
              [null, ...two],
              ["茨巫乡", ...three],
            ],
            below: merges("A2:A3"),
          },
        ],
      }),
    told: report(
      { columns: `township ${columns}` },
      [2, "瓦卡镇", ...one],
      [3, "瓦卡镇", ...two],
      [4, "茨巫乡", ...three],
    ),
    differs: down,
  },
  {
    name: "a remark merged over rows and columns",
    file: () =>
      rawBook({
        sheets: [
          {
            rows: [[...head, "备注"], [...one], ["另有两人未到", null, null, null], [null, null, null, "待补"]],
            below: merges("A3:C4"),
          },
        ],
      }),
    told: report({ columns: `${columns} note`, left: "4" }, [2, ...one, ""], [3, "另有两人未到", "", "", ""]),
  },
  {
    name: "a head of two rows",
    file: () => ordinary(["姓名", "公民身份号码", "联系方式", ""], ["", "", "电话", "村级联系人"], [...one, "村委会"]),
    told: report({ columns: `${columns} villageContact` }, [3, ...one, "村委会"]),
  },
  {
    name: "a head of two rows, merged as it is printed",
    file: () =>
      rawBook({
        sheets: [
          {
            rows: [
              ["姓名", "公民身份号码", "联系方式", null],
              [null, null, "电话", "村级联系人"],
              [...one, "村委会"],
            ],
            below: merges("A1:A2", "B1:B2", "C1:D1"),
          },
        ],
      }),
    told: report({ columns: `${columns} villageContact` }, [3, ...one, "村委会"]),
    differs: down,
  },
  {
    name: "a guardian's name and telephone under one heading",
    file: () =>
      rawBook({
        sheets: [
          {
            rows: [
              ["姓名", "公民身份号码", "联系电话", "监护人", null],
              [null, null, null, "姓名", "电话"],
              [...one, three[0], three[2]],
            ],
            below: merges("A1:A2", "B1:B2", "C1:C2", "D1:E1"),
          },
        ],
      }),
    told: report({ columns: guarded }, [3, ...one, three[0], three[2]]),
    differs: down,
  },
  {
    name: "a guardian's telephone, and none of the person",
    file: () =>
      ordinary(["姓名", "公民身份号码", "监护人", ""], ["", "", "姓名", "电话"], [one[0], one[1], three[0], three[2]]),
    told: report({ columns: "name idNumber guardianName guardianPhone" }, [3, one[0], one[1], three[0], three[2]]),
  },
  {
    name: "sums and who filled it in",
    file: () =>
      ordinary(
        ["序号", ...head],
        [1, ...one],
        ["小计", "", "1 人"],
        [2, ...two],
        ["", "合 计", "2 人", ""],
        ["填表人：扎西", "", "", "2018年6月1日"],
        ["", "", "审核人：", ""],
        ["", "注：号码已核对", "", ""],
      ),
    told: report({ left: "3 5 6 7 8" }, [2, ...one], [4, ...two]),
  },
  {
    name: "groups by village",
    file: () => ordinary(["序号", ...head], ["一、瓦卡村（1 人）"], [1, ...one], ["二、阿称村（1 人）"], [1, ...two]),
    told: report({ left: "2 4" }, [3, ...one], [5, ...two]),
  },
  {
    name: "the head again on every page, and blank rows between",
    file: () => ordinary(head, [...one], [], head, [], [...two]),
    told: report({}, [2, ...one], [6, ...two]),
  },
  {
    name: "a name without a number, and a number without a name",
    file: () => ordinary(head, [one[0], "", one[2]], ["", two[1], two[2]], ["", "", three[2]]),
    told: report({ left: "4" }, [2, one[0], "", one[2]], [3, "", two[1], two[2]]),
  },
  {
    name: "a column twice",
    file: () => ordinary([...head, "电话"], [...one, three[2]]),
    told: report({ unread: "电话" }, [2, ...one]),
  },
  {
    name: "hidden rows, a hidden column and a filter",
    file: () =>
      rawBook({
        sheets: [
          {
            above: '<cols><col min="2" max="2" hidden="1"/></cols>',
            rows: [head, { said: 'hidden="1"', cells: [...one] }, [...two]],
            below:
              '<autoFilter ref="A1:C3"><filterColumn colId="0"><filters><filter val="格绒"/></filters></filterColumn></autoFilter>',
          },
        ],
      }),
    told: both,
  },
  {
    name: "rows folded into groups",
    file: () =>
      rawBook({
        sheets: [
          {
            rows: [head, { said: 'outlineLevel="1" collapsed="1" hidden="1"', cells: [...one] }, [...two]],
          },
        ],
      }),
    told: both,
  },
  {
    name: "borders down to row 65,536",
    file: () => {
      const bordered = Array.from({ length: 65_533 }, (_, at) => {
        const cells = ["A", "B", "C"].map((column) => `<c r="${column}${at + 4}" s="1"/>`).join("");
        return `<row r="${at + 4}">${cells}</row>`;
      });
      const listed = [head, [...one], [...two]].map((cells, at) => {
        const inside = cells
          .map((cell, place) => `<c r="${"ABC"[place]}${at + 1}" t="str"><v>${cell}</v></c>`)
          .join("");
        return `<row r="${at + 1}">${inside}</row>`;
      });
      return rawBook({ sheets: [{ rows: [...listed, ...bordered].join("") }], formats: [0] });
    },
    told: both,
  },
  {
    name: "#REF! far below",
    file: () => {
      const lost = raw('t="e"', "<f>#REF!</f><v>#REF!</v>");
      return rawBook({
        sheets: [{ rows: [head, [...one], [...two], { number: 900, cells: [lost, lost, lost] }] }],
      });
    },
    told: report({ left: "900" }, [2, ...one], [3, ...two]),
    differs: "an error is told and no empty cell",
  },
  {
    name: "people who left are struck through and noted, and are read",
    file: () =>
      rawBook({
        sheets: [
          {
            rows: [
              [...head, "备注"],
              [shared(0), one[1], one[2], "已外出"],
              [...two, null],
            ],
          },
        ],
        strings: ["<si><r><rPr><strike/></rPr><t>拥忠</t></r></si>"],
      }),
    told: report({ columns: `${columns} note` }, [2, ...one, "已外出"], [3, ...two, ""]),
  },
  {
    name: "the same person twice",
    file: () => ordinary(head, [...one], [...two], [...one]),
    told: report({}, [2, ...one], [3, ...two], [4, ...one]),
  },
  {
    name: "a note longer than a note may be",
    file: () => ordinary([...head, "备注"], [...one, "长".repeat(501)], [...two, "长".repeat(2_500)]),
    told: report(
      { columns: `${columns} note` },
      [2, ...one, `${"长".repeat(501)}!tooLong`],
      [3, ...two, `${"长".repeat(2_001)}!tooLong`],
    ),
    differs: "a cell is read as far as any field is long",
  },
];
