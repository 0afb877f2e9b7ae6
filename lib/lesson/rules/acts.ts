/** What is done to several lessons together, each with the permission of doing it to one. */
const permissions = {
  postpone: "lesson:move",
  room: "lesson:move",
  trainer: "lesson:move",
  cancel: "lesson:cancel",
} as const;

export type Act = keyof typeof permissions;
type Permission = (typeof permissions)[Act];

/** The acts somebody may do. */
export const actsFor = (may: (permission: Permission) => boolean): Act[] =>
  (Object.keys(permissions) as Act[]).filter((act) => may(permissions[act]));
