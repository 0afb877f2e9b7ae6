import { ask } from "../../database";
import { monthly, sums } from "../../questions";

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
