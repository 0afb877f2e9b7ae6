/** Every act by its subject, as the audit, the banners and the submissions know it; a new one is written down here first. */
export const acts = {
  account: [
    ...(["create", "offerSetUp", "setUp", "changePassword", "resetPassword", "enrolFactor", "resetFactor"] as const),
    ...(["changeRole", "disable", "enable", "endSignIns", "setPreferences", "setLanguage", "signOut"] as const),
  ],
  arrival: ["note", "undo"],
  attendance: ["take", "takeSeveral", "correct", "hold", "adopt", "discard"],
  base: ["found", "agreeOnKey", "rotateKey"],
  calendarDay: ["set", "clear"],
  calendarFeed: ["create", "renew", "end"],
  certificate: ["propose", "proposeVoid", "approve", "approveVoid", "reject", "issue", "void"],
  classroom: ["edit", "equip", "close", "reopen"],
  code: ["add", "edit", "end", "reopen"],
  cohort: [
    ...(["draft", "edit", "submit", "approve", "return", "reject", "changeSeats", "start", "cancel"] as const),
    ...(["exam", "examBack", "proposeClosing", "returnClosing", "close", "reopen"] as const),
    ...(["appointTeacher", "endTeacher"] as const),
  ],
  course: ["create", "edit", "open", "archive"],
  enrolment: [
    ...(["create", "createSeveral", "walkIn", "apply", "waitlist", "promote", "passOver", "start"] as const),
    ...(["confirm", "confirmLate", "reject", "decideSeveral", "cancel", "noShow", "drop"] as const),
    ...(["transfer", "requestTransfer", "approveTransfer", "declineTransfer"] as const),
    ...(["recordResults", "recordMakeUp", "decide", "complete", "notComplete", "reverse"] as const),
  ],
  leave: ["ask", "grant", "refuse"],
  lesson: [
    ...(["book", "bookSeveral", "generateTimetable", "copyTimetable", "move", "join", "cancel"] as const),
    ...(["cancelSeveral", "postpone", "changeClassroom", "substitute", "substituteSeveral"] as const),
    ...(["addHelper", "removeHelper"] as const),
  ],
  personRequest: ["note", "grant", "handOut", "decline"],
  project: [
    ...(["create", "edit", "report", "finishSite", "draftAdjustment", "adjust", "adjusted"] as const),
    ...(["approveAdjustment", "rejectAdjustment", "withdrawAdjustment"] as const),
  ],
  money: ["submit", "approve", "reject", "withdraw", "reverse"],
  plan: ["draft", "record", "approve", "reject", "withdraw", "reverse"],
  revenue: ["draft", "record", "approve", "reject", "withdraw", "reverse"],
  appropriation: ["draft", "record", "approve", "reject", "withdraw", "reverse"],
  disbursement: ["draft", "record", "approve", "reject", "withdraw", "reverse"],
  progress: ["draft", "record", "approve", "reject", "withdraw", "reverse"],
  outside: ["draft", "record", "approve", "reject", "withdraw", "reverse"],
  month: ["submit", "lock", "return"],
  year: ["proposeClosing", "close"],
  report: ["export", "exportFull"],
  setting: ["propose", "approve", "reject", "withdraw"],
  trainee: [
    "register",
    "edit",
    "import",
    "undoImport",
    "reveal",
    "proposeCorrection",
    "approveCorrection",
    "rejectCorrection",
  ],
  trainer: ["register", "edit", "leave", "setSkills"],
  trainerCertificate: ["record", "end"],
  trainerLeave: ["grant", "cancel"],
} as const;

export type Verb = {
  [Subject in keyof typeof acts]: `${Subject}.${(typeof acts)[Subject][number]}`;
}[keyof typeof acts];
