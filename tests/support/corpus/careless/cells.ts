import { raw, rawBook, shared, shown } from "@/tests/support/corpus/book";
import { type Case, columns, head, one, ordinary, report, three, two } from "@/tests/support/corpus/people";

/** One cell of the first person otherwise, and what is read of it: `typed→kept`, `typed!fault`. */
const name = (typed: string, told: string): Case[] => [
  {
    name: `the name "${typed}"`,
    file: () => ordinary(head, [typed, one[1], one[2]]),
    told: report({}, [2, told, one[1], one[2]]),
  },
];
const number = (named: string, typed: string | number, told: string): Case => ({
  name: `an ID number ${named}`,
  file: () => ordinary(head, [one[0], typed, one[2]], [...two]),
  told: report({}, [2, one[0], told, one[2]], [3, ...two]),
});
const phone = (named: string, typed: string | number, told: string): Case => ({
  name: `a telephone ${named}`,
  file: () => ordinary(head, [one[0], one[1], typed], [...two]),
  told: report({}, [2, one[0], one[1], told], [3, ...two]),
});
const spaced = `${one[1].slice(0, 6)} ${one[1].slice(6, 14)} ${one[1].slice(14)}`;
const wide = [...one[1]].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join("");
const rounded = `${one[1].slice(0, 15)}000`;
const dragged = [22, 23, 24].map((end) => `5133381990061500${end}`);

export const cells: Case[] = [
  number("kept as a number", Number(one[1]), "5.1333819900616e+17!rounded"),
  number("that was a number once, with 000 at the end", rounded, `${rounded}!rounded`),
  number("as a spreadsheet shows a long number", "5.13338E+17", "5.13338E+17!rounded"),
  number("of fifteen digits, kept as a number", 513_338_900_615_998, "513338900615998"),
  number("with blanks", spaced, spaced),
  number("in full width", wide, wide),
  number("with direction marks", `\u202A${one[1]}\u202C`, one[1]),
  number("behind an apostrophe", `'${one[1]}`, one[1]),
  number("with a small x", `${one[1].slice(0, 17)}x`, `${one[1].slice(0, 17)}x`),
  number("that is a word", "无", "无"),
  {
    name: "ID numbers dragged down as a series",
    file: () => ordinary(head, ...dragged.map((typed) => [one[0], typed, one[2]])),
    told: report({}, ...dragged.map((typed, at): [number, ...string[]] => [at + 2, one[0], typed, one[2]])),
  },
  phone("kept as a number", 13_800_000_001, one[2]),
  phone("with blanks and hyphens", "138-0000 0001", `138-0000 0001→${one[2]}`),
  phone("with +86", "+8613800000001", `+8613800000001→${one[2]}`),
  phone("with 0086", "008613800000001", "008613800000001!phone"),
  phone("with full-width +86", "＋86 13800000001", `＋86 13800000001→${one[2]}`),
  phone("and another one, with a stroke", `${one[2]}/${two[2]}`, `${one[2]}/${two[2]}!phones`),
  phone("and another one on a second line", `${one[2]}\n${two[2]}`, `${one[2]} ${two[2]}!phones`),
  phone("and another one, each with +86", `+86${one[2]}，+86${two[2]}`, `+86${one[2]}，+86${two[2]}!phones`),
  phone("of ten digits", "1380000000", "1380000000!phone"),
  phone("of the house", "0836-8012345", "0836-8012345!phone"),
  phone("as a spreadsheet shows a long number", "1.38E+10", "1.38E+10!phone"),
  ...name("　拥 忠　", "拥 忠→拥忠"),
  ...name("扎西··次仁", "扎西··次仁→扎西·次仁"),
  ...name("扎西．次仁", "扎西．次仁→扎西·次仁"),
  ...name("扎西•次仁", "扎西•次仁→扎西·次仁"),
  ...name("扎西?次仁", "扎西?次仁!nameLost"),
  ...name("拥忠1", "拥忠1!name"),
  {
    name: "a name in two colours, and one with its reading above",
    file: () =>
      rawBook({
        sheets: [{ rows: [head, [shared(0), one[1], one[2]], [shared(1), two[1], two[2]]] }],
        strings: [
          '<si><r><rPr><b/></rPr><t>拥</t></r><r><rPr><color rgb="FFFF0000"/></rPr><t>忠</t></r></si>',
          '<si><t>格绒</t><rPh sb="0" eb="1"><t>ge</t></rPh><rPh sb="1" eb="2"><t>rong</t></rPh><phoneticPr fontId="1"/></si>',
        ],
      }),
    told: report({}, [2, ...one], [3, ...two]),
  },
  {
    name: "the same, word for word in the cells",
    file: () => {
      const coloured = "<is><r><t>拥</t></r><r><rPr><b/></rPr><t>忠</t></r></is>";
      const above = '<is><t>格绒</t><rPh sb="0" eb="2"><t>gerong</t></rPh></is>';
      const inCell = (inside: string) => raw('t="inlineStr"', inside);
      return rawBook({
        sheets: [{ rows: [head, [inCell(coloured), one[1], one[2]], [inCell(above), two[1], two[2]]] }],
      });
    },
    told: report({}, [2, ...one], [3, ...two]),
  },
  {
    name: "formulas with a stored value, without one, and with an error",
    file: () =>
      rawBook({
        sheets: [
          {
            rows: [
              head,
              [one[0], raw('t="str"', `<f>B9</f><v>${one[1]}</v>`), raw("", `<f>C9</f><v>${one[2]}</v>`)],
              [two[0], raw("", "<f>B9</f>"), raw('t="str"', "<f>C9</f><v></v>")],
              [three[0], raw('t="e"', "<f>VLOOKUP(A4,X,2,0)</f><v>#N/A</v>"), three[2]],
            ],
          },
        ],
      }),
    told: report({}, [2, ...one], [3, two[0], "", ""], [4, three[0], "#N/A", three[2]]),
    differs: "an error is told and no empty cell",
  },
  {
    name: "yes and no as people tick them",
    file: () =>
      rawBook({
        sheets: [
          {
            rows: [
              [...head, "是否脱贫户"],
              [...one, "√"],
              [...two, "不是"],
              [...three, raw('t="b"', "<v>1</v>")],
              [...three, "大概"],
            ],
          },
        ],
      }),
    told: report(
      { columns: `${columns} registeredPoor` },
      [2, ...one, "√→true"],
      [3, ...two, "不是→false"],
      [4, ...three, "TRUE→true"],
      [5, ...three, "大概!yesNo"],
    ),
  },
  {
    name: "words that are in no code table, a village without its township",
    file: () =>
      ordinary(
        [...head, "性别", "民族", "文化程度", "人员类别", "乡镇", "村"],
        [...one, "女", "藏", "小学", "农民", "", "瓦卡村"],
        [...two, "不详", "藏族", "初中", "农村转移就业劳动者", "瓦卡镇", "瓦卡村"],
      ),
    told: report(
      { columns: `${columns} sex ethnicity education category township village` },
      [2, ...one, "女→FEMALE", "藏→04", "小学!word", "农民!word", "", "瓦卡村!villages"],
      [3, ...two, "不详!sex", "藏族→04", "初中→70", "农村转移就业劳动者→NZY", "瓦卡镇", "瓦卡村→513338101201"],
    ),
  },
  {
    name: "a telephone in a cell that shows dates",
    file: () =>
      rawBook({
        sheets: [{ rows: [head, [one[0], one[1], shown(13_800_000_001)], [two[0], two[1], shown(10_000_000)]] }],
        formats: [14],
      }),
    told: report({}, [2, one[0], one[1], "########!phone"], [3, two[0], two[1], "########!phone"]),
  },
];
