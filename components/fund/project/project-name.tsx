/** Leads to the project's own page. */
export function ProjectName({ project: { id, name } }: { project: { id: string; name: string } }) {
  return <a href={`/fund/projects/${id}`}>{name}</a>;
}
