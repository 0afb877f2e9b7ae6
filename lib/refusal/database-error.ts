/** What PostgreSQL said, freed of its wrapping: SQLSTATE, message, and where it gave them detail, hint and constraint. */
export type DatabaseError = { code: string; message: string; detail?: string; hint?: string; constraint?: string };

/** Prisma wraps the server's words in several ways, and at COMMIT not at all; this finds them wherever they are. */
export function databaseError(error: unknown): DatabaseError | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, meta, cause, message } = error as {
    code?: unknown;
    meta?: { driverAdapterError?: unknown };
    cause?: unknown;
    message?: string;
  };

  const inner = databaseError(meta?.driverAdapterError) ?? databaseError(cause);
  if (inner) return inner;

  const raw = error as Record<string, unknown>;
  if (typeof raw.kind === "string" && lostKinds.includes(raw.kind)) return { code: "08006", message: message ?? "" };
  const sqlState = raw.originalCode ?? code;
  if (typeof sqlState !== "string")
    return lostWords.test(message ?? "") ? { code: "08006", message: message ?? "" } : undefined;
  return {
    code: sqlState,
    message: String(raw.originalMessage ?? message ?? ""),
    ...(typeof raw.detail === "string" && { detail: raw.detail }),
    ...(typeof raw.hint === "string" && { hint: raw.hint }),
    ...constraintOf(raw.constraint),
  };
}

/** How Prisma's adapter calls a server that does not answer; it gives no SQLSTATE then. */
const lostKinds = ["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TlsConnectionError"];

/** How the driver says of a connection that it came to nothing, ended, or had ended before the question. */
const lostWords = /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/;

function constraintOf(constraint: unknown): { constraint?: string } {
  if (typeof constraint === "string") return { constraint };
  const index = (constraint as { index?: unknown } | undefined)?.index;
  return typeof index === "string" ? { constraint: index } : {};
}
