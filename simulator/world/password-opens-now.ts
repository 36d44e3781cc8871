import type { Cloud } from '../cloud'
import { effectiveFlagOf } from './effective-flag'
import type { Lock } from './lock'
import { scheduleIsOn } from './schedule-is-on'
import type { TemporaryPassword } from './temporary-password'

/** Whether a lock has a password and accepts it now. Schedules use the local time of the lock. */
export const passwordOpensNow = (
  { now }: Cloud,
  lock: Lock,
  { state, effectiveTime, invalidTime, schedule }: TemporaryPassword,
): boolean =>
  (state === 'sent' || state === 'to-be-deleted') &&
  effectiveFlagOf({ from: effectiveTime, until: invalidTime }, now() / 1000) === 1 &&
  (schedule === undefined ||
    schedule.some((period) =>
      scheduleIsOn(
        { from: period.effective_time, until: period.invalid_time, days: period.working_day },
        lock,
        now(),
      ),
    ))
