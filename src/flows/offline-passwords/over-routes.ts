import { ParamsError } from '../../core/errors/params-error'
import { startTiming } from '../shared/cloud-now'
import type { LockContext } from '../shared/lock-context'
import { ROUTE_ISSUE } from './channels'
import type { OfflinePassword } from './issue'
import type { ListedKind, ListedOfflinePassword } from './list'
import { type OfflineRequest, windowOf } from './offline-request'
import type { Renaming } from './rename'
import type { Revocation } from './revoke'
import { type OfflineWindow, windowBetween, windowFrom } from './rules'

const PASSWORDS = '/v1.0/devices/{device_id}/door-lock/offline-temp-password'
export const ROUTE_LIST = `GET ${PASSWORDS}` as const
export const ROUTE_RENAME = `PUT ${PASSWORDS}/{password_id}` as const

const PAGE_SIZE = 50

/** The routes write `clear_all`. */
const codeOf = <Kind extends ListedKind>(kind: Kind) =>
  (kind === 'clear-all' ? 'clear_all' : kind) as Exclude<Kind, 'clear-all'> | 'clear_all'

/** No route stores the phone number. */
const refusePhone = (method: string, phone: unknown): void => {
  if (phone)
    throw new ParamsError({ action: `offlinePasswords.${method}`, family: 'open-api' }, [
      { path: 'phone', message: 'not supported by the route: leave it out' },
    ])
}

/** `chosen`: the window of the kind `multiple`. The cloud's times take precedence over the vendor's rules. */
export const issueOverRoutes = async (
  { call, deviceId: device_id }: LockContext,
  request: OfflineRequest,
  chosen: OfflineWindow | undefined,
  sentAtMs: () => number,
): Promise<OfflinePassword> => {
  const { kind, name, phone } = request
  refusePhone('offline', phone)
  const issued = await call(ROUTE_ISSUE, {
    device_id,
    type: codeOf(kind),
    ...(name !== undefined && { name }),
    ...(chosen !== undefined && {
      effective_time: chosen.fromMs / 1000,
      invalid_time: chosen.toMs / 1000,
    }),
  })
  return {
    id: issued.offline_temp_password_id,
    password: issued.offline_temp_password,
    kind,
    ...(windowIn(issued, kind) ?? chosen ?? windowOf(request, sentAtMs())),
  }
}

interface Times {
  readonly effective_time?: number | undefined
  readonly invalid_time?: number | undefined
}

const windowIn = (
  { effective_time: from, invalid_time: to }: Times,
  kind: ListedKind,
): OfflineWindow | undefined =>
  from === undefined || to === undefined ? undefined : windowBetween(kind, from * 1000, to * 1000)

export const listOverRoutes = async (
  { pages, deviceId: device_id }: LockContext,
  kind: ListedKind,
): Promise<readonly ListedOfflinePassword[]> => {
  const rows: ListedOfflinePassword[] = []
  const query = { pwd_type_codes: codeOf(kind), target_status: '', page_no: 1 }
  const all = pages(ROUTE_LIST, { device_id, ...query, page_size: PAGE_SIZE })
  for (let page = await all.next(); page.done !== true; page = await all.next())
    for (const row of page.value.records)
      rows.push({
        id: row.offline_temp_password_id ?? '',
        kind,
        name: row.offline_temp_password_name,
        window: windowIn(row, kind),
        state: undefined,
      })
  return rows
}

export const renameOverRoutes = async (
  { call, deviceId: device_id }: LockContext,
  password_id: string,
  { name: passwordName, phone }: Renaming,
): Promise<boolean> => {
  refusePhone('rename', phone)
  return call(ROUTE_RENAME, { device_id, password_id, passwordName })
}

export const revokeOverRoutes = async (
  context: LockContext,
  password_id: string,
): Promise<Revocation> => {
  const sentAtMs = startTiming(context)
  const params = { device_id: context.deviceId, type: 'clear_one', password_id } as const
  const { offline_temp_password: clearingCode } = await context.call(ROUTE_ISSUE, params)
  // The times of the answer may be those of the password.
  return { clearingCode, useBeforeMs: windowFrom('clear-one', sentAtMs()).toMs }
}
