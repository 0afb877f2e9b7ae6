/** A number of which the server shows only some characters; read out as one word, never broken. */
export function Masked({ children }: { children: string }) {
  return <span className="nowrap">{children}</span>;
}
