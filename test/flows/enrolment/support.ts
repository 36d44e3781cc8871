import { merge, type Observable } from 'rxjs'
import { allActions } from '../../../actions'
import { seed } from '../../../simulator'
import { createPanel } from '../../../src/core/panel/create-panel'
import type { DpValues } from '../../../src/data-points/data-points'
import type { EnrolRequest } from '../../../src/flows/enrolment/enrol-request'
import { enrolment } from '../../../src/flows/enrolment/enrolment'
import type { PanelOfLock } from '../../../src/flows/shared/lock-options'
import {
  createHarness,
  type FlowHarness,
  type HarnessOptions,
  START_MS,
} from '../support/flow-harness'
import { flush, pass } from '../support/settle'

export const { frontDoor, gardenGate, loft, porch, garage, cellar, office, shed } = seed.locks
export const { owner, admin, common } = seed.members

/** The number of methods on each lock of the seed. */
export const SEEDED_METHODS = frontDoor.opmodes.length

export const atGate = (more: Partial<HarnessOptions> = {}): FlowHarness =>
  createHarness({ lock: gardenGate, families: ['mini-program'], dataPoints: true, ...more })

export const atFrontDoor = (more: Partial<HarnessOptions> = {}): FlowHarness =>
  createHarness({ lock: frontDoor, families: ['open-api'], pushes: true, ...more })

/** Data points that the locks of the seed lack. */
export const addReaders = ({ lock }: FlowHarness): void => {
  Object.assign(lock.dpIds, {
    unlock_face: 139,
    unlock_hand: 142,
    unlock_finger_vein: 143,
    unlock_telecontrol_kit: 150,
  })
}

/** Starts an enrolment for the administrator and records its steps. */
export const enrol = (
  {
    panel,
    deviceId,
    options,
  }: Pick<FlowHarness, 'deviceId' | 'options'> & { readonly panel: PanelOfLock },
  request: Partial<EnrolRequest> = {},
  more: Partial<FlowHarness['options']> = {},
) => {
  const attempt = enrolment(panel, deviceId, { ...options, ...more }).enrol({
    type: 'fingerprint',
    user: admin.userId,
    ...request,
  })
  const steps: unknown[] = []
  attempt.state$.subscribe((state) => {
    if (state.step !== 'done' && state.step !== 'failed') steps.push(state)
  })
  return { attempt, steps }
}

/** The panel of another app, on the same cloud and the same lock. */
export const otherApp = ({ simulator, clock, deviceId, options }: FlowHarness) => ({
  panel: createPanel({
    actions: allActions,
    transport: simulator.asTransport(),
    clock,
  }),
  deviceId,
  options,
})

/** Adds an older method that the cloud lists only now; without a user it is unassigned. */
export const addOlderMethod = (
  { lock }: FlowHarness,
  unlockSn: number,
  userId?: string,
  dpCode = 'unlock_fingerprint',
): void => {
  lock.opmodes.push({
    id: String(400_000_090 + unlockSn),
    dpCode,
    unlockSn,
    name: 'Neighbour',
    hijack: false,
    photoUnlock: false,
    voice: false,
    everAllocated: userId !== undefined,
    ...(userId !== undefined && { userId }),
  })
}

/** A push about the enrolments of the front door. */
export const pushOf = (bizData: object, more: object = {}) => ({
  bizCode: 'doorUnlockMethodStatus',
  devId: frontDoor.id,
  ts: START_MS,
  bizData: { event: 'unlockMethodEntry', ...bizData },
  ...more,
})

/** A report of `unlock_method_create`: kind, stage, administrator, user, number, steps, detail. */
export const reportOf = (bytes: readonly number[]): DpValues => ({
  unlock_method_create: Buffer.from(bytes).toString('hex'),
})

/** Cancels when the attempt reports this number of completed steps. */
export const cancelAt = ({ attempt }: ReturnType<typeof enrol>, done: number): void => {
  attempt.state$.subscribe((state) => {
    if (state.step === 'enrolling' && state.done === done) attempt.cancel()
  })
}

/** The data points of the harness, with injected reports. */
export const withReports = ({ options }: FlowHarness, injected$: Observable<DpValues>) => {
  const { dataPoints } = options
  if (dataPoints === undefined) throw new Error('the harness has no data points')
  return { dataPoints: { ...dataPoints, reports$: merge(dataPoints.reports$, injected$) } }
}

/** The pushes of the harness, with injected pushes in the same queue. */
export const withPushes = ({ options }: FlowHarness, injected$: Observable<unknown>) => {
  const { pushes$ } = options
  if (pushes$ === undefined) throw new Error('the harness has no pushes')
  return { pushes$: merge(pushes$, injected$) }
}

export const newMethods = ({ lock }: FlowHarness) => lock.opmodes.slice(SEEDED_METHODS)

/** The commands that the simulator executed. */
export const commandsOf = ({ simulator }: FlowHarness): readonly string[] =>
  simulator.journal.map(({ command }) => command)

/** What is still open one minute later: listeners, timers, and an enrolment on the lock. */
export const openResources = async (harness: FlowHarness) => {
  await pass(harness.clock, 60_000)
  await flush()
  return {
    listeners: harness.listeners.now,
    timers: harness.timers.now,
    isEnrolling: harness.lock.enrolment !== undefined,
  }
}

export const noOpenResources = { listeners: 0, timers: 0, isEnrolling: false }
