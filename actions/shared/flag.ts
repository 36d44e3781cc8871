import type { WireFlag } from '../../src/core/contract/codec-schema'
import { type Codec, codec } from './codec'

const yes: readonly unknown[] = [true, 1, '1', 'true']
const no: readonly unknown[] = [false, 0, '0', 'false']

const written: Readonly<Record<WireFlag, (value: boolean) => unknown>> = {
  Boolean: (value) => value,
  Integer: (value) => (value ? 1 : 0),
  String: (value) => String(value),
}

/** A boolean, whether the documents say Boolean or the numbers 0 and 1. */
export const flag = (wireType: WireFlag = 'Boolean'): Codec<boolean> =>
  codec<boolean>(
    { _tag: 'flag', wireType },
    'flag',
    (value, context) =>
      yes.includes(value) || (!no.includes(value) && context.fail('expected true or false')),
    written[wireType],
  )
