export function startPostgres(
  name: string,
  options?: { throwaway?: boolean; maxConnections?: number },
): Promise<{ url(database: string): string; adopted: boolean }>;
export function stopPostgres(name: string): Promise<void>;
export function removeCluster(name: string): void;
