import type { Family } from '../../../src/core/action'
import { type Member, members } from '../../../src/entries/flows/members'
import { createHarness, type FlowHarness, type HarnessOptions } from '../support/flow-harness'
import { settle } from '../support/settle'

/** A harness, and the flow for its lock. */
export const memberHarness = (
  lock: HarnessOptions['lock'],
  family: Family | readonly Family[],
  more: Partial<HarnessOptions> = {},
) => {
  const families = typeof family === 'string' ? [family] : family
  const harness = createHarness({ lock, families, ...more })
  return { harness, flow: members(harness.panel, harness.deviceId, harness.options) }
}

export const readAll = async (source: AsyncIterable<Member>): Promise<readonly Member[]> => {
  const all: Member[] = []
  for await (const member of source) all.push(member)
  return all
}

export const settledAll = (
  { clock }: FlowHarness,
  source: AsyncIterable<Member>,
): Promise<readonly Member[]> => settle(clock, readAll(source))

export const idsOf = (all: readonly { readonly id: string }[]): readonly string[] =>
  all.map(({ id }) => id)

/** Adds members of the home to the users of the lock. */
export const addHomeMembers = (
  { simulator, lock }: FlowHarness,
  count: number,
): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const userId = String(5000 + index)
    simulator.world.members.push({
      userId,
      uid: `uid-${userId}`,
      nickName: `Guest ${index}`,
      contact: '',
      avatarUrl: '',
      userType: 20,
      backHomeNotify: false,
    })
    lock.users.push({ userId, lockUserId: 100 + index })
    return userId
  })

/** Adds members without an account to the users of the lock. */
export const addMembersWithoutAccount = (
  { simulator, lock }: FlowHarness,
  count: number,
): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const userId = String(7000 + index)
    simulator.world.deviceUsers.push({
      userId,
      lockId: lock.id,
      uid: `no-account-${userId}`,
      nickName: `Visitor ${index}`,
      contact: '',
      avatarUrl: '',
      userType: 30,
      backHomeNotify: false,
      sex: '',
      birthday: '',
      height: 0,
      weight: 0,
    })
    lock.users.push({ userId, lockUserId: 500 + index })
    return userId
  })
