import type { CreatedTemporaryPassword } from '../../../src/flows/temporary-passwords/create'
import type { NewTemporaryPassword } from '../../../src/flows/temporary-passwords/validate'
import type { FlowHarness } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import {
  flowOf,
  frontDoor,
  garage,
  gardenGate,
  guest,
  HOUR_MS,
} from '../temporary-passwords/password-harness'
import { briefly, type Channel, inApp, overRoutes } from './channels'

const channels: readonly Channel[] = [
  ['mini-program, Wi-Fi', { lock: frontDoor, families: ['mini-program'] }],
  ['mini-program, Zigbee', { lock: garage, families: ['mini-program'] }],
  ['mini-program, Bluetooth', { lock: gardenGate, families: ['mini-program'] }],
  ['panel, Wi-Fi', { lock: frontDoor, families: ['panel'] }],
]
const routes = Object.values(overRoutes)
/** Over the data points of a lock, which no list of the cloud shows. */
const atLock = [...inApp.bluetooth, ...inApp.gateway]
const [wifi, zigbee, , panel] = channels as readonly [Channel, Channel, Channel, Channel]

const scenariosOf = (
  name: string,
  channelsOfScenario: readonly Channel[],
  steps: Pick<Scenario, 'run' | 'prepare' | 'check'>,
  brieflyOver: readonly Channel[] = [],
): readonly Scenario[] => {
  const scenariosOver = (all: readonly Channel[]) =>
    all.map(([over, harnessOptions]) => ({
      flow: `temporary passwords: ${name}`,
      over,
      harness: harnessOptions,
      ...steps,
    }))
  return [...scenariosOver(channelsOfScenario), ...briefly(scenariosOver(brieflyOver))]
}

/** The length of a PIN on a keypad of access control is not documented, so none can be generated. */
const guestOf = ({ lock }: FlowHarness): NewTemporaryPassword =>
  lock.type === 'access-control' ? { ...guest, password: '1357902' } : guest

/** The password that the lock has stored before the run. */
const prepared = new WeakMap<FlowHarness, { readonly id: string }>()
const idOf = (harness: FlowHarness): string => prepared.get(harness)?.id ?? ''

const prepare = async (harness: FlowHarness): Promise<void> => {
  const passwords = flowOf(harness)
  const { id } = await passwords.create({ ...guestOf(harness), name: 'Before' })
  prepared.set(harness, { id })
  if (harness.options.dataPoints === undefined) await passwords.waitUntilActive(id).done
}

/** Brings the lock online, so that it stores the pending passwords. */
const setOnline = <T>(harness: FlowHarness, result: T): T => {
  harness.lock.online = true
  return result
}

const stored = ({ simulator, lock }: FlowHarness) => [
  ...simulator.world.temporaryPasswords.filter(({ lockId }) => lockId === lock.id),
  ...lock.localPasswords.map((one) => ({ ...one, id: String(one.sn), name: '', state: 'sent' })),
]

const assertThat = (isTrue: boolean, violation: string): void => {
  if (!isTrue) throw new Error(violation)
}

/** The results of two concurrent callers, each with its own `lock()`. */
const results = new WeakMap<FlowHarness, readonly CreatedTemporaryPassword[]>()

const createTwo = async (
  harness: FlowHarness,
  inputs: readonly [NewTemporaryPassword, NewTemporaryPassword],
) => {
  const outcomes = await Promise.allSettled(inputs.map((input) => flowOf(harness).create(input)))
  const created = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  results.set(harness, created)
  const errors = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  return { created: setOnline(harness, created), errors }
}

const assertEachOpens = (harness: FlowHarness): void => {
  for (const { id, password } of results.get(harness) ?? [])
    assertThat(
      stored(harness).find((one) => one.id === id)?.pin === password,
      'the returned PIN does not open',
    )
}

export const temporaryPasswordsScenarios: readonly Scenario[] = [
  ...scenariosOf(
    'create',
    channels,
    {
      run: async (harness) => setOnline(harness, await flowOf(harness).create(guestOf(harness))),
      check: (harness, outcome) => {
        if ('error' in outcome) return
        const { id, password } = outcome.value as { id: string; password: string }
        const found = stored(harness).find((one) => one.id === id)
        assertThat(found?.pin === password, 'the returned PIN does not open')
      },
    },
    [...routes, ...atLock],
  ),
  ...scenariosOf(
    'create with weekly hours',
    [wifi, panel],
    {
      run: async (harness) =>
        setOnline(
          harness,
          await flowOf(harness).create({
            ...guest,
            weekly: { days: ['monday', 'friday'], fromMinute: 450, toMinute: 510 },
            timeZone: 'Europe/London',
          }),
        ),
    },
    [overRoutes.zigbee, ...inApp.bluetooth],
  ),
  ...scenariosOf(
    'two concurrent creations',
    [wifi, panel],
    {
      run: async (harness) => {
        const { created, errors } = await createTwo(harness, [guest, { ...guest, name: 'Friend' }])
        if (errors.length > 0) throw errors[0]
        return created
      },
      check: assertEachOpens,
    },
    [overRoutes.gateway, ...inApp.bluetooth],
  ),
  ...scenariosOf(
    'a double tap',
    [wifi, panel],
    {
      run: async (harness) => {
        const { created, errors } = await createTwo(harness, [guest, guest])
        if (created.length === 0) throw errors[0]
        assertThat(created.length === 1, 'two passwords were created instead of one')
        return created
      },
      check: assertEachOpens,
    },
    [overRoutes.gateway, ...inApp.bluetooth],
  ),
  ...scenariosOf('list', channels, { prepare, run: (harness) => flowOf(harness).list() }, routes),
  ...scenariosOf('rename', channels, {
    prepare,
    run: (harness) => flowOf(harness).rename(idOf(harness), 'After'),
    check: (harness, outcome) =>
      assertThat(
        'error' in outcome || stored(harness).some(({ name }) => name === 'After'),
        'the result is a success, but the name is unchanged',
      ),
  }),
  ...scenariosOf(
    'change the window',
    channels.slice(0, 3),
    {
      prepare,
      run: (harness) => flowOf(harness).change(idOf(harness), { toMs: guest.toMs + HOUR_MS }),
      check: (harness, outcome) =>
        assertThat(
          'error' in outcome ||
            stored(harness).some(({ invalidTime }) => invalidTime * 1000 === guest.toMs + HOUR_MS),
          'the result is a success, but the window is unchanged',
        ),
    },
    atLock,
  ),
  ...scenariosOf(
    'change the PIN',
    [wifi, zigbee],
    {
      prepare,
      run: (harness) =>
        flowOf(harness).change(idOf(harness), {
          password: harness.lock.type === 'zigbee' ? '204060' : '2040608',
          toMs: guest.toMs + HOUR_MS,
          once: false,
        }),
      check: (harness, outcome) =>
        assertThat(
          'error' in outcome || stored(harness).some(({ pin }) => pin.startsWith('204060')),
          'the result is a success, but the PIN is unchanged',
        ),
    },
    [overRoutes.wifi, overRoutes.zigbee, overRoutes.accessControl],
  ),
  ...scenariosOf(
    'remove',
    channels,
    {
      prepare,
      run: (harness) => flowOf(harness).remove(idOf(harness)),
      check: (harness, outcome) =>
        assertThat(
          'error' in outcome ||
            stored(harness).every(({ id, state }) => id !== idOf(harness) || state !== 'sent'),
          'the result is a success, but the password is still stored',
        ),
    },
    [...routes, ...atLock],
  ),
  ...scenariosOf(
    'clear invalid',
    channels,
    {
      prepare: async (harness) => {
        await prepare(harness)
        harness.clock.advance(26 * HOUR_MS)
      },
      run: (harness) => flowOf(harness).clearInvalid(),
    },
    routes,
  ),
  ...scenariosOf(
    'wait until active',
    channels,
    {
      prepare: async (harness) => {
        prepared.set(harness, await flowOf(harness).create(guestOf(harness)))
      },
      run: (harness) => flowOf(harness).waitUntilActive(idOf(harness)).done,
    },
    routes,
  ),
  ...(['freeze', 'unfreeze'] as const).flatMap((method) =>
    scenariosOf(method, [overRoutes.zigbee], {
      prepare: async (harness) => {
        await prepare(harness)
        if (method === 'unfreeze') await flowOf(harness).freeze(idOf(harness))
      },
      run: (harness) => flowOf(harness)[method](idOf(harness)),
      check: (harness, outcome) =>
        assertThat(
          'error' in outcome ||
            stored(harness).find(({ id }) => id === idOf(harness))?.state ===
              (method === 'freeze' ? 'frozen' : 'sent'),
          'the result is a success, but the state is another one',
        ),
    }),
  ),
]
