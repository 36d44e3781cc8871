import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../src/core/json/parse-json'
import { nativeBridge } from '../../src/transports/native-bridge'
import { answer } from '../support/cloud'
import { ok, panelOn } from '../support/panels'

const MARK = '\ufeff'
const time = { success: true, t: 1, result: 1_700_000_000_000 }

describe('a byte order mark before JSON text', () => {
  it('changes nothing, whatever follows it', () =>
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(parseJson(MARK + text)).toEqual(parseJson(text))
      }),
    ))

  it('is a part of a text in JSON, and not JSON alone', () => {
    expect(parseJson(JSON.stringify(MARK))).toEqual({ ok: true, value: MARK })
    for (const text of [MARK, MARK + MARK, `${MARK}${MARK}{}`])
      expect(parseJson(text)).toEqual({ ok: false })
  })

  it.each([
    ['as text', { text: MARK + JSON.stringify(time) }],
    ['as a value', { value: MARK + JSON.stringify(time) }],
  ])('does not fail a call: %s', async (_form, body) => {
    const { panel } = panelOn(answer({ body, statusCode: 200 }))
    expect(await panel.apiRequest('timer.currentTime')).toBe(time.result)
  })

  it('does not hide the answer or the failure of a native host', () => {
    const bodies: unknown[] = []
    const request = {
      action: 'tuya.m.device.member.count',
      family: 'panel',
      params: {},
      requestId: 'r',
      attempt: 1,
      timeoutMs: 1,
    } as const
    for (const end of ['success', 'fail'] as const) {
      const apiRequestByAtop = (init: Record<typeof end, (text: unknown) => void>) =>
        init[end](MARK + JSON.stringify(end === 'success' ? ok(3) : { errorCode: 1106 }))
      nativeBridge({ apiRequestByAtop } as never)
        .send(request)
        .subscribe(({ body }) => bodies.push(body))
    }
    expect(bodies).toEqual([
      { text: MARK + JSON.stringify(ok(3)) },
      { value: { success: false, code: 1106, msg: '' } },
    ])
  })
})
