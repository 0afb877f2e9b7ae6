/** The ends of the verbs by which one person decides what another put forward; after one of them there is nothing left to decide. */
const decisive = [
  ...["approve", "reject", "return", "close", "returnClosing", "confirmLate", "approveTransfer", "declineTransfer"],
  ...["approveVoid", "lock", "withdraw"],
];

export const isDecision = (verb: string): boolean => decisive.includes(verb.split(".")[1] ?? "");
