import type { LockContext } from '../shared/lock-context'
import type { BleOperation } from './fetch-instruction'

/**
 * The instruction that a result belongs to. `own`: certainly the last one. `unsure`: the last one, or an older one with an
 * unknown outcome. `old`: certainly an older one.
 */
type ResultOwner = 'own' | 'unsure' | 'old'

interface LoggedInstruction {
  readonly markSent: () => void
  /** The instruction was not sent after all. */
  readonly markNotSent: () => void
  /** Registers a result; `at` is its time in whole seconds, as milliseconds. */
  readonly addResult: (at: number, nowMs: number) => ResultOwner
}

/** Registers an instruction that was requested from the cloud at that time. */
type InstructionLog = (requestedAtMs: number) => LoggedInstruction

/** A result contains the second in which its instruction was created. */
const SECOND_MS = 1_000

/**
 * Instructions whose reports cannot be distinguished, and their results.
 *
 * A report contains the random number, the operation and a time, but no instruction id. A result is certain only when as
 * many results have arrived as instructions were sent, because the lock may report an older one late.
 */
const createLog = (): InstructionLog => {
  let sent = 0
  let reported = 0
  let latestAt = 0
  let latestReceivedAtMs = Number.NEGATIVE_INFINITY

  return (requestedAtMs) => {
    let isSent = false
    let counted: number | undefined
    /** An instruction requested a second or more after a result was received was created in a later second. 0 is no time. */
    const isOld = (at: number): boolean =>
      at !== 0 &&
      (at < latestAt || (at === latestAt && requestedAtMs - latestReceivedAtMs >= SECOND_MS))
    return {
      markSent: () => {
        isSent = true
        sent++
      },
      markNotSent: () => {
        isSent = false
        sent--
        reported = Math.min(reported, sent)
      },
      addResult: (at, nowMs) => {
        // A result that the host replays is not a new one.
        if (isOld(at) || (!isSent && at !== 0 && at === latestAt)) return 'old'
        if (at !== counted) {
          counted = at
          latestAt = at
          // A replayed result may be replayed again.
          latestReceivedAtMs = isSent ? nowMs : Number.NEGATIVE_INFINITY
          reported = Math.min(reported + 1, sent)
        }
        if (!isSent) return 'old'
        return reported === sent ? 'own' : 'unsure'
      },
    }
  }
}

/** One log for each operation, for the last random number of a lock. */
type Logs = Map<BleOperation, { readonly reportKey: string; readonly log: InstructionLog }>

/** `reportKey` is the part that the reports of these instructions have in common. */
export const instructionLog = (
  { sharedState }: LockContext,
  operation: BleOperation,
  reportKey: string,
): InstructionLog => {
  const logs = sharedState<Logs>('bluetooth instructions', () => new Map())
  const existing = logs.get(operation)
  if (existing?.reportKey === reportKey) return existing.log
  const log = createLog()
  logs.set(operation, { reportKey, log })
  return log
}
