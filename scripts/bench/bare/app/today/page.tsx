import { ask } from "../../database";

type Year = { held: number; planned: number; capacity: number };
type Cohort = { id: string; number: string; title: string; confirmed: number; seats: number; state: string };
type Lesson = { id: string; title: string; starts_at: string; ends_at: string; label: string };

/** The limit of the base's page: the year, the cohorts that are open and the lessons of the day, one statement each. */
export default async function Page() {
  const [[year], cohorts, lessons] = await Promise.all([
    ask<Year>("year", "SELECT held, planned, capacity FROM training_years WHERE year = 2018"),
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

const open = `
  SELECT id, number, title, confirmed, seats, state FROM cohorts
  WHERE state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'IN_PROGRESS', 'EXAM') AND starts_on < '2019-01-01' ORDER BY number`;

const taught = `
  SELECT l.id, l.title, l.starts_at, l.ends_at, c.label FROM lessons l JOIN classrooms c ON c.number = l.classroom_number
  WHERE l.day = '2018-08-22' AND l.cancelled_at IS NULL ORDER BY l.starts_at, c.number`;
