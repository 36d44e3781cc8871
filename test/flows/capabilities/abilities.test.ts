import { NEVER } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isUnsupportedError } from '../../../src/core/errors/unsupported-error'
import type { Ability } from '../../../src/flows/capabilities/abilities'
import { type Lock, lock } from '../../../src/flows/lock'
import { createHarness } from '../support/flow-harness'
import { outcomeOf, settle } from '../support/settle'

const link = { sn: 1, dataPoints: { send: () => NEVER, reports$: NEVER }, send: async () => {} }

const card = {
  ...{ kind: 'card', number: 2, unlockId: '5-2', id: '400000007' },
  ...{ memberId: '1001', lockUserId: 1 },
}

/** The first call of each flow. */
const firstCalls: Readonly<Record<Ability, (door: Lock, nowMs: number) => Promise<unknown>>> = {
  temporaryPasswords: (door, nowMs) =>
    door.temporaryPasswords.create({ name: 'Jane', toMs: nowMs + 86_400_000 }),
  changedPasswords: (door) => door.temporaryPasswords.change('1', { name: 'Jane' }),
  frozenPasswords: (door) => door.temporaryPasswords.freeze('1'),
  removedPasswords: (door) => door.temporaryPasswords.remove('1'),
  offlinePasswords: (door) => door.offlinePasswords.offline({ kind: 'once' }),
  dynamicPasswords: (door) => door.offlinePasswords.dynamic(),
  remoteUnlock: (door) => door.unlock().done,
  remoteUnlockWithPassword: (door) => door.openDoor({ password: '123456' }).done,
  remoteLock: (door) => door.lock().done,
  remoteUnlockSwitch: (door) => door.setRemoteUnlock(true),
  bluetooth: (door) => door.ble.open(link).done,
  bluetoothSession: (door) => door.ble.startSession(link).done,
  opmodeSync: (door) => door.syncOpmodes().done,
  enrolment: (door) => door.enrol({ type: 'fingerprint', user: '1001', lockUserId: 1 }).done,
  members: (door) => door.members.all().next(),
  addedMembers: (door) => door.members.add({ name: 'Jane', sex: 'female' }),
  changedMembers: (door) => door.members.change('1001', { name: 'Jane' }),
  removedMembers: (door) => door.members.remove('1001'),
  memberRoles: (door) => door.members.setRole('1001', 'member'),
  memberValidity: (door) => door.members.setValidity('1001', { permanent: true }),
  methods: (door) => door.methods.list(),
  memberMethods: (door) => door.methods.ofMember('1001'),
  assignedMethods: (door) => door.methods.assign(card, '1001'),
  unassignedMethods: (door) => door.methods.unassign(card),
  renamedMethods: (door) => door.methods.rename(card, 'Blue card'),
  deletedMethods: (door) => door.methods.delete(card),
  duressAlarms: (door) => door.methods.setDuress(card, true),
  sharing: (door) => door.sharing.create({ kind: 'ble', times: 1, sharer: '1001' }),
  records: async (door) => door.records().take(1),
  settings: (door) => door.settings.list(),
  liveState: (door) => door.current(),
}

/** No channel, or only the list of members without ids. */
const isRefusal = (error: unknown) =>
  isUnsupportedError(error) || (isLockError(error) && error.reason === 'no-ids')

const familySets: readonly (readonly Family[])[] = [
  ['mini-program'],
  ['panel'],
  ['open-api'],
  ['mini-program', 'panel'],
]

const cases = Object.values(seed.locks).flatMap(({ id, type }) =>
  familySets.flatMap((families) =>
    [true, false].map((dataPoints) => ({ id, type, families, dataPoints })),
  ),
)

describe('capabilities().can', () => {
  it.each(cases)(
    'is true for exactly the supported flows: $type over $families, data points: $dataPoints',
    async ({ id, families, dataPoints }) => {
      for (const ability of Object.keys(firstCalls) as Ability[]) {
        const { panel, deviceId, options, clock } = createHarness({
          lock: { id },
          families,
          dataPoints,
        })
        const door = lock(panel, deviceId, options)
        const { can } = await settle(clock, door.capabilities())
        const first = Promise.resolve().then(() => firstCalls[ability](door, clock.now()))
        const outcome = await outcomeOf(clock, first)
        const isRefused = 'error' in outcome && isRefusal(outcome.error)
        expect([ability, isRefused]).toEqual([ability, !can[ability]])
      }
    },
  )
})
