import type { LockContext, ResultOfCall } from '../shared/lock-context'
import { listOverRoutes, ROUTE_LIST } from './over-routes'
import { type OfflineKind, type OfflineWindow, pwdTypes, windowBetween } from './rules'

/** An offline password as the cloud lists it, without its PIN. */
export interface ListedOfflinePassword {
  /** Empty if a route returns none. */
  readonly id: string
  /** What the password does at the lock. */
  readonly kind: ListedKind
  /** The name that the creator gave it; undefined if it has none. */
  readonly name: string | undefined
  /** `undefined` if the cloud returns no times. */
  readonly window: OfflineWindow | undefined
  /** Some clouds return it for some rows only, the routes for none. */
  readonly state: 'in-effect' | 'issued' | undefined
}

/** No list contains the codes that clear one password. */
export type ListedKind = Exclude<OfflineKind, 'clear-one'>

const PAGE_SIZE = 50

type List = typeof listOverRoutes

const PANEL_LIST = 'tuya.m.device.lock.offlinepwd.list'

export const list: List = async (context, kind) =>
  context.selectOperation<List>('offlinePasswords.list', [
    [PANEL_LIST, listOverPanel],
    [ROUTE_LIST, listOverRoutes],
  ])(context, kind)

const listOverPanel: List = async ({ pages, deviceId }, kind) => {
  const rows: ListedOfflinePassword[] = []
  const all = pages(PANEL_LIST, {
    devId: deviceId,
    pwdType: pwdTypes[kind],
    offset: 0,
    limit: PAGE_SIZE,
  })
  for (let page = await all.next(); page.done !== true; page = await all.next())
    for (const row of page.value) rows.push(read(row, kind))
  return rows
}

export const listRevocable = async ({
  call,
  deviceId,
}: LockContext): Promise<readonly ListedOfflinePassword[]> => {
  const rows = await call('tuya.m.device.lock.offlinepwd.revocable', { devId: deviceId })
  return rows.map((row) => read(row, 'multiple'))
}

type Row = ResultOfCall<typeof PANEL_LIST>[number]

const states: Readonly<Record<number, ListedOfflinePassword['state']>> = {
  1: 'in-effect',
  2: 'issued',
}

const read = (
  { pwdId, pwdName, gmtStart, gmtExpired, status }: Row,
  kind: ListedKind,
): ListedOfflinePassword => ({
  id: pwdId,
  kind,
  name: pwdName,
  window:
    gmtStart === undefined || gmtExpired === undefined
      ? undefined
      : windowBetween(kind, gmtStart * 1000, gmtExpired * 1000),
  state: status === undefined ? undefined : states[status],
})
