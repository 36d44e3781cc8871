import { LockError } from '../../core/errors/lock-error'
import { isVendorError } from '../../core/errors/vendor-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { LockContext, ResultOfCall } from '../shared/lock-context'
import { readCreated } from '../shared/read-back'
import { readHours } from '../shared/weekly-hours'
import { GET, LIST, PANEL_LIST } from './channels'
import { createdKey, isNotFound, notSeenYet } from './not-seen-yet'
import { type EndReason, isActiveOrPending, lifecycleByEffective, lifecycleByPhase } from './state'
import type {
  TemporaryPassword,
  TemporaryPasswordReason,
  TemporaryPasswordState,
} from './temporary-password'
import { weeklyOf } from './weekly'

/**
 * Options of `list`.
 *
 * @example
 * ```ts
 * const options: TemporaryPasswordListOptions = { invalid: true }
 * const expired = await frontDoor.temporaryPasswords.list(options)
 * ```
 */
export interface ListOptions {
  /** Lists the deleted, failed and expired passwords. @default the active and pending passwords */
  readonly invalid?: boolean
}

export interface Reader {
  readonly list: (
    options?: ListOptions,
    callOptions?: CallOptions,
  ) => Promise<readonly TemporaryPassword[]>
  /** Fails with a LockError: `not-found`, or `not-seen-yet` for a password that this panel has just created. */
  readonly get: (id: string) => Promise<TemporaryPassword>
  /** Reads once; `not-found` may mean that the cloud does not list it yet. */
  readonly getOnce: (id: string, options?: CallOptions) => Promise<TemporaryPassword>
  /** The ids of the passwords that the cloud reports as expired; ignores the phone's clock. */
  readonly expiredIds: () => Promise<readonly string[]>
}

/** No such data, Zigbee password, Wi-Fi password, record. */
const notFoundCodes: readonly unknown[] = [1000, 2310, 2321, 2323]

/** Reads over the family that supports the list. */
export const reader = (context: LockContext): Reader => {
  const list = (options: ListOptions, callOptions?: CallOptions) =>
    context.selectOperation('temporaryPasswords.list', [
      [LIST, listOverMiniProgram],
      [PANEL_LIST, listOverPanel],
    ])(context, options, callOptions)
  const get = (id: string, options?: CallOptions) =>
    context.selectOperation('temporaryPasswords.get', [
      [GET, getOverMiniProgram],
      [PANEL_LIST, getOverPanel],
    ])(context, id, options)
  const expiredIds = () =>
    context.selectOperation('temporaryPasswords.clearInvalid', [
      [LIST, expiredInMiniProgram],
      [PANEL_LIST, expiredInPanel],
    ])(context)
  const getCreated = (id: string) =>
    readCreated(context, getting, {
      key: createdKey(id),
      read: (options) => get(id, options),
      isMissing: isNotFound,
      notSeen: () => {
        throw notSeenYet(getting)
      },
    })
  return {
    list: async (options, callOptions) => list(options ?? {}, callOptions),
    get: async (id) => getCreated(id),
    getOnce: async (id, options) => get(id, options),
    expiredIds: async () => expiredIds(),
  }
}

type List = (
  context: LockContext,
  options: ListOptions,
  callOptions?: CallOptions,
) => Promise<readonly TemporaryPassword[]>

const listOverMiniProgram: List = async (context, { invalid = false }, callOptions) => {
  const params = { device_id: context.deviceId, valid: !invalid }
  const rows = await context.call(LIST, params, callOptions)
  return rows.map((row) => fromMiniProgram(row, context, invalid))
}

/**
 * A password that is deleted or being deleted needs no command, and one in an unknown state may be deleted already. A
 * frozen one, which a cloud may list as invalid, can be unfrozen.
 */
const needsNoCommand: readonly TemporaryPasswordState[] = [
  'deleted',
  'deleting',
  'frozen',
  'unknown',
]

const expiredInMiniProgram = async ({ call, deviceId, options: { type } }: LockContext) =>
  (await call(LIST, { device_id: deviceId, valid: false }))
    .filter((row) => !needsNoCommand.includes(lifecycleByPhase(row, type).state))
    .map(({ password_id }) => password_id)

/** One list contains the valid and the invalid passwords. */
const listOverPanel: List = async (context, { invalid = false }, callOptions) =>
  (await panelRows(context, callOptions)).filter(
    (password) => isActiveOrPending(password) !== invalid,
  )

const expiredInPanel = async (context: LockContext) =>
  (await context.call(PANEL_LIST, { devId: context.deviceId }))
    .filter(({ effective }) => lifecycleByEffective(effective).state === 'expired')
    .map(idOf)

const panelRows = async (
  context: LockContext,
  options?: CallOptions,
): Promise<readonly TemporaryPassword[]> =>
  (await context.call(PANEL_LIST, { devId: context.deviceId }, options)).map((row) =>
    fromPanel(row, context),
  )

type PanelRow = ResultOfCall<typeof PANEL_LIST>[number]

/** The table has no `id`; deletion uses the "serial number" then. */
const idOf = ({ sn, id = String(sn) }: PanelRow): string => id

const getOverMiniProgram = async (context: LockContext, id: string, options?: CallOptions) => {
  try {
    const params = { device_id: context.deviceId, password_id: id }
    return fromMiniProgram(await context.call(GET, params, options), context, false)
  } catch (error) {
    if (isVendorError(error) && notFoundCodes.includes(error.code)) throw notFound()
    throw error
  }
}

const getOverPanel = async (context: LockContext, id: string, options?: CallOptions) => {
  const rows = await panelRows(context, options)
  const row = rows.find((password) => password.id === id)
  if (row === undefined) throw notFound()
  return row
}

const getting = { action: 'temporaryPasswords.get' }

const notFound = () =>
  new LockError<TemporaryPasswordReason>(
    getting,
    'not-found',
    'List the passwords to see the existing ones.',
  )

/** `isInvalid`: the cloud listed the password as invalid, independent of the phone's clock. */
const fromMiniProgram = (
  row: ResultOfCall<typeof GET>,
  { options: { type }, cloudNow }: LockContext,
  isInvalid: boolean,
): TemporaryPassword => {
  const { password_id, name, effective_time, invalid_time, phone, time_zone, sn } = row
  const endReason = endReasonByTime(invalid_time, cloudNow) ?? (isInvalid ? 'listed' : undefined)
  return {
    id: password_id,
    name,
    ...lifecycleByPhase(row, type, endReason),
    fromMs: millisecondsOf(effective_time),
    toMs: millisecondsOf(invalid_time),
    ...weeklyOf(row.schedule_list),
    ...(time_zone !== '' && { timeZone: time_zone }),
    ...(phone !== '' && { phone }),
    ...(sn !== undefined && { sn }),
  }
}

const millisecondsOf = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * 1000

const endReasonByTime = (
  endsAtS: number | undefined,
  cloudNow: LockContext['cloudNow'],
): EndReason | undefined =>
  endsAtS !== undefined && endsAtS * 1000 <= cloudNow() ? 'time' : undefined

const fromPanel = (row: PanelRow, { cloudNow }: LockContext): TemporaryPassword => {
  const { sn, name, effective, effectiveTime, invalidTime, phone, availTime } = row
  const hours = readHours(
    row.scheduleDetails?.map(
      ({ allDay: isAllDay, effectiveTime: from, invalidTime: to, workingDay: days }) => ({
        isAllDay,
        from,
        to,
        days,
      }),
    ),
  )
  return {
    id: idOf(row),
    name,
    ...lifecycleByEffective(effective, endReasonByTime(invalidTime, cloudNow)),
    fromMs: millisecondsOf(effectiveTime),
    toMs: millisecondsOf(invalidTime),
    ...hours,
    ...(phone !== '' && { phone }),
    ...(availTime !== undefined && { once: availTime === 1 }),
    sn,
  }
}
