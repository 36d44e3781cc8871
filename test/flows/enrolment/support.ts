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

/** Every lock of the seed holds as many. */
export const KEPT_BEFORE = frontDoor.opmodes.length

export const atGate = (more: Partial<HarnessOptions> = {}): FlowHarness =>
  createHarness({ lock: gardenGate, families: ['mini-program'], dataPoints: true, ...more })

export const atFrontDoor = (more: Partial<HarnessOptions> = {}): FlowHarness =>
  createHarness({ lock: frontDoor, families: ['open-api'], pushes: true, ...more })

/** Data points that the locks of the seed lack. */
export const giveReaders = ({ lock }: FlowHarness): void => {
  Object.assign(lock.dpIds, {
    unlock_face: 139,
    unlock_hand: 142,
    unlock_finger_vein: 143,
    unlock_telecontrol_kit: 150,
  })
}

/** An enrolment for the administrator, with the steps that it tells. */
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

/** The panel of somebody else, over the same cloud and the same lock. */
export const another = ({ simulator, clock, deviceId, options }: FlowHarness) => ({
  panel: createPanel({
    actions: allActions,
    transport: simulator.asTransport(),
    scheduler: clock.scheduler,
  }),
  deviceId,
  options,
})

/** What somebody took in some time ago, and the cloud hears of now; nobody's, if no user is given. */
export const synchronised = (
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

/** Cancels as soon as so many steps of the finger are told. */
export const cancelAt = ({ attempt }: ReturnType<typeof enrol>, done: number): void => {
  attempt.state$.subscribe((state) => {
    if (state.step === 'enrolling' && state.done === done) attempt.cancel()
  })
}

/** The stage's own data points, with what others have the lock report. */
export const alsoReporting = ({ options }: FlowHarness, others$: Observable<DpValues>) => {
  const { dataPoints } = options
  if (dataPoints === undefined) throw new Error('the stage has no data points')
  return { dataPoints: { ...dataPoints, reports$: merge(dataPoints.reports$, others$) } }
}

/** The stage's own pushes, with others in the same queue. */
export const alsoPushing = ({ options }: FlowHarness, others$: Observable<unknown>) => {
  const { pushes$ } = options
  if (pushes$ === undefined) throw new Error('the stage has no pushes')
  return { pushes$: merge(pushes$, others$) }
}

export const newMethods = ({ lock }: FlowHarness) => lock.opmodes.slice(KEPT_BEFORE)

/** What reached the lock. */
export const orders = ({ simulator }: FlowHarness): readonly string[] =>
  simulator.journal.map(({ command }) => command)

/** Nothing is left behind: no listener, no timer, nothing that the lock takes in. */
export const leftBehind = async (stage: FlowHarness) => {
  await pass(stage.clock, 60_000)
  await flush()
  return {
    listeners: stage.listeners.now,
    timers: stage.timers.now,
    isEnrolling: stage.lock.enrolment !== undefined,
  }
}

export const nothing = { listeners: 0, timers: 0, isEnrolling: false }
