import type { SchedulerLike } from 'rxjs'
import type { DeviceLink } from '../hardware/device-link'
import { ENROL } from '../hardware/enrol'
import { codeOfType, stages } from '../hardware/enrolment'
import { bytesOf, hexOf } from '../hardware/hex'
import type { Lock } from '../world/lock'

type Listener = (event: unknown) => void

interface EnrolmentOptions {
  /** What to enrol: `finger`, `card`, `face`, `hand`, `fingerVein`. */
  readonly type: string
  /** The id of the user on the lock. */
  readonly userId: string
  /** The time limit of a step, in milliseconds. @default 15000 */
  readonly timeout?: number
}

/** The enrolments of `@ray-js/lock-sdk`, as its pages describe them; the lock itself stores the method in the world. */
export interface FakeLockSdk {
  /** Registers a listener for the steps of enrolments. */
  onAddUnlockMethod(listener: Listener): void
  /** Removes the same function. */
  offAddUnlockMethod(listener: Listener): void
  /** Starts an enrolment; rejects with `{ errorCode, errorMsg }` if the lock refuses. */
  startAddUnlockMethod(options: EnrolmentOptions): Promise<{
    /** The number of steps. */
    readonly total: number
  }>
  /** Stops the enrolment. */
  cancelAddUnlockMethod(options: EnrolmentOptions): Promise<boolean>
  /** Stores a password on the lock; rejects with `{ errorCode, errorMsg }` if the lock refuses. */
  addPassword(options: {
    /** The id of the user on the lock. */
    readonly userId: string
    /** The name of the new method. */
    readonly name: string
    /** The digits of the password. */
    readonly password: string
  }): Promise<{
    /** The id of the new method in the cloud. */
    readonly opModeId: number
    /** The name of the new method. */
    readonly unlockName: string
  }>
  /** The number of registered listeners. */
  listenerCount(): number
}

const types: Readonly<Record<string, number>> = {
  password: 1,
  card: 2,
  finger: 3,
  face: 4,
  hand: 5,
  fingerVein: 6,
}

const OFFLINE = 1001
const TIMED_OUT = 1002
const NOT_SUPPORTED = 1014
/** The reported failures 00 to 0a have the codes 1015 to 1025, and fe has 1026. */
const FIRST_FAILURE = 1015
const WRONG_NUMBER = 1026
const NO_PASSWORD = 1054
const DEFAULT_TIMEOUT_MS = 15_000
const NEW_METHOD = 0xff
const ALWAYS = `386cd30072bc9b7f${'00'.repeat(9)}`

/** The value with which the SDK rejects, which is no `Error`. */
const failure = (errorCode: number) => ({ errorCode, errorMsg: 'the simulated lock-sdk failed' })

interface EnrolmentReport {
  readonly type: number
  readonly stage: number
  readonly lockUserId: number
  readonly number: number
  readonly steps: number
  readonly result: number
}

export const fakeLockSdk = (
  lock: Lock,
  link: DeviceLink,
  scheduler: SchedulerLike,
): FakeLockSdk => {
  const listeners: Listener[] = []
  const reportHandlers = new Set<(report: EnrolmentReport) => void>()
  let total = 0

  const emit = (event: object) => {
    for (const listener of [...listeners]) listener(event)
  }
  const methodOf = ({ type, number }: EnrolmentReport) => {
    const dpCode = codeOfType(type)
    const opmode = lock.opmodes.find((one) => one.dpCode === dpCode && one.unlockSn === number)
    return { id: Number(opmode?.id), name: `${nameOf(type)} ${number}` }
  }
  link.reports$.subscribe((dps) => {
    const bytes = bytesOf(dps[String(lock.dpIds[ENROL])])
    if (bytes === undefined) return
    const [type = 0, stage = 0, , lockUserId = 0, number = 0, steps = 0, result = 0] = bytes
    const report = { type, stage, lockUserId, number, steps, result }
    for (const handle of [...reportHandlers]) handle(report)
    const owner = { type: nameOf(type), lockUserId }
    if (stage === stages.start && steps > 0) total = steps
    if (stage === stages.running) emit({ ...owner, stage: 'step', step: steps, total })
    if (stage === stages.complete) emit({ type: owner.type, stage: 'success', ...methodOf(report) })
    if (stage === stages.failed) emit({ ...owner, stage: 'fail', error: failure(codeOf(report)) })
  })

  /** Sends a command, and waits for a report of one of the stages `until`. */
  const sendCommand = (
    { type, userId, timeout = DEFAULT_TIMEOUT_MS }: EnrolmentOptions,
    stage: number,
    until: readonly number[],
    pin = '',
  ): Promise<EnrolmentReport> =>
    new Promise((resolve, reject) => {
      const user = lock.users.find((one) => one.userId === userId)
      const typeByte = types[type]
      if (typeByte === undefined || user === undefined) return reject(failure(NOT_SUPPORTED))
      const timer = scheduler.schedule(() => end(() => reject(failure(TIMED_OUT))), timeout)
      const end = (settle: () => void) => {
        reportHandlers.delete(handle)
        timer.unsubscribe()
        settle()
      }
      const handle = (report: EnrolmentReport) => {
        if (report.type !== typeByte || report.lockUserId !== user.lockUserId) return
        if (report.stage === stages.failed) end(() => reject(failure(codeOf(report))))
        else if (until.includes(report.stage)) end(() => resolve(report))
      }
      reportHandlers.add(handle)
      const head = hexOf([typeByte, stage, 0, user.lockUserId, NEW_METHOD])
      const digits = hexOf([0, pin.length, ...Array.from(pin, Number)])
      if (!link.publish({ [String(lock.dpIds[ENROL])]: `${head}${ALWAYS}${digits}` }))
        end(() => reject(failure(OFFLINE)))
    })

  return {
    onAddUnlockMethod: (listener) => {
      listeners.push(listener)
    },
    offAddUnlockMethod: (listener) => {
      const index = listeners.indexOf(listener)
      if (index >= 0) listeners.splice(index, 1)
    },
    startAddUnlockMethod: async (options) => {
      const { steps } = await sendCommand(options, stages.start, [stages.start])
      return { total: steps }
    },
    cancelAddUnlockMethod: async (options) => {
      await sendCommand(options, stages.cancel, [stages.cancel])
      return true
    },
    addPassword: async ({ userId, name, password }) => {
      if (password === '') throw failure(NO_PASSWORD)
      const options = { type: 'password', userId }
      const report = await sendCommand(options, stages.start, [stages.complete], password)
      return { opModeId: methodOf(report).id, unlockName: name }
    },
    listenerCount: () => listeners.length,
  }
}

const nameOf = (type: number): string =>
  Object.keys(types).find((name) => types[name] === type) ?? 'eye'

const codeOf = ({ result }: EnrolmentReport): number =>
  result <= WRONG_NUMBER - FIRST_FAILURE - 1 ? FIRST_FAILURE + result : WRONG_NUMBER
