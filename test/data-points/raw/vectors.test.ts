import { describe, expect, it } from 'vitest'
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
import { permanent } from '../../../src/data-points/raw/validity'
import { reading } from '../../support/reading'

interface Vector {
  readonly codec: HexCodec<never>
  readonly hex: string
  readonly value: unknown
}
const vector = <A>(codec: HexCodec<A>, hex: string, value: A): Vector => ({
  codec: codec as unknown as HexCodec<never>,
  hex,
  value,
})

const allDay = { fromMs: 1628179200_000, toMs: 1638806399_000 }
const mornings = { days: [1, 2, 5], fromMinute: 450, toMinute: 510 } as const
const head = { type: 'fingerprint', isAdmin: false, memberId: 2, hardId: 'new' } as const
const identity = { masterId: 'ffff', slaveId: '0005' }
const random = '3532373737393530'

/** Source: the vendor's documents and samples; its firmware for reports that neither contains. */
const vectors: readonly Vector[] = [
  vector(timeBlock, '386cd30072bc9b7f000000000000000000', permanent),
  vector(timeBlock, '610c0b0061ae337f0200000026071e081e', { ...allDay, weekly: mornings }),

  vector(unlockMethodCreate, '03000002ff386cd30072bc9b7f0000000000000000000000', {
    ...head,
    stage: 'start',
    validity: permanent,
    times: 0,
    pin: '',
  }),
  vector(unlockMethodCreate, '01000102ff386cd30072bc9b7f0000000000000000000006010203040506', {
    ...head,
    type: 'password',
    stage: 'start',
    isAdmin: true,
    validity: permanent,
    times: 0,
    pin: '123456',
  }),
  vector(unlockMethodCreateReport, '03000002ff0400', {
    ...head,
    stage: 'start',
    steps: 4,
    detail: 0,
  }),
  vector(unlockMethodCreateReport, '03fc0002ff0101', {
    ...head,
    stage: 'running',
    steps: 1,
    detail: 1,
  }),
  vector(unlockMethodCreateReport, '03fd0002ff0002', {
    ...head,
    stage: 'failed',
    steps: 0,
    failure: 'duplicate',
  }),
  vector(unlockMethodCreateReport, '03fd0002ff0000', {
    ...head,
    stage: 'failed',
    steps: 0,
    failure: 'timed-out',
  }),
  vector(unlockMethodCreateReport, '03fd0002ff000b', {
    ...head,
    stage: 'failed',
    steps: 0,
    failure: 11,
  }),
  vector(unlockMethodCreateReport, '03fe0002ff0000', {
    ...head,
    stage: 'cancel',
    steps: 0,
    detail: 0,
  }),
  vector(unlockMethodCreateReport, '03ff0002070400', {
    ...head,
    hardId: 7,
    stage: 'complete',
    steps: 4,
    detail: 0,
  }),

  vector(unlockMethodDelete, '00000102ff00', {
    type: 'all',
    stage: 'start',
    isAdmin: true,
    memberId: 2,
    hardId: 'all',
    style: 0,
  }),
  vector(unlockMethodDeleteReport, '030000020701ff', {
    ...head,
    stage: 'start',
    hardId: 7,
    style: 1,
    result: 'ok',
  }),

  vector(temporaryPasswordCreate, '01610c0b0061ae337f0000000000000000000006010203040506', {
    validity: allDay,
    times: 0,
    pin: '123456',
  }),
  vector(temporaryPasswordCreate, '01610c0b0061ae337f0200000026071e081e0006010203040506', {
    validity: { ...allDay, weekly: mornings },
    times: 0,
    pin: '123456',
  }),
  vector(temporaryPasswordCreateReport, '0500', { sn: 5, result: 'ok' }),
  vector(temporaryPasswordCreateReport, 'ff02', { sn: 255, result: 'full' }),
  vector(temporaryPasswordCreateReport, '050a', { sn: 5, result: 'too-simple' }),
  vector(temporaryPasswordDelete, '05', { sn: 5 }),
  vector(temporaryPasswordDeleteReport, '0501', { sn: 5, result: 'failed' }),
  vector(temporaryPasswordModify, '0501610c0b0061ae337f0000000000000000000000', {
    sn: 5,
    validity: allDay,
  }),
  vector(temporaryPasswordModifyReport, '0500', { sn: 5, result: 'ok' }),

  vector(synchMethod, '03', ['fingerprint']),
  vector(synchMethod, '010203f0', ['password', 'card', 'fingerprint', 'temporary']),
  vector(synchMethodReport, '0000', { kind: 'packet', number: 0, methods: [] }),
  vector(synchMethodReport, '00010703020108010300', {
    kind: 'packet',
    number: 1,
    methods: [
      { hardId: 7, type: 'fingerprint', memberId: 2, state: 'active' },
      { hardId: 8, type: 'password', memberId: 3, state: 'frozen' },
    ],
  }),
  vector(synchMethodReport, '0102', { kind: 'end', packets: 2 }),
  vector(synchMethodReport, '0100', { kind: 'end', packets: 0 }),

  vector(remoteNoDpKeyReport, '000001', { result: 'ok', memberId: 1 }),
  vector(remoteNoDpKeyReport, '040064', { result: 'out-of-validity', memberId: 100 }),

  vector(checkCodeSet, 'ffff0005000000000000000000ffff3532373737393530', {
    ...identity,
    random: '0000000000000000',
    operation: 'save',
    newMasterId: 'ffff',
    newRandom: random,
  }),
  vector(checkCodeSetReport, '0005ffff000000000000000000ffff00', {
    ...identity,
    random: '0000000000000000',
    operation: 'save',
    newMasterId: 'ffff',
    result: 'ok',
  }),
  vector(checkCodeSetReport, '0005ffff000000000000000000ffff04', {
    ...identity,
    random: '0000000000000000',
    operation: 'save',
    newMasterId: 'ffff',
    result: 'wrong-random',
  }),
  vector(bleUnlockCheck, 'ffff00053532373737393530015fe00d4b0002', {
    ...identity,
    random,
    operation: 'unlock',
    atMs: 0x5fe00d4b * 1000,
    by: 'app',
    memberId: 2,
  }),
  vector(bleUnlockCheckReport, '0005ffff3532373737393530015fe00d4b0000', {
    ...identity,
    random,
    operation: 'unlock',
    atMs: 0x5fe00d4b * 1000,
    by: 'app',
    result: 'ok',
  }),
]

describe('the raw codec', () => {
  it.each(vectors)(
    '$codec.name decodes and encodes $hex as the vendor documents it',
    ({ codec, hex, value }) => {
      expect(reading(codec, hex)).toEqual({ value })
      expect(codec.encode(value as never)).toBe(hex)
    },
  )

  it('accepts upper-case hex digits', () => {
    expect(reading(temporaryPasswordDeleteReport, 'FF01')).toEqual({
      value: { sn: 255, result: 'failed' },
    })
  })
})

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

describe('a value that a raw codec cannot encode', () => {
  const valid = { validity: permanent, times: 0, pin: '123456' }

  it.each([
    ['a count above one byte', { ...valid, times: 256 }, 'times'],
    ['a fraction', { ...valid, times: 1.5 }, 'times'],
    ['a missing count', { validity: permanent, pin: '1' }, 'times'],
    ['a PIN that is a number', { ...valid, pin: 123456 }, 'pin'],
    ['a missing end', { ...valid, validity: { fromMs: 0 } }, 'validity.toMs'],
    [
      'a time after 2106',
      { ...valid, validity: { fromMs: 0, toMs: 2 ** 32 * 1000 } },
      'validity.toMs',
    ],
    [
      'hours that are no object',
      { ...valid, validity: { ...permanent, weekly: false } },
      'validity.weekly',
    ],
    ['no value', undefined, ''],
    ['a PIN with a letter', { ...valid, pin: '12345a' }, 'pin'],
    ['a time before 1970', { ...valid, validity: { fromMs: -1, toMs: 0 } }, 'validity.fromMs'],
    [
      'a weekday above 6',
      { ...valid, validity: { ...permanent, weekly: { ...mornings, days: [7] } } },
      'validity.weekly.days',
    ],
    [
      'a minute above 1440',
      { ...valid, validity: { ...permanent, weekly: { ...mornings, toMinute: 1441 } } },
      'validity.weekly.toMinute',
    ],
  ])(
    'is a ParamsError with the path of its field, and does not wrap around: %s',
    (_, value, path) => {
      expect(thrownBy(() => temporaryPasswordCreate.encode(value as never))).toMatchObject({
        kind: 'params',
        action: 'temporary_password_creat',
        issues: [{ path }],
      })
      expect(temporaryPasswordCreate.is(value)).toBe(false)
      expect(temporaryPasswordCreate.is(valid)).toBe(true)
    },
  )
})
