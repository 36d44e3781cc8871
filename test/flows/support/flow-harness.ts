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
import { type FaultName, type FaultPlan, injectRequestFault, injectWorldFault } from './fault-plan'
import { faultyDataPoints } from './faulty-data-points'
import { type NativeHostName, nativeHosts, schemaOf } from './native-hosts'

export interface HarnessOptions {
  /** One of `seed.locks`. */
  readonly lock: Pick<Lock, 'id'>
  /** The families that the panel's transport supports. */
  readonly families: readonly Family[]
  /** Passes the lock's data points to the flow. */
  readonly dataPoints?: boolean
  /** The host of the panel: the vendor's app, with its data points. @default a transport and data points within the process */
  readonly host?: NativeHostName
  /** Passes the push messages of the cloud to the flow. */
  readonly pushes?: boolean
  readonly shape?: Shape
}

/** A panel and a simulated lock; counts the subscriptions and timers that a flow could leave open. */
export interface FlowHarness {
  readonly simulator: Simulator
  readonly clock: Simulator['clock']
  /** The state of the lock in the cloud and in the hardware. */
  readonly lock: Lock
  readonly panel: ReturnType<typeof panelOver>
  readonly deviceId: string
  /** For `lock(panel, deviceId, options)` and for each flow. */
  readonly options: LockOptions
  readonly events: readonly PanelEvent[]
  /** What the flow has sent: the names of actions, and "send" with the codes of data points. */
  readonly steps: readonly string[]
  /** Records a step over a channel other than those two, and returns its fault. */
  readonly recordStep: (step: string) => FaultName | undefined
  /** Clears `steps` and sets the fault of the run; without a plan the run has no fault. */
  readonly begin: (plan?: FaultPlan) => void
  readonly listeners: Count
  readonly timers: Count
}

/** 2026-06-01 12:00 UTC, a Monday. */
export const START_MS = Date.UTC(2026, 5, 1, 12)

/** A random function that returns the same numbers in every run. */
export const repeatableRandom = (seed = 1) => {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

const panelOver = (transport: Transport, scheduler: ReturnType<typeof countedScheduler>) =>
  createPanel({ actions: allActions, transport, clock: scheduler, random: repeatableRandom() })

export const createHarness = (input: HarnessOptions): FlowHarness => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const simulator = createSimulator({
    clock,
    random: repeatableRandom(),
    ...(input.shape !== undefined && { shape: input.shape }),
  })
  const lock = simulator.lock(input.lock.id)
  const steps: string[] = []
  const events: PanelEvent[] = []
  const listeners: Count = { now: 0 }
  const timers: Count = { now: 0 }
  let plan: FaultPlan | undefined

  const recordStep = (name: string): FaultName | undefined => {
    const fault = plan?.step === steps.length ? plan.fault : undefined
    steps.push(name)
    if (fault !== undefined) injectWorldFault(fault, simulator, lock)
    return fault
  }
  const scheduler = countedScheduler(clock, timers)
  const host =
    input.host === undefined
      ? processHost(simulator, lock)
      : nativeHosts[input.host](simulator, lock)
  const panel = panelOver(
    overFamilies(host.transport, input.families, (action) => {
      const fault = recordStep(action)
      if (fault !== undefined) injectRequestFault(fault, simulator, action)
    }),
    scheduler,
  )
  panel.events$.subscribe((event) => events.push(event))

  const dataPoints = faultyDataPoints(host.dataPoints, clock, (dps) =>
    recordStep(`send ${Object.keys(dps).join(', ')}`),
  )
  const options: LockOptions = {
    type: lock.type,
    clock: scheduler,
    passwordCipher: cipherOf(simulator.accessKey),
    secureRandom: repeatableBytes(),
    ...((input.dataPoints === true || input.host !== undefined) && {
      dataPoints: {
        send: dataPoints.send,
        current: dataPoints.current,
        reports$: countedStream(dataPoints.reports$, listeners),
      },
    }),
    ...(input.host !== undefined && { schema: schemaOf(lock) }),
    ...(input.pushes === true && {
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
    recordStep,
    begin: (next) => {
      steps.length = 0
      plan = next
    },
    listeners,
    timers,
  }
}

/** Without a host in between. */
const processHost = (simulator: Simulator, { id: deviceId }: Lock) => ({
  transport: simulator.asTransport(),
  dataPoints: simulator.asDataPoints({ deviceId }),
})

/** The same transport for some families; calls `before` for each request before it is sent. */
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

/** Without the lazy import of `passwordCipher`, because an import takes real time and the clock of the test is virtual. */
export const cipherOf = (accessKey: string): PasswordCipher => ({
  encrypt: async ({ ticket_key }, password) => {
    const sessionKey = decryptTicketKey(ticket_key, accessKey)
    if (sessionKey === undefined) throw new Error('the ticket key could not be decrypted')
    return encryptPassword(password, sessionKey)
  },
})

const repeatableBytes = () => {
  const random = repeatableRandom(7)
  return (count: number) =>
    Promise.resolve(Array.from({ length: count }, () => Math.floor(random() * 256)))
}
