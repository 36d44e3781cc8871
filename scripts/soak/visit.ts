import { type Observable, Subscription } from 'rxjs'
import { seed } from '../../simulator'
import { isSdkError } from '../../src/core/errors/sdk-error'
import type { Lock } from '../../src/flows/lock'

const { admin, owner } = seed.members
const HOUR_MS = 60 * 60_000

/** What the flows of a visit became, by the kind of the error. */
export type Outcomes = Record<string, number>

type Step = (door: Lock, nowMs: number) => PromiseLike<unknown>

/** What a person does in a panel: each list is done in order, all lists at the same time. */
const doings: readonly (readonly Step[])[] = [
  [
    (door) => door.current(),
    (door) => door.unlock().done,
    (door) => door.lock().done,
    (door) => door.accept().done,
    (door) => door.mayUnlock(),
    (door) => door.remoteUnlockSwitches(),
    (door) => door.setRemoteUnlock(true),
  ],
  [
    async ({ temporaryPasswords }, nowMs) => {
      const created = await temporaryPasswords.create({ name: 'Guest', toMs: nowMs + HOUR_MS })
      await temporaryPasswords.waitUntilActive(created.id).done
      await temporaryPasswords.rename(created.id, 'Friend')
      await temporaryPasswords.change(created.id, { toMs: nowMs + 2 * HOUR_MS })
      await temporaryPasswords.remove(created.id)
    },
    (door) => door.temporaryPasswords.list(),
    (door) => door.temporaryPasswords.clearInvalid(),
    (door) => door.offlinePasswords.dynamic(),
    (door) => door.offlinePasswords.offline({ kind: 'once', name: 'Parcel' }),
    (door) => door.offlinePasswords.list('multiple'),
    (door) => door.offlinePasswords.revocable(),
  ],
  [
    (door) => all(door.members.all()),
    async ({ members }) => {
      const { id } = await members.add({ name: 'Newcomer', sex: 'female' })
      await members.change(id, { name: 'Neighbour' })
      await members.remove(id)
    },
    (door) => door.methods.list(),
    (door) => door.methods.ofMember(owner.userId),
    (door) => door.methods.unassigned(),
    (door) => door.syncOpmodes(['unlock_card']).done,
    (door) => door.enrol({ user: admin.userId, type: 'fingerprint' }).done,
  ],
  [
    (door) => door.capabilities(),
    (door) => door.records({ pageSize: 2 }).take(20),
    (door) => door.unreadRecords(),
    (door) => door.settings.list(),
    (door) => door.settings.set('volume', 'mute'),
    async ({ sharing }) => {
      const input = { kind: 'ble', times: 'unlimited', sharer: owner.uid, name: 'Jane' } as const
      const invitation = await sharing.create(input)
      await sharing.verify(invitation)
      await sharing.cancel(invitation)
    },
  ],
]

const all = async (members: AsyncIterable<unknown>): Promise<number> => {
  let count = 0
  for await (const _ of members) count++
  return count
}

/** Opens the streams of a page; a stream that the lock does not have fails. */
export const watch = (door: Lock): Subscription => {
  const watching = new Subscription()
  const streams: readonly Observable<unknown>[] = [
    door.state$,
    door.events$,
    door.requests$,
    door.settings.changes$,
    door.records().live$,
  ]
  for (const stream of streams) watching.add(stream.subscribe({ error: () => undefined }))
  return watching
}

/** Uses every flow once, and resolves when all have ended. An error that is not from the package counts as `foreign`. */
export const useFlows = async (
  door: Lock,
  now: () => number,
  outcomes: Outcomes,
): Promise<void> => {
  const note = (outcome: string) => {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  const inOrder = async (steps: readonly Step[]) => {
    for (const step of steps)
      try {
        await step(door, now())
        note('done')
      } catch (error) {
        note(isSdkError(error) ? error.kind : `foreign ${String(error)}`)
      }
  }
  await Promise.all(doings.map(inOrder))
}
