import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { ErrorStyle, FakeWx, FakeWxOptions, Simulator } from '../../simulator'
import type { WxFailure, WxRequestInit } from '../../src/core/transport/wx-like'
import { START_MS, simulated } from './client'

const url = 'https://door.example/panel'
const time: WxRequestInit = { url, method: 'POST', data: { action: 'timer.currentTime' } }
const success = { success: true, t: START_MS, result: START_MS }

/** Sends a request, and collects the callbacks in order. */
const send = (device: FakeWx, changed: Partial<WxRequestInit> = {}) => {
  const calls: (readonly [string, unknown])[] = []
  const task = device.request({
    ...time,
    ...changed,
    success: (response) => calls.push(['success', response]),
    fail: (failure) => calls.push(['fail', failure]),
    complete: (outcome) => calls.push(['complete', outcome]),
  })
  return { calls, task }
}

const failedWith = (failure: WxFailure) => [
  ['fail', failure],
  ['complete', failure],
]

/** Answers arrive asynchronously, even with a frozen clock. */
const settle = async (simulator: Simulator) => {
  for (let turn = 0; turn < 3; turn += 1) {
    await nextTurn()
    simulator.clock.advance(0)
  }
}

const deviceOf = (options?: FakeWxOptions) => {
  const simulator = simulated()
  return { simulator, device: simulator.asWx(options) }
}

describe('a request of the fake wx', () => {
  it('is answered asynchronously, first by success and then by complete', async () => {
    const { simulator, device } = deviceOf()
    const { calls } = send(device)
    expect(calls).toEqual([])
    await settle(simulator)
    const response = {
      data: { ...success, tid: expect.stringMatching(/^[\da-f]{32}$/) },
      statusCode: 200,
      header: { 'Content-Type': 'application/json' },
      errMsg: 'request:ok',
    }
    expect(calls).toEqual([
      ['success', response],
      ['complete', response],
    ])
  })

  it('returns text if dataType is not json', async () => {
    const { simulator, device } = deviceOf()
    const { calls } = send(device, { dataType: 'text' })
    await settle(simulator)
    const [call = []] = calls
    const { data } = call[1] as { data: string }
    expect(JSON.parse(data)).toMatchObject(success)
  })

  it('returns a body that is not JSON as text, and succeeds with any HTTP status', async () => {
    const { simulator, device } = deviceOf()
    simulator.faults.next('timer.currentTime', 'throttle')
    const { calls } = send(device)
    await settle(simulator)
    expect(calls[0]).toMatchObject([
      'success',
      {
        statusCode: 429,
        data: expect.stringContaining('<h1>'),
        header: { 'Retry-After': '1' },
      },
    ])
  })

  it('sends text unchanged', async () => {
    const { simulator, device } = deviceOf()
    send(device, { data: '{"action":"device.status","params":{"a":1}}' })
    await settle(simulator)
    expect(simulator.requests).toMatchObject([{ action: 'device.status', params: { a: 1 } }])
  })

  it.each(['door.example', 'ftp://door.example', '', 'https://'])(
    'fails for the invalid URL %j',
    async (wrong) => {
      const { simulator, device } = deviceOf()
      const { calls } = send(device, { url: wrong })
      await settle(simulator)
      expect(calls).toEqual(failedWith({ errMsg: 'request:fail invalid url' }))
    },
  )

  it('fails for an origin outside the list of domains', async () => {
    const { simulator, device } = deviceOf({ domains: ['https://door.example'] })
    const allowed = send(device)
    const refused = send(device, { url: 'https://door.example.evil/panel' })
    await settle(simulator)
    expect(allowed.calls[0]?.[0]).toBe('success')
    expect(refused.calls).toEqual(
      failedWith({ errMsg: 'request:fail url not in domain list', errno: 600002 }),
    )
    expect(simulator.requests).toHaveLength(1)
  })

  it('fails once when it is aborted, and does not recall the sent request', async () => {
    const { simulator, device } = deviceOf()
    simulator.faults.next('timer.currentTime', 'slow')
    const { calls, task } = send(device)
    task.abort()
    task.abort()
    simulator.clock.advance(60_000)
    await settle(simulator)
    expect(calls).toEqual(failedWith({ errMsg: 'request:fail abort' }))
    expect(simulator.requests).toHaveLength(1)
  })

  it('ignores an abort after its answer', async () => {
    const { simulator, device } = deviceOf()
    const { calls, task } = send(device)
    await settle(simulator)
    task.abort()
    await settle(simulator)
    expect(calls.map(([name]) => name)).toEqual(['success', 'complete'])
  })

  it.each([
    [3_000, 3_000],
    [undefined, 60_000],
    [90_000, 60_000],
  ])('with a timeout of %j ms fails after %d ms', async (timeout, endsAfterMs) => {
    const { simulator, device } = deviceOf()
    simulator.faults.next('timer.currentTime', { slowMs: 200_000 })
    const { calls } = send(device, timeout === undefined ? {} : { timeout })
    simulator.clock.advance(endsAfterMs - 1)
    await settle(simulator)
    expect(calls).toEqual([])
    simulator.clock.advance(1)
    expect(calls).toEqual(failedWith({ errMsg: 'request:fail timeout', errno: 5 }))
  })

  it('fails if ten requests are already open', async () => {
    const { simulator, device } = deviceOf()
    simulator.faults.always('timer.currentTime', { slowMs: 100 })
    const sent = Array.from({ length: 11 }, () => send(device))
    simulator.clock.advance(100)
    await settle(simulator)
    expect(sent.map(({ calls }) => calls[0]?.[0])).toEqual([...Array(10).fill('success'), 'fail'])
    const later = send(device)
    simulator.clock.advance(100)
    await settle(simulator)
    expect(later.calls[0]?.[0]).toBe('success')
  })
})

describe('a device with the fake wx in the background', () => {
  const interrupted = failedWith({ errMsg: 'request:fail interrupted' })

  it('fails open requests after five seconds, and new ones until it returns to the foreground', async () => {
    const { simulator, device } = deviceOf()
    simulator.faults.next('timer.currentTime', 'slow')
    const running = send(device)
    device.background()
    simulator.clock.advance(4_999)
    await settle(simulator)
    expect(running.calls).toEqual([])
    simulator.clock.advance(1)
    expect(running.calls).toEqual(interrupted)

    const meanwhile = send(device)
    device.foreground()
    const back = send(device)
    await settle(simulator)
    expect(meanwhile.calls).toEqual(interrupted)
    expect(back.calls[0]?.[0]).toBe('success')
    expect(simulator.requests).toHaveLength(2)
  })

  it('completes an open request if it returns to the foreground within five seconds', async () => {
    const { simulator, device } = deviceOf()
    simulator.faults.next('timer.currentTime', { slowMs: 8_000 })
    const { calls } = send(device)
    device.background()
    simulator.clock.advance(4_000)
    device.foreground()
    simulator.clock.advance(4_000)
    await settle(simulator)
    expect(calls[0]?.[0]).toBe('success')
  })
})

describe('the failures of the fake wx', () => {
  it.each<[ErrorStyle, 'drop-before' | 'drop-after', WxFailure]>([
    [
      'errno',
      'drop-before',
      {
        errMsg:
          'request:fail errcode:-100 cronet_error_code:-100 error_msg:net::ERR_CONNECTION_CLOSED',
        errno: 600001,
      },
    ],
    ['errno', 'drop-after', { errMsg: 'request:fail:network interrupted error', errno: 600003 }],
    ['text-zh', 'drop-before', { errMsg: 'request:fail 网络连接已中断。' }],
    ['text-zh', 'drop-after', { errMsg: 'request:fail 网络连接已中断。' }],
    ['android', 'drop-before', { errMsg: 'request:fail -324:net::ERR_EMPTY_RESPONSE' }],
    ['android', 'drop-after', { errMsg: 'request:fail -101:net::ERR_CONNECTION_RESET' }],
  ])('have the wording of the device (%s, %s)', async (errorStyle, fault, failure) => {
    const { simulator, device } = deviceOf({ errorStyle })
    simulator.faults.next('timer.currentTime', fault)
    const { calls } = send(device)
    await settle(simulator)
    expect(calls).toEqual(failedWith(failure))
  })
})
