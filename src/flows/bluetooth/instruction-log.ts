import type { CommandLock } from '../shared/command-lock'
import type { BleOperation } from './make-instruction'

/**
 * Whose result it is. `own`: of the last instruction, for certain. `unsure`: of that one or of an older one whose
 * outcome stayed open. `old`: of an older one, for certain.
 */
export type Whose = 'own' | 'unsure' | 'old'

export interface LoggedInstruction {
  readonly leave: () => void
  /** It has not left after all. */
  readonly takeBack: () => void
  /** Notes that a result was heard; `at` is what it names as its time, in seconds. */
  readonly hear: (at: number, nowMs: number) => Whose
}

/** Notes an instruction that the cloud was asked for at that time. */
type InstructionLog = (askedAtMs: number) => LoggedInstruction

/** A lock names the second in which the instruction was made. */
const SECOND_MS = 1_000

/**
 * The instructions that a report cannot tell apart by what it says of them, and what was heard of them.
 *
 * A report tells its random, its way and a time, and no number. So a result is certain when as many have come as
 * instructions have left: a lock that lost one may still report it.
 */
const createLog = (): InstructionLog => {
  let sent = 0
  let reported = 0
  let latestAt = 0
  let latestHeardAtMs = Number.NEGATIVE_INFINITY

  return (askedAtMs) => {
    let hasLeft = false
    let counted: number | undefined
    /** Those that were asked for a second after it was heard were made in a later second. 0 is no time. */
    const isOld = (at: number): boolean =>
      at !== 0 && (at < latestAt || (at === latestAt && askedAtMs - latestHeardAtMs >= SECOND_MS))
    return {
      leave: () => {
        hasLeft = true
        sent++
      },
      takeBack: () => {
        hasLeft = false
        sent--
        reported = Math.min(reported, sent)
      },
      hear: (at, nowMs) => {
        // What was heard already, and is told of the past once more, is no other result.
        if (isOld(at) || (!hasLeft && at !== 0 && at === latestAt)) return 'old'
        if (at !== counted) {
          counted = at
          latestAt = at
          // What a host tells of the past it may tell once more.
          latestHeardAtMs = hasLeft ? nowMs : Number.NEGATIVE_INFINITY
          reported = Math.min(reported + 1, sent)
        }
        if (!hasLeft) return 'old'
        return reported === sent ? 'own' : 'unsure'
      },
    }
  }
}

/** One log for each way, of the random that a lock was given last. */
const logsOf = /*#__PURE__*/ new WeakMap<
  CommandLock,
  Map<BleOperation, { readonly mark: string; readonly log: InstructionLog }>
>()

/** `mark` is what the reports of these instructions have in common. */
export const instructionLog = (
  door: CommandLock,
  operation: BleOperation,
  mark: string,
): InstructionLog => {
  const logs = logsOf.get(door) ?? new Map<BleOperation, { mark: string; log: InstructionLog }>()
  logsOf.set(door, logs)
  const known = logs.get(operation)
  if (known?.mark === mark) return known.log
  const log = createLog()
  logs.set(operation, { mark, log })
  return log
}
