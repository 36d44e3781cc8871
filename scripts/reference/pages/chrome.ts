import type { RetrySentences } from '../../../command-line/retries'
import type { Family, LockType } from '../../../src/core/action'
import type { ErrorKind } from '../../../src/core/errors/sdk-error'
import type { JobName } from '../../hosts/jobs'

/** Everything that the reference says in one language, beside the words of the contracts themselves. */
export interface Chrome {
  readonly language: 'en' | 'zh'
  /** From a page of an operation to `docs` or `docs/zh`. */
  readonly generated: string
  readonly title: string
  readonly introduction: string
  readonly families: Readonly<Record<Family, string>>
  readonly byTask: string
  readonly byTaskText: string
  readonly byLockType: string
  readonly byLockTypeText: string
  readonly errors: string
  readonly errorsText: string
  readonly lockTypes: Readonly<Record<LockType, string>>
  readonly tasks: Readonly<Record<JobName, string>>
  readonly lowLevel: string
  readonly lowLevelText: string
  readonly columns: {
    readonly operation: string
    readonly does: string
    readonly field: string
    readonly type: string
    readonly notes: string
    readonly task: string
    readonly flow: string
    readonly operations: string
    readonly kind: string
    readonly code: string
    readonly meaning: string
    readonly retry: string
    readonly tell: string
    readonly advice: string
  }
  readonly optional: string
  readonly secret: string
  readonly parameters: string
  readonly form: (index: number, count: number) => string
  readonly none: string
  readonly result: string
  readonly retries: string
  readonly sentences: RetrySentences
  readonly locks: string
  readonly reportedLocks: (types: string) => string
  readonly versions: (versions: string) => string
  readonly twin: string
  readonly carries: (name: string) => string
  readonly carriedBy: (names: string) => string
  readonly noTwin: string
  readonly failures: string
  readonly failuresText: (kinds: string) => string
  readonly kinds: Readonly<Record<ErrorKind, string>>
  readonly usedBy: string
  readonly notUsed: string
  readonly example: string
  readonly preparedExample: string
  readonly source: string
  readonly document: (name: string, from: number, to: number) => string
  readonly confidence: (level: 'A' | 'B', seen: string) => string
  readonly contradictions: string
}
