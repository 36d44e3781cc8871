import type { CallOptions } from '../../core/pipeline/call'
import { radioOf } from '../../core/supports-lock-type'
import { weeklyHours } from '../shared/weekly-input'
import { cipherOf, withTicket } from '../shared/with-ticket'
import { CREATE as CREATE_ACTION, LIST } from './channels'
import { CREATE, type Creation, onlyMatch } from './creation'
import { reconcile } from './reconcile'
import type { TemporaryPassword } from './temporary-password'
import { type NewTemporaryPassword, type SentWindow, windowAt } from './validate'
import { type ScheduleRow, scheduleRows, weeklyOf } from './weekly'

const origin = { action: CREATE, family: 'mini-program' } as const

/** `doorLock.createTemporaryPassword` (document 001, lines 780-860), which answers with the id. */
export const createOverMiniProgram: Creation = (context) => {
  const cipher = cipherOf(context, origin)
  const { call, cloudNow, deviceId, options } = context
  return async ({ input, pin, find }) => {
    const schedule = input.weekly && scheduleRows(weeklyHours(input.weekly))
    let sentWindow: SentWindow | undefined
    try {
      return await withTicket({ context, origin }, async (ticket) => {
        const encrypted = await ticket.encrypt(cipher, pin)
        return ticket.send(async (callOptions) => {
          const window = windowAt(cloudNow(), input)
          sentWindow = window
          const params = {
            device_id: deviceId,
            name: input.name,
            ...encrypted,
            ...window,
            type: input.once === true ? 1 : 0,
            ...(input.phone !== undefined && { phone: input.phone }),
            ...(input.timeZone !== undefined && { time_zone: input.timeZone }),
            ...(schedule !== undefined && { schedule_list: schedule }),
            ...(input.sn !== undefined && { sn: input.sn }),
            ...(radioOf(options.type) === 'ble' && { bluetooth_symbolic: true }),
          }
          const { id } = await call(CREATE_ACTION, params, callOptions)
          return asListed(id, input, window, schedule)
        })
      })
    } catch (error) {
      const window = sentWindow
      if (window === undefined) throw error
      const readCreated = async (options: CallOptions) =>
        onlyMatch(await find(window, options), origin, context.sentAs(LIST))
      return reconcile(error, readCreated, context, origin)
    }
  }
}

/** The new password as the cloud lists it before the lock has confirmed it. */
const asListed = (
  id: string,
  { name, timeZone, phone, once, sn }: NewTemporaryPassword,
  { effective_time, invalid_time }: SentWindow,
  schedule: readonly ScheduleRow[] | undefined,
): TemporaryPassword => {
  return {
    id,
    name,
    state: 'pending',
    fromMs: effective_time * 1000,
    toMs: invalid_time * 1000,
    ...weeklyOf(schedule),
    ...(timeZone !== undefined && { timeZone }),
    ...(phone !== undefined && { phone }),
    ...(once !== undefined && { once }),
    ...(sn !== undefined && { sn }),
  }
}
