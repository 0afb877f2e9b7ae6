import { ask } from "../../database";
import { open, taught, yearOf } from "../../questions";

type Year = { held: number; planned: number; capacity: number };
type Cohort = { id: string; number: string; title: string; confirmed: number; seats: number; state: string };
type Lesson = { id: string; title: string; starts_at: string; ends_at: string; label: string };

/** The limit of the base's page: the year, the cohorts that are open and the lessons of the day, one statement each. */
export default async function Page() {
  const [[year], cohorts, lessons] = await Promise.all([
    ask<Year>("year", yearOf),
    ask<Cohort>("cohorts", open),
    ask<Lesson>("lessons", taught),
  ]);
  return (
    <main>
      <h1>今日</h1>
      <p>
        {year?.held} / {year?.planned} / {year?.capacity}
      </p>
      <table>
        <tbody>
          {cohorts.map(({ id, number, title, confirmed, seats, state }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/cohorts/${id}`}>{title}</a>
              </th>
              <td>{number}</td>
              <td>{confirmed}</td>
              <td>{seats}</td>
              <td>{state}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <tbody>
          {lessons.map(({ id, title, starts_at, ends_at, label }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{starts_at}</td>
              <td>{ends_at}</td>
              <td>{label}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
