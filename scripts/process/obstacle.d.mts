export class Obstacle extends Error {}
export function sentenceOf(error: unknown): string;
