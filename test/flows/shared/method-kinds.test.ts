import { describe, expect, it } from 'vitest'
import { enrolmentTypes, namesOf, typeNamed } from '../../../src/flows/enrolment/method-names'
import { codeOfKind, kindOfCode, kindOfType, typeOfKind } from '../../../src/flows/methods/method'
import { kindsOfCodes } from '../../../src/flows/opmode-sync/kinds'
import { unlockCodes } from '../../../src/flows/shared/unlock-codes'

describe.each(enrolmentTypes())('the method kind %s', (kind) => {
  const { dpCode, type, raw, sdk } = namesOf(kind)

  it('has the same names in members, records, the opmode sync and the enrolment', () => {
    expect([codeOfKind(kind), kindOfCode(dpCode).kind, unlockCodes[dpCode]]).toEqual([
      dpCode,
      kind,
      kind,
    ])
    expect([typeOfKind(kind), kindOfType(type)]).toEqual([type, kind])
    expect(kindsOfCodes([dpCode])).toEqual(raw === undefined ? undefined : [raw])
    expect(raw === undefined || typeNamed('raw', raw) === kind).toBe(true)
    expect(sdk === undefined || typeNamed('sdk', sdk) === kind).toBe(true)
  })
})
