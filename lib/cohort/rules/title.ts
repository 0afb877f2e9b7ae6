/** The official title, from a pattern of the wording with {year}, {number} and {courses}. */
export function officialTitle(pattern: string, title: { year: number; number: number; courses: string }): string {
  return pattern.replace(/\{(year|number|courses)\}/g, (_, name: keyof typeof title) => String(title[name]));
}
