import { describe, expect, it } from 'vitest'
import { wxFailure } from '../../src/transports/wx-failure'

const failed = (errMsg: string, errno?: number) =>
  errno === undefined ? { errMsg } : { errMsg, errno }

describe('wxFailure', () => {
  it.each([
    [failed('request:fail url not in domain list', 600002)],
    [failed('request:fail url not in domain list')],
    [failed('request:fail:url not in domain list')],
    [failed('', 600002)],
    [new Error('request:fail url not in domain list')],
    ['request:fail url not in domain list'],
    [failed('url not in domain list:https://door.example')],
  ])('reports delivery not-sent for %j', (failure) => {
    const { delivery, reason, isPermanent } = wxFailure(failure)
    expect([delivery, isPermanent]).toEqual(['not-sent', true])
    expect(reason).toContain('list of domains')
  })
})

describe('wxFailure, for a request that may have been sent,', () => {
  it.each([
    ['time-out', failed('request:fail timeout', 5)],
    ['time-out', failed('request:fail timeout')],
    ['time-out', failed('request:fail socket timeout')],
    ['time-out', failed('request:fail 请求超时。')],
    ['time-out', failed('request:fail errcode:-118 error_msg:net::ERR_CONNECTION_TIMED_OUT')],
    ['aborted', failed('request:fail abort')],
    ['background', failed('request:fail interrupted')],
    ['background', failed('request:fail:interrupted')],
    ['background', failed('request:fail createRequestTask:fail:interrupted')],
    ['background', failed('request:fail 网络连接已中断。')],
    ['offline', failed('request:fail 似乎已断开与互联网的连接。')],
    ['unknown reason', failed('request:fail unknown network error', 600000)],
    [
      'connection',
      failed('request:fail errcode:-102 cronet_error_code:-102 error_msg:net::ERR_X', 600001),
    ],
    ['connection', failed('request:fail network change, cancel all task', 600001)],
    ['connection', failed('request:fail errcode:-102 cronet_error_code:-102 error_msg:net::ERR_X')],
    ['connection', failed('request:fail -324:net::ERR_EMPTY_RESPONSE')],
    ['connection', failed('request:fail net::ERR_CONNECTION_ABORTED')],
    ['network was interrupted', failed('request:fail:network interrupted error', 600003)],
    ['network failed', failed('request:fail network logic error', 600004)],
    ['secure', failed('request:fail ssl hand shake error')],
    ['secure', failed('request:fail net::ERR_CERT_AUTHORITY_INVALID')],
    ['host', failed('request:fail Unable to resolve host "door.example": No address')],
    ['host', failed('request:fail request unknow host error')],
    ['host', failed('request:fail -105:net::ERR_NAME_NOT_RESOLVED')],
    ['too many', failed('request:fail exceed max task count')],
    ['request failed', failed('request:fail 发生了什么')],
    ['request failed', failed('')],
  ])('reports a plain reason: %s', (words, failure) => {
    const { delivery, reason, isPermanent = false } = wxFailure(failure)
    expect([delivery, isPermanent]).toEqual(['unknown', false])
    expect(reason).toContain(words)
  })

  it('prefers the errno to the text', () => {
    expect(wxFailure(failed('request:fail url not in domain list', 600001)).delivery).toBe(
      'unknown',
    )
    expect(wxFailure(failed('request:fail timeout', 600003)).reason).toContain('interrupted')
  })

  it('uses the text when the errno is unknown', () => {
    expect(wxFailure(failed('request:fail timeout', 600999)).reason).toContain('time-out')
  })

  it.each([
    ['the domain words in another place', failed('request:fail answer: url not in domain list')],
    ['an errno as text', { errMsg: '', errno: '600002' }],
    ['no text', { errMsg: 600002 }],
    ['a text', 'oops'],
    ['a number', 600002],
    ['null', null],
    ['undefined', undefined],
    ['an empty object', {}],
  ])('reports a generic reason for %s', (_, failure) => {
    expect(wxFailure(failure)).toEqual({ delivery: 'unknown', reason: 'the request failed' })
  })

  it('reports the class and the place of an Error, never its message', () => {
    const { delivery, reason } = wxFailure(new TypeError('x is not a function'))
    expect(delivery).toBe('unknown')
    expect(reason).toMatch(/^the request failed with a TypeError at wx-failure\.test\.ts:\d+:\d+$/)
  })
})

describe('the reason that wxFailure reports', () => {
  it('contains the errno, and never the text of WeChat', () => {
    const secret = 'https://door.example/?token=5f4dcc3b'
    expect(wxFailure(failed(`request:fail ${secret} net::ERR_X`, 600001)).reason).toBe(
      'the connection failed (errno 600001)',
    )
    expect(wxFailure(failed(`request:fail ${secret}`, 1.5)).reason).toBe('the request failed')
    expect(wxFailure(failed('request:fail', 13800138000)).reason).toBe('the request failed')
  })
})
