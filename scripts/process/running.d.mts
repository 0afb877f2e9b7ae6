type Server = { pid: number; port: number; instance: string };

export function record(fields: { test: true }): void;
export function endOrphans(isMeant: (server: Server) => boolean): Promise<number[]>;
