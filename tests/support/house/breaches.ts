import { clientStaysBelow, oneWriterForATable, queriesOnlyRead } from "./database";
import {
  actionsAreDeclared,
  clientLeaves,
  kindsKeepTheirSide,
  locksWithoutKey,
  oneEnvironmentReader,
  pagesAskWho,
  routesAnswer,
  serverCallsItsOwn,
} from "./doors";
import { lawsAreMadeOnce, lawsAreSaid, migrationsMakeNoLaw } from "./laws";
import { filesAreOnTheList, foldersStaySmall, noFileBesideItsFolder } from "./names";
import { roomsPointOneWay, subjectsPointBack, uiKnowsNoSubject } from "./order";
import type { Rule, Source } from "./sources";
import { actsAreRefusedInTests, exportsAreUsed } from "./use";
import { casesAreKeys, linesStayNarrow, wordingStandsInWording } from "./words";

const rules: Rule[] = [
  ...[roomsPointOneWay, subjectsPointBack, clientStaysBelow, queriesOnlyRead, oneWriterForATable, uiKnowsNoSubject],
  ...[
    filesAreOnTheList,
    noFileBesideItsFolder,
    foldersStaySmall,
    wordingStandsInWording,
    casesAreKeys,
    linesStayNarrow,
  ],
  ...[exportsAreUsed, actsAreRefusedInTests, kindsKeepTheirSide, clientLeaves, oneEnvironmentReader, locksWithoutKey],
  ...[lawsAreSaid, lawsAreMadeOnce, migrationsMakeNoLaw],
  ...[pagesAskWho, routesAnswer, actionsAreDeclared, serverCallsItsOwn],
];

/** house.md: what is wrong where, one line each. What a rule needs to know of the rest of the house stands in `house`. */
export const breachesOf = (sources: Source[], house: Source[] = sources): string[] =>
  sources.flatMap((source) =>
    rules.flatMap((rule) => [...new Set(rule(source, house))].map((wrong) => `${source.path}: ${wrong}`)),
  );
