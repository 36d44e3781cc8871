import { ParamsError } from '../../core/errors/params-error'
import { passwordLength } from '../../crypto/password-length'
import { withEncryptedPassword } from '../shared/with-encrypted-password'
import { type TicketUse, withTicket } from '../shared/with-ticket'
import { motorCommand } from './bolt-state'
import { type CheckedLock, checkLock, type Wanted } from './check-lock'
import { type BoltOrder, moveBolt } from './move-bolt'
import { lockError } from './reasons'
import type { Run } from './run'
import { sendToLock } from './send-to-lock'
import type { RemoteUnlockResult } from './types'

/** Opens with a ticket alone. */
export const openWithTicket = async (run: Run, wanted: Wanted): Promise<RemoteUnlockResult> => {
  const { call, deviceId, selectOperation } = run.context
  selectOperation(run.origin.action, [['doorLock.passwordFreeOpen', true]])
  selectOperation(run.origin.action, [['doorLock.passwordTicket', true]])
  const checked = await check(run, { ...wanted, way: 'without-password' })
  return withTicket(
    ticketUse(run),
    async ({ ticket_id }) =>
      ({ deadlineMs }) =>
        moveBolt(run, {
          ...checked,
          isOpen: true,
          deadlineMs,
          send: (options) =>
            call('doorLock.passwordFreeOpen', { device_id: deviceId, ticket_id }, options),
        }),
  )
}

/** Opens with a password that the lock has. */
export const openWithPassword = async (
  run: Run,
  password: unknown,
): Promise<RemoteUnlockResult> => {
  const { call, deviceId, selectOperation } = run.context
  selectOperation(run.origin.action, [['doorLock.openDoor', true]])
  const sendWithPassword = withEncryptedPassword(ticketUse(run))
  const digits = checkedPassword(run, password)
  const checked = await check(run, { way: 'with-password' })
  return sendWithPassword(digits, (secret, { deadlineMs }) =>
    moveBolt(run, {
      ...checked,
      isOpen: true,
      deadlineMs,
      send: (options) => call('doorLock.openDoor', { device_id: deviceId, ...secret }, options),
    }),
  )
}

const ticketUse = ({ context, origin, signal, report, before, leftMs }: Run): TicketUse => ({
  context,
  origin,
  signal,
  onTicket: () => report({ step: 'ticket' }),
  before,
  patienceMs: leftMs,
})

const checkedPassword = ({ origin }: Run, password: unknown): string => {
  const digits = passwordLength('zigbee')
  if (typeof password === 'string' && /^\d+$/.test(password) && password.length === digits)
    return password
  throw new ParamsError(origin, [{ path: 'password', message: `expected ${digits} digits` }])
}

/** Shuts the bolt: through the cloud, or by the data point itself where the panel has no cloud to ask. */
export const shut = async (run: Run): Promise<RemoteUnlockResult> => {
  const { call, deviceId, supports, options, selectOperation } = run.context
  const { dataPoints } = options
  const overCloud = dataPoints === undefined || supports(CONTROL)
  if (overCloud) selectOperation(run.origin.action, [[CONTROL, true]])
  const checked = await check(run, {})
  const send: BoltOrder['send'] = overCloud
    ? (callOptions) =>
        call(CONTROL, { device_id: deviceId, commands: [motorCommand(false)] }, callOptions)
    : ({ signal }) => sendToLock(run, dataPoints, motorCommand(false), signal)
  return moveBolt(run, { ...checked, isOpen: false, send })
}

const CONTROL = 'device.control'

const check = async (run: Run, wanted: Wanted): Promise<CheckedLock> => {
  run.report({ step: 'checking' })
  const checked = await run.before((options) => checkLock(run.context, wanted, options))
  if (checked.why !== undefined) throw lockError(run.origin, checked.why)
  return checked
}
