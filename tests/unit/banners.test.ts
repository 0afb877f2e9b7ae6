import { expect, test } from "vitest";
import { messages } from "@/lib/wording/messages";
import { listDeclared } from "@/tests/support/declared";

const verbs = [...new Set(listDeclared().flatMap(({ verb }) => verb ?? []))].map(
  (verb) => verb.split(".") as [string, string],
);

/** What people, cohorts, lessons, trainers, accounts and courses are told of; the other subjects have a list of their own. */
const named = ["trainee", "course", "cohort", "enrolment", "classroom", "lesson", "account", "trainer", "certificate"];

/** The answer stands in the form, by name, or it is about the reader. */
const answeredInPlace = [
  ...["enrolment.confirm", "enrolment.createSeveral", "enrolment.decideSeveral", "trainee.reveal"],
  ...["account.create", "account.resetPassword", "account.setPreferences", "account.signOut"],
  ...["account.changePassword", "account.enrolFactor"],
];

test.each(["zh-CN", "en"] as const)("issue 8.3: every banner in %s names whom or what the act was about", (locale) => {
  const done = messages[locale].done as unknown as Record<string, Record<string, string>>;
  const asked = verbs.filter(
    ([subject, act]) => named.includes(subject) && !answeredInPlace.includes(`${subject}.${act}`),
  );

  const nameless = asked.filter(([subject, act]) => {
    const sentence = done[subject]?.[act];
    return sentence !== undefined && !/\{(person|cohort|lesson|trainer|account|course|number|title)\}/.test(sentence);
  });

  expect(asked.length).toBeGreaterThan(45);
  expect(nameless.map((verb) => verb.join("."))).toEqual([]);
});
