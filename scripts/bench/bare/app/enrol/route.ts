import { ask } from "../../database";

/** The limit of an enrolment: one call of one SQL function that writes what the action writes. */
export async function POST(request: Request) {
  const { trainee, cohort, actor, key } = (await request.json()) as Record<string, string>;
  await ask("enrol", "SELECT bench_enrol($1, $2, $3, $4)", [trainee, cohort, actor, key]);
  return new Response(null, { status: 303, headers: { location: "/roster" } });
}
