import { type Simulator, seed } from '../../simulator'

const { frontDoor } = seed.locks
const MINUTE_MS = 60_000

/** Gives the front door many members and many records, the last one a minute ago. */
export const fillWorld = (
  { world, clock, lock }: Simulator,
  { members, records }: { readonly members: number; readonly records: number },
): void => {
  const [first] = world.members
  if (first === undefined) throw new Error('the seed has no member to copy')
  const { users } = lock(frontDoor.id)
  for (let index = users.length; index < members; index++) {
    const userId = String(500_000 + index)
    world.members.push({
      ...first,
      userId,
      uid: `uid-${userId}`,
      nickName: `Member ${index}`,
      userType: 20,
    })
    users.push({ userId, lockUserId: 100 + index })
  }
  const nowMs = clock.now()
  for (let index = 0; index < records; index++)
    world.log.push({
      id: String(700_000_000 + index),
      lockId: frontDoor.id,
      timeMs: nowMs - (records - index) * MINUTE_MS,
      category: 'unlock_record',
      type: 'unlock_fingerprint',
      value: '1',
      unread: false,
    })
}
