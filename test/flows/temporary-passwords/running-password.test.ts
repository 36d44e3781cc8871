import { describe, expect, it } from 'vitest'
import { failureOf, pass, settle } from '../support/settle'
import { guest, HOUR_MS, MODIFY, miniPrograms, withActivePassword } from './password-harness'

describe.each(miniPrograms)('a password on %s that has begun', (_name, options) => {
  it('is extended by its end alone, because the cloud refuses a beginning in the past', async () => {
    const { passwords, clock, id, row, sent } = await withActivePassword(options)
    await pass(clock, 2 * HOUR_MS)
    const toMs = guest.toMs + HOUR_MS
    expect(await settle(clock, passwords.change(id, { toMs }))).toMatchObject({
      fromMs: guest.fromMs,
      toMs,
    })
    expect(sent(MODIFY)).toHaveLength(1)
    expect(sent(MODIFY)[0]).toMatchObject({ invalid_time: toMs / 1000 })
    expect(sent(MODIFY)[0]).not.toHaveProperty('effective_time')
    expect(row()).toMatchObject({ effectiveTime: guest.fromMs / 1000, invalidTime: toMs / 1000 })
  })
})

describe.each(miniPrograms.slice(0, 2))(
  'a new PIN for a password on %s that has begun',
  (name, options) => {
    const password = name.includes('Zigbee') ? '204060' : '2040608'

    it('needs a new beginning, and sends nothing without it', async () => {
      const { passwords, clock, id, sent } = await withActivePassword(options)
      await pass(clock, 2 * HOUR_MS)
      expect(await failureOf(clock, passwords.change(id, { password, once: false }))).toMatchObject(
        {
          kind: 'params',
          issues: [{ path: 'fromMs' }],
        },
      )
      expect(sent(MODIFY)).toEqual([])
      const change = { password, once: false, fromMs: clock.now() }
      await settle(clock, passwords.change(id, change))
      expect(sent(MODIFY)).toHaveLength(1)
    })
  },
)
