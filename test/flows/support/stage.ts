import { map, Observable } from 'rxjs'
import { allActions } from '../../../actions'
import {
  createClock,
  createSimulator,
  type Lock,
  type Shape,
  type Simulator,
} from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { createPanel } from '../../../src/core/panel/create-panel'
import type { PanelEvent } from '../../../src/core/pipeline/events'
import type { Transport } from '../../../src/core/transport/transport'
import type { PasswordCipher } from '../../../src/crypto/password-cipher'
import { decryptTicketKey, encryptPassword } from '../../../src/crypto/ticket-crypto'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { type Count, countedScheduler, countedStream } from './counted'
import { type FaultName, type FaultPlan, strikeRequest, strikeWorld } from './fault-plan'
import { faultedLink } from './faulted-link'

export interface StageOptions {
  /** One of `seed.locks`. */
  readonly lock: Pick<Lock, 'id'>
  /** What the panel's transport speaks. */
  readonly families: readonly Family[]
  /** The flow has the lock's data points. */
  readonly dataPoints?: boolean
  /** The flow has the pushes of the cloud. */
  readonly pushes?: boolean
  readonly shape?: Shape
}

/** A panel and its lock, with everything counted that a flow could leave open. */
export interface Stage {
  readonly simulator: Simulator
  readonly clock: Simulator['clock']
  /** As the cloud and the hardware know it. */
  readonly lock: Lock
  readonly panel: ReturnType<typeof panelOver>
  readonly deviceId: string
  /** For `lock(panel, deviceId, options)` and for each flow. */
  readonly options: LockOptions
  readonly events: readonly PanelEvent[]
  /** What left so far: the names of actions, and of data points after "send". */
  readonly steps: readonly string[]
  /** Counts a step that goes another way than those two, and tells what goes wrong at it. */
  readonly strike: (step: string) => FaultName | undefined
  /** From now on steps are counted anew, and this goes wrong; a clean run, if left out. */
  readonly begin: (plan?: FaultPlan) => void
  readonly listeners: Count
  readonly timers: Count
}

/** 2026-06-01 12:00 UTC, a Monday. */
export const START_MS = Date.UTC(2026, 5, 1, 12)

/** The same numbers in every run. */
export const repeatableRandom = (seed = 1) => {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

const panelOver = (transport: Transport, scheduler: ReturnType<typeof countedScheduler>) =>
  createPanel({ actions: allActions, transport, scheduler, random: repeatableRandom() })

export const createStage = (wanted: StageOptions): Stage => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const simulator = createSimulator({
    clock,
    random: repeatableRandom(),
    ...(wanted.shape !== undefined && { shape: wanted.shape }),
  })
  const lock = simulator.lock(wanted.lock.id)
  const steps: string[] = []
  const events: PanelEvent[] = []
  const listeners: Count = { now: 0 }
  const timers: Count = { now: 0 }
  let plan: FaultPlan | undefined

  const nextStep = (name: string): FaultName | undefined => {
    const fault = plan?.step === steps.length ? plan.fault : undefined
    steps.push(name)
    if (fault !== undefined) strikeWorld(fault, simulator, lock)
    return fault
  }
  const scheduler = countedScheduler(clock.scheduler, timers)
  const panel = panelOver(
    overFamilies(simulator.asTransport(), wanted.families, (action) => {
      const fault = nextStep(action)
      if (fault !== undefined) strikeRequest(fault, simulator, action)
    }),
    scheduler,
  )
  panel.events$.subscribe((event) => events.push(event))

  const link = faultedLink(simulator.asDataPoints({ deviceId: lock.id }), clock, (dps) =>
    nextStep(`send ${Object.keys(dps).join(', ')}`),
  )
  const options: LockOptions = {
    type: lock.type,
    scheduler,
    passwordCipher: cipherOf(simulator.accessKey),
    secureRandom: bytes(),
    ...(wanted.dataPoints === true && {
      dataPoints: { send: link.send, reports$: countedStream(link.reports$, listeners) },
    }),
    ...(wanted.pushes === true && {
      pushes$: countedStream(
        simulator.pushes$.pipe(map((push) => JSON.stringify(push))),
        listeners,
      ),
    }),
  }
  return {
    simulator,
    clock,
    lock,
    panel,
    deviceId: lock.id,
    options,
    events,
    steps,
    strike: nextStep,
    begin: (next) => {
      steps.length = 0
      plan = next
    },
    listeners,
    timers,
  }
}

/** The same transport for some families, telling of each request before it leaves. */
const overFamilies = (
  { name, send }: Transport,
  families: readonly Family[],
  before: (action: string) => void,
): Transport => ({
  name,
  families,
  send: (request) =>
    new Observable((subscriber) => {
      before(request.action)
      subscriber.add(send(request).subscribe(subscriber))
    }),
})

/** Without the lazy import of `passwordCipher`, which a clock that is moved by hand would run away from. */
const cipherOf = (accessKey: string): PasswordCipher => ({
  encrypt: async ({ ticket_key }, password) => {
    const sessionKey = decryptTicketKey(ticket_key, accessKey)
    if (sessionKey === undefined) throw new Error('the ticket key does not open')
    return encryptPassword(password, sessionKey)
  },
})

const bytes = () => {
  const random = repeatableRandom(7)
  return (count: number) =>
    Promise.resolve(Array.from({ length: count }, () => Math.floor(random() * 256)))
}
