import type { Cloud } from '../cloud'
import { confirmPasswords } from './deliver-passwords'
import type { Lock } from './lock'
import type { World } from './world'

type Lists = Pick<
  World,
  'temporaryPasswords' | 'offlinePasswords' | 'members' | 'deviceUsers' | 'log'
>
type ListsOfLock = Pick<Lock, 'id' | 'users' | 'absentUsers' | 'opmodes'>

interface Snapshot {
  readonly atMs: number
  /** JSON, so that later changes of the world do not change it. */
  readonly text: string
}

/** The earlier states of the lists, for a cloud whose lists lag behind its writes. */
export interface ListHistory {
  /** Keeps the current lists if lists lag. Called before and after every request, and at every report of a lock. */
  remember(cloud: Cloud): void
  /** The world with the lists of `listLagMs` ago; all else is current. */
  laggingWorld(cloud: Cloud): World
}

export const createListHistory = (): ListHistory => {
  const snapshots: Snapshot[] = []

  const remember = (cloud: Cloud): void => {
    const { listLagMs = 0 } = cloud.world
    if (listLagMs <= 0) {
      snapshots.length = 0
      return
    }
    const text = JSON.stringify(listsOf(cloud.world))
    if (snapshots.at(-1)?.text !== text) snapshots.push({ atMs: cloud.now(), text })
    const shownAtMs = cloud.now() - listLagMs
    while ((snapshots[1]?.atMs ?? Number.POSITIVE_INFINITY) <= shownAtMs) snapshots.shift()
  }

  return {
    remember,
    laggingWorld: (cloud) => {
      const { world } = cloud
      remember(cloud)
      const [shown] = snapshots
      if (shown === undefined) return world
      const { locks, ...lists } = JSON.parse(shown.text) as ReturnType<typeof listsOf>
      confirmPasswords(lists.temporaryPasswords, world.locks, cloud.now() - (world.listLagMs ?? 0))
      return {
        ...world,
        ...lists,
        locks: world.locks.map((lock) => ({ ...lock, ...locks.find(({ id }) => id === lock.id) })),
      }
    },
  }
}

const listsOf = ({
  temporaryPasswords,
  offlinePasswords,
  members,
  deviceUsers,
  log,
  locks,
}: World): Lists & { readonly locks: readonly ListsOfLock[] } => ({
  temporaryPasswords,
  offlinePasswords,
  members,
  deviceUsers,
  log,
  locks: locks.map(({ id, users, absentUsers, opmodes }) => ({ id, users, absentUsers, opmodes })),
})
