import { ParamsError } from '../../core/errors/params-error'
import { pinIssue, pinRule } from '../../crypto/pin-rule'
import { cipherOf, type TicketOptions, withTicket } from '../shared/with-ticket'
import { motorCommand } from './bolt-state'
import { type CheckedLock, checkLock, type UnlockRequest } from './check-lock'
import { type BoltCommand, moveBolt } from './move-bolt'
import { lockError } from './reasons'
import type { Run } from './run'
import { sendToLock } from './send-to-lock'
import type { RemoteUnlockResult } from './types'

/** Unlocks with a ticket, without a password. */
export const unlockWithTicket = async (
  run: Run,
  { channelId, ...request }: UnlockRequest & { readonly channelId: string | undefined },
): Promise<RemoteUnlockResult> => {
  const { call, deviceId: device_id, selectOperation } = run.context
  const channel = channelId === undefined ? {} : { channel_id: channelId }
  selectOperation(run.origin.action, [['doorLock.passwordFreeOpen', true]])
  selectOperation(run.origin.action, [['doorLock.passwordTicket', true]])
  const checked = await check(run, { ...request, kind: 'without-password' })
  return withTicket(ticketOptions(run), ({ id: ticket_id, send }) =>
    send(({ deadlineMs }) =>
      moveBolt(run, {
        ...checked,
        isOpen: true,
        deadlineMs,
        send: (options) =>
          call('doorLock.passwordFreeOpen', { device_id, ticket_id, ...channel }, options),
      }),
    ),
  )
}

/** Unlocks with a password that is stored on the lock. */
export const unlockWithPassword = async (
  run: Run,
  password: string,
): Promise<RemoteUnlockResult> => {
  const { context, origin } = run
  const { call, deviceId: device_id, selectOperation } = context
  selectOperation(origin.action, [['doorLock.openDoor', true]])
  const cipher = cipherOf(context, origin)
  const pin = checkedPin(run, password)
  const checked = await check(run, { kind: 'with-password' })
  return withTicket(ticketOptions(run), async (ticket) => {
    const encrypted = await ticket.encrypt(cipher, pin)
    return ticket.send(({ deadlineMs }) =>
      moveBolt(run, {
        ...checked,
        isOpen: true,
        hasPassword: true,
        deadlineMs,
        send: (options) => call('doorLock.openDoor', { device_id, ...encrypted }, options),
      }),
    )
  })
}

const ticketOptions = ({
  context,
  origin,
  signal,
  report,
  beforeCommand,
  remainingMs,
}: Run): TicketOptions => ({
  context,
  origin,
  signal,
  onTicket: () => report({ step: 'ticket' }),
  beforeCommand,
  maxDelayMs: remainingMs,
})

const checkedPin = ({ origin, context }: Run, password: string): string => {
  const message = pinIssue(password, pinRule('zigbee', context.options.digits))
  if (message === undefined) return password
  throw new ParamsError(origin, [{ path: 'password', message }])
}

const CONTROL = 'device.control'

/** Locks the bolt: over the cloud, or over data points if the panel does not support the cloud operation. */
export const lockBolt = async (run: Run): Promise<RemoteUnlockResult> => {
  const { call, deviceId, supports, options, selectOperation } = run.context
  const { dataPoints } = options
  const isOverCloud = dataPoints === undefined || supports(CONTROL)
  if (isOverCloud) selectOperation(run.origin.action, [[CONTROL, true]])
  const checked = await check(run, {})
  const send: BoltCommand['send'] = isOverCloud
    ? (callOptions) =>
        call(CONTROL, { device_id: deviceId, commands: [motorCommand(false)] }, callOptions)
    : ({ signal }) => sendToLock(run, dataPoints, motorCommand(false), signal)
  return moveBolt(run, { ...checked, isOpen: false, send })
}

const check = async (run: Run, request: UnlockRequest): Promise<CheckedLock> => {
  run.report({ step: 'checking' })
  const checked = await run.beforeCommand((options) => checkLock(run.context, request, options))
  if (checked.why !== undefined) throw lockError(run.origin, checked.why)
  return checked
}
