import { type Cell, rawBook, shown } from "@/tests/support/corpus/book";
import { type Case, columns, head, one, report } from "@/tests/support/corpus/people";

const born = [...head, "出生日期"];
type Book = { formats?: (string | number)[]; properties?: string };
const date = (named: string, typed: Cell, told: string, book: Book = {}): Case => ({
  name: `a birth date ${named}`,
  file: () => rawBook({ sheets: [{ rows: [born, [...one, typed]] }], ...book }),
  told: report({ columns: `${columns} birthDay` }, [2, ...one, told]),
});
const as = (typed: string): string => `${typed}→1990-06-15`;
/** The fifteenth of June 1990 as a spreadsheet counts days, from 1900 and from 1904. */
const [serial, later] = [33_039, 31_577];

export const dates: Case[] = [
  date("1990-06-15", "1990-06-15", "1990-06-15"),
  date("with dots", "1990.6.15", as("1990.6.15")),
  date("with strokes", "1990/06/15", as("1990/06/15")),
  date("of eight digits", "19900615", as("19900615")),
  date("of eight digits, kept as a number", 19_900_615, as("19900615")),
  date("in words", "1990年6月15日", as("1990年6月15日")),
  date("in words with blanks", "1990 年 6 月 15 日", as("1990 年 6 月 15 日")),
  date("in full width", "１９９０．６．１５", as("１９９０．６．１５")),
  date("with the time of day", "1990-06-15 00:00:00", as("1990-06-15 00:00:00")),
  date("of year and month", "1990年6月", "1990年6月!date"),
  date("of year and month, kept as a number", 1990.6, "1990.6!date"),
  date("with a short year", "90.6.15", "90.6.15!date"),
  date("that no month has", "1990.2.30", "1990.2.30!day"),
  date("of the old calendar", "庚午年五月", "庚午年五月!date"),
  date("shown as a date", shown(serial), "1990-06-15", { formats: [14] }),
  date("shown with its time", shown(serial + 0.75), "1990-06-15", { formats: ["yyyy/m/d h:mm"] }),
  date("shown in words", shown(serial), "1990-06-15", { formats: ['yyyy"年"m"月"d"日";@'] }),
  date("shown in words, by the format of this country", shown(serial), "1990-06-15", { formats: [31] }),
  date("of which year and month are shown", shown(serial), "1990-06-15", { formats: [57] }),
  date("as the number that a spreadsheet keeps", serial, as("33039")),
  date("in a book that counts from 1904", shown(later), "1990-06-15", { formats: [14], properties: 'date1904="1"' }),
  date("in a cell for numbers", shown(19_900_615), as("19900615"), { formats: ["0_ "] }),
  date("in a cell for whatever comes", shown(serial), as("33039"), { formats: ["G/通用格式"] }),
];
