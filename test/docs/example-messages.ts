import type { Example } from '../../scripts/guide/examples'
import { messagesAbout, virtualProgram } from '../support/virtual-program'

const pathOf = (index: number) => `src/example-${index}.virtual.mts`

/** What the compiler says about examples, each with its title. */
export const exampleMessages = (examples: readonly Example[]): readonly string[] => {
  const program = virtualProgram(
    Object.fromEntries(examples.map(({ module }, index) => [pathOf(index), module])),
  )
  return examples.flatMap(({ title }, index) =>
    messagesAbout(program, pathOf(index)).map((message) => `${title}: ${message}`),
  )
}
