import type { ActiveFault } from '../faults/fault'
import { sleepMsOf } from '../hardware/schedule'
import type { Simulator } from '../simulator'
import type { Lock } from '../world/lock'
import { reportedValue } from '../world/report'

/** One lock, as a person at the door sees it. */
export interface LockView {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly isOnline: boolean
  readonly isAsleep: boolean
  readonly isJammed: boolean
  readonly isUnlocked: boolean
  readonly isDoorOpen: boolean
  readonly batteryPercent: number
  /** It has a button that asks the owner to be let in. */
  readonly hasRequestButton: boolean
  /** Seconds that an unlock request still has; 0 without one. */
  readonly requestSeconds: number
  readonly methods: readonly {
    readonly dpCode: string
    readonly unlockSn: number
    readonly name: string
  }[]
  /** A running enrolment: what the lock waits for, and how often it has read it. */
  readonly enrolment?: { readonly dpCode: string; readonly done: number; readonly steps: number }
}

/** An executed command, or a request that arrived. */
export interface LoggedLine {
  /** Its place since the start. */
  readonly number: number
  readonly atMs: number
  readonly text: string
  readonly deviceId?: string
  readonly isRefused?: boolean
}

/** What the page of the virtual lock shows. Contains no parameter and no result, because they hold secrets. */
export interface VirtualLockView {
  readonly locks: readonly LockView[]
  readonly journal: readonly LoggedLine[]
  readonly requests: readonly LoggedLine[]
  readonly faults: readonly ActiveFault[]
}

/** The page shows the last ones. */
const MOST_LINES = 100

export type ViewedSimulator = Pick<
  Simulator,
  'world' | 'journal' | 'requests' | 'clock' | 'faults' | 'doAtDoor'
>

export const viewOf = (simulator: ViewedSimulator): VirtualLockView => {
  const { world, journal, requests, faults } = simulator
  return {
    locks: world.locks.map((lock) => lockView(simulator, lock)),
    journal: lastOf(journal, ({ at, deviceId, command, moved }) => ({
      atMs: at,
      deviceId,
      text: moved === false ? `${command} (the bolt did not move)` : command,
    })),
    requests: lastOf(requests, ({ at, action, explanation }) => ({
      atMs: at,
      text: [printable(action ?? 'unreadable request'), explanation].filter(Boolean).join(': '),
      isRefused: explanation !== undefined,
    })),
    faults: faults.active(),
  }
}

/** A client chooses the name of an action. */
const printable = (text: string): string => text.slice(0, 100)

const lastOf = <T>(
  all: readonly T[],
  lineOf: (one: T) => Omit<LoggedLine, 'number'>,
): readonly LoggedLine[] => {
  const first = Math.max(0, all.length - MOST_LINES)
  return all.slice(first).map((one, index) => ({ number: first + index, ...lineOf(one) }))
}

const lockView = ({ world, clock }: ViewedSimulator, lock: Lock): LockView => {
  const now = () => clock.now() + (world.clockOffsetMs ?? 0)
  const { enrolment } = lock
  return {
    id: lock.id,
    name: lock.name,
    type: lock.type,
    isOnline: lock.online,
    isAsleep: sleepMsOf({ now }, lock) > 0,
    isJammed: lock.jammed === true,
    isUnlocked: reportedValue(lock, 'lock_motor_state') === true,
    isDoorOpen: reportedValue(lock, 'closed_opened') === 'open',
    batteryPercent: Number(reportedValue(lock, 'residual_electricity') ?? 0),
    hasRequestButton: Object.hasOwn(lock.dpIds, 'unlock_request'),
    requestSeconds:
      lock.unlockRequestedAtMs === undefined ? 0 : Number(reportedValue(lock, 'unlock_request')),
    methods: lock.opmodes.map(({ dpCode, unlockSn, name }) => ({ dpCode, unlockSn, name })),
    ...(enrolment !== undefined && {
      enrolment: { dpCode: enrolment.dpCode, done: enrolment.done, steps: enrolment.steps },
    }),
  }
}
