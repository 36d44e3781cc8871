import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'

/** The protocol of reports of data points. */
const STATUS = 4
/** The protocol of everything else about a device. */
export const BUSINESS = 20

/** Publishes data points of a lock; while it is offline nothing reaches the cloud. */
const publishStatus = (
  { messages, now }: Pick<Cloud, 'messages' | 'now'>,
  { id, online, productId, dpIds }: Lock,
  dps: Readonly<Record<string, unknown>>,
): void => {
  if (!online) return
  const status = Object.entries(dps).map(([code, value]) => {
    const dpId = dpIds[code]
    return { code, value, t: now(), ...(dpId !== undefined && { [dpId]: String(value) }) }
  })
  messages.publish(STATUS, { devId: id, productKey: productId, status })
}

/** Publishes the reports of the locks, and their changes between online and offline, which a test makes by assignment. */
export const watchLocks = (cloud: Cloud): void => {
  cloud.reports$.subscribe(({ deviceId, dps }) => {
    const lock = cloud.world.locks.find(({ id }) => id === deviceId)
    if (lock !== undefined) publishStatus(cloud, lock, dps)
  })
  for (const lock of cloud.world.locks) watchOnline(cloud, lock)
}

const watchOnline = ({ messages, now }: Cloud, lock: Lock): void => {
  let { online } = lock
  Object.defineProperty(lock, 'online', {
    enumerable: true,
    configurable: true,
    get: () => online,
    set: (next: boolean) => {
      if (next === online) return
      online = next
      const { id, productId } = lock
      messages.publish(BUSINESS, {
        devId: id,
        productKey: productId,
        bizCode: next ? 'online' : 'offline',
        bizData: { time: now() },
      })
    },
  })
}
