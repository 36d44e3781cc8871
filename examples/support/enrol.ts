import {
  dpSchema,
  permanent,
  sendAndListen,
  tyDataPoints,
  unlockMethodCreate,
  unlockMethodCreateReport,
} from 'lockpanel'
import type { FakeTy, MovableClock } from 'lockpanel/simulator'
import { bad, good } from './print'

/** Longer than somebody at the door takes to lay a finger on five times. */
const PATIENCE_MS = 20_000

export interface EnrolOptions {
  readonly ty: FakeTy
  readonly deviceId: string
  /** As `doorLock.getAvailableInstructions` answers: ids differ from lock to lock. */
  readonly instructions: readonly { readonly dp_code: string; readonly dp_id: number }[]
  readonly clock: MovableClock
}

/** Has a lock take in a fingerprint of its user 1, and shows what it reports meanwhile. */
export const enrolFingerprint = ({ ty, deviceId, instructions, clock }: EnrolOptions): void => {
  const lock = tyDataPoints(ty, { deviceId, schema: dpSchema(instructions) })
  const command = unlockMethodCreate.encode({
    type: 'fingerprint',
    stage: 'start',
    isAdmin: false,
    memberId: 1,
    hardId: 'new',
    validity: permanent,
    times: 0,
    pin: '',
  })
  let total = 0
  const enrolling = sendAndListen(lock, { unlock_method_create: command }).subscribe((report) => {
    const read = unlockMethodCreateReport.decode(report.unlock_method_create)
    if (read._tag === 'Left') return
    const step = read.right
    if (step.stage === 'start') total = step.steps
    if (step.stage === 'running') good(`finger read ${step.steps} of ${total} times`)
    if (step.stage === 'complete') good(`the lock keeps it as fingerprint ${step.hardId}`)
    if ('failure' in step) bad(`the lock refused: ${step.failure}`)
  })
  clock.advance(PATIENCE_MS)
  enrolling.unsubscribe()
}
