import fc from 'fast-check'
import { bleUnlockCheck, bleUnlockCheckReport } from '../../../src/data-points/raw/ble-unlock-check'
import { checkCodeSet, checkCodeSetReport } from '../../../src/data-points/raw/check-code-set'
import type { HexCodec } from '../../../src/data-points/raw/hex-codec'
import { remoteNoDpKeyReport } from '../../../src/data-points/raw/remote-no-dp-key'
import { synchMethod, synchMethodReport } from '../../../src/data-points/raw/synch-method'
import {
  temporaryPasswordCreate,
  temporaryPasswordCreateReport,
} from '../../../src/data-points/raw/temporary-password-create'
import {
  temporaryPasswordDelete,
  temporaryPasswordDeleteReport,
} from '../../../src/data-points/raw/temporary-password-delete'
import {
  temporaryPasswordModify,
  temporaryPasswordModifyReport,
} from '../../../src/data-points/raw/temporary-password-modify'
import { timeBlock } from '../../../src/data-points/raw/time-block'
import {
  unlockMethodCreate,
  unlockMethodCreateReport,
} from '../../../src/data-points/raw/unlock-method-create'
import {
  unlockMethodDelete,
  unlockMethodDeleteReport,
} from '../../../src/data-points/raw/unlock-method-delete'

const byte = fc.integer({ min: 0, max: 0xff })
const word = fc.integer({ min: 0, max: 0xffff })
/** Milliseconds of whole seconds. */
const time = fc.integer({ min: 0, max: 0xffffffff }).map((seconds) => seconds * 1000)
const minute = fc.integer({ min: 0, max: 1440 })
/** The names, plus one number that no enumeration names. */
const named = (...names: readonly string[]) => fc.constantFrom(...names, 0x77)
const hex = (bytes: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))
const pin = fc.stringMatching(/^\d{0,12}$/)
const validity = fc.oneof(
  fc.record({ fromMs: time, toMs: time }),
  fc.record({
    fromMs: time,
    toMs: time,
    weekly: fc.record({
      days: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
      fromMinute: minute,
      toMinute: minute,
    }),
  }),
)
const type = named('password', 'card', 'fingerprint', 'face', 'hand', 'finger-vein', 'temporary')
const stage = named('start', 'running', 'cancel', 'complete')
const hardId = fc.oneof(fc.constant('new'), fc.integer({ min: 0, max: 0xfe }))
const method = { type, isAdmin: fc.boolean(), memberId: byte, hardId }
const allHardIds = fc.oneof(fc.constant('all'), fc.integer({ min: 0, max: 0xfe }))
const deletion = {
  ...method,
  type: fc.oneof(fc.constant('all'), type),
  stage: fc.oneof(stage, fc.constant('failed')),
  hardId: allHardIds,
  style: byte,
}
const failures = [
  'timed-out',
  'failed',
  'duplicate',
  'full',
  'invalid-password',
  'wrong-length',
  'type-not-supported',
  'fingerprint-running',
  'card-running',
  'face-running',
  'too-simple',
  'wrong-number',
]
const result = named('ok', 'failed')
const identity = { masterId: hex(2), slaveId: hex(2), random: hex(8) }
const refusals = ['wrong-master', 'wrong-slave', 'wrong-random', 'wrong-operation']
const unlock = { ...identity, operation: named('lock', 'unlock'), atMs: time, by: named('app') }
const codeSet = { ...identity, operation: named('save', 'remove'), newMasterId: hex(2) }
const synced = fc.record({ hardId: byte, type, memberId: byte, state: named('frozen', 'active') })

interface RawCodec {
  readonly codec: HexCodec<unknown>
  readonly values: fc.Arbitrary<unknown>
  /** A prefix with which random bytes pass the first checks of the codec. */
  readonly start: string
}
const entry = <A>(codec: HexCodec<A>, values: fc.Arbitrary<unknown>, start = ''): RawCodec => ({
  codec: codec as unknown as HexCodec<unknown>,
  values,
  start,
})

/** Every codec of a raw data point, with generated values. */
export const rawCodecs: readonly RawCodec[] = [
  entry(timeBlock, validity),
  entry(
    unlockMethodCreate,
    fc.record({
      ...method,
      stage: fc.oneof(stage, fc.constant('failed')),
      validity,
      times: byte,
      pin,
    }),
    '01000002ff386cd30072bc9b7f00000000000000000000',
  ),
  entry(
    unlockMethodCreateReport,
    fc.oneof(
      fc.record({ ...method, stage, steps: byte, detail: byte }),
      fc.record({
        ...method,
        stage: fc.constant('failed'),
        steps: byte,
        failure: named(...failures),
      }),
    ),
    '03fd00',
  ),
  entry(unlockMethodDelete, fc.record(deletion), '0300'),
  entry(unlockMethodDeleteReport, fc.record({ ...deletion, result }), '030000'),
  entry(temporaryPasswordCreate, fc.record({ validity, times: byte, pin }), '01'),
  entry(
    temporaryPasswordCreateReport,
    fc.record({ sn: byte, result: named('ok', 'failed', 'full', 'duplicate', 'too-simple') }),
  ),
  entry(temporaryPasswordDelete, fc.record({ sn: byte })),
  entry(temporaryPasswordDeleteReport, fc.record({ sn: byte, result })),
  entry(temporaryPasswordModify, fc.record({ sn: byte, validity }), '0501'),
  entry(temporaryPasswordModifyReport, fc.record({ sn: byte, result })),
  entry(synchMethod, fc.array(type, { maxLength: 8 })),
  entry(
    synchMethodReport,
    fc.oneof(
      fc.record({
        kind: fc.constant('packet'),
        number: byte,
        methods: fc.array(synced, { maxLength: 20 }),
      }),
      fc.record({ kind: fc.constant('end'), packets: byte }),
    ),
    '00',
  ),
  entry(
    remoteNoDpKeyReport,
    fc.record({
      result: named('ok', 'failed', 'invalid-key', 'key-used-up', 'out-of-validity', 'wrong-key'),
      memberId: word,
    }),
  ),
  entry(checkCodeSet, fc.record({ ...codeSet, newRandom: hex(8) })),
  entry(
    checkCodeSetReport,
    fc.record({ ...codeSet, result: named('ok', ...refusals, 'full', 'not-found') }),
  ),
  entry(bleUnlockCheck, fc.record({ ...unlock, memberId: byte })),
  entry(bleUnlockCheckReport, fc.record({ ...unlock, result: named('ok', 'failed', ...refusals) })),
]
