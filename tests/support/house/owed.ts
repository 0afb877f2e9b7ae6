/**
 * What the house still owes its own rules, as the guard says it. The list only grows shorter: a breach that is not on it fails, and so
 * does a line whose breach is mended.
 */
export const owed = [
  "lib/wording/en/enrolment.json: holds a sentence of more than 300 characters",
  "lib/wording/en/lesson.json: holds a sentence of more than 300 characters",
  "lib/wording/en/today.json: holds a sentence of more than 300 characters",
  "lib/wording/en/trainee.json: holds a sentence of more than 300 characters",
];
