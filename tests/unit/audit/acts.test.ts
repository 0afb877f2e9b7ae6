import { expect, test } from "vitest";

import { actOf, listActs } from "@/lib/audit/rules";
import { locales, messagesIn } from "@/lib/wording/messages";

// The audit and its filter name an act by the beginning of its banner, up to what the banner fills in.
for (const locale of locales()) {
  test(`U31: every act has words of its own before what it names (${locale})`, () => {
    const sentences = Object.entries(messagesIn(locale).done).flatMap(([area, acts]) =>
      typeof acts === "string" ? [] : Object.entries(acts).map(([name, sentence]) => [`${area}.${name}`, sentence]),
    );

    expect(sentences.filter(([, sentence = ""]) => actOf(sentence).length < 3)).toEqual([]);
  });

  test(`U31: the filter names each act once, whatever else says the same (${locale})`, () => {
    const acts = listActs(messagesIn(locale).done);

    expect(acts.map(({ label }) => label)).toEqual([...new Set(acts.map(({ label }) => label))]);
    expect(acts.find(({ verbs }) => verbs.startsWith("cohort.reopen"))?.verbs).toBe("cohort.reopen,enrolment.reverse");
    expect(acts.filter(({ verbs }) => verbs.includes("Password")).map(({ verbs }) => verbs)).toEqual([
      "account.changePassword",
      "account.resetPassword",
    ]);
  });
}
