import { ask } from "../../database";

type Project = { id: string; code: string; name: string; arranged: string; disbursed: string; completed: string };
type Month = { month: string; amount: string };

/** The limit of the fund's page: its sums by project and by month, one statement each, as two plain tables. */
export default async function Page() {
  const [projects, months] = await Promise.all([
    ask<Project>("projects", sums, ["2018-01-01", "2018-08-22"]),
    ask<Month>("months", monthly, ["2018-01-01", "2018-08-22"]),
  ]);
  return (
    <main>
      <h1>援藏资金</h1>
      <table>
        <tbody>
          {projects.map(({ id, code, name, arranged, disbursed, completed }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/fund/projects/${id}`}>{name}</a>
              </th>
              <td>{code}</td>
              <td>{arranged}</td>
              <td>{disbursed}</td>
              <td>{completed}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <tbody>
          {months.map(({ month, amount }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td>{amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}

const sumOf = (table: string) =>
  `(SELECT coalesce(sum(amount), 0) FROM ${table} WHERE project_id = p.id AND state = 'APPROVED' AND dated_on BETWEEN $1 AND $2)`;

const sums = `
  SELECT p.id, p.code, p.name, ${sumOf("appropriations")} AS arranged, ${sumOf("disbursements")} AS disbursed, ${sumOf("investment_progress")} AS completed
  FROM projects p ORDER BY p.code`;

const monthly = `
  SELECT to_char(dated_on, 'YYYY-MM') AS month, sum(amount) AS amount FROM disbursements
  WHERE state = 'APPROVED' AND dated_on BETWEEN $1 AND $2 GROUP BY 1 ORDER BY 1`;
