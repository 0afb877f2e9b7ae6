/** Every file of words as the bundler finds it: a new language is a new folder, a new area a new file in each. */
export const wordingFiles = (): Record<string, object> =>
  import.meta.glob<object>("./*/*.json", { eager: true, import: "default" });
