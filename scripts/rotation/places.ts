/** One sealed column: the place its text is sealed for, and the hash that is found by the same text. */
export type Sealed = {
  column: string;
  place: [table: string, column: string];
  hash?: { column: string; purpose: string };
};

/** A table with sealed columns; `row` tells in SQL whose id they are sealed for. */
export type Place = { table: string; row: string; sealed: Sealed[] };

const idNumber: Sealed = { column: "id_number_sealed", place: ["trainees", "id_number"] };
const idNumberFound: Sealed = { ...idNumber, hash: { column: "id_number_hash", purpose: "trainees.id_number" } };

/** I31: every sealed column there is. A certificate and a correction copy the trainee's number as it is sealed. */
export const places: Place[] = [
  {
    table: "trainees",
    row: "r.id",
    sealed: [
      idNumberFound,
      {
        column: "phone_sealed",
        place: ["trainees", "phone"],
        hash: { column: "phone_hash", purpose: "trainees.phone" },
      },
      { column: "guardian_phone_sealed", place: ["trainees", "guardian_phone"] },
    ],
  },
  { table: "identity_corrections", row: "r.trainee_id", sealed: [idNumberFound] },
  {
    table: "certificates",
    row: "(SELECT e.trainee_id FROM enrolments e WHERE e.id = r.enrolment_id)",
    sealed: [idNumber],
  },
  { table: "accounts", row: "r.id", sealed: [{ column: "factor_sealed", place: ["accounts", "factor"] }] },
  { table: "sign_ins", row: "r.id", sealed: [{ column: "offered_factor", place: ["sign_ins", "offered_factor"] }] },
];

/** Keyed hashes of secrets that nobody keeps: what they open ends, as they cannot be made anew. What an import changed lasts a day anyway. */
export const endings = {
  feeds: "UPDATE calendar_feeds SET ended_at = transaction_timestamp() WHERE ended_at IS NULL",
  imports: "UPDATE roster_import_lines SET before_sealed = NULL WHERE before_sealed IS NOT NULL",
  links: `UPDATE accounts SET set_up_token_hash = NULL, set_up_expires_at = NULL WHERE set_up_token_hash IS NOT NULL`,
};

/** Every table the rotation writes. */
export const tables = [
  ...places.map(({ table }) => table),
  "trainee_search_keys",
  "calendar_feeds",
  "roster_import_lines",
  "base",
];
