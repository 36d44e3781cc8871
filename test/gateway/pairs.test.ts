import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { deviceActions, doorLockActions } from '../../actions/mini-program'
import type { Membership } from '../../gateway/gateway-user'
import { miniProgramPairs as pairs } from '../../gateway/pairs'
import { createClock, createSimulator, seed } from '../../simulator'
import { changeAt } from '../../simulator/quirks/change-at'
import type { LockType } from '../../src/core/action'
import { createPanel } from '../../src/core/panel/create-panel'
import { gatewayLimits, lackingIn } from '../../src/transports/server-limits'
import { START_MS } from '../simulator/client'
import { exampleParams } from '../support/examples'
import { gatewayOver, owner, userWith } from './harness'

const { frontDoor, gardenGate, loft, office, cellar, porch } = seed.locks
const PAGE = { page_no: 1, page_size: 10 }

interface Case {
  readonly action: string
  /** For the name of the test. */
  readonly on: string
  /** In place of the example of the action. */
  readonly params?: Readonly<Record<string, unknown>>
  /** In addition to the example of the action. */
  readonly added?: Readonly<Record<string, unknown>>
  readonly lockType?: LockType
}

/** Where routes and actions support other locks, a lock that supports both; else the example of the action. */
const special: readonly Case[] = [
  // The route changes a password only with its name.
  {
    action: 'doorLock.modifyTemporaryPassword',
    on: 'the lock of its example',
    added: { name: 'Painter' },
  },
  {
    action: 'doorLock.getUser',
    on: 'an access control lock',
    params: { device_id: office.id, user_id: '0' },
    lockType: 'access-control',
  },
  {
    action: 'doorLock.getUser',
    on: 'a Wi-Fi lock',
    params: { device_id: frontDoor.id, user_id: seed.members.common.userId },
    lockType: 'wifi',
  },
  {
    action: 'doorLock.getUser',
    on: 'a Wi-Fi lock, for its owner',
    params: { device_id: frontDoor.id, user_id: '0' },
    lockType: 'wifi',
  },
  {
    action: 'doorLock.getUser',
    on: 'a lock of unknown type',
    params: { device_id: frontDoor.id, user_id: seed.members.common.userId },
  },
  {
    action: 'doorLock.listUsers',
    on: 'a keep-alive lock',
    params: { device_id: cellar.id, target_standard_dp_codes: 'unlock_fingerprint', ...PAGE },
  },
  {
    action: 'doorLock.listUserOpmodes',
    on: 'a video lock',
    params: {
      device_id: porch.id,
      user_id: seed.members.owner.userId,
      target_unlock_standard_dp_codes: '',
      page_no: 1,
      page_size: 3,
    },
  },
  {
    action: 'doorLock.listUsers',
    on: 'an access control lock',
    params: { device_id: office.id, target_standard_dp_codes: 'unlock_fingerprint', ...PAGE },
    lockType: 'access-control',
  },
  {
    action: 'doorLock.listUserOpmodes',
    on: 'a Wi-Fi lock',
    params: {
      device_id: frontDoor.id,
      user_id: seed.members.owner.userId,
      target_unlock_standard_dp_codes: 'unlock_fingerprint',
      page_no: 1,
      page_size: 10,
    },
    lockType: 'wifi',
  },
  {
    action: 'doorLock.allocateOpmode',
    on: 'a Wi-Fi lock',
    params: {
      device_id: frontDoor.id,
      user_id: seed.members.admin.userId,
      unlock_list: [{ dp_code: 'unlock_card', unlock_sn: 2 }],
    },
    lockType: 'wifi',
  },
  {
    action: 'doorLock.allocateOpmode',
    on: 'a Bluetooth lock',
    params: {
      device_id: gardenGate.id,
      user_id: seed.members.admin.userId,
      unlock_list: [{ dp_code: 'unlock_card', unlock_sn: 2 }],
    },
  },
  {
    action: 'doorLock.getSyncableOpmodeTypes',
    on: 'a Bluetooth lock with a gateway',
    params: { device_id: loft.id, target_standard_dp_codes: 'unlock_fingerprint' },
  },
]

const cases: readonly Case[] = pairs
  .map(({ action }) => action.name)
  .filter((action) => !special.some((one) => one.action === action))
  .map((action): Case => ({ action, on: 'the lock of its example' }))
  .concat(special)

type AnyCall = (action: string, params: unknown) => Promise<unknown>

/** The decoded answers of the mini-program family and of the gateway to the same call, each of its own simulator. */
const bothAnswers = async ({ action, params, added, lockType }: Case) => {
  const answers = []
  const membership: Membership = { ...owner, ...(lockType && { lockType }) }
  for (const family of ['mini-program', 'gateway'] as const) {
    const clock = createClock({ startMs: START_MS, frozen: true })
    const simulator = createSimulator({ clock, random: () => 0.5 })
    const panel =
      family === 'gateway'
        ? gatewayOver(simulator, { user: userWith(membership) }).panel
        : createPanel({ actions: allActions, transport: simulator.asTransport(), clock })
    const call = panel.apiRequest as AnyCall
    answers.push(
      await call(action, params ?? { ...(exampleParams(action, simulator) as object), ...added }),
    )
    panel.close()
  }
  return answers as [unknown, unknown]
}

/** Without the fields at these paths. */
const without = (paths: readonly string[], value: unknown): unknown =>
  paths.reduce(
    (rest, path) => changeAt(path, rest, () => undefined),
    JSON.parse(JSON.stringify({ value })).value,
  )

const differencesOf = (action: string): readonly string[] =>
  Object.keys(pairs.find((pair) => pair.action.name === action)?.differences ?? {})

describe('the pairs of the gateway', () => {
  it('and the actions without a route are the 43 actions of the mini-program family', () => {
    const family = [...Object.values(doorLockActions), ...Object.values(deviceActions)]
    const lacking = lackingIn(gatewayLimits).filter((name) => !name.includes(' /'))
    const known = [...pairs.map(({ action }) => action.name), ...lacking]
    expect(family).toHaveLength(43)
    expect(known.sort()).toEqual(family.map(({ name }) => name).sort())
  })

  it('are 31 actions with a route, and the clock of the cloud', () => {
    expect(pairs).toHaveLength(32)
  })

  it.each(cases)('answer $action ($on) as the mini-program family does', async (one) => {
    const [expected, answered] = await bothAnswers(one)
    const paths = differencesOf(one.action)
    expect(without(paths, answered)).toEqual(without(paths, expected))
  })

  const listed = pairs.flatMap(({ action: { name } }) =>
    differencesOf(name).map((path) => ({ name, path })),
  )

  it.each(listed)('$name differs from the mini-program family in $path', async ({ name, path }) => {
    const others = differencesOf(name).filter((each) => each !== path)
    const answers = await Promise.all(
      cases.filter(({ action }) => action === name).map(bothAnswers),
    )
    const isSeen = answers.some(
      ([expected, answered]) =>
        JSON.stringify(without(others, answered)) !== JSON.stringify(without(others, expected)),
    )
    expect(isSeen).toBe(true)
  })
})
