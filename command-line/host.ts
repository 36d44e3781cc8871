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

export interface Input {
  readonly isTTY?: boolean | undefined
  /** All that comes, to its end. */
  text(): Promise<string>
}

/** All that a command sees of the process it runs in; a test brings its own. */
export interface Host {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: Input
  /** Puts a question to the user of a terminal. */
  ask(question: string): Promise<string>
  readFile(path: string): Promise<string>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted when the user wants to stop. */
  readonly signal: AbortSignalLike
  readonly version: string
  readonly actions: readonly Action[]
  /** The prose about the actions, which does not ship inside them. */
  reference(): Reference
}

/** Every command gives the exit code of the process. */
export const exitCodes = { ok: 0, failed: 1, wrongUsage: 2, interrupted: 130 } as const
