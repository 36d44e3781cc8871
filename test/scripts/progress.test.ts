import { createRequire } from 'node:module'
import type { Plugin, RollupOptions } from 'rollup'
import { describe, expect, it, vi } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const { scripts } = manifest

describe('the commands that the README names first', () => {
  it('start the session from the sources, without a build', () => {
    expect(scripts.start).toMatch(/^tsx .*examples\/session\.ts$/)
  })

  it('build and test without hiding the output of npm and of vitest', () => {
    expect(scripts.test).toBe('npm run build && vitest run')
  })
})

describe('the build', () => {
  // Without its hooks: the first one removes `dist`, which other tests read.
  const configs = createRequire(import.meta.url)(
    '../../rollup.config.js',
  ) as readonly RollupOptions[]
  const firstPlugins = configs.map(({ plugins }) => (plugins as readonly Plugin[])[0] as Plugin)

  it('prints one line on stderr when each step starts, and counts the steps', () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    for (const { buildStart } of firstPlugins.slice(1)) (buildStart as () => void)()
    const lines = print.mock.calls.map(([line]) => String(line))
    print.mockRestore()
    expect(lines).toHaveLength(configs.length - 1)
    for (const [index, line] of lines.entries())
      expect(line).toMatch(new RegExp(`^build ${index + 2} of ${configs.length}: \\S+`))
    expect(firstPlugins[0]?.name).toBe(firstPlugins[1]?.name)
  })
})
