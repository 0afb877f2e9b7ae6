"use server";

import { form } from "@/lib/command/form";
import * as certificate from "@/lib/completion/commands/certificate";
import * as decide from "@/lib/completion/commands/decide";
import { foreseeMakeUp, foreseeResults } from "@/lib/completion/commands/foresee";
import * as record from "@/lib/completion/commands/record";
import * as request from "@/lib/completion/commands/request";
import * as reverse from "@/lib/completion/commands/reverse";

const sheet = (cohortId: string) => `/cohorts/${cohortId}/completion`;
type Cohort = { cohortId: string };
/** Back to the sheet of the cohort that the form names, or of the one that the outcome names. */
const toAsked = { after: (_: unknown, { cohortId }: Cohort) => ({ to: sheet(cohortId) }) };
const toFound = { after: ({ cohortId }: Cohort) => ({ to: sheet(cohortId) }) };

export const recordResults = form(record.recordResults, { foresee: foreseeResults, ...toAsked });
export const recordMakeUp = form(record.recordMakeUp, { foresee: foreseeMakeUp, ...toAsked });
export const decideCompletions = form(decide.decideCompletions, toAsked);
export const recordNotCompleted = form(decide.recordNotCompleted, toFound);
export const reverseOutcome = form(reverse.reverseOutcome, toFound);
export const reopenOutcome = form(reverse.reopenOutcome, toFound);
export const proposeIssue = form(certificate.proposeIssue, toAsked);
export const proposeVoid = form(certificate.proposeVoid, toFound);

type Decided = { cohortId: string; certificateId: string | null };
const about = ({ cohortId, certificateId }: Decided) => ({ cohortId, ...(certificateId && { certificateId }) });

export const approveRequest = form(request.approveRequest, {
  decides: "requestId",
  after: ({ count, ...decided }) => ({
    to: sheet(decided.cohortId),
    says: decided.certificateId ? "certificate.approveVoid" : "certificate.approve",
    about: about(decided),
    told: { count },
  }),
});

export const rejectRequest = form(request.rejectRequest, {
  decides: "requestId",
  after: (decided) => ({ to: sheet(decided.cohortId), about: about(decided) }),
});
