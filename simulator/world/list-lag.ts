import type { Cloud } from '../cloud'
import { deliverPasswords } from './deliver-passwords'
import type { World } from './world'

/** The reads whose lists lag behind the commands; the lock and its data points do not. */
const laggingReads =
  /TemporaryPassword|temppwd\.list|listUsers|getUser$|member\.(list|panel\.list|detail)|^GET .*\/users|verifyPermissionSharing/

/** The past of the world, for a cloud whose lists lag by `world.listLagMs`. */
export interface ListLag {
  /** The cloud as a call sees it. */
  readonly cloudFor: (action: string, isRead: boolean) => Cloud
  /** Keeps the state of the world after a call. */
  readonly keep: () => void
}

export const createListLag = (cloud: Cloud): ListLag => {
  const past: { readonly atMs: number; readonly text: string }[] = []
  const keep = (): void => {
    if (cloud.world.listLagMs === 0) return
    const text = JSON.stringify(cloud.world)
    if (past.at(-1)?.text !== text) past.push({ atMs: cloud.now(), text })
  }
  return {
    keep,
    cloudFor: (action, isRead) => {
      const { listLagMs } = cloud.world
      if (listLagMs === 0 || !isRead || !laggingReads.test(action)) return cloud
      const shownMs = cloud.now() - listLagMs
      const state = past.filter(({ atMs }) => atMs <= shownMs).at(-1) ?? past[0]
      if (state === undefined) return cloud
      // The locks' confirmations are a part of the state.
      const shown = {
        ...cloud,
        world: JSON.parse(state.text) as World,
        record: () => {},
        now: () => shownMs,
      }
      deliverPasswords(shown)
      return { ...shown, now: cloud.now }
    },
  }
}
