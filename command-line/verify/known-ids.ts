import { isPlainObject } from '../../actions/shared/json-values'
import type { Action, Family } from '../../src/core/action'

/** What answers told so far, and what the user named. It is sent to the same cloud, and never printed. */
export interface KnownIds {
  device: string | undefined
  uid: string | undefined
  readonly user: Partial<Record<Family, string>>
  readonly password: Partial<Record<Family, string>>
  /** Codes of the data points of the device. */
  readonly codes: Set<string>
}

export const knownIds = (device: string | undefined): KnownIds => ({
  device,
  uid: undefined,
  user: {},
  password: {},
  codes: new Set(),
})

/** The first row with an id counts; lists of members come before logs, which name a user in `user_id` alone. */
const deviceLists = /\/devices$/
const devices = /(\/devices|\{device_id\}|getListByIds)$/
const userLists = /(\/users|listUsers|member\.list)$/
const logs = /(\/open-logs|openingLogs)$/
const passwordLists = /(temp-passwords|TemporaryPasswordList|temppwd\.list)$/
const statusReads = /(\/status|device\.status)$/

/** Keeps the first id of each kind from an answer that lists it. */
export const learnFrom = ({ name, family }: Action, result: unknown, known: KnownIds): void => {
  if (deviceLists.test(name)) known.device ??= firstId(result, ['id', 'device_id'])
  if (devices.test(name)) known.uid ??= firstId(result, ['uid'])
  if (userLists.test(name)) learn(known.user, family, firstId(result, ['user_id', 'userId', 'id']))
  if (logs.test(name)) learn(known.user, family, firstId(result, ['user_id']))
  if (passwordLists.test(name))
    learn(known.password, family, firstId(result, ['password_id', 'id', 'unlockBindingId']))
  if (statusReads.test(name) && Array.isArray(result))
    for (const row of result)
      if (isPlainObject(row) && typeof row.code === 'string') known.codes.add(row.code)
}

/** The id of another family where this one told none: both name the same member. */
export const idFor = (
  ids: Readonly<Partial<Record<Family, string>>>,
  family: Family,
): string | undefined => ids[family] ?? Object.values(ids)[0]

const learn = (
  ids: Partial<Record<Family, string>>,
  family: Family,
  found: string | undefined,
): void => {
  if (ids[family] === undefined && found !== undefined) ids[family] = found
}

/** Logs write 0 for an unknown user. */
const noIds: readonly unknown[] = ['', '0', 0]

/** The first id of a row, or of the object itself. */
const firstId = (value: unknown, fields: readonly string[]): string | undefined => {
  if (Array.isArray(value)) return firstOf(value, fields)
  if (!isPlainObject(value)) return undefined
  for (const field of fields) {
    const id = value[field]
    if ((typeof id === 'string' || typeof id === 'number') && !noIds.includes(id)) return String(id)
  }
  return firstOf(Object.values(value).filter(Array.isArray), fields)
}

const firstOf = (values: readonly unknown[], fields: readonly string[]): string | undefined => {
  for (const value of values) {
    const found = firstId(value, fields)
    if (found !== undefined) return found
  }
  return undefined
}
