import type { CreatedTemporaryPassword } from '../../../src/flows/temporary-passwords/create'
import type { NewTemporaryPassword } from '../../../src/flows/temporary-passwords/validate'
import type { FlowHarness, HarnessOptions } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import {
  flowOf,
  frontDoor,
  garage,
  gardenGate,
  guest,
  HOUR_MS,
} from '../temporary-passwords/password-harness'

type Channel = readonly [over: string, HarnessOptions]

const channels: readonly Channel[] = [
  ['mini-program, Wi-Fi', { lock: frontDoor, families: ['mini-program'] }],
  ['mini-program, Zigbee', { lock: garage, families: ['mini-program'] }],
  ['mini-program, Bluetooth', { lock: gardenGate, families: ['mini-program'] }],
  ['panel, Wi-Fi', { lock: frontDoor, families: ['panel'] }],
]
const [wifi, zigbee, , panel] = channels as readonly [Channel, Channel, Channel, Channel]

const scenariosOf = (
  name: string,
  channelsOfScenario: readonly Channel[],
  steps: Pick<Scenario, 'run' | 'prepare' | 'check'>,
): readonly Scenario[] =>
  channelsOfScenario.map(([over, stage]) => ({
    flow: `temporary passwords: ${name}`,
    over,
    stage,
    ...steps,
  }))

/** The password that the lock has stored before the run. */
const prepared = new WeakMap<FlowHarness, { readonly id: string }>()
const idOf = (stage: FlowHarness): string => prepared.get(stage)?.id ?? ''

const prepare = async (stage: FlowHarness): Promise<void> => {
  const passwords = flowOf(stage)
  const { id } = await passwords.create({ ...guest, name: 'Before' })
  prepared.set(stage, { id })
  await passwords.waitUntilActive(id).done
}

/** Brings the lock online, so that it stores the pending passwords. */
const setOnline = <T>(stage: FlowHarness, result: T): T => {
  stage.lock.online = true
  return result
}

const stored = ({ simulator, lock }: FlowHarness) =>
  simulator.world.temporaryPasswords.filter(({ lockId }) => lockId === lock.id)

const assertThat = (isTrue: boolean, violation: string): void => {
  if (!isTrue) throw new Error(violation)
}

/** The results of two concurrent callers, each with its own `lock()`. */
const results = new WeakMap<FlowHarness, readonly CreatedTemporaryPassword[]>()

const createTwo = async (
  stage: FlowHarness,
  inputs: readonly [NewTemporaryPassword, NewTemporaryPassword],
) => {
  const outcomes = await Promise.allSettled(inputs.map((input) => flowOf(stage).create(input)))
  const created = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  results.set(stage, created)
  const errors = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  return { created: setOnline(stage, created), errors }
}

const assertEachOpens = (stage: FlowHarness): void => {
  for (const { id, password } of results.get(stage) ?? [])
    assertThat(
      stored(stage).find((one) => one.id === id)?.pin === password,
      'the returned PIN does not open',
    )
}

export const temporaryPasswordsScenarios: readonly Scenario[] = [
  ...scenariosOf('create', channels, {
    run: async (stage) => setOnline(stage, await flowOf(stage).create(guest)),
    check: (stage, outcome) => {
      if ('error' in outcome) return
      const { id, password } = outcome.value as { id: string; password: string }
      const found = stored(stage).find((one) => one.id === id)
      assertThat(found?.pin === password, 'the returned PIN does not open')
    },
  }),
  ...scenariosOf('create with weekly hours', [wifi, panel], {
    run: async (stage) =>
      setOnline(
        stage,
        await flowOf(stage).create({
          ...guest,
          weekly: { days: ['monday', 'friday'], fromMinute: 450, toMinute: 510 },
          timeZone: 'Europe/London',
        }),
      ),
  }),
  ...scenariosOf('two concurrent creations', [wifi, panel], {
    run: async (stage) => {
      const { created, errors } = await createTwo(stage, [guest, { ...guest, name: 'Friend' }])
      if (errors.length > 0) throw errors[0]
      return created
    },
    check: assertEachOpens,
  }),
  ...scenariosOf('a double tap', [wifi, panel], {
    run: async (stage) => {
      const { created, errors } = await createTwo(stage, [guest, guest])
      if (created.length === 0) throw errors[0]
      assertThat(created.length === 1, 'two passwords were created instead of one')
      return created
    },
    check: assertEachOpens,
  }),
  ...scenariosOf('list', channels, { prepare, run: (stage) => flowOf(stage).list() }),
  ...scenariosOf('rename', channels, {
    prepare,
    run: (stage) => flowOf(stage).rename(idOf(stage), 'After'),
    check: (stage, outcome) =>
      assertThat(
        'error' in outcome || stored(stage).some(({ name }) => name === 'After'),
        'the result is a success, but the name is unchanged',
      ),
  }),
  ...scenariosOf('change the window', channels.slice(0, 3), {
    prepare,
    run: (stage) => flowOf(stage).change(idOf(stage), { toMs: guest.toMs + HOUR_MS }),
    check: (stage, outcome) =>
      assertThat(
        'error' in outcome ||
          stored(stage).some(({ invalidTime }) => invalidTime * 1000 === guest.toMs + HOUR_MS),
        'the result is a success, but the window is unchanged',
      ),
  }),
  ...scenariosOf('change the PIN', [wifi, zigbee], {
    prepare,
    run: (stage) =>
      flowOf(stage).change(idOf(stage), {
        password: stage.lock.type === 'zigbee' ? '204060' : '2040608',
        toMs: guest.toMs + HOUR_MS,
        once: false,
      }),
    check: (stage, outcome) =>
      assertThat(
        'error' in outcome || stored(stage).some(({ pin }) => pin.startsWith('204060')),
        'the result is a success, but the PIN is unchanged',
      ),
  }),
  ...scenariosOf('remove', channels, {
    prepare,
    run: (stage) => flowOf(stage).remove(idOf(stage)),
    check: (stage, outcome) =>
      assertThat(
        'error' in outcome ||
          stored(stage).every(({ id, state }) => id !== idOf(stage) || state !== 'sent'),
        'the result is a success, but the password is still stored',
      ),
  }),
  ...scenariosOf('clear invalid', channels, {
    prepare: async (stage) => {
      await prepare(stage)
      stage.clock.advance(26 * HOUR_MS)
    },
    run: (stage) => flowOf(stage).clearInvalid(),
  }),
  ...scenariosOf('wait until active', channels, {
    prepare: async (stage) => {
      prepared.set(stage, await flowOf(stage).create(guest))
    },
    run: (stage) => flowOf(stage).waitUntilActive(idOf(stage)).done,
  }),
]
