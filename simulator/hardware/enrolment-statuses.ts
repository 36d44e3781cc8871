import type { Cloud } from '../cloud'
import type { UnlockMethodStatus } from '../push'
import type { Lock } from '../world/lock'
import { ENROL } from './enrol'
import { stages } from './enrol-command'
import { bytesOf } from './hex'
import type { LockReport } from './lock-report'

const event = 'unlockMethodEntry'

/** The push message for a reported step of an enrolment; undefined for other reports. */
const enrolmentStatuses = (
  { enrolment }: Lock,
  { dps }: LockReport,
): readonly UnlockMethodStatus[] => {
  const [, stage, , , , count = 0] = bytesOf(dps[ENROL]) ?? []
  switch (stage) {
    case stages.start:
      return [
        { event, operate: 1, raised: true },
        { event, totalPeriod: count },
      ]
    case stages.running:
      return [{ event, period: (enrolment?.steps ?? count) - count }]
    case stages.cancel:
      return [{ event, operate: 2, finish: true }]
    case stages.complete:
    case stages.failed:
      return [{ event, finish: true }]
    default:
      return []
  }
}

/** Pushes the enrolment reports of the locks. */
export const pushEnrolments = (cloud: Cloud): void => {
  cloud.reports$.subscribe((report) => {
    const lock = cloud.world.locks.find(({ id }) => id === report.deviceId)
    if (lock === undefined) return
    for (const status of enrolmentStatuses(lock, report)) cloud.push(lock, status)
  })
}
