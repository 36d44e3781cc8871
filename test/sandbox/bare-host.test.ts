import { describe, expect, it } from 'vitest'
import { createClock } from '../../simulator'
import { type BareHostOptions, createBareHost, settled } from './bare-host'

const run = (code: string, options: Partial<BareHostOptions> = {}) => {
  const clock = createClock({ frozen: true, startMs: 0 })
  const files = (path: string) => (path === 'page.js' ? code : undefined)
  const host = createBareHost({ files, clock, globals: {}, ...options })
  return { clock, host, page: () => host.load('page') }
}

describe('the bare host', () => {
  it.each(['fetch', 'URL', 'process', 'window'])('records a typeof access to %s', (name) => {
    const { host, page } = run(`exports.found = typeof ${name}`)
    expect(page()).toEqual({ found: 'undefined' })
    expect(host.touched).toEqual([name])
  })

  it('does not create code from text', () => {
    for (const code of [
      "(() => {}).constructor('return 1')()",
      "Function('return 1')",
      "eval('1')",
    ])
      expect(run(code).page, code).toThrow('Code generation from strings disallowed')
  })

  it('has only the packages in miniprogram_npm', () => {
    expect(run("require('rxjs')").page).toThrow("module 'rxjs' is not defined")
  })

  it.each(['[].flat', 'Object.fromEntries', 'Promise.prototype.finally', 'Symbol.asyncIterator'])(
    'has no %s with the oldest builtins',
    (member) => {
      const code = `exports.found = typeof ${member}`
      expect(run(code).page()).not.toEqual({ found: 'undefined' })
      expect(run(code, { builtins: 'oldest' }).page()).toEqual({ found: 'undefined' })
    },
  )

  it.each([
    ['native', ['then', 'timer']],
    ['timers', ['timer', 'then']],
  ] as const)('runs a timer and a then in the order of %s promises', async (promise, order) => {
    const code = `exports.order = () => {
      const calls = []
      setTimeout(() => calls.push('timer'), 0)
      Promise.resolve().then(() => calls.push('then'))
      return new Promise((resolve) => setTimeout(() => resolve(calls), 10))
    }`
    const { clock, page } = run(code, { promise })
    const calls = await settled(clock, (page() as { order(): Promise<string[]> }).order())
    expect([...calls]).toEqual(order)
  })
})
