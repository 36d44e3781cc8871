import type { DocumentedFlag } from '../../src/core/contract/node'
import { type Codec, codec } from './codec'

const yes: readonly unknown[] = [true, 1, '1', 'true']
const no: readonly unknown[] = [false, 0, '0', 'false']

const written: Readonly<Record<DocumentedFlag, (value: boolean) => unknown>> = {
  Boolean: (value) => value,
  Integer: (value) => (value ? 1 : 0),
  String: (value) => String(value),
}

/** Yes or no: a boolean inside, whether the documents say Boolean or the two numbers 0 and 1. */
export const flag = (documented: DocumentedFlag = 'Boolean'): Codec<boolean> =>
  codec<boolean>(
    { _tag: 'flag', documented },
    'flag',
    (value, trail) =>
      yes.includes(value) || (!no.includes(value) && trail.fail('expected true or false')),
    written[documented],
  )
