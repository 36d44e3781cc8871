import { describe, expect, it } from 'vitest'
import { codeOfKind, kindOfCode, kindOfType, typeOfKind } from '../../../src/flows/methods/method'
import { kindsOfCodes } from '../../../src/flows/opmode-sync/kinds'
import { kindNamed, knownKinds, namesOf } from '../../../src/flows/shared/method-kinds'
import { unlockCodes } from '../../../src/flows/shared/unlock-codes'

describe.each(knownKinds())('the method kind %s', (kind) => {
  const { dpCode, type, raw, sdk } = namesOf(kind)

  it('has the same names in members, records, the opmode sync and the enrolment', () => {
    expect([codeOfKind(kind), kindOfCode(dpCode).kind, unlockCodes[dpCode]]).toEqual([
      dpCode,
      kind,
      kind,
    ])
    expect([typeOfKind(kind), kindOfType(type)]).toEqual([type, kind])
    expect(kindsOfCodes([dpCode])).toEqual(raw === undefined ? undefined : [raw])
    expect(raw === undefined || kindNamed('raw', raw) === kind).toBe(true)
    expect(sdk === undefined || kindNamed('sdk', sdk) === kind).toBe(true)
  })
})
