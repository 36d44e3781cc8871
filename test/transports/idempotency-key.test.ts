import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { createClock } from '../../simulator'
import { createPanel } from '../../src/core/panel/create-panel'
import { fetchTransport } from '../../src/transports/fetch-transport'
import type { HeaderRecord } from '../../src/transports/headers'
import { wxRequest } from '../../src/transports/wx-request'
import { settle } from '../flows/support/settle'
import { openParams } from '../support/panels'

const throttled = { success: false, code: 1199, msg: 'too frequent' }
const done = { success: true, result: true }

/** A panel over `fetch` or `wx.request` whose server gives these answers, the last one for all further requests. */
const panelOver = (
  host: 'fetch' | 'wx',
  answers: readonly unknown[],
  headers: HeaderRecord = {},
) => {
  const clock = createClock({ startMs: 0, frozen: true })
  const sent: Record<string, string>[] = []
  const answer = (header: Record<string, string>) => {
    sent.push(header)
    return JSON.stringify(answers[Math.min(sent.length, answers.length) - 1])
  }
  const url = 'https://door.example/'
  const transport =
    host === 'fetch'
      ? fetchTransport({
          url,
          headers,
          fetch: async (_, init) => new Response(answer(init.headers)),
        })
      : wxRequest({
          url,
          headers,
          wx: {
            request: ({ header, success }) =>
              success?.({ data: answer(header as Record<string, string>), statusCode: 200 }),
          },
        })
  return { clock, sent, panel: createPanel({ actions: allActions, transport, clock }) }
}

describe.each(['fetch', 'wx'] as const)('the idempotency key over %s', (host) => {
  it('names a command, and differs for the next one', async () => {
    const { clock, sent, panel } = panelOver(host, [done])
    for (let calls = 0; calls < 2; calls++)
      await settle(clock, panel.apiRequest('doorLock.passwordFreeOpen', openParams))
    const keys = sent.map((headers) => headers['idempotency-key'])
    expect(keys.every((key) => /^[\w.-]{8,200}$/.test(key ?? ''))).toBe(true)
    expect(new Set(keys).size).toBe(2)
  })

  it('differs for a retry of a command that was not executed', async () => {
    const { clock, sent, panel } = panelOver(host, [throttled, done])
    const control = { device_id: 'door', commands: [{ code: 'beep_volume', value: 'mute' }] }
    await settle(clock, panel.apiRequest('device.control', control))
    expect(new Set(sent.map((headers) => headers['idempotency-key'])).size).toBe(2)
  })

  it('is not sent with a read', async () => {
    const { clock, sent, panel } = panelOver(host, [{ success: true, result: [] }])
    await settle(clock, panel.apiRequest('device.status', { device_id: 'door' }))
    expect(sent).toHaveLength(1)
    expect(sent[0]).not.toHaveProperty('idempotency-key')
  })

  it('is that of the app if its headers have one', async () => {
    const { clock, sent, panel } = panelOver(host, [done], { 'Idempotency-Key': 'own-key' })
    await settle(clock, panel.apiRequest('doorLock.passwordFreeOpen', openParams))
    expect(sent[0]).toMatchObject({ 'Idempotency-Key': 'own-key' })
    expect(sent[0]).not.toHaveProperty('idempotency-key')
  })
})
