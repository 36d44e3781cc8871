import { describe, expect, it } from 'vitest'
import { examplesOf, runExamples } from '../../scripts/guide/examples'
import { readPublicNames } from '../../scripts/guide/public-names'
import { messagesAbout, virtualProgram } from '../support/virtual-program'

const names = readPublicNames()
const examples = examplesOf(names)
const pathOf = (index: number) => `src/example-${index}.virtual.mts`

describe('the docstring of a public name', () => {
  it('has an example for every function, option object and method', () => {
    const missing = names.documented.filter((name) => name.examples.length === 0)
    expect(missing.map(({ name, file }) => `${name} in ${file}`)).toEqual([])
  })

  it('has an example that compiles', () => {
    const program = virtualProgram(
      Object.fromEntries(examples.map(({ module }, index) => [pathOf(index), module])),
    )
    const messages = examples.flatMap(({ title }, index) =>
      messagesAbout(program, pathOf(index)).map((message) => `${title}: ${message}`),
    )
    expect(messages).toEqual([])
  }, 120_000)

  it('has an example that runs without an error', async () => {
    expect(await runExamples(examples)).toEqual({})
  }, 120_000)
})
