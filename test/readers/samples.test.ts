import { expect, it } from 'vitest'
import { actionsWithReaders } from '../../scripts/readers/actions-with-readers'
import { exportNameOf } from '../../scripts/readers/plugin'
import { readEnvelope } from '../../src/core/envelope/read-envelope'
import { fixtures, isSample } from '../support/fixtures'
import { generatedReaders } from '../support/generated-readers'
import { registries } from '../support/registries'

const actions = registries.flatMap((registry) => Object.entries(registry.actions))
const chosen = actions
  .filter(([key]) => actionsWithReaders.some((path) => exportNameOf(path) === key))
  .map(([, action]) => action)
const readers = await generatedReaders(chosen)

/** The results of the samples in which the codec finds no drift. */
const samples = chosen.flatMap(({ name, result }) => {
  const fixture = fixtures.get(name)
  const forms = fixture === undefined ? [] : [fixture, ...Object.values(fixture.forms ?? {})]
  return forms.flatMap(({ response }) => {
    const envelope = isSample(response) ? readEnvelope(response.repaired) : undefined
    const sample = envelope?.ok === true ? envelope.result : undefined
    const read = result.readTolerantly?.(sample)
    return read?.ok === true && read.drift.length === 0
      ? [{ name, sample, decoded: read.value }]
      : []
  })
})

it('every action with a generated reader exists', () => {
  expect(chosen.length).toBe(actionsWithReaders.length)
  expect(readers.size).toBe(chosen.length)
})

it('most actions with a generated reader have a sample without drift', () => {
  expect(new Set(samples.map(({ name }) => name)).size).toBeGreaterThan(chosen.length / 2)
})

it.each(samples)(
  'the generated reader of $name reads the sample of the vendor without the codec',
  ({ name, sample, decoded }) => {
    expect(readers.get(name)?.(sample)).toStrictEqual(decoded)
  },
)
