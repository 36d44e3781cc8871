import fc from 'fast-check'
import { of } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { capabilities } from '../../../src/flows/capabilities/capabilities'
import { methods } from '../../../src/flows/methods/methods'
import { boltReports } from '../../../src/flows/remote-unlock/bolt-reports'
import { methodNumber, unlockCodes } from '../../../src/flows/shared/unlock-codes'
import { recordHarness } from '../records/record-harness'
import { createHarness } from '../support/flow-harness'
import { settle } from '../support/settle'

const { frontDoor, garage } = seed.locks
const families = ['mini-program', 'panel'] as const
const kits = Object.keys(unlockCodes).map((code) => [
  code,
  /_kit$/.test(code) ? code : `${code}_kit`,
])

/** A raw value: four bytes with the number, and further bytes. */
const raw = fc.record({
  number: fc.integer({ min: 0, max: 65_535 }),
  rest: fc.uint8Array({ maxLength: 4 }),
  encoding: fc.constantFrom('base64' as const, 'hex' as const),
})
const encode = ({
  number,
  rest,
  encoding,
}: typeof raw extends fc.Arbitrary<infer T> ? T : never) => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(number)
  return Buffer.concat([head, rest]).toString(encoding)
}

describe('the value of an unlock_…_kit data point', () => {
  it('is read as the number in its first four bytes, and never as another number', () => {
    fc.assert(
      fc.property(raw, (value) => {
        expect(methodNumber('unlock_card_kit', encode(value))).toBe(value.number)
      }),
    )
    for (const value of ['', 'AAAA', '?AAAAA==', 'true'])
      expect(methodNumber('unlock_card_kit', value)).toBeUndefined()
    expect(methodNumber('unlock_card_kit', '7')).toBe(7)
    expect(methodNumber('unlock_card', 'AAAAAQ==')).toBeUndefined()
  })
})

describe.each([
  ['doorLock.listRecords', frontDoor],
  ['doorLock.openingLogs', garage],
  ['tuya.m.scale.history.list', frontDoor],
] as const)('records of %s', (source, lock) => {
  it('have the same method and number for a code and its kit code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...kits), raw, async ([code = '', kit = ''], value) => {
        const harness = recordHarness({ lock, families })
        Object.assign(harness.lock.dpIds, { [code]: 101, ...(kit !== code && { [kit]: 102 }) })
        const { timeMs } = harness.log({ type: code, value: String(value.number) })
        harness.log({ type: kit, value: encode(value), timeMs: timeMs - 5_000 })
        const read = await harness.all({ sources: [source], fromMs: timeMs - 9_000 })
        const seen = read.map(({ method, unlockSn, kind }) => ({ method, unlockSn, kind }))
        expect(seen).toHaveLength(2)
        expect(seen[1]).toEqual(seen[0])
        expect(seen[0]).toMatchObject({ method: unlockCodes[code], kind: 'opening' })
      }),
      { numRuns: 40 },
    )
  })
})

describe('a method with a kit code', () => {
  it('has its kind in the lists, and is unassigned by its own code', async () => {
    const { lock, panel, deviceId, options, clock } = createHarness({ lock: frontDoor, families })
    lock.opmodes.forEach((opmode, index) => {
      lock.opmodes[index] = { ...opmode, dpCode: `${opmode.dpCode}_kit` }
    })
    const flow = methods(panel, deviceId, options)
    const listed = await settle(clock, flow.ofMember('1002'))
    expect(listed.map(({ kind }) => kind)).toContain('fingerprint')
    for (const { kind, code } of listed) expect(code).toBe(`unlock_${kind}_kit`)
    await settle(clock, flow.unassign(listed))
    expect(await settle(clock, flow.ofMember('1002'))).toEqual([])
  })

  it('is a method of the lock in its capabilities', async () => {
    const { panel, deviceId, options, clock } = createHarness({ lock: frontDoor, families: [] })
    for (const [code = '', kit = ''] of kits) {
      const schema = dpSchema([{ code: kit, id: 7 }])
      const flow = capabilities(panel, deviceId, { ...options, schema })
      const { methods, dataPoints } = await settle(clock, flow.capabilities())
      expect([methods, dataPoints]).toEqual([[unlockCodes[code]], [{ code: kit, id: 7 }]])
    }
  })

  it('confirms an unlock by phone if the lock reports its kit code', () => {
    const reported: unknown[] = []
    const reports$ = of({ unlock_phone_remote_kit: 'AAAAAQAA' }, { unlock_card_kit: 'AAAAAQAA' })
    const expected = { isOpen: true, lockUserId: 1 }
    boltReports({ send: () => of(), reports$ }, expected).subscribe((one) => reported.push(one))
    expect(reported).toEqual(['moved'])
  })
})
