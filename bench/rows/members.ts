import { seed } from '../../simulator'
import { members as membersOf } from '../../src/flows/members/members'
import { flowAndPages } from '../replayed-flow'
import type { Topic } from '../row'

const MEMBERS = 1_000

export const members: Topic = {
  rows: async () => {
    const { flow, pages } = await flowAndPages(
      (simulator) => {
        const { users } = simulator.lock(seed.locks.frontDoor.id)
        for (let index = 0; index < MEMBERS; index++) {
          const userId = String(5_000 + index)
          simulator.world.members.push({
            userId,
            uid: `uid-${userId}`,
            nickName: `Guest ${index}`,
            contact: '',
            avatarUrl: '',
            userType: 20,
            backHomeNotify: false,
          })
          users.push({ userId, lockUserId: 100 + index })
        }
      },
      ({ panel, deviceId, clock }) =>
        async () => {
          const list = membersOf(panel, deviceId, { type: 'wifi', clock })
          let count = 0
          for await (const _ of list.all()) count++
          if (count < MEMBERS) throw new Error(`members.all() returned ${count} members`)
        },
    )
    return [
      {
        name: 'members.all() of 1,000 members, × its pages alone',
        target: 1.3,
        reference: pages,
        product: flow,
      },
    ]
  },
}
