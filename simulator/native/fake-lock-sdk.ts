import type { SchedulerLike } from 'rxjs'
import { ENROL } from '../hardware/enrol'
import { stages } from '../hardware/enrol-command'
import { bytesOf, hexOf } from '../hardware/hex'
import { codeOfType } from '../hardware/method-types'
import type { Lock } from '../world/lock'
import type { DeviceLink } from './device-link'

type Listener = (event: unknown) => void

interface Wanted {
  readonly type: string
  readonly userId: string
  readonly timeout?: number
}

/** The enrolments of `@ray-js/lock-sdk`, as its pages describe them; it saves nothing, the cloud of here knows already. */
export interface FakeLockSdk {
  onAddUnlockMethod(listener: Listener): void
  offAddUnlockMethod(listener: Listener): void
  startAddUnlockMethod(wanted: Wanted): Promise<{ readonly total: number }>
  cancelAddUnlockMethod(wanted: Wanted): Promise<boolean>
  addPassword(wanted: {
    readonly userId: string
    readonly name: string
    readonly password: string
  }): Promise<{ readonly opModeId: number; readonly unlockName: string }>
  /** How many listen to enrolments. */
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
/** What a lock reports as 00 to 0a is 1015 to 1025 here, and fe is 1026. */
const FIRST_FAILURE = 1015
const WRONG_NUMBER = 1026
const NO_PASSWORD = 1054
const PATIENCE_MS = 15_000
const NEW = 0xff
const ALWAYS = `386cd30072bc9b7f${'00'.repeat(9)}`

/** The `errorCode` and `errorMsg` with which it rejects: no error of JavaScript. */
const failure = (errorCode: number) => ({ errorCode, errorMsg: 'the simulated lock-sdk failed' })

interface Told {
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
  const waiting = new Set<(told: Told) => void>()
  let total = 0

  const emit = (event: object) => {
    for (const listener of [...listeners]) listener(event)
  }
  const methodOf = ({ type, number }: Told) => {
    const dpCode = codeOfType(type)
    const opmode = lock.opmodes.find((one) => one.dpCode === dpCode && one.unlockSn === number)
    return { id: Number(opmode?.id), name: `${nameOf(type)} ${number}` }
  }
  link.reports$.subscribe((dps) => {
    const bytes = bytesOf(dps[String(lock.dpIds[ENROL])])
    if (bytes === undefined) return
    const [type = 0, stage = 0, , lockUserId = 0, number = 0, steps = 0, result = 0] = bytes
    const told = { type, stage, lockUserId, number, steps, result }
    for (const hear of [...waiting]) hear(told)
    const whose = { type: nameOf(type), lockUserId }
    if (stage === stages.start && steps > 0) total = steps
    if (stage === stages.running) emit({ ...whose, stage: 'step', step: steps, total })
    if (stage === stages.complete) emit({ type: whose.type, stage: 'success', ...methodOf(told) })
    if (stage === stages.failed) emit({ ...whose, stage: 'fail', error: failure(codeOf(told)) })
  })

  /** Sends a command, and waits for the report of one of these stages. */
  const ask = (
    { type, userId, timeout = PATIENCE_MS }: Wanted,
    stage: number,
    until: readonly number[],
    pin = '',
  ): Promise<Told> =>
    new Promise((resolve, reject) => {
      const user = lock.users.find((one) => one.userId === userId)
      const typeByte = types[type]
      if (typeByte === undefined || user === undefined) return reject(failure(NOT_SUPPORTED))
      const timer = scheduler.schedule(() => end(() => reject(failure(TIMED_OUT))), timeout)
      const end = (settle: () => void) => {
        waiting.delete(hear)
        timer.unsubscribe()
        settle()
      }
      const hear = (told: Told) => {
        if (told.type !== typeByte || told.lockUserId !== user.lockUserId) return
        if (told.stage === stages.failed) end(() => reject(failure(codeOf(told))))
        else if (until.includes(told.stage)) end(() => resolve(told))
      }
      waiting.add(hear)
      const head = hexOf([typeByte, stage, 0, user.lockUserId, NEW])
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
    startAddUnlockMethod: async (wanted) => {
      const { steps } = await ask(wanted, stages.start, [stages.start])
      return { total: steps }
    },
    cancelAddUnlockMethod: async (wanted) => {
      await ask(wanted, stages.cancel, [stages.cancel])
      return true
    },
    addPassword: async ({ userId, name, password }) => {
      if (password === '') throw failure(NO_PASSWORD)
      const wanted = { type: 'password', userId }
      const told = await ask(wanted, stages.start, [stages.complete], password)
      return { opModeId: methodOf(told).id, unlockName: name }
    },
    listenerCount: () => listeners.length,
  }
}

const nameOf = (type: number): string =>
  Object.keys(types).find((name) => types[name] === type) ?? 'eye'

const codeOf = ({ result }: Told): number =>
  result <= WRONG_NUMBER - FIRST_FAILURE - 1 ? FIRST_FAILURE + result : WRONG_NUMBER
