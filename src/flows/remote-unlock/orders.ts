import { ParamsError } from '../../core/errors/params-error'
import { isSdkError } from '../../core/errors/sdk-error'
import { TransportError } from '../../core/errors/transport-error'
import { passwordLength } from '../../crypto/password-length'
import { motorCommand } from './bolt-state'
import { type CheckedLock, checkLock, type Wanted } from './check-lock'
import { type BoltOrder, moveBolt } from './move-bolt'
import { lockError } from './reasons'
import type { Run } from './run'
import { sendToLock } from './send-to-lock'
import type { RemoteUnlockResult } from './types'
import { type Ticket, withTicket } from './with-ticket'

/** Opens with a ticket alone. */
export const openWithTicket = async (run: Run, wanted: Wanted): Promise<RemoteUnlockResult> => {
  const { call, deviceId, pick } = run.context
  pick(run.origin.action, [['doorLock.passwordFreeOpen', true]])
  const checked = await check(run, { ...wanted, way: 'without-password' })
  return withTicket(run, async ({ ticket_id }) =>
    opening(run, checked, () =>
      call('doorLock.passwordFreeOpen', { device_id: deviceId, ticket_id }, run.mayLeave()),
    ),
  )
}

/** Opens with a password that the lock has. */
export const openWithPassword = async (run: Run, password: string): Promise<RemoteUnlockResult> => {
  const { call, deviceId, pick } = run.context
  pick(run.origin.action, [['doorLock.openDoor', true]])
  checkPassword(run, password)
  const checked = await check(run, { way: 'with-password' })
  return withTicket(run, async (ticket) => {
    const fields = {
      device_id: deviceId,
      password: await encrypted(run, ticket, password),
      password_type: 'ticket',
      ticket_id: ticket.ticket_id,
    }
    return opening(run, checked, () => call('doorLock.openDoor', fields, run.mayLeave()))
  })
}

const checkPassword = ({ origin, context }: Run, password: unknown): void => {
  const digits = passwordLength('zigbee')
  if (typeof password !== 'string' || !/^\d+$/.test(password) || password.length !== digits)
    throw new ParamsError(origin, [{ path: 'password', message: `expected ${digits} digits` }])
  if (context.options.passwordCipher === undefined)
    throw new ParamsError(origin, [
      { path: 'passwordCipher', message: 'missing among the options of the lock' },
    ])
}

/** Shuts the bolt: through the cloud, or by the data point itself where the panel has no cloud to ask. */
export const shut = async (run: Run): Promise<RemoteUnlockResult> => {
  const { call, deviceId, has, options, pick } = run.context
  const { dataPoints } = options
  const overCloud = dataPoints === undefined || has(CONTROL)
  if (overCloud) pick(run.origin.action, [[CONTROL, true]])
  const checked = await check(run, {})
  const send = overCloud
    ? async () =>
        call(CONTROL, { device_id: deviceId, commands: [motorCommand(false)] }, run.mayLeave())
    : async () => sendToLock(run, dataPoints, motorCommand(false))
  return moveBolt(run, { ...checked, isOpen: false, send })
}

const CONTROL = 'device.control'

const check = async (run: Run, wanted: Wanted): Promise<CheckedLock> => {
  run.tell({ step: 'checking' })
  const checked = await run.before((options) => checkLock(run.context, wanted, options))
  if (checked.why !== undefined) throw lockError(run.origin, checked.why)
  return checked
}

const opening = (run: Run, checked: CheckedLock, send: BoltOrder['send']) => () =>
  moveBolt(run, { ...checked, isOpen: true, send: async () => send() })

/** A cipher of the app's own may fail with anything, and its error may quote what it was given. */
const encrypted = async (
  { context, origin }: Run,
  { ticket_key }: Ticket,
  password: string,
): Promise<string> => {
  try {
    return (await context.options.passwordCipher?.encrypt({ ticket_key }, password)) ?? ''
  } catch (error) {
    if (isSdkError(error)) throw error
    throw new TransportError(origin, {
      delivery: 'not-sent',
      reason: 'the password could not be encrypted',
    })
  }
}
