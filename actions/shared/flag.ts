import type { WireFlag } from '../../src/core/contract/codec-schema'
import { type Codec, codec } from './codec'

const written: Readonly<Record<WireFlag, (value: boolean) => unknown>> = {
  Boolean: (value) => value,
  Integer: (value) => (value ? 1 : 0),
  String: (value) => String(value),
}

/** A switch compares faster than a search in a list of the forms. */
export const flagOf = (value: unknown): boolean | undefined => {
  switch (value) {
    case true:
    case 1:
    case '1':
    case 'true':
      return true
    case false:
    case 0:
    case '0':
    case 'false':
      return false
    default:
      return undefined
  }
}

/** A boolean, whether the documents say Boolean or the numbers 0 and 1. */
export const flag = (wireType: WireFlag = 'Boolean'): Codec<boolean> =>
  codec<boolean>(
    { _tag: 'flag', wireType },
    'flag',
    (value, context) => flagOf(value) ?? context.fail('expected true or false'),
    written[wireType],
  )
