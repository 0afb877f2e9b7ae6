import { dayOfInstant } from "@/lib/value/calendar";
import { clockOfInstant } from "@/lib/value/clock";

/** R86: as tables write a moment, by the base's clock. */
export const moment = (instant: Date): string => `${dayOfInstant(instant)} ${clockOfInstant(instant)}`;
