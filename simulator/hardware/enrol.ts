import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { report } from '../world/report'
import {
  codeOfType,
  type EnrolCommand,
  type Enrolment,
  type EnrolmentFailure,
  enrolmentFailures,
  readEnrolCommand,
  stages,
} from './enrolment'
import { hexOf } from './hex'
import { enrolmentRejection, storeMethod } from './method-store'
import { schedule } from './schedule'

export const ENROL = 'unlock_method_create'
/** The duration of one step at the door. */
const STEP_MS = 2_000
/** How long a lock waits for a step at the door. */
const STEP_TIMEOUT_MS = 60_000
/** The steps of each kind; one if absent. A finger is read several times. */
const steps: Readonly<Record<string, number>> = { unlock_fingerprint: 5 }
/** The step value of an incomplete print. */
const INCOMPLETE = 1
/** The method has no number yet. */
const NO_NUMBER = 0xff

/** Enrols a method step by step, or cancels the enrolment; the lock reports each step with the same data point. */
export const enrol = (cloud: Cloud, lock: Lock, value: unknown): void => {
  const command = readEnrolCommand(value)
  // The lock cannot report an unreadable command, because it cannot read the sender.
  if (command === undefined) return
  if (command.stage === stages.cancel) cancelRunning(cloud, lock, command)
  else if (command.stage === stages.start) start(cloud, lock, command)
}

const start = (cloud: Cloud, lock: Lock, command: EnrolCommand): void => {
  const dpCode = codeOfType(command.type) ?? ''
  const rejection = enrolmentRejection(lock, dpCode, command)
  if (rejection !== undefined) fail(cloud, lock, command, rejection)
  else if (dpCode === 'unlock_password') complete(cloud, lock, command, dpCode, 0)
  else readAtDoor(cloud, lock, command, dpCode)
}

/** Waits for a step at the door. */
const readAtDoor = (cloud: Cloud, lock: Lock, command: EnrolCommand, dpCode: string): void => {
  const enrolment: Enrolment = {
    dpCode,
    memberId: command.memberId,
    steps: steps[dpCode] ?? 1,
    done: 0,
  }
  lock.enrolment = enrolment
  reportStep(cloud, lock, command, { stage: stages.start, steps: enrolment.steps })
  const isTimeout = lock.enrolmentFailure === 'timed-out'
  schedule(cloud, isTimeout ? STEP_TIMEOUT_MS : STEP_MS, () =>
    advance(cloud, lock, command, enrolment),
  )
}

/** The next step; ignored if the enrolment was cancelled. */
const advance = (cloud: Cloud, lock: Lock, command: EnrolCommand, enrolment: Enrolment): void => {
  if (lock.enrolment !== enrolment) return
  if (lock.enrolmentFailure !== undefined) {
    delete lock.enrolment
    fail(cloud, lock, command, lock.enrolmentFailure)
    return
  }
  if ((lock.incompletePrints ?? 0) > 0) {
    lock.incompletePrints = (lock.incompletePrints ?? 0) - 1
    reportStep(cloud, lock, command, {
      stage: stages.running,
      steps: enrolment.done,
      result: INCOMPLETE,
    })
    schedule(cloud, STEP_MS, () => advance(cloud, lock, command, enrolment))
    return
  }
  enrolment.done += 1
  reportStep(cloud, lock, command, { stage: stages.running, steps: enrolment.done })
  schedule(cloud, STEP_MS, () => {
    if (enrolment.done < enrolment.steps) advance(cloud, lock, command, enrolment)
    else if (lock.enrolment === enrolment) {
      delete lock.enrolment
      complete(cloud, lock, command, enrolment.dpCode, enrolment.steps)
    }
  })
}

const cancelRunning = (cloud: Cloud, lock: Lock, command: EnrolCommand): void => {
  const { enrolment } = lock
  if (enrolment === undefined || enrolment.dpCode !== codeOfType(command.type))
    fail(cloud, lock, command, 'wrong-number')
  else {
    delete lock.enrolment
    reportStep(cloud, lock, command, { stage: stages.cancel, steps: enrolment.done })
  }
}

const complete = (
  cloud: Cloud,
  lock: Lock,
  command: EnrolCommand,
  dpCode: string,
  done: number,
): void => {
  const { unlockSn } = storeMethod(lock, dpCode, command)
  cloud.record({
    deviceId: lock.id,
    command: 'enrol-method',
    action: ENROL,
    reached: 'lock',
    detail: { dpCode, unlockSn },
  })
  reportStep(cloud, lock, command, { stage: stages.complete, number: unlockSn, steps: done })
}

const fail = (cloud: Cloud, lock: Lock, command: EnrolCommand, failure: EnrolmentFailure): void =>
  reportStep(cloud, lock, command, {
    stage: stages.failed,
    steps: 0,
    result: enrolmentFailures[failure],
  })

const reportStep = (
  cloud: Cloud,
  lock: Lock,
  { type, isAdmin, memberId }: EnrolCommand,
  {
    stage,
    number = NO_NUMBER,
    steps: count,
    result = 0,
  }: {
    readonly stage: number
    readonly number?: number
    readonly steps: number
    readonly result?: number
  },
): void =>
  report(cloud, lock, ENROL, hexOf([type, stage, isAdmin, memberId, number, count, result]))
