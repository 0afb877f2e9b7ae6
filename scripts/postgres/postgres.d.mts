export function startPostgres(
  name: string,
  options?: { throwaway?: boolean; maxConnections?: number; port?: number },
): Promise<{ url(database: string): string; adopted: boolean }>;
export function stopPostgres(name: string): Promise<void>;
export function killPostgres(name: string): void;
export function removeCluster(name: string): void;
