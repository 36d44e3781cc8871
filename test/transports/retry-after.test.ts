import { describe, expect, it } from 'vitest'
import { retryAfterMs } from '../../src/transports/retry-after'

const now = () => Date.UTC(2024, 0, 1, 12, 0, 0)

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Mon, 01 Jan 2024 12:00:30 GMT', 30_000],
    ['Mon, 01 Jan 2024 11:00:00 GMT', 0],
    ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
  ])('%j asks to wait %d ms', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected)
  })

  it.each([
    null,
    undefined,
    '',
    '-5',
    '1.5',
    'soon',
    '2024-01-01',
    'Mon, 99 Foo 2024 12:00:00 GMT',
  ])('%j is ignored', (header) => {
    expect(retryAfterMs(header, now)).toBeUndefined()
  })
})
