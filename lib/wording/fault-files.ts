import type { Messages } from "./messages";

/** Of each language the file the browser has with it, apart from all others. */
export const faultFiles = (): Record<string, Messages["fault"]> =>
  import.meta.glob<Messages["fault"]>("./*/fault.json", { eager: true, import: "default" });
