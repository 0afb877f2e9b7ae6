import "server-only";
import { db } from "@/lib/database/db";
import { dayFromDate } from "@/lib/value/calendar";

/** The wishes of a cohort that wait for the second person, the oldest first. */
export async function listOpenRequests(cohortId: string) {
  const requests = await db.certificateRequest.findMany({
    where: { cohortId, approved: null },
    orderBy: [{ proposedOn: "asc" }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      reason: true,
      proposedById: true,
      proposedOn: true,
      certificate: { select: { number: true } },
    },
  });
  const accounts = await db.account.findMany({
    where: { id: { in: requests.map(({ proposedById }) => proposedById) } },
    select: { id: true, name: true },
  });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return requests.map(({ proposedOn, certificate, ...request }) => ({
    ...request,
    proposedOn: dayFromDate(proposedOn),
    proposer: names.get(request.proposedById) ?? "",
    number: certificate?.number ?? "",
  }));
}

export type OpenRequest = Awaited<ReturnType<typeof listOpenRequests>>[number];

/** R52: every certificate of one enrolment, the valid one and the void ones, with a wish to void it where one waits. */
export async function listCertificates(enrolmentId: string) {
  const certificates = await db.certificate.findMany({
    where: { enrolmentId },
    orderBy: { personNumber: "asc" },
    select: {
      id: true,
      number: true,
      issuedOn: true,
      voidedOn: true,
      voidReason: true,
      name: true,
      course: true,
      startsOn: true,
      endsOn: true,
      attendedPeriods: true,
      scheduledPeriods: true,
      requests: { where: { approved: null }, select: { id: true } },
    },
  });
  return certificates.map(({ issuedOn, voidedOn, requests, startsOn, endsOn, ...certificate }) => ({
    ...certificate,
    startsOn: startsOn && dayFromDate(startsOn),
    endsOn: endsOn && dayFromDate(endsOn),
    issuedOn: dayFromDate(issuedOn),
    voidedOn: voidedOn && dayFromDate(voidedOn),
    isDoubted: requests.length > 0,
  }));
}

/** R52: the numbers of a person's valid certificates, which keep the name they were issued with. */
export async function listValidNumbers(traineeId: string): Promise<string[]> {
  const valid = await db.certificate.findMany({
    where: { voidedOn: null, enrolment: { traineeId } },
    orderBy: { number: "asc" },
    select: { number: true },
  });
  return valid.map(({ number }) => number);
}
