import { requireAccount } from "../../../sign-in";
import { enrol } from "./action";

type Props = { searchParams: Promise<Record<string, string>> };

/** The limit of a page with a form; so many further fields that it has as many elements as the portal's. */
export default async function Page({ searchParams }: Props) {
  const [{ fill = "0" }] = await Promise.all([searchParams, requireAccount()]);
  return (
    <main>
      <form action={enrol}>
        {["traineeId", "cohortId", "submissionKey", "place"].map((name) => (
          <input type="hidden" name={name} key={name} />
        ))}
        {Array.from({ length: Math.ceil(Number(fill) / 2) }, (_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing else and never move
          <label className="field" key={n}>
            {n}
            <input name={`field${n}`} className="input" />
          </label>
        ))}
        <button type="submit">报名</button>
      </form>
    </main>
  );
}
