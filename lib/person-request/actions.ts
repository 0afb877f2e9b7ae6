"use server";

import { form } from "@/lib/command/form";
import * as request from "@/lib/person-request/commands/request";

const sheet = (traineeId: string) => `/trainees/${traineeId}/own-data`;

export const noteRequest = form(request.noteRequest, { after: toSheet });
export const declineRequest = form(request.declineRequest, { after: toSheet });
export const grantOwnData = form(request.grantOwnData, {
  after: ({ traineeId, grant }) => ({ to: `${sheet(traineeId)}?grant=${grant}`, about: { traineeId } }),
});

function toSheet({ traineeId }: { traineeId: string }) {
  return { to: sheet(traineeId), about: { traineeId } };
}
