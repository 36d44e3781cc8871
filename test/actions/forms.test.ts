import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { redact } from '../../src/core/contract/redact'
import { secretsOf } from '../../src/core/contract/secrets-of'
import { reading } from '../support/reading'

const notInRename =
  'only in a full change, with password, effective_time, invalid_time, password_type and ticket_id'

describe('doorLock.modifyTemporaryPassword', () => {
  const { params } = allActions.modifyTemporaryPassword
  const which = { device_id: 'd1', password_id: '7' }
  const times = { effective_time: 1579156726, invalid_time: 1579243126 }
  const credentials = { password: '956FAD77', password_type: 'ticket', ticket_id: 't1' }

  it('accepts a rename, and removes the empty fields of the sample', () => {
    const empty = { password: '', password_type: '', ticket_id: '', effective_time: '' }
    expect(reading(params, { ...which, name: 'Jane', ...empty })).toStrictEqual({
      value: { ...which, name: 'Jane' },
    })
  })

  it('accepts a full change with and without a name', () => {
    const full = { ...which, ...times, ...credentials }
    expect(reading(params, full)).toEqual({ value: full })
    expect(reading(params, { ...full, name: 'Jane' })).toEqual({ value: { ...full, name: 'Jane' } })
    expect(reading(params, { ...full, name: '' })).toStrictEqual({ value: full })
  })

  it.each([
    ['a call without a change', {}, ['name: missing']],
    [
      'a misspelt name',
      { nmae: 'Jane' },
      ['nmae: unknown parameter; did you mean name?', 'name: missing'],
    ],
    [
      'a full change with a misspelt parameter',
      { ...times, ...credentials, effectiv_time: 1 },
      ['effectiv_time: unknown parameter; did you mean effective_time?'],
    ],
    [
      'a full change without a ticket',
      { ...times, password: '956FAD77', password_type: 'ticket' },
      ['ticket_id: missing'],
    ],
    [
      'a full change without its times, also where it has a name',
      { ...credentials, name: 'Jane' },
      ['effective_time: missing', 'invalid_time: missing'],
    ],
    ['a rename with a password', { name: 'Jane', password: 'x' }, [`password: ${notInRename}`]],
    [
      'a rename with a field of an invalid type',
      { name: 'Jane', effective_time: 'soon' },
      ['effective_time: expected a time in seconds since 1970'],
    ],
  ])('reports the errors of the closest form for %s', (_, given, refused) => {
    expect(reading(params, { ...which, ...given })).toEqual({ refused })
  })

  it('redacts the password and the ticket of a full change', () => {
    const full = { ...which, ...times, ...credentials, name: 'Jane' }
    expect(redact(params, full)).toEqual({
      ...which,
      ...times,
      name: 'Jane',
      password_type: 'ticket',
    })
    expect(secretsOf(params, full)).toEqual(['956FAD77', 't1'])
    expect(redact(params, { ...which, name: 'Jane' })).toEqual({ ...which, name: 'Jane' })
  })
})

describe('doorLock.loglatest', () => {
  const { result } = allActions.loglatest

  it('decodes an answer without an entry', () => {
    expect(reading(result, { exist: 0 })).toEqual({ value: { exist: false } })
    expect(reading(result, { exist: false, logId: null })).toStrictEqual({
      value: { exist: false },
    })
  })

  it('rejects an incomplete entry', () => {
    expect(reading(result, {})).toEqual({ refused: ['exist: missing'] })
    expect(reading(result, { exist: true, logId: 1, logType: 'doorbell' })).toEqual({
      refused: ['logId: expected only with the rest of an entry'],
    })
  })
})

describe('doorLock.deleteOfflinePassword', () => {
  const { result } = allActions.deleteOfflinePassword

  it.each([
    [true, true],
    ['false', false],
    ['true', true],
    [1, true],
    ['13906592', '13906592'],
    [13906592, '13906592'],
    ['0013906592', '0013906592'],
  ])('decodes the result %j', (given, decoded) => {
    expect(reading(result, given)).toEqual({ value: decoded })
    expect(result.encode(decoded)).toBe(decoded)
  })

  it.each([null, '', {}, []])('rejects the result %j', (given) => {
    expect(reading(result, given)).toEqual({ refused: ['expected true or false'] })
  })

  it('redacts the clearing code', () => {
    expect(redact(result, '13906592')).toBeUndefined()
  })
})

describe('doorLock.createPermissionSharing', () => {
  const { params } = allActions.createPermissionSharing
  const detail = { biz_type: 'unlock_ble', available_times: -1 }
  const call = { device_id: 'd1', app_schema: 'cloud', sharer: 'u1', permission_detail: detail }

  it('accepts the permission as JSON text too, and encodes the object of the sample', () => {
    const asText = { ...call, permission_detail: JSON.stringify(detail) }
    expect(reading(params, asText)).toEqual({ value: call })
    expect(params.encode(call)).toEqual(call)
  })

  it('rejects an unknown field of the permission', () => {
    const given = { ...call, permission_detail: { ...detail, working_days: 38 } }
    expect(reading(params, given)).toEqual({
      refused: ['permission_detail.working_days: unknown parameter; did you mean working_day?'],
    })
  })
})

describe('doorLock.operateRecords', () => {
  const { params } = allActions.operateRecords
  const call = { device_id: 'd1', startTime: 0, endTime: 0, pageSize: 100 }

  it.each([
    ['unlock_record', 'unlock_record'],
    [1, 1],
  ])('encodes the log category %j in its own type', (given, encoded) => {
    const decoded = params.decode({ ...call, logCategories: given, lastRowKey: '' })
    if (decoded._tag === 'Left') throw new Error('rejected')
    expect(params.encode(decoded.right)).toEqual({ ...call, logCategories: encoded })
  })

  it('rejects a page of more than 100 records', () => {
    expect(reading(params, { ...call, pageSize: 101 })).toEqual({
      refused: ['pageSize: expected at most 100'],
    })
  })
})

describe('doorLock.removeHijack', () => {
  it('accepts the number of the method under the name of the sample, and decodes it to the name of the table', () => {
    const { params } = allActions.removeHijack
    expect(
      reading(params, { device_id: 'd1', unlock_sn: '2', unlock_type: 'unlock_fingerprint' }),
    ).toStrictEqual({ value: { device_id: 'd1', unlock_no: 2, unlock_type: 'unlock_fingerprint' } })
  })
})
