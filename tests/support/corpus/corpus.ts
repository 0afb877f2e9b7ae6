import { cells } from "@/tests/support/corpus/careless/cells";
import { dates } from "@/tests/support/corpus/careless/dates";
import { sheets } from "@/tests/support/corpus/careless/sheets";
import { tables } from "@/tests/support/corpus/careless/tables";
import { clean } from "@/tests/support/corpus/clean";
import { hostile } from "@/tests/support/corpus/hostile";
import { otherFiles } from "@/tests/support/corpus/other-files";

const books = [...clean, ...cells, ...dates, ...tables, ...sheets, ...hostile];

/** Rosters as villages send them, and files nobody should send; every figure in them is invented. */
export const corpus = [...books, ...otherFiles];

/** Those that mean no harm; one of each kind is read in the thread as well. */
export const harmless = new Set([...clean.slice(1), ...cells, ...dates, ...tables, ...sheets]);

/** The workbooks among them that are read. */
export const readable = books.filter(({ told: [first] }) => !first?.startsWith("FILE_"));
