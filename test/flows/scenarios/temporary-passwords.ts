import type { CreatedTemporaryPassword } from '../../../src/flows/temporary-passwords/create'
import type { NewTemporaryPassword } from '../../../src/flows/temporary-passwords/validate'
import type { Scenario } from '../support/scenario'
import type { Stage, StageOptions } from '../support/stage'
import { flowOf, frontDoor, garage, gardenGate, guest, HOUR_MS } from '../temporary-passwords/story'

type Carrier = readonly [over: string, StageOptions]

const carriers: readonly Carrier[] = [
  ['mini-program, Wi-Fi', { lock: frontDoor, families: ['mini-program'] }],
  ['mini-program, Zigbee', { lock: garage, families: ['mini-program'] }],
  ['mini-program, Bluetooth', { lock: gardenGate, families: ['mini-program'] }],
  ['panel, Wi-Fi', { lock: frontDoor, families: ['panel'] }],
]
const [wifi, zigbee, , panel] = carriers as readonly [Carrier, Carrier, Carrier, Carrier]

const scenariosOf = (
  word: string,
  over: readonly Carrier[],
  steps: Pick<Scenario, 'run' | 'prepare' | 'check'>,
): readonly Scenario[] =>
  over.map(([name, stage]) => ({
    flow: `temporary passwords: ${word}`,
    over: name,
    stage,
    ...steps,
  }))

/** What is there before the run, and known by the lock. */
const made = new WeakMap<Stage, { readonly id: string }>()
const idOf = (stage: Stage): string => made.get(stage)?.id ?? ''

const prepare = async (stage: Stage): Promise<void> => {
  const passwords = flowOf(stage)
  const { id } = await passwords.create({ ...guest, name: 'Before' })
  made.set(stage, { id })
  await passwords.waitUntilActive(id).done
}

/** A password that waits for its lock reaches it when the lock is back. */
const backOnline = <T>(stage: Stage, result: T): T => {
  stage.lock.online = true
  return result
}

const stored = ({ simulator, lock }: Stage) =>
  simulator.world.temporaryPasswords.filter(({ lockId }) => lockId === lock.id)

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what)
}

/** What two callers were told at once, each with a `lock()` of its own. */
const told = new WeakMap<Stage, readonly CreatedTemporaryPassword[]>()

const createTwo = async (
  stage: Stage,
  wanted: readonly [NewTemporaryPassword, NewTemporaryPassword],
) => {
  const ends = await Promise.allSettled(wanted.map((one) => flowOf(stage).create(one)))
  const created = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
  told.set(stage, created)
  const errors = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  return { created: backOnline(stage, created), errors }
}

const eachOpens = (stage: Stage): void => {
  for (const { id, password } of told.get(stage) ?? [])
    must(
      stored(stage).find((one) => one.id === id)?.pin === password,
      'the digits that were told do not open',
    )
}

export const temporaryPasswordsScenarios: readonly Scenario[] = [
  ...scenariosOf('create', carriers, {
    run: async (stage) => backOnline(stage, await flowOf(stage).create(guest)),
    check: (stage, outcome) => {
      if ('error' in outcome) return
      const { id, password } = outcome.value as { id: string; password: string }
      const found = stored(stage).find((one) => one.id === id)
      must(found?.pin === password, 'the digits that were told do not open')
    },
  }),
  ...scenariosOf('create for a week', [wifi, panel], {
    run: async (stage) =>
      backOnline(
        stage,
        await flowOf(stage).create({
          ...guest,
          weekly: { days: ['monday', 'friday'], fromMinute: 450, toMinute: 510 },
          timeZone: 'Europe/London',
        }),
      ),
  }),
  ...scenariosOf('two creations at once', [wifi, panel], {
    run: async (stage) => {
      const { created, errors } = await createTwo(stage, [guest, { ...guest, name: 'Friend' }])
      if (errors.length > 0) throw errors[0]
      return created
    },
    check: eachOpens,
  }),
  ...scenariosOf('a double tap', [wifi, panel], {
    run: async (stage) => {
      const { created, errors } = await createTwo(stage, [guest, guest])
      if (created.length === 0) throw errors[0]
      must(created.length === 1, 'one password is two')
      return created
    },
    check: eachOpens,
  }),
  ...scenariosOf('list', carriers, { prepare, run: (stage) => flowOf(stage).list() }),
  ...scenariosOf('rename', carriers, {
    prepare,
    run: (stage) => flowOf(stage).rename(idOf(stage), 'After'),
    check: (stage, outcome) =>
      must(
        'error' in outcome || stored(stage).some(({ name }) => name === 'After'),
        'success without the name',
      ),
  }),
  ...scenariosOf('change the window', carriers.slice(0, 3), {
    prepare,
    run: (stage) => flowOf(stage).change(idOf(stage), { toMs: guest.toMs + HOUR_MS }),
    check: (stage, outcome) =>
      must(
        'error' in outcome ||
          stored(stage).some(({ invalidTime }) => invalidTime * 1000 === guest.toMs + HOUR_MS),
        'success without the window',
      ),
  }),
  ...scenariosOf('change the digits', [wifi, zigbee], {
    prepare,
    run: (stage) =>
      flowOf(stage).change(idOf(stage), {
        password: stage.lock.type === 'zigbee' ? '204060' : '2040608',
        toMs: guest.toMs + HOUR_MS,
        once: false,
      }),
    check: (stage, outcome) =>
      must(
        'error' in outcome || stored(stage).some(({ pin }) => pin.startsWith('204060')),
        'success without the digits',
      ),
  }),
  ...scenariosOf('remove', carriers, {
    prepare,
    run: (stage) => flowOf(stage).remove(idOf(stage)),
    check: (stage, outcome) =>
      must(
        'error' in outcome ||
          stored(stage).every(({ id, state }) => id !== idOf(stage) || state !== 'sent'),
        'success without the removal',
      ),
  }),
  ...scenariosOf('clear invalid', carriers, {
    prepare: async (stage) => {
      await prepare(stage)
      stage.clock.advance(26 * HOUR_MS)
    },
    run: (stage) => flowOf(stage).clearInvalid(),
  }),
  ...scenariosOf('wait until active', carriers, {
    prepare: async (stage) => {
      made.set(stage, await flowOf(stage).create(guest))
    },
    run: (stage) => flowOf(stage).waitUntilActive(idOf(stage)).done,
  }),
]
