import type { Rule, Source } from "./sources";

const isLaw = ({ path }: Source): boolean => path.startsWith("prisma/laws/");
const made = /^CREATE (?:OR REPLACE )?(?:FUNCTION|VIEW) ([\w.]+)/gm;
const makes = /\b(?:CREATE (?:OR REPLACE )?(?:CONSTRAINT )?(?:TRIGGER|VIEW)|CREATE FUNCTION|GRANT|REVOKE)\b/;

/** docs/sql.md: a law says what it is, and each of its functions where its names stand, temporary ones last. */
export const lawsAreSaid: Rule = (source) => {
  if (!isLaw(source)) return [];
  const heads = source.text.match(/^CREATE (?:OR REPLACE )?FUNCTION [\s\S]*?(?= AS \$)/gm) ?? [];
  return [
    ...(source.text.startsWith("-- ") ? [] : ["does not begin with what it is"]),
    ...heads
      .filter((head) => !head.includes("SET search_path = pg_catalog, public, pg_temp"))
      .map((head) => `makes ${/FUNCTION (\w+)/.exec(head)?.[1]} without its search_path`),
  ];
};

/** One home for each: what two files make is what the last of them says. */
export const lawsAreMadeOnce: Rule = (source, house) => {
  if (!isLaw(source)) return [];
  const all = house.filter(isLaw).flatMap(namesIn);
  return namesIn(source)
    .filter((name) => all.filter((other) => other === name).length > 1)
    .map((name) => `makes ${name}, which is made twice`);
};

const namesIn = ({ text }: Source): string[] => [...text.matchAll(made)].map(([, name = ""]) => name);

/** A migration is history. One that a column needs a function for says CREATE OR REPLACE, as its law does. */
export const migrationsMakeNoLaw: Rule = ({ path, text }) =>
  path.startsWith("prisma/migrations/") && makes.test(text.replace(/--.*$/gm, ""))
    ? ["makes a law, which belongs to prisma/laws"]
    : [];
