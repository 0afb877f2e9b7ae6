/** R96: the version of the privacy notice whose text stands in the wording `trainee.notice`; a new text gets a new number. */
export const noticeVersion = "2018-1";

/** R92: why somebody may look at a full number. */
export const revealReasons = ["CONTACT", "CARD_CHECK", "SUBSIDY", "REPORT", "OTHER"] as const;

/** R92: the numbers that are shown one at a time, on request. */
export const revealFields = ["idNumber", "phone", "guardianPhone"] as const;
export type RevealField = (typeof revealFields)[number];
