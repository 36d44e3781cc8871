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

interface Unlock extends UnlockRequest {
  readonly channelId: string | undefined
}

type Work<Input> = (run: Run, input: Input) => Promise<RemoteUnlockResult>

/** Unlocks without a password: with a ticket, or over the panel API, which has none. */
export const unlockBolt: Work<Unlock> = (run, input) =>
  run.context.selectOperation<Work<Unlock>>(run.origin.action, [
    ['doorLock.passwordFreeOpen', unlockWithTicket],
    [EXECUTE, unlockOverPanel],
  ])(run, input)

const unlockWithTicket: Work<Unlock> = async (run, { channelId, ...request }) => {
  const { call, deviceId: device_id, selectOperation } = run.context
  const channel = channelId === undefined ? {} : { channel_id: channelId }
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

const unlockOverPanel: Work<Unlock> = async (run, { isRequested = false }) => {
  const checked = await check(run, { isRequested, kind: 'without-password' })
  return moveBolt(run, { ...checked, isOpen: true, ...executeOverPanel(run, true) })
}

/** The panel API of Zigbee locks, which moves the bolt both ways. */
export const EXECUTE = 'tuya.m.zigbee.lock.remotepwd.execute'

type Channel = Pick<BoltCommand, 'send' | 'needsReport'>

const executeOverPanel = ({ context: { call, deviceId: devId } }: Run, open: boolean): Channel => ({
  needsReport: true,
  send: (options) => call(EXECUTE, { devId, open }, options),
})

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

/** Locks the bolt: over the cloud, or over data points if the panel supports no operation of the cloud. */
export const lockBolt = async (run: Run): Promise<RemoteUnlockResult> => {
  const { call, deviceId: device_id, supports, options, selectOperation } = run.context
  const { dataPoints } = options
  const command = motorCommand(false)
  const overControl: Channel = {
    send: (callOptions) => call(CONTROL, { device_id, commands: [command] }, callOptions),
  }
  const channel: Channel =
    dataPoints === undefined || supports(CONTROL) || supports(EXECUTE)
      ? selectOperation<Channel>(run.origin.action, [
          [CONTROL, overControl],
          [EXECUTE, executeOverPanel(run, false)],
        ])
      : { send: ({ signal }) => sendToLock(run, dataPoints, command, signal) }
  return moveBolt(run, { ...(await check(run, {})), isOpen: false, ...channel })
}

const check = async (run: Run, request: UnlockRequest): Promise<CheckedLock> => {
  run.report({ step: 'checking' })
  const checked = await run.beforeCommand((options) => checkLock(run.context, request, options))
  if (checked.why !== undefined) throw lockError(run.origin, checked.why)
  return checked
}
