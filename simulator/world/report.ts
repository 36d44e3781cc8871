import type { Cloud } from '../cloud'
import type { Lock } from './lock'

/** A lock reports the value of a data point; while it is offline the report reaches no subscriber. */
export const report = (cloud: Cloud, lock: Lock, code: string, value: unknown): void => {
  const known = lock.status.find((point) => point.code === code)
  if (known === undefined) lock.status.push({ code, value })
  else known.value = value
  lock.updatedAt = Math.floor(cloud.now() / 1000)
  if (lock.online) cloud.reports$.next({ deviceId: lock.id, dps: { [code]: value } })
}
