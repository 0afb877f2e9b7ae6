import "server-only";
import { keyedHash, unseal } from "@/lib/database/seal";

/** I31: what equal numbers are found by. */
export const hashOf = (column: "id_number" | "phone", number: string): string =>
  keyedHash(`trainees.${column}`, number);
export const hashLastFour = (lastFour: string): string => keyedHash("trainees.last_four", lastFour);

/** Opens a person's number, to be masked before it leaves the server. */
export const idNumberOf = ({ id, idNumberSealed }: { id: string; idNumberSealed: string }): string =>
  unseal("trainees", "id_number", id, idNumberSealed);

/** What tells two people of one name apart. */
export const lastFourOf = (row: { id: string; idNumberSealed: string }): string => idNumberOf(row).slice(-4);
