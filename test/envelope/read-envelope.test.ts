import { describe, expect, it } from 'vitest'
import { readEnvelope } from '../../src/core/envelope/read-envelope'

const success = (result: unknown) => ({ ok: true, result })
const failure = (code: number | string, message: string) => ({ ok: false, code, message })

/** The `t` of an envelope belongs to the answer, whatever its result is. */
const timeOf = (answer: unknown) => (answer as { readonly t?: unknown } | null)?.t

describe('the envelope', () => {
  it.each([
    ['the documented one', { success: true, t: 1, result: [1] }, success([1])],
    [
      'one with empty code and msg',
      { code: '', msg: '', success: true, t: 1, result: 2 },
      success(2),
    ],
    ['one without a result', { success: true, t: 1 }, success(undefined)],
    ['success as a number', { success: 1, result: 'a' }, success('a')],
    ['success as text', { success: 'true', result: 'a' }, success('a')],
    [
      'swapped with a number',
      { success: 1607087405739, result: true, t: 1 },
      success(1607087405739),
    ],
    [
      'swapped with a list',
      { success: [{ userId: '1' }], result: true },
      success([{ userId: '1' }]),
    ],
    ['one with errorCode 0', { success: true, errorCode: 0, result: 3 }, success(3)],
    [
      "one with errorCode '0' and code 0",
      { success: 1, errorCode: '0', code: 0, result: 3 },
      success(3),
    ],
    ['swapped with a code of 0', { success: [1], code: 0, result: true }, success([1])],
    ['a bare list', [{ dp_id: 1 }], success([{ dp_id: 1 }])],
    ['a bare object', { dp_id: 54, distributed: true }, success({ dp_id: 54, distributed: true })],
    ['a bare object with a success of its own', { success: true }, success({ success: true })],
    [
      'a bare object with a code of its own',
      { code: 'unlock_card' },
      success({ code: 'unlock_card' }),
    ],
    ['a bare value', 7, success(7)],
    ['null', null, success(null)],
  ])('is taken off %s', (_what, answer, expected) => {
    expect(readEnvelope(answer)).toEqual({ ...expected, t: timeOf(answer) })
  })

  it.each([
    [
      'success: false',
      { success: false, code: 2001, msg: 'offline', t: 1 },
      failure(2001, 'offline'),
    ],
    ['a code as text', { success: false, code: '1010', msg: 'expired' }, failure(1010, 'expired')],
    [
      'a code that is no number',
      { success: false, code: 'USER_NOT_EXIST', msg: '' },
      failure('USER_NOT_EXIST', ''),
    ],
    ['success: 0', { success: 0, code: 500, msg: 'x' }, failure(500, 'x')],
    ['no code', { success: false, msg: 'x' }, failure('none', 'x')],
    ['no words', { success: false, code: 1 }, failure(1, '')],
    ['errorCode', { errorCode: '1106', errorMsg: 'no' }, failure(1106, 'no')],
    [
      'errorCode beside a success that is no boolean',
      { success: 'yes', errorCode: 7, result: 1 },
      failure(7, ''),
    ],
    ['a code beside success: null', { success: null, code: 1106, msg: 'no' }, failure(1106, 'no')],
    ["a code beside success: ''", { success: '', code: '1106', msg: 'no' }, failure(1106, 'no')],
    [
      'code and msg alone',
      { code: 1109, msg: 'param is illegal' },
      failure(1109, 'param is illegal'),
    ],
  ])('says failure for %s', (_what, answer, expected) => {
    expect(readEnvelope(answer)).toEqual({ ...expected, t: timeOf(answer) })
  })
})
