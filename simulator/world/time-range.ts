import type { LogEntry } from './log-entry'

/** Milliseconds since 1970, both ends included; 0 leaves an end open. */
export const isWithin =
  (startMs: number, endMs: number) =>
  ({ timeMs }: LogEntry): boolean =>
    timeMs >= startMs && (endMs === 0 || timeMs <= endMs)
