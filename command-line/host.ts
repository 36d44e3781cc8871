import type { Action } from '../src/core/action'
import type { AbortSignalLike } from '../src/core/transport/abort-signal-like'
import type { Reference } from './reference'

/** Where a command writes: a terminal, a pipe or a file. */
export interface Output {
  write(text: string): unknown
  /** Set on a terminal. */
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

interface Input {
  readonly isTTY?: boolean | undefined
  /** The whole input. */
  text(): Promise<string>
}

/** The process that a command runs in; a test passes its own. */
export interface Host {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: Input
  /** Asks the user of a terminal. */
  ask(question: string): Promise<string>
  readFile(path: string): Promise<string>
  writeFile(path: string, text: string): Promise<void>
  /** Milliseconds since 1970. */
  now(): number
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted when the user wants to stop. */
  readonly signal: AbortSignalLike
  readonly version: string
  readonly actions: readonly Action[]
  /** The documentation of the actions, which is not part of them. */
  reference(): Reference
}

/** Every command returns the exit code of the process. */
export const exitCodes = { ok: 0, failed: 1, wrongUsage: 2, interrupted: 130 } as const
