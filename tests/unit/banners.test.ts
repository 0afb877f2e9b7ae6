import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { locales, messagesIn } from "@/lib/wording/messages";
import { listDeclared } from "@/tests/support/declared";

const verbs = [...new Set(listDeclared().flatMap(({ verb }) => verb ?? []))].map(
  (verb) => verb.split(".") as [string, string],
);

/** What the banners tell of; records of money say {what}, figures and entries of tables say which. */
const named = [
  ...["trainee", "course", "cohort", "enrolment", "classroom", "lesson", "account", "trainer", "certificate"],
  ...["setting", "code", "calendarDay", "month", "year", "project"],
];
const names = /\{(person|cohort|lesson|trainer|account|course|number|title|setting|zh|en|day|month|year|what)\}/;

/** The answer stands in the form, by name, or it is about the reader. */
const answeredInPlace = [
  ...["enrolment.confirm", "enrolment.createSeveral", "enrolment.decideSeveral", "trainee.reveal"],
  ...["account.create", "account.resetPassword", "account.setPreferences", "account.signOut"],
  ...["account.changePassword", "account.enrolFactor"],
];

test.each(locales())("issue 8.3: every banner in %s names whom or what the act was about", (locale) => {
  const done = messagesIn(locale).done as unknown as Record<string, Record<string, string>>;
  const asked = verbs.filter(
    ([subject, act]) => named.includes(subject) && !answeredInPlace.includes(`${subject}.${act}`),
  );

  const nameless = asked.filter(([subject, act]) => {
    const sentence = done[subject]?.[act];
    return sentence !== undefined && !names.test(sentence);
  });

  expect(asked.length).toBeGreaterThan(45);
  expect(nameless.map((verb) => verb.join("."))).toEqual([]);
});

test.each(locales())("issue 8.3: in %s a cancelled cohort frees planned 人次 only where it held any", (locale) => {
  const said = (freed: string) =>
    createTranslator({ locale, messages: messagesIn(locale), namespace: "done.cohort" })("cancel", {
      cohort: "2018-007",
      freed,
    });

  expect(said("true")).toMatch(/人次|person-times/);
  expect(said("false")).not.toMatch(/人次|person-times/);
});
