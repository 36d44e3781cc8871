import { createRequire } from 'node:module'
import type { RollupOptions } from 'rollup'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const { scripts, wireit } = manifest

describe('the commands that the README names first', () => {
  it('start the panel and the session from the sources, with nothing built first', () => {
    expect(scripts.start).toBe('node scripts/start.mjs')
    expect(scripts.session).toMatch(/^tsx .*examples\/session\.ts$/)
  })

  it('build and test without hiding the output of npm and of vitest', () => {
    expect(scripts.test).toBe('npm run build && vitest run')
  })
})

describe('the build', () => {
  const configure = createRequire(import.meta.url)('../../rollup.config.js') as (
    args?: Readonly<{ configStep: string }>,
  ) => RollupOptions | readonly RollupOptions[]
  /** The page of the virtual lock is built by esbuild alone. */
  const steps = wireit.build.dependencies
    .map((name) => name.replace('build:', ''))
    .filter((step) => step !== 'virtual-lock')
  const commands: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(wireit).map(([name, script]) => [
      name,
      'command' in script ? script.command : '',
    ]),
  )

  it('runs every step of the bundler, each by a script of its own', () => {
    expect(configure()).toHaveLength(steps.length)
    for (const step of steps) {
      expect(configure({ configStep: step })).toHaveProperty('input')
      expect(commands[`build:${step}`]).toContain(`--configStep ${step} `)
    }
  })

  it('refuses a step that does not exist, and names those that do', () => {
    expect(() => configure({ configStep: 'all' })).toThrow(
      'no step all; there are code, types, wechat, command-line',
    )
  })

  it('prints nothing on stdout before a package is packed, because `npm pack --json` does', () => {
    expect(scripts.prepack).toBe('npm run build 1>&2')
  })
})
