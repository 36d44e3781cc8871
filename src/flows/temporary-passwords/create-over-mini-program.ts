import { radioOf } from '../../core/supports-lock-type'
import { withEncryptedPassword } from '../shared/with-encrypted-password'
import { CREATE, type Creation, onlyOf } from './creation'
import { recovered } from './outcome'
import type { TemporaryPassword } from './temporary-password'
import { type NewTemporaryPassword, type SentWindow, windowAt } from './wanted'
import { type ScheduleRow, scheduleRows, weeklyHours, weeklyOf } from './weekly'

const origin = { action: CREATE, family: 'mini-program' } as const
const LIST = 'doorLock.getTemporaryPasswordList'

/** `doorLock.createTemporaryPassword` (document 001, lines 780-860): answers with the id. */
export const createOverMiniProgram: Creation = (context) => {
  const sendWithTicket = withEncryptedPassword({ context, origin })
  const { clock, deviceId, options } = context
  return async ({ wanted, digits, find }) => {
    const schedule = wanted.weekly && scheduleRows(weeklyHours(wanted.weekly))
    let sent: SentWindow | undefined
    try {
      return await sendWithTicket(digits, async (secret, callOptions) => {
        sent = windowAt(clock.now(), wanted)
        const { id } = await context.call(
          'doorLock.createTemporaryPassword',
          {
            device_id: deviceId,
            name: wanted.name,
            ...secret,
            ...sent,
            type: wanted.once === true ? 1 : 0,
            ...(wanted.phone !== undefined && { phone: wanted.phone }),
            ...(wanted.timeZone !== undefined && { time_zone: wanted.timeZone }),
            ...(schedule !== undefined && { schedule_list: schedule }),
            ...(wanted.sn !== undefined && { sn: wanted.sn }),
            ...(radioOf(options.type) === 'ble' && { bluetooth_symbolic: true }),
          },
          callOptions,
        )
        return ordered(id, wanted, sent, schedule)
      })
    } catch (error) {
      const window = sent
      if (window === undefined) throw error
      const look = async () => onlyOf(await find(window), origin, LIST)
      return recovered(error, look, context, origin)
    }
  }
}

/** As it would be listed now: the cloud has it, and the lock has said nothing yet. */
const ordered = (
  id: string,
  { name, timeZone, phone, once, sn }: NewTemporaryPassword,
  { effective_time, invalid_time }: SentWindow,
  schedule: readonly ScheduleRow[] | undefined,
): TemporaryPassword => {
  const weekly = weeklyOf(schedule)
  return {
    id,
    name,
    state: 'pending',
    fromMs: effective_time * 1000,
    toMs: invalid_time * 1000,
    ...(weekly !== undefined && { weekly }),
    ...(timeZone !== undefined && { timeZone }),
    ...(phone !== undefined && { phone }),
    ...(once !== undefined && { once }),
    ...(sn !== undefined && { sn }),
  }
}
