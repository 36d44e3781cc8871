import { describe, expect, it } from 'vitest'
import { examplesOf, runExamples } from '../../scripts/guide/examples'
import { readPublicNames } from '../../scripts/guide/public-names'
import { exampleMessages } from './example-messages'

const names = readPublicNames()
const examples = examplesOf(names)

describe('the docstring of a public name', () => {
  it('has an example for every function, option object and method', () => {
    const missing = names.documented.filter((name) => name.examples.length === 0)
    expect(missing.map(({ name, file }) => `${name} in ${file}`)).toEqual([])
  })

  it('has an example that compiles', () => {
    expect(exampleMessages(examples)).toEqual([])
  }, 120_000)

  it('has an example that runs without an error', async () => {
    expect(await runExamples(examples)).toEqual({})
  }, 120_000)
})
