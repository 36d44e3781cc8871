import { ParamsError } from '../../core/errors/params-error'
import { isVendorError } from '../../core/errors/vendor-error'
import type { CallOptions } from '../../core/pipeline/call'
import { pinIssue, pinRule } from '../../crypto/pin-rule'
import { selectChannel, TICKET } from '../shared/channel'
import { cipherOf, type TicketOptions, withTicket } from '../shared/with-ticket'
import { motorCommand } from './bolt-state'
import { CONTROL, EXECUTE, FREE_OPEN, OPEN_DOOR, OPERATE, remoteUnlockChannels } from './channels'
import { type CheckedLock, checkLock, type UnlockRequest } from './check-lock'
import { type BoltCommand, moveBolt } from './move-bolt'
import { lockError } from './reasons'
import type { Run } from './run'
import { sendToLock } from './send-to-lock'
import type { RemoteUnlockResult } from './types'
import { prefersOperate, untilAwake } from './until-awake'

interface Unlock extends UnlockRequest {
  readonly channelId: string | undefined
}

type Work<Input> = (run: Run, input: Input) => Promise<RemoteUnlockResult>

/** Unlocks without a password: with a ticket, or over the panel API, which has none. */
export const unlockBolt: Work<Unlock> = (run, input) =>
  selectChannel(run.context, run.origin.action, remoteUnlockChannels.remoteUnlock, {
    [FREE_OPEN]: unlockWithTicket,
    [EXECUTE]: unlockOverPanel,
  })(run, input)

const unlockWithTicket: Work<Unlock> = async (run, { channelId, ...request }) => {
  const { call, deviceId: device_id, selectOperation } = run.context
  const channel = channelId === undefined ? {} : { channel_id: channelId }
  selectOperation(run.origin.action, [[TICKET, true]])
  const checked = await check(run, { ...request, kind: 'without-password' })
  return moveWithTicket(run, checked, true, (ticket_id, options) =>
    call(FREE_OPEN, { device_id, ticket_id, ...channel }, options),
  )
}

const moveWithTicket = (
  run: Run,
  checked: CheckedLock,
  isOpen: boolean,
  sendWith: (ticketId: string, options: CallOptions) => Promise<boolean>,
): Promise<RemoteUnlockResult> =>
  untilAwake(run, { ...checked, isOpen }, () =>
    withTicket(ticketOptions(run), ({ id, send }) =>
      send(({ deadlineMs }) =>
        moveBolt(run, {
          ...checked,
          isOpen,
          deadlineMs,
          send: (options) => sendWith(id, options),
        }),
      ),
    ),
  )

const unlockOverPanel: Work<Unlock> = async (run, { isRequested = false }) => {
  const checked = await check(run, { isRequested, kind: 'without-password' })
  return moveBolt(run, { ...checked, isOpen: true, ...executeOverPanel(run, true) })
}

type Move = Pick<BoltCommand, 'send' | 'needsReport'>

const executeOverPanel = ({ context: { call, deviceId: devId } }: Run, open: boolean): Move => ({
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
  selectOperation(origin.action, [[OPEN_DOOR, true]])
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
        send: (options) => call(OPEN_DOOR, { device_id, ...encrypted }, options),
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

/** The lock has no such data point, or accepts no such command. */
const notControllable: readonly unknown[] = [2004, 2008]

/** Locks the bolt: over the cloud, or over data points if the panel supports no operation of the cloud. */
export const lockBolt = async (run: Run): Promise<RemoteUnlockResult> => {
  const { context, origin } = run
  const { call, deviceId: device_id, supports, options, selectOperation } = context
  const { dataPoints } = options
  const command = motorCommand(false)
  const overControl: Move = {
    send: (callOptions) => call(CONTROL, { device_id, commands: [command] }, callOptions),
  }
  // Last, although the panel sends it itself and a route may carry the first.
  const isOnlyOperate = !supports(CONTROL) && !supports(EXECUTE) && supports(OPERATE)
  const overCloud = () =>
    selectOperation<Move>(origin.action, [
      [CONTROL, overControl],
      [EXECUTE, executeOverPanel(run, false)],
    ])
  const overLock: Move | undefined =
    dataPoints === undefined || supports(CONTROL) || supports(EXECUTE)
      ? undefined
      : { send: ({ signal }) => sendToLock(run, dataPoints, command, signal) }
  const move =
    prefersOperate(context) || (overLock === undefined && isOnlyOperate)
      ? undefined
      : (overLock ?? overCloud())
  const checked = await check(run, {})
  const lockOverRoute = () =>
    moveWithTicket(run, checked, false, (ticket_id, callOptions) =>
      call(OPERATE, { device_id, ticket_id, open: false }, callOptions),
    )
  if (move === undefined) return lockOverRoute()
  return moveBolt(run, { ...checked, isOpen: false, ...move }).catch((error: unknown) => {
    const isRefused = isVendorError(error) && notControllable.includes(error.code)
    if (overLock === undefined && isRefused && supports(OPERATE)) return lockOverRoute()
    throw error
  })
}

const check = async (run: Run, request: UnlockRequest): Promise<CheckedLock> => {
  run.report({ step: 'checking' })
  const checked = await run.beforeCommand((options) => checkLock(run.context, request, options))
  if (checked.why !== undefined) throw lockError(run.origin, checked.why)
  return checked
}
